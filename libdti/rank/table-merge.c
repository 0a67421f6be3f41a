/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* A table carried over mergers: what the units of a later day have, from the units that they were
 * formed from. */
#include "rank/mean.h"

#include "diag/options.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MOST_INHABITANTS INT64_C(1000000000000)
#define MOST_WORK        ((size_t)1 << 26) /* units gone back to, over all units and nodes */
#define ID_SIZE          128               /* an id and its terminator */

struct target { /* a unit of the later day that is to have a row */
    size_t entry;
    size_t first; /* row of the first unit that it was formed from */
};

struct carrying {
    const dti_table *from;
    dti_table *to;
    dti_merge_method method;
    const int64_t *populations; /* NULL: those of the register */
    struct dti__arena arena;    /* of what follows */
    struct target *targets;
    size_t target_count;
    size_t day_count; /* units of the later day, with or without a row */
    bool is_same;     /* the units of both days are the same */
    size_t *origins;  /* entries of the table's own day that a unit was formed from */
    int64_t *weights; /* of each */
    size_t origin_count;
    size_t *stack;
    size_t *seen; /* the turn in which an entry was last come by */
    size_t turn;
    size_t tops; /* nodes that may become means */
    size_t work;
    bool is_too_large;
};

/* ── who was formed from whom ── */

static void come_by(struct carrying *carrying, size_t *height, size_t entry)
{
    if (carrying->seen[entry] == carrying->turn)
        return;
    carrying->seen[entry] = carrying->turn;
    carrying->stack[(*height)++] = entry;
}

/* A hundred units that were formed from a thousand are a hundred thousand looks: few words of a
 * document may ask for a long time of work. */
static bool can_afford(struct carrying *carrying, size_t work)
{
    carrying->work += work; /* small against SIZE_MAX: it was not too large before */
    carrying->is_too_large = carrying->is_too_large || carrying->work > MOST_WORK;
    return !carrying->is_too_large;
}

/* The units of the table's day that an entry goes back to, each once, over any number of mergers
 * and renamings. False if a part of it goes back to none, or the work is too large. */
static bool find_origins(struct carrying *carrying, size_t entry)
{
    const dti_units *units = carrying->from->units;
    size_t height = 0;
    carrying->origin_count = 0;
    carrying->turn++;
    come_by(carrying, &height, entry);
    while (height > 0 && can_afford(carrying, 1)) {
        size_t at = carrying->stack[--height];
        size_t count = dti_units_unit_predecessor_count(units, at);
        if (dti_units_is_valid(units, at, carrying->from->day)) {
            carrying->origins[carrying->origin_count++] = at;
            continue;
        }
        if (count == 0)
            return false;
        for (size_t i = count; i > 0; i--)
            come_by(carrying, &height, dti_units_unit_predecessor(units, at, i - 1));
    }
    return !carrying->is_too_large;
}

static bool goes_on(const struct carrying *carrying, size_t entry)
{
    return carrying->origin_count == 1 &&
           dti_units_is_same(carrying->from->units, carrying->origins[0], entry);
}

static size_t first_row(const struct carrying *carrying)
{
    size_t first = DTI_NONE;
    for (size_t i = 0; i < carrying->origin_count; i++) {
        size_t row = dti_table_find(carrying->from, carrying->origins[i]);
        first = row < first ? row : first; /* DTI_NONE is the largest number */
    }
    return first;
}

static int compare_targets(const void *left, const void *right)
{
    const struct target *a = left;
    const struct target *b = right;
    if (a->first != b->first)
        return a->first < b->first ? -1 : 1;
    return (a->entry > b->entry) - (a->entry < b->entry);
}

/* Rows come in the order of the table; who has no part in it has no row. */
static void find_targets(struct carrying *carrying, const char *day)
{
    const dti_units *units = carrying->from->units;
    size_t before = 0;
    carrying->is_same = true;
    for (size_t i = 0; i < dti_units_count(units); i++) {
        before += dti_units_is_valid(units, i, carrying->from->day) != 0;
        if (!dti_units_is_valid(units, i, day))
            continue;
        carrying->day_count++;
        bool is_known = find_origins(carrying, i);
        carrying->is_same = carrying->is_same && is_known && goes_on(carrying, i);
        size_t first = first_row(carrying);
        if (first != DTI_NONE)
            carrying->targets[carrying->target_count++] = (struct target){i, first};
    }
    carrying->is_same = carrying->is_same && before == carrying->day_count;
    qsort(carrying->targets, carrying->target_count, sizeof *carrying->targets, compare_targets);
}

/* ── cells ── */

/* False if one of them has no known number of inhabitants. */
static bool find_weights(struct carrying *carrying)
{
    const dti_table *from = carrying->from;
    for (size_t i = 0; i < carrying->origin_count; i++) {
        size_t entry = carrying->origins[i];
        int64_t count = carrying->populations
                            ? carrying->populations[entry]
                            : dti_units_unit_population(from->units, entry, from->year);
        carrying->weights[i] = carrying->method == DTI_MERGE_MEAN ? 1 : count;
        if (carrying->weights[i] <= 0 || carrying->weights[i] > MOST_INHABITANTS)
            return false;
    }
    return true;
}

/* The mean of a node over all units that one was formed from; nothing if one of them has none. */
static void set_mean(const struct carrying *carrying, struct dti__table_row *row, size_t node)
{
    struct dti__mean mean = dti__mean_begin();
    for (size_t i = 0; i < carrying->origin_count; i++) {
        size_t from = dti_table_find(carrying->from, carrying->origins[i]);
        if (from == DTI_NONE)
            return;
        dti__mean_add(&mean, &carrying->from->rows[from].cells[node], carrying->weights[i]);
    }
    dti__mean_end(&mean, &row->cells[node]);
}

/* From its parts; where they are not known, the mean of the index itself, which is the same thing:
 * an index is linear in its parts. */
static void set_index(const struct carrying *carrying, struct dti__table_row *row, size_t node)
{
    if (!dti__mean_of_parts(carrying->from->framework, row->cells, node))
        set_mean(carrying, row, node);
}

static void derive_row(struct carrying *carrying, struct dti__table_row *row)
{
    const dti_framework *framework = carrying->from->framework;
    if (!can_afford(carrying, carrying->origin_count * carrying->tops) || !find_weights(carrying))
        return;
    for (size_t i = 0; i < framework->tree_count; i++)
        if (framework->nodes[i].parent == DTI_NONE)
            set_mean(carrying, row, i);
    for (size_t i = 0; i < dti__framework_index_count(framework); i++)
        set_index(carrying, row, framework->index_order[i]);
}

/* A rank among other units is no rank of this table. */
static bool speaks_of_ranks(const struct dti__printed *figure)
{
    return figure->quantity == DTI_QUANTITY_RANK ||
           (figure->quantity == DTI_QUANTITY_DIFFERENCE && figure->of == DTI_QUANTITY_RANK);
}

static bool keep_row(struct carrying *carrying, const struct dti__table_row *from,
                     struct dti__table_row *row)
{
    size_t nodes = carrying->from->framework->node_count;
    row->figures = dti__arena_array(&carrying->to->arena, from->figure_count, sizeof *row->figures);
    if (!row->figures)
        return false;
    memcpy(row->cells, from->cells, nodes * sizeof *row->cells);
    for (size_t i = 0; i < nodes && !carrying->is_same; i++)
        row->cells[i].rank = 0;
    for (size_t i = 0; i < from->figure_count; i++)
        if (carrying->is_same || !speaks_of_ranks(&from->figures[i]))
            row->figures[row->figure_count++] = from->figures[i];
    return true;
}

static bool make_row(struct carrying *carrying, size_t index)
{
    dti_table *to = carrying->to;
    struct dti__table_row *row = &to->rows[index];
    size_t entry = carrying->targets[index].entry;
    bool is_known = find_origins(carrying, entry);
    row->unit = entry;
    row->cells = dti__arena_array(&to->arena, to->framework->node_count, sizeof *row->cells);
    if (!row->cells)
        return false;
    to->row_of[entry] = index;
    if (is_known && goes_on(carrying, entry))
        return keep_row(carrying, &carrying->from->rows[carrying->targets[index].first], row);
    to->is_derived = true;
    if (is_known)
        derive_row(carrying, row);
    return true;
}

/* ── the whole table ── */

/* A derived table is another one: "vn-dti-province-2022-at-2025-07-01". */
static bool set_id(dti_table *to, const char *id, const char *day)
{
    char text[ID_SIZE];
    to->id = id;
    if (!to->is_derived || strlen(id) + strlen("-at-YYYY-MM-DD") >= sizeof text)
        return true;
    int length = snprintf(text, sizeof text, "%s-at-%s", id, day);
    to->id = dti__arena_text(&to->arena, text, (size_t)length);
    return to->id != NULL;
}

static bool fill(struct carrying *carrying, const char *day)
{
    const dti_table *from = carrying->from;
    dti_table *to = carrying->to;
    to->origin = dti_table_ref(from);
    to->version = from->version;
    to->titles = from->titles;
    to->numbering = from->numbering;
    to->year = from->year;
    memcpy(to->day, day, sizeof to->day);
    memcpy(to->published, from->published, sizeof to->published);
    to->is_derived = from->is_derived;
    to->is_ranked_by_group = from->is_ranked_by_group;
    to->sources = from->sources;
    to->source_count = from->source_count;
    to->note = from->note;
    if (carrying->is_same) { /* else they speak of other units */
        to->figures = from->figures;
        to->figure_count = from->figure_count;
    }
    to->rows = dti__arena_array(&to->arena, carrying->target_count, sizeof *to->rows);
    if (!to->rows)
        return false;
    to->row_count = carrying->target_count;
    for (size_t i = 0; i < to->row_count; i++)
        if (!make_row(carrying, i) || carrying->is_too_large)
            return false;
    return set_id(to, from->id, day);
}

/* All units of a day are ranked where all of the other day were. */
static uint32_t ranked(const struct carrying *carrying)
{
    const dti_table *from = carrying->from;
    size_t before = 0;
    for (size_t i = 0; i < dti_units_count(from->units); i++)
        before += dti_units_is_valid(from->units, i, from->day) != 0;
    if (carrying->is_same)
        return from->out_of;
    return (uint32_t)(from->out_of == before ? carrying->day_count : carrying->target_count);
}

static bool carry(struct carrying *carrying, const char *day, const dti_allocator *allocator)
{
    const dti_table *from = carrying->from;
    struct dti__arena *arena = &carrying->arena;
    size_t count = dti_units_count(from->units);
    carrying->targets = dti__arena_array(arena, count, sizeof *carrying->targets);
    carrying->origins = dti__arena_array(arena, count, sizeof *carrying->origins);
    carrying->weights = dti__arena_array(arena, count, sizeof *carrying->weights);
    carrying->stack = dti__arena_array(arena, count, sizeof *carrying->stack);
    carrying->seen = dti__arena_array(arena, count, sizeof *carrying->seen);
    if (!carrying->targets || !carrying->origins || !carrying->weights || !carrying->stack ||
        !carrying->seen)
        return false;
    carrying->to = dti__table_new(from->framework, from->units, allocator);
    if (!carrying->to)
        return false;
    find_targets(carrying, day);
    for (size_t i = 0; i < from->framework->node_count; i++)
        carrying->tops += from->framework->nodes[i].parent == DTI_NONE;
    if (carrying->is_too_large || !fill(carrying, day))
        return false;
    carrying->to->out_of = ranked(carrying);
    return true;
}

/* ── the call ── */

static dti_status check_options(const dti_table *table, const dti_table_merge_options *options,
                                dti_error **error)
{
    size_t count = dti_units_count(table->units);
    if (options->method != DTI_MERGE_MEAN && options->method != DTI_MERGE_POPULATION)
        return dti__fail(error, DTI__MSG_ARG_RANGE, DTI__ARGS(DTI__TEXT("method")));
    if (options->populations && options->population_count != count)
        return dti__fail(error, DTI__MSG_ARG_RANGE, DTI__ARGS(DTI__TEXT("population_count")));
    for (size_t i = 0; options->populations && i < count; i++)
        if (options->populations[i] < 0 || options->populations[i] > MOST_INHABITANTS)
            return dti__fail(error, DTI__MSG_ARG_RANGE, DTI__ARGS(DTI__TEXT("populations")));
    return DTI_OK;
}

static dti_status check_day(const dti_table *table, const char *day, dti_error **error)
{
    struct dti__date wanted;
    struct dti__date own;
    if (!dti__date_read(day, &wanted))
        return dti__fail(error, DTI__MSG_NOT_DATE, DTI__ARGS(DTI__TEXT(day)));
    if (dti__date_read(table->day, &own) && dti__date_compare(wanted, own) < 0)
        return dti__fail(error, DTI__MSG_MERGE_DAY, DTI__ARGS(DTI__DATE(wanted), DTI__DATE(own)));
    return DTI_OK;
}

dti_status dti_table_merge(const dti_table *table, const char *day,
                           const dti_table_merge_options *options, dti_table **out,
                           dti_error **error)
{
    dti_table_merge_options known = DTI_TABLE_MERGE_OPTIONS_INIT;
    dti_allocator allocator;
    if (!table || !day || !out)
        return dti__fail_null(error, !table ? "table" : !day ? "day" : "out");
    dti_status status =
        dti__options_read(options, &known, sizeof known, "dti_table_merge_options", error);
    if (status == DTI_OK)
        status = dti__options_allocator(known.allocator, &allocator, error);
    if (status == DTI_OK)
        status = check_options(table, &known, error);
    if (status == DTI_OK)
        status = check_day(table, day, error);
    if (status != DTI_OK)
        return status;
    struct carrying carrying = {
        .from = table, .method = known.method, .populations = known.populations};
    dti__arena_init(&carrying.arena, &allocator);
    bool is_made = carry(&carrying, day, &allocator);
    dti__arena_release(&carrying.arena);
    if (!is_made) {
        dti_table_unref(carrying.to);
        return carrying.is_too_large ? dti__fail(error, DTI__MSG_MERGE_TOO_LARGE, DTI__NO_ARGS)
                                     : dti__fail_nomem(error);
    }
    *out = carrying.to;
    return DTI_OK;
}
