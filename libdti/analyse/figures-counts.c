/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Counts of a dossier against what is counted: components as they are printed, and those that are
 * not listed, of which only is known what they have together. */
#include "analyse/figures-counts.h"

/* ── what is counted ── */

struct listed {
    size_t surely;
    size_t maybe;
};

static struct listed count_listed(const struct dti__counted *at, enum dti__counts what)
{
    struct listed listed = {0, 0};
    for (size_t i = 0; i < at->part_count; i++) {
        if (at->of->points[at->parts[i]] == DTI_NONE)
            continue;
        enum dti__whether counts = dti__counted_is(at, what, at->parts[i]);
        listed.surely += counts == DTI__COUNTS_SURELY;
        listed.maybe += counts == DTI__COUNTS_MAYBE;
    }
    return listed;
}

/* Into a list that is sorted. */
static void insert(int64_t *list, size_t count, int64_t value)
{
    for (; count > 0 && list[count - 1] > value; count--)
        list[count] = list[count - 1];
    list[count] = value;
}

/* False when out of memory. */
static bool look(struct dti__counted *at)
{
    struct dti__dossier_figures *of = at->of;
    at->needs = dti__arena_array(&of->scratch, at->part_count + 2, sizeof *at->needs);
    at->maxima = dti__arena_array(&of->scratch, at->part_count + 1, sizeof *at->maxima);
    if (!at->needs || !at->maxima)
        return false;
    for (size_t i = 0; i < at->part_count; i++) {
        const struct dti__node *part = &of->framework->nodes[at->parts[i]];
        if (of->points[at->parts[i]] != DTI_NONE) {
            at->needs[at->need_count++] = of->points[at->parts[i]];
            at->listed++;
            continue;
        }
        insert(at->maxima, at->unlisted++, part->max_points);
        at->max_points += part->max_points;
        at->has_assumed_maxima |= dti__node_is_assumed(part, DTI_PART_MAX_POINTS);
    }
    return true;
}

/* ── ties of one unknown ── */

static size_t count_of(struct dti__dossier_figures *of, size_t node, enum dti__counts what)
{
    const struct dti__subject_of subject = {
        DTI__ABOUT_COUNT, of->dossier->unit_id, "", node, (int32_t)of->dossier->year, 0,
        (uint32_t)what};
    return dti__figures_find(of->figures, &subject);
}

static void tie_count(struct dti__dossier_figures *of, size_t node, size_t unknown,
                      struct dti__span span, const size_t *needs, size_t need_count)
{
    struct dti__identity identity = dti__dossier_identity(of, DTI_IDENTITY_COUNT, node);
    const struct dti__addend term = {unknown, 1};
    identity.terms = &term;
    identity.term_count = 1;
    identity.span = span;
    identity.needs = needs;
    identity.need_count = need_count;
    dti__figures_tie(of->figures, &identity);
}

/* ── classes of components ── */

static struct dti__span claim_of(struct dti__dossier_figures *of, size_t unknown)
{
    struct dti__span hull = {INT64_MAX, INT64_MIN};
    for (size_t i = 0; i < of->figures->said_count; i++) {
        const struct dti__said *said = &of->figures->said[i];
        if (said->unknown != unknown)
            continue;
        hull.low = said->span.low < hull.low ? said->span.low : hull.low;
        hull.high = said->span.high > hull.high ? said->span.high : hull.high;
    }
    return hull;
}

/* Those listed count as they are printed, all others may. That is what is told; what follows where
 * one of them is wrong, facts know. */
static void tie_class(const struct dti__counted *at, enum dti__counts what)
{
    size_t count = count_of(at->of, at->node, what);
    struct listed listed = count_listed(at, what);
    if (count == DTI_NONE)
        return;
    tie_count(at->of, at->node, count,
              dti__things(listed.surely, listed.surely + listed.maybe + at->unlisted), at->needs,
              at->need_count);
    if (what == DTI__COUNTS_BELOW_MAXIMUM)
        return; /* as those at the maximum are not */
    size_t rest = dti__counted_rest(at, what);
    dti__counted_facts(at, what, count, rest);
    if (what == DTI__COUNTS_AT_MAXIMUM)
        dti__counted_gains(at, rest);
}

static void tie_below_half(const struct dti__counted *at)
{
    struct dti__dossier_figures *of = at->of;
    size_t count = count_of(of, at->node, DTI__COUNTS_BELOW_HALF);
    size_t need_count = at->need_count;
    if (count == DTI_NONE)
        return;
    struct listed listed = count_listed(at, DTI__COUNTS_BELOW_HALF);
    size_t others = listed.maybe + dti__counted_below_half(at);
    if (of->points[at->node] != DTI_NONE) {
        at->needs[need_count++] = of->points[at->node];
        if (at->has_assumed_maxima)
            at->needs[need_count++] = dti__dossier_assume(of, at->node, DTI_PART_MAX_POINTS);
    }
    tie_count(of, at->node, count, dti__things(listed.surely, listed.surely + others), at->needs,
              need_count);
    size_t rest = dti__counted_rest(at, DTI__COUNTS_BELOW_HALF);
    dti__counted_facts(at, DTI__COUNTS_BELOW_HALF, count, rest);
    dti__counted_losses(at, rest);
}

/* ── what a count says of points ── */

/* So many at the maximum: those of them that are not listed have at least the smallest maxima.
 * Needs the count, and every figure that is listed: one that is wrong might be at its maximum. */
static void tie_maxima(const struct dti__counted *at, size_t said)
{
    struct dti__dossier_figures *of = at->of;
    int64_t count = of->figures->said[said].span.low / DTI_POINT;
    struct listed listed = count_listed(at, DTI__COUNTS_AT_MAXIMUM);
    count -= (int64_t)(listed.surely + listed.maybe);
    if (count <= 0 || (size_t)count > at->unlisted)
        return;
    struct dti__identity identity = dti__dossier_identity(of, DTI_IDENTITY_SUM, at->node);
    struct dti__addend *terms = dti__arena_array(&of->scratch, at->part_count + 1, sizeof *terms);
    size_t need_count = at->need_count;
    if (!terms) {
        of->figures->is_out_of_memory = true;
        return;
    }
    terms[identity.term_count++] = (struct dti__addend){dti__dossier_points(of, at->node), 1};
    for (size_t i = 0; i < at->part_count; i++)
        if (of->points[at->parts[i]] != DTI_NONE)
            terms[identity.term_count++] =
                (struct dti__addend){dti__dossier_points(of, at->parts[i]), -1};
    for (size_t i = 0; i < (size_t)count; i++)
        identity.span.low += at->maxima[i];
    identity.span.high = at->max_points;
    identity.terms = terms;
    at->needs[need_count++] = said;
    if (at->has_assumed_maxima && (size_t)count < at->unlisted)
        at->needs[need_count++] = dti__dossier_assume(of, at->node, DTI_PART_MAX_POINTS);
    identity.needs = at->needs;
    identity.need_count = need_count;
    dti__figures_tie(of->figures, &identity);
}

/* ── breakdowns ── */

static bool is_class(const struct dti__stated *stated, bool has_below, bool has_half)
{
    switch (stated->counts) {
    case DTI__COUNTS_AT_MAXIMUM:
    case DTI__COUNTS_BELOW_MAXIMUM:
        return true;
    case DTI__COUNTS_ZERO:
        return !has_below && !has_half;
    case DTI__COUNTS_BELOW_HALF:
    case DTI__COUNTS_SOME:
        return !has_below;
    default:
        return false;
    }
}

static bool is_before(const struct dti__identity *sum, size_t unknown)
{
    for (size_t i = 0; i < sum->term_count; i++)
        if (sum->terms[i].unknown == unknown)
            return true;
    return false;
}

/* Classes of one node and place are a breakdown: more than all is wrong, fewer leave some out. */
static void tie_breakdown(const struct dti__counted *at, size_t first)
{
    struct dti__dossier_figures *of = at->of;
    const struct dti__stated *stated = of->dossier->stated;
    size_t most = of->dossier->stated_count;
    struct dti__identity sum = dti__dossier_identity(of, DTI_IDENTITY_COUNT, at->node);
    struct dti__addend *terms = dti__arena_array(&of->scratch, most, sizeof *terms);
    bool has_below = count_of(of, at->node, DTI__COUNTS_BELOW_MAXIMUM) != DTI_NONE;
    bool has_half = count_of(of, at->node, DTI__COUNTS_BELOW_HALF) != DTI_NONE;
    int64_t told = 0;
    if (!terms) {
        of->figures->is_out_of_memory = true;
        return;
    }
    sum.terms = terms;
    for (size_t i = first; i < most; i++) {
        if (of->said[i] == DTI_NONE || stated[i].node != at->node ||
            !is_class(&stated[i], has_below, has_half))
            continue;
        size_t unknown = of->figures->said[of->said[i]].unknown;
        if (is_before(&sum, unknown))
            continue;
        terms[sum.term_count++] = (struct dti__addend){unknown, 1};
        told += claim_of(of, unknown).high;
    }
    if (sum.term_count < 2)
        return;
    sum.subject = DTI_NONE;
    sum.span = dti__things(has_below ? at->part_count : 0, at->part_count);
    if (!has_below && told < sum.span.high) {
        sum.remark = DTI_VERDICT_INCOMPLETE;
        sum.stated = (struct dti__span){told, told};
        sum.expected = (struct dti__span){sum.span.high, sum.span.high};
    }
    dti__figures_tie(of->figures, &sum);
}

/* ── one node ── */

static bool is_of_components(struct dti__dossier_figures *of, const struct dti__node *node)
{
    for (size_t i = 0; i < node->child_count; i++)
        if (of->framework->nodes[node->children[i]].kind != DTI_NODE_COMPONENT)
            return false;
    return node->child_count > 0 && node->kind != DTI_NODE_INDEX && !node->absent.is_given;
}

/* Where only those below the maximum are counted, all others are at theirs. */
static void tie_complement(const struct dti__counted *at)
{
    struct dti__dossier_figures *of = at->of;
    size_t below = count_of(of, at->node, DTI__COUNTS_BELOW_MAXIMUM);
    if (below == DTI_NONE || count_of(of, at->node, DTI__COUNTS_AT_MAXIMUM) != DTI_NONE)
        return;
    const struct dti__subject_of subject = {
        DTI__ABOUT_COUNT,      of->dossier->unit_id, "", at->node, (int32_t)of->dossier->year, 0,
        DTI__COUNTS_AT_MAXIMUM};
    size_t count = dti__figures_unknown(of->figures, &subject, dti__things(0, at->part_count));
    const struct dti__addend terms[] = {{below, 1}, {count, 1}};
    struct dti__identity identity = dti__dossier_identity(of, DTI_IDENTITY_COUNT, at->node);
    identity.terms = terms;
    identity.term_count = 2;
    identity.span = dti__things(at->part_count, at->part_count);
    identity.is_structure = true;
    dti__figures_tie(of->figures, &identity);
}

/* A source lists what is below its maximum: of two counts the one is right by which all that is
 * not listed is at its own. What a sentence says of an unnamed component is not listed. */
static void tie_listing(const struct dti__counted *at)
{
    struct dti__dossier_figures *of = at->of;
    size_t count = count_of(of, at->node, DTI__COUNTS_AT_MAXIMUM);
    struct dti__identity identity = dti__dossier_identity(of, DTI_IDENTITY_COUNT, at->node);
    const struct dti__addend term = {count, 1};
    size_t most = at->part_count;
    for (size_t i = 0; i < at->part_count; i++) {
        size_t part = at->parts[i];
        if (of->points[part] != DTI_NONE && !of->figures->said[of->points[part]].is_concluded)
            most -= !dti__counts(DTI__COUNTS_AT_MAXIMUM, of->amount[part],
                                 of->framework->nodes[part].max_points);
    }
    if (count == DTI_NONE || most == at->part_count)
        return;
    identity.terms = &term;
    identity.term_count = 1;
    identity.span = dti__things(most, most);
    identity.is_soft = true;
    identity.is_structure = true;
    dti__figures_tie(of->figures, &identity);
}

static bool tie_node(struct dti__dossier_figures *of, size_t node, size_t first)
{
    const struct dti__node *at_node = &of->framework->nodes[node];
    struct dti__counted at = {
        .of = of, .node = node, .parts = at_node->children, .part_count = at_node->child_count};
    if (!is_of_components(of, at_node))
        return true;
    if (!look(&at))
        return false;
    size_t all = count_of(of, node, DTI__COUNTS_COMPONENTS);
    if (all != DTI_NONE)
        tie_count(of, node, all, dti__things(at.part_count, at.part_count), NULL, 0);
    tie_complement(&at);
    tie_class(&at, DTI__COUNTS_AT_MAXIMUM);
    tie_class(&at, DTI__COUNTS_BELOW_MAXIMUM);
    tie_class(&at, DTI__COUNTS_ZERO);
    tie_below_half(&at);
    for (size_t i = first; i < of->dossier->stated_count; i++)
        if (of->said[i] != DTI_NONE && of->dossier->stated[i].node == node &&
            of->dossier->stated[i].counts == DTI__COUNTS_AT_MAXIMUM)
            tie_maxima(&at, of->said[i]);
    tie_breakdown(&at, first);
    tie_listing(&at);
    return true;
}

/* ── main indicators that rose and fell ── */

static size_t rank_of(struct dti__dossier_figures *of, size_t node, int32_t year)
{
    const struct dti__subject_of subject = {
        DTI__ABOUT_RANK, of->dossier->unit_id, "", node, year, 0, 0};
    return dti__figures_first(of->figures, dti__figures_find(of->figures, &subject));
}

static bool tie_moves(struct dti__dossier_figures *of, size_t node, enum dti__counts what)
{
    const dti_framework *framework = of->framework;
    size_t count = count_of(of, node, what);
    size_t *needs = dti__arena_array(&of->scratch, 2 * framework->tree_count, sizeof *needs);
    size_t need_count = 0;
    size_t so = 0;
    size_t open = 0;
    for (size_t i = 0; needs && count != DTI_NONE && i < framework->tree_count; i++) {
        if (framework->nodes[i].kind != DTI_NODE_MAIN || framework->nodes[i].max_points == 0)
            continue;
        size_t now = rank_of(of, i, (int32_t)of->dossier->year);
        size_t before = rank_of(of, i, (int32_t)of->dossier->year - 1);
        open += now == DTI_NONE || before == DTI_NONE;
        if (now == DTI_NONE || before == DTI_NONE)
            continue;
        needs[need_count++] = now;
        needs[need_count++] = before;
        int64_t rise = of->figures->said[before].span.low - of->figures->said[now].span.low;
        so += what == DTI__COUNTS_MAINS_RISEN ? rise > 0 : rise < 0;
    }
    if (needs && count != DTI_NONE)
        tie_count(of, node, count, dti__things(so, so + open), needs, need_count);
    return needs != NULL;
}

bool dti__dossier_tie_counts(struct dti__dossier_figures *of)
{
    bool has_memory = true;
    for (size_t i = 0; has_memory && i < of->dossier->stated_count; i++) {
        const struct dti__stated *stated = &of->dossier->stated[i];
        bool is_first = of->said[i] != DTI_NONE && stated->counts != DTI__COUNTS_NOT_SAID;
        for (size_t k = 0; is_first && k < i; k++)
            is_first = of->said[k] == DTI_NONE || of->dossier->stated[k].node != stated->node ||
                       of->dossier->stated[k].counts == DTI__COUNTS_NOT_SAID;
        if (!is_first)
            continue;
        has_memory = tie_node(of, stated->node, i);
        if (of->framework->nodes[stated->node].kind == DTI_NODE_INDEX)
            has_memory = has_memory && tie_moves(of, stated->node, DTI__COUNTS_MAINS_RISEN) &&
                         tie_moves(of, stated->node, DTI__COUNTS_MAINS_FALLEN);
    }
    return has_memory;
}
