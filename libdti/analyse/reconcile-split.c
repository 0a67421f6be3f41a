/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Splitting: a problem for each figure that the smallest repair corrects, all others of it being
 * corrected. Where alternatives of two exclude each other the solver makes one problem of both,
 * which is true, and far more than a reader can hold in mind: a plan with twelve errors is twelve
 * small problems.
 *
 * Of figures that would do alike the repair has the one that comes first to suspicion, so that what
 * is taken for corrected elsewhere is what a reader takes for wrong there. */
#include "analyse/reconcile.h"

#include <string.h>

#define MOST_PASSES 4 /* nearly always two: one that changes something, one that does not */

static bool needs_freed(const struct dti__tie *tie, const bool *is_freed)
{
    for (size_t i = 0; i < tie->need_count; i++)
        if (is_freed[tie->needs[i]])
            return true;
    return false;
}

/* The system in which what is freed has no say any more. */
static bool reduce(const struct dti__system *system, const bool *is_freed, struct dti__arena *arena,
                   struct dti__system *out)
{
    struct dti__tie *ties = dti__arena_array(arena, system->tie_count, sizeof *ties);
    if (!ties)
        return false;
    *out = *system;
    out->ties = ties;
    out->tie_count = 0;
    for (size_t i = 0; i < system->tie_count; i++)
        if (!needs_freed(&system->ties[i], is_freed))
            ties[out->tie_count++] = system->ties[i];
    return true;
}

struct splitting {
    dti_reconciliation *found;
    struct dti__system system;
    struct dti__arena *arena;
    size_t *freed;
    size_t told;               /* of the freed, one by one; the first ones */
    struct dti__effort effort; /* for so many looks to come */
    size_t looks;
    bool *is_freed;
    struct dti__told_apart *out;
};

static bool add_problem(struct splitting *splitting, const struct dti__problem *problem)
{
    size_t count = splitting->found->suspect_count;
    struct dti__told_apart *out = splitting->out;
    bool *copy = dti__arena_array(splitting->arena, count, sizeof *copy);
    if (!copy)
        return false;
    if (count > 0)
        memcpy(copy, splitting->is_freed, count * sizeof *copy);
    out->problems[out->problem_count] = problem;
    out->is_freed[out->problem_count++] = copy;
    return true;
}

/* One member of the repair, the others being freed. */
static bool diagnose_one(struct splitting *splitting, size_t member, size_t most,
                         struct dti__diagnosis *out)
{
    struct dti__system rest;
    struct dti__arena scratch;
    const dti_allocator *allocator = &splitting->found->arena.allocator;
    dti__arena_init(&scratch, allocator);
    splitting->is_freed[splitting->freed[member]] = false;
    (void)dti__effort_spend(splitting->system.effort, splitting->system.tie_count);
    bool is_fine = reduce(&splitting->system, splitting->is_freed, &scratch, &rest) &&
                   dti__system_diagnose(&rest, most, allocator, out) == DTI_OK;
    dti__arena_release(&scratch);
    return is_fine;
}

/* ── the repair ── */

/* Who comes first among those who would each do instead of a member, the others being freed. */
static bool find_first(struct splitting *splitting, const struct dti__diagnosis *diagnosis,
                       size_t *member)
{
    struct dti__trouble trouble = {.identities = NULL};
    if (diagnosis->problem_count != 1)
        return true;
    if (!dti__reconcile_repairs(splitting->found, &trouble, &diagnosis->problems[0],
                                &splitting->system, splitting->is_freed))
        return false;
    if (trouble.remedy_count > 0 && trouble.remedies[0].size == 1)
        *member = trouble.remedies[0].corrections[0].suspect;
    return true;
}

static bool choose_one(struct splitting *splitting, size_t member, bool *has_changed)
{
    struct dti__diagnosis diagnosis = {.problem_count = 0};
    struct dti__effort share = dti__effort_share(&splitting->effort, splitting->looks--);
    size_t before = splitting->freed[member];
    splitting->system.effort = &share;
    bool is_fine = diagnose_one(splitting, member, 1, &diagnosis) &&
                   find_first(splitting, &diagnosis, &splitting->freed[member]);
    splitting->is_freed[splitting->freed[member]] = true;
    *has_changed |= splitting->freed[member] != before;
    dti__diagnosis_release(&diagnosis, &splitting->found->arena.allocator);
    dti__effort_give_back(&splitting->effort, share);
    return is_fine;
}

/* Who comes first depends on what the others are, so that it is asked again. */
static bool choose(struct splitting *splitting)
{
    bool is_fine = true;
    bool has_changed = true;
    splitting->looks = (MOST_PASSES + 1) * splitting->told; /* one for telling them */
    for (int pass = 0; pass < MOST_PASSES && has_changed; pass++) {
        has_changed = false;
        for (size_t i = 0; is_fine && i < splitting->told; i++)
            is_fine = choose_one(splitting, i, &has_changed);
    }
    return is_fine;
}

/* ── the problems ── */

static bool split_all(struct splitting *splitting)
{
    struct dti__told_apart *out = splitting->out;
    for (size_t i = 0; i < splitting->told; i++) {
        struct dti__diagnosis *part = &out->parts[out->part_count];
        struct dti__effort share = dti__effort_share(&splitting->effort, splitting->told - i);
        splitting->system.effort = &share;
        if (!diagnose_one(splitting, i, splitting->found->most, part))
            return false;
        dti__effort_give_back(&splitting->effort, share);
        out->part_count++;
        if (part->problem_count > 0 && !add_problem(splitting, &part->problems[0]))
            return false; /* there is only one */
        splitting->is_freed[splitting->freed[i]] = true;
    }
    return true;
}

static bool set_up(struct splitting *splitting, const struct dti__diagnosis *diagnosis)
{
    struct dti__arena *arena = splitting->arena;
    struct dti__told_apart *out = splitting->out;
    size_t most = diagnosis->problem_count + diagnosis->freed_count;
    splitting->told =
        diagnosis->freed_count < DTI__MOST_PROBLEMS ? diagnosis->freed_count : DTI__MOST_PROBLEMS;
    splitting->freed = dti__arena_array(arena, diagnosis->freed_count, sizeof *splitting->freed);
    splitting->is_freed =
        dti__arena_array(arena, splitting->found->suspect_count, sizeof *splitting->is_freed);
    out->parts = dti__arena_array(arena, most, sizeof *out->parts);
    out->problems = dti__arena_array(arena, most, sizeof *out->problems);
    out->is_freed = dti__arena_array(arena, most, sizeof *out->is_freed);
    if (!splitting->freed || !splitting->is_freed || !out->parts || !out->problems ||
        !out->is_freed)
        return false;
    for (size_t i = 0; i < diagnosis->freed_count; i++) {
        splitting->freed[i] = diagnosis->freed[i];
        splitting->is_freed[diagnosis->freed[i]] = true;
    }
    return true;
}

bool dti__reconcile_split(dti_reconciliation *found, const struct dti__system *system,
                          const struct dti__diagnosis *diagnosis, struct dti__arena *arena,
                          struct dti__told_apart *out)
{
    struct splitting splitting = {.found = found,
                                  .system = *system,
                                  .arena = arena,
                                  .effort = {DTI__RECONCILE_EFFORT, found->watch},
                                  .out = out};
    *out = (struct dti__told_apart){.part_count = 0};
    if (!set_up(&splitting, diagnosis) || !choose(&splitting) || !split_all(&splitting))
        return false;
    for (size_t i = 0; i < diagnosis->problem_count; i++) /* what no correction can repair */
        if (diagnosis->problems[i].freed_count == 0 &&
            !add_problem(&splitting, &diagnosis->problems[i]))
            return false;
    return true;
}
