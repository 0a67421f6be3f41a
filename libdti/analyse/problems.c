/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
#include "analyse/problems.h"

static bool set_up(struct dti__problems *problems)
{
    struct dti__arena *arena = problems->component->arena;
    const size_t count = dti__set_count(problems->freed, problems->component->words);
    problems->members = dti__arena_array(arena, count, sizeof *problems->members);
    problems->groups = dti__arena_array(arena, count, sizeof *problems->groups);
    problems->lists = dti__arena_array(arena, count, sizeof *problems->lists);
    problems->is_listed = dti__arena_array(arena, count, sizeof *problems->is_listed);
    problems->base = dti__component_set(problems->component);
    if (!problems->members || !problems->groups || !problems->lists || !problems->is_listed ||
        !problems->base)
        return false;
    for (size_t i = 0; i < problems->component->suspect_count; i++)
        if (dti__set_has(problems->freed, i)) {
            problems->groups[problems->member_count] = problems->member_count;
            problems->members[problems->member_count++] = i;
        }
    return true;
}

void dti__problems_set_base(struct dti__problems *problems, size_t group)
{
    dti__set_copy(problems->base, problems->freed, problems->component->words);
    for (size_t i = 0; i < problems->member_count; i++)
        if (problems->groups[i] == group)
            dti__set_remove(problems->base, problems->members[i]);
}

/* With a share of the effort, so that something is left for the `others`. */
static enum dti__repaired list_repairs(struct dti__problems *problems, size_t group, size_t others)
{
    struct dti__component *component = problems->component;
    struct dti__effort *all = component->effort;
    struct dti__effort share = all ? dti__effort_share(all, others + 1) : (struct dti__effort){0};
    dti__problems_set_base(problems, group);
    dti__component_set_effort(component, all ? &share : NULL);
    const enum dti__repaired found =
        dti__repairs_list(component, problems->base, problems->most, &problems->lists[group]);
    dti__component_set_effort(component, all);
    if (all)
        dti__effort_give_back(all, share);
    return found;
}

static bool list_singly(struct dti__problems *problems)
{
    for (size_t i = 0; i < problems->member_count; i++) {
        const enum dti__repaired found = list_repairs(problems, i, problems->member_count - i);
        if (found == DTI__REPAIRED_NOMEM)
            return false;
        problems->is_listed[i] = found == DTI__REPAIRED;
    }
    return true;
}

/* One pair that explains what either of two members does. */
static bool share_a_pair(const struct dti__problems *problems, size_t a, size_t b)
{
    const size_t words = problems->component->words;
    if (!dti__effort_spend(problems->component->effort,
                           problems->lists[a].count * problems->lists[b].count * words))
        return false;
    for (size_t i = 0; i < problems->lists[a].count; i++)
        for (size_t k = 0; k < problems->lists[b].count; k++)
            if (dti__set_count(problems->lists[a].sets[i], words) == 2 &&
                memcmp(problems->lists[a].sets[i], problems->lists[b].sets[k],
                       words * sizeof(uint64_t)) == 0)
                return true;
    return false;
}

/* Whether one suspect instead of one member excludes one instead of another. */
static enum dti__possible go_together(struct dti__problems *problems, size_t a, size_t b)
{
    const size_t words = problems->component->words;
    enum dti__possible answer = DTI__POSSIBLE_YES;
    for (size_t i = 0; i < problems->lists[a].count; i++)
        for (size_t k = 0; answer == DTI__POSSIBLE_YES && k < problems->lists[b].count; k++) {
            const uint64_t *left = problems->lists[a].sets[i];
            const uint64_t *right = problems->lists[b].sets[k];
            if (dti__set_count(left, words) != 1 || dti__set_count(right, words) != 1 ||
                dti__set_has(left, problems->members[a]) ||
                dti__set_has(right, problems->members[b]))
                continue;
            dti__set_copy(problems->base, problems->freed, words);
            dti__set_remove(problems->base, problems->members[a]);
            dti__set_remove(problems->base, problems->members[b]);
            dti__set_unite(problems->base, left, words);
            dti__set_unite(problems->base, right, words);
            answer = dti__component_ask(problems->component, problems->base);
        }
    return answer;
}

static size_t size_of_group(const struct dti__problems *problems, size_t group)
{
    size_t size = 0;
    for (size_t i = 0; i < problems->member_count; i++)
        size += problems->groups[i] == group;
    return size;
}

/* Larger groups than repairs may be would have none. */
static bool form_groups(struct dti__problems *problems)
{
    for (size_t a = 0; a < problems->member_count; a++)
        for (size_t b = a + 1; b < problems->member_count; b++) {
            const size_t group = problems->groups[a];
            const size_t other = problems->groups[b];
            if (!dti__effort_spend(problems->component->effort, problems->member_count)) {
                problems->component->is_inexact = true;
                return true;
            }
            if (group == other ||
                size_of_group(problems, group) + size_of_group(problems, other) > problems->most)
                continue;
            const enum dti__possible answer =
                share_a_pair(problems, a, b) ? DTI__POSSIBLE_NO : go_together(problems, a, b);
            if (answer == DTI__POSSIBLE_NOMEM)
                return false;
            for (size_t i = 0; answer == DTI__POSSIBLE_NO && i < problems->member_count; i++)
                if (problems->groups[i] == group || problems->groups[i] == other)
                    problems->groups[i] = group < other ? group : other;
        }
    return true;
}

/* A group of several has repairs of its own. */
static bool list_groups(struct dti__problems *problems)
{
    for (size_t i = 0; i < problems->member_count; i++) {
        if (problems->groups[i] != i || size_of_group(problems, i) == 1)
            continue;
        problems->lists[i] = (struct dti__family){NULL, 0, 0};
        const enum dti__repaired found = list_repairs(problems, i, problems->member_count - i);
        if (found == DTI__REPAIRED_NOMEM)
            return false;
        problems->is_listed[i] = found == DTI__REPAIRED;
    }
    return true;
}

bool dti__problems_find(struct dti__problems *problems, struct dti__component *component,
                        const uint64_t *freed, size_t most)
{
    *problems = (struct dti__problems){.component = component, .most = most, .freed = freed};
    return set_up(problems) && list_singly(problems) && form_groups(problems) &&
           list_groups(problems);
}
