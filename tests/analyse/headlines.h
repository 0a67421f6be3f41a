/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The headline figures of a province as a system: the overall value is the foundation and three
 * activities, each pillar is the foundation and one of them. Points of 10^-9. */
#ifndef TESTS_ANALYSE_HEADLINES_H
#define TESTS_ANALYSE_HEADLINES_H

#include "systems.h"

enum {
    FOUNDATION,
    ACTIVITY, /* and the next two */
    OVERALL = ACTIVITY + 3,
    PILLAR, /* and the next two */
    HEADLINES = PILLAR + 3
};

#define MILLIONTHS(number) ((number)*INT64_C(1000)) /* of a point */

/* What is printed lies from `low` to below `high`, both in millionths of a point. */
static inline size_t headline_claim(struct made *made, size_t unknown, int64_t low, int64_t high)
{
    return made_claim(made, unknown, MILLIONTHS(low), MILLIONTHS(high) - 1);
}

static inline struct made *headlines_new(void)
{
    static const int64_t most[HEADLINES] = {500, 200, 150, 150, 1000, 700, 650, 650};
    struct made *made = made_new();
    for (size_t i = 0; i < HEADLINES; i++)
        made_unknown(made, 0, most[i] * POINT);
    for (size_t i = 0; i < 3; i++)
        made_sum(made, PILLAR + i, (const size_t[]){FOUNDATION, ACTIVITY + i}, 2);
    made_sum(made, OVERALL, (const size_t[]){FOUNDATION, ACTIVITY, ACTIVITY + 1, ACTIVITY + 2}, 4);
    return made;
}

/* Quảng Nam 2022: 0.5808; 0.6674, 0.6062 and 0.5585 of 700, 650 and 650 points. */
static inline void headlines_quangnam_indices(struct made *made)
{
    headline_claim(made, OVERALL, 580750000, 580850000);
    headline_claim(made, PILLAR, 467145000, 467215000);
    headline_claim(made, PILLAR + 1, 393997500, 394062500);
    headline_claim(made, PILLAR + 2, 362992500, 363057500);
}

/* 145.45, 72.33 and 41.35 points. */
static inline void headlines_quangnam_activities(struct made *made)
{
    headline_claim(made, ACTIVITY, 145445000, 145455000);
    headline_claim(made, ACTIVITY + 1, 72325000, 72335000);
    headline_claim(made, ACTIVITY + 2, 41345000, 41355000);
}

#endif
