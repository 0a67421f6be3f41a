/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* No argument crashes the host, and the contract of outputs and errors holds: runs the generated
 * calls, a case for each function. */
#include "calls.h"

#include "support.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

dti_framework *a_framework;
dti_dossier *a_dossier;
dti_dossier_builder *a_dossier_builder;
const dti_bounds *a_bounds;
const dti_result *a_result;
const dti_report *a_report;
dti_error *a_error;
const dti_text *a_text;

const char *framework_path;
const char *framework_text;
size_t framework_length;
const char *dossier_path;
const char *dossier_text;
size_t dossier_length;
const char *bounds_path;
const char *bounds_text;
size_t bounds_length;

const dti_bounds *bounds_parts[2];
const dti_allocator allocator_of_size_0 = {0};

const dti_parse_options parse_options = DTI_PARSE_OPTIONS_INIT;
const dti_parse_options parse_options_of_size_0 = {0};
static const struct {
    dti_parse_options known;
    uint64_t unknown;
} later_parse_options = {{.size = sizeof later_parse_options}, 1};
const dti_parse_options *const parse_options_later = &later_parse_options.known;

const dti_score_options score_options = DTI_SCORE_OPTIONS_INIT;
const dti_score_options score_options_of_size_0 = {0};
static const struct {
    dti_score_options known;
    uint64_t unknown;
} later_score_options = {{.size = sizeof later_score_options}, 1};
const dti_score_options *const score_options_later = &later_score_options.known;

const dti_rank_options rank_options = DTI_RANK_OPTIONS_INIT;
const dti_rank_options rank_options_of_size_0 = {0};
static const struct {
    dti_rank_options known;
    uint64_t unknown;
} later_rank_options = {{.size = sizeof later_rank_options}, 1};
const dti_rank_options *const rank_options_later = &later_rank_options.known;

const int64_t integers[2] = {INT64_MIN, INT64_MAX};

char buffer[600];
int64_t integer;
double numbers[2];
dti_error *error;

static char values[80]; /* of the call under way, as indices into the lists of generate-calls.py */

void begin(int count, ...)
{
    va_list list;
    va_start(list, count);
    values[0] = '\0';
    for (int i = 0; i < count; i++) {
        const size_t length = strlen(values);
        snprintf(values + length, sizeof values - length, " %zu", va_arg(list, size_t));
    }
    va_end(list);
    error = NULL;
}

void end(dti_status status, int wrote, int has_error)
{
    ck_assert_msg(status <= DTI_OK && status >= DTI_E_INTERNAL, "values%s: status %d", values,
                  (int)status);
    ck_assert_msg(wrote == -1 || wrote == (status == DTI_OK), "values%s: %s, output %s", values,
                  dti_status_name(status), wrote ? "written" : "not written");
    ck_assert_msg((error != NULL) == (has_error && status != DTI_OK), "values%s: %s, error %s",
                  values, dti_status_name(status), error != NULL ? "written" : "not written");
    ck_assert_msg(error == NULL || dti_error_status(error) == status,
                  "values%s: returned %s, the error says %s", values, dti_status_name(status),
                  dti_status_name(dti_error_status(error)));
    ck_assert_msg(status != DTI_E_INTERNAL && status != DTI_E_NOMEM, "values%s: %s", values,
                  dti_status_name(status));
    dti_error_free(error);
    error = NULL;
}

void touch(const char *text)
{
    static volatile size_t length;
    length = text != NULL ? strlen(text) : 0;
    (void)length;
}

/* An unchecked fixture, so it runs in the parent of all cases: once for them together, and kept to
 * the end. */
static void make_objects(void)
{
    if (a_framework != NULL) {
        return;
    }
    framework_path = test_path("tests/data/tiny-framework.json");
    framework_text = test_read_file("tests/data/tiny-framework.json", &framework_length);
    dossier_path = test_path("examples/data/quangnam-2022.json");
    dossier_text = test_read_file("examples/data/quangnam-2022.json", &dossier_length);
    bounds_path = test_path("tests/data/cohort-bounds.json");
    bounds_text = "{\"format\":\"dti-bounds/1\",\"framework\":{\"id\":\"vn-dti-province-922\","
                  "\"version\":\"1.0.0\"},\"bounds\":[]}";
    bounds_length = strlen(bounds_text);
    dti_bounds *bounds = NULL;
    dti_result *result = NULL;
    dti_report *report = NULL;
    dti_text *text = NULL;
    dti_framework *none = NULL;
    ck_assert(dti_framework_builtin(dti_builtin_id(0), NULL, &a_framework, NULL) == DTI_OK);
    ck_assert(dti_dossier_load(dossier_path, a_framework, NULL, &a_dossier, NULL) == DTI_OK);
    ck_assert(dti_dossier_builder_new(a_framework, "gso:49", 2022, NULL, &a_dossier_builder,
                                      NULL) == DTI_OK);
    ck_assert(dti_bounds_parse(bounds_text, bounds_length, a_framework, NULL, &bounds, NULL) ==
              DTI_OK);
    ck_assert(dti_score(a_dossier, NULL, &result, NULL) == DTI_OK);
    ck_assert(dti_framework_check("{\"format\": 1}", 13, NULL, &report, NULL) == DTI_OK);
    ck_assert(dti_dossier_write(a_dossier, &text, NULL) == DTI_OK);
    ck_assert(dti_framework_parse("{", 1, NULL, &none, &a_error) == DTI_E_SYNTAX);
    a_bounds = bounds;
    bounds_parts[0] = bounds;
    a_result = result;
    a_report = report;
    a_text = text;
}

START_TEST(every_combination)
{
    all_calls[_i].call();
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("calls");
    for (size_t i = 0; i < all_calls_count; i++) {
        TCase *tcase = tcase_create(all_calls[i].name);
        tcase_add_unchecked_fixture(tcase, make_objects, NULL);
        tcase_add_loop_test(tcase, every_combination, (int)i, (int)i + 1);
        suite_add_tcase(suite, tcase);
    }
    return suite;
}
