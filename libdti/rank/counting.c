/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Order by counting: the place of a unit is the number of units that are better. For few units that
 * is faster than any sorting, because nothing in it depends on what is found. */
#include "rank/order.h"

enum {
    LANES = 8,
    INDEX_BITS = 8
};

_Static_assert(DTI__ORDER_FEW % LANES == 0 && DTI__ORDER_FEW <= 1 << INDEX_BITS, "room");

/* Keys of the units that are present: the group before the distance, as a number of two words.
 * Their top bits are clear, so that the top bit of a difference is its borrow, which is to say the
 * result of a comparison, and that on machines too that cannot compare words of 64 bits in vectors.
 */
struct keys {
    uint64_t high[DTI__ORDER_FEW];
    uint64_t low[DTI__ORDER_FEW];
    uint8_t units[DTI__ORDER_FEW];
    size_t count;
    bool has_high; /* not all are the same */
};

static const uint64_t LOW_BITS = UINT64_MAX >> 1;

static void fill(const struct dti__rank_column *column, const struct dti__distance *distance,
                 struct keys *keys)
{
    uint64_t differing = 0;
    size_t count = 0;
    for (size_t i = 0; i < column->count; i++) {
        if (!dti__rank_is_present(column, i))
            continue;
        uint64_t from_best = dti__distance_of(distance, column->points[i]);
        keys->high[count] =
            (uint64_t)dti__rank_group(column, i) << 1 | (from_best & ~LOW_BITS) >> 63;
        keys->low[count] = from_best & LOW_BITS;
        keys->units[count] = (uint8_t)i;
        differing |= keys->high[count] ^ keys->high[0];
        count++;
    }
    keys->count = count;
    keys->has_high = differing != 0;
    for (; count % LANES != 0; count++) { /* better than none, so that they count for nothing */
        keys->high[count] = LOW_BITS;
        keys->low[count] = LOW_BITS;
    }
}

/* Both loops run over whole lanes, so that they become vectors at every level of optimisation. */
static size_t better_by_low(const struct keys *keys, size_t unit)
{
    const uint64_t low = keys->low[unit];
    uint64_t sums[LANES] = {0};
    uint64_t sum = 0;
    for (size_t i = 0; i < keys->count; i += LANES)
        for (size_t k = 0; k < LANES; k++)
            sums[k] += (keys->low[i + k] - low) >> 63;
    for (size_t k = 0; k < LANES; k++)
        sum += sums[k];
    return (size_t)sum;
}

static size_t better(const struct keys *keys, size_t unit)
{
    const uint64_t high = keys->high[unit];
    const uint64_t low = keys->low[unit];
    uint64_t sums[LANES] = {0};
    uint64_t sum = 0;
    for (size_t i = 0; i < keys->count; i += LANES)
        for (size_t k = 0; k < LANES; k++) {
            uint64_t borrow = (keys->low[i + k] - low) >> 63;
            sums[k] += (keys->high[i + k] - high - borrow) >> 63;
        }
    for (size_t k = 0; k < LANES; k++)
        sum += sums[k];
    return (size_t)sum;
}

void dti__order_by_counting(const struct dti__rank_column *column,
                            const struct dti__distance *distance, struct dti__order *order)
{
    uint16_t taken[DTI__ORDER_FEW] = {0}; /* by a tie: so many places from its first one on */
    struct keys keys;
    fill(column, distance, &keys);
    for (size_t i = 0; i < keys.count; i++) {
        size_t first = keys.has_high ? better(&keys, i) : better_by_low(&keys, i);
        order->places[first + taken[first]++] = (uint64_t)first << INDEX_BITS | keys.units[i];
    }
    order->count = keys.count;
    order->index_bits = INDEX_BITS;
    order->is_exact = true;
}
