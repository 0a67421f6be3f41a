/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Changes and the two years between which they lie: of a rank old minus new, of a value new minus
 * old. */
#include "analyse/figures-known.h"

#include "base/rows.h"

/* Of what a change is the change. */
static bool find_whole(enum dti__about change, enum dti__about *whole)
{
    *whole = change == DTI__ABOUT_RANK_CHANGE   ? DTI__ABOUT_RANK
             : change == DTI__ABOUT_MEAN_CHANGE ? DTI__ABOUT_MEAN
                                                : DTI__ABOUT_POINTS;
    return change == DTI__ABOUT_RANK_CHANGE || change == DTI__ABOUT_MEAN_CHANGE ||
           change == DTI__ABOUT_VALUE_CHANGE;
}

/* change + new − old = 0 for ranks; maximum × change − new + old = 0 for points, where the change
 * is a share of the maximum. */
static void tie_change(dti_figures *figures, const struct dti__known *known, size_t change,
                       size_t now, size_t then)
{
    const struct dti__subject_of of = figures->unknowns[change].of;
    bool is_rank = of.about == DTI__ABOUT_RANK_CHANGE;
    int64_t most = is_rank ? DTI_POINT : figures->framework->nodes[of.node].max_points;
    int64_t common = dti__common_divisor(most, DTI_POINT);
    int64_t point = DTI_POINT / common;
    const struct dti__addend terms[] = {
        {change, most / common}, {now, is_rank ? point : -point}, {then, is_rank ? -point : point}};
    const struct dti__identity identity = {
        .kind = DTI_IDENTITY_CHANGE,
        .terms = terms,
        .term_count = 3,
        .node = of.node,
        .unit = of.unit,
        .unit_names = figures->said[known[change].figure].unit_names,
        .year = of.year,
    };
    if (most > 0)
        dti__figures_tie(figures, &identity);
}

void dti__figures_tie_changes(dti_figures *figures)
{
    struct dti__known *known = dti__figures_known(figures);
    for (size_t i = 0; i < figures->unknown_count; i++) {
        struct dti__subject_of of = figures->unknowns[i].of;
        int32_t against = of.against;
        if (!find_whole(of.about, &of.about) || !known || known[i].figure == DTI_NONE)
            continue;
        of.against = 0;
        size_t now = dti__figures_find(figures, &of);
        of.year = against;
        size_t then = dti__figures_find(figures, &of);
        if (now != DTI_NONE && then != DTI_NONE)
            tie_change(figures, known, i, now, then);
    }
    dti__known_release(figures, known);
}
