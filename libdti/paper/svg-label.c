/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Labels of pictures: how wide text will be, without a font to ask, and where it breaks. */
#include "paper/svg.h"

#include <string.h>

#define ELLIPSIS INT64_C(90)

/* ── widths ── */

/* Of a character of ASCII, after the widths of common sans-serif fonts. */
static int64_t width_of(char c)
{
    if (strchr(" !'(),.:;I[]fijlrt|", c))
        return 34;
    if (strchr("%@MWmw", c))
        return 89;
    if ((c >= 'A' && c <= 'Z') || c == '&')
        return 69;
    return 56;
}

/* Of a longer one, told by how its bytes begin: Vietnamese letters are as wide as their plain
 * ones, a mark that stands alone has no width, what is far up may be as wide as an em. */
static int64_t width_of_long(unsigned char lead, unsigned char next)
{
    if (lead == 0xCC || (lead == 0xCD && next < 0xB0))
        return 0;
    if (lead < 0xE2)
        return 60;
    return lead == 0xE2 ? 80 : 100;
}

int64_t dti__svg_width(const char *text, size_t length)
{
    int64_t width = 0;
    for (size_t i = 0; i < length; i++) {
        unsigned char c = (unsigned char)text[i];
        if (c < 0x80)
            width += width_of(text[i]);
        else if (c >= 0xC0)
            width += width_of_long(c, i + 1 < length ? (unsigned char)text[i + 1] : 0);
    }
    return width;
}

/* ── lines ── */

static bool is_space(char c)
{
    return c == ' ' || c == '\n' || c == '\t';
}

/* How much of a text fits: whole words; of a word that is wider than a line, whole characters. */
static size_t fitting(const char *text, int64_t width)
{
    size_t end = 0;   /* behind the last whole word that fits */
    size_t whole = 0; /* behind the last character that fits */
    size_t at = 0;
    while (text[at]) {
        size_t next = at + 1;
        while (((unsigned char)text[next] & 0xC0) == 0x80)
            next++;
        if (is_space(text[at]))
            end = at;
        if (dti__svg_width(text, next) > width)
            return end > 0 ? end : whole > 0 ? whole : next;
        whole = at = next;
    }
    return at;
}

struct dti__svg_label dti__svg_break(const char *text, int64_t width, int64_t indent)
{
    struct dti__svg_label label = {{text}, {0}, 1, false};
    for (int i = 0; i < DTI__SVG_LINES; i++) {
        int64_t room = i == 0 ? width - indent : width;
        size_t length = fitting(text, room);
        label.is_cut = text[length] != '\0';
        if (i == DTI__SVG_LINES - 1 && label.is_cut)
            length = fitting(text, room - ELLIPSIS);
        label.starts[i] = text;
        label.lengths[i] = length;
        label.count = i + 1;
        text += length;
        while (is_space(*text))
            text++;
        if (!label.is_cut)
            break;
    }
    return label;
}

struct dti__svg_label dti__svg_label_of(const struct dti__chart_point *point, int64_t width,
                                        int64_t indent)
{
    struct dti__svg_label label = dti__svg_break(point->label, width, indent);
    return label.is_cut && point->short_label ? dti__svg_break(point->short_label, width, indent)
                                              : label;
}
