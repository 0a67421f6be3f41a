/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Shortest: the fewest decimal digits that tell a double from all others. */
#ifndef DTI_BASE_SHORTEST_H
#define DTI_BASE_SHORTEST_H

#include <stdint.h>

/* A number without its sign: digits × 10^exponent. No trailing zeros; zero is 0 × 10^0. */
struct dti__decimal {
    uint64_t digits;
    int count; /* of digits, at least 1 */
    int exponent;
};

struct dti__decimal dti__decimal_make(uint64_t digits, int exponent);

/* The shortest digits of a finite double that read back as the same, the nearest of those. */
struct dti__decimal dti__decimal_shortest(double value);

#endif
