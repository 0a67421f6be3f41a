/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Aggregation: integer sums from components to main indicators to indices, on one track; weighted
 * indices, and what is only stated. */
#include "score/result.h"
#include "score/weigh.h"

static bool is_stated_track(dti_track track)
{
    return track >= DTI_TRACK_SELF && track <= DTI_TRACK_FINAL;
}

/* A component without points: its state decides what becomes of its maximum. */
static struct dti__outcome undecided(const struct dti__node *node, uint8_t state)
{
    struct dti__policy policy = node->policies[state];
    struct dti__outcome outcome = {.state = state};
    outcome.max_points = policy.is_excluded ? 0 : node->max_points;
    outcome.high = policy.is_open ? outcome.max_points : 0;
    outcome.decided = policy.is_open ? 0 : outcome.max_points;
    outcome.is_decided = !policy.is_open && !policy.is_excluded;
    return outcome;
}

static struct dti__outcome decided(int64_t points, int64_t max_points)
{
    return (struct dti__outcome){.points = points,
                                 .max_points = max_points,
                                 .low = points,
                                 .high = points,
                                 .decided = max_points,
                                 .is_decided = true,
                                 .state = DTI_STATE_PRESENT};
}

/* Nothing is known yet: everything can still come. */
static struct dti__outcome open(const struct dti__node *node)
{
    return (struct dti__outcome){
        .max_points = node->max_points, .high = node->max_points, .state = DTI_STATE_NOT_ASSESSED};
}

static struct dti__outcome leaf(const dti_result *result, size_t index, dti_track track)
{
    const struct dti__node *node = &result->dossier->framework->nodes[index];
    const struct dti__node_result *at = &result->nodes[index];
    if (is_stated_track(track)) {
        const struct dti__stated *stated =
            dti__dossier_stated_points(result->dossier, index, track);
        return stated ? decided(stated->amount, node->max_points) : open(node);
    }
    if (at->rule_state != DTI_STATE_PRESENT)
        return undecided(node, at->rule_state);
    return decided(track == DTI_TRACK_SUPPORTED ? at->supported_points : at->rule_points,
                   node->max_points);
}

static void add(struct dti__outcome *sum, const struct dti__outcome *part)
{
    sum->points += part->points;
    sum->max_points += part->max_points;
    sum->low += part->low;
    sum->high += part->high;
    sum->decided += part->decided;
    sum->is_decided = sum->is_decided || part->is_decided;
}

static uint8_t state_of(const struct dti__node *node, const struct dti__outcome *outcome)
{
    if (outcome->is_decided)
        return DTI_STATE_PRESENT;
    bool is_excluded = outcome->max_points == 0 && node->max_points > 0; /* everything below it */
    return is_excluded ? DTI_STATE_NOT_APPLICABLE : DTI_STATE_NOT_ASSESSED;
}

static struct dti__outcome sum(const struct dti__node *node, const struct dti__outcome *outcomes)
{
    struct dti__outcome total = {.points = 0};
    for (size_t i = 0; i < node->child_count; i++)
        add(&total, &outcomes[node->children[i]]);
    total.state = state_of(node, &total);
    return total;
}

static struct dti__outcome mean(const struct dti__node *node, const struct dti__outcome *outcomes)
{
    struct dti__weighed weighed = {.low = {0, 0}};
    struct dti__outcome outcome = {.points = 0};
    for (size_t i = 0; i < node->child_count; i++) {
        const struct dti__outcome *part = &outcomes[node->children[i]];
        const struct dti__amounts amounts = {part->low, part->high, part->max_points};
        dti__weigh_add(&weighed, node, i, &amounts);
        outcome.is_decided = outcome.is_decided || part->is_decided;
    }
    const struct dti__amounts amounts = dti__weigh_end(&weighed, node);
    outcome.points = outcome.low = amounts.low;
    outcome.high = amounts.high;
    outcome.max_points = amounts.max;
    outcome.decided = amounts.max - (amounts.high - amounts.low);
    outcome.state = state_of(node, &outcome);
    return outcome;
}

/* A node whose parts stand in no source has what is stated of it. */
static struct dti__outcome absent(const dti_result *result, size_t index, dti_track track)
{
    const struct dti__node *node = &result->dossier->framework->nodes[index];
    int64_t points = 0;
    return dti__dossier_stated_amount(result->dossier, index, track, &points)
               ? decided(points, node->max_points)
               : open(node);
}

/* Stated points of an inner node stand for the sum of its children, whatever that is; what the
 * children do not account for is shown and neither clamped nor refused: sources may well exceed
 * what is left. */
static struct dti__outcome replaced(const struct dti__node *node,
                                    const struct dti__outcome *outcomes, int64_t points)
{
    struct dti__outcome outcome = decided(points, node->max_points);
    outcome.unallocated = points;
    for (size_t i = 0; i < node->child_count; i++) {
        const struct dti__outcome *child = &outcomes[node->children[i]];
        if (child->is_decided)
            outcome.unallocated -= child->points;
        else
            outcome.unallocated_max += child->max_points;
    }
    return outcome;
}

static struct dti__outcome inner(const dti_result *result, size_t index, dti_track track,
                                 const struct dti__outcome *outcomes)
{
    const struct dti__node *node = &result->dossier->framework->nodes[index];
    const struct dti__stated *stated = dti__dossier_stated_points(result->dossier, index, track);
    if (node->absent.is_given)
        return absent(result, index, track);
    if (node->weighing.weights)
        return mean(node, outcomes);
    return stated && node->kind != DTI_NODE_INDEX ? replaced(node, outcomes, stated->amount)
                                                  : sum(node, outcomes);
}

void dti__aggregate(const dti_result *result, dti_track track, struct dti__outcome *outcomes)
{
    const dti_framework *framework = result->dossier->framework;
    size_t index_count = dti__framework_index_count(framework);
    for (size_t i = framework->tree_count; i-- > 0;) /* preorder backwards: children first */
        outcomes[i] =
            framework->nodes[i].rule ? leaf(result, i, track) : inner(result, i, track, outcomes);
    for (size_t i = 0; i < index_count; i++) {
        size_t index = framework->index_order[i];
        outcomes[index] = inner(result, index, track, outcomes);
    }
}
