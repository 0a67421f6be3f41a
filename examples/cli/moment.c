/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Now, in Vietnam: UTC+7 without summer time, whatever zone the machine is set to. */
#include "moment.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

enum {
    VIETNAM_SECONDS = 7 * 60 * 60,
    DATE_LENGTH = 10, /* "2024-01-15" */
    CLOCK_AT = 11     /* of "08:30" behind it */
};

static struct moment format(int64_t time, const char *pattern)
{
    struct moment moment = {""};
    time_t shifted = (time_t)(time + VIETNAM_SECONDS);
    struct tm parts;
    if (gmtime_r(&shifted, &parts)) {
        strftime(moment.text, sizeof moment.text, pattern, &parts);
    }
    return moment;
}

struct moment moment_today(void)
{
    return moment_day((int64_t)time(NULL));
}

struct moment moment_now(void)
{
    return format((int64_t)time(NULL), "%Y-%m-%dT%H:%M:%S+07:00");
}

struct moment moment_day(int64_t time)
{
    return format(time, "%Y-%m-%d");
}

struct moment moment_print(const char *text, dti_lang lang)
{
    struct moment moment = {""};
    int year = 0;
    int month = 0;
    int day = 0;
    int hour = 0;
    int minute = 0;
    bool is_date = lang == DTI_LANG_VI && sscanf(text, "%4d-%2d-%2d", &year, &month, &day) == 3;
    bool is_time = is_date && text[DATE_LENGTH] == 'T' &&
                   sscanf(text + CLOCK_AT, "%2d:%2d", &hour, &minute) == 2;
    if (is_time) {
        snprintf(moment.text, sizeof moment.text, "%d:%02d %d/%d/%d", hour, minute, day, month,
                 year);
    } else if (is_date) {
        snprintf(moment.text, sizeof moment.text, "%d/%d/%d", day, month, year);
    } else {
        snprintf(moment.text, sizeof moment.text, "%s", text);
    }
    return moment;
}
