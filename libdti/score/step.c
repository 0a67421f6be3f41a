/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The next step: the smallest change that a rule rewards, and what it brings, by running the rule
 * again. What the others of a cohort have stays as it is: the bounds are held fixed. */
#include "score/result.h"

#include <math.h>

#define SMALL_BASE 100 /* up to here one item of a ratio is worth at least one percentage point */

/* Points of the component if the quantity's share were changed from what it is. */
static int64_t gain_of_share(const dti_result *result, size_t node, double share)
{
    const struct dti__node *component = &result->dossier->framework->nodes[node];
    return dti__kernel_points(component->rule, component->max_points, share) -
           result->nodes[node].rule_points;
}

/* Points of the component if one input had another plain value. */
static int64_t gain_of_input(const dti_result *result, size_t node, size_t input, double value)
{
    double kept = result->row.values[input];
    result->row.values[input] = value; /* the row is the result's own, and put back below */
    struct dti__score score = dti__kernel_score(&result->kernels[node], result->row.columns, 0);
    result->row.values[input] = kept;
    return score.points - result->nodes[node].rule_points;
}

static double unit_divisor(const dti_result *result, size_t input)
{
    const dti_framework *framework = result->dossier->framework;
    size_t unit = framework->inputs[input].unit;
    return unit == DTI_NONE ? 1 : framework->units[unit].divisor;
}

/* One percentage point of a reported share, or what is left up to the end of its range. */
static struct dti__step step_share(const dti_result *result, size_t node, size_t input, double sign)
{
    const struct dti__input *at = &result->dossier->framework->inputs[input];
    double divisor = unit_divisor(result, input);
    double value = result->row.values[input];
    double room = sign > 0 ? at->high / divisor - value : value - at->low / divisor;
    double plain = room < 0.01 ? room : 0.01;
    return (struct dti__step){.kind = DTI_STEP_PERCENT_POINT,
                              .input = input,
                              .amount = room < 0.01 ? room * divisor : 0.01 * divisor,
                              .gain = gain_of_input(result, node, input, value + sign * plain)};
}

/* One item of a ratio of figures; where the base is large, as many as make a percentage point. */
static struct dti__step step_ratio(const dti_result *result, size_t node,
                                   const struct dti__rule *rule, double sign)
{
    size_t input = rule->quantity.of.inputs[0];
    double base = 0;
    for (size_t i = 0; i < rule->quantity.to.count; i++)
        base += result->row.values[rule->quantity.to.inputs[i]];
    bool is_small = fabs(base) <= SMALL_BASE;
    double plain = is_small ? 1 : 0.01 * fabs(base);
    return (struct dti__step){
        .kind = is_small ? DTI_STEP_UNIT : DTI_STEP_PERCENT_POINT,
        .input = input,
        .amount = plain * unit_divisor(result, input),
        .gain = gain_of_input(result, node, input, result->row.values[input] + sign * plain)};
}

static struct dti__step step_unit(const dti_result *result, size_t node, size_t input,
                                  double amount)
{
    double value = result->row.values[input] + amount / unit_divisor(result, input);
    return (struct dti__step){.kind = DTI_STEP_UNIT,
                              .input = input,
                              .amount = fabs(amount),
                              .gain = gain_of_input(result, node, input, value)};
}

/* One unit of a figure measured against a cohort, or what is left up to the end of its range. */
static struct dti__step step_in_cohort(const dti_result *result, size_t node, size_t input,
                                       double sign)
{
    const struct dti__input *at = &result->dossier->framework->inputs[input];
    double figure = result->row.values[input] * unit_divisor(result, input);
    double room = sign > 0 ? at->high - figure : figure - at->low;
    return step_unit(result, node, input, sign * (room < 1 ? room : 1));
}

/* One item towards a base; where the base is large, as many as make one hundredth of it. */
static struct dti__step step_base(const dti_result *result, size_t node,
                                  const struct dti__rule *rule, double sign)
{
    size_t input = rule->quantity.of.inputs[0];
    bool is_small = rule->base <= SMALL_BASE;
    struct dti__step step =
        step_unit(result, node, input, sign * (is_small ? 1 : 0.01 * rule->base));
    step.kind = is_small ? DTI_STEP_UNIT : DTI_STEP_PERCENT_POINT;
    return step;
}

static struct dti__step step_linear(const dti_result *result, size_t node,
                                    const struct dti__rule *rule)
{
    double sign = rule->lower_is_better ? -1 : 1;
    size_t input = rule->quantity.of.inputs[0];
    if (rule->quantity.form == DTI__FORM_RATIO)
        return step_ratio(result, node, rule, sign);
    if (result->dossier->framework->inputs[input].kind == DTI_INPUT_RATIO)
        return step_share(result, node, input, sign);
    if (rule->kind == DTI__RULE_SHARE_OF_BASE)
        return step_base(result, node, rule, sign);
    if (dti__rule_needs_bounds(rule))
        return step_in_cohort(result, node, input, sign);
    return step_unit(result, node, input, sign);
}

static struct dti__step step_tiers(const dti_result *result, size_t node,
                                   const struct dti__rule *rule)
{
    for (size_t i = 0; i < rule->tier_count; i++) {
        const struct dti__tier *tier = &rule->tiers[i];
        if (tier->share > result->nodes[node].share)
            return (struct dti__step){.kind = DTI_STEP_TIER,
                                      .input = rule->quantity.of.inputs[0],
                                      .amount = tier->threshold,
                                      .gain = gain_of_share(result, node, tier->share)};
    }
    return (struct dti__step){.kind = DTI_STEP_NONE, .input = DTI_NONE};
}

/* The worst answer that is better than the one given. */
static struct dti__step step_choice(const dti_result *result, size_t node,
                                    const struct dti__rule *rule)
{
    size_t next = DTI_NONE;
    for (size_t i = 0; i < rule->answer_count; i++)
        if (rule->answers[i].share > result->nodes[node].share &&
            (next == DTI_NONE || rule->answers[i].share < rule->answers[next].share))
            next = i;
    if (next == DTI_NONE)
        return (struct dti__step){.kind = DTI_STEP_NONE, .input = DTI_NONE};
    return (struct dti__step){.kind = DTI_STEP_ANSWER,
                              .input = rule->quantity.of.inputs[0],
                              .amount = (double)next,
                              .gain = gain_of_share(result, node, rule->answers[next].share)};
}

/* The first item not met, in the order of the list. */
static struct dti__step step_item(const dti_result *result, size_t node,
                                  const struct dti__rule *rule)
{
    for (size_t i = 0; i < rule->item_count; i++)
        if (result->row.values[rule->items[i].input] < 1)
            return (struct dti__step){.kind = DTI_STEP_ITEM,
                                      .input = rule->items[i].input,
                                      .amount = 1,
                                      .gain = gain_of_input(result, node, rule->items[i].input, 1)};
    return (struct dti__step){.kind = DTI_STEP_NONE, .input = DTI_NONE};
}

static struct dti__step step_by_kind(const dti_result *result, size_t node,
                                     const struct dti__rule *rule)
{
    switch (rule->kind) {
    case DTI__RULE_TIERS:
        return step_tiers(result, node, rule);
    case DTI__RULE_CHOICE:
        return step_choice(result, node, rule);
    case DTI__RULE_CHECKLIST:
        return step_item(result, node, rule);
    case DTI__RULE_DOCUMENT:
        return step_unit(result, node, rule->quantity.of.inputs[0],
                         (double)rule->count - result->nodes[node].quantity);
    default:
        return step_linear(result, node, rule);
    }
}

struct dti__step dti__step_find(const dti_result *result, size_t node)
{
    const struct dti__step none = {.kind = DTI_STEP_NONE, .input = DTI_NONE};
    const struct dti__node *component = &result->dossier->framework->nodes[node];
    const struct dti__node_result *at = &result->nodes[node];
    if (!component->rule || at->rule_state != DTI_STATE_PRESENT ||
        at->rule_points >= component->max_points)
        return none;
    struct dti__step step = step_by_kind(result, node, component->rule);
    return step.gain > 0 ? step : none;
}
