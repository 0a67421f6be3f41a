/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* dti new: an empty dossier to fill in, every figure listed and missing. */
#include "commands.h"
#include "load.h"
#include "save.h"

#include <stdlib.h>
#include <string.h>

/* Four digits, or 0. */
static int32_t read_year(const char *text)
{
    if (strlen(text) != 4 || strspn(text, "0123456789") != 4) {
        return 0;
    }
    return (int32_t)strtol(text, NULL, 10);
}

static dti_status fill(dti_dossier_builder *builder, const dti_framework *framework,
                       const char *name, dti_error **error)
{
    dti_status status = dti_dossier_builder_set_names(builder, NULL, name, NULL, error);
    size_t count = dti_framework_input_count(framework);
    for (size_t i = 0; i < count && status == DTI_OK; i++) {
        status = dti_dossier_builder_set_state(builder, dti_framework_input_id(framework, i),
                                               DTI_STATE_MISSING, NULL, error);
    }
    return status;
}

static dti_status make(const dti_framework *framework, const struct args *args, int32_t year,
                       dti_text **out, dti_error **error)
{
    dti_dossier_builder *builder = NULL;
    dti_dossier *dossier = NULL;
    dti_status status =
        dti_dossier_builder_new(framework, args->values[OPTION_UNIT], year, NULL, &builder, error);
    if (status == DTI_OK) {
        status = fill(builder, framework, args->values[OPTION_NAME], error);
    }
    if (status == DTI_OK) {
        status = dti_dossier_builder_build(builder, &dossier, error);
    }
    if (status == DTI_OK) {
        status = dti_dossier_write(dossier, out, error);
    }
    dti_dossier_unref(dossier);
    dti_dossier_builder_free(builder);
    return status;
}

static int run(const struct cli *cli, const struct args *args)
{
    int32_t year = read_year(args->values[OPTION_YEAR]);
    if (year == 0) {
        return cli_wrong_usage(cli, command_new.name, NULL, WORD_USAGE_YEAR,
                               WITH(args->values[OPTION_YEAR]));
    }
    dti_framework *framework = NULL;
    int status = load_framework(cli, args->operands[0], &framework);
    if (status != CLI_EXIT_FINE) {
        return status;
    }
    dti_text *text = NULL;
    dti_error *error = NULL;
    dti_status made = make(framework, args, year, &text, &error);
    status = save_document(cli, args->values[OPTION_OUTPUT], made, text, error);
    /* Only the options can be at fault: nothing else came from outside. */
    status = made == DTI_E_VALUE ? CLI_EXIT_USAGE : status;
    dti_framework_unref(framework);
    return status;
}

static const struct operand operands[] = {
    {WORD_VALUE_FRAMEWORK, WORD_OPERAND_FRAMEWORK, false, false},
};

static const struct command_option options[] = {
    {OPTION_UNIT, true},    {OPTION_YEAR, true},  {OPTION_NAME, false}, {OPTION_BASE, false},
    {OPTION_OUTPUT, false}, {OPTION_LANG, false}, {OPTION_HELP, false},
};

const struct command command_new = {
    .name = "dti new",
    .summary = WORD_NEW_SUMMARY,
    .purpose = WORD_NEW_PURPOSE,
    .examples = WORD_NEW_EXAMPLES,
    .operands = operands,
    .operand_count = sizeof operands / sizeof *operands,
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .run = run,
};
