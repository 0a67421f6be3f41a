/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Indexes of a register: sorted lists of everything that an entry is found by. */
#include "base/name-key.h"
#include "model/units.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int32_t dti__unit_from(const struct dti__unit_entry *entry)
{
    return entry->from.year > 0 ? dti__date_days(entry->from) : INT32_MIN;
}

int32_t dti__unit_until(const struct dti__unit_entry *entry)
{
    return entry->until.year > 0 ? dti__date_days(entry->until) : INT32_MAX;
}

char *dti__unit_code_key(struct dti__arena *arena, const char *text)
{
    char *key = dti__arena_text(arena, text, strlen(text));
    for (char *at = key; at && *at; at++)
        if (*at >= 'A' && *at <= 'Z')
            *at = (char)(*at - 'A' + 'a');
    return key;
}

static int compare_keys(const void *a, const void *b)
{
    const struct dti__unit_key *first = a;
    const struct dti__unit_key *second = b;
    int order = strcmp(first->text, second->text);
    if (order == 0)
        order = (first->from > second->from) - (first->from < second->from);
    return order != 0 ? order : (first->entry > second->entry) - (first->entry < second->entry);
}

/* Names in two languages, or two spellings, often come to one key. */
static void sort(struct dti__unit_index *index)
{
    size_t kept = 0;
    if (index->count == 0)
        return;
    qsort(index->keys, index->count, sizeof *index->keys, compare_keys);
    for (size_t i = 0; i < index->count; i++)
        if (kept == 0 || compare_keys(&index->keys[kept - 1], &index->keys[i]) != 0)
            index->keys[kept++] = index->keys[i];
    index->count = kept;
}

/* A text without letters and digits is no name. */
static bool add(dti_units *units, struct dti__unit_index *index, size_t entry, const char *text)
{
    if (text && *text)
        index->keys[index->count++] =
            (struct dti__unit_key){text, entry, dti__unit_from(&units->entries[entry]),
                                   dti__unit_until(&units->entries[entry])};
    return text != NULL;
}

static bool add_codes(dti_units *units, size_t entry)
{
    const struct dti__unit_entry *at = &units->entries[entry];
    if (!add(units, &units->ids, entry, at->id) || !add(units, &units->codes, entry, at->id))
        return false;
    for (size_t i = 1; i < units->system_count; i++) {
        const char *system = units->systems[i].id;
        if (!at->codes[i])
            continue;
        size_t size = strlen(system) + strlen(at->codes[i]) + 2;
        char *code = dti__arena_alloc(&units->arena, size);
        if (!code)
            return false;
        snprintf(code, size, "%s:%s", system, at->codes[i]);
        if (!add(units, &units->codes, entry, dti__unit_code_key(&units->arena, code)))
            return false;
    }
    return true;
}

static bool add_spoken(dti_units *units, size_t entry, const char *name)
{
    return add(units, &units->spoken, entry, dti__name_key(&units->arena, name, DTI__KEY_BARE));
}

static bool add_name(dti_units *units, size_t entry, const char *name)
{
    char *key = dti__name_key(&units->arena, name, DTI__KEY_MARKED);
    return add(units, &units->names, entry, key) && add_spoken(units, entry, name);
}

/* English names have no marks, which makes them no better an answer to a text without marks than a
 * Vietnamese one that reads the same. */
static bool add_names(dti_units *units, size_t entry)
{
    const struct dti__unit_entry *at = &units->entries[entry];
    bool is_good = add_name(units, entry, at->names.vi) &&
                   (!at->names.en || add_spoken(units, entry, at->names.en));
    for (size_t i = 0; i < at->alias_count && is_good; i++)
        is_good = add_name(units, entry, at->aliases[i]);
    return is_good;
}

static bool make_room(dti_units *units)
{
    size_t names = 0;
    size_t codes = 0;
    struct dti__arena *arena = &units->arena;
    for (size_t i = 0; i < units->entry_count; i++) {
        names += 2 + units->entries[i].alias_count;
        codes += units->system_count;
    }
    units->ids.keys = dti__arena_array(arena, units->entry_count, sizeof *units->ids.keys);
    units->codes.keys = dti__arena_array(arena, codes, sizeof *units->codes.keys);
    units->names.keys = dti__arena_array(arena, names, sizeof *units->names.keys);
    units->spoken.keys = dti__arena_array(arena, names, sizeof *units->spoken.keys);
    return units->ids.keys && units->codes.keys && units->names.keys && units->spoken.keys;
}

bool dti__units_index(dti_units *units)
{
    bool is_good = make_room(units);
    for (size_t i = 0; i < units->entry_count && is_good; i++)
        is_good = add_codes(units, i) && add_names(units, i);
    if (!is_good)
        return false;
    sort(&units->ids);
    sort(&units->codes);
    sort(&units->names);
    sort(&units->spoken);
    return true;
}

/* Where the keys of a text begin (equal is 1) or end (equal is -1). */
static size_t bound(const struct dti__unit_index *index, const char *text, int equal)
{
    size_t low = 0;
    size_t high = index->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(index->keys[middle].text, text);
        if ((order != 0 ? order : equal) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

size_t dti__unit_keys(const struct dti__unit_index *index, const char *text,
                      const struct dti__unit_key **first)
{
    size_t begin = bound(index, text, 1);
    *first = index->keys + begin;
    return bound(index, text, -1) - begin;
}

size_t dti__units_find_on(const dti_units *units, const char *id, int32_t day)
{
    const struct dti__unit_key *keys = NULL;
    size_t low = 0;
    size_t high = dti__unit_keys(&units->ids, id, &keys);
    while (low < high) { /* periods of one id do not overlap: the last that has begun */
        size_t middle = low + (high - low) / 2;
        if (keys[middle].from <= day)
            low = middle + 1;
        else
            high = middle;
    }
    return low > 0 && day <= keys[low - 1].until ? keys[low - 1].entry : DTI_NONE;
}
