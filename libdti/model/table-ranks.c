/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Whether printed ranks can all be right: as many units as share a rank, so many ranks they fill.
 */
#include "model/table.h"

#include "diag/finding.h"

#include <stdlib.h>

struct holder { /* of a printed rank */
    size_t group;
    uint32_t rank;
    size_t row;
};

static int compare_holders(const void *left, const void *right)
{
    const struct holder *a = left;
    const struct holder *b = right;
    if (a->group != b->group)
        return a->group < b->group ? -1 : 1;
    if (a->rank != b->rank)
        return a->rank < b->rank ? -1 : 1;
    return (a->row > b->row) - (a->row < b->row);
}

static size_t group_of(const dti_table *table, size_t row)
{
    return table->is_ranked_by_group ? dti_units_unit_group(table->units, table->rows[row].unit)
                                     : DTI_NONE;
}

/* How many of a node there are, sorted by group and rank. */
static size_t gather(const dti_table *table, size_t node, struct holder *holders)
{
    size_t count = 0;
    for (size_t i = 0; i < table->row_count; i++) {
        uint32_t rank = table->rows[i].cells[node].rank;
        if (rank > 0)
            holders[count++] = (struct holder){group_of(table, i), rank, i};
    }
    qsort(holders, count, sizeof *holders, compare_holders);
    return count;
}

static const char *pointer_of(const dti_table *table, size_t row, size_t node)
{
    for (size_t i = 0; i < table->rows[row].figure_count; i++) {
        const struct dti__printed *figure = &table->rows[row].figures[i];
        if (figure->node == node && figure->quantity == DTI_QUANTITY_RANK)
            return figure->pointer;
    }
    return NULL;
}

/* So many share the rank of the first; next is whoever follows in their group, NULL if nobody. */
static void check_tie(const dti_table *table, size_t node, const struct holder *first, size_t count,
                      const struct holder *next, dti_report *report)
{
    uint64_t least = (uint64_t)first->rank + count; /* of whoever comes after them */
    if (next && next->rank < least)
        dti__report_add(report, DTI__MSG_TABLE_RANKS_CLASH, pointer_of(table, next->row, node),
                        DTI__ARGS(dti__table_node_arg(table, node), DTI__INTEGER(count),
                                  DTI__INTEGER(first->rank), DTI__INTEGER(least),
                                  dti__table_unit_arg(table, table->rows[next->row].unit),
                                  DTI__INTEGER(next->rank)));
    else if (!next && least - 1 > table->out_of)
        dti__report_add(report, DTI__MSG_TABLE_RANKS_BEYOND, pointer_of(table, first->row, node),
                        DTI__ARGS(dti__table_node_arg(table, node), DTI__INTEGER(count),
                                  DTI__INTEGER(first->rank), DTI__INTEGER(table->out_of)));
}

static void check_node(const dti_table *table, size_t node, struct holder *holders,
                       dti_report *report)
{
    size_t count = gather(table, node, holders);
    for (size_t i = 0, end; i < count; i = end) {
        const struct holder *first = &holders[i];
        for (end = i + 1;
             end < count && holders[end].group == first->group && holders[end].rank == first->rank;)
            end++;
        bool is_last = end == count || holders[end].group != first->group;
        check_tie(table, node, first, end - i, is_last ? NULL : &holders[end], report);
    }
}

bool dti__table_check_ranks(const dti_table *table, dti_report *report)
{
    const dti_allocator *allocator = &table->arena.allocator;
    size_t size = table->row_count * sizeof(struct holder);
    if (table->row_count == 0)
        return true;
    struct holder *holders = dti__alloc_array(allocator, table->row_count, sizeof *holders);
    if (!holders)
        return false;
    for (size_t node = 0; node < table->framework->node_count; node++)
        check_node(table, node, holders, report);
    dti__release(allocator, holders, size);
    return true;
}
