/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Points and values in print, and the small public functions beside them. */
#include "support.h"

#include <dti/base.h>
#include <dti/version.h>
#include <stdint.h>
#include <string.h>

static const struct {
    int64_t points;
    int digits;
    const char *text; /* English; Vietnamese has the comma */
} prints[] = {
    {0, 2, "0.00"},
    {0, 0, "0"},
    {0, 9, "0.000000000"},
    {DTI_POINT, 2, "1.00"},
    {INT64_C(12790000000), 2, "12.79"},
    {INT64_C(583800000000), 2, "583.80"},
    /* half-up, from the integer */
    {INT64_C(1004999999), 2, "1.00"},
    {INT64_C(1005000000), 2, "1.01"},
    {INT64_C(1015000000), 2, "1.02"},
    {INT64_C(1025000000), 2, "1.03"},
    {INT64_C(2675000000), 2, "2.68"},
    {INT64_C(1499999999), 0, "1"},
    {INT64_C(1500000000), 0, "2"},
    {INT64_C(2500000000), 0, "3"},
    {INT64_C(9995000000), 2, "10.00"},
    {INT64_C(9994999999), 2, "9.99"},
    {INT64_C(999999999), 0, "1"},
    {INT64_C(999999999999999999), 3, "1000000000.000"},
    {INT64_C(1234567891), 9, "1.234567891"},
    {INT64_C(1234567891), 8, "1.23456789"},
    /* away from zero below zero */
    {INT64_C(-1005000000), 2, "-1.01"},
    {INT64_C(-1004999999), 2, "-1.00"},
    {INT64_C(-12790000000), 2, "-12.79"},
    {INT64_C(-2500000000), 0, "-3"},
    /* at least one significant digit: indicator 4.10 of plan 7501 prints 0.005493 as 0.005 */
    {5493000, 2, "0.005"},
    {5400000, 2, "0.005"},
    {5000000, 2, "0.005"},
    {5500000, 2, "0.006"},
    {-5493000, 2, "-0.005"},
    {9499999, 2, "0.009"},
    {9500000, 2, "0.01"},
    {9999999, 2, "0.01"},
    {10000000, 2, "0.01"},
    {14999999, 2, "0.01"},
    {15000000, 2, "0.02"},
    {949999999, 0, "0.9"},
    {950000000, 0, "1"},
    {400000000, 0, "0.4"},
    {960000, 2, "0.001"},
    {1, 2, "0.000000001"},
    {-1, 0, "-0.000000001"},
    {95, 2, "0.0000001"},
    {94, 2, "0.00000009"},
    /* the ends of the range */
    {INT64_MAX, 9, "9223372036.854775807"},
    {INT64_MIN, 9, "-9223372036.854775808"},
    {INT64_MAX, 0, "9223372037"},
    {INT64_MIN, 2, "-9223372036.85"},
};

static void to_comma(const char *text, char *out)
{
    strcpy(out, text);
    char *mark = strchr(out, '.');
    if (mark != NULL) {
        *mark = ',';
    }
}

START_TEST(test_points)
{
    char out[64];
    char comma[64];
    to_comma(prints[_i].text, comma);
    const size_t length =
        dti_points_format(prints[_i].points, prints[_i].digits, DTI_LANG_EN, out, sizeof out);
    ck_assert_str_eq(out, prints[_i].text);
    ck_assert_uint_eq(length, strlen(out));
    ck_assert_uint_eq(
        dti_points_format(prints[_i].points, prints[_i].digits, DTI_LANG_VI, out, sizeof out),
        length);
    ck_assert_str_eq(out, comma);
    ck_assert_uint_eq(dti_points_format(prints[_i].points, prints[_i].digits, DTI_LANG_EN, NULL, 0),
                      length);
}
END_TEST

static const struct {
    int64_t part;
    int64_t whole;
    int digits;
    const char *text;
} values[] = {
    {0, 1000, 4, "0.0000"},
    {1000, 1000, 4, "1.0000"},
    {INT64_C(583830000000), INT64_C(1000) * DTI_POINT, 4, "0.5838"},
    {INT64_C(583850000000), INT64_C(1000) * DTI_POINT, 4, "0.5839"},
    {INT64_C(583849999999), INT64_C(1000) * DTI_POINT, 4, "0.5838"},
    {1, 3, 4, "0.3333"},
    {2, 3, 4, "0.6667"},
    {2, 3, 9, "0.666666667"},
    {1, 8, 2, "0.13"},
    {3, 8, 2, "0.38"},
    {-1, 8, 2, "-0.13"},
    {1, 2, 0, "0.5"}, /* nothing above 0 prints as 0, and nothing but 0 does */
    {3, 2, 0, "2"},
    {99999, 100000, 4, "1.0000"},
    {99994, 100000, 4, "0.9999"},
    {20010000000, 20000000000, 4, "1.0005"}, /* more than the maximum is shown */
    {3, 2, 4, "1.5000"},
    {1, 20000, 4, "0.00005"},
    {1, 10000, 4, "0.0001"},
    {96, 10000000, 4, "0.00001"},
    {1, INT64_MAX, 4, "0.0000000000000000001"},
    {9, INT64_MAX, 4, "0.000000000000000001"},
    {10, INT64_MAX, 4, "0.000000000000000001"},
    {INT64_MAX, INT64_MAX, 4, "1.0000"},
    {INT64_MAX - 1, INT64_MAX, 9, "1.000000000"},
    {INT64_MAX, 1, 9, "9223372036854775807.000000000"},
    {INT64_MIN, 1, 9, "-9223372036854775808.000000000"},
    {INT64_MIN, INT64_MAX, 4, "-1.0000"},
    {INT64_MIN, 3, 0, "-3074457345618258603"},
};

START_TEST(test_values)
{
    char out[64];
    char comma[64];
    to_comma(values[_i].text, comma);
    const size_t length = dti_value_format(values[_i].part, values[_i].whole, values[_i].digits,
                                           DTI_LANG_EN, out, sizeof out);
    ck_assert_str_eq(out, values[_i].text);
    ck_assert_uint_eq(length, strlen(out));
    dti_value_format(values[_i].part, values[_i].whole, values[_i].digits, DTI_LANG_VI, out,
                     sizeof out);
    ck_assert_str_eq(out, comma);
}
END_TEST

START_TEST(test_no_value)
{
    char out[8];
    ck_assert_uint_eq(dti_value_format(5, 0, 4, DTI_LANG_VI, out, sizeof out), 3);
    ck_assert_str_eq(out, "\xE2\x80\x93");
    ck_assert_uint_eq(dti_value_format(0, 0, 4, DTI_LANG_EN, out, sizeof out), 3);
    ck_assert_str_eq(out, "\xE2\x80\x93");
    ck_assert_uint_eq(dti_value_format(5, -1, 4, DTI_LANG_VI, out, sizeof out), 3);
    ck_assert_str_eq(out, "\xE2\x80\x93");
    ck_assert_uint_eq(dti_value_format(5, INT64_MIN, 4, DTI_LANG_VI, out, sizeof out), 3);
    /* never half a character */
    for (size_t size = 1; size <= 3; size++) {
        memset(out, 'x', sizeof out);
        ck_assert_uint_eq(dti_value_format(5, 0, 4, DTI_LANG_VI, out, size), 3);
        ck_assert_str_eq(out, "");
    }
}
END_TEST

START_TEST(test_short_buffer)
{
    char out[8];
    for (size_t size = 0; size <= 6; size++) {
        memset(out, 'x', sizeof out);
        ck_assert_uint_eq(dti_points_format(INT64_C(12790000000), 2, DTI_LANG_EN, out, size), 5);
        if (size > 0) {
            ck_assert_uint_eq(strlen(out), size - 1);
            ck_assert_int_eq(strncmp(out, "12.79", size - 1), 0);
        }
        ck_assert_int_eq(out[size], 'x');
    }
    ck_assert_uint_eq(dti_points_format(INT64_C(12790000000), 2, DTI_LANG_EN, NULL, 100), 5);
}
END_TEST

START_TEST(test_digits_out_of_range)
{
    static const int digits[] = {-1, 10, INT32_MIN, INT32_MAX};
    char out[8];
    for (size_t i = 0; i < sizeof digits / sizeof *digits; i++) {
        memset(out, 'x', sizeof out);
        ck_assert_uint_eq(dti_points_format(1, digits[i], DTI_LANG_EN, out, sizeof out), 0);
        ck_assert_str_eq(out, "");
        memset(out, 'x', sizeof out);
        ck_assert_uint_eq(dti_value_format(1, 0, digits[i], DTI_LANG_EN, out, sizeof out), 0);
        ck_assert_str_eq(out, "");
        ck_assert_uint_eq(dti_points_format(1, digits[i], DTI_LANG_EN, NULL, 0), 0);
    }
}
END_TEST

static const struct {
    int status;
    const char *name;
} statuses[] = {
    {0, "DTI_OK"},           {-1, "DTI_E_NOMEM"},
    {-2, "DTI_E_ARG"},       {-3, "DTI_E_SYNTAX"},
    {-4, "DTI_E_SCHEMA"},    {-5, "DTI_E_VALUE"},
    {-6, "DTI_E_REFERENCE"}, {-7, "DTI_E_NOT_FOUND"},
    {-8, "DTI_E_VERSION"},   {-9, "DTI_E_LIMIT"},
    {-10, "DTI_E_IO"},       {-11, "DTI_E_CANCELLED"},
    {-12, "DTI_E_INTERNAL"}, {-13, "DTI_E_UNKNOWN"},
    {1, "DTI_E_UNKNOWN"},    {DTI_STATUS_FORCE_INT, "DTI_E_UNKNOWN"},
};

START_TEST(test_status_name)
{
    ck_assert_str_eq(dti_status_name((dti_status)statuses[_i].status), statuses[_i].name);
}
END_TEST

START_TEST(test_versions)
{
    ck_assert_str_eq(dti_version(), DTI_VERSION_STRING);
    ck_assert_uint_eq(dti_version_number(), DTI_VERSION_NUMBER);
    ck_assert_uint_eq(dti_version_number() / 1000000, DTI_VERSION_MAJOR);
    ck_assert_uint_eq(dti_version_number() / 1000 % 1000, DTI_VERSION_MINOR);
    ck_assert(DTI_VERSION_AT_LEAST(0, 1, 0));
    ck_assert(!DTI_VERSION_AT_LEAST(1000, 0, 0));
    ck_assert_uint_ge(dti_algorithm_version(), 1);
}
END_TEST

#define COUNT(table) ((int)(sizeof(table) / sizeof *(table)))

Suite *test_suite(void)
{
    Suite *suite = suite_create("base-points");
    TCase *cases = tcase_create("print");
    tcase_add_loop_test(cases, test_points, 0, COUNT(prints));
    tcase_add_loop_test(cases, test_values, 0, COUNT(values));
    tcase_add_test(cases, test_no_value);
    tcase_add_test(cases, test_short_buffer);
    tcase_add_test(cases, test_digits_out_of_range);
    suite_add_tcase(suite, cases);
    cases = tcase_create("status");
    tcase_add_loop_test(cases, test_status_name, 0, COUNT(statuses));
    tcase_add_test(cases, test_versions);
    suite_add_tcase(suite, cases);
    return suite;
}
