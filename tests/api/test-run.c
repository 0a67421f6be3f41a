/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Runs over columns: calls that make no sense, progress, and that nothing is written beside the
 * rows asked for. */
#include "run.h"

#include <pthread.h>

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
