/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Now, in Vietnam: UTC+7 without summer time, whatever zone the machine is set to. */
#include "moment.h"

#include <stdbool.h>
#include <stdio.h>
#include <time.h>

enum {
    VIETNAM_SECONDS = 7 * 60 * 60
};

static bool in_vietnam(int64_t time, struct tm *parts)
{
    time_t shifted = (time_t)(time + VIETNAM_SECONDS);
    return gmtime_r(&shifted, parts) != NULL;
}

static struct moment format(int64_t time, const char *pattern)
{
    struct moment moment = {""};
    struct tm parts;
    if (in_vietnam(time, &parts)) {
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

struct moment moment_clock(int64_t time, dti_lang lang)
{
    struct moment moment = {""};
    struct tm parts;
    if (lang == DTI_LANG_EN) {
        return format(time, "%Y-%m-%d %H:%M");
    }
    if (in_vietnam(time, &parts)) {
        snprintf(moment.text, sizeof moment.text, "%d:%02d %d/%d/%d", parts.tm_hour, parts.tm_min,
                 parts.tm_mday, parts.tm_mon + 1, parts.tm_year + 1900);
    }
    return moment;
}

struct moment moment_date(const char *text, dti_lang lang)
{
    struct moment moment = {""};
    int year = 0;
    int month = 0;
    int day = 0;
    if (lang == DTI_LANG_VI && sscanf(text, "%4d-%2d-%2d", &year, &month, &day) == 3) {
        snprintf(moment.text, sizeof moment.text, "%d/%d/%d", day, month, year);
    } else {
        snprintf(moment.text, sizeof moment.text, "%s", text);
    }
    return moment;
}
