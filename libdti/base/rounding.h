/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Rounding: doubles are computed to nearest, whatever mode the host has set, so that its results
 * are everybody's. */
#ifndef DTI_BASE_ROUNDING_H
#define DTI_BASE_ROUNDING_H

/* Sets round-to-nearest and returns the host's mode, to be given back. */
int dti__rounding_begin(void);
void dti__rounding_end(int mode);

/* Adding 1.5 × 2^52 leaves the nearest whole number of a double of size up to 2^51 in the low bits
 * of the sum, ties to even; the difference of the bits is that number. It vectorises everywhere,
 * which llround() and conversions to 64-bit integers do not. */
#define DTI__ROUND      0x1.8p52
#define DTI__ROUND_BITS INT64_C(0x4338000000000000)

#endif
