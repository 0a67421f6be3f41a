/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Finishing a register: groups and predecessors resolved, periods held against each other,
 * successors and renamings derived. */
#include "model/check.h"
#include "model/units.h"

#include <stdio.h>
#include <string.h>

#define POINTER_SIZE 96

static bool check_heads(dti_units *units, dti_report *report)
{
    struct dti__arena *arena = &units->arena;
    struct dti__names systems;
    return dti__check_unique(arena, &units->source_names, &units->sources[0].id,
                             sizeof *units->sources, units->source_count, report, "/sources") &&
           dti__check_unique(arena, &systems, &units->systems[0].id, sizeof *units->systems,
                             units->system_count, report, "/systems") &&
           dti__check_unique(arena, &units->group_names, &units->groups[0].id,
                             sizeof *units->groups, units->group_count, report, "/groups");
}

static void check_source(const dti_units *units, const char *source, dti_report *report,
                         const char *pointer)
{
    if (source && dti__names_find(&units->source_names, source) == DTI_NONE)
        dti__check_find(report, DTI__MSG_UNKNOWN_REFERENCE,
                        DTI__ARGS(DTI__TERM(DTI__MSG_TERM_SOURCE), DTI__TEXT(source)), "%s/source",
                        pointer);
}

static void check_sources(const dti_units *units, const struct dti__unit_entry *entry,
                          dti_report *report, const char *pointer)
{
    static const char *const parts[DTI__UNIT_PARTS] = {"id", "names", "codes", "group",
                                                       "predecessors"};
    char at[POINTER_SIZE];
    for (size_t i = 0; i < DTI__UNIT_PARTS; i++) {
        snprintf(at, sizeof at, "%.60s/provenance/%s", pointer, parts[i]);
        check_source(units, entry->provenance[i].source, report, at);
    }
    for (size_t i = 0; i < entry->population_count; i++) {
        snprintf(at, sizeof at, "%.60s/population/%zu", pointer, i);
        check_source(units, entry->populations[i].source, report, at);
    }
}

static void check_population(const struct dti__unit_entry *entry, dti_report *report,
                             const char *pointer)
{
    for (size_t i = 1; i < entry->population_count; i++)
        for (size_t k = 0; k < i; k++)
            if (entry->populations[k].year == entry->populations[i].year) {
                dti__check_find(report, DTI__MSG_UNIT_YEAR_TWICE,
                                DTI__ARGS(DTI__INTEGER(entry->populations[i].year)),
                                "%s/population/%zu/year", pointer, i);
                break;
            }
}

/* Names differ, and so do other spellings; what is the same in both languages is one name. */
static void check_aliases(const struct dti__unit_entry *entry, dti_report *report,
                          const char *pointer)
{
    for (size_t i = 0; i < entry->alias_count; i++) {
        const char *alias = entry->aliases[i];
        bool is_known = strcmp(alias, dti__text2_in(entry->names, DTI_LANG_VI)) == 0 ||
                        strcmp(alias, dti__text2_in(entry->names, DTI_LANG_EN)) == 0;
        for (size_t k = 0; k < i && !is_known; k++)
            is_known = strcmp(alias, entry->aliases[k]) == 0;
        if (is_known)
            dti__check_find(report, DTI__MSG_DUPLICATE_ID, DTI__ARGS(DTI__TEXT(alias)),
                            "%s/aliases/%zu", pointer, i);
    }
}

/* "gso:49" in a register whose key is "gso". */
static void check_id(const dti_units *units, struct dti__unit_entry *entry, dti_report *report,
                     const char *pointer)
{
    const char *system = units->systems[0].id;
    size_t length = strlen(system);
    if (strncmp(entry->id, system, length) == 0 && entry->id[length] == ':')
        entry->codes[0] = entry->id + length + 1;
    else
        dti__check_find(report, DTI__MSG_UNIT_ID_SYSTEM,
                        DTI__ARGS(DTI__TEXT(entry->id), DTI__TEXT(system)), "%s/id", pointer);
}

static void check_entry(dti_units *units, size_t index, dti_report *report)
{
    struct dti__unit_entry *entry = &units->entries[index];
    char pointer[POINTER_SIZE];
    snprintf(pointer, sizeof pointer, "/units/%zu", index);
    check_id(units, entry, report, pointer);
    check_sources(units, entry, report, pointer);
    check_aliases(entry, report, pointer);
    check_population(entry, report, pointer);
    entry->group = dti__names_find(&units->group_names, entry->group_id);
    if (entry->group_id && entry->group == DTI_NONE)
        dti__check_find(report, DTI__MSG_UNKNOWN_REFERENCE,
                        DTI__ARGS(DTI__TERM(DTI__MSG_TERM_UNIT_GROUP), DTI__TEXT(entry->group_id)),
                        "%s/group", pointer);
    if (dti__unit_from(entry) > dti__unit_until(entry))
        dti__check_find(report, DTI__MSG_UNIT_PERIOD_REVERSED,
                        DTI__ARGS(DTI__DATE(entry->from), DTI__DATE(entry->until)), "%s/until",
                        pointer);
    if (entry->predecessor_count > 0 && entry->from.year == 0)
        dti__check_find(report, DTI__MSG_UNIT_FROM_NEEDED, DTI__NO_ARGS, "%s", pointer);
}

/* A code stands for one unit at a time. In an index by time neighbours are enough: who reaches
 * beyond the next one overlaps with it. */
static void check_periods(const dti_units *units, dti_report *report)
{
    const struct dti__unit_index *codes = &units->codes;
    for (size_t i = 1; i < codes->count; i++) {
        const struct dti__unit_key *before = &codes->keys[i - 1];
        const struct dti__unit_key *key = &codes->keys[i];
        const struct dti__unit_entry *entry = &units->entries[key->entry];
        const struct dti__unit_entry *other = &units->entries[before->entry];
        if (strcmp(before->text, key->text) != 0 || key->from > before->until)
            continue;
        bool is_id = strcmp(key->text, entry->id) == 0;
        dti__check_find(report, DTI__MSG_UNIT_PERIODS_OVERLAP,
                        DTI__ARGS(DTI__TEXT(key->text),
                                  DTI__NAMES(other->names.vi, other->names.en),
                                  DTI__NAMES(entry->names.vi, entry->names.en)),
                        "/units/%zu/%s", key->entry, is_id ? "id" : "codes");
    }
}

static bool resolve_predecessors(dti_units *units, size_t index, dti_report *report)
{
    struct dti__unit_entry *entry = &units->entries[index];
    int32_t before = entry->predecessor_count > 0 ? dti__unit_from(entry) - 1 : 0;
    entry->predecessors =
        dti__arena_array(&units->arena, entry->predecessor_count, sizeof *entry->predecessors);
    if (!entry->predecessors)
        return false;
    for (size_t i = 0; i < entry->predecessor_count; i++) {
        const char *id = entry->predecessor_ids[i];
        size_t predecessor = dti__units_find_on(units, id, before);
        entry->predecessors[i] = predecessor;
        if (predecessor != DTI_NONE)
            units->entries[predecessor].successor_count++;
        else
            dti__check_find(report, DTI__MSG_UNIT_PREDECESSOR_ABSENT,
                            DTI__ARGS(DTI__TEXT(id), DTI__DATE(entry->from)),
                            "/units/%zu/predecessors/%zu", index, i);
    }
    return true;
}

static bool derive_successors(dti_units *units)
{
    for (size_t i = 0; i < units->entry_count; i++) {
        struct dti__unit_entry *entry = &units->entries[i];
        entry->successors =
            dti__arena_array(&units->arena, entry->successor_count, sizeof *entry->successors);
        if (!entry->successors)
            return false;
        entry->successor_count = 0;
    }
    for (size_t i = 0; i < units->entry_count; i++)
        for (size_t k = 0; k < units->entries[i].predecessor_count; k++) {
            struct dti__unit_entry *entry = &units->entries[units->entries[i].predecessors[k]];
            entry->successors[entry->successor_count++] = i;
        }
    return true;
}

/* Renamed is who took the place of one other unit on the day after it ended, and nobody else did.
 */
static size_t renamed_from(const dti_units *units, size_t index)
{
    const struct dti__unit_entry *entry = &units->entries[index];
    if (entry->predecessor_count != 1)
        return DTI_NONE;
    const struct dti__unit_entry *before = &units->entries[entry->predecessors[0]];
    bool goes_on =
        before->successor_count == 1 && dti__unit_until(before) == dti__unit_from(entry) - 1;
    return goes_on ? entry->predecessors[0] : DTI_NONE;
}

/* Each step back is one in time, so it ends; what was walked once is not walked again. */
static void find_origins(dti_units *units)
{
    struct dti__unit_entry *entries = units->entries;
    for (size_t i = 0; i < units->entry_count; i++)
        entries[i].origin = DTI_NONE;
    for (size_t i = 0; i < units->entry_count; i++) {
        size_t first = i;
        size_t before = renamed_from(units, i);
        while (entries[first].origin == DTI_NONE && before != DTI_NONE) {
            first = before;
            before = renamed_from(units, first);
        }
        if (entries[first].origin != DTI_NONE)
            first = entries[first].origin;
        for (size_t at = i; at != DTI_NONE && entries[at].origin == DTI_NONE;
             at = renamed_from(units, at))
            entries[at].origin = first;
    }
}

dti_status dti__units_finish(dti_units *units, dti_report *report)
{
    if (!check_heads(units, report))
        return DTI_E_NOMEM;
    for (size_t i = 0; i < units->entry_count; i++)
        check_entry(units, i, report);
    if (!dti__units_index(units))
        return DTI_E_NOMEM;
    if (dti__report_errors(report) > 0)
        return DTI_OK; /* what hangs together of it cannot be told */
    check_periods(units, report);
    for (size_t i = 0; i < units->entry_count; i++)
        if (!resolve_predecessors(units, i, report))
            return DTI_E_NOMEM;
    if (dti__report_errors(report) > 0)
        return DTI_OK;
    if (!derive_successors(units))
        return DTI_E_NOMEM;
    find_origins(units);
    return DTI_OK;
}
