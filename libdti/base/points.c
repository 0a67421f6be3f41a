/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Points: amounts for print, rounded half-up from exact integers and never from a double. */
#include <dti/base.h>

#include <string.h>

#include "base/tens.h"
#include "base/wide.h"

#define MAX_DIGITS 9              /* that a caller may ask for */
#define MAX_SCALE  18             /* 10^18 is the largest power of ten in an int64_t */
#define TEXT_SIZE  48             /* sign, 19 digits, mark, 19 digits, terminator */
#define NO_VALUE   "\xE2\x80\x93" /* U+2013 EN DASH */

/* whole + fraction ÷ 10^places. */
struct quotient {
    uint64_t whole;
    int64_t fraction;
    int places;
};

/* True if part ÷ whole has nothing but zeros in its first `places` decimals. */
static bool is_below(int64_t part, int64_t whole, int places)
{
    if (places > MAX_SCALE) {
        return false;
    }
    return part <= (whole - 1) / dti__power_of_ten(places);
}

/* part ÷ whole rounded half-up to `digits` decimals, or to its first digit if that stands further
 * behind: what is not nothing is never printed as nothing. */
static struct quotient divide(uint64_t part, int64_t whole, int digits)
{
    struct quotient result = {.whole = part / (uint64_t)whole, .places = digits};
    int64_t rest = (int64_t)(part % (uint64_t)whole);
    if (result.whole == 0 && rest != 0) {
        while (is_below(rest, whole, result.places)) {
            result.places++;
        }
    }
    int scale = result.places;
    if (scale > MAX_SCALE) { /* only where the rest is below 10 */
        rest *= 10;
        scale--;
    }
    /* Fits: the rest is below the whole, so that the result is at most the power of ten. */
    (void)dti__muldiv(rest, dti__power_of_ten(scale), whole, DTI__ROUND_HALF_UP, &result.fraction);
    if (result.places > digits && result.fraction == 10) { /* 0.0096 is 0.01 and not 0.010 */
        result.fraction = 1;
        result.places--;
    }
    if (result.places <= MAX_SCALE && result.fraction == dti__power_of_ten(result.places)) {
        result.fraction = 0;
        result.whole++;
    }
    return result;
}

/* Text written from its end. */
struct pen {
    char text[TEXT_SIZE];
    size_t start;
};

static void put(struct pen *pen, char c)
{
    pen->text[--pen->start] = c;
}

/* Copies what fits, whole characters only, and a terminator; the length of all, as snprintf(). */
static size_t give(const char *text, char *buffer, size_t size)
{
    const size_t length = strlen(text);
    size_t given = length;
    if (size > 0) {
        if (given >= size) {
            given = size - 1;
            while (given > 0 && ((unsigned char)text[given] & 0xC0) == 0x80) {
                given--;
            }
        }
        memcpy(buffer, text, given);
        buffer[given] = '\0';
    }
    return length;
}

size_t dti_value_format(int64_t part, int64_t whole, int digits, dti_lang lang, char *buffer,
                        size_t size)
{
    const bool is_negative = part < 0;
    if (buffer == NULL) {
        size = 0;
    }
    if (digits < 0 || digits > MAX_DIGITS) {
        return give("", buffer, size);
    }
    if (whole <= 0) {
        return give(NO_VALUE, buffer, size);
    }
    const uint64_t magnitude = is_negative ? 0 - (uint64_t)part : (uint64_t)part;
    struct quotient quotient = divide(magnitude, whole, digits);
    struct pen pen = {.start = TEXT_SIZE - 1};
    for (int i = 0; i < quotient.places; i++) {
        put(&pen, (char)('0' + quotient.fraction % 10));
        quotient.fraction /= 10;
    }
    if (quotient.places > 0) {
        put(&pen, lang == DTI_LANG_EN ? '.' : ',');
    }
    do {
        put(&pen, (char)('0' + quotient.whole % 10));
        quotient.whole /= 10;
    } while (quotient.whole > 0);
    if (is_negative) {
        put(&pen, '-');
    }
    return give(pen.text + pen.start, buffer, size);
}

size_t dti_points_format(int64_t points, int digits, dti_lang lang, char *buffer, size_t size)
{
    return dti_value_format(points, DTI_POINT, digits, lang, buffer, size);
}
