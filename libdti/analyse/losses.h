/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Losses in memory: the items, what they add up to, groups of them, what steps bring, what went
 * from track to track. */
#ifndef DTI_ANALYSE_LOSSES_H
#define DTI_ANALYSE_LOSSES_H

#include "model/table-solve.h"
#include "score/result.h"

#include <dti/losses.h>

#define DTI__LOSSES_BY_COUNT     3 /* of dti_losses_by */
#define DTI__LOSSES_ORDER_COUNT  2 /* of dti_losses_order */
#define DTI__LOSSES_STATED_COUNT 3 /* tracks that are stated: self, appraised, final */

struct dti__loss {
    size_t node;
    int kind; /* dti_loss_kind */
    int cause;
    size_t top; /* the main indicator above it, or the index itself */
    int64_t points;
    int64_t certain;
    double share;
    size_t step; /* DTI_NONE: none */
};

struct dti__loss_group {
    size_t key; /* main indicator; agency of the dossier, one more for nobody; cause */
    int64_t points;
    int64_t shared;
    size_t *items;
    size_t count;
};

struct dti__loss_grouping {
    struct dti__loss_group *groups;
    size_t count;
};

/* What the next step of an item brings: so many points to its component and all above it in the
 * tree, and to each index what its arithmetic makes of them. */
struct dti__loss_step {
    size_t item;
    int64_t gain;
    int ease;       /* 0: the easiest */
    int64_t *gains; /* by index: node − tree_count */
};

/* Where the unit stands in a node among those that matter to its rank: who has more points now if
 * its rank is known, otherwise everybody else. */
struct dti__loss_field {
    bool is_told;
    uint32_t rank; /* now */
    struct dti__interval own;
    struct dti__interval *rivals;
    size_t rival_count;
};

struct dti__loss_cut {
    size_t node;
    int from; /* dti_track */
    int to;
    int64_t points;
    size_t explanation; /* of the dossier; DTI_NONE: none */
};

struct dti_losses {
    atomic_uint_least32_t references;
    struct dti__arena arena;
    dti_result *result;
    dti_table *table; /* NULL: none */
    struct dti__loss *items;
    size_t count;
    int64_t *sums; /* by node */
    struct dti__loss_grouping by[DTI__LOSSES_BY_COUNT];
    struct dti__loss_step *steps; /* in the order of items */
    size_t step_count;
    size_t *orders[DTI__LOSSES_ORDER_COUNT]; /* of items */
    struct dti__loss_field *fields;          /* by node; NULL: no table */
    struct dti__loss_cut *cuts;
    size_t cut_count;
};

/* Each makes a part, after those before it. False when out of memory. */
bool dti__losses_group(dti_losses *losses);
bool dti__losses_find_steps(dti_losses *losses);
bool dti__losses_find_fields(dti_losses *losses);
bool dti__losses_find_cuts(dti_losses *losses);

/* The rank that a unit would have if it had so many points more than now; 0 if it cannot be told.
 */
uint32_t dti__loss_rank(const struct dti__loss_field *field, int64_t gain);

#endif
