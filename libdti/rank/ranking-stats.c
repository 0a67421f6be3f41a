/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Mean, quantiles and sides of the groups of a ranking: exact, and rounded once where they must be.
 */
#include "rank/ranking.h"

enum {
    MOST_PARTS = 1000000
};

/* whole + rest ÷ of, to the nearest, ties to even. */
static int64_t nearest(int64_t whole, uint64_t rest, uint64_t of)
{
    const uint64_t gap = of - rest;
    const bool goes_up = rest > gap || (rest == gap && whole % 2 != 0);
    return whole + goes_up;
}

/* Each amount is divided before it is added: no sum that could overflow, no digit that is lost. */
static struct dti__mean mean_of(const int64_t *amounts, size_t count)
{
    struct dti__mean mean = {0, 0};
    const int64_t divisor = (int64_t)count;
    uint64_t rest = 0;
    for (size_t i = 0; i < count; i++) {
        int64_t whole = amounts[i] / divisor;
        int64_t left = amounts[i] % divisor;
        if (left < 0) {
            left += divisor;
            whole--;
        }
        mean.whole += whole;
        rest += (uint64_t)left;
        if (rest >= count) {
            rest -= count;
            mean.whole++;
        }
    }
    mean.rest = (uint32_t)rest;
    return mean;
}

/* ── filling ── */

static void take_printed(dti_ranking *ranking)
{
    const dti_table *table = ranking->table;
    for (size_t i = 0; i < table->figure_count; i++) {
        const struct dti__printed *figure = &table->figures[i];
        struct dti__table_cell cell = {0};
        if (figure->node != ranking->node)
            continue;
        for (size_t k = 0; k < ranking->group_count; k++) {
            struct dti__ranked_group *group = &ranking->groups[k];
            const bool is_about_all = ranking->by == DTI_RANKING_BY_NOTHING;
            if (is_about_all ? figure->group != DTI_NONE
                             : figure->group == DTI_NONE || figure->group != group->source)
                continue;
            if (figure->subject == DTI__PRINTED_MEAN && !group->has_stated &&
                dti__printed_amount(table, figure, &cell)) {
                group->has_stated = true;
                group->stated = cell.points;
                group->stated_half = cell.half;
            }
            if (figure->subject == DTI__PRINTED_COUNT_ABOVE_MEAN && !group->has_above) {
                group->has_above = true;
                group->above = (uint32_t)(figure->amount / DTI_POINT);
            }
        }
    }
}

static void note_gaps(dti_ranking *ranking)
{
    for (size_t i = 0; i < ranking->group_count; i++)
        ranking->groups[i].is_covered = true;
    for (size_t i = 0; i < ranking->count; i++) {
        const struct dti__place *place = &ranking->places[i];
        if (place->standing > 0 && !place->has_points)
            ranking->groups[place->group].is_covered = false;
    }
}

dti_status dti__ranking_measure(dti_ranking *ranking, struct dti__arena *arena, dti_error **error)
{
    struct dti__rank_column column = {.count = ranking->count};
    struct dti__sequence sequence;
    int64_t *points = dti__arena_array(arena, ranking->count, sizeof *points);
    uint8_t *states = dti__arena_array(arena, ranking->count, sizeof *states);
    uint32_t *groups = dti__arena_array(arena, ranking->count, sizeof *groups);
    ranking->amounts = dti__arena_array(&ranking->arena, ranking->count, sizeof *points);
    if (!points || !states || !groups || !ranking->amounts)
        return dti__fail_nomem(error);
    for (size_t i = 0; i < ranking->count; i++) {
        const struct dti__place *place = &ranking->places[i];
        points[i] = place->points;
        states[i] = place->has_points ? DTI_STATE_PRESENT : DTI_STATE_MISSING;
        groups[i] = place->group;
    }
    column.points = points;
    column.states = states;
    column.groups = groups;
    dti_status status = dti__ranking_order(&column, ranking->group_count, arena, &sequence, error);
    if (status != DTI_OK)
        return status;
    for (size_t i = 0; i < ranking->count; i++)
        ranking->amounts[i] = points[sequence.units[i]];
    for (size_t i = 0; i < ranking->group_count; i++) {
        struct dti__ranked_group *group = &ranking->groups[i];
        group->amount_first = group->first;
        group->amount_count = sequence.present[i];
        if (group->amount_count > 0)
            group->mean = mean_of(ranking->amounts + group->amount_first, group->amount_count);
    }
    note_gaps(ranking);
    take_printed(ranking);
    return DTI_OK;
}

/* ── reading ── */

static const struct dti__ranked_group *group_at(const dti_ranking *ranking, size_t group)
{
    return ranking && group < ranking->group_count ? &ranking->groups[group] : NULL;
}

size_t dti_ranking_amount_count(const dti_ranking *ranking, size_t group)
{
    const struct dti__ranked_group *at = group_at(ranking, group);
    return at ? at->amount_count : 0;
}

int64_t dti_ranking_mean(const dti_ranking *ranking, size_t group)
{
    const struct dti__ranked_group *at = group_at(ranking, group);
    if (!at || at->amount_count == 0)
        return 0;
    return nearest(at->mean.whole, at->mean.rest, at->amount_count);
}

int dti_ranking_stated_mean(const dti_ranking *ranking, size_t group, int64_t *points)
{
    const struct dti__ranked_group *at = group_at(ranking, group);
    if (!at || !at->has_stated)
        return 0;
    if (points)
        *points = at->stated;
    return 1;
}

/* below + gap × rest ÷ whole. The gap is taken apart by the divisor, so that products stay small.
 */
static int64_t between(int64_t below, int64_t above, uint64_t rest, uint64_t whole)
{
    const uint64_t gap = (uint64_t)above - (uint64_t)below;
    const uint64_t part = gap % whole * rest;
    const uint64_t floor = gap / whole * rest + part / whole;
    return nearest((int64_t)((uint64_t)below + floor), part % whole, whole);
}

int64_t dti_ranking_quantile(const dti_ranking *ranking, size_t group, uint32_t part,
                             uint32_t whole)
{
    const struct dti__ranked_group *at = group_at(ranking, group);
    if (!at || at->amount_count == 0 || whole == 0 || whole > MOST_PARTS || part > whole)
        return 0;
    const int64_t *amounts = ranking->amounts + at->amount_first; /* most first */
    const size_t last = at->amount_count - 1;
    const uint64_t steps = (uint64_t)last * part; /* behind the least, in parts of a place */
    const size_t place = last - (size_t)(steps / whole);
    if (steps % whole == 0)
        return amounts[place];
    return between(amounts[place], amounts[place - 1], steps % whole, whole);
}

/* By the printed number of units above the mean: who stands that far in front is one of them, and
 * who does not is not above it. */
static bool tell_by_count(const dti_ranking *ranking, const struct dti__place *place,
                          const struct dti__ranked_group *group, int *side)
{
    if (!group->has_above || !dti__ranking_is_printed(ranking) || place->standing == 0)
        return false;
    *side = place->standing <= group->above ? 1 : -1;
    return true;
}

/* Against a printed mean: only where the roundings of both leave no doubt. */
static bool tell_by_printed(const struct dti__place *place, const struct dti__ranked_group *group,
                            int *side)
{
    const int64_t gap = place->points - group->stated;
    const int64_t doubt = place->half + group->stated_half;
    if (gap >= -doubt && gap <= doubt && doubt != 0)
        return false;
    *side = (gap > 0) - (gap < 0);
    return true;
}

static void tell_by_mean(const struct dti__place *place, const struct dti__mean *mean, int *side)
{
    *side = place->points > mean->whole                       ? 1
            : place->points == mean->whole && mean->rest == 0 ? 0
                                                              : -1;
}

/* Whether the mean of the amounts is that of the units that are ranked, and no better one is known.
 */
static bool has_own_mean(const dti_ranking *ranking, const struct dti__ranked_group *group)
{
    const bool is_complete =
        group->amount_count == group->size && ranking->table->out_of <= ranking->count;
    return is_complete || (group->is_covered && !group->has_stated);
}

static bool tell(const dti_ranking *ranking, const struct dti__place *place, int *side)
{
    const struct dti__ranked_group *group = &ranking->groups[place->group];
    if (place->has_points && has_own_mean(ranking, group)) {
        tell_by_mean(place, &group->mean, side);
        return true;
    }
    return (place->has_points && group->has_stated && tell_by_printed(place, group, side)) ||
           tell_by_count(ranking, place, group, side);
}

int dti_ranking_side(const dti_ranking *ranking, size_t place, int *side)
{
    int found = 0;
    if (!ranking || place >= ranking->count || !tell(ranking, &ranking->places[place], &found))
        return 0;
    if (side)
        *side = found;
    return 1;
}
