/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Growable text. Running out of memory ends the command: it has nothing to save. */
#ifndef DTI_CLI_TEXT_H
#define DTI_CLI_TEXT_H

#include <stddef.h>

struct text {
    char *data; /* terminated, or NULL while nothing was added; read it with text_get() */
    size_t length;
    size_t size;
};

#define TEXT_EMPTY                                                                                 \
    {                                                                                              \
        NULL, 0, 0                                                                                 \
    }

void text_add(struct text *text, const char *more);
void text_add_bytes(struct text *text, const char *more, size_t bytes);
/* The same, with something between it and what stands there already. */
void text_add_item(struct text *list, const char *between, const char *item);
const char *text_get(const struct text *text);
void text_clear(struct text *text);
void text_free(struct text *text);

/* A block of count items, `block` or NULL grown to it. Never NULL. */
void *memory_resize(void *block, size_t count, size_t item_size);

/* A copy that the caller frees. */
char *memory_copy(const char *text);

#endif
