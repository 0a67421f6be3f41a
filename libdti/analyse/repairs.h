/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Repairs of a component: one smallest set of suspects to free, and all small ones that do for a
 * part of it. */
#ifndef DTI_ANALYSE_REPAIRS_H
#define DTI_ANALYSE_REPAIRS_H

#include "analyse/component.h"

enum dti__repaired {
    DTI__REPAIRED,
    DTI__REPAIRED_IN_PART, /* found some; there was too much to look at */
    DTI__REPAIRED_BY_NONE, /* no suspect is to blame: nothing can be freed */
    DTI__REPAIRED_NOMEM,
};

/* A smallest set that makes all hold. */
enum dti__repaired dti__repairs_smallest(struct dti__component *component, uint64_t *out);

/* All minimal sets of at most `most` that make all hold when those of `base` are freed as well;
 * added to `out`, by size. */
enum dti__repaired dti__repairs_list(struct dti__component *component, const uint64_t *base,
                                     size_t most, struct dti__family *out);

#endif
