/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Scoreboards: after each change everything is as if the cohort were scored and ranked anew; and
 * nothing is when the change is refused. */
#include "random.h"

#include <dti/scoreboard.h>
#include <math.h>

#define MOST_UNITS       70
#define MOST_NODES       128
#define MEASURES         4
#define CHANGES          100
#define LENGTH_OF(array) (int)(sizeof(array) / sizeof((array)[0]))

/* ---- Against runs and ranks of all units ---- */

/* What a board should hold, and what of it is right. */
struct cohort {
    dti_framework *framework;
    dti_program *program;
    dti_bounds *bounds; /* NULL: without */
    dti_scoreboard *board;
    size_t units;
    bool has_groups;
    uint32_t groups[MOST_UNITS];
    double values[RANDOM_INPUTS][MOST_UNITS];
    uint8_t states[RANDOM_INPUTS][MOST_UNITS];
    dti_column columns[RANDOM_INPUTS];
};

/* A node of all units, from the definition. */
struct expected {
    int64_t points[MOST_UNITS];
    int64_t max_points[MOST_UNITS];
    int64_t upper[MOST_UNITS];
    uint8_t states[MOST_UNITS];
    double ranks[MOST_UNITS];
};

static dti_scoreboard *make_board(const struct cohort *cohort, uint32_t flags)
{
    dti_scoreboard_options options = DTI_SCOREBOARD_OPTIONS_INIT;
    dti_scoreboard *board = NULL;
    dti_error *error = NULL;
    options.bounds = cohort->bounds;
    options.groups = cohort->has_groups ? cohort->groups : NULL;
    options.flags = flags;
    sample_must(dti_scoreboard_new(cohort->program, cohort->columns, cohort->units, &options,
                                   &board, &error),
                &error);
    return board;
}

static void find_bounds(struct cohort *cohort)
{
    dti_error *error = NULL;
    sample_must(dti_program_bounds(cohort->program, cohort->columns, 0, cohort->units, NULL,
                                   &cohort->bounds, &error),
                &error);
}

/* In some boards what is missing at first is told by values that are no numbers. */
static void open_cohort(struct cohort *cohort, int number, uint64_t *seed)
{
    static const size_t sizes[] = {20, 1, 20, MOST_UNITS, 21};
    dti_error *error = NULL;
    *cohort =
        (struct cohort){.units = sizes[number % LENGTH_OF(sizes)], .has_groups = number % 2 == 1};
    cohort->framework = random_framework(seed);
    sample_must(dti_program_new(cohort->framework, NULL, &cohort->program, &error), &error);
    for (int input = 0; input < RANDOM_INPUTS; input++) {
        cohort->columns[input] =
            (dti_column){cohort->values[input], cohort->states[input], NULL, 0};
        for (size_t unit = 0; unit < cohort->units; unit++) {
            cohort->values[input][unit] = random_figure(seed, input);
            cohort->states[input][unit] = (uint8_t)random_state(seed);
        }
    }
    for (size_t unit = 0; unit < cohort->units; unit++)
        cohort->groups[unit] = random_below(seed, 3) * 1000;
    if (number / 2 % 2 == 1)
        find_bounds(cohort);
    if (number % 3 == 0) {
        for (size_t unit = 0; unit < cohort->units; unit += 3) {
            cohort->values[6][unit] = (double)NAN;
            cohort->states[6][unit] = DTI_STATE_PRESENT;
        }
        cohort->board = make_board(cohort, DTI_RUN_NAN_IS_MISSING);
        for (size_t unit = 0; unit < cohort->units; unit += 3)
            cohort->states[6][unit] = DTI_STATE_MISSING;
    } else {
        cohort->board = make_board(cohort, 0);
    }
}

static void close_cohort(struct cohort *cohort)
{
    dti_scoreboard_free(cohort->board);
    dti_bounds_unref(cohort->bounds);
    dti_program_unref(cohort->program);
    dti_framework_unref(cohort->framework);
}

/* All nodes of all units, run and ranked anew. */
static void expect(const struct cohort *cohort, struct expected *expected)
{
    static dti_output outputs[MEASURES * MOST_NODES];
    const size_t nodes = dti_framework_node_count(cohort->framework);
    dti_run_options run = DTI_RUN_OPTIONS_INIT;
    dti_rank_options rank = DTI_RANK_OPTIONS_INIT;
    dti_error *error = NULL;
    size_t count = 0;
    ck_assert_uint_le(nodes, MOST_NODES);
    for (size_t node = 0; node < nodes; node++) {
        struct expected *at = &expected[node];
        outputs[count++] = (dti_output){node, DTI_MEASURE_POINTS, at->points};
        outputs[count++] = (dti_output){node, DTI_MEASURE_MAX_POINTS, at->max_points};
        outputs[count++] = (dti_output){node, DTI_MEASURE_UPPER, at->upper};
        outputs[count++] = (dti_output){node, DTI_MEASURE_STATE, at->states};
    }
    run.bounds = cohort->bounds;
    sample_must(dti_program_run(cohort->program, cohort->columns, outputs, count, 0, cohort->units,
                                &run, &error),
                &error);
    rank.groups = cohort->has_groups ? cohort->groups : NULL;
    for (size_t node = 0; node < nodes; node++) {
        rank.states = expected[node].states;
        sample_must(dti_rank_points(expected[node].points, cohort->units, &rank,
                                    expected[node].ranks, &error),
                    &error);
    }
}

/* Only a difference is handed to Check, which writes a record of every assertion. */
static void hold_unit(const dti_scoreboard *board, size_t unit, size_t node,
                      const struct expected *expected)
{
    const uint32_t rank = (uint32_t)expected->ranks[unit];
    const bool is_same =
        dti_scoreboard_points(board, unit, node) == expected->points[unit] &&
        dti_scoreboard_points_of_all(board, node)[unit] == expected->points[unit] &&
        dti_scoreboard_max_points(board, unit, node) == expected->max_points[unit] &&
        dti_scoreboard_upper(board, unit, node) == expected->upper[unit] &&
        dti_scoreboard_state(board, unit, node) == (dti_state)expected->states[unit] &&
        dti_scoreboard_rank(board, unit, node) == rank &&
        dti_scoreboard_ranks_of_all(board, node)[unit] == rank;
    if (!is_same)
        ck_abort_msg("unit %zu, node %zu: %lld of %lld, state %d, rank %u instead of %lld of %lld, "
                     "state %d, rank %u",
                     unit, node, (long long)dti_scoreboard_points(board, unit, node),
                     (long long)dti_scoreboard_max_points(board, unit, node),
                     (int)dti_scoreboard_state(board, unit, node),
                     (unsigned)dti_scoreboard_rank(board, unit, node),
                     (long long)expected->points[unit], (long long)expected->max_points[unit],
                     expected->states[unit], (unsigned)rank);
}

static void hold_figure(const struct cohort *cohort, const dti_scoreboard *board, size_t unit,
                        size_t input)
{
    const dti_state state = (dti_state)cohort->states[input][unit];
    const double value = state == DTI_STATE_PRESENT ? cohort->values[input][unit] : 0;
    const double found = dti_scoreboard_input(board, unit, input);
    if (memcmp(&found, &value, sizeof value) != 0 ||
        dti_scoreboard_input_state(board, unit, input) != state)
        ck_abort_msg("unit %zu, input %zu: %g instead of %g", unit, input, found, value);
}

static void hold_board(const struct cohort *cohort, const dti_scoreboard *board)
{
    static struct expected expected[MOST_NODES];
    expect(cohort, expected);
    for (size_t unit = 0; unit < cohort->units; unit++) {
        for (size_t node = 0; node < dti_framework_node_count(cohort->framework); node++)
            hold_unit(board, unit, node, &expected[node]);
        for (size_t input = 0; input < RANDOM_INPUTS; input++)
            hold_figure(cohort, board, unit, input);
    }
}

/* Some that are refused because of what they are, one in eight. */
static bool is_refused_change(struct cohort *cohort, size_t unit, size_t input, uint64_t *seed)
{
    const struct {
        size_t unit;
        size_t input;
        double value;
        int state;
        dti_status status;
    } wrong[] = {
        {unit, input, (double)NAN, DTI_STATE_PRESENT, DTI_E_VALUE},
        {unit, input, (double)INFINITY, DTI_STATE_PRESENT, DTI_E_VALUE},
        {unit, input, -1e300, DTI_STATE_PRESENT, DTI_E_VALUE},
        {unit, 2, 21, DTI_STATE_PRESENT, DTI_E_VALUE},
        {unit, 6, 100.5, DTI_STATE_PRESENT, DTI_E_VALUE},
        {unit, 0, 1.5, DTI_STATE_PRESENT, DTI_E_VALUE},
        {unit, 11, 3, DTI_STATE_PRESENT, DTI_E_VALUE},
        {unit, 12, 2, DTI_STATE_PRESENT, DTI_E_VALUE},
        {unit, input, 1, DTI_STATE_REJECTED + 1, DTI_E_ARG},
        {cohort->units, input, 1, DTI_STATE_PRESENT, DTI_E_ARG},
        {unit, RANDOM_INPUTS, 1, DTI_STATE_PRESENT, DTI_E_ARG},
    };
    dti_error *error = NULL;
    if (random_below(seed, 8) != 0)
        return false;
    const uint32_t i = random_below(seed, LENGTH_OF(wrong));
    sample_refused(dti_scoreboard_set(cohort->board, wrong[i].unit, wrong[i].input, wrong[i].value,
                                      (dti_state)wrong[i].state, &error),
                   wrong[i].status, &error);
    return true;
}

/* What is not present may have any value. */
static void change(struct cohort *cohort, uint64_t *seed)
{
    dti_error *error = NULL;
    const size_t unit = random_below(seed, (uint32_t)cohort->units);
    const size_t input = random_below(seed, RANDOM_INPUTS);
    if (is_refused_change(cohort, unit, input, seed))
        return;
    const dti_state state = random_state(seed);
    const double value = state == DTI_STATE_PRESENT ? random_figure(seed, (int)input) : (double)NAN;
    sample_must(dti_scoreboard_set(cohort->board, unit, input, value, state, &error), &error);
    cohort->values[input][unit] = value;
    cohort->states[input][unit] = (uint8_t)state;
}

START_TEST(a_change_is_as_good_as_a_new_board)
{
    static struct cohort cohort;
    uint64_t seed = 77 + (uint64_t)_i;
    open_cohort(&cohort, _i, &seed);
    hold_board(&cohort, cohort.board);
    for (int i = 0; i < CHANGES; i++) {
        change(&cohort, &seed);
        hold_board(&cohort, cohort.board);
    }
    dti_scoreboard *anew = make_board(&cohort, 0);
    hold_board(&cohort, anew);
    dti_scoreboard_free(anew);
    close_cohort(&cohort);
}
END_TEST

/* ---- By hand ---- */

/* Three provinces of the small framework. 1.1.1 (10 points) is the share of users over 0.8; the
 * share is derived from users and adults where it is not reported. */
#define UNITS 3

static dti_framework *framework;
static dti_program *program;
static dti_scoreboard *board;
static double users_share[UNITS] = {40, 80, 0};
static uint8_t users_share_states[UNITS] = {DTI_STATE_PRESENT, DTI_STATE_PRESENT,
                                            DTI_STATE_MISSING};
static double users[UNITS] = {900, 900, 500};
static double adults[UNITS] = {1000, 1000, 2000};
static dti_column columns[17];

static void open_tiny(void)
{
    dti_error *error = NULL;
    framework = sample_framework(SAMPLE_TINY_FRAMEWORK);
    ck_assert_uint_eq(dti_framework_input_count(framework), LENGTH_OF(columns));
    memset(columns, 0, sizeof columns);
    columns[sample_input(framework, "users-share")] =
        (dti_column){users_share, users_share_states, NULL, 0};
    columns[sample_input(framework, "users")].values = users;
    columns[sample_input(framework, "adults")].values = adults;
    sample_must(dti_program_new(framework, NULL, &program, &error), &error);
}

static void open_hand_made(void)
{
    dti_error *error = NULL;
    open_tiny();
    sample_must(dti_scoreboard_new(program, columns, UNITS, NULL, &board, &error), &error);
}

static void close_hand_made(void)
{
    dti_scoreboard_free(board);
    dti_program_unref(program);
    dti_framework_unref(framework);
    board = NULL;
}

static void set(size_t unit, const char *input, double value, dti_state state)
{
    dti_error *error = NULL;
    sample_must(
        dti_scoreboard_set(board, unit, sample_input(framework, input), value, state, &error),
        &error);
}

static size_t node_of(const char *code)
{
    const size_t node = dti_framework_find(framework, NULL, code);
    ck_assert_msg(node != DTI_NONE, "no node %s", code);
    return node;
}

/* Thousandths of a point, and ranks. */
static void hold(const char *code, const int milli[UNITS], const unsigned ranks[UNITS])
{
    const size_t node = node_of(code);
    for (size_t unit = 0; unit < UNITS; unit++) {
        ck_assert_int_eq(dti_scoreboard_points(board, unit, node),
                         milli[unit] * (DTI_POINT / 1000));
        ck_assert_uint_eq(dti_scoreboard_rank(board, unit, node), ranks[unit]);
    }
}

START_TEST(points_and_ranks_follow)
{
    /* 0.4 / 0.8, 0.8 / 0.8 and, derived, 500 / 2000 / 0.8 of 10 points. */
    hold("1.1.1", (int[]){5000, 10000, 3125}, (unsigned[]){2, 1, 3});
    hold("total", (int[]){5000, 10000, 3125}, (unsigned[]){2, 1, 3});
    set(2, "users", 2000, DTI_STATE_PRESENT); /* all of the adults */
    hold("1.1.1", (int[]){5000, 10000, 10000}, (unsigned[]){3, 1, 1});
    hold("total", (int[]){5000, 10000, 10000}, (unsigned[]){3, 1, 1});
    set(2, "adults", 4000, DTI_STATE_PRESENT); /* a half: 0.5 / 0.8 × 10 */
    hold("1.1.1", (int[]){5000, 10000, 6250}, (unsigned[]){3, 1, 2});
    set(0, "users-share", 64, DTI_STATE_PRESENT); /* 0.64 / 0.8 × 10 */
    hold("1.1.1", (int[]){8000, 10000, 6250}, (unsigned[]){2, 1, 3});
    /* Rejected: nothing takes its place, not even what could be derived. */
    set(0, "users-share", 0, DTI_STATE_REJECTED);
    hold("1.1.1", (int[]){0, 10000, 6250}, (unsigned[]){0, 1, 2});
    ck_assert_int_eq(dti_scoreboard_state(board, 0, node_of("1.1.1")), DTI_STATE_REJECTED);
    set(0, "users-share", 0, DTI_STATE_MISSING); /* now it can: 900 / 1000, more than 0.8 */
    hold("1.1.1", (int[]){10000, 10000, 6250}, (unsigned[]){1, 1, 3});
    hold("base", (int[]){10000, 10000, 6250}, (unsigned[]){1, 1, 3});
}
END_TEST

/* Missing is open except for 1.2, where it gives nothing; not-applicable leaves the maximum. */
START_TEST(maxima_follow)
{
    const size_t part = node_of("1.1"); /* 1.1.1 and 1.1.2, 20 points */
    const size_t total = node_of("total");
    ck_assert_int_eq(dti_scoreboard_max_points(board, 1, total), 100 * DTI_POINT);
    ck_assert_int_eq(dti_scoreboard_upper(board, 1, total), 80 * DTI_POINT); /* but for 1.2 */
    ck_assert_int_eq(dti_scoreboard_upper(board, 1, part), 20 * DTI_POINT);
    set(1, "users-share", 0, DTI_STATE_NOT_APPLICABLE);
    ck_assert_int_eq(dti_scoreboard_max_points(board, 1, total), 90 * DTI_POINT);
    ck_assert_int_eq(dti_scoreboard_upper(board, 1, total), 70 * DTI_POINT);
    ck_assert_int_eq(dti_scoreboard_max_points(board, 1, part), 10 * DTI_POINT);
    ck_assert_int_eq(dti_scoreboard_upper(board, 1, part), 10 * DTI_POINT);
    ck_assert_int_eq(dti_scoreboard_state(board, 1, part), DTI_STATE_NOT_ASSESSED);
    ck_assert_int_eq(dti_scoreboard_state(board, 1, total), DTI_STATE_PRESENT); /* 1.2 is decided */
    hold("1.1", (int[]){5000, 0, 3125}, (unsigned[]){1, 0, 2});
    hold("total", (int[]){5000, 0, 3125}, (unsigned[]){1, 3, 2});
    /* No files at all: 1.1.2 is not applicable either. */
    set(1, "files-online", 0, DTI_STATE_PRESENT);
    set(1, "files-on-paper", 0, DTI_STATE_PRESENT);
    ck_assert_int_eq(dti_scoreboard_state(board, 1, part), DTI_STATE_NOT_APPLICABLE);
    ck_assert_int_eq(dti_scoreboard_max_points(board, 1, part), 0);
    ck_assert_int_eq(dti_scoreboard_max_points(board, 1, total), 80 * DTI_POINT);
    ck_assert_int_eq(dti_scoreboard_max_points(board, 0, total), 100 * DTI_POINT);
}
END_TEST

START_TEST(groups_are_ranked_by_themselves)
{
    uint32_t groups[UNITS] = {7, 9, 9};
    dti_scoreboard_options options = DTI_SCOREBOARD_OPTIONS_INIT;
    dti_error *error = NULL;
    dti_scoreboard_free(board);
    options.groups = groups;
    sample_must(dti_scoreboard_new(program, columns, UNITS, &options, &board, &error), &error);
    groups[0] = groups[1] = 9; /* they were copied */
    hold("1.1.1", (int[]){5000, 10000, 3125}, (unsigned[]){1, 1, 2});
    set(1, "users-share", 8, DTI_STATE_PRESENT);
    hold("1.1.1", (int[]){5000, 1000, 3125}, (unsigned[]){1, 2, 1});
}
END_TEST

/* A board lives from nothing but what it holds. */
START_TEST(holds_what_it_needs)
{
    double own[UNITS] = {40, 80, 24};
    dti_error *error = NULL;
    dti_scoreboard *last = NULL;
    columns[sample_input(framework, "users-share")] = (dti_column){own, NULL, NULL, 0};
    sample_must(dti_scoreboard_new(program, columns, UNITS, NULL, &last, &error), &error);
    memset(own, 0, sizeof own);
    const size_t node = node_of("1.1.1");
    close_hand_made();
    ck_assert_int_eq(dti_scoreboard_points(last, 2, node), 3 * DTI_POINT);
    ck_assert_str_eq(dti_framework_id(dti_program_framework(dti_scoreboard_program(last))), "tiny");
    dti_scoreboard_free(last);
    open_hand_made();
}
END_TEST

/* ---- Misuse ---- */

START_TEST(refused_changes_say_where)
{
    static const struct {
        const char *input;
        double value;
        int state;
        dti_status status;
        const char *pointer;
    } wrong[] = {
        {"users-share", 100.5, DTI_STATE_PRESENT, DTI_E_VALUE, "/users-share/2"},
        {"users-share", -0.5, DTI_STATE_PRESENT, DTI_E_VALUE, "/users-share/2"},
        {"users", 0.5, DTI_STATE_PRESENT, DTI_E_VALUE, "/users/2"},
        {"users", (double)NAN, DTI_STATE_PRESENT, DTI_E_VALUE, "/users/2"},
        {"spending", 5000.5, DTI_STATE_PRESENT, DTI_E_VALUE, "/spending/2"},
        {"committee-head", 3, DTI_STATE_PRESENT, DTI_E_VALUE, "/committee-head/2"},
        {"plan-issued", 2, DTI_STATE_PRESENT, DTI_E_VALUE, "/plan-issued/2"},
        {"users", 1, -1, DTI_E_ARG, ""},
        {"users", 1, 5, DTI_E_ARG, ""},
        {"users", 1, 256, DTI_E_ARG, ""},
        {"users", 1, DTI_STATE_FORCE_INT, DTI_E_ARG, ""},
    };
    for (int i = 0; i < LENGTH_OF(wrong); i++) {
        dti_error *error = NULL;
        const size_t input = sample_input(framework, wrong[i].input);
        const dti_status status =
            dti_scoreboard_set(board, 2, input, wrong[i].value, (dti_state)wrong[i].state, &error);
        ck_assert_str_eq(dti_error_pointer(error), wrong[i].pointer);
        sample_refused(status, wrong[i].status, &error);
        ck_assert_int_eq(
            dti_scoreboard_set(board, 2, input, wrong[i].value, (dti_state)wrong[i].state, NULL),
            wrong[i].status);
    }
    hold("total", (int[]){5000, 10000, 3125}, (unsigned[]){2, 1, 3});
    ck_assert_double_eq(dti_scoreboard_input(board, 2, sample_input(framework, "users")), 500);
}
END_TEST

START_TEST(boards_of_what_cannot_be_are_refused)
{
    dti_framework *other = sample_framework(SAMPLE_COHORT_FRAMEWORK);
    dti_bounds *bounds = sample_bounds(SAMPLE_COHORT_BOUNDS, other);
    dti_scoreboard_options options = DTI_SCOREBOARD_OPTIONS_INIT;
    dti_scoreboard *made = NULL;
    dti_error *error = NULL;
    sample_refused(dti_scoreboard_new(program, columns, 0, NULL, &made, &error), DTI_E_ARG, &error);
    sample_refused(dti_scoreboard_new(program, columns, 65536, NULL, &made, &error), DTI_E_ARG,
                   &error);
    sample_refused(dti_scoreboard_new(NULL, columns, 1, NULL, &made, &error), DTI_E_ARG, &error);
    sample_refused(dti_scoreboard_new(program, NULL, 1, NULL, &made, &error), DTI_E_ARG, &error);
    sample_refused(dti_scoreboard_new(program, columns, 1, NULL, NULL, &error), DTI_E_ARG, &error);
    options.flags = 2;
    sample_refused(dti_scoreboard_new(program, columns, 1, &options, &made, &error), DTI_E_VERSION,
                   &error);
    options.flags = 0;
    options.bounds = bounds;
    sample_refused(dti_scoreboard_new(program, columns, 1, &options, &made, &error), DTI_E_VERSION,
                   &error);
    ck_assert_ptr_null(made);
    dti_bounds_unref(bounds);
    dti_framework_unref(other);
}
END_TEST

/* Also where no component reads what is wrong: the board would hand it out as a figure. */
START_TEST(boards_of_refused_figures_are_not_made)
{
    static const char *const inputs[] = {"users-share", "adults", "plan-issued", "slogan"};
    static const double number[UNITS] = {1, 1, (double)NAN};
    static const double one[UNITS] = {1, 1, 1};
    static const uint8_t states[UNITS] = {0, 0, 5};
    dti_scoreboard *made = NULL;
    dti_error *error = NULL;
    for (int i = 0; i < LENGTH_OF(inputs); i++) {
        dti_column *column = &columns[sample_input(framework, inputs[i])];
        const dti_column before = *column;
        *column = (dti_column){number, NULL, NULL, 0};
        sample_refused(dti_scoreboard_new(program, columns, UNITS, NULL, &made, &error),
                       DTI_E_VALUE, &error);
        *column = (dti_column){one, states, NULL, 0};
        sample_refused(dti_scoreboard_new(program, columns, UNITS, NULL, &made, &error),
                       DTI_E_VALUE, &error);
        *column = before;
    }
    ck_assert_ptr_null(made);
}
END_TEST

START_TEST(out_of_range_is_neutral)
{
    const size_t nodes = dti_framework_node_count(framework);
    const size_t inputs = dti_framework_input_count(framework);
    const dti_scoreboard *const boards[] = {board, board, NULL};
    const size_t unit[] = {UNITS, 0, 0};
    const size_t node[] = {0, nodes, 0};
    const size_t input[] = {0, inputs, 0};
    for (int i = 0; i < 3; i++) {
        ck_assert_int_eq(dti_scoreboard_points(boards[i], unit[i], node[i]), 0);
        ck_assert_int_eq(dti_scoreboard_max_points(boards[i], unit[i], node[i]), 0);
        ck_assert_int_eq(dti_scoreboard_upper(boards[i], unit[i], node[i]), 0);
        ck_assert_int_eq(dti_scoreboard_state(boards[i], unit[i], node[i]), DTI_STATE_MISSING);
        ck_assert_uint_eq(dti_scoreboard_rank(boards[i], unit[i], node[i]), 0);
        ck_assert_double_eq(dti_scoreboard_input(boards[i], unit[i], input[i]), 0);
        ck_assert_int_eq(dti_scoreboard_input_state(boards[i], unit[i], input[i]),
                         DTI_STATE_MISSING);
    }
    ck_assert_ptr_null(dti_scoreboard_points_of_all(board, nodes));
    ck_assert_ptr_null(dti_scoreboard_ranks_of_all(board, nodes));
    ck_assert_uint_eq(dti_scoreboard_count(board), UNITS);
    ck_assert_ptr_eq(dti_scoreboard_program(board), program);
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("scoreboard");
    TCase *random = tcase_create("random");
    tcase_add_loop_test(random, a_change_is_as_good_as_a_new_board, 0, 24);
    suite_add_tcase(suite, random);
    TCase *hand = tcase_create("by hand");
    tcase_add_checked_fixture(hand, open_hand_made, close_hand_made);
    tcase_add_test(hand, points_and_ranks_follow);
    tcase_add_test(hand, maxima_follow);
    tcase_add_test(hand, groups_are_ranked_by_themselves);
    tcase_add_test(hand, holds_what_it_needs);
    tcase_add_test(hand, refused_changes_say_where);
    tcase_add_test(hand, boards_of_what_cannot_be_are_refused);
    tcase_add_test(hand, boards_of_refused_figures_are_not_made);
    tcase_add_test(hand, out_of_range_is_neutral);
    suite_add_tcase(suite, hand);
    return suite;
}
