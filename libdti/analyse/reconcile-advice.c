/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Repairs in words: what should be what instead, and what sets a repair apart from its rivals. */
#include "analyse/reconcile-words.h"

#include <string.h>

enum {
    MOST_REASONS = 2, /* of a repair: a reader wants the one that decides */
    TOPIC_SIZE = 400,
};

struct advice {
    struct dti__sentence *out;
    const dti_reconciliation *found;
    const struct dti__trouble *problem;
    char said[TOPIC_SIZE]; /* whose figures they are, as far as it is said already; "" for nobody */
    size_t node;           /* the heading's */
};

/* ── what should be what ── */

/* A note becomes a part of our sentence: without its full stop. */
static void tell_note(struct dti__sentence *out, const char *note)
{
    char text[512];
    size_t length = strlen(note);
    dti__sentence_put(out, " (");
    if (length == 0 || length >= sizeof text || note[length - 1] != '.') {
        dti__sentence_quote(out, note);
    } else {
        memcpy(text, note, length);
        text[length - 1] = '\0';
        dti__sentence_quote(out, text);
    }
    dti__sentence_put(out, ")");
}

static void tell_assumption(struct advice *advice, const struct dti__said *said)
{
    const char *note = dti__text2_in(said->note, advice->out->lang);
    dti__tell_assumed(advice->out, advice->found, said, advice->node);
    dti__sentence_put(advice->out, " ");
    dti__sentence_say(advice->out, DTI__MSG_REPAIR_WRONG, DTI__NO_ARGS);
    if (*note)
        tell_note(advice->out, note);
}

/* Whose it is, unless the heading says so, or the correction before it. */
static void tell_whose(struct advice *advice, const struct dti__said *said)
{
    char subject[TOPIC_SIZE];
    struct dti__sentence of = dti__sentence_begin(advice->out->lang, subject, sizeof subject);
    dti__tell_subject(&of, advice->found, said);
    if (of.length == 0 || strcmp(subject, advice->said) == 0)
        return;
    memcpy(advice->said, subject, sizeof subject);
    dti__sentence_put(advice->out, subject);
    dti__sentence_put(advice->out, ": ");
}

static void tell_correction(struct advice *advice, const struct dti__correction *correction)
{
    const dti_reconciliation *found = advice->found;
    dti_lang lang = advice->out->lang;
    const struct dti__suspect *suspect = &found->suspects[correction->suspect];
    const struct dti__said *said = &found->figures->said[suspect->figures[0]];
    if (said->is_assumed) {
        tell_assumption(advice, said);
        return;
    }
    struct dti__measure measure = dti__measure_of_figure(found, said, lang);
    struct dti__shown as_printed = dti__show_figure(found, said, lang);
    bool is_open = dti__span_is_empty(correction->range) || correction->is_loose;
    if (!is_open) /* more digits than are printed would be needed to tell the difference */
        is_open =
            strcmp(as_printed.text, dti__show_amount(&measure, correction->range, lang).text) == 0;
    tell_whose(advice, said);
    if (is_open) {
        dti__sentence_put(advice->out, as_printed.text);
        dti__sentence_put(advice->out, " ");
        dti__sentence_say(advice->out, DTI__MSG_REPAIR_WRONG, DTI__NO_ARGS);
        return;
    }
    struct dti__shown range = dti__show_other(
        &measure, correction->range, found->figures->unknowns[suspect->unknown].limits, lang);
    dti__sentence_say(advice->out, DTI__MSG_REPAIR_SHOULD,
                      DTI__ARGS(DTI__TEXT(as_printed.text), DTI__TEXT(range.text)));
}

/* ── what sets it apart ── */

/* How many repairs there are of this size, and what reasons all of them share; what is assumed is
 * printed nowhere and does not tell places apart. */
static size_t rivals(const struct dti__trouble *problem, size_t size, uint32_t *shared)
{
    static const uint32_t places = DTI__REASON_ONE_PLACE | DTI__REASON_PLACES;
    size_t count = 0;
    *shared = UINT32_MAX;
    for (size_t i = 0; i < problem->remedy_count; i++) {
        const struct dti__remedy *remedy = &problem->remedies[i];
        if (remedy->size != size)
            continue;
        uint32_t reasons = remedy->corrections[0].reasons;
        *shared &= reasons & DTI__REASON_ASSUMED ? reasons | places : reasons;
        count++;
    }
    return count;
}

static void tell_reasons(struct dti__sentence *out, uint32_t reasons)
{
    static const struct {
        enum dti__reason reason;
        enum dti__msg message;
    } all[] = {
        {DTI__REASON_ASSUMED, DTI__MSG_REASON_ASSUMED},
        {DTI__REASON_RULE, DTI__MSG_REASON_RULE},
        {DTI__REASON_CUT, DTI__MSG_REASON_CUT},
        {DTI__REASON_WON, DTI__MSG_REASON_WON},
        {DTI__REASON_CONFIRMED, DTI__MSG_REASON_CONFIRMED},
        {DTI__REASON_UNCONFIRMED, DTI__MSG_REASON_UNCONFIRMED},
        {DTI__REASON_CALCULATED, DTI__MSG_REASON_CALCULATED},
        {DTI__REASON_PLACES, DTI__MSG_REASON_PLACES},
        {DTI__REASON_ONE_PLACE, DTI__MSG_REASON_ONE_PLACE},
    };
    size_t count = 0;
    for (size_t i = 0; i < sizeof all / sizeof *all && count < MOST_REASONS; i++)
        if (reasons & (uint32_t)all[i].reason) {
            dti__sentence_put(out, count++ > 0 ? "; " : " – ");
            dti__sentence_say(out, all[i].message, DTI__NO_ARGS);
        }
}

/* Of several figures nobody could tell whose reasons they are. */
static void tell_why(struct advice *advice, const struct dti__remedy *remedy)
{
    static const uint32_t beside_others = DTI__REASON_CONFIRMED | DTI__REASON_UNCONFIRMED |
                                          DTI__REASON_PLACES | DTI__REASON_ONE_PLACE |
                                          DTI__REASON_ASSUMED;
    uint32_t shared = 0;
    if (remedy->size != 1)
        return;
    uint32_t reasons = remedy->corrections[0].reasons;
    if (rivals(advice->problem, 1, &shared) > 1) {
        tell_reasons(advice->out, reasons & ~shared);
        return;
    }
    if (reasons & ~beside_others) {
        tell_reasons(advice->out, reasons & ~beside_others);
        return;
    }
    dti__sentence_put(advice->out, " – ");
    dti__sentence_say(advice->out, DTI__MSG_REASON_ALONE, DTI__NO_ARGS);
}

size_t dti_reconciliation_repair_format(const dti_reconciliation *found, size_t problem,
                                        size_t repair, dti_lang lang, char *buffer, size_t size)
{
    struct dti__sentence out = dti__sentence_begin(lang, buffer, size);
    if (repair >= dti_reconciliation_repair_count(found, problem))
        return 0;
    struct advice advice = {
        .out = &out, .found = found, .problem = &found->problems[problem], .node = DTI_NONE};
    const struct dti__remedy *remedy = &advice.problem->remedies[repair];
    const struct dti__tied *topic = dti__problem_topic(found, advice.problem);
    struct dti__sentence heading = dti__sentence_begin(lang, advice.said, TOPIC_SIZE);
    if (topic) {
        dti__tell_topic(&heading, found, topic);
        advice.node = topic->is.node;
    }
    for (size_t i = 0; i < remedy->size; i++) {
        if (i > 0) {
            dti__sentence_put(&out, ", ");
            dti__sentence_say(&out, DTI__MSG_REPAIR_AND, DTI__NO_ARGS);
            dti__sentence_put(&out, " ");
        }
        tell_correction(&advice, &remedy->corrections[i]);
    }
    tell_why(&advice, remedy);
    return out.length;
}
