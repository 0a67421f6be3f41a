/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Growable text. Running out of memory ends the command: it has nothing to save. */
#include "text.h"

#include "cli.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void *memory_resize(void *block, size_t count, size_t item_size)
{
    void *grown = NULL;
    if (count != 0 && item_size != 0 && count <= SIZE_MAX / item_size) {
        grown = realloc(block, count * item_size);
    }
    if (!grown) {
        fputs("dti: không đủ bộ nhớ / out of memory\n", stderr);
        exit(CLI_EXIT_FILE);
    }
    return grown;
}

char *memory_copy(const char *text)
{
    size_t size = strlen(text) + 1;
    return memcpy(memory_resize(NULL, size, 1), text, size);
}

void text_add_bytes(struct text *text, const char *more, size_t bytes)
{
    if (bytes >= text->size - text->length) {
        text->size = (text->length + bytes + 1) * 2;
        text->data = memory_resize(text->data, text->size, 1);
    }
    memcpy(text->data + text->length, more, bytes);
    text->length += bytes;
    text->data[text->length] = '\0';
}

void text_add(struct text *text, const char *more)
{
    text_add_bytes(text, more, strlen(more));
}

void text_add_item(struct text *list, const char *between, const char *item)
{
    text_add(list, list->length > 0 ? between : "");
    text_add(list, item);
}

const char *text_get(const struct text *text)
{
    return text->data ? text->data : "";
}

void text_clear(struct text *text)
{
    text->length = 0;
    if (text->data) {
        text->data[0] = '\0';
    }
}

void text_free(struct text *text)
{
    free(text->data);
    *text = (struct text)TEXT_EMPTY;
}
