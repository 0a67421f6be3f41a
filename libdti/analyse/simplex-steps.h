/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Steps of the simplex, which solving and finding ranges are made of. */
#ifndef DTI_ANALYSE_SIMPLEX_STEPS_H
#define DTI_ANALYSE_SIMPLEX_STEPS_H

#include "analyse/simplex.h"

/* Bland's rule always ends; this is for numbers of steps that nobody would wait for. */
#define DTI__MOST_STEPS 20000

/* Sums of the rows that a column is in, anew. These three are false if numbers grow too large. */
bool dti__simplex_sum_up(struct dti__simplex *simplex, size_t column);
/* sum − divisor × bound, that is divisor × how far the variable of a row is above a bound. */
bool dti__simplex_surplus(const struct dti__simplex *simplex, size_t row, int64_t bound,
                          struct dti__wide *out);
/* The row expresses what is in the column from now on, and what it expressed stands on a value. */
bool dti__simplex_step(struct dti__simplex *simplex, size_t row, size_t column, int64_t value);

bool dti__simplex_can_move(const struct dti__simplex *simplex, size_t column, bool is_up);
/* The first column (by its variable) by which the variable of a row can be moved up or down;
 * SIZE_MAX: none. */
size_t dti__simplex_find_mover(const struct dti__simplex *simplex, size_t row, bool is_up);

#endif
