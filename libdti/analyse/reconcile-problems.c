/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Problems: which violated identities belong to which, and which of them matter most. */
#include "analyse/reconcile.h"

#include <stdlib.h>
#include <string.h>

static bool touches(const bool *is_tied, const size_t *suspects, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (is_tied[suspects[i]])
            return true;
    return false;
}

static void set_tied(const struct dti__tied *tied, bool *is_tied, bool value)
{
    for (size_t i = 0; i < tied->suspect_count; i++)
        is_tied[tied->suspects[i]] = value;
}

/* ── which identities belong to which problem ── */

/* A violated identity is repaired by every repair of its problem; without repairs the conflict
 * tells. From 0, has nothing to do with it, to 1,000,001. */
static uint64_t affinity(const bool *is_tied, const struct dti__problem *problem)
{
    uint64_t hits = 0;
    for (size_t i = 0; i < problem->repair_count; i++)
        hits += touches(is_tied, problem->repairs[i].suspects, problem->repairs[i].size);
    uint64_t share = problem->repair_count > 0 ? 1000000 * hits / problem->repair_count : 0;
    return share + touches(is_tied, problem->conflict, problem->conflict_size);
}

static size_t problem_of(const bool *is_tied, const struct dti__told_apart *apart)
{
    uint64_t best = 0;
    size_t at = DTI_NONE;
    for (size_t i = 0; i < apart->problem_count; i++) {
        uint64_t score = affinity(is_tied, apart->problems[i]);
        if (score > best) {
            best = score;
            at = i;
        }
    }
    return at;
}

/* By identity the problem that it belongs to; DTI_NONE: it is not violated. What belongs to none,
 * since there was too much to look at, is one more problem, of which nothing else is known. */
static void find_places(dti_reconciliation *found, const struct dti__told_apart *apart,
                        size_t *places, bool *is_tied)
{
    for (size_t i = 0; i < found->identity_count; i++) {
        places[i] = DTI_NONE;
        if (found->identities[i].verdict != DTI_VERDICT_VIOLATED)
            continue;
        set_tied(&found->identities[i], is_tied, true);
        places[i] = problem_of(is_tied, apart);
        set_tied(&found->identities[i], is_tied, false);
        if (places[i] == DTI_NONE)
            places[i] = apart->problem_count;
        found->problems[places[i]].identity_count++;
    }
    found->problem_count += found->problems[apart->problem_count].identity_count > 0;
}

static bool hand_out(dti_reconciliation *found, const size_t *places)
{
    for (size_t i = 0; i < found->problem_count; i++) {
        struct dti__trouble *problem = &found->problems[i];
        problem->identities =
            dti__arena_array(&found->arena, problem->identity_count, sizeof(size_t));
        problem->identity_count = 0;
        if (!problem->identities)
            return false;
    }
    for (size_t i = 0; i < found->identity_count; i++)
        if (places[i] != DTI_NONE) {
            struct dti__trouble *problem = &found->problems[places[i]];
            problem->identities[problem->identity_count++] = i;
        }
    return true;
}

static bool share_out(dti_reconciliation *found, const struct dti__told_apart *apart)
{
    struct dti__arena scratch;
    dti__arena_init(&scratch, &found->arena.allocator);
    size_t *places = dti__arena_array(&scratch, found->identity_count, sizeof *places);
    bool *is_tied = dti__arena_array(&scratch, found->suspect_count, sizeof *is_tied);
    bool is_fine = places && is_tied;
    if (is_fine) {
        find_places(found, apart, places, is_tied);
        is_fine = hand_out(found, places);
    }
    dti__arena_release(&scratch);
    return is_fine;
}

/* ── which problem matters most ── */

/* Indices, main indicators, components, the rest; each in the order of nodes. */
static size_t rank_of_node(const dti_framework *framework, size_t node)
{
    if (node >= framework->node_count)
        return 3 * framework->node_count;
    switch (framework->nodes[node].kind) {
    case DTI_NODE_INDEX:
        return node;
    case DTI_NODE_COMPONENT:
        return 2 * framework->node_count + node;
    default:
        return framework->node_count + node;
    }
}

static void take_node(const dti_framework *framework, struct dti__trouble *problem, size_t node,
                      int32_t year, const char *unit)
{
    if (problem->unit && rank_of_node(framework, node) >= rank_of_node(framework, problem->node))
        return;
    problem->node = node;
    problem->year = year;
    problem->unit = unit ? unit : "";
}

static void place(dti_reconciliation *found, struct dti__trouble *problem)
{
    const dti_framework *framework = found->figures->framework;
    problem->node = DTI_NONE;
    for (size_t i = 0; i < problem->identity_count; i++) {
        const struct dti__identity *is = &found->identities[problem->identities[i]].is;
        take_node(framework, problem, is->node, is->year, is->unit);
    }
    for (size_t i = 0; problem->identity_count == 0 && i < problem->conflict_size; i++) {
        const struct dti__suspect *suspect = &found->suspects[problem->conflict[i]];
        const struct dti__said *said = &found->figures->said[suspect->figures[0]];
        take_node(framework, problem, said->node, said->year, said->unit);
    }
    problem->unit = problem->unit ? problem->unit : "";
}

struct key {
    size_t node;
    int32_t year;
    const char *unit;
    size_t index;
};

static int compare_keys(const void *left, const void *right)
{
    const struct key *a = left;
    const struct key *b = right;
    if (a->node != b->node)
        return a->node < b->node ? -1 : 1;
    if (a->year != b->year) /* what is new comes first */
        return a->year > b->year ? -1 : 1;
    int order = strcmp(a->unit, b->unit);
    return order != 0 ? order : a->index < b->index ? -1 : a->index > b->index;
}

static bool sort_problems(dti_reconciliation *found)
{
    struct dti__arena scratch;
    size_t count = found->problem_count;
    dti__arena_init(&scratch, &found->arena.allocator);
    struct key *keys = dti__arena_array(&scratch, count, sizeof *keys);
    struct dti__trouble *copy = dti__arena_array(&scratch, count, sizeof *copy);
    for (size_t i = 0; keys && copy && i < count; i++) {
        const struct dti__trouble *at = &found->problems[i];
        copy[i] = *at;
        keys[i] =
            (struct key){rank_of_node(found->figures->framework, at->node), at->year, at->unit, i};
    }
    if (keys && copy && count > 0)
        qsort(keys, count, sizeof *keys, compare_keys);
    for (size_t i = 0; keys && copy && i < count; i++)
        found->problems[i] = copy[keys[i].index];
    dti__arena_release(&scratch);
    return keys && copy;
}

/* ── all of it ── */

static bool copy_conflict(dti_reconciliation *found, struct dti__trouble *trouble,
                          const struct dti__problem *problem)
{
    trouble->conflict =
        dti__arena_array(&found->arena, problem->conflict_size, sizeof *trouble->conflict);
    if (!trouble->conflict)
        return false;
    if (problem->conflict_size > 0)
        memcpy(trouble->conflict, problem->conflict,
               problem->conflict_size * sizeof *trouble->conflict);
    trouble->conflict_size = problem->conflict_size;
    trouble->is_complete = problem->is_complete;
    return true;
}

static bool fill(dti_reconciliation *found, const struct dti__system *system,
                 const struct dti__told_apart *apart)
{
    struct dti__effort effort = {DTI__RECONCILE_EFFORT};
    struct dti__system limited = *system;
    bool is_fine = true;
    for (size_t i = 0; is_fine && i < apart->problem_count; i++)
        is_fine = copy_conflict(found, &found->problems[i], apart->problems[i]);
    is_fine = is_fine && share_out(found, apart);
    for (size_t i = 0; is_fine && i < found->problem_count; i++)
        place(found, &found->problems[i]);
    for (size_t i = 0; is_fine && i < apart->problem_count; i++) {
        struct dti__effort share = dti__effort_share(&effort, apart->problem_count - i);
        limited.effort = &share;
        is_fine = dti__reconcile_repairs(found, &found->problems[i], apart->problems[i], &limited,
                                         apart->is_freed[i]);
        dti__effort_give_back(&effort, share);
    }
    return is_fine;
}

bool dti__reconcile_problems(dti_reconciliation *found, const struct dti__system *system,
                             const struct dti__told_apart *apart)
{
    found->problems =
        dti__arena_array(&found->arena, apart->problem_count + 1, sizeof *found->problems);
    found->problem_count = found->problems ? apart->problem_count : 0;
    return found->problems && fill(found, system, apart) && sort_problems(found);
}
