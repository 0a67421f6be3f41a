/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Changes in memory: a list of items in their order. */
#ifndef DTI_MODEL_CHANGES_H
#define DTI_MODEL_CHANGES_H

#include "model/dossier.h"

#include <dti/changes.h>

struct dti__change {
    int kind;                  /* dti_change_kind */
    size_t input;              /* input, report, decision */
    struct dti__figure figure; /* input: the new figure */
    struct dti__report_of report;
    struct dti__decision decision;
    dti_evidence *evidence;
    struct dti__stated stated;
    struct dti__explanation explanation;
    size_t node;                   /* reply */
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

#endif
