/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Spans: what a figure means that is right to its last digit, and spans scaled exactly. */
#include "analyse/figures.h"

#include "base/tens.h"

#include <string.h>

static struct dti__wide product(int64_t a, int64_t b)
{
    struct dti__wide wide = {0, 0};
    dti__wide_add(&wide, a, b);
    return wide;
}

struct dti__span dti__span_of(int64_t amount, int64_t decimals)
{
    int64_t half = dti__half_unit(decimals);
    int64_t open = half > 0 ? 1 : 0;
    return (struct dti__span){amount - half + (amount <= 0 ? open : 0),
                              amount + half - (amount >= 0 ? open : 0)};
}

bool dti__span_printed(int64_t amount, int64_t decimals, int64_t by, int64_t over,
                       struct dti__span *out)
{
    int64_t half = dti__half_unit(decimals);
    struct dti__span scaled;
    if (by <= 0 || over <= 0)
        return false;
    if (half == 0)
        return dti__span_scale((struct dti__span){amount, amount}, by, over, out);
    bool low_is_open = amount <= 0;
    bool high_is_open = amount >= 0;
    if (!(low_is_open ? dti__wide_floor : dti__wide_ceiling)(product(amount - half, by), over,
                                                             &scaled.low) ||
        !(high_is_open ? dti__wide_ceiling : dti__wide_floor)(product(amount + half, by), over,
                                                              &scaled.high))
        return false;
    scaled.low += low_is_open;
    scaled.high -= high_is_open;
    *out = scaled;
    return true;
}

bool dti__span_stated(const char *text, int64_t amount, int64_t decimals, int64_t by, int64_t over,
                      struct dti__span *out)
{
    bool is_nothing = amount == 0 && decimals > 0 && text[strcspn(text, ".,")] == '\0';
    return dti__span_printed(amount, is_nothing ? 9 : decimals, by, over, out);
}

struct dti__span dti__span_of_difference(int64_t amount, int64_t decimals)
{
    int64_t unit = 2 * dti__half_unit(decimals);
    return (struct dti__span){amount - unit, amount + unit};
}

bool dti__span_scale(struct dti__span span, int64_t by, int64_t over, struct dti__span *out)
{
    if (over == 0 || over == INT64_MIN || by == INT64_MIN)
        return false;
    if (over < 0) {
        by = -by;
        over = -over;
    }
    bool is_turned = by < 0;
    struct dti__span scaled;
    if (!dti__wide_floor(product(is_turned ? span.high : span.low, by), over, &scaled.low) ||
        !dti__wide_ceiling(product(is_turned ? span.low : span.high, by), over, &scaled.high))
        return false;
    *out = scaled;
    return true;
}
