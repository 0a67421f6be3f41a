/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The dossiers of a cohort as columns: one row per unit, one column per input of their framework.
 */
#ifndef DTI_CLI_COHORT_H
#define DTI_CLI_COHORT_H

#include "args.h"

struct cohort {
    dti_dossier **dossiers; /* in the order of the command line */
    size_t count;
    const dti_framework *framework; /* of all of them */
    dti_column *columns;
    double *values; /* behind the columns, one after the other */
    uint8_t *states;
};

/* Loads the dossiers that the operands name, of --framework or of the framework that the first of
 * them names: one year, every unit once. Gives an exit code, after saying why. To be freed in any
 * case. */
int cohort_load(const struct cli *cli, const struct args *args, struct cohort *out);
void cohort_free(struct cohort *cohort);

#endif
