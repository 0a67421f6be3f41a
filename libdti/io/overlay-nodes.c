/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* An indicator of the base is found by its code, wherever it stands; one that is new goes to the
 * end of the list below which the overlay has it. */
#include "io/overlay-merge.h"

#include <string.h>

static const struct dti__overlay_kind kind = {
    "indicators", "codes", DTI__MSG_TERM_NODE, {"names", "provenance"}};

struct node { /* of the base */
    cJSON *item;
    cJSON *list;   /* that it is in */
    size_t parent; /* a node; DTI__NONE: a main indicator */
    size_t end;    /* behind the last node below it */
    bool is_done;  /* the overlay has been here, or it is gone */
};

struct nodes {
    struct dti__overlay *merge;
    const char *numbering;
    struct node *nodes; /* in preorder */
    const char **codes;
    size_t count;
    struct dti__names names;
};

static const char *code_of(const struct nodes *nodes, const cJSON *item)
{
    return nodes->numbering && dti__is_object(item)
               ? dti__member_text(dti__member(item, "codes"), nodes->numbering)
               : NULL;
}

static cJSON *children_of(const cJSON *item)
{
    cJSON *children = (cJSON *)(uintptr_t)dti__member(item, "children");
    return dti__is_array(children) ? children : NULL;
}

static size_t count_nodes(const cJSON *list)
{
    size_t count = 0;
    for (const cJSON *item = list ? list->child : NULL; item; item = item->next)
        count += 1 + count_nodes(children_of(item));
    return count;
}

/* As deep as the base is. */
static void collect(struct nodes *nodes, cJSON *list, size_t parent)
{
    for (cJSON *item = list->child; item; item = item->next) {
        const size_t index = nodes->count++;
        cJSON *children = children_of(item);
        nodes->codes[index] = code_of(nodes, item);
        nodes->nodes[index] = (struct node){.item = item, .list = list, .parent = parent};
        if (children)
            collect(nodes, children, index);
        nodes->nodes[index].end = nodes->count;
    }
}

static bool index_nodes(struct nodes *nodes, cJSON *base)
{
    const size_t count = count_nodes(base);
    size_t duplicate;
    nodes->nodes = dti__arena_array(nodes->merge->arena, count, sizeof *nodes->nodes);
    nodes->codes = dti__arena_array(nodes->merge->arena, count, sizeof *nodes->codes);
    if (!nodes->nodes || !nodes->codes)
        return false;
    collect(nodes, base, DTI__NONE);
    return dti__names_build(&nodes->names, nodes->merge->arena, nodes->codes, nodes->count,
                            &duplicate);
}

/* What the overlay lists below an indicator must stand there, or be new. */
static bool stands_there(struct nodes *nodes, const cJSON *item, size_t found, size_t parent)
{
    const size_t real = nodes->nodes[found].parent;
    if (parent == DTI__NONE || parent == real)
        return true;
    if (real == DTI__NONE)
        dti__json_find(nodes->merge->report, DTI__MSG_STANDS_AT_TOP, item,
                       DTI__ARGS(DTI__TEXT(nodes->codes[found]), DTI__TEXT(nodes->codes[parent])));
    else
        dti__json_find(nodes->merge->report, DTI__MSG_STANDS_ELSEWHERE, item,
                       DTI__ARGS(DTI__TEXT(nodes->codes[found]), DTI__TEXT(nodes->codes[real]),
                                 DTI__TEXT(nodes->codes[parent])));
    return false;
}

static void merge_list(struct nodes *nodes, cJSON *overlay, size_t parent, cJSON *list);

static void finish(struct nodes *nodes, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++)
        nodes->nodes[i].is_done = true;
}

struct place { /* the node at which merge_inner() is */
    struct nodes *nodes;
    size_t node;
};

/* Codes are changed by numbering, provenance by part, children by code. */
static bool merge_inner(void *context, cJSON *mine, cJSON *member)
{
    const struct place *place = context;
    struct nodes *nodes = place->nodes;
    const bool is_codes = strcmp(member->string, "codes") == 0;
    if (strcmp(member->string, "children") == 0) {
        if (!dti__is_array(member)) {
            finish(nodes, place->node + 1, nodes->nodes[place->node].end);
            return false;
        }
        dti__json_replace(mine, member);
        merge_list(nodes, member, place->node, mine);
        return true;
    }
    if (!dti__is_object(member) || (!is_codes && strcmp(member->string, "provenance") != 0))
        return false;
    dti__overlay_members(nodes->merge, mine, member, is_codes ? nodes->numbering : NULL, NULL,
                         NULL);
    return true;
}

static void change(struct nodes *nodes, size_t found, cJSON *item,
                   enum dti__overlay_removal removal)
{
    struct node *node = &nodes->nodes[found];
    struct place place = {nodes, found};
    node->is_done = true;
    if (removal == DTI__OVERLAY_NONE) {
        dti__overlay_members(nodes->merge, node->item, item, NULL, merge_inner, &place);
        return;
    }
    if (removal == DTI__OVERLAY_WRONG)
        return;
    dti__drop(node->list, node->item);
    finish(nodes, found, node->end);
}

static void merge_node(struct nodes *nodes, cJSON *overlay, cJSON *item, size_t parent, cJSON *list)
{
    const char *code = code_of(nodes, item);
    if (!code) { /* it will be read and found wrong */
        dti__move_item(overlay, item, list);
        return;
    }
    const size_t found = dti__names_find(&nodes->names, code);
    enum dti__overlay_removal removal = dti__overlay_removal_of(nodes->merge, item, code, kind.key);
    if (found == DTI__NONE) {
        if (dti__overlay_can_add(nodes->merge, item, code, &kind, &nodes->names, nodes->count,
                                 removal))
            dti__move_item(overlay, item, list);
    } else if (nodes->nodes[found].is_done) {
        dti__json_find(nodes->merge->report, DTI__MSG_NAMED_TWICE, item,
                       DTI__ARGS(DTI__TEXT(code)));
    } else if (stands_there(nodes, item, found, parent)) {
        change(nodes, found, item, removal);
    }
}

/* As deep as the overlay is. */
static void merge_list(struct nodes *nodes, cJSON *overlay, size_t parent, cJSON *list)
{
    for (cJSON *item = overlay->child, *next; item; item = next) {
        next = item->next;
        merge_node(nodes, overlay, item, parent, list);
    }
}

void dti__overlay_nodes(struct dti__overlay *merge, cJSON *base, cJSON *overlay,
                        const char *numbering)
{
    struct nodes nodes = {.merge = merge, .numbering = numbering};
    if (index_nodes(&nodes, base))
        merge_list(&nodes, overlay, DTI__NONE, base);
    else
        merge->out_of_memory = true;
}
