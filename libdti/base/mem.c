/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Memory: one small wrapper around the caller's allocator that zeroes, checks sizes and forgives
 * NULL. */
#include "base/mem.h"

#include <stdlib.h>
#include <string.h>

#include "base/wide.h"

/* No option struct will ever be this large; a greater size is an uninitialised struct. */
#define PLAUSIBLE_OPTIONS_SIZE ((size_t)4096)

static void *malloc_alloc(void *context, size_t bytes)
{
    (void)context;
    return malloc(bytes);
}

static void *malloc_resize(void *context, void *block, size_t old_bytes, size_t new_bytes)
{
    (void)context;
    (void)old_bytes;
    return realloc(block, new_bytes);
}

static void malloc_release(void *context, void *block, size_t bytes)
{
    (void)context;
    (void)bytes;
    free(block);
}

const dti_allocator dti__malloc_allocator = {
    .size = sizeof(dti_allocator),
    .alloc = malloc_alloc,
    .resize = malloc_resize,
    .release = malloc_release,
};

bool dti__allocator_take(const dti_allocator *given, dti_allocator *out)
{
    dti_allocator taken = DTI_ALLOCATOR_INIT;
    if (given == NULL) {
        *out = dti__malloc_allocator;
        return true;
    }
    if (dti__options_take(given, &taken, sizeof taken, sizeof taken) != 0) {
        return false;
    }
    if (taken.alloc == NULL || taken.resize == NULL || taken.release == NULL) {
        return false;
    }
    *out = taken;
    return true;
}

void *dti__alloc(const dti_allocator *allocator, size_t bytes)
{
    if (bytes == 0) {
        return NULL;
    }
    void *block = allocator->alloc(allocator->context, bytes);
    if (block != NULL) {
        memset(block, 0, bytes);
    }
    return block;
}

void *dti__alloc_array(const dti_allocator *allocator, size_t count, size_t size)
{
    size_t bytes;
    if (!dti__mul_size(count, size, &bytes)) {
        return NULL;
    }
    return dti__alloc(allocator, bytes);
}

void *dti__resize(const dti_allocator *allocator, void *block, size_t old_bytes, size_t new_bytes)
{
    if (block == NULL) {
        return dti__alloc(allocator, new_bytes);
    }
    if (new_bytes == 0) {
        return NULL;
    }
    char *moved = allocator->resize(allocator->context, block, old_bytes, new_bytes);
    if (moved != NULL && new_bytes > old_bytes) {
        memset(moved + old_bytes, 0, new_bytes - old_bytes);
    }
    return moved;
}

void dti__release(const dti_allocator *allocator, void *block, size_t bytes)
{
    if (block != NULL) {
        allocator->release(allocator->context, block, bytes);
    }
}

int dti__options_take(const void *given, void *out, size_t known_size, size_t least_size)
{
    const unsigned char *bytes = given;
    size_t size;
    memcpy(&size, given, sizeof size);
    if (size < least_size || size > PLAUSIBLE_OPTIONS_SIZE) {
        return 1;
    }
    for (size_t i = known_size; i < size; i++) {
        if (bytes[i] != 0) {
            return 2;
        }
    }
    memcpy(out, given, size < known_size ? size : known_size);
    memcpy(out, &known_size, sizeof known_size); /* *out is now a struct of our own version */
    return 0;
}
