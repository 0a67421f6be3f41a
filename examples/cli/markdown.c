/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Pages as Markdown (GitHub's, which other readers take too): blocks with an empty line between
 * them, and text that reads as it stands, whatever it holds. */
#include "markdown.h"

#include "wrap.h"

#include <string.h>

static const char digits[] = "0123456789";
static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

static bool is_letter(char byte)
{
    return byte != '\0' && strchr(letters, byte);
}

/* "&amp;", "&#38;": what would be read as another character. */
static bool is_entity(const char *at)
{
    const char *name = at + 1 + (at[1] == '#');
    size_t length = strspn(name, letters);
    return length != 0 && name[length] == ';';
}

/* Whether a character would be markup where it stands. Underscores within words, as in names of
 * files, are not. */
static bool is_markup(const char *start, const char *at)
{
    switch (*at) {
    case '\\':
    case '`':
    case '*':
    case '[':
    case '<':
    case '|':
    case '~':
    case '$':
        return true;
    case '_':
        return at == start || !is_letter(at[-1]) || !is_letter(at[1]);
    case '&':
        return is_entity(at);
    case '#': /* a heading; at the end of one */
        return at == start || at[-1] == ' ' || at[-1] == '#';
    default:
        return false;
    }
}

/* The character that would make a list, a quotation or a rule of a block that begins so, or NULL.
 */
static const char *block_mark(const char *text)
{
    const char *mark = text + strspn(text, digits);
    bool is_mark = *mark != '\0' && strchr(mark > text ? ".)" : "-+>", *mark);
    return is_mark && (*mark == '>' || !is_letter(mark[1])) ? mark : NULL;
}

/* One line, with a backslash before the character `mark` too. What would steer a terminal is shown
 * as it is there. */
static void put_line(const struct term *term, const char *start, size_t bytes, const char *mark)
{
    const char *end = start + bytes;
    for (const char *at = start; at < end;) {
        const char *next = at;
        if (wrap_is_control(wrap_next(&next, end))) {
            fputs("\xEF\xBF\xBD", term->file);
        } else {
            if (at == mark || is_markup(start, at)) {
                fputc('\\', term->file);
            }
            term_put(term, STYLE_PLAIN, at, (size_t)(next - at));
        }
        at = next;
    }
}

void markdown_begin(const struct term *term, enum markdown_block kind)
{
    enum markdown_block last = term->markdown->last;
    bool goes_on = kind == MARKDOWN_ITEM && last == MARKDOWN_ITEM;
    if (last != MARKDOWN_NOTHING && !goes_on) {
        fputc('\n', term->file);
    }
    term->markdown->last = kind;
}

static void put_text(const struct term *term, enum style style, const char *text, bool begins_block)
{
    const char *bold = style == STYLE_STRONG ? "**" : "";
    bool is_first = true;
    for (text += strspn(text, " \n"); *text; text += strspn(text, " \n")) {
        size_t bytes = strcspn(text, "\n");
        size_t length = bytes;
        while (text[length - 1] == ' ') {
            length--;
        }
        /* The space keeps words apart for readers that leave HTML out. */
        fputs(is_first ? "" : "<br> ", term->file);
        fputs(bold, term->file);
        put_line(term, text, length, begins_block && is_first && !*bold ? block_mark(text) : NULL);
        fputs(bold, term->file);
        text += bytes;
        is_first = false;
    }
}

void markdown_put(const struct term *term, enum style style, const char *text)
{
    put_text(term, style, text, false);
}

void markdown_heading(const struct term *term, size_t level, const char *text)
{
    markdown_begin(term, MARKDOWN_BLOCK);
    fprintf(term->file, "%.*s ", (int)level, "######");
    markdown_put(term, STYLE_PLAIN, text);
    fputc('\n', term->file);
}

void markdown_paragraph(const struct term *term, enum style style, const char *text)
{
    if (!text[strspn(text, " \n")]) {
        return;
    }
    markdown_begin(term, MARKDOWN_BLOCK);
    put_text(term, style, text, true);
    fputc('\n', term->file);
}

void markdown_item(const struct term *term, enum style style, const char *text)
{
    markdown_begin(term, MARKDOWN_ITEM);
    fputs("- ", term->file);
    put_text(term, style, text, true);
    fputc('\n', term->file);
}
