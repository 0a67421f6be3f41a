/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Sums of a row: whether printed parts add up to what is printed for the whole. */
#include "model/table-solve.h"

#include "base/wide.h"

#include <string.h>

/* What does not come out is told with three decimals, as published points have at most two. */
#define SHOWN 3

/* Only what was printed is compared: exact points were computed, and where parts were excluded they
 * are rescaled, so that they need not add up. */
bool dti__cell_interval(const struct dti__table_cell *cell, struct dti__interval *out)
{
    *out = (struct dti__interval){cell->points - cell->half, cell->points + cell->half};
    return cell->basis == DTI_BASIS_PRINTED;
}

/* What a point of a part is worth: factor ÷ divisor. */
static int64_t factor_of(const struct dti__node *node, size_t part)
{
    return node->weighing.factors ? node->weighing.factors[part] : 1;
}

/* The printed parts of a node; false if one is missing. */
static bool add_parts(const dti_table *table, const struct dti__table_row *row,
                      const struct dti__node *node, struct dti__interval *sum)
{
    int64_t divisor = node->weighing.factors ? node->weighing.divisor : 1;
    struct dti__wide low = {0, 0};
    struct dti__wide high = {0, 0};
    for (size_t i = 0; i < node->child_count; i++) {
        struct dti__interval part;
        /* What has no points adds none, printed or not. */
        if (table->framework->nodes[node->children[i]].max_points == 0)
            continue;
        if (!dti__cell_interval(&row->cells[node->children[i]], &part))
            return false;
        dti__wide_add(&low, part.low, factor_of(node, i));
        dti__wide_add(&high, part.high, factor_of(node, i));
    }
    return node->child_count > 0 &&
           dti__wide_divide(low, divisor, DTI__ROUND_HALF_EVEN, &sum->low) &&
           dti__wide_divide(high, divisor, DTI__ROUND_HALF_EVEN, &sum->high);
}

const struct dti__printed *dti__row_amount(const struct dti__table_row *row, size_t node)
{
    for (size_t i = 0; i < row->figure_count; i++) {
        const struct dti__printed *figure = &row->figures[i];
        bool is_amount =
            figure->quantity == DTI_QUANTITY_VALUE || figure->quantity == DTI_QUANTITY_POINTS;
        if (figure->node == node && is_amount)
            return figure;
    }
    return NULL;
}

static void check_sum(const dti_table *table, const struct dti__table_row *row, size_t node,
                      dti_report *report)
{
    const struct dti__table_cell *cell = &row->cells[node];
    struct dti__interval whole;
    struct dti__interval parts;
    if (!dti__cell_interval(cell, &whole) ||
        !add_parts(table, row, &table->framework->nodes[node], &parts) ||
        (parts.low <= whole.high && whole.low <= parts.high))
        return;
    const struct dti__printed *figure = dti__row_amount(row, node);
    int64_t difference = parts.low + (parts.high - parts.low) / 2 - cell->points;
    dti__report_add(report, DTI__MSG_TABLE_PARTS_DIFFER, figure ? figure->pointer : NULL,
                    DTI__ARGS(dti__table_unit_arg(table, row->unit),
                              dti__table_node_arg(table, node),
                              figure ? DTI__TEXT(figure->text) : DTI__POINTS(cell->points, -1),
                              DTI__POINTS(whole.low, SHOWN), DTI__POINTS(whole.high, SHOWN),
                              DTI__POINTS(parts.low, SHOWN), DTI__POINTS(parts.high, SHOWN),
                              DTI__POINTS(difference < 0 ? -difference : difference, SHOWN)));
}

bool dti__table_check_parts(dti_table *table, dti_report *report)
{
    for (size_t i = 0; i < table->row_count; i++)
        for (size_t node = 0; node < table->framework->node_count; node++)
            check_sum(table, &table->rows[i], node, report);
    return dti__table_solve(table, report);
}
