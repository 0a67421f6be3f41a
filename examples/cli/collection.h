/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Collections: the one asked for, or the one that goes with a dossier. */
#ifndef DTI_CLI_COLLECTION_H
#define DTI_CLI_COLLECTION_H

#include "args.h"

/* A built-in collection by its id, or one from a file. framework: what it is bound to; NULL: the
 * built-in one that it names. Gives an exit code, after saying why. */
int collection_load(const struct cli *cli, const char *name, const dti_framework *framework,
                    dti_collection **out);

/* The one that --collection names, else the built-in one of the dossier's framework and unit; NULL
 * if there is none. Gives an exit code, after saying why. */
int collection_find(const struct cli *cli, const struct args *args, const dti_dossier *dossier,
                    dti_collection **out);

/* Says that a command cannot do without one, and gives CLI_EXIT_USAGE. */
int collection_absent(const struct cli *cli, const struct command *command,
                      const dti_dossier *dossier);

/* A reporter by its id. CLI_EXIT_FINE, or CLI_EXIT_USAGE after saying why. */
int collection_reporter(const struct cli *cli, const struct command *command,
                        const dti_collection *collection, const char *id, size_t *out);

/* Name of an agency by the id of a reporter or of an agency behind a component; the id itself when
 * nobody knows it. result and collection may be NULL. */
const char *collection_agency(const dti_collection *collection, const dti_result *result,
                              const char *id, dti_lang lang);

#endif
