/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Each document of tests/data/invalid has one fault; it must be found, at its place, in words of
 * both languages. */
#include "support.h"

#include "json/tree.h"

#include <dirent.h>
#include <dti/bounds.h>
#include <dti/crosswalk.h>
#include <dti/dossier.h>
#include <dti/evidence.h>
#include <dti/table.h>
#include <dti/units.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CORPUS         "tests/data/invalid"
#define TINY_FRAMEWORK "tests/data/tiny-framework.json"
#define TINY_DOSSIER   "tests/data/tiny-dossier.json"
#define MESSAGE_SIZE   512 /* "512 are enough for every message" */
#define LINE_SIZE      1024

/* The folders of the corpus by the beginning of their names. Fewer than the least means that they
 * were not found. */
static const struct group {
    const char *prefix;
    int least;
} groups[] = {{"text-", 30},  {"framework-", 120}, {"dossier-", 50},   {"evidence-", 60},
              {"units-", 40}, {"table-", 40},      {"crosswalk-", 30}, {"bounds-", 20}};

#define GROUP_COUNT (int)(sizeof groups / sizeof groups[0])
/* Bounds, the last group, are read or refused: there is no list of findings. */
#define CHECKED_COUNT (GROUP_COUNT - 1)

enum kind {
    KIND_FRAMEWORK,
    KIND_DOSSIER,
    KIND_EVIDENCE,
    KIND_UNITS,
    KIND_TABLE,
    KIND_CROSSWALK,
    KIND_BOUNDS
};

/* One case, read. */
struct sample {
    const char *name;
    char *text; /* ends where its last byte ends */
    size_t length;
    enum kind kind;
    dti_framework *framework;       /* that a dossier or bounds are read with */
    dti_framework *framework_after; /* of a crosswalk */
    char expected[LINE_SIZE];
};

/* ---- Reading the corpus ---- */

/* A finding on one line, so that one comparison tells all that differs. */
static void describe(char out[LINE_SIZE], const char *status, const char *pointer, uint32_t line,
                     uint32_t column)
{
    snprintf(out, LINE_SIZE, "%s at \"%s\", line %u, column %u", status, pointer, line, column);
}

static char *read_part(const char *name, const char *file, size_t *length)
{
    char path[512];
    snprintf(path, sizeof path, "%s/%s/%s", CORPUS, name, file);
    return test_read_file(path, length);
}

static const char *text_member(const cJSON *tree, const char *key)
{
    const char *text = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(tree, key));
    ck_assert_msg(text != NULL, "expect.json: no text \"%s\"", key);
    return text;
}

static uint32_t number_member(const cJSON *tree, const char *key)
{
    const cJSON *number = cJSON_GetObjectItemCaseSensitive(tree, key);
    ck_assert_msg(cJSON_IsNumber(number), "expect.json: no number \"%s\"", key);
    return (uint32_t)number->valueint;
}

static dti_framework *load_framework(const char *path)
{
    char *full = test_path(path);
    dti_framework *framework = NULL;
    dti_error *error = NULL;
    char message[MESSAGE_SIZE] = "";
    const dti_status status = dti_framework_load(full, NULL, &framework, &error);
    dti_error_format(error, DTI_LANG_EN, message, sizeof message);
    ck_assert_msg(status == DTI_OK, "%s:%u: %s", path, dti_error_line(error), message);
    free(full);
    return framework;
}

static enum kind kind_of(const char *word)
{
    return strcmp(word, "bounds") == 0      ? KIND_BOUNDS
           : strcmp(word, "dossier") == 0   ? KIND_DOSSIER
           : strcmp(word, "evidence") == 0  ? KIND_EVIDENCE
           : strcmp(word, "units") == 0     ? KIND_UNITS
           : strcmp(word, "crosswalk") == 0 ? KIND_CROSSWALK
           : strcmp(word, "table") == 0     ? KIND_TABLE
                                            : KIND_FRAMEWORK;
}

static void read_expectation(struct sample *sample)
{
    static const struct dti__json_limits limits = {
        .bytes = 4096, .depth = 2, .values = 40, .string = 1024};
    size_t length;
    cJSON *tree = NULL;
    char *text = read_part(sample->name, "expect.json", &length);
    dti_report *report = dti__report_new(sample->name);
    ck_assert_int_eq(dti__json_parse(text, length, &limits, report, &tree), DTI_OK);
    sample->kind = kind_of(text_member(tree, "kind"));
    if (sample->kind == KIND_DOSSIER || sample->kind == KIND_BOUNDS ||
        sample->kind == KIND_CROSSWALK) {
        sample->framework = load_framework(text_member(tree, "framework"));
    }
    if (sample->kind == KIND_CROSSWALK) {
        sample->framework_after = load_framework(text_member(tree, "framework_to"));
    }
    describe(sample->expected, text_member(tree, "status"), text_member(tree, "pointer"),
             number_member(tree, "line"), number_member(tree, "column"));
    dti__json_free(tree);
    dti_report_unref(report);
    free(text);
}

static void open_sample(struct sample *sample, const char *name)
{
    *sample = (struct sample){.name = name};
    read_expectation(sample);
    char *text = read_part(name, "input.json", &sample->length);
    sample->text = test_exact(text, sample->length);
    free(text);
}

static void close_sample(struct sample *sample)
{
    free(sample->text);
    dti_framework_unref(sample->framework);
    dti_framework_unref(sample->framework_after);
}

/* ---- Reading its documents ---- */

static dti_status parse(const struct sample *sample, dti_error **error)
{
    dti_parse_options options = DTI_PARSE_OPTIONS_INIT;
    dti_framework *framework = NULL;
    dti_dossier *dossier = NULL;
    dti_evidence *evidence = NULL;
    dti_units *units = NULL;
    dti_table *table = NULL;
    dti_bounds *bounds = NULL;
    dti_crosswalk *crosswalk = NULL;
    dti_status status = DTI_E_INTERNAL;
    options.source_name = sample->name;
    switch (sample->kind) {
    case KIND_FRAMEWORK:
        status = dti_framework_parse(sample->text, sample->length, &options, &framework, error);
        break;
    case KIND_DOSSIER:
        status = dti_dossier_parse(sample->text, sample->length, sample->framework, &options,
                                   &dossier, error);
        break;
    case KIND_EVIDENCE:
        status = dti_evidence_parse(sample->text, sample->length, &options, &evidence, error);
        break;
    case KIND_UNITS:
        status = dti_units_parse(sample->text, sample->length, &options, &units, error);
        break;
    case KIND_TABLE: /* bound to what is built in */
        status = dti_table_parse(sample->text, sample->length, NULL, NULL, &options, &table, error);
        break;
    case KIND_CROSSWALK:
        status = dti_crosswalk_parse(sample->text, sample->length, sample->framework,
                                     sample->framework_after, &options, &crosswalk, error);
        break;
    case KIND_BOUNDS:
        status = dti_bounds_parse(sample->text, sample->length, sample->framework, &options,
                                  &bounds, error);
        break;
    }
    ck_assert_msg(status == DTI_OK ||
                      (framework == NULL && dossier == NULL && evidence == NULL && units == NULL &&
                       table == NULL && bounds == NULL && crosswalk == NULL),
                  "%s: something was made of it", sample->name);
    dti_crosswalk_unref(crosswalk);
    dti_bounds_unref(bounds);
    dti_table_unref(table);
    dti_units_unref(units);
    dti_evidence_unref(evidence);
    dti_dossier_unref(dossier);
    dti_framework_unref(framework);
    return status;
}

static dti_report *check(const struct sample *sample)
{
    dti_parse_options options = DTI_PARSE_OPTIONS_INIT;
    dti_report *report = NULL;
    options.source_name = sample->name;
    dti_status status = DTI_E_INTERNAL;
    switch (sample->kind) {
    case KIND_DOSSIER:
        status = dti_dossier_check(sample->text, sample->length, sample->framework, &options,
                                   &report, NULL);
        break;
    case KIND_EVIDENCE:
        status = dti_evidence_check(sample->text, sample->length, &options, &report, NULL);
        break;
    case KIND_UNITS:
        status = dti_units_check(sample->text, sample->length, &options, &report, NULL);
        break;
    case KIND_TABLE:
        status = dti_table_check(sample->text, sample->length, NULL, NULL, &options, &report, NULL);
        break;
    case KIND_CROSSWALK:
        status = dti_crosswalk_check(sample->text, sample->length, sample->framework,
                                     sample->framework_after, &options, &report, NULL);
        break;
    default:
        status = dti_framework_check(sample->text, sample->length, &options, &report, NULL);
    }
    ck_assert_msg(status == DTI_OK, "%s: %s", sample->name, dti_status_name(status));
    return report;
}

/* A single line with every argument filled in. Braces as such may stand in it: what was found can
 * be one. */
static bool is_message(const char *text, size_t length)
{
    bool is_good =
        length > 0 && length < MESSAGE_SIZE && strlen(text) == length && strchr(text, '\n') == NULL;
    for (const char *brace = strchr(text, '{'); brace != NULL; brace = strchr(brace + 1, '{')) {
        is_good = is_good && !(brace[1] >= '0' && brace[1] <= '9' && brace[2] == '}');
    }
    return is_good;
}

/* True if parsing fails as expected; says what is wrong otherwise. */
static bool fails_at_the_fault(const struct sample *sample)
{
    dti_error *error = NULL;
    const dti_status status = parse(sample, &error);
    char found[LINE_SIZE];
    char vi[MESSAGE_SIZE] = "";
    char en[MESSAGE_SIZE] = "";
    describe(found, dti_status_name(status), dti_error_pointer(error), dti_error_line(error),
             dti_error_column(error));
    const size_t vi_length = dti_error_format(error, DTI_LANG_VI, vi, sizeof vi);
    const size_t en_length = dti_error_format(error, DTI_LANG_EN, en, sizeof en);
    const bool is_at_fault = strcmp(found, sample->expected) == 0 &&
                             dti_error_status(error) == status &&
                             strcmp(dti_error_source(error), sample->name) == 0;
    const bool is_told =
        is_message(vi, vi_length) && is_message(en, en_length) && strcmp(vi, en) != 0;
    if (!is_at_fault) {
        fprintf(stderr, "%s: expected %s\n    found %s: %s\n", sample->name, sample->expected,
                found, en);
    } else if (!is_told) {
        fprintf(stderr, "%s: badly told: \"%s\", \"%s\"\n", sample->name, vi, en);
    }
    dti_error_free(error);
    return is_at_fault && is_told;
}

/* True if the report has the fault among its errors; says what it has otherwise. */
static bool is_among_the_findings(const struct sample *sample)
{
    dti_report *report = check(sample);
    const size_t count = dti_report_count(report);
    char found[LINE_SIZE] = "nothing";
    bool is_found = false;
    for (size_t i = 0; i < count && !is_found; i++) {
        if (dti_report_severity(report, i) == DTI_SEVERITY_ERROR) {
            describe(found, dti_status_name(dti_report_status(report, i)),
                     dti_report_pointer(report, i), dti_report_line(report, i),
                     dti_report_column(report, i));
            is_found = strcmp(found, sample->expected) == 0;
        }
    }
    if (!is_found) {
        fprintf(stderr, "%s: expected %s\n    the last of %zu findings: %s\n", sample->name,
                sample->expected, count, found);
    }
    dti_report_unref(report);
    return is_found;
}

/* ---- Tests ---- */

/* All cases of a group in one test, so that one run lists every one that is wrong. */
static void run_group(const struct group *group, bool (*is_right)(const struct sample *sample))
{
    char *folder = test_path(CORPUS);
    struct dirent **entries = NULL;
    const int count = scandir(folder, &entries, NULL, alphasort);
    int right = 0;
    int seen = 0;
    ck_assert_msg(count > 0, "%s cannot be listed", folder);
    free(folder);
    for (int i = 0; i < count; i++) {
        if (strncmp(entries[i]->d_name, group->prefix, strlen(group->prefix)) == 0) {
            struct sample sample;
            open_sample(&sample, entries[i]->d_name);
            right += is_right(&sample);
            seen++;
            close_sample(&sample);
        }
        free(entries[i]);
    }
    free(entries);
    ck_assert_msg(right == seen, "%d of %d cases %s… are wrong", seen - right, seen, group->prefix);
    ck_assert_int_ge(seen, group->least);
}

START_TEST(test_parse_fails_at_the_fault)
{
    run_group(&groups[_i], fails_at_the_fault);
}
END_TEST

START_TEST(test_check_finds_the_fault)
{
    run_group(&groups[_i], is_among_the_findings);
}
END_TEST

/* Without this, a library that refuses everything would get far. */
START_TEST(test_tiny_documents_are_right)
{
    static const char *const paths[] = {TINY_FRAMEWORK, TINY_DOSSIER};
    struct sample sample = {.name = paths[_i], .kind = _i == 1 ? KIND_DOSSIER : KIND_FRAMEWORK};
    sample.framework = sample.kind == KIND_DOSSIER ? load_framework(TINY_FRAMEWORK) : NULL;
    sample.text = test_read_file(sample.name, &sample.length);

    dti_report *report = check(&sample);
    for (size_t i = 0; i < dti_report_count(report); i++) {
        char message[MESSAGE_SIZE];
        dti_report_format(report, i, DTI_LANG_EN, message, sizeof message);
        ck_assert_msg(dti_report_severity(report, i) == DTI_SEVERITY_INFO, "%s:%u: %s", sample.name,
                      dti_report_line(report, i), message);
    }
    ck_assert_int_eq(parse(&sample, NULL), DTI_OK);

    dti_report_unref(report);
    close_sample(&sample);
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("io-invalid");
    TCase *corpus = tcase_create("corpus");
    tcase_add_loop_test(corpus, test_tiny_documents_are_right, 0, 2);
    tcase_add_loop_test(corpus, test_parse_fails_at_the_fault, 0, GROUP_COUNT);
    tcase_add_loop_test(corpus, test_check_finds_the_fault, 0, CHECKED_COUNT);
    suite_add_tcase(suite, corpus);
    return suite;
}
