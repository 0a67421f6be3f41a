/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Times mean the same on every machine: in every zone, however they are written. */
#include "support.h"

#include "base/time.h"

#include <stdlib.h>
#include <time.h>

/* Seconds from `date -u -d … +%s`; days in Vietnam by counting seven hours on. */
static const struct {
    const char *text;
    int64_t seconds;
    const char *day;
} times[] = {
    {"1970-01-01T00:00:00Z", 0, "1970-01-01"},
    {"1970-01-01T07:00:00+07:00", 0, "1970-01-01"},
    {"1970-01-01T00:00:00-00:00", 0, "1970-01-01"},
    {"1969-12-31T16:59:59Z", -25201, "1969-12-31"},
    {"1969-12-31T17:00:00Z", -25200, "1970-01-01"},
    {"2024-01-29T23:59:59+07:00", 1706547599, "2024-01-29"}, /* the last moment in time */
    {"2024-01-29T16:59:59Z", 1706547599, "2024-01-29"},
    {"2024-01-29T11:59:59-05:00", 1706547599, "2024-01-29"},
    {"2024-01-30T06:29:59+13:30", 1706547599, "2024-01-29"},
    {"2024-01-30T00:00:00+07:00", 1706547600, "2024-01-30"}, /* late */
    {"2024-01-29T17:00:00Z", 1706547600, "2024-01-30"},
    {"2024-01-29T17:00:00+00:00", 1706547600, "2024-01-30"},
    {"2024-01-28T17:01:00-23:59", 1706547600, "2024-01-30"},
    {"2024-02-29T12:00:00+07:00", 1709182800, "2024-02-29"},
    {"2000-02-29T23:59:59Z", 951868799, "2000-03-01"},
    {"0002-01-01T00:00:00Z", -62104060800, "0002-01-01"},
    {"9998-12-31T16:59:59Z", 253370739599, "9998-12-31"},
};

/* Where the machine may stand; summer time and all. */
static const char *const zones[] = {
    "UTC",      "Asia/Ho_Chi_Minh", "America/New_York", "Pacific/Kiritimati", "Australia/Lord_Howe",
    "XYZ+11:30"};

START_TEST(times_are_read)
{
    int64_t seconds = 1;
    ck_assert(dti__time_read(times[_i].text, &seconds));
    ck_assert_int_eq(seconds, times[_i].seconds);
}
END_TEST

START_TEST(days_are_those_of_vietnam)
{
    for (size_t zone = 0; zone < sizeof zones / sizeof zones[0]; zone++) {
        char day[11];
        int64_t seconds = 0;
        ck_assert_int_eq(setenv("TZ", zones[zone], 1), 0);
        tzset();
        ck_assert(dti__time_read(times[_i].text, &seconds));
        dti__date_write(dti__time_day(seconds), day);
        ck_assert_str_eq(day, times[_i].day);
    }
}
END_TEST

static const char *const no_times[] = {
    "",
    "2024-01-15",
    "2024-01-15T08:30:00",       /* whose time? */
    "2024-01-15 08:30:00+07:00", /* not the ISO form */
    "2024-01-15T08:30+07:00",
    "2024-01-15T08:30:00.5+07:00",
    "2024-01-15T08:30:00+7:00",
    "2024-01-15T08:30:00+0700",
    "2024-01-15T08:30:00+07:00 ",
    "2024-01-15T08:30:00+24:00",
    "2024-01-15T08:30:00+07:60",
    "2024-01-15T08:30:00z",
    "2024-01-15t08:30:00Z",
    "2024-01-15T24:00:00Z",
    "2024-01-15T23:60:00Z",
    "2016-12-31T23:59:60Z", /* was there, but no calendar of an office knows it */
    "2023-02-29T08:30:00Z",
    "2024-13-01T08:30:00Z",
    "2024-01-32T08:30:00Z",
    "2024-01-15T-8:30:00Z",
    "2024-01-15T08:30:00Zulu",
    "0001-01-01T00:00:00Z",
    "9999-01-01T00:00:00Z",
};

START_TEST(what_is_no_time_is_refused)
{
    int64_t seconds = 77;
    ck_assert_msg(!dti__time_read(no_times[_i], &seconds), "%s", no_times[_i]);
    ck_assert_int_eq(seconds, 77);
}
END_TEST

START_TEST(no_text_is_no_time)
{
    int64_t seconds = 77;
    ck_assert(!dti__time_read(NULL, &seconds));
    ck_assert_int_eq(seconds, 77);
}
END_TEST

/* From the first day to the last one, the count of days and the date go together. */
START_TEST(days_and_dates_go_together)
{
    const struct dti__date first = {1, 1, 1};
    const struct dti__date last = {9999, 12, 31};
    struct dti__date before = first;
    int32_t wrong = 0; /* an assertion for each of three million days would take a minute */
    ck_assert_int_eq(dti__date_compare(dti__date_of_days(dti__date_days(first)), first), 0);
    for (int32_t days = dti__date_days(first) + 1; days <= dti__date_days(last); days++) {
        const struct dti__date date = dti__date_of_days(days);
        char text[11];
        struct dti__date read;
        dti__date_write(date, text);
        const bool exists = dti__date_read(text, &read);
        wrong += !exists || dti__date_days(date) != days || dti__date_compare(before, date) != -1;
        before = date;
    }
    ck_assert_int_eq(wrong, 0);
    ck_assert_int_eq(dti__date_compare(before, last), 0);
}
END_TEST

/* On the clock in Vietnam, whatever zone the time was written in. */
START_TEST(times_are_shown_as_there)
{
    static const struct {
        const char *text;
        const char *vi;
        const char *en;
    } shown[] = {
        {"2024-01-29T16:59:59Z", "23:59:59 29/1/2024", "2024-01-29 23:59:59"},
        {"2024-01-29T17:00:00Z", "0:00:00 30/1/2024", "2024-01-30 00:00:00"},
        {"1969-12-31T16:05:06Z", "23:05:06 31/12/1969", "1969-12-31 23:05:06"},
    };
    char out[DTI__TIME_SHOWN];
    int64_t seconds = 0;
    ck_assert(dti__time_read(shown[_i].text, &seconds));
    dti__time_show(seconds, DTI_LANG_VI, out);
    ck_assert_str_eq(out, shown[_i].vi);
    dti__time_show(seconds, DTI_LANG_EN, out);
    ck_assert_str_eq(out, shown[_i].en);
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("time");
    TCase *tests = tcase_create("time");
    tcase_add_loop_test(tests, times_are_read, 0, sizeof times / sizeof times[0]);
    tcase_add_loop_test(tests, days_are_those_of_vietnam, 0, sizeof times / sizeof times[0]);
    tcase_add_loop_test(tests, what_is_no_time_is_refused, 0, sizeof no_times / sizeof no_times[0]);
    tcase_add_test(tests, no_text_is_no_time);
    tcase_add_loop_test(tests, times_are_shown_as_there, 0, 3);
    tcase_add_test(tests, days_and_dates_go_together);
    suite_add_tcase(suite, tests);
    return suite;
}
