/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Diagnosing: component by component, one smallest set of suspects that repairs all, then the
 * problems into which it falls and all small repairs of each. */
#include "analyse/system.h"

#include "analyse/problems.h"
#include "base/mem.h"

#include <stdlib.h>

struct work {
    const dti_allocator *allocator;
    struct dti__diagnosis *out;
    struct dti__component component; /* at hand */
    size_t most;
    bool is_smallest; /* what repairs all of the component */
};

/* ── results ── */

static struct dti__problem *add_problem(struct work *work)
{
    struct dti__diagnosis *out = work->out;
    struct dti__problem *problems =
        dti__resize(work->allocator, out->problems, out->problem_count * sizeof *problems,
                    (out->problem_count + 1) * sizeof *problems);
    if (!problems)
        return NULL;
    out->problems = problems;
    return &problems[out->problem_count++];
}

/* Writes the members of a set as suspects of the system. */
static bool write_set(const struct work *work, const uint64_t *set, size_t **out, size_t *count)
{
    const struct dti__component *component = &work->component;
    const size_t size = dti__set_count(set, component->words);
    if (size == 0)
        return true;
    *out = dti__alloc_array(work->allocator, size, sizeof **out);
    if (!*out)
        return false;
    for (size_t i = 0; i < component->suspect_count; i++)
        if (dti__set_has(set, i))
            (*out)[(*count)++] = component->suspects[i];
    return true;
}

static int by_size(const void *a, const void *b)
{
    const struct dti__repair *left = a;
    const struct dti__repair *right = b;
    if (left->size != right->size)
        return left->size < right->size ? -1 : 1;
    for (size_t i = 0; i < left->size; i++)
        if (left->suspects[i] != right->suspects[i])
            return left->suspects[i] < right->suspects[i] ? -1 : 1;
    return 0;
}

static bool write_repairs(const struct work *work, const struct dti__family *list,
                          struct dti__problem *problem)
{
    const struct dti__component *component = &work->component;
    if (list->count == 0)
        return true;
    problem->repairs = dti__alloc_array(work->allocator, list->count, sizeof *problem->repairs);
    if (!problem->repairs)
        return false;
    problem->repair_count = list->count;
    for (size_t i = 0; i < list->count; i++)
        for (size_t k = 0; k < component->suspect_count; k++)
            if (dti__set_has(list->sets[i], k)) {
                struct dti__repair *repair = &problem->repairs[i];
                repair->suspects[repair->size++] = component->suspects[k];
            }
    qsort(problem->repairs, list->count, sizeof *problem->repairs, by_size);
    return true;
}

/* From the smallest conflict met that the base leaves, what cannot be left out. NULL when out of
 * memory. */
static const uint64_t *smallest_conflict(const struct dti__problems *problems)
{
    struct dti__component *component = problems->component;
    const uint64_t *found = NULL;
    for (size_t i = 0; i < component->conflicts.count; i++) {
        const uint64_t *conflict = component->conflicts.sets[i];
        if (!dti__set_meets(conflict, problems->base, component->words) &&
            (!found ||
             dti__set_count(conflict, component->words) < dti__set_count(found, component->words)))
            found = conflict;
    }
    if (!found && dti__component_solve(component, problems->base) != DTI__POSSIBLE_NO)
        return dti__component_set(component); /* too large to be proved */
    if (found)
        dti__set_copy(component->blame, found, component->words);
    return dti__component_learn(component);
}

static bool write_problem(struct work *work, struct dti__problems *problems, size_t group)
{
    struct dti__component *component = &work->component;
    struct dti__problem *problem = add_problem(work);
    if (!problem)
        return false;
    dti__problems_set_base(problems, group);
    problem->is_complete =
        problems->is_listed[group] && work->is_smallest && !component->is_inexact;
    const uint64_t *conflict = smallest_conflict(problems);
    uint64_t *own = problems->base; /* has served */
    for (size_t i = 0; i < component->words; i++)
        own[i] = problems->freed[i] & ~problems->base[i];
    return conflict && write_repairs(work, &problems->lists[group], problem) &&
           write_set(work, conflict, &problem->conflict, &problem->conflict_size) &&
           write_set(work, own, &problem->freed, &problem->freed_count);
}

static bool write_freed(struct work *work, const struct dti__problems *problems)
{
    struct dti__diagnosis *out = work->out;
    const size_t count = out->freed_count + problems->member_count;
    size_t *freed = dti__resize(work->allocator, out->freed, out->freed_count * sizeof *freed,
                                count * sizeof *freed);
    if (!freed)
        return false;
    out->freed = freed;
    for (size_t i = 0; i < problems->member_count; i++)
        freed[out->freed_count++] = work->component.suspects[problems->members[i]];
    return true;
}

/* False when out of memory. */
static bool diagnose(struct work *work)
{
    struct dti__component *component = &work->component;
    struct dti__problems problems;
    uint64_t *freed = dti__component_set(component);
    if (!freed)
        return false;
    struct dti__effort *all = component->effort;
    struct dti__effort share = all ? dti__effort_share(all, 2) : (struct dti__effort){0};
    dti__component_set_effort(component, all ? &share : NULL);
    const enum dti__repaired found = dti__repairs_smallest(component, freed);
    dti__component_set_effort(component, all);
    if (all)
        dti__effort_give_back(all, share);
    work->is_smallest = found == DTI__REPAIRED;
    if (found == DTI__REPAIRED_NOMEM)
        return false;
    if (found == DTI__REPAIRED_BY_NONE) {
        struct dti__problem *problem = add_problem(work);
        if (problem)
            problem->is_complete = true;
        return problem != NULL;
    }
    if (dti__set_count(freed, component->words) == 0)
        return true;
    if (!dti__problems_find(&problems, component, freed, work->most) ||
        !write_freed(work, &problems))
        return false;
    for (size_t i = 0; i < problems.member_count; i++)
        if (problems.groups[i] == i && !write_problem(work, &problems, i))
            return false;
    return true;
}

static bool diagnose_all(struct work *work, const struct dti__system *system,
                         const struct dti__split *split)
{
    for (size_t i = 0; i < split->count; i++) {
        struct dti__arena arena;
        struct dti__component *component = &work->component;
        dti__arena_init(&arena, work->allocator);
        *component = (struct dti__component){0};
        struct dti__effort share = {0};
        if (system->effort)
            share = dti__effort_share(system->effort, split->count - i);
        bool is_done = dti__component_open(component, system, split, i, &arena);
        dti__component_set_effort(component, system->effort ? &share : NULL);
        is_done = is_done && diagnose(work);
        if (system->effort)
            dti__effort_give_back(system->effort, share);
        work->out->questions += component->solved;
        work->out->is_exact = work->out->is_exact && !component->is_inexact;
        dti__arena_release(&arena);
        if (!is_done)
            return false;
    }
    if (work->out->freed_count > 0)
        qsort(work->out->freed, work->out->freed_count, sizeof *work->out->freed,
              dti__suspect_order);
    return true;
}

dti_status dti__system_diagnose(const struct dti__system *system, size_t most,
                                const dti_allocator *allocator, struct dti__diagnosis *out)
{
    struct dti__arena arena;
    struct dti__split split;
    const struct dti__split_for about = {NULL, SIZE_MAX, SIZE_MAX};
    struct work work = {.allocator = allocator, .out = out, .most = most};
    if (work.most > DTI__MOST_SUSPECTS_OF_REPAIR)
        work.most = DTI__MOST_SUSPECTS_OF_REPAIR;
    *out = (struct dti__diagnosis){.is_exact = true};
    if (!dti__effort_spend(system->effort,
                           DTI__COST_OF_TIE * (system->tie_count + system->unknown_count))) {
        out->is_exact = false;
        return DTI_OK;
    }
    dti__arena_init(&arena, allocator);
    const bool is_done =
        dti__system_split(system, &about, &arena, &split) && diagnose_all(&work, system, &split);
    dti__arena_release(&arena);
    if (!is_done)
        dti__diagnosis_release(out, allocator);
    return is_done ? DTI_OK : DTI_E_NOMEM;
}

void dti__diagnosis_release(struct dti__diagnosis *diagnosis, const dti_allocator *allocator)
{
    for (size_t i = 0; i < diagnosis->problem_count; i++) {
        const struct dti__problem *problem = &diagnosis->problems[i];
        dti__release(allocator, problem->repairs, problem->repair_count * sizeof *problem->repairs);
        dti__release(allocator, problem->conflict,
                     problem->conflict_size * sizeof *problem->conflict);
        dti__release(allocator, problem->freed, problem->freed_count * sizeof *problem->freed);
    }
    dti__release(allocator, diagnosis->problems,
                 diagnosis->problem_count * sizeof *diagnosis->problems);
    dti__release(allocator, diagnosis->freed, diagnosis->freed_count * sizeof *diagnosis->freed);
    *diagnosis = (struct dti__diagnosis){.is_exact = true};
}
