/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* UTF-8 and NFC: text is checked at the border and brought to one spelling. */
#ifndef DTI_BASE_UTF8_H
#define DTI_BASE_UTF8_H

#include "base/arena.h"

/* True if text[0..length) is UTF-8 (no surrogates, no overlong forms, nothing above U+10FFFF);
 * otherwise *bad is the offset of the first wrong byte. U+0000 is valid here. */
bool dti__utf8_valid(const char *text, size_t length, size_t *bad);

/* Number of code points of valid UTF-8. */
size_t dti__utf8_count(const char *text, size_t length);

/* Writes a code point (not a surrogate, at most U+10FFFF) and returns 1 to 4. */
size_t dti__utf8_put(uint32_t code_point, char out[4]);

/* True if valid UTF-8 is in NFC for certain, as seen at a glance: most Vietnamese text is. */
bool dti__nfc_is_sure(const char *text, size_t length);

/* The NFC form of valid UTF-8, terminated, in the arena; NULL when out of memory. ASCII is copied
 * without a look at the tables. */
char *dti__nfc(struct dti__arena *arena, const char *text, size_t length);

#endif
