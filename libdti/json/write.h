/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Writing trees: canonical (RFC 8785) for digests, pretty for people. Own number writer; cJSON
 * prints nothing. */
#ifndef DTI_JSON_WRITE_H
#define DTI_JSON_WRITE_H

#include "base/buffer.h"

#include <cjson/cJSON.h>

enum dti__json_style {
    DTI__JSON_CANONICAL, /* RFC 8785: keys by UTF-16 code units, no white space, ECMAScript numbers
                          */
    DTI__JSON_PRETTY, /* keys in tree order, two spaces; objects and arrays without nested ones on
                         one line if it fits 100 columns; ends with a newline */
};

/* Out of memory is remembered in the buffer. */
void dti__json_write(const cJSON *tree, enum dti__json_style style, struct dti__buffer *out);

/* Which members of the top object (and x- keys at any depth) are left out of a digest. skip:
 * NULL-terminated list of top-level keys, may be NULL. False when out of memory. */
bool dti__json_digest(const cJSON *tree, const char *const *skip, char out[72]);

#endif
