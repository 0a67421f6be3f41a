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
    const char *code = dti_framework_node_code(framework, node, NULL);
    const char *name = dti_framework_node_name(framework, node, out->lang);
    int kind = framework->nodes[node].kind;
    if (kind == DTI_NODE_COMPONENT)
        dti__sentence_say(out, DTI__MSG_FIGURE_COMPONENT, DTI__ARGS(DTI__TEXT(code)));
    else if (kind == DTI_NODE_INDEX)
        dti__sentence_quote(out, name);
    else
        dti__sentence_say(out, DTI__MSG_FIGURE_MAIN, DTI__ARGS(DTI__TEXT(name), DTI__TEXT(code)));
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

void dti__tell_assumed(struct dti__sentence *out, const dti_reconciliation *found,
                       const struct dti__said *said, size_t node_known)
{
    char whose[200];
    if (said->input != DTI_NONE) {
        dti__sentence_say(out, DTI__MSG_ASSUMED_INPUT, DTI__NO_ARGS);
        dti__sentence_put(out, " «");
        dti__sentence_quote(
            out, dti_framework_input_name(found->figures->framework, said->input, out->lang));
        dti__sentence_put(out, "»: ");
        dti__sentence_put(out, dti__show_figure(found, said, out->lang).text);
        return;
    }
    enum dti__msg what =
        said->part == DTI_PART_MAX_POINTS ? DTI__MSG_ASSUMED_MAXIMA : DTI__MSG_ASSUMED_RULE;
    struct dti__sentence of = dti__sentence_begin(out->lang, whose, sizeof whose);
    dti__tell_node(&of, found, said->node);
    if (said->node != node_known && of.length > 0)
        dti__sentence_say(
            out, DTI__MSG_ASSUMED_OF,
            DTI__ARGS(DTI__TEXT(dti__message_text(what, out->lang)), DTI__TEXT(whose)));
    else
        dti__sentence_say(out, what, DTI__NO_ARGS);
}

/* In a list codes say enough of components. */
static void tell_listed(struct dti__sentence *out, const dti_reconciliation *found,
                        const struct dti__said *said)
{
    const dti_framework *framework = found->figures->framework;
    bool is_home =
        found->home && strcmp(said->unit, found->home) == 0 && said->year == found->home_year;
    if (is_home && said->node < framework->node_count &&
        framework->nodes[said->node].kind == DTI_NODE_COMPONENT)
        dti__sentence_put(out, dti_framework_node_code(framework, said->node, NULL));
    else
        dti__tell_subject(out, found, said);
}

void dti__tell_figure(struct dti__sentence *out, const dti_reconciliation *found,
                      const struct dti__said *said, size_t node_known)
{
    if (said->is_assumed) {
        dti__tell_assumed(out, found, said, node_known);
        return;
    }
    bool is_input = said->input != DTI_NONE;
    bool is_target = said->name.vi || said->name.en; /* whose name was told before */
    bool is_named = !is_target && (said->node != node_known || said->node == DTI_NONE);
    if (is_input) {
        dti__sentence_put(out, "«");
        dti__sentence_quote(
            out, dti_framework_input_name(found->figures->framework, said->input, out->lang));
        dti__sentence_put(out, "»: ");
    } else if (is_named) {
        size_t before = out->length;
        tell_listed(out, found, said);
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

/* ── identities ── */

size_t dti_reconciliation_identity_format(const dti_reconciliation *found, size_t identity,
                                          dti_lang lang, char *buffer, size_t size)
{
    struct dti__sentence out = dti__sentence_begin(lang, buffer, size);
    if (identity < dti_reconciliation_identity_count(found))
        dti__tell_identity(&out, found, &found->identities[identity]);
    return out.length;
}
