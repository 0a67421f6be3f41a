/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* What is reconciled: dossiers, tables, targets and single figures of the command line. */
#ifndef DTI_CLI_RECONCILE_LOAD_H
#define DTI_CLI_RECONCILE_LOAD_H

#include "args.h"

struct reconcile_load {
    dti_figures *figures;
    struct text title;  /* of what was named */
    struct text beside; /* tables that were added to a dossier that stands alone */
    struct text only;   /* the unit of that dossier */
};

/* Gives an exit code, after saying why. To be freed in any case. */
int reconcile_load(const struct cli *cli, const struct command *command, const struct args *args,
                   struct reconcile_load *out);
void reconcile_load_free(struct reconcile_load *load);

#endif
