/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
#include <dti/dossier.h>

#include "model/dossier.h"

#include "base/wide.h"

#include <string.h>

dti_dossier *dti__dossier_new(const dti_framework *framework, const dti_allocator *allocator)
{
    struct dti__arena arena;
    dti__arena_init(&arena, allocator);
    dti_dossier *dossier = dti__arena_alloc(&arena, sizeof *dossier);
    if (!dossier)
        return NULL;
    dossier->figures = dti__arena_array(&arena, framework->input_count, sizeof *dossier->figures);
    dossier->order = dti__arena_array(&arena, framework->input_count, sizeof *dossier->order);
    dossier->track_points = dti__arena_array(&arena, framework->node_count * DTI__STATED_TRACKS,
                                             sizeof *dossier->track_points);
    dossier->track_values = dti__arena_array(&arena, framework->node_count * DTI__STATED_TRACKS,
                                             sizeof *dossier->track_values);
    if (!dossier->figures || !dossier->order || !dossier->track_points || !dossier->track_values) {
        dti__arena_release(&arena);
        return NULL;
    }
    for (size_t i = 0; i < framework->input_count; i++)
        dossier->figures[i].state = DTI_STATE_MISSING;
    for (size_t i = 0; i < framework->node_count * DTI__STATED_TRACKS; i++)
        dossier->track_points[i] = dossier->track_values[i] = DTI_NONE;
    atomic_init(&dossier->references, 1);
    dossier->arena = arena;
    dossier->stages.process = DTI__PROCESS_STAGES;
    dossier->framework = dti_framework_ref(framework);
    return dossier;
}

dti_dossier *dti_dossier_ref(const dti_dossier *dossier)
{
    dti_dossier *shared = (dti_dossier *)(uintptr_t)dossier;
    if (shared)
        atomic_fetch_add_explicit(&shared->references, 1, memory_order_relaxed);
    return shared;
}

void dti_dossier_unref(dti_dossier *dossier)
{
    if (!dossier || atomic_fetch_sub_explicit(&dossier->references, 1, memory_order_acq_rel) != 1)
        return;
    dti_framework_unref(dossier->framework);
    for (size_t i = 0; i < dossier->evidence_count; i++)
        dti_evidence_unref(dossier->evidence[i]);
    dti__release(&dti__malloc_allocator, atomic_load(&dossier->digest), DTI__DIGEST_SIZE);
    struct dti__arena arena = dossier->arena; /* the dossier lies in its own arena */
    dti__arena_release(&arena);
}

const dti_framework *dti_dossier_framework(const dti_dossier *dossier)
{
    return dossier ? dossier->framework : NULL;
}

const char *dti_dossier_id(const dti_dossier *dossier)
{
    return dossier && dossier->id ? dossier->id : "";
}

const char *dti_dossier_unit_id(const dti_dossier *dossier)
{
    return dossier ? dossier->unit_id : "";
}

const char *dti_dossier_unit_name(const dti_dossier *dossier, dti_lang lang)
{
    if (!dossier)
        return "";
    const char *name = dti__text2_in(dossier->unit_names, lang);
    return *name ? name : dossier->unit_id;
}

int32_t dti_dossier_year(const dti_dossier *dossier)
{
    return dossier ? (int32_t)dossier->year : 0;
}

const char *dti_dossier_numbering(const dti_dossier *dossier)
{
    return dossier ? dossier->numbering : "";
}

dti_state dti_dossier_input_state(const dti_dossier *dossier, size_t input)
{
    if (!dossier || input >= dossier->framework->input_count)
        return DTI_STATE_MISSING;
    return (dti_state)dossier->figures[input].state;
}

double dti_dossier_input_number(const dti_dossier *dossier, size_t input)
{
    if (!dossier || input >= dossier->framework->input_count)
        return 0;
    return dossier->figures[input].state == DTI_STATE_PRESENT ? dossier->figures[input].number : 0;
}

struct dti__text2 dti__dossier_agency_names(const dti_dossier *dossier, const char *id)
{
    for (size_t i = 0; id && i < dossier->agency_count; i++)
        if (strcmp(dossier->agencies[i].id, id) == 0)
            return dossier->agencies[i].names;
    return (struct dti__text2){NULL, NULL};
}

static const struct dti__stated *stated_at(const dti_dossier *dossier, const size_t *entries,
                                           size_t node, dti_track track)
{
    if (track < DTI_TRACK_SELF || track > DTI_TRACK_FINAL)
        return NULL;
    size_t index = entries[node * DTI__STATED_TRACKS + (size_t)(track - DTI_TRACK_SELF)];
    return index == DTI_NONE ? NULL : &dossier->stated[index];
}

const struct dti__stated *dti__dossier_stated_points(const dti_dossier *dossier, size_t node,
                                                     dti_track track)
{
    return stated_at(dossier, dossier->track_points, node, track);
}

bool dti__dossier_stated_amount(const dti_dossier *dossier, size_t node, dti_track track,
                                int64_t *points)
{
    const struct dti__stated *stated = dti__dossier_stated_points(dossier, node, track);
    const struct dti__stated *value = stated_at(dossier, dossier->track_values, node, track);
    if (stated)
        *points = stated->amount;
    return stated || (value && dti__stated_value_points(value, dossier->framework, points));
}

bool dti__stated_value_points(const struct dti__stated *value, const dti_framework *framework,
                              int64_t *points)
{
    return dti__muldiv(value->amount, framework->nodes[value->node].max_points, DTI_POINT,
                       DTI__ROUND_HALF_EVEN, points);
}
