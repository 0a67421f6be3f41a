/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
#include "analyse/repairs.h"

#include "analyse/hitting.h"

#define MOST_ROUNDS    400    /* conflicts until a smallest set is found */
#define MOST_QUESTIONS 20000  /* to be solved for one list */
#define MOST_NODES     500000 /* to be looked at for one list */

static struct dti__hitting hitting_of(const struct dti__component *component)
{
    return (struct dti__hitting){component->conflicts.sets, component->conflicts.count,
                                 component->suspect_count, component->effort};
}

/* ── a smallest set ── */

/* Finds conflicts that have nothing in common, until all holds. */
static enum dti__repaired learn_apart(struct dti__component *component, uint64_t *freed)
{
    for (;;) {
        const enum dti__possible answer = dti__component_ask(component, freed);
        if (answer != DTI__POSSIBLE_NO)
            return answer == DTI__POSSIBLE_NOMEM ? DTI__REPAIRED_NOMEM : DTI__REPAIRED;
        const uint64_t *conflict = dti__component_learn(component);
        if (!conflict)
            return DTI__REPAIRED_NOMEM;
        if (dti__set_count(conflict, component->words) == 0)
            return DTI__REPAIRED_BY_NONE;
        dti__set_unite(freed, conflict, component->words);
    }
}

/* Not the smallest, yet all holds, and would not with one of them less. */
static enum dti__repaired settle_for_more(struct dti__component *component, uint64_t *out,
                                          uint64_t *freed)
{
    dti__set_copy(freed, out, component->words);
    enum dti__repaired found = learn_apart(component, freed);
    if (found != DTI__REPAIRED)
        return found;
    dti__set_copy(out, freed, component->words);
    for (size_t i = 0; i < component->suspect_count && !dti__effort_is_spent(component->effort);
         i++) {
        if (!dti__set_has(out, i))
            continue;
        dti__set_remove(out, i);
        const enum dti__possible answer = dti__component_ask(component, out);
        if (answer == DTI__POSSIBLE_NOMEM)
            return DTI__REPAIRED_NOMEM;
        if (answer == DTI__POSSIBLE_NO || dti__effort_is_spent(component->effort))
            dti__set_add(out, i);
    }
    return DTI__REPAIRED_IN_PART;
}

/* Searching may take a part of the effort only: something has to be left for questions. */
static enum dti__hit hit_all(struct dti__component *component, uint64_t *out)
{
    struct dti__effort *all = component->effort;
    struct dti__effort share = all ? dti__effort_share(all, 4) : (struct dti__effort){0};
    struct dti__hitting hitting = hitting_of(component);
    struct dti__arena arena; /* a search needs as much room as all that is known */
    hitting.effort = all ? &share : NULL;
    dti__arena_init(&arena, &component->arena->allocator);
    const enum dti__hit hit = dti__hitting_find(&hitting, &arena, out);
    dti__arena_release(&arena);
    if (all)
        dti__effort_give_back(all, share);
    return hit;
}

/* Whatever makes all hold hits all conflicts. So the smallest set that hits those known is tried,
 * until it does. */
enum dti__repaired dti__repairs_smallest(struct dti__component *component, uint64_t *out)
{
    uint64_t *freed = dti__component_set(component);
    if (!freed)
        return DTI__REPAIRED_NOMEM;
    bool is_smallest = true;
    for (size_t round = 0; round < MOST_ROUNDS && is_smallest; round++) {
        const enum dti__hit hit = hit_all(component, out);
        if (hit == DTI__HIT_NOMEM)
            return DTI__REPAIRED_NOMEM;
        is_smallest = hit == DTI__HIT_SMALLEST;
        const size_t known = component->conflicts.count;
        dti__set_copy(freed, out, component->words);
        const enum dti__repaired found = learn_apart(component, freed);
        if (found != DTI__REPAIRED)
            return found;
        if (component->conflicts.count == known)
            return is_smallest ? DTI__REPAIRED : DTI__REPAIRED_IN_PART;
    }
    return settle_for_more(component, out, freed);
}

/* ── all small sets ── */

struct listing {
    struct dti__component *component;
    struct dti__family *out;
    uint64_t *freed;   /* the base and what is chosen */
    uint64_t *chosen;  /* without the base */
    uint64_t *refused; /* sets with these were looked at before */
    uint64_t *room;
    uint64_t *tried; /* by depth, a set each */
    size_t most;     /* size of the sets looked for */
    size_t first_solved;
    size_t nodes;
    enum dti__repaired state;
};

static bool has_repair_within(const struct listing *listing)
{
    for (size_t i = 0; i < listing->out->count; i++)
        if (dti__set_is_within(listing->out->sets[i], listing->chosen, listing->component->words))
            return true;
    return false;
}

/* What is to blame when the chosen ones are freed; NULL: nothing, which makes them a repair, or it
 * is over (see state). */
static const uint64_t *question(struct listing *listing, size_t size)
{
    struct dti__component *component = listing->component;
    const bool is_possible = dti__component_solve(component, listing->freed) != DTI__POSSIBLE_NO;
    if (component->solved - listing->first_solved > MOST_QUESTIONS ||
        dti__effort_is_spent(component->effort)) {
        listing->state = DTI__REPAIRED_IN_PART;
        return NULL;
    }
    const uint64_t *conflict = is_possible ? NULL : dti__component_note(component);
    if ((!is_possible && !conflict) ||
        (is_possible && size > 0 && !dti__family_add(component, listing->out, listing->chosen)))
        listing->state = DTI__REPAIRED_NOMEM;
    return conflict;
}

static void choose(struct listing *listing, size_t suspect)
{
    dti__set_add(listing->freed, suspect);
    dti__set_add(listing->chosen, suspect);
}

static void unchoose(struct listing *listing, size_t suspect)
{
    dti__set_remove(listing->freed, suspect);
    dti__set_remove(listing->chosen, suspect);
}

/* One more may be chosen: it has to be in all conflicts that are missed, and in each that turns
 * up. */
static void look_for_last(struct listing *listing, size_t size)
{
    struct dti__component *component = listing->component;
    const size_t words = component->words;
    uint64_t *candidates = listing->room;
    bool is_any = false;
    for (size_t k = 0; k < words; k++)
        candidates[k] = ~listing->refused[k];
    for (size_t i = 0; i < component->conflicts.count; i++) {
        const uint64_t *conflict = component->conflicts.sets[i];
        if (dti__set_meets(conflict, listing->freed, words))
            continue;
        is_any = true;
        dti__set_intersect(candidates, conflict, words);
        if (dti__set_count(candidates, words) == 0)
            return;
    }
    if (!is_any) {
        const uint64_t *conflict = question(listing, size);
        if (!conflict)
            return;
        dti__set_intersect(candidates, conflict, words);
    }
    for (size_t i = 0; i < component->suspect_count && listing->state == DTI__REPAIRED; i++) {
        if (!dti__set_has(candidates, i))
            continue;
        choose(listing, i);
        const uint64_t *conflict = has_repair_within(listing) ? NULL : question(listing, size + 1);
        unchoose(listing, i);
        if (conflict)
            dti__set_intersect(candidates, conflict, words);
    }
}

static void look(struct listing *listing, size_t size)
{
    struct dti__component *component = listing->component;
    const struct dti__hitting hitting = hitting_of(component);
    if (listing->state != DTI__REPAIRED || has_repair_within(listing))
        return;
    if (listing->nodes++ > MOST_NODES ||
        !dti__effort_spend(component->effort,
                           (2 * hitting.count + listing->out->count + 1) * component->words)) {
        listing->state = DTI__REPAIRED_IN_PART;
        return;
    }
    if (size + 1 == listing->most) {
        look_for_last(listing, size);
        return;
    }
    if (dti__hitting_needs_more(&hitting, listing->freed, listing->refused, listing->most - size,
                                listing->room))
        return;
    const size_t missed = dti__hitting_missed(&hitting, listing->freed, listing->refused);
    const uint64_t *conflict =
        missed < hitting.count ? hitting.sets[missed] : question(listing, size);
    if (!conflict)
        return;
    uint64_t *tried = &listing->tried[size * component->words];
    dti__set_clear(tried, component->words);
    for (size_t i = 0; i < component->suspect_count; i++) {
        if (!dti__set_has(conflict, i) || dti__set_has(listing->refused, i))
            continue;
        choose(listing, i);
        look(listing, size + 1);
        unchoose(listing, i);
        dti__set_add(listing->refused, i);
        dti__set_add(tried, i);
    }
    for (size_t k = 0; k < component->words; k++)
        listing->refused[k] &= ~tried[k];
}

/* Size by size, so that what has a smaller one within is known when it is met. */
enum dti__repaired dti__repairs_list(struct dti__component *component, const uint64_t *base,
                                     size_t most, struct dti__family *out)
{
    const size_t words = component->words;
    struct listing listing = {.component = component, .out = out};
    listing.freed = dti__component_set(component);
    listing.chosen = dti__component_set(component);
    listing.refused = dti__component_set(component);
    listing.room = dti__component_set(component);
    listing.tried = dti__arena_array(component->arena, (most + 1) * words, sizeof(uint64_t));
    if (!listing.freed || !listing.chosen || !listing.refused || !listing.room || !listing.tried)
        return DTI__REPAIRED_NOMEM;
    dti__set_copy(listing.freed, base, words);
    listing.first_solved = component->solved;
    for (listing.most = 1; listing.most <= most && listing.state == DTI__REPAIRED; listing.most++)
        look(&listing, 0);
    return listing.state;
}
