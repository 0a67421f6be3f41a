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

/* The number of bits that are set, by halves. */
static uint64_t count_rows(uint64_t rows)
{
    rows -= rows >> 1 & UINT64_C(0x5555555555555555);
    rows = (rows & UINT64_C(0x3333333333333333)) + (rows >> 2 & UINT64_C(0x3333333333333333));
    rows = (rows + (rows >> 4)) & UINT64_C(0x0f0f0f0f0f0f0f0f);
    return (rows * UINT64_C(0x0101010101010101)) >> 56;
}

static bool widen_tile(struct dti__batch *batch, const struct dti__part *part, size_t at, size_t n,
                       void *context)
{
    const struct dti__kernel *kernel = part->kernel;
    const struct pass *pass = context;
    const struct dti__rows rows = {pass->row + at, n};
    struct dti__extent found = {.low = (double)INFINITY, .high = -(double)INFINITY};
    struct dti__cells cells;
    if (!dti__kernel_read(kernel, batch->scratch->columns, &rows, &batch->scratch->room, &cells))
        return false;
    uint64_t present = cells.states.in[DTI_STATE_PRESENT];
    if (batch->program->loops->extent(cells.values, n, present, cells.limits, &found.low,
                                      &found.high) != 0)
        return false;
    found.count = count_rows(present);
    dti__extent_merge(&pass->bounds->extents[kernel->component - batch->scratch->framework->nodes],
                      &found);
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
            dti__batch_use(batch, &batch->program->kernels[i], NULL);
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
        return dti__fail_null(error, "out");
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
