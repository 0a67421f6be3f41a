/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
#include "analyse/reconcile-amounts.h"

#include "base/number.h"
#include "model/dossier.h"

#include <stdio.h>
#include <string.h>

enum {
    POINT_DIGITS = 2, /* as the ministry prints them */
    VALUE_DIGITS = 4,
    PERCENT_DIGITS = 2,
    MOST_DIGITS = 9,
    NUMBER_SIZE = 64,
};

/* ── measures ── */

const struct dti__measure dti__measure_plain = {
    .by = 1, .over = 1, .digits = MOST_DIGITS, .pattern = DTI__MSG_COUNT, .unit = ""};
const struct dti__measure dti__measure_points = {
    .by = 1, .over = 1, .digits = POINT_DIGITS, .pattern = DTI__MSG_COUNT, .unit = ""};

static struct dti__measure measure_points(int digits)
{
    struct dti__measure measure = dti__measure_plain;
    measure.digits = digits > POINT_DIGITS ? digits : POINT_DIGITS;
    measure.pattern = DTI__MSG_FIGURE_POINTS;
    return measure;
}

static struct dti__measure measure_value(int64_t max_points, int digits)
{
    struct dti__measure measure = dti__measure_plain;
    if (max_points <= 0)
        return measure_points(digits);
    measure.by = DTI_POINT;
    measure.over = max_points;
    measure.digits = digits > VALUE_DIGITS ? digits : VALUE_DIGITS;
    measure.pattern = DTI__MSG_FIGURE_VALUE;
    return measure;
}

static struct dti__measure measure_percent(int digits)
{
    struct dti__measure measure = dti__measure_plain;
    measure.by = 100;
    measure.digits = digits > PERCENT_DIGITS ? digits : PERCENT_DIGITS;
    measure.unit = "%";
    return measure;
}

static struct dti__measure measure_whole(enum dti__msg pattern)
{
    struct dti__measure measure = dti__measure_plain;
    measure.digits = 0;
    measure.is_whole = true;
    measure.pattern = pattern;
    return measure;
}

static struct dti__measure measure_difference(int digits)
{
    struct dti__measure measure = dti__measure_plain;
    measure.digits = digits > VALUE_DIGITS ? digits : VALUE_DIGITS;
    measure.pattern = DTI__MSG_FIGURE_DIFFERENCE;
    return measure;
}

static int64_t max_of(const dti_reconciliation *found, size_t node)
{
    const dti_framework *framework = found->figures->framework;
    return node < framework->node_count ? framework->nodes[node].max_points : 0;
}

static bool is_index(const dti_reconciliation *found, size_t node)
{
    const dti_framework *framework = found->figures->framework;
    return node < framework->node_count && framework->nodes[node].kind == DTI_NODE_INDEX;
}

/* The low bits of the detail say what is counted. */
static enum dti__msg counted(uint32_t detail)
{
    static const enum dti__msg patterns[] = {
        [DTI__COUNTS_COMPONENTS] = DTI__MSG_COUNT_COMPONENTS,
        [DTI__COUNTS_AT_MAXIMUM] = DTI__MSG_COUNT_AT_MAXIMUM,
        [DTI__COUNTS_BELOW_MAXIMUM] = DTI__MSG_COUNT_BELOW_MAXIMUM,
        [DTI__COUNTS_ZERO] = DTI__MSG_COUNT_ZERO,
        [DTI__COUNTS_BELOW_HALF] = DTI__MSG_COUNT_BELOW_HALF,
        [DTI__COUNTS_SOME] = DTI__MSG_COUNT_SOME,
        [DTI__COUNTS_UNITS_ABOVE_MEAN] = DTI__MSG_COUNT_ABOVE_MEAN,
        [DTI__COUNTS_MAINS_RISEN] = DTI__MSG_COUNT_RISEN,
        [DTI__COUNTS_MAINS_FALLEN] = DTI__MSG_COUNT_FALLEN,
    };
    uint32_t what = detail & 0xff;
    return what > DTI__COUNTS_NOT_SAID && what < sizeof patterns / sizeof *patterns
               ? patterns[what]
               : DTI__MSG_COUNT;
}

/* What is published of an index is its value; of all else, points. */
struct dti__measure dti__measure_of_unknown(const dti_reconciliation *found, size_t unknown)
{
    const struct dti__subject_of *of = &found->figures->unknowns[unknown].of;
    struct dti__measure measure;
    switch (of->about) {
    case DTI__ABOUT_POINTS:
    case DTI__ABOUT_MEAN:
        return is_index(found, of->node) ? measure_value(max_of(found, of->node), VALUE_DIGITS)
                                         : measure_points(POINT_DIGITS);
    case DTI__ABOUT_MEAN_CHANGE:
    case DTI__ABOUT_VALUE_CHANGE:
        return measure_difference(VALUE_DIGITS);
    case DTI__ABOUT_RANK:
        return measure_whole(DTI__MSG_FIGURE_RANK);
    case DTI__ABOUT_RANK_CHANGE:
        measure = measure_whole(DTI__MSG_FIGURE_UP);
        measure.is_step = true;
        return measure;
    case DTI__ABOUT_COUNT:
        return measure_whole(counted(of->detail));
    case DTI__ABOUT_FACT:
        return measure_whole(DTI__MSG_COUNT);
    case DTI__ABOUT_SHARE:
        return measure_percent(PERCENT_DIGITS);
    case DTI__ABOUT_TARGET: /* the share itself, or its part and whole */
        return of->detail == 0 ? measure_percent(PERCENT_DIGITS) : dti__measure_plain;
    default:
        return dti__measure_plain;
    }
}

static int printed_digits(const char *text)
{
    int64_t amount = 0;
    int digits = 0;
    return text && dti__decimal_read(text, strlen(text), &amount, &digits) ? digits : 0;
}

struct dti__measure dti__measure_of_figure(const dti_reconciliation *found,
                                           const struct dti__said *said, dti_lang lang)
{
    int digits = printed_digits(said->text);
    if (said->unknown == DTI_NONE)
        return dti__measure_plain;
    const struct dti__subject_of *of = &found->figures->unknowns[said->unknown].of;
    struct dti__measure measure = dti__measure_of_unknown(found, said->unknown);
    bool is_points = of->about == DTI__ABOUT_POINTS || of->about == DTI__ABOUT_MEAN;
    if (is_points && said->quantity == DTI_QUANTITY_VALUE)
        return measure_value(max_of(found, of->node), digits);
    if (is_points && said->quantity == DTI_QUANTITY_POINTS)
        return measure_points(digits);
    if (of->about == DTI__ABOUT_TARGET && said->quantity == DTI_QUANTITY_COUNT)
        return dti__measure_plain;
    if (of->about == DTI__ABOUT_INPUT && said->quantity == DTI_QUANTITY_PERCENT)
        measure.unit = "%";
    if (said->input != DTI_NONE && said->quantity != DTI_QUANTITY_PERCENT)
        measure.unit = dti_framework_input_unit(found->figures->framework, said->input, lang);
    if (!measure.is_whole && digits > measure.digits)
        measure.digits = digits;
    return measure;
}

/* ── showing ── */

static int64_t scale(const struct dti__measure *measure, int64_t amount)
{
    int64_t out = amount;
    (void)dti__muldiv(amount, measure->by, measure->over, DTI__ROUND_HALF_UP, &out);
    return out;
}

/* So many decimals, none of a whole number; where nobody printed any, as many as there are. */
static void show_number(const struct dti__measure *measure, int64_t amount, dti_lang lang,
                        char out[NUMBER_SIZE])
{
    if (measure->digits < MOST_DIGITS)
        (void)dti_points_format(amount, amount % DTI_POINT == 0 ? 0 : measure->digits, lang, out,
                                NUMBER_SIZE);
    else
        (void)dti__decimal_write(amount, lang == DTI_LANG_EN ? '.' : ',', out);
}

static struct dti__span to_shown(const struct dti__measure *measure, struct dti__span span)
{
    struct dti__span out = {scale(measure, span.low), scale(measure, span.high)};
    if (measure->is_whole) { /* inward */
        int64_t low = out.low / DTI_POINT * DTI_POINT;
        int64_t high = out.high / DTI_POINT * DTI_POINT;
        low += low < out.low ? DTI_POINT : 0;
        high -= high > out.high ? DTI_POINT : 0;
        if (low <= high)
            out = (struct dti__span){low, high};
    }
    return out;
}

/* What is no wider than the last digit is one number: that in its middle. */
static void narrow(const struct dti__measure *measure, struct dti__span *shown)
{
    int64_t last = DTI_POINT;
    for (int i = 0; i < measure->digits; i++)
        last /= 10;
    if (!measure->is_whole && measure->digits < MOST_DIGITS && shown->high - shown->low <= last) {
        shown->low += (shown->high - shown->low) / 2;
        shown->high = shown->low;
    }
}

struct dti__shown dti__show_span(const struct dti__measure *measure, struct dti__span span,
                                 dti_lang lang)
{
    struct dti__span shown = to_shown(measure, span);
    narrow(measure, &shown);
    struct dti__shown out = {.text = ""};
    char low[NUMBER_SIZE];
    char high[NUMBER_SIZE];
    show_number(measure, shown.low, lang, low);
    show_number(measure, shown.high, lang, high);
    if (strcmp(low, high) == 0)
        (void)snprintf(out.text, sizeof out.text, "%s", low);
    else
        (void)dti__message_format(DTI__MSG_FIGURE_SPAN, lang,
                                  DTI__ARGS(DTI__TEXT(low), DTI__TEXT(high)), out.text,
                                  sizeof out.text);
    return out;
}

/* Words around a number. */
static struct dti__shown dress(const struct dti__measure *measure, const char *number,
                               dti_lang lang)
{
    struct dti__shown out = {.text = ""};
    struct dti__sentence words = dti__sentence_begin(lang, out.text, sizeof out.text);
    if (measure->pattern != DTI__MSG_COUNT) {
        dti__sentence_say(&words, measure->pattern, DTI__ARGS(DTI__TEXT(number)));
        return out;
    }
    dti__sentence_put(&words, number);
    dti__sentence_put(&words, *measure->unit ? " " : "");
    dti__sentence_quote(&words, measure->unit);
    return out;
}

/* Down is as large as up, only the other way. */
static struct dti__shown show_step(struct dti__measure measure, struct dti__span span,
                                   dti_lang lang)
{
    if (span.high < 0) {
        span = (struct dti__span){-span.high, -span.low};
        measure.pattern = DTI__MSG_FIGURE_DOWN;
    } else if (span.low < 0) {
        measure.pattern = DTI__MSG_FIGURE_DIFFERENCE;
    }
    return dress(&measure, dti__show_span(&measure, span, lang).text, lang);
}

struct dti__shown dti__show_amount(const struct dti__measure *measure, struct dti__span span,
                                   dti_lang lang)
{
    if (measure->is_step)
        return show_step(*measure, span, lang);
    return dress(measure, dti__show_span(measure, span, lang).text, lang);
}

struct dti__shown dti__show_surplus(struct dti__span span, dti_lang lang)
{
    bool is_more = span.low + span.high > 0;
    struct dti__span size = is_more ? span : (struct dti__span){-span.high, -span.low};
    struct dti__shown out = {.text = ""};
    (void)dti__message_format(
        is_more ? DTI__MSG_FIGURE_SURPLUS : DTI__MSG_FIGURE_LACK, lang,
        DTI__ARGS(DTI__TEXT(dti__show_span(&dti__measure_points, size, lang).text)), out.text,
        sizeof out.text);
    return out;
}

struct dti__shown dti__show_other(const struct dti__measure *measure, struct dti__span span,
                                  struct dti__span limits, dti_lang lang)
{
    struct dti__measure bare = *measure;
    enum dti__msg bound = DTI__MSG_COUNT;
    if (measure->is_step)
        return show_step(*measure, span, lang);
    if (bare.pattern != DTI__MSG_FIGURE_POINTS)
        bare.pattern = DTI__MSG_COUNT;
    struct dti__span shown = to_shown(measure, span);
    narrow(measure, &shown);
    bare.by = bare.over; /* they are scaled already */
    if (shown.low < shown.high && span.high >= limits.high && span.low > limits.low &&
        span.low <= limits.high) {
        shown.high = shown.low;
        bound = DTI__MSG_WANT_AT_LEAST;
    } else if (shown.low < shown.high && span.low <= limits.low && span.high < limits.high &&
               span.high >= limits.low) {
        shown.low = shown.high;
        bound = DTI__MSG_WANT_AT_MOST;
    }
    struct dti__shown amount = dress(&bare, dti__show_span(&bare, shown, lang).text, lang);
    if (bound == DTI__MSG_COUNT)
        return amount;
    struct dti__shown out = {.text = ""};
    (void)dti__message_format(bound, lang, DTI__ARGS(DTI__TEXT(amount.text)), out.text,
                              sizeof out.text);
    return out;
}

/* "7.87" of a table in a Vietnamese sentence is "7,87"; what has several marks stays as it is. */
struct dti__shown dti__show_digits(const struct dti__said *said, dti_lang lang)
{
    static const char marks[] = ",.";
    struct dti__shown out = {.text = ""};
    (void)snprintf(out.text, sizeof out.text, "%s", said->text ? said->text : "");
    char *mark = out.text + strcspn(out.text, marks);
    if (*mark != '\0' && mark[1 + strcspn(mark + 1, marks)] == '\0')
        *mark = lang == DTI_LANG_EN ? '.' : ',';
    return out;
}

/* Of a choice, its name in the language; NULL: it is a number. */
static const char *choice_of(const dti_reconciliation *found, const struct dti__said *said,
                             dti_lang lang)
{
    const dti_framework *framework = found->figures->framework;
    if (said->input >= framework->input_count || !said->text)
        return NULL;
    const struct dti__input *input = &framework->inputs[said->input];
    if (input->kind == DTI_INPUT_YES_NO)
        return dti__message_text(said->span.low > 0 ? DTI__MSG_WORD_YES : DTI__MSG_WORD_NO, lang);
    for (size_t i = 0; i < input->choice_count; i++)
        if (strcmp(dti__text2_in(input->choices[i].names, DTI_LANG_VI), said->text) == 0)
            return dti__text2_in(input->choices[i].names, lang);
    return NULL;
}

struct dti__shown dti__show_figure(const dti_reconciliation *found, const struct dti__said *said,
                                   dti_lang lang)
{
    const char *choice = choice_of(found, said, lang);
    if (choice) {
        struct dti__shown out = {.text = ""};
        struct dti__sentence whole = dti__sentence_begin(lang, out.text, sizeof out.text);
        dti__sentence_put(&whole, choice);
        return out;
    }
    struct dti__measure measure = dti__measure_of_figure(found, said, lang);
    if (measure.is_whole) /* "05" is 5 */
        return dti__show_amount(&measure, said->span, lang);
    return dress(&measure, dti__show_digits(said, lang).text, lang);
}
