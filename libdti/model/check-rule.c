/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Rules of components: each kind reads its own sort of quantity, and its parameters must make sense
 * together. */
#include "model/check.h"

#include <stdio.h>
#include <string.h>

const char *const dti__rule_kinds[] = {"ratio",          "share-of-base", "count",    "tiers",
                                       "choice",         "checklist",     "document", "given",
                                       "best-of-cohort", "min-max",       NULL};

bool dti__rule_needs_bounds(const struct dti__rule *rule)
{
    return rule->kind == DTI__RULE_BEST_OF_COHORT || rule->kind == DTI__RULE_MIN_MAX;
}

size_t dti__quantity_unit(const dti_framework *framework, const struct dti__quantity *quantity)
{
    if (quantity->form == DTI__FORM_NONE || quantity->form == DTI__FORM_RATIO)
        return DTI_NONE;
    return framework->inputs[quantity->of.inputs[0]].unit;
}

bool dti__quantity_is_share(const dti_framework *framework, const struct dti__quantity *quantity)
{
    if (quantity->form == DTI__FORM_RATIO)
        return true;
    return quantity->form == DTI__FORM_SUM && quantity->of.count == 1 &&
           framework->inputs[quantity->of.inputs[0]].kind == DTI_INPUT_RATIO;
}

static bool is_one_of(const dti_framework *framework, const struct dti__quantity *quantity,
                      unsigned kinds)
{
    if (quantity->form == DTI__FORM_NONE || quantity->form == DTI__FORM_RATIO)
        return false;
    for (size_t i = 0; i < quantity->of.count; i++)
        if (!(kinds & 1u << framework->inputs[quantity->of.inputs[i]].kind))
            return false;
    return true;
}

#define BIT(kind) (1u << (kind))
#define FIGURES   (BIT(DTI_INPUT_COUNT) | BIT(DTI_INPUT_AMOUNT))

/* Whatever can be put on a line between the lowest and the highest of a cohort. */
static bool is_figure(const dti_framework *framework, const struct dti__quantity *quantity)
{
    return dti__quantity_is_share(framework, quantity) ||
           is_one_of(framework, quantity, FIGURES | BIT(DTI_INPUT_LIST)) ||
           (quantity->form == DTI__FORM_DIFFERENCE &&
            is_one_of(framework, quantity, BIT(DTI_INPUT_RATIO)));
}

static bool can_be_negative(const dti_framework *framework, const struct dti__quantity *quantity)
{
    if (quantity->form == DTI__FORM_DIFFERENCE)
        return true;
    for (size_t i = 0; i < quantity->of.count; i++)
        if (framework->inputs[quantity->of.inputs[i]].can_be_negative)
            return true;
    for (size_t i = 0; i < quantity->to.count; i++)
        if (framework->inputs[quantity->to.inputs[i]].can_be_negative)
            return true;
    return false;
}

/* What a rule may read; the term says what was expected. */
static bool reads_well(const dti_framework *framework, const struct dti__rule *rule,
                       enum dti__msg *expected)
{
    const struct dti__quantity *quantity = &rule->quantity;
    bool is_single = quantity->form == DTI__FORM_SUM && quantity->of.count == 1;
    switch (rule->kind) {
    case DTI__RULE_RATIO:
        *expected = DTI__MSG_TERM_SHARE;
        return dti__quantity_is_share(framework, quantity);
    case DTI__RULE_GIVEN:
        *expected = DTI__MSG_TERM_SHARE;
        return quantity->form == DTI__FORM_NONE || dti__quantity_is_share(framework, quantity);
    case DTI__RULE_SHARE_OF_BASE:
        *expected = DTI__MSG_TERM_FIGURE;
        return is_one_of(framework, quantity, FIGURES);
    case DTI__RULE_COUNT:
        *expected = DTI__MSG_TERM_FIGURE;
        return is_one_of(framework, quantity, FIGURES | BIT(DTI_INPUT_LIST));
    case DTI__RULE_TIERS:
        *expected = DTI__MSG_TERM_FIGURE;
        return dti__quantity_is_share(framework, quantity) ||
               is_one_of(framework, quantity, FIGURES | BIT(DTI_INPUT_LIST));
    case DTI__RULE_CHOICE:
        *expected = DTI__MSG_TERM_CHOICE_INPUT;
        return is_single &&
               is_one_of(framework, quantity, BIT(DTI_INPUT_CHOICE) | BIT(DTI_INPUT_YES_NO));
    case DTI__RULE_DOCUMENT:
        *expected = DTI__MSG_TERM_COUNT_INPUT;
        return is_single &&
               is_one_of(framework, quantity,
                         BIT(DTI_INPUT_COUNT) | BIT(DTI_INPUT_LIST) | BIT(DTI_INPUT_YES_NO));
    case DTI__RULE_BEST_OF_COHORT: /* a share of something negative has no meaning */
        *expected = DTI__MSG_TERM_NOT_NEGATIVE;
        return is_figure(framework, quantity) && !can_be_negative(framework, quantity);
    case DTI__RULE_MIN_MAX:
        *expected = DTI__MSG_TERM_NUMBER;
        return is_figure(framework, quantity);
    case DTI__RULE_CHECKLIST:
    case DTI__RULE_KIND_COUNT:
        break;
    }
    return true;
}

/* Answers are put in the order of the choices; each must be there once. */
static bool order_answers(dti_framework *framework, struct dti__rule *rule, dti_report *report,
                          const char *pointer)
{
    static const struct dti__choice yes_no[] = {{"no", {NULL, NULL}}, {"yes", {NULL, NULL}}};
    const struct dti__input *input = &framework->inputs[rule->quantity.of.inputs[0]];
    bool is_yes_no = input->kind == DTI_INPUT_YES_NO;
    const struct dti__choice *choices = is_yes_no ? yes_no : input->choices;
    size_t count = is_yes_no ? 2 : input->choice_count;
    struct dti__answer *ordered = dti__arena_array(&framework->arena, count, sizeof *ordered);
    if (!ordered)
        return false;
    for (size_t i = 0; i < rule->answer_count; i++) {
        size_t choice = 0;
        while (choice < count && strcmp(choices[choice].id, rule->answers[i].name) != 0)
            choice++;
        if (choice == count)
            dti__check_find(
                report, DTI__MSG_UNKNOWN_REFERENCE,
                DTI__ARGS(DTI__TERM(DTI__MSG_TERM_CHOICE), DTI__TEXT(rule->answers[i].name)),
                "%s/answers/%zu/answer", pointer, i);
        else if (ordered[choice].name)
            dti__check_find(report, DTI__MSG_DUPLICATE_ID,
                            DTI__ARGS(DTI__TEXT(rule->answers[i].name)), "%s/answers/%zu/answer",
                            pointer, i);
        else
            ordered[choice] = rule->answers[i];
    }
    for (size_t i = 0; i < count; i++)
        if (!ordered[i].name)
            dti__check_find(report, DTI__MSG_ANSWER_MISSING, DTI__ARGS(DTI__TEXT(choices[i].id)),
                            "%s/answers", pointer);
    rule->answers = ordered;
    rule->answer_count = count;
    return true;
}

static void check_tiers(const struct dti__rule *rule, dti_report *report, const char *pointer)
{
    for (size_t i = 1; i < rule->tier_count; i++) {
        const struct dti__tier *tier = &rule->tiers[i];
        bool is_better = rule->lower_is_better ? tier->threshold < tier[-1].threshold
                                               : tier->threshold > tier[-1].threshold;
        if (!is_better || tier->share < tier[-1].share)
            dti__check_find(report, DTI__MSG_TIERS_ORDER, DTI__NO_ARGS, "%s/tiers/%zu", pointer, i);
    }
}

static void check_items(dti_framework *framework, struct dti__rule *rule, dti_report *report,
                        const char *pointer)
{
    double total = 0;
    for (size_t i = 0; i < rule->item_count; i++) {
        struct dti__item *item = &rule->items[i];
        item->input = dti__names_find(&framework->input_names, item->name);
        total += item->share;
        for (size_t k = 0; k < i; k++)
            if (item->input != DTI_NONE && rule->items[k].input == item->input)
                dti__check_find(report, DTI__MSG_DUPLICATE_ID, DTI__ARGS(DTI__TEXT(item->name)),
                                "%s/items/%zu/input", pointer, i);
        char place[560];
        snprintf(place, sizeof place, "%s/items/%zu/input", pointer, i);
        if (item->input == DTI_NONE)
            dti__check_unknown_input(framework, item->name, report, place);
        else if (framework->inputs[item->input].kind != DTI_INPUT_YES_NO)
            dti__check_find(report, DTI__MSG_RULE_QUANTITY,
                            DTI__ARGS(DTI__TEXT(dti__rule_kinds[rule->kind]),
                                      DTI__TERM(DTI__MSG_TERM_YES_NO_INPUT)),
                            "%s/items/%zu/input", pointer, i);
    }
    if (total > 1 + 1e-12)
        dti__check_find(report, DTI__MSG_SHARES_ABOVE_ONE, DTI__ARGS(DTI__NUMBER(total, 9)),
                        "%s/items", pointer);
}

/* Among what could be 0: the best of a cohort, or the way from its lowest to its highest. Where
 * lower is better the best is divided by the quantity, and a quantity of 0 is the best. */
static bool divides(const dti_framework *framework, const struct dti__rule *rule)
{
    const struct dti__quantity *quantity = &rule->quantity;
    if (rule->kind == DTI__RULE_MIN_MAX ||
        (rule->kind == DTI__RULE_BEST_OF_COHORT && !rule->lower_is_better))
        return true;
    if (quantity->form == DTI__FORM_RATIO)
        return true;
    for (size_t i = 0; quantity->form != DTI__FORM_NONE && i < quantity->of.count; i++)
        if (framework->inputs[quantity->of.inputs[i]].derive.form == DTI__FORM_RATIO)
            return true;
    return false;
}

static void add_read(struct dti__rule *rule, size_t input)
{
    for (size_t i = 0; i < rule->read_count; i++)
        if (rule->reads[i] == input)
            return;
    rule->reads[rule->read_count++] = input;
}

static bool collect_reads(dti_framework *framework, struct dti__rule *rule)
{
    const struct dti__quantity *quantity = &rule->quantity;
    size_t most = rule->item_count + quantity->of.count + quantity->to.count;
    rule->reads = dti__arena_array(&framework->arena, most, sizeof *rule->reads);
    for (size_t i = 0; rule->reads && i < quantity->of.count; i++)
        add_read(rule, quantity->of.inputs[i]);
    for (size_t i = 0; rule->reads && i < quantity->to.count; i++)
        add_read(rule, quantity->to.inputs[i]);
    for (size_t i = 0; rule->reads && i < rule->item_count; i++)
        if (rule->items[i].input != DTI_NONE)
            add_read(rule, rule->items[i].input);
    return rule->reads != NULL;
}

bool dti__check_rule(dti_framework *framework, struct dti__node *node, dti_report *report)
{
    struct dti__rule *rule = node->rule;
    enum dti__msg expected = DTI__MSG_TERM_VALUE;
    char pointer[512];
    char place[560];
    snprintf(pointer, sizeof pointer, "%s/rule", node->pointer);
    snprintf(place, sizeof place, "%s/quantity", pointer);
    if (!dti__check_quantity(framework, &rule->quantity, report, place))
        return false;
    if (!dti__operands_resolved(&rule->quantity.of) || !dti__operands_resolved(&rule->quantity.to))
        return true;
    if (rule->clamp_low >= rule->clamp_high)
        dti__check_find(report, DTI__MSG_CLAMP, DTI__NO_ARGS, "%s/clamp", pointer);
    check_tiers(rule, report, pointer);
    check_items(framework, rule, report, pointer);
    if (!reads_well(framework, rule, &expected)) {
        dti__check_find(report, DTI__MSG_RULE_QUANTITY,
                        DTI__ARGS(DTI__TEXT(dti__rule_kinds[rule->kind]), DTI__TERM(expected)),
                        "%s", place);
        return true;
    }
    if (rule->base_zero_given && !divides(framework, rule))
        dti__check_find(report, DTI__MSG_BASE_ZERO_UNUSED, DTI__NO_ARGS, "%s/when_base_zero",
                        pointer);
    if (rule->kind == DTI__RULE_CHOICE && !order_answers(framework, rule, report, pointer))
        return false;
    return collect_reads(framework, rule);
}
