/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Crosswalks as their users see them: made empty, shared, asked. */
#include <dti/crosswalk.h>

#include "model/crosswalk.h"

#include <string.h>

#define LENGTH_OF(array) (sizeof(array) / sizeof((array)[0]))

const char *const dti__crosswalk_kinds[] = {"same", "rescaled", "split", "merged",
                                            "new",  "retired",  NULL};
const char *const dti__comparables[] = {"none", "rank", "value", "points", NULL};

const char *dti_crosswalk_kind_name(dti_crosswalk_kind kind, dti_lang lang)
{
    static const enum dti__msg words[] = {
        DTI__MSG_WORD_CROSSWALK_SAME,  DTI__MSG_WORD_CROSSWALK_RESCALED,
        DTI__MSG_WORD_CROSSWALK_SPLIT, DTI__MSG_WORD_CROSSWALK_MERGED,
        DTI__MSG_WORD_CROSSWALK_NEW,   DTI__MSG_WORD_CROSSWALK_RETIRED};
    return dti__message_text((size_t)kind < LENGTH_OF(words) ? words[kind] : DTI__MSG_WORD_UNKNOWN,
                             lang);
}

const char *dti_comparable_name(dti_comparable comparable, dti_lang lang)
{
    static const enum dti__msg words[] = {
        DTI__MSG_WORD_COMPARABLE_NONE, DTI__MSG_WORD_COMPARABLE_RANK,
        DTI__MSG_WORD_COMPARABLE_VALUE, DTI__MSG_WORD_COMPARABLE_POINTS};
    return dti__message_text(
        (size_t)comparable < LENGTH_OF(words) ? words[comparable] : DTI__MSG_WORD_UNKNOWN, lang);
}

/* One per node, of which none has a pair yet. */
static size_t *pairs_of_nodes(struct dti__arena *arena, const dti_framework *framework)
{
    size_t *pairs = dti__arena_array(arena, framework->node_count, sizeof *pairs);
    for (size_t i = 0; pairs && i < framework->node_count; i++)
        pairs[i] = DTI_NONE;
    return pairs;
}

dti_crosswalk *dti__crosswalk_new(const dti_framework *from, const dti_framework *to,
                                  const dti_allocator *allocator)
{
    struct dti__arena arena;
    dti__arena_init(&arena, allocator);
    dti_crosswalk *crosswalk = dti__arena_alloc(&arena, sizeof *crosswalk);
    size_t *pair_of_from = crosswalk ? pairs_of_nodes(&arena, from) : NULL;
    size_t *pair_of_to = pair_of_from ? pairs_of_nodes(&arena, to) : NULL;
    if (!pair_of_to) {
        dti__arena_release(&arena);
        return NULL;
    }
    atomic_init(&crosswalk->references, 1);
    crosswalk->arena = arena;
    crosswalk->from = dti_framework_ref(from);
    crosswalk->to = dti_framework_ref(to);
    crosswalk->id = "";
    crosswalk->version = "";
    crosswalk->pair_of_from = pair_of_from;
    crosswalk->pair_of_to = pair_of_to;
    return crosswalk;
}

dti_crosswalk *dti_crosswalk_ref(const dti_crosswalk *crosswalk)
{
    dti_crosswalk *shared = (dti_crosswalk *)(uintptr_t)crosswalk;
    if (shared)
        atomic_fetch_add_explicit(&shared->references, 1, memory_order_relaxed);
    return shared;
}

void dti_crosswalk_unref(dti_crosswalk *crosswalk)
{
    if (!crosswalk ||
        atomic_fetch_sub_explicit(&crosswalk->references, 1, memory_order_acq_rel) != 1)
        return;
    dti_framework_unref(crosswalk->from);
    dti_framework_unref(crosswalk->to);
    struct dti__arena arena = crosswalk->arena; /* the crosswalk lies in its own arena */
    dti__arena_release(&arena);
}

const char *dti_crosswalk_id(const dti_crosswalk *crosswalk)
{
    return crosswalk ? crosswalk->id : "";
}

const char *dti_crosswalk_version(const dti_crosswalk *crosswalk)
{
    return crosswalk ? crosswalk->version : "";
}

const char *dti_crosswalk_title(const dti_crosswalk *crosswalk, dti_lang lang)
{
    return crosswalk ? dti__text2_in(crosswalk->titles, lang) : "";
}

const char *dti_crosswalk_digest(const dti_crosswalk *crosswalk)
{
    return crosswalk ? crosswalk->digest : "";
}

const dti_framework *dti_crosswalk_from(const dti_crosswalk *crosswalk)
{
    return crosswalk ? crosswalk->from : NULL;
}

const dti_framework *dti_crosswalk_to(const dti_crosswalk *crosswalk)
{
    return crosswalk ? crosswalk->to : NULL;
}

size_t dti_crosswalk_count(const dti_crosswalk *crosswalk)
{
    return crosswalk ? crosswalk->pair_count : 0;
}

static const struct dti__pair *pair_at(const dti_crosswalk *crosswalk, size_t pair)
{
    return crosswalk && pair < crosswalk->pair_count ? &crosswalk->pairs[pair] : NULL;
}

dti_crosswalk_kind dti_crosswalk_pair_kind(const dti_crosswalk *crosswalk, size_t pair)
{
    const struct dti__pair *at = pair_at(crosswalk, pair);
    return at ? (dti_crosswalk_kind)at->kind : DTI_CROSSWALK_SAME;
}

dti_comparable dti_crosswalk_pair_comparable(const dti_crosswalk *crosswalk, size_t pair)
{
    const struct dti__pair *at = pair_at(crosswalk, pair);
    return at ? (dti_comparable)at->comparable : DTI_COMPARABLE_NONE;
}

const char *dti_crosswalk_pair_note(const dti_crosswalk *crosswalk, size_t pair, dti_lang lang)
{
    const struct dti__pair *at = pair_at(crosswalk, pair);
    return at ? dti__text2_in(at->note, lang) : "";
}

dti_provenance dti_crosswalk_pair_provenance(const dti_crosswalk *crosswalk, size_t pair)
{
    const struct dti__pair *at = pair_at(crosswalk, pair);
    return at ? (dti_provenance)at->provenance.kind : DTI_PROVENANCE_UNKNOWN;
}

const char *dti_crosswalk_pair_provenance_source(const dti_crosswalk *crosswalk, size_t pair,
                                                 dti_lang lang)
{
    const struct dti__pair *at = pair_at(crosswalk, pair);
    for (size_t i = 0; at && at->provenance.source && i < crosswalk->source_count; i++)
        if (strcmp(crosswalk->sources[i].id, at->provenance.source) == 0)
            return dti__text2_in(crosswalk->sources[i].titles, lang);
    return "";
}

static size_t node_of(const struct dti__crosswalk_side *side, size_t index)
{
    return index < side->count ? side->nodes[index] : DTI_NONE;
}

size_t dti_crosswalk_pair_from_count(const dti_crosswalk *crosswalk, size_t pair)
{
    const struct dti__pair *at = pair_at(crosswalk, pair);
    return at ? at->from.count : 0;
}

size_t dti_crosswalk_pair_from(const dti_crosswalk *crosswalk, size_t pair, size_t index)
{
    const struct dti__pair *at = pair_at(crosswalk, pair);
    return at ? node_of(&at->from, index) : DTI_NONE;
}

size_t dti_crosswalk_pair_to_count(const dti_crosswalk *crosswalk, size_t pair)
{
    const struct dti__pair *at = pair_at(crosswalk, pair);
    return at ? at->to.count : 0;
}

size_t dti_crosswalk_pair_to(const dti_crosswalk *crosswalk, size_t pair, size_t index)
{
    const struct dti__pair *at = pair_at(crosswalk, pair);
    return at ? node_of(&at->to, index) : DTI_NONE;
}
