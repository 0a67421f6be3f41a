/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Now, in Vietnam: UTC+7 without summer time, whatever zone the machine is set to. */
#ifndef DTI_CLI_MOMENT_H
#define DTI_CLI_MOMENT_H

#include <dti/dti.h>

struct moment {
    char text[48];
};

/* "2024-01-15" */
struct moment moment_today(void);

/* "2024-01-15T08:30:00+07:00" */
struct moment moment_now(void);

/* The day of a time in seconds since 1970 UTC, "2024-01-15". */
struct moment moment_day(int64_t time);

/* A time in seconds since 1970 UTC as people write it, "8:30 15/1/2024"; in English "2024-01-15
 * 08:30". */
struct moment moment_clock(int64_t time, dti_lang lang);

/* A date "2024-01-15" as people write it, "15/1/2024"; in English, and what is no date, as it
 * stands. */
struct moment moment_date(const char *text, dti_lang lang);

#endif
