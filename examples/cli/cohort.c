/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The dossiers of a cohort as columns: one row per unit, one column per input of their framework.
 */
#include "cohort.h"

#include "load.h"

#include <stdlib.h>
#include <string.h>

/* A unit counts once, and units of different years are not compared. */
static int check_last(const struct cli *cli, const struct args *args, const struct cohort *cohort)
{
    size_t last = cohort->count - 1;
    const dti_dossier *dossier = cohort->dossiers[last];
    if (dti_dossier_year(dossier) != dti_dossier_year(cohort->dossiers[0])) {
        cli_error(cli, WORD_COHORT_YEAR, WITH(args->operands[last], args->operands[0]));
        return CLI_EXIT_FAULT;
    }
    for (size_t i = 0; i < last; i++) {
        if (strcmp(dti_dossier_unit_id(cohort->dossiers[i]), dti_dossier_unit_id(dossier)) == 0) {
            cli_error(cli, WORD_COHORT_TWICE,
                      WITH(args->operands[last], dti_dossier_unit_name(dossier, cli->lang),
                           args->operands[i]));
            return CLI_EXIT_FAULT;
        }
    }
    return CLI_EXIT_FINE;
}

static int load_all(const struct cli *cli, const struct args *args, const dti_framework *framework,
                    struct cohort *cohort)
{
    int status = CLI_EXIT_FINE;
    cohort->dossiers = memory_resize(NULL, args->operand_count, sizeof(dti_dossier *));
    for (size_t i = 0; i < args->operand_count && status == CLI_EXIT_FINE; i++) {
        status = load_dossier_of(cli, args->operands[i], framework, NULL, &cohort->dossiers[i]);
        if (status == CLI_EXIT_FINE) {
            cohort->count = i + 1;
            cohort->framework = dti_dossier_framework(cohort->dossiers[0]);
            framework = cohort->framework; /* the first one decides, and it is read only once */
            status = check_last(cli, args, cohort);
        }
    }
    return status;
}

/* Texts are no numbers; no rule reads them. */
static void fill_column(struct cohort *cohort, size_t input)
{
    double *values = cohort->values + input * cohort->count;
    uint8_t *states = cohort->states + input * cohort->count;
    if (dti_framework_input_kind(cohort->framework, input) == DTI_INPUT_TEXT) {
        cohort->columns[input] = (dti_column){.values = NULL};
        return;
    }
    for (size_t i = 0; i < cohort->count; i++) {
        values[i] = dti_dossier_input_number(cohort->dossiers[i], input);
        states[i] = (uint8_t)dti_dossier_input_state(cohort->dossiers[i], input);
    }
    cohort->columns[input] = (dti_column){.values = values, .states = states};
}

static void fill_columns(struct cohort *cohort)
{
    size_t inputs = dti_framework_input_count(cohort->framework);
    if (inputs == 0) {
        return;
    }
    cohort->columns = memory_resize(NULL, inputs, sizeof *cohort->columns);
    cohort->values = memory_resize(NULL, inputs, cohort->count * sizeof *cohort->values);
    cohort->states = memory_resize(NULL, inputs, cohort->count * sizeof *cohort->states);
    for (size_t i = 0; i < inputs; i++) {
        fill_column(cohort, i);
    }
}

int cohort_load(const struct cli *cli, const struct args *args, struct cohort *out)
{
    dti_framework *framework = NULL;
    int status = CLI_EXIT_FINE;
    *out = (struct cohort){.count = 0};
    if (args->values[OPTION_FRAMEWORK]) {
        status = load_framework(cli, args->values[OPTION_FRAMEWORK], &framework);
    }
    if (status == CLI_EXIT_FINE) {
        status = load_all(cli, args, framework, out);
    }
    if (status == CLI_EXIT_FINE) {
        fill_columns(out);
    }
    dti_framework_unref(framework);
    return status;
}

void cohort_free(struct cohort *cohort)
{
    for (size_t i = 0; i < cohort->count; i++) {
        dti_dossier_unref(cohort->dossiers[i]);
    }
    free(cohort->dossiers);
    free(cohort->columns);
    free(cohort->values);
    free(cohort->states);
}
