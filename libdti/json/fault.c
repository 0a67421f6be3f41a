/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* A fault shows what was found as a reader would name it: the whole word, or the character with its
 * code if that is unusual. */
#include "json/fault.h"

#include "base/utf8.h"
#include "json/unescape.h"

#include <string.h>

static bool is_word(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
           c == '+' || c == '-' || c == '.';
}

size_t dti__word_end(const struct dti__scan *scan, size_t offset)
{
    while (offset < scan->length && is_word(scan->text[offset])) {
        offset++;
    }
    return offset;
}

/* Appends a text; one that is too long is cut and ends with "…". */
static void show(struct dti__fault *fault, const char *text, size_t length)
{
    static const char dots[] = "…";
    const size_t used = strlen(fault->found);
    const size_t room = sizeof fault->found - sizeof dots - used;
    const bool fits = length <= room;
    memcpy(fault->found + used, text, fits ? length : room);
    if (!fits) {
        memcpy(fault->found + used + room, dots, sizeof dots);
    }
}

static void show_hex(struct dti__fault *fault, uint32_t value, size_t least_digits)
{
    char digits[8];
    size_t count = 0;
    while (value > 0 || count < least_digits) {
        count++;
        digits[sizeof digits - count] = "0123456789ABCDEF"[value % 16];
        value /= 16;
    }
    show(fault, digits + sizeof digits - count, count);
}

static uint32_t decode(const unsigned char *bytes, size_t length)
{
    uint32_t code_point = length == 1 ? bytes[0] : bytes[0] & (0x7Fu >> length);
    for (size_t i = 1; i < length; i++) {
        code_point = code_point << 6 | (bytes[i] & 0x3Fu);
    }
    return code_point;
}

/* Shows the character at an offset inside the text; returns its length, 0 if it is not UTF-8. */
static size_t show_character(struct dti__scan *scan, size_t offset)
{
    const char *text = scan->text + offset;
    size_t bad;
    size_t length = 1;
    while (!dti__utf8_valid(text, length, &bad)) {
        length++;
        if (length > 4 || length > scan->length - offset) {
            return 0;
        }
    }
    const uint32_t code_point = decode((const unsigned char *)text, length);
    const bool is_control = code_point < 0x20 || code_point == 0x7F;
    if (!is_control) {
        show(&scan->fault, text, length);
    }
    if (is_control || length > 1) {
        show(&scan->fault, is_control ? "U+" : " (U+", is_control ? 2 : 4);
        show_hex(&scan->fault, code_point, 4);
        show(&scan->fault, ")", is_control ? 0 : 1);
    }
    return length;
}

bool dti__fault_plain(struct dti__scan *scan, enum dti__msg message, size_t offset)
{
    scan->fault = (struct dti__fault){.message = message, .offset = offset};
    return false;
}

bool dti__fault_limit(struct dti__scan *scan, enum dti__msg message, size_t offset, uint32_t limit)
{
    dti__fault_plain(scan, message, offset);
    scan->fault.args[0] = DTI__INTEGER(limit);
    scan->fault.arg_count = 1;
    return false;
}

bool dti__fault_utf8(struct dti__scan *scan, size_t offset)
{
    dti__fault_plain(scan, DTI__MSG_JSON_UTF8, offset);
    show_hex(&scan->fault, (unsigned char)scan->text[offset], 2);
    scan->fault.args[0] = DTI__TEXT(scan->fault.found);
    scan->fault.arg_count = 1;
    return false;
}

bool dti__fault_found(struct dti__scan *scan, enum dti__msg message, size_t offset)
{
    dti__fault_plain(scan, message, offset);
    const size_t end = dti__word_end(scan, offset);
    if (end > offset) {
        show(&scan->fault, scan->text + offset, end - offset);
    } else if (show_character(scan, offset) == 0) {
        return dti__fault_utf8(scan, offset);
    }
    scan->fault.args[0] = DTI__TEXT(scan->fault.found);
    scan->fault.arg_count = 1;
    return false;
}

bool dti__fault_expected(struct dti__scan *scan, size_t offset, enum dti__msg expected)
{
    if (offset >= scan->length) {
        dti__fault_plain(scan, DTI__MSG_JSON_END, offset);
    } else {
        dti__fault_found(scan, DTI__MSG_JSON_EXPECTED, offset);
    }
    if (scan->fault.message != DTI__MSG_JSON_UTF8) {
        scan->fault.args[scan->fault.arg_count] = DTI__TERM(expected);
        scan->fault.arg_count++;
    }
    return false;
}

bool dti__fault_escape(struct dti__scan *scan, size_t offset)
{
    const size_t name = offset + 1;
    if (name >= scan->length) {
        return dti__fault_expected(scan, name, DTI__MSG_TERM_END_OF_STRING);
    }
    dti__fault_plain(scan, DTI__MSG_JSON_ESCAPE, offset);
    show(&scan->fault, "\\", 1);
    const size_t length = show_character(scan, name);
    if (length == 0) {
        return dti__fault_utf8(scan, name);
    }
    if (scan->text[name] == 'u') {
        /* The digits that are there, up to the one that is none. */
        size_t end = name + 1;
        const size_t stop = scan->length - end < 4 ? scan->length : end + 4;
        while (end < stop && is_word(scan->text[end])) {
            end++;
        }
        show(&scan->fault, scan->text + name + 1, end - name - 1);
    }
    scan->fault.args[0] = DTI__TEXT(scan->fault.found);
    scan->fault.arg_count = 1;
    return false;
}

void dti__fault_report(const struct dti__scan *scan, dti_report *report)
{
    const struct dti__fault *fault = &scan->fault;
    struct dti__position position = dti__position_first(dti__scan_origin(scan->text, scan->length));
    dti__position_advance(&position, scan->text, fault->offset);
    dti__report_add_at(report, fault->message, position.line, position.column, position.offset,
                       fault->args, fault->arg_count);
}
