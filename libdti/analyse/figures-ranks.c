/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Printed ranks among themselves: as many units as share a rank, so many ranks they fill. */
#include "analyse/figures-known.h"

/* Ranks can all be right if, and only if, for any two occupied ones r < s next to each other the
 * units on r number at most s − r (others, whom nobody names, fill what is left), and those on the
 * last one r at most out_of − r + 1. Whichever figures turn out to be wrong, the ranks that are
 * left are next to each other in some pair of all: so all pairs are looked at, and of each the
 * smallest sets that clash: one more unit on r than there is room for, and one on s. What lies
 * further apart than the units on r number does not clash, so that sound ranks cost nothing.
 *
 * Where a rank has so many units too much that no three corrections could mend it, sets among the
 * first few of them are enough to say so. */
#define MOST_TOO_MANY ((size_t)DTI__MOST_SUSPECTS_OF_REPAIR + 1)
#define MOST_CLASHES  4096 /* of one league; more say nothing new */

struct search {
    dti_figures *figures;
    const struct dti__league *league;
    size_t clashes;
    size_t *among; /* figures that a set is chosen from; room for all, as in the next two */
    size_t *chosen;
    size_t *needs;
};

static void add_clash(struct search *search, size_t count)
{
    const struct dti__identity clash = {.kind = DTI_IDENTITY_TIES,
                                        .needs = search->needs,
                                        .need_count = count,
                                        .node = search->league->node,
                                        .subject = DTI_NONE,
                                        .unit = "",
                                        .year = search->league->year};
    dti__figures_tie(search->figures, &clash);
    search->clashes++;
}

/* The next of the sets of `size` out of `count`, in order; false: it was the last. */
static bool advance(size_t *chosen, size_t size, size_t count)
{
    size_t i = size;
    while (i > 0 && chosen[i - 1] == count - size + i - 1)
        i--;
    if (i == 0)
        return false;
    chosen[i - 1]++;
    for (; i < size; i++)
        chosen[i] = chosen[i - 1] + 1;
    return true;
}

/* All sets of room + 1 of those who share a rank, each with the other one (NULL: there are no more
 * ranks). */
static void add_sets(struct search *search, const struct dti__holder *sharing, size_t count,
                     size_t room, const struct dti__holder *other)
{
    size_t size = room + 1;
    size_t found = 0;
    for (size_t i = 0; i < count && found < room + MOST_TOO_MANY; i++)
        if (!other || sharing[i].unknown != other->unknown)
            search->among[found++] = sharing[i].figure;
    if (found < size)
        return;
    for (size_t i = 0; i < size; i++)
        search->chosen[i] = i;
    do {
        for (size_t i = 0; i < size; i++)
            search->needs[i] = search->among[search->chosen[i]];
        if (other)
            search->needs[size] = other->figure;
        add_clash(search, size + (other != NULL));
    } while (search->clashes < MOST_CLASHES && advance(search->chosen, size, found));
}

/* Those who share the rank of the first against all that follow too soon. */
static void check_rank(struct search *search, size_t first, size_t count)
{
    const struct dti__league *league = search->league;
    const struct dti__holder *sharing = &league->holders[first];
    int64_t rank = sharing->rank;
    for (size_t i = first + count; i < league->count && search->clashes < MOST_CLASHES; i++) {
        const struct dti__holder *other = &league->holders[i];
        if (other->rank - rank >= (int64_t)count)
            break;
        add_sets(search, sharing, count, (size_t)(other->rank - rank), other);
    }
    if (league->out_of >= rank && rank + (int64_t)count - 1 > league->out_of)
        add_sets(search, sharing, count, (size_t)(league->out_of - rank + 1), NULL);
}

static void check_league(dti_figures *figures, const struct dti__league *league, size_t *scratch)
{
    struct search search = {.figures = figures,
                            .league = league,
                            .among = scratch,
                            .chosen = scratch + league->count,
                            .needs = scratch + 2 * league->count};
    for (size_t i = 0, end; i < league->count; i = end) {
        for (end = i + 1;
             end < league->count && league->holders[end].rank == league->holders[i].rank;)
            end++;
        check_rank(&search, i, end - i);
    }
}

void dti__figures_tie_ranks(dti_figures *figures)
{
    struct dti__leagues leagues = {NULL, 0, NULL, 0};
    struct dti__known *known = dti__figures_known(figures);
    size_t most = 3 * figures->said_count;
    if (!known)
        return;
    size_t *scratch =
        most > 0 ? dti__alloc_array(&figures->allocator, most, sizeof *scratch) : NULL;
    figures->is_out_of_memory = figures->is_out_of_memory || (most > 0 && !scratch);
    bool is_found = scratch && dti__leagues_find(figures, &leagues);
    for (size_t i = 0; is_found && i < leagues.count; i++) {
        check_league(figures, &leagues.list[i], scratch);
        dti__figures_tie_order(figures, known, &leagues.list[i]);
    }
    dti__leagues_release(figures, &leagues);
    dti__release(&figures->allocator, scratch, most * sizeof *scratch);
    dti__known_release(figures, known);
}
