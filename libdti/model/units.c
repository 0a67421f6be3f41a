/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Registers of units as their users see them: made empty, shared, asked. */
#include <dti/units.h>

#include "model/units.h"

#include <string.h>

dti_units *dti__units_new(const dti_allocator *allocator)
{
    struct dti__arena arena;
    dti__arena_init(&arena, allocator);
    dti_units *units = dti__arena_alloc(&arena, sizeof *units);
    if (!units)
        return NULL;
    atomic_init(&units->references, 1);
    units->arena = arena;
    units->id = "";
    units->version = "";
    units->level = "";
    return units;
}

dti_units *dti_units_ref(const dti_units *units)
{
    dti_units *shared = (dti_units *)(uintptr_t)units;
    if (shared)
        atomic_fetch_add_explicit(&shared->references, 1, memory_order_relaxed);
    return shared;
}

void dti_units_unref(dti_units *units)
{
    if (!units || atomic_fetch_sub_explicit(&units->references, 1, memory_order_acq_rel) != 1)
        return;
    struct dti__arena arena = units->arena; /* the register lies in its own arena */
    dti__arena_release(&arena);
}

const char *dti_units_id(const dti_units *units)
{
    return units ? units->id : "";
}

const char *dti_units_version(const dti_units *units)
{
    return units ? units->version : "";
}

const char *dti_units_title(const dti_units *units, dti_lang lang)
{
    return units ? dti__text2_in(units->titles, lang) : "";
}

const char *dti_units_level(const dti_units *units)
{
    return units ? units->level : "";
}

const char *dti_units_digest(const dti_units *units)
{
    return units ? units->digest : "";
}

size_t dti_units_system_count(const dti_units *units)
{
    return units ? units->system_count : 0;
}

const char *dti_units_system_id(const dti_units *units, size_t index)
{
    return units && index < units->system_count ? units->systems[index].id : "";
}

const char *dti_units_system_name(const dti_units *units, size_t index, dti_lang lang)
{
    return units && index < units->system_count ? dti__text2_in(units->systems[index].names, lang)
                                                : "";
}

size_t dti_units_group_count(const dti_units *units)
{
    return units ? units->group_count : 0;
}

const char *dti_units_group_id(const dti_units *units, size_t group)
{
    return units && group < units->group_count ? units->groups[group].id : "";
}

const char *dti_units_group_name(const dti_units *units, size_t group, dti_lang lang)
{
    return units && group < units->group_count ? dti__text2_in(units->groups[group].names, lang)
                                               : "";
}

static const struct dti__unit_entry *entry_at(const dti_units *units, size_t entry)
{
    return units && entry < units->entry_count ? &units->entries[entry] : NULL;
}

size_t dti_units_count(const dti_units *units)
{
    return units ? units->entry_count : 0;
}

const char *dti_units_unit_id(const dti_units *units, size_t entry)
{
    const struct dti__unit_entry *at = entry_at(units, entry);
    return at ? at->id : "";
}

const char *dti_units_unit_code(const dti_units *units, size_t entry, const char *system)
{
    const struct dti__unit_entry *at = entry_at(units, entry);
    for (size_t i = 0; at && system && i < units->system_count; i++)
        if (strcmp(units->systems[i].id, system) == 0)
            return at->codes[i] ? at->codes[i] : "";
    return "";
}

const char *dti_units_unit_name(const dti_units *units, size_t entry, dti_lang lang)
{
    const struct dti__unit_entry *at = entry_at(units, entry);
    return at ? dti__text2_in(at->names, lang) : "";
}

size_t dti_units_unit_alias_count(const dti_units *units, size_t entry)
{
    const struct dti__unit_entry *at = entry_at(units, entry);
    return at ? at->alias_count : 0;
}

const char *dti_units_unit_alias(const dti_units *units, size_t entry, size_t index)
{
    const struct dti__unit_entry *at = entry_at(units, entry);
    return at && index < at->alias_count ? at->aliases[index] : "";
}

size_t dti_units_unit_group(const dti_units *units, size_t entry)
{
    const struct dti__unit_entry *at = entry_at(units, entry);
    return at ? at->group : DTI_NONE;
}

const char *dti_units_unit_parent(const dti_units *units, size_t entry)
{
    const struct dti__unit_entry *at = entry_at(units, entry);
    return at && at->parent ? at->parent : "";
}

const char *dti_units_unit_from(const dti_units *units, size_t entry)
{
    const struct dti__unit_entry *at = entry_at(units, entry);
    return at ? at->from_text : "";
}

const char *dti_units_unit_until(const dti_units *units, size_t entry)
{
    const struct dti__unit_entry *at = entry_at(units, entry);
    return at ? at->until_text : "";
}

size_t dti_units_unit_predecessor_count(const dti_units *units, size_t entry)
{
    const struct dti__unit_entry *at = entry_at(units, entry);
    return at ? at->predecessor_count : 0;
}

size_t dti_units_unit_predecessor(const dti_units *units, size_t entry, size_t index)
{
    const struct dti__unit_entry *at = entry_at(units, entry);
    return at && index < at->predecessor_count ? at->predecessors[index] : DTI_NONE;
}

size_t dti_units_unit_successor_count(const dti_units *units, size_t entry)
{
    const struct dti__unit_entry *at = entry_at(units, entry);
    return at ? at->successor_count : 0;
}

size_t dti_units_unit_successor(const dti_units *units, size_t entry, size_t index)
{
    const struct dti__unit_entry *at = entry_at(units, entry);
    return at && index < at->successor_count ? at->successors[index] : DTI_NONE;
}

int64_t dti_units_unit_population(const dti_units *units, size_t entry, int32_t year)
{
    const struct dti__unit_entry *at = entry_at(units, entry);
    for (size_t i = 0; at && i < at->population_count; i++)
        if (at->populations[i].year == year)
            return at->populations[i].count;
    return 0;
}

int dti_units_is_same(const dti_units *units, size_t a, size_t b)
{
    const struct dti__unit_entry *first = entry_at(units, a);
    const struct dti__unit_entry *second = entry_at(units, b);
    return first && second && first->origin == second->origin;
}

static const struct dti__provenance *provenance_at(const dti_units *units, size_t entry,
                                                   dti_unit_part part)
{
    const struct dti__unit_entry *at = entry_at(units, entry);
    if (!at || part < DTI_UNIT_ID || part > DTI_UNIT_PREDECESSORS)
        return NULL;
    return &at->provenance[at->has_provenance[part] ? part : DTI_UNIT_ID];
}

dti_provenance dti_units_unit_provenance(const dti_units *units, size_t entry, dti_unit_part part)
{
    const struct dti__provenance *provenance = provenance_at(units, entry, part);
    return provenance ? (dti_provenance)provenance->kind : DTI_PROVENANCE_UNKNOWN;
}

const char *dti_units_unit_provenance_source(const dti_units *units, size_t entry,
                                             dti_unit_part part, dti_lang lang)
{
    const struct dti__provenance *provenance = provenance_at(units, entry, part);
    size_t source =
        provenance ? dti__names_find(&units->source_names, provenance->source) : DTI_NONE;
    return source == DTI_NONE ? "" : dti__text2_in(units->sources[source].titles, lang);
}

const char *dti_units_unit_provenance_note(const dti_units *units, size_t entry, dti_unit_part part,
                                           dti_lang lang)
{
    const struct dti__provenance *provenance = provenance_at(units, entry, part);
    return provenance ? dti__text2_in(provenance->note, lang) : "";
}
