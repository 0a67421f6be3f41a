/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Next steps: what each brings to all that its component is part of, which bring the most, which
 * are the easiest. */
#include "analyse/losses.h"

#include "score/weigh.h"

#include <math.h>
#include <stdlib.h>

/* ── how easy ── */

enum {
    EASE_AT_ONCE, /* one document, one answer, one unit that earns a whole tier */
    EASE_UNITS,   /* units and items that count by themselves */
    EASE_PERCENT  /* percentage points, and tiers that are further away */
};

/* A tier of a plain figure that the next unit reaches. */
static bool is_one_unit(const dti_result *result, size_t node)
{
    const dti_framework *framework = result->dossier->framework;
    const struct dti__node_result *at = &result->nodes[node];
    return !dti__quantity_is_share(framework, &framework->nodes[node].rule->quantity) &&
           fabs(at->step.amount - at->quantity) <= 1;
}

static int ease_of(const dti_result *result, size_t node)
{
    const struct dti__step *step = &result->nodes[node].step;
    bool is_document = result->dossier->framework->nodes[node].rule->kind == DTI__RULE_DOCUMENT;
    switch (step->kind) {
    case DTI_STEP_ANSWER:
        return EASE_AT_ONCE;
    case DTI_STEP_TIER:
        return is_one_unit(result, node) ? EASE_AT_ONCE : EASE_PERCENT;
    case DTI_STEP_UNIT:
        return is_document && step->amount <= 1 ? EASE_AT_ONCE : EASE_UNITS;
    case DTI_STEP_ITEM:
        return EASE_UNITS;
    default:
        return EASE_PERCENT;
    }
}

/* ── what it brings ── */

/* To a part of an index: a main indicator, or another index, which comes before. */
static int64_t gain_of_part(const dti_losses *losses, const struct dti__loss_step *step,
                            size_t part)
{
    size_t tree = losses->result->dossier->framework->tree_count;
    if (part >= tree)
        return step->gains[part - tree];
    return part == losses->items[step->item].top ? step->gain : 0;
}

/* Points with the step minus points without it: both are rounded as those of the result are. */
static int64_t gain_weighed(const dti_losses *losses, const struct dti__loss_step *step,
                            const struct dti__node *index)
{
    struct dti__wide now = {0, 0};
    struct dti__wide then = {0, 0};
    for (size_t i = 0; i < index->child_count; i++) {
        int64_t points = losses->result->nodes[index->children[i]].outcome.points;
        dti__wide_add(&now, index->weighing.factors[i], points);
        dti__wide_add(&then, index->weighing.factors[i],
                      points + gain_of_part(losses, step, index->children[i]));
    }
    return dti__weigh_round(then, index) - dti__weigh_round(now, index);
}

static int64_t gain_of_index(const dti_losses *losses, const struct dti__loss_step *step,
                             const struct dti__node *index)
{
    if (index->weighing.weights)
        return gain_weighed(losses, step, index);
    int64_t gain = 0;
    for (size_t i = 0; i < index->child_count; i++)
        gain += gain_of_part(losses, step, index->children[i]);
    return gain;
}

static bool spread(dti_losses *losses, struct dti__loss_step *step)
{
    const dti_framework *framework = losses->result->dossier->framework;
    size_t indices = dti__framework_index_count(framework);
    step->gains = dti__arena_array(&losses->arena, indices, sizeof *step->gains);
    if (!step->gains)
        return false;
    for (size_t i = 0; i < indices; i++) { /* parts before what is made of them */
        size_t index = framework->index_order[i];
        step->gains[index - framework->tree_count] =
            gain_of_index(losses, step, &framework->nodes[index]);
    }
    return true;
}

/* ── which there are ── */

/* Nobody gains more than is lost: a source may well have given more than the rule does. */
static int64_t gain_of_item(const dti_losses *losses, const struct dti__loss *item)
{
    const struct dti__step *step = &losses->result->nodes[item->node].step;
    if (item->kind != DTI_LOSS_COMPONENT || step->kind == DTI_STEP_NONE || item->points <= 0)
        return 0;
    return step->gain < item->points ? step->gain : item->points;
}

static bool list_steps(dti_losses *losses)
{
    for (size_t i = 0; i < losses->count; i++)
        losses->step_count += gain_of_item(losses, &losses->items[i]) > 0;
    losses->steps = dti__arena_array(&losses->arena, losses->step_count, sizeof *losses->steps);
    if (!losses->steps)
        return false;
    size_t count = 0;
    for (size_t i = 0; i < losses->count; i++) {
        int64_t gain = gain_of_item(losses, &losses->items[i]);
        if (gain <= 0)
            continue;
        struct dti__loss_step *step = &losses->steps[count];
        losses->items[i].step = count++;
        *step = (struct dti__loss_step){
            .item = i, .gain = gain, .ease = ease_of(losses->result, losses->items[i].node)};
        if (!spread(losses, step))
            return false;
    }
    return true;
}

/* ── orders ── */

static int compare_gains(const struct dti__loss_step *left, const struct dti__loss_step *right)
{
    if (left->gain != right->gain)
        return left->gain > right->gain ? -1 : 1;
    return (left->item > right->item) - (left->item < right->item);
}

static int compare_largest(const void *a, const void *b)
{
    return compare_gains(a, b);
}

static int compare_easiest(const void *a, const void *b)
{
    const struct dti__loss_step *left = a;
    const struct dti__loss_step *right = b;
    return left->ease != right->ease ? left->ease - right->ease : compare_gains(left, right);
}

static bool order_steps(dti_losses *losses)
{
    static int (*const compare[])(const void *, const void *) = {compare_largest, compare_easiest};
    struct dti__arena scratch;
    dti__arena_init(&scratch, &losses->arena.allocator);
    struct dti__loss_step *sorted = dti__arena_array(&scratch, losses->step_count, sizeof *sorted);
    bool has_room = sorted != NULL;
    for (size_t i = 0; has_room && i < losses->step_count; i++)
        sorted[i] = losses->steps[i];
    for (int order = 0; has_room && order < DTI__LOSSES_ORDER_COUNT; order++) {
        size_t *items = dti__arena_array(&losses->arena, losses->step_count, sizeof *items);
        has_room = items != NULL;
        if (has_room && losses->step_count > 0)
            qsort(sorted, losses->step_count, sizeof *sorted, compare[order]);
        for (size_t i = 0; has_room && i < losses->step_count; i++)
            items[i] = sorted[i].item;
        losses->orders[order] = items;
    }
    dti__arena_release(&scratch);
    return has_room;
}

bool dti__losses_find_steps(dti_losses *losses)
{
    return list_steps(losses) && order_steps(losses);
}

/* ── reading ── */

size_t dti_losses_step_count(const dti_losses *losses)
{
    return losses ? losses->step_count : 0;
}

size_t dti_losses_step(const dti_losses *losses, dti_losses_order order, size_t index)
{
    bool is_there =
        index < dti_losses_step_count(losses) && (size_t)order < DTI__LOSSES_ORDER_COUNT;
    return is_there ? losses->orders[order][index] : DTI_NONE;
}

static const struct dti__loss_step *step_at(const dti_losses *losses, size_t item)
{
    return item < dti_losses_count(losses) && losses->items[item].step != DTI_NONE
               ? &losses->steps[losses->items[item].step]
               : NULL;
}

static bool is_above(const dti_framework *framework, size_t node, size_t above)
{
    while (node != DTI_NONE && node != above)
        node = framework->nodes[node].parent;
    return node == above;
}

int64_t dti_losses_step_gain(const dti_losses *losses, size_t item, size_t node)
{
    const struct dti__loss_step *step = step_at(losses, item);
    const dti_framework *framework = step ? losses->result->dossier->framework : NULL;
    if (!step || node >= framework->node_count)
        return 0;
    if (node >= framework->tree_count)
        return step->gains[node - framework->tree_count];
    return is_above(framework, losses->items[item].node, node) ? step->gain : 0;
}

int dti_losses_step_is_assumed(const dti_losses *losses, size_t item)
{
    const struct dti__loss_step *step = step_at(losses, item);
    const struct dti__node *nodes = step ? losses->result->dossier->framework->nodes : NULL;
    return step && dti__node_is_assumed(&nodes[losses->items[item].node], DTI_PART_RULE);
}

int dti_losses_step_rank(const dti_losses *losses, size_t item, size_t index, uint32_t *before,
                         uint32_t *after)
{
    int64_t gain = dti_losses_step_gain(losses, item, index);
    if (gain <= 0 || !losses->fields || !losses->fields[index].is_told)
        return 0;
    uint32_t rank = dti__loss_rank(&losses->fields[index], gain);
    if (rank == 0)
        return 0;
    if (before)
        *before = losses->fields[index].rank;
    if (after)
        *after = rank;
    return 1;
}
