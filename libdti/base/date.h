/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Calendar dates (proleptic Gregorian, civil dates without time zone) in ISO 8601. */
#ifndef DTI_BASE_DATE_H
#define DTI_BASE_DATE_H

#include <dti/base.h>
#include <stdbool.h>

#define DTI__DATE_SHOWN 16 /* bytes that hold any date as it is shown */

/* Years that something can have been assessed, counted or planned in. */
#define DTI__FIRST_YEAR 1900
#define DTI__LAST_YEAR  9999

struct dti__date {
    int16_t year; /* 1..9999; 0: no date */
    uint8_t month;
    uint8_t day;
};

/* Reads exactly "YYYY-MM-DD" naming a day that exists. */
bool dti__date_read(const char *text, struct dti__date *out);
/* Writes "YYYY-MM-DD" and a terminator. */
void dti__date_write(struct dti__date date, char out[11]);
/* As people write dates: 20/5/2022 in Vietnamese, ISO 8601 in English; "…" where there is none. */
void dti__date_show(struct dti__date date, dti_lang lang, char out[DTI__DATE_SHOWN]);
int dti__date_compare(struct dti__date a, struct dti__date b);
/* Days since 1970-01-01, negative before. */
int32_t dti__date_days(struct dti__date date);
/* The date that lies so many days after 1970-01-01; it must be one of the years 1 to 9999. */
struct dti__date dti__date_of_days(int32_t days);

#endif
