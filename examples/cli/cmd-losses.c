/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* dti losses: where the points of a dossier were lost, why, by whom, and what comes next. */
#include "commands.h"
#include "load-table.h"
#include "load.h"
#include "losses-view.h"
#include "nodes.h"
#include "number.h"
#include "page.h"
#include "save.h"
#include "score.h"

enum {
    MOST_DIGITS = 6, /* of --top */
    ORDER_LOSS = 0   /* choice of --order; after it the orders of steps */
};

static int read_options(const struct cli *cli, const struct args *args, struct losses_view *view)
{
    const char *top = args->values[OPTION_LOSSES_TOP];
    const char *by = args->values[OPTION_LOSSES_BY];
    const char *order = args->values[OPTION_LOSSES_ORDER];
    const int choice = order ? option_choice(OPTION_LOSSES_ORDER, order) : -1;
    int64_t count = 0;
    if (top && !number_read_count(top, MOST_DIGITS, &count)) {
        return cli_wrong_usage(cli, command_losses.name, NULL, WORD_USAGE_TOP, WITH(top));
    }
    view->top = (size_t)count;
    view->by = by ? (dti_losses_by)option_choice(OPTION_LOSSES_BY, by) : DTI_LOSSES_BY_MAIN;
    view->is_list = choice == ORDER_LOSS;
    view->order = choice > ORDER_LOSS
                      ? (choice == 1 ? (int)DTI_LOSSES_EASIEST : (int)DTI_LOSSES_LARGEST)
                      : -1;
    return CLI_EXIT_FINE;
}

/* ── the table in which ranks are looked up ── */

/* The built-in one of the year, if the unit is in it. */
static int find_table(const struct cli *cli, const dti_dossier *dossier, dti_table **out)
{
    for (size_t i = 0; i < dti_table_builtin_count(); i++) {
        const char *id = dti_table_builtin_id(i);
        dti_table *table = NULL;
        if (load_table_year(id) != dti_dossier_year(dossier)) {
            continue;
        }
        const int status = load_table(cli, id, NULL, NULL, &table);
        if (status != CLI_EXIT_FINE) {
            return status;
        }
        if (load_table_fits(table, dossier) && load_table_has_row(table, dossier)) {
            *out = table;
            return CLI_EXIT_FINE;
        }
        dti_table_unref(table);
    }
    return CLI_EXIT_FINE;
}

static int load_ranks(const struct cli *cli, const struct args *args, const dti_dossier *dossier,
                      dti_table **out)
{
    const char *name = args->values[OPTION_LOSSES_TABLE];
    if (args->values[OPTION_NO_TABLES]) {
        return CLI_EXIT_FINE;
    }
    return name ? load_table(cli, name, dti_dossier_framework(dossier), NULL, out)
                : find_table(cli, dossier, out);
}

/* ── the page ── */

static void print_page(const struct losses_view *view)
{
    losses_print_head(view);
    if (view->order < 0) {
        losses_print_groups(view);
        if (view->by != DTI_LOSSES_BY_AGENCY || view->is_list) {
            losses_print_agencies(view);
        }
    }
    losses_print_steps(view);
    if (view->order < 0) {
        losses_print_cuts(view);
    }
    page_gap(view->cli);
    page_hint(view->cli, WORD_EXPLAIN_MORE, WITH(view->path));
}

static int print(const struct args *args, const struct losses_view *view)
{
    dti_text *text = NULL;
    dti_error *error = NULL;
    if (args_format(args) == FORMAT_JSON) {
        const dti_status status =
            dti_losses_write(view->losses, view->numbering, view->cli->lang, &text, &error);
        return save_document(view->cli, NULL, status, text, error);
    }
    if (args_format(args) == FORMAT_CSV) {
        losses_print_data(view, args);
        return CLI_EXIT_FINE;
    }
    print_page(view);
    return CLI_EXIT_FINE;
}

static int find_losses(const struct args *args, struct losses_view *view, dti_losses **out)
{
    const struct cli *cli = view->cli;
    dti_losses_options options = DTI_LOSSES_OPTIONS_INIT;
    dti_table *table = NULL;
    dti_error *error = NULL;
    view->dossier = dti_result_dossier(view->result);
    view->framework = dti_dossier_framework(view->dossier);
    view->digits = dti_framework_points_digits(view->framework);
    int status =
        nodes_numbering(cli, &command_losses, view->framework, args->values[OPTION_NUMBERING],
                        dti_dossier_numbering(view->dossier), &view->numbering);
    if (status == CLI_EXIT_FINE) {
        status = load_ranks(cli, args, view->dossier, &table);
    }
    options.table = table;
    if (status == CLI_EXIT_FINE && dti_losses_new(view->result, &options, out, &error) != DTI_OK) {
        status = load_failed(cli, error);
    }
    view->losses = *out;
    view->table = table; /* which the losses keep */
    dti_table_unref(table);
    return status;
}

static int run(const struct cli *cli, const struct args *args)
{
    struct losses_view view = {.cli = cli, .path = args->operands[0]};
    dti_result *result = NULL;
    dti_losses *losses = NULL;
    int status = read_options(cli, args, &view);
    if (status == CLI_EXIT_FINE) {
        status = score_dossier(cli, &command_losses, args, NULL, &result);
    }
    view.result = result;
    if (status == CLI_EXIT_FINE) {
        status = find_losses(args, &view, &losses);
    }
    if (status == CLI_EXIT_FINE) {
        status = print(args, &view);
    }
    dti_losses_unref(losses);
    dti_result_unref(result);
    return status;
}

static const struct operand operands[] = {
    {WORD_VALUE_DOSSIER, WORD_OPERAND_DOSSIER, false, false},
};

static const struct command_option options[] = {
    {OPTION_TRACK, false},      {OPTION_LOSSES_BY, false},    {OPTION_LOSSES_ORDER, false},
    {OPTION_LOSSES_TOP, false}, {OPTION_LOSSES_TABLE, false}, {OPTION_NO_TABLES, false},
    {OPTION_FORMAT, false},     {OPTION_CSV_BOM, false},      {OPTION_FRAMEWORK, false},
    {OPTION_BASE, false},       {OPTION_BOUNDS, false},       {OPTION_COLLECTION, false},
    {OPTION_NUMBERING, false},  {OPTION_LANG, false},         {OPTION_HELP, false},
};

const struct command command_losses = {
    .name = "dti losses",
    .summary = WORD_LOSSES_SUMMARY,
    .purpose = WORD_LOSSES_PURPOSE,
    .examples = WORD_LOSSES_EXAMPLES,
    .operands = operands,
    .operand_count = sizeof operands / sizeof *operands,
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .run = run,
};
