/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Axis: the round numbers around those that are drawn. */
#include "paper/chart-axis.h"

#include <math.h>
#include <string.h>

#define LAST_RANK  1000000
#define MOST_STEPS 7 /* of ranks */
#define LEAST_SPAN 4
#define MOST_YEARS 3 /* steps of years */

int64_t dti__axis_whole(double amount)
{
    if (!(amount > 1))
        return 1;
    return amount < LAST_RANK ? (int64_t)floor(amount + 0.5) : LAST_RANK;
}

int64_t dti__axis_next(const struct dti__axis *axis, int64_t number)
{
    return (number / axis->step + 1) * axis->step;
}

int64_t dti__axis_place(const struct dti__axis *axis, int64_t number, int64_t from, int64_t to)
{
    if (axis->last <= axis->first)
        return from;
    return from + (number - axis->first) * (to - from) / (axis->last - axis->first);
}

/* 1, 2, 5, 10, 20 … */
static int64_t round_step(int64_t span, int64_t most)
{
    static const int64_t next_of_ten[] = {1, 2, 5};
    int64_t ten = 1;
    for (int i = 0;; i++) {
        int64_t step = next_of_ten[i % 3] * ten;
        if (span <= step * most)
            return step;
        if (i % 3 == 2)
            ten *= 10;
    }
}

struct dti__axis dti__axis_of_ranks(const struct dti__page_chart *chart)
{
    struct dti__axis axis = {LAST_RANK, 1, 1, 1};
    for (size_t i = 0; i < chart->point_count; i++) {
        int64_t rank = dti__axis_whole(chart->points[i].amount);
        axis.first = rank < axis.first ? rank : axis.first;
        axis.last = rank > axis.last ? rank : axis.last;
    }
    if (axis.first > axis.last) /* no points */
        axis.first = axis.last;
    int64_t highest = axis.last;
    axis.step = round_step(axis.last - axis.first, MOST_STEPS);
    /* To the multiple above, or to 1 if there is nothing between. */
    axis.first = axis.first - 1 <= axis.step ? 1 : axis.first / axis.step * axis.step;
    axis.last = (axis.last + axis.step - 1) / axis.step * axis.step;
    int64_t units = dti__axis_whole(chart->most);
    if (chart->most > 0 && axis.last > units)
        axis.last = units > highest ? units : highest;
    if (axis.last - axis.first < LEAST_SPAN) { /* what is drawn stays away from the edges */
        axis.first = axis.first > 2 ? axis.first - 2 : 1;
        axis.last = axis.first + LEAST_SPAN;
    }
    return axis;
}

struct dti__axis dti__axis_of_years(const struct dti__page_chart *chart)
{
    const struct dti__chart_point *points = chart->points;
    struct dti__axis axis = {0, 0, 1, 0};
    for (size_t i = 0; i < chart->point_count; i++) {
        int64_t year = points[i].year;
        axis.first = i == 0 || year < axis.first ? year : axis.first;
        axis.last = i == 0 || year > axis.last ? year : axis.last;
        if (i == 0 || strcmp(points[i].label, points[i - 1].label) != 0)
            continue;
        int64_t apart = year - points[i - 1].year;
        if (apart > 0 && (axis.least == 0 || apart < axis.least))
            axis.least = apart;
    }
    if (axis.least == 0)
        axis.least = 1;
    axis.step = round_step(axis.last - axis.first, MOST_YEARS);
    return axis;
}
