/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Printed indices of a unit as equations, solved exactly for the parts that follow from them. */
#include "analyse/figures-headline.h"

#include "base/rows.h"

#include <stdlib.h>
#include <string.h>

/* ── who has printed indices ── */

static bool is_headline(const dti_figures *figures, const struct dti__known *known, size_t unknown)
{
    const struct dti__subject_of *of = &figures->unknowns[unknown].of;
    bool is_amount = of->about == DTI__ABOUT_POINTS || of->about == DTI__ABOUT_MEAN;
    return is_amount && of->node != DTI_NONE && of->group[0] == '\0' &&
           dti__is_known(&known[unknown]) &&
           figures->framework->nodes[of->node].kind == DTI_NODE_INDEX;
}

static int compare_headlines(const void *left, const void *right)
{
    const struct dti__headline *a = left;
    const struct dti__headline *b = right;
    if (a->of->year != b->of->year)
        return a->of->year < b->of->year ? -1 : 1;
    int order = strcmp(a->of->unit, b->of->unit);
    if (order != 0)
        return order;
    if (a->of->about != b->of->about)
        return a->of->about < b->of->about ? -1 : 1;
    return (a->of->node > b->of->node) - (a->of->node < b->of->node);
}

bool dti__headlines_find(dti_figures *figures, const struct dti__known *known,
                         struct dti__headlines *out)
{
    *out = (struct dti__headlines){NULL, 0, figures->unknown_count};
    if (out->capacity == 0)
        return true;
    out->list = dti__alloc_array(&figures->allocator, out->capacity, sizeof *out->list);
    if (!out->list) {
        figures->is_out_of_memory = true;
        return false;
    }
    for (size_t i = 0; i < figures->unknown_count; i++)
        if (is_headline(figures, known, i))
            out->list[out->count++] = (struct dti__headline){&figures->unknowns[i].of, i};
    qsort(out->list, out->count, sizeof *out->list, compare_headlines);
    return true;
}

void dti__headlines_release(const dti_figures *figures, struct dti__headlines *headlines)
{
    dti__release(&figures->allocator, headlines->list,
                 headlines->capacity * sizeof *headlines->list);
}

size_t dti__headlines_end(const struct dti__headlines *headlines, size_t first)
{
    const struct dti__subject_of *of = headlines->list[first].of;
    size_t end = first + 1;
    while (end < headlines->count && headlines->list[end].of->year == of->year &&
           headlines->list[end].of->about == of->about &&
           strcmp(headlines->list[end].of->unit, of->unit) == 0)
        end++;
    return end;
}

/* ── solving ── */

/* A row says: Σ factor × part = Σ factor × index. Columns are the parts, then the indices. */
struct solver {
    dti_figures *figures;
    const struct dti__known *known;
    const struct dti__headline *indices;
    size_t index_count;
    size_t *nodes; /* of the parts that stand in an index; those that always stand together follow
                      each other */
    size_t *first; /* by part: where those begin that stand together with it */
    size_t part_count;
    size_t *pivots; /* by row; DTI_NONE: none */
    int64_t *rows;
    size_t width;
    size_t room; /* bytes of rows */
};

static int64_t factor_of(const struct dti__node *index, size_t part)
{
    for (size_t i = 0; i < index->child_count; i++)
        if (index->children[i] == part)
            return index->weighing.factors ? index->weighing.factors[i] : 1;
    return 0;
}

static const struct dti__node *index_of(const struct solver *solver, size_t index)
{
    return &solver->figures->framework->nodes[solver->indices[index].of->node];
}

static bool stand_together(const struct solver *solver, size_t a, size_t b)
{
    for (size_t i = 0; i < solver->index_count; i++)
        if (factor_of(index_of(solver, i), a) != factor_of(index_of(solver, i), b))
            return false;
    return true;
}

static bool stands_somewhere(const struct solver *solver, size_t node)
{
    for (size_t i = 0; i < solver->index_count; i++)
        if (factor_of(index_of(solver, i), node) != 0)
            return true;
    return false;
}

static size_t find_index(const struct solver *solver, size_t node)
{
    size_t i = 0;
    while (i < solver->index_count && solver->indices[i].of->node != node)
        i++;
    return i;
}

static void find_parts(struct solver *solver)
{
    const dti_framework *framework = solver->figures->framework;
    for (size_t i = 0; i < framework->node_count; i++) {
        bool is_printed = find_index(solver, i) < solver->index_count;
        bool is_new = !is_printed && stands_somewhere(solver, i);
        for (size_t k = 0; is_new && k < solver->part_count; k++)
            is_new = !stand_together(solver, i, solver->nodes[k]);
        size_t first = solver->part_count;
        for (size_t k = i; is_new && k < framework->node_count; k++) {
            if (!stand_together(solver, i, k) || find_index(solver, k) < solver->index_count)
                continue;
            solver->first[solver->part_count] = first;
            solver->nodes[solver->part_count++] = k;
        }
    }
}

/* A part that is printed itself, an index within another one, stands on the right. */
static void write_rows(struct solver *solver)
{
    for (size_t i = 0; i < solver->index_count; i++) {
        const struct dti__node *index = index_of(solver, i);
        int64_t *row = &solver->rows[i * solver->width];
        if (index->child_count == 0)
            continue;
        for (size_t k = 0; k < solver->part_count; k++)
            if (solver->first[k] == k)
                row[k] = factor_of(index, solver->nodes[k]);
        for (size_t k = 0; k < solver->index_count; k++)
            row[solver->part_count + k] = -factor_of(index, solver->indices[k].of->node);
        row[solver->part_count + i] = index->weighing.factors ? index->weighing.divisor : 1;
    }
}

/* What is taken out of the one side of a row is taken out of the other: solves for one
 * part after the other. False if numbers grow too large. */
static bool eliminate(struct solver *solver)
{
    size_t width = solver->width;
    for (size_t column = 0; column < solver->part_count; column++) {
        size_t from = 0;
        while (from < solver->index_count &&
               (solver->pivots[from] != DTI_NONE || solver->rows[from * width + column] == 0))
            from++;
        if (from == solver->index_count)
            continue;
        solver->pivots[from] = column;
        for (size_t i = 0; i < solver->index_count; i++)
            if (i != from && solver->rows[i * width + column] != 0 &&
                !dti__row_take_out(&solver->rows[i * width], &solver->rows[from * width], column,
                                   width))
                return false;
    }
    return true;
}

static bool set_up(struct solver *solver)
{
    const dti_allocator *allocator = &solver->figures->allocator;
    size_t nodes = solver->figures->framework->node_count;
    solver->nodes = dti__alloc_array(allocator, nodes, sizeof *solver->nodes);
    solver->first = dti__alloc_array(allocator, nodes, sizeof *solver->first);
    solver->pivots = dti__alloc_array(allocator, solver->index_count, sizeof *solver->pivots);
    if (!solver->nodes || !solver->first || !solver->pivots)
        return false;
    find_parts(solver);
    solver->width = solver->part_count + solver->index_count;
    solver->room = solver->width * solver->index_count * sizeof *solver->rows;
    solver->rows = dti__alloc(allocator, solver->room);
    for (size_t i = 0; i < solver->index_count; i++)
        solver->pivots[i] = DTI_NONE;
    if (solver->rows)
        write_rows(solver);
    return solver->rows != NULL;
}

static void tear_down(struct solver *solver)
{
    const dti_allocator *allocator = &solver->figures->allocator;
    size_t nodes = solver->figures->framework->node_count;
    dti__release(allocator, solver->nodes, nodes * sizeof *solver->nodes);
    dti__release(allocator, solver->first, nodes * sizeof *solver->first);
    dti__release(allocator, solver->pivots, solver->index_count * sizeof *solver->pivots);
    dti__release(allocator, solver->rows, solver->room);
}

/* ── what comes out ── */

/* The part of a row in which no other one is left; DTI_NONE: there is none. */
static size_t lone_part(const struct solver *solver, size_t row)
{
    size_t found = DTI_NONE;
    for (size_t i = 0; i < solver->part_count; i++) {
        if (solver->rows[row * solver->width + i] == 0)
            continue;
        if (found != DTI_NONE)
            return DTI_NONE;
        found = i;
    }
    return found;
}

/* times × part = Σ factor × index, times above 0: the factors as terms, and the range of the part.
 * All parts of one index together are that index: nothing follows from it. */
static bool read_row(const struct solver *solver, size_t row, struct dti__solved *out)
{
    const int64_t *numbers = &solver->rows[row * solver->width];
    size_t column = lone_part(solver, row);
    struct dti__wide low = {0, 0};
    struct dti__wide high = {0, 0};
    if (column == DTI_NONE)
        return false;
    int64_t sign = numbers[column] < 0 ? -1 : 1;
    out->times = sign * numbers[column];
    for (size_t i = 0; i < solver->index_count; i++) {
        size_t unknown = solver->indices[i].unknown;
        struct dti__span span = solver->known[unknown].span;
        int64_t factor = sign * numbers[solver->part_count + i];
        if (factor == 0)
            continue;
        out->terms[out->term_count++] = (struct dti__addend){unknown, factor};
        dti__wide_add(&low, factor > 0 ? span.low : span.high, factor);
        dti__wide_add(&high, factor > 0 ? span.high : span.low, factor);
    }
    for (size_t i = column; i < solver->part_count && solver->first[i] == column; i++)
        out->part.max_points += solver->figures->framework->nodes[solver->nodes[i]].max_points;
    out->part.nodes = &solver->nodes[column];
    for (size_t i = column; i < solver->part_count && solver->first[i] == column; i++)
        out->part.node_count++;
    out->part.unit = solver->indices[0].of->unit;
    out->part.year = solver->indices[0].of->year;
    return out->term_count > 1 && dti__wide_floor(low, out->times, &out->part.range.low) &&
           dti__wide_ceiling(high, out->times, &out->part.range.high);
}

static void tell_parts(const struct solver *solver, dti__solved_use *use, void *context)
{
    struct dti__addend terms[DTI__MOST_HEADLINES];
    for (size_t column = 0; column < solver->part_count; column++)
        for (size_t i = 0; i < solver->index_count; i++) {
            struct dti__solved solved = {.terms = terms};
            if (solver->pivots[i] == column && read_row(solver, i, &solved))
                use(context, solver->figures, &solved);
        }
}

void dti__headlines_solve(dti_figures *figures, const struct dti__known *known,
                          const struct dti__headline *indices, size_t count, dti__solved_use *use,
                          void *context)
{
    struct solver solver = {
        .figures = figures, .known = known, .indices = indices, .index_count = count};
    if (count > DTI__MOST_HEADLINES)
        return;
    if (!set_up(&solver))
        figures->is_out_of_memory = true;
    else if (eliminate(&solver))
        tell_parts(&solver, use, context);
    tear_down(&solver);
}
