/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Random cohorts of many shapes, and their ranks after the definition: one unit against all others,
 * as slow as can be. */
#ifndef TESTS_RANK_COHORT_H
#define TESTS_RANK_COHORT_H

#include "rank/column.h"
#include "support.h"

#include <dti/rank.h>
#include <stdlib.h>

#define COHORT_MOST 1200

struct cohort {
    int64_t points[COHORT_MOST];
    uint8_t states[COHORT_MOST];
    uint32_t groups[COHORT_MOST];
    size_t count;
};

static inline uint64_t cohort_random(uint64_t *seed) /* xorshift: the same everywhere */
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    return *seed;
}

/* What random points are like. */
enum cohort_points {
    COHORT_USUAL,    /* 0 to 700 points */
    COHORT_TIES,     /* few different ones, some negative */
    COHORT_EQUAL,    /* all the same */
    COHORT_WIDE,     /* any integer */
    COHORT_EXTREMES, /* the ends and the middle, and what is next to them */
    COHORT_LOW_BITS, /* far apart in pairs that only the lowest bit tells from each other */
    COHORT_POINTS_COUNT
};

/* What random groups are like. */
enum cohort_groups {
    COHORT_REGIONS,    /* six */
    COHORT_ONE,        /* one, and not number 0 */
    COHORT_ANY_NUMBER, /* up to eight, of any 32 bits */
    COHORT_ALONE,      /* each unit by itself, but for a few */
    COHORT_GROUPS_COUNT
};

static inline int64_t cohort_draw_points(enum cohort_points shape, uint64_t *seed)
{
    static const int64_t extremes[] = {INT64_MIN, INT64_MIN + 1, -1,           0,
                                       1,         INT64_MAX,     INT64_MAX - 1};
    const uint64_t drawn = cohort_random(seed);
    switch (shape) {
    case COHORT_USUAL:
        return (int64_t)(drawn % (700 * (uint64_t)DTI_POINT));
    case COHORT_TIES:
        return (int64_t)(drawn % 9) * DTI_POINT - 3 * DTI_POINT;
    case COHORT_WIDE:
        return (int64_t)(drawn >> 1) - (int64_t)(drawn & 1) * INT64_MAX;
    case COHORT_EXTREMES:
        return extremes[drawn % 7];
    case COHORT_LOW_BITS:
        return (int64_t)(drawn % 40) * (INT64_MAX / 40) + (int64_t)(drawn >> 60 & 1);
    case COHORT_EQUAL:
    default:
        return -77;
    }
}

static inline void cohort_fill(struct cohort *cohort, size_t count, enum cohort_points points,
                               enum cohort_groups groups, uint64_t *seed)
{
    uint32_t numbers[8];
    for (int i = 0; i < 8; i++) {
        numbers[i] = (uint32_t)cohort_random(seed);
    }
    numbers[0] = UINT32_MAX;
    cohort->count = count;
    for (size_t i = 0; i < count; i++) {
        const uint64_t drawn = cohort_random(seed);
        cohort->points[i] = cohort_draw_points(points, seed);
        cohort->states[i] = drawn % 4 == 0 ? (uint8_t)(drawn / 4 % 5) : DTI_STATE_PRESENT;
        cohort->groups[i] = groups == COHORT_REGIONS      ? (uint32_t)(drawn >> 40) % 6
                            : groups == COHORT_ONE        ? 1000000
                            : groups == COHORT_ANY_NUMBER ? numbers[drawn >> 40 & 7]
                                                          : (uint32_t)(i - i % 50 % 2);
    }
}

/* Both are ranked, and against each other. */
static inline bool cohort_meet(const struct dti__rank_column *column, size_t a, size_t b)
{
    return (!column->states || (column->states[a] == 0 && column->states[b] == 0)) &&
           (!column->groups || column->groups[a] == column->groups[b]);
}

/* No unit before this one has its points. */
static inline bool cohort_is_first(const struct dti__rank_column *column, size_t unit)
{
    for (size_t i = 0; i < unit; i++) {
        if (column->points[i] == column->points[unit] && cohort_meet(column, unit, i)) {
            return false;
        }
    }
    return true;
}

/* competition: one more than the units that are better; dense: one more than the different points
 * that are better; fractional: the mean of the places from the first to the last of the tie. */
static inline double cohort_rank(const struct dti__rank_column *column, size_t unit,
                                 dti_rank_method method, bool is_ascending)
{
    size_t better = 0;
    size_t ties = 0;
    if (!cohort_meet(column, unit, unit)) {
        return 0;
    }
    for (size_t i = 0; i < column->count; i++) {
        const int64_t own = column->points[unit];
        const int64_t other = column->points[i];
        if (!cohort_meet(column, unit, i)) {
            continue;
        }
        ties += other == own;
        if (is_ascending ? other < own : other > own) {
            better += method != DTI_RANK_DENSE || cohort_is_first(column, i);
        }
    }
    return method == DTI_RANK_FRACTIONAL ? (double)better + ((double)ties + 1) / 2
                                         : 1 + (double)better;
}

#endif
