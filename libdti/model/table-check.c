/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The arithmetic of a row: what its printed parts and its printed sums say of each other. */
#include "model/table.h"

#include "model/check.h"

struct interval { /* in 10^-9 point */
    int64_t low;
    int64_t high;
};

static struct interval interval_of(const struct dti__table_cell *cell)
{
    return (struct interval){cell->points - cell->half, cell->points + cell->half};
}

/* The printed parts of a node; false if one is missing. Maxima are at most 10^15, so that no sum
 * overflows. */
static bool add_parts(const dti_table *table, const struct dti__table_row *row,
                      const struct dti__node *node, struct interval *sum)
{
    *sum = (struct interval){0, 0};
    for (size_t i = 0; i < node->child_count; i++) {
        const struct dti__table_cell *cell = &row->cells[node->children[i]];
        /* What has no points adds none, printed or not. */
        if (table->framework->nodes[node->children[i]].max_points == 0)
            continue;
        if (cell->basis == DTI_BASIS_NONE)
            return false;
        const struct interval part = interval_of(cell);
        sum->low += part.low;
        sum->high += part.high;
    }
    return node->child_count > 0;
}

/* The printed text of an amount, or the amount. */
static struct dti__arg shown(const struct dti__table_row *row, size_t node, const char **pointer)
{
    for (size_t i = 0; i < row->figure_count; i++) {
        const struct dti__printed *figure = &row->figures[i];
        bool is_amount =
            figure->quantity == DTI_QUANTITY_VALUE || figure->quantity == DTI_QUANTITY_POINTS;
        if (figure->node == node && is_amount) {
            *pointer = figure->pointer;
            return DTI__TEXT(figure->text);
        }
    }
    return DTI__POINTS(row->cells[node].points, -1);
}

static void check_sum(const dti_table *table, const struct dti__table_row *row, size_t node,
                      dti_report *report)
{
    const struct dti__table_cell *cell = &row->cells[node];
    struct interval parts;
    if (cell->basis == DTI_BASIS_NONE ||
        !add_parts(table, row, &table->framework->nodes[node], &parts))
        return;
    const struct interval whole = interval_of(cell);
    if (parts.low <= whole.high && whole.low <= parts.high)
        return;
    const char *pointer = NULL;
    const struct dti__arg text = shown(row, node, &pointer);
    int64_t difference = parts.low + (parts.high - parts.low) / 2 - cell->points;
    dti__report_add(report, DTI__MSG_TABLE_PARTS_DIFFER, pointer,
                    DTI__ARGS(dti__table_unit_arg(table, row->unit),
                              dti__table_node_arg(table, node), text, DTI__POINTS(whole.low, 3),
                              DTI__POINTS(whole.high, 3), DTI__POINTS(parts.low, 3),
                              DTI__POINTS(parts.high, 3),
                              DTI__POINTS(difference < 0 ? -difference : difference, 3)));
}

bool dti__table_check_parts(dti_table *table, dti_report *report)
{
    for (size_t i = 0; i < table->row_count; i++)
        for (size_t node = 0; node < table->framework->node_count; node++)
            check_sum(table, &table->rows[i], node, report);
    return true;
}
