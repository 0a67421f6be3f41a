/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Arena: requests are cut from blocks that double in size; a large one gets its own block. */
#include "base/arena.h"

#include <stdalign.h>
#include <stddef.h>
#include <string.h>

#include "base/wide.h"

#define FIRST_CAPACITY ((size_t)4096)
#define LAST_CAPACITY  ((size_t)256 * 1024)

struct dti__arena_block {
    struct dti__arena_block *next;
    size_t capacity;
    size_t used;
    alignas(max_align_t) unsigned char bytes[];
};

void dti__arena_init(struct dti__arena *arena, const dti_allocator *allocator)
{
    dti__arena_init_small(arena, allocator, FIRST_CAPACITY);
}

void dti__arena_init_small(struct dti__arena *arena, const dti_allocator *allocator, size_t first)
{
    arena->allocator = *allocator;
    arena->blocks = NULL;
    arena->first = first;
}

static struct dti__arena_block *new_block(const dti_allocator *allocator, size_t capacity)
{
    size_t bytes;
    if (!dti__add_size(sizeof(struct dti__arena_block), capacity, &bytes)) {
        return NULL;
    }
    struct dti__arena_block *block = dti__alloc(allocator, bytes);
    if (block != NULL) {
        block->capacity = capacity;
    }
    return block;
}

/* A new block with room for `bytes`. A large one goes behind the newest, which stays in use. */
static struct dti__arena_block *add_block(struct dti__arena *arena, size_t bytes)
{
    struct dti__arena_block *head = arena->blocks;
    size_t capacity = arena->first;
    if (head != NULL && head->capacity >= LAST_CAPACITY / 2) {
        capacity = LAST_CAPACITY;
    } else if (head != NULL && head->capacity >= arena->first) {
        capacity = head->capacity * 2;
    }
    const bool large = bytes > capacity / 4;
    struct dti__arena_block *block = new_block(&arena->allocator, large ? bytes : capacity);
    if (block == NULL) {
        return NULL;
    }
    if (large && head != NULL) {
        block->next = head->next;
        head->next = block;
    } else {
        block->next = head;
        arena->blocks = block;
    }
    return block;
}

static void *take(struct dti__arena *arena, size_t bytes, size_t alignment)
{
    if (bytes == 0) {
        bytes = 1;
    }
    struct dti__arena_block *block = arena->blocks;
    if (block != NULL) {
        /* used <= capacity, which left room for a header in a size_t: no overflow. */
        const size_t start = (block->used + alignment - 1) / alignment * alignment;
        if (start <= block->capacity && bytes <= block->capacity - start) {
            block->used = start + bytes;
            return block->bytes + start;
        }
    }
    block = add_block(arena, bytes);
    if (block == NULL) {
        return NULL;
    }
    block->used = bytes;
    return block->bytes;
}

void *dti__arena_alloc(struct dti__arena *arena, size_t bytes)
{
    return take(arena, bytes, alignof(max_align_t));
}

void *dti__arena_array(struct dti__arena *arena, size_t count, size_t size)
{
    size_t bytes;
    if (!dti__mul_size(count, size, &bytes)) {
        return NULL;
    }
    return dti__arena_alloc(arena, bytes);
}

char *dti__arena_text(struct dti__arena *arena, const char *text, size_t length)
{
    size_t bytes;
    if (!dti__add_size(length, 1, &bytes)) {
        return NULL;
    }
    char *copy = take(arena, bytes, 1);
    if (copy != NULL && length > 0) {
        memcpy(copy, text, length);
    }
    return copy;
}

void dti__arena_release(struct dti__arena *arena)
{
    struct dti__arena_block *block = arena->blocks;
    while (block != NULL) {
        struct dti__arena_block *next = block->next;
        dti__release(&arena->allocator, block, sizeof *block + block->capacity);
        block = next;
    }
    arena->blocks = NULL;
}
