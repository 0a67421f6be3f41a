/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Between the calls that generate-calls.py writes and test-calls.c, which runs them. */
#ifndef TESTS_API_CALLS_H
#define TESTS_API_CALLS_H

#include <dti/dti.h>
#include <limits.h>
#include <math.h>

struct calls {
    const char *name;
    void (*call)(void);
};

/* Generated: one row for each public function. */
extern const struct calls all_calls[];
extern const size_t all_calls_count;

/* One object of each type, made of the built-in framework and the dossier of Quảng Nam. */
extern dti_framework *a_framework;
extern dti_dossier *a_dossier;
extern dti_dossier_builder *a_dossier_builder;
extern const dti_bounds *a_bounds;
extern const dti_result *a_result;
extern const dti_report *a_report;
extern dti_error *a_error;
extern const dti_text *a_text;
extern dti_program *a_program;
extern dti_scoreboard *a_scoreboard;
extern const dti_evidence *a_evidence;
extern dti_evidence_builder *a_evidence_builder;
extern const dti_history *a_history;
extern const dti_collection *a_collection;
extern const dti_form *a_form;
extern dti_changes *a_changes;
extern const dti_progress *a_progress;
extern const dti_units *a_units;
extern const dti_table *a_table;
extern dti_table_builder *a_table_builder;
extern const dti_ranking *a_ranking;
extern const dti_crosswalk *a_crosswalk;
extern const dti_comparison *a_comparison;
extern const dti_targets *a_targets;
extern const dti_assessment *a_assessment;
extern const dti_losses *a_losses;
extern dti_figures *a_figures;
extern const dti_reconciliation *a_reconciliation;

/* Documents that are right. */
extern const char *framework_path;
extern const char *framework_text;
extern size_t framework_length;
extern const char *dossier_path;
extern const char *dossier_text;
extern size_t dossier_length;
extern const char *bounds_path;
extern const char *bounds_text;
extern size_t bounds_length;

extern const char *collection_path;
extern const char *collection_text;
extern size_t collection_length;
extern const char *evidence_path;
extern const char *evidence_text;
extern size_t evidence_length;
extern const char *form_path;
extern const char *form_text;
extern size_t form_length;
extern const char *sheet_text;
extern size_t sheet_length;
extern const char *units_path;
extern const char *units_text;
extern size_t units_length;
extern const char *table_path;
extern const char *table_text;
extern size_t table_length;
extern const char *crosswalk_path;
extern const char *crosswalk_text;
extern size_t crosswalk_length;
extern const char *targets_path;
extern const char *targets_text;
extern size_t targets_length;

/* One that is right, and one that is not there. */
extern const dti_bounds *bounds_parts[2];
extern const dti_form *form_list[2];
extern const char *const text_list[2];

/* An allocator that forgot its size. */
extern const dti_allocator allocator_of_size_0;

/* Options that are right, that forgot their size, and of a later version that asks for something
 * unknown. */
extern const dti_parse_options parse_options;
extern const dti_parse_options parse_options_of_size_0;
extern const dti_parse_options *const parse_options_later;
extern const dti_score_options score_options;
extern const dti_score_options score_options_of_size_0;
extern const dti_score_options *const score_options_later;
extern const dti_history_step history_step;
extern const dti_history_step history_step_of_size_0;
extern const dti_history_step *const history_step_later;
extern const dti_rank_options rank_options;
extern const dti_rank_options rank_options_of_size_0;
extern const dti_rank_options *const rank_options_later;
extern const dti_program_options program_options;
extern const dti_program_options program_options_of_size_0;
extern const dti_program_options *const program_options_later;
extern const dti_run_options run_options;
extern const dti_run_options run_options_of_size_0;
extern const dti_run_options *const run_options_later;
extern const dti_scoreboard_options scoreboard_options;
extern const dti_scoreboard_options scoreboard_options_of_size_0;
extern const dti_scoreboard_options *const scoreboard_options_later;
extern const dti_table_merge_options merge_options;
extern const dti_table_merge_options merge_options_of_size_0;
extern const dti_table_merge_options *const merge_options_later;
extern const dti_ranking_options ranking_options;
extern const dti_ranking_options ranking_options_of_size_0;
extern const dti_ranking_options *const ranking_options_later;
extern const dti_comparison_options comparison_options;
extern const dti_comparison_options comparison_options_of_size_0;
extern const dti_comparison_options *const comparison_options_later;
extern const dti_assessment_options assessment_options;
extern const dti_assessment_options assessment_options_of_size_0;
extern const dti_assessment_options *const assessment_options_later;
/* And with everything that can stand in them. */
extern dti_table_merge_options merge_options_full;
extern dti_ranking_options ranking_options_full;
extern dti_comparison_options comparison_options_full;
extern dti_assessment_options assessment_options_full;
extern const dti_losses_options losses_options;
extern const dti_losses_options losses_options_of_size_0;
extern const dti_losses_options *const losses_options_later;
extern dti_losses_options losses_options_full;
extern const dti_statement statement;
extern const dti_statement statement_of_size_0;
extern const dti_statement *const statement_later;
extern dti_statement statement_full;
extern const dti_reconcile_options reconcile_options;
extern const dti_reconcile_options reconcile_options_of_size_0;
extern const dti_reconcile_options *const reconcile_options_later;
extern dti_reconcile_options reconcile_options_full;
extern const dti_paper_options paper_options;
extern const dti_paper_options paper_options_of_size_0;
extern const dti_paper_options *const paper_options_later;
extern dti_paper_options paper_options_full;
extern dti_run_options run_options_full;
extern dti_scoreboard_options scoreboard_options_full;

/* Columns of two units: one array for each input of the framework; the other says twice which rows
 * are present. */
extern const int64_t integers[2];
extern const size_t places[2];
extern dti_column *columns;
extern dti_column *columns_ambiguous;

/* One of each measure; and outputs that each lack something. */
extern const dti_output outputs[6];
extern const dti_output outputs_of_no_node[1];
extern const dti_output outputs_of_no_measure[1];
extern const dti_output outputs_of_no_data[1];

/* Where calls write. */
extern char buffer[600];
extern int64_t integer;
extern int32_t small;
extern int side;
extern size_t found;
extern uint32_t rank;
extern dti_target_status target_status;
extern double numbers[2];
extern dti_error *error;

/* Before and after a call that can fail: which of its values are used (for messages); whether its
 * output was written (-1: it has none), and whether it was given a place for its error. */
void begin(int count, ...);
void end(dti_status status, int wrote, int has_error);
/* Reads a returned text to its end. */
void touch(const char *text);

#endif
