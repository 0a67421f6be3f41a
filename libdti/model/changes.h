/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Changes in memory: a list of items in their order. */
#ifndef DTI_MODEL_CHANGES_H
#define DTI_MODEL_CHANGES_H

#include "model/dossier.h"

#include <dti/changes.h>

#define DTI__MOST_CODES 256 /* of one explanation */

struct dti__change {
    int kind;                  /* dti_change_kind */
    size_t input;              /* input, report, decision */
    struct dti__figure figure; /* input: the new figure */
    bool follows;              /* input: it is what the reports come to, told for people */
    struct dti__report_of report;
    struct dti__text2 reporter_names; /* report: of who reported */
    struct dti__decision decision;    /* its reason is also that of an input's new figure */
    dti_evidence *evidence;
    struct dti__stated stated;
    struct dti__explanation explanation;
    size_t node;                   /* stated points, explanation (the first), reply */
    struct dti__history_step step; /* reply, stage: without digests */
    int64_t deadline;
};

struct dti_changes {
    struct dti__arena arena;
    dti_framework *framework;
    struct dti__change *items;
    size_t count;
    size_t capacity;
};

/* Adds a copy of the item, whose texts live as long as the list. NULL when out of memory. */
bool dti__changes_add(dti_changes *changes, const struct dti__change *item);
/* The same at the end of a call. */
dti_status dti__changes_take(dti_changes *changes, const struct dti__change *item,
                             dti_error **error);

/* True if the stage of the dossier refuses a change; the message, with the arguments stage and
 * target, says why and what the way back is. */
bool dti__changes_locked(const dti_changes *changes, size_t index, const dti_dossier *draft,
                         enum dti__msg *refusal);

#endif
