/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Decimals: amounts that are exact in 10^-9, to and from text and from doubles of documents. */
#include "base/number.h"

#include <string.h>

#include "base/wide.h"

#define NANO_DIGITS 9
#define NANO        INT64_C(1000000000)

bool dti__decimal_read(const char *text, size_t length, int64_t *scaled, int *decimals)
{
    size_t at = 0;
    bool has_mark = false;
    int printed = 0;
    int64_t sum = 0; /* negative, since int64_t reaches further there */
    const bool is_negative = length > 0 && text[0] == '-';
    if (length > 0 && (text[0] == '-' || text[0] == '+')) {
        at++;
    }
    const size_t first = at;
    for (; at < length; at++) {
        const char c = text[at];
        if ((c == '.' || c == ',') && !has_mark && at > first && at + 1 < length) {
            has_mark = true;
            continue;
        }
        if (c < '0' || c > '9' || !dti__mul_i64(sum, 10, &sum) ||
            !dti__sub_i64(sum, c - '0', &sum)) {
            return false;
        }
        printed += has_mark;
        if (printed > NANO_DIGITS) {
            return false;
        }
    }
    for (int i = printed; i < NANO_DIGITS; i++) {
        if (!dti__mul_i64(sum, 10, &sum)) {
            return false;
        }
    }
    if (at == first || (!is_negative && !dti__sub_i64(0, sum, &sum))) {
        return false;
    }
    *scaled = sum;
    *decimals = printed;
    return true;
}

size_t dti__decimal_write(int64_t scaled, char mark, char out[DTI__NUMBER_SIZE])
{
    char reversed[DTI__NUMBER_SIZE];
    size_t length = 0;
    int place = -NANO_DIGITS; /* of the next digit: 10^place */
    uint64_t rest = scaled < 0 ? 0 - (uint64_t)scaled : (uint64_t)scaled;
    while (place < 0 && rest % 10 == 0) {
        rest /= 10;
        place++;
    }
    const bool has_mark = place < 0;
    for (; rest > 0 || place <= 0; place++) {
        if (place == 0 && has_mark) {
            reversed[length++] = mark;
        }
        reversed[length++] = (char)('0' + rest % 10);
        rest /= 10;
    }
    if (scaled < 0) {
        reversed[length++] = '-';
    }
    for (size_t i = 0; i < length; i++) {
        out[i] = reversed[length - 1 - i];
    }
    out[length] = '\0';
    return length;
}

/* The nearest integer to mantissa × 10^9 ÷ 2^shift, ties to even; mantissa below 2^53, shift at
 * least 28. */
static int64_t scale_binary(int64_t mantissa, int shift)
{
    /* Of the last 26 bits of the product only matters whether they are nothing: one sticky bit. */
    const int64_t low = (mantissa & 0x3ffffff) * NANO;
    const int64_t high = (mantissa >> 26) * NANO + (low >> 26);
    const int64_t sticky = high * 2 + ((low & 0x3ffffff) != 0); /* below 2^59 */
    const int left = shift - 25;
    int64_t result = 0;
    if (left <= 62) { /* else it is less than a half */
        (void)dti__muldiv(sticky, 1, INT64_C(1) << left, DTI__ROUND_HALF_EVEN, &result);
    }
    return result;
}

/* For doubles with ten decimals or more: of 17 digits at most 7 stand before the mark, so that the
 * result fits and the last bit is worth less than 2^-28. */
static int64_t nearest_nano(double value)
{
    uint64_t bits;
    memcpy(&bits, &value, sizeof bits);
    const int exponent = (int)(bits >> 52 & 0x7ff);
    const int64_t fraction = (int64_t)(bits & ((UINT64_C(1) << 52) - 1));
    const int64_t size = exponent == 0 ? scale_binary(fraction, 1074)
                                       : scale_binary(fraction | INT64_C(1) << 52, 1075 - exponent);
    return (bits >> 63) != 0 ? -size : size;
}

bool dti__number_to_nano(double value, int64_t *nano, bool *exact)
{
    if (dti__number_decimals(value) > NANO_DIGITS) {
        *nano = nearest_nano(value);
        *exact = false;
        return true;
    }
    /* The decimal that was written, not the double beside it. */
    char text[DTI__NUMBER_SIZE];
    int printed;
    const size_t length = dti__number_write_short(value, NANO_DIGITS, '.', text);
    if (!dti__decimal_read(text, length, nano, &printed)) {
        return false;
    }
    *exact = true;
    return true;
}
