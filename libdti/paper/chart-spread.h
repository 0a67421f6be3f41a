/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Spread: blocks below one another, each as near as possible to where it wants to be. */
#ifndef DTI_PAPER_CHART_SPREAD_H
#define DTI_PAPER_CHART_SPREAD_H

#include <stddef.h>
#include <stdint.h>

struct dti__spread {
    int64_t wanted; /* its middle */
    int64_t height;
    int64_t top;  /* found */
    size_t index; /* the caller's; orders those that want the same place */
    /* Of blocks that touch, kept by the first of them. */
    size_t group_count;
    int64_t group_height;
    int64_t group_sum; /* of the tops that each would like the group to have */
};

/* Sorts blocks by where they want to be and finds their places between top and bottom; if there is
 * not room for all, they go on below the bottom. */
void dti__spread(struct dti__spread *blocks, size_t count, int64_t top, int64_t bottom);

#endif
