/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The nearest of some known words to one that was mistyped. */
#include "suggest.h"

#include <string.h>

enum {
    LENGTH_MOST = 48
};

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Letters to insert, drop, replace or swap with their neighbour (optimal string alignment). */
static size_t distance(const char *a, size_t a_length, const char *b, size_t b_length)
{
    size_t rows[3][LENGTH_MOST + 1];
    for (size_t j = 0; j <= b_length; j++) {
        rows[0][j] = j;
    }
    for (size_t i = 1; i <= a_length; i++) {
        size_t *now = rows[i % 3];
        const size_t *before = rows[(i - 1) % 3];
        const size_t *twice_before = rows[(i + 1) % 3];
        now[0] = i;
        for (size_t j = 1; j <= b_length; j++) {
            size_t replaced = before[j - 1] + (a[i - 1] != b[j - 1]);
            now[j] = least(replaced, least(before[j], now[j - 1]) + 1);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                now[j] = least(now[j], twice_before[j - 2] + 1);
            }
        }
    }
    return rows[a_length % 3][b_length];
}

struct suggestion suggest_begin(const char *found)
{
    return (struct suggestion){.found = found, .nearest = NULL, .distance = LENGTH_MOST};
}

void suggest_offer(struct suggestion *suggestion, const char *known)
{
    size_t found_length = strlen(suggestion->found);
    size_t known_length = strlen(known);
    if (found_length == 0 || found_length > LENGTH_MOST || known_length > LENGTH_MOST) {
        return;
    }
    size_t away = distance(suggestion->found, found_length, known, known_length);
    if (found_length >= 3 && strncmp(suggestion->found, known, found_length) == 0) {
        away = 1; /* the beginning of a long word is as good as a slip in a short one */
    }
    if (away < suggestion->distance && away <= found_length / 3 + 1) {
        suggestion->nearest = known;
        suggestion->distance = away;
    }
}
