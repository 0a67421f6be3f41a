/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Documents from files and standard input; what is wrong with them goes to standard error. */
#ifndef DTI_CLI_LOAD_H
#define DTI_CLI_LOAD_H

#include "cli.h"

/* Each gives an exit code: CLI_EXIT_FINE, or another one after saying why. */

/* The whole of a file; "-" is standard input. */
int load_text(const struct cli *cli, const char *path, struct text *out);

/* True if there is no such file. */
bool load_is_missing(const char *path);

/* A built-in framework by its id, or one from a file. */
int load_framework(const struct cli *cli, const char *name, dti_framework **out);

/* A dossier. framework: instead of the one it names, or NULL. warnings: receives the library's
 * remarks on a dossier that it accepted, a line each; may be NULL. */
int load_dossier(const struct cli *cli, const char *path, const char *framework,
                 struct text *warnings, dti_dossier **out);

/* The same, with a framework that is already there. */
int load_dossier_of(const struct cli *cli, const char *path, const dti_framework *framework,
                    struct text *warnings, dti_dossier **out);

/* A built-in register of units by its id, or one from a file; NULL: the provinces. */
int load_units(const struct cli *cli, const char *name, dti_units **out);

/* Bounds of a framework. */
int load_bounds(const struct cli *cli, const char *path, const dti_framework *framework,
                dti_bounds **out);

/* Prints an error of the library as "dti: file:line:column: id text", frees it, and gives the exit
 * code for it. */
int load_failed(const struct cli *cli, dti_error *error);

/* Prints the findings of a report on standard error. */
void load_findings(const struct cli *cli, const dti_report *report);

/* "error", "warning" or "remark". */
const char *load_severity(dti_severity severity, dti_lang lang);

#endif
