/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* An item of a list is found by its name. One that the base has is changed in the members that the
 * overlay names; any other one is added at the end, so the order of the base is kept. */
#include "io/overlay-merge.h"

#include "base/suggest.h"

#include <stdio.h>
#include <string.h>

/* clang-format off */
static const struct dti__overlay_kind kinds[] = {
    {"legal", "id", DTI__MSG_TERM_LEGAL, {"issuer", "titles"}},
    {"sources", "id", DTI__MSG_TERM_SOURCE, {"titles"}},
    {"numberings", "id", DTI__MSG_TERM_NUMBERING, {"names"}},
    {"units", "id", DTI__MSG_TERM_UNIT, {"names"}},
    {"terms", "id", DTI__MSG_TERM_WORD, {"names"}},
    {"inputs", "id", DTI__MSG_TERM_INPUT, {"names", "kind", "origin"}},
    {"constraints", "id", DTI__MSG_TERM_CONSTRAINT, {"kind", "left", "right"}},
    {"indices", "code", DTI__MSG_TERM_INDEX, {"names", "provenance"}},
    {"bands", "id", DTI__MSG_TERM_BAND, {"names"}},
    {"vectors", "id", DTI__MSG_TERM_VECTOR, {"code", "inputs", "points"}},
};
/* clang-format on */

bool dti__is_object(const cJSON *value)
{
    return value && (value->type & 0xFF) == cJSON_Object;
}

bool dti__is_array(const cJSON *value)
{
    return value && (value->type & 0xFF) == cJSON_Array;
}

static bool is_null(const cJSON *value)
{
    return (value->type & 0xFF) == cJSON_NULL;
}

static bool is_own_key(const char *key) /* of the user: never read */
{
    return strncmp(key, "x-", 2) == 0;
}

const char *dti__member_text(const cJSON *object, const char *key)
{
    const cJSON *member = dti__is_object(object) ? dti__member(object, key) : NULL;
    return cJSON_IsString(member) ? member->valuestring : NULL;
}

/* None of the calls that move needs memory: keys and texts lie in the arenas of the trees. */

void dti__move_member(cJSON *from, cJSON *member, cJSON *to, cJSON *instead)
{
    cJSON_DetachItemViaPointer(from, member);
    if (instead)
        cJSON_ReplaceItemViaPointer(to, instead, member);
    else
        cJSON_AddItemToObjectCS(to, member->string, member);
}

void dti__move_item(cJSON *from, cJSON *item, cJSON *to)
{
    cJSON_DetachItemViaPointer(from, item);
    cJSON_AddItemToArray(to, item);
}

void dti__drop(cJSON *parent, cJSON *value)
{
    cJSON_Delete(cJSON_DetachItemViaPointer(parent, value));
}

static void drop_own_keys(cJSON *object)
{
    for (cJSON *member = object->child, *next; member; member = next) {
        next = member->next;
        if (is_own_key(member->string))
            dti__drop(object, member);
    }
}

static cJSON *find_among(cJSON *first, size_t count, const char *key)
{
    for (; count > 0; count--, first = first->next)
        if (strcmp(first->string, key) == 0)
            return first;
    return NULL;
}

static void merge_member(struct dti__overlay *merge, cJSON *base, cJSON *overlay, cJSON *member,
                         cJSON *old)
{
    if (!is_null(member)) {
        dti__move_member(overlay, member, base, old);
    } else if (old) {
        dti__drop(base, old);
    } else {
        dti__json_find(merge->report, DTI__MSG_NO_MEMBER_TO_REMOVE, member,
                       DTI__ARGS(DTI__TEXT(member->string)));
    }
}

void dti__overlay_members(struct dti__overlay *merge, cJSON *base, cJSON *overlay, const char *key,
                          dti__overlay_inner inner, void *context)
{
    drop_own_keys(base);
    dti__json_replace(base, overlay);
    /* The overlay names nothing twice, so what it added need not be looked through. What it took
     * away is one less. */
    size_t known = dti__json_size(base);
    for (cJSON *member = overlay->child, *next; member; member = next) {
        next = member->next;
        if (is_own_key(member->string) || (key && strcmp(member->string, key) == 0))
            continue;
        cJSON *old = find_among(base->child, known, member->string);
        if (inner && old && inner(context, old, member))
            continue;
        if (old && is_null(member))
            known--;
        merge_member(merge, base, overlay, member, old);
    }
}

enum dti__overlay_removal dti__overlay_removal_of(struct dti__overlay *merge, const cJSON *item,
                                                  const char *name, const char *key)
{
    const cJSON *remove = dti__member(item, "remove");
    if (!remove)
        return DTI__OVERLAY_NONE;
    if ((remove->type & 0xFF) != cJSON_True) {
        dti__json_find(merge->report, DTI__MSG_REMOVE_NOT_TRUE, remove, DTI__NO_ARGS);
        return DTI__OVERLAY_WRONG;
    }
    for (const cJSON *member = item->child; member; member = member->next) {
        if (member == remove || is_own_key(member->string) || strcmp(member->string, key) == 0)
            continue;
        dti__json_find(merge->report, DTI__MSG_REMOVE_WITH_OTHERS, member,
                       DTI__ARGS(DTI__TEXT(name), DTI__TEXT(member->string)));
        return DTI__OVERLAY_WRONG;
    }
    return DTI__OVERLAY_WANTED;
}

/* Looking for the nearest name costs a look at all of them. */
#define MOST_SUGGESTIONS 20
#define MOST_CANDIDATES  5000

static const char *nearest(const struct dti__overlay *merge, const char *name,
                           const struct dti__names *names, size_t count)
{
    struct dti__suggestion best = {0};
    if (count > MOST_CANDIDATES || dti__report_errors(merge->report) >= MOST_SUGGESTIONS)
        return NULL;
    for (size_t i = 0; i < count; i++)
        if (names->texts[i])
            dti__suggest(&best, name, names->texts[i]);
    return best.word;
}

bool dti__overlay_can_add(struct dti__overlay *merge, const cJSON *item, const char *name,
                          const struct dti__overlay_kind *kind, const struct dti__names *names,
                          size_t count, enum dti__overlay_removal removal)
{
    char needed[80] = "";
    bool is_whole = true;
    for (size_t i = 0, used = 0; kind->needed[i]; i++) {
        is_whole = is_whole && dti__member(item, kind->needed[i]);
        used += (size_t)snprintf(needed + used, sizeof needed - used, "%s%s", i ? ", " : "",
                                 kind->needed[i]);
    }
    if (removal == DTI__OVERLAY_NONE && is_whole)
        return true;
    const char *near = nearest(merge, name, names, count);
    if (removal == DTI__OVERLAY_WRONG) /* enough was said */
        return false;
    if (removal == DTI__OVERLAY_WANTED)
        dti__json_find(merge->report,
                       near ? DTI__MSG_NOTHING_TO_REMOVE_NEAR : DTI__MSG_NOTHING_TO_REMOVE, item,
                       DTI__ARGS(DTI__TEXT(name), DTI__TEXT(near)));
    else
        dti__json_find(
            merge->report, near ? DTI__MSG_ITEM_NOT_IN_BASE_NEAR : DTI__MSG_ITEM_NOT_IN_BASE, item,
            DTI__ARGS(DTI__TEXT(name), DTI__TERM(kind->term), DTI__TEXT(needed), DTI__TEXT(near)));
    return false;
}

struct list { /* of the base */
    cJSON *array;
    cJSON **items; /* NULL: the overlay has been here */
    size_t count;
    struct dti__names names;
};

static bool index_list(struct dti__overlay *merge, struct list *list, const char *key)
{
    size_t duplicate;
    list->count = dti__json_size(list->array);
    list->items = dti__arena_array(merge->arena, list->count, sizeof *list->items);
    const char **names = dti__arena_array(merge->arena, list->count, sizeof *names);
    if (!list->items || !names)
        return false;
    cJSON *item = list->array->child;
    for (size_t i = 0; i < list->count; i++, item = item->next) {
        list->items[i] = item;
        names[i] = dti__member_text(item, key);
    }
    return dti__names_build(&list->names, merge->arena, names, list->count, &duplicate);
}

/* What is no item at all goes to the end, where it will be read and found wrong. */
static void merge_item(struct dti__overlay *merge, struct list *list, cJSON *overlay, cJSON *item,
                       const struct dti__overlay_kind *kind)
{
    const char *name = dti__member_text(item, kind->key);
    if (!name) {
        dti__move_item(overlay, item, list->array);
        return;
    }
    const size_t found = dti__names_find(&list->names, name);
    enum dti__overlay_removal removal = dti__overlay_removal_of(merge, item, name, kind->key);
    if (found == DTI__NONE) {
        if (dti__overlay_can_add(merge, item, name, kind, &list->names, list->count, removal))
            dti__move_item(overlay, item, list->array);
    } else if (!list->items[found]) {
        dti__json_find(merge->report, DTI__MSG_NAMED_TWICE, item, DTI__ARGS(DTI__TEXT(name)));
    } else {
        if (removal == DTI__OVERLAY_WANTED)
            dti__drop(list->array, list->items[found]);
        else if (removal == DTI__OVERLAY_NONE)
            dti__overlay_members(merge, list->items[found], item, kind->key, NULL, NULL);
        list->items[found] = NULL;
    }
}

static void merge_list(struct dti__overlay *merge, cJSON *base, cJSON *overlay,
                       const struct dti__overlay_kind *kind)
{
    struct list list = {.array = base};
    if (!index_list(merge, &list, kind->key)) {
        merge->out_of_memory = true;
        return;
    }
    for (cJSON *item = overlay->child, *next; item; item = next) {
        next = item->next;
        merge_item(merge, &list, overlay, item, kind);
    }
}

/* The id of the numbering that indicators of the base are named in. */
static const char *default_numbering(const cJSON *base)
{
    const cJSON *numberings = dti__member(base, "numberings");
    for (const cJSON *item = numberings ? numberings->child : NULL; item; item = item->next) {
        const cJSON *is_default = dti__member(item, "default");
        if (is_default && (is_default->type & 0xFF) == cJSON_True)
            return dti__member_text(item, "id");
    }
    return NULL;
}

static bool is_its_own(const char *key) /* what an overlay has of itself */
{
    static const char *const keys[] = {"format", "id", "version", "titles", "extends"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (strcmp(keys[i], key) == 0)
            return true;
    return false;
}

/* False if the members are no two lists to be merged. */
static bool merge_lists(struct dti__overlay *merge, cJSON *base, cJSON *overlay,
                        const char *numbering)
{
    if (!dti__is_array(base) || !dti__is_array(overlay))
        return false;
    if (strcmp(base->string, "indicators") == 0) {
        dti__overlay_nodes(merge, base, overlay, numbering);
        return true;
    }
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (strcmp(base->string, kinds[i].list) != 0)
            continue;
        merge_list(merge, base, overlay, &kinds[i]);
        return true;
    }
    return false;
}

void dti__overlay_merge(struct dti__overlay *merge, cJSON *base, cJSON *overlay)
{
    const char *numbering = default_numbering(base);
    for (cJSON *mine = base->child, *next; mine; mine = next) {
        next = mine->next;
        if (is_own_key(mine->string) || is_its_own(mine->string))
            continue;
        cJSON *theirs = (cJSON *)(uintptr_t)dti__member(overlay, mine->string);
        if (!theirs) {
            dti__move_member(base, mine, overlay, NULL);
        } else if (is_null(theirs)) {
            dti__drop(overlay, theirs);
        } else if (merge_lists(merge, mine, theirs, numbering)) {
            dti__json_replace(mine, theirs);
            dti__move_member(base, mine, overlay, theirs);
        }
    }
    cJSON *extends = (cJSON *)(uintptr_t)dti__member(overlay, "extends");
    if (extends)
        dti__drop(overlay, extends);
}
