/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Overall values far from what the other indices of the unit suggest, beside the other units of
 * the year: implausible, not impossible. */
#include "analyse/figures-headline.h"

#include "base/wide.h"

#include <stdlib.h>
#include <string.h>

/* Modified z-score of Iglewicz and Hoaglin (How to Detect and Handle Outliers, 1993):
 * 0.6745 × |x − median| ÷ MAD, an outlier above 3.5. Median and MAD are those of the other units,
 * so that an outlier does not hide itself. All of it by cross-multiplication. */
#define Z_FACTOR    6745
#define Z_LIMIT     35000
#define LEAST_UNITS 8

struct compared { /* a unit of which all indices are printed */
    const struct dti__headline *indices;
    size_t overall; /* entry of indices */
    int64_t others; /* sum of the values of the other indices; 10^-9 */
    int64_t gap;    /* their number × the overall value − that sum */
};

struct cohort {
    dti_figures *figures;
    const struct dti__known *known;
    struct compared *units;
    size_t count;
    size_t index_count; /* of each unit */
    int64_t *gaps;      /* of all, ascending */
    int64_t *rest;      /* of all but one */
};

/* Twice the value in the middle of the interval. */
static bool value_of(const struct cohort *cohort, const struct dti__headline *index, int64_t *out)
{
    int64_t both = 0;
    struct dti__span span = cohort->known[index->unknown].span;
    int64_t most = cohort->figures->framework->nodes[index->of->node].max_points;
    return dti__add_i64(span.low, span.high, &both) &&
           dti__muldiv(both, DTI_POINT, most, DTI__ROUND_HALF_EVEN, out) && *out <= 4 * DTI_POINT &&
           *out >= -DTI_POINT;
}

static bool compare_unit(const struct cohort *cohort, const struct dti__headline *indices,
                         struct compared *out)
{
    const dti_framework *framework = cohort->figures->framework;
    *out = (struct compared){.indices = indices, .overall = DTI_NONE};
    for (size_t i = 0; i < cohort->index_count; i++) {
        int64_t value = 0;
        if (!value_of(cohort, &indices[i], &value))
            return false;
        if (framework->nodes[indices[i].of->node].is_overall) {
            out->overall = i;
            out->gap += (int64_t)(cohort->index_count - 1) * value;
        } else {
            out->others += value;
            out->gap -= value;
        }
    }
    return out->overall != DTI_NONE;
}

static int compare_numbers(const void *left, const void *right)
{
    const int64_t *a = left;
    const int64_t *b = right;
    return (*a > *b) - (*a < *b);
}

/* Twice the median. */
static int64_t median_of(const int64_t *sorted, size_t count)
{
    return sorted[(count - 1) / 2] + sorted[count / 2];
}

/* Twice the median of the distances of sorted numbers from half of `center`, twice: they grow from
 * the middle outward. */
static int64_t spread_of(const int64_t *sorted, size_t count, int64_t center)
{
    size_t right = 0;
    int64_t last = 0;
    int64_t sum = 0;
    while (right < count && 2 * sorted[right] < center)
        right++;
    size_t left = right;
    for (size_t taken = 0; taken <= count / 2; taken++) {
        bool is_right = left == 0 || (right < count &&
                                      2 * sorted[right] - center <= center - 2 * sorted[left - 1]);
        last = is_right ? 2 * sorted[right++] - center : center - 2 * sorted[--left];
        sum += taken == (count - 1) / 2 ? last : 0;
    }
    return sum + last;
}

/* All gaps but one of that size. */
static void leave_out(const struct cohort *cohort, int64_t gap)
{
    size_t at = 0;
    while (cohort->gaps[at] != gap)
        at++;
    memcpy(cohort->rest, cohort->gaps, at * sizeof *cohort->rest);
    memcpy(cohort->rest + at, cohort->gaps + at + 1,
           (cohort->count - at - 1) * sizeof *cohort->rest);
}

/* ── what is told ── */

/* Another unit whose overall value is the same to the digit; DTI_NONE. */
static size_t find_twin(const struct cohort *cohort, const struct compared *unit)
{
    const struct dti__said *said = cohort->figures->said;
    size_t own = cohort->known[unit->indices[unit->overall].unknown].figure;
    for (size_t i = 0; i < cohort->count; i++) {
        const struct compared *other = &cohort->units[i];
        size_t figure = cohort->known[other->indices[other->overall].unknown].figure;
        if (other != unit && said[figure].quantity == said[own].quantity &&
            strcmp(said[figure].text, said[own].text) == 0)
            return figure;
    }
    return DTI_NONE;
}

/* Where the overall points would be usual: gap within center ± band, all of it four times. */
static bool usual_span(const struct cohort *cohort, const struct compared *unit, int64_t center,
                       int64_t spread, struct dti__span *out)
{
    int64_t most =
        cohort->figures->framework->nodes[unit->indices[unit->overall].of->node].max_points;
    int64_t band = 0;
    int64_t middle = 2 * unit->others + center;
    int64_t over = 4 * (int64_t)(cohort->index_count - 1) * DTI_POINT;
    if (!dti__muldiv(spread, Z_LIMIT, 2 * Z_FACTOR, DTI__ROUND_HALF_UP, &band) ||
        !dti__muldiv(middle - band, most, over, DTI__ROUND_HALF_UP, &out->low) ||
        !dti__muldiv(middle + band, most, over, DTI__ROUND_HALF_UP, &out->high))
        return false;
    out->low = out->low < 0 ? 0 : out->low;
    out->high = out->high > most ? most : out->high;
    return true;
}

/* The figures of the unit, the overall one first, and last the one that equals it. */
static void tell(const struct cohort *cohort, const struct compared *unit, struct dti__span usual)
{
    dti_figures *figures = cohort->figures;
    size_t needs[DTI__MOST_HEADLINES + 1];
    size_t count = 0;
    const struct dti__headline *overall = &unit->indices[unit->overall];
    needs[count++] = cohort->known[overall->unknown].figure;
    for (size_t i = 0; i < cohort->index_count; i++)
        if (i != unit->overall)
            needs[count++] = cohort->known[unit->indices[i].unknown].figure;
    size_t twin = find_twin(cohort, unit);
    if (twin != DTI_NONE)
        needs[count++] = twin;
    const struct dti__identity identity = {
        .kind = DTI_IDENTITY_USUAL,
        .needs = needs,
        .need_count = count,
        .node = overall->of->node,
        .subject = DTI_NONE,
        .unit = overall->of->unit,
        .unit_names = figures->said[needs[0]].unit_names,
        .year = overall->of->year,
        .remark = DTI_VERDICT_IMPLAUSIBLE,
        .stated = cohort->known[overall->unknown].span,
        .expected = usual,
    };
    dti__figures_tie(figures, &identity);
}

static void check_unit(const struct cohort *cohort, const struct compared *unit)
{
    struct dti__span usual;
    size_t others = cohort->count - 1;
    leave_out(cohort, unit->gap);
    int64_t center = median_of(cohort->rest, others);
    int64_t spread = spread_of(cohort->rest, others, center);
    int64_t distance = 2 * unit->gap - center;
    distance = distance < 0 ? -distance : distance;
    if (spread > 0 && 2 * Z_FACTOR * distance > Z_LIMIT * spread &&
        usual_span(cohort, unit, center, spread, &usual))
        tell(cohort, unit, usual);
}

static void check_cohort(const struct cohort *cohort)
{
    if (cohort->count < LEAST_UNITS)
        return;
    for (size_t i = 0; i < cohort->count; i++)
        cohort->gaps[i] = cohort->units[i].gap;
    qsort(cohort->gaps, cohort->count, sizeof *cohort->gaps, compare_numbers);
    for (size_t i = 0; i < cohort->count; i++)
        check_unit(cohort, &cohort->units[i]);
}

/* Units of one year follow each other. */
static void check_years(struct cohort *cohort, const struct dti__headlines *headlines)
{
    int32_t year = 0;
    for (size_t i = 0, end; i < headlines->count; i = end) {
        end = dti__headlines_end(headlines, i);
        const struct dti__subject_of *of = headlines->list[i].of;
        if (of->year != year) {
            check_cohort(cohort);
            cohort->count = 0;
        }
        year = of->year;
        if (of->about == DTI__ABOUT_POINTS && end - i == cohort->index_count &&
            compare_unit(cohort, &headlines->list[i], &cohort->units[cohort->count]))
            cohort->count++;
    }
    check_cohort(cohort);
}

void dti__figures_tie_usual(dti_figures *figures, const struct dti__known *known)
{
    const dti_allocator *allocator = &figures->allocator;
    struct cohort cohort = {.figures = figures, .known = known};
    struct dti__headlines headlines;
    cohort.index_count = dti__framework_index_count(figures->framework);
    if (cohort.index_count < 3 || cohort.index_count > DTI__MOST_HEADLINES ||
        !dti__headlines_find(figures, known, &headlines))
        return;
    size_t most = headlines.count;
    if (most >= LEAST_UNITS) {
        cohort.units = dti__alloc_array(allocator, most, sizeof *cohort.units);
        cohort.gaps = dti__alloc_array(allocator, most, sizeof *cohort.gaps);
        cohort.rest = dti__alloc_array(allocator, most, sizeof *cohort.rest);
        if (cohort.units && cohort.gaps && cohort.rest)
            check_years(&cohort, &headlines);
        else
            figures->is_out_of_memory = true;
        dti__release(allocator, cohort.units, most * sizeof *cohort.units);
        dti__release(allocator, cohort.gaps, most * sizeof *cohort.gaps);
        dti__release(allocator, cohort.rest, most * sizeof *cohort.rest);
    }
    dti__headlines_release(figures, &headlines);
}
