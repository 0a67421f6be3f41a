/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The published tables in which the unit of a dossier stands: those named on the command line, and
 * those that are built in. */
#ifndef DTI_CLI_UNIT_TABLES_H
#define DTI_CLI_UNIT_TABLES_H

#include "args.h"

struct unit_tables {
    dti_table **items;
    size_t count;
};

/* By --table and --no-tables. Gives an exit code, after saying why; to be freed in any case. */
int unit_tables_load(const struct cli *cli, const struct command *command, const struct args *args,
                     const dti_dossier *dossier, struct unit_tables *out);
void unit_tables_free(struct unit_tables *tables);

#endif
