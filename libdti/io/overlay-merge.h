/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Merging: what an overlay says goes into the tree of its base. Values are moved, never copied, so
 * nothing that was merged is larger than its parts. */
#ifndef DTI_IO_OVERLAY_MERGE_H
#define DTI_IO_OVERLAY_MERGE_H

#include "base/name.h"
#include "io/parts.h"

struct dti__overlay {
    struct dti__arena *arena; /* for what is needed on the way */
    dti_report *report;
    bool out_of_memory;
};

/* Moves what the base has and the overlay does not change into the overlay, which is an object; the
 * base is that of a sound framework, and what is left of it is of no more use than to be freed.
 * Whether the overlay was in order, the report says. */
void dti__overlay_merge(struct dti__overlay *merge, cJSON *base, cJSON *overlay);

/* The same for the trees of indicators. `numbering` is the default one of the base. */
void dti__overlay_nodes(struct dti__overlay *merge, cJSON *base, cJSON *overlay,
                        const char *numbering);

/* ---- For both ---- */

struct dti__overlay_kind { /* of a list */
    const char *list;      /* the member of a framework */
    const char *key;       /* the member that an item is found by */
    enum dti__msg term;    /* what an item is */
    const char *needed[4]; /* what one that is new cannot do without, NULL-terminated */
};

bool dti__is_object(const cJSON *value);
bool dti__is_array(const cJSON *value);
/* The text of a member; NULL if it is no text, or not there. */
const char *dti__member_text(const cJSON *object, const char *key);

/* Moves a member from one object to another, where it takes the place of the one of its name. */
void dti__move_member(cJSON *from, cJSON *member, cJSON *to, cJSON *instead);
/* Moves an item to the end of a list. */
void dti__move_item(cJSON *from, cJSON *item, cJSON *to);
void dti__drop(cJSON *parent, cJSON *value);

/* Gives an item of the base the members that the overlay names, but for `key`; null takes one away.
 * `inner` (may be NULL) takes care of a member itself if it returns true. */
typedef bool (*dti__overlay_inner)(void *context, cJSON *mine, cJSON *member);
void dti__overlay_members(struct dti__overlay *merge, cJSON *base, cJSON *overlay, const char *key,
                          dti__overlay_inner inner, void *context);

/* Whether an item of the overlay asks to take one away, and is sound in that. */
enum dti__overlay_removal {
    DTI__OVERLAY_NONE,
    DTI__OVERLAY_WANTED,
    DTI__OVERLAY_WRONG /* reported */
};
enum dti__overlay_removal dti__overlay_removal_of(struct dti__overlay *merge, const cJSON *item,
                                                  const char *name, const char *key);

/* An item that the base has not: true if it can be added; else that is reported, with the nearest
 * of the names that there are. */
bool dti__overlay_can_add(struct dti__overlay *merge, const cJSON *item, const char *name,
                          const struct dti__overlay_kind *kind, const struct dti__names *names,
                          size_t count, enum dti__overlay_removal removal);

#endif
