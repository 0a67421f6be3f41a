/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* dti stage: a step of a dossier through the year, from collecting to final. */
#include "collection.h"
#include "commands.h"
#include "load.h"
#include "step.h"

static const dti_action actions[] = {
    DTI_ACTION_SELF_SCORE, DTI_ACTION_APPROVE,  DTI_ACTION_SEND,
    DTI_ACTION_RECALL,     DTI_ACTION_APPRAISE, DTI_ACTION_FINALISE,
};

/* Without a collection nothing is due: INT64_MAX. */
static int find_deadline(const struct step *step, int64_t *out)
{
    dti_collection *collection = NULL;
    int status = collection_find(step->cli, step->args, step->dossier, &collection);
    *out = dti_collection_deadline(collection, dti_dossier_year(step->dossier));
    dti_collection_unref(collection);
    return status;
}

static int take(struct step *step)
{
    int64_t deadline = INT64_MAX;
    int status =
        step_action(step, step->args->operands[1], actions, sizeof actions / sizeof *actions);
    if (status == CLI_EXIT_FINE) {
        status = find_deadline(step, &deadline);
    }
    if (status != CLI_EXIT_FINE) {
        return status;
    }
    dti_error *error = NULL;
    return dti_changes_stage(step->changes, &step->taken, deadline, &error) == DTI_OK
               ? step_finish(step)
               : load_failed(step->cli, error);
}

static int run(const struct cli *cli, const struct args *args)
{
    struct step step;
    int status = step_begin(cli, &command_stage, args, &step);
    if (status == CLI_EXIT_FINE) {
        status = take(&step);
    }
    step_end(&step);
    return status;
}

static const struct operand operands[] = {
    {WORD_VALUE_DOSSIER, WORD_OPERAND_DOSSIER, false, false},
    {WORD_VALUE_ACTION, WORD_OPERAND_STAGE_ACTION, false, false},
};

static const struct command_option options[] = {
    {OPTION_BY, true},         {OPTION_AT, false},     {OPTION_AGENCY, false},
    {OPTION_REASON, false},    {OPTION_OUTPUT, false}, {OPTION_COLLECTION, false},
    {OPTION_FRAMEWORK, false}, {OPTION_LANG, false},   {OPTION_HELP, false},
};

const struct command command_stage = {
    .name = "dti stage",
    .summary = WORD_STAGE_SUMMARY,
    .purpose = WORD_STAGE_PURPOSE,
    .examples = WORD_STAGE_EXAMPLES,
    .operands = operands,
    .operand_count = sizeof operands / sizeof *operands,
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .run = run,
};
