/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Ids and codes: what names look like, how codes are ordered, how they are looked up. */
#ifndef DTI_BASE_NAME_H
#define DTI_BASE_NAME_H

#include "base/arena.h"

/* "so-noi-vu", "gso:49": words of [a-z0-9] joined by single '-', optionally one "prefix:" of the
 * same kind in front. 1..127 bytes, not beginning with "x-". */
bool dti__is_id(const char *text);
/* "6.10", "dti", "1": parts of [a-z0-9-] joined by single '.', 1..63 bytes. */
bool dti__is_code(const char *text);

/* Look-up by name: an immutable table from text to index. */
struct dti__names {
    const char *const *texts; /* borrowed: texts[i] is the name of index i */
    uint32_t *slots;          /* index + 1, 0 is empty; in the arena */
    size_t slot_count;        /* a power of two */
};

#define DTI__NONE ((size_t)-1)

/* Builds the table over texts[0..count) in the arena (NULL texts are skipped). If two are equal,
 * *duplicate is the index of the later one (else DTI__NONE), and the first wins. False when out of
 * memory. texts must outlive the table. */
bool dti__names_build(struct dti__names *names, struct dti__arena *arena, const char *const *texts,
                      size_t count, size_t *duplicate);
/* Index, or DTI__NONE. text may be NULL. */
size_t dti__names_find(const struct dti__names *names, const char *text);

#endif
