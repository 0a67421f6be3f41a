/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Finishing a crosswalk: codes resolved, pairs held against what their kinds promise. */
#include "model/check.h"
#include "model/crosswalk.h"

#include <stdint.h>
#include <stdio.h>

#define POINTER_SIZE 64

struct span { /* how many nodes one side of a pair has */
    size_t least;
    size_t most;
    enum dti__msg word;
};

static const struct span none = {0, 0, DTI__MSG_TERM_NO_CODE};
static const struct span one = {1, 1, DTI__MSG_TERM_ONE_CODE};
static const struct span several = {2, SIZE_MAX, DTI__MSG_TERM_SEVERAL_CODES};
static const struct span some = {1, SIZE_MAX, DTI__MSG_TERM_SOME_CODES};

static const struct rule { /* in the order of dti_crosswalk_kind */
    const struct span *from;
    const struct span *to;
    dti_comparable most;
} rules[] = {
    {&one, &one, DTI_COMPARABLE_POINTS},    {&one, &one, DTI_COMPARABLE_VALUE},
    {&one, &several, DTI_COMPARABLE_VALUE}, {&several, &one, DTI_COMPARABLE_VALUE},
    {&none, &some, DTI_COMPARABLE_NONE},    {&some, &none, DTI_COMPARABLE_NONE},
};

static bool is_within(const struct span *span, size_t count)
{
    return count >= span->least && count <= span->most;
}

static void check_sides(const struct dti__pair *pair, dti_report *report, const char *pointer)
{
    const struct rule *rule = &rules[pair->kind];
    if (is_within(rule->from, pair->from.count) && is_within(rule->to, pair->to.count))
        return;
    dti__report_add(report, DTI__MSG_CROSSWALK_SIDES, pointer,
                    DTI__ARGS(DTI__TEXT(dti__crosswalk_kinds[pair->kind]),
                              DTI__TERM(rule->from->word), DTI__TERM(rule->to->word),
                              DTI__INTEGER(pair->from.count), DTI__INTEGER(pair->to.count)));
}

static void check_comparable(struct dti__pair *pair, dti_report *report, const char *pointer)
{
    int most = (int)rules[pair->kind].most;
    if (pair->comparable > most)
        dti__check_find(report, DTI__MSG_CROSSWALK_TOO_COMPARABLE,
                        DTI__ARGS(DTI__TEXT(dti__crosswalk_kinds[pair->kind]),
                                  DTI__TEXT(dti__comparables[most]),
                                  DTI__TEXT(dti__comparables[pair->comparable])),
                        "%s/comparable", pointer);
    if (pair->comparable < 0)
        pair->comparable = most;
}

/* The maxima decide whether points are the same thing before and after. */
static void check_maxima(const dti_crosswalk *crosswalk, const struct dti__pair *pair,
                         dti_report *report, const char *pointer)
{
    if ((pair->kind != DTI_CROSSWALK_SAME && pair->kind != DTI_CROSSWALK_RESCALED) ||
        pair->from.count != 1 || pair->to.count != 1 || pair->from.nodes[0] == DTI_NONE ||
        pair->to.nodes[0] == DTI_NONE)
        return;
    int64_t from = crosswalk->from->nodes[pair->from.nodes[0]].max_points;
    int64_t to = crosswalk->to->nodes[pair->to.nodes[0]].max_points;
    if (from != to && pair->kind == DTI_CROSSWALK_SAME)
        dti__check_find(report, DTI__MSG_CROSSWALK_MAXIMA_DIFFER,
                        DTI__ARGS(DTI__TEXT(pair->from.codes[0]), DTI__POINTS(from, -1),
                                  DTI__TEXT(pair->to.codes[0]), DTI__POINTS(to, -1)),
                        "%s/kind", pointer);
    if (from == to && pair->kind == DTI_CROSSWALK_RESCALED)
        dti__check_find(report, DTI__MSG_CROSSWALK_MAXIMA_EQUAL,
                        DTI__ARGS(DTI__TEXT(pair->from.codes[0]), DTI__TEXT(pair->to.codes[0]),
                                  DTI__POINTS(from, -1)),
                        "%s/kind", pointer);
}

static bool is_below(const dti_framework *framework, size_t node, size_t above)
{
    for (; node != DTI_NONE; node = framework->nodes[node].parent)
        if (node == above)
            return true;
    return false;
}

/* What is counted in one cannot be added to it. */
static bool can_be_added(const dti_framework *framework, size_t a, size_t b)
{
    return framework->nodes[a].kind != DTI_NODE_INDEX &&
           framework->nodes[b].kind != DTI_NODE_INDEX && !is_below(framework, a, b) &&
           !is_below(framework, b, a);
}

static void check_sum(const dti_framework *framework, const struct dti__crosswalk_side *side,
                      dti_report *report, const char *pointer)
{
    for (size_t i = 1; i < side->count; i++)
        for (size_t k = 0; k < i; k++) {
            size_t a = side->nodes[i];
            size_t b = side->nodes[k];
            if (a == DTI_NONE || b == DTI_NONE || a == b || can_be_added(framework, a, b))
                continue;
            dti__check_find(report, DTI__MSG_CROSSWALK_NOT_SUMMED,
                            DTI__ARGS(DTI__TEXT(side->codes[i]), DTI__TEXT(side->codes[k])),
                            "%s/%zu", pointer, i);
            break;
        }
}

static bool resolve_side(dti_crosswalk *crosswalk, const dti_framework *framework, size_t pair,
                         struct dti__crosswalk_side *side, size_t *pair_of, dti_report *report,
                         const char *pointer)
{
    side->nodes = dti__arena_array(&crosswalk->arena, side->count, sizeof *side->nodes);
    if (!side->nodes)
        return false;
    for (size_t i = 0; i < side->count; i++) {
        size_t node = dti_framework_find(framework, NULL, side->codes[i]);
        side->nodes[i] = node;
        if (node == DTI_NONE)
            dti__check_find(report, DTI__MSG_UNKNOWN_REFERENCE,
                            DTI__ARGS(DTI__TERM(DTI__MSG_TERM_NODE), DTI__TEXT(side->codes[i])),
                            "%s/%zu", pointer, i);
        else if (pair_of[node] != DTI_NONE)
            dti__check_find(report, DTI__MSG_CROSSWALK_TWICE, DTI__ARGS(DTI__TEXT(side->codes[i])),
                            "%s/%zu", pointer, i);
        else
            pair_of[node] = pair;
    }
    return true;
}

static void check_source(const struct dti__names *sources, const struct dti__pair *pair,
                         dti_report *report, const char *pointer)
{
    const char *source = pair->provenance.source;
    if (source && dti__names_find(sources, source) == DTI_NONE)
        dti__check_find(report, DTI__MSG_UNKNOWN_REFERENCE,
                        DTI__ARGS(DTI__TERM(DTI__MSG_TERM_SOURCE), DTI__TEXT(source)),
                        "%s/provenance/source", pointer);
}

static bool resolve_pair(dti_crosswalk *crosswalk, size_t index, const struct dti__names *sources,
                         dti_report *report)
{
    struct dti__pair *pair = &crosswalk->pairs[index];
    char pointer[POINTER_SIZE];
    char from[POINTER_SIZE + sizeof "/from"];
    char to[POINTER_SIZE + sizeof "/to"];
    snprintf(pointer, sizeof pointer, "/pairs/%zu", index);
    snprintf(from, sizeof from, "%s/from", pointer);
    snprintf(to, sizeof to, "%s/to", pointer);
    if (!resolve_side(crosswalk, crosswalk->from, index, &pair->from, crosswalk->pair_of_from,
                      report, from) ||
        !resolve_side(crosswalk, crosswalk->to, index, &pair->to, crosswalk->pair_of_to, report,
                      to))
        return false;
    if (pair->kind == DTI_CROSSWALK_SPLIT || pair->kind == DTI_CROSSWALK_MERGED) {
        check_sum(crosswalk->from, &pair->from, report, from);
        check_sum(crosswalk->to, &pair->to, report, to);
    }
    check_sides(pair, report, pointer);
    check_maxima(crosswalk, pair, report, pointer);
    check_comparable(pair, report, pointer);
    check_source(sources, pair, report, pointer);
    return true;
}

dti_status dti__crosswalk_finish(dti_crosswalk *crosswalk, dti_report *report)
{
    struct dti__names sources;
    if (!dti__check_unique(&crosswalk->arena, &sources, &crosswalk->sources[0].id,
                           sizeof *crosswalk->sources, crosswalk->source_count, report, "/sources"))
        return DTI_E_NOMEM;
    for (size_t i = 0; i < crosswalk->pair_count; i++)
        if (!resolve_pair(crosswalk, i, &sources, report))
            return DTI_E_NOMEM;
    return DTI_OK;
}

static void find_unpaired(enum dti__msg message, const dti_framework *framework, size_t node,
                          size_t count, dti_report *report)
{
    struct dti__text2 names = framework->nodes[node].names;
    dti__report_add(report, message, "/pairs",
                    DTI__ARGS(DTI__TEXT(dti_framework_node_code(framework, node, NULL)),
                              DTI__NAMES(names.vi, names.en), DTI__TEXT(framework->id),
                              DTI__INTEGER(count)));
}

/* A main indicator or an index at a time: a list of all components would bury the rest. */
static void review_side(const dti_framework *framework, const size_t *pair_of, dti_report *report)
{
    for (size_t i = 0; i < framework->node_count; i++) {
        if (framework->nodes[i].parent != DTI_NONE)
            continue;
        size_t parts = 0;
        if (pair_of[i] == DTI_NONE)
            find_unpaired(DTI__MSG_CROSSWALK_UNPAIRED, framework, i, 1, report);
        for (size_t k = i + 1; k < framework->tree_count; k++) {
            if (framework->nodes[k].parent == DTI_NONE)
                break;
            parts += pair_of[k] == DTI_NONE;
        }
        if (parts > 0)
            find_unpaired(DTI__MSG_CROSSWALK_UNPAIRED_PARTS, framework, i, parts, report);
    }
}

void dti__crosswalk_review(const dti_crosswalk *crosswalk, dti_report *report)
{
    review_side(crosswalk->from, crosswalk->pair_of_from, report);
    review_side(crosswalk->to, crosswalk->pair_of_to, report);
}
