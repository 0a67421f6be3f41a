/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Where output goes: its width, whether it takes colour, and text made safe for it. */
#include "term.h"

#include "markdown.h"
#include "wrap.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum {
    WIDTH_DEFAULT = 100,
    WIDTH_LEAST = 40,
    WIDTH_MOST = 1000,
};

static size_t width_from_environment(void)
{
    const char *columns = getenv("COLUMNS");
    char *end = NULL;
    long width = columns ? strtol(columns, &end, 10) : 0;
    return end && *end == '\0' && width > 0 && width <= WIDTH_MOST ? (size_t)width : 0;
}

static size_t width_of_terminal(int descriptor)
{
    struct winsize size = {0};
    return ioctl(descriptor, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

struct term term_open(FILE *file)
{
    int descriptor = fileno(file);
    bool is_terminal = isatty(descriptor) == 1;
    const char *no_colour = getenv("NO_COLOR");
    size_t width = width_from_environment();
    if (width == 0 && is_terminal) {
        width = width_of_terminal(descriptor);
    }
    if (width == 0) {
        width = WIDTH_DEFAULT;
    }
    return (struct term){
        .file = file,
        .width = width < WIDTH_LEAST ? WIDTH_LEAST : width,
        .has_colour = is_terminal && (!no_colour || !*no_colour),
    };
}

static const char *style_begin(enum style style)
{
    switch (style) {
    case STYLE_STRONG:
        return "\033[1m";
    case STYLE_LOSS:
        return "\033[31m";
    case STYLE_CARE:
        return "\033[33m";
    case STYLE_DIM:
        return "\033[2m";
    case STYLE_PLAIN:
        break;
    }
    return NULL;
}

void term_put(const struct term *term, enum style style, const char *text, size_t bytes)
{
    const char *begin = term->has_colour && bytes != 0 ? style_begin(style) : NULL;
    if (begin) {
        fputs(begin, term->file);
    }
    const char *end = text + bytes;
    const char *safe = text; /* begin of what was not written yet */
    for (const char *at = text; at < end;) {
        const char *start = at;
        uint32_t character = wrap_next(&at, end);
        if (wrap_is_control(character) || (character == 0xFFFD && at == start + 1)) {
            fwrite(safe, 1, (size_t)(start - safe), term->file);
            fputs("\xEF\xBF\xBD", term->file);
            safe = at;
        }
    }
    fwrite(safe, 1, (size_t)(end - safe), term->file);
    if (begin) {
        fputs("\033[0m", term->file);
    }
}

void term_spaces(const struct term *term, size_t count)
{
    fprintf(term->file, "%*s", (int)count, "");
}

void term_line(const struct term *term, enum style style, const char *text)
{
    if (term->markdown) {
        markdown_paragraph(term, style, text);
        return;
    }
    term_put(term, style, text, strlen(text));
    fputc('\n', term->file);
}

void term_paragraph(const struct term *term, enum style style, size_t first, size_t rest,
                    const char *text)
{
    if (term->markdown) {
        markdown_paragraph(term, style, text);
        return;
    }
    size_t indent = first;
    struct wrap_line line;
    for (;;) {
        size_t room = term->width > indent + 20 ? term->width - indent : 20;
        if (!wrap_cut(&text, room, &line)) {
            break;
        }
        if (line.bytes != 0) {
            term_spaces(term, indent);
        }
        term_put(term, style, line.start, line.bytes);
        fputc('\n', term->file);
        indent = rest;
    }
}
