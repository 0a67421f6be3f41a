/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
#include "analyse/simplex.h"

#include "analyse/simplex-steps.h"
#include "base/rows.h"

#define COST_OF_CELL 8 /* of effort: multiplied twice, added, made smaller, summed up */

bool dti__simplex_open(struct dti__simplex *simplex, size_t unknowns, size_t rows,
                       struct dti__arena *arena)
{
    size_t cells = 0;
    const size_t variables = unknowns + rows;
    *simplex = (struct dti__simplex){.unknowns = unknowns, .rows = rows};
    if (!dti__mul_size(unknowns, rows, &cells))
        return false;
    simplex->factors = dti__arena_array(arena, cells, sizeof *simplex->factors);
    simplex->cells = dti__arena_array(arena, cells, sizeof *simplex->cells);
    simplex->bounds = dti__arena_array(arena, variables, sizeof *simplex->bounds);
    simplex->proof = dti__arena_array(arena, unknowns + 2, sizeof *simplex->proof);
    simplex->divisors = dti__arena_array(arena, rows, sizeof *simplex->divisors);
    simplex->basic = dti__arena_array(arena, rows, sizeof *simplex->basic);
    simplex->nonbasic = dti__arena_array(arena, unknowns, sizeof *simplex->nonbasic);
    simplex->places = dti__arena_array(arena, variables, sizeof *simplex->places);
    simplex->values = dti__arena_array(arena, unknowns, sizeof *simplex->values);
    simplex->sums = dti__arena_array(arena, rows, sizeof *simplex->sums);
    if (!simplex->factors || !simplex->cells || !simplex->bounds || !simplex->proof ||
        !simplex->divisors || !simplex->basic || !simplex->nonbasic || !simplex->places ||
        !simplex->values || !simplex->sums)
        return false;
    for (size_t i = 0; i < variables; i++)
        simplex->bounds[i].is_free = true;
    return true;
}

void dti__simplex_reset(struct dti__simplex *simplex)
{
    const size_t cells = simplex->rows * simplex->unknowns;
    for (size_t i = 0; i < cells; i++)
        simplex->cells[i] = simplex->factors[i];
    for (size_t i = 0; i < simplex->unknowns; i++) {
        simplex->nonbasic[i] = i;
        simplex->places[i] = i;
        simplex->values[i] = 0;
    }
    for (size_t i = 0; i < simplex->rows; i++) {
        simplex->divisors[i] = 1;
        simplex->basic[i] = simplex->unknowns + i;
        simplex->places[simplex->unknowns + i] = simplex->unknowns + i;
    }
}

/* ── whole numbers ── */

static int64_t size_of(int64_t number)
{
    return number < 0 ? -number : number;
}

/* own × times + other × more; false if it does not fit. INT64_MIN has no size and counts as not
 * fitting. */
static bool mix(int64_t *own, int64_t times, int64_t other, int64_t more)
{
    int64_t a = 0;
    int64_t b = 0;
    int64_t sum = 0;
    if (!dti__mul_i64(*own, times, &a) || !dti__mul_i64(other, more, &b) ||
        !dti__add_i64(a, b, &sum) || sum == INT64_MIN)
        return false;
    *own = sum;
    return true;
}

static void reduce(int64_t *row, int64_t *divisor, size_t width)
{
    int64_t common = *divisor;
    for (size_t i = 0; common > 1 && i < width; i++)
        common = dti__common_divisor(common, row[i]);
    if (common <= 1)
        return;
    *divisor /= common;
    for (size_t i = 0; i < width; i++)
        row[i] /= common;
}

/* ── values ── */

static bool sum_up(struct dti__simplex *simplex, size_t row)
{
    const int64_t *cells = &simplex->cells[row * simplex->unknowns];
    struct dti__wide sum = {0, 0};
    for (size_t i = 0; i < simplex->unknowns; i++)
        if (cells[i] != 0 && !dti__wide_sum(&sum, cells[i], simplex->values[i]))
            return false;
    simplex->sums[row] = sum;
    return true;
}

bool dti__simplex_sum_up(struct dti__simplex *simplex, size_t column)
{
    for (size_t i = 0; i < simplex->rows; i++)
        if (simplex->cells[i * simplex->unknowns + column] != 0 && !sum_up(simplex, i))
            return false;
    return true;
}

/* sum − divisor × bound, that is divisor × how far the variable of a row is above a bound. */
bool dti__simplex_surplus(const struct dti__simplex *simplex, size_t row, int64_t bound,
                          struct dti__wide *out)
{
    *out = simplex->sums[row];
    return dti__wide_sum(out, -simplex->divisors[row], bound);
}

/* Puts what is expressed by nothing within its bounds. */
static bool settle(struct dti__simplex *simplex)
{
    for (size_t i = 0; i < simplex->unknowns; i++) {
        const struct dti__bounds *bounds = &simplex->bounds[simplex->nonbasic[i]];
        if (!bounds->is_free && simplex->values[i] < bounds->span.low)
            simplex->values[i] = bounds->span.low;
        else if (!bounds->is_free && simplex->values[i] > bounds->span.high)
            simplex->values[i] = bounds->span.high;
    }
    for (size_t i = 0; i < simplex->rows; i++)
        if (!sum_up(simplex, i))
            return false;
    return true;
}

bool dti__simplex_is_within(const struct dti__simplex *simplex, size_t variable,
                            struct dti__span span)
{
    const size_t place = simplex->places[variable];
    struct dti__wide above;
    struct dti__wide beyond;
    if (place < simplex->unknowns)
        return simplex->values[place] >= span.low && simplex->values[place] <= span.high;
    return dti__simplex_surplus(simplex, place - simplex->unknowns, span.low, &above) &&
           dti__simplex_surplus(simplex, place - simplex->unknowns, span.high, &beyond) &&
           dti__wide_sign(above) >= 0 && dti__wide_sign(beyond) <= 0;
}

/* ── steps ── */

/* The row expresses what is in the column from now on, and the other way round. */
static bool exchange(struct dti__simplex *simplex, size_t row, size_t column)
{
    const size_t width = simplex->unknowns;
    int64_t *own = &simplex->cells[row * width];
    const int64_t sign = own[column] > 0 ? 1 : -1;
    const int64_t divisor = size_of(own[column]);
    for (size_t i = 0; i < width; i++)
        own[i] = -sign * own[i];
    own[column] = sign * simplex->divisors[row];
    simplex->divisors[row] = divisor;
    for (size_t k = 0; k < simplex->rows; k++) {
        int64_t *cells = &simplex->cells[k * width];
        if (k == row || cells[column] == 0)
            continue;
        if (!dti__effort_spend(simplex->effort, width * COST_OF_CELL))
            return false;
        const int64_t common = dti__common_divisor(divisor, cells[column]);
        const int64_t times = divisor / common;
        const int64_t more = cells[column] / common;
        cells[column] = 0;
        for (size_t i = 0; i < width; i++)
            if ((times != 1 || own[i] != 0) && !mix(&cells[i], times, own[i], more))
                return false;
        if (!mix(&simplex->divisors[k], times, 0, 0))
            return false;
        reduce(cells, &simplex->divisors[k], width);
    }
    const size_t leaving = simplex->basic[row];
    const size_t entering = simplex->nonbasic[column];
    simplex->basic[row] = entering;
    simplex->nonbasic[column] = leaving;
    simplex->places[entering] = width + row;
    simplex->places[leaving] = column;
    return true;
}

/* The same, and what leaves stands on a value. */
bool dti__simplex_step(struct dti__simplex *simplex, size_t row, size_t column, int64_t value)
{
    if (!exchange(simplex, row, column))
        return false;
    simplex->values[column] = value;
    return dti__simplex_sum_up(simplex, column);
}

/* The first variable (by its number) of the rows that lies outside its bounds. False: too large. */
static bool find_outside(const struct dti__simplex *simplex, size_t *row, bool *is_above)
{
    size_t first = SIZE_MAX;
    for (size_t i = 0; i < simplex->rows; i++) {
        const struct dti__bounds *bounds = &simplex->bounds[simplex->basic[i]];
        struct dti__wide above;
        struct dti__wide beyond;
        if (bounds->is_free || simplex->basic[i] > first)
            continue;
        if (!dti__simplex_surplus(simplex, i, bounds->span.low, &above) ||
            !dti__simplex_surplus(simplex, i, bounds->span.high, &beyond))
            return false;
        if (dti__wide_sign(above) >= 0 && dti__wide_sign(beyond) <= 0)
            continue;
        first = simplex->basic[i];
        *row = i;
        *is_above = dti__wide_sign(beyond) > 0;
    }
    if (first == SIZE_MAX)
        *row = SIZE_MAX;
    return true;
}

bool dti__simplex_can_move(const struct dti__simplex *simplex, size_t column, bool is_up)
{
    const struct dti__bounds *bounds = &simplex->bounds[simplex->nonbasic[column]];
    if (bounds->is_free)
        return true;
    return is_up ? simplex->values[column] < bounds->span.high
                 : simplex->values[column] > bounds->span.low;
}

/* The first variable by which the one of a row can be moved up or down; SIZE_MAX: none. */
size_t dti__simplex_find_mover(const struct dti__simplex *simplex, size_t row, bool is_up)
{
    const int64_t *cells = &simplex->cells[row * simplex->unknowns];
    size_t found = SIZE_MAX;
    for (size_t i = 0; i < simplex->unknowns; i++)
        if (cells[i] != 0 && dti__simplex_can_move(simplex, i, (cells[i] > 0) == is_up) &&
            (found == SIZE_MAX || simplex->nonbasic[i] < simplex->nonbasic[found]))
            found = i;
    return found;
}

static void prove(struct dti__simplex *simplex, size_t row, bool is_above)
{
    const int64_t *cells = &simplex->cells[row * simplex->unknowns];
    simplex->proof[0] = (struct dti__side){simplex->basic[row], is_above};
    simplex->proof_size = 1;
    for (size_t i = 0; i < simplex->unknowns; i++)
        if (cells[i] != 0)
            simplex->proof[simplex->proof_size++] =
                (struct dti__side){simplex->nonbasic[i], (cells[i] > 0) != is_above};
}

static enum dti__possible solve(struct dti__simplex *simplex)
{
    if (!dti__effort_spend(simplex->effort, simplex->rows * simplex->unknowns) || !settle(simplex))
        return DTI__POSSIBLE_UNKNOWN;
    for (size_t steps = 0; steps < DTI__MOST_STEPS; steps++) {
        size_t row = 0;
        bool is_above = false;
        if (!dti__effort_spend(simplex->effort, simplex->rows) ||
            !find_outside(simplex, &row, &is_above))
            return DTI__POSSIBLE_UNKNOWN;
        if (row == SIZE_MAX)
            return DTI__POSSIBLE_YES;
        const size_t column = dti__simplex_find_mover(simplex, row, !is_above);
        if (column == SIZE_MAX) {
            prove(simplex, row, is_above);
            return DTI__POSSIBLE_NO;
        }
        const struct dti__span span = simplex->bounds[simplex->basic[row]].span;
        if (!dti__simplex_step(simplex, row, column, is_above ? span.high : span.low))
            return DTI__POSSIBLE_UNKNOWN;
    }
    return DTI__POSSIBLE_UNKNOWN;
}

enum dti__possible dti__simplex_solve(struct dti__simplex *simplex)
{
    for (size_t i = 0; i < simplex->unknowns + simplex->rows; i++) {
        const struct dti__bounds *bounds = &simplex->bounds[i];
        if (bounds->is_free || bounds->span.low <= bounds->span.high)
            continue;
        simplex->proof[0] = (struct dti__side){i, false};
        simplex->proof[1] = (struct dti__side){i, true};
        simplex->proof_size = 2;
        return DTI__POSSIBLE_NO;
    }
    enum dti__possible answer = solve(simplex);
    if (answer == DTI__POSSIBLE_UNKNOWN &&
        !dti__effort_is_spent(simplex->effort)) { /* perhaps on a shorter way */
        dti__simplex_reset(simplex);
        answer = solve(simplex);
    }
    if (answer == DTI__POSSIBLE_UNKNOWN)
        dti__simplex_reset(simplex);
    return answer;
}
