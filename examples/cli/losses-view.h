/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Losses as data, or as a page to read, in the order in which its parts are printed. */
#ifndef DTI_CLI_LOSSES_VIEW_H
#define DTI_CLI_LOSSES_VIEW_H

#include "args.h"
#include "figure.h"

struct losses_view {
    const struct cli *cli;
    const dti_losses *losses;
    const dti_result *result;
    const dti_dossier *dossier;
    const dti_framework *framework;
    const dti_table *table; /* NULL: none */
    const char *numbering;
    const char *path; /* of the dossier, for hints */
    int digits;       /* of points */
    dti_losses_by by;
    bool is_list; /* items by loss instead of groups */
    int order;  /* the only order of steps that is asked for; -1: both, and the rest of the page */
    size_t top; /* 0: as many as each part shows by itself */
};

/* Items as a table: code, name, points, what is lost, why, the next step, who. */
void losses_print_items(const struct losses_view *view, const size_t *items, size_t count);

/* Whose losses these are, how much of the whole they are, and of which main indicators. */
void losses_print_head(const struct losses_view *view);
/* The items by main indicator, by agency, by cause, or as one list. */
void losses_print_groups(const struct losses_view *view);
/* Who stands behind how much. */
void losses_print_agencies(const struct losses_view *view);
/* What is easiest, and what brings the most. */
void losses_print_steps(const struct losses_view *view);
/* What went from track to track. */
void losses_print_cuts(const struct losses_view *view);
/* As data for other programs: CSV. */
void losses_print_data(const struct losses_view *view, const struct args *args);

#endif
