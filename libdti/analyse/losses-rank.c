/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Where a unit would stand with more points, the others unchanged: told only where neither rounding
 * nor what a table does not say could change it. */
#include "analyse/losses.h"

#include "model/units.h"

#include <stdlib.h>

struct entrant {
    size_t row;
    uint32_t rank; /* printed; 0: none */
    struct dti__interval points;
    struct dti__interval within; /* what the ranks of the others leave */
};

/* Whom a unit is ranked with. */
struct cohort {
    const dti_losses *losses;
    size_t entry; /* the unit in the register */
    size_t row;
    bool is_of_year; /* the table is of the dossier's year */
    size_t size;     /* how many were ranked, or could be */
    struct entrant *entrants;
    size_t count;
};

/* ── who ── */

static bool is_rival(const struct cohort *cohort, size_t entry)
{
    const dti_table *table = cohort->losses->table;
    return !table->is_ranked_by_group || dti_units_unit_group(table->units, entry) ==
                                             dti_units_unit_group(table->units, cohort->entry);
}

/* All that have a row, and all units of the table's day that have none: they may be anywhere. */
static void count_cohort(struct cohort *cohort)
{
    const dti_table *table = cohort->losses->table;
    for (size_t entry = 0; entry < dti_units_count(table->units); entry++)
        cohort->size +=
            is_rival(cohort, entry) && (table->row_of[entry] != DTI_NONE ||
                                        dti_units_is_valid(table->units, entry, table->day));
    if (!table->is_ranked_by_group && table->out_of > cohort->size)
        cohort->size = table->out_of;
}

/* ── what is known of their points ── */

static int compare_ranks(const void *a, const void *b)
{
    const struct entrant *left = a;
    const struct entrant *right = b;
    if (left->rank != right->rank)
        return left->rank < right->rank ? -1 : 1;
    return (left->row > right->row) - (left->row < right->row);
}

static void read_cells(struct cohort *cohort, size_t node)
{
    const dti_table *table = cohort->losses->table;
    const struct dti__interval any = {0, table->framework->nodes[node].max_points};
    cohort->count = 0;
    for (size_t row = 0; row < table->row_count; row++) {
        const struct dti__table_cell *cell = &table->rows[row].cells[node];
        struct entrant *entrant = &cohort->entrants[cohort->count];
        if (!is_rival(cohort, table->rows[row].unit))
            continue;
        *entrant = (struct entrant){.row = row, .rank = cell->rank};
        if (!dti__cell_interval(cell, &entrant->points))
            entrant->points = any;
        cohort->count++;
    }
    qsort(cohort->entrants, cohort->count, sizeof *cohort->entrants, compare_ranks);
}

/* Who is ranked better has at least as much: each lies between those that stand around it. Those
 * that share a rank say nothing of each other. */
static void narrow_to_ranks(struct cohort *cohort, int64_t most)
{
    struct entrant *all = cohort->entrants;
    int64_t high = most;
    int64_t low = 0;
    for (size_t i = 0, next = 0; i < cohort->count; i = next) { /* best first */
        int64_t least = high;
        for (next = i; next < cohort->count && all[next].rank == all[i].rank; next++) {
            bool is_ranked = all[next].rank > 0;
            all[next].within = all[next].points;
            if (is_ranked && high < all[next].within.high)
                all[next].within.high = high;
            if (is_ranked && all[next].points.high < least)
                least = all[next].points.high;
        }
        high = least;
    }
    for (size_t i = cohort->count, next = i; i > 0; i = next) { /* worst first */
        int64_t most_of_tie = low;
        for (next = i; next > 0 && all[next - 1].rank == all[i - 1].rank; next--) {
            bool is_ranked = all[next - 1].rank > 0;
            if (is_ranked && low > all[next - 1].within.low)
                all[next - 1].within.low = low;
            if (is_ranked && all[next - 1].points.low > most_of_tie)
                most_of_tie = all[next - 1].points.low;
        }
        low = most_of_tie;
    }
}

/* ── the field ── */

/* Ranks that contradict the amounts leave nothing: then nothing is said. */
static bool is_sound(const struct cohort *cohort)
{
    for (size_t i = 0; i < cohort->count; i++)
        if (cohort->entrants[i].within.low > cohort->entrants[i].within.high)
            return false;
    return true;
}

static bool find_own(const struct cohort *cohort, size_t node, struct dti__loss_field *field)
{
    const struct dti__outcome *outcome = &cohort->losses->result->nodes[node].outcome;
    if (!cohort->is_of_year) {
        field->own = (struct dti__interval){outcome->points, outcome->points};
        return outcome->decided == outcome->max_points;
    }
    for (size_t i = 0; i < cohort->count; i++)
        if (cohort->entrants[i].row == cohort->row) {
            field->own = cohort->entrants[i].within;
            field->rank = cohort->entrants[i].rank;
        }
    return true;
}

/* Who stands before the unit now. */
static bool is_before(const struct entrant *entrant, const struct dti__loss_field *field)
{
    return entrant->rank > 0 ? entrant->rank < field->rank : entrant->points.low > field->own.high;
}

/* With its rank known only those before it matter, and all of them must be; else everybody does. */
static bool list_rivals(dti_losses *losses, const struct cohort *cohort,
                        struct dti__loss_field *field)
{
    field->rivals = dti__arena_array(&losses->arena, cohort->count, sizeof *field->rivals);
    if (!field->rivals)
        return false;
    for (size_t i = 0; i < cohort->count; i++) {
        const struct entrant *entrant = &cohort->entrants[i];
        bool is_asked = field->rank == 0 || is_before(entrant, field);
        if (is_asked && entrant->row != cohort->row)
            field->rivals[field->rival_count++] = entrant->within;
    }
    if (field->rank > 0) {
        field->is_told = field->rival_count == field->rank - 1;
        return true;
    }
    field->rank = dti__loss_rank(field, 0);
    field->is_told = field->rank > 0 && field->rival_count == cohort->size - 1;
    return true;
}

static bool fill_field(dti_losses *losses, struct cohort *cohort, size_t node)
{
    struct dti__loss_field *field = &losses->fields[node];
    read_cells(cohort, node);
    narrow_to_ranks(cohort, losses->table->framework->nodes[node].max_points);
    if (!is_sound(cohort) || !find_own(cohort, node, field))
        return true;
    return list_rivals(losses, cohort, field);
}

uint32_t dti__loss_rank(const struct dti__loss_field *field, int64_t gain)
{
    uint32_t rank = 1;
    for (size_t i = 0; i < field->rival_count; i++) {
        if (field->rivals[i].low > field->own.high + gain)
            rank++;
        else if (field->rivals[i].high > field->own.low + gain)
            return 0;
    }
    return rank;
}

bool dti__losses_find_fields(dti_losses *losses)
{
    const dti_table *table = losses->table;
    const dti_dossier *dossier = losses->result->dossier;
    struct cohort cohort = {.losses = losses};
    if (!table)
        return true;
    cohort.entry = dti_units_find(table->units, dossier->unit_id, table->day);
    cohort.row = cohort.entry == DTI_NONE ? DTI_NONE : table->row_of[cohort.entry];
    cohort.is_of_year = table->year == dossier->year;
    if (cohort.row == DTI_NONE)
        return true;
    count_cohort(&cohort);
    struct dti__arena scratch;
    dti__arena_init(&scratch, &losses->arena.allocator);
    size_t nodes = dossier->framework->node_count;
    cohort.entrants = dti__arena_array(&scratch, table->row_count, sizeof *cohort.entrants);
    losses->fields = dti__arena_array(&losses->arena, nodes, sizeof *losses->fields);
    bool has_room = cohort.entrants && losses->fields;
    for (size_t node = 0; has_room && node < nodes; node++)
        if (!dossier->framework->nodes[node].rule ||
            dossier->framework->nodes[node].parent == DTI_NONE)
            has_room = fill_field(losses, &cohort, node);
    dti__arena_release(&scratch);
    return has_room;
}
