/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Conflicts: smallest parts of what cannot all be right, and answers from what is known already. */
#include "analyse/component.h"

bool dti__family_add(struct dti__component *component, struct dti__family *family,
                     const uint64_t *set)
{
    if (family->count == family->capacity) {
        const size_t capacity = family->capacity == 0 ? 16 : 2 * family->capacity;
        uint64_t **sets = dti__arena_array(component->arena, capacity, sizeof *sets);
        if (!sets)
            return false;
        for (size_t i = 0; i < family->count; i++)
            sets[i] = family->sets[i];
        family->sets = sets;
        family->capacity = capacity;
    }
    uint64_t *copy = dti__component_set(component);
    if (!copy)
        return false;
    dti__set_copy(copy, set, component->words);
    family->sets[family->count++] = copy;
    return true;
}

/* The values found break some of the freed ties: whenever these are not in force, all can hold. */
static bool keep_remedy(struct dti__component *component, const uint64_t *freed)
{
    uint64_t *remedy = component->blame; /* free to use after a YES */
    dti__set_clear(remedy, component->words);
    for (size_t i = 0; i < component->force_count; i++) {
        const struct dti__force *force = &component->forces[i];
        if (!dti__set_meets(force->needs, freed, component->words) ||
            dti__set_meets(force->needs, remedy, component->words) ||
            (force->variable != SIZE_MAX &&
             dti__simplex_is_within(&component->simplex, force->variable, force->span)))
            continue;
        size_t suspect = 0;
        while (!dti__set_has(force->needs, suspect) || !dti__set_has(freed, suspect))
            suspect++;
        dti__set_add(remedy, suspect);
    }
    return dti__family_add(component, &component->remedies, remedy);
}

enum dti__possible dti__component_ask(struct dti__component *component, const uint64_t *freed)
{
    const size_t words = component->words;
    (void)dti__effort_spend(component->effort,
                            (component->conflicts.count + component->remedies.count) * words);
    for (size_t i = 0; i < component->conflicts.count; i++)
        if (!dti__set_meets(component->conflicts.sets[i], freed, words)) {
            dti__set_copy(component->blame, component->conflicts.sets[i], words);
            return DTI__POSSIBLE_NO;
        }
    for (size_t i = component->remedies.count; i-- > 0;)
        if (dti__set_is_within(component->remedies.sets[i], freed, words))
            return DTI__POSSIBLE_YES;
    enum dti__possible answer = dti__component_solve(component, freed);
    if (answer == DTI__POSSIBLE_YES && !keep_remedy(component, freed))
        answer = DTI__POSSIBLE_NOMEM;
    return answer == DTI__POSSIBLE_UNKNOWN ? DTI__POSSIBLE_YES : answer;
}

static const uint64_t *keep(struct dti__component *component, const uint64_t *conflict)
{
    return dti__family_add(component, &component->conflicts, conflict)
               ? component->conflicts.sets[component->conflicts.count - 1]
               : NULL;
}

const uint64_t *dti__component_note(struct dti__component *component)
{
    return keep(component, component->blame);
}

const uint64_t *dti__component_learn(struct dti__component *component)
{
    const size_t words = component->words;
    uint64_t *conflict = component->scratch;
    uint64_t *freed = component->trial;
    dti__set_copy(conflict, component->blame, words);
    for (size_t i = 0; i < component->suspect_count; i++) {
        if (!dti__set_has(conflict, i))
            continue;
        for (size_t k = 0; k < words; k++)
            freed[k] = ~conflict[k];
        dti__set_add(freed, i);
        /* So much is freed that what is known seldom says anything. */
        if (dti__component_solve(component, freed) == DTI__POSSIBLE_NO)
            dti__set_copy(conflict, component->blame, words);
    }
    return keep(component, conflict);
}
