/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Help pages, printed from the descriptions of the commands. */
#ifndef DTI_CLI_HELP_H
#define DTI_CLI_HELP_H

#include "args.h"

/* The page of a command. */
void help_command(const struct cli *cli, const struct command *command);

enum {
    HELP_MOST_COMMANDS = 4 /* of a group */
};

/* Commands that belong together; NULL: no more. */
struct command_group {
    enum word heading;
    const struct command *commands[HELP_MOST_COMMANDS];
};

/* The page of the program: all its commands. */
void help_program(const struct cli *cli, const struct command *program,
                  const struct command_group *groups, size_t group_count);

#endif
