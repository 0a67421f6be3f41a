/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Rules: how a quantity becomes a share of the maximum. Data only; the kernels in score/ do the
 * arithmetic. */
#ifndef DTI_MODEL_RULE_H
#define DTI_MODEL_RULE_H

#include "model/quantity.h"

enum dti__rule_kind {
    DTI__RULE_RATIO,
    DTI__RULE_SHARE_OF_BASE,
    DTI__RULE_COUNT,
    DTI__RULE_TIERS,
    DTI__RULE_CHOICE,
    DTI__RULE_CHECKLIST,
    DTI__RULE_DOCUMENT,
    DTI__RULE_GIVEN,
    DTI__RULE_BEST_OF_COHORT, /* this one and the next are measured against bounds */
    DTI__RULE_MIN_MAX,
    DTI__RULE_KIND_COUNT
};

enum dti__base_zero {
    DTI__BASE_ZERO_ZERO,
    DTI__BASE_ZERO_FULL,
    DTI__BASE_ZERO_NOT_APPLICABLE,
};

struct dti__tier { /* best last */
    double threshold;
    double share;
};

struct dti__answer { /* after resolution: one per choice, in the order of the choices */
    const char *name;
    double share;
};

struct dti__item {
    const char *name;
    size_t input;
    double share;
};

struct dti__rule {
    enum dti__rule_kind kind;
    struct dti__quantity quantity; /* all but the checklist */
    double target;                 /* ratio, share-of-base, given */
    double base;                   /* share-of-base */
    double share_per_item;         /* count */
    const struct dti__tier *tiers;
    size_t tier_count;
    double otherwise; /* tiers: the share when none is reached */
    struct dti__answer *answers;
    size_t answer_count;
    struct dti__item *items;
    size_t item_count;
    int64_t count; /* document */
    bool lower_is_better;
    double clamp_low;
    double clamp_high;
    enum dti__base_zero when_base_zero;
    bool base_zero_given;
    size_t *reads; /* distinct inputs, in order */
    size_t read_count;
};

/* True if the rule is measured against the bounds of a cohort. */
bool dti__rule_needs_bounds(const struct dti__rule *rule);

/* Names of the kinds in documents, NULL-terminated, in the order of the enum. */
extern const char *const dti__rule_kinds[];

#endif
