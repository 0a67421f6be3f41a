/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* dti review: a step in the review of a record of evidence. */
#include "commands.h"
#include "load.h"
#include "records.h"
#include "step.h"

static const dti_action actions[] = {
    DTI_ACTION_SUBMIT, DTI_ACTION_RECALL, DTI_ACTION_ACCEPT, DTI_ACTION_REJECT, DTI_ACTION_RESUBMIT,
};

static dti_status review(struct step *step, size_t record, dti_error **error)
{
    const dti_evidence *evidence = dti_dossier_evidence(step->dossier, record);
    dti_evidence *next = NULL;
    dti_status status = dti_evidence_review(evidence, &step->taken, &next, error);
    if (status == DTI_OK) {
        status = dti_changes_set_evidence(step->changes, next, error);
    }
    dti_evidence_unref(next);
    return status;
}

static int take(struct step *step)
{
    char **operands = step->args->operands;
    size_t record = DTI_NONE;
    int status = step_action(step, operands[2], actions, sizeof actions / sizeof *actions);
    if (status == CLI_EXIT_FINE) {
        status = records_find(step->cli, step->command, step->dossier, operands[1], &record);
    }
    if (status != CLI_EXIT_FINE) {
        return status;
    }
    dti_error *error = NULL;
    return review(step, record, &error) == DTI_OK ? step_finish(step)
                                                  : load_failed(step->cli, error);
}

static int run(const struct cli *cli, const struct args *args)
{
    struct step step;
    int status = step_begin(cli, &command_review, args, &step);
    if (status == CLI_EXIT_FINE) {
        status = take(&step);
    }
    step_end(&step);
    return status;
}

static const struct operand operands[] = {
    {WORD_VALUE_DOSSIER, WORD_OPERAND_DOSSIER, false, false},
    {WORD_VALUE_RECORD, WORD_OPERAND_RECORD, false, false},
    {WORD_VALUE_ACTION, WORD_OPERAND_REVIEW_ACTION, false, false},
};

static const struct command_option options[] = {
    {OPTION_BY, true},         {OPTION_AT, false},      {OPTION_AGENCY, false},
    {OPTION_REASON, false},    {OPTION_CONFIRM, false}, {OPTION_OUTPUT, false},
    {OPTION_FRAMEWORK, false}, {OPTION_LANG, false},    {OPTION_HELP, false},
};

const struct command command_review = {
    .name = "dti review",
    .summary = WORD_REVIEW_SUMMARY,
    .purpose = WORD_REVIEW_PURPOSE,
    .examples = WORD_REVIEW_EXAMPLES,
    .operands = operands,
    .operand_count = sizeof operands / sizeof *operands,
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .run = run,
};
