/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Whole numbers in rows: equations that are solved exactly, one column taken out after the other.
 */
#ifndef DTI_BASE_ROWS_H
#define DTI_BASE_ROWS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The greatest number that divides both, not below 0; 0 of 0 and 0. Neither is INT64_MIN. */
int64_t dti__common_divisor(int64_t a, int64_t b);

/* Divides a row by what all its numbers have in common. */
void dti__row_reduce(int64_t *row, size_t width);
/* Takes a column out of a row with the help of another one, in which it is not 0. False if numbers
 * grow too large; the row is then of no use. */
bool dti__row_take_out(int64_t *row, const int64_t *other, size_t column, size_t width);

#endif
