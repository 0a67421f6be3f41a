/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Finding the built-in crosswalk between two frameworks. */
#ifndef DTI_IO_CROSSWALK_FIND_H
#define DTI_IO_CROSSWALK_FIND_H

#include <dti/crosswalk.h>

/* DTI_OK, and *out is the caller's; DTI_E_NOT_FOUND; DTI_E_NOMEM. */
dti_status dti__crosswalk_find(const dti_framework *from, const dti_framework *to,
                               const dti_allocator *allocator, dti_crosswalk **out);

#endif
