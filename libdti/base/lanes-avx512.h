/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Eight lanes: AVX-512. Meanings as in lanes-plain.h. */
#ifndef DTI_BASE_LANES_AVX512_H
#define DTI_BASE_LANES_AVX512_H

#include "base/rounding.h"

#include <immintrin.h>
#include <stdint.h>

#define DTI__LANES 8

typedef __m512d lanes;
typedef __m512i lanes_whole;
typedef __mmask8 lanes_mask;

static inline lanes lanes_load(const double *from)
{
    return _mm512_loadu_pd(from);
}

static inline void lanes_store(double *to, lanes a)
{
    _mm512_storeu_pd(to, a);
}

static inline lanes lanes_all(double number)
{
    return _mm512_set1_pd(number);
}

static inline lanes lanes_add(lanes a, lanes b)
{
    return _mm512_add_pd(a, b);
}

static inline lanes lanes_sub(lanes a, lanes b)
{
    return _mm512_sub_pd(a, b);
}

static inline lanes lanes_mul(lanes a, lanes b)
{
    return _mm512_mul_pd(a, b);
}

static inline lanes lanes_div(lanes a, lanes b)
{
    return _mm512_div_pd(a, b);
}

static inline lanes lanes_max(lanes a, lanes b)
{
    return _mm512_max_pd(a, b);
}

static inline lanes lanes_min(lanes a, lanes b)
{
    return _mm512_min_pd(a, b);
}

static inline lanes_mask lanes_at_least(lanes a, lanes b)
{
    return _mm512_cmp_pd_mask(a, b, _CMP_GE_OQ);
}

static inline lanes_mask lanes_at_most(lanes a, lanes b)
{
    return _mm512_cmp_pd_mask(a, b, _CMP_LE_OQ);
}

static inline lanes lanes_choose(lanes_mask mask, lanes yes, lanes no)
{
    return _mm512_mask_mov_pd(no, mask, yes);
}

static inline lanes_mask lanes_both(lanes_mask a, lanes_mask b)
{
    return (lanes_mask)(a & b);
}

static inline lanes_mask lanes_either(lanes_mask a, lanes_mask b)
{
    return (lanes_mask)(a | b);
}

static inline lanes_mask lanes_without(lanes_mask a, lanes_mask b)
{
    return (lanes_mask)(a & ~b);
}

static inline lanes_mask lanes_mask_of(uint64_t word)
{
    return (lanes_mask)word;
}

static inline uint64_t lanes_word_of(lanes_mask mask)
{
    return mask;
}

static inline lanes_whole lanes_load_whole(const int64_t *from)
{
    return _mm512_loadu_si512(from);
}

static inline void lanes_store_whole(int64_t *to, lanes_whole a)
{
    _mm512_storeu_si512(to, a);
}

static inline lanes_whole lanes_all_whole(int64_t number)
{
    return _mm512_set1_epi64(number);
}

static inline lanes_whole lanes_add_whole(lanes_whole a, lanes_whole b)
{
    return _mm512_add_epi64(a, b);
}

static inline lanes_whole lanes_choose_whole(lanes_mask mask, lanes_whole yes, lanes_whole no)
{
    return _mm512_mask_mov_epi64(no, mask, yes);
}

static inline lanes_whole lanes_low_bits(lanes a)
{
    return _mm512_sub_epi64(_mm512_castpd_si512(a), _mm512_set1_epi64(DTI__ROUND_BITS));
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
