/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Losses: the items that a result's losses consist of, and what they add up to. */
#include "analyse/losses.h"

#include "base/rounding.h"
#include "diag/options.h"

#include <stdlib.h>

/* ── items ── */

/* What a node lacks beyond what its parts lack: all of it for a component and where the parts stand
 * in no source, the rest for a node whose points are stated, nothing for a sum. What lies in the
 * unallocated part of a node above is not the part's. */
struct rest {
    int64_t points;
    int64_t certain;
};

static int64_t certain_loss(const struct dti__node_result *at)
{
    return at->is_unallocated ? 0 : at->outcome.max_points - at->outcome.high;
}

static struct rest rest_of(const dti_result *result, size_t index)
{
    const struct dti__node *node = &result->dossier->framework->nodes[index];
    const struct dti__node_result *at = &result->nodes[index];
    struct rest rest = {at->loss, certain_loss(at)};
    for (size_t i = 0; i < node->child_count; i++) {
        const struct dti__node_result *child = &result->nodes[node->children[i]];
        rest.points -= child->loss;
        rest.certain -= certain_loss(child);
    }
    return rest;
}

static dti_loss_kind kind_of(const struct dti__node *node)
{
    return node->rule               ? DTI_LOSS_COMPONENT
           : node->child_count == 0 ? DTI_LOSS_WHOLE
                                    : DTI_LOSS_UNALLOCATED;
}

/* Indices overlap: only one whose parts stand in no source has a loss of its own. */
static bool has_item(const dti_result *result, size_t index, struct rest *rest)
{
    const dti_framework *framework = result->dossier->framework;
    if (index >= framework->tree_count && framework->nodes[index].child_count > 0)
        return false;
    *rest = rest_of(result, index);
    return rest->points != 0;
}

static size_t top_of(const dti_framework *framework, size_t node)
{
    while (framework->nodes[node].parent != DTI_NONE)
        node = framework->nodes[node].parent;
    return node;
}

static void set_item(struct dti__loss *item, const dti_result *result, size_t node,
                     struct rest rest)
{
    const dti_framework *framework = result->dossier->framework;
    const struct dti__node_result *at = &result->nodes[node];
    dti_loss_kind kind = kind_of(&framework->nodes[node]);
    int64_t overall = framework->overall == DTI_NONE ? 0 : result->nodes[framework->overall].loss;
    *item = (struct dti__loss){
        .node = node,
        .kind = (int)kind,
        .cause = kind == DTI_LOSS_UNALLOCATED ? (int)DTI_CAUSE_UNALLOCATED : at->cause,
        .top = top_of(framework, node),
        .points = rest.points,
        .certain = rest.certain,
        .share = overall != 0 ? at->worth * ((double)rest.points / (double)overall) : 0,
        .step = DTI_NONE,
    };
}

static int compare_items(const void *a, const void *b)
{
    const struct dti__loss *left = a;
    const struct dti__loss *right = b;
    if (left->points != right->points)
        return left->points > right->points ? -1 : 1;
    return (left->node > right->node) - (left->node < right->node); /* a node has one item */
}

static bool list_items(dti_losses *losses)
{
    const dti_result *result = losses->result;
    size_t nodes = result->dossier->framework->node_count;
    struct rest rest = {0, 0};
    for (size_t i = 0; i < nodes; i++)
        losses->count += has_item(result, i, &rest);
    losses->items = dti__arena_array(&losses->arena, losses->count, sizeof *losses->items);
    if (!losses->items)
        return false;
    size_t count = 0;
    for (size_t i = 0; i < nodes; i++)
        if (has_item(result, i, &rest))
            set_item(&losses->items[count++], result, i, rest);
    if (losses->count > 0)
        qsort(losses->items, losses->count, sizeof *losses->items, compare_items);
    return true;
}

/* ── sums ── */

static void sum_index(dti_losses *losses, size_t index)
{
    const struct dti__node *node = &losses->result->dossier->framework->nodes[index];
    if (node->weighing.weights) { /* maximum and points are rounded apart */
        losses->sums[index] = losses->result->nodes[index].loss;
        return;
    }
    for (size_t i = 0; i < node->child_count; i++)
        losses->sums[index] += losses->sums[node->children[i]];
}

static bool sum_items(dti_losses *losses)
{
    const dti_framework *framework = losses->result->dossier->framework;
    losses->sums = dti__arena_array(&losses->arena, framework->node_count, sizeof *losses->sums);
    if (!losses->sums)
        return false;
    for (size_t i = 0; i < losses->count; i++)
        losses->sums[losses->items[i].node] = losses->items[i].points;
    for (size_t i = framework->tree_count; i-- > 0;) /* preorder backwards: children first */
        if (framework->nodes[i].parent != DTI_NONE)
            losses->sums[framework->nodes[i].parent] += losses->sums[i];
    for (size_t i = 0; i < dti__framework_index_count(framework); i++)
        sum_index(losses, framework->index_order[i]);
    return true;
}

/* ── making ── */

static bool fill(dti_losses *losses)
{
    return list_items(losses) && sum_items(losses) && dti__losses_group(losses) &&
           dti__losses_find_steps(losses) && dti__losses_find_fields(losses) &&
           dti__losses_find_cuts(losses);
}

static dti_losses *make(const dti_result *result, const dti_table *table,
                        const dti_allocator *allocator)
{
    struct dti__arena arena;
    dti__arena_init(&arena, allocator);
    dti_losses *losses = dti__arena_alloc(&arena, sizeof *losses);
    if (!losses)
        return NULL;
    atomic_init(&losses->references, 1);
    losses->arena = arena;
    losses->result = dti_result_ref(result);
    losses->table = dti_table_ref(table);
    int rounding = dti__rounding_begin();
    bool is_filled = fill(losses);
    dti__rounding_end(rounding);
    if (is_filled)
        return losses;
    dti_losses_unref(losses);
    return NULL;
}

static dti_status match_table(const dti_table *table, const dti_framework *ours, dti_error **error)
{
    const dti_framework *theirs = table->framework;
    if (dti__framework_is_same(theirs, ours))
        return DTI_OK;
    return dti__fail(error, DTI__MSG_FRAMEWORK_DIFFERS,
                     DTI__ARGS(DTI__TEXT(theirs->id), DTI__TEXT(theirs->version),
                               DTI__TEXT(ours->id), DTI__TEXT(ours->version)));
}

dti_status dti_losses_new(const dti_result *result, const dti_losses_options *options,
                          dti_losses **out, dti_error **error)
{
    dti_losses_options known = DTI_LOSSES_OPTIONS_INIT;
    dti_allocator allocator;
    if (!result || !out)
        return dti__fail_null(error, result ? "out" : "result");
    dti_status status =
        dti__options_read(options, &known, sizeof known, "dti_losses_options", error);
    if (status == DTI_OK)
        status = dti__options_allocator(known.allocator, &allocator, error);
    if (status == DTI_OK && known.table)
        status = match_table(known.table, result->dossier->framework, error);
    if (status != DTI_OK)
        return status;
    dti_losses *losses = make(result, known.table, &allocator);
    if (!losses)
        return dti__fail_nomem(error);
    *out = losses;
    return DTI_OK;
}

dti_losses *dti_losses_ref(const dti_losses *losses)
{
    dti_losses *shared = (dti_losses *)(uintptr_t)losses;
    if (shared)
        atomic_fetch_add_explicit(&shared->references, 1, memory_order_relaxed);
    return shared;
}

void dti_losses_unref(dti_losses *losses)
{
    if (!losses || atomic_fetch_sub_explicit(&losses->references, 1, memory_order_acq_rel) != 1)
        return;
    dti_result_unref(losses->result);
    dti_table_unref(losses->table);
    struct dti__arena arena = losses->arena; /* it lies in its own arena */
    dti__arena_release(&arena);
}

/* ── reading ── */

const dti_result *dti_losses_result(const dti_losses *losses)
{
    return losses ? losses->result : NULL;
}

size_t dti_losses_count(const dti_losses *losses)
{
    return losses ? losses->count : 0;
}

static const struct dti__loss *item_at(const dti_losses *losses, size_t item)
{
    return item < dti_losses_count(losses) ? &losses->items[item] : NULL;
}

dti_loss_kind dti_losses_kind(const dti_losses *losses, size_t item)
{
    const struct dti__loss *at = item_at(losses, item);
    return at ? (dti_loss_kind)at->kind : DTI_LOSS_COMPONENT;
}

size_t dti_losses_node(const dti_losses *losses, size_t item)
{
    const struct dti__loss *at = item_at(losses, item);
    return at ? at->node : DTI_NONE;
}

int64_t dti_losses_points(const dti_losses *losses, size_t item)
{
    const struct dti__loss *at = item_at(losses, item);
    return at ? at->points : 0;
}

int64_t dti_losses_certain(const dti_losses *losses, size_t item)
{
    const struct dti__loss *at = item_at(losses, item);
    return at ? at->certain : 0;
}

dti_cause dti_losses_cause(const dti_losses *losses, size_t item)
{
    const struct dti__loss *at = item_at(losses, item);
    return at ? (dti_cause)at->cause : DTI_CAUSE_NONE;
}

double dti_losses_share(const dti_losses *losses, size_t item)
{
    const struct dti__loss *at = item_at(losses, item);
    return at ? at->share : 0;
}

int64_t dti_losses_sum(const dti_losses *losses, size_t node)
{
    return losses && node < losses->result->dossier->framework->node_count ? losses->sums[node] : 0;
}
