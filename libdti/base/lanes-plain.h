/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* One lane: what the operations mean, in C for every machine. */
#ifndef DTI_BASE_LANES_PLAIN_H
#define DTI_BASE_LANES_PLAIN_H

#include "base/rounding.h"

#include <stdint.h>
#include <string.h>

#define DTI__LANES 1

typedef double lanes;        /* numbers */
typedef int64_t lanes_whole; /* whole numbers */
typedef unsigned lanes_mask; /* 1: yes */

static inline lanes lanes_load(const double *from)
{
    return *from;
}

static inline void lanes_store(double *to, lanes a)
{
    *to = a;
}

static inline lanes lanes_all(double number)
{
    return number;
}

static inline lanes lanes_add(lanes a, lanes b)
{
    return a + b;
}

static inline lanes lanes_sub(lanes a, lanes b)
{
    return a - b;
}

static inline lanes lanes_mul(lanes a, lanes b)
{
    return a * b;
}

static inline lanes lanes_div(lanes a, lanes b)
{
    return a / b;
}

/* The larger, and b where they are equal or a is no number; likewise the smaller. */
static inline lanes lanes_max(lanes a, lanes b)
{
    return a > b ? a : b;
}

static inline lanes lanes_min(lanes a, lanes b)
{
    return a < b ? a : b;
}

static inline lanes_mask lanes_at_least(lanes a, lanes b)
{
    return a >= b;
}

static inline lanes_mask lanes_at_most(lanes a, lanes b)
{
    return a <= b;
}

static inline lanes lanes_choose(lanes_mask mask, lanes yes, lanes no)
{
    return mask ? yes : no;
}

static inline lanes_mask lanes_both(lanes_mask a, lanes_mask b)
{
    return a & b;
}

static inline lanes_mask lanes_either(lanes_mask a, lanes_mask b)
{
    return a | b;
}

/* a and not b. */
static inline lanes_mask lanes_without(lanes_mask a, lanes_mask b)
{
    return a & ~b & 1;
}

/* The low bits of a word as a mask, the first lane first, and back. */
static inline lanes_mask lanes_mask_of(uint64_t word)
{
    return (unsigned)(word & 1);
}

static inline uint64_t lanes_word_of(lanes_mask mask)
{
    return mask;
}

static inline lanes_whole lanes_load_whole(const int64_t *from)
{
    return *from;
}

static inline void lanes_store_whole(int64_t *to, lanes_whole a)
{
    *to = a;
}

static inline lanes_whole lanes_all_whole(int64_t number)
{
    return number;
}

static inline lanes_whole lanes_add_whole(lanes_whole a, lanes_whole b)
{
    return (int64_t)((uint64_t)a + (uint64_t)b);
}

static inline lanes_whole lanes_choose_whole(lanes_mask mask, lanes_whole yes, lanes_whole no)
{
    return mask ? yes : no;
}

/* The nearest whole numbers of a − 1.5 × 2^52, see rounding.h. */
static inline lanes_whole lanes_low_bits(lanes a)
{
    int64_t bits;
    memcpy(&bits, &a, sizeof bits);
    return (int64_t)((uint64_t)bits - (uint64_t)DTI__ROUND_BITS);
}

/* Which of 64 bytes are equal to one, a bit for each: eight at a time, the first the lowest. */
static inline uint64_t lanes_bytes_equal(const uint8_t *bytes, uint8_t byte)
{
    const uint64_t ones = UINT64_C(0x0101010101010101);
    uint64_t found = 0;
    for (unsigned i = 0; i < 8; i++) {
        uint64_t word = 0;
        for (unsigned k = 0; k < 8; k++)
            word |= (uint64_t)bytes[8 * i + k] << 8 * k;
        uint64_t other = word ^ byte * ones;
        uint64_t differs = ((other & 0x7f * ones) + 0x7f * ones) | other;
        found |= ((~differs >> 7 & ones) * UINT64_C(0x0102040810204080)) >> 56 << 8 * i;
    }
    return found;
}

#endif
