/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The bounds of columns: the lowest and the highest quantity of every cohort rule. */
#include "diag/options.h"
#include "score/batch.h"

#include <math.h>

struct pass {
    dti_bounds *bounds;
    size_t row; /* of the block at hand */
};

static uint64_t count_rows(uint64_t rows)
{
    uint64_t count = 0;
    for (; rows != 0; rows &= rows - 1)
        count++;
    return count;
}

static bool widen_tile(struct dti__batch *batch, const struct dti__kernel *kernel, size_t at,
                       size_t n, void *context)
{
    const struct pass *pass = context;
    const struct dti__loops *loops = batch->program->loops;
    const struct dti__rows rows = {pass->row + at, n};
    struct dti__cells cells;
    if (!dti__quantity_read(&kernel->component->rule->quantity, batch->scratch->columns, &rows,
                            loops, &batch->scratch->room, &cells))
        return false;
    uint64_t present = cells.states.in[DTI_STATE_PRESENT];
    if (cells.limits && loops->refused(cells.values, n, present, cells.limits) != 0)
        return false;
    if (present == 0)
        return true;
    struct dti__extent part = {(double)INFINITY, -(double)INFINITY, count_rows(present)};
    loops->extent(cells.values, n, present, &part.low, &part.high);
    dti__extent_merge(&pass->bounds->extents[kernel->component - batch->scratch->framework->nodes],
                      &part);
    return true;
}

static dti_status widen_block(struct dti__batch *batch, size_t row, size_t n, void *context)
{
    struct pass *pass = context;
    pass->row = row;
    return dti__batch_tiles(batch, n, widen_tile, pass);
}

static dti_status widen(struct dti__batch *batch, dti_bounds *bounds, dti_error **error)
{
    const dti_framework *framework = batch->program->framework;
    struct pass pass = {.bounds = bounds};
    for (size_t i = 0; i < framework->tree_count; i++)
        if (framework->nodes[i].rule && dti__rule_needs_bounds(framework->nodes[i].rule))
            dti__batch_use(batch, &batch->program->kernels[i]);
    if (batch->count == 0)
        return DTI_OK;
    if (!dti__batch_reserve(batch, 0))
        return dti__fail_nomem(error);
    return dti__batch_run(batch, widen_block, &pass, error);
}

dti_status dti_program_bounds(const dti_program *program, const dti_column *columns, size_t first,
                              size_t count, const dti_run_options *options, dti_bounds **out,
                              dti_error **error)
{
    struct dti__batch batch;
    if (!out)
        return dti__fail(error, DTI__MSG_ARG_NULL, DTI__ARGS(DTI__TEXT("out")));
    dti_status status = dti__batch_begin(&batch, program, columns, first, count, options, error);
    if (status != DTI_OK)
        return status;
    dti_bounds *bounds = NULL;
    dti_allocator allocator;
    status = dti__options_allocator(batch.options.allocator, &allocator, error);
    if (status == DTI_OK) {
        bounds = dti__bounds_new(program->framework, &allocator);
        status = bounds ? widen(&batch, bounds, error) : dti__fail_nomem(error);
    }
    dti__batch_end(&batch);
    if (status == DTI_OK)
        *out = bounds;
    else
        dti_bounds_unref(bounds);
    return status;
}
