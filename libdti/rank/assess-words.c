/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Where a target stands, in words: what is, what is wanted by when, and why it has its status. */
#include "diag/argument.h"
#include "rank/assess.h"

#include <stdio.h>
#include <string.h>

#define WORDS_SIZE 121 /* of what goes into a sentence as one argument */

/* ── amounts ── */

/* In the rule of the house a space stands before "%". */
static void say_quantity(struct dti__sentence *sentence, const struct dti__target *target,
                         int64_t amount, uint32_t out_of)
{
    char number[WORDS_SIZE];
    struct dti__arg figure = DTI__POINTS(amount, -1);
    dti__argument_show(&figure, sentence->lang, number);
    switch (target->quantity) {
    case DTI__TARGET_RANK:
        dti__sentence_say(sentence,
                          out_of > 0 ? DTI__MSG_SAY_TARGET_RANK_OF : DTI__MSG_SAY_TARGET_RANK,
                          DTI__ARGS(DTI__TEXT(number), DTI__INTEGER(out_of)));
        return;
    case DTI__TARGET_POINTS:
        dti__sentence_say(sentence, DTI__MSG_SAY_TARGET_POINTS, DTI__ARGS(DTI__TEXT(number)));
        return;
    case DTI__TARGET_PERCENT:
        dti__sentence_put(sentence, number);
        dti__sentence_put(sentence, " %");
        return;
    default:
        dti__sentence_put(sentence, number);
    }
    if (target->unit.vi) {
        dti__sentence_put(sentence, " ");
        dti__sentence_quote(sentence, dti__text2_in(target->unit, sentence->lang));
    }
}

static void say_amount(struct dti__sentence *sentence, const struct dti__target *target,
                       int64_t amount)
{
    say_quantity(sentence, target, amount, 0);
}

static void write_amount(const struct dti__target *target, int64_t amount, dti_lang lang,
                         char out[WORDS_SIZE])
{
    struct dti__sentence sentence = dti__sentence_begin(lang, out, WORDS_SIZE);
    say_amount(&sentence, target, amount);
}

static uint32_t out_of(const struct dti__target *target, const struct dti__known *known)
{
    const dti_table *table = known->table;
    return table && dti__target_is_rank(target) && !table->is_ranked_by_group ? table->out_of : 0;
}

static void say_known(struct dti__sentence *sentence, const struct dti__target *target,
                      const struct dti__known *known)
{
    static const enum dti__msg bounds[] = {
        [DTI__BOUND_AT_LEAST] = DTI__MSG_WANT_AT_LEAST,
        [DTI__BOUND_AT_MOST] = DTI__MSG_WANT_AT_MOST,
        [DTI__BOUND_ABOUT] = DTI__MSG_SAY_TARGET_ABOUT,
    };
    char figure[WORDS_SIZE];
    char year[16];
    struct dti__sentence words = dti__sentence_begin(sentence->lang, figure, sizeof figure);
    if (!known->text)
        dti__sentence_put(
            &words, dti__message_text(known->amount > 0 ? DTI__MSG_WORD_YES : DTI__MSG_WORD_NO,
                                      sentence->lang));
    else
        say_quantity(&words, target, known->amount, out_of(target, known));
    if (known->bound == DTI__BOUND_EXACT)
        dti__sentence_put(sentence, figure);
    else
        dti__sentence_say(sentence, bounds[known->bound], DTI__ARGS(DTI__TEXT(figure)));
    snprintf(year, sizeof year, " (%d)", (int)known->year);
    dti__sentence_put(sentence, year);
}

/* ── what is wanted ── */

static void say_compared(struct dti__sentence *sentence, const struct dti__target *target)
{
    static const enum dti__msg figures[] = {DTI__MSG_WANT_AT_LEAST, DTI__MSG_WANT_AT_MOST,
                                            DTI__MSG_WANT_EQUAL, DTI__MSG_WANT_ABOVE,
                                            DTI__MSG_WANT_BELOW};
    char amount[WORDS_SIZE];
    bool is_better_rank =
        dti__target_is_rank(target) &&
        (target->comparison == DTI_TARGET_AT_MOST || target->comparison == DTI_TARGET_BELOW);
    if (!target->value)
        dti__sentence_say(sentence, DTI__MSG_WANT_NO_VALUE, DTI__NO_ARGS);
    else if (is_better_rank)
        dti__sentence_say(sentence,
                          target->comparison == DTI_TARGET_AT_MOST ? DTI__MSG_WANT_RANK
                                                                   : DTI__MSG_WANT_RANK_BETTER,
                          DTI__ARGS(DTI__POINTS(target->amount, -1)));
    else {
        write_amount(target, target->amount, sentence->lang, amount);
        dti__sentence_say(sentence, figures[target->comparison], DTI__ARGS(DTI__TEXT(amount)));
    }
}

static void say_wanted(struct dti__sentence *sentence, const struct dti__target *target)
{
    switch (target->comparison) {
    case DTI_TARGET_INCREASE:
        dti__sentence_say(sentence, DTI__MSG_WANT_INCREASE, DTI__NO_ARGS);
        return;
    case DTI_TARGET_DECREASE:
        dti__sentence_say(sentence,
                          dti__target_is_rank(target) ? DTI__MSG_WANT_RANK_RISE
                                                      : DTI__MSG_WANT_DECREASE,
                          DTI__NO_ARGS);
        return;
    case DTI_TARGET_DONE:
        dti__sentence_say(sentence, DTI__MSG_WANT_DONE, DTI__NO_ARGS);
        return;
    case DTI_TARGET_IN_GROUP:
        dti__sentence_say(sentence, DTI__MSG_WANT_GROUP,
                          DTI__ARGS(DTI__NAMES(target->group.vi, target->group.en)));
        return;
    case DTI_TARGET_TEXT:
        dti__sentence_say(sentence, DTI__MSG_WANT_TEXT, DTI__NO_ARGS);
        return;
    default:
        say_compared(sentence, target);
    }
}

size_t dti_targets_target_format(const dti_targets *targets, size_t target, dti_lang lang,
                                 char *buffer, size_t size)
{
    struct dti__sentence sentence = dti__sentence_begin(lang, buffer, buffer ? size : 0);
    const struct dti__target *at = dti__targets_at(targets, target);
    if (at)
        say_wanted(&sentence, at);
    return sentence.length;
}

size_t dti_assessment_actual_format(const dti_assessment *assessment, size_t target, dti_lang lang,
                                    char *buffer, size_t size)
{
    struct dti__sentence sentence = dti__sentence_begin(lang, buffer, buffer ? size : 0);
    const struct dti__target *at = assessment ? dti__targets_at(assessment->targets, target) : NULL;
    if (at && assessment->assessed[target].actual)
        say_known(&sentence, at, assessment->assessed[target].actual);
    return sentence.length;
}

/* ── why ── */

static void say_line(struct dti__sentence *sentence, const struct dti__target *target,
                     const struct dti__assessed *assessed)
{
    char from[WORDS_SIZE];
    char to[WORDS_SIZE];
    char expected[WORDS_SIZE];
    struct dti__arg asked = DTI__POINTS(assessed->expected, 2);
    write_amount(target, assessed->baseline->amount, sentence->lang, from);
    write_amount(target, target->amount, sentence->lang, to);
    dti__argument_show(&asked, sentence->lang, expected);
    dti__sentence_say(sentence, DTI__MSG_SAY_TARGET_LINE,
                      DTI__ARGS(DTI__TEXT(from), DTI__INTEGER(assessed->baseline->year),
                                DTI__TEXT(to), DTI__INTEGER(target->due.year), DTI__TEXT(expected),
                                DTI__INTEGER(assessed->actual->year)));
}

static void say_before(struct dti__sentence *sentence, const struct dti__target *target,
                       const struct dti__assessed *assessed)
{
    dti__sentence_say(sentence, DTI__MSG_SAY_TARGET_BEFORE, DTI__NO_ARGS);
    dti__sentence_put(sentence, " ");
    say_known(sentence, target, assessed->baseline);
}

static void say_why(struct dti__sentence *sentence, const struct dti__target *target,
                    const struct dti__assessed *assessed)
{
    static const enum dti__msg reasons[] = {
        [DTI__WHY_NO_GROUP] = DTI__MSG_WHY_TARGET_NO_GROUP,
        [DTI__WHY_BOUND] = DTI__MSG_WHY_TARGET_BOUND,
        [DTI__WHY_NO_DUE] = DTI__MSG_WHY_TARGET_NO_DUE,
        [DTI__WHY_NO_BASELINE] = DTI__MSG_WHY_TARGET_NO_BASELINE,
        [DTI__WHY_NO_LATER] = DTI__MSG_WHY_TARGET_NO_BASELINE,
        [DTI__WHY_HELD] = DTI__MSG_WHY_TARGET_HELD,
        [DTI__WHY_NOT_MET] = 0, /* the last one gives the list its length */
    };
    bool has_line = assessed->has_expected && assessed->actual->year < target->due.year;
    bool is_late =
        assessed->why == DTI__WHY_AWAITED ||
        (assessed->actual && target->due.year != 0 && assessed->actual->year > target->due.year);
    bool is_way = assessed->why == DTI__WHY_LINE || assessed->why == DTI__WHY_HELD;
    bool is_against_before =
        target->comparison == DTI_TARGET_INCREASE || target->comparison == DTI_TARGET_DECREASE;
    if (is_against_before && assessed->baseline)
        say_before(sentence, target, assessed);
    if (is_way && has_line)
        say_line(sentence, target, assessed);
    if (reasons[assessed->why] != 0)
        dti__sentence_say(sentence, reasons[assessed->why], DTI__NO_ARGS);
    if (is_late)
        dti__sentence_say(sentence, DTI__MSG_WHY_TARGET_AWAITED,
                          DTI__ARGS(DTI__INTEGER(target->due.year)));
}

/* ── what a reader of the figures should know ── */

static void say_framework(struct dti__sentence *sentence, const dti_targets *targets,
                          const struct dti__known *known)
{
    if (known && known->table && strcmp(known->table->framework->id, targets->framework->id) != 0)
        dti__sentence_say(
            sentence, DTI__MSG_SAY_TARGET_FRAMEWORK,
            DTI__ARGS(DTI__INTEGER(known->year), DTI__TEXT(known->table->framework->id)));
}

static void say_caveats(struct dti__sentence *sentence, const dti_targets *targets,
                        const struct dti__target *target, const struct dti__assessed *assessed)
{
    const struct dti__known *now = assessed->actual;
    const struct dti__known *then = assessed->baseline;
    if (now && then && out_of(target, now) != 0 && out_of(target, then) != 0 &&
        out_of(target, now) != out_of(target, then))
        dti__sentence_say(sentence, DTI__MSG_SAY_TARGET_UNITS,
                          DTI__ARGS(DTI__INTEGER(then->year), DTI__INTEGER(out_of(target, then)),
                                    DTI__INTEGER(now->year), DTI__INTEGER(out_of(target, now))));
    say_framework(sentence, targets, then);
    say_framework(sentence, targets, now);
}

/* What is, and what it is held against; a measure has only its words. */
static void say_both(struct dti__sentence *sentence, const struct dti__target *target,
                     const struct dti__assessed *assessed)
{
    bool is_text = target->comparison == DTI_TARGET_TEXT;
    if (assessed->actual)
        say_known(sentence, target, assessed->actual);
    else if (!is_text)
        dti__sentence_say(sentence, DTI__MSG_WHY_TARGET_NO_FIGURE, DTI__NO_ARGS);
    if (assessed->actual || !is_text)
        dti__sentence_put(sentence, "; ");
    if (!is_text && assessed->why != DTI__WHY_NO_VALUE) {
        dti__sentence_say(sentence, DTI__MSG_SAY_TARGET_WANTED, DTI__NO_ARGS);
        dti__sentence_put(sentence, " ");
    }
    say_wanted(sentence, target);
    if (target->due.year != 0)
        dti__sentence_say(sentence, DTI__MSG_SAY_TARGET_DUE, DTI__ARGS(DTI__DATE(target->due)));
}

static void say_all(struct dti__sentence *sentence, const dti_targets *targets,
                    const struct dti__target *target, const struct dti__assessed *assessed)
{
    say_both(sentence, target, assessed);
    say_why(sentence, target, assessed);
    say_caveats(sentence, targets, target, assessed);
    dti__sentence_put(sentence, ": ");
    dti__sentence_put(sentence,
                      dti_target_status_name((dti_target_status)assessed->status, sentence->lang));
}

size_t dti_assessment_format(const dti_assessment *assessment, size_t target, dti_lang lang,
                             char *buffer, size_t size)
{
    struct dti__sentence sentence = dti__sentence_begin(lang, buffer, buffer ? size : 0);
    const struct dti__target *at = assessment ? dti__targets_at(assessment->targets, target) : NULL;
    if (at)
        say_all(&sentence, assessment->targets, at, &assessment->assessed[target]);
    return sentence.length;
}
