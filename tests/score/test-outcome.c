/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* What each state of a figure makes of a component's points, bounds and maximum, and which figure
 * counts where one is both reported and derived. */
#include "samples.h"

#define LENGTH_OF(array) (int)(sizeof(array) / sizeof((array)[0]))

/* In whole points; the component has 10, its overall index 100. */
static const struct outcome_case {
    const char *code;
    struct sample_row row;
    dti_state state;
    int points;
    int max_points;
    int lower;
    int upper;
    double coverage;
    int has_points;
} outcome_cases[] = {
    {"1.1.1", SAMPLE_NUMBER("users-share", 40), DTI_STATE_PRESENT, 5, 10, 5, 5, 1, 1},
    {"1.1.1", SAMPLE_NUMBER("users-share", 0), DTI_STATE_PRESENT, 0, 10, 0, 0, 1, 1},
    /* Open: anything may still come. */
    {"1.1.1", SAMPLE_STATE("users-share", DTI_STATE_MISSING), DTI_STATE_MISSING, 0, 10, 0, 10, 0,
     0},
    {"1.1.1", SAMPLE_STATE("users-share", DTI_STATE_NOT_ASSESSED), DTI_STATE_NOT_ASSESSED, 0, 10, 0,
     10, 0, 0},
    /* Zero: nothing will come any more. */
    {"1.1.1", SAMPLE_STATE("users-share", DTI_STATE_REJECTED), DTI_STATE_REJECTED, 0, 10, 0, 0, 1,
     1},
    /* Excluded: not even the maximum counts. */
    {"1.1.1", SAMPLE_STATE("users-share", DTI_STATE_NOT_APPLICABLE), DTI_STATE_NOT_APPLICABLE, 0, 0,
     0, 0, 1, 0},
    /* 1.2 overrides its framework: without an answer it is decided. */
    {"1.2", SAMPLE_STATE("committee-head", DTI_STATE_MISSING), DTI_STATE_MISSING, 0, 20, 0, 0, 1,
     1},
    {"1.2", SAMPLE_STATE("committee-head", DTI_STATE_NOT_ASSESSED), DTI_STATE_NOT_ASSESSED, 0, 20,
     0, 20, 0, 0},
    /* Above it nothing else is known but 1.2, which is a decided 0 of 20. */
    {"1", SAMPLE_NUMBER("users-share", 40), DTI_STATE_PRESENT, 5, 60, 5, 35, 0.5, 1},
    {"1", SAMPLE_STATE("users-share", DTI_STATE_NOT_APPLICABLE), DTI_STATE_PRESENT, 0, 50, 0, 30,
     0.4, 1},
    {"2", SAMPLE_NUMBER("users-share", 40), DTI_STATE_NOT_ASSESSED, 0, 40, 0, 40, 0, 0},
    {"total", SAMPLE_NUMBER("users-share", 40), DTI_STATE_PRESENT, 5, 100, 5, 75, 0.3, 1},
};

START_TEST(states_decide_bounds)
{
    const struct outcome_case *at = &outcome_cases[_i];
    dti_dossier_builder *builder = sample_begin(false);
    sample_enter(builder, &at->row);
    dti_result *result = sample_end(builder, DTI_TRACK_COMPUTED);
    const size_t node = sample_node(result, at->code);
    ck_assert_int_eq(dti_result_state(result, node), at->state);
    ck_assert_int_eq(dti_result_points(result, node), at->points * DTI_POINT);
    ck_assert_int_eq(dti_result_max_points(result, node), at->max_points * DTI_POINT);
    ck_assert_int_eq(dti_result_lower(result, node), at->lower * DTI_POINT);
    ck_assert_int_eq(dti_result_upper(result, node), at->upper * DTI_POINT);
    ck_assert_double_eq(dti_result_coverage(result, node), at->coverage);
    ck_assert_int_eq(dti_result_points_of_all(result)[node], at->points * DTI_POINT);
    ck_assert_double_eq(dti_result_values_of_all(result)[node],
                        at->max_points > 0 ? (double)at->points / at->max_points : 0);
    ck_assert_int_eq(dti_result_has_track(result, node, DTI_TRACK_COMPUTED), at->has_points);
    dti_result_unref(result);
}
END_TEST

/* ---- Reported and derived ---- */

static const struct {
    struct sample_row rows[3];
    const char *code;
    dti_state state;
    int64_t points;
} derived_cases[] = {
    /* "files" prefers what is derived: 60 of 100 and not 60 of 70 files. */
    {{SAMPLE_NUMBER("files-online", 60), SAMPLE_NUMBER("files-on-paper", 40),
      SAMPLE_NUMBER("files", 70)},
     "1.1.2",
     DTI_STATE_PRESENT,
     5 * DTI_POINT},
    /* It is reported, and not derivable. */
    {{SAMPLE_NUMBER("files-online", 60), SAMPLE_NUMBER("files", 70)},
     "1.1.2",
     DTI_STATE_PRESENT,
     10 * DTI_POINT},
    /* "users-share" prefers what is reported: 40 % and not 300 of 1000. */
    {{SAMPLE_NUMBER("users-share", 40), SAMPLE_NUMBER("users", 300), SAMPLE_NUMBER("adults", 1000)},
     "1.1.1",
     DTI_STATE_PRESENT,
     5 * DTI_POINT},
    {{SAMPLE_NUMBER("users", 300), SAMPLE_NUMBER("adults", 1000)},
     "1.1.1",
     DTI_STATE_PRESENT,
     3750000000},
    {{SAMPLE_STATE("users-share", DTI_STATE_MISSING), SAMPLE_NUMBER("users", 300),
      SAMPLE_NUMBER("adults", 1000)},
     "1.1.1",
     DTI_STATE_PRESENT,
     3750000000},
    /* That it was rejected was decided about the figure itself; so was that it does not apply. */
    {{SAMPLE_STATE("users-share", DTI_STATE_REJECTED), SAMPLE_NUMBER("users", 300),
      SAMPLE_NUMBER("adults", 1000)},
     "1.1.1",
     DTI_STATE_REJECTED,
     0},
    {{SAMPLE_STATE("users-share", DTI_STATE_NOT_APPLICABLE), SAMPLE_NUMBER("users", 300),
      SAMPLE_NUMBER("adults", 1000)},
     "1.1.1",
     DTI_STATE_NOT_APPLICABLE,
     0},
    /* A share of nobody: the rule says what that is; "zero" where it says nothing. */
    {{SAMPLE_NUMBER("users", 0), SAMPLE_NUMBER("adults", 0)}, "1.1.1", DTI_STATE_PRESENT, 0},
    {{SAMPLE_NUMBER("users", 300)}, "1.1.1", DTI_STATE_MISSING, 0},
    /* A difference, over two steps. */
    {{SAMPLE_NUMBER("spending", 250), SAMPLE_NUMBER("spending-returned", 50)},
     "2.1",
     DTI_STATE_PRESENT,
     4 * DTI_POINT},
    {{SAMPLE_NUMBER("spending", 250)}, "2.1", DTI_STATE_MISSING, 0},
};

START_TEST(the_right_figure_counts)
{
    dti_dossier_builder *builder = sample_begin(false);
    for (int i = 0; i < 3 && derived_cases[_i].rows[i].input != NULL; i++) {
        sample_enter(builder, &derived_cases[_i].rows[i]);
    }
    dti_result *result = sample_end(builder, DTI_TRACK_COMPUTED);
    const size_t node = sample_node(result, derived_cases[_i].code);
    ck_assert_int_eq(dti_result_state(result, node), derived_cases[_i].state);
    ck_assert_int_eq(dti_result_points(result, node), derived_cases[_i].points);
    dti_result_unref(result);
}
END_TEST

/* What a source leaves unallocated may be nothing less than nothing, and nothing more than what the
 * indicators that it does not list can have: 40 of main indicator 1, whole points being rounded. */
static const struct residual_case {
    const char *points; /* of 1, of which 10 are those of 1.2 */
    bool is_found;
} residual_cases[] = {{"5", true}, {"9", false}, {"10", false}, {"50", false}, {"53", true}};

START_TEST(residuals_have_a_range)
{
    dti_dossier_builder *builder = sample_begin(false);
    dti_error *error = NULL;
    sample_must(dti_dossier_builder_add_stated(builder, "1", DTI_TRACK_APPRAISED,
                                               DTI_QUANTITY_POINTS, residual_cases[_i].points, -1,
                                               &error),
                &error);
    sample_must(dti_dossier_builder_add_stated(builder, "1.2", DTI_TRACK_APPRAISED,
                                               DTI_QUANTITY_POINTS, "10", -1, &error),
                &error);
    dti_result *result = sample_end(builder, DTI_TRACK_APPRAISED);
    const size_t finding = sample_finding(dti_result_findings(result), "DTI-0603", "1");
    ck_assert_int_eq(finding != DTI_NONE, residual_cases[_i].is_found);
    /* What 1.9 has and loses lies in that part; its own loss is not known. */
    ck_assert_int_eq(dti_result_loss(result, sample_node(result, "1.9")), 0);
    dti_result_unref(result);
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("outcome");
    TCase *tcase = tcase_create("outcome");
    tcase_add_loop_test(tcase, states_decide_bounds, 0, LENGTH_OF(outcome_cases));
    tcase_add_loop_test(tcase, the_right_figure_counts, 0, LENGTH_OF(derived_cases));
    tcase_add_loop_test(tcase, residuals_have_a_range, 0, LENGTH_OF(residual_cases));
    suite_add_tcase(suite, tcase);
    return suite;
}
