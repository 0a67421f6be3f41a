/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Whom a ranking is about: a table as it was published, or one made of dossiers that are scored. */
#ifndef DTI_CLI_FIELD_H
#define DTI_CLI_FIELD_H

#include "args.h"

#define FIELD_MADE "dossiers" /* id of a table made of dossiers */

/* A table by its id, its year or its file; or several dossiers, scored by --bounds and --track. By
 * --framework and --units instead of what they name. Gives an exit code, after saying why. */
int field_load(const struct cli *cli, const struct command *command, const struct args *args,
               dti_table **out);

#endif
