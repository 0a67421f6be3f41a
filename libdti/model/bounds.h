/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Bounds in memory: the extent of a quantity over a cohort, one per component with a cohort rule.
 */
#ifndef DTI_MODEL_BOUNDS_H
#define DTI_MODEL_BOUNDS_H

#include "model/framework.h"

#include <dti/bounds.h>

struct dti__extent { /* of the quantity as the rule reads it: shares as plain numbers */
    double low;      /* -0 is written as 0, so that equal extents have equal bits */
    double high;
    uint64_t count; /* of units; 0: no bounds, and low and high are 0 */
};

struct dti_bounds {
    atomic_uint_least32_t references;
    struct dti__arena arena;
    dti_framework *framework;
    struct dti__extent *extents; /* one per node of the framework */
    struct dti__text2 note;
    _Atomic(char *) digest; /* made by malloc() when first asked for, else NULL */
};

/* Bounds without any extent yet, with one reference; NULL when out of memory. Filled by whoever
 * made them, before anybody else sees them. */
dti_bounds *dti__bounds_new(const dti_framework *framework, const dti_allocator *allocator);

/* The most units that can be counted: up to here a document holds the very number. */
#define DTI__MOST_UNITS UINT64_C(9007199254740991)

/* Widens `into` by `part`; the order of the parts does not matter. */
void dti__extent_merge(struct dti__extent *into, const struct dti__extent *part);

/* The extent that a component is measured against; NULL without bounds, or where they have none. */
const struct dti__extent *dti__bounds_extent(const dti_bounds *bounds, size_t node);

/* DTI_OK if the bounds are those of the framework, otherwise the failure. */
dti_status dti__bounds_match(const dti_bounds *bounds, const dti_framework *framework,
                             dti_error **error);

#endif
