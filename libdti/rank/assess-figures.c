/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Figures of targets: those that the targets bring, and those that stand in tables and dossiers. */
#include "base/number.h"
#include "base/rounding.h"
#include "base/tens.h"
#include "base/wide.h"
#include "model/check.h"
#include "rank/assess.h"
#include "score/lower.h"

#include <stdlib.h>
#include <string.h>

#define NANO DTI_POINT

/* ── whose row ── */

/* Figures of nodes stand in tables; a target on several nodes has none. */
static bool is_of_a_node(const struct dti__target *target)
{
    return target->code_count == 1 &&
           (target->quantity == DTI__TARGET_VALUE || target->quantity == DTI__TARGET_POINTS ||
            target->quantity == DTI__TARGET_RANK);
}

static bool has_nodes(const dti_targets *targets)
{
    for (size_t i = 0; i < targets->target_count; i++)
        if (is_of_a_node(&targets->targets[i]))
            return true;
    return false;
}

/* A code outlives what it stands for: the unit is meant as it was on a day. */
static struct dti__date find_day(const dti_targets *targets)
{
    struct dti__date set = {0, 0, 0};
    struct dti__date figure = {0, 0, 0};
    struct dti__date due = {0, 0, 0};
    for (size_t i = 0; i < targets->target_count; i++) {
        const struct dti__target *target = &targets->targets[i];
        if (target->set.year != 0 && (set.year == 0 || dti__date_compare(target->set, set) < 0))
            set = target->set;
        if (target->due.year != 0 && (due.year == 0 || dti__date_compare(target->due, due) < 0))
            due = target->due;
        for (size_t k = 0; k < target->figure_count; k++)
            if (figure.year == 0 || target->figures[k].year < figure.year)
                figure = (struct dti__date){(int16_t)target->figures[k].year, 12, 31};
    }
    return targets->unit_at.year != 0 ? targets->unit_at
           : set.year != 0            ? set
           : figure.year != 0         ? figure
                                      : due;
}

static size_t find_row(const struct dti__lookup *lookup, const dti_table *table,
                       struct dti__date day)
{
    const dti_targets *targets = lookup->assessment->targets;
    char text[11];
    dti__date_write(day, text);
    size_t meant =
        dti_units_find(table->units, targets->unit_id, day.year != 0 ? text : table->day);
    size_t then = dti_units_find(table->units, targets->unit_id, table->day);
    if (meant == DTI_NONE)
        return DTI_NONE;
    for (size_t i = 0; i < table->row_count; i++)
        if (dti_units_is_same(table->units, meant, table->rows[i].unit))
            return i;
    if (then != DTI_NONE && !dti_units_is_same(table->units, meant, then) && has_nodes(targets))
        dti__report_add(
            lookup->assessment->findings, DTI__MSG_TARGET_UNIT_MERGED, "/unit",
            DTI__ARGS(DTI__TEXT(table->id), DTI__INTEGER(table->year),
                      DTI__NAMES(targets->unit_names.vi ? targets->unit_names.vi : targets->unit_id,
                                 targets->unit_names.en)));
    return DTI_NONE;
}

/* ── what the dossiers have ── */

static bool lower(struct dti__lookup *lookup, size_t index, struct dti__arena *scratch)
{
    const dti_dossier *dossier = lookup->assessment->dossiers[index];
    const dti_framework *framework = dossier->framework;
    struct dti__row row;
    int mode = dti__rounding_begin();
    bool has_memory = dti__row_lower(dossier, NULL, scratch, &row);
    for (size_t i = 0; has_memory && i < framework->input_count; i++) {
        size_t unit = framework->inputs[i].unit;
        if (unit != DTI_NONE)
            row.values[i] *= framework->units[unit].divisor;
        if (!row.is_derived[i] && row.states[i] == DTI_STATE_PRESENT)
            row.values[i] = dossier->figures[i].number; /* no more than was reported */
    }
    dti__rounding_end(mode);
    lookup->values[index] = row.values;
    lookup->states[index] = row.states;
    return has_memory;
}

bool dti__lookup_begin(struct dti__lookup *lookup, struct dti__arena *scratch)
{
    const dti_assessment *assessment = lookup->assessment;
    struct dti__date day = find_day(assessment->targets);
    lookup->rows = dti__arena_array(scratch, assessment->table_count, sizeof *lookup->rows);
    lookup->values = dti__arena_array(scratch, assessment->dossier_count, sizeof *lookup->values);
    lookup->states = dti__arena_array(scratch, assessment->dossier_count, sizeof *lookup->states);
    if (!lookup->rows || !lookup->values || !lookup->states)
        return false;
    for (size_t i = 0; i < assessment->table_count; i++)
        lookup->rows[i] = find_row(lookup, assessment->tables[i], day);
    for (size_t i = 0; i < assessment->dossier_count; i++) {
        const dti_framework *theirs = assessment->dossiers[i]->framework;
        const dti_framework *ours = assessment->targets->framework;
        if (strcmp(theirs->id, ours->id) != 0)
            dti__report_add(assessment->findings, DTI__MSG_TARGET_DOSSIER_FRAMEWORK, NULL,
                            DTI__ARGS(DTI__TEXT(assessment->dossiers[i]->id), DTI__TEXT(theirs->id),
                                      DTI__TEXT(ours->id)));
        if (!lower(lookup, i, scratch))
            return false;
    }
    return true;
}

/* ── figures ── */

static struct dti__known own_figure(const struct dti__target *target,
                                    const struct dti__target_figure *figure)
{
    struct dti__known known = {.year = figure->year, .text = figure->text, .own = figure};
    if (!figure->text) {
        known.amount = figure->is_done ? NANO : 0;
        return known;
    }
    known.amount = figure->amount;
    known.half = dti__target_is_rank(target) ? 0 : dti__half_unit(figure->decimals);
    known.bound = figure->bound;
    return known;
}

/* The same node in a framework that may be another one: there, only the index over all is known to
 * be what it is here. */
static size_t find_node(const dti_targets *targets, const struct dti__target *target,
                        const dti_framework *other)
{
    const dti_framework *framework = targets->framework;
    size_t node = target->nodes[0];
    if (dti__framework_is_same(framework, other))
        return node;
    if (strcmp(framework->id, other->id) == 0)
        return dti_framework_find(other, NULL, dti_framework_node_code(framework, node, NULL));
    return framework->nodes[node].is_overall ? other->overall : DTI_NONE;
}

static const struct dti__printed *find_printed(const struct dti__table_row *row, size_t node,
                                               int quantity)
{
    for (size_t i = 0; i < row->figure_count; i++)
        if (row->figures[i].node == node && row->figures[i].quantity == quantity)
            return &row->figures[i];
    return NULL;
}

static const char *write_amount(struct dti__arena *arena, int64_t amount)
{
    char text[DTI__NUMBER_SIZE];
    size_t length = dti__decimal_write(amount, '.', text);
    return dti__arena_text(arena, text, length);
}

/* Points of a cell as what the target asks for: they are a value once divided by the maximum. */
static bool scale(const struct dti__target *target, int64_t maximum, int64_t points, int64_t *out)
{
    *out = points;
    return target->quantity == DTI__TARGET_POINTS ||
           dti__muldiv(points, NANO, maximum, DTI__ROUND_HALF_EVEN, out);
}

/* True if there is such a figure; its text is NULL when out of memory. */
static bool table_figure(const struct dti__lookup *lookup, const struct dti__target *target,
                         size_t index, struct dti__known *known)
{
    dti_assessment *assessment = lookup->assessment;
    const dti_table *table = assessment->tables[index];
    size_t node = find_node(assessment->targets, target, table->framework);
    if (lookup->rows[index] == DTI_NONE || node == DTI_NONE)
        return false;
    const struct dti__table_row *row = &table->rows[lookup->rows[index]];
    const struct dti__table_cell *cell = &row->cells[node];
    const struct dti__printed *printed = NULL;
    *known = (struct dti__known){.year = table->year, .table = table};
    if (dti__target_is_rank(target)) {
        known->amount = cell->rank * NANO;
        printed = find_printed(row, node, DTI_QUANTITY_RANK);
    } else {
        int64_t maximum = table->framework->nodes[node].max_points;
        if (cell->basis == DTI_BASIS_NONE ||
            !scale(target, maximum, cell->points, &known->amount) ||
            !scale(target, maximum, cell->half, &known->half))
            return false;
        printed = find_printed(row, node,
                               target->quantity == DTI__TARGET_VALUE ? DTI_QUANTITY_VALUE
                                                                     : DTI_QUANTITY_POINTS);
        if (printed)
            known->amount = printed->amount;
        known->is_computed = cell->basis == DTI_BASIS_POINTS;
    }
    known->text = printed ? printed->text : write_amount(&assessment->arena, known->amount);
    return known->amount != 0 || !dti__target_is_rank(target);
}

static bool dossier_figure(const struct dti__lookup *lookup, const struct dti__target *target,
                           size_t index, struct dti__known *known)
{
    dti_assessment *assessment = lookup->assessment;
    const dti_dossier *dossier = assessment->dossiers[index];
    const dti_framework *framework = assessment->targets->framework;
    bool is_exact = false;
    if (target->input == DTI_NONE || strcmp(dossier->framework->id, framework->id) != 0)
        return false;
    size_t input =
        dti__names_find(&dossier->framework->input_names, framework->inputs[target->input].id);
    if (input == DTI_NONE || lookup->states[index][input] != DTI_STATE_PRESENT)
        return false;
    double number = lookup->values[index][input];
    size_t unit = dossier->framework->inputs[input].unit;
    double divisor = unit == DTI_NONE ? 1 : dossier->framework->units[unit].divisor;
    *known = (struct dti__known){.year = dossier->year, .dossier = dossier};
    if (target->comparison == DTI_TARGET_DONE) {
        known->amount = number > 0 ? NANO : 0;
        return true;
    }
    if (target->quantity == DTI__TARGET_PERCENT && (divisor < 100 || divisor > 100))
        number = number / divisor * 100;
    if (!dti__number_to_nano(number, &known->amount, &is_exact) ||
        known->amount > DTI__MOST_STATED || known->amount < -DTI__MOST_STATED) {
        dti__report_add(assessment->findings, DTI__MSG_TARGET_FIGURE_TOO_LARGE, NULL,
                        DTI__ARGS(DTI__TEXT(target->id), DTI__NUMBER(number, -1),
                                  DTI__INTEGER(DTI__MOST_STATED / NANO)));
        return false;
    }
    known->text = write_amount(&assessment->arena, known->amount);
    return true;
}

/* ── together ── */

static bool is_reached(const dti_assessment *assessment, int64_t year)
{
    return assessment->today.year == 0 || year <= assessment->today.year;
}

/* What is published counts from that day on. If nobody says when that was, the year had to be over
 * at least; what was computed is known from the first day on. */
static bool is_published(const dti_assessment *assessment, const dti_table *table, bool is_computed)
{
    struct dti__date day = {0, 0, 0};
    if (assessment->today.year != 0 && dti__date_read(table->published, &day))
        return dti__date_compare(day, assessment->today) <= 0;
    return is_reached(assessment, is_computed ? table->year : (int64_t)table->year + 1);
}

/* What a figure lets the true one be; an end that is open is as far as numbers go. */
static int64_t lowest(const struct dti__known *known)
{
    return known->bound == DTI__BOUND_AT_MOST ? INT64_MIN : known->amount - known->half;
}

static int64_t highest(const struct dti__known *known)
{
    return known->bound == DTI__BOUND_AT_LEAST ? INT64_MAX : known->amount + known->half;
}

static bool differ(const struct dti__known *a, const struct dti__known *b)
{
    return a->bound != DTI__BOUND_ABOUT && b->bound != DTI__BOUND_ABOUT &&
           (lowest(a) > highest(b) || lowest(b) > highest(a));
}

static const char *origin_of(const struct dti__lookup *lookup, const struct dti__known *known)
{
    return known->table     ? known->table->id
           : known->dossier ? known->dossier->id
                            : lookup->assessment->targets->id;
}

/* The first figure of a year counts: figures come in the order in which they are trusted. */
static void add(const struct dti__lookup *lookup, const struct dti__target *target,
                const struct dti__known *known, struct dti__known *figures, size_t *count)
{
    size_t at = *count;
    for (size_t i = 0; i < *count; i++) {
        const struct dti__known *first = &figures[i];
        if (first->year != known->year)
            continue;
        if (differ(first, known))
            dti__report_add(
                lookup->assessment->findings, DTI__MSG_TARGET_FIGURES_DIFFER, NULL,
                DTI__ARGS(DTI__TEXT(target->id), DTI__INTEGER(known->year),
                          DTI__POINTS(first->amount, -1), DTI__TEXT(origin_of(lookup, first)),
                          DTI__POINTS(known->amount, -1), DTI__TEXT(origin_of(lookup, known))));
        return;
    }
    for (; at > 0 && figures[at - 1].year > known->year; at--)
        figures[at] = figures[at - 1];
    figures[at] = *known;
    (*count)++;
}

/* False when out of memory. */
static bool look_up(const struct dti__lookup *lookup, const struct dti__target *target,
                    struct dti__known *figures, size_t *count)
{
    const dti_assessment *assessment = lookup->assessment;
    struct dti__known known;
    for (size_t i = 0; is_of_a_node(target) && i < assessment->table_count; i++) {
        const dti_table *table = assessment->tables[i];
        if (!table_figure(lookup, target, i, &known) ||
            !is_published(assessment, table, known.is_computed))
            continue;
        if (!known.text)
            return false;
        add(lookup, target, &known, figures, count);
    }
    for (size_t i = 0; i < assessment->dossier_count; i++) {
        if (!is_reached(assessment, assessment->dossiers[i]->year) ||
            !dossier_figure(lookup, target, i, &known))
            continue;
        if (!known.text && target->comparison != DTI_TARGET_DONE)
            return false;
        add(lookup, target, &known, figures, count);
    }
    return true;
}

const struct dti__known *dti__lookup_figures(const struct dti__lookup *lookup, size_t target,
                                             size_t *count)
{
    dti_assessment *assessment = lookup->assessment;
    const struct dti__target *at = &assessment->targets->targets[target];
    size_t most = at->figure_count + assessment->table_count + assessment->dossier_count;
    struct dti__known *figures = dti__arena_array(&assessment->arena, most, sizeof *figures);
    *count = 0;
    if (!figures)
        return NULL;
    for (size_t i = 0; i < at->figure_count; i++) {
        struct dti__known known = own_figure(at, &at->figures[i]);
        if (is_reached(assessment, known.year))
            add(lookup, at, &known, figures, count);
    }
    return look_up(lookup, at, figures, count) ? figures : NULL;
}
