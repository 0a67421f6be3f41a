/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* What a province sends to the ministry, as a page to read. */
#ifndef DTI_CLI_SUBMISSION_VIEW_H
#define DTI_CLI_SUBMISSION_VIEW_H

#include "args.h"

struct submission_view {
    const struct cli *cli;
    const dti_result *result;
    const dti_dossier *dossier;
    const dti_framework *framework;
    const dti_report *report; /* of dti_submission_check() */
    const char *numbering;
    const char *digest; /* of the package */
    int digits;         /* of points */
};

void submission_print(const struct submission_view *view);

#endif
