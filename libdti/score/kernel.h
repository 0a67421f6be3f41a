/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Kernels: one per rule kind, over columns of any length; a single dossier is a column of length
 * one. */
#ifndef DTI_SCORE_KERNEL_H
#define DTI_SCORE_KERNEL_H

#include "model/framework.h"

/* What a rule gives for n units; the caller owns the arrays. */
struct dti__scores {
    double *quantities; /* what the rule read; 0 where there is none */
    double *shares;     /* of the maximum, before the clamp; 0 where there is none */
    int64_t *points;    /* 10^-9 point; 0 unless the state is present */
    uint8_t *states;    /* dti_state */
};

/* Evaluates the rule of a component for rows [0, n) of the columns (one per input of the
 * framework). */
void dti__kernel_run(const struct dti__node *component, const struct dti__column *columns, size_t n,
                     const struct dti__scores *out);

/* Points of a share under a rule's clamp: share × maximum, rounded once to 10^-9, ties to even. */
int64_t dti__kernel_points(const struct dti__rule *rule, int64_t max_points, double share);

#endif
