/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Options of public calls: taken in one way, refused with one wording. */
#ifndef DTI_DIAG_OPTIONS_H
#define DTI_DIAG_OPTIONS_H

#include "base/mem.h"
#include "diag/finding.h"

/* Copies what the caller gave (NULL: nothing) over the defaults in *out, an option struct of `size`
 * bytes called `name`. DTI_E_ARG for a size that cannot be, DTI_E_VERSION if something unknown is
 * asked for. */
dti_status dti__options_read(const void *given, void *out, size_t size, const char *name,
                             dti_error **error);
/* The caller's allocator, or malloc() for NULL. DTI_E_ARG if it cannot be used. */
dti_status dti__options_allocator(const dti_allocator *given, dti_allocator *out,
                                  dti_error **error);

#endif
