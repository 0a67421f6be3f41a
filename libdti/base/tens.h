/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Powers of ten, and what a figure that is printed with so many decimals may be off by. */
#ifndef DTI_BASE_TENS_H
#define DTI_BASE_TENS_H

#include <stdint.h>

/* 10^exponent; the largest that fits is 10^18. 1 for exponents below 0. */
int64_t dti__power_of_ten(int exponent);

/* Half of the last of so many decimals, in 10^-9; 0 for nine and more, which are exact. */
int64_t dti__half_unit(int64_t decimals);

#endif
