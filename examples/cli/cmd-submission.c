/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* dti submission: what the province sends to the ministry, and whether it is complete. */
#include "commands.h"
#include "load.h"
#include "nodes.h"
#include "save.h"
#include "score.h"
#include "submission-view.h"

#include <string.h>

struct package {
    const dti_result *result;
    const char *numbering;
    bool is_sheet; /* the table of points alone */
    bool is_page;  /* for people to read */
    dti_report *report;
    dti_text *document; /* of the page: its digest */
};

static dti_status make(struct package *package, dti_lang lang, dti_error **error)
{
    dti_status status = dti_submission_check(package->result, &package->report, error);
    if (status == DTI_OK && package->is_sheet) {
        status = dti_sheet_write(dti_result_dossier(package->result), package->numbering,
                                 &package->document, error);
    } else if (status == DTI_OK && package->is_page) {
        status = dti_submission_digest(package->result, &package->document, error);
    } else if (status == DTI_OK) {
        status = dti_submission_write(package->result, package->numbering, lang, &package->document,
                                      error);
    }
    return status;
}

static void print_page(const struct cli *cli, const struct package *package)
{
    const dti_dossier *dossier = dti_result_dossier(package->result);
    const dti_framework *framework = dti_dossier_framework(dossier);
    const struct submission_view view = {
        .cli = cli,
        .result = package->result,
        .dossier = dossier,
        .framework = framework,
        .report = package->report,
        .numbering = package->numbering,
        .digest = dti_text_data(package->document),
        .digits = dti_framework_points_digits(framework),
    };
    submission_print(&view);
}

/* A document that is saved or piped on needs its gaps said beside it. */
static int put(const struct cli *cli, const struct args *args, const struct package *package)
{
    bool is_complete = dti_report_severity_count(package->report, DTI_SEVERITY_ERROR) == 0;
    int status = CLI_EXIT_FINE;
    if (package->is_page) {
        print_page(cli, package);
    } else {
        status = save_text(cli, args->values[OPTION_OUTPUT], package->document);
        load_findings(cli, package->report);
    }
    return status == CLI_EXIT_FINE && !is_complete ? CLI_EXIT_FAULT : status;
}

static int submit(const struct cli *cli, const struct args *args, const dti_result *result)
{
    const dti_dossier *dossier = dti_result_dossier(result);
    const char *usual = args->values[OPTION_OUTPUT] ? "json" : "table";
    const char *format =
        args->values[OPTION_SUBMISSION_FORMAT] ? args->values[OPTION_SUBMISSION_FORMAT] : usual;
    struct package package = {
        .result = result,
        .is_sheet = strcmp(format, "csv") == 0,
        .is_page = strcmp(format, "table") == 0,
    };
    if (package.is_page && args->values[OPTION_OUTPUT]) {
        return cli_wrong_usage(cli, command_submission.name, NULL, WORD_USAGE_PAGE_FILE,
                               WITH_NOTHING);
    }
    int status = nodes_numbering(cli, &command_submission, dti_dossier_framework(dossier),
                                 args->values[OPTION_NUMBERING], dti_dossier_numbering(dossier),
                                 &package.numbering);
    dti_error *error = NULL;
    if (status == CLI_EXIT_FINE) {
        status = make(&package, cli->lang, &error) == DTI_OK ? put(cli, args, &package)
                                                             : load_failed(cli, error);
    }
    dti_text_free(package.document);
    dti_report_unref(package.report);
    return status;
}

static int run(const struct cli *cli, const struct args *args)
{
    dti_collection *collection = NULL;
    dti_result *result = NULL;
    int status = score_year(cli, &command_submission, args, &collection, &result);
    if (status == CLI_EXIT_FINE) {
        status = submit(cli, args, result);
    }
    dti_result_unref(result);
    dti_collection_unref(collection);
    return status;
}

static const struct operand operands[] = {
    {WORD_VALUE_DOSSIER, WORD_OPERAND_DOSSIER, false, false},
};

static const struct command_option options[] = {
    {OPTION_NUMBERING, false},  {OPTION_SUBMISSION_FORMAT, false},
    {OPTION_OUTPUT, false},     {OPTION_BOUNDS, false},
    {OPTION_COLLECTION, false}, {OPTION_FRAMEWORK, false},
    {OPTION_LANG, false},       {OPTION_HELP, false},
};

const struct command command_submission = {
    .name = "dti submission",
    .summary = WORD_SUBMISSION_SUMMARY,
    .purpose = WORD_SUBMISSION_PURPOSE,
    .examples = WORD_SUBMISSION_EXAMPLES,
    .operands = operands,
    .operand_count = sizeof operands / sizeof *operands,
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .run = run,
};
