/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Escapes are replaced run by run; only text outside ASCII is then brought to NFC. */
#include "json/unescape.h"

#include "base/utf8.h"

#include <assert.h>
#include <string.h>

#define ESCAPE_LENGTH 6 /* \uXXXX */

static int hex_digit(char c)
{
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    if (c >= 'A' && c <= 'F') {
        return c - 'A' + 10;
    }
    if (c >= 'a' && c <= 'f') {
        return c - 'a' + 10;
    }
    return -1;
}

/* Reads "\uXXXX" at the start of text. */
static bool read_unit(const char *text, size_t length, uint32_t *unit)
{
    if (length < ESCAPE_LENGTH || text[0] != '\\' || text[1] != 'u') {
        return false;
    }
    uint32_t value = 0;
    for (size_t i = 2; i < ESCAPE_LENGTH; i++) {
        const int digit = hex_digit(text[i]);
        if (digit < 0) {
            return false;
        }
        value = value * 16 + (uint32_t)digit;
    }
    *unit = value;
    return true;
}

size_t dti__escape_read(const char *text, size_t length, uint32_t *code_point)
{
    static const char names[] = "\"\\/bfnrt";
    static const char values[] = "\"\\/\b\f\n\r\t";
    if (length < 2) {
        return 0;
    }
    const char *name = memchr(names, text[1], sizeof names - 1);
    if (name != NULL) {
        *code_point = (unsigned char)values[name - names];
        return 2;
    }
    uint32_t high;
    uint32_t low;
    if (!read_unit(text, length, &high)) {
        return 0;
    }
    if (high >= 0xD800 && high <= 0xDBFF &&
        read_unit(text + ESCAPE_LENGTH, length - ESCAPE_LENGTH, &low) && low >= 0xDC00 &&
        low <= 0xDFFF) {
        *code_point = 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00);
        return (size_t)2 * ESCAPE_LENGTH;
    }
    *code_point = high;
    return ESCAPE_LENGTH;
}

void dti__unescape_init(struct dti__unescape *unescape)
{
    dti__buffer_init(&unescape->plain, &dti__malloc_allocator);
    dti__arena_init(&unescape->composed, &dti__malloc_allocator);
}

static void replace_escapes(struct dti__buffer *out, const char *from, const char *end)
{
    while (from < end) {
        const char *backslash = memchr(from, '\\', (size_t)(end - from));
        const char *run_end = backslash == NULL ? end : backslash;
        dti__buffer_put(out, from, (size_t)(run_end - from));
        from = run_end;
        if (backslash != NULL) {
            uint32_t code_point = 0;
            char bytes[4];
            const size_t length =
                dti__escape_read(backslash, (size_t)(end - backslash), &code_point);
            assert(length > 0); /* the scanner lets no other escape through */
            dti__buffer_put(out, bytes, dti__utf8_put(code_point, bytes));
            from += length;
        }
    }
}

const char *dti__unescape_token(struct dti__unescape *unescape, const struct dti__scan *scan)
{
    struct dti__buffer *plain = &unescape->plain;
    plain->length = 0;
    replace_escapes(plain, scan->text + scan->start + 1, scan->text + scan->end - 1);
    dti__buffer_put_char(plain, '\0');
    if (plain->failed) {
        return NULL;
    }
    if (scan->is_plain || dti__nfc_is_sure(plain->data, plain->length - 1)) {
        return plain->data;
    }
    dti__arena_release(&unescape->composed);
    return dti__nfc(&unescape->composed, plain->data, plain->length - 1);
}

void dti__unescape_release(struct dti__unescape *unescape)
{
    dti__buffer_release(&unescape->plain);
    dti__arena_release(&unescape->composed);
}
