/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Times: the clock of the machine and its zone are never asked. */
#include "base/time.h"

#include <stdio.h>
#include <string.h>

#define DATE_LENGTH ((size_t)10) /* "2024-01-15" */
#define ZONE        ((size_t)19) /* where "Z" or the offset begins */
#define DAY         86400
#define VIETNAM     (7 * 3600)

/* Two digits, below `end`; -1 if there is something else. */
static int read_two(const char *text, int end)
{
    if (text[0] < '0' || text[0] > '9' || text[1] < '0' || text[1] > '9') {
        return -1;
    }
    const int number = (text[0] - '0') * 10 + (text[1] - '0');
    return number < end ? number : -1;
}

/* "Z", "+07:00", "-05:30" in seconds east of Greenwich. */
static bool read_zone(const char *text, int *offset)
{
    if (strcmp(text, "Z") == 0) {
        *offset = 0;
        return true;
    }
    if ((text[0] != '+' && text[0] != '-') || strlen(text) != 6 || text[3] != ':') {
        return false;
    }
    const int hours = read_two(text + 1, 24);
    const int minutes = read_two(text + 4, 60);
    *offset = (hours * 3600 + minutes * 60) * (text[0] == '-' ? -1 : 1);
    return hours >= 0 && minutes >= 0;
}

bool dti__time_read(const char *text, int64_t *seconds)
{
    char day[DATE_LENGTH + 1] = "";
    struct dti__date date;
    int offset;
    if (text == NULL || strlen(text) <= ZONE || text[DATE_LENGTH] != 'T' || text[13] != ':' ||
        text[16] != ':' || !read_zone(text + ZONE, &offset)) {
        return false;
    }
    memcpy(day, text, DATE_LENGTH);
    const int hour = read_two(text + 11, 24);
    const int minute = read_two(text + 14, 60);
    const int second = read_two(text + 17, 60);
    if (!dti__date_read(day, &date) || date.year < 2 || date.year > 9998 || hour < 0 ||
        minute < 0 || second < 0) {
        return false;
    }
    *seconds =
        (int64_t)dti__date_days(date) * DAY + hour * 3600 + minute * 60 + second - (int64_t)offset;
    return true;
}

struct dti__date dti__time_day(int64_t seconds)
{
    const int64_t local = seconds + VIETNAM;
    const int64_t rest = local % DAY;
    return dti__date_of_days((int32_t)(local / DAY - (rest < 0)));
}

void dti__time_show(int64_t seconds, dti_lang lang, char out[DTI__TIME_SHOWN])
{
    char day[DTI__DATE_SHOWN];
    const int second = (int)(((seconds + VIETNAM) % DAY + DAY) % DAY);
    const int hour = second / 3600;
    const int minute = second / 60 % 60;
    dti__date_show(dti__time_day(seconds), lang, day);
    if (lang == DTI_LANG_EN) {
        (void)snprintf(out, DTI__TIME_SHOWN, "%s %02d:%02d:%02d", day, hour, minute, second % 60);
    } else {
        (void)snprintf(out, DTI__TIME_SHOWN, "%d:%02d:%02d %s", hour, minute, second % 60, day);
    }
}
