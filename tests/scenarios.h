/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Pieces of work for tests in which memory runs out: every call of the interface that makes
 * something. Each checks itself that a failed call reports DTI_E_NOMEM and leaves its outputs
 * alone. */
#ifndef TESTS_SCENARIOS_H
#define TESTS_SCENARIOS_H

#include "samples.h"

/* Made beforehand, with memory that does not fail. */
struct scenario_context {
    char *framework_text;
    size_t framework_length;
    char *dossier_text;
    size_t dossier_length;
    dti_framework *framework;
    dti_dossier *dossier;
    dti_dossier *cohort; /* a dossier of a framework with cohort rules, and bounds for it */
    char *bounds_text;
    size_t bounds_length;
    dti_bounds *bounds;
    char *units_text;
    size_t units_length;
    dti_program *program;        /* of the framework */
    dti_program *cohort_program; /* of that with cohort rules */
};

static inline dti_program *scenario_compile(const dti_framework *framework)
{
    dti_program *program = NULL;
    dti_error *error = NULL;
    sample_must(dti_program_new(framework, NULL, &program, &error), &error);
    return program;
}

static inline void scenario_open(struct scenario_context *context, const char *framework_path,
                                 const char *dossier_path)
{
    context->framework_text = test_read_file(framework_path, &context->framework_length);
    context->dossier_text = test_read_file(dossier_path, &context->dossier_length);
    context->framework = sample_framework(framework_path);
    context->dossier = sample_dossier(dossier_path, context->framework);
    dti_framework *cohort = sample_framework(SAMPLE_COHORT_FRAMEWORK);
    context->cohort = sample_dossier(SAMPLE_COHORT_DOSSIER, cohort);
    context->bounds_text = test_read_file(SAMPLE_COHORT_BOUNDS, &context->bounds_length);
    context->bounds = sample_bounds(SAMPLE_COHORT_BOUNDS, cohort);
    context->units_text = test_read_file(SAMPLE_TINY_UNITS, &context->units_length);
    context->program = scenario_compile(context->framework);
    context->cohort_program = scenario_compile(cohort);
    dti_framework_unref(cohort);
}

static inline void scenario_close(struct scenario_context *context)
{
    free(context->framework_text);
    free(context->dossier_text);
    free(context->bounds_text);
    free(context->units_text);
    dti_program_unref(context->program);
    dti_program_unref(context->cohort_program);
    dti_bounds_unref(context->bounds);
    dti_dossier_unref(context->cohort);
    dti_dossier_unref(context->dossier);
    dti_framework_unref(context->framework);
}

/* A failed call has an error and no output, a good one the other way round. */
static inline dti_status scenario_settle(dti_status status, const void *out, dti_error *error)
{
    ck_assert_int_eq(out != NULL, status == DTI_OK);
    ck_assert_int_eq(error != NULL, status != DTI_OK);
    ck_assert_int_eq(dti_error_status(error), status);
    dti_error_free(error);
    return status;
}

static inline dti_parse_options scenario_options(const dti_allocator *allocator)
{
    dti_parse_options options = DTI_PARSE_OPTIONS_INIT;
    options.allocator = allocator;
    options.source_name = "scenario.json";
    return options;
}

static inline dti_status scenario_framework_parse(const dti_allocator *allocator, void *data)
{
    const struct scenario_context *context = data;
    const dti_parse_options options = scenario_options(allocator);
    dti_framework *framework = NULL;
    dti_error *error = NULL;
    const dti_status status = dti_framework_parse(
        context->framework_text, context->framework_length, &options, &framework, &error);
    dti_framework_unref(framework);
    return scenario_settle(status, framework, error);
}

static inline dti_status scenario_framework_builtin(const dti_allocator *allocator, void *data)
{
    const dti_parse_options options = scenario_options(allocator);
    dti_framework *framework = NULL;
    dti_error *error = NULL;
    const dti_status status = dti_framework_builtin(SAMPLE_BUILTIN, &options, &framework, &error);
    (void)data;
    dti_framework_unref(framework);
    return scenario_settle(status, framework, error);
}

static inline dti_status scenario_framework_check(const dti_allocator *allocator, void *data)
{
    const struct scenario_context *context = data;
    const dti_parse_options options = scenario_options(allocator);
    dti_report *report = NULL;
    dti_error *error = NULL;
    const dti_status status = dti_framework_check(
        context->framework_text, context->framework_length, &options, &report, &error);
    dti_report_unref(report);
    return scenario_settle(status, report, error);
}

static inline dti_status scenario_dossier_parse(const dti_allocator *allocator, void *data)
{
    const struct scenario_context *context = data;
    const dti_parse_options options = scenario_options(allocator);
    dti_dossier *dossier = NULL;
    dti_error *error = NULL;
    const dti_status status = dti_dossier_parse(context->dossier_text, context->dossier_length,
                                                context->framework, &options, &dossier, &error);
    dti_dossier_unref(dossier);
    return scenario_settle(status, dossier, error);
}

/* The document names the framework, which is then read as well. */
static inline dti_status scenario_dossier_builtin(const dti_allocator *allocator, void *data)
{
    static const char text[] =
        "{\"format\":\"dti-dossier/1\",\"id\":\"a\",\"version\":\"1\",\"unit\":{\"id\":\"gso:49\"},"
        "\"framework\":{\"id\":\"" SAMPLE_BUILTIN "\",\"version\":\"1.0.0\"},\"year\":2022,"
        "\"inputs\":[{\"id\":\"drills\",\"value\":1}]}";
    const dti_parse_options options = scenario_options(allocator);
    dti_dossier *dossier = NULL;
    dti_error *error = NULL;
    const dti_status status =
        dti_dossier_parse(text, sizeof text - 1, NULL, &options, &dossier, &error);
    (void)data;
    dti_dossier_unref(dossier);
    return scenario_settle(status, dossier, error);
}

static inline dti_status scenario_dossier_check(const dti_allocator *allocator, void *data)
{
    const struct scenario_context *context = data;
    const dti_parse_options options = scenario_options(allocator);
    dti_report *report = NULL;
    dti_error *error = NULL;
    const dti_status status = dti_dossier_check(context->dossier_text, context->dossier_length,
                                                context->framework, &options, &report, &error);
    dti_report_unref(report);
    return scenario_settle(status, report, error);
}

/* A dossier of which the allocator is the one that fails. */
static inline dti_status scenario_dossier(const dti_allocator *allocator,
                                          const struct scenario_context *context,
                                          dti_dossier **dossier)
{
    const dti_parse_options options = scenario_options(allocator);
    dti_error *error = NULL;
    const dti_status status = dti_dossier_parse(context->dossier_text, context->dossier_length,
                                                context->framework, &options, dossier, &error);
    return scenario_settle(status, *dossier, error);
}

static inline dti_status scenario_dossier_write(const dti_allocator *allocator, void *data)
{
    dti_dossier *dossier = NULL;
    dti_text *text = NULL;
    dti_error *error = NULL;
    dti_status status = scenario_dossier(allocator, data, &dossier);
    if (status != DTI_OK) {
        return status;
    }
    status = dti_dossier_write(dossier, &text, &error);
    dti_text_free(text);
    dti_dossier_unref(dossier);
    return scenario_settle(status, text, error);
}

static inline dti_status scenario_bounds(const dti_allocator *allocator,
                                         const struct scenario_context *context, dti_bounds **out)
{
    const dti_parse_options options = scenario_options(allocator);
    dti_error *error = NULL;
    const dti_status status =
        dti_bounds_parse(context->bounds_text, context->bounds_length,
                         dti_dossier_framework(context->cohort), &options, out, &error);
    return scenario_settle(status, *out, error);
}

static inline dti_status scenario_bounds_parse(const dti_allocator *allocator, void *data)
{
    dti_bounds *bounds = NULL;
    const dti_status status = scenario_bounds(allocator, data, &bounds);
    dti_bounds_unref(bounds);
    return status;
}

static inline dti_status scenario_bounds_write(const dti_allocator *allocator, void *data)
{
    dti_bounds *bounds = NULL;
    dti_text *text = NULL;
    dti_error *error = NULL;
    dti_status status = scenario_bounds(allocator, data, &bounds);
    if (status != DTI_OK) {
        return status;
    }
    status = dti_bounds_write(bounds, &text, &error);
    dti_text_free(text);
    dti_bounds_unref(bounds);
    return scenario_settle(status, text, error);
}

/* A digest has no error to tell of: without memory it is empty, and the next one who asks gets it.
 */
static inline dti_status scenario_bounds_digest(const dti_allocator *allocator, void *data)
{
    dti_bounds *bounds = NULL;
    dti_status status = scenario_bounds(allocator, data, &bounds);
    if (status != DTI_OK) {
        return status;
    }
    status = *dti_bounds_digest(bounds) == '\0' ? DTI_E_NOMEM : DTI_OK;
    dti_bounds_unref(bounds);
    return status;
}

static inline dti_status scenario_bounds_merge(const dti_allocator *allocator, void *data)
{
    const struct scenario_context *context = data;
    const dti_bounds *const parts[] = {context->bounds, context->bounds};
    dti_bounds *bounds = NULL;
    dti_error *error = NULL;
    const dti_status status = dti_bounds_merge(parts, 2, allocator, &bounds, &error);
    dti_bounds_unref(bounds);
    return scenario_settle(status, bounds, error);
}

/* Against bounds; the whole document names their digest. */
static inline dti_status scenario_cohort(const dti_allocator *allocator, void *data)
{
    const struct scenario_context *context = data;
    dti_score_options options = DTI_SCORE_OPTIONS_INIT;
    dti_result *result = NULL;
    dti_text *text = NULL;
    dti_error *error = NULL;
    options.allocator = allocator;
    options.bounds = context->bounds;
    dti_status status = dti_score(context->cohort, &options, &result, &error);
    if (scenario_settle(status, result, error) != DTI_OK) {
        return status;
    }
    error = NULL;
    status = dti_result_write(result, NULL, DTI_LANG_EN, &text, &error);
    dti_text_free(text);
    dti_result_unref(result);
    return scenario_settle(status, text, error);
}

static inline dti_status scenario_score(const dti_allocator *allocator, void *data)
{
    const struct scenario_context *context = data;
    dti_score_options options = DTI_SCORE_OPTIONS_INIT;
    dti_result *result = NULL;
    dti_error *error = NULL;
    options.allocator = allocator;
    const dti_status status = dti_score(context->dossier, &options, &result, &error);
    dti_result_unref(result);
    return scenario_settle(status, result, error);
}

/* Words about one component, one index, and the whole document. */
static inline dti_status scenario_tell(const dti_allocator *allocator, void *data)
{
    const struct scenario_context *context = data;
    dti_score_options options = DTI_SCORE_OPTIONS_INIT;
    dti_result *result = NULL;
    dti_error *error = NULL;
    options.allocator = allocator;
    dti_status status = dti_score(context->dossier, &options, &result, &error);
    if (scenario_settle(status, result, error) != DTI_OK) {
        return status;
    }
    const size_t nodes[] = {2, dti_result_node_count(result) - 1, DTI_NONE};
    for (int i = 0; i < 3 && status == DTI_OK; i++) {
        dti_text *text = NULL;
        error = NULL;
        status = nodes[i] == DTI_NONE
                     ? dti_result_write(result, NULL, DTI_LANG_EN, &text, &error)
                     : dti_result_explain(result, nodes[i], NULL, DTI_LANG_VI, &text, &error);
        dti_text_free(text);
        scenario_settle(status, text, error);
    }
    dti_result_unref(result);
    return status;
}

/* One row of a builder; after a failure it is tried again, because the builder must have stayed as
 * it was and usable. Returns whether the first try went well. */
static inline dti_status scenario_row(dti_dossier_builder *builder, int row, dti_error **error)
{
    switch (row) {
    case 0:
        return dti_dossier_builder_set_names(builder, "tinh", "Tỉnh", "Province", error);
    case 1:
        return dti_dossier_builder_set_number(builder, "adults", 1000, error);
    case 2:
        return dti_dossier_builder_set_number(builder, "users", 512, error);
    case 3:
        return dti_dossier_builder_set_answer(builder, "committee-head", "deputy", error);
    case 4:
        return dti_dossier_builder_add_text(builder, "platforms", "Kho dữ liệu", error);
    case 5:
        return dti_dossier_builder_add_text(builder, "platforms", "Họp trực tuyến", error);
    case 6:
        return dti_dossier_builder_set_state(builder, "decisions", DTI_STATE_REJECTED,
                                             "Thiếu chữ ký", error);
    case 7:
        return dti_dossier_builder_set_agency(builder, "users", "so-noi-vu", "Sở Nội vụ", error);
    case 8:
        return dti_dossier_builder_add_stated(builder, "1.1.1", DTI_TRACK_SELF, DTI_QUANTITY_POINTS,
                                              "6,4", 2, error);
    case 9:
        return dti_dossier_builder_explain(builder, "1.1.1", DTI_TRACK_SELF, "Vì sao", "Why",
                                           error);
    default:
        return dti_dossier_builder_set_answer(builder, "plan-issued", "yes", error);
    }
}

static inline dti_status scenario_builder(const dti_allocator *allocator, void *data)
{
    const struct scenario_context *context = data;
    const dti_parse_options options = scenario_options(allocator);
    dti_dossier_builder *builder = NULL;
    dti_dossier *dossier = NULL;
    dti_error *error = NULL;
    dti_status first =
        dti_dossier_builder_new(context->framework, "gso:49", 2022, &options, &builder, &error);
    if (scenario_settle(first, builder, error) != DTI_OK) {
        return first;
    }
    for (int row = 0; row <= 10; row++) {
        error = NULL;
        const dti_status status = scenario_row(builder, row, &error);
        if (status != DTI_OK) {
            first = scenario_settle(status, NULL, error);
            (void)!scenario_row(builder, row, NULL);
        }
    }
    error = NULL;
    const dti_status status = dti_dossier_builder_build(builder, &dossier, &error);
    scenario_settle(status, dossier, error);
    dti_dossier_unref(dossier);
    dti_dossier_builder_free(builder);
    return first != DTI_OK ? first : status;
}

static inline dti_status scenario_program(const dti_allocator *allocator, void *data)
{
    const struct scenario_context *context = data;
    dti_program_options options = DTI_PROGRAM_OPTIONS_INIT;
    dti_program *program = NULL;
    dti_error *error = NULL;
    options.allocator = allocator;
    const dti_status status = dti_program_new(context->framework, &options, &program, &error);
    dti_program_unref(program);
    return scenario_settle(status, program, error);
}

static inline dti_status scenario_scratch(const dti_allocator *allocator,
                                          const struct scenario_context *context, dti_scratch **out)
{
    dti_error *error = NULL;
    const dti_status status = dti_scratch_new(context->program, allocator, out, &error);
    return scenario_settle(status, *out, error);
}

static inline dti_status scenario_scratch_new(const dti_allocator *allocator, void *data)
{
    dti_scratch *scratch = NULL;
    const dti_status status = scenario_scratch(allocator, data, &scratch);
    dti_scratch_free(scratch);
    return status;
}

#define SCENARIO_ROWS   300 /* more than are ranked without memory */
#define SCENARIO_INPUTS 32

/* Columns of zeros, which every input may be. */
static inline const dti_column *scenario_columns(const dti_program *program)
{
    static const double zeros[SCENARIO_ROWS];
    static dti_column columns[SCENARIO_INPUTS];
    ck_assert_uint_le(dti_framework_input_count(dti_program_framework(program)), SCENARIO_INPUTS);
    for (int i = 0; i < SCENARIO_INPUTS; i++) {
        columns[i].values = zeros;
    }
    return columns;
}

/* States of the first nodes need more memory than points, and more nodes more again. */
static inline dti_status scenario_rows(const struct scenario_context *context,
                                       const dti_run_options *options, size_t nodes, size_t rows)
{
    static uint8_t states[4][SCENARIO_ROWS];
    const dti_output outputs[] = {
        {0, DTI_MEASURE_STATE, states[0]},
        {1, DTI_MEASURE_STATE, states[1]},
        {2, DTI_MEASURE_STATE, states[2]},
        {3, DTI_MEASURE_STATE, states[3]},
    };
    dti_error *error = NULL;
    const dti_status status = dti_program_run(context->program, scenario_columns(context->program),
                                              outputs, nodes, 0, rows, options, &error);
    return scenario_settle(status, status == DTI_OK ? outputs : NULL, error);
}

static inline dti_status scenario_run(const dti_allocator *allocator, void *data)
{
    dti_run_options options = DTI_RUN_OPTIONS_INIT;
    options.allocator = allocator;
    return scenario_rows(data, &options, 4, SCENARIO_ROWS);
}

/* A scratch that could not grow is what it was: good for as much as before. */
static inline dti_status scenario_run_growing(const dti_allocator *allocator, void *data)
{
    static const size_t rows[] = {1, 64, SCENARIO_ROWS, SCENARIO_ROWS};
    const struct scenario_context *context = data;
    dti_run_options options = DTI_RUN_OPTIONS_INIT;
    dti_status status = scenario_scratch(allocator, context, &options.scratch);
    for (size_t i = 0; i < 4 && status == DTI_OK; i++) {
        status = scenario_rows(context, &options, i + 1, rows[i]);
        if (status != DTI_OK && i > 0) {
            ck_assert_int_eq(scenario_rows(context, &options, i, rows[i - 1]), DTI_OK);
        }
    }
    dti_scratch_free(options.scratch);
    return status;
}

/* Without outputs the columns are only looked at. */
static inline dti_status scenario_check_columns(const dti_allocator *allocator, void *data)
{
    dti_run_options options = DTI_RUN_OPTIONS_INIT;
    options.allocator = allocator;
    return scenario_rows(data, &options, 0, SCENARIO_ROWS);
}

static inline dti_status scenario_program_bounds(const dti_allocator *allocator, void *data)
{
    const struct scenario_context *context = data;
    dti_run_options options = DTI_RUN_OPTIONS_INIT;
    dti_bounds *bounds = NULL;
    dti_error *error = NULL;
    options.allocator = allocator;
    const dti_status status =
        dti_program_bounds(context->cohort_program, scenario_columns(context->cohort_program), 0,
                           SCENARIO_ROWS, &options, &bounds, &error);
    dti_bounds_unref(bounds);
    return scenario_settle(status, bounds, error);
}

static inline dti_status scenario_scoreboard(const dti_allocator *allocator, void *data)
{
    static const uint32_t groups[SCENARIO_ROWS];
    const struct scenario_context *context = data;
    dti_scoreboard_options options = DTI_SCOREBOARD_OPTIONS_INIT;
    dti_scoreboard *board = NULL;
    dti_error *error = NULL;
    options.allocator = allocator;
    options.groups = groups;
    const dti_status status =
        dti_scoreboard_new(context->program, scenario_columns(context->program), SCENARIO_ROWS,
                           &options, &board, &error);
    dti_scoreboard_free(board);
    return scenario_settle(status, board, error);
}

static inline dti_status scenario_units_parse(const dti_allocator *allocator, void *data)
{
    const struct scenario_context *context = data;
    const dti_parse_options options = scenario_options(allocator);
    dti_units *units = NULL;
    dti_error *error = NULL;
    const dti_status status =
        dti_units_parse(context->units_text, context->units_length, &options, &units, &error);
    dti_units_unref(units);
    return scenario_settle(status, units, error);
}

static inline dti_status scenario_units_check(const dti_allocator *allocator, void *data)
{
    const struct scenario_context *context = data;
    const dti_parse_options options = scenario_options(allocator);
    dti_report *report = NULL;
    dti_error *error = NULL;
    const dti_status status =
        dti_units_check(context->units_text, context->units_length, &options, &report, &error);
    dti_report_unref(report);
    return scenario_settle(status, report, error);
}

/* The memory of a search is that of its register, which therefore is made here. */
static inline dti_status scenario_units_resolve(const dti_allocator *allocator, void *data)
{
    const struct scenario_context *context = data;
    const dti_parse_options options = scenario_options(allocator);
    dti_units *units = NULL;
    dti_text *text = NULL;
    dti_error *error = NULL;
    size_t entry = 0;
    dti_status status =
        dti_units_parse(context->units_text, context->units_length, &options, &units, &error);
    if (status == DTI_OK) {
        status = dti_units_resolve(units, "huyen Tan Thanh", NULL, &entry, &error);
    }
    if (status == DTI_E_NOT_FOUND) { /* nothing has such a name: that has to be told */
        dti_error_free(error);
        error = NULL;
        status = dti_units_resolve(units, "tan thanh", NULL, &entry, &error);
    }
    if (status == DTI_OK) {
        status = dti_units_write(units, &entry, 1, &text, &error);
    }
    dti_text_free(text);
    dti_units_unref(units);
    return scenario_settle(status, text, error);
}

static const struct scenario {
    const char *name;
    test_scenario run;
    bool is_large; /* reads the built-in framework */
} scenarios[] = {
    {"dti_framework_parse", scenario_framework_parse, false},
    {"dti_framework_check", scenario_framework_check, false},
    {"dti_dossier_parse", scenario_dossier_parse, false},
    {"dti_dossier_check", scenario_dossier_check, false},
    {"dti_dossier_write", scenario_dossier_write, false},
    {"dti_dossier_builder", scenario_builder, false},
    {"dti_bounds_parse", scenario_bounds_parse, false},
    {"dti_bounds_write", scenario_bounds_write, false},
    {"dti_bounds_digest", scenario_bounds_digest, false},
    {"dti_bounds_merge", scenario_bounds_merge, false},
    {"dti_score, against bounds", scenario_cohort, false},
    {"dti_score", scenario_score, false},
    {"dti_program_new", scenario_program, false},
    {"dti_scratch_new", scenario_scratch_new, false},
    {"dti_program_run", scenario_run, false},
    {"dti_program_run, with a scratch", scenario_run_growing, false},
    {"dti_program_run, without outputs", scenario_check_columns, false},
    {"dti_program_bounds", scenario_program_bounds, false},
    {"dti_scoreboard_new", scenario_scoreboard, false},
    {"dti_result_explain, dti_result_write", scenario_tell, false},
    {"dti_units_parse", scenario_units_parse, false},
    {"dti_units_check", scenario_units_check, false},
    {"dti_units_resolve, dti_units_write", scenario_units_resolve, false},
    {"dti_framework_builtin", scenario_framework_builtin, true},
    {"dti_dossier_parse, built-in framework", scenario_dossier_builtin, true},
};

#define SCENARIO_COUNT (int)(sizeof scenarios / sizeof scenarios[0])

#endif
