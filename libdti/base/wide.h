/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Checked and wide integer arithmetic: sizes that may overflow, products of points that need 128
 * bits. */
#ifndef DTI_BASE_WIDE_H
#define DTI_BASE_WIDE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* False on overflow, *out is then untouched. */
bool dti__add_size(size_t a, size_t b, size_t *out);
bool dti__mul_size(size_t a, size_t b, size_t *out);
bool dti__add_i64(int64_t a, int64_t b, int64_t *out);
bool dti__sub_i64(int64_t a, int64_t b, int64_t *out);
bool dti__mul_i64(int64_t a, int64_t b, int64_t *out);

enum dti__rounding {
    DTI__ROUND_HALF_EVEN, /* for results: unbiased, the same as the kernels' rounding */
    DTI__ROUND_HALF_UP,   /* for print: ties away from zero, as the published tables */
};

/* a × b ÷ c over 128 bits, rounded once. False if c is 0 or the result does not fit; *out is then
 * untouched. */
bool dti__muldiv(int64_t a, int64_t b, int64_t c, enum dti__rounding rounding, int64_t *out);

/* A signed number of 128 bits, two's complement: room for sums of products. */
struct dti__wide {
    uint64_t high;
    uint64_t low;
};

/* Adds a × b. The caller keeps the sum below 2^127. */
void dti__wide_add(struct dti__wide *sum, int64_t a, int64_t b);

/* value ÷ c, rounded once. False if c is 0 or the result does not fit; *out is then untouched. */
bool dti__wide_divide(struct dti__wide value, int64_t c, enum dti__rounding rounding, int64_t *out);

/* Adds a × b. False if the sum does not fit; *sum is then untouched. */
bool dti__wide_sum(struct dti__wide *sum, int64_t a, int64_t b);

struct dti__wide dti__wide_negated(struct dti__wide value);

/* −1, 0 or 1. */
int dti__wide_sign(struct dti__wide value);

/* Whether a ÷ b is below c ÷ d; a and c are not below 0, b and d are above it. */
bool dti__wide_is_below(struct dti__wide a, int64_t b, struct dti__wide c, int64_t d);

/* The whole numbers around value ÷ c, c above 0. False if they do not fit. */
bool dti__wide_floor(struct dti__wide value, int64_t c, int64_t *out);
bool dti__wide_ceiling(struct dti__wide value, int64_t c, int64_t *out);

#endif
