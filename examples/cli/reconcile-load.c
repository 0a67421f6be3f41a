/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* What is reconciled: dossiers, tables, targets and single figures of the command line. */
#include "reconcile-load.h"

#include "kind.h"
#include "load-table.h"
#include "load.h"
#include "nodes.h"
#include "score.h"

#include <stdlib.h>
#include <string.h>

static const char usual_framework[] = "vn-dti-province-922";

struct gathering {
    const struct cli *cli;
    const struct command *command;
    const struct args *args;
    dti_framework *framework; /* asked for, then that of the first document */
    dti_units *units;         /* asked for, or NULL */
    struct reconcile_load *out;
};

/* The first document says which framework all of them have. */
static int begin(struct gathering *gathering, const dti_framework *framework)
{
    dti_error *error = NULL;
    if (gathering->out->figures) {
        return CLI_EXIT_FINE;
    }
    if (!gathering->framework) {
        gathering->framework = dti_framework_ref(framework);
    }
    return dti_figures_new(gathering->framework, NULL, &gathering->out->figures, &error) == DTI_OK
               ? CLI_EXIT_FINE
               : load_failed(gathering->cli, error);
}

static void name(struct gathering *gathering, const char *title)
{
    text_add_item(&gathering->out->title, "; ", title);
}

/* ── documents ── */

static int add_table(struct gathering *gathering, const dti_table *table)
{
    dti_error *error = NULL;
    int status = begin(gathering, dti_table_framework(table));
    if (status == CLI_EXIT_FINE &&
        dti_figures_add_table(gathering->out->figures, table, &error) != DTI_OK) {
        status = load_failed(gathering->cli, error);
    }
    return status;
}

static int load_named_table(struct gathering *gathering, const char *path, const struct text *text)
{
    dti_table *table = NULL;
    int status =
        text ? load_table_text(gathering->cli, path, text, gathering->framework, gathering->units,
                               &table)
             : load_table(gathering->cli, path, gathering->framework, gathering->units, &table);
    if (status == CLI_EXIT_FINE) {
        const char *title = dti_table_title(table, gathering->cli->lang);
        name(gathering, *title != '\0' ? title : dti_table_id(table));
        status = add_table(gathering, table);
    }
    dti_table_unref(table);
    return status;
}

/* Built-in tables of the dossier's year and of the year before in which its unit stands. */
static int add_beside(struct gathering *gathering, const dti_dossier *dossier)
{
    int status = CLI_EXIT_FINE;
    for (size_t i = 0; i < dti_table_builtin_count() && status == CLI_EXIT_FINE; i++) {
        const char *id = dti_table_builtin_id(i);
        const int age = dti_dossier_year(dossier) - load_table_year(id);
        dti_table *table = NULL;
        if (age != 0 && age != 1) {
            continue;
        }
        status = load_table(gathering->cli, id, NULL, NULL, &table);
        if (status == CLI_EXIT_FINE && load_table_fits(table, dossier) &&
            load_table_has_row(table, dossier)) {
            status = add_table(gathering, table);
            text_add_item(&gathering->out->beside, ", ", id);
        }
        dti_table_unref(table);
    }
    if (gathering->out->beside.length > 0) {
        text_add(&gathering->out->only, dti_dossier_unit_id(dossier));
    }
    return status;
}

static void name_dossier(struct gathering *gathering, const dti_dossier *dossier)
{
    struct text title = TEXT_EMPTY;
    char year[16];
    const char *unit = dti_dossier_unit_name(dossier, gathering->cli->lang);
    (void)snprintf(year, sizeof year, "%d", (int)dti_dossier_year(dossier));
    word_fill(&title, gathering->cli->lang, WORD_RECONCILE_DOSSIER,
              WITH(*unit ? unit : dti_dossier_unit_id(dossier), year));
    name(gathering, text_get(&title));
    text_free(&title);
}

static int add_dossier(struct gathering *gathering, const char *path, const struct text *text)
{
    const struct args *args = gathering->args;
    dti_score_options options = DTI_SCORE_OPTIONS_INIT;
    dti_dossier *dossier = NULL;
    dti_result *result = NULL;
    dti_error *error = NULL;
    int status =
        load_dossier_text(gathering->cli, path, text, gathering->framework, NULL, &dossier);
    options.track = score_track(args->values[OPTION_TRACK]);
    if (status == CLI_EXIT_FINE && dti_score(dossier, &options, &result, &error) != DTI_OK) {
        status = load_failed(gathering->cli, error);
    }
    if (status == CLI_EXIT_FINE) {
        name_dossier(gathering, dossier);
        status = begin(gathering, dti_dossier_framework(dossier));
    }
    if (status == CLI_EXIT_FINE &&
        dti_figures_add_dossier(gathering->out->figures, result, &error) != DTI_OK) {
        status = load_failed(gathering->cli, error);
    }
    bool is_alone = args->operand_count == 1 && !args->values[OPTION_FIGURE];
    if (status == CLI_EXIT_FINE && is_alone && !args->values[OPTION_ALONE]) {
        status = add_beside(gathering, dossier);
    }
    dti_result_unref(result);
    dti_dossier_unref(dossier);
    return status;
}

static int add_targets(struct gathering *gathering, const char *path, const struct text *text)
{
    dti_parse_options options = DTI_PARSE_OPTIONS_INIT;
    dti_targets *targets = NULL;
    dti_error *error = NULL;
    options.source_name = path;
    if (dti_targets_parse(text_get(text), text->length, gathering->framework, &options, &targets,
                          &error) != DTI_OK) {
        return load_failed(gathering->cli, error);
    }
    name(gathering, dti_targets_title(targets, gathering->cli->lang));
    int status = begin(gathering, dti_targets_framework(targets));
    if (status == CLI_EXIT_FINE &&
        dti_figures_add_targets(gathering->out->figures, targets, &error) != DTI_OK) {
        status = load_failed(gathering->cli, error);
    }
    dti_targets_unref(targets);
    return status;
}

static int add_text(struct gathering *gathering, const char *path, const struct text *text)
{
    enum kind kind = kind_of(text_get(text), text->length);
    switch (kind) {
    case KIND_DOSSIER:
        return add_dossier(gathering, path, text);
    case KIND_TABLE:
    case KIND_SHEET:
        return load_named_table(gathering, path, text);
    case KIND_TARGETS:
        return add_targets(gathering, path, text);
    default:
        cli_error(gathering->cli, WORD_RECONCILE_NEITHER,
                  WITH(path, word(gathering->cli->lang, kind_word(kind))));
        return CLI_EXIT_FAULT;
    }
}

static int add_operand(struct gathering *gathering, const char *path)
{
    if (load_table_builtin(path) || load_is_missing(path)) {
        return load_named_table(gathering, path, NULL);
    }
    struct text text = TEXT_EMPTY;
    int status = load_text(gathering->cli, path, &text);
    if (status == CLI_EXIT_FINE) {
        status = add_text(gathering, path, &text);
    }
    text_free(&text);
    return status;
}

/* ── single figures ── */

/* "dti=0,5638,digital-society=0,1089": no code has a comma, so that the last one before each "="
 * stands between two figures. Gives what follows, or the end. */
static char *cut_figure(char *item)
{
    char *sign = strchr(item, '=');
    char *next = sign ? strchr(sign + 1, '=') : NULL;
    if (!next) {
        return item + strlen(item);
    }
    while (next > sign && *next != ',') {
        next--;
    }
    if (next == sign) { /* two signs in one figure: it is refused as a whole */
        return item + strlen(item);
    }
    *next = '\0';
    return next + 1;
}

static int add_figure(struct gathering *gathering, char *item)
{
    dti_statement statement = DTI_STATEMENT_INIT;
    dti_error *error = NULL;
    char *sign = strchr(item, '=');
    if (!sign) {
        return cli_wrong_usage(gathering->cli, gathering->command->name, NULL, WORD_USAGE_FIGURE,
                               WITH(item));
    }
    *sign = '\0';
    size_t node = DTI_NONE;
    int found = nodes_find(gathering->cli, gathering->command, gathering->framework,
                           dti_framework_numbering_id(gathering->framework, 0), item, &node);
    if (found != CLI_EXIT_FINE) {
        return found;
    }
    statement.code = dti_framework_node_code(gathering->framework, node, NULL);
    statement.text = sign + 1;
    statement.quantity = DTI_QUANTITY_VALUE;
    statement.unit = gathering->args->values[OPTION_WHOSE];
    if (dti_figures_add(gathering->out->figures, &statement, &error) == DTI_OK) {
        return CLI_EXIT_FINE;
    }
    int status = load_failed(gathering->cli, error);
    return status == CLI_EXIT_FAULT ? CLI_EXIT_USAGE : status;
}

static int add_figures(struct gathering *gathering)
{
    const struct args *args = gathering->args;
    dti_framework *usual = NULL;
    int status = CLI_EXIT_FINE;
    if (!args->values[OPTION_FIGURE]) {
        return CLI_EXIT_FINE;
    }
    if (!gathering->framework) {
        status = load_framework(gathering->cli, usual_framework, &usual);
    }
    if (status == CLI_EXIT_FINE) {
        status = begin(gathering, usual);
    }
    dti_framework_unref(usual);
    char *list = memory_copy(text_get(&args->list));
    for (char *item = list; status == CLI_EXIT_FINE && *item != '\0';) {
        char *next = cut_figure(item);
        status = add_figure(gathering, item);
        item = next;
    }
    free(list);
    if (args->operand_count == 0) {
        const char *unit = args->values[OPTION_WHOSE];
        name(gathering, unit ? unit : word(gathering->cli->lang, WORD_RECONCILE_FIGURES));
    }
    return status;
}

/* ── all ── */

int reconcile_load(const struct cli *cli, const struct command *command, const struct args *args,
                   struct reconcile_load *out)
{
    struct gathering gathering = {.cli = cli, .command = command, .args = args, .out = out};
    int status = CLI_EXIT_FINE;
    if (args->operand_count == 0 && !args->values[OPTION_FIGURE]) {
        return cli_wrong_usage(cli, command->name, NULL, WORD_USAGE_RECONCILE, WITH_NOTHING);
    }
    if (args_standard_inputs(args) > 1) {
        return cli_wrong_usage(cli, command->name, NULL, WORD_USAGE_STDIN_TWICE, WITH_NOTHING);
    }
    if (args->values[OPTION_FRAMEWORK]) {
        status = load_framework(cli, args->values[OPTION_FRAMEWORK], &gathering.framework);
    }
    if (status == CLI_EXIT_FINE && args->values[OPTION_UNITS]) {
        status = load_units(cli, args->values[OPTION_UNITS], &gathering.units);
    }
    for (size_t i = 0; i < args->operand_count && status == CLI_EXIT_FINE; i++) {
        status = add_operand(&gathering, args->operands[i]);
    }
    if (status == CLI_EXIT_FINE) {
        status = add_figures(&gathering);
    }
    dti_units_unref(gathering.units);
    dti_framework_unref(gathering.framework);
    return status;
}

void reconcile_load_free(struct reconcile_load *load)
{
    dti_figures_free(load->figures);
    text_free(&load->title);
    text_free(&load->beside);
    text_free(&load->only);
}
