/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Cells of columns: which are refused and where the error says they are, and how states are given.
 */
#include "run.h"

#include <math.h>
#include <stdio.h>

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

Suite *test_suite(void)
{
    Suite *suite = suite_create("cells");
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
    return suite;
}
