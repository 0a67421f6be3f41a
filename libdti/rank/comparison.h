/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The comparison in memory: lines of nodes, columns of units, and the ranks that no table prints.
 */
#ifndef DTI_RANK_COMPARISON_H
#define DTI_RANK_COMPARISON_H

#include "model/crosswalk.h"
#include "model/table.h"
#include "model/units.h"

#include <dti/comparison.h>

struct dti__comparison_side { /* of a line */
    const size_t *nodes;
    size_t count;
    int64_t max_points;
    uint32_t *ranks; /* computed, one per row of the table; NULL: as printed */
};

struct dti__comparison_line {
    size_t pair; /* of the crosswalk; DTI_NONE without one */
    dti_comparable comparable;
    struct dti__comparison_side sides[2]; /* by dti_side */
    uint32_t *order[2];                   /* units by dti_improved_by, the most improved first */
    size_t order_count[2];
};

struct dti__comparison_unit {
    size_t entry;
    size_t rows[2]; /* by dti_side; DTI_NONE: none */
};

struct dti_comparison {
    atomic_uint_least32_t references;
    struct dti__arena arena;
    dti_table *tables[2]; /* by dti_side */
    dti_crosswalk *crosswalk;
    bool is_one_cohort; /* as many units were ranked before as after, and the same ones */
    struct dti__comparison_line *lines;
    size_t line_count;
    size_t *line_of; /* one per node after */
    struct dti__comparison_unit *units;
    size_t unit_count;
    size_t *unit_of; /* one per entry of the register */
};

/* Compares; the crosswalk (NULL: none is needed) leads from one framework to the other. */
dti_status dti__comparison_make(const dti_table *before, const dti_table *after,
                                const dti_crosswalk *crosswalk, const dti_allocator *allocator,
                                dti_comparison **out, dti_error **error);

/* Fills in the ranks of all lines, and the orders of units by improvement. False when out of
 * memory. */
bool dti__comparison_rank_all(dti_comparison *comparison);
bool dti__comparison_order(dti_comparison *comparison);

/* after ÷ after_max − before ÷ before_max in 10⁻⁹, rounded once, ties to even. Amounts and maxima
 * are at most 2 × 10¹⁵ in size, maxima above 0, quotients below 1000. */
int64_t dti__value_change(int64_t before, int64_t before_max, int64_t after, int64_t after_max);

#endif
