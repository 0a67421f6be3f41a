/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Help pages, printed from the descriptions of the commands. */
#include "help.h"

#include "table.h"

#include <string.h>

enum {
    INDENT = 2,
    HANGING = 6
};

static const struct table_column columns[] = {
    {NULL, ALIGN_LEFT, false},
    {NULL, ALIGN_LEFT, true},
};

static struct table *new_list(void)
{
    return table_new(columns, sizeof columns / sizeof *columns);
}

static void print_list(const struct cli *cli, struct table *list)
{
    table_print(list, &cli->out, INDENT);
    table_free(list);
}

static void print_heading(const struct cli *cli, enum word heading)
{
    fputc('\n', cli->out.file);
    term_line(&cli->out, STYLE_STRONG, word(cli->lang, heading));
}

static void print_begin(const struct cli *cli, const struct command *command, const char *usage)
{
    struct text line = TEXT_EMPTY;
    text_add(&line, command->name);
    text_add(&line, " – ");
    text_add(&line, word(cli->lang, command->summary));
    term_paragraph(&cli->out, STYLE_STRONG, 0, HANGING, text_get(&line));
    text_free(&line);
    fputc('\n', cli->out.file);
    term_paragraph(&cli->out, STYLE_PLAIN, 0, 0, word(cli->lang, command->purpose));
    print_heading(cli, WORD_HELP_USAGE);
    term_paragraph(&cli->out, STYLE_PLAIN, INDENT, HANGING, usage);
}

static void add_option_usage(struct text *out, dti_lang lang, enum option option)
{
    text_add(out, option_name(option));
    if (option_takes_value(option)) {
        text_add(out, " ");
        option_add_value(out, lang, option, "|");
    }
}

/* "dti show FRAMEWORK [CODE] [--numbering SCHEME]"; what all commands have is left out. */
static void add_usage(struct text *out, dti_lang lang, const struct command *command)
{
    text_add(out, command->name);
    for (size_t i = 0; i < command->operand_count; i++) {
        const struct operand *operand = &command->operands[i];
        text_add(out, operand->is_optional ? " [" : " ");
        text_add(out, word(lang, operand->name));
        text_add(out, operand->is_many ? "…" : "");
        text_add(out, operand->is_optional ? "]" : "");
    }
    for (size_t i = 0; i < command->option_count; i++) {
        const struct command_option *option = &command->options[i];
        if (option->option == OPTION_LANG || option->option == OPTION_HELP) {
            continue;
        }
        text_add(out, option->is_required ? " " : " [");
        add_option_usage(out, lang, option->option);
        text_add(out, option->is_required ? "" : "]");
        text_add(out, option_is_list(option->option) ? "…" : "");
    }
}

static void print_options(const struct cli *cli, const struct command *command)
{
    print_heading(cli, WORD_HELP_OPTIONS);
    struct table *list = new_list();
    for (size_t i = 0; i < command->option_count; i++) {
        enum option option = command->options[i].option;
        struct text usage = TEXT_EMPTY;
        text_add(&usage, option_name(option));
        if (option == OPTION_TRACK) {
            text_add(&usage, " …"); /* the help names the choices */
        } else if (option_takes_value(option)) {
            text_add(&usage, " ");
            option_add_value(&usage, cli->lang, option, "|");
        }
        table_cell(list, STYLE_PLAIN, text_get(&usage));
        table_cell(list, STYLE_PLAIN, word(cli->lang, option_help(option)));
        text_free(&usage);
    }
    print_list(cli, list);
}

static void print_end(const struct cli *cli, const struct command *command)
{
    static const struct {
        const char *code;
        enum word meaning;
    } exits[] = {
        {"0", WORD_HELP_EXIT_FINE},
        {"1", WORD_HELP_EXIT_FAULT},
        {"2", WORD_HELP_EXIT_USAGE},
        {"3", WORD_HELP_EXIT_FILE},
    };
    print_heading(cli, WORD_HELP_EXAMPLES);
    const char *example = word(cli->lang, command->examples);
    while (*example) {
        size_t bytes = strcspn(example, "\n");
        term_spaces(&cli->out, INDENT);
        term_put(&cli->out, STYLE_PLAIN, example, bytes);
        fputc('\n', cli->out.file);
        example += bytes + (example[bytes] != '\0');
    }
    print_heading(cli, WORD_HELP_EXITS);
    struct table *list = new_list();
    for (size_t i = 0; i < sizeof exits / sizeof *exits; i++) {
        table_cell(list, STYLE_PLAIN, exits[i].code);
        table_cell(list, STYLE_PLAIN, word(cli->lang, exits[i].meaning));
    }
    print_list(cli, list);
}

void help_command(const struct cli *cli, const struct command *command)
{
    struct text usage = TEXT_EMPTY;
    add_usage(&usage, cli->lang, command);
    print_begin(cli, command, text_get(&usage));
    text_free(&usage);
    if (command->operand_count != 0) {
        print_heading(cli, WORD_HELP_OPERANDS);
        struct table *list = new_list();
        for (size_t i = 0; i < command->operand_count; i++) {
            table_cell(list, STYLE_PLAIN, word(cli->lang, command->operands[i].name));
            table_cell(list, STYLE_PLAIN, word(cli->lang, command->operands[i].help));
        }
        print_list(cli, list);
    }
    print_options(cli, command);
    print_end(cli, command);
}

static void add_group(const struct cli *cli, struct table *list, const struct command *program,
                      const struct command_group *group)
{
    table_remark(list, 0, STYLE_STRONG, word(cli->lang, group->heading));
    for (size_t i = 0; i < HELP_MOST_COMMANDS && group->commands[i]; i++) {
        struct text name = TEXT_EMPTY;
        text_add(&name, "  ");
        text_add(&name, group->commands[i]->name + strlen(program->name) + 1);
        table_cell(list, STYLE_PLAIN, text_get(&name));
        table_cell(list, STYLE_PLAIN, word(cli->lang, group->commands[i]->summary));
        text_free(&name);
    }
}

void help_program(const struct cli *cli, const struct command *program,
                  const struct command_group *groups, size_t group_count)
{
    print_begin(cli, program, word(cli->lang, WORD_HELP_USAGE_ROOT));
    print_heading(cli, WORD_HELP_COMMANDS);
    struct table *list = new_list();
    for (size_t i = 0; i < group_count; i++) {
        add_group(cli, list, program, &groups[i]);
    }
    print_list(cli, list);
    print_options(cli, program);
    print_end(cli, program);
    fputc('\n', cli->out.file);
    term_paragraph(&cli->out, STYLE_PLAIN, 0, 0, word(cli->lang, WORD_HELP_MORE));
}
