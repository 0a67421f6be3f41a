/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Who owes what, as pages to read: all reporters, or one of them row by row. */
#ifndef DTI_CLI_STATUS_VIEW_H
#define DTI_CLI_STATUS_VIEW_H

#include "args.h"

struct status_view {
    const struct cli *cli;
    const dti_progress *progress;
    const dti_collection *collection;
    const dti_result *result;
    const dti_dossier *dossier;
    const dti_framework *framework;
    const char *path;  /* of the dossier, for hints */
    const char *today; /* "2024-01-15" */
    int digits;        /* of points */
};

/* All reporters, those first of whom most points wait. */
void status_print_list(const struct status_view *view);

/* What one reporter owes, by name. report: what does not hold together in the dossier. */
void status_print_reporter(const struct status_view *view, const dti_report *report,
                           size_t reporter);

/* Unit, year, collection, and how much time there is. */
void status_print_head(const struct status_view *view);

#endif
