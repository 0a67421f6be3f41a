/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Unescape: the text that a string token stands for, in NFC. */
#ifndef DTI_JSON_UNESCAPE_H
#define DTI_JSON_UNESCAPE_H

#include "base/arena.h"
#include "base/buffer.h"
#include "json/scan.h"

/* Reads the escape at text[0], which is a backslash: its length, or 0 if it is none. A pair of
 * surrogates is one escape; a code point that is a surrogate is a half without its partner. */
size_t dti__escape_read(const char *text, size_t length, uint32_t *code_point);

/* Memory of one text at a time. */
struct dti__unescape {
    struct dti__buffer plain;
    struct dti__arena composed;
};

void dti__unescape_init(struct dti__unescape *unescape);
/* The text of the string token (or key) that the scanner has just passed: terminated, valid until
 * the next call. NULL when out of memory. */
const char *dti__unescape_token(struct dti__unescape *unescape, const struct dti__scan *scan);
void dti__unescape_release(struct dti__unescape *unescape);

#endif
