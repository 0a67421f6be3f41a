/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* A result as data, or as tables to read, in the order in which they are printed. */
#ifndef DTI_CLI_SCORE_VIEW_H
#define DTI_CLI_SCORE_VIEW_H

#include "args.h"

struct score_view {
    const struct cli *cli;
    const dti_result *result;
    const dti_losses *losses;
    const dti_dossier *dossier;
    const dti_framework *framework;
    const char *numbering;
    const char *path; /* of the dossier, for hints */
    dti_track track;
    int points_digits;
    int value_digits;
};

/* True if the framework has such nodes: what it has none of is not told of. */
bool score_has_kind(const struct score_view *view, dti_node_kind kind);

/* As data for other programs: CSV. */
void score_print_data(const struct score_view *view, const struct args *args);

/* Unit, year, framework, track, and what other tracks there are. */
void score_print_head(const struct score_view *view);

/* Indices and main indicators. */
void score_print_indices(const struct score_view *view);
void score_print_mains(const struct score_view *view);

/* The components that lose most, with cause, agency and next step. */
void score_print_losses(const struct score_view *view);

/* What scoring found; warnings: what reading the dossier found, a line each. */
void score_print_findings(const struct score_view *view, const char *warnings);

/* What is assumed, and how to go on. */
void score_print_end(const struct score_view *view);

#endif
