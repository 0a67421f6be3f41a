/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Facts behind a count: who counts, as far as figures are right, and what points that costs. */
#include "analyse/figures-counts.h"

#include "base/tens.h"

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

static void tie_structure(const struct dti__counted *at, size_t node,
                          const struct dti__addend *terms, size_t term_count, struct dti__span span,
                          size_t need)
{
    struct dti__identity identity = dti__dossier_identity(at->of, DTI_IDENTITY_COUNT, node);
    identity.terms = terms;
    identity.term_count = term_count;
    identity.span = span;
    identity.needs = &need;
    identity.need_count = need != DTI_NONE;
    identity.is_structure = true;
    dti__figures_tie(at->of->figures, &identity);
}

/* Who counts has the points for it, as far as print can tell, whatever the figure is: a figure that
 * is corrected so that its component counts is corrected to that. */
static void tie_points(const struct dti__counted *at, enum dti__counts what, size_t part,
                       size_t fact)
{
    struct dti__dossier_figures *of = at->of;
    int64_t most = of->framework->nodes[part].max_points;
    struct dti__span printed = of->figures->said[of->points[part]].span;
    int64_t half = dti__half_unit(of->framework->points_digits); /* of a 0 that is exact */
    int64_t slack = (printed.high - printed.low) / 2 + 1;
    int64_t all = most / DTI_POINT;
    struct dti__addend terms[] = {{dti__dossier_points(of, part), 1}, {fact, 0}};
    struct dti__span span = {-DTI__MOST_STATED, DTI__MOST_STATED};
    if (all == 0 || most % DTI_POINT != 0)
        return;
    slack = slack > half ? slack : half;
    if (what == DTI__COUNTS_AT_MAXIMUM) { /* points ≥ maximum × fact */
        terms[1].factor = -all;
        span.low = -slack;
    } else if (what == DTI__COUNTS_ZERO) { /* points ≤ maximum × (1 − fact) */
        terms[1].factor = all;
        span.high = most + slack;
    } else { /* half × (1 − fact) ≤ points ≤ maximum − half × fact */
        terms[0].factor = 2;
        terms[1].factor = all;
        span = (struct dti__span){most - 2 * slack, 2 * (most + slack)};
    }
    tie_structure(at, part, terms, 2, span, DTI_NONE);
}

static bool is_none(struct dti__span span)
{
    return span.low > span.high;
}

static struct dti__span meet(struct dti__span a, struct dti__span b)
{
    return (struct dti__span){a.low > b.low ? a.low : b.low, a.high < b.high ? a.high : b.high};
}

static enum dti__whether counts_within(enum dti__counts what, struct dti__span span,
                                       int64_t max_points)
{
    bool low = dti__counts(what, span.low, max_points);
    bool high = dti__counts(what, span.high, max_points);
    if (low != high)
        return DTI__COUNTS_MAYBE;
    return low ? DTI__COUNTS_SURELY : DTI__COUNTS_NOT;
}

enum dti__whether dti__counted_is(const struct dti__counted *at, enum dti__counts what, size_t part)
{
    struct dti__dossier_figures *of = at->of;
    int64_t most = of->framework->nodes[part].max_points;
    struct dti__span printed = of->figures->said[of->points[part]].span;
    struct dti__span span = meet(printed, (struct dti__span){0, most});
    struct dti__span ruled = meet(span, of->ruled[part]);
    if (what == DTI__COUNTS_BELOW_HALF) /* in the words of who has the print before him */
        return dti__counts(what, of->amount[part], most) ? DTI__COUNTS_SURELY : DTI__COUNTS_NOT;
    if (is_none(span)) /* more than the maximum is printed */
        return counts_within(what, printed, most);
    return counts_within(what, is_none(ruled) ? span : ruled, most);
}

/* A figure and its rule that say the same are two witnesses: it is so, be the number misprinted. */
static bool is_ruled(const struct dti__counted *at, enum dti__counts what, size_t part,
                     enum dti__whether is_so)
{
    struct dti__span ruled = at->of->ruled[part];
    return !is_none(ruled) && is_so != DTI__COUNTS_MAYBE &&
           counts_within(what, ruled, at->of->framework->nodes[part].max_points) == is_so;
}

/* Where there is only the figure, it is so as far as the figure is right. */
static size_t tie_fact(const struct dti__counted *at, enum dti__counts what, size_t part,
                       enum dti__whether is_so)
{
    struct dti__dossier_figures *of = at->of;
    bool counts = is_so == DTI__COUNTS_SURELY;
    const struct dti__subject_of subject = {
        DTI__ABOUT_FACT, of->dossier->unit_id, "", part, (int32_t)of->dossier->year, 0,
        (uint32_t)what};
    size_t fact = dti__figures_unknown(of->figures, &subject, dti__things(0, 1));
    const struct dti__addend term = {fact, 1};
    if (is_so != DTI__COUNTS_MAYBE)
        tie_structure(at, part, &term, 1, dti__things(counts, counts), of->points[part]);
    tie_points(at, what, part, fact);
    return fact;
}

void dti__counted_facts(const struct dti__counted *at, enum dti__counts what, size_t count,
                        size_t rest)
{
    struct dti__dossier_figures *of = at->of;
    struct dti__addend *terms = dti__arena_array(&of->scratch, at->part_count + 2, sizeof *terms);
    size_t term_count = 0;
    size_t certain = 0;
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
        enum dti__whether is_so = dti__counted_is(at, what, part);
        if (is_ruled(at, what, part, is_so))
            certain += is_so == DTI__COUNTS_SURELY;
        else
            terms[term_count++] = (struct dti__addend){tie_fact(at, what, part, is_so), -1};
    }
    tie_structure(at, at->node, terms, term_count, dti__things(certain, certain), DTI_NONE);
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

/* Terms: times × (main indicator − what is listed), and room for one more. NULL: no memory. */
static struct dti__addend *left_terms(const struct dti__counted *at, int64_t times,
                                      size_t *term_count)
{
    struct dti__dossier_figures *of = at->of;
    struct dti__addend *terms = dti__arena_array(&of->scratch, at->part_count + 2, sizeof *terms);
    if (!terms) {
        of->figures->is_out_of_memory = true;
        return NULL;
    }
    terms[(*term_count)++] = (struct dti__addend){dti__dossier_points(of, at->node), times};
    for (size_t i = 0; i < at->part_count; i++)
        if (of->points[at->parts[i]] != DTI_NONE)
            terms[(*term_count)++] =
                (struct dti__addend){dti__dossier_points(of, at->parts[i]), -times};
    return terms;
}

/* Times × (main indicator − what is listed) ≥ least + slope × (rest − from). */
static void tie_least(const struct dti__counted *at, int64_t times, size_t rest, int64_t least,
                      int64_t slope, size_t from, size_t need)
{
    size_t term_count = 0;
    struct dti__addend *terms = left_terms(at, times, &term_count);
    if (!terms || slope == 0 || slope % DTI_POINT != 0)
        return;
    terms[term_count++] = (struct dti__addend){rest, -(slope / DTI_POINT)};
    tie_structure(at, at->node, terms, term_count,
                  (struct dti__span){least - (int64_t)from * slope, DTI__MOST_STATED}, need);
}

/* Σ of the smallest maxima of so many is a line between whole numbers, whose slopes rise: at least
 * Σ of the first j + maximum j+1 × (rest − j), whatever j. If only their sum is known and not who
 * has which, it is nothing for all but one of them, and the sum for all. */
static void tie_smallest(const struct dti__counted *at, int64_t times, size_t rest, int64_t less)
{
    int64_t base = 0;
    size_t need = at->has_assumed_maxima
                      ? dti__dossier_assume(at->of, at->node, DTI_PART_MAX_POINTS)
                      : DTI_NONE;
    for (size_t j = 0; j < at->unlisted; base += at->maxima[j++])
        if (j == 0 || at->maxima[j] != at->maxima[j - 1])
            tie_least(at, times, rest, base - less, at->maxima[j], j, need);
    if (at->has_assumed_maxima)
        tie_least(at, times, rest, -less, base, at->unlisted - 1, DTI_NONE);
}

/* 2 × (all maxima − (main indicator − listed)) ≥ Σ of the smallest maxima of the rest. */
void dti__counted_losses(const struct dti__counted *at, size_t rest)
{
    tie_smallest(at, -2, rest, 2 * at->max_points);
}

/* Main indicator − listed ≥ Σ of the smallest maxima of the rest. */
void dti__counted_gains(const struct dti__counted *at, size_t rest)
{
    tie_smallest(at, 1, rest, 0);
}
