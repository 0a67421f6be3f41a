/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
#include "diag/options.h"

dti_status dti__options_read(const void *given, void *out, size_t size, const char *name,
                             dti_error **error)
{
    int fault = given ? dti__options_take(given, out, size, size) : 0;
    if (fault == 0)
        return DTI_OK;
    return dti__fail(error, fault == 1 ? DTI__MSG_OPTIONS_SIZE : DTI__MSG_OPTIONS_VERSION,
                     DTI__ARGS(DTI__TEXT(name)));
}

dti_status dti__options_allocator(const dti_allocator *given, dti_allocator *out, dti_error **error)
{
    if (dti__allocator_take(given, out))
        return DTI_OK;
    return dti__fail(error, DTI__MSG_OPTIONS_SIZE, DTI__ARGS(DTI__TEXT("dti_allocator")));
}
