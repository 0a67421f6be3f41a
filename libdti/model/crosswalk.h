/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The crosswalk in memory: pairs of nodes of two frameworks, and what may be compared of them. */
#ifndef DTI_MODEL_CROSSWALK_H
#define DTI_MODEL_CROSSWALK_H

#include "model/framework.h"

#include <dti/crosswalk.h>

struct dti__crosswalk_side {
    const char **codes; /* in the default numbering */
    size_t *nodes;
    size_t count;
};

struct dti__pair {
    int kind;       /* dti_crosswalk_kind */
    int comparable; /* dti_comparable; -1 until finished: by kind */
    struct dti__crosswalk_side from;
    struct dti__crosswalk_side to;
    struct dti__provenance provenance;
    struct dti__text2 note;
};

struct dti_crosswalk {
    atomic_uint_least32_t references;
    struct dti__arena arena;
    dti_framework *from;
    dti_framework *to;
    const char *id;
    const char *version;
    struct dti__text2 titles;
    struct dti__source *sources;
    size_t source_count;
    struct dti__pair *pairs;
    size_t pair_count;
    size_t *pair_of_from; /* one per node: its pair, or DTI_NONE */
    size_t *pair_of_to;
    char digest[DTI__DIGEST_SIZE];
};

/* In the order of dti_crosswalk_kind and dti_comparable; NULL-terminated. */
extern const char *const dti__crosswalk_kinds[];
extern const char *const dti__comparables[];

/* A crosswalk without pairs, with one reference; NULL when out of memory. */
dti_crosswalk *dti__crosswalk_new(const dti_framework *from, const dti_framework *to,
                                  const dti_allocator *allocator);

/* Resolves codes and sources, and checks what the kinds of pairs promise. Faults go into the
 * report. DTI_E_NOMEM or DTI_OK; whether it is usable, the report says. */
dti_status dti__crosswalk_finish(dti_crosswalk *crosswalk, dti_report *report);

/* What its reader should know although nothing is wrong: nodes that stand in no pair. */
void dti__crosswalk_review(const dti_crosswalk *crosswalk, dti_report *report);

#endif
