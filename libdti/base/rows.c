/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
#include "base/rows.h"

#include "base/wide.h"

static int64_t size_of(int64_t number)
{
    return number < 0 ? -number : number;
}

int64_t dti__common_divisor(int64_t a, int64_t b)
{
    a = size_of(a);
    b = size_of(b);
    while (b != 0) {
        int64_t rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

void dti__row_reduce(int64_t *row, size_t width)
{
    int64_t divisor = 0;
    for (size_t i = 0; i < width; i++)
        divisor = dti__common_divisor(divisor, row[i]);
    for (size_t i = 0; divisor > 1 && i < width; i++)
        row[i] /= divisor;
}

bool dti__row_take_out(int64_t *row, const int64_t *other, size_t column, size_t width)
{
    int64_t divisor = dti__common_divisor(row[column], other[column]);
    int64_t times = other[column] / divisor;
    int64_t less = row[column] / divisor;
    for (size_t i = 0; i < width; i++) {
        int64_t own = 0;
        int64_t taken = 0;
        if (!dti__mul_i64(row[i], times, &own) || !dti__mul_i64(other[i], less, &taken) ||
            !dti__sub_i64(own, taken, &row[i]) || row[i] == INT64_MIN)
            return false;
    }
    dti__row_reduce(row, width);
    return true;
}
