/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Figures as people write them: decimal comma or point, thousands marks, per cent; what reads two
 * ways is told apart from what reads one way. */
#ifndef DTI_BASE_FIGURE_TEXT_H
#define DTI_BASE_FIGURE_TEXT_H

#include <stdbool.h>
#include <stddef.h>

enum dti__reading {
    DTI__READING_NONE, /* not a figure */
    DTI__READING_ONE,
    DTI__READING_TWO /* "1.234": a decimal, or thousands */
};

struct dti__figure_text {
    double number; /* as a decimal, if there are two readings */
    double other;  /* the second reading: with thousands */
    bool is_percent;
};

/* Reads a UTF-8 text. "1.234,5", "20.304.000", "1 234,5", "12,79 %" have one reading. */
enum dti__reading dti__figure_text_read(const char *text, struct dti__figure_text *out);

/* Writes a finite figure below 10^16 in size so that it has this one reading: plain digits, a point
 * before decimals, and never exactly three of them behind what could be thousands. */
#define DTI__FIGURE_TEXT_SIZE 400
size_t dti__figure_text_write(double value, char out[DTI__FIGURE_TEXT_SIZE]);

#endif
