/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
#include "analyse/system.h"

#include "analyse/component.h"

struct asking {
    const struct dti__system *system;
    struct dti__split split; /* of the system */
    struct dti__split_for about;
    struct dti__span range;
};

static enum dti__possible ask(struct asking *asking, size_t number, struct dti__arena *arena)
{
    struct dti__component component = {0};
    if (!dti__component_open(&component, asking->system, &asking->split, number, arena))
        return DTI__POSSIBLE_NOMEM;
    uint64_t *nothing = dti__component_set(&component);
    if (!nothing)
        return DTI__POSSIBLE_NOMEM;
    const enum dti__possible answer = dti__component_solve(&component, nothing);
    if (answer != DTI__POSSIBLE_YES || asking->about.unknown == SIZE_MAX)
        return answer;
    return dti__component_range(&component, asking->split.local_unknown[asking->about.unknown],
                                &asking->range);
}

/* Whether a component is of no interest: it has nothing to do with the unknown, or with the soft
 * tie, in question. */
static bool is_aside(const struct asking *asking, size_t number)
{
    const size_t wanted = asking->about.tie;
    if (asking->about.unknown != SIZE_MAX)
        return asking->split.of_unknown[asking->about.unknown] != number;
    if (wanted == SIZE_MAX)
        return false;
    for (size_t t = asking->split.first_tie[number]; t != SIZE_MAX; t = asking->split.next_tie[t])
        if (t == wanted)
            return false;
    return true;
}

static enum dti__possible ask_all(struct asking *asking, const dti_allocator *allocator)
{
    struct dti__split *split = &asking->split;
    struct dti__arena arena;
    enum dti__possible all = DTI__POSSIBLE_YES;
    if (!dti__effort_spend(asking->system->effort,
                           DTI__COST_OF_TIE *
                               (asking->system->tie_count + asking->system->unknown_count)))
        return DTI__POSSIBLE_UNKNOWN;
    dti__arena_init(&arena, allocator);
    if (!dti__system_split(asking->system, &asking->about, &arena, split))
        all = DTI__POSSIBLE_NOMEM;
    if (all == DTI__POSSIBLE_YES && asking->about.unknown != SIZE_MAX)
        asking->range = split->spans[asking->about.unknown];
    for (size_t i = 0; all != DTI__POSSIBLE_NOMEM && i < split->count; i++) {
        struct dti__arena own;
        if (is_aside(asking, i))
            continue;
        dti__arena_init(&own, allocator);
        const enum dti__possible answer = ask(asking, i, &own);
        dti__arena_release(&own);
        if (answer == DTI__POSSIBLE_NO) {
            all = answer; /* whatever the others say */
            break;
        }
        all = answer == DTI__POSSIBLE_YES ? all : answer;
    }
    dti__arena_release(&arena);
    return all;
}

enum dti__possible dti__system_holds(const struct dti__system *system, const bool *is_freed,
                                     const dti_allocator *allocator)
{
    struct asking asking = {.system = system, .about = {is_freed, SIZE_MAX, SIZE_MAX}};
    return ask_all(&asking, allocator);
}

enum dti__possible dti__system_range(const struct dti__system *system, const bool *is_freed,
                                     size_t unknown, const dti_allocator *allocator,
                                     struct dti__span *out)
{
    struct asking asking = {.system = system, .about = {is_freed, unknown, SIZE_MAX}};
    const enum dti__possible answer = ask_all(&asking, allocator);
    if (answer == DTI__POSSIBLE_YES)
        *out = asking.range;
    return answer;
}

enum dti__possible dti__system_allows(const struct dti__system *system, const bool *is_freed,
                                      size_t tie, const dti_allocator *allocator)
{
    struct asking asking = {.system = system, .about = {is_freed, SIZE_MAX, tie}};
    return ask_all(&asking, allocator);
}
