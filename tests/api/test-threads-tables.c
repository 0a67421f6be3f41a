/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Tables, rankings and what is made of them are shared by many threads, which ask for digests that
 * nobody has asked for before and let go of all in any order. */
#include "tables.h"

#include <pthread.h>
#include <stdio.h>

#define THREADS 8
#define ROUNDS  10

struct worker {
    pthread_t thread;
    int number;
    bool is_well;
    struct tables shared; /* references of its own */
    dti_table *merged;
    char digests[2][80];
    char *texts[4]; /* the last documents */
};

static bool keep(struct worker *worker, int index, dti_status status, dti_text *text)
{
    free(worker->texts[index]);
    worker->texts[index] = strdup(dti_text_data(text));
    dti_text_free(text);
    return status == DTI_OK;
}

static bool rank_once(struct worker *worker)
{
    dti_ranking *ranking = NULL;
    dti_text *text = NULL;
    const dti_table *table = worker->shared.tables[0];
    const size_t node = dti_framework_overall(dti_table_framework(table));
    if (dti_ranking_new(table, node, NULL, &ranking, NULL) != DTI_OK)
        return false;
    dti_ranking *second = dti_ranking_ref(ranking);
    dti_ranking_unref(worker->number % 2 == 0 ? ranking : second);
    const dti_status status = dti_ranking_write(second, NULL, &text, NULL);
    dti_ranking_unref(second);
    return keep(worker, 0, status, text);
}

static bool compare_once(struct worker *worker)
{
    dti_comparison_options options = DTI_COMPARISON_OPTIONS_INIT;
    dti_comparison *comparison = NULL;
    dti_text *text = NULL;
    options.crosswalk = worker->shared.crosswalk;
    if (dti_comparison_new(worker->shared.tables[0], worker->shared.tables[1], &options,
                           &comparison, NULL) != DTI_OK)
        return false;
    const dti_status status =
        dti_comparison_write(comparison, DTI_NONE, NULL, DTI_LANG_VI, &text, NULL);
    dti_comparison_unref(comparison);
    return keep(worker, 1, status, text);
}

static bool assess_once(struct worker *worker)
{
    const dti_table *const tables[] = {worker->shared.tables[1]};
    dti_assessment_options options = DTI_ASSESSMENT_OPTIONS_INIT;
    dti_assessment *assessment = NULL;
    dti_text *text = NULL;
    options.tables = tables;
    options.table_count = 1;
    if (dti_targets_assess(worker->shared.targets, &options, &assessment, NULL) != DTI_OK)
        return false;
    const dti_status status = dti_assessment_write(assessment, DTI_LANG_EN, &text, NULL);
    dti_assessment_unref(assessment);
    return keep(worker, 2, status, text);
}

/* What is made of a shared table refers to it. */
static bool merge_once(struct worker *worker)
{
    dti_table *merged = NULL;
    dti_text *text = NULL;
    size_t entry = 0;
    if (dti_table_merge(worker->shared.tables[0], "2024-07-01", NULL, &merged, NULL) != DTI_OK)
        return false;
    const dti_status status = dti_table_write(merged, &text, NULL);
    dti_table_unref(merged);
    return keep(worker, 3, status, text) &&
           dti_units_resolve(worker->shared.units, "an binh", NULL, &entry, NULL) == DTI_OK;
}

static void let_go(struct worker *worker)
{
    struct tables *shared = &worker->shared;
    if (worker->number % 2 == 0) {
        tables_close(shared);
        dti_table_unref(worker->merged);
    } else {
        dti_table_unref(worker->merged);
        tables_close(shared);
    }
}

static void *work(void *data)
{
    struct worker *worker = data;
    /* All ask at once, and only one of them computes. */
    snprintf(worker->digests[0], sizeof worker->digests[0], "%s",
             dti_table_digest(worker->shared.tables[0]));
    snprintf(worker->digests[1], sizeof worker->digests[1], "%s", dti_table_digest(worker->merged));
    for (int i = 0; i < ROUNDS && worker->is_well; i++)
        worker->is_well =
            rank_once(worker) && compare_once(worker) && assess_once(worker) && merge_once(worker);
    let_go(worker);
    return NULL;
}

static void share(const struct tables *tables, struct worker *worker)
{
    for (int i = 0; i < 2; i++) {
        worker->shared.frameworks[i] = dti_framework_ref(tables->frameworks[i]);
        worker->shared.tables[i] = dti_table_ref(tables->tables[i]);
    }
    worker->shared.units = dti_units_ref(tables->units);
    worker->shared.crosswalk = dti_crosswalk_ref(tables->crosswalk);
    worker->shared.targets = dti_targets_ref(tables->targets);
}

static void compare_workers(const struct worker *worker, const struct worker *first)
{
    ck_assert(worker->is_well);
    for (int i = 0; i < 2; i++) {
        ck_assert_uint_eq(strlen(worker->digests[i]), strlen("sha256:") + 64);
        ck_assert_str_eq(worker->digests[i], first->digests[i]);
    }
    for (int i = 0; i < 4; i++) {
        ck_assert_uint_gt(strlen(worker->texts[i]), 300);
        ck_assert_str_eq(worker->texts[i], first->texts[i]);
    }
}

START_TEST(threads_share_tables)
{
    struct worker workers[THREADS];
    struct tables tables;
    dti_table *merged = NULL;
    dti_error *error = NULL;
    tables_open(&tables);
    sample_must(dti_table_merge(tables.tables[0], "2023-07-01", NULL, &merged, &error), &error);
    for (int i = 0; i < THREADS; i++) {
        workers[i] = (struct worker){.number = i, .is_well = true, .merged = dti_table_ref(merged)};
        share(&tables, &workers[i]);
    }
    for (int i = 0; i < THREADS; i++)
        ck_assert_int_eq(pthread_create(&workers[i].thread, NULL, work, &workers[i]), 0);
    dti_table_unref(merged); /* while they work: one of them will be the last */
    tables_close(&tables);
    for (int i = 0; i < THREADS; i++)
        ck_assert_int_eq(pthread_join(workers[i].thread, NULL), 0);
    for (int i = 0; i < THREADS; i++)
        compare_workers(&workers[i], &workers[0]);
    for (int i = 0; i < THREADS; i++)
        for (int k = 0; k < 4; k++)
            free(workers[i].texts[k]);
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("threads-tables");
    TCase *tcase = tcase_create("threads");
    tcase_add_test(tcase, threads_share_tables);
    suite_add_tcase(suite, tcase);
    return suite;
}
