/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* dti compare: what moved between two years, for one unit or for all. */
#include "commands.h"
#include "compare-load.h"
#include "compare-view.h"
#include "load-table.h"
#include "load.h"
#include "nodes.h"
#include "number.h"
#include "save.h"

enum {
    MOST_DIGITS = 6 /* of --top */
};

static int read_order(const struct cli *cli, const struct args *args, struct compare_view *view)
{
    const char *sort = args->values[OPTION_SORT];
    const char *top = args->values[OPTION_TOP];
    if (sort) {
        view->sort = (dti_improved_by)option_choice(OPTION_SORT, sort);
    }
    view->is_sorted = sort || top;
    if (top) {
        int64_t count = 0;
        if (!number_read_count(top, MOST_DIGITS, &count)) {
            return cli_wrong_usage(cli, command_compare.name, NULL, WORD_USAGE_TOP, WITH(top));
        }
        view->top = (size_t)count;
    }
    if (view->is_sorted && args->values[OPTION_RANK_UNIT]) {
        return cli_wrong_usage(cli, command_compare.name, NULL, WORD_USAGE_SORT_UNIT, WITH_NOTHING);
    }
    return CLI_EXIT_FINE;
}

/* By default that of the dossiers, if both are of one unit. */
static int find_unit(const struct args *args, struct compare_view *view)
{
    const char *name = args->values[OPTION_RANK_UNIT];
    dti_error *error = NULL;
    view->entry = view->unit = DTI_NONE;
    if (!name) {
        if (dti_comparison_unit_count(view->comparison) == 1 &&
            dti_table_row_count(view->tables[DTI_BEFORE]) == 1 && !view->is_sorted) {
            view->unit = 0;
            view->entry = dti_comparison_unit(view->comparison, 0);
        }
        return CLI_EXIT_FINE;
    }
    dti_status status = dti_units_resolve(view->units, name, dti_table_day(view->tables[DTI_AFTER]),
                                          &view->entry, &error);
    if (status == DTI_E_NOT_FOUND) { /* it may be one of the earlier day alone */
        status = dti_units_resolve(view->units, name, dti_table_day(view->tables[DTI_BEFORE]),
                                   &view->entry, NULL);
    }
    if (status != DTI_OK) {
        const int failed = load_unit_failed(view->cli, view->units, name, error);
        return failed == CLI_EXIT_FAULT ? CLI_EXIT_USAGE : failed;
    }
    dti_error_free(error);
    view->unit = dti_comparison_find_unit(view->comparison, view->entry);
    return CLI_EXIT_FINE;
}

static int print_page(const struct compare_view *view)
{
    compare_print_head(view);
    if (view->entry == DTI_NONE) {
        compare_print_list(view);
    } else {
        compare_print_unit(view);
    }
    return compare_print_findings(view);
}

static int print(const struct args *args, const struct compare_view *view)
{
    dti_text *text = NULL;
    dti_error *error = NULL;
    if (args_format(args) == FORMAT_CSV) {
        compare_print_data(view, args);
        return CLI_EXIT_FINE;
    }
    if (args_format(args) != FORMAT_JSON) {
        return print_page(view);
    }
    if (view->entry != DTI_NONE && view->unit == DTI_NONE) {
        cli_error(view->cli, WORD_COMPARE_NOWHERE,
                  WITH(dti_units_unit_name(view->units, view->entry, view->cli->lang)));
        return CLI_EXIT_FAULT;
    }
    const dti_status status = dti_comparison_write(view->comparison, view->entry, view->numbering,
                                                   view->cli->lang, &text, &error);
    return save_document(view->cli, NULL, status, text, error);
}

static int run(const struct cli *cli, const struct args *args)
{
    struct compared compared = {.comparison = NULL};
    struct compare_view view = {.cli = cli};
    const char *merge = args->values[OPTION_MERGE];
    int status = read_order(cli, args, &view);
    if (status == CLI_EXIT_FINE) {
        status = compare_load(cli, &command_compare, args, &compared);
    }
    if (status == CLI_EXIT_FINE) {
        view.comparison = compared.comparison;
        view.tables[DTI_BEFORE] = compared.tables[DTI_BEFORE];
        view.tables[DTI_AFTER] = compared.tables[DTI_AFTER];
        view.framework = dti_table_framework(compared.tables[DTI_AFTER]);
        view.units = dti_table_units(compared.tables[DTI_AFTER]);
        view.origin = compared.origin;
        view.is_by_population =
            merge && option_choice(OPTION_MERGE, merge) == (int)DTI_MERGE_POPULATION;
        status =
            nodes_numbering(cli, &command_compare, view.framework, args->values[OPTION_NUMBERING],
                            dti_table_numbering(view.tables[DTI_AFTER]), &view.numbering);
    }
    if (status == CLI_EXIT_FINE) {
        status = find_unit(args, &view);
    }
    if (status == CLI_EXIT_FINE) {
        status = print(args, &view);
    }
    compare_free(&compared);
    return status;
}

static const struct operand operands[] = {
    {WORD_VALUE_BEFORE, WORD_OPERAND_BEFORE, false, false},
    {WORD_VALUE_AFTER, WORD_OPERAND_AFTER, false, false},
};

static const struct command_option options[] = {
    {OPTION_RANK_UNIT, false}, {OPTION_SORT, false},      {OPTION_TOP, false},
    {OPTION_CROSSWALK, false}, {OPTION_MERGE, false},     {OPTION_POPULATION, false},
    {OPTION_FORMAT, false},    {OPTION_CSV_BOM, false},   {OPTION_TRACK, false},
    {OPTION_BOUNDS, false},    {OPTION_FRAMEWORK, false}, {OPTION_FRAMEWORK_BEFORE, false},
    {OPTION_UNITS, false},     {OPTION_NUMBERING, false}, {OPTION_LANG, false},
    {OPTION_HELP, false},
};

const struct command command_compare = {
    .name = "dti compare",
    .summary = WORD_COMPARE_SUMMARY,
    .purpose = WORD_COMPARE_PURPOSE,
    .examples = WORD_COMPARE_EXAMPLES,
    .operands = operands,
    .operand_count = sizeof operands / sizeof *operands,
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .run = run,
};
