/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
#include "meter.h"

#include <stdlib.h>

static void *resize_block(void *context, void *block, size_t old_bytes, size_t new_bytes)
{
    struct meter *meter = context;
    void *moved = realloc(block, new_bytes);
    if (!moved)
        return NULL;
    atomic_fetch_sub(&meter->held, old_bytes);
    size_t held = atomic_fetch_add(&meter->held, new_bytes) + new_bytes;
    size_t peak = atomic_load(&meter->peak);
    while (held > peak && !atomic_compare_exchange_weak(&meter->peak, &peak, held))
        continue;
    return moved;
}

static void *alloc_block(void *context, size_t bytes)
{
    return resize_block(context, NULL, 0, bytes);
}

static void release_block(void *context, void *block, size_t bytes)
{
    struct meter *meter = context;
    atomic_fetch_sub(&meter->held, bytes);
    free(block);
}

dti_allocator meter_allocator(struct meter *meter)
{
    dti_allocator allocator = DTI_ALLOCATOR_INIT;
    allocator.alloc = alloc_block;
    allocator.resize = resize_block;
    allocator.release = release_block;
    allocator.context = meter;
    return allocator;
}
