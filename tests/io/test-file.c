/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Files that are none, or too large; options of other versions; and what the logger is told. */
#include "samples.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#define LENGTH_OF(array) (int)(sizeof(array) / sizeof((array)[0]))

/* A folder of its own, gone afterwards. */
static char folder[] = "/tmp/libdti-test-XXXXXX";
static char path[64];

static void setup(void)
{
    memcpy(folder + strlen(folder) - 6, "XXXXXX", 6);
    ck_assert_ptr_nonnull(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/file", folder);
}

static void teardown(void)
{
    (void)unlink(path);
    ck_assert_int_eq(rmdir(folder), 0);
}

/* Both calls that take a path fail alike. */
static void check_refused(const char *name, const dti_parse_options *options, dti_status expected)
{
    dti_framework *framework = NULL;
    dti_dossier *dossier = NULL;
    dti_error *error = NULL;
    char text[512];
    dti_status status = dti_framework_load(name, options, &framework, &error);
    dti_error_format(error, DTI_LANG_EN, text, sizeof text);
    ck_assert_msg(expected != DTI_E_IO || strstr(text, name) != NULL, "no path in: %s", text);
    sample_refused(status, expected, &error);
    status = dti_dossier_load(name, NULL, options, &dossier, &error);
    sample_refused(status, expected, &error);
    ck_assert(framework == NULL && dossier == NULL);
}

START_TEST(file_that_is_missing)
{
    check_refused(path, NULL, DTI_E_IO);
    check_refused("", NULL, DTI_E_IO);
}
END_TEST

START_TEST(file_that_is_none)
{
    check_refused(folder, NULL, DTI_E_IO);
    check_refused("/dev/zero", NULL, DTI_E_IO); /* has no end */
    /* Nobody writes into it: opening and reading would wait for ever. */
    ck_assert_int_eq(mkfifo(path, 0600), 0);
    check_refused(path, NULL, DTI_E_IO);
}
END_TEST

START_TEST(file_that_is_empty)
{
    FILE *file = fopen(path, "w");
    ck_assert_ptr_nonnull(file);
    fclose(file);
    check_refused(path, NULL, DTI_E_SYNTAX);
}
END_TEST

START_TEST(file_that_is_too_large)
{
    dti_parse_options options = DTI_PARSE_OPTIONS_INIT;
    char *full = test_path(SAMPLE_TINY_FRAMEWORK);
    size_t length = 0;
    free(test_read_file(SAMPLE_TINY_FRAMEWORK, &length));
    options.max_bytes = length - 1;
    check_refused(full, &options, DTI_E_LIMIT);
    options.max_bytes = length;
    dti_framework *framework = NULL;
    dti_error *error = NULL;
    sample_must(dti_framework_load(full, &options, &framework, &error), &error);
    dti_framework_unref(framework);
    free(full);
}
END_TEST

/* Without a name of its own a document is called as its path. */
START_TEST(errors_name_the_file)
{
    dti_parse_options options = DTI_PARSE_OPTIONS_INIT;
    dti_framework *framework = NULL;
    dti_error *error = NULL;
    FILE *file = fopen(path, "w");
    ck_assert_ptr_nonnull(file);
    fputs("\n  {,", file);
    fclose(file);
    ck_assert_int_eq(dti_framework_load(path, NULL, &framework, &error), DTI_E_SYNTAX);
    ck_assert_str_eq(dti_error_source(error), path);
    ck_assert_uint_eq(dti_error_line(error), 2);
    ck_assert_uint_eq(dti_error_column(error), 4);
    dti_error_free(error);
    options.source_name = "Hồ sơ";
    ck_assert_int_eq(dti_framework_load(path, &options, &framework, &error), DTI_E_SYNTAX);
    ck_assert_str_eq(dti_error_source(error), "Hồ sơ");
    dti_error_free(error);
}
END_TEST

/* ---- Options ---- */

struct later_options { /* of a version to come */
    dti_parse_options known;
    uint64_t tail[2];
};

static const struct {
    size_t size;
    uint64_t tail;
    dti_status status;
} option_cases[] = {
    {sizeof(dti_parse_options), 1, DTI_OK}, /* the tail is not part of it */
    {sizeof(struct later_options), 0, DTI_OK},
    {sizeof(struct later_options), 1, DTI_E_VERSION},
    {0, 0, DTI_E_ARG},
    {1, 0, DTI_E_ARG},
    {sizeof(size_t) - 1, 0, DTI_E_ARG},
    {SIZE_MAX, 0, DTI_E_ARG},
    {1u << 20, 0, DTI_E_ARG},
};

START_TEST(options_of_other_versions)
{
    struct later_options options = {.known = DTI_PARSE_OPTIONS_INIT};
    options.known.size = option_cases[_i].size;
    options.tail[1] = option_cases[_i].tail;
    const dti_status expected = option_cases[_i].status;
    dti_framework *framework = sample_framework(SAMPLE_TINY_FRAMEWORK);
    dti_dossier *dossier = NULL;
    dti_report *report = NULL;
    dti_dossier_builder *builder = NULL;
    char *full = test_path(SAMPLE_TINY_DOSSIER);
    char *text = test_read_file(SAMPLE_TINY_DOSSIER, NULL);
    ck_assert_int_eq(
        dti_dossier_parse(text, strlen(text), framework, &options.known, &dossier, NULL), expected);
    dti_dossier_unref(dossier);
    dossier = NULL;
    ck_assert_int_eq(dti_dossier_load(full, framework, &options.known, &dossier, NULL), expected);
    dti_dossier_unref(dossier);
    ck_assert_int_eq(
        dti_dossier_check(text, strlen(text), framework, &options.known, &report, NULL), expected);
    dti_report_unref(report);
    ck_assert_int_eq(dti_dossier_builder_new(framework, "a", 2022, &options.known, &builder, NULL),
                     expected);
    dti_dossier_builder_free(builder);
    dti_framework_unref(framework);
    free(full);
    free(text);
}
END_TEST

START_TEST(score_options_of_other_versions)
{
    struct {
        dti_score_options known;
        uint64_t tail[2];
    } options = {.known = DTI_SCORE_OPTIONS_INIT};
    dti_dossier *dossier = sample_tiny();
    dti_result *result = NULL;
    dti_error *error = NULL;
    options.known.size = sizeof options;
    sample_must(dti_score(dossier, &options.known, &result, &error), &error);
    dti_result_unref(result);
    result = NULL;
    options.tail[1] = UINT64_C(1) << 63;
    sample_refused(dti_score(dossier, &options.known, &result, &error), DTI_E_VERSION, &error);
    options.known.size = 1;
    sample_refused(dti_score(dossier, &options.known, &result, &error), DTI_E_ARG, &error);
    ck_assert_ptr_null(result);
    dti_dossier_unref(dossier);
}
END_TEST

static const struct {
    dti_parse_options options;
    dti_status status;
} limit_cases[] = {
    {{.max_depth = DTI_LIMIT_DEPTH}, DTI_OK},
    {{.max_depth = 3}, DTI_E_LIMIT},
    {{.max_depth = DTI_LIMIT_DEPTH + 1}, DTI_E_ARG},
    {{.max_bytes = 100}, DTI_E_LIMIT},
    {{.max_values = 50}, DTI_E_LIMIT},
    {{.max_values = 5000}, DTI_OK},
    {{.max_string = 5}, DTI_E_LIMIT},
    {{.max_string = 500}, DTI_OK},
};

START_TEST(limits_are_kept)
{
    dti_parse_options options = limit_cases[_i].options;
    dti_framework *framework = NULL;
    char *text = test_read_file(SAMPLE_TINY_FRAMEWORK, NULL);
    options.size = sizeof options;
    ck_assert_int_eq(dti_framework_parse(text, strlen(text), &options, &framework, NULL),
                     limit_cases[_i].status);
    ck_assert_int_eq(framework != NULL, limit_cases[_i].status == DTI_OK);
    dti_framework_unref(framework);
    free(text);
}
END_TEST

/* ---- Log ---- */

struct log {
    int count;
    char id[16];
    char text[512];
};

static void keep(void *context, dti_severity severity, const char *id, const char *text)
{
    struct log *log = context;
    log->count++;
    ck_assert_int_ne(severity, DTI_SEVERITY_ERROR);
    snprintf(log->id, sizeof log->id, "%s", id);
    snprintf(log->text, sizeof log->text, "%s", text);
}

/* A year outside of the framework's is no fault: it is said to whoever listens. A fault is returned
 * and not logged. */
START_TEST(warnings_are_logged_and_errors_are_not)
{
    dti_framework *framework = sample_framework(SAMPLE_TINY_FRAMEWORK);
    char *text = test_read_file(SAMPLE_TINY_DOSSIER, NULL);
    struct log log = {.count = 0};
    dti_parse_options options = DTI_PARSE_OPTIONS_INIT;
    dti_dossier *dossier = NULL;
    options.log = keep;
    options.log_context = &log;
    options.log_lang = DTI_LANG_EN;
    memcpy(strstr(text, "\"year\": 2022"), "\"year\": 2019", strlen("\"year\": 2022"));
    ck_assert_int_eq(dti_dossier_parse(text, strlen(text), framework, &options, &dossier, NULL), 0);
    ck_assert_int_eq(log.count, 1);
    ck_assert_str_eq(log.id, "DTI-0551");
    ck_assert_str_eq(log.text, "The year 2019 is outside the years 2021–2023 of the framework");
    dti_dossier_unref(dossier);
    memcpy(strstr(text, "\"value\""), "\"valve\"", strlen("\"value\""));
    ck_assert_int_ne(dti_dossier_parse(text, strlen(text), framework, &options, &dossier, NULL), 0);
    ck_assert_int_eq(log.count, 1);
    dti_framework_unref(framework);
    free(text);
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("file");
    TCase *tcase = tcase_create("file");
    tcase_add_checked_fixture(tcase, setup, teardown);
    tcase_add_test(tcase, file_that_is_missing);
    tcase_add_test(tcase, file_that_is_none);
    tcase_add_test(tcase, file_that_is_empty);
    tcase_add_test(tcase, file_that_is_too_large);
    tcase_add_test(tcase, errors_name_the_file);
    suite_add_tcase(suite, tcase);
    tcase = tcase_create("options");
    tcase_add_loop_test(tcase, options_of_other_versions, 0, LENGTH_OF(option_cases));
    tcase_add_test(tcase, score_options_of_other_versions);
    tcase_add_loop_test(tcase, limits_are_kept, 0, LENGTH_OF(limit_cases));
    tcase_add_test(tcase, warnings_are_logged_and_errors_are_not);
    suite_add_tcase(suite, tcase);
    return suite;
}
