/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Where a kernel decides by convention: a base of zero under each policy, and the one rounding. */
#include "run-kernel.h"

#include <dti/dossier.h>
#include <string.h>

#define LENGTH_OF(array) (int)(sizeof(array) / sizeof((array)[0]))

static size_t first[] = {0};
static size_t second[] = {1};

/* clang-format off */
#define OF(which) {.inputs = (which), .count = sizeof(which) / sizeof((which)[0])}
#define ONE       {.form = DTI__FORM_SUM, .of = OF(first)}
#define OVER      {.form = DTI__FORM_RATIO, .of = OF(first), .to = OF(second)}
/* clang-format on */
#define FULL               .clamp_low = 0, .clamp_high = 1
#define TIERS(table, rest) .tiers = (table), .tier_count = LENGTH_OF(table), .otherwise = (rest)

static const struct dti__tier higher_tiers[] = {{0.5, 0.5}, {0.8, 1}};

/* ---- A base of zero ---- */

static const struct zero_case {
    enum dti__base_zero policy;
    bool lower_is_better;
    double clamp_low;
    uint8_t state;
    int64_t points; /* of 0 ÷ 0 and of 5 ÷ 0 */
} zero_cases[] = {
    {DTI__BASE_ZERO_ZERO, false, 0, DTI_STATE_PRESENT, 0},
    {DTI__BASE_ZERO_FULL, false, 0, DTI_STATE_PRESENT, 10000000000},
    {DTI__BASE_ZERO_NOT_APPLICABLE, false, 0, DTI_STATE_NOT_APPLICABLE, 0},
    /* The policy names the share: the direction does not turn it, the clamp does hold it. */
    {DTI__BASE_ZERO_ZERO, true, 0, DTI_STATE_PRESENT, 0},
    {DTI__BASE_ZERO_FULL, true, 0, DTI_STATE_PRESENT, 10000000000},
    {DTI__BASE_ZERO_ZERO, false, 0.25, DTI_STATE_PRESENT, 2500000000},
};

START_TEST(settles_a_base_of_zero)
{
    static const double of[] = {0, 5, 5, 5};
    static const double to[] = {0, 0, 10, 0};
    static const uint8_t states[] = {0, 0, 0, DTI_STATE_MISSING};
    static const uint8_t present[] = {0, 0, 0, 0};
    const struct zero_case *at = &zero_cases[_i];
    const struct dti__column columns[] = {{.values = of, .states = present},
                                          {.values = to, .states = states}};
    const struct dti__rule rule = {.kind = DTI__RULE_RATIO,
                                   .quantity = OVER,
                                   .target = 1,
                                   .lower_is_better = at->lower_is_better,
                                   .when_base_zero = at->policy,
                                   .clamp_low = at->clamp_low,
                                   .clamp_high = 1};
    struct run out;
    run(&rule, 10, columns, 4, &out);
    for (int i = 0; i < 2; i++) {
        ck_assert_int_eq(out.states[i], at->state);
        ck_assert_int_eq(out.points[i], at->points);
        ck_assert_double_eq(out.quantities[i], 0);
    }
    ck_assert_int_eq(out.states[2], DTI_STATE_PRESENT);
    ck_assert_int_eq(out.points[2], 5 * DTI_POINT);
    ck_assert_int_eq(out.states[3], DTI_STATE_MISSING); /* a base that is missing is not zero */
}
END_TEST

/* Tiers of a ratio: a base of zero is not the worst tier but what the policy says. */
START_TEST(base_of_zero_is_no_tier)
{
    static const double zero = 0;
    static const uint8_t present = 0;
    const struct dti__column columns[] = {{.values = &zero, .states = &present},
                                          {.values = &zero, .states = &present}};
    const struct dti__rule rule = {.kind = DTI__RULE_TIERS,
                                   .quantity = OVER,
                                   TIERS(higher_tiers, 0.1),
                                   .when_base_zero = DTI__BASE_ZERO_ZERO,
                                   FULL};
    struct run out;
    run(&rule, 10, columns, 1, &out);
    ck_assert_int_eq(out.states[0], DTI_STATE_PRESENT);
    ck_assert_int_eq(out.points[0], 0);
}
END_TEST

/* Without bounds nobody can say what a base of zero gives: it is not assessed like the others. */
START_TEST(nothing_is_measured_without_bounds)
{
    static const double of[] = {0, 5, 1, 1};
    static const double to[] = {0, 0, 2, 2};
    static const uint8_t states[] = {0, 0, 0, DTI_STATE_MISSING};
    static const uint8_t present[] = {0, 0, 0, 0};
    static const uint8_t expected[] = {DTI_STATE_NOT_ASSESSED, DTI_STATE_NOT_ASSESSED,
                                       DTI_STATE_NOT_ASSESSED, DTI_STATE_MISSING};
    const struct dti__column columns[] = {{.values = of, .states = present},
                                          {.values = to, .states = states}};
    const struct dti__rule rule = {.kind = DTI__RULE_BEST_OF_COHORT,
                                   .quantity = OVER,
                                   .when_base_zero = DTI__BASE_ZERO_FULL,
                                   .clamp_low = 0.5,
                                   .clamp_high = 1};
    struct run out;
    run(&rule, 10, columns, 4, &out);
    for (int i = 0; i < 4; i++) {
        ck_assert_int_eq(out.states[i], expected[i]);
        ck_assert_int_eq(out.points[i], 0);
    }
}
END_TEST

/* ---- Rounding ---- */

/* k ÷ 1024 of one point is k × 976562.5 of 10⁻⁹: exact ties, and half a unit beside them. */
static const struct tie {
    double share;
    int64_t points;
} ties[] = {
    {0x1p-10, 976562},    {0x3p-10, 2929688}, {0x5p-10, 4882812},
    {0x7p-10, 6835938},   {0x1p-11, 488281},  {0x3p-11, 1464844},
    {0x1p-9, 1953125},    {1, 1000000000},    {1.0 / 3, 333333333},
    {2.0 / 3, 666666667}, {-0x1p-10, 0},      {1.5, 1000000000},
    {0x1.8p-31, 1},       {0x1p-31, 0},       {0, 0},
};

START_TEST(rounds_once_ties_to_even)
{
    const struct tie *tie = &ties[_i];
    const struct dti__rule rule = {.kind = DTI__RULE_RATIO, .quantity = ONE, .target = 1, FULL};
    const uint8_t present = DTI_STATE_PRESENT;
    const struct dti__column column = {.values = &tie->share, .states = &present};
    struct run out;
    ck_assert_int_eq(dti__kernel_points(&rule, DTI_POINT, tie->share), tie->points);
    run(&rule, 1, &column, 1, &out);
    ck_assert_int_eq(out.points[0], tie->points);
}
END_TEST

START_TEST(rounds_the_largest_total)
{
    const struct dti__rule rule = {.kind = DTI__RULE_RATIO, FULL};
    const int64_t most = DTI_MAX_TOTAL_POINTS * DTI_POINT;
    ck_assert_int_eq(dti__kernel_points(&rule, most, 1), most);
    ck_assert_int_eq(dti__kernel_points(&rule, most, 0.5), most / 2);
    ck_assert_int_eq(dti__kernel_points(&rule, most, 1.0 / 3), 333333333333333);
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("edges");
    TCase *tcase = tcase_create("edges");
    tcase_add_loop_test(tcase, settles_a_base_of_zero, 0, LENGTH_OF(zero_cases));
    tcase_add_test(tcase, base_of_zero_is_no_tier);
    tcase_add_test(tcase, nothing_is_measured_without_bounds);
    tcase_add_loop_test(tcase, rounds_once_ties_to_even, 0, LENGTH_OF(ties));
    tcase_add_test(tcase, rounds_the_largest_total);
    suite_add_tcase(suite, tcase);
    return suite;
}
