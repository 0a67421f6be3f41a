/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Problems in words: what contradicts what, short enough for a heading, and what that rests on; and
 * what else impossible indices could be. */
#include "analyse/reconcile-words.h"

#include <string.h>

/* ── which identity tells it ── */

/* What all sums of a problem have in common: the same points too many, or too few, in each. */
static bool common_difference(const dti_reconciliation *found, const struct dti__trouble *problem,
                              struct dti__span *common)
{
    *common = (struct dti__span){INT64_MIN, INT64_MAX};
    for (size_t i = 0; i < problem->identity_count; i++) {
        const struct dti__tied *tied = &found->identities[problem->identities[i]];
        struct dti__span span;
        if (tied->is.kind != DTI_IDENTITY_SUM || !dti__tied_difference(tied, &span))
            return false;
        common->low = span.low > common->low ? span.low : common->low;
        common->high = span.high < common->high ? span.high : common->high;
    }
    return problem->identity_count > 1 && !dti__span_is_empty(*common) &&
           (common->low > 0 || common->high < 0);
}

/* The identity that ties fewest figures says most clearly what is wrong. */
static const struct dti__tied *plainest(const dti_reconciliation *found,
                                        const struct dti__trouble *problem)
{
    const struct dti__tied *best = &found->identities[problem->identities[0]];
    for (size_t i = 1; i < problem->identity_count; i++) {
        const struct dti__tied *tied = &found->identities[problem->identities[i]];
        if (tied->suspect_count < best->suspect_count)
            best = tied;
    }
    return best;
}

const struct dti__tied *dti__problem_topic(const dti_reconciliation *found,
                                           const struct dti__trouble *problem)
{
    struct dti__span common;
    if (problem->identity_count == 0 || common_difference(found, problem, &common))
        return NULL;
    return plainest(found, problem);
}

/* ── shared ranks ── */

static int64_t rank_of(const dti_reconciliation *found, size_t suspect)
{
    return found->suspects[suspect].span.low;
}

/* Best ranks first. */
static void add_suspects(const dti_reconciliation *found, struct dti__tied *all,
                         const struct dti__tied *tied)
{
    for (size_t i = 0; i < tied->suspect_count; i++) {
        size_t suspect = tied->suspects[i];
        size_t at = all->suspect_count;
        for (size_t k = 0; k < all->suspect_count; k++)
            if (all->suspects[k] == suspect)
                at = DTI_NONE;
        if (at == DTI_NONE)
            continue;
        for (; at > 0 && rank_of(found, all->suspects[at - 1]) > rank_of(found, suspect); at--)
            all->suspects[at] = all->suspects[at - 1];
        all->suspects[at] = suspect;
        all->suspect_count++;
    }
}

#define MOST_TIES 16 /* figures that are told as one */

/* Three units on one rank and one too close behind them are three identities of two units each:
 * told as one. False if the problem is another. */
static bool join_ties(const dti_reconciliation *found, const struct dti__trouble *problem,
                      size_t suspects[MOST_TIES], struct dti__tied *all)
{
    if (problem->identity_count == 0)
        return false;
    *all = found->identities[problem->identities[0]];
    all->suspects = suspects;
    all->suspect_count = 0;
    for (size_t i = 0; i < problem->identity_count; i++) {
        const struct dti__tied *tied = &found->identities[problem->identities[i]];
        if (tied->is.kind != DTI_IDENTITY_TIES || tied->is.node != all->is.node ||
            tied->is.year != all->is.year || all->suspect_count + tied->suspect_count > MOST_TIES)
            return false;
        add_suspects(found, all, tied);
    }
    return true;
}

/* ── the sentence ── */

static void tell_sums(struct dti__sentence *out, const dti_reconciliation *found,
                      const struct dti__trouble *problem, struct dti__span common)
{
    const struct dti__identity *first = &found->identities[problem->identities[0]].is;
    dti__tell_whose(out, found, DTI_NONE, first->unit, first->unit_names, first->year);
    dti__sentence_put(out, out->length > 0 ? ": " : "");
    dti__sentence_say(out, DTI__MSG_SAY_SUMS,
                      DTI__ARGS(DTI__TEXT(dti__show_surplus(common, out->lang).text)));
    for (size_t i = 0; i < problem->identity_count; i++) {
        dti__sentence_put(out, i > 0 ? ", " : " ");
        dti__tell_node(out, found, found->identities[problem->identities[i]].is.node);
    }
}

static void tell_topic(struct dti__sentence *out, const dti_reconciliation *found,
                       const struct dti__tied *tied)
{
    dti__tell_topic(out, found, tied);
    dti__sentence_put(out, out->length > 0 ? ": " : "");
    dti__tell_claim(out, found, tied);
}

/* Our own words begin with plain letters; names are left as they are. */
static void begin_with_capital(const struct dti__sentence *out)
{
    char *first = out->buffer;
    if (out->length > 0 && first && *first >= 'a' && *first <= 'z')
        *first = (char)(*first - 'a' + 'A');
}

size_t dti_reconciliation_problem_format(const dti_reconciliation *found, size_t problem,
                                         dti_lang lang, char *buffer, size_t size)
{
    struct dti__sentence out = dti__sentence_begin(lang, buffer, size);
    struct dti__span common;
    struct dti__tied ties;
    size_t suspects[MOST_TIES];
    if (problem >= dti_reconciliation_problem_count(found))
        return 0;
    const struct dti__trouble *at = &found->problems[problem];
    if (common_difference(found, at, &common)) {
        tell_sums(&out, found, at, common);
    } else if (join_ties(found, at, suspects, &ties)) {
        tell_topic(&out, found, &ties);
    } else if (at->identity_count > 0) {
        tell_topic(&out, found, plainest(found, at));
    } else {
        dti__sentence_say(&out, DTI__MSG_SAY_CONFLICT, DTI__NO_ARGS);
        dti__sentence_put(&out, " ");
        dti__tell_suspects(&out, found, at->conflict, at->conflict_size, DTI_NONE);
    }
    if (size > 0)
        begin_with_capital(&out);
    return out.length;
}

/* ── what it rests on ── */

size_t dti_reconciliation_problem_grounds_format(const dti_reconciliation *found, size_t problem,
                                                 dti_lang lang, char *buffer, size_t size)
{
    struct dti__sentence out = dti__sentence_begin(lang, buffer, size);
    struct dti__tied ties;
    size_t suspects[MOST_TIES];
    if (problem >= dti_reconciliation_problem_count(found))
        return 0;
    const struct dti__trouble *at = &found->problems[problem];
    const struct dti__tied *topic = dti__problem_topic(found, at);
    if (join_ties(found, at, suspects, &ties)) {
        dti__tell_grounds(&out, found, &ties);
        return out.length;
    }
    if (topic)
        dti__tell_grounds(&out, found, topic);
    for (size_t i = 0; i < at->identity_count; i++) {
        const struct dti__tied *tied = &found->identities[at->identities[i]];
        if (tied == topic)
            continue;
        dti__sentence_put(&out, out.length > 0 ? "; " : "");
        dti__tell_topic(&out, found, tied);
        dti__sentence_put(&out, ": ");
        if (topic)
            dti__tell_claim(&out, found, tied);
        else /* the heading tells the difference of all sums */
            dti__tell_sum_briefly(&out, found, tied);
    }
    return out.length;
}

/* ── other readings ── */

struct list {
    char text[120];
};

static struct list list_codes(const dti_reconciliation *found, const size_t *nodes, size_t count,
                              dti_lang lang)
{
    struct list list = {.text = ""};
    struct dti__sentence out = dti__sentence_begin(lang, list.text, sizeof list.text);
    for (size_t i = 0; i < count; i++) {
        dti__sentence_put(&out, i > 0 ? ", " : "");
        dti__sentence_put(&out, dti_framework_node_code(found->figures->framework, nodes[i], NULL));
    }
    return list;
}

/* "0,66; 0,5612": as the indices are printed. */
static struct list list_values(const dti_reconciliation *found,
                               const struct dti__other_reading *reading, dti_lang lang)
{
    struct list list = {.text = ""};
    struct dti__sentence out = dti__sentence_begin(lang, list.text, sizeof list.text);
    for (size_t i = 0; i < reading->count; i++)
        for (size_t k = 0; k < found->figures->said_count; k++) {
            const struct dti__said *said = &found->figures->said[k];
            if (said->node != reading->indices[i] || said->year != reading->year ||
                said->quantity != DTI_QUANTITY_VALUE || strcmp(said->unit, reading->unit) != 0)
                continue;
            dti__sentence_put(&out, out.length > 0 ? "; " : "");
            dti__sentence_put(&out, dti__show_digits(said, lang).text);
            break;
        }
    return list;
}

size_t dti_reconciliation_reading_format(const dti_reconciliation *found, size_t reading,
                                         dti_lang lang, char *buffer, size_t size)
{
    struct dti__sentence out = dti__sentence_begin(lang, buffer, size);
    if (reading >= dti_reconciliation_reading_count(found))
        return 0;
    const struct dti__other_reading *at = &found->readings[reading];
    if (found->has_units || found->has_years) {
        dti__tell_whose(&out, found, DTI_NONE, at->unit, dti__reconcile_unit_names(found, at->unit),
                        at->year);
        dti__sentence_put(&out, out.length > 0 ? ": " : "");
    }
    dti__sentence_say(
        &out, DTI__MSG_SAY_READING,
        DTI__ARGS(DTI__TEXT(list_values(found, at, lang).text),
                  DTI__TEXT(list_codes(found, at->mains, at->count, lang).text),
                  DTI__TEXT(list_codes(found, at->rest.nodes, at->rest.node_count, lang).text),
                  DTI__TEXT(dti__show_span(&dti__measure_points, at->rest.range, lang).text),
                  DTI__POINTS(at->rest.max_points, -1)));
    return out.length;
}
