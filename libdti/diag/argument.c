/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Arguments: typed values become text here, by language for readers and exactly for programs. */
#include "diag/argument.h"

#include "base/number.h"
#include "base/tens.h"
#include "base/time.h"
#include "base/wide.h"
#include "diag/line.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

enum {
    POINT_DECIMALS = 9, /* a point is 10^9 */
    MOST_DECIMALS = 15, /* that dti__number_write_short() takes */
};

/* The nearest amount with that many decimals, but with as many more as the first significant digit
 * needs: a difference that is not zero is never shown as 0. */
static int64_t round_points(int64_t points, int decimals)
{
    int64_t unit = dti__power_of_ten(POINT_DECIMALS - decimals);
    while (unit > 1 && points / unit == 0) {
        unit /= 10;
    }
    int64_t units;
    int64_t rounded;
    if (!dti__muldiv(points, 1, unit, DTI__ROUND_HALF_UP, &units) ||
        !dti__mul_i64(units, unit, &rounded)) {
        return points;
    }
    return rounded;
}

static void write_number(double number, int decimals, char mark, char out[DTI__NUMBER_SIZE])
{
    if (!isfinite(number)) {
        (void)snprintf(out, DTI__NUMBER_SIZE, "?");
        return;
    }
    if (decimals < 0 || decimals > MOST_DECIMALS) {
        decimals = MOST_DECIMALS;
    }
    (void)dti__number_write_short(number, decimals, mark, out);
}

static const char *text_in(const struct dti__arg *arg, dti_lang lang)
{
    const bool is_other = arg->kind == DTI__ARG_NAMES && lang == DTI_LANG_EN && arg->other != NULL;
    const char *text = is_other ? arg->other : arg->text;
    return text != NULL ? text : "";
}

static struct dti__date unpack(int64_t packed)
{
    return (struct dti__date){(int16_t)(packed / 10000), (uint8_t)(packed / 100 % 100),
                              (uint8_t)(packed % 100)};
}

_Static_assert(DTI__NUMBER_SIZE >= DTI__DATE_SHOWN && DTI__NUMBER_SIZE >= DTI__TIME_SHOWN,
               "dates and times are written where numbers are");

size_t dti__argument_show(const struct dti__arg *arg, dti_lang lang, char out[DTI__SHOWN_SIZE])
{
    const char mark = lang == DTI_LANG_EN ? '.' : ',';
    char number[DTI__NUMBER_SIZE] = "";
    const char *text = number;
    switch (arg->kind) {
    case DTI__ARG_TEXT:
    case DTI__ARG_NAMES:
        text = text_in(arg, lang);
        break;
    case DTI__ARG_TERM:
        (void)dti__message_format((enum dti__msg)arg->integer, lang, NULL, 0, out, DTI__SHOWN_SIZE);
        return strlen(out);
    case DTI__ARG_INTEGER:
        (void)snprintf(number, sizeof number, "%" PRId64, arg->integer);
        break;
    case DTI__ARG_NUMBER:
        write_number(arg->number, arg->digits, mark, number);
        break;
    case DTI__ARG_POINTS:
        (void)dti__decimal_write(
            arg->digits < 0 ? arg->integer : round_points(arg->integer, arg->digits), mark, number);
        break;
    case DTI__ARG_DATE:
        dti__date_show(unpack(arg->integer), lang, number);
        break;
    case DTI__ARG_TIME:
        dti__time_show(arg->integer, lang, number);
        break;
    }
    struct dti__line line;
    dti__line_init(&line, out, DTI__SHOWN_SIZE);
    dti__line_put(&line, text, strlen(text));
    return line.length;
}

const char *dti__argument_plain(const struct dti__arg *arg, char scratch[DTI__SHOWN_SIZE])
{
    if (arg->kind == DTI__ARG_TEXT || arg->kind == DTI__ARG_NAMES) {
        return text_in(arg, DTI_LANG_VI);
    }
    if (arg->kind == DTI__ARG_TIME) {
        dti__time_write(arg->integer, scratch);
        return scratch;
    }
    struct dti__arg exact = *arg;
    exact.digits = -1; /* all */
    (void)dti__argument_show(&exact, DTI_LANG_EN, scratch);
    return scratch;
}
