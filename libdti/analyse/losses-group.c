/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Losses put together: by main indicator, by agency, by cause. */
#include "analyse/losses.h"

#include <stdlib.h>

#define CAUSE_COUNT ((size_t)DTI_CAUSE_UNALLOCATED + 1)

/* ── what an item belongs to ── */

struct keys { /* of one item */
    size_t one;
    const size_t *list;
    size_t count;
};

static size_t nobody(const dti_losses *losses)
{
    return losses->result->dossier->agency_count;
}

static void find_keys(const dti_losses *losses, dti_losses_by by, const struct dti__loss *item,
                      struct keys *out)
{
    const struct dti__node_result *at = &losses->result->nodes[item->node];
    bool has_agencies =
        by == DTI_LOSSES_BY_AGENCY && item->kind == DTI_LOSS_COMPONENT && at->agency_count > 0;
    out->one = by == DTI_LOSSES_BY_MAIN     ? item->top
               : by == DTI_LOSSES_BY_AGENCY ? nobody(losses)
                                            : (size_t)item->cause;
    out->list = has_agencies ? at->agencies : &out->one;
    out->count = has_agencies ? at->agency_count : 1;
}

static size_t count_keys(const dti_losses *losses, dti_losses_by by)
{
    return by == DTI_LOSSES_BY_MAIN     ? losses->result->dossier->framework->node_count
           : by == DTI_LOSSES_BY_AGENCY ? nobody(losses) + 1
                                        : CAUSE_COUNT;
}

/* ── distributing ── */

static bool make_room(dti_losses *losses, dti_losses_by by, struct dti__loss_group *all,
                      size_t key_count)
{
    struct keys keys;
    for (size_t i = 0; i < losses->count; i++) {
        find_keys(losses, by, &losses->items[i], &keys);
        for (size_t k = 0; k < keys.count; k++)
            all[keys.list[k]].count++;
    }
    for (size_t i = 0; i < key_count; i++) {
        all[i].key = i;
        all[i].items = dti__arena_array(&losses->arena, all[i].count, sizeof *all[i].items);
        if (!all[i].items)
            return false;
        all[i].count = 0;
    }
    return true;
}

static void distribute(dti_losses *losses, dti_losses_by by, struct dti__loss_group *all,
                       size_t item)
{
    const struct dti__loss *loss = &losses->items[item];
    struct keys keys;
    find_keys(losses, by, loss, &keys);
    for (size_t k = 0; k < keys.count; k++) {
        struct dti__loss_group *group = &all[keys.list[k]];
        group->items[group->count++] = item;
        group->points += loss->points;
        group->shared += keys.count > 1 ? loss->points : 0;
    }
}

/* As people write it down: components in the order of their codes, and beneath them what no
 * component accounts for. */
static bool distribute_by_code(dti_losses *losses, struct dti__arena *scratch,
                               struct dti__loss_group *all)
{
    size_t nodes = losses->result->dossier->framework->node_count;
    size_t *item_of = dti__arena_array(scratch, nodes, sizeof *item_of); /* counted from 1 */
    if (!item_of)
        return false;
    for (size_t i = 0; i < losses->count; i++)
        item_of[losses->items[i].node] = i + 1;
    for (int is_top = 0; is_top <= 1; is_top++)
        for (size_t node = 0; node < nodes; node++)
            if (item_of[node] != 0 &&
                (losses->items[item_of[node] - 1].top == node) == (is_top == 1))
                distribute(losses, DTI_LOSSES_BY_MAIN, all, item_of[node] - 1);
    return true;
}

/* ── order of the groups ── */

static int compare_groups(const void *a, const void *b)
{
    const struct dti__loss_group *left = a;
    const struct dti__loss_group *right = b;
    if (left->points != right->points)
        return left->points > right->points ? -1 : 1;
    return (left->key > right->key) - (left->key < right->key);
}

/* Keeps those that have items, nobody last. */
static bool keep(dti_losses *losses, dti_losses_by by, const struct dti__loss_group *all,
                 size_t key_count)
{
    struct dti__loss_grouping *out = &losses->by[by];
    for (size_t i = 0; i < key_count; i++)
        out->count += all[i].count > 0;
    out->groups = dti__arena_array(&losses->arena, out->count, sizeof *out->groups);
    if (!out->groups)
        return false;
    size_t count = 0;
    for (size_t i = 0; i < key_count; i++)
        if (all[i].count > 0)
            out->groups[count++] = all[i];
    bool has_nobody = by == DTI_LOSSES_BY_AGENCY && all[nobody(losses)].count > 0;
    if (by != DTI_LOSSES_BY_MAIN && count > 1)
        qsort(out->groups, count - has_nobody, sizeof *out->groups, compare_groups);
    return true;
}

static bool group_by(dti_losses *losses, dti_losses_by by)
{
    size_t key_count = count_keys(losses, by);
    struct dti__arena scratch;
    dti__arena_init(&scratch, &losses->arena.allocator);
    struct dti__loss_group *all = dti__arena_array(&scratch, key_count, sizeof *all);
    bool has_room = all && make_room(losses, by, all, key_count);
    if (has_room && by == DTI_LOSSES_BY_MAIN)
        has_room = distribute_by_code(losses, &scratch, all);
    for (size_t i = 0; has_room && by != DTI_LOSSES_BY_MAIN && i < losses->count; i++)
        distribute(losses, by, all, i);
    has_room = has_room && keep(losses, by, all, key_count);
    dti__arena_release(&scratch);
    return has_room;
}

bool dti__losses_group(dti_losses *losses)
{
    for (dti_losses_by by = DTI_LOSSES_BY_MAIN; by <= DTI_LOSSES_BY_CAUSE;
         by = (dti_losses_by)(by + 1))
        if (!group_by(losses, by))
            return false;
    return true;
}

/* ── reading ── */

size_t dti_losses_group_count(const dti_losses *losses, dti_losses_by by)
{
    return losses && (size_t)by < DTI__LOSSES_BY_COUNT ? losses->by[by].count : 0;
}

static const struct dti__loss_group *group_at(const dti_losses *losses, dti_losses_by by,
                                              size_t group)
{
    return group < dti_losses_group_count(losses, by) ? &losses->by[by].groups[group] : NULL;
}

const char *dti_losses_group_id(const dti_losses *losses, dti_losses_by by, size_t group)
{
    const struct dti__loss_group *at = group_at(losses, by, group);
    if (!at)
        return "";
    const dti_dossier *dossier = losses->result->dossier;
    switch (by) {
    case DTI_LOSSES_BY_MAIN:
        return dti_framework_node_code(dossier->framework, at->key, dossier->numbering);
    case DTI_LOSSES_BY_AGENCY:
        return at->key == nobody(losses) ? "" : dossier->agencies[at->key].id;
    default:
        return dti_cause_id((dti_cause)at->key);
    }
}

const char *dti_losses_group_name(const dti_losses *losses, dti_losses_by by, size_t group,
                                  dti_lang lang)
{
    const struct dti__loss_group *at = group_at(losses, by, group);
    if (!at)
        return "";
    const dti_dossier *dossier = losses->result->dossier;
    switch (by) {
    case DTI_LOSSES_BY_MAIN:
        return dti_framework_node_name(dossier->framework, at->key, lang);
    case DTI_LOSSES_BY_AGENCY:
        return at->key == nobody(losses) ? dti__message_text(DTI__MSG_LOSSES_NOBODY, lang)
                                         : dti__text2_in(dossier->agencies[at->key].names, lang);
    default:
        return dti_cause_name((dti_cause)at->key, lang);
    }
}

int64_t dti_losses_group_points(const dti_losses *losses, dti_losses_by by, size_t group)
{
    const struct dti__loss_group *at = group_at(losses, by, group);
    return at ? at->points : 0;
}

int64_t dti_losses_group_shared(const dti_losses *losses, dti_losses_by by, size_t group)
{
    const struct dti__loss_group *at = group_at(losses, by, group);
    return at ? at->shared : 0;
}

size_t dti_losses_group_size(const dti_losses *losses, dti_losses_by by, size_t group)
{
    const struct dti__loss_group *at = group_at(losses, by, group);
    return at ? at->count : 0;
}

size_t dti_losses_group_item(const dti_losses *losses, dti_losses_by by, size_t group, size_t index)
{
    const struct dti__loss_group *at = group_at(losses, by, group);
    return at && index < at->count ? at->items[index] : DTI_NONE;
}
