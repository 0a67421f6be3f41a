/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The order of units, best first, found in one of two ways: by counting for few, by radix for many.
 */
#ifndef DTI_RANK_ORDER_H
#define DTI_RANK_ORDER_H

#include "rank/column.h"

/* How far points are from the best: a number that is smaller for a better unit, whichever end is
 * the best, and as wide as the range of the points, which is seldom 64 bits. */
struct dti__distance {
    uint64_t flip; /* all ones when more is better: ~a - ~b is b - a */
    uint64_t best; /* flipped */
    uint64_t most; /* of all distances */
};

static inline uint64_t dti__distance_of(const struct dti__distance *distance, int64_t points)
{
    return ((uint64_t)points ^ distance->flip) - distance->best;
}

/* Places, best first; groups one after the other, units that are not present left out. A place
 * holds the index of its unit in its lowest bits. What stands above them differs between groups and
 * is equal in ties; unless is_exact, it may be equal for other points of a group too. */
struct dti__order {
    uint64_t *places; /* the caller's */
    size_t count;
    unsigned index_bits;
    bool is_exact;
};

static inline size_t dti__order_unit(const struct dti__order *order, size_t place)
{
    return (size_t)(order->places[place] & ((UINT64_C(1) << order->index_bits) - 1));
}

/* Up to this many units are ordered by counting. */
enum {
    DTI__ORDER_FEW = 256
};

/* Compares every unit with every other one; order->places has room for DTI__ORDER_FEW. */
void dti__order_by_counting(const struct dti__rank_column *column,
                            const struct dti__distance *distance, struct dti__order *order);

/* Sorts; order->places has room for all units of the column, and so has spare, 8 bytes each, which
 * may be memory of any type. */
void dti__order_by_radix(const struct dti__rank_column *column,
                         const struct dti__distance *distance, struct dti__order *order,
                         void *spare);

#endif
