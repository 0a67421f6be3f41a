/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Verdicts: each identity by itself, what is stated of its subject against what the claims of all
 * others make of it. */
#include "analyse/reconcile.h"

#include "base/wide.h"

#include <string.h>

/* ── what an identity ties ── */

static void add_once(size_t *list, size_t *count, size_t item)
{
    size_t at = 0;
    while (at < *count && list[at] != item)
        at++;
    if (at == *count)
        list[(*count)++] = item;
}

static bool has_before(const struct dti__identity *is, size_t term)
{
    for (size_t i = 0; i < term; i++)
        if (is->terms[i].unknown == is->terms[term].unknown)
            return true;
    return false;
}

/* Those that claim its unknowns in the order of its terms, then what it needs besides. */
static bool list_suspects(dti_reconciliation *found, struct dti__tied *tied)
{
    const struct dti__identity *is = &tied->is;
    size_t most = is->need_count;
    for (size_t i = 0; i < is->term_count; i++) {
        size_t unknown = is->terms[i].unknown;
        most += found->first_claim[unknown + 1] - found->first_claim[unknown];
    }
    tied->suspects = dti__arena_array(&found->arena, most, sizeof *tied->suspects);
    if (!tied->suspects)
        return false;
    for (size_t i = 0; i < is->term_count; i++) {
        size_t unknown = is->terms[i].unknown;
        for (size_t k = found->first_claim[unknown];
             k < found->first_claim[unknown + 1] && !has_before(is, i); k++)
            tied->suspects[tied->suspect_count++] = k;
    }
    for (size_t i = 0; i < is->need_count; i++)
        add_once(tied->suspects, &tied->suspect_count, found->suspect_of[is->needs[i]]);
    return true;
}

static bool list_figures(dti_reconciliation *found, struct dti__tied *tied)
{
    size_t count = 0;
    for (size_t i = 0; i < tied->suspect_count; i++)
        count += found->suspects[tied->suspects[i]].figure_count;
    tied->figures = dti__arena_array(&found->arena, count, sizeof *tied->figures);
    if (!tied->figures)
        return false;
    for (size_t i = 0; i < tied->suspect_count; i++) {
        const struct dti__suspect *suspect = &found->suspects[tied->suspects[i]];
        if (suspect->figure_count > 0)
            memcpy(tied->figures + tied->figure_count, suspect->figures,
                   suspect->figure_count * sizeof *tied->figures);
        tied->figure_count += suspect->figure_count;
    }
    return true;
}

/* ── intervals ── */

struct reach { /* of a sum, beyond 64 bits */
    struct dti__wide low;
    struct dti__wide high;
};

static void reach_add(struct reach *reach, struct dti__span span, int64_t factor)
{
    dti__wide_add(&reach->low, factor > 0 ? span.low : span.high, factor);
    dti__wide_add(&reach->high, factor > 0 ? span.high : span.low, factor);
}

/* What is claimed of an unknown by those who are not freed; is_freed may be NULL. */
static struct dti__span claim_of(const dti_reconciliation *found, size_t unknown,
                                 const bool *is_freed)
{
    struct dti__span hull = DTI__SPAN_NONE;
    if (!is_freed)
        return dti__reconcile_claim(found, unknown);
    for (size_t i = found->first_claim[unknown]; i < found->first_claim[unknown + 1]; i++) {
        struct dti__span span = found->suspects[i].span;
        if (is_freed[i])
            continue;
        if (dti__span_is_empty(hull))
            hull = span;
        hull.low = span.low < hull.low ? span.low : hull.low;
        hull.high = span.high > hull.high ? span.high : hull.high;
    }
    return dti__span_is_empty(hull) ? found->figures->unknowns[unknown].limits : hull;
}

/* True if low ≤ Σ ≤ high is possible for what is claimed. */
static bool can_hold(const dti_reconciliation *found, const struct dti__identity *is,
                     const bool *is_freed)
{
    struct reach sum = {{0, 0}, {0, 0}};
    for (size_t i = 0; i < is->term_count; i++)
        reach_add(&sum, claim_of(found, is->terms[i].unknown, is_freed), is->terms[i].factor);
    dti__wide_add(&sum.low, -1, is->span.high); /* least − high ≤ 0 ≤ most − low */
    dti__wide_add(&sum.high, -1, is->span.low);
    return is->term_count > 0 && dti__wide_sign(sum.low) <= 0 && dti__wide_sign(sum.high) >= 0;
}

/* (span − the others) ÷ factor, outward to whole numbers. None if it is beyond 64 bits. */
static struct dti__span expect(const dti_reconciliation *found, const struct dti__identity *is)
{
    int64_t factor = is->terms[is->subject].factor;
    int64_t sign = factor < 0 ? -1 : 1;
    struct reach rest = {{0, 0}, {0, 0}};
    struct dti__span out;
    reach_add(&rest, is->span, sign);
    for (size_t i = 0; i < is->term_count; i++)
        if (i != is->subject)
            reach_add(&rest, dti__reconcile_claim(found, is->terms[i].unknown),
                      -sign * is->terms[i].factor);
    if (!dti__wide_floor(rest.low, sign * factor, &out.low) ||
        !dti__wide_ceiling(rest.high, sign * factor, &out.high))
        return DTI__SPAN_NONE;
    return out;
}

static void judge(const dti_reconciliation *found, struct dti__tied *tied)
{
    const struct dti__identity *is = &tied->is;
    tied->verdict = is->remark;
    tied->stated = is->remark != DTI_VERDICT_HOLDS ? is->stated : DTI__SPAN_NONE;
    tied->expected = is->remark != DTI_VERDICT_HOLDS ? is->expected : DTI__SPAN_NONE;
    if (is->remark != DTI_VERDICT_HOLDS)
        return;
    if (!can_hold(found, is, NULL))
        tied->verdict = is->is_soft ? DTI_VERDICT_UNCONFIRMED : DTI_VERDICT_VIOLATED;
    if (is->subject >= is->term_count)
        return;
    tied->stated = dti__reconcile_claim(found, is->terms[is->subject].unknown);
    tied->expected = expect(found, is);
}

bool dti__reconcile_mends(const dti_reconciliation *found, const struct dti__tied *tied,
                          const bool *is_freed)
{
    const struct dti__identity *is = &tied->is;
    for (size_t i = 0; i < is->need_count; i++)
        if (is_freed[found->suspect_of[is->needs[i]]])
            return true;
    for (size_t i = 0; is->kind == DTI_IDENTITY_SAME && i < tied->suspect_count; i++)
        if (is_freed[tied->suspects[i]])
            return true;
    return is->kind != DTI_IDENTITY_SAME && can_hold(found, is, is_freed);
}

/* ── figures of one quantity ── */

/* Each further suspect of an unknown against the first one; figures that agree, as one. */
static size_t count_same(const dti_reconciliation *found, size_t unknown)
{
    size_t suspects = found->first_claim[unknown + 1] - found->first_claim[unknown];
    if (suspects > 1)
        return suspects - 1;
    return suspects == 1 && found->suspects[found->first_claim[unknown]].figure_count > 1;
}

static bool add_same(dti_reconciliation *found, size_t unknown, size_t index)
{
    struct dti__tied *tied = &found->identities[found->identity_count];
    const struct dti__unknown *of = &found->figures->unknowns[unknown];
    size_t first = found->first_claim[unknown];
    size_t other = first + index;
    const struct dti__said *said = &found->figures->said[found->suspects[other].figures[0]];
    struct dti__addend *term = dti__arena_array(&found->arena, 1, sizeof *term);
    size_t *suspects = dti__arena_array(&found->arena, 2, sizeof *suspects);
    if (!term || !suspects)
        return false;
    *term = (struct dti__addend){unknown, 1};
    *tied = (struct dti__tied){.is = {.kind = DTI_IDENTITY_SAME,
                                      .terms = term,
                                      .term_count = 1,
                                      .node = said->node,
                                      .unit = said->unit,
                                      .unit_names = said->unit_names,
                                      .year = of->of.year,
                                      .stated = DTI__SPAN_NONE,
                                      .expected = DTI__SPAN_NONE}};
    tied->suspects = suspects;
    tied->suspects[tied->suspect_count++] = other;
    tied->verdict = DTI_VERDICT_HOLDS;
    tied->stated = tied->expected = found->suspects[other].span;
    if (other != first) {
        tied->suspects[tied->suspect_count++] = first;
        tied->expected = found->suspects[first].span;
        tied->verdict = DTI_VERDICT_VIOLATED;
    }
    found->identity_count++;
    return list_figures(found, tied);
}

static bool add_all_same(dti_reconciliation *found)
{
    bool is_fine = true;
    for (size_t u = 0; is_fine && u < found->figures->unknown_count; u++) {
        size_t count = count_same(found, u);
        bool is_one = found->first_claim[u + 1] - found->first_claim[u] == 1;
        for (size_t i = 0; is_fine && i < count; i++)
            is_fine = add_same(found, u, is_one ? 0 : i + 1);
    }
    return is_fine;
}

/* What ties no figure at all is structure, of use to the system only. */
static bool add_identity(dti_reconciliation *found, const struct dti__identity *identity)
{
    struct dti__tied *tied = &found->identities[found->identity_count];
    if (identity->is_structure)
        return true;
    *tied = (struct dti__tied){.is = *identity};
    if (!list_suspects(found, tied))
        return false;
    if (tied->suspect_count == 0)
        return true;
    judge(found, tied);
    found->identity_count++;
    return list_figures(found, tied);
}

bool dti__reconcile_verdicts(dti_reconciliation *found)
{
    const dti_figures *figures = found->figures;
    size_t count = figures->identity_count;
    for (size_t u = 0; u < figures->unknown_count; u++)
        count += count_same(found, u);
    found->identities = dti__arena_array(&found->arena, count, sizeof *found->identities);
    bool is_fine = found->identities != NULL;
    for (size_t i = 0; is_fine && i < figures->identity_count; i++)
        is_fine = add_identity(found, &figures->identities[i]);
    return is_fine && add_all_same(found);
}
