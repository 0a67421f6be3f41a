/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Pieces of work for tests in which memory runs out: tables and what is made of them. The context
 * is a struct tables. */
#ifndef TESTS_SCENARIOS_TABLES_H
#define TESTS_SCENARIOS_TABLES_H

#include "scenarios.h"
#include "tables.h"

static inline dti_status scenario_written(dti_status status, dti_text *text, dti_error *error)
{
    dti_text_free(text);
    return scenario_settle(status, text, error);
}

static inline dti_status scenario_table(const dti_allocator *allocator, void *data)
{
    const struct tables *tables = data;
    const dti_parse_options options = scenario_options(allocator);
    dti_table *table = NULL;
    dti_text *text = NULL;
    dti_error *error = NULL;
    dti_status status =
        dti_table_parse(tables_before, sizeof tables_before - 1, tables->frameworks[0],
                        tables->units, &options, &table, &error);
    if (scenario_settle(status, table, error) != DTI_OK)
        return status;
    error = NULL;
    status = dti_table_write(table, &text, &error);
    status = scenario_written(status, text, error);
    if (status == DTI_OK && *dti_table_digest(table) == '\0')
        status = DTI_E_NOMEM;
    dti_table_unref(table);
    return status;
}

static inline dti_status scenario_table_check(const dti_allocator *allocator, void *data)
{
    const struct tables *tables = data;
    const dti_parse_options options = scenario_options(allocator);
    dti_report *report = NULL;
    dti_error *error = NULL;
    const dti_status status =
        dti_table_check(tables_after, sizeof tables_after - 1, tables->frameworks[1], tables->units,
                        &options, &report, &error);
    dti_report_unref(report);
    return scenario_settle(status, report, error);
}

/* One step of a builder; after a failure it is tried again, and the builder must have stayed as it
 * was: a second figure of a cell would be refused. */
static inline dti_status scenario_table_step(dti_table_builder *builder, int step,
                                             dti_error **error)
{
    switch (step) {
    case 0:
        return dti_table_builder_add(builder, "t:1", "dti", DTI_QUANTITY_RANK, "2", error);
    case 1:
        return dti_table_builder_add(builder, "t:1", "dti", DTI_QUANTITY_VALUE, "0.5", error);
    case 2:
        return dti_table_builder_add_points(builder, "t:2", "1", 33 * DTI_POINT, error);
    case 3:
        return dti_table_builder_add(builder, "t:3", "1", DTI_QUANTITY_POINTS, "7,25", error);
    default:
        return dti_table_builder_out_of(builder, 7, error);
    }
}

static inline dti_status scenario_table_builder(const dti_allocator *allocator, void *data)
{
    const struct tables *tables = data;
    dti_table_builder *builder = NULL;
    dti_table *table = NULL;
    dti_error *error = NULL;
    dti_status first = dti_table_builder_new(tables->frameworks[0], tables->units, "made", 2022,
                                             NULL, allocator, &builder, &error);
    if (scenario_settle(first, builder, error) != DTI_OK)
        return first;
    for (int step = 0; step < 5; step++) {
        error = NULL;
        dti_status status = scenario_table_step(builder, step, &error);
        if (status != DTI_OK) {
            first = first == DTI_OK ? status : first;
            dti_error_free(error);
            error = NULL;
            status = scenario_table_step(builder, step, &error);
        }
        ck_assert(status == DTI_OK || status == DTI_E_NOMEM);
        dti_error_free(error);
    }
    error = NULL;
    const dti_status status = dti_table_builder_build(builder, &table, &error);
    ck_assert_int_eq(table != NULL, status == DTI_OK);
    dti_error_free(error);
    dti_table_unref(table);
    dti_table_builder_free(builder);
    return first != DTI_OK ? first : status;
}

static inline dti_status scenario_merge(const dti_allocator *allocator, void *data)
{
    const struct tables *tables = data;
    dti_table_merge_options options = DTI_TABLE_MERGE_OPTIONS_INIT;
    dti_table *table = NULL;
    dti_error *error = NULL;
    options.allocator = allocator;
    options.method = DTI_MERGE_POPULATION;
    const dti_status status =
        dti_table_merge(tables->tables[0], "2024-07-01", &options, &table, &error);
    dti_table_unref(table);
    return scenario_settle(status, table, error);
}

static inline dti_status scenario_ranking(const dti_allocator *allocator, void *data)
{
    static const uint32_t groups[] = {7, 4, 7, 4};
    const struct tables *tables = data;
    dti_ranking_options options = DTI_RANKING_OPTIONS_INIT;
    dti_ranking *ranking = NULL;
    dti_text *text = NULL;
    dti_error *error = NULL;
    options.allocator = allocator;
    options.by = DTI_RANKING_BY_CALLER;
    options.groups = groups;
    const size_t node = dti_framework_find(tables->frameworks[0], NULL, "dti");
    dti_status status = dti_ranking_new(tables->tables[0], node, &options, &ranking, &error);
    if (scenario_settle(status, ranking, error) != DTI_OK)
        return status;
    error = NULL;
    status = dti_ranking_write(ranking, NULL, &text, &error);
    dti_ranking_unref(ranking);
    return scenario_written(status, text, error);
}

static inline dti_status scenario_crosswalk(const dti_allocator *allocator, void *data)
{
    static const char text[] =
        "{\"format\":\"dti-crosswalk/1\",\"id\":\"w\",\"version\":\"1\",\"titles\":{\"vi\":\"x\"},"
        "\"from\":{\"id\":\"walk-before\",\"version\":\"1.0.0\"},\"to\":{\"id\":\"walk-after\","
        "\"version\":\"1.0.0\"},\"pairs\":[{\"kind\":\"split\",\"from\":[\"3\"],\"to\":[\"3\","
        "\"4\"],\"provenance\":{\"kind\":\"derived\"}}]}";
    const struct tables *tables = data;
    const dti_parse_options options = scenario_options(allocator);
    dti_crosswalk *crosswalk = NULL;
    dti_error *error = NULL;
    const dti_status status =
        dti_crosswalk_parse(text, sizeof text - 1, tables->frameworks[0], tables->frameworks[1],
                            &options, &crosswalk, &error);
    dti_crosswalk_unref(crosswalk);
    return scenario_settle(status, crosswalk, error);
}

static inline dti_status scenario_comparison(const dti_allocator *allocator, void *data)
{
    const struct tables *tables = data;
    dti_comparison_options options = DTI_COMPARISON_OPTIONS_INIT;
    dti_comparison *comparison = NULL;
    dti_report *report = NULL;
    dti_text *text = NULL;
    dti_error *error = NULL;
    options.allocator = allocator;
    options.crosswalk = tables->crosswalk;
    dti_status status =
        dti_comparison_new(tables->tables[0], tables->tables[1], &options, &comparison, &error);
    if (scenario_settle(status, comparison, error) != DTI_OK)
        return status;
    error = NULL;
    status = dti_comparison_review(comparison, DTI_NONE, &report, &error);
    dti_report_unref(report);
    if (scenario_settle(status, report, error) == DTI_OK) {
        error = NULL;
        status = dti_comparison_write(comparison, DTI_NONE, NULL, DTI_LANG_VI, &text, &error);
        status = scenario_written(status, text, error);
    }
    dti_comparison_unref(comparison);
    return status;
}

static inline dti_status scenario_targets(const dti_allocator *allocator, void *data)
{
    const struct tables *tables = data;
    const dti_parse_options options = scenario_options(allocator);
    dti_targets *targets = NULL;
    dti_error *error = NULL;
    const dti_status status = dti_targets_parse(tables_targets, sizeof tables_targets - 1,
                                                tables->frameworks[1], &options, &targets, &error);
    dti_targets_unref(targets);
    return scenario_settle(status, targets, error);
}

static inline dti_status scenario_assessment(const dti_allocator *allocator, void *data)
{
    const struct tables *tables = data;
    const dti_table *const looked_up[] = {tables->tables[1], tables->tables[0]};
    dti_assessment_options options = DTI_ASSESSMENT_OPTIONS_INIT;
    dti_assessment *assessment = NULL;
    dti_text *text = NULL;
    dti_error *error = NULL;
    options.allocator = allocator;
    options.tables = looked_up;
    options.table_count = 2;
    dti_status status = dti_targets_assess(tables->targets, &options, &assessment, &error);
    if (scenario_settle(status, assessment, error) != DTI_OK)
        return status;
    error = NULL;
    status = dti_assessment_write(assessment, DTI_LANG_EN, &text, &error);
    dti_assessment_unref(assessment);
    return scenario_written(status, text, error);
}

/* Weighted indices and absent parts; figures of nobody. */
static inline dti_status scenario_weighted(const dti_allocator *allocator, void *data)
{
    const dti_parse_options options = scenario_options(allocator);
    dti_program_options compile = DTI_PROGRAM_OPTIONS_INIT;
    dti_framework *framework = NULL;
    dti_program *program = NULL;
    dti_error *error = NULL;
    (void)data;
    compile.allocator = allocator;
    dti_status status = dti_framework_builtin("vn-dti-province-1726", &options, &framework, &error);
    if (scenario_settle(status, framework, error) != DTI_OK)
        return status;
    error = NULL;
    status = dti_program_new(framework, &compile, &program, &error);
    dti_program_unref(program);
    dti_framework_unref(framework);
    return scenario_settle(status, program, error);
}

static const struct scenario table_scenarios[] = {
    {"dti_table_parse, dti_table_write, dti_table_digest", scenario_table, false},
    {"dti_table_check", scenario_table_check, false},
    {"dti_table_builder", scenario_table_builder, false},
    {"dti_table_merge", scenario_merge, false},
    {"dti_ranking_new, dti_ranking_write", scenario_ranking, false},
    {"dti_crosswalk_parse", scenario_crosswalk, false},
    {"dti_comparison_new, _review, _write", scenario_comparison, false},
    {"dti_targets_parse", scenario_targets, false},
    {"dti_targets_assess, dti_assessment_write", scenario_assessment, false},
    {"dti_framework_builtin, dti_program_new, weighted", scenario_weighted, false},
};

#define TABLE_SCENARIO_COUNT (int)(sizeof table_scenarios / sizeof table_scenarios[0])

#endif
