/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* How wide text is on a terminal, and where a line may end. Independent of the locale. */
#ifndef DTI_CLI_WRAP_H
#define DTI_CLI_WRAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Takes the next character from [*at, end): UTF-8, and U+FFFD for a byte that is none. */
uint32_t wrap_next(const char **at, const char *end);

/* True for what would steer a terminal instead of being seen: controls, marks of direction. */
bool wrap_is_control(uint32_t character);

/* Columns that a text takes. */
size_t wrap_width(const char *text, size_t bytes);

/* A piece of a text that fits on one line. */
struct wrap_line {
    const char *start;
    size_t bytes;
    size_t width;
};

/* Cuts the next line of at most `width` columns from *text: at spaces, inside a word only if it is
 * longer than a line; "\n" ends a line. Moves *text behind it. False when nothing is left. */
bool wrap_cut(const char **text, size_t width, struct wrap_line *line);

/* Columns of the longest line and of the longest word of a text. */
size_t wrap_longest_line(const char *text);
size_t wrap_longest_word(const char *text);

#endif
