/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* What rules make of the inputs of a dossier and of the shares it prints: the real kernels, at both
 * ends of what inputs mean. */
#include "analyse/figures-dossier.h"
#include "base/number.h"
#include "base/tens.h"

#include <math.h>
#include <string.h>

struct between { /* of one input, in plain numbers */
    double low;
    double high;
};

struct rules {
    struct dti__dossier_figures *of;
    struct dti__row row;    /* our own: the result's is shared */
    struct between *inputs; /* one per input */
    size_t *said;           /* by input: its figure; DTI_NONE: none yet */
    size_t *needs;          /* room for all inputs, and three more: a share, a rule, a maximum */
    size_t need_count;
    bool is_counted; /* one of them is counted from evidence, and no figure at all */
};

/* ── what inputs mean ── */

/* Amounts and shares are right to their last digit, counts and answers exact. */
static struct between input_between(const struct dti__dossier_figures *of, size_t index)
{
    const struct dti__input *input = &of->framework->inputs[index];
    double number = of->dossier->figures[index].number;
    double half = 0;
    if (input->kind == DTI_INPUT_AMOUNT || input->kind == DTI_INPUT_RATIO) {
        int decimals = dti__number_decimals(number);
        half = decimals < 9 ? (double)dti__half_unit(decimals) / 1e9 : 0;
    }
    double low = number - half > input->low ? number - half : input->low;
    double high = number + half < input->high ? number + half : input->high;
    return (struct between){dti__row_plain(of->framework, index, low < number ? low : number),
                            dti__row_plain(of->framework, index, high > number ? high : number)};
}

static struct between sum_between(const struct dti__operands *operands,
                                  const struct between *inputs)
{
    struct between sum = {0, 0};
    for (size_t i = 0; i < operands->count; i++) {
        sum.low += inputs[operands->inputs[i]].low;
        sum.high += inputs[operands->inputs[i]].high;
    }
    return sum;
}

static struct between derived_between(const struct rules *rules, size_t index)
{
    const struct dti__quantity *derive = &rules->of->framework->inputs[index].derive;
    double value = rules->row.values[index];
    struct between span = sum_between(&derive->of, rules->inputs);
    struct between to = sum_between(&derive->to, rules->inputs);
    if (derive->form == DTI__FORM_DIFFERENCE)
        span = (struct between){span.low - to.high, span.high - to.low};
    else if (derive->form == DTI__FORM_RATIO && to.low > 0)
        span = (struct between){span.low / to.high, span.high / to.low};
    else if (derive->form != DTI__FORM_SUM)
        return (struct between){value, value};
    return (struct between){span.low < value ? span.low : value,
                            span.high > value ? span.high : value};
}

static bool look(struct rules *rules)
{
    struct dti__dossier_figures *of = rules->of;
    const struct dti__row *row = &of->result->row;
    size_t count = of->framework->input_count;
    rules->inputs = dti__arena_array(&of->scratch, count, sizeof *rules->inputs);
    rules->said = dti__arena_array(&of->scratch, count, sizeof *rules->said);
    rules->needs = dti__arena_array(&of->scratch, count + 3, sizeof *rules->needs);
    if (!dti__row_new(of->framework, &of->scratch, &rules->row) || !rules->inputs || !rules->said ||
        !rules->needs)
        return false;
    memcpy(rules->row.values, row->values, count * sizeof *row->values);
    memcpy(rules->row.states, row->states, count * sizeof *row->states);
    memcpy(rules->row.is_derived, row->is_derived, count * sizeof *row->is_derived);
    for (size_t i = 0; i < count; i++) {
        rules->said[i] = DTI_NONE;
        rules->inputs[i] = (struct between){row->values[i], row->values[i]};
        if (row->states[i] == DTI_STATE_PRESENT && !row->is_derived[i])
            rules->inputs[i] = input_between(of, i);
    }
    for (size_t i = 0; i < of->framework->derive_count; i++) {
        size_t index = of->framework->derive_order[i];
        if (row->states[index] == DTI_STATE_PRESENT && row->is_derived[index])
            rules->inputs[index] = derived_between(rules, index);
    }
    return true;
}

/* ── inputs as figures ── */

/* As a source in Vietnamese has it. */
static const char *write_input(const struct dti__input *input, const struct dti__figure *figure,
                               char buffer[DTI__NUMBER_SIZE])
{
    if (input->kind == DTI_INPUT_CHOICE)
        return dti__text2_in(input->choices[(size_t)figure->number].names, DTI_LANG_VI);
    if (input->kind == DTI_INPUT_YES_NO)
        return dti__message_text(figure->number > 0 ? DTI__MSG_WORD_YES : DTI__MSG_WORD_NO,
                                 DTI_LANG_VI);
    (void)dti__number_write_short(figure->number, 15, ',', buffer);
    return buffer;
}

/* In the input's unit, as far as that can be told in 10^-9 of it. */
static struct dti__span input_span(const struct dti__input *input, double number)
{
    int64_t nano = 0;
    bool is_exact = true;
    bool is_printed = input->kind == DTI_INPUT_AMOUNT || input->kind == DTI_INPUT_RATIO;
    if (!dti__number_to_nano(number, &nano, &is_exact) || nano > DTI__MOST_STATED ||
        nano < -DTI__MOST_STATED)
        nano = number < 0 ? -DTI__MOST_STATED : DTI__MOST_STATED;
    return dti__span_of(nano, is_printed ? dti__number_decimals(number) : 9);
}

static size_t say_input(struct rules *rules, size_t index)
{
    struct dti__dossier_figures *of = rules->of;
    const struct dti__input *input = &of->framework->inputs[index];
    const struct dti__figure *figure = &of->dossier->figures[index];
    const struct dti__provenance *provenance = &figure->provenance;
    char buffer[DTI__NUMBER_SIZE];
    if (rules->said[index] != DTI_NONE)
        return rules->said[index];
    struct dti__said said = dti__dossier_said(of);
    const struct dti__subject_of subject = {DTI__ABOUT_INPUT, said.unit, "", index,
                                            said.year,        0,         0};
    said.text = write_input(input, figure, buffer);
    said.input = index;
    said.quantity = input->kind == DTI_INPUT_RATIO ? DTI_QUANTITY_PERCENT : DTI_QUANTITY_COUNT;
    said.span = input_span(input, figure->number);
    said.unknown = dti__figures_unknown(
        of->figures, &subject, (struct dti__span){-2 * DTI__MOST_STATED, 2 * DTI__MOST_STATED});
    if (figure->has_provenance) {
        said.source = dti__dossier_title(of->dossier, provenance->source);
        said.place = provenance->place;
        said.note = provenance->note;
        said.is_assumed = provenance->kind == DTI_PROVENANCE_ASSUMED ||
                          provenance->kind == DTI_PROVENANCE_UNKNOWN;
    }
    rules->said[index] = dti__figures_say(of->figures, &said);
    return rules->said[index];
}

static void need(struct rules *rules, size_t said)
{
    for (size_t i = 0; i < rules->need_count; i++)
        if (rules->needs[i] == said)
            return;
    rules->needs[rules->need_count++] = said;
}

/* The figures behind an input: its own, or those of what it derives from. */
static void need_input(struct rules *rules, size_t index)
{
    struct dti__dossier_figures *of = rules->of;
    const struct dti__quantity *derive = &of->framework->inputs[index].derive;
    if (!rules->row.is_derived[index]) {
        need(rules, say_input(rules, index));
        return;
    }
    rules->is_counted |= derive->form == DTI__FORM_NONE;
    for (size_t i = 0; i < derive->of.count; i++)
        need_input(rules, derive->of.inputs[i]); /* as deep as inputs derive: no cycles */
    for (size_t i = 0; i < derive->to.count; i++)
        need_input(rules, derive->to.inputs[i]);
}

/* ── what a rule makes of them ── */

struct range { /* of points, and of what the rule reads */
    int64_t low;
    int64_t high;
    double least;
    double most;
};

static void widen(struct range *range, const struct dti__score *score)
{
    range->low = score->points < range->low ? score->points : range->low;
    range->high = score->points > range->high ? score->points : range->high;
    range->least = score->quantity < range->least ? score->quantity : range->least;
    range->most = score->quantity > range->most ? score->quantity : range->most;
}

/* Where each figure in turn is set to the end that brings the points further down (or up): rules
 * rise or fall with each figure whatever the others are. */
static void walk(struct rules *rules, size_t node, bool is_up, struct range *range)
{
    const struct dti__rule *rule = rules->of->framework->nodes[node].rule;
    const struct dti__kernel *kernel = &rules->of->result->kernels[node];
    double *values = rules->row.values;
    struct dti__score best = dti__kernel_score(kernel, rules->row.columns, 0);
    widen(range, &best);
    for (size_t i = 0; i < rule->read_count; i++) {
        const struct between *input = &rules->inputs[rule->reads[i]];
        const double ends[] = {input->low, input->high};
        for (size_t k = 0; k < 2 && input->low < input->high; k++) {
            double kept = values[rule->reads[i]];
            values[rule->reads[i]] = ends[k];
            struct dti__score score = dti__kernel_score(kernel, rules->row.columns, 0);
            bool is_further =
                is_up ? score.quantity > best.quantity : score.quantity < best.quantity;
            bool has_more = is_up ? score.points > best.points : score.points < best.points;
            if (score.state == DTI_STATE_PRESENT && (is_further || has_more)) {
                best = score;
                widen(range, &score);
            } else {
                values[rule->reads[i]] = kept;
            }
        }
    }
    for (size_t i = 0; i < rule->read_count; i++)
        values[rule->reads[i]] = rules->of->result->row.values[rule->reads[i]];
}

static void tie(struct rules *rules, size_t node, dti_identity kind, size_t unknown,
                struct dti__span span)
{
    struct dti__identity identity = dti__dossier_identity(rules->of, kind, node);
    const struct dti__addend term = {unknown, 1};
    identity.terms = &term;
    identity.term_count = 1;
    identity.span = span;
    identity.needs = rules->needs;
    identity.need_count = rules->need_count;
    dti__figures_tie(rules->of->figures, &identity);
}

static void need_rule(struct rules *rules, size_t node)
{
    const struct dti__node *at = &rules->of->framework->nodes[node];
    if (dti__node_is_assumed(at, DTI_PART_RULE))
        need(rules, dti__dossier_assume(rules->of, node, DTI_PART_RULE));
    if (dti__node_is_assumed(at, DTI_PART_MAX_POINTS))
        need(rules, dti__dossier_assume(rules->of, node, DTI_PART_MAX_POINTS));
}

/* What is read as a number is counted, not measured: half a unit in the last place of a double is
 * nothing beside 10^-9. */
static struct dti__span share_span(double least, double most)
{
    return (struct dti__span){(int64_t)floor(least * 1e9 - 1e-6), (int64_t)ceil(most * 1e9 + 1e-6)};
}

static size_t share_of(struct rules *rules, size_t node, size_t *said)
{
    struct dti__dossier_figures *of = rules->of;
    const struct dti__subject_of subject = {
        DTI__ABOUT_SHARE, of->dossier->unit_id, "", node, (int32_t)of->dossier->year, 0, 0};
    size_t unknown = dti__figures_find(of->figures, &subject);
    *said = dti__figures_first(of->figures, unknown);
    return unknown;
}

static void tie_inputs(struct rules *rules, size_t node)
{
    struct dti__dossier_figures *of = rules->of;
    const struct dti__rule *rule = of->framework->nodes[node].rule;
    struct range range = {INT64_MAX, INT64_MIN, (double)INFINITY, -(double)INFINITY};
    size_t said = DTI_NONE;
    if (of->result->nodes[node].rule_state != DTI_STATE_PRESENT || rule->read_count == 0)
        return;
    walk(rules, node, false, &range);
    walk(rules, node, true, &range);
    rules->need_count = 0;
    rules->is_counted = false;
    for (size_t i = 0; i < rule->read_count; i++)
        need_input(rules, rule->reads[i]);
    if (rules->is_counted)
        return;
    size_t share = share_of(rules, node, &said);
    if (said != DTI_NONE && dti__quantity_is_share(of->framework, &rule->quantity))
        tie(rules, node, DTI_IDENTITY_RATIO, share, share_span(range.least, range.most));
    need_rule(rules, node);
    of->ruled[node] = (struct dti__span){range.low, range.high};
    tie(rules, node, DTI_IDENTITY_RULE, dti__dossier_points(of, node), of->ruled[node]);
}

/* ── what a rule makes of a printed share ── */

/* The points of a share that the rule reads: one input has it, or it is so much of 1. */
static bool points_of(struct rules *rules, size_t node, double share, int64_t *points)
{
    const struct dti__rule *rule = rules->of->framework->nodes[node].rule;
    const struct dti__quantity *quantity = &rule->quantity;
    for (size_t i = 0; i < rule->read_count; i++) {
        rules->row.values[rule->reads[i]] = 0;
        rules->row.states[rule->reads[i]] = DTI_STATE_PRESENT;
    }
    rules->row.values[quantity->of.inputs[0]] = share;
    if (quantity->form == DTI__FORM_RATIO)
        rules->row.values[quantity->to.inputs[0]] = 1;
    struct dti__score score =
        dti__kernel_score(&rules->of->result->kernels[node], rules->row.columns, 0);
    for (size_t i = 0; i < rule->read_count; i++) {
        size_t input = rule->reads[i];
        rules->row.values[input] = rules->of->result->row.values[input];
        rules->row.states[input] = rules->of->result->row.states[input];
    }
    *points = score.points;
    return score.state == DTI_STATE_PRESENT;
}

/* An input on both sides of a ratio would have to be 1 and the share at once. */
static bool is_plain_share(const dti_framework *framework, const struct dti__quantity *quantity)
{
    if (!dti__quantity_is_share(framework, quantity) || quantity->of.count == 0)
        return false;
    for (size_t i = 0; i < quantity->of.count; i++)
        for (size_t k = 0; quantity->form == DTI__FORM_RATIO && k < quantity->to.count; k++)
            if (quantity->of.inputs[i] == quantity->to.inputs[k])
                return false;
    return true;
}

static void tie_share(struct rules *rules, size_t node)
{
    struct dti__dossier_figures *of = rules->of;
    const struct dti__rule *rule = of->framework->nodes[node].rule;
    size_t said = DTI_NONE;
    int64_t low = 0;
    int64_t high = 0;
    (void)share_of(rules, node, &said);
    if (said == DTI_NONE || rule->read_count == 0 ||
        !is_plain_share(of->framework, &rule->quantity))
        return;
    struct dti__span span = of->figures->said[said].span;
    if (!points_of(rules, node, (double)span.low / 1e9, &low) ||
        !points_of(rules, node, (double)(span.high + 1) / 1e9, &high))
        return;
    rules->need_count = 0;
    need(rules, said);
    need_rule(rules, node);
    tie(rules, node, DTI_IDENTITY_RULE, dti__dossier_points(of, node),
        (struct dti__span){low < high ? low : high, low < high ? high : low});
}

bool dti__dossier_tie_rules(struct dti__dossier_figures *of)
{
    struct rules rules = {.of = of};
    if (!look(&rules))
        return false;
    for (size_t i = 0; i < of->framework->tree_count; i++)
        if (of->framework->nodes[i].rule) {
            tie_inputs(&rules, i);
            tie_share(&rules, i);
        }
    return true;
}
