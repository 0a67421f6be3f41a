/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* dti status: who owes what, and how many points wait for it. */
#include "collection.h"
#include "commands.h"
#include "load.h"
#include "moment.h"
#include "save.h"
#include "score.h"
#include "status-view.h"

#include <string.h>

static int print_document(const struct cli *cli, const dti_progress *progress)
{
    dti_text *text = NULL;
    dti_error *error = NULL;
    dti_status status = dti_progress_write(progress, cli->lang, &text, &error);
    return save_document(cli, NULL, status, text, error);
}

static int print_reporter(const struct status_view *view, const char *id)
{
    size_t reporter = DTI_NONE;
    dti_report *report = NULL;
    dti_error *error = NULL;
    int status = collection_reporter(view->cli, &command_status, view->collection, id, &reporter);
    if (status == CLI_EXIT_FINE &&
        dti_merge_review(view->dossier, NULL, &report, &error) != DTI_OK) {
        status = load_failed(view->cli, error);
    }
    if (status == CLI_EXIT_FINE) {
        status_print_reporter(view, report, reporter);
    }
    dti_report_unref(report);
    return status;
}

static int print(const struct cli *cli, const struct args *args, const dti_progress *progress,
                 const char *today)
{
    const dti_result *result = dti_progress_result(progress);
    const dti_dossier *dossier = dti_result_dossier(result);
    const dti_framework *framework = dti_dossier_framework(dossier);
    const struct status_view view = {
        .cli = cli,
        .progress = progress,
        .collection = dti_progress_collection(progress),
        .result = result,
        .dossier = dossier,
        .framework = framework,
        .path = args->operands[0],
        .today = today,
        .digits = dti_framework_points_digits(framework),
    };
    const char *format = args->values[OPTION_STATUS_FORMAT];
    if (format && strcmp(format, "json") == 0) {
        return print_document(cli, progress);
    }
    if (!args->values[OPTION_REPORTER]) {
        status_print_list(&view);
        return CLI_EXIT_FINE;
    }
    return print_reporter(&view, args->values[OPTION_REPORTER]);
}

static int compute(const struct cli *cli, const struct args *args, const dti_result *result,
                   const dti_collection *collection)
{
    struct moment now = moment_today();
    const char *today = args->values[OPTION_TODAY] ? args->values[OPTION_TODAY] : now.text;
    dti_progress *progress = NULL;
    dti_error *error = NULL;
    dti_status computed = dti_progress_new(result, collection, today, NULL, &progress, &error);
    int status = computed == DTI_OK ? print(cli, args, progress, today) : load_failed(cli, error);
    dti_progress_unref(progress);
    return computed == DTI_E_VALUE ? CLI_EXIT_USAGE : status; /* only the date can be at fault */
}

static int run(const struct cli *cli, const struct args *args)
{
    dti_collection *collection = NULL;
    dti_result *result = NULL;
    int status = score_year(cli, &command_status, args, &collection, &result);
    if (status == CLI_EXIT_FINE && !collection) {
        status = collection_absent(cli, &command_status, dti_result_dossier(result));
    }
    if (status == CLI_EXIT_FINE) {
        status = compute(cli, args, result, collection);
    }
    dti_result_unref(result);
    dti_collection_unref(collection);
    return status;
}

static const struct operand operands[] = {
    {WORD_VALUE_DOSSIER, WORD_OPERAND_DOSSIER, false, false},
};

static const struct command_option options[] = {
    {OPTION_TODAY, false},         {OPTION_COLLECTION, false}, {OPTION_REPORTER, false},
    {OPTION_STATUS_FORMAT, false}, {OPTION_BOUNDS, false},     {OPTION_FRAMEWORK, false},
    {OPTION_LANG, false},          {OPTION_HELP, false},
};

const struct command command_status = {
    .name = "dti status",
    .summary = WORD_STATUS_SUMMARY,
    .purpose = WORD_STATUS_PURPOSE,
    .examples = WORD_STATUS_EXAMPLES,
    .operands = operands,
    .operand_count = sizeof operands / sizeof *operands,
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .run = run,
};
