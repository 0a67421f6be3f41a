/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
#include "analyse/hitting.h"

#define MOST_NODES 200000

struct search {
    const struct dti__hitting *hitting;
    size_t words;
    uint64_t *chosen;
    uint64_t *refused; /* what was tried before: whatever has it was seen */
    uint64_t *room;
    uint64_t *tried; /* by depth, a set each */
    uint64_t *best;
    size_t best_size;
    size_t nodes;
};

static size_t count_allowed(const uint64_t *set, const uint64_t *refused, size_t words)
{
    size_t count = 0;
    for (size_t i = 0; i < words; i++) {
        const uint64_t allowed = set[i] & (refused ? ~refused[i] : ~(uint64_t)0);
        count += dti__set_count(&allowed, 1);
    }
    return count;
}

size_t dti__hitting_missed(const struct dti__hitting *hitting, const uint64_t *chosen,
                           const uint64_t *refused)
{
    const size_t words = dti__set_words(hitting->members);
    size_t found = hitting->count;
    size_t fewest = SIZE_MAX;
    for (size_t i = 0; i < hitting->count && fewest > 0; i++) {
        if (dti__set_meets(hitting->sets[i], chosen, words))
            continue;
        const size_t count = count_allowed(hitting->sets[i], refused, words);
        if (count >= fewest)
            continue;
        fewest = count;
        found = i;
    }
    return found;
}

bool dti__hitting_needs_more(const struct dti__hitting *hitting, const uint64_t *chosen,
                             const uint64_t *refused, size_t most, uint64_t *room)
{
    const size_t words = dti__set_words(hitting->members);
    size_t count = 0;
    dti__set_copy(room, chosen, words);
    for (size_t i = 0; i < hitting->count && count <= most; i++) {
        if (dti__set_meets(hitting->sets[i], room, words))
            continue;
        for (size_t k = 0; k < words; k++)
            room[k] |= hitting->sets[i][k] & (refused ? ~refused[k] : ~(uint64_t)0);
        count++;
    }
    return count > most;
}

/* Counts by member how many of the sets have it that are still missed; of a short look only the
 * first of these counts. */
static void count_hits(const struct search *search, bool is_short, size_t *hits)
{
    const struct dti__hitting *hitting = search->hitting;
    bool is_done = false;
    memset(hits, 0, hitting->members * sizeof *hits);
    for (size_t i = 0; i < hitting->count && !is_done; i++) {
        if (dti__set_meets(hitting->sets[i], search->best, search->words))
            continue;
        for (size_t member = 0; member < hitting->members; member++)
            hits[member] += dti__set_has(hitting->sets[i], member);
        is_done = is_short;
    }
}

/* The first of the members that most sets have which are still missed; hitting->members if none is.
 */
static size_t most_wanted(const struct search *search, size_t *hits)
{
    const struct dti__hitting *hitting = search->hitting;
    size_t best = hitting->members;
    size_t most = 0;
    count_hits(search, !dti__effort_spend(hitting->effort, hitting->count * search->words), hits);
    for (size_t member = 0; member < hitting->members; member++)
        if (hits[member] > most) {
            most = hits[member];
            best = member;
        }
    return best;
}

/* Takes what is most wanted, again and again. */
static void take_greedily(struct search *search, size_t *hits)
{
    const size_t members = search->hitting->members;
    for (size_t best = most_wanted(search, hits); best < members;
         best = most_wanted(search, hits)) {
        dti__set_add(search->best, best);
        search->best_size++;
    }
}

static void look(struct search *search, size_t size)
{
    const struct dti__hitting *hitting = search->hitting;
    if (search->nodes++ >= MOST_NODES ||
        !dti__effort_spend(hitting->effort, 2 * hitting->count * search->words))
        return;
    const size_t missed = dti__hitting_missed(hitting, search->chosen, search->refused);
    if (missed == hitting->count && size < search->best_size) {
        dti__set_copy(search->best, search->chosen, search->words);
        search->best_size = size;
    }
    if (missed == hitting->count || size + 1 >= search->best_size ||
        dti__hitting_needs_more(hitting, search->chosen, search->refused,
                                search->best_size - size - 1, search->room))
        return;
    uint64_t *tried = &search->tried[size * search->words];
    dti__set_clear(tried, search->words);
    for (size_t i = 0; i < hitting->members; i++) {
        if (!dti__set_has(hitting->sets[missed], i) || dti__set_has(search->refused, i))
            continue;
        dti__set_add(search->chosen, i);
        look(search, size + 1);
        dti__set_remove(search->chosen, i);
        dti__set_add(search->refused, i);
        dti__set_add(tried, i);
    }
    for (size_t k = 0; k < search->words; k++)
        search->refused[k] &= ~tried[k];
}

enum dti__hit dti__hitting_find(const struct dti__hitting *hitting, struct dti__arena *arena,
                                uint64_t *out)
{
    struct search search = {.hitting = hitting, .words = dti__set_words(hitting->members)};
    size_t *hits = dti__arena_array(arena, hitting->members, sizeof *hits);
    if (!hits)
        return DTI__HIT_NOMEM;
    search.best = out;
    dti__set_clear(out, search.words);
    take_greedily(&search, hits);
    search.chosen = dti__arena_array(arena, 3 * search.words, sizeof(uint64_t));
    search.tried = dti__arena_array(arena, (search.best_size + 1) * search.words, sizeof(uint64_t));
    if (!search.chosen || !search.tried)
        return DTI__HIT_NOMEM;
    search.refused = search.chosen + search.words;
    search.room = search.refused + search.words;
    look(&search, 0);
    return search.nodes < MOST_NODES && !dti__effort_is_spent(hitting->effort) ? DTI__HIT_SMALLEST
                                                                               : DTI__HIT_SMALL;
}
