/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The numbers of a scoreboard: a derived input, a component and the nodes above it, of one unit. */
#include "rank/scoreboard.h"
#include "rank/update.h"
#include "score/weigh.h"

void dti__scoreboard_derive(dti_scoreboard *board, size_t unit, size_t input)
{
    const struct dti__rows row = {unit, 1};
    const struct dti__loops *loops = board->program->loops;
    const struct dti__input *at = &board->program->framework->inputs[input];
    double *values = (double *)(uintptr_t)board->columns[input].values; /* the board's own */
    uint8_t *states = (uint8_t *)(uintptr_t)board->columns[input].states;
    struct dti__room room;
    struct dti__cells reported;
    struct dti__cells derived;
    /* Nothing can be refused: every figure was held to its limits when it came. */
    (void)dti__column_read(&board->reported[input], &row, loops, room.operand, &reported);
    values[unit] = reported.values[0];
    (void)dti__quantity_read(&at->derive, board->columns, &row, loops, &room, &derived);
    (void)dti__derived_take(at->prefer_derived, &derived, &row, &values[unit], &reported.states);
    states[unit] = dti__states_of(&reported.states, 0);
}

static void shift(dti_scoreboard *board, size_t node, const struct dti__shift *by)
{
    struct dti__shift *at = &board->shifts[node];
    at->points += by->points;
    at->open += by->open;
    at->excluded += by->excluded;
    at->undecided += by->undecided;
    at->is_touched = true;
}

/* What a node of the tree or an index gains, and all sums that it counts for. */
static void shift_up(dti_scoreboard *board, size_t node, const struct dti__shift *by)
{
    const dti_framework *framework = board->program->framework;
    size_t top = node;
    shift(board, node, by);
    while (framework->nodes[top].parent != DTI_NONE) {
        top = framework->nodes[top].parent;
        shift(board, top, by);
    }
    const struct dti__lists *indices = &board->reach.indices;
    for (size_t i = top < framework->tree_count ? indices->first[top] : 0;
         top < framework->tree_count && i < indices->first[top + 1]; i++)
        shift(board, indices->list[i], by);
}

void dti__scoreboard_score(dti_scoreboard *board, size_t unit, size_t node)
{
    const struct dti__kernel *kernel = &board->kernels[node];
    const struct dti__standing *standing = &board->standings[node];
    struct dti__score score = dti__kernel_score(kernel, board->columns, unit);
    int64_t most = kernel->component->max_points;
    bool is_open = (kernel->open_states >> score.state & 1) != 0;
    bool is_excluded = (kernel->excluded_states >> score.state & 1) != 0;
    const struct dti__shift by = {
        .points = score.points - standing->points[unit],
        .open = (is_open ? most : 0) - standing->open[unit],
        .excluded = (is_excluded ? most : 0) - standing->excluded[unit],
        .undecided = (size_t)(is_open || is_excluded) - standing->undecided[unit],
    };
    bool is_same = score.state == standing->states[unit] && by.points == 0;
    if (is_same)
        return;
    shift_up(board, node, &by);
    /* The state is the component's own; the sums follow when the shifts are settled. */
    board->shifts[node].state = score.state;
}

void dti__scoreboard_open(dti_scoreboard *board, size_t node)
{
    const struct dti__shift by = {.open = board->program->framework->nodes[node].max_points,
                                  .undecided = 1};
    shift_up(board, node, &by);
}

static uint8_t state_of(const dti_scoreboard *board, size_t unit, size_t node)
{
    const struct dti__node *at = &board->program->framework->nodes[node];
    const struct dti__standing *standing = &board->standings[node];
    if (at->rule)
        return board->shifts[node].state;
    return dti__sum_state(standing->undecided[unit], board->program->leaf_counts[node],
                          standing->excluded[unit], at->max_points);
}

static void rank_anew(dti_scoreboard *board, size_t unit, size_t node,
                      struct dti__rank_before before)
{
    const struct dti__standing *standing = &board->standings[node];
    if (standing->points[unit] == before.points && standing->states[unit] == before.state)
        return;
    dti__rank_update(
        &(struct dti__rank_column){standing->points, board->count, standing->states, board->groups},
        unit, before, standing->ranks);
}

static void settle_node(dti_scoreboard *board, size_t unit, size_t node, bool ranks_follow)
{
    struct dti__standing *standing = &board->standings[node];
    const struct dti__shift *by = &board->shifts[node];
    const struct dti__rank_before before = {standing->points[unit], standing->states[unit]};
    standing->points[unit] += by->points;
    standing->open[unit] += by->open;
    standing->excluded[unit] += by->excluded;
    standing->undecided[unit] += by->undecided;
    standing->states[unit] = state_of(board, unit, node);
    if (ranks_follow)
        rank_anew(board, unit, node, before);
}

/* A weighted index is rounded, so that it does not shift with its parts: it is computed anew. */
static void settle_weighted(dti_scoreboard *board, size_t unit, size_t node, bool ranks_follow)
{
    const dti_framework *framework = board->program->framework;
    const struct dti__node *index = &framework->nodes[node];
    struct dti__standing *standing = &board->standings[node];
    const struct dti__rank_before before = {standing->points[unit], standing->states[unit]};
    struct dti__weighed weighed = {.low = {0, 0}};
    standing->undecided[unit] = 0;
    for (size_t k = 0; k < index->child_count; k++) {
        size_t child = index->children[k];
        const struct dti__standing *part = &board->standings[child];
        const struct dti__amounts amounts = {
            part->points[unit], part->points[unit] + part->open[unit],
            framework->nodes[child].max_points - part->excluded[unit]};
        dti__weigh_add(&weighed, index, k, &amounts);
        standing->undecided[unit] += part->undecided[unit] >= board->program->leaf_counts[child];
    }
    const struct dti__amounts amounts = dti__weigh_end(&weighed, index);
    standing->points[unit] = amounts.low;
    standing->open[unit] = amounts.high - amounts.low;
    standing->excluded[unit] = index->max_points - amounts.max;
    standing->states[unit] = state_of(board, unit, node);
    if (ranks_follow)
        rank_anew(board, unit, node, before);
}

void dti__scoreboard_settle(dti_scoreboard *board, size_t unit, bool ranks_follow)
{
    const dti_framework *framework = board->program->framework;
    for (size_t node = 0; node < framework->node_count; node++) {
        if (!board->shifts[node].is_touched)
            continue;
        settle_node(board, unit, node, ranks_follow);
        board->shifts[node] = (struct dti__shift){.points = 0};
    }
    for (size_t i = 0; framework->has_weights && i < dti__framework_index_count(framework); i++)
        if (framework->nodes[framework->index_order[i]].weighing.weights)
            settle_weighted(board, unit, framework->index_order[i], ranks_follow);
}
