/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Layout: the shortest digits of a number as ECMAScript sets them, or rounded for a sentence. */
#include "base/number.h"

#include <math.h>

#include "base/shortest.h"

#define PLAIN_DECADE 21 /* ECMAScript writes numbers from 10^21 on with an exponent … */
#define SMALL_DECADE -6 /* … and those below 10^-6 */
#define MOST_DIGITS  15 /* decimals of dti__number_write_short() */
#define MAX_DECIMALS 30 /* of dti__number_decimals() */

static bool is_negative(double value)
{
    return signbit(value) != 0;
}

struct pen {
    char *out;
    size_t length;
};

static void put(struct pen *pen, char c)
{
    pen->out[pen->length++] = c;
}

static void put_zeros(struct pen *pen, int count)
{
    for (; count > 0; count--) {
        put(pen, '0');
    }
}

/* All digits of the decimal, with the mark behind the first `whole` of them unless it would stand
 * at an end. */
static void put_digits(struct pen *pen, struct dti__decimal decimal, int whole, char mark)
{
    char digits[24];
    for (int i = decimal.count - 1; i >= 0; i--) {
        digits[i] = (char)('0' + decimal.digits % 10);
        decimal.digits /= 10;
    }
    for (int i = 0; i < decimal.count; i++) {
        if (i == whole && i > 0) {
            put(pen, mark);
        }
        put(pen, digits[i]);
    }
}

static void put_exponent(struct pen *pen, int exponent)
{
    const int size = exponent < 0 ? -exponent : exponent;
    put(pen, 'e');
    put(pen, exponent < 0 ? '-' : '+');
    if (size >= 100) {
        put(pen, (char)('0' + size / 100));
    }
    if (size >= 10) {
        put(pen, (char)('0' + size / 10 % 10));
    }
    put(pen, (char)('0' + size % 10));
}

/* Number::toString of ECMAScript; numbers below 10^smallest have an exponent. */
static size_t lay_out(struct dti__decimal decimal, bool negative, char mark, int smallest,
                      char *out)
{
    struct pen pen = {out, 0};
    const int decade = decimal.count + decimal.exponent; /* the value is below 10^decade */
    if (negative && decimal.digits != 0) {
        put(&pen, '-');
    }
    if (decade > PLAIN_DECADE || decade <= smallest) {
        put_digits(&pen, decimal, 1, mark);
        put_exponent(&pen, decade - 1);
    } else if (decade <= 0) {
        put(&pen, '0');
        put(&pen, mark);
        put_zeros(&pen, -decade);
        put_digits(&pen, decimal, decimal.count, mark);
    } else {
        put_digits(&pen, decimal, decade, mark);
        put_zeros(&pen, decimal.exponent);
    }
    pen.out[pen.length] = '\0';
    return pen.length;
}

size_t dti__number_write(double value, char out[DTI__NUMBER_SIZE])
{
    return lay_out(dti__decimal_shortest(value), is_negative(value), '.', SMALL_DECADE, out);
}

/* Half away from zero, from the decimal that people see and not from the double behind it. */
static struct dti__decimal round_decimal(struct dti__decimal decimal, int digits)
{
    const int dropped = -decimal.exponent - digits;
    if (dropped <= 0) {
        return decimal;
    }
    if (dropped > decimal.count) {
        return dti__decimal_make(0, 0);
    }
    uint64_t unit = 1;
    for (int i = 0; i < dropped; i++) {
        unit *= 10;
    }
    return dti__decimal_make((decimal.digits + unit / 2) / unit, -digits);
}

size_t dti__number_write_short(double value, int digits, char mark, char out[DTI__NUMBER_SIZE])
{
    const int kept = digits < 0 ? 0 : digits > MOST_DIGITS ? MOST_DIGITS : digits;
    const struct dti__decimal decimal = round_decimal(dti__decimal_shortest(value), kept);
    return lay_out(decimal, is_negative(value), mark, -MOST_DIGITS, out);
}

int dti__number_decimals(double value)
{
    const int exponent = dti__decimal_shortest(value).exponent;
    return exponent >= 0 ? 0 : exponent < -MAX_DECIMALS ? MAX_DECIMALS : -exponent;
}
