/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* What came in, read and put into a dossier: forms, evidence records, tables of points. */
#ifndef DTI_CLI_INTAKE_H
#define DTI_CLI_INTAKE_H

#include "args.h"

struct intake {
    const struct cli *cli;
    const struct args *args;
    const dti_framework *framework;
    dti_collection *collection; /* of the forms; NULL: the one that each names */
    dti_dossier *dossier;       /* as it is by now */
    dti_form **forms;
    size_t form_count;
    dti_evidence **records;
    size_t record_count;
    dti_changes **tables; /* of points, in the order of the files */
    size_t table_count;
    size_t counts[DTI_CHANGE_STAGE + 1]; /* what became different */
    size_t known_records;                /* records that brought nothing new */
    dti_report *report;                  /* what does not hold together now */
};

/* dossier: transferred. To be ended in any case. */
void intake_begin(struct intake *intake, const struct cli *cli, const struct args *args,
                  dti_dossier *dossier, dti_collection *collection);
void intake_end(struct intake *intake);

/* Reads a file; nothing changes yet. Gives an exit code, after saying why. */
int intake_read(struct intake *intake, const char *path);

/* Puts into the dossier what was read. Gives an exit code, after saying why. */
int intake_apply(struct intake *intake);

#endif
