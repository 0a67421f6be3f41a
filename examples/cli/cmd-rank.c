/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* dti rank: the units of a table, or of several dossiers, ranked by an indicator. */
#include "commands.h"
#include "field.h"
#include "load-table.h"
#include "load.h"
#include "nodes.h"
#include "number.h"
#include "rank-view.h"
#include "save.h"

enum {
    MOST_DIGITS = 6 /* of a rank */
};

static int read_goal(const struct cli *cli, const struct args *args, uint32_t *goal)
{
    const char *text = args->values[OPTION_GOAL];
    if (!text) {
        return CLI_EXIT_FINE;
    }
    int64_t rank = 0;
    if (!number_read_count(text, MOST_DIGITS, &rank)) {
        return cli_wrong_usage(cli, command_rank.name, NULL, WORD_USAGE_RANK, WITH(text));
    }
    if (!args->values[OPTION_RANK_UNIT]) {
        return cli_wrong_usage(cli, command_rank.name, NULL, WORD_USAGE_GOAL, WITH_NOTHING);
    }
    *goal = (uint32_t)rank;
    return CLI_EXIT_FINE;
}

static int find_node(const struct args *args, struct rank_view *view)
{
    const char *code = args->values[OPTION_CODE];
    int status =
        nodes_numbering(view->cli, &command_rank, view->framework, args->values[OPTION_NUMBERING],
                        dti_table_numbering(view->table), &view->numbering);
    view->node = dti_framework_overall(view->framework);
    if (status == CLI_EXIT_FINE && code) {
        status = nodes_find(view->cli, &command_rank, view->framework, view->numbering, code,
                            &view->node);
    }
    return status;
}

/* The library lists who may be meant. */
static int find_unit(const struct args *args, struct rank_view *view)
{
    const char *name = args->values[OPTION_RANK_UNIT];
    dti_error *error = NULL;
    view->entry = DTI_NONE;
    if (!name || dti_units_resolve(view->units, name, dti_table_day(view->table), &view->entry,
                                   &error) == DTI_OK) {
        return CLI_EXIT_FINE;
    }
    const int status = load_unit_failed(view->cli, view->units, name, error);
    return status == CLI_EXIT_FAULT ? CLI_EXIT_USAGE : status;
}

static void read_options(const struct args *args, struct rank_view *view,
                         dti_ranking_options *options)
{
    const char *method = args->values[OPTION_METHOD];
    const char *basis = args->values[OPTION_BASIS];
    options->method =
        method ? (dti_rank_method)option_choice(OPTION_METHOD, method) : DTI_RANK_COMPETITION;
    options->basis =
        basis ? (dti_basis)(DTI_BASIS_POINTS + option_choice(OPTION_BASIS, basis)) : DTI_BASIS_NONE;
    view->is_grouped = dti_table_is_ranked_by_group(view->table) != 0;
    view->is_apart = args->values[OPTION_RANK_BY] != NULL || view->is_grouped;
}

static int rank(const struct args *args, struct rank_view *view)
{
    dti_ranking_options options = DTI_RANKING_OPTIONS_INIT;
    dti_error *error = NULL;
    read_options(args, view, &options);
    dti_status status = dti_ranking_new(view->table, view->node, &options, &view->all, &error);
    options.by = DTI_RANKING_BY_GROUP;
    if (status == DTI_OK) {
        status = dti_ranking_new(view->table, view->node, &options, &view->regions, &error);
    }
    for (size_t i = 0; i < dti_ranking_group_count(view->regions); i++) {
        view->has_regions |= *dti_ranking_group_name(view->regions, i, DTI_LANG_VI) != '\0';
    }
    return status == DTI_OK ? CLI_EXIT_FINE : load_failed(view->cli, error);
}

static int print(const struct args *args, const struct rank_view *view)
{
    dti_text *text = NULL;
    dti_error *error = NULL;
    if (args_format(args) == FORMAT_JSON) {
        const dti_status status =
            dti_ranking_write(rank_asked(view), view->numbering, &text, &error);
        return save_document(view->cli, NULL, status, text, error);
    }
    if (args_format(args) == FORMAT_CSV) {
        rank_print_data(view, args);
        return CLI_EXIT_FINE;
    }
    rank_print_head(view);
    rank_print_unit(view);
    rank_print_list(view);
    return CLI_EXIT_FINE;
}

static int run(const struct cli *cli, const struct args *args)
{
    struct rank_view view = {.cli = cli};
    dti_table *table = NULL;
    int status = read_goal(cli, args, &view.goal);
    if (status == CLI_EXIT_FINE) {
        status = field_load(cli, &command_rank, args, &table);
    }
    if (status == CLI_EXIT_FINE) {
        view.table = table;
        view.framework = dti_table_framework(table);
        view.units = dti_table_units(table);
        status = find_node(args, &view);
    }
    if (status == CLI_EXIT_FINE) {
        status = find_unit(args, &view);
    }
    if (status == CLI_EXIT_FINE) {
        status = rank(args, &view);
    }
    if (status == CLI_EXIT_FINE) {
        status = print(args, &view);
    }
    dti_ranking_unref(view.regions);
    dti_ranking_unref(view.all);
    dti_table_unref(table);
    return status;
}

static const struct operand operands[] = {
    {WORD_VALUE_TABLE, WORD_OPERAND_FIELD, false, true},
};

static const struct command_option options[] = {
    {OPTION_CODE, false},      {OPTION_RANK_UNIT, false}, {OPTION_GOAL, false},
    {OPTION_RANK_BY, false},   {OPTION_METHOD, false},    {OPTION_BASIS, false},
    {OPTION_FORMAT, false},    {OPTION_CSV_BOM, false},   {OPTION_TRACK, false},
    {OPTION_BOUNDS, false},    {OPTION_FRAMEWORK, false}, {OPTION_UNITS, false},
    {OPTION_NUMBERING, false}, {OPTION_LANG, false},      {OPTION_HELP, false},
};

const struct command command_rank = {
    .name = "dti rank",
    .summary = WORD_RANK_SUMMARY,
    .purpose = WORD_RANK_PURPOSE,
    .examples = WORD_RANK_EXAMPLES,
    .operands = operands,
    .operand_count = sizeof operands / sizeof *operands,
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .run = run,
};
