/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* A comparison is made: which node of one table answers to which of the other, and which unit. */
#include "rank/comparison.h"

#include <stdint.h>
#include <string.h>

/* ── lines ── */

static int64_t max_of(const dti_framework *framework, const size_t *nodes, size_t count)
{
    int64_t sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += framework->nodes[nodes[i]].max_points;
    return sum;
}

static void add_line(dti_comparison *comparison, struct dti__comparison_line line)
{
    for (int side = DTI_BEFORE; side <= DTI_AFTER; side++)
        line.sides[side].max_points = max_of(comparison->tables[side]->framework,
                                             line.sides[side].nodes, line.sides[side].count);
    for (size_t i = 0; i < line.sides[DTI_AFTER].count; i++)
        comparison->line_of[line.sides[DTI_AFTER].nodes[i]] = comparison->line_count;
    comparison->lines[comparison->line_count++] = line;
}

/* Within one framework every node answers to itself. */
static bool add_nodes(dti_comparison *comparison)
{
    const dti_framework *framework = comparison->tables[DTI_AFTER]->framework;
    size_t count = framework->node_count;
    size_t *nodes = dti__arena_array(&comparison->arena, count, sizeof *nodes);
    comparison->lines = dti__arena_array(&comparison->arena, count, sizeof *comparison->lines);
    if (!nodes || !comparison->lines)
        return false;
    for (size_t i = 0; i < count; i++) {
        size_t node = (framework->tree_count + i) % count; /* indices first */
        nodes[i] = node;
        add_line(comparison,
                 (struct dti__comparison_line){.pair = DTI_NONE,
                                               .comparable = DTI_COMPARABLE_POINTS,
                                               .sides = {{.nodes = &nodes[i], .count = 1},
                                                         {.nodes = &nodes[i], .count = 1}}});
    }
    return true;
}

static void add_pair(dti_comparison *comparison, size_t index)
{
    const struct dti__pair *pair = &comparison->crosswalk->pairs[index];
    add_line(comparison, (struct dti__comparison_line){
                             .pair = index,
                             .comparable = (dti_comparable)pair->comparable,
                             .sides = {{.nodes = pair->from.nodes, .count = pair->from.count},
                                       {.nodes = pair->to.nodes, .count = pair->to.count}}});
}

/* The pairs in the order of their first nodes after, then those that have none. */
static void add_pairs_of(dti_comparison *comparison, size_t first, size_t end)
{
    const dti_crosswalk *crosswalk = comparison->crosswalk;
    for (size_t node = first; node < end; node++) {
        size_t pair = crosswalk->pair_of_to[node];
        if (pair != DTI_NONE && crosswalk->pairs[pair].to.nodes[0] == node)
            add_pair(comparison, pair);
    }
}

static void add_retired_of(dti_comparison *comparison, size_t first, size_t end)
{
    const dti_crosswalk *crosswalk = comparison->crosswalk;
    for (size_t node = first; node < end; node++) {
        size_t pair = crosswalk->pair_of_from[node];
        if (pair != DTI_NONE && crosswalk->pairs[pair].to.count == 0 &&
            crosswalk->pairs[pair].from.nodes[0] == node)
            add_pair(comparison, pair);
    }
}

static bool add_pairs(dti_comparison *comparison)
{
    const dti_framework *from = comparison->tables[DTI_BEFORE]->framework;
    const dti_framework *to = comparison->tables[DTI_AFTER]->framework;
    comparison->lines = dti__arena_array(&comparison->arena, comparison->crosswalk->pair_count,
                                         sizeof *comparison->lines);
    if (!comparison->lines)
        return false;
    add_pairs_of(comparison, to->tree_count, to->node_count);
    add_retired_of(comparison, from->tree_count, from->node_count);
    add_pairs_of(comparison, 0, to->tree_count);
    add_retired_of(comparison, 0, from->tree_count);
    return true;
}

/* ── units ── */

static bool add_units(dti_comparison *comparison)
{
    const dti_table *before = comparison->tables[DTI_BEFORE];
    const dti_table *after = comparison->tables[DTI_AFTER];
    size_t entries = dti_units_count(after->units);
    size_t *began = dti__arena_array(&comparison->arena, entries, sizeof *began);
    comparison->units = dti__arena_array(&comparison->arena, before->row_count + after->row_count,
                                         sizeof *comparison->units);
    comparison->unit_of = dti__arena_array(&comparison->arena, entries, sizeof *began);
    if (!began || !comparison->units || !comparison->unit_of)
        return false;
    for (size_t i = 0; i < entries; i++)
        began[i] = comparison->unit_of[i] = DTI_NONE;
    for (size_t i = 0; i < after->row_count; i++) {
        size_t entry = after->rows[i].unit;
        began[after->units->entries[entry].origin] = i;
        comparison->units[i] = (struct dti__comparison_unit){entry, {DTI_NONE, i}};
        comparison->unit_of[entry] = i;
    }
    comparison->unit_count = after->row_count;
    for (size_t i = 0; i < before->row_count; i++) {
        size_t entry = before->rows[i].unit;
        size_t unit = began[before->units->entries[entry].origin];
        if (unit == DTI_NONE) {
            unit = comparison->unit_count++;
            comparison->units[unit] = (struct dti__comparison_unit){entry, {i, DTI_NONE}};
        }
        comparison->units[unit].rows[DTI_BEFORE] = i;
        comparison->unit_of[entry] = unit;
    }
    return true;
}

/* Ranks among other units are not comparable: every unit of either day must be one of the other,
 * and as many must have been ranked. False when out of memory. */
static bool find_cohort(dti_comparison *comparison)
{
    const dti_table *before = comparison->tables[DTI_BEFORE];
    const dti_table *after = comparison->tables[DTI_AFTER];
    const dti_units *units = after->units;
    size_t count[2] = {0, 0};
    bool *was_there = dti__arena_array(&comparison->arena, units->entry_count, sizeof *was_there);
    if (!was_there)
        return false;
    for (size_t i = 0; i < units->entry_count; i++)
        if (dti_units_is_valid(units, i, before->day)) {
            was_there[units->entries[i].origin] = true;
            count[DTI_BEFORE]++;
        }
    bool is_one = before->out_of == after->out_of;
    for (size_t i = 0; i < units->entry_count; i++)
        if (dti_units_is_valid(units, i, after->day)) {
            is_one = is_one && was_there[units->entries[i].origin];
            count[DTI_AFTER]++;
        }
    comparison->is_one_cohort = is_one && count[DTI_BEFORE] == count[DTI_AFTER];
    return true;
}

/* ── the whole ── */

static bool fill(dti_comparison *comparison)
{
    size_t nodes = comparison->tables[DTI_AFTER]->framework->node_count;
    comparison->line_of = dti__arena_array(&comparison->arena, nodes, sizeof *comparison->line_of);
    for (size_t i = 0; comparison->line_of && i < nodes; i++)
        comparison->line_of[i] = DTI_NONE;
    return comparison->line_of && find_cohort(comparison) &&
           (comparison->crosswalk ? add_pairs(comparison) : add_nodes(comparison)) &&
           add_units(comparison) && dti__comparison_rank_all(comparison) &&
           dti__comparison_order(comparison);
}

static dti_status check_tables(const dti_table *before, const dti_table *after, dti_error **error)
{
    const dti_units *a = before->units;
    const dti_units *b = after->units;
    if (before->year > after->year)
        return dti__fail(error, DTI__MSG_COMPARISON_YEARS,
                         DTI__ARGS(DTI__INTEGER(before->year), DTI__INTEGER(after->year)));
    if (a != b && strcmp(dti_units_digest(a), dti_units_digest(b)) != 0)
        return dti__fail(error, DTI__MSG_COMPARISON_UNITS,
                         DTI__ARGS(DTI__TEXT(dti_units_id(a)), DTI__TEXT(dti_units_version(a)),
                                   DTI__TEXT(dti_units_id(b)), DTI__TEXT(dti_units_version(b))));
    return DTI_OK;
}

dti_status dti__comparison_make(const dti_table *before, const dti_table *after,
                                const dti_crosswalk *crosswalk, const dti_allocator *allocator,
                                dti_comparison **out, dti_error **error)
{
    struct dti__arena arena;
    dti_status status = check_tables(before, after, error);
    if (status != DTI_OK)
        return status;
    dti__arena_init(&arena, allocator);
    dti_comparison *comparison = dti__arena_alloc(&arena, sizeof *comparison);
    if (!comparison)
        return dti__fail_nomem(error);
    atomic_init(&comparison->references, 1);
    comparison->arena = arena;
    comparison->tables[DTI_BEFORE] = dti_table_ref(before);
    comparison->tables[DTI_AFTER] = dti_table_ref(after);
    comparison->crosswalk = dti_crosswalk_ref(crosswalk);
    if (fill(comparison)) {
        *out = comparison;
        return DTI_OK;
    }
    dti_comparison_unref(comparison);
    return dti__fail_nomem(error);
}

dti_comparison *dti_comparison_ref(const dti_comparison *comparison)
{
    dti_comparison *shared = (dti_comparison *)(uintptr_t)comparison;
    if (shared)
        atomic_fetch_add_explicit(&shared->references, 1, memory_order_relaxed);
    return shared;
}

void dti_comparison_unref(dti_comparison *comparison)
{
    if (!comparison ||
        atomic_fetch_sub_explicit(&comparison->references, 1, memory_order_acq_rel) != 1)
        return;
    dti_table_unref(comparison->tables[DTI_BEFORE]);
    dti_table_unref(comparison->tables[DTI_AFTER]);
    dti_crosswalk_unref(comparison->crosswalk);
    struct dti__arena arena = comparison->arena; /* the comparison lies in its own arena */
    dti__arena_release(&arena);
}
