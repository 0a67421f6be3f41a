/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Both ways to an order: every unit that is present in its one right place, and ties told as such.
 */
#include "cohort.h"
#include "rank/order.h"

#include <string.h>

#define MOST DTI__ORDER_FEW

static struct dti__distance distance_of(const struct dti__rank_column *column, bool is_ascending)
{
    int64_t least = INT64_MAX;
    int64_t most = INT64_MIN;
    for (size_t i = 0; i < column->count; i++) {
        least = column->points[i] < least ? column->points[i] : least;
        most = column->points[i] > most ? column->points[i] : most;
    }
    if (is_ascending) {
        return (struct dti__distance){0, (uint64_t)least, (uint64_t)most - (uint64_t)least};
    }
    return (struct dti__distance){UINT64_MAX, ~(uint64_t)most, (uint64_t)most - (uint64_t)least};
}

static const struct {
    int64_t best;
    int64_t points;
    bool is_ascending;
    uint64_t distance;
} distances[] = {
    {7, 7, false, 0},
    {7, 3, false, 4},
    {3, 7, true, 4},
    {INT64_MAX, INT64_MIN, false, UINT64_MAX},
    {INT64_MIN, INT64_MAX, true, UINT64_MAX},
    {0, -1, false, 1},
    {-1, 0, true, 1},
};

START_TEST(distance_grows_from_the_best)
{
    const int64_t points[] = {distances[_i].best, distances[_i].points};
    const struct dti__rank_column column = {.points = points, .count = 2};
    const struct dti__distance distance = distance_of(&column, distances[_i].is_ascending);
    ck_assert_uint_eq(dti__distance_of(&distance, distances[_i].best), 0);
    ck_assert_uint_eq(dti__distance_of(&distance, distances[_i].points), distances[_i].distance);
    ck_assert_uint_eq(distance.most, distances[_i].distance);
}
END_TEST

static bool is_in_order(const struct dti__rank_column *column, size_t a, size_t b,
                        bool is_ascending)
{
    const uint32_t group_a = column->groups ? column->groups[a] : 0;
    const uint32_t group_b = column->groups ? column->groups[b] : 0;
    if (group_a != group_b) {
        return group_a < group_b;
    }
    if (column->points[a] != column->points[b]) {
        return is_ascending ? column->points[a] < column->points[b]
                            : column->points[a] > column->points[b];
    }
    return a < b; /* ties stand as they came */
}

/* NULL, or what is wrong with a place: out of order, or a tie that it should not or does not show.
 */
static const char *fault_of(const struct dti__rank_column *column, bool is_ascending,
                            const struct dti__order *order, size_t place)
{
    const size_t unit = dti__order_unit(order, place);
    if (unit >= column->count || (column->states && column->states[unit] != DTI_STATE_PRESENT)) {
        return "no such unit";
    }
    if (place == 0) {
        return NULL;
    }
    const size_t before = dti__order_unit(order, place - 1);
    const bool looks_tied =
        (order->places[place] ^ order->places[place - 1]) >> order->index_bits == 0;
    const bool is_tied = column->points[before] == column->points[unit] &&
                         (!column->groups || column->groups[before] == column->groups[unit]);
    if (!is_in_order(column, before, unit, is_ascending)) {
        return "not in order";
    }
    if (is_tied && !looks_tied) {
        return "a tie that does not show";
    }
    if (looks_tied && column->groups && column->groups[before] != column->groups[unit]) {
        return "no tie, but another group";
    }
    return looks_tied && !is_tied && order->is_exact ? "no tie" : NULL;
}

/* Of all units that are present, each once: ties stand as they came, so that no two are the same.
 */
static void check(const struct dti__rank_column *column, bool is_ascending,
                  const struct dti__order *order)
{
    size_t present = 0;
    for (size_t i = 0; i < column->count; i++) {
        present += !column->states || column->states[i] == DTI_STATE_PRESENT;
    }
    ck_assert_uint_eq(order->count, present);
    for (size_t i = 0; i < order->count; i++) {
        const char *fault = fault_of(column, is_ascending, order, i);
        if (fault) {
            ck_abort_msg("place %zu of %zu: %s", i, order->count, fault);
        }
    }
}

START_TEST(both_ways_are_in_order)
{
    static const size_t counts[] = {1, 2, 63, 255, 256};
    static struct cohort cohort;
    uint64_t seed = 50 + (uint64_t)_i;
    for (int i = 0; i < 5 * COHORT_POINTS_COUNT * COHORT_GROUPS_COUNT; i++) {
        cohort_fill(&cohort, counts[i % 5], (enum cohort_points)(i / 5 % COHORT_POINTS_COUNT),
                    (enum cohort_groups)(i / 5 / COHORT_POINTS_COUNT), &seed);
        const struct dti__rank_column column = {
            .points = cohort.points,
            .count = cohort.count,
            .states = _i & 1 ? cohort.states : NULL,
            .groups = _i & 2 ? cohort.groups : NULL,
        };
        const bool is_ascending = _i & 4;
        const struct dti__distance distance = distance_of(&column, is_ascending);
        uint64_t few[MOST];
        uint64_t many[MOST];
        double spare[MOST];
        struct dti__order counted = {.places = few};
        struct dti__order sorted = {.places = many};
        dti__order_by_counting(&column, &distance, &counted);
        dti__order_by_radix(&column, &distance, &sorted, spare);
        check(&column, is_ascending, &counted);
        check(&column, is_ascending, &sorted);
        ck_assert(counted.is_exact);
    }
}
END_TEST

/* Usual points need no second look: their distance fits beside the index, and so do regions. */
START_TEST(usual_points_are_exact)
{
    static struct cohort cohort;
    uint64_t places[MOST];
    double spare[MOST];
    uint64_t seed = 5;
    cohort_fill(&cohort, MOST, COHORT_USUAL, COHORT_REGIONS, &seed);
    for (int i = 0; i < 2; i++) {
        const struct dti__rank_column column = {
            .points = cohort.points, .count = MOST, .groups = i == 0 ? NULL : cohort.groups};
        const struct dti__distance distance = distance_of(&column, false);
        struct dti__order order = {.places = places};
        dti__order_by_radix(&column, &distance, &order, spare);
        ck_assert(order.is_exact);
    }
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("order");
    TCase *tcase = tcase_create("order");
    tcase_add_loop_test(tcase, distance_grows_from_the_best, 0,
                        (int)(sizeof distances / sizeof distances[0]));
    tcase_add_loop_test(tcase, both_ways_are_in_order, 0, 8);
    tcase_add_test(tcase, usual_points_are_exact);
    suite_add_tcase(suite, tcase);
    return suite;
}
