/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The container of gathered figures: three growing lists, two of them with a look-up, texts in an
 * arena. */
#include "analyse/figures.h"

#include "diag/options.h"

#include <string.h>

/* ── making and freeing ── */

static void release_lookup(const dti_allocator *allocator, struct dti__figure_index *lookup)
{
    dti__release(allocator, lookup->slots, lookup->slot_count * sizeof *lookup->slots);
    *lookup = (struct dti__figure_index){NULL, 0};
}

void dti_figures_free(dti_figures *figures)
{
    if (!figures)
        return;
    dti_allocator allocator = figures->allocator;
    release_lookup(&allocator, &figures->unknown_lookup);
    release_lookup(&allocator, &figures->said_lookup);
    dti__release(&allocator, figures->unknowns,
                 figures->unknown_capacity * sizeof *figures->unknowns);
    dti__release(&allocator, figures->said, figures->said_capacity * sizeof *figures->said);
    dti__release(&allocator, figures->identities,
                 figures->identity_capacity * sizeof *figures->identities);
    dti__arena_release(&figures->arena);
    dti_framework_unref(figures->framework);
    dti__release(&allocator, figures, sizeof *figures);
}

static dti_figures *new_figures(const dti_framework *framework, const dti_allocator *allocator)
{
    dti_figures *figures = dti__alloc(allocator, sizeof *figures);
    if (!figures)
        return NULL;
    figures->allocator = *allocator;
    dti__arena_init(&figures->arena, allocator);
    figures->framework = dti_framework_ref(framework);
    return figures;
}

dti_status dti_figures_new(const dti_framework *framework, const dti_allocator *allocator,
                           dti_figures **out, dti_error **error)
{
    dti_allocator known;
    if (!framework || !out)
        return dti__fail_null(error, !framework ? "framework" : "out");
    dti_status status = dti__options_allocator(allocator, &known, error);
    if (status != DTI_OK)
        return status;
    dti_figures *figures = new_figures(framework, &known);
    if (!figures)
        return dti__fail_nomem(error);
    *out = figures;
    return DTI_OK;
}

/* ── growing ── */

/* A list that is full doubles. NULL: it cannot; the figures say why. */
static void *reserve(dti_figures *figures, void *list, size_t count, size_t *capacity, size_t size)
{
    if (dti__figures_are_broken(figures))
        return NULL;
    if (count >= DTI__MOST_GATHERED) {
        figures->is_too_large = true;
        return NULL;
    }
    if (count < *capacity)
        return list;
    size_t wanted = *capacity > 0 ? 2 * *capacity : 64;
    void *longer = dti__resize(&figures->allocator, list, *capacity * size, wanted * size);
    if (longer)
        *capacity = wanted;
    else
        figures->is_out_of_memory = true;
    return longer;
}

static const char *copy_text(dti_figures *figures, const char *text)
{
    if (!text || dti__figures_are_broken(figures))
        return text;
    const char *copy =
        *text ? dti__arena_text(&figures->arena, text, strlen(text)) : ""; /* often empty */
    if (!copy)
        figures->is_out_of_memory = true;
    return copy;
}

static struct dti__text2 copy_text2(dti_figures *figures, struct dti__text2 text)
{
    return (struct dti__text2){copy_text(figures, text.vi), copy_text(figures, text.en)};
}

static void *copy_array(dti_figures *figures, const void *array, size_t count, size_t size)
{
    if (count == 0 || dti__figures_are_broken(figures))
        return NULL;
    void *copy = dti__arena_array(&figures->arena, count, size);
    if (copy)
        memcpy(copy, array, count * size);
    else
        figures->is_out_of_memory = true;
    return copy;
}

/* ── look-up ── */

static const char *text_or_none(const char *text)
{
    return text ? text : "";
}

static bool is_equal(const char *a, const char *b)
{
    return strcmp(text_or_none(a), text_or_none(b)) == 0;
}

static uint64_t hash_number(uint64_t hash, uint64_t number)
{
    return (hash ^ number) * UINT64_C(1099511628211);
}

static uint64_t hash_text(uint64_t hash, const char *text)
{
    for (text = text_or_none(text); *text; text++)
        hash = hash_number(hash, (unsigned char)*text);
    return hash_number(hash, 256);
}

static uint64_t hash_subject(const struct dti__subject_of *of)
{
    uint64_t hash = hash_number(UINT64_C(14695981039346656037), (uint64_t)of->about);
    hash = hash_text(hash_text(hash, of->unit), of->group);
    hash = hash_number(hash_number(hash, of->node), (uint64_t)of->year);
    return hash_number(hash_number(hash, (uint64_t)of->against), of->detail);
}

static uint64_t hash_said(const struct dti__said *said)
{
    uint64_t hash = hash_number(UINT64_C(14695981039346656037), said->unknown);
    hash = hash_number(hash_number(hash, said->node), (uint64_t)said->part);
    return hash_text(hash_text(hash_text(hash, said->text), said->source.vi), said->place);
}

static size_t slot_of(const struct dti__figure_index *lookup, uint64_t hash)
{
    return (size_t)(hash ^ hash >> 32) & (lookup->slot_count - 1);
}

static void enter(struct dti__figure_index *lookup, uint64_t hash, size_t index)
{
    size_t slot = slot_of(lookup, hash);
    while (lookup->slots[slot] != 0)
        slot = (slot + 1) & (lookup->slot_count - 1);
    lookup->slots[slot] = (uint32_t)index + 1;
}

static void enter_all_unknowns(dti_figures *figures)
{
    for (size_t i = 0; i < figures->unknown_count; i++)
        enter(&figures->unknown_lookup, hash_subject(&figures->unknowns[i].of), i);
}

static void enter_all_said(dti_figures *figures)
{
    for (size_t i = 0; i < figures->said_count; i++)
        enter(&figures->said_lookup, hash_said(&figures->said[i]), i);
}

/* A table at least half of which stays empty with one more entry; false when out of memory.
 * *is_new: it is empty now, and all has to be entered again. */
static bool widen(dti_figures *figures, struct dti__figure_index *lookup, size_t count,
                  bool *is_new)
{
    *is_new = 2 * (count + 1) > lookup->slot_count;
    if (!*is_new)
        return true;
    size_t wanted = lookup->slot_count > 0 ? 2 * lookup->slot_count : 256;
    uint32_t *slots = dti__alloc_array(&figures->allocator, wanted, sizeof *slots);
    figures->is_out_of_memory = figures->is_out_of_memory || !slots;
    if (!slots)
        return false;
    release_lookup(&figures->allocator, lookup);
    *lookup = (struct dti__figure_index){slots, wanted};
    return true;
}

/* ── unknowns ── */

static bool is_subject(const struct dti__subject_of *a, const struct dti__subject_of *b)
{
    return a->about == b->about && a->node == b->node && a->year == b->year &&
           a->against == b->against && a->detail == b->detail && is_equal(a->unit, b->unit) &&
           is_equal(a->group, b->group);
}

size_t dti__figures_find(const dti_figures *figures, const struct dti__subject_of *of)
{
    const struct dti__figure_index *lookup = &figures->unknown_lookup;
    if (lookup->slot_count == 0)
        return DTI_NONE;
    size_t slot = slot_of(lookup, hash_subject(of));
    for (; lookup->slots[slot] != 0; slot = (slot + 1) & (lookup->slot_count - 1))
        if (is_subject(&figures->unknowns[lookup->slots[slot] - 1].of, of))
            return lookup->slots[slot] - 1;
    return DTI_NONE;
}

size_t dti__figures_unknown(dti_figures *figures, const struct dti__subject_of *of,
                            struct dti__span limits)
{
    bool is_new = false;
    size_t index = dti__figures_find(figures, of);
    if (index != DTI_NONE) {
        struct dti__span *known = &figures->unknowns[index].limits;
        known->low = limits.low > known->low ? limits.low : known->low;
        known->high = limits.high < known->high ? limits.high : known->high;
        return index;
    }
    struct dti__unknown *list = reserve(figures, figures->unknowns, figures->unknown_count,
                                        &figures->unknown_capacity, sizeof *list);
    struct dti__unknown made = {*of, limits};
    made.of.unit = copy_text(figures, text_or_none(of->unit));
    made.of.group = copy_text(figures, text_or_none(of->group));
    if (list)
        figures->unknowns = list;
    if (dti__figures_are_broken(figures) ||
        !widen(figures, &figures->unknown_lookup, figures->unknown_count, &is_new))
        return DTI_NONE;
    list[figures->unknown_count++] = made;
    if (is_new)
        enter_all_unknowns(figures);
    else
        enter(&figures->unknown_lookup, hash_subject(of), figures->unknown_count - 1);
    return figures->unknown_count - 1;
}

size_t dti__figures_points(dti_figures *figures, const char *unit, int32_t year, size_t node)
{
    const struct dti__subject_of of = {DTI__ABOUT_POINTS, unit, "", node, year, 0, 0};
    return dti__figures_unknown(figures, &of,
                                (struct dti__span){0, figures->framework->nodes[node].max_points});
}

/* ── figures ── */

static size_t find_said(const dti_figures *figures, const struct dti__said *said)
{
    const struct dti__figure_index *lookup = &figures->said_lookup;
    if (lookup->slot_count == 0)
        return DTI_NONE;
    size_t slot = slot_of(lookup, hash_said(said));
    for (; lookup->slots[slot] != 0; slot = (slot + 1) & (lookup->slot_count - 1)) {
        const struct dti__said *at = &figures->said[lookup->slots[slot] - 1];
        if (at->unknown == said->unknown && at->node == said->node && at->part == said->part &&
            at->quantity == said->quantity && is_equal(at->unit, said->unit) &&
            at->year == said->year && is_equal(at->text, said->text) &&
            is_equal(at->source.vi, said->source.vi) && is_equal(at->place, said->place))
            return lookup->slots[slot] - 1;
    }
    return DTI_NONE;
}

size_t dti__figures_say(dti_figures *figures, const struct dti__said *said)
{
    bool is_new = false;
    size_t index = find_said(figures, said);
    if (index != DTI_NONE)
        return index;
    struct dti__said *list =
        reserve(figures, figures->said, figures->said_count, &figures->said_capacity, sizeof *list);
    struct dti__said made = *said;
    made.text = copy_text(figures, text_or_none(said->text));
    made.unit = copy_text(figures, text_or_none(said->unit));
    made.unit_names = copy_text2(figures, said->unit_names);
    made.name = copy_text2(figures, said->name);
    made.source = copy_text2(figures, said->source);
    made.place = copy_text(figures, said->place);
    made.note = copy_text2(figures, said->note);
    if (list)
        figures->said = list;
    if (dti__figures_are_broken(figures) ||
        !widen(figures, &figures->said_lookup, figures->said_count, &is_new))
        return DTI_NONE;
    list[figures->said_count++] = made;
    if (is_new)
        enter_all_said(figures);
    else
        enter(&figures->said_lookup, hash_said(&made), figures->said_count - 1);
    return figures->said_count - 1;
}

size_t dti__figures_first(const dti_figures *figures, size_t unknown)
{
    for (size_t i = 0; unknown != DTI_NONE && i < figures->said_count; i++)
        if (figures->said[i].unknown == unknown)
            return i;
    return DTI_NONE;
}

/* ── identities ── */

void dti__figures_tie(dti_figures *figures, const struct dti__identity *identity)
{
    struct dti__identity *list = reserve(figures, figures->identities, figures->identity_count,
                                         &figures->identity_capacity, sizeof *list);
    struct dti__identity made = *identity;
    made.terms = copy_array(figures, identity->terms, identity->term_count, sizeof *made.terms);
    made.needs = copy_array(figures, identity->needs, identity->need_count, sizeof *made.needs);
    made.unit = copy_text(figures, text_or_none(identity->unit));
    made.unit_names = copy_text2(figures, identity->unit_names);
    if (list)
        figures->identities = list;
    if (!dti__figures_are_broken(figures))
        list[figures->identity_count++] = made;
}

/* ── all or nothing ── */

struct dti__figures_mark dti__figures_begin(const dti_figures *figures)
{
    return (struct dti__figures_mark){figures->unknown_count, figures->said_count,
                                      figures->identity_count};
}

static void empty_lookup(struct dti__figure_index *lookup)
{
    if (lookup->slots)
        memset(lookup->slots, 0, lookup->slot_count * sizeof *lookup->slots);
}

dti_status dti__figures_settle(dti_figures *figures, struct dti__figures_mark mark,
                               dti_error **error)
{
    if (!dti__figures_are_broken(figures))
        return DTI_OK;
    bool is_too_large = figures->is_too_large;
    figures->unknown_count = mark.unknowns;
    figures->said_count = mark.said;
    figures->identity_count = mark.identities;
    empty_lookup(&figures->unknown_lookup);
    empty_lookup(&figures->said_lookup);
    enter_all_unknowns(figures);
    enter_all_said(figures);
    figures->is_out_of_memory = false;
    figures->is_too_large = false;
    if (is_too_large)
        return dti__fail(error, DTI__MSG_FIGURES_TOO_MANY,
                         DTI__ARGS(DTI__INTEGER((int64_t)DTI__MOST_GATHERED)));
    return dti__fail_nomem(error);
}

dti_figures *dti__figures_copy(const dti_figures *figures, const dti_allocator *allocator)
{
    dti_figures *copy = new_figures(figures->framework, allocator);
    if (!copy)
        return NULL;
    for (size_t i = 0; i < figures->unknown_count; i++)
        (void)dti__figures_unknown(copy, &figures->unknowns[i].of, figures->unknowns[i].limits);
    for (size_t i = 0; i < figures->said_count; i++)
        (void)dti__figures_say(copy, &figures->said[i]);
    for (size_t i = 0; i < figures->identity_count; i++)
        dti__figures_tie(copy, &figures->identities[i]);
    if (!dti__figures_are_broken(copy))
        return copy;
    dti_figures_free(copy);
    return NULL;
}
