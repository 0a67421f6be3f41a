/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
#include "paper/known.h"

#include "model/dossier.h"
#include "model/table.h"

#include <dti/ranking.h>

/* ── where to look ── */

/* Tracks whose results are published and ranked; the others are the unit's own business. */
static bool is_published(const struct dti__paper *paper)
{
    dti_track track = dti_result_track(paper->result);
    return track == DTI_TRACK_APPRAISED || track == DTI_TRACK_FINAL;
}

const dti_table *dti__paper_table(const struct dti__paper *paper, int32_t year)
{
    for (size_t i = 0; i < paper->table_count; i++)
        if (dti_table_year(paper->tables[i]) == year)
            return paper->tables[i];
    return NULL;
}

size_t dti__paper_row(const struct dti__paper *paper, const dti_table *table)
{
    const char *unit = dti_dossier_unit_id(dti_result_dossier(paper->result));
    size_t entry = dti_units_find(dti_table_units(table), unit, dti_table_day(table));
    return dti_table_find(table, entry);
}

/* What the dossier prints of the unit itself, on the track of the result; of other years too, of
 * which it only tells what was published. */
static bool is_said(const struct dti__paper *paper, const struct dti__stated *stated, size_t node,
                    int32_t year)
{
    int64_t of = stated->year ? stated->year : paper->year;
    return stated->subject == DTI__SUBJECT_UNIT && stated->node == node && of == year &&
           stated->track == (int)dti_result_track(paper->result);
}

/* How many units were ranked, as far as the dossier says: of several figures the largest, because
 * others are ranks within groups. */
static uint32_t stated_out_of(const struct dti__paper *paper, size_t node)
{
    const dti_dossier *dossier = dti_result_dossier(paper->result);
    int64_t most = 0;
    for (size_t i = 0; i < dossier->stated_count; i++)
        if (dossier->stated[i].quantity == DTI_QUANTITY_RANK &&
            is_said(paper, &dossier->stated[i], node, paper->year) &&
            dossier->stated[i].out_of > most)
            most = dossier->stated[i].out_of;
    return (uint32_t)most;
}

static void look_into_dossier(const struct dti__paper *paper, size_t node, int32_t year,
                              struct dti__standing *known)
{
    const dti_dossier *dossier = dti_result_dossier(paper->result);
    uint32_t all = stated_out_of(paper, node);
    for (size_t i = 0; i < dossier->stated_count; i++) {
        const struct dti__stated *stated = &dossier->stated[i];
        if (!is_said(paper, stated, node, year))
            continue;
        if (stated->quantity == DTI_QUANTITY_VALUE && !known->has_value) {
            known->has_value = true;
            known->value = stated->amount;
        }
        bool is_of_all = stated->out_of == 0 || stated->out_of >= all;
        if (stated->quantity == DTI_QUANTITY_RANK && is_of_all && known->rank == 0) {
            known->rank = (uint32_t)(stated->amount / DTI_POINT);
            known->out_of = (uint32_t)stated->out_of;
        }
    }
}

/* ── tables ── */

static dti_ranking *rank(struct dti__paper *paper, const dti_table *table, size_t node,
                         dti_ranking_by by)
{
    dti_ranking_options options = DTI_RANKING_OPTIONS_INIT;
    dti_ranking *ranking = NULL;
    options.allocator = &paper->page.arena.allocator;
    options.by = by;
    if (dti_ranking_new(table, node, &options, &ranking, NULL) != DTI_OK)
        paper->page.is_out_of_memory = true;
    return ranking;
}

/* The place of the unit in a ranking, if its rank is certain whatever the missing ones have. */
static size_t find_place(const struct dti__paper *paper, const dti_ranking *ranking)
{
    const dti_table *table = dti_ranking_table(ranking);
    size_t place =
        dti_ranking_find(ranking, dti_table_row_unit(table, dti__paper_row(paper, table)));
    double rank_here = dti_ranking_rank(ranking, place);
    return rank_here >= 1 && rank_here >= dti_ranking_worst(ranking, place) ? place : DTI_NONE;
}

static void look_into_table(struct dti__paper *paper, const dti_table *table, size_t node,
                            struct dti__standing *known)
{
    size_t row = dti__paper_row(paper, table);
    dti_basis basis = dti_table_basis(table, row, node);
    if (dti_table_year(table) == paper->year && !is_published(paper) && basis != DTI_BASIS_POINTS)
        return; /* it was printed of another result */
    if (!known->has_value && (basis == DTI_BASIS_POINTS || basis == DTI_BASIS_PRINTED)) {
        known->has_value = true;
        known->is_computed = basis == DTI_BASIS_POINTS;
        known->value = dti__paper_ratio(dti_table_points(table, row, node),
                                        dti_framework_node_max_points(paper->framework, node));
    }
    bool is_apart = dti_table_is_ranked_by_group(table);
    if (known->rank == 0 && !is_apart && dti_table_rank(table, row, node) > 0)
        known->rank = dti_table_rank(table, row, node);
    if (known->rank > 0 && known->out_of == 0 && !is_apart)
        known->out_of = dti_table_out_of(table);
    if (known->rank > 0)
        return;
    dti_ranking *ranking = rank(paper, table, node, DTI_RANKING_BY_NOTHING);
    size_t place = find_place(paper, ranking);
    if (place != DTI_NONE) {
        known->rank = (uint32_t)dti_ranking_rank(ranking, place);
        known->out_of =
            (uint32_t)dti_ranking_group_size(ranking, dti_ranking_group(ranking, place));
    }
    dti_ranking_unref(ranking);
}

static void look_into_result(const struct dti__paper *paper, size_t node,
                             struct dti__standing *known)
{
    int64_t most = dti_result_max_points(paper->result, node);
    if (known->has_value || dti_result_state(paper->result, node) != DTI_STATE_PRESENT || most <= 0)
        return;
    known->has_value = true;
    known->is_computed = true;
    known->is_open = dti_result_lower(paper->result, node) < dti_result_upper(paper->result, node);
    known->value = dti__paper_ratio(dti_result_points(paper->result, node), most);
}

struct dti__standing dti__paper_known(struct dti__paper *paper, size_t node, int32_t year)
{
    struct dti__standing known = {0};
    const dti_table *table = dti__paper_table(paper, year);
    /* Of a main indicator the points are what is analysed, whatever was printed beside them. */
    bool is_index = dti_framework_node_kind(paper->framework, node) == DTI_NODE_INDEX;
    if (year == paper->year && (!is_published(paper) || !is_index))
        look_into_result(paper, node, &known);
    if (is_published(paper))
        look_into_dossier(paper, node, year, &known);
    if (table)
        look_into_table(paper, table, node, &known);
    if (year == paper->year)
        look_into_result(paper, node, &known);
    return known;
}

/* ── groups and means ── */

uint32_t dti__paper_group_rank(struct dti__paper *paper, size_t node, uint32_t *out_of,
                               const char **group)
{
    const dti_table *table = dti__paper_table(paper, paper->year);
    uint32_t found = 0;
    if (!table || dti_table_is_ranked_by_group(table) ||
        dti__paper_known(paper, node, paper->year).rank == 0 ||
        dti_units_group_count(dti_table_units(table)) == 0)
        return 0;
    dti_ranking *ranking = rank(paper, table, node, DTI_RANKING_BY_GROUP);
    size_t place = find_place(paper, ranking);
    if (place != DTI_NONE) {
        size_t at = dti_ranking_group(ranking, place);
        found = (uint32_t)dti_ranking_rank(ranking, place);
        *out_of = (uint32_t)dti_ranking_group_size(ranking, at);
        *group = dti__page_text(&paper->page, dti_ranking_group_name(ranking, at, paper->lang));
        if (**group == '\0')
            found = 0;
    }
    dti_ranking_unref(ranking);
    return found;
}

static bool stated_mean(const struct dti__paper *paper, size_t node, int64_t *value)
{
    const dti_dossier *dossier = dti_result_dossier(paper->result);
    bool is_found = false;
    for (size_t i = 0; i < dossier->stated_count; i++) {
        const struct dti__stated *stated = &dossier->stated[i];
        if (stated->subject != DTI__SUBJECT_MEAN || stated->node != node ||
            stated->quantity != DTI_QUANTITY_VALUE ||
            (stated->year != 0 && stated->year != paper->year))
            continue;
        if (is_found && stated->amount != *value)
            return false; /* two sayings: none is told as a fact */
        is_found = true;
        *value = stated->amount;
    }
    return is_found;
}

/* Where all units have amounts there is a mean although nobody printed it. */
static bool computed_mean(struct dti__paper *paper, const dti_table *table, size_t node,
                          int64_t *points)
{
    if (dti_table_is_ranked_by_group(table))
        return false;
    dti_ranking *ranking = rank(paper, table, node, DTI_RANKING_BY_NOTHING);
    size_t count = dti_ranking_amount_count(ranking, 0);
    bool is_whole =
        count > 1 && count == dti_ranking_count(ranking) && count >= dti_table_out_of(table);
    *points = is_whole ? dti_ranking_mean(ranking, 0) : 0;
    dti_ranking_unref(ranking);
    return is_whole;
}

bool dti__paper_mean(struct dti__paper *paper, size_t node, int64_t *value)
{
    const dti_table *table = dti__paper_table(paper, paper->year);
    int64_t points = 0;
    if (table && (dti_table_stated_mean(table, node, &points, NULL) ||
                  computed_mean(paper, table, node, &points))) {
        *value = dti__paper_ratio(points, dti_framework_node_max_points(paper->framework, node));
        return true;
    }
    return stated_mean(paper, node, value);
}

/* ── moves ── */

void dti__paper_find_year_before(struct dti__paper *paper)
{
    const dti_dossier *dossier = dti_result_dossier(paper->result);
    int32_t latest = 0;
    for (size_t i = 0; i < paper->table_count; i++) {
        int32_t year = dti_table_year(paper->tables[i]);
        if (year < paper->year && year > latest)
            latest = year;
    }
    for (size_t i = 0; i < dossier->stated_count; i++) {
        const struct dti__stated *stated = &dossier->stated[i];
        if (stated->subject == DTI__SUBJECT_UNIT && stated->year > latest &&
            stated->year < paper->year)
            latest = (int32_t)stated->year;
    }
    paper->year_before = latest;
}

/* Moves count only among equally many; where one side does not say, the other does. */
static bool move_between(const struct dti__standing *before, const struct dti__standing *now,
                         int32_t *rise)
{
    if (before->rank == 0 || now->rank == 0 ||
        (before->out_of && now->out_of && before->out_of != now->out_of))
        return false;
    *rise = (int32_t)before->rank - (int32_t)now->rank;
    return true;
}

bool dti__paper_move(struct dti__paper *paper, size_t node, int32_t *rise)
{
    if (paper->year_before == 0)
        return false;
    struct dti__standing before = dti__paper_known(paper, node, paper->year_before);
    struct dti__standing now = dti__paper_known(paper, node, paper->year);
    return move_between(&before, &now, rise);
}

void dti__paper_tell_move(struct dti__tale *tale, size_t node)
{
    struct dti__paper *paper = tale->paper;
    int32_t rise = 0;
    if (!dti__paper_move(paper, node, &rise))
        return;
    enum dti__msg message = rise > 0   ? DTI__MSG_PAPER_RANK_UP
                            : rise < 0 ? DTI__MSG_PAPER_RANK_DOWN
                                       : DTI__MSG_PAPER_RANK_SAME;
    int64_t before = dti__paper_known(paper, node, paper->year_before).rank;
    struct dti__arg places = DTI__INTEGER(rise < 0 ? -rise : rise);
    struct dti__arg year = DTI__INTEGER(paper->year_before);
    if (rise == 0)
        dti__tale_add(tale, message, DTI__ARGS(year));
    else
        dti__tale_add(tale, message, DTI__ARGS(places, DTI__INTEGER(before), year));
}

void dti__paper_tell_rank(struct dti__tale *tale, size_t node)
{
    struct dti__standing now = dti__paper_known(tale->paper, node, tale->paper->year);
    if (now.rank == 0)
        return;
    dti__tale_add(tale, now.out_of ? DTI__MSG_PAPER_RANK : DTI__MSG_PAPER_RANK_FIRST,
                  DTI__ARGS(DTI__INTEGER(now.rank), DTI__INTEGER(now.out_of)));
    dti__paper_tell_move(tale, node);
}
