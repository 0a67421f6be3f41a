/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Line: text goes in by code points; unsafe ones are replaced, the end of the buffer cuts. */
#include "diag/line.h"

#include "base/utf8.h"

#include <stdint.h>
#include <string.h>

static const char cut_mark[] = "…";
static const char replacement[] = "\xEF\xBF\xBD"; /* U+FFFD */

void dti__line_init(struct dti__line *line, char *bytes, size_t size)
{
    *line = (struct dti__line){.bytes = bytes, .size = size};
    bytes[0] = '\0';
}

static bool is_unsafe(uint32_t code_point)
{
    static const struct {
        uint32_t first;
        uint32_t last;
    } ranges[] = {
        {0x0000, 0x001F}, /* C0 controls */
        {0x007F, 0x009F}, /* DEL, C1 controls */
        {0x061C, 0x061C}, /* Arabic letter mark */
        {0x200E, 0x200F}, /* left-to-right, right-to-left mark */
        {0x2028, 0x202E}, /* line and paragraph separator; embeddings and overrides */
        {0x2066, 0x2069}, /* isolates */
        {0xFDD0, 0xFDEF}, /* no characters, and not allowed in HTML */
        {0xFEFF, 0xFEFF}, /* byte order mark */
    };
    for (size_t i = 0; i < sizeof ranges / sizeof ranges[0]; i++) {
        if (code_point >= ranges[i].first && code_point <= ranges[i].last) {
            return true;
        }
    }
    return (code_point & 0xFFFE) == 0xFFFE; /* the last two of each plane: no characters either */
}

/* Length of the code point that text starts with, or 0 if that is not UTF-8. */
static size_t decode(const char *text, size_t length, uint32_t *code_point)
{
    const unsigned char lead = (unsigned char)text[0];
    const size_t count = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    size_t bad;
    if (count > length || !dti__utf8_valid(text, count, &bad)) {
        return 0;
    }
    uint32_t value = count == 1 ? lead : lead & (0x7Fu >> count);
    for (size_t i = 1; i < count; i++) {
        value = value << 6 | ((unsigned char)text[i] & 0x3Fu);
    }
    *code_point = value;
    return count;
}

static void put_bytes(struct dti__line *line, const char *bytes, size_t length)
{
    if (line->length + length >= line->size) {
        line->length = line->room_for_mark;
        line->is_cut = true;
        bytes = cut_mark;
        length = sizeof cut_mark - 1;
    }
    memcpy(line->bytes + line->length, bytes, length);
    line->length += length;
    line->bytes[line->length] = '\0';
    if (line->length + sizeof cut_mark <= line->size) {
        line->room_for_mark = line->length;
    }
}

void dti__line_put(struct dti__line *line, const char *text, size_t length)
{
    while (length > 0 && !line->is_cut) {
        uint32_t code_point = 0;
        size_t count = decode(text, length, &code_point);
        if (count == 0 || is_unsafe(code_point)) {
            put_bytes(line, replacement, sizeof replacement - 1);
        } else {
            put_bytes(line, text, count);
        }
        count = count == 0 ? 1 : count;
        text += count;
        length -= count;
    }
}
