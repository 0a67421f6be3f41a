/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Figures as text, with the decimal mark of the language. */
#ifndef DTI_CLI_FIGURE_H
#define DTI_CLI_FIGURE_H

#include <dti/dti.h>

struct figure {
    char text[64];
};

struct figure figure_points(int64_t points, int digits, dti_lang lang);

/* Without trailing zeros: "20", "12,5". */
struct figure figure_plain(int64_t points, dti_lang lang);

/* With a sign, also before what is positive. */
struct figure figure_signed(int64_t points, int digits, dti_lang lang);

/* Points ÷ maximum. */
struct figure figure_value(int64_t points, int64_t max, int digits, dti_lang lang);

/* A share of 1, as "13,1 %". */
struct figure figure_percent(double share, dti_lang lang);

struct figure figure_count(size_t count);

/* A figure as its source prints it, but for the decimal mark. */
struct figure figure_stated(const char *text, dti_lang lang);

#endif
