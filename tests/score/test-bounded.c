/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Points against bounds: what the place of a unit within its cohort earns, how that is told, and
 * what the next step would bring while the others stay where they are. */
#include "samples.h"

#include <stdio.h>

#define LENGTH_OF(array) (int)(sizeof(array) / sizeof((array)[0]))

static dti_framework *framework;

static void setup(void)
{
    framework = sample_framework(SAMPLE_COHORT_FRAMEWORK);
}

static void teardown(void)
{
    dti_framework_unref(framework);
}

static dti_result *score(const dti_dossier *dossier, const dti_bounds *bounds)
{
    dti_score_options options = DTI_SCORE_OPTIONS_INIT;
    dti_result *result = NULL;
    dti_error *error = NULL;
    options.bounds = bounds;
    sample_must(dti_score(dossier, &options, &result, &error), &error);
    return result;
}

/* The dossier and the bounds of tests/data. */
static dti_result *score_sample(void)
{
    dti_dossier *dossier = sample_dossier(SAMPLE_COHORT_DOSSIER, framework);
    dti_bounds *bounds = sample_bounds(SAMPLE_COHORT_BOUNDS, framework);
    dti_result *result = score(dossier, bounds);
    dti_dossier_unref(dossier);
    dti_bounds_unref(bounds);
    return result;
}

/* ---- The sample ---- */

static const struct {
    const char *code;
    int64_t points;
    dti_step_kind step;
    const char *input;
    double amount;
    int64_t gain;
    const char *vi;
    const char *en;
} components[] = {
    /* 0.5116 / 0.8 × 10; one percentage point more: 0.5216 / 0.8 × 10 = 6.52. */
    {"1.1", INT64_C(6395000000), DTI_STEP_PERCENT_POINT, "coverage", 1, INT64_C(125000000),
     "Tính: 51,16 % so với mức cao nhất 80 % của 63 đơn vị, trên tối đa 10 điểm, được 6,395 điểm\n",
     "Calculation: 51.16 % against the highest of 63 units, 80 %, of 10 points is 6.395 points\n"},
    /* 0.05 / 0.15 × 20; two files of 200 less: 0.05 / 0.14 × 20 = 7.142857143. */
    {"1.2", INT64_C(6666666667), DTI_STEP_PERCENT_POINT, "files-late", 2, INT64_C(476190476),
     "Tính: 15 % so với mức thấp nhất 5 % của 62 đơn vị, trên tối đa 20 điểm, được 6,6667 điểm\n",
     "Calculation: 15 % against the lowest of 62 units, 5 %, of 20 points is 6.6667 points\n"},
    /* (150 + 100) / 500 × 40; one more: 251 / 500 × 40 = 20.08. */
    {"1.3", INT64_C(20000000000), DTI_STEP_UNIT, "income", 1, INT64_C(80000000),
     "Tính: 150 trong khoảng từ mức thấp nhất -100 đến mức cao nhất 400 của 63 đơn vị, trên tối đa "
     "40 điểm, được 20 điểm\n",
     "Calculation: 150 between the lowest, -100, and the highest, 400, of 63 units, of 40 points "
     "is 20 points\n"},
    /* (200 − 150) / 200 × 30; one less: 51 / 200 × 30 = 7.65. */
    {"1.4", INT64_C(7500000000), DTI_STEP_UNIT, "spending", 1, INT64_C(150000000),
     "Tính: 150 trong khoảng từ mức thấp nhất 0 đến mức cao nhất 200 của 60 đơn vị, trên tối đa 30 "
     "điểm, được 7,5 điểm\n",
     "Calculation: 150 between the lowest, 0, and the highest, 200, of 60 units, of 30 points is "
     "7.5 points\n"},
};

static void check_explained(const dti_result *result, size_t node, dti_lang lang, const char *part)
{
    dti_text *text = NULL;
    dti_error *error = NULL;
    sample_must(dti_result_explain(result, node, NULL, lang, &text, &error), &error);
    ck_assert_msg(strstr(dti_text_data(text), part) != NULL, "\"%s\" is not in:\n%s", part,
                  dti_text_data(text));
    dti_text_free(text);
}

START_TEST(places_earn_points)
{
    dti_result *result = score_sample();
    const size_t node = sample_node(result, components[_i].code);
    ck_assert_int_eq(dti_result_state(result, node), DTI_STATE_PRESENT);
    ck_assert_int_eq(dti_result_points(result, node), components[_i].points);
    ck_assert_int_eq(dti_result_cause(result, node), DTI_CAUSE_BELOW_BEST);
    check_explained(result, node, DTI_LANG_VI, components[_i].vi);
    check_explained(result, node, DTI_LANG_EN, components[_i].en);
    dti_result_unref(result);
}
END_TEST

START_TEST(steps_leave_the_others_where_they_are)
{
    dti_result *result = score_sample();
    const size_t node = sample_node(result, components[_i].code);
    ck_assert_int_eq(dti_result_step(result, node), components[_i].step);
    ck_assert_uint_eq(dti_result_step_input(result, node),
                      sample_input(framework, components[_i].input));
    ck_assert_double_eq(dti_result_step_amount(result, node), components[_i].amount);
    ck_assert_int_eq(dti_result_step_gain(result, node), components[_i].gain);
    dti_result_unref(result);
}
END_TEST

START_TEST(points_add_up)
{
    dti_result *result = score_sample();
    ck_assert_int_eq(dti_result_points(result, sample_node(result, "1")), INT64_C(40561666667));
    ck_assert_int_eq(dti_result_points(result, sample_node(result, "total")),
                     INT64_C(40561666667) + INT64_C(51160000000));
    dti_result_unref(result);
}
END_TEST

/* ---- Edges ---- */

#define MOST_FIGURES 2

static const struct {
    const char *code;
    struct sample_row figures[MOST_FIGURES];
    const char *bounds; /* of the component; NULL: they have none */
    dti_state state;
    int64_t points; /* whole */
} edges[] = {
    /* Better than the best that was known, and worse than the worst. */
    {"1.1", {SAMPLE_NUMBER("coverage", 90)}, "\"low\":0.2,\"high\":0.8", DTI_STATE_PRESENT, 10},
    {"1.1", {SAMPLE_NUMBER("coverage", 0)}, "\"low\":0.2,\"high\":0.8", DTI_STATE_PRESENT, 0},
    {"1.4", {SAMPLE_NUMBER("spending", 250)}, "\"low\":0,\"high\":200", DTI_STATE_PRESENT, 3},
    {"1.3",
     {SAMPLE_NUMBER("income", 0), SAMPLE_NUMBER("spending", 150)},
     "\"low\":-100,\"high\":400",
     DTI_STATE_PRESENT,
     0},
    /* The best and the worst. */
    {"1.1", {SAMPLE_NUMBER("coverage", 80)}, "\"low\":0.2,\"high\":0.8", DTI_STATE_PRESENT, 10},
    {"1.2",
     {SAMPLE_NUMBER("files", 200), SAMPLE_NUMBER("files-late", 10)},
     "\"low\":0.05,\"high\":0.5",
     DTI_STATE_PRESENT,
     20},
    {"1.4", {SAMPLE_NUMBER("spending", 0)}, "\"low\":0,\"high\":200", DTI_STATE_PRESENT, 30},
    {"1.4", {SAMPLE_NUMBER("spending", 200)}, "\"low\":0,\"high\":200", DTI_STATE_PRESENT, 3},
    /* Nobody has anything: a best of 0. Where lower is better that is full, and beside it nothing
     * else is worth anything. */
    {"1.1", {SAMPLE_NUMBER("coverage", 0)}, "\"low\":0,\"high\":0", DTI_STATE_PRESENT, 0},
    {"1.2",
     {SAMPLE_NUMBER("files", 200), SAMPLE_NUMBER("files-late", 0)},
     "\"low\":0,\"high\":0.5",
     DTI_STATE_PRESENT,
     20},
    {"1.2",
     {SAMPLE_NUMBER("files", 200), SAMPLE_NUMBER("files-late", 30)},
     "\"low\":0,\"high\":0.5",
     DTI_STATE_PRESENT,
     0},
    {"1.2",
     {SAMPLE_NUMBER("files", 0), SAMPLE_NUMBER("files-late", 0)},
     "\"low\":0.05,\"high\":0.5",
     DTI_STATE_NOT_APPLICABLE,
     0},
    /* All are equal: when_base_zero is zero, and full. */
    {"1.3",
     {SAMPLE_NUMBER("income", 300), SAMPLE_NUMBER("spending", 150)},
     "\"low\":150,\"high\":150",
     DTI_STATE_PRESENT,
     0},
    {"1.4", {SAMPLE_NUMBER("spending", 150)}, "\"low\":150,\"high\":150", DTI_STATE_PRESENT, 30},
    /* Bounds of other components do not help. */
    {"1.1", {SAMPLE_NUMBER("coverage", 80)}, NULL, DTI_STATE_NOT_ASSESSED, 0},
    {"1.3", {SAMPLE_NUMBER("income", 300)}, "\"low\":0,\"high\":1", DTI_STATE_MISSING, 0},
};

static dti_bounds *make_bounds(const char *code, const char *entry)
{
    char text[512];
    dti_bounds *bounds = NULL;
    dti_error *error = NULL;
    snprintf(text, sizeof text,
             "{\"format\":\"dti-bounds/1\",\"framework\":{\"id\":\"cohort\",\"version\":\"1.0.0\"},"
             "\"bounds\":[{\"code\":\"%s\",%s,\"count\":63}]}",
             entry == NULL ? "1.4" : code, entry == NULL ? "\"low\":0,\"high\":1" : entry);
    sample_must(dti_bounds_parse(text, strlen(text), framework, NULL, &bounds, &error), &error);
    return bounds;
}

START_TEST(edges_are_settled)
{
    dti_dossier_builder *builder = sample_builder(framework);
    for (int i = 0; i < MOST_FIGURES && edges[_i].figures[i].input != NULL; i++) {
        sample_enter(builder, &edges[_i].figures[i]);
    }
    dti_dossier *dossier = sample_build(builder);
    dti_bounds *bounds = make_bounds(edges[_i].code, edges[_i].bounds);
    dti_result *result = score(dossier, bounds);
    const size_t node = sample_node(result, edges[_i].code);
    ck_assert_int_eq(dti_result_state(result, node), edges[_i].state);
    ck_assert_int_eq(dti_result_points(result, node), edges[_i].points * DTI_POINT);
    dti_result_unref(result);
    dti_bounds_unref(bounds);
    dti_dossier_unref(dossier);
    dti_dossier_builder_free(builder);
}
END_TEST

/* Who is better than the best that was known gets the maximum and no more. */
START_TEST(more_than_the_best_is_capped)
{
    dti_dossier_builder *builder = sample_builder(framework);
    const struct sample_row row = SAMPLE_NUMBER("coverage", 90);
    sample_enter(builder, &row);
    dti_dossier *dossier = sample_build(builder);
    dti_bounds *bounds = make_bounds("1.1", "\"low\":0.2,\"high\":0.8");
    dti_result *result = score(dossier, bounds);
    check_explained(result, sample_node(result, "1.1"), DTI_LANG_EN,
                    "Calculation: 90 % against the highest of 63 units, 80 %, of 10 points is 10 "
                    "points, not more than the maximum\n");
    ck_assert_int_eq(dti_result_cause(result, sample_node(result, "1.1")), DTI_CAUSE_NONE);
    ck_assert_int_eq(dti_result_step(result, sample_node(result, "1.1")), DTI_STEP_NONE);
    dti_result_unref(result);
    dti_bounds_unref(bounds);
    dti_dossier_unref(dossier);
    dti_dossier_builder_free(builder);
}
END_TEST

/* The last step of an amount is as large as what is left of it. */
START_TEST(steps_stay_within_the_range)
{
    dti_dossier_builder *builder = sample_builder(framework);
    const struct sample_row row = SAMPLE_NUMBER("spending", 0.5);
    sample_enter(builder, &row);
    dti_dossier *dossier = sample_build(builder);
    dti_bounds *bounds = make_bounds("1.4", "\"low\":0,\"high\":200");
    dti_result *result = score(dossier, bounds);
    const size_t node = sample_node(result, "1.4");
    /* (200 − 0.5) / 200 × 30 = 29.925; the whole is 30. */
    ck_assert_int_eq(dti_result_points(result, node), INT64_C(29925000000));
    ck_assert_double_eq(dti_result_step_amount(result, node), 0.5);
    ck_assert_int_eq(dti_result_step_gain(result, node), INT64_C(75000000));
    dti_result_unref(result);
    dti_bounds_unref(bounds);
    dti_dossier_unref(dossier);
    dti_dossier_builder_free(builder);
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("bounded");
    TCase *tcase = tcase_create("bounded");
    tcase_add_checked_fixture(tcase, setup, teardown);
    tcase_add_loop_test(tcase, places_earn_points, 0, LENGTH_OF(components));
    tcase_add_loop_test(tcase, steps_leave_the_others_where_they_are, 0, LENGTH_OF(components));
    tcase_add_test(tcase, points_add_up);
    tcase_add_loop_test(tcase, edges_are_settled, 0, LENGTH_OF(edges));
    tcase_add_test(tcase, more_than_the_best_is_capped);
    tcase_add_test(tcase, steps_stay_within_the_range);
    suite_add_tcase(suite, tcase);
    return suite;
}
