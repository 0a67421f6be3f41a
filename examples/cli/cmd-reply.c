/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* dti reply: a step of the reply to the appraisal of a component. */
#include "commands.h"
#include "load.h"
#include "nodes.h"
#include "step.h"

static const dti_action actions[] = {
    DTI_ACTION_AGREE, DTI_ACTION_DISAGREE, DTI_ACTION_SUPPLY, DTI_ACTION_UPHOLD, DTI_ACTION_CHANGE,
};

/* The library counts codes in the default numbering, people in the dossier's. */
static int find_code(const struct step *step, const char *code, const char **out)
{
    const char *numbering = NULL;
    size_t node = DTI_NONE;
    int status = nodes_numbering(step->cli, step->command, step->framework,
                                 step->args->values[OPTION_NUMBERING],
                                 dti_dossier_numbering(step->dossier), &numbering);
    if (status == CLI_EXIT_FINE) {
        status = nodes_find(step->cli, step->command, step->framework, numbering, code, &node);
    }
    if (status == CLI_EXIT_FINE) {
        *out = dti_framework_node_code(step->framework, node, NULL);
    }
    return status;
}

static int take(struct step *step)
{
    char **operands = step->args->operands;
    const char *code = NULL;
    int status = step_action(step, operands[2], actions, sizeof actions / sizeof *actions);
    if (status == CLI_EXIT_FINE) {
        status = find_code(step, operands[1], &code);
    }
    if (status != CLI_EXIT_FINE) {
        return status;
    }
    dti_error *error = NULL;
    return dti_changes_reply(step->changes, code, &step->taken, step->args->values[OPTION_POINTS],
                             &error) == DTI_OK
               ? step_finish(step)
               : load_failed(step->cli, error);
}

static int run(const struct cli *cli, const struct args *args)
{
    struct step step;
    int status = step_begin(cli, &command_reply, args, &step);
    if (status == CLI_EXIT_FINE) {
        status = take(&step);
    }
    step_end(&step);
    return status;
}

static const struct operand operands[] = {
    {WORD_VALUE_DOSSIER, WORD_OPERAND_DOSSIER, false, false},
    {WORD_VALUE_CODE, WORD_OPERAND_CODE, false, false},
    {WORD_VALUE_ACTION, WORD_OPERAND_REPLY_ACTION, false, false},
};

static const struct command_option options[] = {
    {OPTION_BY, true},      {OPTION_AT, false},        {OPTION_AGENCY, false},
    {OPTION_REASON, false}, {OPTION_RECORD, false},    {OPTION_POINTS, false},
    {OPTION_OUTPUT, false}, {OPTION_NUMBERING, false}, {OPTION_FRAMEWORK, false},
    {OPTION_LANG, false},   {OPTION_HELP, false},
};

const struct command command_reply = {
    .name = "dti reply",
    .summary = WORD_REPLY_SUMMARY,
    .purpose = WORD_REPLY_PURPOSE,
    .examples = WORD_REPLY_EXAMPLES,
    .operands = operands,
    .operand_count = sizeof operands / sizeof *operands,
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .run = run,
};
