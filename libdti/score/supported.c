/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Supported points: the least that a rule gives for figures between what evidence counts and what
 * is reported. So they are never more than computed, and another record that qualifies never takes
 * any away: it only brings the two ends together. A base is one of those figures too: fewer papers
 * in all must not make a share of them look better. */
#include "score/result.h"

#include <string.h>

struct span { /* of one input, in plain numbers; ends that are equal say nothing */
    double low;
    double high;
};

static void span_count(const dti_result *result, size_t index, struct span *spans)
{
    const dti_framework *framework = result->dossier->framework;
    double count = 0;
    if (!framework->inputs[index].counts.code || result->row.states[index] != DTI_STATE_PRESENT)
        return;
    (void)!dti__support_count(&result->support, &framework->inputs[index], &count);
    count = dti__row_plain(framework, index, count);
    if (count < spans[index].low)
        spans[index].low = count;
}

static struct span sum_spans(const struct dti__operands *operands, const struct span *spans)
{
    struct span sum = {0, 0};
    for (size_t i = 0; i < operands->count; i++) {
        sum.low += spans[operands->inputs[i]].low;
        sum.high += spans[operands->inputs[i]].high;
    }
    return sum;
}

static bool is_wide(const struct dti__operands *operands, const struct span *spans)
{
    for (size_t i = 0; i < operands->count; i++)
        if (spans[operands->inputs[i]].low < spans[operands->inputs[i]].high)
            return true;
    return false;
}

/* What an input may be whose operands may be anything within their spans. */
static void span_derived(const dti_result *result, size_t index, struct span *spans)
{
    const struct dti__quantity *derive = &result->dossier->framework->inputs[index].derive;
    if (!result->row.is_derived[index] || result->row.states[index] != DTI_STATE_PRESENT ||
        (!is_wide(&derive->of, spans) && !is_wide(&derive->to, spans)))
        return;
    struct span span = sum_spans(&derive->of, spans);
    struct span to = sum_spans(&derive->to, spans);
    if (derive->form == DTI__FORM_DIFFERENCE)
        span = (struct span){span.low - to.high, span.high - to.low};
    else if (derive->form == DTI__FORM_RATIO && to.low > 0)
        span = (struct span){span.low / to.high, span.high / to.low};
    else if (derive->form == DTI__FORM_RATIO)
        return; /* by nothing nothing is divided */
    spans[index].low = span.low < spans[index].low ? span.low : spans[index].low;
    spans[index].high = span.high > spans[index].high ? span.high : spans[index].high;
}

/* One figure after the other: rules rise or fall with each figure whatever the others are. */
static int64_t least_points(const dti_result *result, size_t node, const struct span *spans)
{
    const struct dti__rule *rule = result->dossier->framework->nodes[node].rule;
    double *values = result->row.values; /* the row is the result's own, and put back below */
    int64_t least = result->nodes[node].rule_points;
    for (size_t i = 0; i < rule->read_count; i++) {
        const struct span *span = &spans[rule->reads[i]];
        const double ends[] = {span->low, span->high};
        for (size_t k = 0; k < 2 && span->low < span->high; k++) {
            double kept = values[rule->reads[i]];
            values[rule->reads[i]] = ends[k];
            struct dti__score score =
                dti__kernel_score(&result->kernels[node], result->row.columns, 0);
            if (score.state == DTI_STATE_PRESENT && score.points < least)
                least = score.points;
            else
                values[rule->reads[i]] = kept;
        }
    }
    return least;
}

/* The figures that a component reads, as they were lowered from. */
static void put_back(const dti_result *result, size_t node, const double *computed)
{
    const struct dti__rule *rule = result->dossier->framework->nodes[node].rule;
    for (size_t i = 0; i < rule->read_count; i++)
        result->row.values[rule->reads[i]] = computed[rule->reads[i]];
}

static void support_component(const dti_result *result, size_t node, const struct span *spans,
                              const double *computed)
{
    const struct dti__requirement *evidence = result->dossier->framework->nodes[node].evidence;
    struct dti__node_result *at = &result->nodes[node];
    at->supported_points = at->rule_points;
    if (!evidence || at->rule_state != DTI_STATE_PRESENT || at->rule_points == 0)
        return;
    if (result->support.nodes[node].qualifying < (size_t)evidence->count) {
        at->supported_points = 0;
        return;
    }
    at->supported_points = least_points(result, node, spans);
    put_back(result, node, computed);
}

bool dti__support_points(dti_result *result)
{
    const dti_framework *framework = result->dossier->framework;
    size_t inputs = framework->input_count;
    double *computed = dti__arena_array(&result->arena, inputs, sizeof *computed);
    struct span *spans = dti__arena_array(&result->arena, inputs, sizeof *spans);
    if (!computed || !spans)
        return false;
    memcpy(computed, result->row.values, inputs * sizeof *computed);
    for (size_t i = 0; i < inputs; i++) {
        spans[i] = (struct span){computed[i], computed[i]};
        span_count(result, i, spans);
    }
    for (size_t i = 0; i < framework->derive_count; i++) /* operands first */
        span_derived(result, framework->derive_order[i], spans);
    for (size_t i = 0; i < framework->tree_count; i++)
        if (framework->nodes[i].rule)
            support_component(result, i, spans, computed);
    return true;
}
