/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The loops, on every set of instructions that the machine has: what each of them means, row by
 * row.
 */
#include "score/loops.h"

#include "support.h"

#include <math.h>
#include <string.h>

#define SETS 3

/* The loops of a test case's number; NULL if the machine does not have them. */
static const struct dti__loops *loops_of(int set)
{
    return dti__loops_for((dti_vectors)(DTI_VECTORS_PLAIN + set));
}

#define NEED_LOOPS(loops, set)                                                                     \
    const struct dti__loops *loops = loops_of(set);                                                \
    if (!loops)                                                                                    \
    return

START_TEST(there_are_loops)
{
    ck_assert_ptr_eq(dti__loops_for(DTI_VECTORS_PLAIN), &dti__loops_plain);
    ck_assert_ptr_nonnull(dti__loops_for(DTI_VECTORS_AUTO));
    ck_assert_ptr_null(dti__loops_for((dti_vectors)99));
    for (int set = 0; set < SETS; set++)
        if (loops_of(set))
            ck_assert_int_eq(loops_of(set)->vectors, DTI_VECTORS_PLAIN + set);
}
END_TEST

/* A percentage of two decimals is the decimal that is meant, not the double beside it divided by
 * 100: k / 10000 is correctly rounded, k / 100 / 100 is not always. */
START_TEST(percentages_are_decimals)
{
    NEED_LOOPS(loops, _i);
    int differ = 0;
    for (int k = 0; k < 10000; k += DTI__TILE) {
        double values[DTI__TILE];
        double plain[DTI__TILE];
        for (int i = 0; i < DTI__TILE; i++)
            values[i] = (k + i) / 100.0;
        loops->plain(values, DTI__TILE, 100, plain);
        for (int i = 0; i < DTI__TILE; i++) {
            const double meant = (k + i) / 10000.0;
            const double divided = values[i] / 100;
            ck_assert_msg(memcmp(&plain[i], &meant, sizeof meant) == 0, "%g: %.17g", values[i],
                          plain[i]);
            differ += memcmp(&divided, &meant, sizeof meant) != 0;
        }
    }
    ck_assert_int_gt(differ, 0); /* or this test would say nothing */
}
END_TEST

/* What has more decimals than any document is simply divided. */
START_TEST(other_numbers_are_divided)
{
    NEED_LOOPS(loops, _i);
    const double values[8] = {100.0 / 3, -1e-300, 1e15, 0x1p-60, -2.0 / 7, 12345678.9, 1e-10, 0};
    double plain[8];
    loops->plain(values, 8, 100, plain);
    for (int i = 0; i < 8; i++) {
        const double expected = values[i] / 100;
        ck_assert_msg(fabs(plain[i] - expected) <= fabs(expected) * 0x1p-52, "%g: %.17g", values[i],
                      plain[i]);
    }
}
END_TEST

START_TEST(refuses_what_is_not_within)
{
    NEED_LOOPS(loops, _i);
    const struct dti__limits share = {0, 100, false};
    const struct dti__limits count = {0, 1e15, true};
    double values[16] = {0,
                         100,
                         50.5,
                         100.00000000000001,
                         -0x1p-1074,
                         (double)NAN,
                         1e9,
                         -0.,
                         (double)INFINITY,
                         1e15,
                         1e15 - 0.5,
                         2.5,
                         3,
                         1e16,
                         0.1,
                         7};
    const uint64_t outside_share =
        1u << 3 | 1u << 4 | 1u << 5 | 1u << 6 | 1u << 8 | 1u << 9 | 1u << 10 | 1u << 13;
    const uint64_t outside_count =
        1u << 2 | 1u << 3 | 1u << 4 | 1u << 5 | 1u << 8 | 1u << 10 | 1u << 11 | 1u << 13 | 1u << 14;
    ck_assert_uint_eq(loops->refused(values, 16, 0xffff, &share), outside_share);
    ck_assert_uint_eq(loops->refused(values, 16, 0xffff, &count), outside_count);
    ck_assert_uint_eq(loops->refused(values, 16, 0x0fff, &count), outside_count & 0x0fff);
    ck_assert_uint_eq(loops->refused(values, 16, 0, &count), 0);
    ck_assert_uint_eq(loops->ordered(values, 16) & 0xffff, 0xffff & ~(1u << 5));
    ck_assert_uint_eq(loops->beyond((const double[8]){1e150, -1e150, 1.1e150, -1.1e150, 0,
                                                      (double)NAN, (double)INFINITY, 1},
                                    8) &
                          0xff,
                      1u << 2 | 1u << 3 | 1u << 5 | 1u << 6);
}
END_TEST

START_TEST(states_are_found)
{
    NEED_LOOPS(loops, _i);
    uint8_t states[DTI__TILE];
    for (unsigned i = 0; i < DTI__TILE; i++)
        states[i] = (uint8_t)(i * i % 7 == 4 ? 255 : i * 5 % 6);
    for (unsigned state = 0; state < 256; state += state < 6 ? 1 : 249) {
        uint64_t expected = 0;
        for (unsigned i = 0; i < DTI__TILE; i++)
            expected |= (uint64_t)(states[i] == state) << i;
        ck_assert_uint_eq(loops->in_state(states, (uint8_t)state), expected);
    }
}
END_TEST

/* Bits of both, since -0 equals 0. */
static void ck_bits(double a, double b)
{
    ck_assert_mem_eq(&a, &b, sizeof a);
}

START_TEST(an_extent_knows_no_order)
{
    NEED_LOOPS(loops, _i);
    const double zeros[8] = {0., -0., 0., -0., -0., 0., -0., 0.};
    const double values[8] = {3, -7, (double)NAN, 8, 1e300, 2, -9, 5};
    const struct dti__limits limits = {-7, 8, false};
    double low = (double)INFINITY;
    double high = -(double)INFINITY;
    ck_assert_uint_eq(loops->extent(zeros, 8, 0xff, NULL, &low, &high), 0);
    ck_bits(low, 0.);
    ck_bits(high, 0.);
    low = (double)INFINITY;
    high = -(double)INFINITY;
    ck_assert_uint_eq(loops->extent(values, 8, 0x2b, &limits, &low, &high), 0);
    ck_bits(low, -7);
    ck_bits(high, 8);
    ck_assert_uint_eq(loops->extent(values, 8, 0, &limits, &low, &high), 0);
    ck_bits(low, -7);
    ck_assert_uint_ne(loops->extent(values, 8, 0x10, &limits, &low, &high), 0);
    ck_assert_uint_ne(loops->extent(values, 8, 0x04, &limits, &low, &high), 0);
}
END_TEST

START_TEST(divides_by_something_only)
{
    NEED_LOOPS(loops, _i);
    double values[8] = {1, 1, 6, -6, 1, 0, 1, 5};
    const double bases[8] = {0, -0., 3, 3, 1e-101, 4, -1e-101, -1e-100};
    ck_assert_uint_eq(loops->divide(values, bases, 8) & 0xff, 1u | 1u << 1 | 1u << 4 | 1u << 6);
    ck_bits(values[2], 2);
    ck_bits(values[3], -2);
    ck_bits(values[5], 0);
    ck_bits(values[7], 5 / -1e-100);
}
END_TEST

START_TEST(totals_are_sums)
{
    NEED_LOOPS(loops, _i);
    int64_t parts[3][DTI__TILE];
    int64_t sums[DTI__TILE];
    const int64_t *const list[] = {parts[0], parts[1], parts[2]};
    for (int i = 0; i < DTI__TILE; i++) {
        parts[0][i] = i * INT64_C(1000000007);
        parts[1][i] = -i;
        parts[2][i] = INT64_C(1) << i % 50;
    }
    loops->total(sums, list, 3, DTI__TILE);
    for (int i = 0; i < DTI__TILE; i++)
        ck_assert_int_eq(sums[i], i * INT64_C(1000000007) - i + (INT64_C(1) << i % 50));
    loops->total(sums, list, 0, DTI__TILE);
    ck_assert_int_eq(sums[63], 0);
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("loops");
    TCase *tcase = tcase_create("loops");
    tcase_add_test(tcase, there_are_loops);
    tcase_add_loop_test(tcase, percentages_are_decimals, 0, SETS);
    tcase_add_loop_test(tcase, other_numbers_are_divided, 0, SETS);
    tcase_add_loop_test(tcase, refuses_what_is_not_within, 0, SETS);
    tcase_add_loop_test(tcase, states_are_found, 0, SETS);
    tcase_add_loop_test(tcase, an_extent_knows_no_order, 0, SETS);
    tcase_add_loop_test(tcase, divides_by_something_only, 0, SETS);
    tcase_add_loop_test(tcase, totals_are_sums, 0, SETS);
    suite_add_tcase(suite, tcase);
    return suite;
}
