/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Rankings made: who is to be ranked, by what, and in which order. */
#include <dti/ranking.h>

#include "diag/options.h"
#include "rank/ranking.h"

#include <stdlib.h>
#include <string.h>

/* ── who ── */

static int compare_ids(const void *a, const void *b)
{
    const struct dti__rankable *left = a;
    const struct dti__rankable *right = b;
    const int order = strcmp(left->id, right->id);
    return order != 0 ? order : (left->unit > right->unit) - (left->unit < right->unit);
}

/* All rows, and all units of the table's day that have none. */
static bool gather(const dti_ranking *ranking, struct dti__entrants *field)
{
    const dti_table *table = ranking->table;
    const dti_units *units = table->units;
    const size_t known = dti_units_count(units);
    field->units = dti__arena_array(field->arena, known, sizeof *field->units);
    if (!field->units)
        return false;
    for (size_t unit = 0; unit < known; unit++) {
        const size_t row = table->row_of[unit];
        if (row == DTI_NONE && !dti_units_is_valid(units, unit, table->day))
            continue;
        field->units[field->count++] = (struct dti__rankable){
            .unit = unit,
            .row = row,
            .id = dti_units_unit_id(units, unit),
            .cell = row == DTI_NONE ? NULL : &table->rows[row].cells[ranking->node],
        };
    }
    qsort(field->units, field->count, sizeof *field->units, compare_ids);
    return true;
}

/* ── by what ── */

/* Exact points are good enough wherever printed ones are. */
static bool has_basis(const dti_ranking *ranking, const struct dti__table_cell *cell,
                      dti_basis basis)
{
    if (!cell)
        return false;
    if (basis == DTI_BASIS_RANKS) /* ranks of several groups are in no order */
        return cell->rank > 0 &&
               (ranking->by == DTI_RANKING_BY_GROUP || !ranking->table->is_ranked_by_group);
    return cell->basis == DTI_BASIS_POINTS ||
           (cell->basis == DTI_BASIS_PRINTED && basis == DTI_BASIS_PRINTED);
}

static dti_basis choose(const dti_ranking *ranking, const struct dti__entrants *field)
{
    dti_basis best = DTI_BASIS_NONE;
    size_t most = 0;
    for (dti_basis basis = DTI_BASIS_POINTS; basis <= DTI_BASIS_RANKS; basis++) {
        size_t count = 0;
        for (size_t i = 0; i < field->count; i++)
            count += has_basis(ranking, field->units[i].cell, basis);
        if (count > most) {
            most = count;
            best = basis;
        }
    }
    return best;
}

/* A column in which most is best, whatever it is that counts. */
static bool fill_column(const dti_ranking *ranking, const struct dti__entrants *field,
                        struct dti__rank_column *column)
{
    int64_t *points = dti__arena_array(field->arena, field->count, sizeof *points);
    uint8_t *states = dti__arena_array(field->arena, field->count, sizeof *states);
    if (!points || !states)
        return false;
    for (size_t i = 0; i < field->count; i++) {
        const struct dti__table_cell *cell = field->units[i].cell;
        const bool is_present = has_basis(ranking, cell, ranking->basis);
        states[i] = is_present ? DTI_STATE_PRESENT : DTI_STATE_MISSING;
        points[i] = !is_present                         ? 0
                    : ranking->basis == DTI_BASIS_RANKS ? -(int64_t)cell->rank
                                                        : cell->points;
    }
    column->points = points;
    column->states = states;
    column->count = field->count;
    return true;
}

/* ── places ── */

static void place_unit(const struct dti__rankable *unit, struct dti__place *place)
{
    const struct dti__table_cell *cell = unit->cell;
    const bool has_points = cell && cell->basis != DTI_BASIS_NONE;
    *place = (struct dti__place){
        .unit = unit->unit,
        .row = unit->row,
        .better = DTI_NONE,
        .band = DTI_NONE,
        .has_points = has_points,
        .points = has_points ? cell->points : 0,
        .half = has_points ? cell->half : 0,
    };
}

/* How many of the missing a printed rank leaves room for in front of it. */
static size_t room_before(const dti_ranking *ranking, const struct dti__place *place,
                          uint32_t printed, size_t missing)
{
    if (ranking->basis != DTI_BASIS_RANKS)
        return missing;
    const size_t room = printed > place->among_all ? printed - place->among_all : 0;
    return room < missing ? room : missing;
}

static uint32_t printed_rank(const dti_ranking *ranking, const struct dti__place *place)
{
    return ranking->table->rows[place->row].cells[ranking->node].rank;
}

/* Places [first, end) of the group share a rank; it is the distinct-th in it. */
static void rank_tie(dti_ranking *ranking, const struct dti__ranked_group *group, size_t first,
                     size_t end, size_t distinct)
{
    const bool is_printed = dti__ranking_is_printed(ranking);
    const size_t unknown = ranking->missing + ranking->ranked - ranking->count; /* not even named */
    const size_t missing = group->size - group->ranked + unknown;
    for (size_t i = first; i < end; i++) {
        struct dti__place *place = &ranking->places[i];
        const uint32_t printed =
            ranking->basis == DTI_BASIS_RANKS ? printed_rank(ranking, place) : 0;
        const uint32_t counted = (uint32_t)(first - group->first + 1);
        size_t room = room_before(ranking, place, printed, missing);
        place->standing = is_printed ? printed : counted;
        place->tie = end - first;
        place->better = first > group->first ? first - 1 : DTI_NONE;
        place->rank = ranking->method == DTI_RANK_DENSE ? (double)distinct : place->standing;
        if (ranking->method == DTI_RANK_FRACTIONAL)
            place->rank += (double)(place->tie - 1) / 2;
        if (is_printed && ranking->method != DTI_RANK_DENSE)
            room = 0; /* whoever is before it was counted when it was printed */
        place->worst = place->rank + (double)room;
        place->worst_of_all = printed > 0 ? printed : place->among_all + (uint32_t)ranking->missing;
        if (printed > 0)
            place->among_all = printed;
    }
}

static void rank_group(dti_ranking *ranking, const struct dti__ranked_group *group,
                       const struct dti__rank_column *column, const size_t *units)
{
    const size_t last = group->first + group->ranked;
    size_t distinct = 0;
    for (size_t i = group->first, end; i < last; i = end) {
        for (end = i + 1; end < last && column->points[units[end]] == column->points[units[i]];)
            end++;
        rank_tie(ranking, group, i, end, ++distinct);
    }
}

static dti_status place_all(dti_ranking *ranking, const struct dti__entrants *field,
                            struct dti__rank_column *column, dti_error **error)
{
    struct dti__sequence apart;
    struct dti__sequence all;
    column->groups = NULL;
    dti_status status = dti__ranking_order(column, 1, field->arena, &all, error);
    if (status != DTI_OK)
        return status;
    column->groups = field->groups;
    status = dti__ranking_order(column, ranking->group_count, field->arena, &apart, error);
    if (status != DTI_OK)
        return status;
    const size_t out_of = ranking->table->out_of;
    ranking->ranked = all.present[0];
    ranking->missing = (out_of > field->count ? out_of : field->count) - ranking->ranked;
    for (size_t i = 0, group = 0; group < ranking->group_count; group++) {
        struct dti__ranked_group *at = &ranking->groups[group];
        at->first = i;
        at->size = apart.size[group];
        at->ranked = apart.present[group];
        for (const size_t end = i + at->size; i < end; i++) {
            const size_t unit = apart.units[i];
            place_unit(&field->units[unit], &ranking->places[i]);
            ranking->places[i].group = (uint32_t)group;
            ranking->places[i].among_all = (uint32_t)all.ranks[unit];
            ranking->place_of[field->units[unit].unit] = i;
        }
    }
    for (size_t group = 0; group < ranking->group_count; group++)
        rank_group(ranking, &ranking->groups[group], column, apart.units);
    return DTI_OK;
}

/* ── the ranking ── */

static dti_status fill(dti_ranking *ranking, const dti_ranking_options *options,
                       struct dti__entrants *field, dti_error **error)
{
    struct dti__rank_column column = {.points = NULL};
    const size_t entries = dti_units_count(ranking->table->units);
    if (!gather(ranking, field) || !dti__ranking_group(ranking, field, options->groups))
        return dti__fail_nomem(error);
    ranking->basis = options->basis != DTI_BASIS_NONE ? options->basis : choose(ranking, field);
    ranking->count = field->count;
    ranking->places = dti__arena_array(&ranking->arena, field->count, sizeof *ranking->places);
    ranking->place_of = dti__arena_array(&ranking->arena, entries, sizeof *ranking->place_of);
    if (!ranking->places || !ranking->place_of || !fill_column(ranking, field, &column))
        return dti__fail_nomem(error);
    for (size_t i = 0; i < entries; i++)
        ranking->place_of[i] = DTI_NONE;
    dti_status status = place_all(ranking, field, &column, error);
    if (status == DTI_OK)
        status = dti__ranking_measure(ranking, field->arena, error);
    if (status == DTI_OK)
        dti__ranking_grade(ranking);
    return status;
}

static dti_ranking *new_ranking(const dti_table *table, size_t node,
                                const dti_ranking_options *options, const dti_allocator *allocator)
{
    struct dti__arena arena;
    dti__arena_init(&arena, allocator);
    dti_ranking *ranking = dti__arena_alloc(&arena, sizeof *ranking);
    if (!ranking)
        return NULL;
    atomic_init(&ranking->references, 1);
    ranking->arena = arena;
    ranking->table = dti_table_ref(table);
    ranking->node = node;
    ranking->method = options->method;
    ranking->by = options->by;
    if (table->is_ranked_by_group && ranking->by == DTI_RANKING_BY_NOTHING)
        ranking->by = DTI_RANKING_BY_GROUP;
    return ranking;
}

static const char *wrong_argument(const dti_table *table, size_t node,
                                  const dti_ranking_options *options)
{
    return node >= table->framework->node_count ? "node"
           : options->method < DTI_RANK_COMPETITION || options->method > DTI_RANK_FRACTIONAL
               ? "method"
           : options->basis < DTI_BASIS_NONE || options->basis > DTI_BASIS_RANKS         ? "basis"
           : options->by < DTI_RANKING_BY_NOTHING || options->by > DTI_RANKING_BY_CALLER ? "by"
                                                                                         : NULL;
}

dti_status dti_ranking_new(const dti_table *table, size_t node, const dti_ranking_options *options,
                           dti_ranking **out, dti_error **error)
{
    dti_ranking_options known = DTI_RANKING_OPTIONS_INIT;
    dti_allocator allocator;
    if (!table || !out)
        return dti__fail_null(error, table ? "out" : "table");
    dti_status status =
        dti__options_read(options, &known, sizeof known, "dti_ranking_options", error);
    if (status == DTI_OK)
        status = dti__options_allocator(known.allocator, &allocator, error);
    if (status != DTI_OK)
        return status;
    const char *wrong = wrong_argument(table, node, &known);
    if (wrong)
        return dti__fail(error, DTI__MSG_ARG_RANGE, DTI__ARGS(DTI__TEXT(wrong)));
    if (known.by == DTI_RANKING_BY_CALLER && !known.groups && table->row_count > 0)
        return dti__fail_null(error, "groups");
    dti_ranking *ranking = new_ranking(table, node, &known, &allocator);
    if (!ranking)
        return dti__fail_nomem(error);
    struct dti__arena arena;
    dti__arena_init(&arena, &allocator);
    status = fill(ranking, &known, &(struct dti__entrants){.arena = &arena}, error);
    dti__arena_release(&arena);
    if (status == DTI_OK)
        *out = ranking;
    else
        dti_ranking_unref(ranking);
    return status;
}

dti_ranking *dti_ranking_ref(const dti_ranking *ranking)
{
    dti_ranking *shared = (dti_ranking *)(uintptr_t)ranking;
    if (shared)
        atomic_fetch_add_explicit(&shared->references, 1, memory_order_relaxed);
    return shared;
}

void dti_ranking_unref(dti_ranking *ranking)
{
    if (!ranking || atomic_fetch_sub_explicit(&ranking->references, 1, memory_order_acq_rel) != 1)
        return;
    dti_table_unref(ranking->table);
    struct dti__arena arena = ranking->arena; /* the ranking lies in its own arena */
    dti__arena_release(&arena);
}
