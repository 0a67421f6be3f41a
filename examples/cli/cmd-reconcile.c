/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* dti reconcile: whether stated figures hold together, and which of them are most likely wrong. */
#include "commands.h"
#include "load.h"
#include "nodes.h"
#include "reconcile-load.h"
#include "reconcile-view.h"
#include "save.h"

enum {
    MOST = 3
};

static bool has_violated(const struct reconcile_view *view)
{
    for (size_t i = 0; i < dti_reconciliation_problem_count(view->found); i++) {
        if (reconcile_has_problem(view, i)) {
            return true;
        }
    }
    return false;
}

static int print(const struct reconcile_view *view, const struct args *args)
{
    dti_text *text = NULL;
    dti_error *error = NULL;
    int status = CLI_EXIT_FINE;
    if (args_format(args) == FORMAT_JSON) {
        const dti_status written = dti_reconciliation_write(
            view->found, args->values[OPTION_NUMBERING], view->cli->lang, &text, &error);
        status = save_document(view->cli, NULL, written, text, error);
    } else if (args_format(args) == FORMAT_CSV) {
        reconcile_print_data(view, args);
    } else {
        reconcile_print_page(view);
    }
    return status != CLI_EXIT_FINE ? status : has_violated(view) ? CLI_EXIT_FAULT : CLI_EXIT_FINE;
}

static int reconcile(const struct cli *cli, const struct args *args,
                     const struct reconcile_load *load)
{
    const char *most = args->values[OPTION_MOST];
    dti_reconcile_options options = DTI_RECONCILE_OPTIONS_INIT;
    dti_reconciliation *found = NULL;
    dti_error *error = NULL;
    options.most = most ? (uint32_t)option_choice(OPTION_MOST, most) + 1 : MOST;
    if (dti_reconcile(load->figures, &options, &found, &error) != DTI_OK) {
        return load_failed(cli, error);
    }
    const struct reconcile_view view = {
        .cli = cli,
        .found = found,
        .title = text_get(&load->title),
        .beside = text_get(&load->beside),
        .only = load->only.length > 0 ? text_get(&load->only) : NULL,
        .has_all = args->values[OPTION_HOLDING] != NULL,
        .most = options.most,
    };
    const char *numbering = NULL;
    int status = nodes_numbering(cli, &command_reconcile, dti_reconciliation_framework(found),
                                 args->values[OPTION_NUMBERING], NULL, &numbering);
    if (status == CLI_EXIT_FINE) {
        status = print(&view, args);
    }
    dti_reconciliation_unref(found);
    return status;
}

static int run(const struct cli *cli, const struct args *args)
{
    struct reconcile_load load = {NULL, TEXT_EMPTY, TEXT_EMPTY, TEXT_EMPTY};
    int status = reconcile_load(cli, &command_reconcile, args, &load);
    if (status == CLI_EXIT_FINE) {
        status = reconcile(cli, args, &load);
    }
    reconcile_load_free(&load);
    return status;
}

static const struct operand operands[] = {
    {WORD_VALUE_STATED, WORD_OPERAND_STATED, true, true},
};

static const struct command_option options[] = {
    {OPTION_FIGURE, false},  {OPTION_WHOSE, false},     {OPTION_ALONE, false},
    {OPTION_HOLDING, false}, {OPTION_MOST, false},      {OPTION_TRACK, false},
    {OPTION_FORMAT, false},  {OPTION_CSV_BOM, false},   {OPTION_FRAMEWORK, false},
    {OPTION_UNITS, false},   {OPTION_NUMBERING, false}, {OPTION_LANG, false},
    {OPTION_HELP, false},
};

const struct command command_reconcile = {
    .name = "dti reconcile",
    .summary = WORD_RECONCILE_SUMMARY,
    .purpose = WORD_RECONCILE_PURPOSE,
    .examples = WORD_RECONCILE_EXAMPLES,
    .operands = operands,
    .operand_count = sizeof operands / sizeof *operands,
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .run = run,
};
