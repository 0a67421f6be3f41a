/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* One rule run over columns of figures, on every set of instructions that the machine has, as the
 * tests of the kernels do. */
#ifndef TESTS_SCORE_RUN_KERNEL_H
#define TESTS_SCORE_RUN_KERNEL_H

#include "score/kernel.h"
#include "support.h"

#include <string.h>

#define RUN_ROWS     97 /* the most; no multiple of a tile, nor of what a vector register holds */
#define NANO(points) (int64_t)((points)*1e9 + 0.5)

/* What a run writes, filled with rubbish first. */
struct run {
    double quantities[RUN_ROWS];
    double shares[RUN_ROWS];
    int64_t points[RUN_ROWS];
    uint8_t states[RUN_ROWS];
};

/* Tile by tile; the shares row by row. */
static inline void run_compiled(const struct dti__kernel *kernel, const struct dti__column *columns,
                                size_t n, struct run *out)
{
    for (size_t row = 0; row < n; row += DTI__TILE) {
        const struct dti__rows rows = {row, n - row < DTI__TILE ? n - row : DTI__TILE};
        int64_t sums[DTI__TILE] = {0};
        struct dti__room room;
        struct dti__scored scored;
        ck_assert(dti__kernel_run(kernel, columns, &rows, &room, sums, &scored));
        for (size_t i = 0; i < rows.n; i++) {
            const struct dti__score score = dti__kernel_score(kernel, columns, row + i);
            out->points[row + i] = sums[i];
            out->states[row + i] = dti__states_of(&scored.cells.states, i);
            out->quantities[row + i] = score.quantity;
            out->shares[row + i] = score.share;
            ck_assert_int_eq(score.points, sums[i]);
            ck_assert_int_eq(score.state, out->states[row + i]);
        }
    }
}

static inline void run_within(const struct dti__rule *rule, double max_points,
                              const struct dti__extent *extent, const struct dti__column *columns,
                              size_t n, struct run *out)
{
    const struct dti__node node = {.rule = (struct dti__rule *)(uintptr_t)rule,
                                   .max_points = NANO(max_points)};
    memset(out, 0x5A, sizeof *out);
    for (int vectors = DTI_VECTORS_PLAIN; vectors <= DTI_VECTORS_AVX512; vectors++) {
        const struct dti__loops *loops = dti__loops_for((dti_vectors)vectors);
        struct dti__arena arena;
        struct dti__kernel kernel;
        struct run other;
        if (!loops)
            continue;
        memset(&other, 0x5A, sizeof other);
        dti__arena_init(&arena, &dti__malloc_allocator);
        ck_assert(dti__kernel_compile(&node, extent, loops, &arena, &kernel));
        run_compiled(&kernel, columns, n, &other);
        dti__arena_release(&arena);
        if (vectors == DTI_VECTORS_PLAIN)
            *out = other;
        ck_assert_mem_eq(out, &other, sizeof other); /* the same bits from all of them */
    }
}

static inline void run(const struct dti__rule *rule, double max_points,
                       const struct dti__column *columns, size_t n, struct run *out)
{
    run_within(rule, max_points, NULL, columns, n, out);
}

#endif
