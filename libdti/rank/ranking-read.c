/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Rankings as their users ask them: places, groups, how far it is to a rank. */
#include "rank/ranking.h"

const dti_table *dti_ranking_table(const dti_ranking *ranking)
{
    return ranking ? ranking->table : NULL;
}

size_t dti_ranking_node(const dti_ranking *ranking)
{
    return ranking ? ranking->node : DTI_NONE;
}

dti_basis dti_ranking_basis(const dti_ranking *ranking)
{
    return ranking ? ranking->basis : DTI_BASIS_NONE;
}

dti_rank_method dti_ranking_method(const dti_ranking *ranking)
{
    return ranking ? ranking->method : DTI_RANK_COMPETITION;
}

/* ── places ── */

static const struct dti__place *place_at(const dti_ranking *ranking, size_t place)
{
    return ranking && place < ranking->count ? &ranking->places[place] : NULL;
}

size_t dti_ranking_count(const dti_ranking *ranking)
{
    return ranking ? ranking->count : 0;
}

size_t dti_ranking_unit(const dti_ranking *ranking, size_t place)
{
    const struct dti__place *at = place_at(ranking, place);
    return at ? at->unit : DTI_NONE;
}

size_t dti_ranking_row(const dti_ranking *ranking, size_t place)
{
    const struct dti__place *at = place_at(ranking, place);
    return at ? at->row : DTI_NONE;
}

size_t dti_ranking_find(const dti_ranking *ranking, size_t entry)
{
    return ranking && entry < dti_units_count(ranking->table->units) ? ranking->place_of[entry]
                                                                     : DTI_NONE;
}

double dti_ranking_rank(const dti_ranking *ranking, size_t place)
{
    const struct dti__place *at = place_at(ranking, place);
    return at ? at->rank : 0;
}

double dti_ranking_worst(const dti_ranking *ranking, size_t place)
{
    const struct dti__place *at = place_at(ranking, place);
    return at ? at->worst : 0;
}

size_t dti_ranking_tie(const dti_ranking *ranking, size_t place)
{
    const struct dti__place *at = place_at(ranking, place);
    return at ? at->tie : 0;
}

int dti_ranking_has_points(const dti_ranking *ranking, size_t place)
{
    const struct dti__place *at = place_at(ranking, place);
    return at && at->has_points;
}

int64_t dti_ranking_points(const dti_ranking *ranking, size_t place)
{
    const struct dti__place *at = place_at(ranking, place);
    return at ? at->points : 0;
}

size_t dti_ranking_band(const dti_ranking *ranking, size_t place)
{
    const struct dti__place *at = place_at(ranking, place);
    return at ? at->band : DTI_NONE;
}

/* ── groups ── */

static const struct dti__ranked_group *group_at(const dti_ranking *ranking, size_t group)
{
    return ranking && group < ranking->group_count ? &ranking->groups[group] : NULL;
}

size_t dti_ranking_group_count(const dti_ranking *ranking)
{
    return ranking ? ranking->group_count : 0;
}

const char *dti_ranking_group_name(const dti_ranking *ranking, size_t group, dti_lang lang)
{
    const struct dti__ranked_group *at = group_at(ranking, group);
    if (!at)
        return "";
    return at->text ? at->text : dti_units_group_name(ranking->table->units, at->source, lang);
}

size_t dti_ranking_group(const dti_ranking *ranking, size_t place)
{
    const struct dti__place *at = place_at(ranking, place);
    return at ? at->group : DTI_NONE;
}

size_t dti_ranking_group_first(const dti_ranking *ranking, size_t group)
{
    const struct dti__ranked_group *at = group_at(ranking, group);
    return at ? at->first : 0;
}

size_t dti_ranking_group_size(const dti_ranking *ranking, size_t group)
{
    const struct dti__ranked_group *at = group_at(ranking, group);
    return at ? at->size : 0;
}

size_t dti_ranking_group_ranked(const dti_ranking *ranking, size_t group)
{
    const struct dti__ranked_group *at = group_at(ranking, group);
    return at ? at->ranked : 0;
}

/* ── distances ── */

/* Dense ranks have no gaps behind ties, so that the n-th is not the rank of n units. */
static uint32_t position(const dti_ranking *ranking, const struct dti__place *place)
{
    return ranking->method == DTI_RANK_DENSE ? (uint32_t)place->rank : place->standing;
}

/* The first place of the tie that holds a rank: behind a tie of three on rank 4, the ranks 5 and 6
 * are held by it too. DTI_NONE if nobody is known to. */
static size_t holder(const dti_ranking *ranking, const struct dti__ranked_group *group,
                     uint32_t rank)
{
    size_t first = group->first;
    size_t end = group->first + group->ranked;
    while (first < end) { /* the first place beyond the rank */
        const size_t middle = first + (end - first) / 2;
        if (position(ranking, &ranking->places[middle]) <= rank)
            first = middle + 1;
        else
            end = middle;
    }
    if (first == group->first)
        return DTI_NONE;
    const struct dti__place *last = &ranking->places[first - 1];
    const size_t held = ranking->method == DTI_RANK_DENSE ? 1 : last->tie;
    return rank - position(ranking, last) < held ? first - last->tie : DTI_NONE;
}

/* Of those who share a rank, one of whom an amount is known. */
static const struct dti__place *with_points(const dti_ranking *ranking, size_t first)
{
    for (size_t i = first; i < first + ranking->places[first].tie; i++)
        if (ranking->places[i].has_points)
            return &ranking->places[i];
    return NULL;
}

static int give(int64_t *points, int64_t amount)
{
    if (points)
        *points = amount;
    return 1;
}

int dti_ranking_distance(const dti_ranking *ranking, size_t place, uint32_t rank, int64_t *points)
{
    const struct dti__place *at = place_at(ranking, place);
    if (!at || at->standing == 0 || rank == 0)
        return 0;
    if (position(ranking, at) <= rank)
        return give(points, 0);
    const size_t first = holder(ranking, &ranking->groups[at->group], rank);
    const struct dti__place *other = first == DTI_NONE ? NULL : with_points(ranking, first);
    if (!other || !at->has_points)
        return 0;
    const int64_t gap = other->points - at->points;
    if (gap >= 0)
        return give(points, gap);
    /* A better rank with fewer points: rounding, or figures that contradict each other. */
    return gap >= -(other->half + at->half) ? give(points, 0) : 0;
}

size_t dti_ranking_next(const dti_ranking *ranking, size_t place)
{
    const struct dti__place *at = place_at(ranking, place);
    return at ? at->better : DTI_NONE;
}
