/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Commands as data: what they are called with, and reading that from the command line. */
#include "args.h"

#include "suggest.h"

#include <string.h>

static bool has_option(const struct command *command, enum option option)
{
    for (size_t i = 0; i < command->option_count; i++) {
        if (command->options[i].option == option) {
            return true;
        }
    }
    return false;
}

/* Compares the name before "=" in an argument. */
static bool is_named(const char *argument, const char *name)
{
    size_t length = strlen(name);
    return strncmp(argument, name, length) == 0 &&
           (argument[length] == '\0' || argument[length] == '=');
}

/* Commands have options of one name that do not take the same; each finds its own. */
static enum option find_option(const struct command *command, const char *argument)
{
    enum option found = OPTION_COUNT;
    if (strcmp(argument, "-h") == 0) {
        return OPTION_HELP;
    }
    if (strcmp(argument, "-o") == 0) {
        return OPTION_OUTPUT;
    }
    for (size_t i = 0; i < OPTION_COUNT; i++) {
        if (is_named(argument, option_name((enum option)i)) &&
            (found == OPTION_COUNT || has_option(command, (enum option)i))) {
            found = (enum option)i;
        }
    }
    return found;
}

static int unknown_option(const struct cli *cli, const struct command *command,
                          const char *argument)
{
    struct text name = TEXT_EMPTY;
    text_add_bytes(&name, argument, strcspn(argument, "="));
    struct suggestion suggestion = suggest_begin(text_get(&name));
    for (size_t i = 0; i < command->option_count; i++) {
        suggest_offer(&suggestion, option_name(command->options[i].option));
    }
    int status = cli_wrong_usage(cli, command->name, suggestion.nearest, WORD_USAGE_OPTION,
                                 WITH(text_get(&name)));
    text_free(&name);
    return status;
}

static int value_missing(const struct cli *cli, const struct command *command, enum option option)
{
    struct text expected = TEXT_EMPTY;
    option_add_value(&expected, cli->lang, option, word(cli->lang, WORD_LIST_COMMA));
    int status = cli_wrong_usage(cli, command->name, NULL, WORD_USAGE_VALUE_MISSING,
                                 WITH(option_name(option), text_get(&expected)));
    text_free(&expected);
    return status;
}

static int value_refused(const struct cli *cli, const struct command *command, enum option option,
                         const char *value)
{
    struct text choices = TEXT_EMPTY;
    option_add_value(&choices, cli->lang, option, word(cli->lang, WORD_LIST_COMMA));
    int status =
        cli_wrong_usage(cli, command->name, option_nearest_choice(option, value), WORD_USAGE_CHOICE,
                        WITH(option_name(option), value, text_get(&choices)));
    text_free(&choices);
    return status;
}

/* Reads the option argv[*at] with its value, and moves *at to the last argument used. */
static int read_option(const struct cli *cli, const struct command *command, int argc, char **argv,
                       int *at, struct args *args)
{
    const char *argument = argv[*at];
    enum option option = find_option(command, argument);
    if (option == OPTION_COUNT) {
        return unknown_option(cli, command, argument);
    }
    if (!has_option(command, option)) {
        return cli_wrong_usage(cli, command->name, NULL, WORD_USAGE_OPTION_HERE,
                               WITH(command->name, option_name(option)));
    }
    const char *value = strchr(argument, '=');
    if (!option_takes_value(option)) {
        if (value) {
            return cli_wrong_usage(cli, command->name, NULL, WORD_USAGE_VALUE_REFUSED,
                                   WITH(option_name(option), value + 1));
        }
        args->values[option] = "";
        return CLI_EXIT_FINE;
    }
    if (value) {
        value++;
    } else if (*at + 1 < argc) {
        value = argv[++*at];
    }
    if (!value || !*value) {
        return value_missing(cli, command, option);
    }
    if (option_choice(option, value) < 0) {
        return value_refused(cli, command, option, value);
    }
    if (option_is_list(option)) {
        text_add(&args->list, args->list.length != 0 ? "," : "");
        text_add(&args->list, value);
    }
    args->values[option] = value;
    return CLI_EXIT_FINE;
}

static int check_complete(const struct cli *cli, const struct command *command,
                          const struct args *args)
{
    for (size_t i = args->operand_count; i < command->operand_count; i++) {
        if (!command->operands[i].is_optional) {
            return cli_wrong_usage(cli, command->name, NULL, WORD_USAGE_OPERAND_MISSING,
                                   WITH(word(cli->lang, command->operands[i].name)));
        }
    }
    bool is_many =
        command->operand_count != 0 && command->operands[command->operand_count - 1].is_many;
    if (args->operand_count > command->operand_count && !is_many) {
        return cli_wrong_usage(cli, command->name, NULL, WORD_USAGE_OPERAND_EXTRA,
                               WITH(args->operands[command->operand_count]));
    }
    for (size_t i = 0; i < command->option_count; i++) {
        enum option option = command->options[i].option;
        if (command->options[i].is_required && !args->values[option]) {
            return cli_wrong_usage(cli, command->name, NULL, WORD_USAGE_OPTION_REQUIRED,
                                   WITH(option_name(option)));
        }
    }
    return CLI_EXIT_FINE;
}

int args_parse(const struct cli *cli, const struct command *command, int argc, char **argv,
               struct args *args)
{
    *args = (struct args){.operands = argv};
    bool are_options = true;
    for (int i = 0; i < argc; i++) {
        if (are_options && strcmp(argv[i], "--") == 0) {
            are_options = false;
        } else if (are_options && argv[i][0] == '-' && argv[i][1] != '\0') {
            int status = read_option(cli, command, argc, argv, &i, args);
            if (status != CLI_EXIT_FINE) {
                return status;
            }
        } else if (!command->run) {
            args->operands = argv + i;
            args->operand_count = (size_t)(argc - i);
            return CLI_EXIT_FINE;
        } else {
            argv[args->operand_count++] = argv[i];
        }
    }
    bool is_enough = args->values[OPTION_HELP] || !command->run;
    return is_enough ? CLI_EXIT_FINE : check_complete(cli, command, args);
}

void args_free(struct args *args)
{
    text_free(&args->list);
}

enum format args_format(const struct args *args)
{
    const char *value = args->values[OPTION_FORMAT];
    return value ? (enum format)option_choice(OPTION_FORMAT, value) : FORMAT_TABLE;
}

static size_t is_standard_input(const char *path)
{
    return path && strcmp(path, "-") == 0;
}

size_t args_standard_inputs(const struct args *args)
{
    size_t count = is_standard_input(args->values[OPTION_FRAMEWORK]) +
                   is_standard_input(args->values[OPTION_FRAMEWORK_BEFORE]) +
                   is_standard_input(args->values[OPTION_BASE]) +
                   is_standard_input(args->values[OPTION_BOUNDS]) +
                   is_standard_input(args->values[OPTION_COLLECTION]) +
                   is_standard_input(args->values[OPTION_LAST_YEAR]) +
                   is_standard_input(args->values[OPTION_UNITS]);
    for (size_t i = 0; i < args->operand_count; i++) {
        count += is_standard_input(args->operands[i]);
    }
    return count;
}

dti_lang args_language(int argc, char **argv)
{
    dti_lang lang = DTI_LANG_VI;
    const char *name = option_name(OPTION_LANG);
    for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++) {
        const char *value = NULL;
        if (strcmp(argv[i], name) == 0 && i + 1 < argc) {
            value = argv[i + 1];
        } else if (is_named(argv[i], name)) {
            value = strchr(argv[i], '=');
            value = value ? value + 1 : NULL;
        }
        if (value && option_choice(OPTION_LANG, value) >= 0) {
            lang = option_choice(OPTION_LANG, value) == 1 ? DTI_LANG_EN : DTI_LANG_VI;
        }
    }
    return lang;
}
