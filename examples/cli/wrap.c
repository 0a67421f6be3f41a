/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* How wide text is on a terminal, and where a line may end. Independent of the locale. */
#include "wrap.h"

#include <string.h>

struct range {
    uint32_t first;
    uint32_t last;
};

/* Marks that stand on the character before them, and what is not seen at all. */
static const struct range zero_width[] = {
    {0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x0610, 0x061A},
    {0x064B, 0x065F}, {0x0E31, 0x0E31}, {0x0E34, 0x0E3A}, {0x0E47, 0x0E4E},
    {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF}, {0x200B, 0x200D}, {0x2060, 0x2060},
    {0x20D0, 0x20FF}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0xFEFF, 0xFEFF},
};

/* East Asian Wide and Fullwidth (Unicode Standard Annex 11), in blocks. */
static const struct range double_width[] = {
    {0x1100, 0x115F},   {0x2E80, 0x303E},   {0x3041, 0xA4CF},   {0xA960, 0xA97F},
    {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},   {0xFF01, 0xFF60},
    {0xFFE0, 0xFFE6},   {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF}, {0x1F900, 0x1F9FF},
    {0x20000, 0x3FFFD},
};

static bool is_in(uint32_t character, const struct range *ranges, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (character >= ranges[i].first && character <= ranges[i].last) {
            return true;
        }
    }
    return false;
}

uint32_t wrap_next(const char **at, const char *end)
{
    static const uint32_t least[] = {0, 0x80, 0x800, 0x10000};
    const unsigned char *byte = (const unsigned char *)*at;
    size_t more = byte[0] < 0x80   ? 0
                  : byte[0] < 0xC2 ? 4
                  : byte[0] < 0xE0 ? 1
                  : byte[0] < 0xF0 ? 2
                                   : 3;
    if (more > 3 || byte[0] > 0xF4 || (size_t)(end - *at) <= more) {
        *at += 1;
        return 0xFFFD;
    }
    uint32_t character = more == 0 ? byte[0] : byte[0] & (0x3Fu >> more);
    for (size_t i = 1; i <= more; i++) {
        if ((byte[i] & 0xC0) != 0x80) {
            *at += 1;
            return 0xFFFD;
        }
        character = character << 6 | (byte[i] & 0x3Fu);
    }
    bool is_surrogate = character >= 0xD800 && character <= 0xDFFF;
    if (character < least[more] || character > 0x10FFFF || is_surrogate) {
        *at += 1;
        return 0xFFFD;
    }
    *at += more + 1;
    return character;
}

bool wrap_is_control(uint32_t character)
{
    return character < 0x20 || (character >= 0x7F && character < 0xA0) || character == 0x061C ||
           character == 0x200E || character == 0x200F ||
           (character >= 0x2028 && character <= 0x202E) ||
           (character >= 0x2066 && character <= 0x2069);
}

static size_t character_width(uint32_t character)
{
    if (character < 0x300) {
        return 1;
    }
    if (is_in(character, zero_width, sizeof zero_width / sizeof *zero_width)) {
        return 0;
    }
    return is_in(character, double_width, sizeof double_width / sizeof *double_width) ? 2 : 1;
}

size_t wrap_width(const char *text, size_t bytes)
{
    size_t width = 0;
    for (const char *at = text; at < text + bytes;) {
        width += character_width(wrap_next(&at, text + bytes));
    }
    return width;
}

bool wrap_cut(const char **text, size_t width, struct wrap_line *line)
{
    const char *start = *text;
    const char *end = start + strlen(start);
    if (start == end) {
        return false;
    }
    const char *space = NULL; /* the last place where the line may end */
    size_t columns = 0;
    const char *at = start;
    while (at < end && *at != '\n') {
        const char *next = at;
        size_t more = character_width(wrap_next(&next, end));
        if (*at == ' ' && at[1] != '%') { /* "80 %" stays together */
            space = at;
        }
        if (columns + more > width && at > start) {
            break;
        }
        columns += more;
        at = next;
    }
    const char *stop = at < end && *at != '\n' && space && space > start ? space : at;
    const char *rest = stop;
    if (rest < end && *rest == '\n') {
        rest++;
    } else {
        rest += strspn(rest, " ");
    }
    while (stop > start && stop[-1] == ' ') {
        stop--;
    }
    *line = (struct wrap_line){start, (size_t)(stop - start), 0};
    line->width = wrap_width(start, line->bytes);
    *text = rest;
    return true;
}

static size_t longest(const char *text, const char *separators)
{
    size_t most = 0;
    while (*text) {
        size_t bytes = strcspn(text, separators);
        size_t width = wrap_width(text, bytes);
        most = width > most ? width : most;
        text += bytes;
        text += *text != '\0';
    }
    return most;
}

size_t wrap_longest_line(const char *text)
{
    return longest(text, "\n");
}

size_t wrap_longest_word(const char *text)
{
    return longest(text, " \n");
}
