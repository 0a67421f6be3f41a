/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Bounds: made empty, filled by their maker, merged from parts, read by node. */
#include "model/bounds.h"

#include "diag/options.h"

#include <stdint.h>
#include <string.h>

dti_bounds *dti__bounds_new(const dti_framework *framework, const dti_allocator *allocator)
{
    struct dti__arena arena;
    dti__arena_init(&arena, allocator);
    dti_bounds *bounds = dti__arena_alloc(&arena, sizeof *bounds);
    if (!bounds)
        return NULL;
    bounds->extents = dti__arena_array(&arena, framework->node_count, sizeof *bounds->extents);
    if (!bounds->extents) {
        dti__arena_release(&arena);
        return NULL;
    }
    atomic_init(&bounds->references, 1);
    atomic_init(&bounds->digest, NULL);
    bounds->arena = arena;
    bounds->framework = dti_framework_ref(framework);
    return bounds;
}

dti_bounds *dti_bounds_ref(const dti_bounds *bounds)
{
    dti_bounds *shared = (dti_bounds *)(uintptr_t)bounds;
    if (shared)
        atomic_fetch_add_explicit(&shared->references, 1, memory_order_relaxed);
    return shared;
}

void dti_bounds_unref(dti_bounds *bounds)
{
    if (!bounds || atomic_fetch_sub_explicit(&bounds->references, 1, memory_order_acq_rel) != 1)
        return;
    dti_framework_unref(bounds->framework);
    dti__release(&dti__malloc_allocator, atomic_load(&bounds->digest), DTI__DIGEST_SIZE);
    struct dti__arena arena = bounds->arena; /* the bounds lie in their own arena */
    dti__arena_release(&arena);
}

/* ── extents ── */

/* A sum that stops at the largest count is the same in every order, too. */
static uint64_t add_units(uint64_t a, uint64_t b)
{
    return b < DTI__MOST_UNITS - a ? a + b : DTI__MOST_UNITS;
}

void dti__extent_merge(struct dti__extent *into, const struct dti__extent *part)
{
    if (part->count == 0)
        return;
    bool is_first = into->count == 0;
    into->low = is_first || part->low < into->low ? part->low : into->low;
    into->high = is_first || part->high > into->high ? part->high : into->high;
    into->count = add_units(into->count, part->count);
}

const struct dti__extent *dti__bounds_extent(const dti_bounds *bounds, size_t node)
{
    if (!bounds || node >= bounds->framework->node_count || bounds->extents[node].count == 0)
        return NULL;
    return &bounds->extents[node];
}

/* ── whose they are ── */

dti_status dti__bounds_match(const dti_bounds *bounds, const dti_framework *framework,
                             dti_error **error)
{
    const dti_framework *own = bounds->framework;
    if (dti__framework_is_same(own, framework))
        return DTI_OK;
    if (strcmp(own->id, framework->id) == 0 && strcmp(own->version, framework->version) == 0)
        return dti__fail(error, DTI__MSG_BOUNDS_DIGEST_DIFFERS,
                         DTI__ARGS(DTI__TEXT(own->digest), DTI__TEXT(framework->digest)));
    return dti__fail(error, DTI__MSG_BOUNDS_DIFFER,
                     DTI__ARGS(DTI__TEXT(own->id), DTI__TEXT(own->version),
                               DTI__TEXT(framework->id), DTI__TEXT(framework->version)));
}

static dti_status check_parts(const dti_bounds *const *parts, size_t count, dti_error **error)
{
    if (!parts)
        return dti__fail_null(error, "parts");
    if (count == 0)
        return dti__fail(error, DTI__MSG_ARG_RANGE, DTI__ARGS(DTI__TEXT("count")));
    for (size_t i = 0; i < count; i++) {
        if (!parts[i])
            return dti__fail_null(error, "parts");
        dti_status status = dti__bounds_match(parts[i], parts[0]->framework, error);
        if (status != DTI_OK)
            return status;
    }
    return DTI_OK;
}

dti_status dti_bounds_merge(const dti_bounds *const *parts, size_t count,
                            const dti_allocator *allocator, dti_bounds **out, dti_error **error)
{
    dti_allocator known;
    if (!out)
        return dti__fail_null(error, "out");
    dti_status status = check_parts(parts, count, error);
    if (status == DTI_OK)
        status = dti__options_allocator(allocator, &known, error);
    if (status != DTI_OK)
        return status;
    dti_bounds *bounds = dti__bounds_new(parts[0]->framework, &known);
    if (!bounds)
        return dti__fail_nomem(error);
    for (size_t i = 0; i < count; i++)
        for (size_t node = 0; node < bounds->framework->node_count; node++)
            dti__extent_merge(&bounds->extents[node], &parts[i]->extents[node]);
    *out = bounds;
    return DTI_OK;
}

/* ── getters ── */

const dti_framework *dti_bounds_framework(const dti_bounds *bounds)
{
    return bounds ? bounds->framework : NULL;
}

uint64_t dti_bounds_count(const dti_bounds *bounds, size_t node)
{
    const struct dti__extent *extent = dti__bounds_extent(bounds, node);
    return extent ? extent->count : 0;
}

double dti_bounds_low(const dti_bounds *bounds, size_t node)
{
    const struct dti__extent *extent = dti__bounds_extent(bounds, node);
    return extent ? extent->low : 0;
}

double dti_bounds_high(const dti_bounds *bounds, size_t node)
{
    const struct dti__extent *extent = dti__bounds_extent(bounds, node);
    return extent ? extent->high : 0;
}
