/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Which vector instructions the machine has. */
#include "score/loops.h"

#ifdef DTI__HAS_X86_LOOPS
/* Reads the processor (and what the system saves of it) anew: nothing is kept between calls. */
static bool has_avx2(void)
{
    __builtin_cpu_init();
    return __builtin_cpu_supports("avx2");
}

static bool has_avx512(void)
{
    return has_avx2() && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
           __builtin_cpu_supports("avx512vl");
}

const struct dti__loops *dti__loops_for(dti_vectors vectors)
{
    bool is_auto = vectors == DTI_VECTORS_AUTO;
    if ((is_auto || vectors == DTI_VECTORS_AVX512) && has_avx512())
        return &dti__loops_avx512;
    if ((is_auto || vectors == DTI_VECTORS_AVX2) && has_avx2())
        return &dti__loops_avx2;
    return is_auto || vectors == DTI_VECTORS_PLAIN ? &dti__loops_plain : NULL;
}
#else
const struct dti__loops *dti__loops_for(dti_vectors vectors)
{
    bool is_there = vectors == DTI_VECTORS_AUTO || vectors == DTI_VECTORS_PLAIN;
    return is_there ? &dti__loops_plain : NULL;
}
#endif
