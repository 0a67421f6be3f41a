/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* dti targets: where the targets of a unit stand, by what was published and what its dossiers have.
 */
#include "commands.h"
#include "kind.h"
#include "load-table.h"
#include "load.h"
#include "moment.h"
#include "save.h"
#include "targets-view.h"

#include <stdlib.h>
#include <string.h>

/* Tables and dossiers that figures are looked up in. */
struct places {
    const struct cli *cli;
    const dti_framework *framework; /* asked for, or NULL */
    const dti_framework *before;    /* likewise, of tables of another framework */
    const dti_units *units;         /* likewise, of tables */
    dti_table **tables;
    size_t table_count;
    dti_dossier **dossiers;
    size_t dossier_count;
};

static void free_places(struct places *places)
{
    for (size_t i = 0; i < places->table_count; i++) {
        dti_table_unref(places->tables[i]);
    }
    for (size_t i = 0; i < places->dossier_count; i++) {
        dti_dossier_unref(places->dossiers[i]);
    }
    free(places->tables);
    free(places->dossiers);
}

static void keep_table(struct places *places, dti_table *table)
{
    places->tables = memory_resize(places->tables, places->table_count + 1, sizeof *places->tables);
    places->tables[places->table_count++] = table;
}

static void keep_dossier(struct places *places, dti_dossier *dossier)
{
    places->dossiers =
        memory_resize(places->dossiers, places->dossier_count + 1, sizeof *places->dossiers);
    places->dossiers[places->dossier_count++] = dossier;
}

/* True for a table of the other framework that is given. */
static bool is_of_before(const struct places *places, const struct text *text, dti_table **table)
{
    return places->before && dti_table_parse(text_get(text), text->length, places->before,
                                             places->units, NULL, table, NULL) == DTI_OK;
}

static int load_place_text(struct places *places, const char *name, const struct text *text)
{
    enum kind kind = kind_of(text_get(text), text->length);
    dti_dossier *dossier = NULL;
    dti_table *table = NULL;
    int status = CLI_EXIT_FINE;
    const bool is_table = kind == KIND_TABLE || kind == KIND_SHEET;
    if (!is_table) {
        status = load_dossier_text(places->cli, name, text, places->framework, NULL, &dossier);
    } else if (!is_of_before(places, text, &table)) {
        status = load_table_text(places->cli, name, text, places->framework, places->units, &table);
    }
    if (table) {
        keep_table(places, table);
    }
    if (dossier) {
        keep_dossier(places, dossier);
    }
    return status;
}

/* A built-in table, or a file: what it is its content tells. */
static int load_place(struct places *places, const char *name)
{
    if (load_table_builtin(name) || load_is_missing(name)) {
        dti_table *table = NULL;
        int status = load_table(places->cli, name, places->framework, places->units, &table);
        if (status == CLI_EXIT_FINE) {
            keep_table(places, table);
        }
        return status;
    }
    struct text text = TEXT_EMPTY;
    int status = load_text(places->cli, name, &text);
    if (status == CLI_EXIT_FINE) {
        status = load_place_text(places, name, &text);
    }
    text_free(&text);
    return status;
}

static bool has_table(const struct places *places, const char *id)
{
    for (size_t i = 0; i < places->table_count; i++) {
        if (strcmp(dti_table_id(places->tables[i]), id) == 0) {
            return true;
        }
    }
    return false;
}

/* What is built in and has units like this one: published tables of the provinces, or of the
 * ministries. */
static int load_builtin(struct places *places, const char *unit)
{
    for (size_t i = 0; i < dti_table_builtin_count(); i++) {
        const char *id = dti_table_builtin_id(i);
        dti_table *table = NULL;
        if (has_table(places, id)) {
            continue;
        }
        int status = load_table(places->cli, id, NULL, NULL, &table);
        if (status != CLI_EXIT_FINE) {
            return status;
        }
        if (dti_units_find(dti_table_units(table), unit, NULL) != DTI_NONE) {
            keep_table(places, table);
        } else {
            dti_table_unref(table);
        }
    }
    return CLI_EXIT_FINE;
}

static int load_places(struct places *places, const struct args *args, const dti_targets *targets)
{
    int status = CLI_EXIT_FINE;
    for (size_t i = 1; i < args->operand_count && status == CLI_EXIT_FINE; i++) {
        status = load_place(places, args->operands[i]);
    }
    if (status == CLI_EXIT_FINE && !args->values[OPTION_NO_TABLES]) {
        status = load_builtin(places, dti_targets_unit_id(targets));
    }
    return status;
}

static int load_targets(const struct cli *cli, const char *path, const dti_framework *framework,
                        dti_targets **out)
{
    struct text text = TEXT_EMPTY;
    int status = load_text(cli, path, &text);
    if (status == CLI_EXIT_FINE) {
        dti_parse_options options = DTI_PARSE_OPTIONS_INIT;
        dti_error *error = NULL;
        options.source_name = path;
        if (dti_targets_parse(text_get(&text), text.length, framework, &options, out, &error) !=
            DTI_OK) {
            status = load_failed(cli, error);
        }
    }
    text_free(&text);
    return status;
}

static int print(const struct targets_view *view, const struct args *args)
{
    dti_text *text = NULL;
    dti_error *error = NULL;
    switch (args_format(args)) {
    case FORMAT_JSON: {
        dti_status status = dti_assessment_write(view->assessment, view->cli->lang, &text, &error);
        return save_document(view->cli, NULL, status, text, error);
    }
    case FORMAT_CSV:
        targets_print_data(view, args);
        return CLI_EXIT_FINE;
    default:
        targets_print_page(view);
        return CLI_EXIT_FINE;
    }
}

static int assess(const struct cli *cli, const struct args *args, const dti_targets *targets,
                  const struct places *places)
{
    const char *only = args->values[OPTION_TARGET_STATUS];
    struct moment now = moment_today();
    const char *today = args->values[OPTION_TODAY] ? args->values[OPTION_TODAY] : now.text;
    struct targets_view view = {
        .cli = cli,
        .targets = targets,
        .tables = (const dti_table *const *)places->tables,
        .table_count = places->table_count,
        .dossiers = (const dti_dossier *const *)places->dossiers,
        .dossier_count = places->dossier_count,
        .today = today,
        .only = only ? option_choice(OPTION_TARGET_STATUS, only) : -1,
    };
    dti_assessment_options options = DTI_ASSESSMENT_OPTIONS_INIT;
    dti_assessment *assessment = NULL;
    dti_error *error = NULL;
    options.today = today;
    options.tables = view.tables;
    options.table_count = view.table_count;
    options.dossiers = view.dossiers;
    options.dossier_count = view.dossier_count;
    if (dti_targets_assess(targets, &options, &assessment, &error) != DTI_OK) {
        bool is_usage =
            dti_error_status(error) == DTI_E_VALUE; /* the day, or a dossier of others */
        int status = load_failed(cli, error);
        return is_usage ? CLI_EXIT_USAGE : status;
    }
    view.assessment = assessment;
    int status = print(&view, args);
    dti_assessment_unref(assessment);
    return status;
}

static int run(const struct cli *cli, const struct args *args)
{
    dti_framework *framework = NULL;
    dti_framework *before = NULL;
    dti_units *units = NULL;
    dti_targets *targets = NULL;
    struct places places = {.cli = cli};
    int status = CLI_EXIT_FINE;
    if (args_standard_inputs(args) > 1) {
        return cli_wrong_usage(cli, command_targets.name, NULL, WORD_USAGE_STDIN_TWICE,
                               WITH_NOTHING);
    }
    if (args->values[OPTION_FRAMEWORK]) {
        status = load_framework(cli, args->values[OPTION_FRAMEWORK], &framework);
    }
    if (status == CLI_EXIT_FINE && args->values[OPTION_FRAMEWORK_BEFORE]) {
        status = load_framework(cli, args->values[OPTION_FRAMEWORK_BEFORE], &before);
    }
    if (status == CLI_EXIT_FINE && args->values[OPTION_UNITS]) {
        status = load_units(cli, args->values[OPTION_UNITS], &units);
    }
    places.framework = framework;
    places.before = before;
    places.units = units;
    if (status == CLI_EXIT_FINE) {
        status = load_targets(cli, args->operands[0], framework, &targets);
    }
    if (status == CLI_EXIT_FINE) {
        status = load_places(&places, args, targets);
    }
    if (status == CLI_EXIT_FINE) {
        status = assess(cli, args, targets, &places);
    }
    free_places(&places);
    dti_targets_unref(targets);
    dti_units_unref(units);
    dti_framework_unref(before);
    dti_framework_unref(framework);
    return status;
}

static const struct operand operands[] = {
    {WORD_VALUE_TARGETS, WORD_OPERAND_TARGETS, false, false},
    {WORD_VALUE_PLACE, WORD_OPERAND_PLACES, true, true},
};

static const struct command_option options[] = {
    {OPTION_TODAY, false},
    {OPTION_TARGET_STATUS, false},
    {OPTION_NO_TABLES, false},
    {OPTION_FORMAT, false},
    {OPTION_CSV_BOM, false},
    {OPTION_FRAMEWORK, false},
    {OPTION_FRAMEWORK_BEFORE, false},
    {OPTION_UNITS, false},
    {OPTION_LANG, false},
    {OPTION_HELP, false},
};

const struct command command_targets = {
    .name = "dti targets",
    .summary = WORD_TARGETS_SUMMARY,
    .purpose = WORD_TARGETS_PURPOSE,
    .examples = WORD_TARGETS_EXAMPLES,
    .operands = operands,
    .operand_count = sizeof operands / sizeof *operands,
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .run = run,
};
