/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Where targets stand, as a page to read or as data. */
#ifndef DTI_CLI_TARGETS_VIEW_H
#define DTI_CLI_TARGETS_VIEW_H

#include "args.h"

#include <dti/targets.h>

struct targets_view {
    const struct cli *cli;
    const dti_targets *targets;
    const dti_assessment *assessment;
    const dti_table *const *tables;
    size_t table_count;
    const dti_dossier *const *dossiers;
    size_t dossier_count;
    const char *today; /* "2024-01-15" */
    int only;          /* a dti_target_status, or -1 for all */
};

/* True for a target that the page or the rows are about. */
bool targets_is_shown(const struct targets_view *view, size_t target);

/* Codes of the nodes that a target is about, "5.3, 5.4". */
void targets_add_codes(struct text *out, const struct targets_view *view, size_t target,
                       const char *separator);

/* Where they stand in all, then target by target, then what does not hold together. */
void targets_print_page(const struct targets_view *view);

/* The list of that: trouble first, measures without a figure last. */
void targets_print_list(const struct targets_view *view);

void targets_print_data(const struct targets_view *view, const struct args *args);

#endif
