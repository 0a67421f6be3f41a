/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Amounts against ranks: who has more stands before, and who shares a rank has as much. */
#include "analyse/figures-known.h"

/* That two units stand in the wrong order is seen from their own ranks and amounts alone, so that
 * the pairs which do are all there is to find, whichever figures are wrong: a pair in between adds
 * nothing. Those that stand in the right order are left out (they tie all units of a year together
 * and say nothing), but for the neighbours of a pair that does not: they bound what a correction
 * can be. */
#define MOST_PAIRS 4096 /* of one league: two hundred lines upside down */

struct ranked { /* a holder whose amount is known */
    size_t points;
    size_t figure; /* of its rank */
    int64_t rank;
    struct dti__span span;
    int64_t most_after; /* the most that anybody on a worse rank has at least */
    bool is_wrong;      /* stands in a pair that cannot be */
};

static size_t gather(const dti_figures *figures, const struct dti__known *known,
                     const struct dti__league *league, struct ranked *out)
{
    size_t count = 0;
    for (size_t i = 0; i < league->count; i++) {
        const struct dti__holder *holder = &league->holders[i];
        struct dti__subject_of of = figures->unknowns[holder->unknown].of;
        of.about = DTI__ABOUT_POINTS;
        of.group = "";
        size_t points = dti__figures_find(figures, &of);
        if (points != DTI_NONE && dti__is_known(&known[points]) &&
            dti__is_known(&known[holder->unknown]))
            out[count++] = (struct ranked){
                points, holder->figure, holder->rank, known[points].span, INT64_MIN, false};
    }
    for (size_t i = count; i-- > 1;) {
        int64_t after = out[i].span.low > out[i].most_after ? out[i].span.low : out[i].most_after;
        out[i - 1].most_after = after;
    }
    return count;
}

static void tie_pair(dti_figures *figures, const struct dti__league *league,
                     const struct ranked *before, const struct ranked *after)
{
    const struct dti__addend terms[] = {{before->points, 1}, {after->points, -1}};
    const size_t needs[] = {before->figure, after->figure};
    int64_t most = figures->framework->nodes[league->node].max_points;
    const struct dti__identity identity = {
        .kind = DTI_IDENTITY_ORDER,
        .terms = terms,
        .term_count = 2,
        .span = {0, before->rank < after->rank ? most : 0},
        .needs = needs,
        .need_count = 2,
        .node = league->node,
        .unit = figures->unknowns[before->points].of.unit,
        .unit_names = figures->said[before->figure].unit_names,
        .year = league->year,
    };
    dti__figures_tie(figures, &identity);
}

static bool is_wrong(const struct ranked *before, const struct ranked *after)
{
    return before->span.high < after->span.low ||
           (before->rank == after->rank && after->span.high < before->span.low);
}

/* Pairs that cannot be; true if there is one. */
static bool tie_wrong(dti_figures *figures, const struct dti__league *league, struct ranked *ranked,
                      size_t count)
{
    size_t pairs = 0;
    for (size_t i = 0; i < count; i++)
        for (size_t k = i + 1; k < count && pairs < MOST_PAIRS; k++) {
            bool is_same_rank = ranked[i].rank == ranked[k].rank;
            if (!is_same_rank && ranked[i].most_after <= ranked[i].span.high)
                break; /* nobody after it has more */
            if (!is_wrong(&ranked[i], &ranked[k]))
                continue;
            ranked[i].is_wrong = ranked[k].is_wrong = true;
            tie_pair(figures, league, &ranked[i], &ranked[k]);
            pairs++;
        }
    return pairs > 0;
}

static void tie_neighbours(dti_figures *figures, const struct dti__league *league,
                           const struct ranked *ranked, size_t count)
{
    for (size_t i = 0; i + 1 < count; i++)
        if ((ranked[i].is_wrong || ranked[i + 1].is_wrong) && ranked[i].rank < ranked[i + 1].rank &&
            !is_wrong(&ranked[i], &ranked[i + 1]))
            tie_pair(figures, league, &ranked[i], &ranked[i + 1]);
}

void dti__figures_tie_order(dti_figures *figures, const struct dti__known *known,
                            const struct dti__league *league)
{
    struct ranked *ranked = dti__alloc_array(&figures->allocator, league->count, sizeof *ranked);
    if (!ranked) {
        figures->is_out_of_memory = true;
        return;
    }
    size_t count = gather(figures, known, league, ranked);
    if (tie_wrong(figures, league, ranked, count))
        tie_neighbours(figures, league, ranked, count);
    dti__release(&figures->allocator, ranked, league->count * sizeof *ranked);
}
