/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The inverse of the indices: which points the parts must have had, whether they can have had them,
 * and whether the figures would fit something else that is called by nearly the same name. */
#include "analyse/figures-headline.h"

#include <string.h>

/* ── parts ── */

struct list_of_parts {
    struct dti__solved_part *list;
    size_t count;
    size_t capacity;
};

static void *reserve(dti_figures *figures, void *list, size_t count, size_t *capacity, size_t size)
{
    if (count < *capacity)
        return list;
    size_t wanted = *capacity > 0 ? 2 * *capacity : 16;
    void *longer = dti__arena_array(&figures->arena, wanted, size);
    figures->is_out_of_memory = figures->is_out_of_memory || !longer;
    if (!longer)
        return NULL;
    if (count > 0)
        memcpy(longer, list, count * size);
    *capacity = wanted;
    return longer;
}

static size_t *copy_nodes(dti_figures *figures, const size_t *nodes, size_t count)
{
    size_t *copy = dti__arena_array(&figures->arena, count, sizeof *copy);
    figures->is_out_of_memory = figures->is_out_of_memory || !copy;
    if (copy && count > 0)
        memcpy(copy, nodes, count * sizeof *copy);
    return copy;
}

static void collect_part(void *context, dti_figures *figures, const struct dti__solved *solved)
{
    struct list_of_parts *parts = context;
    struct dti__solved_part *longer =
        reserve(figures, parts->list, parts->count, &parts->capacity, sizeof *longer);
    struct dti__solved_part part = solved->part;
    part.nodes = longer ? copy_nodes(figures, part.nodes, part.node_count) : NULL;
    if (!part.nodes)
        return;
    parts->list = longer;
    parts->list[parts->count++] = part;
}

/* Every unit and year of which indices are printed, by year and unit. False when out of memory. */
static bool solve_all(dti_figures *figures, const struct dti__known *known, dti__solved_use *use,
                      void *context)
{
    struct dti__headlines headlines;
    if (!dti__headlines_find(figures, known, &headlines))
        return false;
    for (size_t i = 0, end; i < headlines.count; i = end) {
        end = dti__headlines_end(&headlines, i);
        dti__headlines_solve(figures, known, &headlines.list[i], end - i, use, context);
    }
    dti__headlines_release(figures, &headlines);
    return !figures->is_out_of_memory;
}

bool dti__figures_parts(dti_figures *figures, struct dti__solved_part **out, size_t *count)
{
    struct list_of_parts parts = {NULL, 0, 0};
    struct dti__known *known = dti__figures_known(figures);
    bool is_done = known && solve_all(figures, known, collect_part, &parts);
    dti__known_release(figures, known);
    if (!is_done && figures->is_out_of_memory)
        return false;
    *out = parts.list;
    *count = parts.count;
    return true;
}

/* ── what cannot be ── */

static bool is_beyond(const struct dti__solved_part *part)
{
    return part->range.high < 0 || part->range.low > part->max_points;
}

/* Limits that are left, until it is known that all of them were found: to tie them may move what
 * they are found from. */
struct limit {
    struct dti__identity identity;
    struct dti__addend *terms; /* with room for the part */
    enum dti__about about;
    int64_t times;
};

struct limits {
    const struct dti__known *known;
    struct limit *list;
    size_t count;
    size_t capacity;
};

static void find_limit(void *context, dti_figures *figures, const struct dti__solved *solved)
{
    struct limits *limits = context;
    const struct dti__solved_part *part = &solved->part;
    size_t first = solved->terms[0].unknown;
    struct limit limit = {
        .identity = {.kind = DTI_IDENTITY_LIMIT,
                     .term_count = solved->term_count,
                     .node = part->node_count == 1 ? part->nodes[0] : DTI_NONE,
                     .subject = DTI_NONE,
                     .unit = part->unit,
                     .unit_names = figures->said[limits->known[first].figure].unit_names,
                     .year = part->year},
        .about = figures->unknowns[first].of.about,
        .times = solved->times,
    };
    if (!is_beyond(part) ||
        !dti__mul_i64(solved->times, part->max_points, &limit.identity.span.high))
        return;
    struct limit *longer =
        reserve(figures, limits->list, limits->count, &limits->capacity, sizeof *longer);
    limit.terms = dti__arena_array(&figures->arena, solved->term_count + 1, sizeof *limit.terms);
    figures->is_out_of_memory = figures->is_out_of_memory || !limit.terms;
    if (!longer || !limit.terms)
        return;
    memcpy(limit.terms, solved->terms, solved->term_count * sizeof *limit.terms);
    limits->list = longer;
    limits->list[limits->count++] = limit;
}

/* Of one part it is said what its points would have to be, Σ factor × index − times × part = 0; of
 * several together only that it cannot be. */
static void tie_limit(dti_figures *figures, struct limit *limit)
{
    struct dti__identity *identity = &limit->identity;
    identity->terms = limit->terms;
    if (identity->node != DTI_NONE) {
        int64_t most = figures->framework->nodes[identity->node].max_points;
        const struct dti__subject_of of = {
            limit->about, identity->unit, "", identity->node, identity->year, 0, 0};
        size_t part = dti__figures_unknown(figures, &of, (struct dti__span){0, most});
        identity->subject = identity->term_count;
        limit->terms[identity->term_count++] = (struct dti__addend){part, -limit->times};
        identity->span = (struct dti__span){0, 0};
    }
    dti__figures_tie(figures, identity);
}

void dti__figures_tie_headlines(dti_figures *figures)
{
    struct dti__known *known = dti__figures_known(figures);
    struct limits limits = {.known = known};
    if (known && solve_all(figures, known, find_limit, &limits))
        dti__figures_tie_usual(figures, known);
    dti__known_release(figures, known);
    for (size_t i = 0; i < limits.count; i++)
        tie_limit(figures, &limits.list[i]);
}

/* ── what they could be instead ── */

static bool is_part_of(const struct dti__node *index, size_t node)
{
    for (size_t i = 0; i < index->child_count; i++)
        if (index->children[i] == node)
            return true;
    return false;
}

/* The one part of an index that stands in no other but the overall one; DTI_NONE: none, or more. */
static size_t own_main(const dti_framework *framework, size_t index)
{
    const struct dti__node *node = &framework->nodes[index];
    size_t found = DTI_NONE;
    for (size_t i = 0; i < node->child_count; i++) {
        bool is_own = true;
        for (size_t k = framework->tree_count; is_own && k < framework->node_count; k++)
            is_own = k == index || framework->nodes[k].is_overall ||
                     !is_part_of(&framework->nodes[k], node->children[i]);
        if (is_own && found != DTI_NONE)
            return DTI_NONE;
        found = is_own ? node->children[i] : found;
    }
    return found;
}

struct reader {
    dti_figures *figures;
    const struct dti__known *known;
    struct dti__other_reading *list;
    size_t count;
    size_t capacity;
};

static bool is_said(const struct reader *reader, const struct dti__subject_of *of, size_t node)
{
    struct dti__subject_of main = *of;
    main.node = node;
    size_t unknown = dti__figures_find(reader->figures, &main);
    return unknown != DTI_NONE && reader->known[unknown].figure != DTI_NONE;
}

/* The values of the indices as values of their own main indicators: how many points are left of the
 * overall index. False: an index has no such one, or it is printed itself. */
static bool read_mains(const struct reader *reader, const struct dti__headline *indices,
                       size_t count, size_t *mains, struct dti__span *rest)
{
    const dti_framework *framework = reader->figures->framework;
    for (size_t i = 0, used = 0; i < count; i++) {
        size_t index = indices[i].of->node;
        struct dti__span span = reader->known[indices[i].unknown].span;
        if (framework->nodes[index].is_overall)
            continue;
        mains[used] = own_main(framework, index);
        if (mains[used] == DTI_NONE || is_said(reader, indices[i].of, mains[used]) ||
            !dti__span_scale(span, framework->nodes[mains[used]].max_points,
                             framework->nodes[index].max_points, &span) ||
            !dti__sub_i64(rest->low, span.high, &rest->low) ||
            !dti__sub_i64(rest->high, span.low, &rest->high))
            return false;
        used++;
    }
    return true;
}

static bool is_among(const size_t *nodes, size_t count, size_t node)
{
    for (size_t i = 0; i < count; i++)
        if (nodes[i] == node)
            return true;
    return false;
}

static void keep_reading(struct reader *reader, const struct dti__headline *indices,
                         const struct dti__node *overall, const size_t *mains, size_t count,
                         struct dti__span rest)
{
    dti_figures *figures = reader->figures;
    size_t *nodes = dti__arena_array(&figures->arena, overall->child_count, sizeof *nodes);
    size_t *read = dti__arena_array(&figures->arena, count, sizeof *read);
    struct dti__other_reading *longer =
        reserve(figures, reader->list, reader->count, &reader->capacity, sizeof *longer);
    figures->is_out_of_memory = figures->is_out_of_memory || !nodes || !read;
    if (!nodes || !read || !longer)
        return;
    struct dti__other_reading reading = {.unit = indices[0].of->unit,
                                         .year = indices[0].of->year,
                                         .indices = read,
                                         .mains = copy_nodes(figures, mains, count),
                                         .count = count,
                                         .rest = {.unit = indices[0].of->unit,
                                                  .year = indices[0].of->year,
                                                  .nodes = nodes,
                                                  .range = rest}};
    for (size_t i = 0, used = 0; used < count; i++)
        if (!figures->framework->nodes[indices[i].of->node].is_overall)
            read[used++] = indices[i].of->node;
    for (size_t i = 0; i < overall->child_count; i++) {
        if (is_among(mains, count, overall->children[i]))
            continue;
        nodes[reading.rest.node_count++] = overall->children[i];
        reading.rest.max_points += figures->framework->nodes[overall->children[i]].max_points;
    }
    reader->list = longer;
    if (reading.mains && !is_beyond(&reading.rest))
        reader->list[reader->count++] = reading;
}

static void count_beyond(void *context, dti_figures *figures, const struct dti__solved *solved)
{
    size_t *count = context;
    (void)figures;
    *count += is_beyond(&solved->part);
}

static void read_unit(struct reader *reader, const struct dti__headline *indices, size_t count)
{
    const dti_framework *framework = reader->figures->framework;
    size_t mains[DTI__MOST_HEADLINES];
    size_t beyond = 0;
    size_t overall = 0;
    while (overall < count && !framework->nodes[indices[overall].of->node].is_overall)
        overall++;
    if (overall == count || count < 2 || count > DTI__MOST_HEADLINES)
        return;
    const struct dti__node *node = &framework->nodes[indices[overall].of->node];
    struct dti__span rest = reader->known[indices[overall].unknown].span;
    if (node->weighing.factors || !read_mains(reader, indices, count, mains, &rest))
        return;
    dti__headlines_solve(reader->figures, reader->known, indices, count, count_beyond, &beyond);
    if (beyond > 0)
        keep_reading(reader, indices, node, mains, count - 1, rest);
}

bool dti__figures_readings(dti_figures *figures, struct dti__other_reading **out, size_t *count)
{
    struct dti__headlines headlines;
    struct dti__known *known = dti__figures_known(figures);
    struct reader reader = {.figures = figures, .known = known};
    bool is_found = known && dti__headlines_find(figures, known, &headlines);
    for (size_t i = 0, end; is_found && i < headlines.count; i = end) {
        end = dti__headlines_end(&headlines, i);
        read_unit(&reader, &headlines.list[i], end - i);
    }
    if (is_found)
        dti__headlines_release(figures, &headlines);
    dti__known_release(figures, known);
    if (figures->is_out_of_memory)
        return false;
    *out = reader.list;
    *count = reader.count;
    return true;
}
