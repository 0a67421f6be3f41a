/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* dti forms: who reports on which form, and the empty forms to fill in. */
#include "collection.h"
#include "commands.h"
#include "figure.h"
#include "load.h"
#include "save.h"
#include "table.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* What is written, and how. */
struct order {
    const struct cli *cli;
    const dti_collection *collection;
    const char *unit; /* NULL: the collection's */
    int32_t year;
    dti_form_format format;
};

static void list_reporters(const struct cli *cli, const dti_collection *collection)
{
    const struct table_column columns[] = {
        {word(cli->lang, WORD_COLUMN_ID), ALIGN_LEFT, false},
        {word(cli->lang, WORD_COLUMN_REPORTER), ALIGN_LEFT, true},
        {word(cli->lang, WORD_COLUMN_FORM), ALIGN_LEFT, false},
        {word(cli->lang, WORD_COLUMN_ROWS), ALIGN_RIGHT, false},
    };
    struct table *table = table_new(columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < dti_collection_reporter_count(collection); i++) {
        size_t form = dti_collection_reporter_form(collection, i);
        size_t rows = dti_collection_form_row_count(collection, form);
        table_cell(table, STYLE_STRONG, dti_collection_reporter_id(collection, i));
        table_cell(table, STYLE_PLAIN, dti_collection_reporter_name(collection, i, cli->lang));
        table_cell(table, STYLE_PLAIN, dti_collection_form_id(collection, form));
        table_cell(table, STYLE_PLAIN, figure_count(rows).text);
    }
    table_print(table, &cli->out, 0);
    table_free(table);
}

/* Only the unit and the year can be at fault: nothing else came from outside. */
static int make_form(const struct order *order, size_t reporter, dti_text **text)
{
    dti_form *form = NULL;
    dti_error *error = NULL;
    dti_status status =
        dti_form_new(order->collection, reporter, order->unit, order->year, NULL, &form, &error);
    if (status == DTI_OK) {
        status = dti_form_write(form, order->format, text, &error);
    }
    dti_form_unref(form);
    if (status == DTI_OK) {
        return CLI_EXIT_FINE;
    }
    int code = load_failed(order->cli, error);
    return status == DTI_E_VALUE ? CLI_EXIT_USAGE : code;
}

static int write_one(const struct order *order, size_t reporter, const char *path)
{
    dti_text *text = NULL;
    int status = make_form(order, reporter, &text);
    if (status == CLI_EXIT_FINE) {
        status = save_text(order->cli, path, text);
    }
    dti_text_free(text);
    return status;
}

/* <folder>/<unit>-<year>-<form>-<reporter>.<format>; a colon stands in no file name everywhere. */
static void add_path(struct text *path, const struct order *order, const char *folder,
                     size_t reporter)
{
    const dti_collection *collection = order->collection;
    const char *unit = order->unit ? order->unit : dti_collection_unit_id(collection);
    char year[16];
    snprintf(year, sizeof year, "-%d-", (int)order->year);
    text_add(path, folder);
    text_add(path, "/");
    for (; *unit; unit++) {
        text_add_bytes(path, *unit == ':' ? "-" : unit, 1);
    }
    text_add(path, year);
    text_add(path, dti_collection_form_id(collection,
                                          dti_collection_reporter_form(collection, reporter)));
    text_add(path, "-");
    text_add(path, dti_collection_reporter_id(collection, reporter));
    text_add(path, order->format == DTI_FORM_JSON ? ".json" : ".csv");
}

static int write_all(const struct order *order, const char *folder)
{
    int status = CLI_EXIT_FINE;
    size_t count = dti_collection_reporter_count(order->collection);
    if (mkdir(folder, 0777) != 0 && errno != EEXIST) {
        cli_error(order->cli, WORD_FILE_WRITE, WITH(folder, strerror(errno)));
        return CLI_EXIT_FILE;
    }
    for (size_t i = 0; i < count && status == CLI_EXIT_FINE; i++) {
        struct text path = TEXT_EMPTY;
        add_path(&path, order, folder, i);
        status = write_one(order, i, text_get(&path));
        text_free(&path);
    }
    if (status == CLI_EXIT_FINE) {
        struct text line = TEXT_EMPTY;
        word_fill(&line, order->cli->lang, WORD_FORMS_WRITTEN,
                  WITH(folder, figure_count(count).text));
        term_line(&order->cli->out, STYLE_STRONG, text_get(&line));
        text_free(&line);
    }
    return status;
}

static int write_forms(const struct order *order, const struct args *args)
{
    const char *id = args->values[OPTION_REPORTER];
    if (!id) {
        return write_all(order, args->values[OPTION_OUTPUT]);
    }
    size_t reporter = DTI_NONE;
    int status = collection_reporter(order->cli, &command_forms, order->collection, id, &reporter);
    return status == CLI_EXIT_FINE ? write_one(order, reporter, args->values[OPTION_OUTPUT])
                                   : status;
}

/* What is needed to write, and does not go together. */
static int check_usage(const struct cli *cli, const struct args *args)
{
    bool is_all = args->values[OPTION_ALL] != NULL;
    bool is_one = args->values[OPTION_REPORTER] != NULL;
    enum option missing = is_all && !args->values[OPTION_OUTPUT] ? OPTION_OUTPUT : OPTION_COUNT;
    if (is_all && is_one) {
        return cli_wrong_usage(cli, command_forms.name, NULL, WORD_USAGE_ONE_OR_ALL, WITH_NOTHING);
    }
    missing = (is_all || is_one) && !args->values[OPTION_YEAR] ? OPTION_YEAR : missing;
    return missing == OPTION_COUNT
               ? CLI_EXIT_FINE
               : cli_wrong_usage(cli, command_forms.name, NULL, WORD_USAGE_OPTION_REQUIRED,
                                 WITH(option_name(missing)));
}

static int read_order(const struct args *args, struct order *order)
{
    const char *year = args->values[OPTION_YEAR];
    const char *format = args->values[OPTION_FORM_FORMAT];
    bool is_json = format && option_choice(OPTION_FORM_FORMAT, format) == 1;
    if (!year) {
        return CLI_EXIT_FINE;
    }
    if (strlen(year) != 4 || strspn(year, "0123456789") != 4) {
        return cli_wrong_usage(order->cli, command_forms.name, NULL, WORD_USAGE_YEAR, WITH(year));
    }
    order->year = (int32_t)strtol(year, NULL, 10);
    order->unit = args->values[OPTION_FORM_UNIT];
    order->format = is_json                    ? DTI_FORM_JSON
                    : args->values[OPTION_BOM] ? DTI_FORM_CSV_BOM
                                               : DTI_FORM_CSV;
    return CLI_EXIT_FINE;
}

static int run(const struct cli *cli, const struct args *args)
{
    struct order order = {.cli = cli};
    dti_framework *framework = NULL;
    dti_collection *collection = NULL;
    int status = check_usage(cli, args);
    if (status == CLI_EXIT_FINE) {
        status = read_order(args, &order);
    }
    if (status == CLI_EXIT_FINE && args->values[OPTION_FRAMEWORK]) {
        status = load_framework(cli, args->values[OPTION_FRAMEWORK], &framework);
    }
    if (status == CLI_EXIT_FINE) {
        status = collection_load(cli, args->operands[0], framework, &collection);
    }
    order.collection = collection;
    if (status == CLI_EXIT_FINE && !args->values[OPTION_ALL] && !args->values[OPTION_REPORTER]) {
        list_reporters(cli, collection);
    } else if (status == CLI_EXIT_FINE) {
        status = write_forms(&order, args);
    }
    dti_collection_unref(collection);
    dti_framework_unref(framework);
    return status;
}

static const struct operand operands[] = {
    {WORD_VALUE_COLLECTION, WORD_OPERAND_COLLECTION, false, false},
};

static const struct command_option options[] = {
    {OPTION_REPORTER, false},    {OPTION_ALL, false},       {OPTION_YEAR, false},
    {OPTION_FORM_FORMAT, false}, {OPTION_BOM, false},       {OPTION_FORM_UNIT, false},
    {OPTION_OUTPUT, false},      {OPTION_FRAMEWORK, false}, {OPTION_LANG, false},
    {OPTION_HELP, false},
};

const struct command command_forms = {
    .name = "dti forms",
    .summary = WORD_FORMS_SUMMARY,
    .purpose = WORD_FORMS_PURPOSE,
    .examples = WORD_FORMS_EXAMPLES,
    .operands = operands,
    .operand_count = sizeof operands / sizeof *operands,
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .run = run,
};
