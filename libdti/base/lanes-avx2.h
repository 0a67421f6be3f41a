/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Four lanes: AVX2. Meanings as in lanes-plain.h. */
#ifndef DTI_BASE_LANES_AVX2_H
#define DTI_BASE_LANES_AVX2_H

#include "base/rounding.h"

#include <immintrin.h>
#include <stdint.h>

#define DTI__LANES 4

typedef __m256d lanes;
typedef __m256i lanes_whole;
typedef __m256i lanes_mask; /* all bits of a lane */

static inline lanes lanes_load(const double *from)
{
    return _mm256_loadu_pd(from);
}

static inline void lanes_store(double *to, lanes a)
{
    _mm256_storeu_pd(to, a);
}

static inline lanes lanes_all(double number)
{
    return _mm256_set1_pd(number);
}

static inline lanes lanes_add(lanes a, lanes b)
{
    return _mm256_add_pd(a, b);
}

static inline lanes lanes_sub(lanes a, lanes b)
{
    return _mm256_sub_pd(a, b);
}

static inline lanes lanes_mul(lanes a, lanes b)
{
    return _mm256_mul_pd(a, b);
}

static inline lanes lanes_div(lanes a, lanes b)
{
    return _mm256_div_pd(a, b);
}

static inline lanes lanes_max(lanes a, lanes b)
{
    return _mm256_max_pd(a, b);
}

static inline lanes lanes_min(lanes a, lanes b)
{
    return _mm256_min_pd(a, b);
}

static inline lanes_mask lanes_at_least(lanes a, lanes b)
{
    return _mm256_castpd_si256(_mm256_cmp_pd(a, b, _CMP_GE_OQ));
}

static inline lanes_mask lanes_at_most(lanes a, lanes b)
{
    return _mm256_castpd_si256(_mm256_cmp_pd(a, b, _CMP_LE_OQ));
}

static inline lanes lanes_choose(lanes_mask mask, lanes yes, lanes no)
{
    return _mm256_blendv_pd(no, yes, _mm256_castsi256_pd(mask));
}

static inline lanes_mask lanes_both(lanes_mask a, lanes_mask b)
{
    return _mm256_and_si256(a, b);
}

static inline lanes_mask lanes_either(lanes_mask a, lanes_mask b)
{
    return _mm256_or_si256(a, b);
}

static inline lanes_mask lanes_without(lanes_mask a, lanes_mask b)
{
    return _mm256_andnot_si256(b, a);
}

static inline lanes_mask lanes_mask_of(uint64_t word)
{
    const __m256i bits = _mm256_set_epi64x(8, 4, 2, 1);
    return _mm256_cmpeq_epi64(_mm256_and_si256(_mm256_set1_epi64x((int64_t)word), bits), bits);
}

static inline uint64_t lanes_word_of(lanes_mask mask)
{
    return (unsigned)_mm256_movemask_pd(_mm256_castsi256_pd(mask));
}

static inline lanes_whole lanes_load_whole(const int64_t *from)
{
    return _mm256_loadu_si256((const void *)from);
}

static inline void lanes_store_whole(int64_t *to, lanes_whole a)
{
    _mm256_storeu_si256((void *)to, a);
}

static inline lanes_whole lanes_all_whole(int64_t number)
{
    return _mm256_set1_epi64x(number);
}

static inline lanes_whole lanes_add_whole(lanes_whole a, lanes_whole b)
{
    return _mm256_add_epi64(a, b);
}

static inline lanes_whole lanes_choose_whole(lanes_mask mask, lanes_whole yes, lanes_whole no)
{
    return _mm256_blendv_epi8(no, yes, mask);
}

static inline lanes_whole lanes_low_bits(lanes a)
{
    return _mm256_sub_epi64(_mm256_castpd_si256(a), _mm256_set1_epi64x(DTI__ROUND_BITS));
}

static inline uint64_t lanes_bytes_equal(const uint8_t *bytes, uint8_t byte)
{
    const __m256i all = _mm256_set1_epi8((char)byte);
    __m256i low = _mm256_loadu_si256((const void *)bytes);
    __m256i high = _mm256_loadu_si256((const void *)(bytes + 32));
    uint32_t first = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(low, all));
    uint32_t second = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(high, all));
    return first | (uint64_t)second << 32;
}

#endif
