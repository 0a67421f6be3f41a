/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Canonical: the one text of a tree (RFC 8785), whole or piece by piece into a hash. */
#ifndef DTI_JSON_CANONICAL_H
#define DTI_JSON_CANONICAL_H

#include "base/buffer.h"
#include "base/sha256.h"

#include <cjson/cJSON.h>

struct dti__canonical {
    struct dti__buffer *out; /* out of memory is remembered here */
    /* Not NULL: takes the text out of the buffer piece by piece; keys that begin with x- are left
     * out. */
    struct dti__sha256 *hash;
    /* Further keys of the top object to be left out, NULL-terminated; may be NULL. */
    const char *const *skip;
};

void dti__canonical_write(const struct dti__canonical *canonical, const cJSON *tree);

#endif
