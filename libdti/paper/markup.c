/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Markup: five characters have a meaning there and are written by their names. */
#include "paper/markup.h"

#include <stdio.h>
#include <string.h>

static const char *name_of(char c)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default:
        return NULL;
    }
}

static void put(struct dti__buffer *out, const char *text, size_t length, const char *line_break)
{
    size_t plain = 0;
    for (size_t i = 0; i < length; i++) {
        const char *name = text[i] == '\n' ? line_break : name_of(text[i]);
        if (!name)
            continue;
        dti__buffer_put(out, text + plain, i - plain);
        dti__buffer_put_text(out, name);
        plain = i + 1;
    }
    dti__buffer_put(out, text + plain, length - plain);
}

void dti__markup_bytes(struct dti__buffer *out, const char *text, size_t length)
{
    put(out, text, length, " ");
}

void dti__markup_text(struct dti__buffer *out, const char *text)
{
    put(out, text, strlen(text), " ");
}

void dti__markup_lines(struct dti__buffer *out, const char *text)
{
    put(out, text, strlen(text), "<br>\n");
}

void dti__markup_count(struct dti__buffer *out, size_t count)
{
    char digits[24];
    snprintf(digits, sizeof digits, "%zu", count);
    dti__buffer_put_text(out, digits);
}

void dti__markup_class(struct dti__buffer *out, const char *name, const char *tone)
{
    if (!*name && !*tone)
        return;
    dti__buffer_put_text(out, " class=\"");
    dti__buffer_put_text(out, name);
    if (*name && *tone)
        dti__buffer_put_char(out, ' ');
    dti__buffer_put_text(out, tone);
    dti__buffer_put_char(out, '"');
}

const char *dti__tone_class(enum dti__tone tone)
{
    switch (tone) {
    case DTI__TONE_GOOD:
        return "good";
    case DTI__TONE_BAD:
        return "bad";
    case DTI__TONE_FAINT:
        return "faint";
    case DTI__TONE_STRONG:
        return "strong";
    case DTI__TONE_PLAIN:
        break;
    }
    return "";
}
