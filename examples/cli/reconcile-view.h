/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* What is shown of a reconciliation. */
#ifndef DTI_CLI_RECONCILE_VIEW_H
#define DTI_CLI_RECONCILE_VIEW_H

#include "args.h"

struct reconcile_view {
    const struct cli *cli;
    const dti_reconciliation *found;
    const char *title;  /* whose figures they are */
    const char *beside; /* tables that were looked up besides; "" if none */
    const char *only;   /* id of the unit whose figures count; NULL: all */
    bool has_all;       /* what holds is listed too */
    size_t most;
};

/* True if it speaks of the figures that count: those of the unit, and those of nobody. */
bool reconcile_has_problem(const struct reconcile_view *view, size_t problem);
bool reconcile_has_identity(const struct reconcile_view *view, size_t identity);

void reconcile_print_page(const struct reconcile_view *view);
/* The part of the page that follows from the headline values. */
void reconcile_print_parts(const struct reconcile_view *view);
void reconcile_print_data(const struct reconcile_view *view, const struct args *args);

#endif
