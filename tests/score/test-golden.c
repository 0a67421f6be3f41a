/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Numbers that the sources print and that must come out. None of them is copied from our own
 * output: plan 7501/KH-UBND of Quảng Nam (2023), sections II and III; the table of 2022 on
 * dti.gov.vn/xep-hang-2022. What can be written down without a program stands in tests/data/golden.
 */
#include "golden.h"
#include "samples.h"

#include <fenv.h>
#include <stdio.h>

#ifdef __SSE2__
#include <xmmintrin.h>
#endif

#define LENGTH_OF(array)       (int)(sizeof(array) / sizeof((array)[0]))
#define POINTS(whole, billion) ((whole)*DTI_POINT + (billion))
#define HUNDREDTHS(count)      ((count)*DTI_POINT / 100)

#define GOLDEN      "tests/data/golden/quangnam-2022.txt"
#define PAIR_COUNT  18
#define MAIN_COUNT  8
#define INDEX_COUNT 4

static struct golden pairs;
static struct golden mains;
static struct golden indices;
static dti_dossier *quangnam;
static dti_result *appraised;
static dti_result *computed;

static void setup(void)
{
    golden_read(&pairs, GOLDEN, "computed", PAIR_COUNT);
    golden_read(&mains, GOLDEN, "mains", MAIN_COUNT);
    golden_read(&indices, GOLDEN, "indices", INDEX_COUNT);
    quangnam = sample_quangnam();
    appraised = sample_score(quangnam, DTI_TRACK_DEFAULT);
    computed = sample_score(quangnam, DTI_TRACK_COMPUTED);
}

static void teardown(void)
{
    dti_result_unref(computed);
    dti_result_unref(appraised);
    dti_dossier_unref(quangnam);
    golden_free(&indices);
    golden_free(&mains);
    golden_free(&pairs);
}

static const dti_framework *framework(void)
{
    return dti_dossier_framework(quangnam);
}

/* ---- Observed figures and the points the plan prints for them ---- */

enum {
    CODE,
    INPUT,
    FIGURE,
    PRINTED,
    BY_THE_RULE,
    EXACT,
    EXACT_MAX,
    VALUE
};

START_TEST(computes_what_the_plan_prints)
{
    const char *const *row = pairs.cells[_i];
    const bool is_misprint = strcmp(row[CODE], "3.2") == 0;
    const size_t node = sample_node(computed, row[CODE]);
    const size_t input = sample_input(framework(), row[INPUT]);
    char text[32];
    ck_assert_int_eq(dti_dossier_input_state(quangnam, input), DTI_STATE_PRESENT);
    ck_assert_double_eq(dti_dossier_input_number(quangnam, input), golden_number(row[FIGURE]));
    ck_assert_int_eq(dti_result_state(computed, node), DTI_STATE_PRESENT);
    ck_assert_int_eq(dti_result_points(computed, node), golden_whole(row[EXACT]));
    ck_assert_int_eq(dti_result_max_points(computed, node), golden_whole(row[EXACT_MAX]));
    ck_assert_double_eq(dti_result_value(computed, node), golden_double(row[VALUE]));
    dti_points_format(dti_result_points(computed, node), 2, DTI_LANG_VI, text, sizeof text);
    ck_assert_msg((strcmp(text, row[PRINTED]) != 0) == is_misprint,
                  "%s: computed %s, the plan prints %s", row[CODE], text, row[PRINTED]);
    /* What fits is no finding, and both tracks carry it side by side. */
    ck_assert_int_eq(sample_finding(dti_result_findings(computed), "DTI-0601", row[CODE]) !=
                         DTI_NONE,
                     is_misprint);
    ck_assert_int_eq(dti_result_track_points(appraised, node, DTI_TRACK_COMPUTED),
                     dti_result_points(computed, node));
}
END_TEST

/* 78,53 % of 10 points is 7.853; the plan prints 7.87, against its own total. */
START_TEST(finds_the_misprint_of_3_2)
{
    const size_t node = sample_node(appraised, "3.2");
    const dti_report *findings = dti_result_findings(appraised);
    int64_t difference = 0;
    ck_assert_int_eq(dti_result_points(computed, node), POINTS(7, 853000000));
    ck_assert_int_eq(dti_result_points(appraised, node), HUNDREDTHS(787));
    ck_assert_uint_eq(dti_result_stated_count(appraised, node), 1);
    ck_assert_str_eq(dti_result_stated_text(appraised, node, 0), "7.87");
    ck_assert_int_eq(dti_result_stated_difference(appraised, node, 0, &difference), 1);
    ck_assert_int_eq(difference, POINTS(0, -17000000));
    const size_t finding = sample_finding(findings, "DTI-0601", "3.2");
    ck_assert_uint_ne(finding, DTI_NONE);
    ck_assert_int_eq(dti_report_severity(findings, finding), DTI_SEVERITY_WARNING);
    char text[512];
    dti_report_format(findings, finding, DTI_LANG_VI, text, sizeof text);
    ck_assert_ptr_nonnull(strstr(text, "7,853"));
    ck_assert_ptr_nonnull(strstr(text, "7,87"));
}
END_TEST

/* ---- Main indicators as appraised ---- */

enum {
    POINTS_OF = 1,
    MAX_OF,
    LEFT,
    LEFT_MAX,
    MAIN_EXACT,
    MAIN_EXACT_MAX,
    MAIN_VALUE
};

START_TEST(keeps_appraised_main_indicators)
{
    const char *const *row = mains.cells[_i];
    const size_t node = sample_node(appraised, row[CODE]);
    ck_assert_int_eq(dti_framework_node_kind(framework(), node), DTI_NODE_MAIN);
    ck_assert_int_eq(dti_result_points(appraised, node), golden_points(row[POINTS_OF]));
    ck_assert_int_eq(dti_result_points(appraised, node), golden_whole(row[MAIN_EXACT]));
    ck_assert_int_eq(dti_result_max_points(appraised, node), golden_points(row[MAX_OF]));
    ck_assert_int_eq(dti_result_max_points(appraised, node), golden_whole(row[MAIN_EXACT_MAX]));
    ck_assert_double_eq(dti_result_value(appraised, node), golden_double(row[MAIN_VALUE]));
    ck_assert_int_eq(dti_result_unallocated(appraised, node), golden_points(row[LEFT]));
    ck_assert_int_eq(dti_result_unallocated_max(appraised, node), golden_points(row[LEFT_MAX]));
}
END_TEST

/* Nothing is lost twice and nothing disappears: to the last 10⁻⁹ point. */
START_TEST(losses_add_up)
{
    const size_t node = sample_node(appraised, mains.cells[_i][CODE]);
    int64_t loss =
        dti_result_unallocated_max(appraised, node) - dti_result_unallocated(appraised, node);
    double shares = (double)loss / (double)dti_result_loss(appraised, node);
    for (size_t i = 0; i < dti_framework_node_child_count(framework(), node); i++) {
        const size_t child = dti_framework_node_child(framework(), node, i);
        ck_assert_uint_eq(dti_framework_node_parent(framework(), child), node);
        if (dti_result_has_track(appraised, child, DTI_TRACK_APPRAISED)) {
            loss += dti_result_loss(appraised, child);
            shares += dti_result_loss_share_of_parent(appraised, child);
        }
    }
    ck_assert_int_eq(loss, dti_result_loss(appraised, node));
    ck_assert_int_eq(loss, golden_points(mains.cells[_i][MAX_OF]) -
                               golden_points(mains.cells[_i][POINTS_OF]));
    ck_assert_double_eq_tol(shares, 1, 1e-12);
}
END_TEST

/* The residual of group 8 is 20.01 of 20: within the rounding of the print, hence no finding. That
 * of group 5, 35.007 of 35, as well. */
START_TEST(residuals_within_rounding_are_no_findings)
{
    const dti_report *findings = dti_result_findings(appraised);
    for (int i = 0; i < MAIN_COUNT; i++) {
        ck_assert_uint_eq(sample_finding(findings, "DTI-0603", mains.cells[i][CODE]), DTI_NONE);
    }
}
END_TEST

/* ---- Indices ---- */

enum {
    STATED = 3,
    INDEX_EXACT,
    INDEX_EXACT_MAX,
    INDEX_VALUE
};

/* The unit's own value for the year among the figures stated about a node. */
static size_t stated_value(const dti_result *result, size_t node)
{
    for (size_t i = 0; i < dti_result_stated_count(result, node); i++) {
        if (dti_result_stated_quantity(result, node, i) == DTI_QUANTITY_VALUE) {
            return i;
        }
    }
    ck_abort_msg("no value stated");
}

START_TEST(adds_up_indices)
{
    const char *const *row = indices.cells[_i];
    const size_t node = sample_node(appraised, row[CODE]);
    const size_t stated = stated_value(appraised, node);
    ck_assert_int_eq(dti_framework_node_kind(framework(), node), DTI_NODE_INDEX);
    ck_assert_int_eq(dti_result_points(appraised, node), golden_points(row[POINTS_OF]));
    ck_assert_int_eq(dti_result_points(appraised, node), golden_whole(row[INDEX_EXACT]));
    ck_assert_int_eq(dti_result_max_points(appraised, node), golden_points(row[MAX_OF]));
    ck_assert_int_eq(dti_result_max_points(appraised, node), golden_whole(row[INDEX_EXACT_MAX]));
    ck_assert_double_eq(dti_result_value(appraised, node), golden_double(row[INDEX_VALUE]));
    ck_assert_str_eq(dti_result_stated_text(appraised, node, stated), row[STATED]);
    /* "0,5808" in 10⁻⁹ */
    ck_assert_int_eq(dti_result_stated_amount(appraised, node, stated),
                     golden_whole(row[STATED] + 2) * (DTI_POINT / 10000));
    ck_assert_int_eq(dti_result_stated_track(appraised, node, stated), DTI_TRACK_APPRAISED);
    /* All four are published 3.00 points too low for the totals of the groups. */
    ck_assert_uint_ne(sample_finding(dti_result_findings(appraised), "DTI-0602", row[CODE]),
                      DTI_NONE);
}
END_TEST

START_TEST(shows_overall_beside_stated)
{
    const size_t node = dti_framework_overall(framework());
    int64_t difference = 0;
    char text[16];
    ck_assert_uint_eq(node, sample_node(appraised, "dti"));
    ck_assert_double_eq(dti_result_value(appraised, node), 0.58383);
    dti_value_format(dti_result_points(appraised, node), dti_result_max_points(appraised, node), 4,
                     DTI_LANG_EN, text, sizeof text);
    ck_assert_str_eq(text, "0.5838");
    ck_assert_int_eq(
        dti_result_stated_difference(appraised, node, stated_value(appraised, node), &difference),
        1);
    ck_assert_int_eq(difference, 3030000); /* 0.58383 − 0.5808 */
    ck_assert_int_eq(dti_result_loss(appraised, node), HUNDREDTHS(41617));
    ck_assert_double_eq(dti_result_loss_share_of_overall(appraised, sample_node(appraised, "8")),
                        108.65 / 416.17);
}
END_TEST

/* ---- Tracks and bounds ---- */

START_TEST(tracks_never_mix)
{
    static const dti_track absent[] = {DTI_TRACK_SELF, DTI_TRACK_FINAL, DTI_TRACK_SUPPORTED};
    const size_t node = sample_node(appraised, "6.12");
    ck_assert_int_eq(dti_result_track(appraised), DTI_TRACK_APPRAISED);
    ck_assert_int_eq(dti_result_track(computed), DTI_TRACK_COMPUTED);
    ck_assert_int_eq(dti_result_has_track(appraised, node, DTI_TRACK_APPRAISED), 1);
    ck_assert_int_eq(dti_result_has_track(appraised, node, DTI_TRACK_COMPUTED), 1);
    ck_assert_int_eq(dti_result_has_track(appraised, node, DTI_TRACK_DEFAULT), 0);
    for (int i = 0; i < LENGTH_OF(absent); i++) {
        dti_score_options options = DTI_SCORE_OPTIONS_INIT;
        dti_result *result = NULL;
        dti_error *error = NULL;
        options.track = absent[i];
        sample_refused(dti_score(quangnam, &options, &result, &error), DTI_E_NOT_FOUND, &error);
        ck_assert_ptr_null(result);
        ck_assert_int_eq(dti_result_has_track(appraised, node, absent[i]), 0);
        ck_assert_int_eq(dti_result_track_points(appraised, node, absent[i]), 0);
    }
    /* 1.7 is one of the seven that the plan says are at the maximum without naming them. */
    const size_t unnamed = sample_node(appraised, "1.7");
    ck_assert_int_eq(dti_result_has_track(appraised, unnamed, DTI_TRACK_APPRAISED), 0);
    ck_assert_int_eq(dti_result_state(appraised, unnamed), DTI_STATE_NOT_ASSESSED);
}
END_TEST

/* Maximum of the components below a node that are open on the computed track. */
static int64_t open_maxima(size_t node)
{
    const dti_framework *of = framework();
    if (dti_framework_node_kind(of, node) == DTI_NODE_COMPONENT) {
        const dti_state state = dti_result_state(computed, node);
        const bool is_open = state == DTI_STATE_MISSING || state == DTI_STATE_NOT_ASSESSED;
        return is_open ? dti_framework_node_max_points(of, node) : 0;
    }
    int64_t sum = 0;
    for (size_t i = 0; i < dti_framework_node_child_count(of, node); i++) {
        sum += open_maxima(dti_framework_node_child(of, node, i));
    }
    return sum;
}

START_TEST(bounds_hold_what_is_open)
{
    for (size_t node = 0; node < dti_result_node_count(computed); node++) {
        const int64_t open = open_maxima(node);
        const int64_t most = dti_result_max_points(computed, node);
        const int64_t lower = dti_result_lower(computed, node);
        const int64_t upper = dti_result_upper(computed, node);
        ck_assert_int_le(lower, dti_result_points(computed, node));
        ck_assert_int_le(dti_result_points(computed, node), upper);
        ck_assert_int_eq(upper - lower, open);
        ck_assert_double_eq(dti_result_coverage(computed, node),
                            most == 0 ? 1 : (double)(most - open) / (double)most);
    }
    const size_t overall = dti_framework_overall(framework());
    ck_assert_double_gt(dti_result_coverage(computed, overall), 0.1);
    ck_assert_double_lt(dti_result_coverage(computed, overall), 0.9);
}
END_TEST

/* ---- The same bits whatever the host does to arithmetic ---- */

static char *append(char *all, dti_text *text)
{
    const size_t length = all != NULL ? strlen(all) : 0;
    all = realloc(all, length + dti_text_length(text) + 1);
    ck_assert_ptr_nonnull(all);
    memcpy(all + length, dti_text_data(text), dti_text_length(text) + 1);
    dti_text_free(text);
    return all;
}

/* Everything from the file to the last sentence: two tracks as documents and in words. */
static char *scored_text(void)
{
    static const dti_track tracks[] = {DTI_TRACK_APPRAISED, DTI_TRACK_COMPUTED};
    dti_dossier *dossier = sample_quangnam();
    char *all = NULL;
    for (int i = 0; i < LENGTH_OF(tracks); i++) {
        dti_result *result = sample_score(dossier, tracks[i]);
        dti_text *text = NULL;
        dti_error *error = NULL;
        sample_must(dti_result_write(result, NULL, DTI_LANG_VI, &text, &error), &error);
        all = append(all, text);
        for (size_t node = 0; node < dti_result_node_count(result); node++) {
            sample_must(dti_result_explain(result, node, NULL, DTI_LANG_VI, &text, &error), &error);
            all = append(all, text);
        }
        dti_result_unref(result);
    }
    dti_dossier_unref(dossier);
    return all;
}

START_TEST(same_bits_in_every_rounding_mode)
{
    static const int modes[] = {FE_UPWARD, FE_DOWNWARD, FE_TOWARDZERO};
    char *expected = scored_text();
    for (int i = 0; i < LENGTH_OF(modes); i++) {
        ck_assert_int_eq(fesetround(modes[i]), 0);
        char *text = scored_text();
        ck_assert_int_eq(fegetround(), modes[i]); /* the host's mode is put back */
        fesetround(FE_TONEAREST);
        ck_assert_msg(strcmp(text, expected) == 0, "rounding mode %d changes the result", modes[i]);
        free(text);
    }
    free(expected);
}
END_TEST

START_TEST(same_bits_without_subnormals)
{
#ifdef __SSE2__
    char *expected = scored_text();
    const unsigned control = _mm_getcsr();
    _mm_setcsr(control | 0x8040); /* flush to zero, denormals are zero: as -ffast-math sets it */
    char *text = scored_text();
    _mm_setcsr(control);
    ck_assert_str_eq(text, expected);
    free(text);
    free(expected);
#endif
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("golden");
    TCase *tcase = tcase_create("quangnam-2022");
    tcase_add_checked_fixture(tcase, setup, teardown);
    tcase_add_loop_test(tcase, computes_what_the_plan_prints, 0, PAIR_COUNT);
    tcase_add_test(tcase, finds_the_misprint_of_3_2);
    tcase_add_loop_test(tcase, keeps_appraised_main_indicators, 0, MAIN_COUNT);
    tcase_add_loop_test(tcase, losses_add_up, 0, MAIN_COUNT);
    tcase_add_test(tcase, residuals_within_rounding_are_no_findings);
    tcase_add_loop_test(tcase, adds_up_indices, 0, INDEX_COUNT);
    tcase_add_test(tcase, shows_overall_beside_stated);
    tcase_add_test(tcase, tracks_never_mix);
    tcase_add_test(tcase, bounds_hold_what_is_open);
    tcase_add_test(tcase, same_bits_in_every_rounding_mode);
    tcase_add_test(tcase, same_bits_without_subnormals);
    suite_add_tcase(suite, tcase);
    return suite;
}
