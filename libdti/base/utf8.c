/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* UTF-8: checked, counted and written after RFC 3629, section 4. */
#include "base/utf8.h"

/* How a character is written: its length, and the range of its second byte (others: 80..BF). */
struct lead {
    size_t length;
    unsigned char low;
    unsigned char high;
};

static struct lead lead_of(unsigned char byte)
{
    if (byte < 0x80) {
        return (struct lead){1, 0, 0};
    }
    if (byte < 0xC2 || byte > 0xF4) {
        return (struct lead){0, 0, 0}; /* a continuation, an overlong form, or beyond U+10FFFF */
    }
    if (byte < 0xE0) {
        return (struct lead){2, 0x80, 0xBF};
    }
    if (byte < 0xF0) {
        return (struct lead){3, byte == 0xE0 ? 0xA0 : 0x80, byte == 0xED ? 0x9F : 0xBF};
    }
    return (struct lead){4, byte == 0xF0 ? 0x90 : 0x80, byte == 0xF4 ? 0x8F : 0xBF};
}

/* Bytes of the character at text[0..length), 0 if there is no valid one. */
static size_t character_length(const unsigned char *text, size_t length)
{
    const struct lead lead = lead_of(text[0]);
    if (lead.length <= 1) {
        return lead.length;
    }
    if (lead.length > length || text[1] < lead.low || text[1] > lead.high) {
        return 0;
    }
    for (size_t i = 2; i < lead.length; i++) {
        if ((text[i] & 0xC0) != 0x80) {
            return 0;
        }
    }
    return lead.length;
}

bool dti__utf8_valid(const char *text, size_t length, size_t *bad)
{
    const unsigned char *bytes = (const unsigned char *)text;
    size_t at = 0;
    while (at < length) {
        const size_t step = character_length(bytes + at, length - at);
        if (step == 0) {
            *bad = at; /* where the broken character begins */
            return false;
        }
        at += step;
    }
    return true;
}

size_t dti__utf8_count(const char *text, size_t length)
{
    size_t count = 0;
    for (size_t i = 0; i < length; i++) {
        count += ((unsigned char)text[i] & 0xC0) != 0x80;
    }
    return count;
}

size_t dti__utf8_put(uint32_t code_point, char out[4])
{
    unsigned char *bytes = (unsigned char *)out;
    if (code_point < 0x80) {
        bytes[0] = (unsigned char)code_point;
        return 1;
    }
    if (code_point < 0x800) {
        bytes[0] = (unsigned char)(0xC0 | code_point >> 6);
        bytes[1] = (unsigned char)(0x80 | (code_point & 0x3F));
        return 2;
    }
    if (code_point < 0x10000) {
        bytes[0] = (unsigned char)(0xE0 | code_point >> 12);
        bytes[1] = (unsigned char)(0x80 | (code_point >> 6 & 0x3F));
        bytes[2] = (unsigned char)(0x80 | (code_point & 0x3F));
        return 3;
    }
    bytes[0] = (unsigned char)(0xF0 | code_point >> 18);
    bytes[1] = (unsigned char)(0x80 | (code_point >> 12 & 0x3F));
    bytes[2] = (unsigned char)(0x80 | (code_point >> 6 & 0x3F));
    bytes[3] = (unsigned char)(0x80 | (code_point & 0x3F));
    return 4;
}
