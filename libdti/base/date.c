/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Dates: ISO 8601 text, order, and the number of days. */
#include "base/date.h"

#include <stdio.h>
#include <string.h>

#define TEXT_LENGTH 10

static bool is_leap(int year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int days_in_month(int year, int month)
{
    static const uint8_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return days[month - 1] + (month == 2 && is_leap(year));
}

/* The number of text[0..count), -1 if there is something else than digits. */
static int read_digits(const char *text, int count)
{
    int number = 0;
    for (int i = 0; i < count; i++) {
        if (text[i] < '0' || text[i] > '9') {
            return -1;
        }
        number = number * 10 + (text[i] - '0');
    }
    return number;
}

bool dti__date_read(const char *text, struct dti__date *out)
{
    if (text == NULL || strlen(text) != TEXT_LENGTH || text[4] != '-' || text[7] != '-') {
        return false;
    }
    const int year = read_digits(text, 4);
    const int month = read_digits(text + 5, 2);
    const int day = read_digits(text + 8, 2);
    if (year < 1 || month < 1 || month > 12 || day < 1 || day > days_in_month(year, month)) {
        return false;
    }
    *out = (struct dti__date){(int16_t)year, (uint8_t)month, (uint8_t)day};
    return true;
}

static void write_digits(int number, int count, char *out)
{
    for (int i = count - 1; i >= 0; i--) {
        out[i] = (char)('0' + number % 10);
        number /= 10;
    }
}

void dti__date_write(struct dti__date date, char out[11])
{
    write_digits(date.year < 0 ? 0 : date.year, 4, out);
    out[4] = '-';
    write_digits(date.month, 2, out + 5);
    out[7] = '-';
    write_digits(date.day, 2, out + 8);
    out[TEXT_LENGTH] = '\0';
}

void dti__date_show(struct dti__date date, dti_lang lang, char out[DTI__DATE_SHOWN])
{
    if (date.year == 0) {
        (void)snprintf(out, DTI__DATE_SHOWN, "…");
    } else if (lang == DTI_LANG_EN) {
        dti__date_write(date, out);
    } else {
        (void)snprintf(out, DTI__DATE_SHOWN, "%d/%d/%d", date.day, date.month, date.year);
    }
}

int dti__date_compare(struct dti__date a, struct dti__date b)
{
    if (a.year != b.year) {
        return a.year < b.year ? -1 : 1;
    }
    if (a.month != b.month) {
        return a.month < b.month ? -1 : 1;
    }
    return (a.day > b.day) - (a.day < b.day);
}

int32_t dti__date_days(struct dti__date date)
{
    /* Count from 1 March of year 0: February, the month with the leap day, is then the end of a
     * year, and the months from March on have a regular length of 30.6 days. 719468 days lie
     * between that day and 1970-01-01. */
    const int32_t is_early = date.month <= 2;
    const int32_t year = date.year - is_early;
    const int32_t month = date.month + 12 * is_early - 3; /* 0: March */
    const int32_t day_of_year = (153 * month + 2) / 5 + date.day - 1;
    return year * 365 + year / 4 - year / 100 + year / 400 + day_of_year - 719468;
}

struct dti__date dti__date_of_days(int32_t days)
{
    /* The same count backwards. An era is 400 years, of which the last day is a leap day, as is the
     * last one of every fourth year but for three centuries. */
    const int32_t count = days + 719468;
    const int32_t era = count / 146097; /* of years that are not negative */
    const int32_t day_of_era = count % 146097;
    const int32_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const int32_t day_of_year =
        day_of_era - (year_of_era * 365 + year_of_era / 4 - year_of_era / 100);
    const int32_t month = (5 * day_of_year + 2) / 153; /* 0: March */
    const int32_t is_early = month >= 10;
    return (struct dti__date){(int16_t)(era * 400 + year_of_era + is_early),
                              (uint8_t)(month + 3 - 12 * is_early),
                              (uint8_t)(day_of_year - (153 * month + 2) / 5 + 1)};
}
