/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
#include "base/tens.h"

#define EXACT_DECIMALS 9

int64_t dti__power_of_ten(int exponent)
{
    int64_t power = 1;
    for (; exponent > 0; exponent--) {
        power *= 10;
    }
    return power;
}

int64_t dti__half_unit(int64_t decimals)
{
    return decimals < EXACT_DECIMALS ? dti__power_of_ten(EXACT_DECIMALS - (int)decimals) / 2 : 0;
}
