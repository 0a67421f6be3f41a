/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* A string is read in runs between its escapes; a number is cut out as a word first and then held
 * against the grammar, so that a message can show all of it. */
#include "json/token.h"

#include "base/number.h"
#include "base/utf8.h"
#include "json/fault.h"
#include "json/unescape.h"

#include <string.h>

/* A number without exponent that is no longer than this is below the largest double. */
#define SURELY_FINITE 300

#define WORD       ((size_t)8) /* bytes looked at together */
#define EACH(byte) (UINT64_C(0x0101010101010101) * (byte))

/* True if one of eight bytes is zero: only such a byte borrows without having had its top bit. */
static bool has_zero(uint64_t bytes)
{
    return ((bytes - EACH(0x01)) & ~bytes & EACH(0x80)) != 0;
}

/* True if one of eight bytes is a control character, a quotation mark or a backslash. */
static bool has_stop(uint64_t bytes)
{
    return ((bytes - EACH(0x20)) & ~bytes & EACH(0x80)) != 0 || has_zero(bytes ^ EACH('"')) ||
           has_zero(bytes ^ EACH('\\'));
}

/* Moves over the bytes that stand for themselves; `high` collects their top bits. This loop sees
 * every byte of a document, so it looks at eight at a time as long as none of them ends the run. */
static bool pass_run(struct dti__scan *scan, unsigned char *high)
{
    const char *text = scan->text;
    const size_t length = scan->length;
    const size_t from = scan->at;
    size_t at = from;
    uint64_t words = 0;
    uint64_t word;
    while (length - at >= WORD && (memcpy(&word, text + at, WORD), !has_stop(word))) {
        words |= word;
        at += WORD;
    }
    unsigned char bits = (words & EACH(0x80)) != 0 ? 0x80 : 0;
    while (at < length) {
        const unsigned char c = (unsigned char)text[at];
        if (c < 0x20 || c == '"' || c == '\\') {
            break;
        }
        bits |= c;
        at++;
    }
    scan->at = at;
    size_t bad;
    if (bits >= 0x80 && !dti__utf8_valid(text + from, at - from, &bad)) {
        return dti__fault_utf8(scan, from + bad);
    }
    *high |= bits;
    return true;
}

/* Moves over one escape; `saved` grows by the bytes that it is longer than its character. */
static bool pass_escape(struct dti__scan *scan, size_t *saved)
{
    uint32_t code_point;
    const size_t length =
        dti__escape_read(scan->text + scan->at, scan->length - scan->at, &code_point);
    if (length == 0) {
        return dti__fault_escape(scan, scan->at);
    }
    if (code_point == 0) {
        return dti__fault_plain(scan, DTI__MSG_JSON_NUL, scan->at);
    }
    if (code_point >= 0xD800 && code_point <= 0xDFFF) {
        return dti__fault_plain(scan, DTI__MSG_JSON_SURROGATE, scan->at);
    }
    char bytes[4];
    *saved += length - dti__utf8_put(code_point, bytes);
    scan->at += length;
    return true;
}

bool dti__token_string(struct dti__scan *scan)
{
    unsigned char high = 0;
    size_t saved = 0;
    scan->start = scan->at;
    scan->at++;
    for (;;) {
        if (!pass_run(scan, &high)) {
            return false;
        }
        if (scan->at >= scan->length) {
            return dti__fault_expected(scan, scan->at, DTI__MSG_TERM_END_OF_STRING);
        }
        const char c = scan->text[scan->at];
        if (c == '"') {
            break;
        }
        if (c != '\\') {
            return c == '\0' ? dti__fault_plain(scan, DTI__MSG_JSON_NUL, scan->at)
                             : dti__fault_found(scan, DTI__MSG_JSON_CONTROL, scan->at);
        }
        if (!pass_escape(scan, &saved)) {
            return false;
        }
    }
    scan->at++;
    scan->end = scan->at;
    scan->string_size = scan->end - scan->start - 2 - saved;
    scan->is_plain = high < 0x80 && saved == 0;
    if (scan->string_size > scan->limits.string) {
        return dti__fault_limit(scan, DTI__MSG_JSON_STRING, scan->start, scan->limits.string);
    }
    return true;
}

static const char *pass_digits(const char *from, const char *end)
{
    while (from < end && *from >= '0' && *from <= '9') {
        from++;
    }
    return from;
}

/* RFC 8259, section 6: [ minus ] int [ frac ] [ exp ]. */
static bool is_number(const char *from, const char *end)
{
    from += from < end && *from == '-';
    const char *digits = from;
    from = pass_digits(from, end);
    if (from == digits || (*digits == '0' && from - digits > 1)) {
        return false;
    }
    if (from < end && *from == '.') {
        digits = from + 1;
        from = pass_digits(digits, end);
        if (from == digits) {
            return false;
        }
    }
    if (from < end && (*from == 'e' || *from == 'E')) {
        from++;
        from += from < end && (*from == '+' || *from == '-');
        digits = from;
        from = pass_digits(digits, end);
        if (from == digits) {
            return false;
        }
    }
    return from == end;
}

/* Only a number with an exponent, or a very long one, has to be read to know that it is finite. */
static bool is_finite(const char *text, size_t length)
{
    double value;
    if (length <= SURELY_FINITE && memchr(text, 'e', length) == NULL &&
        memchr(text, 'E', length) == NULL) {
        return true;
    }
    return dti__number_read(text, length, &value);
}

bool dti__token_number(struct dti__scan *scan)
{
    const char *text = scan->text + scan->at;
    scan->start = scan->at;
    scan->end = dti__word_end(scan, scan->at);
    const size_t length = scan->end - scan->start;
    if (!is_number(text, text + length)) {
        return dti__fault_found(scan, DTI__MSG_JSON_NUMBER, scan->start);
    }
    if (length > DTI__NUMBER_LONGEST) {
        return dti__fault_limit(scan, DTI__MSG_JSON_NUMBER_LONG, scan->start, DTI__NUMBER_LONGEST);
    }
    if (!is_finite(text, length)) {
        return dti__fault_found(scan, DTI__MSG_JSON_NUMBER_RANGE, scan->start);
    }
    scan->at = scan->end;
    return true;
}

bool dti__token_literal(struct dti__scan *scan, enum dti__scan_event *event)
{
    static const struct {
        const char *word;
        enum dti__scan_event event;
    } literals[] = {
        {"true", DTI__SCAN_TRUE},
        {"false", DTI__SCAN_FALSE},
        {"null", DTI__SCAN_NULL},
    };
    scan->start = scan->at;
    scan->end = dti__word_end(scan, scan->at);
    const size_t length = scan->end - scan->start;
    for (size_t i = 0; i < sizeof literals / sizeof literals[0]; i++) {
        if (length == strlen(literals[i].word) &&
            memcmp(scan->text + scan->start, literals[i].word, length) == 0) {
            scan->at = scan->end;
            *event = literals[i].event;
            return true;
        }
    }
    return dti__fault_expected(scan, scan->start, DTI__MSG_TERM_VALUE);
}
