/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Aggregation: integer sums from components to main indicators to indices, on one track. */
#include "score/result.h"

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

static struct dti__outcome leaf(const dti_result *result, size_t index, dti_track track)
{
    const struct dti__node *node = &result->dossier->framework->nodes[index];
    const struct dti__node_result *at = &result->nodes[index];
    if (is_stated_track(track)) {
        const struct dti__stated *stated =
            dti__dossier_stated_points(result->dossier, index, track);
        return stated ? decided(stated->amount, node->max_points)
                      : (struct dti__outcome){.max_points = node->max_points,
                                              .high = node->max_points,
                                              .state = DTI_STATE_NOT_ASSESSED};
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

static struct dti__outcome sum(const struct dti__node *node, const struct dti__outcome *outcomes)
{
    struct dti__outcome total = {.state = DTI_STATE_NOT_ASSESSED};
    for (size_t i = 0; i < node->child_count; i++)
        add(&total, &outcomes[node->children[i]]);
    if (total.is_decided)
        total.state = DTI_STATE_PRESENT;
    else if (total.max_points == 0 && node->max_points > 0)
        total.state = DTI_STATE_NOT_APPLICABLE; /* everything below it is excluded */
    return total;
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

void dti__aggregate(const dti_result *result, dti_track track, struct dti__outcome *outcomes)
{
    const dti_framework *framework = result->dossier->framework;
    for (size_t i = framework->tree_count;
         i-- > 0;) { /* preorder backwards: children before parents */
        const struct dti__node *node = &framework->nodes[i];
        const struct dti__stated *stated = dti__dossier_stated_points(result->dossier, i, track);
        if (node->rule)
            outcomes[i] = leaf(result, i, track);
        else
            outcomes[i] = stated ? replaced(node, outcomes, stated->amount) : sum(node, outcomes);
    }
    for (size_t i = framework->tree_count; i < framework->node_count; i++)
        outcomes[i] = sum(&framework->nodes[i], outcomes);
}
