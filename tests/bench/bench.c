/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Measures the paths that a person waits for, as medians, with a peer beside each in the same run:
 * a ratio says more than a figure of one machine.
 *
 * usage: bench DTI DOSSIER */
#include "records.h"

#include <cjson/cJSON.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define FRAMEWORK    "vn-dti-province-922"
#define TABLE_BEFORE "vn-dti-province-2021"
#define TABLE        "vn-dti-province-2022"
#define MOST_RUNS    301
#define RECORDS      10000

extern char **environ;

struct bench {
    const char *command;
    const char *path;
    char *text; /* of the dossier */
    size_t length;
    dti_framework *framework;
    dti_dossier *dossier;
    dti_result *result;
    dti_table *tables[2]; /* of the dossier's year and the one before */
    dti_text *records;    /* the dossier with RECORDS records of evidence */
    dti_dossier *supported;
};

typedef int work(struct bench *bench); /* 0: done */

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

static int compare(const void *a, const void *b)
{
    double x = *(const double *)a;
    double y = *(const double *)b;
    return (x > y) - (x < y);
}

/* Median seconds of `runs` runs after a tenth of them for warming up; negative if the work failed.
 */
static double measure(work *done, struct bench *bench, int runs)
{
    double times[MOST_RUNS];
    for (int i = -(runs / 10) - 1; i < runs; i++) {
        double start = now();
        if (done(bench) != 0)
            return -1;
        if (i >= 0)
            times[i] = now() - start;
    }
    qsort(times, (size_t)runs, sizeof times[0], compare);
    return times[runs / 2];
}

/* ── the work ── */

static int load_framework(struct bench *bench)
{
    dti_framework *framework = NULL;
    (void)bench;
    if (dti_framework_builtin(FRAMEWORK, NULL, &framework, NULL) != DTI_OK)
        return 1;
    dti_framework_unref(framework);
    return 0;
}

static int text_to_result(struct bench *bench)
{
    dti_dossier *dossier = NULL;
    dti_result *result = NULL;
    int failed = dti_dossier_parse(bench->text, bench->length, bench->framework, NULL, &dossier,
                                   NULL) != DTI_OK ||
                 dti_score(dossier, NULL, &result, NULL) != DTI_OK;
    dti_result_unref(result);
    dti_dossier_unref(dossier);
    return failed;
}

static int score(struct bench *bench)
{
    dti_result *result = NULL;
    int failed = dti_score(bench->dossier, NULL, &result, NULL) != DTI_OK;
    dti_result_unref(result);
    return failed;
}

/* Chains of all histories checked, every record held against what its component asks for. */
static int records_to_gaps(struct bench *bench)
{
    dti_dossier *dossier = NULL;
    dti_result *result = NULL;
    int failed = dti_dossier_parse(dti_text_data(bench->records), dti_text_length(bench->records),
                                   bench->framework, NULL, &dossier, NULL) != DTI_OK ||
                 dti_score(dossier, NULL, &result, NULL) != DTI_OK ||
                 dti_result_gap_count(result) == 0;
    dti_result_unref(result);
    dti_dossier_unref(dossier);
    return failed;
}

static int score_records(struct bench *bench)
{
    dti_result *result = NULL;
    int failed = dti_score(bench->supported, NULL, &result, NULL) != DTI_OK;
    dti_result_unref(result);
    return failed;
}

static int write_result(struct bench *bench)
{
    dti_text *text = NULL;
    int failed = dti_result_write(bench->result, NULL, DTI_LANG_VI, &text, NULL) != DTI_OK;
    dti_text_free(text);
    return failed;
}

static int list_losses(struct bench *bench)
{
    dti_losses *losses = NULL;
    int failed = dti_losses_new(bench->result, NULL, &losses, NULL) != DTI_OK;
    dti_losses_unref(losses);
    return failed;
}

/* Gathered from the dossier and two tables; every identity, every repair of up to three figures. */
static int reconcile(struct bench *bench)
{
    dti_figures *figures = NULL;
    dti_reconciliation *found = NULL;
    int failed = dti_figures_new(bench->framework, NULL, &figures, NULL) != DTI_OK ||
                 dti_figures_add_dossier(figures, bench->result, NULL) != DTI_OK ||
                 dti_figures_add_table(figures, bench->tables[0], NULL) != DTI_OK ||
                 dti_figures_add_table(figures, bench->tables[1], NULL) != DTI_OK ||
                 dti_reconcile(figures, NULL, &found, NULL) != DTI_OK ||
                 dti_reconciliation_problem_count(found) == 0;
    dti_reconciliation_unref(found);
    dti_figures_free(figures);
    return failed;
}

static int write_paper(struct bench *bench)
{
    dti_text *text = NULL;
    dti_paper_options options = DTI_PAPER_OPTIONS_INIT;
    options.format = DTI_PAPER_HTML;
    options.tables = (const dti_table *const *)bench->tables;
    options.table_count = 2;
    int failed = dti_paper_write(bench->result, &options, &text, NULL) != DTI_OK;
    dti_text_free(text);
    return failed;
}

static int run(const char *const *arguments)
{
    pid_t child = 0;
    int status = 0;
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    int failed = posix_spawnp(&child, arguments[0], &actions, NULL,
                              (char *const *)(uintptr_t)arguments, environ);
    posix_spawn_file_actions_destroy(&actions);
    return failed || waitpid(child, &status, 0) != child || status != 0;
}

static int cold_start(struct bench *bench)
{
    const char *arguments[] = {bench->command, "score", bench->path, NULL};
    return run(arguments);
}

/* ── the peers ── */

/* cJSON alone on the same text: no checks, no NFC, no model, no points. */
static int peer_cjson(struct bench *bench)
{
    cJSON *tree = cJSON_ParseWithLength(bench->text, bench->length);
    cJSON_Delete(tree);
    return tree == NULL;
}

static int peer_cjson_records(struct bench *bench)
{
    cJSON *tree =
        cJSON_ParseWithLength(dti_text_data(bench->records), dti_text_length(bench->records));
    cJSON_Delete(tree);
    return tree == NULL;
}

static int peer_true(struct bench *bench)
{
    const char *arguments[] = {"true", NULL};
    (void)bench;
    return run(arguments);
}

static int peer_python(struct bench *bench)
{
    const char *arguments[] = {"/usr/bin/python3", "-c",
                               "import json, sys; json.load(open(sys.argv[1]))", bench->path, NULL};
    return run(arguments);
}

/* ── the table ── */

static char *read_file(const char *path, size_t *length)
{
    FILE *file = fopen(path, "rb");
    char *text = malloc(DTI_LIMIT_BYTES / 16);
    *length = file && text ? fread(text, 1, DTI_LIMIT_BYTES / 16, file) : 0;
    if (file)
        fclose(file);
    return text;
}

static const struct row {
    const char *name;
    work *work;
    int runs;
    double aim; /* milliseconds; 0: none */
    const char *peer_name;
    work *peer;
} rows[] = {
    {"built-in framework, text to object", load_framework, 101, 0, NULL, NULL},
    {"one dossier, text to result", text_to_result, 301, 1, "cJSON_Parse of the dossier alone",
     peer_cjson},
    {"one dossier, score only", score, 301, 0, NULL, NULL},
    {"one result, to JSON text", write_result, 301, 0, NULL, NULL},
    {"losses of one result", list_losses, 301, 0, NULL, NULL},
    {"one dossier and two tables, reconciled", reconcile, 21, 0, NULL, NULL},
    {"the analysis of it as one HTML page", write_paper, 21, 0, NULL, NULL},
    {"10,000 evidence records with histories, text to gaps", records_to_gaps, 5, 500,
     "cJSON_Parse of the text alone", peer_cjson_records},
    {"10,000 evidence records, score only", score_records, 31, 0, NULL, NULL},
    {"cold start of dti score (process, framework, dossier, table)", cold_start, 101, 5,
     "cold start of python3 reading the JSON", peer_python},
    {"  of which the process alone (true)", peer_true, 101, 0, NULL, NULL},
};

static int print_rows(struct bench *bench)
{
    printf("%-62s %10s %6s  %s\n", "", "median ms", "aim", "peer in the same run");
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const struct row *row = &rows[i];
        double time = 1e3 * measure(row->work, bench, row->runs);
        if (time < 0) {
            fprintf(stderr, "bench: failed: %s\n", row->name);
            return 1;
        }
        printf("%-62s %10.3f ", row->name, time);
        if (row->aim > 0)
            printf("%6.0f", row->aim);
        else
            printf("%6s", "");
        double peer =
            row->peer ? 1e3 * measure(row->peer, bench, row->runs > 101 ? 101 : row->runs) : -1;
        if (peer > 0)
            printf("  %s: %.3f ms, %.2f times ours", row->peer_name, peer, peer / time);
        printf("\n");
    }
    return 0;
}

int main(int count, char **arguments)
{
    struct bench bench = {0};
    if (count != 3) {
        fprintf(stderr, "usage: bench DTI DOSSIER\n");
        return 2;
    }
    bench.command = arguments[1];
    bench.path = arguments[2];
    bench.text = read_file(bench.path, &bench.length);
    int failed = dti_framework_builtin(FRAMEWORK, NULL, &bench.framework, NULL) != DTI_OK ||
                 dti_dossier_parse(bench.text, bench.length, bench.framework, NULL, &bench.dossier,
                                   NULL) != DTI_OK ||
                 dti_score(bench.dossier, NULL, &bench.result, NULL) != DTI_OK ||
                 dti_table_builtin(TABLE_BEFORE, NULL, &bench.tables[0], NULL) != DTI_OK ||
                 dti_table_builtin(TABLE, NULL, &bench.tables[1], NULL) != DTI_OK;
    bench.records = failed ? NULL : records_make(bench.dossier, RECORDS);
    failed = !bench.records ||
             dti_dossier_parse(dti_text_data(bench.records), dti_text_length(bench.records),
                               bench.framework, NULL, &bench.supported, NULL) != DTI_OK;
    if (!failed)
        printf("libdti %s, framework %s (%zu nodes), dossier of %zu bytes\n\n", dti_version(),
               FRAMEWORK, dti_framework_node_count(bench.framework), bench.length);
    failed = failed || print_rows(&bench);
    dti_table_unref(bench.tables[0]);
    dti_table_unref(bench.tables[1]);
    dti_result_unref(bench.result);
    dti_dossier_unref(bench.supported);
    dti_text_free(bench.records);
    dti_dossier_unref(bench.dossier);
    dti_framework_unref(bench.framework);
    free(bench.text);
    return failed;
}
