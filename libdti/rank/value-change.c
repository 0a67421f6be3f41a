/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The difference of two quotients, exact until it is rounded once. */
#include "base/wide.h"
#include "rank/comparison.h"

#define UNIT INT64_C(1000000000)

/* amount × 10⁹ ÷ whole as whole + rest ÷ max, 0 <= rest < max. */
static int64_t split(int64_t amount, int64_t max, int64_t *rest)
{
    struct dti__wide left = {0, 0};
    int64_t whole = 0;
    (void)dti__muldiv(amount, UNIT, max, DTI__ROUND_HALF_EVEN, &whole);
    dti__wide_add(&left, amount, UNIT);
    dti__wide_add(&left, -whole, max); /* within half of max on either side */
    int64_t part = (int64_t)left.low;
    if (part < 0) {
        part += max;
        whole--;
    }
    *rest = part;
    return whole;
}

static int sign(struct dti__wide value)
{
    if (value.high >> 63 != 0)
        return -1;
    return (value.high | value.low) != 0;
}

/* twice × (a ÷ a_max − b ÷ b_max) + minus, by its sign. */
static int side_of(int64_t a, int64_t a_max, int64_t b, int64_t b_max, int64_t minus)
{
    struct dti__wide sum = {0, 0};
    dti__wide_add(&sum, a, b_max);
    dti__wide_add(&sum, a, b_max);
    dti__wide_add(&sum, -b, a_max);
    dti__wide_add(&sum, -b, a_max);
    dti__wide_add(&sum, minus * a_max, b_max);
    return sign(sum);
}

int64_t dti__value_change(int64_t before, int64_t before_max, int64_t after, int64_t after_max)
{
    int64_t before_rest = 0;
    int64_t after_rest = 0;
    int64_t whole = split(after, after_max, &after_rest) - split(before, before_max, &before_rest);
    /* The rests differ by less than 1: up from +1/2, down from −1/2, and ties to even. */
    int above = side_of(after_rest, after_max, before_rest, before_max, -1);
    int below = side_of(after_rest, after_max, before_rest, before_max, 1);
    if (above > 0 || (above == 0 && whole % 2 != 0))
        whole++;
    else if (below < 0 || (below == 0 && whole % 2 != 0))
        whole--;
    return whole;
}
