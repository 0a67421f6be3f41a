/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Each rule kind over columns: shares and points worked out by hand, states, and that a column of n
 * rows is n columns of one row. */
#include "run-kernel.h"

#include <dti/dossier.h>
#include <math.h>
#include <string.h>

#define LENGTH_OF(array) (int)(sizeof(array) / sizeof((array)[0]))
#define ROWS             5
#define COLUMNS          3

static size_t first[] = {0};
static size_t first_two[] = {0, 1};
static size_t second[] = {1};
static size_t second_third[] = {1, 2};

/* clang-format off */
#define OF(which) {.inputs = (which), .count = sizeof(which) / sizeof((which)[0])}
#define ONE       {.form = DTI__FORM_SUM, .of = OF(first)}
#define TWO       {.form = DTI__FORM_SUM, .of_is_list = true, .of = OF(first_two)}
#define LESS      {.form = DTI__FORM_DIFFERENCE, .of = OF(first), .to = OF(second)}
#define OVER      {.form = DTI__FORM_RATIO, .of = OF(first), .to = OF(second)}
#define OVER_SUM  {.form = DTI__FORM_RATIO, .of = OF(first), .to = OF(second_third)}
/* clang-format on */
#define FULL               .clamp_low = 0, .clamp_high = 1
#define TIERS(table, rest) .tiers = (table), .tier_count = LENGTH_OF(table), .otherwise = (rest)

static const struct dti__tier higher_tiers[] = {{0.5, 0.5}, {0.8, 1}};
static const struct dti__tier lower_tiers[] = {{10, 0.3}, {0, 1}};
static struct dti__answer answers[] = {{"nobody", 0}, {"deputy", 0.5}, {"head", 1}};
static struct dti__answer worst_is_full[] = {{"no", 1}, {"yes", 0}};
static struct dti__item items[] = {{"plan", 0, 0.6}, {"portal", 1, 0.4}};

/* Five units of one component; values are plain numbers. */
static const struct rule_case {
    const char *name;
    struct dti__rule rule;
    double max_points;
    double values[COLUMNS][ROWS];
    double quantities[ROWS];
    double shares[ROWS]; /* before the clamp */
    int64_t points[ROWS];
} rule_cases[] = {
    {"ratio",
     {.kind = DTI__RULE_RATIO, .quantity = ONE, .target = 0.8, FULL},
     20,
     {{0, 0.4, 0.5116, 0.8, 0.96}},
     {0, 0.4, 0.5116, 0.8, 0.96},
     {0, 0.5, 0.6395, 1, 1.2},
     {0, 10000000000, 12790000000, 20000000000, 20000000000}},
    {"ratio of inputs, as 7.2",
     {.kind = DTI__RULE_RATIO, .quantity = OVER, .target = 0.05, FULL},
     20,
     {{178, 0, 1, 5, 20}, {9148, 10, 100, 100, 100}},
     {178.0 / 9148, 0, 0.01, 0.05, 0.2},
     {178.0 / 457.4, 0, 0.2, 1, 4},
     {7783121994, 0, 4000000000, 20000000000, 20000000000}},
    {"ratio to a sum",
     {.kind = DTI__RULE_RATIO, .quantity = OVER_SUM, .target = 1, FULL},
     3,
     {{1, 2, 3, 4, 0}, {2, 1, 0, 4, 1}, {1, 2, 3, 4, 1}},
     {1.0 / 3, 2.0 / 3, 1, 0.5, 0},
     {1.0 / 3, 2.0 / 3, 1, 0.5, 0},
     {1000000000, 2000000000, 3000000000, 1500000000, 0}},
    {"ratio, lower is better",
     {.kind = DTI__RULE_RATIO, .quantity = ONE, .target = 0.8, .lower_is_better = true, FULL},
     10,
     {{0, 0.2, 0.4, 0.8, 1}},
     {0, 0.2, 0.4, 0.8, 1},
     {1, 0.75, 0.5, 0, -0.25},
     {10000000000, 7500000000, 5000000000, 0, 0}},
    {"share of base, as 3.6",
     {.kind = DTI__RULE_SHARE_OF_BASE, .quantity = ONE, .base = 7, .target = 1, FULL},
     10,
     {{0, 1, 6, 7, 14}},
     {0, 1, 6, 7, 14},
     {0, 1.0 / 7, 6.0 / 7, 1, 2},
     {0, 1428571429, 8571428571, 10000000000, 10000000000}},
    {"share of base of a difference",
     {.kind = DTI__RULE_SHARE_OF_BASE, .quantity = LESS, .base = 1000, .target = 0.5, FULL},
     10,
     {{250, 50, 500, 700, 40}, {50, 50, 0, 0, 50}},
     {200, 0, 500, 700, -10},
     {0.4, 0, 1, 1.4, -0.02},
     {4000000000, 0, 10000000000, 10000000000, 0}},
    {"share of base, lower is better",
     {.kind = DTI__RULE_SHARE_OF_BASE,
      .quantity = ONE,
      .base = 100,
      .target = 0.5,
      .lower_is_better = true,
      FULL},
     10,
     {{0, 10, 25, 50, 75}},
     {0, 10, 25, 50, 75},
     {1, 0.8, 0.5, 0, -0.5},
     {10000000000, 8000000000, 5000000000, 0, 0}},
    {"count, clamped above",
     {.kind = DTI__RULE_COUNT, .quantity = ONE, .share_per_item = 0.25, .clamp_high = 0.9},
     10,
     {{0, 1, 3, 4, 5}},
     {0, 1, 3, 4, 5},
     {0, 0.25, 0.75, 1, 1.25},
     {0, 2500000000, 7500000000, 9000000000, 9000000000}},
    {"count of a sum, clamped below, lower is better",
     {.kind = DTI__RULE_COUNT,
      .quantity = TWO,
      .share_per_item = 0.25,
      .lower_is_better = true,
      .clamp_low = 0.1,
      .clamp_high = 1},
     10,
     {{0, 1, 1, 2, 4}, {0, 0, 1, 2, 4}},
     {0, 1, 2, 4, 8},
     {1, 0.75, 0.5, 0, -1},
     {10000000000, 7500000000, 5000000000, 1000000000, 1000000000}},
    {"tiers",
     {.kind = DTI__RULE_TIERS, .quantity = ONE, TIERS(higher_tiers, 0.1), FULL},
     10,
     {{0, 0.4999, 0.5, 0.7999, 0.8}},
     {0, 0.4999, 0.5, 0.7999, 0.8},
     {0.1, 0.1, 0.5, 0.5, 1},
     {1000000000, 1000000000, 5000000000, 5000000000, 10000000000}},
    {"tiers, lower is better",
     {.kind = DTI__RULE_TIERS,
      .quantity = ONE,
      TIERS(lower_tiers, 0),
      .lower_is_better = true,
      FULL},
     10,
     {{0, 1, 10, 11, 1000}},
     {0, 1, 10, 11, 1000},
     {1, 0.3, 0.3, 0, 0},
     {10000000000, 3000000000, 3000000000, 0, 0}},
    {"choice, as 1.8",
     {.kind = DTI__RULE_CHOICE, .quantity = ONE, .answers = answers, .answer_count = 3, FULL},
     10,
     {{0, 1, 2, 1, 0}},
     {0, 1, 2, 1, 0},
     {0, 0.5, 1, 0.5, 0},
     {0, 5000000000, 10000000000, 5000000000, 0}},
    {"checklist",
     {.kind = DTI__RULE_CHECKLIST, .items = items, .item_count = 2, FULL},
     12.5,
     {{0, 1, 0, 1, 1}, {0, 0, 1, 1, 0}},
     {0, 1, 1, 2, 1},
     {0, 0.6, 0.4, 1, 0.6},
     {0, 7500000000, 5000000000, 12500000000, 7500000000}},
    {"document",
     {.kind = DTI__RULE_DOCUMENT, .quantity = ONE, .count = 2, FULL},
     7.5,
     {{0, 1, 2, 3, 100}},
     {0, 1, 2, 3, 100},
     {0, 0, 1, 1, 1},
     {0, 0, 7500000000, 7500000000, 7500000000}},
    {"given",
     {.kind = DTI__RULE_GIVEN, .quantity = ONE, .target = 0.9, FULL},
     6,
     {{0, 0.3, 0.6, 0.9, 1}},
     {0, 0.3, 0.6, 0.9, 1},
     {0, 1.0 / 3, 2.0 / 3, 1, 1 / 0.9},
     {0, 2000000000, 4000000000, 6000000000, 6000000000}},
};

START_TEST(scores_columns)
{
    static const uint8_t present[ROWS] = {0};
    const struct rule_case *at = &rule_cases[_i];
    struct dti__column columns[COLUMNS];
    struct run out;
    for (int k = 0; k < COLUMNS; k++) {
        columns[k] = (struct dti__column){.values = at->values[k], .states = present};
    }
    run(&at->rule, at->max_points, columns, ROWS, &out);
    for (int i = 0; i < ROWS; i++) {
        ck_assert_msg(out.states[i] == DTI_STATE_PRESENT, "%s[%d]: state", at->name, i);
        ck_assert_msg(fabs(out.quantities[i] - at->quantities[i]) < 1e-12, "%s[%d]: read %.17g",
                      at->name, i, out.quantities[i]);
        ck_assert_msg(fabs(out.shares[i] - at->shares[i]) < 1e-12, "%s[%d]: share %.17g", at->name,
                      i, out.shares[i]);
        ck_assert_msg(out.points[i] == at->points[i], "%s[%d]: %lld points, expected %lld",
                      at->name, i, (long long)out.points[i], (long long)at->points[i]);
    }
    ck_assert_int_eq(out.states[ROWS], 0x5A); /* and not one row more */
}
END_TEST

/* ---- States ---- */

/* A sum of two columns in every pair of states: the worse one is told, and there are no points. */
START_TEST(states_reach_the_points)
{
    static const struct dti__rule sum = {
        .kind = DTI__RULE_COUNT, .quantity = TWO, .share_per_item = 0.1, FULL};
    static const struct dti__rule list = {
        .kind = DTI__RULE_CHECKLIST, .items = items, .item_count = 2, FULL};
    static const uint8_t worst_first[] = {DTI_STATE_REJECTED, DTI_STATE_MISSING,
                                          DTI_STATE_NOT_ASSESSED, DTI_STATE_NOT_APPLICABLE,
                                          DTI_STATE_PRESENT};
    const struct dti__rule *rule = _i == 0 ? &sum : &list;
    for (int a = 0; a < LENGTH_OF(worst_first); a++) {
        for (int b = 0; b < LENGTH_OF(worst_first); b++) {
            /* What stands in the slot of a value that is not there must not matter. */
            const double left = worst_first[a] == DTI_STATE_PRESENT ? 1 : 0;
            const double right = worst_first[b] == DTI_STATE_PRESENT ? 1 : 0;
            const struct dti__column columns[] = {{.values = &left, .states = &worst_first[a]},
                                                  {.values = &right, .states = &worst_first[b]}};
            struct run out;
            run(rule, 10, columns, 1, &out);
            const uint8_t expected = worst_first[a < b ? a : b];
            ck_assert_int_eq(out.states[0], expected);
            if (expected != DTI_STATE_PRESENT) {
                ck_assert_int_eq(out.points[0], 0);
                ck_assert_double_eq(out.shares[0], 0);
                ck_assert_double_eq(out.quantities[0], 0);
            }
        }
    }
}
END_TEST

/* Points that only the appraiser can give. */
START_TEST(nothing_read_is_not_assessed)
{
    static const struct dti__rule rule = {.kind = DTI__RULE_GIVEN, .target = 1, FULL};
    struct run out;
    run(&rule, 4, NULL, 3, &out);
    for (int i = 0; i < 3; i++) {
        ck_assert_int_eq(out.states[i], DTI_STATE_NOT_ASSESSED);
        ck_assert_int_eq(out.points[i], 0);
    }
}
END_TEST

/* A zero answer of a choice that is missing is no answer. */
START_TEST(missing_choice_has_no_points)
{
    static const struct dti__rule rule = {.kind = DTI__RULE_CHOICE,
                                          .quantity = ONE,
                                          .answers = worst_is_full,
                                          .answer_count = 2,
                                          FULL};
    static const double values[] = {0, 0, 0, 0, 1};
    static const uint8_t states[] = {DTI_STATE_PRESENT, DTI_STATE_MISSING, DTI_STATE_REJECTED,
                                     DTI_STATE_NOT_APPLICABLE, DTI_STATE_PRESENT};
    const struct dti__column column = {.values = values, .states = states};
    struct run out;
    run(&rule, 10, &column, 5, &out);
    for (int i = 0; i < 5; i++) {
        ck_assert_int_eq(out.states[i], states[i]);
        ck_assert_int_eq(out.points[i], i == 0 ? 10 * DTI_POINT : 0);
    }
}
END_TEST

/* ---- Columns and rows ---- */

static uint32_t next(uint64_t *seed) /* a linear congruence: the same everywhere */
{
    *seed = *seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)(*seed >> 33);
}

START_TEST(a_column_is_its_rows)
{
    const struct rule_case *at = &rule_cases[_i];
    const bool is_whole = at->rule.kind == DTI__RULE_CHOICE || at->rule.kind == DTI__RULE_CHECKLIST;
    const uint32_t most = at->rule.kind == DTI__RULE_CHECKLIST ? 2 : 3;
    static double values[COLUMNS][RUN_ROWS];
    static uint8_t states[COLUMNS][RUN_ROWS];
    struct dti__column columns[COLUMNS];
    uint64_t seed = 922;
    for (int k = 0; k < COLUMNS; k++) {
        for (int i = 0; i < RUN_ROWS; i++) {
            const uint32_t drawn = next(&seed);
            states[k][i] = drawn % 4 == 0 ? (uint8_t)(drawn / 4 % 5) : DTI_STATE_PRESENT;
            values[k][i] = is_whole ? next(&seed) % most : next(&seed) % 1000 / 700.0;
            values[k][i] = states[k][i] == DTI_STATE_PRESENT ? values[k][i] : 0;
        }
        columns[k] = (struct dti__column){.values = values[k], .states = states[k]};
    }
    struct run whole;
    run(&at->rule, at->max_points, columns, RUN_ROWS, &whole);
    for (int i = 0; i < RUN_ROWS; i++) {
        const struct dti__column row[COLUMNS] = {
            {.values = &values[0][i], .states = &states[0][i]},
            {.values = &values[1][i], .states = &states[1][i]},
            {.values = &values[2][i], .states = &states[2][i]}};
        struct run one;
        run(&at->rule, at->max_points, row, 1, &one);
        ck_assert_int_eq(one.states[0], whole.states[i]);
        ck_assert_int_eq(one.points[0], whole.points[i]);
        ck_assert_mem_eq(&one.quantities[0], &whole.quantities[i], sizeof(double));
        ck_assert_mem_eq(&one.shares[0], &whole.shares[i], sizeof(double));
    }
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("kernel");
    TCase *tcase = tcase_create("kernel");
    tcase_add_loop_test(tcase, scores_columns, 0, LENGTH_OF(rule_cases));
    tcase_add_loop_test(tcase, states_reach_the_points, 0, 2);
    tcase_add_test(tcase, nothing_read_is_not_assessed);
    tcase_add_test(tcase, missing_choice_has_no_points);
    tcase_add_loop_test(tcase, a_column_is_its_rows, 0, LENGTH_OF(rule_cases));
    suite_add_tcase(suite, tcase);
    return suite;
}
