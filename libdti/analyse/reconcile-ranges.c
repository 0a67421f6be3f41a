/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* What each suspect of a repair would have to be. Ranks and things are whole, and whether a
 * component counts is yes or no: what lies between is no correction. */
#include "analyse/reconcile.h"

#include <string.h>

#define MOST_FACTS 6 /* about the components of one repair; each doubles the work */

struct ranging {
    const dti_reconciliation *found;
    struct dti__system system; /* with limits of our own */
    const bool *is_freed;
    struct dti__remedy *remedy;
    size_t facts[MOST_FACTS];
    size_t fact_count;
    bool is_possible;
    bool is_out_of_memory;
};

/* Inward. */
static struct dti__span to_whole(const struct dti__unknown *unknown, struct dti__span range)
{
    enum dti__about about = unknown->of.about;
    int64_t past = 0;
    if (about != DTI__ABOUT_RANK && about != DTI__ABOUT_RANK_CHANGE && about != DTI__ABOUT_COUNT)
        return range;
    past = range.low % DTI_POINT;
    range.low += (past > 0 ? DTI_POINT : 0) - past;
    past = range.high % DTI_POINT;
    range.high -= past + (past < 0 ? DTI_POINT : 0);
    return range;
}

/* ── facts ── */

static bool is_fact_of(const struct dti__unknown *fact, const struct dti__unknown *points)
{
    return fact->of.about == DTI__ABOUT_FACT && points->of.about == DTI__ABOUT_POINTS &&
           fact->of.node == points->of.node && fact->of.year == points->of.year &&
           fact->limits.high == DTI_POINT && strcmp(fact->of.unit, points->of.unit) == 0;
}

static void find_facts(struct ranging *ranging)
{
    const dti_figures *figures = ranging->found->figures;
    for (size_t i = 0; i < ranging->remedy->size; i++) {
        size_t own = ranging->found->suspects[ranging->remedy->corrections[i].suspect].unknown;
        for (size_t u = 0; own != DTI_NONE && u < figures->unknown_count; u++)
            if (ranging->fact_count < MOST_FACTS &&
                is_fact_of(&figures->unknowns[u], &figures->unknowns[own]))
                ranging->facts[ranging->fact_count++] = u;
    }
}

/* ── ranges ── */

static void widen(struct dti__span *range, struct dti__span by)
{
    if (dti__span_is_empty(*range)) {
        *range = by;
        return;
    }
    range->low = by.low < range->low ? by.low : range->low;
    range->high = by.high > range->high ? by.high : range->high;
}

/* False: with facts like these it cannot be. */
static bool find_range(struct ranging *ranging, size_t unknown, struct dti__span *range)
{
    enum dti__possible answer = dti__system_range(&ranging->system, ranging->is_freed, unknown,
                                                  &ranging->found->arena.allocator, range);
    ranging->is_out_of_memory |= answer == DTI__POSSIBLE_NOMEM;
    if (answer == DTI__POSSIBLE_YES)
        *range = to_whole(&ranging->found->figures->unknowns[unknown], *range);
    return answer == DTI__POSSIBLE_UNKNOWN ||
           (answer == DTI__POSSIBLE_YES && !dti__span_is_empty(*range));
}

/* Facts may be contradicted where points have no part. */
static bool holds(struct ranging *ranging)
{
    enum dti__possible answer =
        dti__system_holds(&ranging->system, ranging->is_freed, &ranging->found->arena.allocator);
    ranging->is_out_of_memory |= answer == DTI__POSSIBLE_NOMEM;
    return answer != DTI__POSSIBLE_NO;
}

static void try_facts(struct ranging *ranging)
{
    struct dti__remedy *remedy = ranging->remedy;
    struct dti__span ranges[DTI__MOST_SUSPECTS_OF_REPAIR];
    for (size_t i = 0; i < remedy->size; i++) {
        size_t unknown = ranging->found->suspects[remedy->corrections[i].suspect].unknown;
        ranges[i] = DTI__SPAN_NONE;
        if (unknown != DTI_NONE && !find_range(ranging, unknown, &ranges[i]))
            return;
    }
    ranging->is_possible = true;
    for (size_t i = 0; i < remedy->size; i++) {
        struct dti__correction *correction = &remedy->corrections[i];
        const struct dti__suspect *suspect = &ranging->found->suspects[correction->suspect];
        if (dti__span_is_empty(ranges[i]))
            continue;
        correction->may_stay |= dti__span_meets(ranges[i], suspect->span);
        widen(&correction->range, ranges[i]);
    }
}

static void try_all(struct ranging *ranging, struct dti__span *limits)
{
    bool is_asked = ranging->fact_count > 0 && holds(ranging); /* else no correction helps */
    for (size_t mask = 0; mask < (size_t)1 << ranging->fact_count; mask++) {
        for (size_t i = 0; i < ranging->fact_count; i++) {
            int64_t is_so = (mask >> i & 1) != 0 ? DTI_POINT : 0;
            limits[ranging->facts[i]] = (struct dti__span){is_so, is_so};
        }
        if (!is_asked || holds(ranging))
            try_facts(ranging);
    }
}

bool dti__reconcile_ranges(const dti_reconciliation *found, const struct dti__system *system,
                           bool *is_freed, struct dti__remedy *remedy, bool *is_possible)
{
    struct ranging ranging = {
        .found = found, .system = *system, .is_freed = is_freed, .remedy = remedy};
    struct dti__arena scratch;
    dti__arena_init(&scratch, &found->arena.allocator);
    struct dti__span *limits = dti__arena_array(&scratch, system->unknown_count, sizeof *limits);
    for (size_t i = 0; i < remedy->size; i++) {
        is_freed[remedy->corrections[i].suspect] = true;
        remedy->corrections[i].range = DTI__SPAN_NONE;
    }
    if (limits) {
        if (system->unknown_count > 0)
            memcpy(limits, system->limits, system->unknown_count * sizeof *limits);
        ranging.system.limits = limits;
        find_facts(&ranging);
        try_all(&ranging, limits);
    }
    for (size_t i = 0; i < remedy->size; i++)
        is_freed[remedy->corrections[i].suspect] = false;
    dti__arena_release(&scratch);
    *is_possible = ranging.is_possible;
    return limits && !ranging.is_out_of_memory;
}
