/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Means of cells of tables: weighted, over 128 bits, rounded once; and indices from them. */
#ifndef DTI_RANK_MEAN_H
#define DTI_RANK_MEAN_H

#include "base/wide.h"
#include "model/table.h"

struct dti__mean {
    struct dti__wide points;
    struct dti__wide half;
    int64_t weight;
    bool is_whole;   /* no cell was without an amount */
    bool is_printed; /* at least one was a printed amount */
};

struct dti__mean dti__mean_begin(void);
/* Weights are positive and add up to less than 2^63. */
void dti__mean_add(struct dti__mean *mean, const struct dti__table_cell *cell, int64_t weight);
/* The mean as a derived cell, its half width rounded up; the cell stays as it is if one was
 * missing. */
void dti__mean_end(const struct dti__mean *mean, struct dti__table_cell *cell);

/* An index from the cells of its parts, by its weights. False if it has no parts, or one of them
 * has no amount. */
bool dti__mean_of_parts(const dti_framework *framework, struct dti__table_cell *cells, size_t node);

#endif
