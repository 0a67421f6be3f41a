/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Sums, for every unit and year with figures: indices over their parts, and nodes of the tree over
 * their components. */
#include "analyse/figures.h"

struct sums {
    dti_figures *figures;
    struct dti__arena scratch;
    size_t *said; /* by unknown: a figure printed of it by name; DTI_NONE: none */
    size_t said_count;
    struct dti__addend *terms; /* room for all parts of a node, and itself */
};

static const struct dti__unknown *points_at(const struct sums *sums, size_t unknown)
{
    const struct dti__unknown *at = &sums->figures->unknowns[unknown];
    return at->of.about == DTI__ABOUT_POINTS ? at : NULL;
}

static bool is_printed(const struct sums *sums, size_t unknown)
{
    return unknown < sums->said_count && sums->said[unknown] != DTI_NONE;
}

static struct dti__identity identity_of(const struct sums *sums, dti_identity kind, size_t unknown)
{
    const struct dti__unknown *at = &sums->figures->unknowns[unknown];
    struct dti__identity identity = {.kind = kind,
                                     .terms = sums->terms,
                                     .node = at->of.node,
                                     .subject = 0,
                                     .unit = at->of.unit,
                                     .year = at->of.year,
                                     .remark = DTI_VERDICT_HOLDS,
                                     .stated = {0, -1},
                                     .expected = {0, -1}};
    if (is_printed(sums, unknown))
        identity.unit_names = sums->figures->said[sums->said[unknown]].unit_names;
    return identity;
}

/* divisor × index = Σ factor × part; weighted ones are rounded once, to whole 10^-9. */
static void tie_index(struct sums *sums, size_t unknown)
{
    const struct dti__subject_of of = points_at(sums, unknown)->of;
    const struct dti__node *node = &sums->figures->framework->nodes[of.node];
    const struct dti__weighing *weighing = &node->weighing;
    struct dti__identity identity = identity_of(sums, DTI_IDENTITY_SUM, unknown);
    int64_t divisor = weighing->factors ? weighing->divisor : 1;
    sums->terms[0] = (struct dti__addend){unknown, divisor};
    identity.term_count = 1;
    for (size_t i = 0; i < node->child_count; i++) {
        int64_t factor = weighing->factors ? weighing->factors[i] : 1;
        size_t part = dti__figures_points(sums->figures, of.unit, of.year, node->children[i]);
        if (factor != 0)
            sums->terms[identity.term_count++] = (struct dti__addend){part, -factor};
    }
    identity.span = (struct dti__span){-(divisor / 2), divisor / 2};
    dti__figures_tie(sums->figures, &identity);
}

static size_t find_part(const struct sums *sums, const struct dti__subject_of *of, size_t node)
{
    const struct dti__subject_of part = {DTI__ABOUT_POINTS, of->unit, "", node, of->year, 0, 0};
    return dti__figures_find(sums->figures, &part);
}

/* Parts of which nothing is known are between 0 and their maxima together. */
static bool tie_tree(struct sums *sums, size_t unknown)
{
    const dti_framework *framework = sums->figures->framework;
    const struct dti__subject_of of = points_at(sums, unknown)->of;
    const struct dti__node *node = &framework->nodes[of.node];
    struct dti__identity identity = identity_of(sums, DTI_IDENTITY_SUM, unknown);
    bool has_printed = false;
    sums->terms[identity.term_count++] = (struct dti__addend){unknown, 1};
    for (size_t i = 0; i < node->child_count; i++) {
        size_t part = find_part(sums, &of, node->children[i]);
        if (part == DTI_NONE)
            identity.span.high += framework->nodes[node->children[i]].max_points;
        else
            sums->terms[identity.term_count++] = (struct dti__addend){part, -1};
        has_printed |= part != DTI_NONE && is_printed(sums, part);
    }
    if (identity.term_count > 1)
        dti__figures_tie(sums->figures, &identity);
    return has_printed;
}

/* A source that lists what is below its maximum says that all others are at theirs. */
static void tie_rest(struct sums *sums, size_t unknown)
{
    const dti_framework *framework = sums->figures->framework;
    const struct dti__subject_of of = points_at(sums, unknown)->of;
    const struct dti__node *node = &framework->nodes[of.node];
    struct dti__identity identity = identity_of(sums, DTI_IDENTITY_REST, unknown);
    sums->terms[identity.term_count++] = (struct dti__addend){unknown, 1};
    for (size_t i = 0; i < node->child_count; i++) {
        size_t part = find_part(sums, &of, node->children[i]);
        if (part != DTI_NONE && is_printed(sums, part))
            sums->terms[identity.term_count++] = (struct dti__addend){part, -1};
        else
            identity.span.low += framework->nodes[node->children[i]].max_points;
    }
    identity.span.high = identity.span.low;
    identity.is_soft = true;
    if (identity.term_count <= node->child_count) /* else the sum says it already */
        dti__figures_tie(sums->figures, &identity);
}

static bool set_up(struct sums *sums)
{
    const dti_figures *figures = sums->figures;
    sums->said_count = figures->unknown_count;
    sums->said = dti__arena_array(&sums->scratch, sums->said_count, sizeof *sums->said);
    sums->terms =
        dti__arena_array(&sums->scratch, figures->framework->node_count + 1, sizeof *sums->terms);
    if (!sums->said || !sums->terms)
        return false;
    for (size_t i = 0; i < sums->said_count; i++)
        sums->said[i] = DTI_NONE;
    for (size_t i = figures->said_count; i-- > 0;)
        if (figures->said[i].unknown != DTI_NONE && !figures->said[i].is_concluded)
            sums->said[figures->said[i].unknown] = i;
    return true;
}

/* Indices make unknowns of their parts, which come last and are looked at in their turn. */
void dti__figures_tie_indices(dti_figures *figures)
{
    struct sums sums = {.figures = figures};
    if (dti__figures_are_broken(figures))
        return;
    dti__arena_init(&sums.scratch, &figures->allocator);
    if (!set_up(&sums))
        figures->is_out_of_memory = true;
    for (size_t i = 0; !dti__figures_are_broken(figures) && i < figures->unknown_count; i++) {
        const struct dti__unknown *at = points_at(&sums, i);
        const struct dti__node *node = at ? &figures->framework->nodes[at->of.node] : NULL;
        if (!node || node->child_count == 0 || node->absent.is_given)
            continue;
        if (node->kind == DTI_NODE_INDEX)
            tie_index(&sums, i);
        else if (tie_tree(&sums, i) && is_printed(&sums, i))
            tie_rest(&sums, i);
    }
    dti__arena_release(&sums.scratch);
}
