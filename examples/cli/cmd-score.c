/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* dti score: a dossier scored, as tables to read, as data, or as the library's own document. */
#include "commands.h"
#include "load.h"
#include "nodes.h"
#include "save.h"
#include "score-view.h"
#include "score.h"

static int print_page(struct score_view view, const char *warnings)
{
    dti_losses *losses = NULL;
    dti_error *error = NULL;
    if (dti_losses_new(view.result, NULL, &losses, &error) != DTI_OK) {
        return load_failed(view.cli, error);
    }
    view.losses = losses;
    score_print_head(&view);
    score_print_indices(&view);
    score_print_mains(&view);
    score_print_losses(&view);
    score_print_findings(&view, warnings);
    score_print_end(&view);
    dti_losses_unref(losses);
    return CLI_EXIT_FINE;
}

static int print_document(const struct cli *cli, const dti_result *result, const char *numbering)
{
    dti_text *text = NULL;
    dti_error *error = NULL;
    dti_status status = dti_result_write(result, numbering, cli->lang, &text, &error);
    return save_document(cli, NULL, status, text, error);
}

static int print(const struct cli *cli, const struct args *args, const dti_result *result,
                 const char *warnings)
{
    const dti_dossier *dossier = dti_result_dossier(result);
    const dti_framework *framework = dti_dossier_framework(dossier);
    const char *numbering = NULL;
    int status = nodes_numbering(cli, &command_score, framework, args->values[OPTION_NUMBERING],
                                 dti_dossier_numbering(dossier), &numbering);
    if (status != CLI_EXIT_FINE) {
        return status;
    }
    const struct score_view view = {
        .cli = cli,
        .result = result,
        .dossier = dossier,
        .framework = framework,
        .numbering = numbering,
        .path = args->operands[0],
        .track = dti_result_track(result),
        .points_digits = dti_framework_points_digits(framework),
        .value_digits = dti_framework_value_digits(framework),
    };
    switch (args_format(args)) {
    case FORMAT_JSON:
        return print_document(cli, result, numbering);
    case FORMAT_CSV:
        score_print_data(&view, args);
        return CLI_EXIT_FINE;
    default:
        return print_page(view, warnings);
    }
}

static int run(const struct cli *cli, const struct args *args)
{
    struct text warnings = TEXT_EMPTY;
    dti_result *result = NULL;
    int status = score_dossier(cli, &command_score, args, &warnings, &result);
    if (status == CLI_EXIT_FINE) {
        status = print(cli, args, result, text_get(&warnings));
    }
    dti_result_unref(result);
    text_free(&warnings);
    return status;
}

static const struct operand operands[] = {
    {WORD_VALUE_DOSSIER, WORD_OPERAND_DOSSIER, false, false},
};

static const struct command_option options[] = {
    {OPTION_TRACK, false},      {OPTION_FORMAT, false},    {OPTION_CSV_BOM, false},
    {OPTION_FRAMEWORK, false},  {OPTION_BASE, false},      {OPTION_BOUNDS, false},
    {OPTION_COLLECTION, false}, {OPTION_NUMBERING, false}, {OPTION_LANG, false},
    {OPTION_HELP, false},
};

const struct command command_score = {
    .name = "dti score",
    .summary = WORD_SCORE_SUMMARY,
    .purpose = WORD_SCORE_PURPOSE,
    .examples = WORD_SCORE_EXAMPLES,
    .operands = operands,
    .operand_count = sizeof operands / sizeof *operands,
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .run = run,
};
