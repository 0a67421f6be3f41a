/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
#include "rank/scoreboard.h"

#include "base/rounding.h"
#include "diag/options.h"
#include "score/batch.h"

#include <string.h>

#define MOST_UNITS 65535

/* ---- Making ---- */

static bool fill_inputs(dti_scoreboard *board)
{
    const dti_framework *framework = board->program->framework;
    struct dti__arena *arena = &board->arena;
    size_t count = framework->input_count;
    board->values = dti__arena_array(arena, count, sizeof *board->values);
    board->states = dti__arena_array(arena, count, sizeof *board->states);
    board->reported = dti__arena_array(arena, count, sizeof *board->reported);
    board->columns = dti__arena_array(arena, count, sizeof *board->columns);
    if (!board->values || !board->states || !board->reported || !board->columns)
        return false;
    for (size_t i = 0; i < count; i++) {
        board->values[i] = dti__arena_array(arena, board->count, sizeof **board->values);
        board->states[i] = dti__arena_array(arena, board->count, sizeof **board->states);
        if (!board->values[i] || !board->states[i])
            return false;
        const dti_column column = {.values = board->values[i], .states = board->states[i]};
        board->reported[i] = dti__program_column(board->program, i, &column, 0);
        board->columns[i] = board->reported[i];
    }
    for (size_t i = 0; i < framework->derive_count; i++) {
        struct dti__column *column = &board->columns[framework->derive_order[i]];
        *column = (struct dti__column){
            .values = dti__arena_array(arena, board->count, sizeof *column->values),
            .states = dti__arena_array(arena, board->count, sizeof *column->states)};
        if (!column->values || !column->states)
            return false;
    }
    return true;
}

static bool fill_nodes(dti_scoreboard *board)
{
    const dti_framework *framework = board->program->framework;
    struct dti__arena *arena = &board->arena;
    size_t nodes = framework->node_count;
    board->kernels = dti__arena_array(arena, framework->tree_count, sizeof *board->kernels);
    board->standings = dti__arena_array(arena, nodes, sizeof *board->standings);
    board->shifts = dti__arena_array(arena, nodes, sizeof *board->shifts);
    if (!board->kernels || !board->standings || !board->shifts)
        return false;
    for (size_t i = 0; i < framework->tree_count; i++)
        if (framework->nodes[i].rule &&
            !dti__kernel_compile(&framework->nodes[i],
                                 board->bounds ? &board->bounds->extents[i] : NULL,
                                 board->program->loops, arena, &board->kernels[i]))
            return false;
    for (size_t i = 0; i < nodes; i++) {
        struct dti__standing *at = &board->standings[i];
        at->points = dti__arena_array(arena, board->count, sizeof *at->points);
        at->open = dti__arena_array(arena, board->count, sizeof *at->open);
        at->excluded = dti__arena_array(arena, board->count, sizeof *at->excluded);
        at->undecided = dti__arena_array(arena, board->count, sizeof *at->undecided);
        at->states = dti__arena_array(arena, board->count, sizeof *at->states);
        at->ranks = dti__arena_array(arena, board->count, sizeof *at->ranks);
        if (!at->points || !at->open || !at->excluded || !at->undecided || !at->states ||
            !at->ranks)
            return false;
    }
    return true;
}

static bool copy_groups(dti_scoreboard *board, const uint32_t *groups)
{
    if (!groups)
        return true;
    board->groups = dti__arena_array(&board->arena, board->count, sizeof *board->groups);
    if (board->groups)
        memcpy(board->groups, groups, board->count * sizeof *groups);
    return board->groups != NULL;
}

static dti_scoreboard *new_board(const dti_program *program, size_t count,
                                 const dti_scoreboard_options *options,
                                 const dti_allocator *allocator)
{
    struct dti__arena arena;
    dti__arena_init(&arena, allocator);
    dti_scoreboard *board = dti__arena_alloc(&arena, sizeof *board);
    if (!board)
        return NULL;
    board->arena = arena;
    board->program = dti_program_ref(program);
    board->bounds = dti_bounds_ref(options->bounds);
    board->count = count;
    if (copy_groups(board, options->groups) && fill_inputs(board) && fill_nodes(board) &&
        dti__reach_find(program->framework, &board->arena, &board->reach))
        return board;
    dti_scoreboard_free(board);
    return NULL;
}

/* The columns were looked at by a run before, so nothing is refused. */
static void copy_columns(dti_scoreboard *board, const dti_column *columns, uint32_t flags)
{
    const struct dti__loops *loops = board->program->loops;
    for (size_t i = 0; i < board->program->framework->input_count; i++) {
        struct dti__column column = dti__program_column(board->program, i, &columns[i], flags);
        /* Only states are read: values stay in the input's unit. */
        const struct dti__reading reading = {.limits = column.reading->limits,
                                             .divisor = 1,
                                             .nan_is_missing = column.reading->nan_is_missing};
        column.reading = &reading;
        for (size_t unit = 0; unit < board->count; unit++) {
            const struct dti__rows row = {unit, 1};
            double room[DTI__TILE];
            struct dti__cells cells;
            (void)dti__column_read(&column, &row, loops, room, &cells);
            uint8_t state = dti__states_of(&cells.states, 0);
            board->states[i][unit] = state;
            board->values[i][unit] = state == DTI_STATE_PRESENT ? cells.values[0] : 0;
        }
    }
}

static void score_all(dti_scoreboard *board)
{
    const dti_framework *framework = board->program->framework;
    for (size_t node = 0; node < framework->node_count; node++)
        memset(board->standings[node].states, DTI_STATE_PRESENT, board->count);
    for (size_t unit = 0; unit < board->count; unit++) {
        for (size_t i = 0; i < framework->derive_count; i++)
            dti__scoreboard_derive(board, unit, framework->derive_order[i]);
        for (size_t node = 0; node < framework->tree_count; node++)
            if (framework->nodes[node].rule)
                dti__scoreboard_score(board, unit, node);
        for (size_t node = 0; node < framework->node_count; node++)
            if (framework->nodes[node].absent.is_given)
                dti__scoreboard_open(board, node);
        dti__scoreboard_settle(board, unit, false);
    }
}

static dti_status rank_all(dti_scoreboard *board, const dti_allocator *allocator, dti_error **error)
{
    dti_rank_options options = DTI_RANK_OPTIONS_INIT;
    dti_status status = DTI_OK;
    double *ranks = dti__alloc_array(allocator, board->count, sizeof *ranks);
    if (!ranks)
        return dti__fail_nomem(error);
    options.allocator = allocator;
    options.groups = board->groups;
    for (size_t node = 0; node < board->program->framework->node_count && status == DTI_OK;
         node++) {
        struct dti__standing *at = &board->standings[node];
        options.states = at->states;
        status = dti_rank_points(at->points, board->count, &options, ranks, error);
        for (size_t unit = 0; status == DTI_OK && unit < board->count; unit++)
            at->ranks[unit] = (uint32_t)ranks[unit];
    }
    dti__release(allocator, ranks, board->count * sizeof *ranks);
    return status;
}

dti_status dti_scoreboard_new(const dti_program *program, const dti_column *columns, size_t count,
                              const dti_scoreboard_options *options, dti_scoreboard **out,
                              dti_error **error)
{
    dti_scoreboard_options known = DTI_SCOREBOARD_OPTIONS_INIT;
    dti_run_options run = DTI_RUN_OPTIONS_INIT;
    dti_allocator allocator;
    if (!program || !columns || !out)
        return dti__fail_null(error, !program ? "program" : !columns ? "columns" : "out");
    dti_status status =
        dti__options_read(options, &known, sizeof known, "dti_scoreboard_options", error);
    if (status == DTI_OK)
        status = dti__options_allocator(known.allocator, &allocator, error);
    if (status != DTI_OK)
        return status;
    if (count == 0 || count > MOST_UNITS)
        return dti__fail(error, DTI__MSG_ARG_RANGE, DTI__ARGS(DTI__TEXT("count")));
    run.allocator = known.allocator;
    run.bounds = known.bounds;
    run.flags = known.flags;
    status = dti_program_run(program, columns, NULL, 0, 0, count, &run, error);
    if (status != DTI_OK)
        return status;
    dti_scoreboard *board = new_board(program, count, &known, &allocator);
    if (!board)
        return dti__fail_nomem(error);
    int rounding = dti__rounding_begin();
    copy_columns(board, columns, known.flags);
    score_all(board);
    dti__rounding_end(rounding);
    status = rank_all(board, &allocator, error);
    if (status == DTI_OK)
        *out = board;
    else
        dti_scoreboard_free(board);
    return status;
}

void dti_scoreboard_free(dti_scoreboard *board)
{
    if (!board)
        return;
    dti_program_unref(board->program);
    dti_bounds_unref(board->bounds);
    struct dti__arena arena = board->arena; /* the scoreboard lies in it */
    dti__arena_release(&arena);
}

/* ---- Changing ---- */

static dti_status check_figure(const dti_scoreboard *board, size_t unit, size_t input, double value,
                               uint8_t state, dti_error **error)
{
    const struct dti__rows row = {0, 1};
    const struct dti__reading *reading = board->reported[input].reading;
    const struct dti__column column = {.values = &value, .states = &state, .reading = reading};
    double room[DTI__TILE];
    struct dti__cells cells;
    if (dti__operand_read(&column, &row, board->program->loops, room, &cells))
        return DTI_OK;
    return dti__cell_fault(board->program->framework, input, unit, value, state, &reading->limits,
                           error);
}

dti_status dti_scoreboard_set(dti_scoreboard *board, size_t unit, size_t input, double value,
                              dti_state state, dti_error **error)
{
    if (!board)
        return dti__fail_null(error, "board");
    const char *wrong = unit >= board->count                                      ? "unit"
                        : input >= board->program->framework->input_count         ? "input"
                        : state < DTI_STATE_PRESENT || state > DTI_STATE_REJECTED ? "state"
                                                                                  : NULL;
    if (wrong)
        return dti__fail(error, DTI__MSG_ARG_RANGE, DTI__ARGS(DTI__TEXT(wrong)));
    dti_status status = check_figure(board, unit, input, value, (uint8_t)state, error);
    if (status != DTI_OK)
        return status;
    const struct dti__reach *reach = &board->reach;
    int rounding = dti__rounding_begin();
    board->values[input][unit] = state == DTI_STATE_PRESENT ? value : 0;
    board->states[input][unit] = (uint8_t)state;
    for (size_t i = reach->derived.first[input]; i < reach->derived.first[input + 1]; i++)
        dti__scoreboard_derive(board, unit, reach->derived.list[i]);
    for (size_t i = reach->components.first[input]; i < reach->components.first[input + 1]; i++)
        dti__scoreboard_score(board, unit, reach->components.list[i]);
    dti__scoreboard_settle(board, unit, true);
    dti__rounding_end(rounding);
    return DTI_OK;
}
