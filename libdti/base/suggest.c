/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Words are as far apart as the letters to insert, remove, change, or swap with a neighbour; the
 * case of ASCII letters does not count. */
#include "base/suggest.h"

#include <string.h>

#define LONGEST       ((size_t)64)
#define MOST_DISTANCE ((size_t)2)

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Optimal string alignment: three rows of the table of distances between prefixes. */
static size_t edit_distance(const char *a, size_t a_length, const char *b, size_t b_length)
{
    size_t rows[3][LONGEST + 1];
    for (size_t j = 0; j <= b_length; j++) {
        rows[0][j] = j;
    }
    for (size_t i = 1; i <= a_length; i++) {
        size_t *row = rows[i % 3];
        const size_t *above = rows[(i - 1) % 3];
        const size_t *above_that = rows[(i + 1) % 3]; /* i - 2 */
        row[0] = i;
        for (size_t j = 1; j <= b_length; j++) {
            const bool same = lower(a[i - 1]) == lower(b[j - 1]);
            row[j] = least(above[j - 1] + !same, least(above[j], row[j - 1]) + 1);
            if (i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) &&
                lower(a[i - 2]) == lower(b[j - 1])) {
                row[j] = least(row[j], above_that[j - 2] + 1);
            }
        }
    }
    return rows[a_length % 3][b_length];
}

void dti__suggest(struct dti__suggestion *best, const char *word, const char *known)
{
    const size_t word_length = strlen(word);
    const size_t known_length = strlen(known);
    if (word_length > LONGEST || known_length > LONGEST) {
        return;
    }
    const size_t distance = edit_distance(word, word_length, known, known_length);
    /* Something of the word has to be left: "on" is not meant to be "id". */
    const bool near = distance <= MOST_DISTANCE && distance < least(word_length, known_length);
    if (near && (best->word == NULL || distance < best->distance)) {
        *best = (struct dti__suggestion){known, distance};
    }
}
