/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Texts that a caller gives, as documents would have them. */
#ifndef DTI_DIAG_GIVEN_H
#define DTI_DIAG_GIVEN_H

#include "base/arena.h"
#include "diag/finding.h"

/* Copies a text into the arena, in NFC; NULL is no text and changes nothing. Refused are the empty
 * text, which the error calls by `name`, one that is too long, and bytes that are not UTF-8. */
dti_status dti__given_text(struct dti__arena *arena, const char *text, const char *name,
                           const char **copy, dti_error **error);

#endif
