/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* What every command gets and gives: language, output, exit codes. */
#ifndef DTI_CLI_CLI_H
#define DTI_CLI_CLI_H

#include "term.h"
#include "words.h"

#include <dti/dti.h>

enum cli_exit {
    CLI_EXIT_FINE = 0,
    CLI_EXIT_FAULT = 1, /* a document has errors, or there is nothing to score */
    CLI_EXIT_USAGE = 2,
    CLI_EXIT_FILE = 3 /* a file cannot be read or written, or memory ran out */
};

struct cli {
    dti_lang lang;
    struct term out;
    struct term err;
    const char *base; /* of overlays: file or built-in id; NULL: the built-in one that they name */
};

/* Prints "dti: …" on standard error; texts as in word_fill(). */
void cli_error(const struct cli *cli, enum word id, const char *const *with);

/* The same, with the nearest of what is known (NULL: none) and a hint where to look. Gives
 * CLI_EXIT_USAGE. */
int cli_wrong_usage(const struct cli *cli, const char *command, const char *nearest, enum word id,
                    const char *const *with);

#endif
