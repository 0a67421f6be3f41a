/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Losses: causes, next steps and their gains, where a unit would stand after them, what went from
 * track to track. */
#include "random.h"

#include <math.h>

#define PLAN "examples/data/quangnam-2022.json"

/* ── helpers ── */

static dti_losses *losses_with(const dti_result *result, const dti_table *table)
{
    dti_losses_options options = DTI_LOSSES_OPTIONS_INIT;
    dti_losses *losses = NULL;
    dti_error *error = NULL;
    options.table = table;
    sample_must(dti_losses_new(result, &options, &losses, &error), &error);
    return losses;
}

static size_t item_of(const dti_losses *losses, const char *code)
{
    const size_t node = sample_node(dti_losses_result(losses), code);
    for (size_t i = 0; i < dti_losses_count(losses); i++)
        if (dti_losses_node(losses, i) == node)
            return i;
    return DTI_NONE;
}

static dti_table *builtin_table(const char *id)
{
    dti_table *table = NULL;
    dti_error *error = NULL;
    sample_must(dti_table_builtin(id, NULL, &table, &error), &error);
    return table;
}

/* The dossier of the plan as if it were that of another province. */
static dti_result *plan_of(const char *unit)
{
    size_t length = 0;
    char *text = test_read_file(PLAN, &length);
    char *at = strstr(text, "gso:49");
    dti_framework *framework = sample_builtin();
    dti_dossier *dossier = NULL;
    dti_error *error = NULL;
    ck_assert_uint_eq(strlen(unit), 6);
    memcpy(at, unit, 6);
    sample_must(dti_dossier_parse(text, length, framework, NULL, &dossier, &error), &error);
    dti_result *result = sample_score(dossier, DTI_TRACK_APPRAISED);
    dti_dossier_unref(dossier);
    dti_framework_unref(framework);
    free(text);
    return result;
}

/* ── causes ── */

/* Of component 2.1 of 10 points, of which no figure is known. */
static const struct {
    const char *self; /* NULL: not stated */
    const char *appraised;
    const char *final;
    dti_track track;
    dti_cause cause;
} causes[] = {
    {NULL, "5", NULL, DTI_TRACK_APPRAISED, DTI_CAUSE_STATED},
    {"8", "5", NULL, DTI_TRACK_APPRAISED, DTI_CAUSE_CUT},
    {"5", "5", NULL, DTI_TRACK_APPRAISED, DTI_CAUSE_STATED},
    {"4", "5", NULL, DTI_TRACK_APPRAISED, DTI_CAUSE_STATED},
    {"8", "5", NULL, DTI_TRACK_SELF, DTI_CAUSE_STATED},
    {"8", "5", "7", DTI_TRACK_FINAL, DTI_CAUSE_CUT},
    {"8", "5", "8", DTI_TRACK_FINAL, DTI_CAUSE_STATED},
    {"10", "5", "10", DTI_TRACK_FINAL, DTI_CAUSE_NONE},
};

static void state(dti_dossier_builder *builder, const char *code, dti_track track, const char *text)
{
    dti_error *error = NULL;
    if (text)
        sample_must(dti_dossier_builder_add_stated(builder, code, track, DTI_QUANTITY_POINTS, text,
                                                   -1, &error),
                    &error);
}

START_TEST(cut_is_a_cause)
{
    dti_dossier_builder *builder = sample_begin(false);
    state(builder, "2.1", DTI_TRACK_SELF, causes[_i].self);
    state(builder, "2.1", DTI_TRACK_APPRAISED, causes[_i].appraised);
    state(builder, "2.1", DTI_TRACK_FINAL, causes[_i].final);
    dti_result *result = sample_end(builder, causes[_i].track);
    ck_assert_int_eq(dti_result_cause(result, sample_node(result, "2.1")), causes[_i].cause);
    dti_result_unref(result);
}
END_TEST

START_TEST(causes_have_ids)
{
    for (int cause = DTI_CAUSE_NONE; cause <= DTI_CAUSE_UNALLOCATED; cause++) {
        ck_assert_str_ne(dti_cause_id((dti_cause)cause), "");
        for (int other = 0; other < cause; other++) {
            ck_assert_str_ne(dti_cause_id((dti_cause)cause), dti_cause_id((dti_cause)other));
            ck_assert_str_ne(dti_cause_name((dti_cause)cause, DTI_LANG_VI),
                             dti_cause_name((dti_cause)other, DTI_LANG_VI));
        }
    }
    ck_assert_str_eq(dti_cause_id(DTI_CAUSE_CUT), "cut");
    ck_assert_str_eq(dti_cause_id((dti_cause)99), "");
    ck_assert_str_eq(dti_cause_id((dti_cause)-1), "");
}
END_TEST

/* ── what a step brings ── */

/* 6.12: one percentage point of 80 % is 20/80 points. 2.8 and 2.9: a policy each, 10 points. 3.5:
 * the better half of 30. 5.8: one plan of eight, 5 points. 7.7: a percentage point of 10 points. In
 * thousandths of a point. */
static const struct {
    const char *code;
    int64_t gain;
    const char *main;
    bool government; /* counts there, or elsewhere */
    bool economy;
} steps[] = {
    {"6.12", 250, "6", true, false}, {"2.8", 10000, "2", true, true},
    {"3.5", 15000, "3", true, true}, {"5.8", 625, "5", true, true},
    {"7.7", 100, "7", false, true},
};

START_TEST(step_gains)
{
    dti_result *result = plan_of("gso:49");
    dti_losses *losses = losses_with(result, NULL);
    const size_t item = item_of(losses, steps[_i].code);
    const int64_t gain = steps[_i].gain * 1000000;
    ck_assert_int_eq(dti_losses_step_gain(losses, item, sample_node(result, steps[_i].code)), gain);
    ck_assert_int_eq(dti_losses_step_gain(losses, item, sample_node(result, steps[_i].main)), gain);
    ck_assert_int_eq(dti_losses_step_gain(losses, item, sample_node(result, "dti")), gain);
    ck_assert_int_eq(dti_losses_step_gain(losses, item, sample_node(result, "digital-government")),
                     steps[_i].government ? gain : 0);
    ck_assert_int_eq(dti_losses_step_gain(losses, item, sample_node(result, "digital-economy")),
                     steps[_i].economy ? gain : 0);
    ck_assert_int_eq(dti_losses_step_gain(losses, item, sample_node(result, "1")), 0);
    ck_assert_int_eq(dti_losses_step_rank(losses, item, sample_node(result, "dti"), NULL, NULL), 0);
    dti_losses_unref(losses);
    dti_result_unref(result);
}
END_TEST

/* The plan gives 7.75 of 10 where the rule gives 7.5: what is lacking bounds the gain. */
START_TEST(step_is_bounded)
{
    dti_dossier_builder *builder = sample_begin(false);
    static const struct sample_row answer = SAMPLE_ANSWER("committee-head", "deputy");
    sample_enter(builder, &answer);
    state(builder, "1.2", DTI_TRACK_APPRAISED, "15"); /* by the rule 10 of 20 */
    dti_result *result = sample_end(builder, DTI_TRACK_APPRAISED);
    dti_losses *losses = losses_with(result, NULL);
    const size_t item = item_of(losses, "1.2");
    ck_assert_int_eq(dti_result_step_gain(result, sample_node(result, "1.2")), 10 * DTI_POINT);
    ck_assert_int_eq(dti_losses_step_gain(losses, item, sample_node(result, "1.2")), 5 * DTI_POINT);
    ck_assert_uint_eq(dti_losses_step_count(losses), 1);
    ck_assert_uint_eq(dti_losses_step(losses, DTI_LOSSES_LARGEST, 0), item);
    dti_losses_unref(losses);
    dti_result_unref(result);
}
END_TEST

/* One answer and one document first; then a unit and an item; then percentage points. */
static const char *const easiest[] = {"1.2", "1.10", "2.3", "1.9", "2.2", "1.1.1"};

START_TEST(order_easiest)
{
    static const struct sample_row rows[] = {
        SAMPLE_NUMBER("users-share", 30),    SAMPLE_ANSWER("committee-head", "nobody"),
        SAMPLE_ANSWER("plan-issued", "yes"), SAMPLE_ANSWER("portal-open", "no"),
        SAMPLE_NUMBER("decisions", 1),       SAMPLE_NUMBER("incidents", 11),
    };
    dti_dossier_builder *builder = sample_begin(false);
    dti_error *error = NULL;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        sample_enter(builder, &rows[i]);
    sample_must(dti_dossier_builder_add_text(builder, "platforms", "LGSP", &error), &error);
    dti_result *result = sample_end(builder, DTI_TRACK_COMPUTED);
    dti_losses *losses = losses_with(result, NULL);
    const size_t count = sizeof easiest / sizeof easiest[0];
    ck_assert_uint_eq(dti_losses_step_count(losses), count);
    for (size_t i = 0; i < count; i++)
        ck_assert_uint_eq(dti_losses_step(losses, DTI_LOSSES_EASIEST, i),
                          item_of(losses, easiest[i]));
    const size_t overall = sample_node(result, "total");
    for (size_t i = 1; i < count; i++)
        ck_assert_int_ge(
            dti_losses_step_gain(losses, dti_losses_step(losses, DTI_LOSSES_LARGEST, i - 1),
                                 overall),
            dti_losses_step_gain(losses, dti_losses_step(losses, DTI_LOSSES_LARGEST, i), overall));
    dti_losses_unref(losses);
    dti_result_unref(result);
}
END_TEST

/* By definition: state the points of the component with the gain added, and score again. */
static dti_dossier *stated_by_rule(const dti_framework *framework, const dti_dossier *figures,
                                   const dti_result *computed, size_t raised, int64_t gain)
{
    dti_dossier_builder *builder = sample_builder(framework);
    dti_error *error = NULL;
    for (size_t i = 0; i < RANDOM_INPUTS; i++) {
        const char *id = dti_framework_input_id(framework, i);
        const dti_input_kind kind = dti_framework_input_kind(framework, i);
        if (dti_dossier_input_state(figures, i) == DTI_STATE_PRESENT &&
            (kind == DTI_INPUT_COUNT || kind == DTI_INPUT_RATIO || kind == DTI_INPUT_AMOUNT))
            sample_must(dti_dossier_builder_set_number(
                            builder, id, dti_dossier_input_number(figures, i), &error),
                        &error);
    }
    for (size_t node = 0; node < dti_framework_node_count(framework); node++) {
        char text[40];
        const int64_t points = dti_result_points(computed, node) + (node == raised ? gain : 0);
        const dti_node_kind kind = dti_framework_node_kind(framework, node);
        if (kind != DTI_NODE_COMPONENT || !dti_result_has_track(computed, node, DTI_TRACK_COMPUTED))
            continue;
        snprintf(text, sizeof text, "%lld.%09lld", (long long)(points / DTI_POINT),
                 (long long)(points % DTI_POINT));
        state(builder, dti_framework_node_code(framework, node, NULL), DTI_TRACK_SELF, text);
    }
    dti_dossier *dossier = sample_build(builder);
    dti_dossier_builder_free(builder);
    (void)error;
    return dossier;
}

START_TEST(gains_by_definition)
{
    size_t checked = 0;
    for (uint64_t seed = 0; seed < 40; seed++) {
        uint64_t random = seed * 7 + 1;
        double values[RANDOM_INPUTS];
        uint8_t states[RANDOM_INPUTS] = {0};
        dti_framework *framework = random_framework(&random);
        for (int i = 0; i < RANDOM_INPUTS; i++)
            values[i] = random_figure(&random, i);
        dti_dossier *figures = random_dossier(framework, values, states, 1);
        dti_result *computed = sample_score(figures, DTI_TRACK_COMPUTED);
        dti_dossier *now = stated_by_rule(framework, figures, computed, DTI_NONE, 0);
        dti_result *before = sample_score(now, DTI_TRACK_SELF);
        dti_losses *losses = losses_with(before, NULL);
        for (size_t i = 0; i < dti_losses_step_count(losses) && i < 3; i++) {
            const size_t item = dti_losses_step(losses, DTI_LOSSES_LARGEST, i);
            const size_t node = dti_losses_node(losses, item);
            const int64_t gain = dti_losses_step_gain(losses, item, node);
            dti_dossier *then = stated_by_rule(framework, figures, computed, node, gain);
            dti_result *after = sample_score(then, DTI_TRACK_SELF);
            ck_assert_int_gt(gain, 0);
            for (size_t k = 0; k < dti_framework_node_count(framework); k++)
                ck_assert_int_eq(dti_losses_step_gain(losses, item, k),
                                 dti_result_points(after, k) - dti_result_points(before, k));
            checked++;
            dti_result_unref(after);
            dti_dossier_unref(then);
        }
        dti_losses_unref(losses);
        dti_result_unref(before);
        dti_dossier_unref(now);
        dti_result_unref(computed);
        dti_dossier_unref(figures);
        dti_framework_unref(framework);
    }
    ck_assert_uint_ge(checked, 40);
}
END_TEST

/* ── ranks by printed values of some ── */

/* Printed 2022: 1 Đà Nẵng 0.8002, 2 TP HCM 0.7163, 3 Quảng Ninh 0.7024, 4 Huế 0.6975, 5 Cần Thơ
 * 0.6924, then values of a few among those of whom only ranks are printed. */
static const struct {
    const char *unit;
    const char *step;
    const char *index;
    uint32_t before; /* 0: cannot be told */
    uint32_t after;
} printed[] = {
    {"gso:48", "3.5", "dti", 1, 1}, /* the first cannot get better */
    {"gso:79", "3.5", "dti", 2, 2},
    {"gso:92", "6.12", "dti", 5, 5}, /* 692.65 at most, Huế has at least 697.45 */
    {"gso:92", "2.8", "dti", 0, 0},  /* 702.35 to 702.45, as Quảng Ninh */
    {"gso:92", "3.5", "dti", 5, 3},  /* 707.35 at least, Quảng Ninh 702.45 at most */
    {"gso:49", "6.12", "dti", 0, 0}, /* of rank 30 nobody knows the points */
    {"gso:49", "3.5", "dti", 0, 0},
    {"gso:48", "7.7", "digital-government", 0, 0}, /* brings nothing there */
    {"gso:48", "2.8", "digital-government", 1, 1},
    {"gso:79", "2.8", "digital-government", 0, 0}, /* second is nobody that is known */
    {"gso:46", "3.5", "3", 0, 0},                  /* Huế's rank is not printed */
    {"gso:48", "3.5", "3", 2, 1},                  /* 0.8253 + 15 points beside 0.8258 */
};

START_TEST(ranks_printed)
{
    dti_table *table = builtin_table("vn-dti-province-2022");
    dti_result *result = plan_of(printed[_i].unit);
    dti_losses *losses = losses_with(result, table);
    const size_t item = item_of(losses, printed[_i].step);
    const size_t index = sample_node(result, printed[_i].index);
    uint32_t before = 77;
    uint32_t after = 77;
    const int is_told = dti_losses_step_rank(losses, item, index, &before, &after);
    ck_assert_int_eq(is_told, printed[_i].before != 0);
    ck_assert_uint_eq(before, is_told ? printed[_i].before : 77);
    ck_assert_uint_eq(after, is_told ? printed[_i].after : 77);
    dti_losses_unref(losses);
    dti_result_unref(result);
    dti_table_unref(table);
}
END_TEST

/* ── what went from track to track ── */

/* 2.1 of 10, 2.2 of 10: 9 → 4 → 6, and 3 → 3; main indicator 2 of 40 is stated 30 → 25. */
static const struct {
    const char *code;
    dti_track from;
    dti_track to;
    int64_t points;
    const char *explanation;
} cuts[] = {
    {"1.2", DTI_TRACK_SELF, DTI_TRACK_FINAL, 7, ""},
    {"2", DTI_TRACK_SELF, DTI_TRACK_APPRAISED, 5, "vì thế"},
    {"2.1", DTI_TRACK_SELF, DTI_TRACK_APPRAISED, 5, "thiếu tài liệu"},
    {"2.1", DTI_TRACK_APPRAISED, DTI_TRACK_FINAL, -2, "đã bổ sung"},
};

START_TEST(cuts_between_tracks)
{
    dti_dossier_builder *builder = sample_begin(false);
    dti_error *error = NULL;
    state(builder, "1.2", DTI_TRACK_SELF, "9");
    state(builder, "1.2", DTI_TRACK_FINAL, "2");
    state(builder, "2", DTI_TRACK_SELF, "30");
    state(builder, "2", DTI_TRACK_APPRAISED, "25");
    state(builder, "2.1", DTI_TRACK_SELF, "9");
    state(builder, "2.1", DTI_TRACK_APPRAISED, "4");
    state(builder, "2.1", DTI_TRACK_FINAL, "6");
    state(builder, "2.2", DTI_TRACK_SELF, "3");
    state(builder, "2.2", DTI_TRACK_APPRAISED, "3");
    sample_must(
        dti_dossier_builder_explain(builder, "2", DTI_TRACK_APPRAISED, "vì thế", NULL, &error),
        &error);
    sample_must(dti_dossier_builder_explain(builder, "2.1", DTI_TRACK_APPRAISED, "thiếu tài liệu",
                                            NULL, &error),
                &error);
    sample_must(
        dti_dossier_builder_explain(builder, "2.1", DTI_TRACK_FINAL, "đã bổ sung", NULL, &error),
        &error);
    dti_result *result = sample_end(builder, DTI_TRACK_FINAL);
    dti_losses *losses = losses_with(result, NULL);
    ck_assert_uint_eq(dti_losses_cut_count(losses), 4);
    for (size_t i = 0; i < 4; i++) {
        ck_assert_uint_eq(dti_losses_cut_node(losses, i), sample_node(result, cuts[i].code));
        ck_assert_int_eq(dti_losses_cut_from(losses, i), cuts[i].from);
        ck_assert_int_eq(dti_losses_cut_to(losses, i), cuts[i].to);
        ck_assert_int_eq(dti_losses_cut_points(losses, i), cuts[i].points * DTI_POINT);
        ck_assert_str_eq(dti_losses_cut_explanation(losses, i, DTI_LANG_VI), cuts[i].explanation);
    }
    dti_losses_unref(losses);
    dti_result_unref(result);
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("losses-steps");
    TCase *reasons = tcase_create("causes");
    tcase_add_loop_test(reasons, cut_is_a_cause, 0, (int)(sizeof causes / sizeof causes[0]));
    tcase_add_test(reasons, causes_have_ids);
    suite_add_tcase(suite, reasons);
    TCase *gains = tcase_create("steps");
    tcase_add_loop_test(gains, step_gains, 0, (int)(sizeof steps / sizeof steps[0]));
    tcase_add_test(gains, step_is_bounded);
    tcase_add_test(gains, order_easiest);
    tcase_add_test(gains, gains_by_definition);
    suite_add_tcase(suite, gains);
    TCase *ranks = tcase_create("ranks");
    tcase_add_loop_test(ranks, ranks_printed, 0, (int)(sizeof printed / sizeof printed[0]));
    suite_add_tcase(suite, ranks);
    TCase *tracks = tcase_create("cuts");
    tcase_add_test(tracks, cuts_between_tracks);
    suite_add_tcase(suite, tracks);
    return suite;
}
