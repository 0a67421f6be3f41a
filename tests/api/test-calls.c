/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* No argument crashes the host, and the contract of outputs and errors holds: runs the generated
 * calls, a case for each function. */
#include "calls.h"

#include "support.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

dti_framework *a_framework;
dti_dossier *a_dossier;
dti_dossier_builder *a_dossier_builder;
const dti_bounds *a_bounds;
const dti_result *a_result;
const dti_report *a_report;
dti_error *a_error;
const dti_text *a_text;
dti_program *a_program;
dti_scoreboard *a_scoreboard;
const dti_evidence *a_evidence;
dti_evidence_builder *a_evidence_builder;
const dti_history *a_history;
const dti_collection *a_collection;
const dti_form *a_form;
dti_changes *a_changes;
const dti_progress *a_progress;
const dti_units *a_units;
const dti_table *a_table;
dti_table_builder *a_table_builder;
const dti_ranking *a_ranking;
const dti_crosswalk *a_crosswalk;
const dti_comparison *a_comparison;
const dti_targets *a_targets;
const dti_assessment *a_assessment;
const dti_losses *a_losses;
dti_figures *a_figures;
const dti_reconciliation *a_reconciliation;

const char *framework_path;
const char *framework_text;
size_t framework_length;
const char *dossier_path;
const char *dossier_text;
size_t dossier_length;
const char *bounds_path;
const char *bounds_text;
size_t bounds_length;
const char *collection_path;
const char *collection_text;
size_t collection_length;
const char *evidence_path;
const char *evidence_text;
size_t evidence_length;
const char *form_path;
const char *form_text;
size_t form_length;
const char *sheet_text = "code,maximum,self,appraised,final,cause\n1.3,10,10,0,,\n";
size_t sheet_length;
const char *units_path;
const char *units_text;
size_t units_length;
const char *table_path;
const char *table_text;
size_t table_length;
const char *crosswalk_path;
const char *crosswalk_text;
size_t crosswalk_length;
const char *targets_path;
const char *targets_text;
size_t targets_length;

const dti_bounds *bounds_parts[2];
const dti_form *form_list[2];
const char *const text_list[2] = {"1.3", NULL};
const dti_allocator allocator_of_size_0 = {0};

const dti_parse_options parse_options = DTI_PARSE_OPTIONS_INIT;
const dti_parse_options parse_options_of_size_0 = {0};
static const struct {
    dti_parse_options known;
    uint64_t unknown;
} later_parse_options = {{.size = sizeof later_parse_options}, 1};
const dti_parse_options *const parse_options_later = &later_parse_options.known;

const dti_score_options score_options = DTI_SCORE_OPTIONS_INIT;
const dti_score_options score_options_of_size_0 = {0};
static const struct {
    dti_score_options known;
    uint64_t unknown;
} later_score_options = {{.size = sizeof later_score_options}, 1};
const dti_score_options *const score_options_later = &later_score_options.known;

const dti_history_step history_step = {.size = sizeof history_step,
                                       .action = DTI_ACTION_SUBMIT,
                                       .at = "2024-01-12T09:00:00+07:00",
                                       .by = "Trần Thị B"};
const dti_history_step history_step_of_size_0 = {0};
static const struct {
    dti_history_step known;
    uint64_t unknown;
} later_history_step = {{.size = sizeof later_history_step}, 1};
const dti_history_step *const history_step_later = &later_history_step.known;

const dti_rank_options rank_options = DTI_RANK_OPTIONS_INIT;
const dti_rank_options rank_options_of_size_0 = {0};
static const struct {
    dti_rank_options known;
    uint64_t unknown;
} later_rank_options = {{.size = sizeof later_rank_options}, 1};
const dti_rank_options *const rank_options_later = &later_rank_options.known;

const dti_program_options program_options = DTI_PROGRAM_OPTIONS_INIT;
const dti_program_options program_options_of_size_0 = {0};
static const struct {
    dti_program_options known;
    uint64_t unknown;
} later_program_options = {{.size = sizeof later_program_options}, 1};
const dti_program_options *const program_options_later = &later_program_options.known;

const dti_run_options run_options = DTI_RUN_OPTIONS_INIT;
const dti_run_options run_options_of_size_0 = {0};
static const struct {
    dti_run_options known;
    uint64_t unknown;
} later_run_options = {{.size = sizeof later_run_options}, 1};
const dti_run_options *const run_options_later = &later_run_options.known;

const dti_scoreboard_options scoreboard_options = DTI_SCOREBOARD_OPTIONS_INIT;
const dti_scoreboard_options scoreboard_options_of_size_0 = {0};
static const struct {
    dti_scoreboard_options known;
    uint64_t unknown;
} later_scoreboard_options = {{.size = sizeof later_scoreboard_options}, 1};
const dti_scoreboard_options *const scoreboard_options_later = &later_scoreboard_options.known;

const dti_table_merge_options merge_options = DTI_TABLE_MERGE_OPTIONS_INIT;
const dti_table_merge_options merge_options_of_size_0 = {0};
static const struct {
    dti_table_merge_options known;
    uint64_t unknown;
} later_merge_options = {{.size = sizeof later_merge_options}, 1};
const dti_table_merge_options *const merge_options_later = &later_merge_options.known;
dti_table_merge_options merge_options_full = DTI_TABLE_MERGE_OPTIONS_INIT;

const dti_ranking_options ranking_options = DTI_RANKING_OPTIONS_INIT;
const dti_ranking_options ranking_options_of_size_0 = {0};
static const struct {
    dti_ranking_options known;
    uint64_t unknown;
} later_ranking_options = {{.size = sizeof later_ranking_options}, 1};
const dti_ranking_options *const ranking_options_later = &later_ranking_options.known;
dti_ranking_options ranking_options_full = DTI_RANKING_OPTIONS_INIT;

const dti_comparison_options comparison_options = DTI_COMPARISON_OPTIONS_INIT;
const dti_comparison_options comparison_options_of_size_0 = {0};
static const struct {
    dti_comparison_options known;
    uint64_t unknown;
} later_comparison_options = {{.size = sizeof later_comparison_options}, 1};
const dti_comparison_options *const comparison_options_later = &later_comparison_options.known;
dti_comparison_options comparison_options_full = DTI_COMPARISON_OPTIONS_INIT;

const dti_assessment_options assessment_options = DTI_ASSESSMENT_OPTIONS_INIT;
const dti_assessment_options assessment_options_of_size_0 = {0};
static const struct {
    dti_assessment_options known;
    uint64_t unknown;
} later_assessment_options = {{.size = sizeof later_assessment_options}, 1};
const dti_assessment_options *const assessment_options_later = &later_assessment_options.known;
dti_assessment_options assessment_options_full = DTI_ASSESSMENT_OPTIONS_INIT;

const dti_losses_options losses_options = DTI_LOSSES_OPTIONS_INIT;
const dti_losses_options losses_options_of_size_0 = {0};
static const struct {
    dti_losses_options known;
    size_t of_a_later_version;
} later_losses_options = {{.size = sizeof later_losses_options}, 1};
const dti_losses_options *const losses_options_later = &later_losses_options.known;
dti_losses_options losses_options_full = DTI_LOSSES_OPTIONS_INIT;

const dti_statement statement = DTI_STATEMENT_INIT;
const dti_statement statement_of_size_0 = {0};
static const struct {
    dti_statement known;
    size_t of_a_later_version;
} later_statement = {{.size = sizeof later_statement}, 1};
const dti_statement *const statement_later = &later_statement.known;
dti_statement statement_full = DTI_STATEMENT_INIT;

const dti_reconcile_options reconcile_options = DTI_RECONCILE_OPTIONS_INIT;
const dti_reconcile_options reconcile_options_of_size_0 = {0};
static const struct {
    dti_reconcile_options known;
    size_t of_a_later_version;
} later_reconcile_options = {{.size = sizeof later_reconcile_options}, 1};
const dti_reconcile_options *const reconcile_options_later = &later_reconcile_options.known;
dti_reconcile_options reconcile_options_full = DTI_RECONCILE_OPTIONS_INIT;

const dti_paper_options paper_options = DTI_PAPER_OPTIONS_INIT;
const dti_paper_options paper_options_of_size_0 = {0};
static const struct {
    dti_paper_options known;
    size_t of_a_later_version;
} later_paper_options = {{.size = sizeof later_paper_options}, 1};
const dti_paper_options *const paper_options_later = &later_paper_options.known;
dti_paper_options paper_options_full = DTI_PAPER_OPTIONS_INIT;

dti_run_options run_options_full = DTI_RUN_OPTIONS_INIT;
dti_scoreboard_options scoreboard_options_full = DTI_SCOREBOARD_OPTIONS_INIT;

const int64_t integers[2] = {INT64_MIN, INT64_MAX};
const size_t places[2] = {0, SIZE_MAX};
dti_column *columns;
dti_column *columns_ambiguous;
static const double figures[2] = {0, 1};
static const uint8_t figure_states[2] = {DTI_STATE_PRESENT, DTI_STATE_MISSING};
static const uint8_t bitmap[1] = {1};

/* Where runs write: two rows for each output. */
static int64_t wholes[3][2];
static double shares[2][2];
static uint8_t states[2];
const dti_output outputs[6] = {
    {0, DTI_MEASURE_POINTS, wholes[0]},   {1, DTI_MEASURE_MAX_POINTS, wholes[1]},
    {2, DTI_MEASURE_UPPER, wholes[2]},    {0, DTI_MEASURE_VALUE, shares[0]},
    {1, DTI_MEASURE_COVERAGE, shares[1]}, {2, DTI_MEASURE_STATE, states},
};
const dti_output outputs_of_no_node[1] = {{SIZE_MAX, DTI_MEASURE_POINTS, wholes[0]}};
const dti_output outputs_of_no_measure[1] = {{0, (dti_measure)-1, wholes[0]}};
const dti_output outputs_of_no_data[1] = {{0, DTI_MEASURE_POINTS, NULL}};

char buffer[600];
int64_t integer;
int32_t small;
int side;
size_t found;
uint32_t rank;
dti_target_status target_status;
double numbers[2];
dti_error *error;

static char values[80]; /* of the call under way, as indices into the lists of generate-calls.py */

void begin(int count, ...)
{
    va_list list;
    va_start(list, count);
    values[0] = '\0';
    for (int i = 0; i < count; i++) {
        const size_t length = strlen(values);
        snprintf(values + length, sizeof values - length, " %zu", va_arg(list, size_t));
    }
    va_end(list);
    error = NULL;
}

void end(dti_status status, int wrote, int has_error)
{
    ck_assert_msg(status <= DTI_OK && status >= DTI_E_INTERNAL, "values%s: status %d", values,
                  (int)status);
    ck_assert_msg(wrote == -1 || wrote == (status == DTI_OK), "values%s: %s, output %s", values,
                  dti_status_name(status), wrote ? "written" : "not written");
    ck_assert_msg((error != NULL) == (has_error && status != DTI_OK), "values%s: %s, error %s",
                  values, dti_status_name(status), error != NULL ? "written" : "not written");
    ck_assert_msg(error == NULL || dti_error_status(error) == status,
                  "values%s: returned %s, the error says %s", values, dti_status_name(status),
                  dti_status_name(dti_error_status(error)));
    ck_assert_msg(status != DTI_E_INTERNAL && status != DTI_E_NOMEM, "values%s: %s", values,
                  dti_status_name(status));
    dti_error_free(error);
    error = NULL;
}

void touch(const char *text)
{
    static volatile size_t length;
    length = text != NULL ? strlen(text) : 0;
    (void)length;
}

static int go_on(void *context, uint64_t done, uint64_t total)
{
    return context == NULL && done <= total ? 0 : 1;
}

/* What runs over columns start from. */
static void make_columns(void)
{
    static const uint32_t groups[2] = {1, 2};
    const size_t count = dti_framework_input_count(a_framework);
    columns = calloc(count, sizeof *columns);
    columns_ambiguous = calloc(count, sizeof *columns_ambiguous);
    ck_assert(columns != NULL && columns_ambiguous != NULL);
    for (size_t i = 0; i < count; i++) {
        columns[i] = (dti_column){figures, figure_states, NULL, 0};
        columns_ambiguous[i] = (dti_column){figures, figure_states, bitmap, 0};
    }
    ck_assert(dti_program_new(a_framework, NULL, &a_program, NULL) == DTI_OK);
    ck_assert(dti_scratch_new(a_program, NULL, &run_options_full.scratch, NULL) == DTI_OK);
    ck_assert(dti_scoreboard_new(a_program, columns, 2, NULL, &a_scoreboard, NULL) == DTI_OK);
    run_options_full.bounds = a_bounds;
    run_options_full.progress = go_on;
    run_options_full.flags = DTI_RUN_NAN_IS_MISSING;
    run_options_full.block_rows = 1;
    scoreboard_options_full.bounds = a_bounds;
    scoreboard_options_full.groups = groups;
    scoreboard_options_full.flags = DTI_RUN_NAN_IS_MISSING;
}

/* What is collected, and what comes of it. */
static void make_intake(void)
{
    dti_collection *collection = NULL;
    dti_form *form = NULL;
    dti_evidence *evidence = NULL;
    dti_progress *progress = NULL;
    evidence_path = test_path("examples/data/evidence-nq-36-2021.json");
    evidence_text = test_read_file("examples/data/evidence-nq-36-2021.json", &evidence_length);
    collection_path = test_path("libdti/collections/vn-quangnam-2023.json");
    collection_text =
        test_read_file("libdti/collections/vn-quangnam-2023.json", &collection_length);
    form_path = test_path("tests/data/quangnam-form.json");
    sheet_length = strlen(sheet_text);
    ck_assert(dti_collection_builtin(dti_collection_builtin_id(0), NULL, &collection, NULL) ==
              DTI_OK);
    ck_assert(dti_form_new(collection, 0, NULL, 2022, NULL, &form, NULL) == DTI_OK);
    form_text = test_read_file("tests/data/quangnam-form.json", &form_length);
    ck_assert(dti_evidence_parse(evidence_text, evidence_length, NULL, &evidence, NULL) == DTI_OK);
    ck_assert(dti_evidence_builder_new("e", NULL, NULL, &a_evidence_builder, NULL) == DTI_OK);
    ck_assert(dti_progress_new(a_result, collection, "2023-01-29", NULL, &progress, NULL) ==
              DTI_OK);
    a_collection = collection;
    a_form = form;
    form_list[0] = form;
    a_evidence = evidence;
    a_history = dti_evidence_history(evidence);
    a_progress = progress;
}

/* A document of the tree that is right: where it is, and its text. */
static void take_document(const char *name, const char **path, const char **text, size_t *length)
{
    *path = test_path(name);
    *text = test_read_file(name, length);
}

/* Many units, many years. */
static void make_years(void)
{
    static const dti_table *tables[2];
    static const dti_dossier *dossiers[1];
    static const uint32_t groups[100];
    dti_units *units = NULL;
    dti_table *before = NULL;
    dti_table *after = NULL;
    dti_ranking *ranking = NULL;
    dti_crosswalk *crosswalk = NULL;
    dti_comparison *comparison = NULL;
    dti_targets *targets = NULL;
    dti_assessment *assessment = NULL;
    take_document("libdti/units/vn-provinces.json", &units_path, &units_text, &units_length);
    take_document("libdti/tables/vn-dti-province-2022.json", &table_path, &table_text,
                  &table_length);
    take_document("libdti/crosswalks/vn-dti-province-922-405.json", &crosswalk_path,
                  &crosswalk_text, &crosswalk_length);
    take_document("examples/data/targets-quangnam-2023.json", &targets_path, &targets_text,
                  &targets_length);
    ck_assert(dti_units_builtin("vn-provinces", NULL, &units, NULL) == DTI_OK);
    ck_assert(dti_table_builtin("vn-dti-province-2021", NULL, &before, NULL) == DTI_OK);
    ck_assert(dti_table_builtin("vn-dti-province-2022", NULL, &after, NULL) == DTI_OK);
    ck_assert(dti_crosswalk_builtin(dti_crosswalk_builtin_id(0), NULL, &crosswalk, NULL) == DTI_OK);
    ck_assert(dti_ranking_new(after, 0, NULL, &ranking, NULL) == DTI_OK);
    ck_assert(dti_comparison_new(before, after, NULL, &comparison, NULL) == DTI_OK);
    ck_assert(dti_targets_parse(targets_text, targets_length, NULL, NULL, &targets, NULL) ==
              DTI_OK);
    ck_assert(dti_targets_assess(targets, NULL, &assessment, NULL) == DTI_OK);
    a_units = units;
    a_table = after;
    a_ranking = ranking;
    a_crosswalk = crosswalk;
    a_comparison = comparison;
    a_targets = targets;
    a_assessment = assessment;
    tables[0] = before;
    tables[1] = after;
    dossiers[0] = a_dossier;
    merge_options_full.method = DTI_MERGE_POPULATION;
    ranking_options_full.method = DTI_RANK_FRACTIONAL;
    ranking_options_full.by = DTI_RANKING_BY_CALLER;
    ranking_options_full.groups = groups;
    ck_assert(dti_table_row_count(after) <= sizeof groups / sizeof groups[0]);
    comparison_options_full.crosswalk = crosswalk;
    assessment_options_full = (dti_assessment_options){.size = sizeof assessment_options_full,
                                                       .today = "2023-12-31",
                                                       .tables = tables,
                                                       .table_count = 2,
                                                       .dossiers = dossiers,
                                                       .dossier_count = 1};
}

static void gather(dti_figures **list)
{
    dti_figures_free(*list);
    *list = NULL;
    ck_assert(dti_figures_new(a_framework, NULL, list, NULL) == DTI_OK);
    ck_assert(dti_figures_add(*list, &statement_full, NULL) == DTI_OK);
}

/* What is asked of a result. */
static void make_analyses(void)
{
    static const dti_table *tables[1];
    dti_losses *losses = NULL;
    dti_reconciliation *reconciliation = NULL;
    tables[0] = a_table;
    losses_options_full.table = a_table;
    statement_full.unit = "gso:49";
    statement_full.year = 2022;
    statement_full.code = "dti";
    statement_full.quantity = DTI_QUANTITY_VALUE;
    statement_full.text = "0,58";
    statement_full.decimals = 4;
    statement_full.source = "a newspaper";
    reconcile_options_full.most = 1;
    reconcile_options_full.progress = go_on;
    paper_options_full.kind = DTI_PAPER_ANALYSIS;
    paper_options_full.format = DTI_PAPER_HTML;
    paper_options_full.lang = DTI_LANG_EN;
    paper_options_full.tables = tables;
    paper_options_full.table_count = 1;
    paper_options_full.day = "2023-11-03";
    ck_assert(dti_losses_new(a_result, NULL, &losses, NULL) == DTI_OK);
    gather(&a_figures);
    ck_assert(dti_figures_add_dossier(a_figures, a_result, NULL) == DTI_OK);
    ck_assert(dti_reconcile(a_figures, NULL, &reconciliation, NULL) == DTI_OK);
    a_losses = losses;
    a_reconciliation = reconciliation;
}

/* An unchecked fixture, so it runs in the parent of all cases: once for them together, and kept to
 * the end. */
static void make_objects(void)
{
    if (a_framework != NULL) {
        return;
    }
    framework_path = test_path("tests/data/tiny-framework.json");
    framework_text = test_read_file("tests/data/tiny-framework.json", &framework_length);
    dossier_path = test_path("examples/data/quangnam-2022.json");
    dossier_text = test_read_file("examples/data/quangnam-2022.json", &dossier_length);
    bounds_path = test_path("tests/data/cohort-bounds.json");
    bounds_text = "{\"format\":\"dti-bounds/1\",\"framework\":{\"id\":\"vn-dti-province-922\","
                  "\"version\":\"1.0.0\"},\"bounds\":[]}";
    bounds_length = strlen(bounds_text);
    dti_bounds *bounds = NULL;
    dti_result *result = NULL;
    dti_report *report = NULL;
    dti_text *text = NULL;
    dti_framework *none = NULL;
    ck_assert(dti_framework_builtin(dti_builtin_id(0), NULL, &a_framework, NULL) == DTI_OK);
    ck_assert(dti_dossier_load(dossier_path, a_framework, NULL, &a_dossier, NULL) == DTI_OK);
    ck_assert(dti_dossier_builder_new(a_framework, "gso:49", 2022, NULL, &a_dossier_builder,
                                      NULL) == DTI_OK);
    ck_assert(dti_bounds_parse(bounds_text, bounds_length, a_framework, NULL, &bounds, NULL) ==
              DTI_OK);
    ck_assert(dti_score(a_dossier, NULL, &result, NULL) == DTI_OK);
    ck_assert(dti_framework_check("{\"format\": 1}", 13, NULL, &report, NULL) == DTI_OK);
    ck_assert(dti_dossier_write(a_dossier, &text, NULL) == DTI_OK);
    ck_assert(dti_framework_parse("{", 1, NULL, &none, &a_error) == DTI_E_SYNTAX);
    a_bounds = bounds;
    bounds_parts[0] = bounds;
    a_result = result;
    a_report = report;
    a_text = text;
    make_columns();
    make_intake();
    make_years();
    make_analyses();
}

START_TEST(every_combination)
{
    /* What other cases put into the list is not what this one is about. */
    dti_changes_free(a_changes);
    a_changes = NULL;
    ck_assert(dti_changes_new(a_framework, NULL, &a_changes, NULL) == DTI_OK);
    dti_table_builder_free(a_table_builder);
    a_table_builder = NULL;
    ck_assert(dti_table_builder_new(a_framework, a_units, "a-table", 2022, NULL, NULL,
                                    &a_table_builder, NULL) == DTI_OK);
    gather(&a_figures);
    all_calls[_i].call();
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("calls");
    for (size_t i = 0; i < all_calls_count; i++) {
        TCase *tcase = tcase_create(all_calls[i].name);
        tcase_add_unchecked_fixture(tcase, make_objects, NULL);
        tcase_add_loop_test(tcase, every_combination, (int)i, (int)i + 1);
        suite_add_tcase(suite, tcase);
    }
    return suite;
}
