/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The nearest of some known words to one that was mistyped. */
#ifndef DTI_CLI_SUGGEST_H
#define DTI_CLI_SUGGEST_H

#include <stddef.h>

struct suggestion {
    const char *found;
    const char *nearest; /* NULL: nothing is near enough */
    size_t distance;
};

struct suggestion suggest_begin(const char *found);

/* Offers a known word; it is kept if it is nearer than those before, and must outlive this. */
void suggest_offer(struct suggestion *suggestion, const char *known);

#endif
