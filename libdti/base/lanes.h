/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Lanes: as many values at a time as the instructions of a build take; every operation gives each
 * lane the bits that plain C gives a single value.
 *
 * A file that includes this is compiled once per set of instructions (score/meson.build); with
 * neither AVX-512 nor AVX2 asked for there is one lane. Only operations that IEEE 754 rounds
 * correctly are here, and none that fuses two of them. */
#ifndef DTI_BASE_LANES_H
#define DTI_BASE_LANES_H

#if defined(__AVX512F__) && defined(__AVX512DQ__) && defined(__AVX512VL__)
#include "base/lanes-avx512.h"
#elif defined(__AVX2__)
#include "base/lanes-avx2.h"
#else
#include "base/lanes-plain.h"
#endif

/* Adding 1.5 × 2^52 leaves the nearest whole number of a double of size up to 2^51 in the low bits
 * of the sum, ties to even; the difference of the bits is that number. It vectorises everywhere,
 * which llround() and conversions to 64-bit integers do not. */
#define DTI__ROUND      0x1.8p52
#define DTI__ROUND_BITS INT64_C(0x4338000000000000)

#endif
