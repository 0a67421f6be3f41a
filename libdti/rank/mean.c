/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
#include "rank/mean.h"

struct dti__mean dti__mean_begin(void)
{
    return (struct dti__mean){.is_whole = true};
}

void dti__mean_add(struct dti__mean *mean, const struct dti__table_cell *cell, int64_t weight)
{
    mean->is_whole = mean->is_whole && cell->basis != DTI_BASIS_NONE;
    mean->is_printed = mean->is_printed || cell->basis == DTI_BASIS_PRINTED;
    mean->weight += weight;
    dti__wide_add(&mean->points, cell->points, weight);
    dti__wide_add(&mean->half, cell->half, weight);
}

/* ⌈sum ÷ divisor⌉ of what is not negative. */
static bool divide_up(struct dti__wide sum, int64_t divisor, int64_t *out)
{
    if (!dti__wide_divide(sum, divisor, DTI__ROUND_HALF_EVEN, out))
        return false;
    dti__wide_add(&sum, -*out, divisor); /* what is left, below 0 if it was rounded up */
    bool is_left = (sum.high >> 63) == 0 && (sum.high | sum.low) != 0;
    *out += is_left;
    return true;
}

static bool set_cell(const struct dti__mean *mean, int64_t divisor, struct dti__table_cell *cell)
{
    int64_t points = 0;
    int64_t half = 0;
    if (!mean->is_whole ||
        !dti__wide_divide(mean->points, divisor, DTI__ROUND_HALF_EVEN, &points) ||
        !divide_up(mean->half, divisor, &half))
        return false;
    cell->points = points;
    cell->half = half;
    cell->basis = mean->is_printed ? DTI_BASIS_PRINTED : DTI_BASIS_POINTS;
    cell->provenance = DTI_PROVENANCE_DERIVED;
    return true;
}

void dti__mean_end(const struct dti__mean *mean, struct dti__table_cell *cell)
{
    if (mean->weight > 0)
        (void)set_cell(mean, mean->weight, cell);
}

bool dti__mean_of_parts(const dti_framework *framework, struct dti__table_cell *cells, size_t node)
{
    const struct dti__node *at = &framework->nodes[node];
    const struct dti__weighing *weighing = &at->weighing;
    struct dti__mean sum = dti__mean_begin();
    for (size_t i = 0; i < at->child_count; i++)
        dti__mean_add(&sum, &cells[at->children[i]], weighing->weights ? weighing->factors[i] : 1);
    return at->child_count > 0 &&
           set_cell(&sum, weighing->weights ? weighing->divisor : 1, &cells[node]);
}
