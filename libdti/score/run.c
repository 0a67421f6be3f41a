/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Scoring columns: which nodes the outputs need, the sums of a block, and what is written of them.
 */
#include "diag/finding.h"
#include "score/batch.h"

#include <string.h>

struct run {
    const dti_output *outputs;
    size_t output_count;
    bool counts_states; /* an output needs more than points */
    size_t row;         /* of the block at hand */
    size_t n;
};

/* ---- Planning ---- */

static dti_status check_outputs(const dti_program *program, const struct run *run,
                                dti_error **error)
{
    for (size_t i = 0; i < run->output_count; i++) {
        const dti_output *output = &run->outputs[i];
        const char *wrong =
            output->node >= program->framework->node_count ? "outputs[].node"
            : output->measure < DTI_MEASURE_POINTS || output->measure > DTI_MEASURE_STATE
                ? "outputs[].measure"
                : NULL;
        if (wrong)
            return dti__fail(error, DTI__MSG_ARG_RANGE, DTI__ARGS(DTI__TEXT(wrong)));
        if (!output->data)
            return dti__fail_null(error, "outputs[].data");
    }
    return DTI_OK;
}

/* An output needs all that is below its node. */
static void mark_nodes(const struct run *run, dti_scratch *scratch)
{
    const dti_framework *framework = scratch->framework;
    unsigned char *needs = scratch->needs;
    for (size_t i = 0; i < run->output_count; i++)
        needs[run->outputs[i].node] |= DTI__NODE_NEEDED | DTI__NODE_WANTED;
    for (size_t i = dti__framework_index_count(framework); i-- > 0;) { /* parts come after */
        size_t index = framework->index_order[i];
        for (size_t k = 0; needs[index] != 0 && k < framework->nodes[index].child_count; k++)
            needs[framework->nodes[index].children[k]] |= DTI__NODE_NEEDED;
    }
    for (size_t i = 0; i < framework->tree_count; i++) { /* parents before children */
        size_t parent = framework->nodes[i].parent;
        if (parent != DTI_NONE && needs[parent] != 0)
            needs[i] |= DTI__NODE_NEEDED;
    }
}

static const struct dti__kernel *kernel_of(struct dti__batch *batch, size_t node)
{
    const struct dti__kernel *kernel = &batch->program->kernels[node];
    const dti_bounds *bounds = batch->options.bounds;
    if (!bounds || !dti__rule_needs_bounds(kernel->component->rule))
        return kernel;
    /* A cohort rule compiles to a line, which needs no memory. */
    (void)!dti__kernel_compile(kernel->component, &bounds->extents[node], kernel->loops, NULL,
                               &batch->scratch->kernels[node]);
    return &batch->scratch->kernels[node];
}

/* A component that nobody asks for adds straight to its parent. */
static bool has_tally(const dti_scratch *scratch, size_t node)
{
    if (scratch->framework->nodes[node].rule)
        return (scratch->needs[node] & DTI__NODE_WANTED) != 0 ||
               (scratch->needs[node] != 0 && scratch->framework->nodes[node].parent == DTI_NONE);
    return scratch->needs[node] != 0;
}

static struct dti__tally *tally_of(dti_scratch *scratch, size_t component)
{
    return &scratch->tallies[has_tally(scratch, component)
                                 ? component
                                 : scratch->framework->nodes[component].parent];
}

static void use_components(struct dti__batch *batch)
{
    const dti_framework *framework = batch->scratch->framework;
    for (size_t i = 0; i < framework->tree_count; i++)
        if (framework->nodes[i].rule && batch->scratch->needs[i] != 0)
            dti__batch_use(batch, kernel_of(batch, i), tally_of(batch->scratch, i));
}

/* ---- Memory of the sums ---- */

static size_t row_bytes(const struct run *run, const dti_scratch *scratch)
{
    size_t bytes = 0;
    for (size_t i = 0; i < scratch->framework->node_count; i++)
        if (has_tally(scratch, i))
            bytes += run->counts_states ? 5 * sizeof(int64_t) : sizeof(int64_t);
    return bytes;
}

static int64_t *take(unsigned char **memory, size_t rows)
{
    int64_t *taken = (int64_t *)(void *)*memory;
    *memory += rows * sizeof *taken;
    return taken;
}

static void place_tallies(const struct run *run, struct dti__batch *batch, unsigned char *memory)
{
    dti_scratch *scratch = batch->scratch;
    size_t rows = batch->block_rows;
    for (size_t i = 0; i < scratch->framework->node_count; i++) {
        struct dti__tally *tally = &scratch->tallies[i];
        *tally = (struct dti__tally){.own = NULL};
        if (!has_tally(scratch, i))
            continue;
        tally->own = take(&memory, rows);
        if (!run->counts_states)
            continue;
        tally->open = take(&memory, rows);
        tally->excluded = take(&memory, rows);
        tally->undecided = take(&memory, rows);
        tally->states = (uint8_t *)take(&memory, rows);
    }
}

/* Sums of a block of whole tiles go straight to where the caller wants them. */
static void aim_points(const struct run *run, dti_scratch *scratch)
{
    for (size_t i = 0; i < scratch->framework->node_count; i++)
        scratch->tallies[i].points = scratch->tallies[i].own;
    for (size_t i = 0; run->n % DTI__TILE == 0 && i < run->output_count; i++) {
        const dti_output *output = &run->outputs[i];
        if (output->measure == DTI_MEASURE_POINTS)
            scratch->tallies[output->node].points = (int64_t *)output->data + run->row;
    }
}

/* Components add to what is there; indices are written anew by total() and weigh(). */
static void clear_tallies(const struct run *run, dti_scratch *scratch)
{
    size_t rows = (run->n + DTI__TILE - 1) / DTI__TILE * DTI__TILE;
    for (size_t i = 0; i < scratch->framework->tree_count; i++) {
        struct dti__tally *tally = &scratch->tallies[i];
        if (!tally->points)
            continue;
        memset(tally->points, 0, rows * sizeof *tally->points);
        if (!tally->open)
            continue;
        memset(tally->open, 0, rows * sizeof *tally->open);
        memset(tally->excluded, 0, rows * sizeof *tally->excluded);
        memset(tally->undecided, 0, rows * sizeof *tally->undecided);
    }
}

/* ---- Summing up ---- */

static void add(int64_t *sums, const int64_t *parts, size_t n)
{
    for (size_t i = 0; i < n; i++)
        sums[i] += parts[i];
}

static void add_tally(struct dti__tally *sum, const struct dti__tally *part, size_t n)
{
    add(sum->points, part->points, n);
    if (!sum->open)
        return;
    add(sum->open, part->open, n);
    add(sum->excluded, part->excluded, n);
    add(sum->undecided, part->undecided, n);
}

/* One kind of sums of an index, from those of its main indicators; `offset` of the kind in a tally.
 */
static void total(const struct dti__batch *batch, size_t index, size_t offset, size_t n)
{
    const struct dti__node *node = &batch->scratch->framework->nodes[index];
    const int64_t **parts = batch->scratch->parts;
    int64_t *sums = NULL;
    for (size_t k = 0; k < node->child_count; k++)
        memcpy(&parts[k], (const char *)&batch->scratch->tallies[node->children[k]] + offset,
               sizeof parts[k]);
    memcpy(&sums, (const char *)&batch->scratch->tallies[index] + offset, sizeof sums);
    batch->program->loops->total(sums, parts, node->child_count, n);
}

static void total_tally(const struct dti__batch *batch, size_t index, size_t n)
{
    total(batch, index, offsetof(struct dti__tally, points), n);
    if (!batch->scratch->tallies[index].open)
        return;
    total(batch, index, offsetof(struct dti__tally, open), n);
    total(batch, index, offsetof(struct dti__tally, excluded), n);
    total(batch, index, offsetof(struct dti__tally, undecided), n);
}

/* Few rows are not present, so they are counted one by one. */
static void add_rows(int64_t *sums, uint64_t rows, int64_t amount)
{
    for (size_t i = 0; rows != 0; i++, rows >>= 1)
        sums[i] += rows & 1 ? amount : 0;
}

static void count_states(const struct dti__kernel *kernel, const struct dti__states *states,
                         struct dti__tally *tally, size_t at, size_t n)
{
    uint64_t open = dti__kernel_open(kernel, states);
    uint64_t excluded = dti__kernel_excluded(kernel, states);
    add_rows(tally->open + at, open, kernel->component->max_points);
    add_rows(tally->excluded + at, excluded, kernel->component->max_points);
    add_rows(tally->undecided + at, open | excluded, 1);
    for (size_t i = 0; tally->states && i < n; i++)
        tally->states[at + i] = dti__states_of(states, i);
}

static bool score_tile(struct dti__batch *batch, const struct dti__part *part, size_t at, size_t n,
                       void *context)
{
    const struct run *run = context;
    dti_scratch *scratch = batch->scratch;
    struct dti__tally *tally = part->tally;
    const struct dti__rows rows = {run->row + at, n};
    struct dti__scored scored;
    if (!dti__kernel_run(part->kernel, scratch->columns, &rows, &scratch->room, tally->points + at,
                         &scored))
        return false;
    if (tally->open)
        count_states(part->kernel, &scored.cells.states, tally, at, n);
    return true;
}

static void sum_up(const struct dti__batch *batch, size_t n)
{
    const dti_framework *framework = batch->scratch->framework;
    struct dti__tally *tallies = batch->scratch->tallies;
    for (size_t i = framework->tree_count; i-- > 0;) { /* children before parents */
        if (framework->nodes[i].absent.is_given && tallies[i].points)
            dti__tally_absent(&framework->nodes[i], &tallies[i], n);
        size_t parent = framework->nodes[i].parent;
        if (parent != DTI_NONE && tallies[parent].points && tallies[i].points)
            add_tally(&tallies[parent], &tallies[i], n);
    }
    for (size_t i = 0; i < dti__framework_index_count(framework); i++) {
        size_t index = framework->index_order[i];
        const struct dti__node *node = &framework->nodes[index];
        if (!tallies[index].points)
            continue;
        if (node->absent.is_given)
            dti__tally_absent(node, &tallies[index], n);
        else if (node->weighing.weights)
            dti__tally_weigh(batch, index, n);
        else
            total_tally(batch, index, n);
    }
}

/* ---- Writing ---- */

static double quotient(int64_t part, int64_t whole, double otherwise)
{
    return whole != 0 ? (double)part / (double)whole : otherwise;
}

static void write_states(const struct dti__node *node, const struct dti__tally *tally,
                         size_t leaf_count, size_t n, uint8_t *data)
{
    if (node->rule) {
        memcpy(data, tally->states, n);
        return;
    }
    for (size_t i = 0; i < n; i++)
        data[i] = dti__sum_state((size_t)tally->undecided[i], leaf_count, tally->excluded[i],
                                 node->max_points);
}

static void write_output(const struct dti__batch *batch, const struct run *run,
                         const dti_output *output)
{
    const struct dti__node *node = &batch->scratch->framework->nodes[output->node];
    const struct dti__tally *tally = &batch->scratch->tallies[output->node];
    int64_t *whole = (int64_t *)output->data + run->row;
    double *number = (double *)output->data + run->row;
    switch (output->measure) {
    case DTI_MEASURE_POINTS:
        if (tally->points != whole)
            memcpy(whole, tally->points, run->n * sizeof *whole);
        break;
    case DTI_MEASURE_MAX_POINTS:
        for (size_t i = 0; i < run->n; i++)
            whole[i] = node->max_points - tally->excluded[i];
        break;
    case DTI_MEASURE_UPPER:
        for (size_t i = 0; i < run->n; i++)
            whole[i] = tally->points[i] + tally->open[i];
        break;
    case DTI_MEASURE_VALUE:
        for (size_t i = 0; i < run->n; i++)
            number[i] = quotient(tally->points[i], node->max_points - tally->excluded[i], 0);
        break;
    case DTI_MEASURE_COVERAGE:
        for (size_t i = 0; i < run->n; i++)
            number[i] = quotient(node->max_points - tally->excluded[i] - tally->open[i],
                                 node->max_points - tally->excluded[i], 1);
        break;
    default:
        write_states(node, tally, batch->program->leaf_counts[output->node], run->n,
                     (uint8_t *)output->data + run->row);
    }
}

static dti_status score_block(struct dti__batch *batch, size_t row, size_t n, void *context)
{
    struct run *run = context;
    run->row = row;
    run->n = n;
    aim_points(run, batch->scratch);
    clear_tallies(run, batch->scratch);
    dti_status status = dti__batch_tiles(batch, n, score_tile, run);
    if (status != DTI_OK)
        return status;
    sum_up(batch, n);
    for (size_t i = 0; i < run->output_count; i++)
        write_output(batch, run, &run->outputs[i]);
    return DTI_OK;
}

static dti_status score(struct dti__batch *batch, struct run *run, dti_error **error)
{
    for (size_t i = 0; i < run->output_count; i++)
        run->counts_states = run->counts_states || run->outputs[i].measure != DTI_MEASURE_POINTS;
    mark_nodes(run, batch->scratch);
    use_components(batch);
    unsigned char *memory = dti__batch_reserve(batch, row_bytes(run, batch->scratch));
    if (!memory)
        return dti__fail_nomem(error);
    place_tallies(run, batch, memory);
    return dti__batch_run(batch, score_block, run, error);
}

/* ---- Checking ---- */

static dti_status check_block(struct dti__batch *batch, size_t row, size_t n, void *context)
{
    dti_scratch *scratch = batch->scratch;
    struct dti__cells cells;
    (void)context;
    for (size_t input = 0; input < scratch->framework->input_count; input++)
        for (size_t at = 0; at < n; at += DTI__TILE) {
            const struct dti__rows rows = {row + at, n - at < DTI__TILE ? n - at : DTI__TILE};
            if (!dti__operand_read(&scratch->reported[input], &rows, batch->program->loops,
                                   scratch->room.operand, &cells))
                return DTI_E_VALUE;
        }
    return DTI_OK;
}

/* Without outputs every input is held to what it must be, also those that no component reads. */
static dti_status check(struct dti__batch *batch, dti_error **error)
{
    memset(batch->scratch->is_read, 1, batch->scratch->framework->input_count);
    if (!dti__batch_reserve(batch, 0))
        return dti__fail_nomem(error);
    return dti__batch_run(batch, check_block, NULL, error);
}

dti_status dti_program_run(const dti_program *program, const dti_column *columns,
                           const dti_output *outputs, size_t output_count, size_t first,
                           size_t count, const dti_run_options *options, dti_error **error)
{
    struct dti__batch batch;
    struct run run = {.outputs = outputs, .output_count = output_count};
    dti_status status = dti__batch_begin(&batch, program, columns, first, count, options, error);
    if (status != DTI_OK)
        return status;
    if (batch.options.bounds)
        status = dti__bounds_match(batch.options.bounds, program->framework, error);
    if (status == DTI_OK && output_count > 0 && !outputs)
        status = dti__fail_null(error, "outputs");
    if (status == DTI_OK)
        status = check_outputs(program, &run, error);
    if (status == DTI_OK && count > 0)
        status = output_count > 0 ? score(&batch, &run, error) : check(&batch, error);
    dti__batch_end(&batch);
    return status;
}
