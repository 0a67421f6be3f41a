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

static void set(bool *flags, const size_t *suspects, size_t count, bool value)
{
    for (size_t i = 0; i < count; i++)
        flags[suspects[i]] = value;
}

/* ── which identities belong to which problem ── */

struct places { /* what belongs where, while it is found out */
    const dti_reconciliation *found;
    const struct dti__told_apart *apart;
    size_t *of;     /* by identity; DTI_NONE: it is not violated */
    bool *is_tied;  /* by suspect: the identity at hand ties it */
    bool *is_freed; /* by suspect: the repair at hand frees it */
};

/* A violated identity can hold after the repairs of its problem, at least by itself; if it needs
 * those of several problems, it is tied by theirs; without repairs the conflict tells. From 0, has
 * nothing to do with it. */
static uint64_t affinity(struct places *places, const struct dti__tied *tied,
                         const struct dti__problem *problem)
{
    uint64_t mends = 0;
    uint64_t hits = 0;
    for (size_t i = 0; i < problem->repair_count; i++) {
        const struct dti__repair *repair = &problem->repairs[i];
        if (!touches(places->is_tied, repair->suspects, repair->size))
            continue;
        hits++;
        set(places->is_freed, repair->suspects, repair->size, true);
        mends += dti__reconcile_mends(places->found, tied, places->is_freed);
        set(places->is_freed, repair->suspects, repair->size, false);
    }
    uint64_t count = problem->repair_count > 0 ? problem->repair_count : 1;
    return 1000000 * (1000 * mends / count) + 10 * (1000 * hits / count) +
           touches(places->is_tied, problem->conflict, problem->conflict_size);
}

static size_t problem_of(struct places *places, const struct dti__tied *tied)
{
    const struct dti__told_apart *apart = places->apart;
    uint64_t best = 0;
    size_t at = DTI_NONE;
    for (size_t i = 0; i < apart->problem_count; i++) {
        uint64_t score = affinity(places, tied, apart->problems[i]);
        if (score > best) {
            best = score;
            at = i;
        }
    }
    return at;
}

/* By identity the problem that it belongs to; DTI_NONE: it is not violated. What belongs to none,
 * since there was too much to look at, is one more problem, of which nothing else is known. */
static void find_places(dti_reconciliation *found, struct places *places)
{
    size_t rest = places->apart->problem_count;
    for (size_t i = 0; i < found->identity_count; i++) {
        const struct dti__tied *tied = &found->identities[i];
        places->of[i] = DTI_NONE;
        if (tied->verdict != DTI_VERDICT_VIOLATED)
            continue;
        set(places->is_tied, tied->suspects, tied->suspect_count, true);
        places->of[i] = problem_of(places, tied);
        set(places->is_tied, tied->suspects, tied->suspect_count, false);
        if (places->of[i] == DTI_NONE)
            places->of[i] = rest;
        found->problems[places->of[i]].identity_count++;
    }
    found->problem_count += found->problems[rest].identity_count > 0;
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
    struct places places = {
        .found = found,
        .apart = apart,
        .of = dti__arena_array(&scratch, found->identity_count, sizeof *places.of),
        .is_tied = dti__arena_array(&scratch, found->suspect_count, sizeof *places.is_tied),
        .is_freed = dti__arena_array(&scratch, found->suspect_count, sizeof *places.is_freed),
    };
    bool is_fine = places.of && places.is_tied && places.is_freed;
    if (is_fine) {
        find_places(found, &places);
        is_fine = hand_out(found, places.of);
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
    struct dti__effort effort = {DTI__RECONCILE_EFFORT, found->watch};
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
