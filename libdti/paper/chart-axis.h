/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Axis: whole numbers from one to another, and those of them that are written. */
#ifndef DTI_PAPER_CHART_AXIS_H
#define DTI_PAPER_CHART_AXIS_H

#include "paper/page.h"

struct dti__axis {
    int64_t first;
    int64_t last;
    int64_t step;  /* between written ones */
    int64_t least; /* years: between two points of a line, 1 if there is only one */
};

/* Ranks: from 1 where that is near, by round steps, and not beyond the number of units. */
struct dti__axis dti__axis_of_ranks(const struct dti__page_chart *chart);
/* Years: as many as there is room for on the narrowest picture. */
struct dti__axis dti__axis_of_years(const struct dti__page_chart *chart);

/* A rank that can be drawn: whole, from 1 to a million. */
int64_t dti__axis_whole(double amount);
/* The next written number: a multiple of the step. */
int64_t dti__axis_next(const struct dti__axis *axis, int64_t number);
/* Where a number lies between two places. */
int64_t dti__axis_place(const struct dti__axis *axis, int64_t number, int64_t from, int64_t to);

#endif
