/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* A framework in words: rules, evidence and legal references as one line each. */
#include "model/describe.h"

#include <stdio.h>
#include <string.h>

#define PERCENT(share) DTI__NUMBER(100 * (share), 6)

static void say_answers(struct dti__sentence *line, const dti_framework *framework,
                        const struct dti__rule *rule)
{
    const struct dti__input *input = &framework->inputs[rule->quantity.of.inputs[0]];
    for (size_t i = rule->answer_count; i-- > 0;) {
        bool is_yes_no = input->kind == DTI_INPUT_YES_NO;
        enum dti__msg yes_no = i == 1 ? DTI__MSG_WORD_YES : DTI__MSG_WORD_NO;
        const char *name = is_yes_no ? dti__message_text(yes_no, line->lang)
                                     : dti__text2_in(input->choices[i].names, line->lang);
        dti__sentence_put(line, name);
        dti__sentence_say(line, DTI__MSG_RULE_ANSWER, DTI__ARGS(PERCENT(rule->answers[i].share)));
        dti__sentence_put(line, i > 0 ? "; " : "");
    }
}

static void say_tiers(struct dti__sentence *line, const dti_framework *framework,
                      const struct dti__rule *rule)
{
    bool is_share = dti__quantity_is_share(framework, &rule->quantity);
    for (size_t i = rule->tier_count; i-- > 0;) {
        double threshold = is_share ? 100 * rule->tiers[i].threshold : rule->tiers[i].threshold;
        dti__sentence_say(line,
                          rule->lower_is_better ? DTI__MSG_RULE_TIER_LOWER : DTI__MSG_RULE_TIER,
                          DTI__ARGS(DTI__NUMBER(threshold, 6), DTI__TEXT(is_share ? " %" : ""),
                                    PERCENT(rule->tiers[i].share)));
        dti__sentence_put(line, "; ");
    }
    dti__sentence_say(line, DTI__MSG_RULE_OTHERWISE, DTI__ARGS(PERCENT(rule->otherwise)));
}

static void say_items(struct dti__sentence *line, const dti_framework *framework,
                      const struct dti__rule *rule)
{
    for (size_t i = 0; i < rule->item_count; i++) {
        dti__sentence_put(line, i > 0 ? "; " : "");
        dti__sentence_put(line,
                          dti__text2_in(framework->inputs[rule->items[i].input].names, line->lang));
        dti__sentence_say(line, DTI__MSG_RULE_ANSWER, DTI__ARGS(PERCENT(rule->items[i].share)));
    }
}

static void say_kind(struct dti__sentence *line, const dti_framework *framework,
                     const struct dti__rule *rule)
{
    switch (rule->kind) {
    case DTI__RULE_RATIO:
        dti__sentence_say(line,
                          rule->lower_is_better ? DTI__MSG_RULE_RATIO_LOWER : DTI__MSG_RULE_RATIO,
                          DTI__ARGS(PERCENT(rule->target)));
        break;
    case DTI__RULE_SHARE_OF_BASE:
        dti__sentence_say(line,
                          rule->lower_is_better ? DTI__MSG_RULE_BASE_LOWER : DTI__MSG_RULE_BASE,
                          DTI__ARGS(DTI__NUMBER(rule->base, -1), PERCENT(rule->target)));
        break;
    case DTI__RULE_COUNT:
        dti__sentence_say(line,
                          rule->lower_is_better ? DTI__MSG_RULE_COUNT_LOWER : DTI__MSG_RULE_COUNT,
                          DTI__ARGS(PERCENT(rule->share_per_item)));
        break;
    case DTI__RULE_TIERS:
        say_tiers(line, framework, rule);
        break;
    case DTI__RULE_CHOICE:
        say_answers(line, framework, rule);
        break;
    case DTI__RULE_CHECKLIST:
        say_items(line, framework, rule);
        break;
    case DTI__RULE_DOCUMENT:
        dti__sentence_say(line, DTI__MSG_RULE_DOCUMENT, DTI__ARGS(DTI__INTEGER(rule->count)));
        break;
    case DTI__RULE_GIVEN:
        dti__sentence_say(line,
                          rule->quantity.form == DTI__FORM_NONE ? DTI__MSG_RULE_STATED_ONLY
                                                                : DTI__MSG_RULE_GIVEN,
                          DTI__ARGS(PERCENT(rule->target)));
        break;
    case DTI__RULE_BEST_OF_COHORT:
        dti__sentence_say(line,
                          rule->lower_is_better ? DTI__MSG_RULE_BEST_LOWER : DTI__MSG_RULE_BEST,
                          DTI__NO_ARGS);
        break;
    case DTI__RULE_MIN_MAX:
        dti__sentence_say(
            line, rule->lower_is_better ? DTI__MSG_RULE_MIN_MAX_LOWER : DTI__MSG_RULE_MIN_MAX,
            DTI__NO_ARGS);
        break;
    case DTI__RULE_KIND_COUNT:
        break;
    }
}

static void say_base_zero(struct dti__sentence *line, const struct dti__rule *rule)
{
    bool is_min_max = rule->kind == DTI__RULE_MIN_MAX;
    if (!rule->base_zero_given)
        return;
    if (rule->when_base_zero == DTI__BASE_ZERO_FULL)
        dti__sentence_say(line,
                          is_min_max ? DTI__MSG_RULE_EQUAL_FULL : DTI__MSG_RULE_BASE_ZERO_FULL,
                          DTI__NO_ARGS);
    if (rule->when_base_zero == DTI__BASE_ZERO_NOT_APPLICABLE)
        dti__sentence_say(line,
                          is_min_max ? DTI__MSG_RULE_EQUAL_NOT_APPLICABLE
                                     : DTI__MSG_RULE_BASE_ZERO_NOT_APPLICABLE,
                          DTI__NO_ARGS);
}

static void say_weights(struct dti__sentence *line, const dti_framework *framework,
                        const struct dti__node *index)
{
    dti__sentence_say(line, DTI__MSG_RULE_WEIGHTS, DTI__NO_ARGS);
    for (size_t i = 0; i < index->child_count; i++) {
        const struct dti__text2 *names = &framework->nodes[index->children[i]].names;
        dti__sentence_put(line, i > 0 ? ", " : " ");
        dti__sentence_say(line, DTI__MSG_RULE_WEIGHT,
                          DTI__ARGS(DTI__NAMES(names->vi, names->en),
                                    DTI__POINTS(index->weighing.weights[i], -1)));
    }
}

static void say_absent(struct dti__sentence *line, const struct dti__absent *absent)
{
    if (absent->count > 0)
        dti__sentence_say(line, DTI__MSG_RULE_ABSENT, DTI__ARGS(DTI__INTEGER(absent->count)));
    else
        dti__sentence_say(line, DTI__MSG_RULE_ABSENT_ALL, DTI__NO_ARGS);
    dti__sentence_put(line, ": ");
    dti__sentence_put(line, dti__text2_in(absent->note, line->lang));
}

static void say_rule(struct dti__sentence *line, const dti_framework *framework,
                     const struct dti__rule *rule)
{
    say_kind(line, framework, rule);
    if (rule->clamp_low > 0 || rule->clamp_high < 1)
        dti__sentence_say(line, DTI__MSG_RULE_CLAMP,
                          DTI__ARGS(PERCENT(rule->clamp_low), PERCENT(rule->clamp_high)));
    say_base_zero(line, rule);
}

size_t dti_framework_node_rule_format(const dti_framework *framework, size_t node, dti_lang lang,
                                      char *buffer, size_t size)
{
    struct dti__sentence line = dti__sentence_begin(lang, buffer, size);
    if (!framework || node >= framework->node_count)
        return 0;
    const struct dti__node *at = &framework->nodes[node];
    if (at->rule)
        say_rule(&line, framework, at->rule);
    else if (at->weighing.weights)
        say_weights(&line, framework, at);
    else if (at->absent.is_given)
        say_absent(&line, &at->absent);
    return line.length;
}

void dti__describe_terms(struct dti__sentence *line, const dti_framework *framework,
                         const char *const *ids, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        size_t term = dti__names_find(&framework->term_names, ids[i]);
        dti__sentence_put(line, i > 0 ? ", " : "");
        dti__sentence_put(line, term == DTI_NONE
                                    ? ids[i]
                                    : dti__text2_in(framework->terms[term].names, line->lang));
    }
}

size_t dti_framework_node_evidence_format(const dti_framework *framework, size_t node,
                                          dti_lang lang, char *buffer, size_t size)
{
    static const enum dti__msg signers[] = {DTI__MSG_EVIDENCE_ANY, DTI__MSG_EVIDENCE_HEAD,
                                            DTI__MSG_EVIDENCE_DEPUTY};
    struct dti__sentence line = dti__sentence_begin(lang, buffer, size);
    if (!framework || node >= framework->node_count || !framework->nodes[node].evidence)
        return 0;
    const struct dti__requirement *evidence = framework->nodes[node].evidence;
    dti__sentence_say(&line, DTI__MSG_EVIDENCE_COUNT, DTI__ARGS(DTI__INTEGER(evidence->count)));
    dti__sentence_put(&line, " ");
    dti__describe_terms(&line, framework, evidence->kinds, evidence->kind_count);
    if (evidence->issuer_count > 0) {
        dti__sentence_say(&line, DTI__MSG_EVIDENCE_ISSUERS, DTI__NO_ARGS);
        dti__sentence_put(&line, " ");
        dti__describe_terms(&line, framework, evidence->issuers, evidence->issuer_count);
    }
    dti__sentence_say(&line, signers[evidence->signer], DTI__NO_ARGS);
    dti__sentence_say(&line,
                      evidence->in_force ? DTI__MSG_EVIDENCE_IN_FORCE : DTI__MSG_EVIDENCE_YEAR,
                      DTI__NO_ARGS);
    for (size_t i = 0; i < evidence->condition_count; i++) {
        dti__sentence_put(&line, "; ");
        dti__sentence_put(&line, dti__text2_in(evidence->conditions[i].text, lang));
    }
    if (evidence->provenance.kind == DTI_PROVENANCE_ASSUMED) {
        dti__sentence_put(&line, " (");
        dti__sentence_put(&line, dti_provenance_name(DTI_PROVENANCE_ASSUMED, lang));
        dti__sentence_put(&line, ")");
    }
    return line.length;
}

/* Operands by their ids: what people look for in forms and documents. */
static void put_operands(struct dti__sentence *line, const struct dti__operands *operands)
{
    for (size_t i = 0; i < operands->count; i++) {
        dti__sentence_put(line, i > 0 ? " + " : "");
        dti__sentence_put(line, operands->names[i]);
    }
}

static void put_quantity(struct dti__sentence *line, const struct dti__quantity *quantity)
{
    bool is_ratio = quantity->form == DTI__FORM_RATIO;
    dti__sentence_put(line, is_ratio ? "(" : "");
    put_operands(line, &quantity->of);
    if (quantity->to.count == 0)
        return;
    dti__sentence_put(line, is_ratio ? ") ÷ (" : " − ");
    put_operands(line, &quantity->to);
    dti__sentence_put(line, is_ratio ? ")" : "");
}

size_t dti_framework_input_derive_format(const dti_framework *framework, size_t input,
                                         dti_lang lang, char *buffer, size_t size)
{
    struct dti__sentence line = dti__sentence_begin(lang, buffer, size);
    if (!framework || input >= framework->input_count)
        return 0;
    const struct dti__input *at = &framework->inputs[input];
    if (at->counts.code)
        dti__sentence_say(&line,
                          at->counts.any_signer ? DTI__MSG_DERIVE_COUNT_ANY : DTI__MSG_DERIVE_COUNT,
                          DTI__ARGS(DTI__TEXT(at->counts.code)));
    else if (at->derive.form != DTI__FORM_NONE)
        put_quantity(&line, &at->derive);
    return line.length;
}

static void say_date(struct dti__sentence *line, enum dti__msg message, struct dti__date date)
{
    if (date.year != 0)
        dti__sentence_say(line, message, DTI__ARGS(DTI__DATE(date)));
}

size_t dti_framework_node_legal_format(const dti_framework *framework, size_t node, size_t index,
                                       dti_lang lang, char *buffer, size_t size)
{
    struct dti__sentence line = dti__sentence_begin(lang, buffer, size);
    if (!framework || node >= framework->node_count || index >= framework->nodes[node].legal_count)
        return 0;
    const struct dti__legal_use *use = &framework->nodes[node].legal[index];
    const struct dti__legal *legal = &framework->legal[use->legal];
    dti__sentence_put(&line, legal->number ? legal->number : legal->id);
    say_date(&line, DTI__MSG_LEGAL_DATE, legal->date);
    if (legal->titles.vi) {
        dti__sentence_put(&line, ": ");
        dti__sentence_put(&line, dti__text2_in(legal->titles, lang));
    }
    say_date(&line, DTI__MSG_LEGAL_FROM, use->from);
    say_date(&line, DTI__MSG_LEGAL_UNTIL, use->until.year != 0 ? use->until : legal->until);
    return line.length;
}

#define WORDS(array, index)                                                                        \
    dti__message_text((size_t)(index) < sizeof(array) / sizeof(array)[0] ? (array)[index]          \
                                                                         : DTI__MSG_WORD_UNKNOWN,  \
                      lang)

const char *dti_provenance_name(dti_provenance provenance, dti_lang lang)
{
    static const enum dti__msg words[] = {DTI__MSG_WORD_OFFICIAL, DTI__MSG_WORD_SOURCE,
                                          DTI__MSG_WORD_DERIVED, DTI__MSG_WORD_ASSUMED,
                                          DTI__MSG_WORD_UNKNOWN};
    return WORDS(words, provenance);
}

const char *dti_state_name(dti_state state, dti_lang lang)
{
    static const enum dti__msg words[] = {DTI__MSG_WORD_PRESENT, DTI__MSG_WORD_MISSING,
                                          DTI__MSG_WORD_NOT_APPLICABLE, DTI__MSG_WORD_NOT_ASSESSED,
                                          DTI__MSG_WORD_REJECTED};
    return WORDS(words, state);
}

const char *dti_track_name(dti_track track, dti_lang lang)
{
    static const enum dti__msg words[] = {DTI__MSG_WORD_DEFAULT,   DTI__MSG_WORD_SELF,
                                          DTI__MSG_WORD_APPRAISED, DTI__MSG_WORD_FINAL,
                                          DTI__MSG_WORD_COMPUTED,  DTI__MSG_WORD_SUPPORTED};
    return WORDS(words, track);
}

const char *dti_track_id(dti_track track)
{
    static const char *const ids[] = {"default", "self",     "appraised",
                                      "final",   "computed", "supported"};
    return (size_t)track < sizeof ids / sizeof ids[0] ? ids[track] : "";
}
