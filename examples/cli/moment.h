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

/* A date or a time as people write it: "15/1/2024" or "8:30 15/1/2024"; in English as it stands.
 * What is neither stays as it is. */
struct moment moment_print(const char *text, dti_lang lang);

#endif
