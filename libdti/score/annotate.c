/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Annotating a result: why points are lost, who is behind a component, what its sources say of it.
 */
#include "score/result.h"

#include <string.h>

static double quotient(int64_t part, int64_t whole, double otherwise)
{
    return whole != 0 ? (double)part / (double)whole : otherwise;
}

/* A component without stated points below a main indicator that has them loses nothing of its own:
 * what it has and what it loses is in the unallocated part. So it is with all that is below a group
 * of such components. */
static void find_losses(dti_result *result)
{
    const dti_framework *framework = result->dossier->framework;
    for (size_t i = 0; i < framework->node_count; i++) {
        struct dti__node_result *at = &result->nodes[i];
        size_t parent = framework->nodes[i].parent;
        at->is_unallocated =
            parent != DTI_NONE && !at->outcome.is_decided &&
            (result->nodes[parent].is_unallocated ||
             dti__dossier_stated_points(result->dossier, parent, result->track) != NULL);
        at->loss = at->is_unallocated ? 0 : at->outcome.max_points - at->outcome.points;
    }
}

static int64_t loss_of(const dti_result *result, size_t node)
{
    return result->nodes[node].loss;
}

static void find_worths(dti_result *result)
{
    const dti_framework *framework = result->dossier->framework;
    struct dti__node_result *nodes = result->nodes;
    if (framework->overall != DTI_NONE)
        nodes[framework->overall].worth = 1;
    for (size_t i = dti__framework_index_count(framework); i-- > 0;) { /* parts come after */
        const struct dti__node *index = &framework->nodes[framework->index_order[i]];
        double worth = nodes[framework->index_order[i]].worth;
        for (size_t k = 0; k < index->child_count && worth > 0; k++)
            nodes[index->children[k]].worth +=
                index->weighing.weights
                    ? worth * ((double)index->weighing.factors[k] / (double)index->weighing.divisor)
                    : worth;
    }
    for (size_t i = 0; i < framework->tree_count; i++) /* parents first */
        if (framework->nodes[i].parent != DTI_NONE)
            nodes[i].worth = nodes[framework->nodes[i].parent].worth;
}

/* The quotients that people read. The loss of a main indicator is a share of the overall loss;
 * indices overlap and have no share. */
static void find_quotients(dti_result *result, size_t index)
{
    const dti_framework *framework = result->dossier->framework;
    const struct dti__node *node = &framework->nodes[index];
    struct dti__node_result *at = &result->nodes[index];
    result->values[index] = quotient(at->outcome.points, at->outcome.max_points, 0);
    at->coverage = quotient(at->outcome.decided, at->outcome.max_points, 1);
    if (node->kind == DTI_NODE_INDEX)
        return;
    if (at->worth > 0)
        at->loss_of_overall =
            at->worth * quotient(loss_of(result, index), loss_of(result, framework->overall), 0);
    at->loss_of_parent = node->parent == DTI_NONE
                             ? at->loss_of_overall
                             : quotient(loss_of(result, index), loss_of(result, node->parent), 0);
}

static dti_cause cause_of_state(uint8_t state)
{
    switch (state) {
    case DTI_STATE_MISSING:
        return DTI_CAUSE_MISSING_INPUT;
    case DTI_STATE_REJECTED:
        return DTI_CAUSE_REJECTED;
    default:
        return DTI_CAUSE_NOT_ASSESSED;
    }
}

static dti_cause cause_of_rule(enum dti__rule_kind kind)
{
    switch (kind) {
    case DTI__RULE_TIERS:
    case DTI__RULE_CHOICE:
    case DTI__RULE_CHECKLIST:
        return DTI_CAUSE_TIER_NOT_REACHED;
    case DTI__RULE_DOCUMENT:
        return DTI_CAUSE_NO_DOCUMENT;
    case DTI__RULE_BEST_OF_COHORT:
    case DTI__RULE_MIN_MAX:
        return DTI_CAUSE_BELOW_BEST;
    default:
        return DTI_CAUSE_BELOW_TARGET;
    }
}

/* Why points are missing that no figure explains: where the unit gave itself more, somebody took
 * them. */
static dti_cause cause_of_statement(const dti_result *result, size_t index)
{
    const struct dti__node_result *at = &result->nodes[index];
    bool is_reviewed = result->track == DTI_TRACK_APPRAISED || result->track == DTI_TRACK_FINAL;
    return is_reviewed && at->has_track[DTI_TRACK_SELF] &&
                   at->tracks[DTI_TRACK_SELF] > at->outcome.points
               ? DTI_CAUSE_CUT
               : DTI_CAUSE_STATED;
}

static dti_cause find_cause(const dti_result *result, size_t index)
{
    const struct dti__node *node = &result->dossier->framework->nodes[index];
    const struct dti__node_result *at = &result->nodes[index];
    if (at->outcome.points >= at->outcome.max_points)
        return DTI_CAUSE_NONE;
    if (node->absent.is_given)
        return at->outcome.state == DTI_STATE_PRESENT ? cause_of_statement(result, index)
                                                      : DTI_CAUSE_NOT_ASSESSED;
    if (!node->rule)
        return DTI_CAUSE_COMPONENTS;
    if (at->outcome.state != DTI_STATE_PRESENT)
        return cause_of_state(at->outcome.state);
    if (result->track == DTI_TRACK_SUPPORTED && at->supported_points < at->rule_points)
        return DTI_CAUSE_EVIDENCE;
    if (at->rule_state == DTI_STATE_PRESENT && at->rule_points < node->max_points)
        return cause_of_rule(node->rule->kind);
    return cause_of_statement(result, index);
}

/* An explanation belongs to a track; computed points borrow that of the highest stated track. */
static void find_explanation(dti_result *result, size_t entry)
{
    const struct dti__explanation *explanation = &result->dossier->explanations[entry];
    bool is_calculated = result->track > DTI_TRACK_FINAL;
    if (!is_calculated && explanation->track != (int)result->track)
        return;
    for (size_t i = 0; i < explanation->code_count; i++) {
        struct dti__node_result *at = &result->nodes[explanation->nodes[i]];
        if (at->explanation == DTI_NONE ||
            result->dossier->explanations[at->explanation].track < explanation->track)
            at->explanation = entry;
    }
}

static bool list_stated(dti_result *result)
{
    const dti_dossier *dossier = result->dossier;
    for (int pass = 0; pass < 2; pass++) { /* count, then fill */
        for (size_t i = 0; i < dossier->stated_count; i++) {
            const struct dti__stated *stated = &dossier->stated[i];
            struct dti__node_result *at = &result->nodes[stated->node];
            if (stated->subject != DTI__SUBJECT_UNIT ||
                (stated->year != 0 && stated->year != dossier->year))
                continue;
            if (pass == 1)
                at->stated[at->stated_count] = i;
            at->stated_count++;
        }
        for (size_t i = 0; pass == 0 && i < dossier->framework->node_count; i++) {
            struct dti__node_result *at = &result->nodes[i];
            at->stated = dti__arena_array(&result->arena, at->stated_count, sizeof *at->stated);
            if (!at->stated)
                return false;
            at->stated_count = 0;
        }
    }
    return true;
}

/* Room to collect the agencies of one component after the other. */
struct collector {
    size_t *seen;   /* by agency: the last component that listed it, counted from 1 */
    size_t *listed; /* of the component at hand */
    size_t count;
    size_t component;
};

static void add_agency(struct collector *collector, size_t agency)
{
    if (agency == DTI_NONE || collector->seen[agency] == collector->component)
        return;
    collector->seen[agency] = collector->component;
    collector->listed[collector->count++] = agency;
}

/* Those who report an input, or who were asked to. */
static void add_agencies(struct collector *collector, const dti_dossier *dossier, size_t input)
{
    const struct dti__figure *figure = &dossier->figures[input];
    for (size_t i = 0; i < figure->report_count; i++)
        add_agency(collector, dti__names_find(&dossier->agency_names, figure->reports[i].reporter));
    if (figure->report_count == 0 && figure->has_origin)
        add_agency(collector, figure->origin.agency_index);
}

static bool is_reported_by_agency(const dti_dossier *dossier, size_t input)
{
    const struct dti__figure *figure = &dossier->figures[input];
    bool has_agency = figure->has_origin && figure->origin.agency_index != DTI_NONE;
    return figure->state == DTI_STATE_PRESENT && (figure->report_count > 0 || has_agency);
}

/* Behind a component stand those who report its inputs and, where nobody reports an input
 * itself, those who report what it derives from. */
static bool list_agencies(dti_result *result, size_t node, struct collector *collector)
{
    const dti_dossier *dossier = result->dossier;
    const struct dti__rule *rule = dossier->framework->nodes[node].rule;
    struct dti__node_result *at = &result->nodes[node];
    collector->count = 0;
    collector->component = node + 1;
    for (size_t i = 0; i < rule->read_count; i++) {
        const struct dti__quantity *derive = &dossier->framework->inputs[rule->reads[i]].derive;
        add_agencies(collector, dossier, rule->reads[i]);
        if (derive->form == DTI__FORM_NONE || is_reported_by_agency(dossier, rule->reads[i]))
            continue;
        for (size_t k = 0; k < derive->of.count; k++)
            add_agencies(collector, dossier, derive->of.inputs[k]);
        for (size_t k = 0; k < derive->to.count; k++)
            add_agencies(collector, dossier, derive->to.inputs[k]);
    }
    at->agencies = dti__arena_array(&result->arena, collector->count, sizeof *at->agencies);
    if (!at->agencies)
        return false;
    if (collector->count > 0)
        memcpy(at->agencies, collector->listed, collector->count * sizeof *at->agencies);
    at->agency_count = collector->count;
    return true;
}

bool dti__annotate(dti_result *result)
{
    const dti_framework *framework = result->dossier->framework;
    struct collector collector = {
        .seen =
            dti__arena_array(&result->arena, result->dossier->agency_count, sizeof *collector.seen),
        .listed = dti__arena_array(&result->arena, result->dossier->agency_count,
                                   sizeof *collector.listed)};
    if (!collector.seen || !collector.listed)
        return false;
    find_losses(result);
    find_worths(result);
    for (size_t i = 0; i < framework->node_count; i++) {
        struct dti__node_result *at = &result->nodes[i];
        at->explanation = DTI_NONE;
        find_quotients(result, i);
        at->cause = (int)find_cause(result, i);
        if (at->cause == DTI_CAUSE_EVIDENCE) /* the rule has none: evidence is what is wanted */
            at->step = (struct dti__step){.kind = DTI_STEP_NONE, .input = DTI_NONE};
        else
            at->step = dti__step_find(result, i);
        if (framework->nodes[i].rule && !list_agencies(result, i, &collector))
            return false;
    }
    for (size_t i = 0; i < result->dossier->explanation_count; i++)
        find_explanation(result, i);
    return list_stated(result);
}
