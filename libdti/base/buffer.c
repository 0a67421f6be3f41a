/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Buffer: bytes are appended with doubling capacity, then handed out as the dti_text that callers
 * own. */
#include "base/buffer.h"

#include <string.h>

#include "base/wide.h"

#define FIRST_CAPACITY ((size_t)256)

struct dti_text {
    dti_allocator allocator;
    char *data; /* terminated */
    size_t length;
    size_t capacity;
};

void dti__buffer_init(struct dti__buffer *buffer, const dti_allocator *allocator)
{
    *buffer = (struct dti__buffer){.allocator = *allocator};
}

/* Room for `more` bytes behind the content. */
static bool reserve(struct dti__buffer *buffer, size_t more)
{
    if (buffer->failed) {
        return false;
    }
    if (more <= buffer->capacity - buffer->length) {
        return true;
    }
    size_t needed;
    size_t capacity;
    char *data = NULL;
    if (dti__add_size(buffer->length, more, &needed)) {
        if (!dti__mul_size(buffer->capacity, 2, &capacity) || capacity < needed) {
            capacity = needed;
        }
        if (capacity < FIRST_CAPACITY) {
            capacity = FIRST_CAPACITY;
        }
        data = dti__resize(&buffer->allocator, buffer->data, buffer->capacity, capacity);
    }
    if (data == NULL) {
        buffer->failed = true;
        return false;
    }
    buffer->data = data;
    buffer->capacity = capacity;
    return true;
}

void dti__buffer_put(struct dti__buffer *buffer, const char *bytes, size_t length)
{
    if (length == 0 || !reserve(buffer, length)) {
        return;
    }
    memcpy(buffer->data + buffer->length, bytes, length);
    buffer->length += length;
}

void dti__buffer_put_text(struct dti__buffer *buffer, const char *text)
{
    dti__buffer_put(buffer, text, strlen(text));
}

void dti__buffer_put_char(struct dti__buffer *buffer, char c)
{
    dti__buffer_put(buffer, &c, 1);
}

void dti__buffer_release(struct dti__buffer *buffer)
{
    dti__release(&buffer->allocator, buffer->data, buffer->capacity);
    buffer->data = NULL;
    buffer->length = 0;
    buffer->capacity = 0;
    buffer->failed = false;
}

dti_text *dti__buffer_take_text(struct dti__buffer *buffer)
{
    dti_text *text = NULL;
    dti__buffer_put_char(buffer, '\0');
    if (!buffer->failed) {
        text = dti__alloc(&buffer->allocator, sizeof *text);
    }
    if (text != NULL) {
        text->allocator = buffer->allocator;
        text->data = buffer->data;
        text->length = buffer->length - 1;
        text->capacity = buffer->capacity;
        buffer->data = NULL; /* transferred */
    }
    dti__buffer_release(buffer);
    return text;
}

const char *dti_text_data(const dti_text *text)
{
    return text == NULL ? "" : text->data;
}

size_t dti_text_length(const dti_text *text)
{
    return text == NULL ? 0 : text->length;
}

void dti_text_free(dti_text *text)
{
    if (text == NULL) {
        return;
    }
    const dti_allocator allocator = text->allocator;
    dti__release(&allocator, text->data, text->capacity);
    dti__release(&allocator, text, sizeof *text);
}
