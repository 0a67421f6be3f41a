/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* dti bounds: the lowest and the highest of a cohort, from the dossiers of its units. */
#include "cohort.h"
#include "commands.h"
#include "load.h"
#include "save.h"

static dti_status compute(const struct cohort *cohort, dti_bounds **out, dti_error **error)
{
    dti_program *program = NULL;
    dti_status status = dti_program_new(cohort->framework, NULL, &program, error);
    if (status == DTI_OK) {
        status = dti_program_bounds(program, cohort->columns, 0, cohort->count, NULL, out, error);
    }
    dti_program_unref(program);
    return status;
}

static bool is_empty(const dti_bounds *bounds)
{
    for (size_t i = 0; i < dti_framework_node_count(dti_bounds_framework(bounds)); i++) {
        if (dti_bounds_count(bounds, i) != 0) {
            return false;
        }
    }
    return true;
}

static int write_bounds(const struct cli *cli, const struct args *args, const struct cohort *cohort)
{
    dti_bounds *bounds = NULL;
    dti_text *text = NULL;
    dti_error *error = NULL;
    dti_status made = compute(cohort, &bounds, &error);
    if (made == DTI_OK) {
        made = dti_bounds_write(bounds, &text, &error);
    }
    int status = save_document(cli, args->values[OPTION_OUTPUT], made, text, error);
    if (status == CLI_EXIT_FINE && is_empty(bounds)) {
        cli_error(cli, WORD_BOUNDS_NONE, WITH(dti_framework_id(cohort->framework)));
    }
    dti_bounds_unref(bounds);
    return status;
}

static int run(const struct cli *cli, const struct args *args)
{
    if (args_standard_inputs(args) > 1) {
        return cli_wrong_usage(cli, command_bounds.name, NULL, WORD_USAGE_STDIN_TWICE,
                               WITH_NOTHING);
    }
    struct cohort cohort;
    int status = cohort_load(cli, args, &cohort);
    if (status == CLI_EXIT_FINE) {
        status = write_bounds(cli, args, &cohort);
    }
    cohort_free(&cohort);
    return status;
}

static const struct operand operands[] = {
    {WORD_VALUE_DOSSIER, WORD_OPERAND_DOSSIERS, false, true},
};

static const struct command_option options[] = {
    {OPTION_FRAMEWORK, false},
    {OPTION_OUTPUT, false},
    {OPTION_LANG, false},
    {OPTION_HELP, false},
};

const struct command command_bounds = {
    .name = "dti bounds",
    .summary = WORD_BOUNDS_SUMMARY,
    .purpose = WORD_BOUNDS_PURPOSE,
    .examples = WORD_BOUNDS_EXAMPLES,
    .operands = operands,
    .operand_count = sizeof operands / sizeof *operands,
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .run = run,
};
