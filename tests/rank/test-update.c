/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Ranks that follow a change: by hand, and a thousand changes that end where ranking all anew does.
 */
#include "cohort.h"
#include "rank/update.h"

#define LENGTH_OF(array) (int)(sizeof(array) / sizeof((array)[0]))

enum {
    P = DTI_STATE_PRESENT,
    M = DTI_STATE_MISSING
};

/* Five units with 50, 40, 40, 30 points and one that is missing: ranks 1, 2, 2, 4 and none. */
static const struct update_case {
    const char *name;
    size_t unit;
    int64_t points;
    uint8_t state;
    uint32_t ranks[5];
} update_cases[] = {
    {"to the top", 3, 60, P, {2, 3, 3, 1, 0}},
    {"into a tie", 3, 40, P, {1, 2, 2, 2, 0}},
    {"out of a tie", 2, 45, P, {1, 3, 2, 4, 0}},
    {"to the bottom", 0, 20, P, {4, 1, 1, 3, 0}},
    {"level with the first", 1, 50, P, {1, 1, 3, 4, 0}},
    {"more, and in its place", 0, 70, P, {1, 2, 2, 4, 0}},
    {"nothing", 1, 40, P, {1, 2, 2, 4, 0}},
    {"it goes", 0, 50, M, {0, 1, 1, 3, 0}},
    {"it goes, and its points with it", 1, 99, M, {1, 0, 2, 3, 0}},
    {"it comes", 4, 45, P, {1, 3, 3, 5, 2}},
    {"it comes last", 4, INT64_MIN, P, {1, 2, 2, 4, 5}},
    {"it comes first", 4, INT64_MAX, P, {2, 3, 3, 5, 1}},
    {"missing for another reason", 4, 99, DTI_STATE_REJECTED, {1, 2, 2, 4, 0}},
};

START_TEST(follows_by_hand)
{
    const struct update_case *at = &update_cases[_i];
    int64_t points[] = {50, 40, 40, 30, 90};
    uint8_t states[] = {P, P, P, P, M};
    uint32_t ranks[] = {1, 2, 2, 4, 0};
    const struct dti__rank_column column = {.points = points, .count = 5, .states = states};
    const struct dti__rank_before before = {points[at->unit], states[at->unit]};
    points[at->unit] = at->points;
    states[at->unit] = at->state;
    dti__rank_update(&column, at->unit, before, ranks);
    for (int i = 0; i < 5; i++) {
        ck_assert_msg(ranks[i] == at->ranks[i], "%s: unit %d has rank %u, not %u", at->name, i,
                      ranks[i], at->ranks[i]);
    }
}
END_TEST

/* Others' groups do not notice. */
START_TEST(follows_within_its_group)
{
    int64_t points[] = {50, 40, 30, 20};
    const uint32_t groups[] = {1, 2, 1, 2};
    uint32_t ranks[] = {1, 1, 2, 2};
    static const uint32_t expected[] = {2, 1, 1, 2};
    const struct dti__rank_column column = {.points = points, .count = 4, .groups = groups};
    points[2] = 60;
    dti__rank_update(&column, 2, (struct dti__rank_before){30, P}, ranks);
    ck_assert_mem_eq(ranks, expected, sizeof expected);
}
END_TEST

static void rank_all(const struct dti__rank_column *column, double *ranks)
{
    const dti_rank_options options = {
        .size = sizeof options, .states = column->states, .groups = column->groups};
    ck_assert_int_eq(dti_rank_points(column->points, column->count, &options, ranks, NULL), DTI_OK);
}

static const struct {
    enum cohort_points points;
    bool has_states;
    bool has_groups;
} walks[] = {
    {COHORT_USUAL, true, false}, {COHORT_TIES, true, false}, {COHORT_TIES, false, false},
    {COHORT_TIES, true, true},   {COHORT_TIES, false, true}, {COHORT_EXTREMES, true, true},
    {COHORT_WIDE, true, true},
};

START_TEST(a_thousand_changes_are_one_ranking)
{
    static struct cohort cohort;
    static double anew[COHORT_MOST];
    static uint32_t ranks[COHORT_MOST];
    uint64_t seed = 1000 + (uint64_t)_i;
    cohort_fill(&cohort, 63, walks[_i].points, COHORT_REGIONS, &seed);
    const struct dti__rank_column column = {
        .points = cohort.points,
        .count = cohort.count,
        .states = walks[_i].has_states ? cohort.states : NULL,
        .groups = walks[_i].has_groups ? cohort.groups : NULL,
    };
    rank_all(&column, anew);
    for (size_t i = 0; i < cohort.count; i++) {
        ranks[i] = (uint32_t)anew[i];
    }
    for (int change = 0; change < 1000; change++) {
        const uint64_t drawn = cohort_random(&seed);
        const size_t unit = (size_t)(drawn >> 32) % cohort.count;
        const struct dti__rank_before before = {
            cohort.points[unit], walks[_i].has_states ? cohort.states[unit] : (uint8_t)P};
        cohort.points[unit] = cohort_draw_points(walks[_i].points, &seed);
        cohort.states[unit] = drawn % 3 == 0 ? (uint8_t)(drawn / 3 % 5) : (uint8_t)P;
        dti__rank_update(&column, unit, before, ranks);
        rank_all(&column, anew);
        for (size_t i = 0; i < cohort.count; i++) {
            if (ranks[i] != anew[i]) {
                ck_abort_msg("change %d: unit %zu has rank %u, not %g", change, i, ranks[i],
                             anew[i]);
            }
        }
    }
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("update");
    TCase *tcase = tcase_create("update");
    tcase_add_loop_test(tcase, follows_by_hand, 0, LENGTH_OF(update_cases));
    tcase_add_test(tcase, follows_within_its_group);
    tcase_add_loop_test(tcase, a_thousand_changes_are_one_ranking, 0, LENGTH_OF(walks));
    suite_add_tcase(suite, tcase);
    return suite;
}
