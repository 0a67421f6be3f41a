/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
#include "score/loops.h"

#include "base/lanes.h"

#include <math.h>

/* A number is whole if rounding leaves it; figures are far below 2^51. */
static inline lanes_mask is_whole(lanes value)
{
    lanes round = lanes_all(DTI__ROUND);
    lanes whole = lanes_sub(lanes_add(value, round), round);
    return lanes_both(lanes_at_least(value, whole), lanes_at_most(value, whole));
}

static inline lanes_mask is_within(lanes value, lanes low, lanes high)
{
    return lanes_both(lanes_at_least(value, low), lanes_at_most(value, high));
}

static inline void add_points(int64_t *sums, lanes_mask present, lanes_whole points)
{
    lanes_whole counted = lanes_choose_whole(present, points, lanes_all_whole(0));
    lanes_store_whole(sums, lanes_add_whole(lanes_load_whole(sums), counted));
}

/* Rounds 10^-9 points once, ties to even. */
static inline lanes_whole round_points(lanes nano, lanes least, lanes most)
{
    lanes kept = lanes_min(lanes_max(nano, least), most);
    return lanes_low_bits(lanes_add(kept, lanes_all(DTI__ROUND)));
}

/* The limits of a loop; whole numbers are looked after by `refused`. */
static inline lanes low_of(const struct dti__limits *limits)
{
    return lanes_all(limits ? limits->low : -(double)INFINITY);
}

static inline lanes high_of(const struct dti__limits *limits)
{
    return lanes_all(limits ? limits->high : (double)INFINITY);
}

/* Made three times: most lines begin at 0 and have nothing to add, and a loop that is bound by its
 * arithmetic should not do what changes nothing. */
static inline uint64_t run_line(const double *quantities, size_t n, uint64_t present,
                                const struct dti__limits *limits, const struct dti__line *at,
                                int64_t *sums, bool has_from, bool has_add)
{
    lanes low = low_of(limits);
    lanes high = high_of(limits);
    lanes from = lanes_all(at->from);
    lanes by = lanes_all(at->by);
    lanes add = lanes_all(at->add);
    lanes least = lanes_all(at->least);
    lanes most = lanes_all(at->most);
    lanes_mask refused = lanes_mask_of(0);
    for (size_t i = 0; i < n; i += DTI__LANES) {
        lanes quantity = lanes_load(quantities + i);
        lanes_mask here = lanes_mask_of(present >> i);
        refused = lanes_either(refused, lanes_without(here, is_within(quantity, low, high)));
        lanes nano = lanes_mul(has_from ? lanes_sub(quantity, from) : quantity, by);
        nano = has_add ? lanes_add(nano, add) : nano;
        add_points(sums + i, here, round_points(nano, least, most));
    }
    return lanes_word_of(refused);
}

static uint64_t line(const double *quantities, size_t n, uint64_t present,
                     const struct dti__limits *limits, const void *how, int64_t *sums)
{
    return run_line(quantities, n, present, limits, how, sums, true, true);
}

static uint64_t stretch(const double *quantities, size_t n, uint64_t present,
                        const struct dti__limits *limits, const void *how, int64_t *sums)
{
    return run_line(quantities, n, present, limits, how, sums, true, false);
}

static uint64_t scale(const double *quantities, size_t n, uint64_t present,
                      const struct dti__limits *limits, const void *how, int64_t *sums)
{
    return run_line(quantities, n, present, limits, how, sums, false, false);
}

static uint64_t inverse(const double *quantities, size_t n, uint64_t present,
                        const struct dti__limits *limits, const void *how, int64_t *sums)
{
    const struct dti__inverse *at = how;
    lanes low = low_of(limits);
    lanes high = high_of(limits);
    lanes over = lanes_all(at->over);
    lanes nothing = lanes_all(DTI__LEAST_BASE);
    lanes least = lanes_all(at->least);
    lanes most = lanes_all(at->most);
    lanes_mask refused = lanes_mask_of(0);
    for (size_t i = 0; i < n; i += DTI__LANES) {
        lanes quantity = lanes_load(quantities + i);
        lanes_mask here = lanes_mask_of(present >> i);
        refused = lanes_either(refused, lanes_without(here, is_within(quantity, low, high)));
        lanes nano =
            lanes_choose(lanes_at_least(quantity, nothing), lanes_div(over, quantity), most);
        add_points(sums + i, here, round_points(nano, least, most));
    }
    return lanes_word_of(refused);
}

static uint64_t stairs(const double *quantities, size_t n, uint64_t present,
                       const struct dti__limits *limits, const void *how, int64_t *sums)
{
    const struct dti__stairs *at = how;
    lanes low = low_of(limits);
    lanes high = high_of(limits);
    lanes sign = lanes_all(at->sign);
    lanes_whole otherwise = lanes_all_whole(at->otherwise);
    lanes_mask refused = lanes_mask_of(0);
    for (size_t i = 0; i < n; i += DTI__LANES) {
        lanes quantity = lanes_load(quantities + i);
        lanes_mask here = lanes_mask_of(present >> i);
        refused = lanes_either(refused, lanes_without(here, is_within(quantity, low, high)));
        lanes reached = lanes_mul(quantity, sign);
        lanes_whole points = otherwise;
        for (size_t k = 0; k < at->count; k++)
            points = lanes_choose_whole(lanes_at_least(reached, lanes_all(at->steps[k].threshold)),
                                        lanes_all_whole(at->steps[k].points), points);
        add_points(sums + i, here, points);
    }
    return lanes_word_of(refused);
}

static uint64_t in_state(const uint8_t *states, uint8_t state)
{
    return lanes_bytes_equal(states, state);
}

static uint64_t ordered(const double *values, size_t n)
{
    uint64_t found = 0;
    for (size_t i = 0; i < n; i += DTI__LANES) {
        lanes value = lanes_load(values + i);
        found |= lanes_word_of(lanes_at_least(value, value)) << i;
    }
    return found;
}

static uint64_t refused(const double *values, size_t n, uint64_t present,
                        const struct dti__limits *limits)
{
    lanes low = lanes_all(limits->low);
    lanes high = lanes_all(limits->high);
    uint64_t sound = 0;
    for (size_t i = 0; i < n; i += DTI__LANES) {
        lanes value = lanes_load(values + i);
        lanes_mask within = is_within(value, low, high);
        if (limits->is_whole)
            within = lanes_both(within, is_whole(value));
        sound |= lanes_word_of(within) << i;
    }
    return present & ~sound;
}

static void plain(const double *values, size_t n, double divisor, double *out)
{
    lanes round = lanes_all(DTI__ROUND);
    lanes billion = lanes_all(1e9);
    lanes by = lanes_all(divisor);
    lanes by_billions = lanes_all(divisor * 1e9);
    for (size_t i = 0; i < n; i += DTI__LANES) {
        lanes value = lanes_load(values + i);
        lanes nano = lanes_sub(lanes_add(lanes_mul(value, billion), round), round);
        lanes back = lanes_div(nano, billion);
        /* A value with at most nine decimals is the double nearest to its decimal, so that
         * dividing the whole number of billionths gives it back. */
        lanes_mask is_decimal = lanes_both(lanes_at_least(back, value), lanes_at_most(back, value));
        lanes_store(out + i,
                    lanes_choose(is_decimal, lanes_div(nano, by_billions), lanes_div(value, by)));
    }
}

static void add(double *sums, const double *values, size_t n, double weight)
{
    lanes by = lanes_all(weight);
    for (size_t i = 0; i < n; i += DTI__LANES)
        lanes_store(sums + i,
                    lanes_add(lanes_load(sums + i), lanes_mul(by, lanes_load(values + i))));
}

static uint64_t divide(double *values, const double *bases, size_t n)
{
    lanes least = lanes_all(DTI__LEAST_BASE);
    lanes most_negative = lanes_all(-DTI__LEAST_BASE);
    uint64_t something = 0;
    for (size_t i = 0; i < n; i += DTI__LANES) {
        lanes base = lanes_load(bases + i);
        lanes_mask counts =
            lanes_either(lanes_at_least(base, least), lanes_at_most(base, most_negative));
        something |= lanes_word_of(counts) << i;
        lanes_store(values + i, lanes_div(lanes_load(values + i), base));
    }
    return ~something;
}

static uint64_t beyond(const double *quantities, size_t n)
{
    lanes high = lanes_all(DTI__MOST_QUANTITY);
    lanes low = lanes_all(-DTI__MOST_QUANTITY);
    uint64_t within = 0;
    for (size_t i = 0; i < n; i += DTI__LANES)
        within |= lanes_word_of(is_within(lanes_load(quantities + i), low, high)) << i;
    return ~within;
}

static void total(int64_t *sums, const int64_t *const *parts, size_t part_count, size_t n)
{
    for (size_t i = 0; i < n; i += DTI__LANES) {
        lanes_whole sum = lanes_all_whole(0);
        for (size_t k = 0; k < part_count; k++)
            sum = lanes_add_whole(sum, lanes_load_whole(parts[k] + i));
        lanes_store_whole(sums + i, sum);
    }
}

static uint64_t extent(const double *quantities, size_t n, uint64_t present,
                       const struct dti__limits *limits, double *low, double *high)
{
    lanes least = low_of(limits);
    lanes most = high_of(limits);
    lanes lows = lanes_all(*low);
    lanes highs = lanes_all(*high);
    lanes_mask refused = lanes_mask_of(0);
    for (size_t i = 0; i < n; i += DTI__LANES) {
        /* Adding 0 makes 0 of -0: which of the two is the lower must not depend on the order. */
        lanes quantity = lanes_add(lanes_load(quantities + i), lanes_all(0));
        lanes_mask here = lanes_mask_of(present >> i);
        refused = lanes_either(refused, lanes_without(here, is_within(quantity, least, most)));
        lows = lanes_choose(here, lanes_min(quantity, lows), lows);
        highs = lanes_choose(here, lanes_max(quantity, highs), highs);
    }
    double found[2][DTI__LANES];
    lanes_store(found[0], lows);
    lanes_store(found[1], highs);
    for (int i = 0; i < DTI__LANES; i++) {
        *low = found[0][i] < *low ? found[0][i] : *low;
        *high = found[1][i] > *high ? found[1][i] : *high;
    }
    return lanes_word_of(refused);
}

#if DTI__LANES == 8
#define TABLE   dti__loops_avx512
#define VECTORS DTI_VECTORS_AVX512
#elif DTI__LANES == 4
#define TABLE   dti__loops_avx2
#define VECTORS DTI_VECTORS_AVX2
#else
#define TABLE   dti__loops_plain
#define VECTORS DTI_VECTORS_PLAIN
#endif

const struct dti__loops TABLE = {
    .vectors = VECTORS,
    .line = line,
    .stretch = stretch,
    .scale = scale,
    .inverse = inverse,
    .stairs = stairs,
    .in_state = in_state,
    .ordered = ordered,
    .refused = refused,
    .plain = plain,
    .add = add,
    .divide = divide,
    .beyond = beyond,
    .total = total,
    .extent = extent,
};
