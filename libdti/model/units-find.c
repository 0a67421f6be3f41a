/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Finding units: by id and day, and by whatever somebody calls them. */
#include <dti/units.h>

#include "base/name-key.h"
#include "diag/given.h"
#include "model/units-candidates.h"

#include <string.h>

int dti_units_is_valid(const dti_units *units, size_t entry, const char *day)
{
    struct dti__date date = {0, 0, 0};
    if (!units || entry >= units->entry_count)
        return 0;
    const struct dti__unit_entry *at = &units->entries[entry];
    if (!day)
        return dti_units_find(units, at->id, NULL) == entry;
    if (!dti__date_read(day, &date))
        return 0;
    int32_t days = dti__date_days(date);
    return dti__unit_from(at) <= days && days <= dti__unit_until(at);
}

size_t dti_units_find(const dti_units *units, const char *id, const char *day)
{
    struct dti__date date = {0, 0, 0};
    const struct dti__unit_key *keys = NULL;
    if (!units || !id)
        return DTI_NONE;
    if (day)
        return dti__date_read(day, &date) ? dti__units_find_on(units, id, dti__date_days(date))
                                          : DTI_NONE;
    size_t count = dti__unit_keys(&units->ids, id, &keys);
    return count > 0 ? keys[count - 1].entry : DTI_NONE;
}

/* Without spaces around, as it was typed or copied. */
static char *trim(struct dti__arena *arena, const char *text)
{
    static const char spaces[] = " \t\r\n";
    const char *begin = text + strspn(text, spaces);
    size_t length = strlen(begin);
    while (length > 0 && strchr(spaces, begin[length - 1]))
        length--;
    return dti__arena_text(arena, begin, length);
}

/* True if the text is "gso:…" with a system that there is. */
static bool names_system(const dti_units *units, const char *text)
{
    const char *colon = strchr(text, ':');
    for (size_t i = 0; colon && i < units->system_count; i++) {
        const char *id = units->systems[i].id;
        if (strlen(id) == (size_t)(colon - text) && strncmp(id, text, strlen(id)) == 0)
            return true;
    }
    return false;
}

static bool is_on(const struct dti__unit_key *key, const struct dti__search *search)
{
    return !search->has_day || (key->from <= search->day && search->day <= key->until);
}

/* Of what exists on no day in common the last is meant; who overlaps with it is another answer. */
static void keep_last(const struct dti__unit_key *keys, size_t count, struct dti__search *search)
{
    const struct dti__unit_key *last = &keys[0];
    for (size_t i = 1; i < count; i++)
        if (keys[i].until > last->until ||
            (keys[i].until == last->until && keys[i].from > last->from))
            last = &keys[i];
    for (size_t i = 0; i < count; i++)
        if (keys[i].until >= last->from)
            dti__candidates_add(&search->candidates, keys[i].entry);
}

/* Takes what an index has for a key; true if something is meant by it. What is there on other days
 * only is remembered. */
static bool look_up(struct dti__search *search, const struct dti__unit_index *index,
                    const char *key)
{
    const struct dti__unit_key *keys = NULL;
    size_t count = dti__unit_keys(index, key, &keys);
    if (!search->has_day && count > 0)
        keep_last(keys, count, search);
    for (size_t i = 0; i < count && search->has_day; i++)
        dti__candidates_add(is_on(&keys[i], search) ? &search->candidates : &search->elsewhen,
                            keys[i].entry);
    return search->candidates.count > 0;
}

/* By code if it is one, else by name: exactly, then without marks, then without a title that may
 * belong to the name. Who had that very name on another day is told of, and not somebody whose name
 * only resembles it. */
static dti_status search_all(struct dti__search *search, dti_error **error)
{
    static const enum dti__name_key kinds[] = {DTI__KEY_MARKED, DTI__KEY_BARE, DTI__KEY_LOOSE};
    const dti_units *units = search->units;
    char *code = dti__unit_code_key(&search->arena, search->text);
    if (!code)
        return dti__fail_nomem(error);
    search->is_code = names_system(units, code);
    if (search->is_code) {
        look_up(search, &units->codes, code);
        return DTI_OK;
    }
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        char *key = dti__name_key(&search->arena, search->text, kinds[i]);
        if (!key)
            return dti__fail_nomem(error);
        if (look_up(search, i == 0 ? &units->names : &units->spoken, key) ||
            search->elsewhen.count > 0)
            break;
    }
    return DTI_OK;
}

static dti_status open(struct dti__search *search, const char *text, const char *day,
                       dti_error **error)
{
    struct dti__date date = {0, 0, 0};
    if (day && !dti__date_read(day, &date))
        return dti__fail(error, DTI__MSG_NOT_DATE, DTI__ARGS(DTI__TEXT(day)));
    search->has_day = day != NULL;
    search->date = date;
    search->day = day ? dti__date_days(date) : 0;
    dti_status status = dti__given_text(&search->arena, text, "text", &search->text, error);
    if (status != DTI_OK)
        return status;
    search->text = trim(&search->arena, search->text);
    return search->text ? DTI_OK : dti__fail_nomem(error);
}

dti_status dti_units_resolve(const dti_units *units, const char *text, const char *day, size_t *out,
                             dti_error **error)
{
    if (!units || !text || !out)
        return dti__fail_null(error, !units ? "units" : !text ? "text" : "out");
    return dti__units_resolve(units, text, day, false, out, error);
}

dti_status dti__units_resolve(const dti_units *units, const char *text, const char *day,
                              bool is_brief, size_t *out, dti_error **error)
{
    struct dti__search search = {.units = units, .is_brief = is_brief};
    dti__arena_init(&search.arena, &units->arena.allocator);
    dti_status status = open(&search, text, day, error);
    if (status == DTI_OK)
        status = search_all(&search, error);
    if (status == DTI_OK && search.candidates.count == 1)
        *out = search.candidates.items[0];
    else if (status == DTI_OK)
        status = dti__search_fail(&search, error);
    dti__arena_release(&search.arena);
    return status;
}
