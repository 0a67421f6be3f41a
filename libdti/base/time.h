/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Points in time (RFC 3339, whole seconds) and the day that they fall on in Vietnam. */
#ifndef DTI_BASE_TIME_H
#define DTI_BASE_TIME_H

#include "base/date.h"

#define DTI__TIME_SHOWN 32 /* bytes that hold any time as it is shown */

struct dti__time {
    const char *text; /* as written */
    int64_t seconds;  /* since 1970-01-01T00:00:00Z */
};

/* Reads exactly "YYYY-MM-DDThh:mm:ss" and "Z" or an offset of at most 23:59, "+07:00". The day must
 * exist, there are no leap seconds, and the years 0001 and 9999 are refused: then the time has a
 * date in every zone. */
bool dti__time_read(const char *text, int64_t *seconds);

/* As people in Vietnam read it off the clock: 23:59:59 29/1/2024 in Vietnamese, 2024-01-29 23:59:59
 * in English. */
void dti__time_show(int64_t seconds, dti_lang lang, char out[DTI__TIME_SHOWN]);

/* The day in Vietnam, which is seven hours ahead all year, wherever this runs. */
struct dti__date dti__time_day(int64_t seconds);

#endif
