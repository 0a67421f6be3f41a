/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Finishing a table: every figure into its cell, and what spans more than one of them is checked.
 */
#include "model/table.h"

#include "model/check.h"

#include <stdlib.h>
#include <string.h>

#define MOST_CELLS ((size_t)1 << 26)

/* ── what is spoken of ── */

const struct dti__text2 *dti__table_source(const dti_table *table, const char *id)
{
    for (size_t i = 0; id && i < table->source_count; i++)
        if (strcmp(table->sources[i].id, id) == 0)
            return &table->sources[i].titles;
    return dti__framework_source(table->framework, id);
}

struct dti__arg dti__table_unit_arg(const dti_table *table, size_t entry)
{
    return DTI__NAMES(dti_units_unit_name(table->units, entry, DTI_LANG_VI),
                      dti_units_unit_name(table->units, entry, DTI_LANG_EN));
}

struct dti__arg dti__table_node_arg(const dti_table *table, size_t node)
{
    const struct dti__text2 names = table->framework->nodes[node].names;
    return DTI__NAMES(names.vi, names.en);
}

/* ── all of them ── */

static void check_source(const dti_table *table, const struct dti__printed *figure,
                         dti_report *report)
{
    if (figure->source && !dti__table_source(table, figure->source))
        dti__report_add(report, DTI__MSG_UNKNOWN_REFERENCE, figure->pointer,
                        DTI__ARGS(DTI__TERM(DTI__MSG_TERM_SOURCE), DTI__TEXT(figure->source)));
}

static int compare_differences(const void *left, const void *right)
{
    const struct dti__printed *a = *(const struct dti__printed *const *)left;
    const struct dti__printed *b = *(const struct dti__printed *const *)right;
    if (a->node != b->node)
        return a->node < b->node ? -1 : 1;
    if (a->of != b->of)
        return a->of < b->of ? -1 : 1;
    return (a->against > b->against) - (a->against < b->against);
}

/* One difference of a kind and year per node. False when out of memory. */
static bool check_differences(dti_table *table, const struct dti__table_row *row,
                              dti_report *report)
{
    size_t count = 0;
    for (size_t i = 0; i < row->figure_count; i++)
        count += row->figures[i].quantity == DTI_QUANTITY_DIFFERENCE;
    if (count < 2)
        return true;
    const struct dti__printed **list = dti__arena_array(&table->arena, count, sizeof *list);
    if (!list)
        return false;
    count = 0;
    for (size_t i = 0; i < row->figure_count; i++)
        if (row->figures[i].quantity == DTI_QUANTITY_DIFFERENCE)
            list[count++] = &row->figures[i];
    qsort(list, count, sizeof *list, compare_differences);
    for (size_t i = 1; i < count; i++)
        if (compare_differences(&list[i - 1], &list[i]) == 0) {
            bool is_after = list[i] > list[i - 1];
            (void)dti__table_refuse_second(table, row, list[is_after ? i : i - 1],
                                           list[is_after ? i - 1 : i]->text, report);
        }
    return true;
}

static bool finish_row(dti_table *table, struct dti__table_row *row, size_t index,
                       dti_report *report)
{
    if (table->row_of[row->unit] != DTI_NONE)
        dti__check_find(report, DTI__MSG_TABLE_UNIT_TWICE,
                        DTI__ARGS(dti__table_unit_arg(table, row->unit)), "/rows/%zu", index);
    else
        table->row_of[row->unit] = index;
    for (size_t i = 0; i < row->figure_count; i++) {
        (void)dti__table_enter(table, row, &row->figures[i], report);
        check_source(table, &row->figures[i], report);
    }
    return check_differences(table, row, report);
}

static bool is_count(const struct dti__printed *figure)
{
    return figure->subject == DTI__PRINTED_COUNT_ABOVE_MEAN;
}

/* About all units, or a group: a mean, the least and the most of something, a number of units. */
static void finish_figure(const dti_table *table, struct dti__printed *figure, dti_report *report)
{
    struct dti__arg node = dti__table_node_arg(table, figure->node);
    check_source(table, figure, report);
    if (!dti__printed_read(figure, report))
        return;
    if (!is_count(figure))
        (void)dti__printed_is_possible(table, DTI__NAMES(table->titles.vi, table->titles.en),
                                       figure, report);
    int64_t most = (int64_t)table->out_of * DTI_POINT;
    if (is_count(figure) &&
        (figure->amount < 0 || figure->amount > most || figure->amount % DTI_POINT != 0))
        dti__report_add(
            report, DTI__MSG_TABLE_COUNT, figure->pointer,
            DTI__ARGS(node, DTI__TEXT(figure->text), DTI__INTEGER((int64_t)table->out_of)));
}

static bool make_cells(dti_table *table, dti_report *report)
{
    size_t nodes = table->framework->node_count;
    if (table->row_count > MOST_CELLS / nodes) {
        dti__report_add(report, DTI__MSG_TABLE_TOO_LARGE, "/rows",
                        DTI__ARGS(DTI__INTEGER(table->row_count), DTI__INTEGER(nodes),
                                  DTI__INTEGER(MOST_CELLS)));
        return true;
    }
    for (size_t i = 0; i < table->row_count; i++) {
        struct dti__table_row *row = &table->rows[i];
        if (!row->cells)
            row->cells = dti__arena_array(&table->arena, nodes, sizeof *row->cells);
        if (!row->cells)
            return false;
    }
    return true;
}

static void check_head(dti_table *table, dti_report *report)
{
    const dti_framework *framework = table->framework;
    if (table->year < framework->year_from || table->year > framework->year_to)
        dti__report_add(report, DTI__MSG_YEAR_OUTSIDE, "/year",
                        DTI__ARGS(DTI__INTEGER(table->year), DTI__INTEGER(framework->year_from),
                                  DTI__INTEGER(framework->year_to)));
    if (table->out_of == 0)
        table->out_of = (uint32_t)table->row_count;
    if (table->out_of < table->row_count)
        dti__report_add(report, DTI__MSG_TABLE_OUT_OF, "/out_of",
                        DTI__ARGS(DTI__INTEGER(table->out_of), DTI__INTEGER(table->row_count)));
}

dti_status dti__table_finish(dti_table *table, dti_report *report)
{
    size_t errors = dti__report_errors(report);
    if (!make_cells(table, report))
        return DTI_E_NOMEM;
    check_head(table, report);
    for (size_t i = 0; i < dti_units_count(table->units); i++)
        table->row_of[i] = DTI_NONE;
    if (dti__report_errors(report) > errors)
        return DTI_OK;
    for (size_t i = 0; i < table->row_count; i++)
        if (!finish_row(table, &table->rows[i], i, report))
            return DTI_E_NOMEM;
    for (size_t i = 0; i < table->figure_count; i++)
        finish_figure(table, &table->figures[i], report);
    if (dti__report_errors(report) > errors)
        return DTI_OK;
    return dti__table_check_parts(table, report) && dti__table_check_ranks(table, report)
               ? DTI_OK
               : DTI_E_NOMEM;
}
