/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* What a comparison computes once: ranks where points are exact and none are printed, and who
 * improved most. */
#include "rank/comparison.h"

#include <dti/rank.h>
#include <stdlib.h>

/* ── ranks ── */

static bool is_exact(const dti_table *table, const struct dti__comparison_side *side, size_t row)
{
    for (size_t i = 0; i < side->count; i++)
        if (table->rows[row].cells[side->nodes[i]].basis != DTI_BASIS_POINTS)
            return false;
    return side->count > 0;
}

static bool is_ranked(const dti_table *table, const struct dti__comparison_side *side, size_t row)
{
    return side->count == 1 && table->rows[row].cells[side->nodes[0]].rank > 0;
}

/* A rank is one among all: everybody has exact points, and there is somebody to be ranked with. */
static bool can_rank(const dti_table *table, const struct dti__comparison_side *side)
{
    for (size_t i = 0; i < table->row_count; i++)
        if (!is_exact(table, side, i) || is_ranked(table, side, i))
            return false;
    return table->row_count > 1 && table->row_count == table->out_of;
}

struct scratch { /* as many as a table has rows */
    int64_t *points;
    double *ranks;
};

static bool rank_side(dti_comparison *comparison, const dti_table *table,
                      struct dti__comparison_side *side, const struct scratch *scratch)
{
    dti_rank_options options = DTI_RANK_OPTIONS_INIT;
    options.allocator = &comparison->arena.allocator;
    if (!can_rank(table, side))
        return true;
    side->ranks = dti__arena_array(&comparison->arena, table->row_count, sizeof *side->ranks);
    if (!side->ranks)
        return false;
    for (size_t i = 0; i < table->row_count; i++) {
        scratch->points[i] = 0;
        for (size_t k = 0; k < side->count; k++)
            scratch->points[i] += table->rows[i].cells[side->nodes[k]].points;
    }
    if (dti_rank_points(scratch->points, table->row_count, &options, scratch->ranks, NULL) !=
        DTI_OK)
        return false;
    for (size_t i = 0; i < table->row_count; i++)
        side->ranks[i] = (uint32_t)scratch->ranks[i];
    return true;
}

bool dti__comparison_rank_all(dti_comparison *comparison)
{
    struct dti__arena arena;
    bool is_done = true;
    dti__arena_init(&arena, &comparison->arena.allocator);
    for (int side = DTI_BEFORE; is_done && side <= DTI_AFTER; side++) {
        const dti_table *table = comparison->tables[side];
        struct scratch scratch = {
            dti__arena_array(&arena, table->row_count, sizeof *scratch.points),
            dti__arena_array(&arena, table->row_count, sizeof *scratch.ranks)};
        is_done = scratch.points && scratch.ranks;
        for (size_t i = 0; is_done && i < comparison->line_count; i++)
            is_done = rank_side(comparison, table, &comparison->lines[i].sides[side], &scratch);
    }
    dti__arena_release(&arena);
    return is_done;
}

/* ── improvement ── */

struct move {
    int64_t change;
    uint32_t unit;
};

static int compare_moves(const void *left, const void *right)
{
    const struct move *a = left;
    const struct move *b = right;
    if (a->change != b->change)
        return a->change > b->change ? -1 : 1;
    return (a->unit > b->unit) - (a->unit < b->unit);
}

static bool find_change(const dti_comparison *comparison, size_t line, size_t unit,
                        dti_improved_by by, int64_t *change)
{
    int32_t places = 0;
    if (by == DTI_IMPROVED_BY_VALUE)
        return dti_comparison_value_change(comparison, line, unit, change) != 0;
    bool is_known = dti_comparison_rank_change(comparison, line, unit, &places) != 0;
    *change = places;
    return is_known;
}

static bool order_line(dti_comparison *comparison, size_t index, dti_improved_by by,
                       struct move *moves)
{
    struct dti__comparison_line *line = &comparison->lines[index];
    size_t count = 0;
    for (size_t i = 0; i < comparison->unit_count; i++)
        if (find_change(comparison, index, i, by, &moves[count].change))
            moves[count++].unit = (uint32_t)i;
    qsort(moves, count, sizeof *moves, compare_moves);
    line->order[by] = dti__arena_array(&comparison->arena, count, sizeof *line->order[by]);
    if (!line->order[by])
        return false;
    for (size_t i = 0; i < count; i++)
        line->order[by][i] = moves[i].unit;
    line->order_count[by] = count;
    return true;
}

bool dti__comparison_order(dti_comparison *comparison)
{
    struct dti__arena arena;
    dti__arena_init(&arena, &comparison->arena.allocator);
    struct move *moves = dti__arena_array(&arena, comparison->unit_count + 1, sizeof *moves);
    bool is_done = moves != NULL;
    for (size_t i = 0; is_done && i < comparison->line_count; i++)
        is_done = order_line(comparison, i, DTI_IMPROVED_BY_VALUE, moves) &&
                  order_line(comparison, i, DTI_IMPROVED_BY_RANK, moves);
    dti__arena_release(&arena);
    return is_done;
}
