/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Shared objects are shared: many threads score one dossier and let go of what they hold in any
 * order; all get the same bits. */
#include "samples.h"

#include <pthread.h>

#define THREADS 8
#define ROUNDS  20

/* What one thread found. Check's own assertions are for the main thread. */
struct worker {
    pthread_t thread;
    dti_dossier *dossier; /* a reference of its own */
    dti_framework *framework;
    dti_report *findings;
    int number;
    bool is_well;
    char *text; /* the last result as a document */
};

static bool score_once(struct worker *worker, dti_track track, dti_text **text)
{
    dti_score_options options = DTI_SCORE_OPTIONS_INIT;
    dti_result *result = NULL;
    options.track = track;
    if (dti_score(worker->dossier, &options, &result, NULL) != DTI_OK) {
        return false;
    }
    dti_result *second = dti_result_ref(result);
    dti_result_unref(worker->number % 2 == 0 ? result : second);
    const bool is_written = dti_result_write(second, NULL, DTI_LANG_VI, text, NULL) == DTI_OK;
    dti_report_unref(worker->findings);
    worker->findings = dti_report_ref(dti_result_findings(second));
    dti_result_unref(second);
    return is_written;
}

static void *work(void *data)
{
    struct worker *worker = data;
    dti_text *text = NULL;
    for (int i = 0; i < ROUNDS && worker->is_well; i++) {
        dti_text_free(text);
        text = NULL;
        worker->is_well = score_once(worker, DTI_TRACK_COMPUTED, &text);
        dti_dossier_unref(dti_dossier_ref(worker->dossier));
        dti_framework_unref(dti_framework_ref(worker->framework));
    }
    if (worker->number % 2 == 0) {
        dti_dossier_unref(worker->dossier);
        dti_framework_unref(worker->framework);
    } else {
        dti_framework_unref(worker->framework);
        dti_dossier_unref(worker->dossier);
    }
    worker->text = strdup(dti_text_data(text));
    dti_text_free(text);
    return NULL;
}

START_TEST(threads_share_a_dossier)
{
    struct worker workers[THREADS];
    dti_dossier *dossier = sample_quangnam();
    for (int i = 0; i < THREADS; i++) {
        workers[i] = (struct worker){.number = i, .is_well = true};
        workers[i].dossier = dti_dossier_ref(dossier);
        workers[i].framework = dti_framework_ref(dti_dossier_framework(dossier));
    }
    for (int i = 0; i < THREADS; i++) {
        ck_assert_int_eq(pthread_create(&workers[i].thread, NULL, work, &workers[i]), 0);
    }
    dti_dossier_unref(dossier); /* while they work: one of them will be the last */
    for (int i = 0; i < THREADS; i++) {
        ck_assert_int_eq(pthread_join(workers[i].thread, NULL), 0);
    }
    for (int i = 0; i < THREADS; i++) {
        ck_assert(workers[i].is_well);
        ck_assert_uint_gt(strlen(workers[i].text), 10000);
        ck_assert_str_eq(workers[i].text, workers[0].text);
        ck_assert_uint_gt(dti_report_count(workers[i].findings), 0);
        dti_report_unref(workers[i].findings);
    }
    for (int i = 0; i < THREADS; i++) {
        free(workers[i].text);
    }
}
END_TEST

/* Reading documents has no state in common either. */
static void *read_document(void *data)
{
    struct worker *worker = data;
    for (int i = 0; i < 3 && worker->is_well; i++) {
        dti_framework *framework = NULL;
        dti_error *error = NULL;
        worker->is_well =
            dti_framework_builtin(SAMPLE_BUILTIN, NULL, &framework, NULL) == DTI_OK &&
            strcmp(dti_framework_digest(framework), dti_framework_digest(worker->framework)) == 0 &&
            dti_framework_parse("{\"format\": 1}", 13, NULL, &framework, &error) != DTI_OK;
        dti_error_free(error);
        dti_framework_unref(framework);
    }
    return NULL;
}

START_TEST(threads_read_at_once)
{
    struct worker workers[THREADS];
    dti_framework *framework = sample_builtin();
    for (int i = 0; i < THREADS; i++) {
        workers[i] = (struct worker){.number = i, .is_well = true, .framework = framework};
        ck_assert_int_eq(pthread_create(&workers[i].thread, NULL, read_document, &workers[i]), 0);
    }
    for (int i = 0; i < THREADS; i++) {
        ck_assert_int_eq(pthread_join(workers[i].thread, NULL), 0);
        ck_assert(workers[i].is_well);
    }
    dti_framework_unref(framework);
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("threads");
    TCase *tcase = tcase_create("threads");
    tcase_add_test(tcase, threads_share_a_dossier);
    tcase_add_test(tcase, threads_read_at_once);
    suite_add_tcase(suite, tcase);
    return suite;
}
