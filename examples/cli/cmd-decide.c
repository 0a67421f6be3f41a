/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* dti decide: which figure counts where reporters contradict each other. */
#include "commands.h"
#include "load.h"
#include "number.h"
#include "step.h"
#include "suggest.h"

#include <string.h>

static int find_input(const struct step *step, const char *id, size_t *out)
{
    *out = dti_framework_input_find(step->framework, id);
    if (*out != DTI_NONE) {
        return CLI_EXIT_FINE;
    }
    struct suggestion suggestion = suggest_begin(id);
    for (size_t i = 0; i < dti_framework_input_count(step->framework); i++) {
        suggest_offer(&suggestion, dti_framework_input_id(step->framework, i));
    }
    return cli_wrong_usage(step->cli, step->command->name, suggestion.nearest, WORD_USAGE_INPUT,
                           WITH(dti_framework_id(step->framework), id));
}

/* A reporter's figure, the derived one, or a value of its own: exactly one of the three. */
static int read_choice(const struct step *step, const char **reporter, double *value)
{
    const char *const *values = step->args->values;
    int given = (values[OPTION_REPORTER] != NULL) + (values[OPTION_VALUE] != NULL) +
                (values[OPTION_DERIVED] != NULL);
    if (given != 1) {
        return cli_wrong_usage(step->cli, step->command->name, NULL, WORD_USAGE_DECISION,
                               WITH_NOTHING);
    }
    *reporter = values[OPTION_DERIVED] ? "" : values[OPTION_REPORTER];
    const char *text = values[OPTION_VALUE];
    if (text && !number_read(text, value)) {
        return cli_wrong_usage(step->cli, step->command->name, NULL, WORD_USAGE_NUMBER, WITH(text));
    }
    return CLI_EXIT_FINE;
}

static int take(struct step *step)
{
    size_t input = DTI_NONE;
    const char *reporter = NULL;
    double value = 0;
    int status = find_input(step, step->args->operands[1], &input);
    if (status == CLI_EXIT_FINE) {
        status = read_choice(step, &reporter, &value);
    }
    if (status != CLI_EXIT_FINE) {
        return status;
    }
    dti_error *error = NULL;
    dti_status decided =
        dti_changes_decide(step->changes, dti_framework_input_id(step->framework, input), reporter,
                           value, step->taken.by, step->taken.at, step->taken.reason_vi, &error);
    return decided == DTI_OK ? step_finish(step) : load_failed(step->cli, error);
}

static int run(const struct cli *cli, const struct args *args)
{
    struct step step;
    int status = step_begin(cli, &command_decide, args, &step);
    if (status == CLI_EXIT_FINE) {
        status = take(&step);
    }
    step_end(&step);
    return status;
}

static const struct operand operands[] = {
    {WORD_VALUE_DOSSIER, WORD_OPERAND_DOSSIER, false, false},
    {WORD_VALUE_INPUT, WORD_OPERAND_INPUT, false, false},
};

static const struct command_option options[] = {
    {OPTION_REPORTER, false}, {OPTION_VALUE, false},     {OPTION_DERIVED, false},
    {OPTION_BY, true},        {OPTION_REASON, true},     {OPTION_AT, false},
    {OPTION_OUTPUT, false},   {OPTION_FRAMEWORK, false}, {OPTION_LANG, false},
    {OPTION_HELP, false},
};

const struct command command_decide = {
    .name = "dti decide",
    .summary = WORD_DECIDE_SUMMARY,
    .purpose = WORD_DECIDE_PURPOSE,
    .examples = WORD_DECIDE_EXAMPLES,
    .operands = operands,
    .operand_count = sizeof operands / sizeof *operands,
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .run = run,
};
