/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Arena: a parsed document is a few big blocks that are released together. */
#ifndef DTI_BASE_ARENA_H
#define DTI_BASE_ARENA_H

#include "base/mem.h"

struct dti__arena_block;
struct dti__arena {
    dti_allocator allocator;
    struct dti__arena_block *blocks; /* newest first */
    size_t first;                    /* bytes of the first block */
};

void dti__arena_init(struct dti__arena *arena, const dti_allocator *allocator);
/* The same for objects of which there are many: blocks begin with `first` bytes. */
void dti__arena_init_small(struct dti__arena *arena, const dti_allocator *allocator, size_t first);
/* Zeroed, aligned for any type; NULL when out of memory. A request for 0 bytes gives a valid
 * pointer. */
void *dti__arena_alloc(struct dti__arena *arena, size_t bytes);
void *dti__arena_array(struct dti__arena *arena, size_t count, size_t size);
/* A terminated copy of `length` bytes. */
char *dti__arena_text(struct dti__arena *arena, const char *text, size_t length);
void dti__arena_release(struct dti__arena *arena);

#endif
