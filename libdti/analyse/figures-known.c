/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
#include "analyse/figures-known.h"

#include <stdlib.h>
#include <string.h>

/* ── figures of one unknown ── */

struct dti__known *dti__figures_known(dti_figures *figures)
{
    if (figures->unknown_count == 0)
        return NULL;
    struct dti__known *known =
        dti__alloc_array(&figures->allocator, figures->unknown_count, sizeof *known);
    figures->is_out_of_memory = figures->is_out_of_memory || !known;
    for (size_t i = 0; known && i < figures->unknown_count; i++)
        known[i] = (struct dti__known){{INT64_MIN, INT64_MAX}, DTI_NONE};
    for (size_t i = 0; known && i < figures->said_count; i++) {
        const struct dti__said *said = &figures->said[i];
        if (said->unknown == DTI_NONE)
            continue;
        struct dti__known *at = &known[said->unknown];
        at->figure = at->figure == DTI_NONE ? i : at->figure;
        at->span.low = said->span.low > at->span.low ? said->span.low : at->span.low;
        at->span.high = said->span.high < at->span.high ? said->span.high : at->span.high;
    }
    return known;
}

void dti__known_release(const dti_figures *figures, struct dti__known *known)
{
    dti__release(&figures->allocator, known, figures->unknown_count * sizeof *known);
}

/* ── ranks ── */

struct place { /* a holder on its way into a league */
    const struct dti__subject_of *of;
    struct dti__holder holder;
};

static int compare_rooms(const struct dti__subject_of *a, const struct dti__subject_of *b)
{
    if (a->year != b->year)
        return a->year < b->year ? -1 : 1;
    if (a->node != b->node)
        return a->node < b->node ? -1 : 1;
    return strcmp(a->group, b->group);
}

static int compare_places(const void *left, const void *right)
{
    const struct place *a = left;
    const struct place *b = right;
    int order = compare_rooms(a->of, b->of);
    if (order != 0)
        return order;
    if (a->holder.rank != b->holder.rank)
        return a->holder.rank < b->holder.rank ? -1 : 1;
    if (a->holder.unknown != b->holder.unknown)
        return a->holder.unknown < b->holder.unknown ? -1 : 1;
    return (a->holder.figure > b->holder.figure) - (a->holder.figure < b->holder.figure);
}

static bool is_rank(const dti_figures *figures, const struct dti__said *said)
{
    return said->unknown != DTI_NONE &&
           figures->unknowns[said->unknown].of.about == DTI__ABOUT_RANK &&
           said->span.low == said->span.high && said->span.low % DTI_POINT == 0;
}

static size_t gather_places(const dti_figures *figures, struct place *places)
{
    size_t count = 0;
    for (size_t i = 0; i < figures->said_count; i++) {
        const struct dti__said *said = &figures->said[i];
        if (is_rank(figures, said))
            places[count++] = (struct place){&figures->unknowns[said->unknown].of,
                                             {said->unknown, i, said->span.low / DTI_POINT}};
    }
    qsort(places, count, sizeof *places, compare_places);
    return count;
}

/* The limit is that of whoever knows it: a figure alone does not say among how many it counts. */
static int64_t narrower(int64_t out_of, const struct dti__unknown *unknown)
{
    int64_t limit = unknown->limits.high / DTI_POINT;
    return limit > 0 && limit < out_of ? limit : out_of;
}

static void fill(const dti_figures *figures, const struct place *places, size_t count,
                 struct dti__leagues *out)
{
    size_t used = 0;
    for (size_t i = 0; i < count; i++) {
        bool is_first = i == 0 || compare_rooms(places[i - 1].of, places[i].of) != 0;
        const struct dti__holder *holder = &places[i].holder;
        if (is_first)
            out->list[out->count++] = (struct dti__league){&out->holders[used], 0,
                                                           places[i].of->node,  places[i].of->year,
                                                           places[i].of->group, DTI__MOST_RANK};
        struct dti__league *league = &out->list[out->count - 1];
        league->out_of = narrower(league->out_of, &figures->unknowns[holder->unknown]);
        const struct dti__holder *last = is_first ? NULL : &out->holders[used - 1];
        if (last && last->unknown == holder->unknown && last->rank == holder->rank)
            continue;
        out->holders[used++] = *holder;
        league->count++;
    }
    for (size_t i = 0; i < out->count; i++)
        if (out->list[i].out_of == DTI__MOST_RANK)
            out->list[i].out_of = 0;
}

bool dti__leagues_find(dti_figures *figures, struct dti__leagues *out)
{
    const dti_allocator *allocator = &figures->allocator;
    size_t most = figures->said_count;
    *out = (struct dti__leagues){NULL, most, NULL, 0};
    if (most == 0)
        return true;
    struct place *places = dti__alloc_array(allocator, most, sizeof *places);
    out->holders = dti__alloc_array(allocator, most, sizeof *out->holders);
    out->list = dti__alloc_array(allocator, most, sizeof *out->list);
    bool is_done = places && out->holders && out->list;
    if (is_done)
        fill(figures, places, gather_places(figures, places), out);
    else
        figures->is_out_of_memory = true;
    dti__release(allocator, places, most * sizeof *places);
    return is_done;
}

void dti__leagues_release(const dti_figures *figures, struct dti__leagues *leagues)
{
    size_t most = leagues->capacity;
    dti__release(&figures->allocator, leagues->holders, most * sizeof *leagues->holders);
    dti__release(&figures->allocator, leagues->list, most * sizeof *leagues->list);
}

int64_t dti__figures_unit_count(const dti_figures *figures, int32_t year)
{
    int64_t count = DTI__MOST_RANK;
    for (size_t i = 0; i < figures->unknown_count; i++) {
        const struct dti__unknown *unknown = &figures->unknowns[i];
        if (unknown->of.about == DTI__ABOUT_RANK && unknown->of.year == year &&
            unknown->of.group[0] == '\0')
            count = narrower(count, unknown);
    }
    return count == DTI__MOST_RANK ? 0 : count;
}
