/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Systems: whether ties can hold, and the values an unknown can have, by hand and against all
 * corners of small random ones. */
#include "headlines.h"
#include "random.h"

static void expect_range(const struct made *made, size_t unknown, int64_t low, int64_t high)
{
    struct dti__span span = {0, 0};
    ck_assert_int_eq(made_range(made, unknown, &span), DTI__POSSIBLE_YES);
    ck_assert_int_eq(span.low, low);
    ck_assert_int_eq(span.high, high);
}

/* ── headline figures ── */

/* F = (CQS + KTS + XHS − DTI) ÷ 2: (467.145 + 393.9975 + 362.9925 − 580.85) ÷ 2 = 321.6425 and
 * (467.215 + 394.0625 + 363.0575 − 580.75) ÷ 2 = 321.7925; three ends at the most are excluded, so
 * that the halves of 10^-9 point are rounded outward. */
START_TEST(test_indices_give_the_foundation)
{
    struct made *made = headlines_new();
    headlines_quangnam_indices(made);
    expect_range(made, FOUNDATION, INT64_C(321642500000), INT64_C(321792499999));
    free(made);
}
END_TEST

/* Activities printed to 0.01: the foundation is at least 467.145 − 145.455 and at most 363.0575 −
 * 41.345, and all four indices allow that. */
START_TEST(test_activities_narrow_the_foundation)
{
    struct made *made = headlines_new();
    headlines_quangnam_indices(made);
    headlines_quangnam_activities(made);
    ck_assert_int_eq(made_holds(made), DTI__POSSIBLE_YES);
    expect_range(made, FOUNDATION, INT64_C(321690000001), INT64_C(321712499999));
    free(made);
}
END_TEST

/* Were they exact: 467.145 − 145.45 = 321.695 and 363.0575 − 41.35 = 321.7075. */
START_TEST(test_exact_activities)
{
    struct made *made = headlines_new();
    headlines_quangnam_indices(made);
    made_claim(made, ACTIVITY, MILLIONTHS(145450000), MILLIONTHS(145450000));
    made_claim(made, ACTIVITY + 1, MILLIONTHS(72330000), MILLIONTHS(72330000));
    made_claim(made, ACTIVITY + 2, MILLIONTHS(41350000), MILLIONTHS(41350000));
    expect_range(made, FOUNDATION, INT64_C(321695000000), INT64_C(321707499999));
    free(made);
}
END_TEST

/* 324.70 points in the foundation, and no index comes out; unless one of its totals is freed. */
START_TEST(test_three_points_too_many)
{
    static const int64_t totals[] = {80000000, 80000000, 67640000, 44770000, 52290000};
    struct made *made = headlines_new();
    size_t mains[5];
    size_t fourth = 0;
    headlines_quangnam_indices(made);
    headlines_quangnam_activities(made);
    for (size_t i = 0; i < 5; i++) {
        mains[i] = made_unknown(made, 0, 100 * POINT);
        const size_t suspect = headline_claim(made, mains[i], totals[i] - 5000, totals[i] + 5000);
        fourth = i == 3 ? suspect : fourth;
    }
    made_sum(made, FOUNDATION, mains, 5);
    ck_assert_int_eq(made_holds(made), DTI__POSSIBLE_NO);
    made->is_freed[fourth] = true;
    ck_assert_int_eq(made_holds(made), DTI__POSSIBLE_YES);
    /* 321.69 − 80.005 − 80.005 − 67.645 − 52.295, the excluded ends of four figures and of one
     * activity added; 321.7125 − 79.995 − 79.995 − 67.635 − 52.285, one end taken off. */
    expect_range(made, mains[3], INT64_C(41740000005), INT64_C(41802499999));
    free(made);
}
END_TEST

/* 0.5638; 0.66, 0.5612 and 0.1089: as pillars they leave 166.9 points for the foundation and 295 of
 * 200 for the first activity. As values of activities they fit. */
START_TEST(test_tayninh)
{
    struct made *pillars = headlines_new();
    headline_claim(pillars, OVERALL, 563750000, 563850000);
    headline_claim(pillars, PILLAR, 458500000, 465500000);
    headline_claim(pillars, PILLAR + 1, 364747500, 364812500);
    headline_claim(pillars, PILLAR + 2, 70752500, 70817500);
    ck_assert_int_eq(made_holds(pillars), DTI__POSSIBLE_NO);
    struct made *activities = headlines_new();
    headline_claim(activities, OVERALL, 563750000, 563850000);
    headline_claim(activities, ACTIVITY, 131000000, 133000000);
    headline_claim(activities, ACTIVITY + 1, 84172500, 84187500);
    headline_claim(activities, ACTIVITY + 2, 16327500, 16342500);
    ck_assert_int_eq(made_holds(activities), DTI__POSSIBLE_YES);
    expect_range(activities, FOUNDATION, INT64_C(330220000003), INT64_C(332349999999));
    free(pillars);
    free(activities);
}
END_TEST

/* ── what is special ── */

START_TEST(test_nothing)
{
    struct made *made = made_new();
    struct dti__span span = {4711, 4711};
    ck_assert_int_eq(made_holds(made), DTI__POSSIBLE_YES);
    const size_t alone = made_unknown(made, -3, 8);
    expect_range(made, alone, -3, 8);
    const size_t suspect = made_claim(made, alone, 2, 100);
    expect_range(made, alone, 2, 8);
    made_claim(made, alone, 9, 100);
    ck_assert_int_eq(made_range(made, alone, &span), DTI__POSSIBLE_NO);
    ck_assert_int_eq(span.low, 4711);
    made->is_freed[suspect + 1] = true;
    expect_range(made, alone, 2, 8);
    free(made);
}
END_TEST

START_TEST(test_empty_spans)
{
    struct made *limits = made_new();
    made_unknown(limits, 0, 0);
    ck_assert_int_eq(made_holds(limits), DTI__POSSIBLE_YES);
    made_unknown(limits, 1, 0);
    ck_assert_int_eq(made_holds(limits), DTI__POSSIBLE_NO);
    free(limits);
    struct made *tie = made_new();
    made_unknown(tie, 0, 9);
    made_unknown(tie, 0, 9);
    made_tie(tie, 5, 4);
    made_term(tie, 1, 0);
    made_term(tie, 1, 1);
    made_need(tie, 0);
    ck_assert_int_eq(made_holds(tie), DTI__POSSIBLE_NO);
    tie->is_freed[0] = true;
    ck_assert_int_eq(made_holds(tie), DTI__POSSIBLE_YES);
    free(tie);
}
END_TEST

START_TEST(test_clashes)
{
    struct made *made = made_new();
    made_tie(made, 0, 0);
    made_need(made, 0);
    made_need(made, 1);
    ck_assert_int_eq(made_holds(made), DTI__POSSIBLE_NO);
    made->is_freed[1] = true;
    ck_assert_int_eq(made_holds(made), DTI__POSSIBLE_YES);
    made_tie(made, 0, 0)->is_soft = true;
    ck_assert_int_eq(made_holds(made), DTI__POSSIBLE_YES);
    made_tie(made, 0, 0);
    ck_assert_int_eq(made_holds(made), DTI__POSSIBLE_NO);
    free(made);
}
END_TEST

START_TEST(test_soft_ties_are_not_required)
{
    struct made *made = made_new();
    for (size_t i = 0; i < 2; i++)
        made_unknown(made, 0, 10);
    made_tie(made, 30, 40)->is_soft = true;
    made_term(made, 1, 0);
    made_term(made, 1, 1);
    made_tie(made, 20, 30)->is_soft = true;
    made_term(made, 1, 0);
    ck_assert_int_eq(made_holds(made), DTI__POSSIBLE_YES);
    expect_range(made, 0, 0, 10);
    free(made);
}
END_TEST

static enum dti__possible allows(const struct made *made, size_t tie)
{
    return dti__system_allows(&made->system, made->is_freed, tie, &dti__malloc_allocator);
}

/* Two parts of 3 and 4, a whole of 8, and a soft tie to 7; elsewhere nothing fits at all. */
START_TEST(test_soft_ties_may_be_asked_for)
{
    struct made *made = made_new();
    for (size_t i = 0; i < 5; i++)
        made_unknown(made, 0, 10);
    made_claim(made, 0, 3, 3);
    const size_t second = made_claim(made, 1, 4, 4);
    made_claim(made, 2, 8, 8);
    made_claim(made, 3, 5, 5);
    made_claim(made, 3, 6, 6);
    made_tie(made, 0, 0)->is_soft = true; /* 5 */
    made_term(made, 1, 0);
    made_term(made, 1, 1);
    made_term(made, -1, 2);
    made_tie(made, 3, 3)->is_soft = true; /* 6 */
    made_term(made, 1, 0);
    made_tie(made, 0, 0)->is_soft = true; /* 7 */
    made_term(made, 1, 3);
    made_term(made, 1, 4);
    made_tie(made, 9, 9)->is_soft = true; /* 8 */
    made_term(made, 1, 0);
    made_need(made, second);
    ck_assert_int_eq(made_holds(made), DTI__POSSIBLE_NO);
    ck_assert_int_eq(allows(made, 5), DTI__POSSIBLE_NO);
    ck_assert_int_eq(allows(made, 6), DTI__POSSIBLE_YES);
    ck_assert_int_eq(allows(made, 7), DTI__POSSIBLE_NO);
    ck_assert_int_eq(allows(made, 8), DTI__POSSIBLE_NO);
    made->is_freed[second] = true;
    ck_assert_int_eq(allows(made, 5), DTI__POSSIBLE_YES);
    ck_assert_int_eq(allows(made, 8), DTI__POSSIBLE_YES);
    free(made);
}
END_TEST

/* 2x in 3 to 5 and 3y = 7: real numbers, outward to whole ones. x + x is 2x, x − x is nothing. */
START_TEST(test_fractions)
{
    struct made *made = made_new();
    for (size_t i = 0; i < 3; i++)
        made_unknown(made, -100, 100);
    made_tie(made, 3, 5);
    made_term(made, 1, 0);
    made_term(made, 1, 0);
    made_tie(made, -7, -7);
    made_term(made, -3, 1);
    made_tie(made, -7, -7);
    made_term(made, 3, 2);
    expect_range(made, 0, 1, 3);
    expect_range(made, 1, 2, 3);
    expect_range(made, 2, -3, -2);
    made_tie(made, 0, 0);
    made_term(made, 1, 0);
    made_term(made, -1, 0);
    ck_assert_int_eq(made_holds(made), DTI__POSSIBLE_YES);
    made_tie(made, 1, 2);
    made_term(made, 1, 0);
    made_term(made, -1, 0);
    ck_assert_int_eq(made_holds(made), DTI__POSSIBLE_NO);
    free(made);
}
END_TEST

/* 2x + 2y = 7 has no whole solution, and yet holds. */
START_TEST(test_numbers_are_real)
{
    struct made *made = made_new();
    for (size_t i = 0; i < 2; i++)
        made_unknown(made, 0, 3);
    made_tie(made, 7, 7);
    made_term(made, 2, 0);
    made_term(made, 2, 1);
    ck_assert_int_eq(made_holds(made), DTI__POSSIBLE_YES);
    expect_range(made, 0, 0, 3);
    made_tie(made, 0, 0);
    made_term(made, 1, 0);
    made_term(made, -1, 1);
    expect_range(made, 0, 1, 2);
    free(made);
}
END_TEST

/* A mean of units most of which are not known says little of one, and exactly that much. */
START_TEST(test_mean)
{
    struct made *made = made_new();
    const size_t mean = made_unknown(made, 0, 1000);
    made_tie(made, 0, 0);
    made_term(made, -63, mean);
    for (size_t i = 0; i < 63; i++)
        made_term(made, 1, made_unknown(made, 0, 1000));
    made_claim(made, mean, 579, 579);
    for (size_t i = 1; i <= 5; i++)
        made_claim(made, mean + i, 700, 800);
    expect_range(made, mean + 6, 0, 1000); /* 63 × 579 = 36477 of at most 61000 beside it */
    for (size_t i = 6; i <= 62; i++)
        made_claim(made, mean + i, 570, 580);
    /* 36477 − 5 × 800 − 57 × 580 = −583, 36477 − 5 × 700 − 57 × 570 = 487 */
    expect_range(made, mean + 63, 0, 487);
    expect_range(made, mean + 1, 700, 800);
    made_claim(made, mean + 63, 488, 600);
    ck_assert_int_eq(made_holds(made), DTI__POSSIBLE_NO);
    free(made);
}
END_TEST

/* What does not fit into 64 bits on the way is said to be unknown, never guessed; what does not
 * need to be multiplied out is still decided. */
START_TEST(test_large_numbers)
{
    struct made *made = made_new();
    for (size_t i = 0; i < 3; i++)
        made_unknown(made, INT64_MIN, INT64_MAX);
    expect_range(made, 0, INT64_MIN, INT64_MAX);
    made_tie(made, INT64_MIN, INT64_MAX);
    made_term(made, 1, 0);
    made_term(made, 1, 1);
    ck_assert_int_eq(made_holds(made), DTI__POSSIBLE_YES);
    expect_range(made, 0, INT64_MIN, INT64_MAX);
    static const int64_t factors[3][3] = {{INT64_MAX, INT64_MAX - 1, INT64_MAX - 4},
                                          {INT64_MAX - 7, INT64_MAX - 3, INT64_MAX - 9},
                                          {INT64_MAX - 2, INT64_MAX - 12, INT64_MAX - 5}};
    for (size_t i = 0; i < 3; i++) {
        made_tie(made, 1, 1);
        for (size_t k = 0; k < 3; k++)
            made_term(made, factors[i][k], k);
    }
    ck_assert_int_eq(made_holds(made), DTI__POSSIBLE_UNKNOWN);
    made_tie(made, 0, 0);
    made_term(made, INT64_MIN, 0);
    made_term(made, 1, 1);
    struct dti__span span = {4711, 4711};
    ck_assert_int_eq(made_range(made, 0, &span), DTI__POSSIBLE_UNKNOWN);
    ck_assert_int_eq(span.high, 4711);
    made_tie(made, 0, 0); /* a clash is a clash */
    ck_assert_int_eq(made_holds(made), DTI__POSSIBLE_NO);
    free(made);
}
END_TEST

/* ── all corners ── */

#define UNKNOWNS 3
#define MOST     40

struct plane { /* Σ factors × x = at */
    int64_t factors[UNKNOWNS];
    int64_t at;
};

struct corners {
    struct dti__span limits[UNKNOWNS];
    struct plane low[MOST];  /* Σ ≥ at */
    struct plane high[MOST]; /* Σ ≤ at */
    size_t count;
};

static void bound(struct corners *corners, const int64_t *factors, int64_t low, int64_t high)
{
    memcpy(corners->low[corners->count].factors, factors, UNKNOWNS * sizeof *factors);
    memcpy(corners->high[corners->count].factors, factors, UNKNOWNS * sizeof *factors);
    corners->low[corners->count].at = low;
    corners->high[corners->count++].at = high;
}

static int64_t determinant(const int64_t m[UNKNOWNS][UNKNOWNS])
{
    return m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[2][1]) -
           m[0][1] * (m[1][0] * m[2][2] - m[1][2] * m[2][0]) +
           m[0][2] * (m[1][0] * m[2][1] - m[1][1] * m[2][0]);
}

/* Three planes meet in x[i] ÷ *over, over above 0; false if they do not. */
static bool meet(const struct plane *const planes[UNKNOWNS], int64_t x[UNKNOWNS], int64_t *over)
{
    int64_t m[UNKNOWNS][UNKNOWNS];
    for (size_t i = 0; i < UNKNOWNS; i++)
        memcpy(m[i], planes[i]->factors, sizeof m[i]);
    const int64_t whole = determinant((const int64_t(*)[UNKNOWNS])m);
    *over = whole < 0 ? -whole : whole;
    for (size_t k = 0; k < UNKNOWNS; k++) {
        for (size_t i = 0; i < UNKNOWNS; i++) {
            memcpy(m[i], planes[i]->factors, sizeof m[i]);
            m[i][k] = planes[i]->at;
        }
        const int64_t part = determinant((const int64_t(*)[UNKNOWNS])m);
        x[k] = whole < 0 ? -part : part;
    }
    return whole != 0;
}

static bool is_inside(const struct corners *corners, const int64_t x[UNKNOWNS], int64_t over)
{
    for (size_t i = 0; i < corners->count; i++) {
        int64_t sum = 0;
        for (size_t k = 0; k < UNKNOWNS; k++)
            sum += corners->low[i].factors[k] * x[k];
        if (sum < corners->low[i].at * over || sum > corners->high[i].at * over)
            return false;
    }
    return true;
}

static int64_t floored(int64_t a, int64_t b)
{
    return a / b - (a % b < 0);
}

/* What lies between planes and is bounded holds something only if a corner does; and the least and
 * greatest values are found in corners. */
static bool look_at_corners(const struct corners *corners, struct dti__span range[UNKNOWNS])
{
    bool is_any = false;
    const size_t planes = 2 * corners->count;
    for (size_t n = 0; n < planes * planes * planes; n++) {
        const size_t of[UNKNOWNS] = {n % planes, n / planes % planes, n / planes / planes};
        const struct plane *chosen[UNKNOWNS];
        int64_t x[UNKNOWNS];
        int64_t over = 0;
        for (size_t i = 0; i < UNKNOWNS; i++)
            chosen[i] = of[i] < corners->count ? &corners->low[of[i]]
                                               : &corners->high[of[i] - corners->count];
        if (of[0] >= of[1] || of[1] >= of[2] || !meet(chosen, x, &over) ||
            !is_inside(corners, x, over))
            continue;
        for (size_t i = 0; i < UNKNOWNS; i++) {
            const int64_t low = floored(x[i], over);
            const int64_t high = -floored(-x[i], over);
            range[i].low = is_any && range[i].low < low ? range[i].low : low;
            range[i].high = is_any && range[i].high > high ? range[i].high : high;
        }
        is_any = true;
    }
    return is_any;
}

static int64_t draw(uint64_t *seed, int64_t low, int64_t high)
{
    return low + (int64_t)random_below(seed, (uint32_t)(high - low + 1));
}

/* A random system, and the planes of what is not freed in it. */
static struct made *make_random(uint64_t *seed, struct corners *corners)
{
    struct made *made = made_new();
    corners->count = 0;
    for (size_t i = 0; i < UNKNOWNS; i++) {
        int64_t factors[UNKNOWNS] = {0};
        factors[i] = 1;
        const int64_t low = draw(seed, -9, 5);
        const int64_t high = low + draw(seed, 0, 12);
        made_unknown(made, low, high);
        bound(corners, factors, low, high);
    }
    const size_t ties = (size_t)draw(seed, 1, 5);
    for (size_t t = 0; t < ties; t++) {
        int64_t factors[UNKNOWNS] = {0};
        const int64_t low = draw(seed, -20, 15);
        const int64_t high = low + draw(seed, 0, 6);
        made_tie(made, low, high);
        for (size_t i = 0; i < UNKNOWNS; i++) {
            factors[i] = random_below(seed, 3) == 0 ? 0 : draw(seed, -4, 4);
            if (factors[i] != 0)
                made_term(made, factors[i], i);
        }
        if (made->ties[t].term_count == 0) {
            made_term(made, factors[0] = 2, 0);
        }
        made_need(made, t);
        made->is_freed[t] = random_below(seed, 4) == 0;
        if (!made->is_freed[t])
            bound(corners, factors, low, high);
    }
    return made;
}

START_TEST(test_all_corners)
{
    uint64_t seed = 2022 + (uint64_t)_i;
    size_t answers[2] = {0, 0};
    for (size_t n = 0; n < 60; n++) {
        struct corners corners;
        struct dti__span range[UNKNOWNS];
        struct made *made = make_random(&seed, &corners);
        const bool is_possible = look_at_corners(&corners, range);
        answers[is_possible]++;
        ck_assert_int_eq(made_holds(made), is_possible ? DTI__POSSIBLE_YES : DTI__POSSIBLE_NO);
        for (size_t i = 0; i < UNKNOWNS && is_possible; i++)
            expect_range(made, i, range[i].low, range[i].high);
        free(made);
    }
    ck_assert_uint_gt(answers[0], 5);
    ck_assert_uint_gt(answers[1], 5);
}
END_TEST

/* ── memory ── */

static dti_status ask_range(const dti_allocator *allocator, void *context)
{
    const struct made *made = context;
    struct dti__span span = {4711, 4711};
    const enum dti__possible answer =
        dti__system_range(&made->system, made->is_freed, FOUNDATION,
                          allocator ? allocator : &dti__malloc_allocator, &span);
    ck_assert(answer == DTI__POSSIBLE_YES || answer == DTI__POSSIBLE_NOMEM);
    ck_assert_int_eq(span.low, answer == DTI__POSSIBLE_YES ? INT64_C(321690000001) : 4711);
    return answer == DTI__POSSIBLE_YES ? DTI_OK : DTI_E_NOMEM;
}

START_TEST(test_out_of_memory)
{
    struct made *made = headlines_new();
    headlines_quangnam_indices(made);
    headlines_quangnam_activities(made);
    test_nomem(ask_range, made);
    free(made);
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("analyse-system");
    TCase *cases = tcase_create("system");
    tcase_add_test(cases, test_indices_give_the_foundation);
    tcase_add_test(cases, test_activities_narrow_the_foundation);
    tcase_add_test(cases, test_exact_activities);
    tcase_add_test(cases, test_three_points_too_many);
    tcase_add_test(cases, test_tayninh);
    tcase_add_test(cases, test_nothing);
    tcase_add_test(cases, test_empty_spans);
    tcase_add_test(cases, test_clashes);
    tcase_add_test(cases, test_soft_ties_are_not_required);
    tcase_add_test(cases, test_soft_ties_may_be_asked_for);
    tcase_add_test(cases, test_fractions);
    tcase_add_test(cases, test_numbers_are_real);
    tcase_add_test(cases, test_mean);
    tcase_add_test(cases, test_large_numbers);
    tcase_add_loop_test(cases, test_all_corners, 0, 10);
    tcase_add_test(cases, test_out_of_memory);
    suite_add_tcase(suite, cases);
    return suite;
}
