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

#include "base/rounding.h"

#if defined(__AVX512F__) && defined(__AVX512DQ__) && defined(__AVX512VL__)
#include "base/lanes-avx512.h"
#elif defined(__AVX2__)
#include "base/lanes-avx2.h"
#else
#include "base/lanes-plain.h"
#endif

#endif
