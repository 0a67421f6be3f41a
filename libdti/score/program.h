/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Programs in memory: the kernels of a framework and how its inputs are read. */
#ifndef DTI_SCORE_PROGRAM_H
#define DTI_SCORE_PROGRAM_H

#include "score/kernel.h"

struct dti_program {
    atomic_uint_least32_t references;
    struct dti__arena arena;
    dti_framework *framework;
    const struct dti__loops *loops;
    struct dti__kernel *kernels;      /* one per node of the tree; of components, without bounds */
    struct dti__reading *readings[2]; /* one per input; in the second a value that is no number is
                                         missing */
    size_t *leaf_counts;              /* one per node: components below it, itself included */
};

/* The column of an input as a run reads it. flags as in dti_run_options. */
struct dti__column dti__program_column(const dti_program *program, size_t input,
                                       const dti_column *column, uint32_t flags);

#endif
