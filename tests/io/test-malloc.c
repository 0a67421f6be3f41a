/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* malloc() itself runs out of memory: under errors, reports and the trees of documents, which do
 * not come from the caller's allocator. */
#include "scenarios-tables.h"

#define SPREAD 200 /* failing calls where there are thousands */

START_TEST(survives_failures_of_malloc)
{
    struct scenario_context context;
    scenario_open(&context, SAMPLE_TINY_FRAMEWORK, SAMPLE_TINY_DOSSIER);
    test_nomem_spread(scenarios[_i].run, &context, SPREAD);
    scenario_close(&context);
}
END_TEST

START_TEST(tables_survive_failures_of_malloc)
{
    struct tables tables;
    tables_open(&tables);
    test_nomem_spread(table_scenarios[_i].run, &tables, SPREAD);
    tables_close(&tables);
}
END_TEST

/* The first calls, one after the other: where everything is opened, the spread may step over a
 * kind. The builder and the score are small enough for all of them. */
START_TEST(survives_every_failure_of_malloc)
{
    struct scenario_context context;
    scenario_open(&context, SAMPLE_TINY_FRAMEWORK, SAMPLE_TINY_DOSSIER);
    test_nomem(_i == 0 ? scenario_builder : scenario_score, &context);
    scenario_close(&context);
}
END_TEST

/* A document full of faults needs memory for each of them. Only their lines and columns may be
 * missing in the end, because the pointers tell the places as well: that is all that is allowed to
 * come out of a failure besides "no memory". */
static dti_status scenario_faults(const dti_allocator *allocator, void *data)
{
    static const char text[] =
        "{\"format\":\"dti-dossier/1\",\"id\":\"A b\",\"version\":\"1\",\"unit\":{\"id\":\"\"},"
        "\"framework\":{\"id\":\"tiny\",\"version\":\"1.0.0\"},\"year\":2022,\"surplus\":1,"
        "\"inputs\":[{\"id\":\"users\",\"value\":-1},{\"id\":\"users\",\"value\":1},{\"id\":\"x\"}]"
        ","
        "\"stated\":[{\"code\":\"99\",\"track\":\"own\",\"quantity\":\"points\",\"text\":\"1,\"}]}";
    const struct scenario_context *context = data;
    const dti_parse_options options = scenario_options(allocator);
    dti_report *report = NULL;
    dti_error *error = NULL;
    dti_status status =
        dti_dossier_check(text, sizeof text - 1, context->framework, &options, &report, &error);
    scenario_settle(status, report, error);
    if (status == DTI_OK) {
        ck_assert_uint_ge(dti_report_severity_count(report, DTI_SEVERITY_ERROR), 5);
        ck_assert_str_eq(dti_report_pointer(report, 0), "/id");
        status = dti_report_line(report, 0) == 0 ? DTI_E_NOMEM : DTI_OK;
    }
    dti_report_unref(report);
    return status;
}

/* A refusal must not turn into something else because its words find no memory: then it is "no
 * memory". */
static dti_status scenario_refusal(const dti_allocator *allocator, void *data)
{
    const dti_parse_options options = scenario_options(allocator);
    dti_framework *framework = NULL;
    dti_error *error = NULL;
    (void)data;
    dti_status status = dti_framework_builtin("no-such-framework", &options, &framework, &error);
    scenario_settle(status, framework, error);
    if (status != DTI_E_NOT_FOUND) {
        return status;
    }
    error = NULL;
    status = dti_framework_parse("[1, 2", 5, &options, &framework, &error);
    scenario_settle(status, framework, error);
    return status == DTI_E_SYNTAX ? DTI_OK : status;
}

/* The same of a figure in a column, and in a scoreboard, which stays as it was. */
static dti_status scenario_refused_figure(const dti_allocator *allocator, void *data)
{
    const struct scenario_context *context = data;
    const size_t input = sample_input(context->framework, "users-share");
    const double share = 100.5;
    dti_column columns[SCENARIO_INPUTS] = {{0}};
    dti_run_options run = DTI_RUN_OPTIONS_INIT;
    dti_scoreboard_options options = DTI_SCOREBOARD_OPTIONS_INIT;
    dti_scoreboard *board = NULL;
    dti_error *error = NULL;
    run.allocator = options.allocator = allocator;
    columns[input].values = &share;
    dti_status status = dti_program_run(context->program, columns, NULL, 0, 0, 1, &run, &error);
    scenario_settle(status, NULL, error);
    if (status != DTI_E_VALUE) {
        return status;
    }
    columns[input].values = NULL;
    error = NULL;
    status = dti_scoreboard_new(context->program, columns, 1, &options, &board, &error);
    if (scenario_settle(status, board, error) != DTI_OK) {
        return status;
    }
    error = NULL;
    status = dti_scoreboard_set(board, 0, input, share, DTI_STATE_PRESENT, &error);
    ck_assert_int_eq(dti_scoreboard_input_state(board, 0, input), DTI_STATE_MISSING);
    dti_scoreboard_free(board);
    scenario_settle(status, NULL, error);
    return status == DTI_E_VALUE ? DTI_OK : status;
}

START_TEST(survives_failures_while_it_reports)
{
    static const test_scenario reports[] = {scenario_faults, scenario_refusal,
                                            scenario_refused_figure};
    struct scenario_context context;
    scenario_open(&context, SAMPLE_TINY_FRAMEWORK, SAMPLE_TINY_DOSSIER);
    test_nomem(reports[_i], &context);
    scenario_close(&context);
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("malloc");
    TCase *tcase = tcase_create("malloc");
    tcase_add_loop_test(tcase, survives_failures_of_malloc, 0, SCENARIO_COUNT);
    tcase_add_loop_test(tcase, survives_every_failure_of_malloc, 0, 2);
    tcase_add_loop_test(tcase, survives_failures_while_it_reports, 0, 3);
    tcase_add_loop_test(tcase, tables_survive_failures_of_malloc, 0, TABLE_SCENARIO_COUNT);
    suite_add_tcase(suite, tcase);
    return suite;
}
