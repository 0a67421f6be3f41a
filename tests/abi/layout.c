/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The layout of every public struct on 64-bit systems: a member that moves breaks programs already
 * built. Compiling is the test.
 *
 * New members go to the end; their line is added here, the others never change within a soname. */
#include <dti/dti.h>

#define AT(type, member, offset)                                                                   \
    _Static_assert(offsetof(type, member) == (offset), #type "." #member " has moved")
#define SIZE(type, size) _Static_assert(sizeof(type) == (size), #type " has another size")

/* 0.1 */
_Static_assert(sizeof(dti_status) == 4 && sizeof(dti_lang) == 4 && sizeof(dti_severity) == 4,
               "enum");
_Static_assert(sizeof(dti_node_kind) == 4 && sizeof(dti_provenance) == 4, "enum");
_Static_assert(sizeof(dti_node_part) == 4 && sizeof(dti_input_kind) == 4, "enum");
_Static_assert(sizeof(dti_state) == 4 && sizeof(dti_track) == 4, "enum");
_Static_assert(sizeof(dti_quantity_kind) == 4 && sizeof(dti_cause) == 4, "enum");
_Static_assert(sizeof(dti_step_kind) == 4, "enum");
_Static_assert(sizeof(dti_rank_method) == 4, "enum");
_Static_assert(sizeof(dti_action) == 4 && sizeof(dti_review_state) == 4, "enum");
_Static_assert(sizeof(dti_signer_role) == 4 && sizeof(dti_evidence_field) == 4, "enum");
_Static_assert(sizeof(dti_signature_fact) == 4, "enum");
_Static_assert(sizeof(dti_vectors) == 4 && sizeof(dti_measure) == 4, "enum");

#if UINTPTR_MAX == UINT64_MAX
AT(dti_allocator, size, 0);
AT(dti_allocator, alloc, 8);
AT(dti_allocator, resize, 16);
AT(dti_allocator, release, 24);
AT(dti_allocator, context, 32);
SIZE(dti_allocator, 40);

AT(dti_parse_options, size, 0);
AT(dti_parse_options, allocator, 8);
AT(dti_parse_options, source_name, 16);
AT(dti_parse_options, log, 24);
AT(dti_parse_options, log_context, 32);
AT(dti_parse_options, log_lang, 40);
AT(dti_parse_options, max_depth, 44);
AT(dti_parse_options, max_bytes, 48);
AT(dti_parse_options, max_values, 56);
AT(dti_parse_options, max_string, 60);
AT(dti_parse_options, base, 64);
SIZE(dti_parse_options, 72);

AT(dti_history_step, size, 0);
AT(dti_history_step, action, 8);
AT(dti_history_step, at, 16);
AT(dti_history_step, by, 24);
AT(dti_history_step, agency, 32);
AT(dti_history_step, reason_vi, 40);
AT(dti_history_step, reason_en, 48);
AT(dti_history_step, names, 56);
AT(dti_history_step, name_count, 64);
SIZE(dti_history_step, 72);

AT(dti_losses_options, size, 0);
AT(dti_losses_options, allocator, 8);
AT(dti_losses_options, table, 16);
SIZE(dti_losses_options, 24);
AT(dti_score_options, size, 0);
AT(dti_score_options, allocator, 8);
AT(dti_score_options, track, 16);
AT(dti_score_options, bounds, 24);
AT(dti_score_options, collection, 32);
SIZE(dti_score_options, 40);

AT(dti_rank_options, size, 0);
AT(dti_rank_options, allocator, 8);
AT(dti_rank_options, method, 16);
AT(dti_rank_options, ascending, 20);
AT(dti_rank_options, states, 24);
AT(dti_rank_options, groups, 32);
SIZE(dti_rank_options, 40);

AT(dti_column, values, 0);
AT(dti_column, states, 8);
AT(dti_column, validity, 16);
AT(dti_column, validity_offset, 24);
SIZE(dti_column, 32);

AT(dti_output, node, 0);
AT(dti_output, measure, 8);
AT(dti_output, data, 16);
SIZE(dti_output, 24);

AT(dti_program_options, size, 0);
AT(dti_program_options, allocator, 8);
AT(dti_program_options, vectors, 16);
SIZE(dti_program_options, 24);

AT(dti_run_options, size, 0);
AT(dti_run_options, allocator, 8);
AT(dti_run_options, bounds, 16);
AT(dti_run_options, scratch, 24);
AT(dti_run_options, progress, 32);
AT(dti_run_options, progress_context, 40);
AT(dti_run_options, flags, 48);
AT(dti_run_options, block_rows, 52);
SIZE(dti_run_options, 56);

AT(dti_scoreboard_options, size, 0);
AT(dti_scoreboard_options, allocator, 8);
AT(dti_scoreboard_options, bounds, 16);
AT(dti_scoreboard_options, groups, 24);
AT(dti_scoreboard_options, flags, 32);
SIZE(dti_scoreboard_options, 40);

AT(dti_history_step, size, 0);
AT(dti_history_step, action, 8);
AT(dti_history_step, at, 16);
AT(dti_history_step, by, 24);
AT(dti_history_step, agency, 32);
AT(dti_history_step, reason_vi, 40);
AT(dti_history_step, reason_en, 48);
AT(dti_history_step, names, 56);
AT(dti_history_step, name_count, 64);
SIZE(dti_history_step, 72);

AT(dti_table_merge_options, size, 0);
AT(dti_table_merge_options, allocator, 8);
AT(dti_table_merge_options, method, 16);
AT(dti_table_merge_options, populations, 24);
AT(dti_table_merge_options, population_count, 32);
SIZE(dti_table_merge_options, 40);

AT(dti_ranking_options, size, 0);
AT(dti_ranking_options, allocator, 8);
AT(dti_ranking_options, method, 16);
AT(dti_ranking_options, basis, 20);
AT(dti_ranking_options, by, 24);
AT(dti_ranking_options, groups, 32);
SIZE(dti_ranking_options, 40);

AT(dti_comparison_options, size, 0);
AT(dti_comparison_options, allocator, 8);
AT(dti_comparison_options, crosswalk, 16);
SIZE(dti_comparison_options, 24);

AT(dti_assessment_options, size, 0);
AT(dti_assessment_options, allocator, 8);
AT(dti_assessment_options, today, 16);
AT(dti_assessment_options, tables, 24);
AT(dti_assessment_options, table_count, 32);
AT(dti_assessment_options, dossiers, 40);
AT(dti_assessment_options, dossier_count, 48);
SIZE(dti_assessment_options, 56);

AT(dti_losses_options, size, 0);
AT(dti_losses_options, allocator, 8);
AT(dti_losses_options, table, 16);
SIZE(dti_losses_options, 24);
SIZE(dti_losses_options, 24);

AT(dti_statement, size, 0);
AT(dti_statement, unit, 8);
AT(dti_statement, year, 16);
AT(dti_statement, code, 24);
AT(dti_statement, quantity, 32);
AT(dti_statement, text, 40);
AT(dti_statement, decimals, 48);
AT(dti_statement, source, 56);
SIZE(dti_statement, 64);

AT(dti_reconcile_options, size, 0);
AT(dti_reconcile_options, allocator, 8);
AT(dti_reconcile_options, most, 16);
AT(dti_reconcile_options, progress, 24);
AT(dti_reconcile_options, progress_context, 32);
SIZE(dti_reconcile_options, 40);

AT(dti_paper_options, size, 0);
AT(dti_paper_options, allocator, 8);
AT(dti_paper_options, kind, 16);
AT(dti_paper_options, format, 20);
AT(dti_paper_options, lang, 24);
AT(dti_paper_options, numbering, 32);
AT(dti_paper_options, tables, 40);
AT(dti_paper_options, table_count, 48);
AT(dti_paper_options, reconciliation, 56);
AT(dti_paper_options, day, 64);
SIZE(dti_paper_options, 72);
#endif
