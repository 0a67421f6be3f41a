/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Trail: goes through a text from value to value and knows the JSON Pointer of the one where it
 * is. */
#ifndef DTI_JSON_TRAIL_H
#define DTI_JSON_TRAIL_H

#include "json/unescape.h"

#include <dti/base.h>

struct dti__trail {
    struct dti__scan scan;
    struct dti__unescape unescape;
    struct dti__buffer pointer; /* of the value at hand, not terminated */
    size_t depth;
    struct {
        size_t prefix; /* length of its pointer */
        size_t index;  /* of the next item of an array */
        bool is_array;
    } levels[DTI_LIMIT_DEPTH]; /* the open containers */
};

/* The text must have passed dti__json_parse() and outlive the trail. */
void dti__trail_begin(struct dti__trail *trail, const char *text, size_t length);
/* Goes on to the value that begins at the offset, which is not before the last one. False when out
 * of memory, or when no value begins there. */
bool dti__trail_to(struct dti__trail *trail, size_t offset);
void dti__trail_end(struct dti__trail *trail);

#endif
