/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* dti evidence: the documents behind a dossier, what they lack, and what is at risk for it. */
#include "collection.h"
#include "commands.h"
#include "evidence-view.h"
#include "load.h"
#include "nodes.h"
#include "page.h"
#include "records.h"
#include "score.h"

static int print(const struct cli *cli, const struct args *args, const dti_result *result,
                 const dti_collection *collection)
{
    const dti_dossier *dossier = dti_result_dossier(result);
    const dti_framework *framework = dti_dossier_framework(dossier);
    struct evidence_view view = {
        .cli = cli,
        .result = result,
        .dossier = dossier,
        .framework = framework,
        .collection = collection,
        .digits = dti_framework_points_digits(framework),
    };
    size_t record = DTI_NONE;
    int status = nodes_numbering(cli, &command_evidence, framework, args->values[OPTION_NUMBERING],
                                 dti_dossier_numbering(dossier), &view.numbering);
    if (status == CLI_EXIT_FINE && args->operand_count == 2) {
        status = records_find(cli, &command_evidence, dossier, args->operands[1], &record);
    }
    if (status != CLI_EXIT_FINE) {
        return status;
    }
    evidence_view_sort(&view);
    if (record != DTI_NONE) {
        evidence_print_record(&view, record);
    } else if (dti_dossier_has_evidence(dossier)) {
        evidence_print_list(&view);
    } else {
        page_head(cli, dossier);
        page_say(cli, STYLE_PLAIN, 0, WORD_EVIDENCE_NONE, WITH(args->operands[0]));
    }
    evidence_view_free(&view);
    return CLI_EXIT_FINE;
}

static int run(const struct cli *cli, const struct args *args)
{
    dti_collection *collection = NULL;
    dti_result *result = NULL;
    int status = score_year(cli, &command_evidence, args, &collection, &result);
    if (status == CLI_EXIT_FINE) {
        status = print(cli, args, result, collection);
    }
    dti_result_unref(result);
    dti_collection_unref(collection);
    return status;
}

static const struct operand operands[] = {
    {WORD_VALUE_DOSSIER, WORD_OPERAND_DOSSIER, false, false},
    {WORD_VALUE_RECORD, WORD_OPERAND_RECORD_OPTIONAL, true, false},
};

static const struct command_option options[] = {
    {OPTION_COLLECTION, false}, {OPTION_BOUNDS, false}, {OPTION_NUMBERING, false},
    {OPTION_FRAMEWORK, false},  {OPTION_LANG, false},   {OPTION_HELP, false},
};

const struct command command_evidence = {
    .name = "dti evidence",
    .summary = WORD_EVIDENCE_SUMMARY,
    .purpose = WORD_EVIDENCE_PURPOSE,
    .examples = WORD_EVIDENCE_EXAMPLES,
    .operands = operands,
    .operand_count = sizeof operands / sizeof *operands,
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .run = run,
};
