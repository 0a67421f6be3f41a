/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
#include "analyse/reconcile-words.h"

#include <string.h>

/* ── names ── */

const char *dti_identity_name(dti_identity kind, dti_lang lang)
{
    static const enum dti__msg names[] = {
        DTI__MSG_IDENTITY_SAME,  DTI__MSG_IDENTITY_SUM,    DTI__MSG_IDENTITY_RULE,
        DTI__MSG_IDENTITY_RATIO, DTI__MSG_IDENTITY_CHANGE, DTI__MSG_IDENTITY_MEAN,
        DTI__MSG_IDENTITY_TIES,  DTI__MSG_IDENTITY_ORDER,  DTI__MSG_IDENTITY_COUNT,
        DTI__MSG_IDENTITY_LIMIT, DTI__MSG_IDENTITY_USUAL,  DTI__MSG_IDENTITY_REST};
    return (size_t)kind < sizeof names / sizeof *names ? dti__message_text(names[kind], lang) : "";
}

const char *dti_identity_id(dti_identity kind)
{
    static const char *const ids[] = {"same", "sum",   "rule",  "ratio", "change", "mean",
                                      "ties", "order", "count", "limit", "usual",  "rest"};
    return (size_t)kind < sizeof ids / sizeof *ids ? ids[kind] : "";
}

const char *dti_verdict_name(dti_verdict verdict, dti_lang lang)
{
    static const enum dti__msg names[] = {DTI__MSG_VERDICT_HOLDS, DTI__MSG_VERDICT_VIOLATED,
                                          DTI__MSG_VERDICT_IMPLAUSIBLE, DTI__MSG_VERDICT_INCOMPLETE,
                                          DTI__MSG_VERDICT_UNCONFIRMED};
    return (size_t)verdict < sizeof names / sizeof *names ? dti__message_text(names[verdict], lang)
                                                          : "";
}

const char *dti_verdict_id(dti_verdict verdict)
{
    static const char *const ids[] = {"holds", "violated", "implausible", "incomplete",
                                      "unconfirmed"};
    return (size_t)verdict < sizeof ids / sizeof *ids ? ids[verdict] : "";
}

/* ── whose ── */

void dti__tell_node(struct dti__sentence *out, const dti_reconciliation *found, size_t node)
{
    const dti_framework *framework = found->figures->framework;
    if (node >= framework->node_count)
        return;
    int kind = framework->nodes[node].kind;
    if (kind != DTI_NODE_INDEX)
        dti__sentence_put(out, dti_framework_node_code(framework, node, NULL));
    if (kind == DTI_NODE_COMPONENT)
        return;
    dti__sentence_put(out, kind != DTI_NODE_INDEX ? " " : "");
    dti__sentence_quote(out, dti_framework_node_name(framework, node, out->lang));
}

void dti__tell_whose(struct dti__sentence *out, const dti_reconciliation *found, size_t node,
                     const char *unit, struct dti__text2 names, int32_t year)
{
    const char *name = dti__text2_in(names, out->lang);
    bool is_home = found->home && (!unit || !*unit || strcmp(unit, found->home) == 0);
    size_t before = out->length;
    dti__tell_node(out, found, node);
    if (found->has_units && !is_home && *name) {
        dti__sentence_put(out, out->length > before ? ", " : "");
        dti__sentence_quote(out, name);
    }
    if (found->has_years && year != 0 && !(is_home && year == found->home_year)) {
        dti__sentence_put(out, out->length > before ? " " : "");
        dti__sentence_say(out, DTI__MSG_FIGURE_YEAR, DTI__ARGS(DTI__INTEGER(year)));
    }
}

static enum dti__about about_of(const dti_reconciliation *found, const struct dti__said *said)
{
    return said->unknown == DTI_NONE ? DTI__ABOUT_FACT
                                     : found->figures->unknowns[said->unknown].of.about;
}

static bool is_of_mean(enum dti__about about)
{
    return about == DTI__ABOUT_MEAN || about == DTI__ABOUT_MEAN_CHANGE;
}

/* "bình quân Chính quyền số năm 2021" */
static void tell_mean(struct dti__sentence *out, const dti_reconciliation *found, size_t node,
                      int32_t year)
{
    char name[120];
    struct dti__sentence whose = dti__sentence_begin(out->lang, name, sizeof name);
    dti__tell_whose(&whose, found, node, "", (struct dti__text2){NULL, NULL}, year);
    dti__sentence_say(out, DTI__MSG_FIGURE_MEAN, DTI__ARGS(DTI__TEXT(name)));
}

/* A note becomes a part of our sentence: without its full stop. */
static void tell_note(struct dti__sentence *out, const char *note)
{
    char text[512];
    size_t length = strlen(note);
    if (length == 0 || length >= sizeof text || note[length - 1] != '.') {
        dti__sentence_quote(out, note);
        return;
    }
    memcpy(text, note, length);
    text[length - 1] = '\0';
    dti__sentence_quote(out, text);
}

void dti__tell_subject(struct dti__sentence *out, const dti_reconciliation *found,
                       const struct dti__said *said)
{
    const dti_framework *framework = found->figures->framework;
    struct dti__sentence whose = dti__sentence_begin(out->lang, NULL, 0);
    const char *name = dti__text2_in(said->name, out->lang);
    if (!*name && said->input != DTI_NONE && said->node == DTI_NONE)
        name = dti_framework_input_name(framework, said->input, out->lang);
    dti__tell_whose(&whose, found, said->node, said->unit, said->unit_names, said->year);
    dti__sentence_put(out, *name ? "«" : "");
    dti__sentence_quote(out, name);
    dti__sentence_put(out, *name ? "»" : "");
    dti__sentence_put(out, *name && whose.length > 0 ? ", " : "");
    if (is_of_mean(about_of(found, said)))
        tell_mean(out, found, said->node, said->year);
    else
        dti__tell_whose(out, found, said->node, said->unit, said->unit_names, said->year);
}

/* ── figures ── */

void dti__tell_figure(struct dti__sentence *out, const dti_reconciliation *found,
                      const struct dti__said *said, size_t node_known)
{
    if (said->is_assumed) {
        const char *note = dti__text2_in(said->note, out->lang);
        dti__sentence_say(out, DTI__MSG_FIGURE_ASSUMED, DTI__NO_ARGS);
        dti__sentence_put(out, *note ? ": " : "");
        tell_note(out, note);
        return;
    }
    bool is_input = said->input != DTI_NONE;
    bool is_target = said->name.vi || said->name.en; /* whose name was told before */
    bool is_named = !is_target && (said->node != node_known || said->node == DTI_NONE);
    if (is_input) {
        dti__sentence_put(out, "«");
        dti__sentence_quote(
            out, dti_framework_input_name(found->figures->framework, said->input, out->lang));
        dti__sentence_put(out, "» ");
    } else if (is_named) {
        size_t before = out->length;
        dti__tell_subject(out, found, said);
        dti__sentence_put(out, out->length > before ? ": " : "");
    }
    dti__sentence_put(out, dti__show_figure(found, said, out->lang).text);
}

void dti__tell_suspects(struct dti__sentence *out, const dti_reconciliation *found,
                        const size_t *suspects, size_t count, size_t node_known)
{
    for (size_t i = 0; i < count; i++) {
        const struct dti__suspect *suspect = &found->suspects[suspects[i]];
        dti__sentence_put(out, i > 0 ? "; " : "");
        dti__tell_figure(out, found, &found->figures->said[suspect->figures[0]], node_known);
    }
}

size_t dti_reconciliation_figure_format(const dti_reconciliation *found, size_t figure,
                                        dti_lang lang, char *buffer, size_t size)
{
    struct dti__sentence out = dti__sentence_begin(lang, buffer, size);
    if (figure >= dti_reconciliation_figure_count(found))
        return 0;
    const struct dti__said *said = &found->figures->said[figure];
    const char *source = dti__text2_in(said->source, lang);
    if (said->input != DTI_NONE && found->has_units) {
        dti__tell_subject(&out, found, said);
        dti__sentence_put(&out, ": ");
    }
    dti__tell_figure(&out, found, said, DTI_NONE);
    bool has_place = said->place && *said->place;
    if (*source || has_place) {
        dti__sentence_put(&out, " (");
        dti__sentence_quote(&out, source);
        dti__sentence_put(&out, *source && has_place ? ", " : "");
        dti__sentence_quote(&out, has_place ? said->place : "");
        dti__sentence_put(&out, ")");
    }
    return out.length;
}

/* ── identities and problems ── */

size_t dti_reconciliation_identity_format(const dti_reconciliation *found, size_t identity,
                                          dti_lang lang, char *buffer, size_t size)
{
    struct dti__sentence out = dti__sentence_begin(lang, buffer, size);
    if (identity < dti_reconciliation_identity_count(found))
        dti__tell_identity(&out, found, &found->identities[identity]);
    return out.length;
}

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

/* Whose corrections alone would do: "1 Nhận thức số, 2 Thể chế số". */
static void tell_summands(struct dti__sentence *out, const dti_reconciliation *found,
                          const struct dti__trouble *problem)
{
    const dti_framework *framework = found->figures->framework;
    size_t before = out->length;
    for (size_t node = 0; node < framework->node_count; node++)
        for (size_t i = 0; i < problem->remedy_count; i++) {
            const struct dti__remedy *remedy = &problem->remedies[i];
            const struct dti__suspect *of = &found->suspects[remedy->corrections[0].suspect];
            if (remedy->size != 1 || found->figures->said[of->figures[0]].node != node)
                continue;
            dti__sentence_put(out, out->length > before ? ", " : "");
            dti__tell_node(out, found, node);
            break;
        }
    dti__sentence_put(out, out->length > before ? ": " : "");
}

static void tell_sums(struct dti__sentence *out, const dti_reconciliation *found,
                      const struct dti__trouble *problem, struct dti__span common)
{
    tell_summands(out, found, problem);
    dti__sentence_say(out, DTI__MSG_SAY_SUMS,
                      DTI__ARGS(DTI__TEXT(dti__show_surplus(common, out->lang).text)));
    for (size_t i = 0; i < problem->identity_count; i++) {
        dti__sentence_put(out, i > 0 ? ", " : " ");
        dti__tell_node(out, found, found->identities[problem->identities[i]].is.node);
    }
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

size_t dti_reconciliation_problem_format(const dti_reconciliation *found, size_t problem,
                                         dti_lang lang, char *buffer, size_t size)
{
    struct dti__sentence out = dti__sentence_begin(lang, buffer, size);
    struct dti__span common;
    if (problem >= dti_reconciliation_problem_count(found))
        return 0;
    const struct dti__trouble *at = &found->problems[problem];
    if (common_difference(found, at, &common)) {
        tell_sums(&out, found, at, common);
    } else if (at->identity_count > 0) {
        dti__tell_identity(&out, found, plainest(found, at));
    } else {
        dti__sentence_say(&out, DTI__MSG_SAY_CONFLICT, DTI__NO_ARGS);
        dti__sentence_put(&out, " ");
        dti__tell_suspects(&out, found, at->conflict, at->conflict_size, DTI_NONE);
    }
    return out.length;
}

/* ── repairs ── */

static void tell_correction(struct dti__sentence *out, const dti_reconciliation *found,
                            const struct dti__correction *correction)
{
    const struct dti__suspect *suspect = &found->suspects[correction->suspect];
    const struct dti__said *said = &found->figures->said[suspect->figures[0]];
    if (said->is_assumed) {
        dti__sentence_say(out, DTI__MSG_REPAIR_DROP, DTI__NO_ARGS);
        dti__sentence_put(out, " «");
        tell_note(out, dti__text2_in(said->note, out->lang));
        dti__sentence_put(out, "»");
        return;
    }
    struct dti__measure measure = dti__measure_of_figure(found, said, out->lang);
    struct dti__shown as_printed = dti__show_figure(found, said, out->lang);
    struct dti__shown corrected = dti__show_amount(&measure, correction->range, out->lang);
    /* Open too where more digits than are printed would be needed to tell the difference. */
    bool is_open = dti__span_is_empty(correction->range) || correction->is_loose ||
                   strcmp(as_printed.text, corrected.text) == 0;
    dti__sentence_say(out, DTI__MSG_REPAIR_CORRECT, DTI__NO_ARGS);
    dti__sentence_put(out, " ");
    dti__tell_subject(out, found, said);
    dti__sentence_put(out, " ");
    if (is_open)
        dti__sentence_say(out, DTI__MSG_REPAIR_ANY, DTI__ARGS(DTI__TEXT(as_printed.text)));
    else
        dti__sentence_say(out, DTI__MSG_REPAIR_TO,
                          DTI__ARGS(DTI__TEXT(as_printed.text), DTI__TEXT(corrected.text)));
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
        {DTI__REASON_UNCONFIRMED, DTI__MSG_REASON_UNCONFIRMED},
        {DTI__REASON_CALCULATED, DTI__MSG_REASON_CALCULATED},
        {DTI__REASON_ONE_PLACE, DTI__MSG_REASON_ONE_PLACE},
        {DTI__REASON_CONFIRMED, DTI__MSG_REASON_CONFIRMED},
        {DTI__REASON_PLACES, DTI__MSG_REASON_PLACES},
    };
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (reasons & (uint32_t)all[i].reason) {
            dti__sentence_put(out, "; ");
            dti__sentence_say(out, all[i].message, DTI__NO_ARGS);
        }
}

size_t dti_reconciliation_repair_format(const dti_reconciliation *found, size_t problem,
                                        size_t repair, dti_lang lang, char *buffer, size_t size)
{
    struct dti__sentence out = dti__sentence_begin(lang, buffer, size);
    if (repair >= dti_reconciliation_repair_count(found, problem))
        return 0;
    const struct dti__remedy *remedy = &found->problems[problem].remedies[repair];
    uint32_t reasons = 0;
    for (size_t i = 0; i < remedy->size; i++) {
        if (i > 0) {
            dti__sentence_put(&out, " ");
            dti__sentence_say(&out, DTI__MSG_REPAIR_AND, DTI__NO_ARGS);
            dti__sentence_put(&out, " ");
        }
        tell_correction(&out, found, &remedy->corrections[i]);
        if (remedy->size == 1) /* of several nobody could tell whose reasons they are */
            reasons = remedy->corrections[i].reasons;
    }
    tell_reasons(&out, reasons);
    return out.length;
}
