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
    size_t *leaf_counts; /* one per node: components below it, itself included; of a weighted index
                            its parts */
};

/* The column of an input as a run reads it. flags as in dti_run_options. */
struct dti__column dti__program_column(const dti_program *program, size_t input,
                                       const dti_column *column, uint32_t flags);

/* The state of a node above components, from how many of those below it are undecided and how much
 * of its maximum is excluded. */
uint8_t dti__sum_state(size_t undecided, size_t leaf_count, int64_t excluded, int64_t max_points);

/* Fills *error with what is wrong with a reported value, or with its state; DTI_E_VALUE. */
dti_status dti__cell_fault(const dti_framework *framework, size_t input, size_t row, double value,
                           uint8_t state, const struct dti__limits *limits, dti_error **error);

#endif
