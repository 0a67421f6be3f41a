/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Ranks of columns: as the ministry prints them, worked out by hand, and after the definition for
 * cohorts of every shape. */
#include "cohort.h"

#include <dti/dossier.h>
#include <string.h>

#define LENGTH_OF(array) (int)(sizeof(array) / sizeof((array)[0]))
#define MOST             20

enum {
    P = DTI_STATE_PRESENT,
    M = DTI_STATE_MISSING,
    NA = DTI_STATE_NOT_APPLICABLE
};

/* ---- By hand ---- */

static const struct rank_case {
    const char *name;
    size_t count;
    int64_t points[MOST];
    dti_rank_method method;
    int32_t ascending;
    bool has_states;
    uint8_t states[MOST];
    bool has_groups;
    uint32_t groups[MOST];
    double ranks[MOST];
} rank_cases[] = {
    /* The first 17 of 2021 with the values published on dti.gov.vn, in 10⁻⁴: Thanh Hóa and Vĩnh
     * Phúc share rank 12. */
    {.name = "2021",
     .count = 17,
     .points = {6419, 5872, 5609, 5276, 5242, 5064, 4972, 4960, 4954, 4933, 4885, 4880, 4880, 4843,
                4794, 4675, 4670},
     .ranks = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 12, 14, 15, 16, 17}},
    /* The same by region, numbered as they come: Đà Nẵng alone in hers; Huế and Thanh Hóa; HCM City
     * and Bình Phước; the seven of the Red River delta; the three of the northern mountains; Cần
     * Thơ and Hậu Giang. */
    {.name = "2021, regions",
     .count = 17,
     .points = {6419, 5872, 5609, 5276, 5242, 5064, 4972, 4960, 4954, 4933, 4885, 4880, 4880, 4843,
                4794, 4675, 4670},
     .has_groups = true,
     .groups = {1, 2, 3, 4, 5, 4, 4, 5, 3, 5, 4, 2, 4, 4, 6, 4, 6},
     .ranks = {1, 1, 1, 1, 1, 2, 3, 2, 2, 3, 4, 2, 5, 6, 1, 7, 2}},
    /* The head of 2022, where Thanh Hóa and Yên Bái share rank 15 and Hậu Giang follows with 17.
     * Only ranks were published: the points are ours, and the provinces stand upside down. */
    {.name = "2022",
     .count = 18,
     .points = {581, 590, 600, 600, 610, 615, 620, 625, 630, 635, 640, 645, 650, 655, 660, 670, 700,
                800},
     .ranks = {18, 17, 15, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1}},
    /* Nine provinces share rank 1 in Nhận thức số of 2022, at the maximum. */
    {.name = "nine first ones",
     .count = 11,
     .points = {100, 100, 100, 95, 100, 100, 100, 100, 80, 100, 100},
     .ranks = {1, 1, 1, 10, 1, 1, 1, 1, 11, 1, 1}},
    {.name = "dense",
     .count = 7,
     .points = {30, 20, 20, 10, 30, 5, 10},
     .method = DTI_RANK_DENSE,
     .ranks = {1, 2, 2, 3, 1, 4, 3}},
    /* Places 1 and 2, 3 to 5, 6. */
    {.name = "fractional",
     .count = 6,
     .points = {20, 30, 20, 30, 10, 20},
     .method = DTI_RANK_FRACTIONAL,
     .ranks = {4, 1.5, 4, 1.5, 6, 4}},
    {.name = "ascending",
     .count = 5,
     .points = {3, -1, 3, 2, 7},
     .ascending = 1,
     .ranks = {3, 1, 3, 2, 5}},
    {.name = "ascending, dense",
     .count = 5,
     .points = {3, -1, 3, 2, 7},
     .method = DTI_RANK_DENSE,
     .ascending = 1,
     .ranks = {3, 1, 3, 2, 4}},
    {.name = "ascending, fractional",
     .count = 5,
     .points = {3, -1, 3, 2, 7},
     .method = DTI_RANK_FRACTIONAL,
     .ascending = 1,
     .ranks = {3.5, 1, 3.5, 2, 5}},
    /* The most points are not there, and must not push anybody down. */
    {.name = "states",
     .count = 6,
     .points = {10, 99, 20, 20, 99, 5},
     .has_states = true,
     .states = {P, M, P, P, NA, DTI_STATE_REJECTED},
     .ranks = {3, 0, 1, 1, 0, 0}},
    {.name = "a state of a later version",
     .count = 3,
     .points = {1, 2, 3},
     .has_states = true,
     .states = {P, P, 200},
     .ranks = {2, 1, 0}},
    {.name = "none is there",
     .count = 3,
     .points = {1, 2, 3},
     .has_states = true,
     .states = {M, NA, DTI_STATE_NOT_ASSESSED},
     .ranks = {0, 0, 0}},
    {.name = "groups, dense, with states",
     .count = 9,
     .points = {5, 5, 4, 4, 3, 9, 9, 1, 5},
     .method = DTI_RANK_DENSE,
     .has_states = true,
     .states = {P, P, P, P, P, M, P, P, P},
     .has_groups = true,
     .groups = {7, UINT32_MAX, 7, UINT32_MAX, 7, 7, UINT32_MAX, 0, 7},
     .ranks = {1, 2, 2, 3, 3, 0, 1, 1, 1}},
    {.name = "groups, fractional",
     .count = 6,
     .points = {5, 5, 5, 4, 4, 5},
     .method = DTI_RANK_FRACTIONAL,
     .has_groups = true,
     .groups = {1, 2, 1, 2, 2, 1},
     .ranks = {2, 1, 2, 2.5, 2.5, 2}},
    {.name = "the ends of the range",
     .count = 7,
     .points = {INT64_MIN, INT64_MAX, 0, INT64_MIN, -1, INT64_MAX - 1, INT64_MIN + 1},
     .ranks = {6, 1, 3, 6, 4, 2, 5}},
    {.name = "the ends of the range, ascending",
     .count = 7,
     .points = {INT64_MIN, INT64_MAX, 0, INT64_MIN, -1, INT64_MAX - 1, INT64_MIN + 1},
     .ascending = 1,
     .ranks = {1, 7, 5, 1, 4, 6, 3}},
    {.name = "the ends of the range, groups",
     .count = 6,
     .points = {INT64_MIN, INT64_MAX, INT64_MIN, INT64_MAX, 0, 0},
     .has_groups = true,
     .groups = {1, 1, 2, 2, 2, 1},
     .ranks = {3, 1, 3, 1, 2, 2}},
    {.name = "one unit", .count = 1, .points = {INT64_MIN}, .ranks = {1}},
    {.name = "one unit, fractional",
     .count = 1,
     .points = {7},
     .method = DTI_RANK_FRACTIONAL,
     .ranks = {1}},
    {.name = "one unit, missing",
     .count = 1,
     .points = {7},
     .has_states = true,
     .states = {M},
     .ranks = {0}},
    {.name = "all equal", .count = 4, .points = {8, 8, 8, 8}, .ranks = {1, 1, 1, 1}},
    {.name = "all equal, fractional",
     .count = 4,
     .points = {8, 8, 8, 8},
     .method = DTI_RANK_FRACTIONAL,
     .ranks = {2.5, 2.5, 2.5, 2.5}},
};

static dti_rank_options options_of(const struct rank_case *at)
{
    dti_rank_options options = DTI_RANK_OPTIONS_INIT;
    options.method = at->method;
    options.ascending = at->ascending;
    options.states = at->has_states ? at->states : NULL;
    options.groups = at->has_groups ? at->groups : NULL;
    return options;
}

START_TEST(ranks_by_hand)
{
    const struct rank_case *at = &rank_cases[_i];
    const dti_rank_options options = options_of(at);
    double ranks[MOST + 1];
    for (int i = 0; i <= MOST; i++) {
        ranks[i] = -5;
    }
    ck_assert_int_eq(dti_rank_points(at->points, at->count, &options, ranks, NULL), DTI_OK);
    for (size_t i = 0; i < at->count; i++) {
        ck_assert_msg(ranks[i] == at->ranks[i], "%s: unit %zu has rank %g, not %g", at->name, i,
                      ranks[i], at->ranks[i]);
    }
    ck_assert_double_eq(ranks[at->count], -5); /* and not one more */
}
END_TEST

/* Beyond 256 units the way is another, the ranks are not: behind a case stand a thousand units of a
 * group that nobody else is in, or, where it has no groups, that are missing. */
START_TEST(ranks_by_hand_among_many)
{
    static struct cohort many;
    static double ranks[COHORT_MOST];
    const struct rank_case *at = &rank_cases[_i];
    dti_rank_options options = options_of(at);
    uint64_t seed = 63;
    cohort_fill(&many, 1000 + at->count, COHORT_WIDE, COHORT_REGIONS, &seed);
    for (size_t i = 0; i < many.count; i++) {
        const bool is_of_case = i < at->count;
        many.points[i] = is_of_case ? at->points[i] : many.points[i];
        many.states[i] = is_of_case ? at->states[i] : at->has_groups ? P : M;
        many.groups[i] = is_of_case ? at->groups[i] : 65536;
    }
    options.states = many.states;
    options.groups = at->has_groups ? many.groups : NULL;
    ck_assert_int_eq(dti_rank_points(many.points, many.count, &options, ranks, NULL), DTI_OK);
    for (size_t i = 0; i < at->count; i++) {
        ck_assert_msg(ranks[i] == at->ranks[i], "%s: unit %zu has rank %g, not %g", at->name, i,
                      ranks[i], at->ranks[i]);
    }
}
END_TEST

START_TEST(no_units_are_ranked_too)
{
    double ranks[] = {-5};
    const int64_t points[] = {1};
    ck_assert_int_eq(dti_rank_points(NULL, 0, NULL, NULL, NULL), DTI_OK);
    ck_assert_int_eq(dti_rank_points(points, 0, NULL, ranks, NULL), DTI_OK);
    ck_assert_double_eq(ranks[0], -5);
}
END_TEST

/* ---- After the definition ---- */

static const size_t counts[] = {2, 7, 8, 9, 63, 64, 255, 256, 257, 400};

static void check(const struct dti__rank_column *column, dti_rank_method method, int ascending,
                  int shape)
{
    static double ranks[COHORT_MOST];
    const dti_rank_options options = {
        .size = sizeof options,
        .method = method,
        .ascending = ascending,
        .states = column->states,
        .groups = column->groups,
    };
    memset(ranks, 0xa5, sizeof ranks);
    ck_assert_int_eq(dti_rank_points(column->points, column->count, &options, ranks, NULL), DTI_OK);
    for (size_t i = 0; i < column->count; i++) {
        const double expected = cohort_rank(column, i, method, ascending != 0);
        if (ranks[i] != expected) {
            ck_abort_msg("shape %d, method %d, ascending %d, states %d, groups %d: unit %zu has "
                         "rank %g, not %g",
                         shape, (int)method, ascending, column->states != NULL,
                         column->groups != NULL, i, ranks[i], expected);
        }
    }
}

START_TEST(ranks_after_the_definition)
{
    static struct cohort cohort;
    const size_t count = counts[_i / COHORT_POINTS_COUNT];
    const int shape = _i % COHORT_POINTS_COUNT;
    uint64_t seed = 922 + (uint64_t)_i;
    for (int groups = -1; groups < COHORT_GROUPS_COUNT; groups++) {
        cohort_fill(&cohort, count, (enum cohort_points)shape,
                    groups < 0 ? COHORT_ONE : (enum cohort_groups)groups, &seed);
        for (int i = 0; i < 4; i++) {
            /* All four of states and direction, the methods in turn: the oracle is slow. */
            const struct dti__rank_column column = {
                .points = cohort.points,
                .count = count,
                .states = i & 1 ? cohort.states : NULL,
                .groups = groups < 0 ? NULL : cohort.groups,
            };
            check(&column, (dti_rank_method)((groups + 1 + i + shape) % 3), i >> 1, shape);
        }
    }
}
END_TEST

/* More units than two digits of the sort tell apart, in an order that can be seen: place i holds
 * the unit i × 7919 mod n, and every third place is as good as the one before it. */
START_TEST(ranks_a_hundred_thousand)
{
    const size_t count = 100000;
    int64_t *points = malloc(count * sizeof *points);
    double *ranks = malloc(count * sizeof *ranks);
    const int64_t step = _i == 0 ? 7000000 : INT64_MAX / 50001;
    ck_assert(points && ranks);
    for (size_t place = 0; place < count; place++) {
        const size_t better = place % 3 == 2 ? place - 1 : place;
        points[place * 7919 % count] = (50000 - (int64_t)better) * step;
    }
    ck_assert_int_eq(dti_rank_points(points, count, NULL, ranks, NULL), DTI_OK);
    for (size_t place = 0; place < count; place++) {
        const size_t better = place % 3 == 2 ? place - 1 : place;
        if (ranks[place * 7919 % count] != (double)(better + 1)) {
            ck_abort_msg("place %zu: rank %g", place, ranks[place * 7919 % count]);
        }
    }
    free(points);
    free(ranks);
}
END_TEST

/* ---- Memory ---- */

static dti_status rank_many(const dti_allocator *allocator, void *context)
{
    struct cohort *cohort = context;
    static double ranks[COHORT_MOST];
    dti_rank_options options = DTI_RANK_OPTIONS_INIT;
    dti_error *error = NULL;
    options.allocator = allocator;
    options.groups = cohort->groups;
    const dti_status status =
        dti_rank_points(cohort->points, cohort->count, &options, ranks, &error);
    ck_assert_int_eq(error != NULL, status != DTI_OK);
    ck_assert_int_eq(dti_error_status(error), status);
    dti_error_free(error);
    return status;
}

START_TEST(survives_every_failure_of_the_allocator)
{
    static struct cohort cohort;
    uint64_t seed = 1;
    cohort_fill(&cohort, 300, COHORT_WIDE, COHORT_ANY_NUMBER, &seed);
    test_nomem(rank_many, &cohort);
}
END_TEST

/* Up to 256 units there is nothing to run out of; beyond, 8 bytes per unit, given back. */
START_TEST(needs_little_memory)
{
    static const struct {
        size_t count;
        size_t calls;
    } cases[] = {{0, 0}, {1, 0}, {63, 0}, {256, 0}, {257, 1}, {1000, 1}};
    static struct cohort cohort;
    struct test_memory memory;
    uint64_t seed = 1;
    for (int i = 0; i < LENGTH_OF(cases); i++) {
        cohort_fill(&cohort, cases[i].count, COHORT_WIDE, COHORT_ANY_NUMBER, &seed);
        test_memory_init(&memory);
        ck_assert_int_eq(rank_many(&memory.allocator, &cohort), DTI_OK);
        ck_assert_uint_eq(memory.calls, cases[i].calls);
        ck_assert_uint_eq(memory.live, 0);
    }
}
END_TEST

/* ---- Misuse ---- */

static const struct misuse {
    const char *name;
    dti_rank_options options;
    dti_status status;
    const char *argument; /* that the message names, or NULL */
} misuses[] = {
    {"method below",
     {sizeof(dti_rank_options), .method = (dti_rank_method)-1},
     DTI_E_ARG,
     "method"},
    {"method above", {sizeof(dti_rank_options), .method = (dti_rank_method)3}, DTI_E_ARG, "method"},
    {"no method",
     {sizeof(dti_rank_options), .method = DTI_RANK_METHOD_FORCE_INT},
     DTI_E_ARG,
     "method"},
    {"direction below", {sizeof(dti_rank_options), .ascending = -1}, DTI_E_ARG, "ascending"},
    {"direction above", {sizeof(dti_rank_options), .ascending = 2}, DTI_E_ARG, "ascending"},
    {"no size", {.size = 0}, DTI_E_ARG, NULL},
    {"too small", {.size = sizeof(dti_rank_options) - 1}, DTI_E_ARG, NULL},
    {"not initialised", {.size = SIZE_MAX}, DTI_E_ARG, NULL},
};

/* Refused alike for few and for many units, and nothing is written. */
START_TEST(refuses_wrong_options)
{
    static const int64_t points[300];
    const struct misuse *at = &misuses[_i];
    for (size_t count = 0; count <= 300; count += 100) {
        double ranks[300] = {-5};
        dti_error *error = NULL;
        const dti_status status = dti_rank_points(points, count, &at->options, ranks, &error);
        ck_assert_msg(status == at->status, "%s: %s", at->name, dti_status_name(status));
        ck_assert_int_eq(dti_error_status(error), at->status);
        if (at->argument) {
            ck_assert_str_eq(dti_error_arg(error, 0), at->argument);
        }
        ck_assert_double_eq(ranks[0], -5);
        dti_error_free(error);
        ck_assert_int_eq(dti_rank_points(points, count, &at->options, ranks, NULL), at->status);
    }
}
END_TEST

START_TEST(refuses_what_it_does_not_know)
{
    static const int64_t points[3];
    union {
        dti_rank_options known;
        unsigned char bytes[sizeof(dti_rank_options) + 8];
    } later;
    double ranks[3];
    memset(&later, 0, sizeof later);
    later.known.size = sizeof later;
    ck_assert_int_eq(dti_rank_points(points, 3, &later.known, ranks, NULL), DTI_OK);
    later.bytes[sizeof later - 1] = 1;
    ck_assert_int_eq(dti_rank_points(points, 3, &later.known, ranks, NULL), DTI_E_VERSION);
}
END_TEST

START_TEST(refuses_null_and_too_many)
{
    static const int64_t points[3];
    double ranks[3] = {-5, -5, -5};
    const struct {
        const int64_t *points;
        size_t count;
        double *ranks;
        const char *argument;
    } cases[] = {
        {NULL, 3, ranks, "points"},
        {points, 3, NULL, "ranks"},
        {NULL, 1, NULL, "points"},
#if SIZE_MAX > UINT32_MAX
        {points, (size_t)UINT32_MAX + 1, ranks, "count"},
        {points, SIZE_MAX, ranks, "count"},
#endif
    };
    for (int i = 0; i < LENGTH_OF(cases); i++) {
        dti_error *error = NULL;
        ck_assert_int_eq(
            dti_rank_points(cases[i].points, cases[i].count, NULL, cases[i].ranks, &error),
            DTI_E_ARG);
        ck_assert_str_eq(dti_error_arg(error, 0), cases[i].argument);
        dti_error_free(error);
    }
    ck_assert_double_eq(ranks[0], -5);
}
END_TEST

START_TEST(refuses_half_an_allocator)
{
    static const int64_t points[300];
    static double ranks[300];
    const dti_allocator half = DTI_ALLOCATOR_INIT;
    dti_rank_options options = DTI_RANK_OPTIONS_INIT;
    options.allocator = &half;
    ck_assert_int_eq(dti_rank_points(points, 3, &options, ranks, NULL), DTI_E_ARG);
    ck_assert_int_eq(dti_rank_points(points, 300, &options, ranks, NULL), DTI_E_ARG);
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("rank");
    TCase *tcase = tcase_create("rank");
    tcase_add_loop_test(tcase, ranks_by_hand, 0, LENGTH_OF(rank_cases));
    tcase_add_loop_test(tcase, ranks_by_hand_among_many, 0, LENGTH_OF(rank_cases));
    tcase_add_test(tcase, no_units_are_ranked_too);
    tcase_add_loop_test(tcase, ranks_after_the_definition, 0,
                        LENGTH_OF(counts) * COHORT_POINTS_COUNT);
    tcase_add_loop_test(tcase, ranks_a_hundred_thousand, 0, 2);
    tcase_add_test(tcase, survives_every_failure_of_the_allocator);
    tcase_add_test(tcase, needs_little_memory);
    tcase_add_loop_test(tcase, refuses_wrong_options, 0, LENGTH_OF(misuses));
    tcase_add_test(tcase, refuses_what_it_does_not_know);
    tcase_add_test(tcase, refuses_null_and_too_many);
    tcase_add_test(tcase, refuses_half_an_allocator);
    suite_add_tcase(suite, tcase);
    return suite;
}
