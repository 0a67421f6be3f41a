/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Buffer: text that grows; a failed append is remembered, so that only the end has to be checked.
 */
#ifndef DTI_BASE_BUFFER_H
#define DTI_BASE_BUFFER_H

#include "base/mem.h"

struct dti__buffer {
    dti_allocator allocator;
    char *data; /* not terminated; NULL while empty */
    size_t length;
    size_t capacity;
    bool failed; /* out of memory happened: the content is not to be used */
};

void dti__buffer_init(struct dti__buffer *buffer, const dti_allocator *allocator);
void dti__buffer_put(struct dti__buffer *buffer, const char *bytes, size_t length);
void dti__buffer_put_text(struct dti__buffer *buffer, const char *text);
void dti__buffer_put_char(struct dti__buffer *buffer, char c);
void dti__buffer_release(struct dti__buffer *buffer);
/* Turns the content into an owned dti_text and leaves the buffer empty; NULL when out of memory
 * (now or earlier). */
dti_text *dti__buffer_take_text(struct dti__buffer *buffer);

#endif
