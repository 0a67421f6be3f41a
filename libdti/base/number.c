/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Numbers as text: exact arithmetic for the short decimals of documents, the C library for all
 * others, called in the default floating environment and fed with what means the same in every
 * locale: digits and an exponent, no decimal mark. */
#include "base/number.h"

#include <assert.h>
#include <errno.h>
#include <fenv.h>
#include <float.h>
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/shortest.h"

#define EXACT_POWER   22 /* 10^22 is the largest power of ten that a double holds */
#define EXACT_INTEGER (UINT64_C(1) << 53)
#define EXACT_DIGITS  15   /* decimals of so many digits survive the way through a double */
#define SMALL_VALUE   1e-9 /* below it short decimals are too rare to be looked for */
#define MAX_DIGITS    17   /* so many digits tell any two doubles apart */
#define READ_DIGITS   770  /* a bit more than the 767 digits that can decide a rounding */
#define LAST_DECADE   310  /* numbers from 10^309 on are beyond every double */
#define FIRST_DECADE  -330 /* numbers below 10^-330 round to 0 */

static const double powers_of_ten[EXACT_POWER + 1] = {
    1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
    1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
};

static uint64_t bits_of(double value)
{
    uint64_t bits;
    memcpy(&bits, &value, sizeof bits);
    return bits;
}

/* Compares bits, because a host may have switched subnormal numbers off in comparisons. */
static bool is_same(double a, double b)
{
    return bits_of(a) == bits_of(b);
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* ---- The host's floating environment ---- */

/* True if one operation on exact operands is correctly rounded here and now: double precision,
 * to nearest. Only asked, never switched around plain operations: compilers move those freely. */
static bool arithmetic_is_plain(void)
{
    const volatile double tiny = DBL_MIN;
    const double above = 1.0 + tiny;
    const double below = 1.0 - tiny;
    return FLT_EVAL_METHOD == 0 && above <= below;
}

/* What strtod() and snprintf() may follow or change. */
struct environment {
    fenv_t floating;
    int error;
};

static void enter_default_environment(struct environment *host)
{
    host->error = errno;
    fegetenv(&host->floating);
    fesetenv(FE_DFL_ENV);
}

static void restore_environment(const struct environment *host)
{
    fesetenv(&host->floating);
    errno = host->error;
}

/* ---- Reading ---- */

/* A JSON number taken apart; the value is (digits without the point) × 10^exponent. */
struct literal {
    bool is_negative;
    const char *digits; /* from here to `end`, a point among them or not */
    const char *end;
    int64_t exponent;
};

static const char *skip_digits(const char *at, const char *end)
{
    while (at < end && is_digit(*at)) {
        at++;
    }
    return at;
}

/* Reads "e+12" at the end of a literal. */
static bool scan_exponent(const char *at, const char *end, int64_t *exponent)
{
    at++;
    const bool is_negative = at < end && *at == '-';
    if (at < end && (*at == '-' || *at == '+')) {
        at++;
    }
    if (at == end || skip_digits(at, end) != end) {
        return false;
    }
    int64_t value = 0;
    for (; at < end; at++) {
        if (value < INT64_MAX / 100) { /* more is no different */
            value = value * 10 + (*at - '0');
        }
    }
    *exponent = is_negative ? -value : value;
    return true;
}

/* The grammar of RFC 8259, section 6. */
static bool scan_literal(const char *text, const char *end, struct literal *out)
{
    *out = (struct literal){.digits = text};
    if (text < end && *text == '-') {
        out->is_negative = true;
        out->digits++;
    }
    const char *at = skip_digits(out->digits, end);
    if (at == out->digits || (*out->digits == '0' && at - out->digits > 1)) {
        return false;
    }
    int64_t decimals = 0;
    if (at < end && *at == '.') {
        const char *fraction = at + 1;
        at = skip_digits(fraction, end);
        decimals = at - fraction;
        if (decimals == 0) {
            return false;
        }
    }
    out->end = at;
    if (at < end && *at != 'e' && *at != 'E') {
        return false;
    }
    if (at < end && !scan_exponent(at, end, &out->exponent)) {
        return false;
    }
    out->exponent -= decimals;
    return true;
}

/* Clinger's fast path: both operands are exact, so that one operation rounds once. */
static bool read_exactly(const struct literal *literal, double *out)
{
    uint64_t integer = 0;
    for (const char *at = literal->digits; at < literal->end; at++) {
        if (*at != '.') {
            integer = integer * 10 + (uint64_t)(*at - '0');
            if (integer > EXACT_INTEGER) {
                return false;
            }
        }
    }
    if (integer == 0) {
        *out = 0.0;
        return true;
    }
    const int64_t exponent = literal->exponent;
    if (exponent < -EXACT_POWER || exponent > EXACT_POWER || !arithmetic_is_plain()) {
        return false;
    }
    *out = exponent < 0 ? (double)integer / powers_of_ten[-exponent]
                        : (double)integer * powers_of_ten[exponent];
    return true;
}

/* Any literal: its significant digits, as many as can matter, go through strtod(). */
static bool read_with_library(const struct literal *literal, double *out)
{
    char text[READ_DIGITS + 32];
    int count = 0;
    bool is_longer = false;
    int64_t exponent = literal->exponent;
    for (const char *at = literal->digits; at < literal->end; at++) {
        if (*at == '.' || (*at == '0' && count == 0)) {
            continue;
        }
        if (count < READ_DIGITS) {
            text[count++] = *at;
        } else {
            is_longer = is_longer || *at != '0';
            exponent++;
        }
    }
    const int64_t decade = exponent + count; /* the number is below 10^decade */
    if (count == 0 || decade < FIRST_DECADE) {
        *out = 0.0;
        return true;
    }
    if (decade > LAST_DECADE) {
        return false;
    }
    if (is_longer) { /* the rest of the digits only has to be more than nothing */
        text[count++] = '1';
        exponent--;
    }
    struct environment host;
    enter_default_environment(&host);
    snprintf(text + count, sizeof text - (size_t)count, "e%d", (int)exponent);
    *out = strtod(text, NULL);
    restore_environment(&host);
    return isfinite(*out);
}

bool dti__number_read(const char *text, size_t length, double *out)
{
    struct literal literal;
    double value;
    if (text == NULL || !scan_literal(text, text + length, &literal)) {
        return false;
    }
    if (!read_exactly(&literal, &value) && !read_with_library(&literal, &value)) {
        return false;
    }
    *out = literal.is_negative && bits_of(value) != 0 ? -value : value;
    return true;
}

/* ---- Shortest digits ---- */

struct dti__decimal dti__decimal_make(uint64_t digits, int exponent)
{
    struct dti__decimal decimal = {digits, 1, exponent};
    if (digits == 0) {
        decimal.exponent = 0;
        return decimal;
    }
    while (decimal.digits % 10 == 0) {
        decimal.digits /= 10;
        decimal.exponent++;
    }
    for (uint64_t rest = decimal.digits; rest >= 10; rest /= 10) {
        decimal.count++;
    }
    return decimal;
}

/* Integers that doubles count without gaps, and decimals of at most 15 digits: of these only one
 * can be as near as a rounding error, and the division that proves it is correctly rounded. */
static bool shorten_exactly(double value, struct dti__decimal *out)
{
    if (value >= (double)EXACT_INTEGER) {
        return false;
    }
    if (is_same((double)(uint64_t)value, value)) {
        *out = dti__decimal_make((uint64_t)value, 0);
        return true;
    }
    if (value < SMALL_VALUE || !arithmetic_is_plain()) {
        return false;
    }
    for (int decimals = 1; decimals <= EXACT_POWER; decimals++) {
        const double scaled = value * powers_of_ten[decimals] + 0.5;
        if (scaled >= powers_of_ten[EXACT_DIGITS]) {
            return false;
        }
        if (is_same((double)(uint64_t)scaled / powers_of_ten[decimals], value)) {
            *out = dti__decimal_make((uint64_t)scaled, -decimals);
            return true;
        }
    }
    return false;
}

/* The nearest number of `count` digits, trailing zeros and all: *digits × 10^*exponent. */
static void nearest_digits(double value, int count, uint64_t *digits, int *exponent)
{
    char text[64];
    snprintf(text, sizeof text, "%.*e", count - 1, value);
    const char *at = text;
    *digits = 0;
    for (; *at != 'e' && *at != '\0'; at++) {
        if (is_digit(*at)) { /* what else there is, is the decimal mark of the locale */
            *digits = *digits * 10 + (uint64_t)(*at - '0');
        }
    }
    int printed = 0;
    const bool is_negative = *at == 'e' && at[1] == '-';
    for (; *at != '\0'; at++) {
        printed = is_digit(*at) ? printed * 10 + (*at - '0') : printed;
    }
    *exponent = (is_negative ? -printed : printed) - (count - 1);
}

static bool reads_back(uint64_t digits, int exponent, double value)
{
    char text[48];
    snprintf(text, sizeof text, "%" PRIu64 "e%d", digits, exponent);
    return is_same(strtod(text, NULL), value);
}

/* Any value. Of the numbers of one length only two can be right: the nearest, and its upper
 * neighbour at a power of two, where the doubles above lie twice as far apart as those below. */
static struct dti__decimal shorten_with_library(double value)
{
    struct environment host;
    uint64_t digits = 0;
    int exponent = 0;
    enter_default_environment(&host);
    /* If a normal number has a text of 15 digits or fewer, it is the nearest of 15. */
    int count = value < DBL_MIN ? 1 : EXACT_DIGITS;
    for (; count <= MAX_DIGITS; count++) {
        nearest_digits(value, count, &digits, &exponent);
        if (reads_back(digits, exponent, value)) {
            break;
        }
        if (reads_back(digits + 1, exponent, value)) {
            digits++;
            break;
        }
    }
    restore_environment(&host);
    return dti__decimal_make(digits, exponent);
}

struct dti__decimal dti__decimal_shortest(double value)
{
    struct dti__decimal decimal;
    const double size = fabs(value);
    assert(isfinite(value));
    return shorten_exactly(size, &decimal) ? decimal : shorten_with_library(size);
}
