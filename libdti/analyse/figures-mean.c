/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Means and whose mean they are: the units' points add up to as many means, and who stands within
 * the number of those above the mean has no less than it. */
#include "analyse/figures-known.h"

struct cohort { /* the units of a year, by one node */
    dti_figures *figures;
    const struct dti__known *known;
    size_t mean;
    size_t node;
    int32_t year;
    int64_t unit_count; /* 0: not known */
};

static bool is_of_cohort(const struct cohort *cohort, size_t unknown, enum dti__about about)
{
    const struct dti__subject_of *of = &cohort->figures->unknowns[unknown].of;
    return of->about == about && of->node == cohort->node && of->year == cohort->year &&
           of->group[0] == '\0' && of->unit[0] != '\0';
}

/* ── the mean and the points ── */

static size_t gather_points(const struct cohort *cohort, struct dti__addend *terms,
                            struct dti__span *sum)
{
    size_t count = 0;
    *sum = (struct dti__span){0, 0};
    for (size_t i = 0; i < cohort->figures->unknown_count; i++) {
        const struct dti__span *span = &cohort->known[i].span;
        if (!is_of_cohort(cohort, i, DTI__ABOUT_POINTS) || !dti__is_known(&cohort->known[i]) ||
            !dti__add_i64(sum->low, span->low, &sum->low) ||
            !dti__add_i64(sum->high, span->high, &sum->high))
            continue;
        terms[count++] = (struct dti__addend){i, 1};
    }
    return count;
}

/* What is not known lies between 0 and the maximum. Where that is most of the units the tie would
 * bind all others together and say nothing, unless it cannot hold. */
static bool says_something(const struct cohort *cohort, size_t count, struct dti__span sum,
                           int64_t open)
{
    struct dti__span total;
    if (2 * (int64_t)count >= cohort->unit_count)
        return true;
    return dti__span_scale(cohort->known[cohort->mean].span, cohort->unit_count, 1, &total) &&
           (total.high < sum.low || (total.low > sum.high && total.low - sum.high > open));
}

static void tie_points(const struct cohort *cohort, struct dti__addend *terms)
{
    struct dti__span sum;
    int64_t open = 0;
    int64_t most = cohort->figures->framework->nodes[cohort->node].max_points;
    size_t count = gather_points(cohort, terms, &sum);
    int64_t missing = cohort->unit_count - (int64_t)count;
    if (cohort->unit_count == 0 || missing < 0 || !dti__mul_i64(missing, most, &open) ||
        !says_something(cohort, count, sum, open))
        return;
    terms[count] = (struct dti__addend){cohort->mean, -cohort->unit_count};
    const struct dti__identity identity = {
        .kind = DTI_IDENTITY_MEAN,
        .terms = terms,
        .term_count = count + 1,
        .span = {-open, 0},
        .node = cohort->node,
        .subject = count,
        .unit = "",
        .year = cohort->year,
    };
    dti__figures_tie(cohort->figures, &identity);
}

/* ── the number above the mean ── */

/* points − mean, of a unit that is or is not among those above it. */
static void tie_side(const struct cohort *cohort, size_t points, size_t rank, size_t count)
{
    dti_figures *figures = cohort->figures;
    bool is_above = cohort->known[rank].span.low <= cohort->known[count].span.low;
    const struct dti__span *amount = &cohort->known[points].span;
    const struct dti__span *mean = &cohort->known[cohort->mean].span;
    int64_t most = figures->framework->nodes[cohort->node].max_points;
    const struct dti__addend terms[] = {{points, 1}, {cohort->mean, -1}};
    const size_t needs[] = {cohort->known[rank].figure, cohort->known[count].figure};
    const struct dti__identity identity = {
        .kind = DTI_IDENTITY_ORDER,
        .terms = terms,
        .term_count = 2,
        .span = {is_above ? 0 : -most, is_above ? most : 0},
        .needs = needs,
        .need_count = 2,
        .node = cohort->node,
        .unit = figures->unknowns[points].of.unit,
        .unit_names = figures->said[needs[0]].unit_names,
        .year = cohort->year,
    };
    if (is_above ? amount->high < mean->low : amount->low > mean->high)
        dti__figures_tie(figures, &identity);
}

/* n units above the mean are those ranked 1 to n: a rank that is shared across n cannot be. */
static void tie_sides(const struct cohort *cohort)
{
    const struct dti__subject_of of = {
        DTI__ABOUT_COUNT, "", "", cohort->node, cohort->year, 0, DTI__COUNTS_UNITS_ABOVE_MEAN};
    size_t count = dti__figures_find(cohort->figures, &of);
    if (count == DTI_NONE || !dti__is_known(&cohort->known[count]))
        return;
    for (size_t i = 0; i < cohort->figures->unknown_count; i++) {
        if (!is_of_cohort(cohort, i, DTI__ABOUT_RANK) || !dti__is_known(&cohort->known[i]))
            continue;
        struct dti__subject_of own = cohort->figures->unknowns[i].of;
        own.about = DTI__ABOUT_POINTS;
        size_t points = dti__figures_find(cohort->figures, &own);
        if (points != DTI_NONE && dti__is_known(&cohort->known[points]))
            tie_side(cohort, points, i, count);
    }
}

void dti__figures_tie_means(dti_figures *figures)
{
    struct dti__known *known = dti__figures_known(figures);
    size_t most = figures->unknown_count + 1;
    struct dti__addend *terms = dti__alloc_array(&figures->allocator, most, sizeof *terms);
    figures->is_out_of_memory = figures->is_out_of_memory || !terms;
    for (size_t i = 0; known && terms && i < figures->unknown_count; i++) {
        const struct dti__subject_of *of = &figures->unknowns[i].of;
        if (of->about != DTI__ABOUT_MEAN || of->group[0] != '\0' || !dti__is_known(&known[i]))
            continue;
        const struct cohort cohort = {
            figures, known, i, of->node, of->year, dti__figures_unit_count(figures, of->year)};
        tie_points(&cohort, terms);
        tie_sides(&cohort);
    }
    dti__release(&figures->allocator, terms, most * sizeof *terms);
    dti__known_release(figures, known);
}
