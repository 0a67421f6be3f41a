/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Rounding: doubles are computed to nearest, whatever mode the host has set, so that its results
 * are everybody's. */
#ifndef DTI_BASE_ROUNDING_H
#define DTI_BASE_ROUNDING_H

/* Sets round-to-nearest and returns the host's mode, to be given back. */
int dti__rounding_begin(void);
void dti__rounding_end(int mode);

#endif
