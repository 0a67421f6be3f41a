/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
#include "base/rounding.h"

#include <fenv.h>

int dti__rounding_begin(void)
{
    int mode = fegetround();
    if (mode != FE_TONEAREST) {
        fesetround(FE_TONEAREST);
    }
    return mode;
}

void dti__rounding_end(int mode)
{
    if (mode >= 0 && mode != FE_TONEAREST) {
        fesetround(mode);
    }
}
