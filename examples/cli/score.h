/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* A dossier from the command line, scored. */
#ifndef DTI_CLI_SCORE_H
#define DTI_CLI_SCORE_H

#include "args.h"

/* The track of an id; the default one for NULL. */
dti_track score_track(const char *id);

/* Loads and scores the first operand by --framework, --bounds and --track. warnings: what the
 * library remarked on the dossier, a line each; may be NULL. Gives an exit code, after saying why.
 */
int score_dossier(const struct cli *cli, const struct command *command, const struct args *args,
                  struct text *warnings, dti_result **out);

/* The same on the computed track, for the pages of the year's work; with the collection that the
 * dossier goes with, yours, or NULL if there is none. */
int score_year(const struct cli *cli, const struct command *command, const struct args *args,
               dti_collection **collection, dti_result **out);

#endif
