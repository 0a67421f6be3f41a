/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Scores and ranks a cohort of columns with libdti, the whole and each part of it, and changes
 * single figures of a scoreboard; the peers beside it do the same work with other tools.
 *
 * usage: columns FOLDER COUNT VARIANT */
#include "meter.h"
#include "rows.h"
#include "turns.h"

#include <dti/dti.h>
#include <math.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>

#define MAINS       8
#define PILLARS     3
#define MOST_OUTPUT (1 + PILLARS + MAINS + COMPONENTS)
#define MOST_WORKER 2
/* Scoreboards are for cohorts that somebody looks at. */
#define MOST_ON_BOARD 1000

static const struct variant {
    const char *name;
    dti_vectors vectors;
    int stores_components;
    size_t workers;
} variants[] = {
    {"libdti", DTI_VECTORS_AUTO, 0, 1},         {"libdti-plain", DTI_VECTORS_PLAIN, 0, 1},
    {"libdti-avx2", DTI_VECTORS_AVX2, 0, 1},    {"libdti-components", DTI_VECTORS_AUTO, 1, 1},
    {"libdti-threads", DTI_VECTORS_AUTO, 0, 2},
};

struct cohort;

/* A range of rows and what a thread needs to work on it. */
struct worker {
    struct cohort *cohort;
    size_t first;
    size_t count;
    dti_run_options options;
    dti_bounds *bounds; /* of its rows */
    dti_error *error;
};

struct cohort {
    const char *folder;
    const struct variant *variant;
    struct rows rows;
    struct meter meter;
    dti_allocator allocator;
    dti_framework *framework;
    dti_program *program;
    dti_column columns[COMPONENTS];
    dti_output outputs[MOST_OUTPUT];
    size_t output_count;
    struct worker workers[MOST_WORKER];
    dti_bounds *bounds; /* of all rows */
    int64_t *overall;
    double *ranks;
    dti_scoreboard *board;
    size_t changes;
    uint64_t ranks_seen; /* for the compiler, which might leave out what nobody looks at */
};

static int report(dti_error *error)
{
    char text[512];
    dti_error_format(error, DTI_LANG_EN, text, sizeof text);
    fprintf(stderr, "%s: %s\n", dti_status_name(dti_error_status(error)), text);
    dti_error_free(error);
    return 1;
}

/* ── the work ── */

static void *worker_bounds(void *context)
{
    struct worker *worker = context;
    struct cohort *cohort = worker->cohort;
    worker->options.bounds = NULL; /* those of the last run are gone */
    if (dti_program_bounds(cohort->program, cohort->columns, worker->first, worker->count,
                           &worker->options, &worker->bounds, &worker->error) != DTI_OK)
        worker->bounds = NULL;
    return NULL;
}

static void *worker_score(void *context)
{
    struct worker *worker = context;
    struct cohort *cohort = worker->cohort;
    worker->options.bounds = cohort->bounds;
    /* A failure is seen by its error. */
    (void)!dti_program_run(cohort->program, cohort->columns, cohort->outputs, cohort->output_count,
                           worker->first, worker->count, &worker->options, &worker->error);
    return NULL;
}

/* The calling thread takes the first range itself. */
static int share_out(struct cohort *cohort, void *work(void *))
{
    pthread_t threads[MOST_WORKER];
    size_t count = cohort->variant->workers;
    for (size_t i = 1; i < count; i++)
        if (pthread_create(&threads[i], NULL, work, &cohort->workers[i]) != 0)
            return 1;
    work(&cohort->workers[0]);
    int failed = 0;
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            pthread_join(threads[i], NULL);
        failed |= cohort->workers[i].error ? report(cohort->workers[i].error) : 0;
    }
    return failed;
}

static int find_bounds(void *context)
{
    struct cohort *cohort = context;
    dti_bounds_unref(cohort->bounds);
    cohort->bounds = NULL;
    if (share_out(cohort, worker_bounds) != 0)
        return 1;
    dti_status status = DTI_OK;
    dti_error *error = NULL;
    if (cohort->variant->workers == 1) {
        cohort->bounds = cohort->workers[0].bounds;
    } else {
        const dti_bounds *parts[] = {cohort->workers[0].bounds, cohort->workers[1].bounds};
        status = dti_bounds_merge(parts, 2, &cohort->allocator, &cohort->bounds, &error);
        dti_bounds_unref(cohort->workers[0].bounds);
        dti_bounds_unref(cohort->workers[1].bounds);
    }
    return status == DTI_OK ? 0 : report(error);
}

static int score(void *context)
{
    return share_out(context, worker_score);
}

static int rank(void *context)
{
    struct cohort *cohort = context;
    dti_rank_options options = DTI_RANK_OPTIONS_INIT;
    options.allocator = &cohort->allocator;
    dti_error *error = NULL;
    return dti_rank_points(cohort->overall, cohort->rows.count, &options, cohort->ranks, &error) ==
                   DTI_OK
               ? 0
               : report(error);
}

static int whole(void *context)
{
    return find_bounds(context) || score(context) || rank(context);
}

/* One figure of one unit becomes that of another unit; then the new overall rank is looked at. */
static int change(void *context)
{
    struct cohort *cohort = context;
    size_t step = cohort->changes++;
    size_t unit = step % cohort->rows.count;
    size_t input = step * 37 % COMPONENTS;
    double value = rows_column(&cohort->rows, input)[(unit + 1 + step / 7) % cohort->rows.count];
    dti_error *error = NULL;
    if (dti_scoreboard_set(cohort->board, unit, input, isnan(value) ? 0 : value,
                           isnan(value) ? DTI_STATE_MISSING : DTI_STATE_PRESENT, &error) != DTI_OK)
        return report(error);
    size_t overall = dti_framework_overall(cohort->framework);
    cohort->ranks_seen += dti_scoreboard_ranks_of_all(cohort->board, overall)[unit];
    return 0;
}

/* ── getting ready ── */

/* A bitmap of what is present, as Apache Arrow has it. */
static const uint8_t *validity_of(const double *values, size_t count)
{
    uint8_t *bits = rows_memory(count / 8 + 1);
    for (size_t row = 0; row < count; row++)
        if (!isnan(values[row]))
            bits[row / 8] |= (uint8_t)(1u << (row % 8));
    return bits;
}

static int fill_columns(struct cohort *cohort)
{
    for (size_t component = 0; component < COMPONENTS; component++) {
        char id[16];
        snprintf(id, sizeof id, "c%zu", component);
        size_t input = dti_framework_input_find(cohort->framework, id);
        if (input >= COMPONENTS)
            return 1;
        const double *values = rows_column(&cohort->rows, component);
        cohort->columns[input] =
            (dti_column){.values = values, .validity = validity_of(values, cohort->rows.count)};
    }
    return 0;
}

static int64_t *want(struct cohort *cohort, const char *code)
{
    size_t node = dti_framework_find(cohort->framework, NULL, code);
    int64_t *points = rows_memory(cohort->rows.count * sizeof *points);
    cohort->outputs[cohort->output_count++] =
        (dti_output){.node = node, .measure = DTI_MEASURE_POINTS, .data = points};
    return points;
}

static void fill_outputs(struct cohort *cohort)
{
    static const char *const codes[] = {"pillar-1", "pillar-2", "pillar-3", "1", "2", "3",
                                        "4",        "5",        "6",        "7", "8"};
    cohort->overall = want(cohort, "overall");
    for (size_t i = 0; i < sizeof codes / sizeof codes[0]; i++)
        want(cohort, codes[i]);
    size_t nodes = dti_framework_node_count(cohort->framework);
    for (size_t node = 0; cohort->variant->stores_components && node < nodes; node++)
        if (dti_framework_node_kind(cohort->framework, node) == DTI_NODE_COMPONENT)
            want(cohort, dti_framework_node_code(cohort->framework, node, NULL));
    cohort->ranks = rows_memory(cohort->rows.count * sizeof *cohort->ranks);
}

static dti_status fill_workers(struct cohort *cohort, dti_error **error)
{
    size_t count = cohort->variant->workers;
    size_t each = cohort->rows.count / count;
    dti_status status = DTI_OK;
    for (size_t i = 0; i < count && status == DTI_OK; i++) {
        struct worker *worker = &cohort->workers[i];
        *worker = (struct worker){.cohort = cohort,
                                  .first = i * each,
                                  .count = i + 1 < count ? each : cohort->rows.count - i * each,
                                  .options = DTI_RUN_OPTIONS_INIT};
        worker->options.allocator = &cohort->allocator;
        status =
            dti_scratch_new(cohort->program, &cohort->allocator, &worker->options.scratch, error);
    }
    return status;
}

static dti_status compile(struct cohort *cohort, dti_error **error)
{
    char path[512];
    snprintf(path, sizeof path, "%s/framework.json", cohort->folder);
    dti_parse_options parsing = DTI_PARSE_OPTIONS_INIT;
    parsing.allocator = &cohort->allocator;
    dti_program_options compiling = DTI_PROGRAM_OPTIONS_INIT;
    compiling.allocator = &cohort->allocator;
    compiling.vectors = cohort->variant->vectors;
    dti_status status = dti_framework_load(path, &parsing, &cohort->framework, error);
    if (status == DTI_OK)
        status = dti_program_new(cohort->framework, &compiling, &cohort->program, error);
    return status;
}

static int prepare(struct cohort *cohort)
{
    cohort->allocator = meter_allocator(&cohort->meter);
    dti_error *error = NULL;
    if (compile(cohort, &error) != DTI_OK)
        return report(error);
    if (fill_columns(cohort) != 0)
        return 1;
    fill_outputs(cohort);
    return fill_workers(cohort, &error) == DTI_OK ? 0 : report(error);
}

/* Beside the rest, with memory that is not counted: the bounds are those of the whole cohort. */
static int open_board(struct cohort *cohort)
{
    dti_error *error = NULL;
    if (cohort->rows.count > MOST_ON_BOARD)
        return 0;
    if (find_bounds(cohort) != 0)
        return 1;
    dti_scoreboard_options options = DTI_SCOREBOARD_OPTIONS_INIT;
    options.bounds = cohort->bounds;
    return dti_scoreboard_new(cohort->program, cohort->columns, cohort->rows.count, &options,
                              &cohort->board, &error) == DTI_OK
               ? 0
               : report(error);
}

static void save(void *context, char *path, size_t size)
{
    const struct cohort *cohort = context;
    rows_save(cohort->folder, cohort->variant->name, cohort->rows.count, cohort->overall,
              cohort->ranks, path, size);
}

static size_t memory(const void *context)
{
    const struct cohort *cohort = context;
    return atomic_load(&cohort->meter.peak);
}

static const char *vectors_name(dti_vectors vectors)
{
    switch (vectors) {
    case DTI_VECTORS_PLAIN:
        return "plain";
    case DTI_VECTORS_AVX2:
        return "AVX2";
    case DTI_VECTORS_AVX512:
        return "AVX-512";
    default:
        return "unknown";
    }
}

static int serve(struct cohort *cohort)
{
    struct turns_part parts[] = {{"whole", whole}, {"bounds", find_bounds},
                                 {"score", score}, {"rank", rank},
                                 {NULL, NULL},     {NULL, NULL}};
    if (cohort->board)
        parts[4] = (struct turns_part){"change", change};
    char version[128];
    snprintf(version, sizeof version, "libdti %s, %s, %s", dti_version(), TURNS_COMPILER,
             vectors_name(dti_program_vectors(cohort->program)));
    struct turns_peer peer = {.name = cohort->variant->name,
                              .version = version,
                              .rows = cohort->rows.count,
                              .parts = parts,
                              .context = cohort,
                              .save = save,
                              .memory = memory};
    return turns_serve(&peer);
}

static void close_cohort(struct cohort *cohort)
{
    dti_scoreboard_free(cohort->board);
    for (size_t i = 0; i < cohort->variant->workers; i++)
        dti_scratch_free(cohort->workers[i].options.scratch);
    dti_bounds_unref(cohort->bounds);
    dti_program_unref(cohort->program);
    dti_framework_unref(cohort->framework);
}

int main(int argc, char **argv)
{
    struct cohort cohort = {.folder = argv[1]};
    for (size_t i = 0; argc == 4 && i < sizeof variants / sizeof variants[0]; i++)
        if (strcmp(argv[3], variants[i].name) == 0)
            cohort.variant = &variants[i];
    if (!cohort.variant) {
        fprintf(stderr, "usage: columns FOLDER COUNT VARIANT\n");
        return 2;
    }
    cohort.rows = rows_load(cohort.folder, argv[2]);
    int failed = prepare(&cohort) || open_board(&cohort) || serve(&cohort);
    close_cohort(&cohort);
    return failed;
}
