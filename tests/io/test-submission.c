/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* What a province sends: it is complete when every component that asks for evidence has some, or an
 * explanation. */
#include <dti/dti.h>

#include "samples.h"
#include "support.h"

#include <string.h>

/* Components of the catalogue with points and a requirement of evidence: 98, without the 10 that
 * ask for none and the 3 that earn nothing. */
#define ASKED 85

static dti_dossier *empty_dossier(const dti_framework *framework)
{
    dti_dossier_builder *builder = NULL;
    dti_dossier *dossier = NULL;
    dti_error *error = NULL;
    sample_must(dti_dossier_builder_new(framework, "gso:49", 2022, NULL, &builder, &error), &error);
    sample_must(dti_dossier_builder_build(builder, &dossier, &error), &error);
    dti_dossier_builder_free(builder);
    return dossier;
}

static dti_changes *new_changes(const dti_framework *framework)
{
    dti_changes *changes = NULL;
    dti_error *error = NULL;
    sample_must(dti_changes_new(framework, NULL, &changes, &error), &error);
    return changes;
}

/* Scores the dossier after the changes; drops both. */
static dti_result *scored(dti_dossier *dossier, dti_changes *changes)
{
    dti_dossier *next = NULL;
    dti_result *result = NULL;
    dti_error *error = NULL;
    sample_must(dti_changes_apply(changes, dossier, &next, &error), &error);
    sample_must(dti_score(next, NULL, &result, &error), &error);
    dti_changes_free(changes);
    dti_dossier_unref(dossier);
    dti_dossier_unref(next);
    return result;
}

static size_t errors_of(const dti_result *result)
{
    dti_report *report = NULL;
    dti_error *error = NULL;
    sample_must(dti_submission_check(result, &report, &error), &error);
    size_t count = dti_report_severity_count(report, DTI_SEVERITY_ERROR);
    dti_report_unref(report);
    return count;
}

static dti_text *written(const dti_result *result, const char *numbering)
{
    dti_text *text = NULL;
    dti_error *error = NULL;
    sample_must(dti_submission_write(result, numbering, DTI_LANG_VI, &text, &error), &error);
    return text;
}

static bool says(const dti_text *text, const char *what)
{
    return strstr(dti_text_data(text), what) != NULL;
}

START_TEST(nothing_is_proved_at_first)
{
    dti_framework *framework = sample_builtin();
    dti_result *result = scored(empty_dossier(framework), new_changes(framework));
    dti_text *text = written(result, NULL);
    ck_assert_uint_eq(errors_of(result), ASKED);
    ck_assert(says(text, "\"complete\": false"));
    ck_assert(says(text, "\"stage\": \"collecting\""));
    dti_text_free(text);
    dti_result_unref(result);
    dti_framework_unref(framework);
}
END_TEST

/* All components, whether they ask for evidence or not; and one less. */
START_TEST(an_explanation_stands_for_evidence)
{
    dti_framework *framework = sample_builtin();
    dti_changes *changes = new_changes(framework);
    dti_error *error = NULL;
    for (size_t i = 0; i < dti_framework_node_count(framework); i++) {
        const char *code = dti_framework_node_code(framework, i, NULL);
        if (dti_framework_node_kind(framework, i) != DTI_NODE_COMPONENT ||
            (_i == 1 && strcmp(code, "2.8") == 0))
            continue;
        sample_must(dti_changes_explain(changes, &code, 1, DTI_TRACK_SELF, "đã giải trình", &error),
                    &error);
    }
    dti_result *result = scored(empty_dossier(framework), changes);
    dti_text *text = written(result, NULL);
    ck_assert_uint_eq(errors_of(result), (size_t)_i);
    ck_assert(says(text, _i == 0 ? "\"complete\": true" : "\"complete\": false"));
    dti_text_free(text);
    dti_result_unref(result);
    dti_framework_unref(framework);
}
END_TEST

/* The resolution that was rejected proves nothing; handed in again it does, until it is judged. */
START_TEST(rejected_evidence_proves_nothing)
{
    dti_framework *framework = sample_builtin();
    dti_changes *changes = new_changes(framework);
    dti_evidence *evidence = NULL;
    dti_evidence *again = NULL;
    dti_error *error = NULL;
    size_t length = 0;
    char *record = test_read_file("examples/data/evidence-nq-36-2021.json", &length);
    dti_history_step step = DTI_HISTORY_STEP_INIT;
    step.action = DTI_ACTION_RESUBMIT;
    step.at = "2023-01-25T09:00:00+07:00";
    step.by = "Trần Thị B";
    sample_must(dti_evidence_parse(record, length, NULL, &evidence, &error), &error);
    sample_must(dti_evidence_review(evidence, &step, &again, &error), &error);
    sample_must(dti_changes_set_evidence(changes, _i == 0 ? evidence : again, &error), &error);
    dti_result *result = scored(empty_dossier(framework), changes);
    dti_text *text = written(result, "official");
    ck_assert_uint_eq(errors_of(result), _i == 0 ? ASKED : ASKED - 1);
    ck_assert(says(text, "\"number\": \"36/2021/NQ-HĐND\""));
    ck_assert(says(text, dti_history_digest(dti_evidence_history(_i == 0 ? evidence : again),
                                            _i == 0 ? 1 : 2)));
    ck_assert(says(text, "\"code\": \"7.12\""));
    ck_assert(says(text, "\"numbering\": \"official\""));
    dti_text_free(text);
    dti_result_unref(result);
    dti_evidence_unref(again);
    dti_evidence_unref(evidence);
    dti_framework_unref(framework);
    free(record);
}
END_TEST

static void digest_of(const dti_text *text, char out[72])
{
    const char *key = strstr(dti_text_data(text), "\n  \"digest\": \"sha256:");
    ck_assert_ptr_nonnull(key);
    memcpy(out, strstr(key, "sha256:"), 71);
    out[71] = '\0';
}

/* The digest of the package is that of its content, in whatever numbering it is shown: the same for
 * the same, another for another. */
START_TEST(the_package_has_one_digest)
{
    static const char code[] = "1.1";
    const char *codes = code;
    dti_framework *framework = sample_builtin();
    dti_error *error = NULL;
    char digests[3][72];
    for (int i = 0; i < 3; i++) {
        dti_changes *changes = new_changes(framework);
        sample_must(dti_changes_explain(changes, &codes, 1, DTI_TRACK_SELF,
                                        i < 2 ? "đã giải trình" : "đã giải trình lại", &error),
                    &error);
        dti_result *result = scored(empty_dossier(framework), changes);
        dti_text *text = written(result, i == 0 ? NULL : "official");
        dti_text *alone = NULL;
        digest_of(text, digests[i]);
        sample_must(dti_submission_digest(result, &alone, &error), &error);
        ck_assert_str_eq(dti_text_data(alone), digests[i]);
        dti_text_free(alone);
        dti_text_free(text);
        dti_result_unref(result);
    }
    ck_assert_str_eq(digests[0], digests[1]);
    ck_assert_str_ne(digests[0], digests[2]);
    dti_framework_unref(framework);
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("submission");
    TCase *tcase = tcase_create("submission");
    tcase_add_test(tcase, nothing_is_proved_at_first);
    tcase_add_loop_test(tcase, an_explanation_stands_for_evidence, 0, 2);
    tcase_add_loop_test(tcase, rejected_evidence_proves_nothing, 0, 2);
    tcase_add_test(tcase, the_package_has_one_digest);
    suite_add_tcase(suite, tcase);
    return suite;
}
