/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Published tables from the command line, built in or from files, and the registers they need. */
#ifndef DTI_CLI_LOAD_TABLE_H
#define DTI_CLI_LOAD_TABLE_H

#include "cli.h"

/* Each gives an exit code: CLI_EXIT_FINE, or another one after saying why. */

/* The built-in register that has a unit of this id. */
int load_units_of(const struct cli *cli, const char *unit, dti_units **out);

/* Says that a name is no unit of a register, and in which other one it is, if it is. Takes the
 * error; the exit code that belongs to it. */
int load_unit_failed(const struct cli *cli, const dti_units *units, const char *name,
                     dti_error *error);

/* The id of the built-in table that is meant: its id, or a year for the provinces of that year;
 * NULL if none is. */
const char *load_table_builtin(const char *name);

/* The year that the id of a built-in table ends in; 0: none. Saves reading those of other years. */
int load_table_year(const char *id);

/* Whether a table is of the very framework of a dossier, so that codes mean the same; whether it
 * has a row of its unit. */
bool load_table_fits(const dti_table *table, const dti_dossier *dossier);
bool load_table_has_row(const dti_table *table, const dti_dossier *dossier);

/* A built-in table by id or year, or one from a file. framework, units: instead of those it names,
 * or NULL. */
int load_table(const struct cli *cli, const char *name, const dti_framework *framework,
               const dti_units *units, dti_table **out);

/* The same, of a text that is already there; name: of its source. */
int load_table_text(const struct cli *cli, const char *name, const struct text *text,
                    const dti_framework *framework, const dti_units *units, dti_table **out);

#endif
