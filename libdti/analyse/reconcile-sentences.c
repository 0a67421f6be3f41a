/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Identities in words: what is stated, what the others give, the difference. */
#include "analyse/reconcile-words.h"

#include <stdio.h>
#include <string.h>

struct telling {
    struct dti__sentence *out;
    const dti_reconciliation *found;
    const struct dti__tied *tied;
    struct dti__measure measure; /* of the subject */
    struct dti__shown stated;    /* as printed if it is, with words */
    struct dti__shown expected;  /* beside it: with fewer */
};

bool dti__tied_difference(const struct dti__tied *tied, struct dti__span *out)
{
    if (dti__span_is_empty(tied->stated) || dti__span_is_empty(tied->expected))
        return false;
    *out = (struct dti__span){tied->expected.low - tied->stated.high,
                              tied->expected.high - tied->stated.low};
    return true;
}

static const struct dti__said *said_of(const dti_reconciliation *found, size_t suspect)
{
    return &found->figures->said[found->suspects[suspect].figures[0]];
}

/* The unknown that an identity speaks of; DTI_NONE: none. */
static size_t subject_of(const struct dti__tied *tied)
{
    if (tied->is.kind == DTI_IDENTITY_SAME)
        return tied->is.terms[0].unknown;
    return tied->is.subject < tied->is.term_count ? tied->is.terms[tied->is.subject].unknown
                                                  : DTI_NONE;
}

static void begin(struct telling *telling)
{
    const dti_reconciliation *found = telling->found;
    dti_lang lang = telling->out->lang;
    size_t unknown = subject_of(telling->tied);
    const struct dti__said *said = NULL;
    if (unknown != DTI_NONE && dti__reconcile_is_claimed(found, unknown))
        said = said_of(found, found->first_claim[unknown]);
    if (telling->tied->is.kind == DTI_IDENTITY_SAME)
        said = said_of(found, telling->tied->suspects[0]);
    if (!said && unknown == DTI_NONE && telling->tied->figure_count > 0)
        said = &found->figures->said[telling->tied->figures[0]];
    telling->measure = said && said->unknown != DTI_NONE ? dti__measure_of_figure(found, said, lang)
                       : unknown != DTI_NONE             ? dti__measure_of_unknown(found, unknown)
                                                         : dti__measure_plain;
    struct dti__span limits =
        unknown != DTI_NONE ? found->figures->unknowns[unknown].limits : DTI__SPAN_NONE;
    telling->expected = dti__show_other(&telling->measure, telling->tied->expected, limits, lang);
    telling->stated = said ? dti__show_figure(found, said, lang)
                           : dti__show_amount(&telling->measure, telling->tied->stated, lang);
}

/* Figures of others beside those of the unit that it is about: "hạng 15 (Thanh Hóa)". */
static void tell_other_unit(struct telling *telling, const struct dti__said *said)
{
    const struct dti__identity *is = &telling->tied->is;
    const char *name = dti__text2_in(said->unit_names, telling->out->lang);
    if (said->node != is->node || !said->unit || !*name || said->is_assumed ||
        strcmp(said->unit, is->unit ? is->unit : "") == 0)
        return;
    dti__sentence_put(telling->out, " (");
    dti__sentence_quote(telling->out, name);
    dti__sentence_put(telling->out, ")");
}

static void tell_needs(struct telling *telling)
{
    const struct dti__tied *tied = telling->tied;
    size_t subject = tied->is.kind == DTI_IDENTITY_SAME ? DTI_NONE : subject_of(tied);
    bool is_first = true;
    for (size_t i = 0; i < tied->suspect_count; i++) {
        const struct dti__said *said = said_of(telling->found, tied->suspects[i]);
        if (said->unknown != DTI_NONE && said->unknown == subject)
            continue;
        dti__sentence_put(telling->out, is_first ? "" : "; ");
        dti__tell_figure(telling->out, telling->found, said, tied->is.node);
        tell_other_unit(telling, said);
        is_first = false;
    }
}

/* Whose the subject is: of a figure, what it says itself. */
static void tell_head(struct telling *telling)
{
    const dti_reconciliation *found = telling->found;
    const struct dti__tied *tied = telling->tied;
    size_t unknown = subject_of(tied);
    if (dti__reconcile_is_claimed(found, unknown))
        dti__tell_subject(telling->out, found, said_of(found, found->first_claim[unknown]));
    else
        dti__tell_whose(telling->out, found, tied->is.node, tied->is.unit, tied->is.unit_names,
                        tied->is.year);
}

/* ── by kind ── */

static int64_t middle_of(struct dti__span span)
{
    return span.low + (span.high - span.low + 1) / 2;
}

static void tell_same(struct telling *telling)
{
    const struct dti__tied *tied = telling->tied;
    const struct dti__said *one = said_of(telling->found, tied->suspects[0]);
    const struct dti__said *other =
        said_of(telling->found, tied->suspects[tied->suspect_count > 1 ? 1 : 0]);
    struct dti__shown second = dti__show_figure(telling->found, other, telling->out->lang);
    if (one->quantity == other->quantity)
        dti__sentence_say(telling->out, DTI__MSG_SAY_TWO,
                          DTI__ARGS(DTI__TEXT(telling->stated.text), DTI__TEXT(second.text)));
    else
        dti__sentence_say(telling->out, DTI__MSG_SAY_SAME,
                          DTI__ARGS(DTI__TEXT(telling->stated.text), DTI__TEXT(second.text),
                                    DTI__TEXT(telling->expected.text)));
    /* a figure that was cut stands for what is up to a whole unit higher */
    int64_t half = (one->span.high - one->span.low + 1) / 2;
    int64_t meant = middle_of(other->span);
    if (one->quantity != other->quantity && meant >= one->span.low + half &&
        meant < one->span.low + 3 * half)
        dti__sentence_say(telling->out, DTI__MSG_SAY_CUT, DTI__NO_ARGS);
}

static void tell_sum(struct telling *telling)
{
    struct dti__span span = {0, 0};
    (void)dti__tied_difference(telling->tied, &span);
    dti__sentence_say(telling->out, DTI__MSG_SAY_SUM,
                      DTI__ARGS(DTI__TEXT(telling->stated.text), DTI__TEXT(telling->expected.text),
                                DTI__TEXT(dti__show_surplus(span, telling->out->lang).text)));
}

static void tell_two(struct telling *telling, enum dti__msg message)
{
    dti__sentence_say(
        telling->out, message,
        DTI__ARGS(DTI__TEXT(telling->stated.text), DTI__TEXT(telling->expected.text)));
}

/* The rank of a year, if it is claimed once. */
static const struct dti__said *rank_of(const struct telling *telling, int32_t year)
{
    const struct dti__identity *is = &telling->tied->is;
    for (size_t i = 0; i < is->term_count; i++) {
        const struct dti__unknown *of = &telling->found->figures->unknowns[is->terms[i].unknown];
        if (of->of.about == DTI__ABOUT_RANK && of->of.year == year &&
            dti__reconcile_is_claimed(telling->found, is->terms[i].unknown))
            return said_of(telling->found, telling->found->first_claim[is->terms[i].unknown]);
    }
    return NULL;
}

static void tell_change(struct telling *telling)
{
    size_t unknown = subject_of(telling->tied);
    const struct dti__subject_of *of =
        unknown != DTI_NONE ? &telling->found->figures->unknowns[unknown].of : NULL;
    const struct dti__said *old = of ? rank_of(telling, of->against) : NULL;
    const struct dti__said *new = of ? rank_of(telling, of->year) : NULL;
    if (of && of->about == DTI__ABOUT_RANK_CHANGE && old && new)
        dti__sentence_say(telling->out, DTI__MSG_SAY_RANKS,
                          DTI__ARGS(DTI__POINTS(old->span.low, 0), DTI__POINTS(new->span.low, 0),
                                    DTI__TEXT(telling->expected.text),
                                    DTI__TEXT(telling->stated.text)));
    else
        tell_two(telling, DTI__MSG_SAY_EXPECTED);
}

/* Most of the figures stand on one rank, the others too close behind it. */
static void tell_ties(struct telling *telling)
{
    static const struct dti__measure whole = {
        .by = 1, .over = 1, .is_whole = true, .pattern = DTI__MSG_COUNT, .unit = ""};
    const struct dti__tied *tied = telling->tied;
    int64_t rank = INT64_MAX;
    int64_t count = 0;
    char others[80];
    struct dti__sentence list = dti__sentence_begin(telling->out->lang, others, sizeof others);
    for (size_t i = 0; i < tied->suspect_count; i++) {
        int64_t low = said_of(telling->found, tied->suspects[i])->span.low;
        count = low < rank ? 1 : count + (low == rank);
        rank = low < rank ? low : rank;
    }
    for (size_t i = 0; i < tied->suspect_count; i++) {
        int64_t low = said_of(telling->found, tied->suspects[i])->span.low;
        if (low == rank)
            continue;
        dti__sentence_put(&list, list.length > 0 ? ", " : "");
        dti__sentence_put(&list,
                          dti__show_span(&whole, (struct dti__span){low, low}, list.lang).text);
    }
    dti__sentence_say(telling->out, DTI__MSG_SAY_TIES,
                      DTI__ARGS(DTI__INTEGER(count), DTI__POINTS(rank, 0), DTI__TEXT(others)));
}

static void tell_list(struct telling *telling, enum dti__msg message)
{
    dti__sentence_say(telling->out, message, DTI__NO_ARGS);
    dti__sentence_put(telling->out, " ");
    tell_needs(telling);
}

static void tell_limit(struct telling *telling)
{
    struct dti__shown limits =
        dti__show_span(&telling->measure, telling->tied->stated, telling->out->lang);
    dti__sentence_say(telling->out, DTI__MSG_SAY_LIMIT,
                      DTI__ARGS(DTI__TEXT(telling->expected.text), DTI__TEXT(limits.text)));
}

static void tell_counts(struct telling *telling)
{
    struct dti__shown stated =
        dti__show_span(&telling->measure, telling->tied->stated, telling->out->lang);
    struct dti__shown expected =
        dti__show_span(&telling->measure, telling->tied->expected, telling->out->lang);
    dti__sentence_say(telling->out, DTI__MSG_SAY_INCOMPLETE,
                      DTI__ARGS(DTI__TEXT(stated.text), DTI__TEXT(expected.text)));
}

static void tell_violated(struct telling *telling)
{
    const struct dti__tied *tied = telling->tied;
    bool has_both = !dti__span_is_empty(tied->stated) && !dti__span_is_empty(tied->expected);
    if (tied->is.kind == DTI_IDENTITY_TIES)
        tell_ties(telling);
    else if (tied->is.kind == DTI_IDENTITY_ORDER)
        tell_list(telling, DTI__MSG_SAY_ORDER);
    else if (!has_both)
        tell_list(telling, DTI__MSG_SAY_CONFLICT);
    else if (tied->is.kind == DTI_IDENTITY_SAME)
        tell_same(telling);
    else if (tied->is.kind == DTI_IDENTITY_SUM)
        tell_sum(telling);
    else if (tied->is.kind == DTI_IDENTITY_CHANGE)
        tell_change(telling);
    else if (tied->is.kind == DTI_IDENTITY_LIMIT)
        tell_limit(telling);
    else
        tell_two(telling, DTI__MSG_SAY_EXPECTED);
}

static void tell_holds(struct telling *telling)
{
    const struct dti__tied *tied = telling->tied;
    if (tied->is.kind == DTI_IDENTITY_SAME || dti__span_is_empty(tied->stated) ||
        dti__span_is_empty(tied->expected)) {
        dti__sentence_put(telling->out, dti_identity_name(tied->is.kind, telling->out->lang));
        dti__sentence_put(telling->out, " – ");
        tell_needs(telling);
        dti__sentence_put(telling->out, ": ");
        dti__sentence_put(telling->out, dti_verdict_name(DTI_VERDICT_HOLDS, telling->out->lang));
        return;
    }
    tell_two(telling, DTI__MSG_SAY_HOLDS);
}

/* The figure of another unit is there because it is the same to the digit. */
static void tell_twin(struct telling *telling)
{
    const struct dti__tied *tied = telling->tied;
    const struct dti__said *last =
        tied->figure_count > 0
            ? &telling->found->figures->said[tied->figures[tied->figure_count - 1]]
            : NULL;
    if (last && strcmp(last->unit, tied->is.unit) != 0)
        dti__sentence_say(telling->out, DTI__MSG_SAY_TWIN,
                          DTI__ARGS(DTI__NAMES(last->unit_names.vi,
                                               dti__text2_in(last->unit_names, DTI_LANG_EN))));
}

/* ── an identity ── */

void dti__tell_topic(struct dti__sentence *out, const dti_reconciliation *found,
                     const struct dti__tied *tied)
{
    struct telling telling = {.out = out, .found = found, .tied = tied};
    if (subject_of(tied) == DTI_NONE || tied->suspect_count == 0)
        dti__tell_whose(out, found, tied->is.node, tied->is.unit, tied->is.unit_names,
                        tied->is.year);
    else
        tell_head(&telling);
}

void dti__tell_claim(struct dti__sentence *out, const dti_reconciliation *found,
                     const struct dti__tied *tied)
{
    struct telling telling = {.out = out, .found = found, .tied = tied};
    begin(&telling);
    switch (tied->verdict) {
    case DTI_VERDICT_VIOLATED:
        tell_violated(&telling);
        break;
    case DTI_VERDICT_IMPLAUSIBLE:
        tell_two(&telling, DTI__MSG_SAY_USUAL);
        tell_twin(&telling);
        break;
    case DTI_VERDICT_INCOMPLETE:
        tell_counts(&telling);
        break;
    case DTI_VERDICT_UNCONFIRMED:
        tell_two(&telling, DTI__MSG_SAY_REST);
        break;
    default:
        tell_holds(&telling);
    }
}

/* A claim that names all its figures rests on nothing else. */
void dti__tell_grounds(struct dti__sentence *out, const dti_reconciliation *found,
                       const struct dti__tied *tied)
{
    struct telling telling = {.out = out, .found = found, .tied = tied};
    bool has_both = !dti__span_is_empty(tied->stated) && !dti__span_is_empty(tied->expected);
    bool is_ties = tied->is.kind == DTI_IDENTITY_TIES;
    if (tied->verdict != DTI_VERDICT_VIOLATED || (!has_both && !is_ties) ||
        tied->is.kind == DTI_IDENTITY_SAME || tied->is.kind == DTI_IDENTITY_SUM ||
        tied->is.kind == DTI_IDENTITY_ORDER)
        return;
    if (tied->is.kind == DTI_IDENTITY_CHANGE) {
        const struct dti__subject_of *of = &found->figures->unknowns[subject_of(tied)].of;
        if (of->about == DTI__ABOUT_RANK_CHANGE && rank_of(&telling, of->against) &&
            rank_of(&telling, of->year))
            return;
    }
    tell_needs(&telling);
}

void dti__tell_identity(struct dti__sentence *out, const dti_reconciliation *found,
                        const struct dti__tied *tied)
{
    char by[1024];
    struct dti__sentence grounds = dti__sentence_begin(out->lang, by, sizeof by);
    size_t before = out->length;
    dti__tell_topic(out, found, tied);
    dti__sentence_put(out, out->length > before ? ": " : "");
    dti__tell_claim(out, found, tied);
    dti__tell_grounds(&grounds, found, tied);
    if (grounds.length == 0)
        return;
    dti__sentence_put(out, " (");
    dti__sentence_say(out, DTI__MSG_SAY_BY, DTI__NO_ARGS);
    dti__sentence_put(out, " ");
    dti__sentence_put(out, by);
    dti__sentence_put(out, ")");
}
