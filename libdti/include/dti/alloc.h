/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/**
 * @file
 * @brief Bring your own memory: the allocator that a root object is made with and its children
 * inherit.
 *
 * Errors, reports and the transient tree of a document being read use malloc(): an error must be
 * able to outlive everything.
 */
#ifndef DTI_ALLOC_H
#define DTI_ALLOC_H

#include <dti/base.h>

DTI_BEGIN_DECLS

/**
 * @brief Table of allocation functions. Copied when an object is made; the context must outlive all
 * objects made with it.
 *
 * Threads: the functions are called from whichever thread makes or drops the last reference of an
 * object.
 * @since 0.1
 */
typedef struct dti_allocator {
    size_t size; /**< sizeof(dti_allocator); set it with #DTI_ALLOCATOR_INIT. */
    /** Return @p bytes (never 0) of memory aligned for any type, or NULL. */
    void *(*alloc)(void *context, size_t bytes);
    /** Change a block from @p old_bytes to @p new_bytes (neither 0), or return NULL and leave it as
     * it is. */
    void *(*resize)(void *context, void *block, size_t old_bytes, size_t new_bytes);
    /** Take a block back; @p bytes is its size, @p block is never NULL. */
    void (*release)(void *context, void *block, size_t bytes);
    void *context; /**< Handed to the functions. */
} dti_allocator;

/** @brief Initialiser: size set, everything else zero. @since 0.1 */
#define DTI_ALLOCATOR_INIT                                                                         \
    {                                                                                              \
        sizeof(dti_allocator), NULL, NULL, NULL, NULL                                              \
    }

DTI_END_DECLS

#endif
