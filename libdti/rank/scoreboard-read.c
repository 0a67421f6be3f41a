/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Reading a scoreboard. */
#include "rank/scoreboard.h"

static bool has_node(const dti_scoreboard *board, size_t node)
{
    return board && node < board->program->framework->node_count;
}

/* The standing of a unit on a node; NULL when either is out of range. */
static const struct dti__standing *find(const dti_scoreboard *board, size_t unit, size_t node)
{
    return has_node(board, node) && unit < board->count ? &board->standings[node] : NULL;
}

static bool has_figure(const dti_scoreboard *board, size_t unit, size_t input)
{
    return board && unit < board->count && input < board->program->framework->input_count;
}

size_t dti_scoreboard_count(const dti_scoreboard *board)
{
    return board ? board->count : 0;
}

const dti_program *dti_scoreboard_program(const dti_scoreboard *board)
{
    return board ? board->program : NULL;
}

double dti_scoreboard_input(const dti_scoreboard *board, size_t unit, size_t input)
{
    return has_figure(board, unit, input) ? board->values[input][unit] : 0;
}

dti_state dti_scoreboard_input_state(const dti_scoreboard *board, size_t unit, size_t input)
{
    return has_figure(board, unit, input) ? (dti_state)board->states[input][unit]
                                          : DTI_STATE_MISSING;
}

int64_t dti_scoreboard_points(const dti_scoreboard *board, size_t unit, size_t node)
{
    const struct dti__standing *at = find(board, unit, node);
    return at ? at->points[unit] : 0;
}

int64_t dti_scoreboard_max_points(const dti_scoreboard *board, size_t unit, size_t node)
{
    const struct dti__standing *at = find(board, unit, node);
    return at ? board->program->framework->nodes[node].max_points - at->excluded[unit] : 0;
}

int64_t dti_scoreboard_upper(const dti_scoreboard *board, size_t unit, size_t node)
{
    const struct dti__standing *at = find(board, unit, node);
    return at ? at->points[unit] + at->open[unit] : 0;
}

dti_state dti_scoreboard_state(const dti_scoreboard *board, size_t unit, size_t node)
{
    const struct dti__standing *at = find(board, unit, node);
    return at ? (dti_state)at->states[unit] : DTI_STATE_MISSING;
}

uint32_t dti_scoreboard_rank(const dti_scoreboard *board, size_t unit, size_t node)
{
    const struct dti__standing *at = find(board, unit, node);
    return at ? at->ranks[unit] : 0;
}

const int64_t *dti_scoreboard_points_of_all(const dti_scoreboard *board, size_t node)
{
    return has_node(board, node) ? board->standings[node].points : NULL;
}

const uint32_t *dti_scoreboard_ranks_of_all(const dti_scoreboard *board, size_t node)
{
    return has_node(board, node) ? board->standings[node].ranks : NULL;
}
