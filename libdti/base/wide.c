/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Wide: integer arithmetic that tells when it would overflow, by builtins or in plain C. */
#include "base/wide.h"

/* DTI__WIDE_PLAIN selects the plain C on every compiler, so that it can be tested where it is not
 * needed. */
#if defined(__SIZEOF_INT128__) && !defined(DTI__WIDE_PLAIN)
#define HAVE_WIDE 1
__extension__ typedef unsigned __int128 wide;
__extension__ typedef __int128 signed_wide;
#else
#define HAVE_WIDE 0
#endif

#if HAVE_WIDE

bool dti__add_size(size_t a, size_t b, size_t *out)
{
    size_t sum;
    if (__builtin_add_overflow(a, b, &sum)) {
        return false;
    }
    *out = sum;
    return true;
}

bool dti__mul_size(size_t a, size_t b, size_t *out)
{
    size_t product;
    if (__builtin_mul_overflow(a, b, &product)) {
        return false;
    }
    *out = product;
    return true;
}

bool dti__add_i64(int64_t a, int64_t b, int64_t *out)
{
    int64_t sum;
    if (__builtin_add_overflow(a, b, &sum)) {
        return false;
    }
    *out = sum;
    return true;
}

bool dti__sub_i64(int64_t a, int64_t b, int64_t *out)
{
    int64_t difference;
    if (__builtin_sub_overflow(a, b, &difference)) {
        return false;
    }
    *out = difference;
    return true;
}

bool dti__mul_i64(int64_t a, int64_t b, int64_t *out)
{
    int64_t product;
    if (__builtin_mul_overflow(a, b, &product)) {
        return false;
    }
    *out = product;
    return true;
}

#else

bool dti__add_size(size_t a, size_t b, size_t *out)
{
    if (a > SIZE_MAX - b) {
        return false;
    }
    *out = a + b;
    return true;
}

bool dti__mul_size(size_t a, size_t b, size_t *out)
{
    if (b != 0 && a > SIZE_MAX / b) {
        return false;
    }
    *out = a * b;
    return true;
}

bool dti__add_i64(int64_t a, int64_t b, int64_t *out)
{
    if (b > 0 ? a > INT64_MAX - b : a < INT64_MIN - b) {
        return false;
    }
    *out = a + b;
    return true;
}

bool dti__sub_i64(int64_t a, int64_t b, int64_t *out)
{
    if (b > 0 ? a < INT64_MIN + b : a > INT64_MAX + b) {
        return false;
    }
    *out = a - b;
    return true;
}

bool dti__mul_i64(int64_t a, int64_t b, int64_t *out)
{
    bool fits = true;
    if (a > 0) {
        fits = b > 0 ? a <= INT64_MAX / b : b >= INT64_MIN / a;
    } else if (a < 0) {
        fits = b > 0 ? a >= INT64_MIN / b : b >= INT64_MAX / a;
    }
    if (fits) {
        *out = a * b;
    }
    return fits;
}

#endif

/* The absolute value; well defined for INT64_MIN too. */
static uint64_t magnitude(int64_t value)
{
    return value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
}

/* a × b over 128 bits. */
static struct dti__wide multiply(uint64_t a, uint64_t b)
{
#if HAVE_WIDE
    const wide product = (wide)a * b;
    return (struct dti__wide){(uint64_t)(product >> 64), (uint64_t)product};
#else
    /* From four products of halves. */
    const uint64_t half = UINT64_C(0xffffffff);
    const uint64_t low_low = (a & half) * (b & half);
    const uint64_t high_low = (a >> 32) * (b & half);
    const uint64_t low_high = (a & half) * (b >> 32);
    const uint64_t middle = (low_low >> 32) + (high_low & half) + low_high;
    return (struct dti__wide){(a >> 32) * (b >> 32) + (high_low >> 32) + (middle >> 32),
                              (middle << 32) | (low_low & half)};
#endif
}

/* A magnitude over c in whole numbers, c not 0. False if the quotient needs more than 64 bits. */
static bool divide(struct dti__wide value, uint64_t c, uint64_t *quotient, uint64_t *rest)
{
    if (value.high >= c) {
        return false;
    }
#if HAVE_WIDE
    const wide whole = (wide)value.high << 64 | value.low;
    *quotient = (uint64_t)(whole / c);
    *rest = (uint64_t)(whole % c);
#else
    /* Long division, one bit at a time; `high` is the rest so far and below c. */
    uint64_t high = value.high;
    uint64_t low = value.low;
    for (int bit = 0; bit < 64; bit++) {
        const bool carry = (high >> 63) != 0;
        high = (high << 1) | (low >> 63);
        low <<= 1;
        if (carry || high >= c) {
            high -= c;
            low |= 1;
        }
    }
    *quotient = low;
    *rest = high;
#endif
    return true;
}

/* ± a magnitude ÷ c, rounded once. */
static bool round_quotient(struct dti__wide value, uint64_t c, bool is_negative,
                           enum dti__rounding rounding, int64_t *out)
{
    uint64_t quotient;
    uint64_t rest;
    if (c == 0 || !divide(value, c, &quotient, &rest)) {
        return false;
    }
    const uint64_t gap = c - rest; /* to the next whole number */
    const bool is_tie = rest == gap;
    const bool tie_goes_up = rounding == DTI__ROUND_HALF_UP || (quotient & 1) != 0;
    if (rest > gap || (is_tie && tie_goes_up)) {
        if (quotient == UINT64_MAX) {
            return false;
        }
        quotient++;
    }
    if (!is_negative && quotient <= INT64_MAX) {
        *out = (int64_t)quotient;
        return true;
    }
    if (is_negative && quotient <= magnitude(INT64_MIN)) {
        *out = quotient == 0 ? 0 : -(int64_t)(quotient - 1) - 1;
        return true;
    }
    return false;
}

bool dti__muldiv(int64_t a, int64_t b, int64_t c, enum dti__rounding rounding, int64_t *out)
{
    const bool is_negative = ((a < 0) != (b < 0)) != (c < 0);
    return round_quotient(multiply(magnitude(a), magnitude(b)), magnitude(c), is_negative, rounding,
                          out);
}

struct dti__wide dti__wide_negated(struct dti__wide value)
{
    const uint64_t low = 0 - value.low;
    return (struct dti__wide){~value.high + (low == 0), low};
}

void dti__wide_add(struct dti__wide *sum, int64_t a, int64_t b)
{
    struct dti__wide product = multiply(magnitude(a), magnitude(b));
    if ((a < 0) != (b < 0)) {
        product = dti__wide_negated(product);
    }
    sum->low += product.low;
    sum->high += product.high + (sum->low < product.low);
}

bool dti__wide_divide(struct dti__wide value, int64_t c, enum dti__rounding rounding, int64_t *out)
{
    const bool is_below = value.high >> 63 != 0;
    return round_quotient(is_below ? dti__wide_negated(value) : value, magnitude(c),
                          is_below != (c < 0), rounding, out);
}

bool dti__wide_sum(struct dti__wide *sum, int64_t a, int64_t b)
{
#if HAVE_WIDE
    signed_wide next;
    if (__builtin_add_overflow((signed_wide)((wide)sum->high << 64 | sum->low), (signed_wide)a * b,
                               &next)) {
        return false;
    }
    *sum = (struct dti__wide){(uint64_t)((wide)next >> 64), (uint64_t)next};
    return true;
#else
    struct dti__wide next = *sum;
    const bool product_is_below = a != 0 && b != 0 && (a < 0) != (b < 0);
    dti__wide_add(&next, a, b);
    const bool was_below = sum->high >> 63 != 0;
    const bool is_below = next.high >> 63 != 0;
    if (was_below == product_is_below && is_below != was_below) {
        return false;
    }
    *sum = next;
    return true;
#endif
}

int dti__wide_sign(struct dti__wide value)
{
    if (value.high >> 63 != 0) {
        return -1;
    }
    return (value.high | value.low) != 0;
}

/* value × factor over 192 bits, the high part apart. */
static struct dti__wide times(struct dti__wide value, uint64_t factor, uint64_t *lowest)
{
    const struct dti__wide low = multiply(value.low, factor);
    struct dti__wide high = multiply(value.high, factor);
    high.low += low.high;
    high.high += high.low < low.high;
    *lowest = low.low;
    return high;
}

bool dti__wide_is_below(struct dti__wide a, int64_t b, struct dti__wide c, int64_t d)
{
    uint64_t left_low;
    uint64_t right_low;
    const struct dti__wide left = times(a, (uint64_t)d, &left_low);
    const struct dti__wide right = times(c, (uint64_t)b, &right_low);
    if (left.high != right.high) {
        return left.high < right.high;
    }
    return left.low != right.low ? left.low < right.low : left_low < right_low;
}

/* The whole number beside value ÷ c that lies above or below it. */
static bool enclose(struct dti__wide value, uint64_t c, bool from_above, int64_t *out)
{
    uint64_t quotient;
    uint64_t rest;
    const bool is_below = value.high >> 63 != 0;
    if (!divide(is_below ? dti__wide_negated(value) : value, c, &quotient, &rest)) {
        return false;
    }
    const uint64_t most = is_below ? magnitude(INT64_MIN) : (uint64_t)INT64_MAX;
    const bool is_farther = rest != 0 && is_below != from_above;
    if (quotient > most || (is_farther && quotient == most)) {
        return false;
    }
    quotient += is_farther;
    *out = is_below && quotient != 0 ? -(int64_t)(quotient - 1) - 1 : (int64_t)quotient;
    return true;
}

bool dti__wide_floor(struct dti__wide value, int64_t c, int64_t *out)
{
    return enclose(value, (uint64_t)c, false, out);
}

bool dti__wide_ceiling(struct dti__wide value, int64_t c, int64_t *out)
{
    return enclose(value, (uint64_t)c, true, out);
}
