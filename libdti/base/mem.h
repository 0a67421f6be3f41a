/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Memory: every allocation of the library goes through these calls, zeroed and with checked sizes.
 */
#ifndef DTI_BASE_MEM_H
#define DTI_BASE_MEM_H

#include <dti/alloc.h>
#include <stdbool.h>

/* The allocator over malloc(), used where the caller brings none. */
extern const dti_allocator dti__malloc_allocator;

/* Copies the caller's allocator (or the default for NULL) to *out. False if the struct is not
 * usable: size not ours, a function missing, or an unknown tail that is not zero. */
bool dti__allocator_take(const dti_allocator *given, dti_allocator *out);

/* Zeroed memory; NULL when out of memory. A size of 0 gives NULL without being a failure: callers
 * do not ask for it. */
void *dti__alloc(const dti_allocator *allocator, size_t bytes);
/* count × size with overflow taken as out of memory. */
void *dti__alloc_array(const dti_allocator *allocator, size_t count, size_t size);
/* Grows or shrinks; the new part is zeroed. block may be NULL with old_bytes 0. On NULL the old
 * block is untouched. */
void *dti__resize(const dti_allocator *allocator, void *block, size_t old_bytes, size_t new_bytes);
/* block may be NULL. */
void dti__release(const dti_allocator *allocator, void *block, size_t bytes);

/* One rule for all option structs (conventions, section 11): `given` starts with its own size;
 * fields that an older caller does not know stay as in *out (the defaults), a newer caller's
 * unknown tail must be zero. 0: copied; 1: size is nonsense (argument error); 2: the tail asks for
 * something unknown (version error). */
int dti__options_take(const void *given, void *out, size_t known_size, size_t least_size);

#endif
