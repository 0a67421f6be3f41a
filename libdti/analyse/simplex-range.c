/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Ranges: from values that keep all bounds, a variable is moved as far down and up as it goes. */
#include "analyse/simplex-steps.h"

struct block { /* what stops a variable on its way: after room ÷ by */
    struct dti__wide room;
    int64_t by;
    size_t row; /* SIZE_MAX: its own bound */
    size_t variable;
    int64_t bound;
    bool is_there;
};

static bool is_sooner(const struct block *block, const struct block *other)
{
    if (!other->is_there || dti__wide_is_below(block->room, block->by, other->room, other->by))
        return true;
    return block->variable < other->variable &&
           !dti__wide_is_below(other->room, other->by, block->room, block->by);
}

/* What stops the variable of a column first. False: too large. */
static bool find_block(const struct dti__simplex *simplex, size_t column, bool is_up,
                       struct block *out)
{
    const struct dti__bounds *own = &simplex->bounds[simplex->nonbasic[column]];
    out->is_there = false;
    if (!own->is_free) {
        struct block block = {.by = 1, .row = SIZE_MAX, .is_there = true};
        block.variable = simplex->nonbasic[column];
        block.bound = is_up ? own->span.high : own->span.low;
        if (!dti__wide_sum(&block.room, is_up ? 1 : -1, block.bound) ||
            !dti__wide_sum(&block.room, is_up ? -1 : 1, simplex->values[column]))
            return false;
        *out = block;
    }
    for (size_t i = 0; i < simplex->rows; i++) {
        const int64_t cell = simplex->cells[i * simplex->unknowns + column];
        const struct dti__bounds *bounds = &simplex->bounds[simplex->basic[i]];
        if (cell == 0 || bounds->is_free)
            continue;
        const bool rises = (cell > 0) == is_up;
        struct block block = {.by = cell < 0 ? -cell : cell, .row = i, .is_there = true};
        struct dti__wide surplus;
        block.variable = simplex->basic[i];
        block.bound = rises ? bounds->span.high : bounds->span.low;
        if (!dti__simplex_surplus(simplex, i, block.bound, &surplus))
            return false;
        block.room = rises ? dti__wide_negated(surplus) : surplus;
        if (is_sooner(&block, out))
            *out = block;
    }
    return true;
}

/* Moves one column as far as it goes. */
static bool advance(struct dti__simplex *simplex, size_t column, bool is_up)
{
    struct block block = {.is_there = false};
    if (!find_block(simplex, column, is_up, &block) || !block.is_there)
        return false;
    if (block.row != SIZE_MAX)
        return dti__simplex_step(simplex, block.row, column, block.bound);
    simplex->values[column] = block.bound;
    return dti__simplex_sum_up(simplex, column);
}

static bool find_extreme(struct dti__simplex *simplex, size_t variable, bool is_up, int64_t *out)
{
    for (size_t steps = 0; steps < DTI__MOST_STEPS; steps++) {
        if (!dti__effort_spend(simplex->effort, simplex->rows + simplex->unknowns))
            return false;
        const size_t place = simplex->places[variable];
        const bool is_column = place < simplex->unknowns;
        const size_t row = place - simplex->unknowns;
        size_t column = SIZE_MAX;
        bool rises = is_up;
        if (is_column && dti__simplex_can_move(simplex, place, is_up))
            column = place;
        if (!is_column)
            column = dti__simplex_find_mover(simplex, row, is_up);
        if (!is_column && column != SIZE_MAX)
            rises = (simplex->cells[row * simplex->unknowns + column] > 0) == is_up;
        if (column != SIZE_MAX) {
            if (!advance(simplex, column, rises))
                return false;
            continue;
        }
        if (is_column) {
            *out = simplex->values[place];
            return true;
        }
        return is_up ? dti__wide_ceiling(simplex->sums[row], simplex->divisors[row], out)
                     : dti__wide_floor(simplex->sums[row], simplex->divisors[row], out);
    }
    return false;
}

enum dti__possible dti__simplex_range(struct dti__simplex *simplex, size_t variable,
                                      struct dti__span *out)
{
    struct dti__span span = {0, 0};
    if (!find_extreme(simplex, variable, false, &span.low) ||
        !find_extreme(simplex, variable, true, &span.high)) {
        dti__simplex_reset(simplex);
        return DTI__POSSIBLE_UNKNOWN;
    }
    *out = span;
    return DTI__POSSIBLE_YES;
}
