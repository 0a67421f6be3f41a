/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* What the next step of each rule is, which input it is about, and what it brings. */
#include "samples.h"

#define LENGTH_OF(array) (int)(sizeof(array) / sizeof((array)[0]))

/* ---- Steps ---- */

static const struct step_case {
    const char *code;
    bool is_builtin;
    struct sample_row rows[2];
    dti_step_kind kind;
    const char *input;
    int64_t gain;
} step_cases[] = {
    /* 20 points over 80 percentage points: one of them is worth 0.25. */
    {"6.12",
     true,
     {SAMPLE_NUMBER("files-processed-online-share", 51.16)},
     DTI_STEP_PERCENT_POINT,
     "files-processed-online-share",
     250000000},
    {"6.12",
     true,
     {SAMPLE_NUMBER("files-processed-online-share", 0)},
     DTI_STEP_PERCENT_POINT,
     "files-processed-online-share",
     250000000},
    /* Half a point is left up to the target. */
    {"6.12",
     true,
     {SAMPLE_NUMBER("files-processed-online-share", 79.5)},
     DTI_STEP_PERCENT_POINT,
     "files-processed-online-share",
     125000000},
    {"6.12", true, {SAMPLE_NUMBER("files-processed-online-share", 80)}, DTI_STEP_NONE, NULL, 0},
    {"6.12", true, {SAMPLE_NUMBER("files-processed-online-share", 100)}, DTI_STEP_NONE, NULL, 0},
    {"6.12",
     true,
     {SAMPLE_STATE("files-processed-online-share", DTI_STATE_REJECTED)},
     DTI_STEP_NONE,
     NULL,
     0},
    /* One more of seven platforms: 10/7. */
    {"3.6",
     true,
     {SAMPLE_NUMBER("shared-platforms-deployed", 6)},
     DTI_STEP_UNIT,
     "shared-platforms-deployed",
     1428571429},
    {"3.6",
     true,
     {SAMPLE_NUMBER("shared-platforms-deployed", 5)},
     DTI_STEP_UNIT,
     "shared-platforms-deployed",
     1428571428},
    {"3.6", true, {SAMPLE_NUMBER("shared-platforms-deployed", 7)}, DTI_STEP_NONE, NULL, 0},
    {"1.8",
     true,
     {SAMPLE_ANSWER("broadcast-frequency", "monthly")},
     DTI_STEP_ANSWER,
     "broadcast-frequency",
     5000000000},
    {"1.8",
     true,
     {SAMPLE_ANSWER("broadcast-frequency", "less-than-monthly")},
     DTI_STEP_ANSWER,
     "broadcast-frequency",
     5000000000},
    {"1.8", true, {SAMPLE_ANSWER("broadcast-frequency", "weekly")}, DTI_STEP_NONE, NULL, 0},
    {"2.9",
     true,
     {SAMPLE_NUMBER("expert-hiring-policies", 0)},
     DTI_STEP_UNIT,
     "expert-hiring-policies",
     10000000000},
    {"2.9", true, {SAMPLE_NUMBER("expert-hiring-policies", 1)}, DTI_STEP_NONE, NULL, 0},
    /* A small base: one more of eight systems; a large one: 91.48 more of 9148 enterprises. */
    {"5.7",
     true,
     {SAMPLE_NUMBER("systems-inspected", 4), SAMPLE_NUMBER("systems-subject-to-inspection", 8)},
     DTI_STEP_UNIT,
     "systems-inspected",
     1250000000},
    {"7.2",
     true,
     {SAMPLE_NUMBER("digital-technology-enterprises", 178), SAMPLE_NUMBER("enterprises", 9148)},
     DTI_STEP_PERCENT_POINT,
     "digital-technology-enterprises",
     4000000000},
    {"4.1", true, {SAMPLE_NUMBER("drills", 1)}, DTI_STEP_NONE, NULL, 0},
    {"5", true, {SAMPLE_NUMBER("drills", 1)}, DTI_STEP_NONE, NULL, 0},
    {"dti", true, {SAMPLE_NUMBER("drills", 1)}, DTI_STEP_NONE, NULL, 0},
    /* A share that is computed from other inputs: 10 points over 80 percentage points. */
    {"1.1.1",
     false,
     {SAMPLE_NUMBER("users", 300), SAMPLE_NUMBER("adults", 1000)},
     DTI_STEP_PERCENT_POINT,
     "users-share",
     125000000},
    {"1.1.2",
     false,
     {SAMPLE_NUMBER("files-online", 60), SAMPLE_NUMBER("files-on-paper", 40)},
     DTI_STEP_TIER,
     "files-online",
     5000000000},
    {"1.1.2",
     false,
     {SAMPLE_NUMBER("files-online", 1), SAMPLE_NUMBER("files-on-paper", 99)},
     DTI_STEP_TIER,
     "files-online",
     4000000000},
    {"1.1.2",
     false,
     {SAMPLE_NUMBER("files-online", 80), SAMPLE_NUMBER("files-on-paper", 20)},
     DTI_STEP_NONE,
     NULL,
     0},
    {"1.1.2",
     false,
     {SAMPLE_NUMBER("files-online", 0), SAMPLE_NUMBER("files-on-paper", 0)},
     DTI_STEP_NONE,
     NULL,
     0},
    {"1.2",
     false,
     {SAMPLE_ANSWER("committee-head", "nobody")},
     DTI_STEP_ANSWER,
     "committee-head",
     10000000000},
    {"1.9",
     false,
     {SAMPLE_ANSWER("plan-issued", "yes"), SAMPLE_ANSWER("portal-open", "no")},
     DTI_STEP_ITEM,
     "portal-open",
     5000000000},
    {"1.9",
     false,
     {SAMPLE_ANSWER("plan-issued", "no"), SAMPLE_ANSWER("portal-open", "no")},
     DTI_STEP_ITEM,
     "plan-issued",
     7500000000},
    {"1.10", false, {SAMPLE_NUMBER("decisions", 1)}, DTI_STEP_UNIT, "decisions", 7500000000},
    /* A hundredth of the base of 1000, of which 500 earn 10 points. */
    {"2.1",
     false,
     {SAMPLE_NUMBER("spending", 250), SAMPLE_NUMBER("spending-returned", 50)},
     DTI_STEP_PERCENT_POINT,
     "spending-net",
     200000000},
    {"2.3", false, {SAMPLE_NUMBER("incidents", 10)}, DTI_STEP_TIER, "incidents", 7000000000},
    {"2.3", false, {SAMPLE_NUMBER("incidents", 11)}, DTI_STEP_TIER, "incidents", 3000000000},
    {"2.3", false, {SAMPLE_NUMBER("incidents", 0)}, DTI_STEP_NONE, NULL, 0},
    /* 6 points over 90 percentage points; and where only half of one is left. */
    {"2.4",
     false,
     {SAMPLE_NUMBER("satisfaction", 60)},
     DTI_STEP_PERCENT_POINT,
     "satisfaction",
     66666667},
    {"2.4",
     false,
     {SAMPLE_NUMBER("satisfaction", 89.5)},
     DTI_STEP_PERCENT_POINT,
     "satisfaction",
     33333333},
    {"2.5", false, {SAMPLE_NUMBER("incidents", 0)}, DTI_STEP_NONE, NULL, 0},
};

START_TEST(finds_the_next_step)
{
    const struct step_case *at = &step_cases[_i];
    dti_dossier_builder *builder = sample_begin(at->is_builtin);
    for (int i = 0; i < LENGTH_OF(at->rows) && at->rows[i].input != NULL; i++) {
        sample_enter(builder, &at->rows[i]);
    }
    dti_result *result = sample_end(builder, DTI_TRACK_COMPUTED);
    const dti_framework *framework = dti_dossier_framework(dti_result_dossier(result));
    const size_t node = sample_node(result, at->code);
    ck_assert_msg(dti_result_step(result, node) == at->kind, "%s [%d]: kind %d", at->code, _i,
                  dti_result_step(result, node));
    ck_assert_msg(dti_result_step_gain(result, node) == at->gain, "%s [%d]: gain %lld", at->code,
                  _i, (long long)dti_result_step_gain(result, node));
    ck_assert_uint_eq(dti_result_step_input(result, node),
                      at->input == NULL ? DTI_NONE : sample_input(framework, at->input));
    dti_result_unref(result);
}
END_TEST

/* Items of a list are counted: a fourth platform reaches the clamp, a fifth brings nothing. */
START_TEST(counts_items_up_to_the_clamp)
{
    static const int64_t gains[] = {0, 2500000000, 2500000000, 1500000000, 0}; /* [items] */
    dti_dossier_builder *builder = sample_begin(false);
    dti_error *error = NULL;
    for (int i = 0; i < _i; i++) {
        sample_must(dti_dossier_builder_add_text(builder, "platforms", "x", &error), &error);
    }
    dti_result *result = sample_end(builder, DTI_TRACK_COMPUTED);
    const size_t node = sample_node(result, "2.2");
    ck_assert_int_eq(dti_result_step(result, node), gains[_i] > 0 ? DTI_STEP_UNIT : DTI_STEP_NONE);
    ck_assert_int_eq(dti_result_step_gain(result, node), gains[_i]);
    dti_result_unref(result);
}
END_TEST

/* A share of 99.5 % has half a percentage point left, whatever it would bring. */
START_TEST(steps_end_with_the_range)
{
    static const double shares[] = {60, 99, 99.5};
    static const double amounts[] = {1, 1, 0.5};
    const struct sample_row row = SAMPLE_NUMBER("households-with-smartphone-share", shares[_i]);
    dti_dossier_builder *builder = sample_begin(true);
    sample_enter(builder, &row);
    dti_result *result = sample_end(builder, DTI_TRACK_COMPUTED);
    const size_t node = sample_node(result, "3.2");
    ck_assert_double_eq_tol(dti_result_step_amount(result, node), amounts[_i], 1e-9);
    ck_assert_int_eq(dti_result_step_gain(result, node), (int64_t)(amounts[_i] * 100000000));
    dti_result_unref(result);
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("step");
    TCase *tcase = tcase_create("step");
    tcase_add_loop_test(tcase, finds_the_next_step, 0, LENGTH_OF(step_cases));
    tcase_add_loop_test(tcase, steps_end_with_the_range, 0, 3);
    tcase_add_loop_test(tcase, counts_items_up_to_the_clamp, 1, 5);
    suite_add_tcase(suite, tcase);
    return suite;
}
