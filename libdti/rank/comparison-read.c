/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Reading a comparison: its lines and units, what stood on either side, and what moved. */
#include <dti/comparison.h>

#include "rank/comparison.h"

const dti_table *dti_comparison_before(const dti_comparison *comparison)
{
    return comparison ? comparison->tables[DTI_BEFORE] : NULL;
}

const dti_table *dti_comparison_after(const dti_comparison *comparison)
{
    return comparison ? comparison->tables[DTI_AFTER] : NULL;
}

const dti_crosswalk *dti_comparison_crosswalk(const dti_comparison *comparison)
{
    return comparison ? comparison->crosswalk : NULL;
}

/* ── lines ── */

size_t dti_comparison_line_count(const dti_comparison *comparison)
{
    return comparison ? comparison->line_count : 0;
}

static const struct dti__comparison_line *line_at(const dti_comparison *comparison, size_t line)
{
    return comparison && line < comparison->line_count ? &comparison->lines[line] : NULL;
}

size_t dti_comparison_pair(const dti_comparison *comparison, size_t line)
{
    const struct dti__comparison_line *at = line_at(comparison, line);
    return at ? at->pair : DTI_NONE;
}

static size_t first_node(const struct dti__comparison_line *line, dti_side side)
{
    return line && line->sides[side].count > 0 ? line->sides[side].nodes[0] : DTI_NONE;
}

size_t dti_comparison_node_before(const dti_comparison *comparison, size_t line)
{
    return first_node(line_at(comparison, line), DTI_BEFORE);
}

size_t dti_comparison_node_after(const dti_comparison *comparison, size_t line)
{
    return first_node(line_at(comparison, line), DTI_AFTER);
}

dti_comparable dti_comparison_comparable(const dti_comparison *comparison, size_t line)
{
    const struct dti__comparison_line *at = line_at(comparison, line);
    return at ? at->comparable : DTI_COMPARABLE_NONE;
}

size_t dti_comparison_find_line(const dti_comparison *comparison, size_t node)
{
    return comparison && node < comparison->tables[DTI_AFTER]->framework->node_count
               ? comparison->line_of[node]
               : DTI_NONE;
}

/* ── units ── */

size_t dti_comparison_unit_count(const dti_comparison *comparison)
{
    return comparison ? comparison->unit_count : 0;
}

size_t dti_comparison_unit(const dti_comparison *comparison, size_t unit)
{
    return comparison && unit < comparison->unit_count ? comparison->units[unit].entry : DTI_NONE;
}

size_t dti_comparison_find_unit(const dti_comparison *comparison, size_t entry)
{
    return comparison && entry < dti_units_count(comparison->tables[DTI_AFTER]->units)
               ? comparison->unit_of[entry]
               : DTI_NONE;
}

/* ── sides ── */

struct cell { /* of a line and a unit, on one side */
    const struct dti__comparison_side *side;
    const dti_table *table;
    size_t row;
};

/* False: there is no such side, or nobody is in it. */
static bool find_cell(const dti_comparison *comparison, size_t line, size_t unit, dti_side side,
                      struct cell *cell)
{
    const struct dti__comparison_line *at = line_at(comparison, line);
    if (!at || unit >= comparison->unit_count || (side != DTI_BEFORE && side != DTI_AFTER))
        return false;
    *cell = (struct cell){&at->sides[side], comparison->tables[side],
                          comparison->units[unit].rows[side]};
    return cell->row != DTI_NONE && cell->side->count > 0;
}

/* Sums need all their parts. */
static dti_basis basis_of(const struct cell *cell)
{
    dti_basis basis = DTI_BASIS_POINTS;
    for (size_t i = 0; i < cell->side->count; i++) {
        dti_basis part = dti_table_basis(cell->table, cell->row, cell->side->nodes[i]);
        if (part == DTI_BASIS_RANKS && cell->side->count == 1)
            return part;
        if (part != DTI_BASIS_POINTS && part != DTI_BASIS_PRINTED)
            return DTI_BASIS_NONE;
        basis = part == DTI_BASIS_PRINTED ? part : basis;
    }
    return basis;
}

static bool find_points(const struct cell *cell, int64_t *points)
{
    dti_basis basis = basis_of(cell);
    if (basis != DTI_BASIS_POINTS && basis != DTI_BASIS_PRINTED)
        return false;
    *points = 0;
    for (size_t i = 0; i < cell->side->count; i++)
        *points += dti_table_points(cell->table, cell->row, cell->side->nodes[i]);
    return true;
}

dti_basis dti_comparison_basis(const dti_comparison *comparison, size_t line, size_t unit,
                               dti_side side)
{
    struct cell cell;
    if (!find_cell(comparison, line, unit, side, &cell))
        return DTI_BASIS_NONE;
    return basis_of(&cell);
}

int64_t dti_comparison_points(const dti_comparison *comparison, size_t line, size_t unit,
                              dti_side side)
{
    struct cell cell;
    int64_t points = 0;
    return find_cell(comparison, line, unit, side, &cell) && find_points(&cell, &points) ? points
                                                                                         : 0;
}

int64_t dti_comparison_max_points(const dti_comparison *comparison, size_t line, dti_side side)
{
    const struct dti__comparison_line *at = line_at(comparison, line);
    return at && (side == DTI_BEFORE || side == DTI_AFTER) ? at->sides[side].max_points : 0;
}

uint32_t dti_comparison_rank(const dti_comparison *comparison, size_t line, size_t unit,
                             dti_side side)
{
    struct cell cell;
    if (!find_cell(comparison, line, unit, side, &cell))
        return 0;
    if (cell.side->ranks)
        return cell.side->ranks[cell.row];
    return cell.side->count == 1 ? dti_table_rank(cell.table, cell.row, cell.side->nodes[0]) : 0;
}

/* ── changes ── */

static bool find_both(const dti_comparison *comparison, size_t line, size_t unit,
                      dti_comparable least, int64_t points[2])
{
    for (int side = DTI_BEFORE; side <= DTI_AFTER; side++) {
        struct cell cell;
        if (!find_cell(comparison, line, unit, (dti_side)side, &cell) ||
            !find_points(&cell, &points[side]))
            return false;
    }
    return comparison->lines[line].comparable >= least;
}

int dti_comparison_points_change(const dti_comparison *comparison, size_t line, size_t unit,
                                 int64_t *change)
{
    int64_t points[2];
    if (!find_both(comparison, line, unit, DTI_COMPARABLE_POINTS, points))
        return 0;
    if (change)
        *change = points[DTI_AFTER] - points[DTI_BEFORE];
    return 1;
}

int dti_comparison_value_change(const dti_comparison *comparison, size_t line, size_t unit,
                                int64_t *change)
{
    int64_t points[2];
    int64_t before_max = dti_comparison_max_points(comparison, line, DTI_BEFORE);
    int64_t after_max = dti_comparison_max_points(comparison, line, DTI_AFTER);
    if (!find_both(comparison, line, unit, DTI_COMPARABLE_VALUE, points) || before_max == 0 ||
        after_max == 0)
        return 0;
    if (change)
        *change = dti__value_change(points[DTI_BEFORE], before_max, points[DTI_AFTER], after_max);
    return 1;
}

int dti_comparison_rank_change(const dti_comparison *comparison, size_t line, size_t unit,
                               int32_t *change)
{
    uint32_t before = dti_comparison_rank(comparison, line, unit, DTI_BEFORE);
    uint32_t after = dti_comparison_rank(comparison, line, unit, DTI_AFTER);
    if (before == 0 || after == 0 || !comparison->is_one_cohort ||
        dti_comparison_comparable(comparison, line) < DTI_COMPARABLE_RANK)
        return 0;
    if (change)
        *change = (int32_t)((int64_t)before - (int64_t)after);
    return 1;
}

/* True if the unit of a row was formed from others, other than by renaming. In a table that was
 * carried over mergers the others keep their figures, among which some follow from printed ones. */
static bool was_formed(const dti_table *table, size_t row)
{
    size_t entry = dti_table_row_unit(table, row);
    while (dti_units_unit_predecessor_count(table->units, entry) == 1) {
        size_t before = dti_units_unit_predecessor(table->units, entry, 0);
        if (!dti_units_is_same(table->units, before, entry))
            return true;
        entry = before;
    }
    return dti_units_unit_predecessor_count(table->units, entry) > 1;
}

int dti_comparison_is_derived(const dti_comparison *comparison, size_t line, size_t unit)
{
    for (int side = DTI_BEFORE; side <= DTI_AFTER; side++) {
        struct cell cell;
        if (!find_cell(comparison, line, unit, (dti_side)side, &cell) ||
            !dti_table_is_derived(cell.table) || !was_formed(cell.table, cell.row))
            continue;
        for (size_t i = 0; i < cell.side->count; i++)
            if (dti_table_provenance(cell.table, cell.row, cell.side->nodes[i]) ==
                DTI_PROVENANCE_DERIVED)
                return 1;
    }
    return 0;
}

size_t dti_comparison_improved(const dti_comparison *comparison, size_t line, dti_improved_by by,
                               size_t nth)
{
    const struct dti__comparison_line *at = line_at(comparison, line);
    if (!at || (by != DTI_IMPROVED_BY_VALUE && by != DTI_IMPROVED_BY_RANK) ||
        nth >= at->order_count[by])
        return DTI_NONE;
    return at->order[by][nth];
}
