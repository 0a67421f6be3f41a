/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Suggest: the known word that a misspelt one was probably meant to be. */
#ifndef DTI_BASE_SUGGEST_H
#define DTI_BASE_SUGGEST_H

#include <stdbool.h>
#include <stddef.h>

/* The nearest of several words, offered one after the other. */
struct dti__suggestion {
    const char *word; /* NULL: none was near enough */
    size_t distance;
};

/* Takes `known` if it is nearer to `word` than the best so far. Start from a zeroed struct. */
void dti__suggest(struct dti__suggestion *best, const char *word, const char *known);

#endif
