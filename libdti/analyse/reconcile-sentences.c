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
    struct dti__shown expected;  /* with words */
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
    telling->expected = dti__show_amount(&telling->measure, telling->tied->expected, lang);
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

static void tell_needs(struct telling *telling, const char *before)
{
    const struct dti__tied *tied = telling->tied;
    size_t subject = subject_of(tied);
    bool is_first = true;
    for (size_t i = 0; i < tied->suspect_count; i++) {
        const struct dti__said *said = said_of(telling->found, tied->suspects[i]);
        if (said->unknown != DTI_NONE && said->unknown == subject)
            continue;
        dti__sentence_put(telling->out, is_first ? before : "; ");
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
}

static void tell_sum(struct telling *telling)
{
    struct dti__span span = {0, 0};
    (void)dti__tied_difference(telling->tied, &span);
    dti__sentence_say(telling->out, DTI__MSG_SAY_SUM,
                      DTI__ARGS(DTI__TEXT(telling->stated.text), DTI__TEXT(telling->expected.text),
                                DTI__TEXT(dti__show_surplus(span, telling->out->lang).text)));
}

static void tell_expected(struct telling *telling)
{
    char by[40];
    dti__sentence_say(
        telling->out, DTI__MSG_SAY_EXPECTED,
        DTI__ARGS(DTI__TEXT(telling->stated.text), DTI__TEXT(telling->expected.text)));
    (void)snprintf(by, sizeof by, " %s ", dti__message_text(DTI__MSG_SAY_BY, telling->out->lang));
    tell_needs(telling, by);
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
        tell_expected(telling);
}

/* Most of the figures stand on one rank, the others too close behind it. */
static void tell_ties(struct telling *telling)
{
    const struct dti__tied *tied = telling->tied;
    int64_t rank = INT64_MAX;
    int64_t count = 0;
    for (size_t i = 0; i < tied->suspect_count; i++) {
        int64_t low = said_of(telling->found, tied->suspects[i])->span.low;
        count = low < rank ? 1 : count + (low == rank);
        rank = low < rank ? low : rank;
    }
    dti__sentence_say(telling->out, DTI__MSG_SAY_TIES,
                      DTI__ARGS(DTI__INTEGER(count), DTI__POINTS(rank, 0),
                                DTI__POINTS(rank + count * DTI_POINT, 0)));
    tell_needs(telling, " ");
}

static void tell_list(struct telling *telling, enum dti__msg message)
{
    dti__sentence_say(telling->out, message, DTI__NO_ARGS);
    tell_needs(telling, " ");
}

static void tell_two(struct telling *telling, enum dti__msg message)
{
    dti__sentence_say(
        telling->out, message,
        DTI__ARGS(DTI__TEXT(telling->stated.text), DTI__TEXT(telling->expected.text)));
}

static struct dti__shown list_nodes(const struct telling *telling, const size_t *nodes,
                                    size_t count)
{
    struct dti__shown list;
    struct dti__sentence out = dti__sentence_begin(telling->out->lang, list.text, sizeof list.text);
    for (size_t i = 0; i < count; i++) {
        dti__sentence_put(&out, i > 0 ? ", " : "");
        dti__sentence_put(
            &out, dti_framework_node_code(telling->found->figures->framework, nodes[i], NULL));
    }
    return list;
}

/* What else the figures could be: values of main indicators that are called by nearly the same
 * name. */
static void tell_reading(struct telling *telling)
{
    const struct dti__identity *is = &telling->tied->is;
    for (size_t i = 0; i < telling->found->reading_count; i++) {
        const struct dti__other_reading *reading = &telling->found->readings[i];
        if (reading->year != is->year || strcmp(reading->unit, is->unit) != 0)
            continue;
        struct dti__measure points = telling->measure;
        points.pattern = DTI__MSG_COUNT;
        dti__sentence_say(
            telling->out, DTI__MSG_SAY_READING,
            DTI__ARGS(
                DTI__TEXT(list_nodes(telling, reading->mains, reading->count).text),
                DTI__TEXT(list_nodes(telling, reading->rest.nodes, reading->rest.node_count).text),
                DTI__TEXT(dti__show_span(&points, reading->rest.range, telling->out->lang).text),
                DTI__POINTS(reading->rest.max_points, -1)));
    }
}

static void tell_limit(struct telling *telling)
{
    struct dti__shown limits =
        dti__show_span(&telling->measure, telling->tied->stated, telling->out->lang);
    dti__sentence_say(telling->out, DTI__MSG_SAY_LIMIT,
                      DTI__ARGS(DTI__TEXT(telling->expected.text), DTI__TEXT(limits.text)));
    tell_needs(telling, " – ");
    tell_reading(telling);
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
        tell_expected(telling);
}

static void tell_holds(struct telling *telling)
{
    const struct dti__tied *tied = telling->tied;
    if (tied->is.kind == DTI_IDENTITY_SAME || dti__span_is_empty(tied->stated) ||
        dti__span_is_empty(tied->expected)) {
        dti__sentence_put(telling->out, dti_identity_name(tied->is.kind, telling->out->lang));
        tell_needs(telling, " – ");
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

void dti__tell_identity(struct dti__sentence *out, const dti_reconciliation *found,
                        const struct dti__tied *tied)
{
    struct telling telling = {.out = out, .found = found, .tied = tied};
    size_t before = out->length;
    begin(&telling);
    if (subject_of(tied) == DTI_NONE || tied->suspect_count == 0)
        dti__tell_whose(out, found, tied->is.node, tied->is.unit, tied->is.unit_names,
                        tied->is.year);
    else
        tell_head(&telling);
    dti__sentence_put(out, out->length > before ? ": " : "");
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
