/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Runs over columns: what is refused and where it says the fault is, how states are given,
 * progress, and that nothing is written beside the rows asked for. */
#include "samples.h"

#include <math.h>
#include <pthread.h>
#include <stdio.h>

#define ROWS             300 /* four tiles of 64 and a part */
#define INPUTS           17
#define LENGTH_OF(array) (int)(sizeof(array) / sizeof((array)[0]))
#define PATTERN          0x5A

static dti_framework *framework;
static dti_program *program;
static dti_column columns[INPUTS];
static double values[INPUTS][ROWS];
static uint8_t states[ROWS];
static size_t total;

/* Points of 1.1.1 are users-share / 0.8 × 10, at most 10; users-share is row % 101 per cent. */
static void setup(void)
{
    dti_error *error = NULL;
    framework = sample_framework(SAMPLE_TINY_FRAMEWORK);
    ck_assert_uint_eq(dti_framework_input_count(framework), INPUTS);
    sample_must(dti_program_new(framework, NULL, &program, &error), &error);
    const size_t share = sample_input(framework, "users-share");
    for (size_t i = 0; i < INPUTS; i++) {
        columns[i] = (dti_column){.values = values[i]};
        for (size_t row = 0; row < ROWS; row++)
            values[i][row] = i == share ? (double)(row % 101) : 1;
    }
    memset(states, DTI_STATE_PRESENT, sizeof states);
    total = dti_framework_find(framework, NULL, "total");
    ck_assert_uint_ne(total, DTI_NONE);
}

static void teardown(void)
{
    dti_program_unref(program);
    dti_framework_unref(framework);
}

static size_t node_of(const char *code)
{
    const size_t node = dti_framework_find(framework, NULL, code);
    ck_assert_msg(node != DTI_NONE, "no node %s", code);
    return node;
}

static dti_column *column_of(const char *input)
{
    return &columns[sample_input(framework, input)];
}

static double *values_of(const char *input)
{
    return values[sample_input(framework, input)];
}

static void run(size_t node, dti_measure measure, void *data, size_t first, size_t count,
                const dti_run_options *options)
{
    const dti_output output = {node, measure, data};
    dti_error *error = NULL;
    sample_must(dti_program_run(program, columns, &output, 1, first, count, options, &error),
                &error);
}

/* ---- Calls that make no sense ---- */

static void refuse_outputs(const dti_output *outputs, size_t count)
{
    dti_error *error = NULL;
    sample_refused(dti_program_run(program, columns, outputs, count, 0, ROWS, NULL, &error),
                   DTI_E_ARG, &error);
    /* Also when there is nothing to write. */
    sample_refused(dti_program_run(program, columns, outputs, count, 0, 0, NULL, &error), DTI_E_ARG,
                   &error);
}

START_TEST(outputs_that_cannot_be)
{
    int64_t points[ROWS];
    const size_t nodes = dti_framework_node_count(framework);
    const dti_output wrong[][2] = {
        {{0, DTI_MEASURE_POINTS, points}, {nodes, DTI_MEASURE_POINTS, points}},
        {{0, DTI_MEASURE_POINTS, points}, {DTI_NONE, DTI_MEASURE_POINTS, points}},
        {{0, DTI_MEASURE_POINTS, points}, {0, (dti_measure)(DTI_MEASURE_STATE + 1), points}},
        {{0, DTI_MEASURE_POINTS, points}, {0, (dti_measure)-1, points}},
        {{0, DTI_MEASURE_POINTS, points}, {0, DTI_MEASURE_FORCE_INT, points}},
        {{0, DTI_MEASURE_POINTS, points}, {0, DTI_MEASURE_POINTS, NULL}},
    };
    for (int i = 0; i < LENGTH_OF(wrong); i++)
        refuse_outputs(wrong[i], 2);
    refuse_outputs(NULL, 1);
}
END_TEST

START_TEST(calls_without_what_they_need)
{
    dti_bounds *bounds = NULL;
    dti_error *error = NULL;
    sample_refused(dti_program_run(NULL, columns, NULL, 0, 0, 1, NULL, &error), DTI_E_ARG, &error);
    sample_refused(dti_program_run(program, NULL, NULL, 0, 0, 1, NULL, &error), DTI_E_ARG, &error);
    sample_refused(dti_program_run(program, columns, NULL, 0, SIZE_MAX, 1, NULL, &error), DTI_E_ARG,
                   &error);
    sample_refused(dti_program_run(program, columns, NULL, 0, 1, SIZE_MAX, NULL, &error), DTI_E_ARG,
                   &error);
    sample_refused(dti_program_bounds(NULL, columns, 0, 1, NULL, &bounds, &error), DTI_E_ARG,
                   &error);
    sample_refused(dti_program_bounds(program, NULL, 0, 1, NULL, &bounds, &error), DTI_E_ARG,
                   &error);
    sample_refused(dti_program_bounds(program, columns, 0, 1, NULL, NULL, &error), DTI_E_ARG,
                   &error);
    sample_refused(dti_program_bounds(program, columns, 2, SIZE_MAX, NULL, &bounds, &error),
                   DTI_E_ARG, &error);
    ck_assert_ptr_null(bounds);
}
END_TEST

START_TEST(programs_that_cannot_be)
{
    static const int vectors[] = {-1, DTI_VECTORS_AVX512 + 1, DTI_VECTORS_FORCE_INT};
    dti_program_options options = DTI_PROGRAM_OPTIONS_INIT;
    dti_program *made = NULL;
    dti_scratch *scratch = NULL;
    dti_error *error = NULL;
    for (int i = 0; i < LENGTH_OF(vectors); i++) {
        options.vectors = (dti_vectors)vectors[i];
        sample_refused(dti_program_new(framework, &options, &made, &error), DTI_E_ARG, &error);
    }
    sample_refused(dti_program_new(NULL, NULL, &made, &error), DTI_E_ARG, &error);
    sample_refused(dti_program_new(framework, NULL, NULL, &error), DTI_E_ARG, &error);
    sample_refused(dti_scratch_new(NULL, NULL, &scratch, &error), DTI_E_ARG, &error);
    sample_refused(dti_scratch_new(program, NULL, NULL, &error), DTI_E_ARG, &error);
    ck_assert(made == NULL && scratch == NULL);
    ck_assert_int_ne(dti_program_vectors(program), DTI_VECTORS_AUTO);
    ck_assert_int_eq(dti_program_vectors(NULL), DTI_VECTORS_AUTO);
    ck_assert_ptr_eq(dti_program_framework(program), framework);
    ck_assert_ptr_null(dti_program_framework(NULL));
    dti_scratch_free(NULL);
}
END_TEST

/* Both a bitmap and states: which of them would count? The message names the column. */
START_TEST(two_kinds_of_states)
{
    static const uint8_t bitmap[ROWS / 8 + 1];
    dti_error *error = NULL;
    column_of("incidents")->states = states;
    column_of("incidents")->validity = bitmap;
    const dti_status status = dti_program_run(program, columns, NULL, 0, 0, 0, NULL, &error);
    ck_assert_str_eq(dti_error_arg(error, 0), "incidents");
    sample_refused(status, DTI_E_ARG, &error);
}
END_TEST

static void refuse_options(const dti_run_options *options, dti_status status)
{
    dti_bounds *bounds = NULL;
    dti_error *error = NULL;
    sample_refused(dti_program_run(program, columns, NULL, 0, 0, ROWS, options, &error), status,
                   &error);
    sample_refused(dti_program_bounds(program, columns, 0, ROWS, options, &bounds, &error), status,
                   &error);
    ck_assert_ptr_null(bounds);
}

START_TEST(options_that_cannot_be)
{
    struct {
        dti_run_options known;
        uint64_t unknown;
    } later = {DTI_RUN_OPTIONS_INIT, 1};
    dti_run_options options = DTI_RUN_OPTIONS_INIT;
    options.flags = 2;
    refuse_options(&options, DTI_E_VERSION);
    options.flags = 0x80000001u;
    refuse_options(&options, DTI_E_VERSION);
    later.known.size = sizeof later;
    refuse_options(&later.known, DTI_E_VERSION);
    later.unknown = 0; /* of a later version that wants nothing new */
    int64_t points[ROWS];
    run(total, DTI_MEASURE_POINTS, points, 0, ROWS, &later.known);
    options.flags = 0;
    options.size = 3;
    refuse_options(&options, DTI_E_ARG);
    options.size = 0;
    refuse_options(&options, DTI_E_ARG);
}
END_TEST

START_TEST(what_belongs_to_another_framework)
{
    dti_framework *other = sample_framework(SAMPLE_COHORT_FRAMEWORK);
    dti_bounds *bounds = sample_bounds(SAMPLE_COHORT_BOUNDS, other);
    dti_run_options options = DTI_RUN_OPTIONS_INIT;
    dti_program *foreign = NULL;
    dti_error *error = NULL;
    sample_must(dti_program_new(other, NULL, &foreign, &error), &error);
    sample_must(dti_scratch_new(foreign, NULL, &options.scratch, &error), &error);
    refuse_options(&options, DTI_E_ARG);
    dti_scratch_free(options.scratch);
    options.scratch = NULL;
    options.bounds = bounds;
    sample_refused(dti_program_run(program, columns, NULL, 0, 0, ROWS, &options, &error),
                   DTI_E_VERSION, &error);
    dti_program_unref(foreign);
    dti_bounds_unref(bounds);
    dti_framework_unref(other);
}
END_TEST

/* ---- Figures that cannot be ---- */

/* The run is refused at that place, with and without outputs, whatever the blocks. */
static void refuse_at(const char *id, const char *input, size_t row, const char *arg)
{
    static const uint32_t blocks[] = {0, 1, 64, 128};
    int64_t points[ROWS];
    char pointer[64];
    const dti_output output = {total, DTI_MEASURE_POINTS, points};
    snprintf(pointer, sizeof pointer, "/%s/%zu", input, row);
    for (int i = 0; i < 2 * LENGTH_OF(blocks); i++) {
        dti_run_options options = DTI_RUN_OPTIONS_INIT;
        dti_error *error = NULL;
        options.block_rows = blocks[i / 2];
        const dti_status status =
            dti_program_run(program, columns, &output, (size_t)i % 2, 0, ROWS, &options, &error);
        ck_assert_str_eq(dti_error_pointer(error), pointer);
        ck_assert_str_eq(dti_error_id(error), id);
        ck_assert_str_eq(dti_error_arg(error, 0), input);
        if (arg)
            ck_assert_str_eq(dti_error_arg(error, 2), arg);
        sample_refused(status, DTI_E_VALUE, &error);
    }
}

START_TEST(refused_figures)
{
    static const struct {
        const char *input;
        double value;
        const char *id;
        const char *arg;
    } wrong[] = {
        {"users-share", (double)NAN, "DTI-0340", NULL},
        {"users-share", (double)INFINITY, "DTI-0340", NULL},
        {"users-share", -(double)INFINITY, "DTI-0340", NULL},
        {"users-share", 100.5, "DTI-0341", "100.5"},
        {"users-share", -0.25, "DTI-0341", "-0.25"},
        {"satisfaction", 100.5, "DTI-0341", "100.5"},
        {"spending", 5000.5, "DTI-0341", "5000.5"},
        {"users", 2.5, "DTI-0342", "2.5"},
        {"users", -1, "DTI-0341", "-1"},
        {"users", (double)NAN, "DTI-0340", NULL},
        {"incidents", 0.5, "DTI-0342", "0.5"},
        {"incidents", 1e300, "DTI-0341", NULL},
        {"committee-head", 3, "DTI-0341", "3"}, /* of three */
        {"committee-head", -1, "DTI-0341", "-1"},
        {"committee-head", 0.5, "DTI-0342", "0.5"},
        {"plan-issued", 2, "DTI-0341", "2"},
        {"portal-open", 0.5, "DTI-0342", "0.5"},
        {"platforms", 1.5, "DTI-0342", "1.5"},
    };
    static const size_t rows[] = {0, 5, 63, 64, 255, 256, 299}; /* of tiles and of what is left */
    for (int i = 0; i < LENGTH_OF(rows); i++) {
        double *cell = &values_of(wrong[_i].input)[rows[i]];
        const double before = *cell;
        *cell = wrong[_i].value;
        refuse_at(wrong[_i].id, wrong[_i].input, rows[i], wrong[_i].arg);
        *cell = before;
    }
    dti_error *error = NULL;
    sample_must(dti_program_run(program, columns, NULL, 0, 0, ROWS, NULL, &error), &error);
}
END_TEST
#define REFUSED_FIGURES 18

START_TEST(refused_states)
{
    static const char *const inputs[] = {"users-share", "users", "committee-head", "platforms"};
    static const uint8_t wrong[] = {5, 6, 7, 8, 200, 255};
    static const char *const names[] = {"5", "6", "7", "8", "200", "255"};
    static const size_t rows[] = {0, 63, 64, 290};
    for (int i = 0; i < LENGTH_OF(wrong); i++)
        for (int k = 0; k < LENGTH_OF(rows); k++) {
            dti_column *column = column_of(inputs[k]);
            column->states = states;
            states[rows[k]] = wrong[i];
            refuse_at("DTI-0343", inputs[k], rows[k], names[i]);
            states[rows[k]] = DTI_STATE_PRESENT;
            column->states = NULL;
        }
}
END_TEST

/* By input first, then by row: what is told does not hang on blocks or on who reads what. */
START_TEST(the_first_of_many)
{
    values_of("satisfaction")[0] = (double)NAN;
    refuse_at("DTI-0340", "satisfaction", 0, NULL);
    values_of("incidents")[299] = 0.5; /* an input before that one */
    refuse_at("DTI-0342", "incidents", 299, NULL);
    values_of("incidents")[130] = -1;
    refuse_at("DTI-0341", "incidents", 130, NULL);
    values_of("adults")[298] = 0.25; /* only read for what derives from it */
    refuse_at("DTI-0342", "adults", 298, NULL);
    values_of("adults")[65] = 0.75;
    refuse_at("DTI-0342", "adults", 65, NULL);
}
END_TEST

/* Rows beside the range and inputs that the output does not need are nobody's business. */
START_TEST(what_is_not_read_is_not_refused)
{
    int64_t points[ROWS];
    values_of("satisfaction")[0] = (double)NAN;
    run(node_of("2.3"), DTI_MEASURE_POINTS, points, 0, ROWS, NULL);
    run(total, DTI_MEASURE_POINTS, points, 1, ROWS - 1, NULL);
    values_of("satisfaction")[ROWS - 1] = 101;
    run(total, DTI_MEASURE_POINTS, points, 1, ROWS - 2, NULL);
    column_of("satisfaction")->values = NULL;
    run(total, DTI_MEASURE_POINTS, points, 0, ROWS, NULL);
}
END_TEST

/* Without outputs all inputs are read, also those of no component. */
START_TEST(checking_reads_everything)
{
    int64_t points[ROWS];
    dti_error *error = NULL;
    values_of("slogan")[77] = (double)NAN;
    run(total, DTI_MEASURE_POINTS, points, 0, ROWS, NULL);
    const dti_status status = dti_program_run(program, columns, NULL, 0, 0, ROWS, NULL, &error);
    ck_assert_str_eq(dti_error_pointer(error), "/slogan/77");
    sample_refused(status, DTI_E_VALUE, &error);
    sample_must(dti_program_run(program, columns, NULL, 0, 0, 77, NULL, &error), &error);
}
END_TEST

/* Bounds are of cohort rules only, and refuse what these read. */
START_TEST(bounds_refuse_figures)
{
    dti_framework *cohort = sample_framework(SAMPLE_COHORT_FRAMEWORK);
    dti_program *compiled = NULL;
    dti_bounds *bounds = NULL;
    dti_error *error = NULL;
    double coverage[ROWS] = {0};
    dti_column given[5] = {{0}};
    ck_assert_uint_eq(dti_framework_input_count(cohort), 5);
    sample_must(dti_program_new(cohort, NULL, &compiled, &error), &error);
    given[sample_input(cohort, "coverage")].values = coverage;
    coverage[290] = 100.5;
    const dti_status status = dti_program_bounds(compiled, given, 0, ROWS, NULL, &bounds, &error);
    ck_assert_str_eq(dti_error_pointer(error), "/coverage/290");
    sample_refused(status, DTI_E_VALUE, &error);
    ck_assert_ptr_null(bounds);
    sample_must(dti_program_bounds(compiled, given, 0, 290, NULL, &bounds, &error), &error);
    ck_assert_uint_eq(dti_bounds_count(bounds, dti_framework_find(cohort, NULL, "1.1")), 290);
    ck_assert_uint_eq(dti_bounds_count(bounds, dti_framework_find(cohort, NULL, "1.4")), 0);
    dti_bounds_unref(bounds);
    dti_program_unref(compiled);
    dti_framework_unref(cohort);
}
END_TEST

/* ---- States ---- */

START_TEST(nan_is_missing_if_asked)
{
    uint8_t found[ROWS];
    dti_run_options options = DTI_RUN_OPTIONS_INIT;
    options.flags = DTI_RUN_NAN_IS_MISSING;
    for (size_t row = 0; row < ROWS; row += 7)
        values_of("incidents")[row] = values_of("satisfaction")[row] = (double)NAN;
    column_of("satisfaction")->states = states;
    states[7] = DTI_STATE_REJECTED; /* stays what it is */
    run(node_of("2.3"), DTI_MEASURE_STATE, found, 0, ROWS, &options);
    for (size_t row = 0; row < ROWS; row++)
        ck_assert_int_eq(found[row], row % 7 == 0 ? DTI_STATE_MISSING : DTI_STATE_PRESENT);
    run(node_of("2.4"), DTI_MEASURE_STATE, found, 0, ROWS, &options);
    for (size_t row = 0; row < ROWS; row++)
        ck_assert_int_eq(found[row], row == 7       ? DTI_STATE_REJECTED
                                     : row % 7 == 0 ? DTI_STATE_MISSING
                                                    : DTI_STATE_PRESENT);
    /* Infinity is not what pandas writes for nothing. */
    values_of("incidents")[1] = (double)INFINITY;
    dti_error *error = NULL;
    sample_refused(dti_program_run(program, columns, NULL, 0, 0, ROWS, &options, &error),
                   DTI_E_VALUE, &error);
}
END_TEST

/* Points are as if nothing but zeros stood where nothing is present. */
START_TEST(what_is_not_present_is_not_read)
{
    int64_t clean[ROWS];
    int64_t points[ROWS];
    for (size_t i = 0; i < INPUTS; i++)
        columns[i].states = states;
    for (size_t row = 0; row < ROWS; row++)
        states[row] = (uint8_t)(row % 5);
    for (size_t i = 0; i < INPUTS; i++)
        for (size_t row = 0; row < ROWS; row++)
            values[i][row] = row % 5 == 0 ? values[i][row] : 0;
    run(total, DTI_MEASURE_POINTS, clean, 0, ROWS, NULL);
    static const double rubbish[] = {(double)NAN, -(double)INFINITY, 1e300, 0.1};
    for (size_t i = 0; i < INPUTS; i++)
        for (size_t row = 0; row < ROWS; row++)
            values[i][row] = row % 5 == 0 ? values[i][row] : rubbish[row % 4];
    run(total, DTI_MEASURE_POINTS, points, 0, ROWS, NULL);
    ck_assert_mem_eq(points, clean, sizeof points);
    ck_assert_int_eq(points[1], 0);
    ck_assert_int_gt(points[5], 0);
}
END_TEST

/* The bitmap ends where its last bit ends, so that the sanitizer sees each look beyond it. */
static uint8_t *bitmap_of(const bool *is_present, size_t offset, size_t rows)
{
    const size_t bytes = (offset + rows + 7) / 8;
    uint8_t *bitmap = malloc(bytes);
    ck_assert_ptr_nonnull(bitmap);
    memset(bitmap, 0xff, bytes); /* what is skipped counts for nothing */
    for (size_t row = 0; row < rows; row++)
        if (!is_present[row])
            bitmap[(offset + row) / 8] &= (uint8_t) ~(1u << (offset + row) % 8);
    return bitmap;
}

/* Plain numbers, shares, counts and what derives from them: each way of reading. */
START_TEST(bitmaps_are_states)
{
    static const size_t lengths[] = {1, 7, 8, 63, 64, 65, 128, ROWS};
    static int64_t expected[ROWS];
    static int64_t points[ROWS];
    bool is_present[ROWS];
    const size_t offset = (size_t)_i;
    for (size_t row = 0; row < ROWS; row++) {
        is_present[row] = row * row % 11 < 6;
        states[row] = is_present[row] ? DTI_STATE_PRESENT : DTI_STATE_MISSING;
    }
    for (int k = 0; k < LENGTH_OF(lengths); k++) {
        const size_t rows = lengths[k];
        uint8_t *bitmap = bitmap_of(is_present, offset, rows);
        for (size_t i = 0; i < INPUTS; i++)
            columns[i] = (dti_column){values[i], states, NULL, 0};
        run(total, DTI_MEASURE_POINTS, expected, 0, rows, NULL);
        for (size_t i = 0; i < INPUTS; i++)
            columns[i] = (dti_column){values[i], NULL, bitmap, offset};
        for (size_t first = 0; first < rows && first < 20; first++) {
            memset(points, PATTERN, sizeof points);
            run(total, DTI_MEASURE_POINTS, points, first, rows - first, NULL);
            ck_assert_mem_eq(points + first, expected + first, (rows - first) * sizeof *points);
        }
        free(bitmap);
    }
}
END_TEST

/* ---- Progress ---- */

struct watch {
    uint64_t last;
    uint64_t total;
    int calls;
    int stop_at;
    bool is_sound;
};

static int look(void *context, uint64_t done, uint64_t rows)
{
    struct watch *watch = context;
    watch->is_sound = watch->is_sound && done > watch->last && done <= rows;
    watch->last = done;
    watch->total = rows;
    return ++watch->calls == watch->stop_at ? 7 : 0;
}

static dti_status run_watched(struct watch *watch, int stop_at, size_t output_count,
                              dti_error **error)
{
    static int64_t points[ROWS];
    const dti_output output = {total, DTI_MEASURE_POINTS, points};
    dti_run_options options = DTI_RUN_OPTIONS_INIT;
    *watch = (struct watch){.stop_at = stop_at, .is_sound = true};
    options.progress = look;
    options.progress_context = watch;
    options.block_rows = 64;
    return dti_program_run(program, columns, &output, output_count, 20, 250, &options, error);
}

START_TEST(progress_rises_to_the_total)
{
    struct watch watch;
    dti_error *error = NULL;
    for (size_t outputs = 0; outputs < 2; outputs++) {
        sample_must(run_watched(&watch, -1, outputs, &error), &error);
        ck_assert(watch.is_sound);
        ck_assert_uint_eq(watch.last, 250);
        ck_assert_uint_eq(watch.total, 250);
        ck_assert_int_ge(watch.calls, 4); /* blocks of 64 */
    }
}
END_TEST

START_TEST(a_run_can_be_cancelled)
{
    struct watch watch;
    dti_error *error = NULL;
    for (int stop_at = 1; stop_at <= 4; stop_at++) {
        sample_refused(run_watched(&watch, stop_at, 1, &error), DTI_E_CANCELLED, &error);
        ck_assert_int_eq(watch.calls, stop_at);
        ck_assert_int_eq(run_watched(&watch, stop_at, 0, NULL), DTI_E_CANCELLED);
        ck_assert_int_eq(watch.calls, stop_at);
    }
}
END_TEST

/* ---- Ranges and outputs ---- */

START_TEST(no_rows_are_no_work)
{
    struct watch watch = {.is_sound = true};
    int64_t points[1] = {PATTERN};
    dti_run_options options = DTI_RUN_OPTIONS_INIT;
    dti_bounds *bounds = NULL;
    dti_error *error = NULL;
    options.progress = look;
    options.progress_context = &watch;
    values_of("users")[0] = (double)NAN;
    run(total, DTI_MEASURE_POINTS, points, 0, 0, &options);
    run(total, DTI_MEASURE_POINTS, points, SIZE_MAX, 0, NULL);
    sample_must(dti_program_run(program, columns, NULL, 0, 0, 0, NULL, &error), &error);
    ck_assert_int_eq(points[0], PATTERN);
    ck_assert_uint_eq(watch.last, 0);
    sample_must(dti_program_bounds(program, columns, 0, 0, NULL, &bounds, &error), &error);
    dti_bounds_unref(bounds);
}
END_TEST

/* Nothing beside [first, first + count) is written, by any measure. */
START_TEST(only_the_rows_asked_for_are_written)
{
    static const size_t ranges[][2] = {{0, 1},    {1, 1},    {0, 64},  {3, 64},   {60, 10},
                                       {64, 128}, {10, 290}, {299, 1}, {37, 201}, {5, 0}};
    static const size_t sizes[] = {8, 8, 8, 8, 8, 1};
    static unsigned char whole[ROWS * 8];
    static unsigned char found[ROWS * 8];
    static unsigned char pattern[ROWS * 8];
    static const char *const codes[] = {"1.1.1", "1.1", "1", "total"};
    const dti_measure measure = (dti_measure)_i;
    const size_t size = sizes[_i];
    memset(pattern, PATTERN, sizeof pattern);
    for (int k = 0; k < LENGTH_OF(codes); k++) {
        run(node_of(codes[k]), measure, whole, 0, ROWS, NULL);
        for (int i = 0; i < LENGTH_OF(ranges); i++) {
            const size_t from = ranges[i][0] * size;
            const size_t end = from + ranges[i][1] * size;
            memset(found, PATTERN, sizeof found);
            run(node_of(codes[k]), measure, found, ranges[i][0], ranges[i][1], NULL);
            ck_assert_mem_eq(found, pattern, from);
            ck_assert_mem_eq(found + from, whole + from, end - from);
            ck_assert_mem_eq(found + end, pattern, sizeof found - end);
        }
    }
}
END_TEST

/* 40 per cent are half of the target, 80 and more all of it. */
START_TEST(a_node_can_be_asked_for_twice)
{
    static int64_t points[3][ROWS];
    static double value[ROWS];
    const size_t node = node_of("1.1.1");
    const dti_output outputs[] = {
        {node, DTI_MEASURE_POINTS, points[0]},
        {node, DTI_MEASURE_POINTS, points[1]},
        {node, DTI_MEASURE_VALUE, value},
        {node, DTI_MEASURE_POINTS, points[2]},
    };
    dti_error *error = NULL;
    for (size_t count = 64; count <= ROWS; count += 59) { /* with and without a rest */
        memset(points, PATTERN, sizeof points);
        sample_must(
            dti_program_run(program, columns, outputs, LENGTH_OF(outputs), 0, count, NULL, &error),
            &error);
        ck_assert_mem_eq(points[0], points[1], sizeof points[0]);
        ck_assert_mem_eq(points[0], points[2], sizeof points[0]);
        for (int i = 0; i < 3; i++) {
            ck_assert_int_eq(points[i][0], 0);
            ck_assert_int_eq(points[i][40], 5 * DTI_POINT);
            ck_assert_int_eq(points[i][50], 6250 * (DTI_POINT / 1000));
        }
        ck_assert_double_eq(value[40], 0.5);
    }
    ck_assert_int_eq(points[0][80], 10 * DTI_POINT);
    ck_assert_int_eq(points[0][100], 10 * DTI_POINT);
}
END_TEST

struct part {
    pthread_t thread;
    size_t first;
    size_t count;
    int64_t *points;
    uint8_t *states;
    dti_status status;
};

static void *run_part(void *data)
{
    struct part *part = data;
    const dti_output outputs[] = {
        {total, DTI_MEASURE_POINTS, part->points},
        {total, DTI_MEASURE_STATE, part->states},
    };
    dti_run_options options = DTI_RUN_OPTIONS_INIT;
    part->status = dti_scratch_new(program, NULL, &options.scratch, NULL);
    for (int i = 0; i < 20 && part->status == DTI_OK; i++)
        part->status =
            dti_program_run(program, columns, outputs, 2, part->first, part->count, &options, NULL);
    dti_scratch_free(options.scratch);
    return NULL;
}

START_TEST(threads_share_columns_and_outputs)
{
    static int64_t points[2][ROWS];
    static uint8_t found[2][ROWS];
    struct part parts[] = {
        {.first = 0, .count = 101, .points = points[0], .states = found[0]},
        {.first = 101, .count = ROWS - 101, .points = points[0], .states = found[0]},
    };
    for (size_t i = 0; i < INPUTS; i++)
        columns[i].states = states;
    for (size_t row = 0; row < ROWS; row++)
        states[row] = (uint8_t)(row % 3 == 0 ? row % 5 : 0);
    memset(found, PATTERN, sizeof found);
    for (int i = 0; i < LENGTH_OF(parts); i++)
        ck_assert_int_eq(pthread_create(&parts[i].thread, NULL, run_part, &parts[i]), 0);
    for (int i = 0; i < LENGTH_OF(parts); i++) {
        ck_assert_int_eq(pthread_join(parts[i].thread, NULL), 0);
        ck_assert_int_eq(parts[i].status, DTI_OK);
    }
    run(total, DTI_MEASURE_POINTS, points[1], 0, ROWS, NULL);
    run(total, DTI_MEASURE_STATE, found[1], 0, ROWS, NULL);
    ck_assert_mem_eq(points[0], points[1], sizeof points[0]);
    ck_assert_mem_eq(found[0], found[1], sizeof found[0]);
}
END_TEST

/* One scratch for runs of every kind, also after one that was refused or cancelled. */
START_TEST(a_scratch_forgets)
{
    static int64_t points[2][ROWS];
    static uint8_t found[2][ROWS];
    dti_run_options options = DTI_RUN_OPTIONS_INIT;
    dti_program *second = NULL;
    dti_error *error = NULL;
    sample_must(dti_scratch_new(program, NULL, &options.scratch, &error), &error);
    run(node_of("1.1.1"), DTI_MEASURE_POINTS, points[0], 0, 3, &options);
    run(total, DTI_MEASURE_STATE, found[0], 0, ROWS, &options);
    values_of("users")[9] = (double)NAN;
    sample_refused(dti_program_run(program, columns, NULL, 0, 0, ROWS, &options, &error),
                   DTI_E_VALUE, &error);
    values_of("users")[9] = 1;
    run(node_of("2.3"), DTI_MEASURE_POINTS, points[0], 0, ROWS, &options);
    run(total, DTI_MEASURE_POINTS, points[0], 0, ROWS, &options);
    run(total, DTI_MEASURE_POINTS, points[1], 0, ROWS, NULL);
    run(total, DTI_MEASURE_STATE, found[1], 0, ROWS, NULL);
    ck_assert_mem_eq(points[0], points[1], sizeof points[0]);
    ck_assert_mem_eq(found[0], found[1], sizeof found[0]);
    /* Another program of the same framework may use it. */
    sample_must(dti_program_new(framework, NULL, &second, &error), &error);
    const dti_output output = {total, DTI_MEASURE_POINTS, points[0]};
    memset(points[0], PATTERN, sizeof points[0]);
    sample_must(dti_program_run(second, columns, &output, 1, 0, ROWS, &options, &error), &error);
    ck_assert_mem_eq(points[0], points[1], sizeof points[0]);
    dti_program_unref(second);
    dti_scratch_free(options.scratch);
}
END_TEST

static TCase *cases_of(Suite *suite, const char *name)
{
    TCase *tcase = tcase_create(name);
    tcase_add_checked_fixture(tcase, setup, teardown);
    suite_add_tcase(suite, tcase);
    return tcase;
}

Suite *test_suite(void)
{
    Suite *suite = suite_create("run");
    TCase *calls = cases_of(suite, "calls");
    tcase_add_test(calls, outputs_that_cannot_be);
    tcase_add_test(calls, calls_without_what_they_need);
    tcase_add_test(calls, programs_that_cannot_be);
    tcase_add_test(calls, two_kinds_of_states);
    tcase_add_test(calls, options_that_cannot_be);
    tcase_add_test(calls, what_belongs_to_another_framework);
    TCase *figures = cases_of(suite, "figures");
    tcase_add_loop_test(figures, refused_figures, 0, REFUSED_FIGURES);
    tcase_add_test(figures, refused_states);
    tcase_add_test(figures, the_first_of_many);
    tcase_add_test(figures, what_is_not_read_is_not_refused);
    tcase_add_test(figures, checking_reads_everything);
    tcase_add_test(figures, bounds_refuse_figures);
    TCase *given = cases_of(suite, "states");
    tcase_add_test(given, nan_is_missing_if_asked);
    tcase_add_test(given, what_is_not_present_is_not_read);
    tcase_add_loop_test(given, bitmaps_are_states, 0, 16);
    TCase *progress = cases_of(suite, "progress");
    tcase_add_test(progress, progress_rises_to_the_total);
    tcase_add_test(progress, a_run_can_be_cancelled);
    TCase *ranges = cases_of(suite, "ranges");
    tcase_add_test(ranges, no_rows_are_no_work);
    tcase_add_loop_test(ranges, only_the_rows_asked_for_are_written, 0, DTI_MEASURE_STATE + 1);
    tcase_add_test(ranges, a_node_can_be_asked_for_twice);
    tcase_add_test(ranges, threads_share_columns_and_outputs);
    tcase_add_test(ranges, a_scratch_forgets);
    return suite;
}
