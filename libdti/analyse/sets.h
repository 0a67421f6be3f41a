/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Sets of small numbers, one bit each, all of so many words. */
#ifndef DTI_ANALYSE_SETS_H
#define DTI_ANALYSE_SETS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

static inline size_t dti__set_words(size_t members)
{
    return members / 64 + 1;
}

static inline bool dti__set_has(const uint64_t *set, size_t member)
{
    return (set[member / 64] >> member % 64 & 1) != 0;
}

static inline void dti__set_add(uint64_t *set, size_t member)
{
    set[member / 64] |= (uint64_t)1 << member % 64;
}

static inline void dti__set_remove(uint64_t *set, size_t member)
{
    set[member / 64] &= ~((uint64_t)1 << member % 64);
}

static inline void dti__set_clear(uint64_t *set, size_t words)
{
    memset(set, 0, words * sizeof *set);
}

static inline void dti__set_copy(uint64_t *set, const uint64_t *other, size_t words)
{
    memcpy(set, other, words * sizeof *set);
}

static inline void dti__set_unite(uint64_t *set, const uint64_t *other, size_t words)
{
    for (size_t i = 0; i < words; i++)
        set[i] |= other[i];
}

static inline void dti__set_intersect(uint64_t *set, const uint64_t *other, size_t words)
{
    for (size_t i = 0; i < words; i++)
        set[i] &= other[i];
}

static inline bool dti__set_meets(const uint64_t *a, const uint64_t *b, size_t words)
{
    for (size_t i = 0; i < words; i++)
        if ((a[i] & b[i]) != 0)
            return true;
    return false;
}

static inline bool dti__set_is_within(const uint64_t *part, const uint64_t *whole, size_t words)
{
    for (size_t i = 0; i < words; i++)
        if ((part[i] & ~whole[i]) != 0)
            return false;
    return true;
}

static inline size_t dti__set_count(const uint64_t *set, size_t words)
{
    size_t count = 0;
    for (size_t i = 0; i < words; i++)
        for (uint64_t rest = set[i]; rest != 0; rest &= rest - 1)
            count++;
    return count;
}

#endif
