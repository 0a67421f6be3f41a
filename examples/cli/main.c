/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* dti: scores and explains dossiers of the Digital Transformation Index. A
 * consumer of the public API of libdti like any other. */
#include "commands.h"
#include "help.h"
#include "markdown.h"
#include "suggest.h"

#include <errno.h>
#include <string.h>

/* In the order of a year. */
static const struct command_group groups[] = {
    {WORD_GROUP_DEFINE, {&command_frameworks, &command_show, &command_new, &command_check}},
    {WORD_GROUP_COLLECT, {&command_forms, &command_merge, &command_status, &command_decide}},
    {WORD_GROUP_PROVE, {&command_evidence, &command_review}},
    {WORD_GROUP_SCORE, {&command_score, &command_explain, &command_bounds}},
    {WORD_GROUP_SEND, {&command_submission, &command_stage, &command_reply}},
    {WORD_GROUP_RANK, {&command_units, &command_rank, &command_compare, &command_targets}},
    {WORD_GROUP_ANALYSE, {&command_losses, &command_reconcile, &command_report}},
};

enum {
    GROUP_COUNT = sizeof groups / sizeof *groups
};

static const struct command_option program_options[] = {
    {OPTION_LANG, false},
    {OPTION_VERSION, false},
    {OPTION_HELP, false},
};

static const struct command program = {
    .name = "dti",
    .summary = WORD_ROOT_SUMMARY,
    .purpose = WORD_ROOT_PURPOSE,
    .examples = WORD_ROOT_EXAMPLES,
    .options = program_options,
    .option_count = sizeof program_options / sizeof *program_options,
};

/* The name of a command as typed, without the program. */
static const char *short_name(const struct command *command)
{
    return command->name + strlen(program.name) + 1;
}

static const struct command *find_command(const struct cli *cli, const char *name)
{
    struct suggestion suggestion = suggest_begin(name);
    for (size_t i = 0; i < GROUP_COUNT * HELP_MOST_COMMANDS; i++) {
        const struct command *command =
            groups[i / HELP_MOST_COMMANDS].commands[i % HELP_MOST_COMMANDS];
        if (command && strcmp(short_name(command), name) == 0) {
            return command;
        }
        if (command) {
            suggest_offer(&suggestion, short_name(command));
        }
    }
    cli_wrong_usage(cli, program.name, suggestion.nearest, WORD_USAGE_COMMAND, WITH(name));
    return NULL;
}

static void print_version(const struct cli *cli)
{
    struct text line = TEXT_EMPTY;
    word_fill(&line, cli->lang, WORD_VERSION, WITH(DTI_VERSION_STRING, dti_version()));
    term_line(&cli->out, STYLE_PLAIN, text_get(&line));
    text_free(&line);
}

/* What all commands have in common. Pages are printed in one way: what makes Markdown of them is
 * where they go. */
static int run_with(const struct cli *cli, const struct command *command, const struct args *args)
{
    struct markdown page = {MARKDOWN_NOTHING};
    struct cli own = *cli;
    own.base = args->values[OPTION_BASE];
    own.out.markdown = args_format(args) == FORMAT_MARKDOWN ? &page : NULL;
    return command->run(&own, args);
}

static int run_command(const struct cli *cli, const struct command *command, int argc, char **argv)
{
    struct args args;
    int status = args_parse(cli, command, argc, argv, &args);
    if (status == CLI_EXIT_FINE && args.values[OPTION_HELP]) {
        help_command(cli, command);
    } else if (status == CLI_EXIT_FINE) {
        status = run_with(cli, command, &args);
    }
    args_free(&args);
    return status;
}

/* The program's own options take no lists: there is nothing to free. */
static int run(const struct cli *cli, int argc, char **argv)
{
    struct args args;
    int status = args_parse(cli, &program, argc - 1, argv + 1, &args);
    if (status != CLI_EXIT_FINE) {
        return status;
    }
    if (args.values[OPTION_HELP]) {
        help_program(cli, &program, groups, GROUP_COUNT);
        return CLI_EXIT_FINE;
    }
    if (args.values[OPTION_VERSION]) {
        print_version(cli);
        return CLI_EXIT_FINE;
    }
    if (args.operand_count == 0) {
        return cli_wrong_usage(cli, program.name, NULL, WORD_USAGE_NO_COMMAND, WITH_NOTHING);
    }
    const struct command *command = find_command(cli, args.operands[0]);
    if (!command) {
        return CLI_EXIT_USAGE;
    }
    return run_command(cli, command, (int)args.operand_count - 1, args.operands + 1);
}

/* What was printed counts only when it has arrived: a full disk shows here. */
static int finish(const struct cli *cli, int status)
{
    errno = 0;
    if (fflush(cli->out.file) == 0 && !ferror(cli->out.file)) {
        return status;
    }
    cli_error(cli, WORD_FILE_OUTPUT, WITH(strerror(errno != 0 ? errno : EIO)));
    return CLI_EXIT_FILE;
}

int main(int argc, char **argv)
{
    const struct cli cli = {
        .lang = args_language(argc, argv),
        .out = term_open(stdout),
        .err = term_open(stderr),
    };
    return finish(&cli, run(&cli, argc, argv));
}
