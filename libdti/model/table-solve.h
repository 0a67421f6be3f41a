/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Solving: what printed indices imply for parts that are not printed. */
#ifndef DTI_MODEL_TABLE_SOLVE_H
#define DTI_MODEL_TABLE_SOLVE_H

#include "model/table.h"

struct dti__interval { /* in 10^-9 point, both ends included */
    int64_t low;
    int64_t high;
};

/* Where the true points of a cell lie; false if nothing was printed. */
bool dti__cell_interval(const struct dti__table_cell *cell, struct dti__interval *out);

/* The figure that filled the cell of a node; NULL if it came without one. */
const struct dti__printed *dti__row_amount(const struct dti__table_row *row, size_t node);

/* Every index is an equation over main indicators and indices. What is printed is known within its
 * rounding; for the rest the equations are solved exactly, in whole numbers. A part that could only
 * have had less than 0 or more than its maximum is an error, equations that contradict each other
 * are a warning; where whole numbers grow too large nothing is said. False when out of memory. */
bool dti__table_solve(const dti_table *table, dti_report *report);

#endif
