/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* An assessment in memory: for each target the figures that count, and what follows from them. */
#ifndef DTI_RANK_ASSESS_H
#define DTI_RANK_ASSESS_H

#include "diag/sentence.h"
#include "model/dossier.h"
#include "model/table.h"
#include "model/targets.h"

#define DTI__TARGET_STATUSES 5

struct dti__known { /* a figure of a target in one year */
    int64_t year;
    int64_t amount;   /* 10^-9 of the target's quantity; DTI_POINT for what is done */
    int64_t half;     /* the true one may be off by so much: half of the last printed decimal */
    int bound;        /* enum dti__bound */
    const char *text; /* as printed; NULL: whether something is done */
    const struct dti__target_figure *own; /* the targets' own one, or NULL */
    const dti_table *table;               /* where it was looked up, or NULL */
    const dti_dossier *dossier;           /* likewise */
    bool is_computed;                     /* exact points of a table */
};

enum dti__why {              /* what decides a status */
    DTI__WHY_NO_TEXT_FIGURE, /* open: a measure without a figure */
    DTI__WHY_NO_VALUE,       /* open: the source names none */
    DTI__WHY_NO_GROUP,       /* open: nobody says where the group begins */
    DTI__WHY_NO_FIGURE,
    DTI__WHY_AWAITED, /* open: due, and the figure of that year is wanting */
    DTI__WHY_BOUND,   /* open: the source gives a bound that does not tell */
    DTI__WHY_NO_DUE,
    DTI__WHY_NO_BASELINE,
    DTI__WHY_NO_LATER, /* open: no figure since it was set */
    DTI__WHY_NOT_DONE, /* open: not due */
    DTI__WHY_MET,
    DTI__WHY_HELD, /* on course: met, but it counts when it is due */
    DTI__WHY_LINE, /* on course or behind, by the line */
    DTI__WHY_NOT_MET,
};

struct dti__assessed { /* a target */
    int status;        /* dti_target_status */
    enum dti__why why;
    const struct dti__known *actual;   /* NULL: none */
    const struct dti__known *baseline; /* NULL: none */
    bool has_expected;
    int64_t expected;
};

struct dti_assessment {
    atomic_uint_least32_t references;
    struct dti__arena arena;
    dti_targets *targets;
    dti_table **tables;
    size_t table_count;
    dti_dossier **dossiers;
    size_t dossier_count;
    struct dti__date today; /* year 0: not said */
    struct dti__assessed *assessed;
    size_t counts[DTI__TARGET_STATUSES];
    size_t stated_counts[DTI__TARGET_STATUSES];
    dti_report *findings;
};

/* Where figures are looked up: what is found once for all targets. */
struct dti__lookup {
    dti_assessment *assessment;
    size_t *rows;           /* by table: the row of the unit, or DTI_NONE */
    double **values;        /* by dossier and input: in the input's unit */
    const uint8_t **states; /* by dossier and input: dti_state */
};

/* Finds the unit in the tables, and lowers the dossiers, into an arena that need not live on. False
 * when out of memory. */
bool dti__lookup_begin(struct dti__lookup *lookup, struct dti__arena *scratch);

/* The figures of a target up to today, one per year, in the order of years; two that differ are
 * reported. NULL when out of memory. */
const struct dti__known *dti__lookup_figures(const struct dti__lookup *lookup, size_t target,
                                             size_t *count);

/* Where a target stands by these figures. today: year 0 if it is not known. */
struct dti__assessed dti__assess(const struct dti__target *target, const struct dti__known *figures,
                                 size_t count, struct dti__date today);

/* Reports what does not hold together in a target that was assessed (false when out of memory), and
 * then in their number. */
bool dti__assess_review(dti_assessment *assessment, size_t target, const struct dti__known *figures,
                        size_t count);
void dti__assess_review_counts(dti_assessment *assessment);

#endif
