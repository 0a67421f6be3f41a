/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The result in memory: one entry per node of the framework. */
#ifndef DTI_SCORE_RESULT_H
#define DTI_SCORE_RESULT_H

#include "model/collection.h"
#include "score/kernel.h"
#include "score/lower.h"

#include <dti/result.h>

#define DTI__TRACK_COUNT 6 /* the default included, which has no points */

struct dti__outcome { /* of one node on one track */
    int64_t points;
    int64_t max_points; /* without what is excluded */
    int64_t low;
    int64_t high;
    int64_t decided; /* part of max_points that is decided */
    bool is_decided; /* anything at all is: a node of 0 points can be decided too */
    uint8_t state;   /* dti_state */
    int64_t unallocated;
    int64_t unallocated_max;
};

struct dti__step {
    int kind; /* dti_step_kind */
    size_t input;
    double amount; /* in the input's unit; an answer: index of the choice; a tier: the threshold */
    int64_t gain;
};

struct dti__node_result {
    struct dti__outcome outcome; /* on the result's track */
    double coverage;             /* for reading, as the shares: computed once, to nearest */
    int64_t loss; /* 0 for a component that lies in the unallocated part of its main indicator */
    bool is_unallocated;
    double worth; /* how much of a loss is one of the overall index: 1 for the parts of a sum, less
                     through weights, 0 for what it is not made of */
    double loss_of_parent;
    double loss_of_overall;
    bool has_track[DTI__TRACK_COUNT];
    int64_t tracks[DTI__TRACK_COUNT];
    double quantity; /* components: what the rule read and gave */
    double share;
    int64_t rule_points;
    int64_t supported_points; /* what the rule gives as far as evidence carries it */
    uint8_t rule_state;
    struct dti__step step;
    int cause;          /* dti_cause */
    size_t explanation; /* index in the dossier, or DTI_NONE */
    size_t *agencies;   /* indices in the dossier */
    size_t agency_count;
    size_t *stated; /* indices in the dossier: figures about the node itself, for its year */
    size_t stated_count;
};

struct dti__gap { /* between the evidence of a component and what it asks for */
    int kind;     /* dti_gap */
    size_t node;
    size_t record;      /* index in the dossier; DTI_NONE: of no single one */
    int64_t points;     /* at risk, put down to this gap */
    const char *agency; /* who can close it; "" if not known */
};

struct dti_result {
    atomic_uint_least32_t references;
    struct dti__arena arena;
    dti_dossier *dossier;
    dti_bounds *bounds; /* NULL: none */
    dti_track track;
    int64_t deadline;            /* from which on evidence is late; INT64_MAX: none */
    bool has_support;            /* the dossier keeps evidence */
    struct dti__support support; /* with has_support */
    struct dti__gap *gaps;
    size_t gap_count;
    struct dti__row row;
    struct dti__kernel *kernels; /* one per node; of components */
    struct dti__node_result *nodes;
    int64_t *points; /* of every node: what hosts read as a vector */
    double *values;  /* of every node, for reading: points over maximum */
    dti_report *findings;
};

/* Sums up a track: outcomes[node] for every node. Leaves come from the rules (computed) or from
 * what is stated. */
void dti__aggregate(const dti_result *result, dti_track track, struct dti__outcome *outcomes);

/* Fills in the supported points of every component: those that the rule gives at the least for
 * figures between what evidence counts and what is reported, and none where fewer records qualify
 * than are asked for. */
bool dti__support_points(dti_result *result);

/* Lists the gaps by component and record, and puts down the points at risk of each component to one
 * of them. collection may be NULL. False when out of memory. */
bool dti__gaps_list(dti_result *result, const dti_collection *collection);

/* A record as people call it, "document 36/2021/NQ-HĐND [nq-36-2021]": its number or its title, and
 * its id. */
size_t dti__record_format(const dti_evidence *evidence, dti_lang lang, char *buffer, size_t size);

/* The next step of a component's rule. */
struct dti__step dti__step_find(const dti_result *result, size_t node);

/* Fills in causes, explanations, agencies, stated figures. False when out of memory. */
bool dti__annotate(dti_result *result);

/* True if an amount (10^-9) rounds to the stated figure at the precision it means. */
bool dti__stated_fits(const struct dti__stated *stated, int64_t amount);

/* What scoring itself notices: stated figures that contradict the result. */
void dti__compare_stated(dti_result *result);

#endif
