/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Documents from files and standard input; what is wrong with them goes to standard error. */
#ifndef DTI_CLI_LOAD_H
#define DTI_CLI_LOAD_H

#include "cli.h"

/* Each gives an exit code: CLI_EXIT_FINE, or another one after saying why. */

/* The whole of a file; "-" is standard input. */
int load_text(const struct cli *cli, const char *path, struct text *out);

/* Neither built in nor a file: says so, with the nearest id and all that are built in. */
int load_no_such(const struct cli *cli, enum word what, const char *name, size_t count,
                 const char *(*id)(size_t));

/* True if there is no such file. */
bool load_is_missing(const char *path);

/* A built-in framework by its id, or one from a file, which may extend the base of the command
 * line.
 */
int load_framework(const struct cli *cli, const char *name, dti_framework **out);

/* The base of the command line. NULL: none is named. */
int load_base_named(const struct cli *cli, dti_framework **out);

/* The framework that another one extends. NULL: none. */
int load_base(const struct cli *cli, const dti_framework *framework, dti_framework **out);

/* Says of a fault that stands in the base that it comes of the file. */
void load_base_hint(const struct cli *cli, const char *source, const char *path);

/* A dossier. framework: instead of the one it names, or NULL. warnings: receives the library's
 * remarks on a dossier that it accepted, a line each; may be NULL. */
int load_dossier(const struct cli *cli, const char *path, const char *framework,
                 struct text *warnings, dti_dossier **out);

/* The same of a text that was read before. */
int load_dossier_text(const struct cli *cli, const char *name, const struct text *text,
                      const dti_framework *framework, struct text *warnings, dti_dossier **out);

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

/* A finding as a line: "error DTI-0301: text". */
void load_finding(const struct cli *cli, const dti_report *report, size_t index, struct text *line);

/* Prints the findings of a report on standard error. */
void load_findings(const struct cli *cli, const dti_report *report);

/* "error", "warning" or "remark". */
const char *load_severity(dti_severity severity, dti_lang lang);

#endif
