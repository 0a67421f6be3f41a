/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Facts behind a count: who counts, as far as figures are right, and what points that costs. */
#include "analyse/figures-counts.h"

bool dti__counts(enum dti__counts what, int64_t amount, int64_t max_points)
{
    if (what == DTI__COUNTS_AT_MAXIMUM)
        return amount >= max_points;
    if (what == DTI__COUNTS_BELOW_MAXIMUM)
        return amount < max_points;
    if (what == DTI__COUNTS_ZERO)
        return amount == 0;
    return 2 * amount < max_points;
}

struct dti__span dti__things(size_t low, size_t high)
{
    return (struct dti__span){(int64_t)low * DTI_POINT, (int64_t)high * DTI_POINT};
}

size_t dti__counted_rest(const struct dti__counted *at, enum dti__counts what)
{
    const struct dti__subject_of subject = {DTI__ABOUT_FACT, at->of->dossier->unit_id,       "",
                                            at->node,        (int32_t)at->of->dossier->year, 0,
                                            (uint32_t)what};
    return dti__figures_unknown(at->of->figures, &subject, dti__things(0, at->unlisted));
}

void dti__counted_facts(const struct dti__counted *at, enum dti__counts what, size_t count,
                        size_t rest)
{
    struct dti__dossier_figures *of = at->of;
    struct dti__addend *terms = dti__arena_array(&of->scratch, at->part_count + 2, sizeof *terms);
    size_t term_count = 0;
    if (!terms) {
        of->figures->is_out_of_memory = true;
        return;
    }
    terms[term_count++] = (struct dti__addend){count, 1};
    terms[term_count++] = (struct dti__addend){rest, -1};
    for (size_t i = 0; i < at->part_count; i++) {
        size_t part = at->parts[i];
        if (of->points[part] == DTI_NONE)
            continue;
        const struct dti__subject_of subject = {
            DTI__ABOUT_FACT, of->dossier->unit_id, "", part, (int32_t)of->dossier->year, 0,
            (uint32_t)what};
        size_t fact = dti__figures_unknown(of->figures, &subject, dti__things(0, 1));
        bool is_so = dti__counts(what, of->amount[part], of->framework->nodes[part].max_points);
        const struct dti__addend term = {fact, 1};
        struct dti__identity identity = dti__dossier_identity(of, DTI_IDENTITY_COUNT, part);
        identity.terms = &term;
        identity.term_count = 1;
        identity.span = dti__things(is_so, is_so);
        identity.needs = &of->points[part];
        identity.need_count = 1;
        identity.is_structure = true;
        dti__figures_tie(of->figures, &identity);
        terms[term_count++] = (struct dti__addend){fact, -1};
    }
    struct dti__identity sum = dti__dossier_identity(of, DTI_IDENTITY_COUNT, at->node);
    sum.terms = terms;
    sum.term_count = term_count;
    sum.is_structure = true;
    dti__figures_tie(of->figures, &sum);
}

/* What those that are not listed can lose at the most, by the figures: their maxima less what the
 * main indicator leaves for them. False if nothing is printed of it. */
static bool most_lost(const struct dti__counted *at, int64_t *most)
{
    struct dti__dossier_figures *of = at->of;
    if (of->points[at->node] == DTI_NONE)
        return false;
    *most = at->max_points - of->figures->said[of->points[at->node]].span.low;
    for (size_t i = 0; i < at->part_count; i++)
        if (of->points[at->parts[i]] != DTI_NONE)
            *most += of->figures->said[of->points[at->parts[i]]].span.high;
    return true;
}

/* Who is below half has lost more than half: the smallest halves first. */
size_t dti__counted_below_half(const struct dti__counted *at)
{
    size_t count = 0;
    int64_t lost = 0;
    if (!most_lost(at, &lost))
        return at->unlisted;
    for (int64_t halves = 0; count < at->unlisted; count++) {
        halves += at->maxima[count] / 2;
        if (halves >= lost)
            break;
    }
    return count;
}

/* The same for figures that may be others: losses of so many are at least those of the smallest
 * halves, between whole numbers in a straight line, whose slopes rise. Twice, to stay whole:
 * 2 × (all maxima − (main − listed)) ≥ Σ of the first j maxima + maximum j+1 × (rest − j). */
void dti__counted_losses(const struct dti__counted *at, size_t rest)
{
    struct dti__dossier_figures *of = at->of;
    struct dti__addend *terms = dti__arena_array(&of->scratch, at->part_count + 2, sizeof *terms);
    size_t term_count = 0;
    int64_t base = 0;
    if (!terms) {
        of->figures->is_out_of_memory = true;
        return;
    }
    terms[term_count++] = (struct dti__addend){dti__dossier_points(of, at->node), -2};
    for (size_t i = 0; i < at->part_count; i++)
        if (of->points[at->parts[i]] != DTI_NONE)
            terms[term_count++] = (struct dti__addend){dti__dossier_points(of, at->parts[i]), 2};
    for (size_t j = 0; j < at->unlisted; base += at->maxima[j++]) {
        struct dti__identity identity = dti__dossier_identity(of, DTI_IDENTITY_COUNT, at->node);
        int64_t slope = at->maxima[j];
        if (slope % DTI_POINT != 0 || slope == 0 || (j > 0 && slope == at->maxima[j - 1]))
            continue;
        terms[term_count] = (struct dti__addend){rest, -(slope / DTI_POINT)};
        identity.terms = terms;
        identity.term_count = term_count + 1;
        identity.span =
            (struct dti__span){base - (int64_t)j * slope - 2 * at->max_points, DTI__MOST_STATED};
        identity.is_structure = true;
        dti__figures_tie(of->figures, &identity);
    }
}
