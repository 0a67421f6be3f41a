/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Batch equals single, bit for bit: random frameworks, figures and states; every set of
 * instructions, any block size, any range of rows, bounds in any parts. */
#include "random.h"

#define ROWS       150 /* two tiles and a part of one */
#define FRAMEWORKS 20
#define MOST_NODES 128
#define MEASURES   6

struct work {
    dti_framework *framework;
    double values[RANDOM_INPUTS][ROWS];
    uint8_t states[RANDOM_INPUTS][ROWS];
    dti_column columns[RANDOM_INPUTS];
    size_t nodes;
};

static void make_of(struct work *work, uint64_t seed, bool is_plain)
{
    memset(work, 0, sizeof *work);
    work->framework = random_framework_of(&seed, is_plain);
    work->nodes = dti_framework_node_count(work->framework);
    ck_assert_uint_le(work->nodes, MOST_NODES);
    for (size_t i = 0; i < RANDOM_INPUTS; i++) {
        for (size_t row = 0; row < ROWS; row++) {
            work->states[i][row] = (uint8_t)random_state(&seed);
            work->values[i][row] = random_figure(&seed, (int)i);
        }
        work->columns[i] = (dti_column){.values = work->values[i], .states = work->states[i]};
    }
}

static void make(struct work *work, uint64_t seed)
{
    make_of(work, seed, false);
}

/* What a run writes, one array per node and measure. */
struct outputs {
    int64_t whole[3][MOST_NODES][ROWS]; /* points, maximum, upper */
    double number[2][MOST_NODES][ROWS]; /* value, coverage */
    uint8_t states[MOST_NODES][ROWS];
    dti_output list[MEASURES * MOST_NODES];
    size_t count;
};

static void aim(struct outputs *outputs, size_t nodes)
{
    memset(outputs, 0x5A, sizeof *outputs);
    outputs->count = 0;
    for (size_t node = 0; node < nodes; node++) {
        void *const data[MEASURES] = {outputs->whole[0][node],  outputs->whole[1][node],
                                      outputs->whole[2][node],  outputs->number[0][node],
                                      outputs->number[1][node], outputs->states[node]};
        for (int measure = 0; measure < MEASURES; measure++)
            outputs->list[outputs->count++] =
                (dti_output){node, (dti_measure)measure, data[measure]};
    }
}

static void must_equal(const struct outputs *a, const struct outputs *b)
{
    ck_assert_mem_eq(a->whole, b->whole, sizeof a->whole);
    ck_assert_mem_eq(a->number, b->number, sizeof a->number);
    ck_assert_mem_eq(a->states, b->states, sizeof a->states);
}

/* NULL if this machine does not have the instructions. */
static dti_program *program_on(const dti_framework *framework, dti_vectors vectors)
{
    dti_program_options options = DTI_PROGRAM_OPTIONS_INIT;
    dti_program *program = NULL;
    dti_error *error = NULL;
    options.vectors = vectors;
    dti_status status = dti_program_new(framework, &options, &program, &error);
    if (status == DTI_E_NOT_FOUND) {
        dti_error_free(error);
        return NULL;
    }
    sample_must(status, &error);
    ck_assert_int_eq(dti_program_vectors(program), vectors);
    return program;
}

static dti_bounds *bounds_of(const dti_program *program, const struct work *work)
{
    dti_bounds *bounds = NULL;
    dti_error *error = NULL;
    sample_must(dti_program_bounds(program, work->columns, 0, ROWS, NULL, &bounds, &error), &error);
    return bounds;
}

static void run_range(const dti_program *program, const struct work *work,
                      const struct outputs *outputs, size_t first, size_t count,
                      const dti_run_options *options)
{
    dti_error *error = NULL;
    sample_must(dti_program_run(program, work->columns, outputs->list, outputs->count, first, count,
                                options, &error),
                &error);
}

static void compare_row(const struct work *work, const dti_bounds *bounds,
                        const struct outputs *outputs, size_t row)
{
    dti_score_options options = DTI_SCORE_OPTIONS_INIT;
    dti_dossier *dossier =
        random_dossier(work->framework, &work->values[0][row], &work->states[0][row], ROWS);
    dti_result *result = NULL;
    dti_error *error = NULL;
    options.track = DTI_TRACK_COMPUTED;
    options.bounds = bounds;
    sample_must(dti_score(dossier, &options, &result, &error), &error);
    for (size_t node = 0; node < work->nodes; node++) {
        const char *code = dti_framework_node_code(work->framework, node, NULL);
        ck_assert_msg(outputs->whole[0][node][row] == dti_result_points(result, node),
                      "%s, row %zu: %lld instead of %lld", code, row,
                      (long long)outputs->whole[0][node][row],
                      (long long)dti_result_points(result, node));
        ck_assert_int_eq(outputs->whole[1][node][row], dti_result_max_points(result, node));
        ck_assert_int_eq(outputs->whole[2][node][row], dti_result_upper(result, node));
        const double value = dti_result_value(result, node);
        const double coverage = dti_result_coverage(result, node);
        ck_assert_mem_eq(&outputs->number[0][node][row], &value, sizeof value);
        ck_assert_mem_eq(&outputs->number[1][node][row], &coverage, sizeof coverage);
        ck_assert_msg(outputs->states[node][row] == dti_result_state(result, node),
                      "%s, row %zu: state %d instead of %d", code, row, outputs->states[node][row],
                      (int)dti_result_state(result, node));
    }
    dti_result_unref(result);
    dti_dossier_unref(dossier);
}

static struct work work;
static struct outputs outputs;
static struct outputs others;

START_TEST(a_row_is_a_dossier)
{
    make(&work, (uint64_t)_i + 1);
    dti_program *program = program_on(work.framework, DTI_VECTORS_PLAIN);
    dti_bounds *bounds = bounds_of(program, &work);
    for (int bounded = 0; bounded < 2; bounded++) {
        dti_run_options options = DTI_RUN_OPTIONS_INIT;
        options.bounds = bounded ? bounds : NULL;
        aim(&outputs, work.nodes);
        run_range(program, &work, &outputs, 0, ROWS, &options);
        for (size_t row = 0; row < ROWS; row++)
            compare_row(&work, options.bounds, &outputs, row);
    }
    dti_bounds_unref(bounds);
    dti_program_unref(program);
    dti_framework_unref(work.framework);
}
END_TEST

START_TEST(every_way_gives_the_same_bits)
{
    static const size_t parts[] = {1, 63, 64, 65, 7, 1};
    make(&work, (uint64_t)_i + 1);
    dti_program *plain = program_on(work.framework, DTI_VECTORS_PLAIN);
    dti_bounds *bounds = bounds_of(plain, &work);
    dti_run_options options = DTI_RUN_OPTIONS_INIT;
    options.bounds = bounds;
    aim(&outputs, work.nodes);
    run_range(plain, &work, &outputs, 0, ROWS, &options);
    for (int vectors = DTI_VECTORS_PLAIN; vectors <= DTI_VECTORS_AVX512; vectors++) {
        dti_program *program = program_on(work.framework, (dti_vectors)vectors);
        dti_error *error = NULL;
        if (!program)
            continue;
        for (uint32_t block = 0; block < 200; block += 64) {
            sample_must(dti_scratch_new(program, NULL, &options.scratch, &error), &error);
            options.block_rows = block;
            aim(&others, work.nodes);
            for (size_t first = 0, part = 0; first < ROWS; part++) {
                size_t count = parts[part % 6] < ROWS - first ? parts[part % 6] : ROWS - first;
                run_range(program, &work, &others, first, count, &options);
                first += count;
            }
            must_equal(&outputs, &others);
            aim(&others, work.nodes);
            run_range(program, &work, &others, 0, ROWS, &options);
            must_equal(&outputs, &others);
            dti_scratch_free(options.scratch);
            options.scratch = NULL;
        }
        dti_program_unref(program);
    }
    dti_bounds_unref(bounds);
    dti_program_unref(plain);
    dti_framework_unref(work.framework);
}
END_TEST

/* A bitmap from any bit on says what states of present and missing say. */
START_TEST(a_bitmap_is_states)
{
    static uint8_t bitmaps[RANDOM_INPUTS][ROWS / 8 + 3];
    make(&work, (uint64_t)_i + 1);
    dti_program *program = program_on(work.framework, DTI_VECTORS_PLAIN);
    for (size_t i = 0; i < RANDOM_INPUTS; i++)
        for (size_t row = 0; row < ROWS; row++)
            work.states[i][row] =
                work.states[i][row] == DTI_STATE_PRESENT ? DTI_STATE_PRESENT : DTI_STATE_MISSING;
    aim(&outputs, work.nodes);
    run_range(program, &work, &outputs, 0, ROWS, NULL);
    for (size_t offset = 0; offset < 10; offset++) {
        memset(bitmaps, (int)offset * 37, sizeof bitmaps); /* what lies beside is not looked at */
        for (size_t i = 0; i < RANDOM_INPUTS; i++) {
            for (size_t row = 0; row < ROWS; row++) {
                uint8_t *byte = &bitmaps[i][(row + offset) / 8];
                const unsigned bit = 1u << (row + offset) % 8;
                *byte = (uint8_t)(work.states[i][row] == DTI_STATE_PRESENT ? *byte | bit
                                                                           : *byte & ~bit);
            }
            work.columns[i].states = NULL;
            work.columns[i].validity = bitmaps[i];
            work.columns[i].validity_offset = offset;
        }
        aim(&others, work.nodes);
        run_range(program, &work, &others, 0, ROWS, NULL);
        must_equal(&outputs, &others);
    }
    dti_program_unref(program);
    dti_framework_unref(work.framework);
}
END_TEST

/* FNV-1a. */
static void hash(uint64_t *sum, const void *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++)
        *sum = (*sum ^ ((const unsigned char *)bytes)[i]) * UINT64_C(0x100000001b3);
}

/* The results of all these frameworks as one number, written down once: it is that of every
 * compiler, machine and locale. It changes with the algorithm version, and only then. Sums alone
 * have one of their own, which is older than weights. */
static const struct {
    bool is_plain;
    uint64_t sum;
} all_bits[] = {{true, UINT64_C(0x4ec2182970d2f07f)}, {false, UINT64_C(0x224966fa4b92f845)}};

START_TEST(every_machine_gives_the_same_bits)
{
    uint64_t sum = UINT64_C(0xcbf29ce484222325);
    for (uint64_t seed = 1; seed <= FRAMEWORKS; seed++) {
        make_of(&work, seed, all_bits[_i].is_plain);
        dti_program *program = program_on(work.framework, DTI_VECTORS_PLAIN);
        dti_run_options options = DTI_RUN_OPTIONS_INIT;
        dti_bounds *bounds = bounds_of(program, &work);
        options.bounds = bounds;
        aim(&outputs, work.nodes);
        run_range(program, &work, &outputs, 0, ROWS, &options);
        hash(&sum, outputs.whole, sizeof outputs.whole);
        hash(&sum, outputs.states, sizeof outputs.states);
        dti_bounds_unref(bounds);
        dti_program_unref(program);
        dti_framework_unref(work.framework);
    }
    ck_assert_uint_eq(dti_algorithm_version(), 1);
    ck_assert_msg(sum == all_bits[_i].sum, "%016llx", (unsigned long long)sum);
}
END_TEST

/* Any subset of outputs gives what all of them give. */
START_TEST(an_output_alone_is_the_same)
{
    make(&work, (uint64_t)_i + 1);
    dti_program *program = program_on(work.framework, DTI_VECTORS_PLAIN);
    aim(&outputs, work.nodes);
    run_range(program, &work, &outputs, 0, ROWS, NULL);
    aim(&others, work.nodes);
    for (size_t i = 0; i < others.count; i++) {
        dti_error *error = NULL;
        sample_must(
            dti_program_run(program, work.columns, &others.list[i], 1, 0, ROWS, NULL, &error),
            &error);
    }
    must_equal(&outputs, &others);
    dti_program_unref(program);
    dti_framework_unref(work.framework);
}
END_TEST

/* Bounds of 1, 2 or 17 parts are equal, and so are their documents. */
START_TEST(bounds_do_not_depend_on_parts)
{
    static const size_t part_counts[] = {1, 2, 17};
    make(&work, (uint64_t)_i + 1);
    for (int vectors = DTI_VECTORS_PLAIN; vectors <= DTI_VECTORS_AVX512; vectors++) {
        dti_program *program = program_on(work.framework, (dti_vectors)vectors);
        if (!program)
            continue;
        dti_bounds *whole = bounds_of(program, &work);
        for (int k = 0; k < 3; k++) {
            dti_bounds *parts[17] = {NULL};
            dti_bounds *merged = NULL;
            dti_error *error = NULL;
            const size_t count = part_counts[k];
            for (size_t p = 0; p < count; p++) { /* the last rows first */
                const size_t at = count - 1 - p;
                const size_t first = at * ROWS / count;
                sample_must(dti_program_bounds(program, work.columns, first,
                                               (at + 1) * ROWS / count - first, NULL, &parts[p],
                                               &error),
                            &error);
            }
            sample_must(
                dti_bounds_merge((const dti_bounds *const *)parts, count, NULL, &merged, &error),
                &error);
            ck_assert_str_eq(dti_bounds_digest(merged), dti_bounds_digest(whole));
            for (size_t node = 0; node < work.nodes; node++) {
                const double low[2] = {dti_bounds_low(merged, node), dti_bounds_low(whole, node)};
                const double high[2] = {dti_bounds_high(merged, node),
                                        dti_bounds_high(whole, node)};
                ck_assert_mem_eq(&low[0], &low[1], sizeof low[0]);
                ck_assert_mem_eq(&high[0], &high[1], sizeof high[0]);
                ck_assert_uint_eq(dti_bounds_count(merged, node), dti_bounds_count(whole, node));
            }
            for (size_t p = 0; p < count; p++)
                dti_bounds_unref(parts[p]);
            dti_bounds_unref(merged);
        }
        dti_bounds_unref(whole);
        dti_program_unref(program);
    }
    dti_framework_unref(work.framework);
}
END_TEST

/* The real thing: the dossier of Quảng Nam as a row. */
START_TEST(quangnam_is_a_row)
{
    dti_dossier *dossier = sample_quangnam();
    const dti_framework *framework = dti_dossier_framework(dossier);
    const size_t inputs = dti_framework_input_count(framework);
    const size_t nodes = dti_framework_node_count(framework);
    dti_score_options score = DTI_SCORE_OPTIONS_INIT;
    dti_program *program = NULL;
    dti_result *result = NULL;
    dti_error *error = NULL;
    double *values = calloc(inputs, sizeof *values);
    uint8_t *states = calloc(inputs, sizeof *states);
    dti_column *columns = calloc(inputs, sizeof *columns);
    int64_t *points = calloc(nodes, sizeof *points);
    dti_output *list = calloc(nodes, sizeof *list);
    for (size_t i = 0; i < inputs; i++) {
        values[i] = dti_dossier_input_number(dossier, i);
        states[i] = (uint8_t)dti_dossier_input_state(dossier, i);
        columns[i] = (dti_column){.values = &values[i], .states = &states[i]};
    }
    for (size_t i = 0; i < nodes; i++)
        list[i] = (dti_output){i, DTI_MEASURE_POINTS, &points[i]};
    sample_must(dti_program_new(framework, NULL, &program, &error), &error);
    sample_must(dti_program_run(program, columns, list, nodes, 0, 1, NULL, &error), &error);
    score.track = DTI_TRACK_COMPUTED;
    sample_must(dti_score(dossier, &score, &result, &error), &error);
    for (size_t i = 0; i < nodes; i++)
        ck_assert_int_eq(points[i], dti_result_points(result, i));
    ck_assert_int_eq(points[dti_framework_find(framework, NULL, "6.12")], INT64_C(12790000000));
    dti_result_unref(result);
    dti_program_unref(program);
    dti_dossier_unref(dossier);
    free(values);
    free(states);
    free(columns);
    free(points);
    free(list);
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("batch");
    TCase *tcase = tcase_create("batch");
    tcase_add_loop_test(tcase, a_row_is_a_dossier, 0, FRAMEWORKS);
    tcase_add_loop_test(tcase, every_way_gives_the_same_bits, 0, FRAMEWORKS);
    tcase_add_loop_test(tcase, a_bitmap_is_states, 0, FRAMEWORKS / 4);
    tcase_add_loop_test(tcase, every_machine_gives_the_same_bits, 0, 2);
    tcase_add_loop_test(tcase, an_output_alone_is_the_same, 0, FRAMEWORKS / 4);
    tcase_add_loop_test(tcase, bounds_do_not_depend_on_parts, 0, FRAMEWORKS / 4);
    tcase_add_test(tcase, quangnam_is_a_row);
    suite_add_tcase(suite, tcase);
    return suite;
}
