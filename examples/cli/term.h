/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Where output goes: its width, whether it takes colour, and text made safe for it; whether it is
 * Markdown instead, where paragraphs are blocks and the rest is for the terminal alone. */
#ifndef DTI_CLI_TERM_H
#define DTI_CLI_TERM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

enum style {
    STYLE_PLAIN,
    STYLE_STRONG, /* headings */
    STYLE_LOSS,   /* points lost, faults */
    STYLE_CARE,   /* warnings, what is assumed */
    STYLE_DIM     /* what may be skipped */
};

struct markdown;

struct term {
    FILE *file;
    size_t width;
    bool has_colour;
    struct markdown *markdown; /* the page so far, if it is written as Markdown; else NULL */
};

/* Width from COLUMNS, else from the terminal, else 100; colour on a terminal, unless NO_COLOR is
 * set. */
struct term term_open(FILE *file);

/* Writes text. Documents come from outside: what would steer the terminal is shown as U+FFFD. */
void term_put(const struct term *term, enum style style, const char *text, size_t bytes);
void term_spaces(const struct term *term, size_t count);

/* Writes text and ends the line, whatever its length. */
void term_line(const struct term *term, enum style style, const char *text);

/* Writes text in lines of the terminal's width, the first one indented by `first`, the others by
 * `rest` columns; a paragraph in Markdown. */
void term_paragraph(const struct term *term, enum style style, size_t first, size_t rest,
                    const char *text);

#endif
