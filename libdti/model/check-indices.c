/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The indices over the tree: their parts, the order of computing them, and the whole numbers that a
 * weighted one is computed with. */
#include "base/rows.h"
#include "base/wide.h"
#include "model/check.h"

/* ── parts ── */

static bool is_part(const dti_framework *framework, const struct dti__node *index, size_t node)
{
    int kind = node == DTI_NONE ? DTI_NODE_COMPONENT : framework->nodes[node].kind;
    return kind == DTI_NODE_MAIN || (kind == DTI_NODE_INDEX && index->weighing.weights);
}

static bool stands_before(const struct dti__node *index, size_t node)
{
    for (size_t i = 0; i < index->child_count; i++)
        if (index->children[i] == node)
            return true;
    return false;
}

/* Weights stay beside their parts where a faulty part falls out. */
static void keep_part(struct dti__node *index, size_t node, size_t from)
{
    if (index->weighing.weights)
        index->weighing.weights[index->child_count] = index->weighing.weights[from];
    index->children[index->child_count++] = node;
}

static bool resolve_parts(dti_framework *framework, struct dti__node *index, dti_report *report)
{
    const char *place = index->weighing.weights ? "%s/weights/%zu/code" : "%s/sum/%zu";
    enum dti__msg fault = index->weighing.weights ? DTI__MSG_NOT_A_PART : DTI__MSG_NOT_A_MAIN;
    size_t count = index->child_count;
    index->children = dti__arena_array(&framework->arena, count, sizeof *index->children);
    index->child_count = 0;
    for (size_t i = 0; index->children && i < count; i++) {
        const char *code = index->child_names[i];
        size_t node = dti__names_find(&framework->numberings[0].codes, code);
        if (!is_part(framework, index, node))
            dti__check_find(report, fault, DTI__ARGS(DTI__TEXT(code)), place, index->pointer, i);
        else if (stands_before(index, node))
            dti__check_find(report, DTI__MSG_DUPLICATE_ID, DTI__ARGS(DTI__TEXT(code)), place,
                            index->pointer, i);
        else
            keep_part(index, node, i);
    }
    return index->children != NULL;
}

/* ── order ── */

struct order {
    dti_framework *framework;
    unsigned char *is_placed; /* by node; main indicators are so from the beginning */
    size_t count;
};

/* A part that is not placed yet; DTI_NONE if none is in the way. */
static size_t waits_for(const struct order *order, size_t index)
{
    const struct dti__node *node = &order->framework->nodes[index];
    for (size_t i = 0; i < node->child_count; i++)
        if (!order->is_placed[node->children[i]])
            return node->children[i];
    return DTI_NONE;
}

static void place_all(struct order *order)
{
    bool goes_on = true;
    while (goes_on) {
        goes_on = false;
        for (size_t i = order->framework->tree_count; i < order->framework->node_count; i++) {
            if (order->is_placed[i] || waits_for(order, i) != DTI_NONE)
                continue;
            order->is_placed[i] = 1;
            order->framework->index_order[order->count++] = i;
            goes_on = true;
        }
    }
}

/* Whoever walks from what was not placed to what it waits for comes to a circle, and has come round
 * after as many steps as there are indices. */
static void report_circle(const struct order *order, dti_report *report)
{
    const dti_framework *framework = order->framework;
    size_t at = framework->tree_count;
    while (order->is_placed[at])
        at++;
    for (size_t i = framework->tree_count; i < framework->node_count; i++)
        at = waits_for(order, at);
    size_t next = waits_for(order, at);
    dti__check_find(report, next == at ? DTI__MSG_INDEX_OF_ITSELF : DTI__MSG_INDEX_CIRCLE,
                    DTI__ARGS(DTI__TEXT(framework->nodes[at].codes[0]),
                              DTI__TEXT(framework->nodes[next].codes[0])),
                    "%s/weights", framework->nodes[at].pointer);
}

static bool find_order(dti_framework *framework, dti_report *report)
{
    size_t count = dti__framework_index_count(framework);
    struct order order = {
        .framework = framework,
        .is_placed = dti__arena_array(&framework->arena, framework->node_count, 1),
    };
    framework->index_order = dti__arena_array(&framework->arena, count, sizeof(size_t));
    if (!order.is_placed || !framework->index_order)
        return false;
    for (size_t i = 0; i < framework->tree_count; i++)
        order.is_placed[i] = 1;
    place_all(&order);
    if (order.count < count)
        report_circle(&order, report);
    for (size_t i = framework->tree_count; i < framework->node_count; i++)
        if (!order.is_placed[i])
            framework->index_order[order.count++] = i;
    return true;
}

/* ── weights ── */

static void cancel(int64_t *a, int64_t *b)
{
    int64_t divisor = dti__common_divisor(*a, *b);
    *a /= divisor;
    *b /= divisor;
}

struct fraction {
    int64_t over;
    int64_t under;
};

/* What a point of a part is worth: (maximum × weight) ÷ (all weights × maximum of the part), in
 * lowest terms. All four are greater than 0. */
static bool worth_of(int64_t most, int64_t weight, int64_t all, int64_t part_most,
                     struct fraction *out)
{
    cancel(&most, &all);
    cancel(&most, &part_most);
    cancel(&weight, &all);
    cancel(&weight, &part_most);
    return dti__mul_i64(most, weight, &out->over) && dti__mul_i64(all, part_most, &out->under);
}

/* The divisor takes up another denominator: their least common multiple. */
static bool extend_divisor(int64_t *divisor, int64_t under)
{
    return dti__mul_i64(*divisor, under / dti__common_divisor(*divisor, under), divisor) &&
           *divisor <= DTI__MOST_FACTOR;
}

static bool find_factors(const dti_framework *framework, struct dti__node *index, int64_t all,
                         struct fraction *worths)
{
    struct dti__weighing *weighing = &index->weighing;
    weighing->divisor = 1;
    for (size_t i = 0; i < index->child_count; i++)
        if (!worth_of(index->max_points, weighing->weights[i], all,
                      framework->nodes[index->children[i]].max_points, &worths[i]) ||
            !extend_divisor(&weighing->divisor, worths[i].under))
            return false;
    for (size_t i = 0; i < index->child_count; i++)
        if (!dti__mul_i64(worths[i].over, weighing->divisor / worths[i].under,
                          &weighing->factors[i]) ||
            weighing->factors[i] > DTI__MOST_FACTOR)
            return false;
    return true;
}

/* A value is points ÷ maximum: a part of 0 points has none. */
static bool have_points(const dti_framework *framework, const struct dti__node *index,
                        dti_report *report)
{
    bool is_sound = index->max_points > 0;
    if (!is_sound)
        dti__check_find(report, DTI__MSG_PART_WITHOUT_POINTS, DTI__ARGS(DTI__TEXT(index->codes[0])),
                        "%s/max_points", index->pointer);
    for (size_t i = 0; i < index->child_count; i++) {
        const struct dti__node *part = &framework->nodes[index->children[i]];
        if (part->max_points > 0)
            continue;
        is_sound = false;
        dti__check_find(report, DTI__MSG_PART_WITHOUT_POINTS, DTI__ARGS(DTI__TEXT(part->codes[0])),
                        "%s/weights", index->pointer);
    }
    return is_sound;
}

static bool weigh(dti_framework *framework, struct dti__node *index, dti_report *report)
{
    struct fraction *worths =
        dti__arena_array(&framework->arena, index->child_count, sizeof *worths);
    index->weighing.factors =
        dti__arena_array(&framework->arena, index->child_count, sizeof *index->weighing.factors);
    if (!worths || !index->weighing.factors)
        return false;
    int64_t all = 0; /* at most 256 × 10^15 */
    for (size_t i = 0; i < index->child_count; i++)
        all += index->weighing.weights[i];
    if (all > 0 && have_points(framework, index, report) &&
        !find_factors(framework, index, all, worths))
        dti__check_find(report, DTI__MSG_WEIGHTS_TOO_FINE, DTI__ARGS(DTI__TEXT(index->codes[0])),
                        "%s/weights", index->pointer);
    return true;
}

/* ── all ── */

void dti__check_sum(const dti_framework *framework, struct dti__node *node, dti_report *report)
{
    int64_t sum = 0;
    for (size_t i = 0; i < node->child_count; i++) {
        sum += framework->nodes[node->children[i]].max_points;
        if (sum > DTI__MOST_TOTAL) { /* bounded, so that no later sum can overflow */
            dti__check_find(report, DTI__MSG_TOTAL_TOO_LARGE,
                            DTI__ARGS(DTI__INTEGER(DTI_MAX_TOTAL_POINTS)), "%s", node->pointer);
            sum = DTI__MOST_TOTAL;
            break;
        }
    }
    if (node->max_is_stated && node->max_points != sum)
        dti__check_find(report, DTI__MSG_SUM_MISMATCH,
                        DTI__ARGS(DTI__POINTS(node->max_points, -1), DTI__POINTS(sum, -1)),
                        "%s/max_points", node->pointer);
    node->max_points = sum;
}

static void find_overall(dti_framework *framework, dti_report *report)
{
    framework->overall = DTI_NONE;
    for (size_t i = framework->tree_count; i < framework->node_count; i++) {
        const struct dti__node *node = &framework->nodes[i];
        if (node->is_overall && framework->overall != DTI_NONE)
            dti__check_find(report, DTI__MSG_TWO_OVERALL, DTI__NO_ARGS, "%s/overall",
                            node->pointer);
        if (node->is_overall && framework->overall == DTI_NONE)
            framework->overall = i;
    }
}

bool dti__check_indices(dti_framework *framework, dti_report *report)
{
    size_t count = dti__framework_index_count(framework);
    for (size_t i = framework->tree_count; i < framework->node_count; i++)
        if (!resolve_parts(framework, &framework->nodes[i], report))
            return false;
    if (!find_order(framework, report))
        return false;
    for (size_t i = 0; i < count; i++) {
        struct dti__node *node = &framework->nodes[framework->index_order[i]];
        framework->has_weights = framework->has_weights || node->weighing.weights;
        if (node->weighing.weights && !weigh(framework, node, report))
            return false;
        if (!node->weighing.weights && !node->absent.is_given)
            dti__check_sum(framework, node, report);
    }
    find_overall(framework, report);
    return true;
}
