/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Powers of ten and half units, by definition. */
#include "support.h"

#include "base/tens.h"

static const struct {
    int64_t decimals;
    int64_t half;
} halves[] = {
    {0, INT64_C(500000000)},
    {1, INT64_C(50000000)},
    {2, INT64_C(5000000)},
    {4, INT64_C(50000)},
    {8, INT64_C(5)},
    {9, 0},
    {10, 0},
};

START_TEST(test_half_unit)
{
    ck_assert_int_eq(dti__half_unit(halves[_i].decimals), halves[_i].half);
}
END_TEST

START_TEST(test_power_of_ten)
{
    ck_assert_int_eq(dti__power_of_ten(-1), 1);
    ck_assert_int_eq(dti__power_of_ten(0), 1);
    ck_assert_int_eq(dti__power_of_ten(1), 10);
    ck_assert_int_eq(dti__power_of_ten(18), INT64_C(1000000000000000000));
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("base-tens");
    TCase *cases = tcase_create("tens");
    tcase_add_loop_test(cases, test_half_unit, 0, (int)(sizeof halves / sizeof halves[0]));
    tcase_add_test(cases, test_power_of_ten);
    suite_add_tcase(suite, cases);
    return suite;
}
