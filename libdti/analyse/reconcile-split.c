/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Splitting: a problem for each figure that the smallest repair corrects, all others of it being
 * corrected. Where alternatives of two exclude each other the solver makes one problem of both,
 * which is true, and far more than a reader can hold in mind: a plan with twelve errors is twelve
 * small problems.
 *
 * Of figures that would do alike the repair has one that comes first to suspicion, so that what is
 * taken for corrected elsewhere is what a reader takes for wrong there. */
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

struct splitting {
    const dti_reconciliation *found;
    struct dti__system system;
    struct dti__arena *arena;
    size_t *freed;
    size_t freed_count;
    size_t told; /* of them, one by one */
    bool *is_freed;
    struct dti__effort effort; /* for two looks at each that is told */
    size_t looked_at;
    struct dti__split *out;
};

static bool add_problem(struct splitting *splitting, const struct dti__problem *problem)
{
    size_t count = splitting->found->suspect_count;
    struct dti__split *out = splitting->out;
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
    struct dti__effort share =
        dti__effort_share(&splitting->effort, 2 * splitting->told - splitting->looked_at++);
    dti__arena_init(&scratch, allocator);
    splitting->is_freed[splitting->freed[member]] = false;
    bool is_fine = reduce(&splitting->system, splitting->is_freed, &scratch, &rest);
    if (is_fine) {
        (void)dti__effort_spend(&share, rest.tie_count + rest.unknown_count);
        rest.effort = &share;
        is_fine = dti__system_diagnose(&rest, most, allocator, out) == DTI_OK;
    }
    dti__effort_give_back(&splitting->effort, share);
    dti__arena_release(&scratch);
    return is_fine;
}

/* ── the repair ── */

/* What is assumed comes to suspicion before what is calculated, and that before what is printed for
 * its own sake. */
static int suspicion(const dti_reconciliation *found, size_t suspect)
{
    const struct dti__said *said = &found->figures->said[found->suspects[suspect].figures[0]];
    return said->is_assumed ? 2 : said->is_calculated;
}

static size_t first_suspect(const struct splitting *splitting, size_t member,
                            const struct dti__diagnosis *diagnosis)
{
    size_t best = splitting->freed[member];
    if (diagnosis->problem_count != 1)
        return best;
    const struct dti__problem *problem = &diagnosis->problems[0];
    for (size_t i = 0; i < problem->repair_count; i++)
        if (problem->repairs[i].size == 1 &&
            suspicion(splitting->found, problem->repairs[i].suspects[0]) >
                suspicion(splitting->found, best))
            best = problem->repairs[i].suspects[0];
    return best;
}

static bool choose(struct splitting *splitting)
{
    const dti_allocator *allocator = &splitting->found->arena.allocator;
    bool is_fine = true;
    for (size_t i = 0; is_fine && i < splitting->told; i++) {
        struct dti__diagnosis diagnosis = {.problem_count = 0};
        is_fine = diagnose_one(splitting, i, 1, &diagnosis);
        if (is_fine)
            splitting->freed[i] = first_suspect(splitting, i, &diagnosis);
        splitting->is_freed[splitting->freed[i]] = true;
        dti__diagnosis_release(&diagnosis, allocator);
    }
    return is_fine;
}

/* ── the problems ── */

static bool split_all(struct splitting *splitting)
{
    struct dti__split *out = splitting->out;
    for (size_t i = 0; i < splitting->told; i++) {
        struct dti__diagnosis *part = &out->parts[out->part_count];
        if (!diagnose_one(splitting, i, splitting->found->most, part))
            return false;
        out->part_count++;
        for (size_t k = 0; k < part->problem_count && k < 1; k++) /* there is only one */
            if (!add_problem(splitting, &part->problems[k]))
                return false;
        splitting->is_freed[splitting->freed[i]] = true;
    }
    return true;
}

static bool set_up(struct splitting *splitting, const struct dti__diagnosis *diagnosis)
{
    struct dti__arena *arena = splitting->arena;
    struct dti__split *out = splitting->out;
    struct dti__tie *ties = NULL;
    size_t most = diagnosis->problem_count + diagnosis->freed_count;
    splitting->freed_count = diagnosis->freed_count;
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
    return dti__reconcile_system(splitting->found, arena, &splitting->system, &ties);
}

bool dti__reconcile_split(const dti_reconciliation *found, const struct dti__diagnosis *diagnosis,
                          struct dti__arena *arena, struct dti__split *out)
{
    struct splitting splitting = {
        .found = found, .arena = arena, .out = out, .effort = {DTI__RECONCILE_EFFORT}};
    *out = (struct dti__split){.part_count = 0};
    if (!set_up(&splitting, diagnosis) || !choose(&splitting) || !split_all(&splitting))
        return false;
    for (size_t i = 0; i < diagnosis->problem_count; i++) /* what no correction can repair */
        if (diagnosis->problems[i].freed_count == 0 &&
            !add_problem(&splitting, &diagnosis->problems[i]))
            return false;
    return true;
}
