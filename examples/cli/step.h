/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* What the commands have in common that take a step in a dossier: who, when, why, and the new
 * dossier that comes of it. */
#ifndef DTI_CLI_STEP_H
#define DTI_CLI_STEP_H

#include "args.h"
#include "moment.h"

struct step {
    const struct cli *cli;
    const struct command *command;
    const struct args *args;
    dti_dossier *dossier;
    const dti_framework *framework;
    dti_changes *changes;   /* empty at first */
    dti_history_step taken; /* by, at, agency, reason and names, from the options */
    struct moment now;
    char *list; /* of the names */
    const char **names;
};

/* Loads the dossier that the first operand names. Gives an exit code, after saying why. To be ended
 * in any case. */
int step_begin(const struct cli *cli, const struct command *command, const struct args *args,
               struct step *out);
void step_end(struct step *step);

/* Finds the action that an operand names among those of the command. CLI_EXIT_FINE, or
 * CLI_EXIT_USAGE after saying which there are. */
int step_action(struct step *step, const char *name, const dti_action *actions, size_t count);

/* Applies the changes, says on standard error what they are, and writes the new dossier. Gives an
 * exit code, after saying why. */
int step_finish(struct step *step);

#endif
