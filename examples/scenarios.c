/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Scores ten thousand scenarios of one dossier with a pool of threads: scenarios DOSSIER.json
 *
 * Scenario k has (k / 100) per cent of applications processed online and leaves everything else as
 * it is. The library starts no threads; rows are independent, so the host gives each of its own a
 * range of them. */
#include <dti/dti.h>

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

#define INPUT "files-processed-online-share"
enum {
    SCENARIOS = 10001,
    THREADS = 4,
    MESSAGE_SIZE = 512,
    FIGURE_SIZE = 32
};

struct job { /* of one thread */
    pthread_t thread;
    const dti_program *program;
    const dti_column *columns;
    const dti_output *output;
    size_t first;
    size_t count;
    dti_status status;
    dti_error *error;
};

static void *work(void *context)
{
    struct job *job = context;
    job->status = dti_program_run(job->program, job->columns, job->output, 1, job->first,
                                  job->count, NULL, &job->error);
    return NULL;
}

/* The dossier's figures, the same in every row. Values and states are freed with the columns. */
static dti_column *make_columns(const dti_dossier *dossier)
{
    const size_t count = dti_framework_input_count(dti_dossier_framework(dossier));
    dti_column *columns = calloc(count, sizeof *columns);
    for (size_t i = 0; columns && i < count; i++) {
        double *values = malloc(SCENARIOS * sizeof *values);
        uint8_t *states = malloc(SCENARIOS * sizeof *states);
        if (!values || !states)
            exit(1);
        for (size_t row = 0; row < SCENARIOS; row++) {
            values[row] = dti_dossier_input_number(dossier, i);
            states[row] = (uint8_t)dti_dossier_input_state(dossier, i);
        }
        columns[i].values = values;
        columns[i].states = states;
    }
    return columns;
}

static int complain(dti_error *error)
{
    char message[MESSAGE_SIZE];
    dti_error_format(error, DTI_LANG_EN, message, sizeof message);
    fprintf(stderr, "%s %s\n", dti_error_id(error), message);
    dti_error_free(error);
    return 1;
}

static int run_pool(const dti_program *program, const dti_column *columns, const dti_output *output)
{
    struct job jobs[THREADS];
    int failed = 0;
    for (size_t i = 0; i < THREADS; i++) {
        const size_t first = i * SCENARIOS / THREADS;
        jobs[i] = (struct job){.program = program, .columns = columns, .output = output};
        jobs[i].first = first;
        jobs[i].count = (i + 1) * SCENARIOS / THREADS - first;
        if (pthread_create(&jobs[i].thread, NULL, work, &jobs[i]) != 0)
            exit(1);
    }
    for (size_t i = 0; i < THREADS; i++) {
        pthread_join(jobs[i].thread, NULL);
        if (jobs[i].status != DTI_OK)
            failed = complain(jobs[i].error);
    }
    return failed;
}

int main(int argc, char **argv)
{
    dti_dossier *dossier = NULL;
    dti_program *program = NULL;
    dti_error *error = NULL;
    if (argc != 2) {
        fprintf(stderr, "usage: scenarios DOSSIER.json\n");
        return 2;
    }
    if (dti_dossier_load(argv[1], NULL, NULL, &dossier, &error) != DTI_OK)
        return complain(error);
    const dti_framework *framework = dti_dossier_framework(dossier);
    const size_t input = dti_framework_input_find(framework, INPUT);
    if (input == DTI_NONE || dti_program_new(framework, NULL, &program, &error) != DTI_OK)
        return complain(error);
    dti_column *columns = make_columns(dossier);
    double *shares = malloc(SCENARIOS * sizeof *shares);
    int64_t *points = malloc(SCENARIOS * sizeof *points);
    if (!columns || !shares || !points)
        return 1;
    for (size_t row = 0; row < SCENARIOS; row++)
        shares[row] = (double)row / 100; /* in per cent, the input's unit */
    const dti_column changed = {.values = shares};
    const dti_column reported = columns[input];
    columns[input] = changed;
    const dti_output output = {dti_framework_overall(framework), DTI_MEASURE_POINTS, points};
    int failed = run_pool(program, columns, &output);
    for (size_t row = 0; !failed && row < SCENARIOS; row += 2000) {
        char text[FIGURE_SIZE];
        dti_points_format(points[row], 2, DTI_LANG_EN, text, sizeof text);
        printf("%6.2f %% online: %s points\n", shares[row], text);
    }
    columns[input] = reported;
    for (size_t i = 0; i < dti_framework_input_count(framework); i++) {
        free((void *)(uintptr_t)columns[i].values);
        free((void *)(uintptr_t)columns[i].states);
    }
    free(columns);
    free(shares);
    free(points);
    dti_program_unref(program);
    dti_dossier_unref(dossier);
    return failed;
}
