/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Columns of the small framework and its program, for tests of runs. */
#ifndef TESTS_API_RUN_H
#define TESTS_API_RUN_H

#include "samples.h"

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
static inline void setup(void)
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

static inline void teardown(void)
{
    dti_program_unref(program);
    dti_framework_unref(framework);
}

static inline size_t node_of(const char *code)
{
    const size_t node = dti_framework_find(framework, NULL, code);
    ck_assert_msg(node != DTI_NONE, "no node %s", code);
    return node;
}

static inline dti_column *column_of(const char *input)
{
    return &columns[sample_input(framework, input)];
}

static inline double *values_of(const char *input)
{
    return values[sample_input(framework, input)];
}

static inline void run(size_t node, dti_measure measure, void *data, size_t first, size_t count,
                       const dti_run_options *options)
{
    const dti_output output = {node, measure, data};
    dti_error *error = NULL;
    sample_must(dti_program_run(program, columns, &output, 1, first, count, options, &error),
                &error);
}

/* Each case of it starts with columns as setup() makes them. */
static inline TCase *cases_of(Suite *suite, const char *name)
{
    TCase *tcase = tcase_create(name);
    tcase_add_checked_fixture(tcase, setup, teardown);
    suite_add_tcase(suite, tcase);
    return tcase;
}

#endif
