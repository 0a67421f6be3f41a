/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
#include "base/figure-text.h"

#include "base/number.h"
#include "base/shortest.h"

#include <string.h>

#define MOST_SIGNS  DTI__FIGURE_TEXT_SIZE /* what is written is read */
#define MOST_GROUPS 24

/* A figure without sign and per cent: runs of digits, and the marks between them. */
struct shape {
    char digits[MOST_SIGNS + 1];
    size_t starts[MOST_GROUPS + 1]; /* of each run in `digits`, and the end */
    char marks[MOST_GROUPS];        /* behind each run but the last: '.', ',' or ' ' */
    size_t count;                   /* of runs */
    size_t length;
};

/* The length of the space that begins here, 0 if none does: spaces, those that do not break, thin
 * ones. */
static size_t space_at(const char *text)
{
    static const char *const spaces[] = {
        " ", "\t", "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x87", "\xE2\x80\x89"};
    for (size_t i = 0; i < sizeof spaces / sizeof spaces[0]; i++) {
        const size_t length = strlen(spaces[i]);
        if (strncmp(text, spaces[i], length) == 0) {
            return length;
        }
    }
    return 0;
}

static const char *skip_spaces(const char *text)
{
    size_t length;
    while ((length = space_at(text)) > 0) {
        text += length;
    }
    return text;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Takes the sign, which may be a true minus sign. */
static const char *read_sign(const char *text, bool *is_negative)
{
    const size_t minus = *text == '-' ? 1 : strncmp(text, "\xE2\x88\x92", 3) == 0 ? 3 : 0;
    *is_negative = minus > 0;
    return text + (minus > 0 ? minus : *text == '+' ? 1 : 0);
}

/* The run of digits that begins here. */
static const char *read_run(const char *text, struct shape *shape)
{
    shape->starts[shape->count++] = shape->length;
    while (is_digit(*text) && shape->length < MOST_SIGNS) {
        shape->digits[shape->length++] = *text++;
    }
    shape->starts[shape->count] = shape->length;
    return text;
}

/* A mark stands between two digits. Spaces only separate if a digit follows: "12 %" has one run. */
static const char *read_shape(const char *text, struct shape *shape)
{
    memset(shape, 0, sizeof *shape);
    while (is_digit(*text) && shape->count < MOST_GROUPS) {
        text = read_run(text, shape);
        const size_t space = space_at(text);
        const char *next = space > 0 ? text + space : text + 1;
        if ((space == 0 && *text != '.' && *text != ',') || !is_digit(*next)) {
            break;
        }
        shape->marks[shape->count - 1] = space > 0 ? ' ' : *text;
        text = next;
    }
    return text;
}

static size_t run_length(const struct shape *shape, size_t run)
{
    return shape->starts[run + 1] - shape->starts[run];
}

/* The first `runs` runs are thousands: three digits each behind a first one of one to three that is
 * not zero, and one kind of mark. */
static bool are_thousands(const struct shape *shape, size_t runs)
{
    if (run_length(shape, 0) > 3 || shape->digits[0] == '0') {
        return false;
    }
    for (size_t i = 1; i < runs; i++) {
        if (run_length(shape, i) != 3 || shape->marks[i - 1] != shape->marks[0]) {
            return false;
        }
    }
    return true;
}

/* The digits as a number, of which the last `decimals` stand behind the point. */
static double value_of(const struct shape *shape, size_t decimals, bool is_negative)
{
    char text[MOST_SIGNS + 4];
    size_t length = 0;
    size_t at = 0;
    const size_t whole = shape->length - decimals;
    double value = 0;
    while (at + 1 < whole && shape->digits[at] == '0') {
        at++;
    }
    if (is_negative) {
        text[length++] = '-';
    }
    memcpy(text + length, shape->digits + at, whole - at);
    length += whole - at;
    if (decimals > 0) {
        text[length++] = '.';
        memcpy(text + length, shape->digits + whole, decimals);
        length += decimals;
    }
    return dti__number_read(text, length, &value) ? value : 0;
}

/* The number of decimals if there is one reading. */
static enum dti__reading judge(const struct shape *shape, size_t *decimals)
{
    const size_t last = shape->count - 1;
    *decimals = 0;
    if (shape->count == 1) {
        return DTI__READING_ONE;
    }
    const char mark = shape->marks[last - 1];
    const size_t behind = run_length(shape, last);
    if (mark == ' ' || (shape->count > 2 && shape->marks[0] == mark)) {
        return are_thousands(shape, shape->count) ? DTI__READING_ONE : DTI__READING_NONE;
    }
    *decimals = behind;
    if (shape->count > 2) {
        return are_thousands(shape, last) ? DTI__READING_ONE : DTI__READING_NONE;
    }
    return are_thousands(shape, 2) ? DTI__READING_TWO : DTI__READING_ONE;
}

enum dti__reading dti__figure_text_read(const char *text, struct dti__figure_text *out)
{
    struct shape shape;
    bool is_negative = false;
    size_t decimals = 0;
    const char *rest = read_shape(read_sign(skip_spaces(text), &is_negative), &shape);
    rest = skip_spaces(rest);
    const bool is_percent = *rest == '%';
    rest = skip_spaces(rest + is_percent);
    if (shape.count == 0 || *rest != '\0') {
        return DTI__READING_NONE;
    }
    const enum dti__reading reading = judge(&shape, &decimals);
    if (reading != DTI__READING_NONE) {
        out->number = value_of(&shape, decimals, is_negative);
        out->other = value_of(&shape, 0, is_negative);
        out->is_percent = is_percent;
    }
    return reading;
}

/* Digits of a whole number, least first. */
static size_t put_digits(uint64_t digits, char out[24])
{
    size_t count = 0;
    do {
        out[count++] = (char)('0' + digits % 10);
        digits /= 10;
    } while (digits > 0);
    return count;
}

size_t dti__figure_text_write(double value, char out[DTI__FIGURE_TEXT_SIZE])
{
    const struct dti__decimal decimal = dti__decimal_shortest(value < 0 ? -value : value);
    char digits[24];
    const size_t count = put_digits(decimal.digits, digits);
    const size_t zeros = decimal.exponent > 0 ? (size_t)decimal.exponent : 0;
    const size_t decimals = decimal.exponent < 0 ? (size_t)-decimal.exponent : 0;
    size_t length = 0;
    if (value < 0) {
        out[length++] = '-';
    }
    for (size_t i = count > decimals ? count : decimals + 1; i-- > 0;) {
        out[length++] = i < count ? digits[i] : '0';
        if (i == decimals && decimals > 0) {
            out[length++] = '.';
        }
    }
    memset(out + length, '0', zeros);
    length += zeros;
    if (decimals == 3) {
        out[length++] = '0';
    }
    out[length] = '\0';
    return length;
}
