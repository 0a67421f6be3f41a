/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The scanner is a state machine over tokens; one bit for each open container is all it has to
 * remember of them. */
#include "json/scan.h"

#include "json/fault.h"
#include "json/token.h"

#include <dti/base.h>
#include <string.h>

_Static_assert(DTI_LIMIT_DEPTH == 64, "the open containers are the bits of a uint64_t");

size_t dti__scan_origin(const char *text, size_t length)
{
    static const char mark[] = "\xEF\xBB\xBF";
    const size_t size = sizeof mark - 1;
    return length >= size && memcmp(text, mark, size) == 0 ? size : 0;
}

void dti__scan_begin(struct dti__scan *scan, const char *text, size_t length,
                     const struct dti__json_limits *limits)
{
    *scan = (struct dti__scan){
        .text = text,
        .length = length,
        .limits = *limits,
        .at = dti__scan_origin(text, length),
        .state = DTI__SCAN_AT_VALUE,
    };
    if (scan->limits.depth > DTI_LIMIT_DEPTH) {
        scan->limits.depth = DTI_LIMIT_DEPTH;
    }
}

static void pass_space(struct dti__scan *scan)
{
    while (scan->at < scan->length) {
        const char c = scan->text[scan->at];
        if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
            break;
        }
        scan->at++;
    }
}

/* The next character, or NUL at the end (where a NUL in the text is no less wrong). */
static char peek(const struct dti__scan *scan)
{
    return scan->at < scan->length ? scan->text[scan->at] : '\0';
}

static bool is_in_object(const struct dti__scan *scan)
{
    return (scan->objects >> (scan->depth - 1) & 1) != 0;
}

/* A token of one character. */
static void pass_character(struct dti__scan *scan)
{
    scan->start = scan->at;
    scan->at++;
    scan->end = scan->at;
}

static bool count_value(struct dti__scan *scan)
{
    if (scan->values >= scan->limits.values) {
        return dti__fault_limit(scan, DTI__MSG_JSON_VALUES, scan->at, scan->limits.values);
    }
    scan->values++;
    return true;
}

static enum dti__scan_event open_container(struct dti__scan *scan, bool is_object)
{
    if (scan->depth >= scan->limits.depth) {
        dti__fault_limit(scan, DTI__MSG_JSON_DEPTH, scan->at, scan->limits.depth);
        return DTI__SCAN_FAULT;
    }
    const uint64_t bit = UINT64_C(1) << scan->depth;
    scan->objects = is_object ? scan->objects | bit : scan->objects & ~bit;
    scan->depth++;
    pass_character(scan);
    scan->state = is_object ? DTI__SCAN_AT_FIRST_KEY : DTI__SCAN_AT_FIRST_ITEM;
    return is_object ? DTI__SCAN_OBJECT : DTI__SCAN_ARRAY;
}

static enum dti__scan_event close_container(struct dti__scan *scan)
{
    scan->depth--;
    pass_character(scan);
    scan->state = DTI__SCAN_AFTER_VALUE;
    return DTI__SCAN_CLOSE;
}

static enum dti__scan_event next_value(struct dti__scan *scan)
{
    if (!count_value(scan)) {
        return DTI__SCAN_FAULT;
    }
    const char c = peek(scan);
    if (c == '{' || c == '[') {
        return open_container(scan, c == '{');
    }
    enum dti__scan_event event = DTI__SCAN_FAULT;
    bool is_good;
    if (c == '"') {
        event = DTI__SCAN_STRING;
        is_good = dti__token_string(scan);
    } else if ((c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.') {
        event = DTI__SCAN_NUMBER;
        is_good = dti__token_number(scan);
    } else {
        is_good = dti__token_literal(scan, &event);
    }
    scan->state = DTI__SCAN_AFTER_VALUE;
    return is_good ? event : DTI__SCAN_FAULT;
}

/* The key and its colon. */
static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* "51,16" where a key is due after the comma: the way numbers are written in Vietnam. */
static bool is_decimal_comma(const struct dti__scan *scan)
{
    return scan->at >= 2 && scan->at < scan->length && is_digit(scan->text[scan->at]) &&
           scan->text[scan->at - 1] == ',' && is_digit(scan->text[scan->at - 2]);
}

static enum dti__scan_event next_key(struct dti__scan *scan)
{
    if (peek(scan) != '"') {
        if (is_decimal_comma(scan)) {
            dti__fault_plain(scan, DTI__MSG_JSON_DECIMAL_COMMA, scan->at - 1);
        } else {
            dti__fault_expected(scan, scan->at, DTI__MSG_TERM_KEY);
        }
        return DTI__SCAN_FAULT;
    }
    if (!count_value(scan) || !dti__token_string(scan)) {
        return DTI__SCAN_FAULT;
    }
    pass_space(scan);
    if (peek(scan) != ':') {
        dti__fault_expected(scan, scan->at, DTI__MSG_TERM_COLON);
        return DTI__SCAN_FAULT;
    }
    scan->at++;
    scan->state = DTI__SCAN_AT_VALUE;
    return DTI__SCAN_KEY;
}

static enum dti__scan_event after_value(struct dti__scan *scan)
{
    if (scan->depth == 0) {
        if (scan->at >= scan->length) {
            return DTI__SCAN_DONE;
        }
        dti__fault_found(scan, DTI__MSG_JSON_TRAILING, scan->at);
        return DTI__SCAN_FAULT;
    }
    const bool in_object = is_in_object(scan);
    const char c = peek(scan);
    if (c == (in_object ? '}' : ']')) {
        return close_container(scan);
    }
    if (c != ',') {
        dti__fault_expected(scan, scan->at,
                            in_object ? DTI__MSG_TERM_COMMA_OR_BRACE
                                      : DTI__MSG_TERM_COMMA_OR_BRACKET);
        return DTI__SCAN_FAULT;
    }
    scan->at++;
    pass_space(scan);
    return in_object ? next_key(scan) : next_value(scan);
}

enum dti__scan_event dti__scan_next(struct dti__scan *scan)
{
    pass_space(scan);
    switch (scan->state) {
    case DTI__SCAN_AT_VALUE:
        return next_value(scan);
    case DTI__SCAN_AT_FIRST_ITEM:
        return peek(scan) == ']' ? close_container(scan) : next_value(scan);
    case DTI__SCAN_AT_FIRST_KEY:
        return peek(scan) == '}' ? close_container(scan) : next_key(scan);
    case DTI__SCAN_AFTER_VALUE:
        break;
    }
    return after_value(scan);
}
