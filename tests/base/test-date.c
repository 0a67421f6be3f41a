/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Dates: what is a date, how dates are ordered, how many days lie between them. */
#include "support.h"

#include <string.h>

#include "base/date.h"

static const struct {
    const char *text;
    int year;
    int month;
    int day;
    int32_t days; /* since 1970-01-01, from Python's datetime */
} dates[] = {
    {"1970-01-01", 1970, 1, 1, 0},      {"1969-12-31", 1969, 12, 31, -1},
    {"1970-12-31", 1970, 12, 31, 364},  {"2000-02-29", 2000, 2, 29, 11016},
    {"2000-03-01", 2000, 3, 1, 11017},  {"1900-02-28", 1900, 2, 28, -25509},
    {"1900-03-01", 1900, 3, 1, -25508}, {"2024-02-29", 2024, 2, 29, 19782},
    {"2023-11-03", 2023, 11, 3, 19664}, {"2022-05-20", 2022, 5, 20, 19132},
    {"0001-01-01", 1, 1, 1, -719162},   {"9999-12-31", 9999, 12, 31, 2932896},
};

START_TEST(test_read_and_write)
{
    struct dti__date date = {0};
    char text[11];
    ck_assert(dti__date_read(dates[_i].text, &date));
    ck_assert_int_eq(date.year, dates[_i].year);
    ck_assert_int_eq(date.month, dates[_i].month);
    ck_assert_int_eq(date.day, dates[_i].day);
    ck_assert_int_eq(dti__date_days(date), dates[_i].days);
    dti__date_write(date, text);
    ck_assert_str_eq(text, dates[_i].text);
}
END_TEST

static const char *const no_dates[] = {
    NULL,
    "",
    "2022",
    "2022-05",
    "2022-05-2",
    "2022-5-20",
    "22-05-20",
    "2022-05-200",
    "2022-05-20 ",
    " 2022-05-20",
    "2022-05-20T00:00:00Z",
    "2022/05/20",
    "2022-05/20",
    "2022.05-20",
    "20-05-2022",
    "-022-05-20",
    "+022-05-20",
    "2022-+5-20",
    "2022-05-+2",
    "202a-05-20",
    "0000-01-01",
    "2022-00-10",
    "2022-13-10",
    "2022-05-00",
    "2022-05-32",
    "2022-04-31",
    "2022-06-31",
    "2022-09-31",
    "2022-11-31",
    "2022-02-29",
    "2024-02-30",
    "1900-02-29",
    "2100-02-29",
    "\xEF\xBC\x92\x30\x32\x32-05-2", /* a full-width digit */
};

START_TEST(test_refused)
{
    struct dti__date date = {1, 2, 3};
    ck_assert(!dti__date_read(no_dates[_i], &date));
    ck_assert_int_eq(date.year, 1);
    ck_assert_int_eq(date.month, 2);
    ck_assert_int_eq(date.day, 3);
}
END_TEST

/* Walks through all days there are, with a calendar of its own. */
START_TEST(test_every_day)
{
    int32_t days = -719162;
    struct dti__date last = {0};
    for (int year = 1; year <= 9999; year++) {
        const bool is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
        for (int month = 1; month <= 12; month++) {
            const int length = month == 2 ? 28 + is_leap
                               : month == 4 || month == 6 || month == 9 || month == 11 ? 30
                                                                                       : 31;
            for (int day = 1; day <= length; day++) {
                const struct dti__date date = {(int16_t)year, (uint8_t)month, (uint8_t)day};
                struct dti__date read;
                char text[11];
                dti__date_write(date, text);
                if (dti__date_days(date) != days || dti__date_compare(last, date) >= 0 ||
                    dti__date_compare(date, last) <= 0 || !dti__date_read(text, &read) ||
                    dti__date_compare(read, date) != 0) {
                    ck_abort_msg("%s", text);
                }
                last = date;
                days++;
            }
        }
    }
    ck_assert_int_eq(days, 2932897);
}
END_TEST

/* "No date" is written too, never read. */
START_TEST(test_no_date)
{
    char text[11];
    dti__date_write((struct dti__date){0}, text);
    ck_assert_str_eq(text, "0000-00-00");
    dti__date_write((struct dti__date){-1, 255, 255}, text);
    ck_assert_uint_eq(strlen(text), 10);
}
END_TEST

#define COUNT(table) ((int)(sizeof(table) / sizeof *(table)))

Suite *test_suite(void)
{
    Suite *suite = suite_create("base-date");
    TCase *cases = tcase_create("date");
    tcase_add_loop_test(cases, test_read_and_write, 0, COUNT(dates));
    tcase_add_loop_test(cases, test_refused, 0, COUNT(no_dates));
    tcase_add_test(cases, test_every_day);
    tcase_add_test(cases, test_no_date);
    suite_add_tcase(suite, cases);
    return suite;
}
