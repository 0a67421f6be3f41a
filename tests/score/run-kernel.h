/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* One rule run over columns of figures, as the tests of the kernels do. */
#ifndef TESTS_SCORE_RUN_KERNEL_H
#define TESTS_SCORE_RUN_KERNEL_H

#include "score/kernel.h"
#include "support.h"

#include <string.h>

#define RUN_ROWS     97 /* the most; no multiple of what a vector register holds */
#define NANO(points) (int64_t)((points)*1e9 + 0.5)

/* What a run writes, filled with rubbish first. */
struct run {
    double quantities[RUN_ROWS];
    double shares[RUN_ROWS];
    int64_t points[RUN_ROWS];
    uint8_t states[RUN_ROWS];
};

static inline void run(const struct dti__rule *rule, double max_points,
                       const struct dti__column *columns, size_t n, struct run *out)
{
    struct dti__rule copy = *rule;
    const struct dti__node node = {.rule = &copy, .max_points = NANO(max_points)};
    memset(out, 0x5A, sizeof *out);
    dti__kernel_run(&node, columns, n,
                    &(struct dti__scores){out->quantities, out->shares, out->points, out->states});
}

#endif
