/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* All findings of a document: vectors that come out or do not, what is assumed, figures that
 * contradict one another. */
#include "samples.h"

#include <fenv.h>
#include <stdio.h>

#define LENGTH_OF(array) (int)(sizeof(array) / sizeof((array)[0]))

static size_t count_of(const dti_report *report, const char *id)
{
    size_t count = 0;
    for (size_t i = 0; i < dti_report_count(report); i++) {
        count += strcmp(dti_report_id(report, i), id) == 0;
    }
    return count;
}

static dti_report *check_framework(const char *text)
{
    dti_report *report = NULL;
    dti_error *error = NULL;
    sample_must(dti_framework_check(text, strlen(text), NULL, &report, &error), &error);
    return report;
}

/* A text with one occurrence of `from` replaced; frees the text. */
static char *changed(char *text, const char *from, const char *to)
{
    const char *at = strstr(text, from);
    ck_assert_msg(at != NULL, "no %s", from);
    const size_t size = strlen(text) + strlen(to) + 1;
    char *out = malloc(size);
    ck_assert_ptr_nonnull(out);
    snprintf(out, size, "%.*s%s%s", (int)(at - text), text, to, at + strlen(from));
    free(text);
    return out;
}

/* ---- Frameworks ---- */

static const char *const frameworks[] = {SAMPLE_TINY_FRAMEWORK,
                                         "libdti/frameworks/vn-dti-province-922.json"};

/* Worked out by hand and exact (tolerance 0 in the small one), so in every rounding mode too. */
START_TEST(vectors_come_out)
{
    static const int modes[] = {FE_TONEAREST, FE_UPWARD, FE_DOWNWARD, FE_TOWARDZERO};
    char *text = test_read_file(frameworks[_i], NULL);
    ck_assert_ptr_nonnull(strstr(text, "\"vectors\""));
    for (int i = 0; i < LENGTH_OF(modes); i++) {
        ck_assert_int_eq(fesetround(modes[i]), 0);
        dti_report *report = check_framework(text);
        ck_assert_int_eq(fegetround(), modes[i]);
        fesetround(FE_TONEAREST);
        ck_assert_uint_eq(dti_report_severity_count(report, DTI_SEVERITY_ERROR), 0);
        ck_assert_uint_eq(dti_report_severity_count(report, DTI_SEVERITY_WARNING), 0);
        dti_report_unref(report);
    }
    free(text);
}
END_TEST

static const struct {
    const char *from;
    const char *to;
    bool fails;
} vector_changes[] = {
    {"\"points\": 6.395, \"tolerance\": 0", "\"points\": 6.39, \"tolerance\": 0", true},
    {"\"points\": 6.395, \"tolerance\": 0", "\"points\": 6.39, \"tolerance\": 0.005", false},
    {"\"points\": 6.395, \"tolerance\": 0", "\"points\": 6.39, \"tolerance\": 0.004999999", true},
    {"\"points\": 6.395, \"tolerance\": 0", "\"points\": 6.4, \"tolerance\": 0.005", false},
    {"\"inputs\": {\"users-share\": 51.16}", "\"inputs\": {\"users-share\": 51.17}", true},
    {"\"inputs\": {\"committee-head\": \"deputy\"}", "\"inputs\": {\"committee-head\": \"head\"}",
     true},
};

START_TEST(vector_that_does_not_come_out)
{
    char *text = changed(test_read_file(SAMPLE_TINY_FRAMEWORK, NULL), vector_changes[_i].from,
                         vector_changes[_i].to);
    dti_report *report = check_framework(text);
    ck_assert_uint_eq(count_of(report, "DTI-0450"), vector_changes[_i].fails);
    ck_assert_uint_eq(dti_report_severity_count(report, DTI_SEVERITY_ERROR), 0);
    dti_report_unref(report);
    free(text);
}
END_TEST

/* Never present an assumption as official: each assumed and each unknown part is told. */
START_TEST(tells_what_is_assumed)
{
    char *text = test_read_file(frameworks[_i], NULL);
    dti_framework *framework = sample_framework(frameworks[_i]);
    size_t counts[5] = {0};
    for (size_t node = 0; node < dti_framework_node_count(framework); node++) {
        const dti_node_kind kind = dti_framework_node_kind(framework, node);
        const int parts = kind == DTI_NODE_COMPONENT ? DTI_PART_RULE : DTI_PART_MAX_POINTS;
        for (int part = 0; part <= parts && kind != DTI_NODE_INDEX; part++) {
            counts[dti_framework_node_provenance(framework, node, (dti_node_part)part)]++;
        }
    }
    dti_report *report = check_framework(text);
    ck_assert_uint_ge(count_of(report, "DTI-0451"), counts[DTI_PROVENANCE_ASSUMED]);
    ck_assert_uint_ge(count_of(report, "DTI-0452"), counts[DTI_PROVENANCE_UNKNOWN]);
    ck_assert_uint_gt(counts[DTI_PROVENANCE_ASSUMED], 0);
    dti_report_unref(report);
    dti_framework_unref(framework);
    free(text);
}
END_TEST

/* ---- Dossiers ---- */

static const struct {
    const char *from;
    const char *to;
    const char *id; /* NULL: no warning */
    const char *pointer;
} dossier_changes[] = {
    {"\"slogan\"", "\"slogan\"", NULL, NULL},
    {"\"value\": 5116,", "\"value\": 10001,", "DTI-0552", "/inputs/2/value"},
    {"\"value\": 51.16", "\"value\": 51.17", "DTI-0554", "/inputs/3/value"},
    {"\"value\": 51.16", "\"value\": 51.2", NULL, NULL}, /* rounded to one digit */
    {"\"value\": 51.16", "\"value\": 51.3", "DTI-0554", "/inputs/3/value"},
    {"\"year\": 2022", "\"year\": 2030", "DTI-0551", "/year"},
    {"{\"id\": \"files-online\", \"value\": 60}",
     "{\"id\": \"files-online\", \"value\": 60}, {\"id\": \"files\", \"value\": 90}", "DTI-0554",
     "/inputs/5/value"},
};

START_TEST(figures_that_contradict_each_other)
{
    dti_framework *framework = sample_framework(SAMPLE_TINY_FRAMEWORK);
    char *text = changed(test_read_file(SAMPLE_TINY_DOSSIER, NULL), dossier_changes[_i].from,
                         dossier_changes[_i].to);
    dti_report *report = NULL;
    dti_error *error = NULL;
    sample_must(dti_dossier_check(text, strlen(text), framework, NULL, &report, &error), &error);
    ck_assert_uint_eq(dti_report_severity_count(report, DTI_SEVERITY_ERROR), 0);
    if (dossier_changes[_i].id == NULL) {
        ck_assert_uint_eq(dti_report_count(report), 0);
    } else {
        size_t at = 0;
        while (at < dti_report_count(report) &&
               strcmp(dti_report_id(report, at), dossier_changes[_i].id) != 0) {
            at++;
        }
        ck_assert_str_eq(dti_report_id(report, at), dossier_changes[_i].id);
        ck_assert_str_eq(dti_report_pointer(report, at), dossier_changes[_i].pointer);
        ck_assert_int_eq(dti_report_severity(report, at), DTI_SEVERITY_WARNING);
        ck_assert_uint_gt(dti_report_line(report, at), 1);
    }
    dti_report_unref(report);
    dti_framework_unref(framework);
    free(text);
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("check");
    TCase *tcase = tcase_create("check");
    tcase_add_loop_test(tcase, vectors_come_out, 0, LENGTH_OF(frameworks));
    tcase_add_loop_test(tcase, vector_that_does_not_come_out, 0, LENGTH_OF(vector_changes));
    tcase_add_loop_test(tcase, tells_what_is_assumed, 0, LENGTH_OF(frameworks));
    tcase_add_loop_test(tcase, figures_that_contradict_each_other, 0, LENGTH_OF(dossier_changes));
    suite_add_tcase(suite, tcase);
    return suite;
}
