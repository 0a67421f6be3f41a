/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Scalars: strings, numbers and literals as RFC 8785 writes them, in either style. */
#ifndef DTI_JSON_SCALAR_H
#define DTI_JSON_SCALAR_H

#include "base/buffer.h"

#include <cjson/cJSON.h>

/* In quotation marks, with the fewest escapes. */
void dti__json_put_string(struct dti__buffer *out, const char *text);
/* A value that is neither an object nor an array. */
void dti__json_put_scalar(struct dti__buffer *out, const cJSON *value);

bool dti__json_is_container(const cJSON *value);
bool dti__json_is_object(const cJSON *value);

#endif
