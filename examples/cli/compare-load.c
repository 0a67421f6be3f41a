/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* What is compared: two tables, the earlier one carried over to the units of the later one. */
#include "compare-load.h"

#include "field.h"
#include "inhabitants.h"
#include "load.h"

#include <stdlib.h>
#include <string.h>

/* One operand by itself: a table, or a dossier. */
static int load_side(const struct cli *cli, const struct command *command, const struct args *args,
                     dti_side side, dti_table **out)
{
    struct args one = *args;
    one.operands = args->operands + (size_t)side;
    one.operand_count = 1;
    if (side == DTI_BEFORE && args->values[OPTION_FRAMEWORK_BEFORE]) {
        one.values[OPTION_FRAMEWORK] = args->values[OPTION_FRAMEWORK_BEFORE];
    }
    return field_load(cli, command, &one, out);
}

static bool knows_inhabitants(const dti_table *table)
{
    const dti_units *units = dti_table_units(table);
    for (size_t i = 0; i < dti_units_count(units); i++) {
        if (dti_units_unit_population(units, i, dti_table_year(table)) > 0) {
            return true;
        }
    }
    return false;
}

static int read_merging(const struct cli *cli, const struct command *command,
                        const struct args *args, const dti_table *before,
                        dti_table_merge_options *options, int64_t **populations)
{
    const char *method = args->values[OPTION_MERGE];
    const char *path = args->values[OPTION_POPULATION];
    if (method) {
        options->method = (dti_merge_method)option_choice(OPTION_MERGE, method);
    }
    if (path && options->method != DTI_MERGE_POPULATION) {
        return cli_wrong_usage(cli, command->name, NULL, WORD_USAGE_POPULATION_ALONE, WITH_NOTHING);
    }
    if (path) {
        int status = inhabitants_load(cli, path, before, populations);
        options->populations = *populations;
        options->population_count = dti_units_count(dti_table_units(before));
        return status;
    }
    if (options->method == DTI_MERGE_POPULATION && !knows_inhabitants(before)) {
        return cli_wrong_usage(cli, command->name, NULL, WORD_USAGE_POPULATION_NONE, WITH_NOTHING);
    }
    return CLI_EXIT_FINE;
}

/* Where nobody was merged in between, the table stays as it is. */
static int carry_over(const struct cli *cli, const struct command *command, const struct args *args,
                      struct compared *compared)
{
    dti_table_merge_options options = DTI_TABLE_MERGE_OPTIONS_INIT;
    dti_table *before = compared->tables[DTI_BEFORE];
    const char *day = dti_table_day(compared->tables[DTI_AFTER]);
    int64_t *populations = NULL;
    dti_table *carried = NULL;
    dti_error *error = NULL;
    int status = read_merging(cli, command, args, before, &options, &populations);
    if (status == CLI_EXIT_FINE && strcmp(dti_table_day(before), day) < 0) {
        status = dti_table_merge(before, day, &options, &carried, &error) == DTI_OK
                     ? CLI_EXIT_FINE
                     : load_failed(cli, error);
    }
    if (carried && dti_table_is_derived(carried) && !dti_table_is_derived(before)) {
        compared->origin = before;
        compared->tables[DTI_BEFORE] = carried;
    } else {
        dti_table_unref(carried);
    }
    free(populations);
    return status;
}

static int load_crosswalk(const struct cli *cli, const struct args *args,
                          const struct compared *compared, dti_crosswalk **out)
{
    const char *path = args->values[OPTION_CROSSWALK];
    struct text text = TEXT_EMPTY;
    dti_error *error = NULL;
    int status = CLI_EXIT_FINE;
    if (path) {
        status = load_text(cli, path, &text);
    }
    if (path && status == CLI_EXIT_FINE) {
        dti_parse_options options = DTI_PARSE_OPTIONS_INIT;
        options.source_name = path;
        if (dti_crosswalk_parse(text_get(&text), text.length,
                                dti_table_framework(compared->tables[DTI_BEFORE]),
                                dti_table_framework(compared->tables[DTI_AFTER]), &options, out,
                                &error) != DTI_OK) {
            status = load_failed(cli, error);
        }
    }
    text_free(&text);
    return status;
}

static int compare(const struct cli *cli, const struct args *args, struct compared *compared)
{
    dti_comparison_options options = DTI_COMPARISON_OPTIONS_INIT;
    dti_crosswalk *crosswalk = NULL;
    dti_error *error = NULL;
    int status = load_crosswalk(cli, args, compared, &crosswalk);
    options.crosswalk = crosswalk;
    if (status == CLI_EXIT_FINE &&
        dti_comparison_new(compared->tables[DTI_BEFORE], compared->tables[DTI_AFTER], &options,
                           &compared->comparison, &error) != DTI_OK) {
        status = load_failed(cli, error);
    }
    dti_crosswalk_unref(crosswalk);
    return status;
}

int compare_load(const struct cli *cli, const struct command *command, const struct args *args,
                 struct compared *compared)
{
    int status = CLI_EXIT_FINE;
    if (args_standard_inputs(args) > 1) {
        return cli_wrong_usage(cli, command->name, NULL, WORD_USAGE_STDIN_TWICE, WITH_NOTHING);
    }
    for (dti_side side = DTI_BEFORE; side <= DTI_AFTER && status == CLI_EXIT_FINE;
         side = (dti_side)(side + 1)) {
        status = load_side(cli, command, args, side, &compared->tables[side]);
    }
    if (status == CLI_EXIT_FINE) {
        status = carry_over(cli, command, args, compared);
    }
    return status == CLI_EXIT_FINE ? compare(cli, args, compared) : status;
}

void compare_free(struct compared *compared)
{
    dti_comparison_unref(compared->comparison);
    dti_table_unref(compared->origin);
    dti_table_unref(compared->tables[DTI_BEFORE]);
    dti_table_unref(compared->tables[DTI_AFTER]);
}
