/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
#include "score/kernel.h"

#include "base/rounding.h"

#include <string.h>

static double clamp(double number, double low, double high)
{
    double raised = number > low ? number : low;
    return raised < high ? raised : high;
}

int64_t dti__kernel_points(const struct dti__rule *rule, int64_t max_points, double share)
{
    /* As the loops round: the maximum in 10^-9 point is a whole number below 2^51. */
    double nano = share * (double)max_points;
    double kept =
        clamp(nano, rule->clamp_low * (double)max_points, rule->clamp_high * (double)max_points);
    return (int64_t)((kept + DTI__ROUND) - DTI__ROUND);
}

/* ---- Compiling ---- */

/* share = quantity × `slope`, or 1 less that where lower is better. One product is rounded instead
 * of a quotient and two products: faster, and nearer to the exact number. */
static void set_line(struct dti__kernel *kernel, double from, double slope, bool is_falling)
{
    const struct dti__rule *rule = kernel->component->rule;
    double most = (double)kernel->component->max_points;
    kernel->score = is_falling             ? kernel->loops->line
                    : from > 0 || from < 0 ? kernel->loops->stretch
                                           : kernel->loops->scale;
    kernel->how.line = (struct dti__line){
        .from = from,
        .by = is_falling ? -slope : slope,
        .add = is_falling ? most : 0,
        .least = rule->clamp_low * most,
        .most = rule->clamp_high * most,
    };
}

static bool set_stairs(struct dti__kernel *kernel, size_t count, double otherwise,
                       struct dti__arena *arena)
{
    const struct dti__rule *rule = kernel->component->rule;
    struct dti__stair *steps = dti__arena_array(arena, count, sizeof *steps);
    double sign = rule->lower_is_better ? -1 : 1;
    if (!steps)
        return false;
    for (size_t i = 0; i < count; i++) {
        switch (rule->kind) {
        case DTI__RULE_TIERS:
            steps[i].threshold = sign * rule->tiers[i].threshold;
            steps[i].share = rule->tiers[i].share;
            break;
        case DTI__RULE_CHOICE: /* the index of an answer reaches all answers before it */
            steps[i].threshold = (double)i;
            steps[i].share = rule->answers[i].share;
            break;
        default:
            steps[i].threshold = (double)rule->count;
            steps[i].share = 1;
        }
        steps[i].points = dti__kernel_points(rule, kernel->component->max_points, steps[i].share);
    }
    kernel->score = kernel->loops->stairs;
    kernel->how.stairs = (struct dti__stairs){
        .steps = steps,
        .count = count,
        .sign = sign,
        .otherwise_share = otherwise,
        .otherwise = dti__kernel_points(rule, kernel->component->max_points, otherwise),
    };
    return true;
}

static void set_inverse(struct dti__kernel *kernel, double best)
{
    const struct dti__rule *rule = kernel->component->rule;
    double most = (double)kernel->component->max_points;
    kernel->score = kernel->loops->inverse;
    kernel->how.inverse = (struct dti__inverse){
        .over = best * most, .least = rule->clamp_low * most, .most = rule->clamp_high * most};
}

static void set_cohort(struct dti__kernel *kernel, const struct dti__extent *extent)
{
    const struct dti__rule *rule = kernel->component->rule;
    double most = (double)kernel->component->max_points;
    set_line(kernel, 0, 0, false);
    kernel->lacks_bounds = !extent || extent->count == 0;
    if (kernel->lacks_bounds)
        return;
    bool is_range = rule->kind == DTI__RULE_MIN_MAX;
    double divisor = is_range ? extent->high - extent->low : extent->high;
    if (!is_range && rule->lower_is_better) {
        set_inverse(kernel, extent->low);
        return;
    }
    kernel->is_base_zero = !(divisor >= DTI__LEAST_BASE);
    if (!kernel->is_base_zero)
        set_line(kernel, is_range ? extent->low : 0, most / divisor, rule->lower_is_better);
}

static void set_policies(struct dti__kernel *kernel)
{
    for (unsigned state = DTI_STATE_MISSING; state <= DTI_STATE_REJECTED; state++) {
        const struct dti__policy *policy = &kernel->component->policies[state];
        if (policy->is_excluded)
            kernel->excluded_states |= 1u << state;
        else if (policy->is_open)
            kernel->open_states |= 1u << state;
    }
}

bool dti__kernel_compile(const struct dti__node *component, const struct dti__extent *extent,
                         const struct dti__loops *loops, struct dti__arena *arena,
                         struct dti__kernel *out)
{
    const struct dti__rule *rule = component->rule;
    double most = (double)component->max_points;
    double full = rule->when_base_zero == DTI__BASE_ZERO_FULL ? 1 : 0;
    bool is_single = rule->quantity.form == DTI__FORM_SUM && rule->quantity.of.count == 1;
    *out = (struct dti__kernel){
        .component = component,
        .loops = loops,
        .single = is_single ? rule->quantity.of.inputs[0] : DTI_NONE,
        .base_zero_points = dti__kernel_points(rule, component->max_points, full),
    };
    set_policies(out);
    switch (rule->kind) {
    case DTI__RULE_SHARE_OF_BASE:
        set_line(out, 0, most / rule->base / rule->target, rule->lower_is_better);
        return true;
    case DTI__RULE_COUNT:
        set_line(out, 0, most * rule->share_per_item, rule->lower_is_better);
        return true;
    case DTI__RULE_CHECKLIST:
        set_line(out, 0, most, false);
        return true;
    case DTI__RULE_TIERS:
        return set_stairs(out, rule->tier_count, rule->otherwise, arena);
    case DTI__RULE_CHOICE:
        return set_stairs(out, rule->answer_count, 0, arena);
    case DTI__RULE_DOCUMENT:
        return set_stairs(out, 1, 0, arena);
    case DTI__RULE_BEST_OF_COHORT:
    case DTI__RULE_MIN_MAX:
        set_cohort(out, extent);
        return true;
    default:
        set_line(out, 0, most / rule->target, rule->lower_is_better);
        return true;
    }
}

/* ---- Running ---- */

/* The checklist reads a column per item; its quantity is the number of items answered yes. */
static bool read_items(const struct dti__kernel *kernel, const struct dti__column *columns,
                       const struct dti__rows *rows, struct dti__room *room, struct dti__cells *out)
{
    const struct dti__rule *rule = kernel->component->rule;
    struct dti__cells item;
    memset(room->sum, 0, sizeof room->sum);
    memset(room->base, 0, sizeof room->base);
    *out = (struct dti__cells){.values = room->sum};
    out->states.in[DTI_STATE_PRESENT] = dti__rows_all(rows);
    for (size_t i = 0; i < rule->item_count; i++) {
        if (!dti__operand_read(&columns[rule->items[i].input], rows, kernel->loops, room->operand,
                               &item))
            return false;
        kernel->loops->add(room->sum, item.values, rows->n, rule->items[i].share);
        kernel->loops->add(room->base, item.values, rows->n, 1);
        dti__states_worsen(&out->states, &item.states);
    }
    return true;
}

/* A base of zero is no number; the rule says what it means. */
static void settle_base_zero(const struct dti__kernel *kernel, struct dti__states *states,
                             int64_t *sums)
{
    uint64_t rows = states->in[DTI__STATE_BASE_ZERO];
    bool is_scored = kernel->component->rule->when_base_zero != DTI__BASE_ZERO_NOT_APPLICABLE;
    states->in[DTI__STATE_BASE_ZERO] = 0;
    states->in[is_scored ? DTI_STATE_PRESENT : DTI_STATE_NOT_APPLICABLE] |= rows;
    for (size_t i = 0; is_scored && i < DTI__TILE; i++)
        sums[i] += rows >> i & 1 ? kernel->base_zero_points : 0;
}

/* What the bounds do to rows that have a quantity. */
static void settle_bounds(const struct dti__kernel *kernel, struct dti__states *states)
{
    uint64_t present = states->in[DTI_STATE_PRESENT];
    if (kernel->lacks_bounds) {
        states->in[DTI_STATE_NOT_ASSESSED] |= present | states->in[DTI__STATE_BASE_ZERO];
        states->in[DTI__STATE_BASE_ZERO] = 0;
        states->in[DTI_STATE_PRESENT] = 0;
    } else if (kernel->is_base_zero) {
        states->in[DTI__STATE_BASE_ZERO] |= present;
        states->in[DTI_STATE_PRESENT] = 0;
    }
}

/* True if a tile is a whole one of a direct column. */
static bool is_direct(const struct dti__kernel *kernel, const struct dti__column *columns,
                      const struct dti__rows *rows)
{
    if (kernel->single == DTI_NONE || rows->n != DTI__TILE)
        return false;
    const struct dti__column *column = &columns[kernel->single];
    return column->is_direct && (column->validity_offset + rows->row) % 8 == 0;
}

static inline bool read_quantity(const struct dti__kernel *kernel,
                                 const struct dti__column *columns, const struct dti__rows *rows,
                                 struct dti__room *room, struct dti__cells *out)
{
    const struct dti__rule *rule = kernel->component->rule;
    if (is_direct(kernel, columns, rows)) { /* the shortest way for most of a large batch */
        const struct dti__column *column = &columns[kernel->single];
        uint64_t present = dti__column_present(column, rows->row);
        *out = (struct dti__cells){.values = column->values + rows->row,
                                   .limits = &column->reading->limits};
        out->states.in[DTI_STATE_PRESENT] = present;
        out->states.in[DTI_STATE_MISSING] = ~present;
        return true;
    }
    return rule->kind == DTI__RULE_CHECKLIST
               ? read_items(kernel, columns, rows, room, out)
               : dti__quantity_read(&rule->quantity, columns, rows, kernel->loops, room, out);
}

bool dti__kernel_read(const struct dti__kernel *kernel, const struct dti__column *columns,
                      const struct dti__rows *rows, struct dti__room *room, struct dti__cells *out)
{
    return read_quantity(kernel, columns, rows, room, out);
}

bool dti__kernel_run(const struct dti__kernel *kernel, const struct dti__column *columns,
                     const struct dti__rows *rows, struct dti__room *room, int64_t *sums,
                     struct dti__scored *out)
{
    struct dti__cells *cells = &out->cells;
    if (!read_quantity(kernel, columns, rows, room, cells))
        return false;
    if (kernel->lacks_bounds || kernel->is_base_zero) {
        if (!dti__cells_are_sound(cells, rows, kernel->loops))
            return false;
        settle_bounds(kernel, &cells->states);
    }
    uint64_t present = cells->states.in[DTI_STATE_PRESENT];
    if (present != 0 &&
        kernel->score(cells->values, rows->n, present, cells->limits, &kernel->how, sums) != 0)
        return false;
    out->base_zero = cells->states.in[DTI__STATE_BASE_ZERO];
    if (out->base_zero != 0)
        settle_base_zero(kernel, &cells->states, sums);
    return true;
}

static uint64_t rows_in(unsigned set, const struct dti__states *states)
{
    uint64_t rows = 0;
    for (unsigned state = DTI_STATE_MISSING; state <= DTI_STATE_REJECTED; state++)
        rows |= set >> state & 1 ? states->in[state] : 0;
    return rows;
}

uint64_t dti__kernel_open(const struct dti__kernel *kernel, const struct dti__states *states)
{
    return rows_in(kernel->open_states, states);
}

uint64_t dti__kernel_excluded(const struct dti__kernel *kernel, const struct dti__states *states)
{
    return rows_in(kernel->excluded_states, states);
}

/* ---- Telling ---- */

/* The share before the clamp, from what the loop computes with. */
static double share_of(const struct dti__kernel *kernel, double quantity)
{
    double most = (double)kernel->component->max_points;
    if (kernel->score == kernel->loops->stairs) {
        const struct dti__stairs *stairs = &kernel->how.stairs;
        double share = stairs->otherwise_share;
        for (size_t i = 0; i < stairs->count; i++)
            share = stairs->sign * quantity >= stairs->steps[i].threshold ? stairs->steps[i].share
                                                                          : share;
        return share;
    }
    if (kernel->component->max_points == 0)
        return 0;
    if (kernel->score == kernel->loops->inverse)
        return quantity >= DTI__LEAST_BASE ? kernel->how.inverse.over / quantity / most : 1;
    const struct dti__line *line = &kernel->how.line;
    return ((quantity - line->from) * line->by + line->add) / most;
}

struct dti__score dti__kernel_score(const struct dti__kernel *kernel,
                                    const struct dti__column *columns, size_t row)
{
    const struct dti__rule *rule = kernel->component->rule;
    const struct dti__rows rows = {row, 1};
    struct dti__room room;
    struct dti__scored scored;
    int64_t sums[DTI__TILE] = {0};
    struct dti__score score = {.state = DTI_STATE_REJECTED};
    if (!dti__kernel_run(kernel, columns, &rows, &room, sums, &scored))
        return score; /* no figure of a dossier is refused: it was read with the same limits */
    score.state = dti__states_of(&scored.cells.states, 0);
    score.points = sums[0];
    if (score.state != DTI_STATE_PRESENT)
        return score;
    if ((scored.base_zero & 1) != 0) {
        score.share = rule->when_base_zero == DTI__BASE_ZERO_FULL;
        return score;
    }
    /* A checklist reads the number of items answered yes; its share is linear in their weights. */
    score.quantity = rule->kind == DTI__RULE_CHECKLIST ? room.base[0] : scored.cells.values[0];
    score.share = share_of(kernel, scored.cells.values[0]);
    return score;
}
