/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Splitting: a problem for each figure that the smallest repair corrects, all others of it being
 * corrected. Where alternatives of two exclude each other the solver makes one problem of both,
 * which is true, and far more than a reader can hold in mind: a plan with twelve errors is twelve
 * small problems. */
#include "analyse/reconcile.h"

#include <string.h>

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

static bool add_problem(struct dti__split *split, const struct dti__problem *problem,
                        const bool *is_freed, size_t suspect_count, struct dti__arena *arena)
{
    bool *copy = dti__arena_array(arena, suspect_count, sizeof *copy);
    if (!copy)
        return false;
    if (suspect_count > 0)
        memcpy(copy, is_freed, suspect_count * sizeof *copy);
    split->problems[split->problem_count] = problem;
    split->is_freed[split->problem_count++] = copy;
    return true;
}

/* One member of a problem of several, the others being freed as well. */
static bool split_off(const dti_reconciliation *found, struct dti__split *split,
                      const struct dti__system *system, bool *is_freed, struct dti__arena *arena)
{
    struct dti__diagnosis *part = &split->parts[split->part_count];
    struct dti__system rest;
    if (!reduce(system, is_freed, arena, &rest) ||
        dti__system_diagnose(&rest, found->most, &found->arena.allocator, part) != DTI_OK)
        return false;
    split->part_count++;
    for (size_t i = 0; i < part->problem_count; i++)
        if (!add_problem(split, &part->problems[i], is_freed, found->suspect_count, arena))
            return false;
    return true;
}

static bool split_problem(const dti_reconciliation *found, const struct dti__diagnosis *diagnosis,
                          const struct dti__problem *problem, const struct dti__system *system,
                          struct dti__split *split, bool *is_freed, struct dti__arena *arena)
{
    memset(is_freed, 0, found->suspect_count * sizeof *is_freed);
    for (size_t i = 0; i < diagnosis->freed_count; i++)
        is_freed[diagnosis->freed[i]] = true;
    if (problem->freed_count < 2) {
        for (size_t i = 0; i < problem->freed_count; i++)
            is_freed[problem->freed[i]] = false;
        return add_problem(split, problem, is_freed, found->suspect_count, arena);
    }
    for (size_t i = 0; i < problem->freed_count; i++) {
        is_freed[problem->freed[i]] = false;
        if (!split_off(found, split, system, is_freed, arena))
            return false;
        is_freed[problem->freed[i]] = true;
    }
    return true;
}

bool dti__reconcile_split(const dti_reconciliation *found, const struct dti__diagnosis *diagnosis,
                          struct dti__arena *arena, struct dti__split *out)
{
    struct dti__system system;
    struct dti__tie *ties = NULL;
    size_t most = diagnosis->problem_count + diagnosis->freed_count;
    bool *is_freed = dti__arena_array(arena, found->suspect_count + 1, sizeof *is_freed);
    *out = (struct dti__split){.part_count = 0};
    out->parts = dti__arena_array(arena, most, sizeof *out->parts);
    out->problems = dti__arena_array(arena, most, sizeof *out->problems);
    out->is_freed = dti__arena_array(arena, most, sizeof *out->is_freed);
    bool is_fine = is_freed && out->parts && out->problems && out->is_freed &&
                   dti__reconcile_system(found, arena, &system, &ties);
    for (size_t i = 0; is_fine && i < diagnosis->problem_count; i++)
        is_fine =
            split_problem(found, diagnosis, &diagnosis->problems[i], &system, out, is_freed, arena);
    return is_fine;
}
