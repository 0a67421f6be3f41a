/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
#include "score/batch.h"

#include "base/rounding.h"
#include "diag/options.h"

#include <string.h>

/* Long runs of each column are what the prefetchers of processors are made for: where it was
 * measured, a quarter of this took a tenth more time, and twice as much gained nothing. */
#define BLOCK_ROWS 32768

/* More than this for the sums and derived columns of one block leaves the caches; frameworks of
 * many nodes get shorter blocks. */
#define BLOCK_BYTES ((size_t)4 << 20)

/* Components whose columns are read side by side: several streams from memory at once hide its
 * latency, and the prefetchers follow about so many well. */
#define STREAMS 3

/* ---- Scratch ---- */

static bool fill_scratch(dti_scratch *scratch)
{
    struct dti__arena *arena = &scratch->arena;
    const dti_framework *framework = scratch->framework;
    size_t inputs = framework->input_count;
    size_t nodes = framework->node_count;
    scratch->reported = dti__arena_array(arena, inputs, sizeof *scratch->reported);
    scratch->columns = dti__arena_array(arena, inputs, sizeof *scratch->columns);
    scratch->is_read = dti__arena_array(arena, inputs, sizeof *scratch->is_read);
    scratch->needs = dti__arena_array(arena, nodes, sizeof *scratch->needs);
    scratch->tallies = dti__arena_array(arena, nodes, sizeof *scratch->tallies);
    scratch->parts = dti__arena_array(arena, nodes, sizeof *scratch->parts);
    scratch->kernels = dti__arena_array(arena, nodes, sizeof *scratch->kernels);
    scratch->active = dti__arena_array(arena, nodes, sizeof *scratch->active);
    return scratch->reported && scratch->columns && scratch->is_read && scratch->needs &&
           scratch->tallies && scratch->parts && scratch->kernels && scratch->active;
}

dti_status dti_scratch_new(const dti_program *program, const dti_allocator *allocator,
                           dti_scratch **out, dti_error **error)
{
    dti_allocator known;
    struct dti__arena arena;
    if (!program || !out)
        return dti__fail_null(error, program ? "out" : "program");
    dti_status status = dti__options_allocator(allocator, &known, error);
    if (status != DTI_OK)
        return status;
    dti__arena_init(&arena, &known);
    dti_scratch *scratch = dti__arena_alloc(&arena, sizeof *scratch);
    if (!scratch)
        return dti__fail_nomem(error);
    scratch->arena = arena;
    scratch->framework = dti_framework_ref(program->framework);
    if (!fill_scratch(scratch)) {
        dti_scratch_free(scratch);
        return dti__fail_nomem(error);
    }
    *out = scratch;
    return DTI_OK;
}

void dti_scratch_free(dti_scratch *scratch)
{
    if (!scratch)
        return;
    dti__release(&scratch->arena.allocator, scratch->block, scratch->block_bytes);
    dti_framework_unref(scratch->framework);
    struct dti__arena arena = scratch->arena; /* the scratch lies in it */
    dti__arena_release(&arena);
}

/* ---- Beginning and ending ---- */

static dti_status check_columns(const dti_program *program, const dti_column *columns,
                                dti_error **error)
{
    for (size_t i = 0; i < program->framework->input_count; i++)
        if (columns[i].states && columns[i].validity)
            return dti__fail(error, DTI__MSG_TWO_STATES,
                             DTI__ARGS(DTI__TEXT(program->framework->inputs[i].id)));
    return DTI_OK;
}

static dti_status check_options(const struct dti__batch *batch, dti_error **error)
{
    const dti_run_options *options = &batch->options;
    const dti_framework *framework = batch->program->framework;
    if ((options->flags & ~DTI_RUN_NAN_IS_MISSING) != 0)
        return dti__fail(error, DTI__MSG_OPTIONS_VERSION, DTI__NO_ARGS);
    if (options->scratch && options->scratch->framework != framework)
        return dti__fail(error, DTI__MSG_ARG_RANGE, DTI__ARGS(DTI__TEXT("scratch")));
    return DTI_OK;
}

static void prepare(struct dti__batch *batch)
{
    dti_scratch *scratch = batch->scratch;
    size_t wanted = batch->options.block_rows ? batch->options.block_rows : BLOCK_ROWS;
    batch->block_rows = (wanted + DTI__TILE - 1) / DTI__TILE * DTI__TILE;
    memset(scratch->is_read, 0, scratch->framework->input_count);
    memset(scratch->needs, 0, scratch->framework->node_count);
    scratch->active_count = 0;
}

dti_status dti__batch_begin(struct dti__batch *batch, const dti_program *program,
                            const dti_column *columns, size_t first, size_t count,
                            const dti_run_options *options, dti_error **error)
{
    *batch = (struct dti__batch){.program = program,
                                 .columns = columns,
                                 .first = first,
                                 .count = count,
                                 .options = DTI_RUN_OPTIONS_INIT};
    if (!program || !columns)
        return dti__fail_null(error, program ? "columns" : "program");
    if (count > SIZE_MAX - first)
        return dti__fail(error, DTI__MSG_ARG_RANGE, DTI__ARGS(DTI__TEXT("count")));
    dti_status status = dti__options_read(options, &batch->options, sizeof batch->options,
                                          "dti_run_options", error);
    if (status == DTI_OK)
        status = check_options(batch, error);
    if (status == DTI_OK)
        status = check_columns(program, columns, error);
    batch->scratch = batch->options.scratch;
    batch->owns_scratch = !batch->scratch;
    if (status == DTI_OK && batch->owns_scratch)
        status = dti_scratch_new(program, batch->options.allocator, &batch->scratch, error);
    if (status != DTI_OK)
        return status;
    prepare(batch);
    batch->rounding = dti__rounding_begin();
    return DTI_OK;
}

void dti__batch_end(struct dti__batch *batch)
{
    dti__rounding_end(batch->rounding);
    if (batch->owns_scratch)
        dti_scratch_free(batch->scratch);
}

void dti__batch_use(struct dti__batch *batch, const struct dti__kernel *kernel,
                    struct dti__tally *tally)
{
    const struct dti__rule *rule = kernel->component->rule;
    dti_scratch *scratch = batch->scratch;
    scratch->active[scratch->active_count++] = (struct dti__part){kernel, tally};
    for (size_t i = 0; i < rule->read_count; i++)
        scratch->is_read[rule->reads[i]] = 1;
}

/* ---- Memory of a block ---- */

static void read_operands(dti_scratch *scratch, const struct dti__operands *operands)
{
    for (size_t i = 0; i < operands->count; i++)
        scratch->is_read[operands->inputs[i]] = 1;
}

/* Puts every input that is read in place; returns how many of them are derived. */
static size_t place_columns(struct dti__batch *batch)
{
    dti_scratch *scratch = batch->scratch;
    const dti_framework *framework = scratch->framework;
    size_t derived = 0;
    for (size_t i = framework->derive_count; i-- > 0;) { /* what is derived before its operands */
        size_t index = framework->derive_order[i];
        if (!scratch->is_read[index])
            continue;
        derived++;
        read_operands(scratch, &framework->inputs[index].derive.of);
        read_operands(scratch, &framework->inputs[index].derive.to);
    }
    for (size_t i = 0; i < framework->input_count; i++) {
        if (!scratch->is_read[i])
            continue;
        scratch->reported[i] =
            dti__program_column(batch->program, i, &batch->columns[i], batch->options.flags);
        scratch->columns[i] = scratch->reported[i];
    }
    return derived;
}

static void place_derived(struct dti__batch *batch, unsigned char *memory)
{
    dti_scratch *scratch = batch->scratch;
    size_t rows = batch->block_rows;
    for (size_t i = 0; i < scratch->framework->derive_count; i++) {
        struct dti__column *column = &scratch->columns[scratch->framework->derive_order[i]];
        if (!scratch->is_read[scratch->framework->derive_order[i]])
            continue;
        *column = (struct dti__column){.values = (const double *)(const void *)memory};
        memory += rows * sizeof(double);
        column->tiles = (const struct dti__states *)(const void *)memory;
        memory += rows / DTI__TILE * sizeof(struct dti__states);
    }
}

unsigned char *dti__batch_reserve(struct dti__batch *batch, size_t row_bytes)
{
    dti_scratch *scratch = batch->scratch;
    size_t states = sizeof(struct dti__states) / DTI__TILE + 1;
    size_t derived_bytes = place_columns(batch) * (sizeof(double) + states);
    size_t all = row_bytes + derived_bytes + sizeof(double);
    while (batch->block_rows > DTI__TILE && batch->block_rows > BLOCK_BYTES / all)
        batch->block_rows = (batch->block_rows / 2 + DTI__TILE - 1) / DTI__TILE * DTI__TILE;
    if (batch->block_rows > batch->count) /* no more than there is */
        batch->block_rows = (batch->count + DTI__TILE - 1) / DTI__TILE * DTI__TILE;
    size_t bytes = batch->block_rows * all + sizeof(double);
    if (bytes > scratch->block_bytes) {
        void *block =
            dti__resize(&scratch->arena.allocator, scratch->block, scratch->block_bytes, bytes);
        if (!block)
            return NULL;
        scratch->block = block;
        scratch->block_bytes = bytes;
    }
    unsigned char *memory = scratch->block;
    place_derived(batch, memory + batch->block_rows * row_bytes);
    return memory;
}

/* ---- Running ---- */

static bool derive_tile(struct dti__batch *batch, size_t index, const struct dti__rows *rows,
                        size_t at)
{
    dti_scratch *scratch = batch->scratch;
    const struct dti__loops *loops = batch->program->loops;
    const struct dti__input *input = &scratch->framework->inputs[index];
    /* The block is the scratch's own memory; columns only show it as constant. */
    double *values = (double *)(uintptr_t)scratch->columns[index].values + at;
    struct dti__states *states =
        (struct dti__states *)(uintptr_t)scratch->columns[index].tiles + at / DTI__TILE;
    struct dti__cells cells;
    if (!dti__operand_read(&scratch->reported[index], rows, loops, scratch->room.operand, &cells))
        return false;
    memcpy(values, cells.values, rows->n * sizeof *values);
    *states = cells.states;
    if (!dti__quantity_read(&input->derive, scratch->columns, rows, loops, &scratch->room,
                            &cells) ||
        !dti__cells_are_sound(&cells, rows, loops))
        return false;
    dti__derived_take(input->prefer_derived, &cells, rows, values, states);
    return true;
}

static bool derive(struct dti__batch *batch, size_t row, size_t n)
{
    dti_scratch *scratch = batch->scratch;
    const dti_framework *framework = scratch->framework;
    for (size_t i = 0; i < framework->derive_count; i++) {
        size_t index = framework->derive_order[i];
        if (!scratch->is_read[index])
            continue;
        scratch->columns[index].first = row;
        for (size_t at = 0; at < n; at += DTI__TILE) {
            const struct dti__rows rows = {row + at, n - at < DTI__TILE ? n - at : DTI__TILE};
            if (!derive_tile(batch, index, &rows, at))
                return false;
        }
    }
    return true;
}

/* Whole tiles first, what is left over as a block of its own. */
static size_t next_block(const struct dti__batch *batch, size_t done)
{
    size_t left = batch->count - done;
    if (left >= batch->block_rows)
        return batch->block_rows;
    return left < DTI__TILE ? left : left / DTI__TILE * DTI__TILE;
}

dti_status dti__batch_run(struct dti__batch *batch, dti__block_fn *work, void *context,
                          dti_error **error)
{
    for (size_t done = 0; done < batch->count;) {
        size_t n = next_block(batch, done);
        dti_status status = derive(batch, batch->first + done, n)
                                ? work(batch, batch->first + done, n, context)
                                : DTI_E_VALUE;
        if (status == DTI_E_VALUE)
            return dti__batch_fault(batch, error);
        done += n;
        if (batch->options.progress &&
            batch->options.progress(batch->options.progress_context, done, batch->count) != 0)
            return dti__fail(error, DTI__MSG_CANCELLED, DTI__NO_ARGS);
    }
    return DTI_OK;
}

dti_status dti__batch_tiles(struct dti__batch *batch, size_t n, dti__tile_fn *work, void *context)
{
    dti_scratch *scratch = batch->scratch;
    for (size_t first = 0; first < scratch->active_count; first += STREAMS) {
        size_t left = scratch->active_count - first;
        size_t count = left < STREAMS ? left : STREAMS;
        for (size_t at = 0; at < n; at += DTI__TILE)
            for (size_t i = first; i < first + count; i++)
                if (!work(batch, &scratch->active[i], at, n - at < DTI__TILE ? n - at : DTI__TILE,
                          context))
                    return DTI_E_VALUE;
    }
    return DTI_OK;
}
