/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Commands as data: what they are called with, and reading that from the command line. */
#ifndef DTI_CLI_ARGS_H
#define DTI_CLI_ARGS_H

#include "cli.h"
#include "option.h"

struct args {
    const char *values[OPTION_COUNT]; /* NULL: not given; "" for one that takes none */
    struct text list; /* values of the option that takes several, with "," between them */
    char **operands;
    size_t operand_count;
};

struct operand {
    enum word name;
    enum word help;
    bool is_optional;
    bool is_many; /* one or more; only the last one */
};

struct command_option {
    enum option option;
    bool is_required;
};

struct command {
    const char *name; /* with the program: "dti score" */
    enum word summary;
    enum word purpose;
    enum word examples;
    const struct operand *operands;
    size_t operand_count;
    const struct command_option *options;
    size_t option_count;
    int (*run)(const struct cli *cli, const struct args *args); /* NULL: the program itself */
};

/* Reads what follows a command. Operands are moved to the front of argv; for the program itself
 * everything from the first operand on is one. CLI_EXIT_FINE, or CLI_EXIT_USAGE after saying why.
 * Whether something is missing is not looked at when help is asked for. To be freed in any case. */
int args_parse(const struct cli *cli, const struct command *command, int argc, char **argv,
               struct args *args);

void args_free(struct args *args);

/* What --format asks for, of commands that have all four. */
enum format {
    FORMAT_TABLE, /* a page for the terminal: the default */
    FORMAT_JSON,
    FORMAT_CSV,
    FORMAT_MARKDOWN /* the page again: the command prints it as for the terminal */
};

enum format args_format(const struct args *args);

/* How many operands and options name standard input, which can be read only once. */
size_t args_standard_inputs(const struct args *args);

/* The language asked for anywhere on the command line, so that complaints about the rest are
 * already in it. */
dti_lang args_language(int argc, char **argv);

#endif
