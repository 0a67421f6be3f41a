/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* JSON Pointer (RFC 6901): writing its tokens, each with its slash. */
#ifndef DTI_JSON_POINTER_H
#define DTI_JSON_POINTER_H

#include "base/buffer.h"

void dti__pointer_put_key(struct dti__buffer *out, const char *key);
void dti__pointer_put_index(struct dti__buffer *out, size_t index);

#endif
