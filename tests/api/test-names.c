/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Names of numbers, known and unknown; and what may be let go although it is not there. */
#include "samples.h"

#define LENGTH_OF(array) (int)(sizeof(array) / sizeof((array)[0]))

static const struct {
    int status;
    const char *name;
} statuses[] = {
    {DTI_OK, "DTI_OK"},
    {DTI_E_NOMEM, "DTI_E_NOMEM"},
    {DTI_E_ARG, "DTI_E_ARG"},
    {DTI_E_SYNTAX, "DTI_E_SYNTAX"},
    {DTI_E_SCHEMA, "DTI_E_SCHEMA"},
    {DTI_E_VALUE, "DTI_E_VALUE"},
    {DTI_E_REFERENCE, "DTI_E_REFERENCE"},
    {DTI_E_NOT_FOUND, "DTI_E_NOT_FOUND"},
    {DTI_E_VERSION, "DTI_E_VERSION"},
    {DTI_E_LIMIT, "DTI_E_LIMIT"},
    {DTI_E_IO, "DTI_E_IO"},
    {DTI_E_CANCELLED, "DTI_E_CANCELLED"},
    {DTI_E_INTERNAL, "DTI_E_INTERNAL"},
    {1, "DTI_E_UNKNOWN"},
    {-13, "DTI_E_UNKNOWN"},
    {DTI_STATUS_FORCE_INT, "DTI_E_UNKNOWN"},
    {-0x7fffffff - 1, "DTI_E_UNKNOWN"},
};

START_TEST(statuses_have_names)
{
    ck_assert_str_eq(dti_status_name((dti_status)statuses[_i].status), statuses[_i].name);
}
END_TEST

static const char *state_name(int number, dti_lang lang)
{
    return dti_state_name((dti_state)number, lang);
}

static const char *track_name(int number, dti_lang lang)
{
    return dti_track_name((dti_track)number, lang);
}

static const char *cause_name(int number, dti_lang lang)
{
    return dti_cause_name((dti_cause)number, lang);
}

static const char *provenance_name(int number, dti_lang lang)
{
    return dti_provenance_name((dti_provenance)number, lang);
}

static const struct {
    const char *(*name)(int number, dti_lang lang);
    int count; /* numbers from 0 that have a word of their own */
    const char *english;
    const char *vietnamese; /* of number 1 */
} word_lists[] = {
    {state_name, 5, "missing", "thiếu số liệu"},
    {track_name, 6, "self-assessed", "tự đánh giá"},
    {cause_name, 10, "missing input", "thiếu số liệu"},
    {provenance_name, 5, "source", "theo nguồn"},
};

START_TEST(numbers_have_words)
{
    static const int strange[] = {-1, 10, 1000, 0x7fffffff};
    for (int lang = DTI_LANG_VI; lang <= DTI_LANG_EN; lang++) {
        for (int i = 0; i < word_lists[_i].count; i++) {
            const char *word = word_lists[_i].name(i, (dti_lang)lang);
            ck_assert_str_ne(word, "");
            for (int k = 0; k < i; k++) {
                ck_assert_str_ne(word, word_lists[_i].name(k, (dti_lang)lang));
            }
        }
        for (int i = 0; i < LENGTH_OF(strange); i++) {
            ck_assert_str_ne(word_lists[_i].name(strange[i], (dti_lang)lang), "");
        }
    }
    ck_assert_str_eq(word_lists[_i].name(1, DTI_LANG_EN), word_lists[_i].english);
    ck_assert_str_eq(word_lists[_i].name(1, DTI_LANG_VI), word_lists[_i].vietnamese);
}
END_TEST

/* A language that this library does not know is some language, and never a crash. */
START_TEST(unknown_languages_have_words)
{
    static const int languages[] = {-1, 2, 99, DTI_LANG_FORCE_INT};
    dti_dossier *dossier = sample_tiny();
    dti_result *result = sample_score(dossier, DTI_TRACK_DEFAULT);
    for (int i = 0; i < LENGTH_OF(languages); i++) {
        const dti_lang lang = (dti_lang)languages[i];
        dti_text *text = NULL;
        dti_error *error = NULL;
        char number[16];
        ck_assert_str_ne(dti_state_name(DTI_STATE_MISSING, lang), "");
        ck_assert_str_ne(dti_framework_title(dti_dossier_framework(dossier), lang), "");
        ck_assert_uint_eq(dti_points_format(DTI_POINT, 2, lang, number, sizeof number), 4);
        sample_must(dti_result_explain(result, 0, NULL, lang, &text, &error), &error);
        ck_assert_uint_gt(dti_text_length(text), 0);
        dti_text_free(text);
    }
    dti_result_unref(result);
    dti_dossier_unref(dossier);
}
END_TEST

START_TEST(tracks_have_ids)
{
    static const char *const ids[] = {"default", "self",     "appraised",
                                      "final",   "computed", "supported"};
    for (int i = 0; i < LENGTH_OF(ids); i++) {
        ck_assert_str_eq(dti_track_id((dti_track)i), ids[i]);
    }
    ck_assert_str_eq(dti_track_id((dti_track)-1), "");
    ck_assert_str_eq(dti_track_id((dti_track)6), "");
    ck_assert_str_eq(dti_track_id(DTI_TRACK_FORCE_INT), "");
}
END_TEST

START_TEST(nothing_can_be_let_go)
{
    for (int i = 0; i < 2; i++) {
        dti_framework_unref(NULL);
        dti_dossier_unref(NULL);
        dti_dossier_builder_free(NULL);
        dti_bounds_unref(NULL);
        dti_result_unref(NULL);
        dti_report_unref(NULL);
        dti_error_free(NULL);
        dti_text_free(NULL);
    }
    ck_assert_ptr_null(dti_framework_ref(NULL));
    ck_assert_ptr_null(dti_dossier_ref(NULL));
    ck_assert_ptr_null(dti_bounds_ref(NULL));
    ck_assert_ptr_null(dti_result_ref(NULL));
    ck_assert_ptr_null(dti_report_ref(NULL));
    ck_assert_str_eq(dti_text_data(NULL), "");
    ck_assert_uint_eq(dti_text_length(NULL), 0);
}
END_TEST

/* Handles may be dropped in any order: a result holds its dossier, a dossier its framework. */
START_TEST(handles_hold_what_they_need)
{
    dti_framework *framework = sample_framework(SAMPLE_TINY_FRAMEWORK);
    dti_dossier *dossier = sample_dossier(SAMPLE_TINY_DOSSIER, framework);
    dti_dossier_builder *builder = sample_builder(framework);
    dti_framework_unref(framework);
    dti_result *result = sample_score(dossier, DTI_TRACK_COMPUTED);
    ck_assert_ptr_eq(dti_result_ref(result), result);
    dti_dossier_unref(dossier);
    dti_result_unref(result);
    ck_assert_str_eq(dti_dossier_id(dti_result_dossier(result)), "tiny-2022");
    ck_assert_str_eq(dti_framework_id(dti_dossier_framework(dti_result_dossier(result))), "tiny");
    dti_report *findings = dti_report_ref(dti_result_findings(result));
    const size_t count = dti_report_count(findings);
    dti_result_unref(result);
    ck_assert_uint_eq(dti_report_count(findings), count);
    dti_report_unref(findings);
    dti_dossier *built = sample_build(builder);
    dti_dossier_builder_free(builder);
    ck_assert_str_eq(dti_framework_id(dti_dossier_framework(built)), "tiny");
    dti_dossier_unref(built);
}
END_TEST

START_TEST(version_is_that_of_the_headers)
{
    ck_assert_str_eq(dti_version(), DTI_VERSION_STRING);
    ck_assert_uint_eq(dti_version_number(), DTI_VERSION_NUMBER);
    ck_assert(DTI_VERSION_AT_LEAST(0, 1, 0));
    ck_assert_uint_ge(dti_algorithm_version(), 1);
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("names");
    TCase *tcase = tcase_create("names");
    tcase_add_loop_test(tcase, statuses_have_names, 0, LENGTH_OF(statuses));
    tcase_add_loop_test(tcase, numbers_have_words, 0, LENGTH_OF(word_lists));
    tcase_add_test(tcase, unknown_languages_have_words);
    tcase_add_test(tcase, tracks_have_ids);
    tcase_add_test(tcase, nothing_can_be_let_go);
    tcase_add_test(tcase, handles_hold_what_they_need);
    tcase_add_test(tcase, version_is_that_of_the_headers);
    suite_add_tcase(suite, tcase);
    return suite;
}
