/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Who owes what: rows, disputes, evidence, points at stake, days. Points are sums of maxima of the
 * catalogue, added by hand. */
#include <dti/dti.h>

#include "samples.h"
#include "support.h"

#include <string.h>

#define HEAD(reporter)                                                                             \
    "{\"format\":\"dti-form/1\",\"collection\":{\"id\":\"vn-quangnam-2023\",\"version\":"          \
    "\"1.0.0\"},\"reporter\":\"" reporter "\",\"unit\":{\"id\":\"gso:49\"},\"year\":2023,"         \
    "\"date\":\"2024-01-15\",\"rows\":["

static dti_collection *the_collection(void)
{
    dti_collection *collection = NULL;
    dti_error *error = NULL;
    sample_must(dti_collection_builtin("vn-quangnam-2023", NULL, &collection, &error), &error);
    return collection;
}

static dti_dossier *empty_dossier(const dti_collection *collection)
{
    dti_dossier_builder *builder = NULL;
    dti_dossier *dossier = NULL;
    dti_error *error = NULL;
    sample_must(dti_dossier_builder_new(dti_collection_framework(collection), "gso:49", 2023, NULL,
                                        &builder, &error),
                &error);
    sample_must(dti_dossier_builder_build(builder, &dossier, &error), &error);
    dti_dossier_builder_free(builder);
    return dossier;
}

/* The dossier with forms merged; drops the one that is given. */
static dti_dossier *with_forms(dti_dossier *dossier, const dti_collection *collection,
                               const char *const *texts, size_t count)
{
    dti_form *forms[4] = {NULL};
    dti_changes *changes = NULL;
    dti_dossier *merged = NULL;
    dti_error *error = NULL;
    for (size_t i = 0; i < count; i++)
        sample_must(dti_form_parse(texts[i], strlen(texts[i]), collection, NULL, &forms[i], &error),
                    &error);
    sample_must(dti_merge(dossier, (const dti_form *const *)forms, count, &changes, NULL, &error),
                &error);
    sample_must(dti_changes_apply(changes, dossier, &merged, &error), &error);
    for (size_t i = 0; i < count; i++)
        dti_form_unref(forms[i]);
    dti_changes_free(changes);
    dti_dossier_unref(dossier);
    return merged;
}

static dti_dossier *with_evidence(dti_dossier *dossier)
{
    size_t length = 0;
    char *text = test_read_file("examples/data/evidence-nq-36-2021.json", &length);
    dti_evidence *evidence = NULL;
    dti_evidence_builder *builder = NULL;
    dti_evidence *named = NULL;
    dti_changes *changes = NULL;
    dti_dossier *next = NULL;
    dti_error *error = NULL;
    sample_must(dti_evidence_parse(text, length, NULL, &evidence, &error), &error);
    /* Rejected records can be changed: this one gets its reporter. */
    sample_must(dti_evidence_builder_new(NULL, evidence, NULL, &builder, &error), &error);
    sample_must(dti_evidence_builder_set(builder, DTI_EVIDENCE_REPORTER, "so-tai-chinh", &error),
                &error);
    sample_must(dti_evidence_builder_build(builder, &named, &error), &error);
    sample_must(dti_changes_new(dti_dossier_framework(dossier), NULL, &changes, &error), &error);
    sample_must(dti_changes_set_evidence(changes, named, &error), &error);
    sample_must(dti_changes_apply(changes, dossier, &next, &error), &error);
    dti_changes_free(changes);
    dti_evidence_builder_free(builder);
    dti_evidence_unref(named);
    dti_evidence_unref(evidence);
    dti_dossier_unref(dossier);
    free(text);
    return next;
}

/* Scores and drops the dossier. */
static dti_progress *progress_of(dti_dossier *dossier, const dti_collection *collection,
                                 const char *today)
{
    dti_score_options options = DTI_SCORE_OPTIONS_INIT;
    dti_result *result = NULL;
    dti_progress *progress = NULL;
    dti_error *error = NULL;
    options.collection = collection;
    sample_must(dti_score(dossier, &options, &result, &error), &error);
    sample_must(dti_progress_new(result, collection, today, NULL, &progress, &error), &error);
    dti_result_unref(result);
    dti_dossier_unref(dossier);
    return progress;
}

static size_t count_of(const dti_progress *progress, const char *reporter,
                       dti_progress_measure measure)
{
    size_t index = dti_collection_reporter_find(dti_progress_collection(progress), reporter);
    ck_assert_uint_ne(index, DTI_NONE);
    return dti_progress_count(progress, index, measure);
}

static int64_t stake_of(const dti_progress *progress, const char *reporter)
{
    return dti_progress_at_stake(
        progress, dti_collection_reporter_find(dti_progress_collection(progress), reporter));
}

/* Components that wait for a figure of the reporter: so-noi-vu 4.3 to 4.7 of 10 points each;
 * so-tai-chinh 2.8 (10), 2.10 (5), 5.12 (15), 6.22 (5), 7.11 and 7.12 (10 each), 8.6 and 8.7 (20
 * each); cuc-thue-tinh 7.7 (10); the bank 8.2 (20); every district 1.10 (10). */
START_TEST(all_is_owed_at_first)
{
    dti_collection *collection = the_collection();
    dti_progress *progress = progress_of(empty_dossier(collection), collection, "2024-01-10");
    for (size_t i = 0; i < dti_collection_reporter_count(collection); i++) {
        size_t form = dti_collection_reporter_form(collection, i);
        size_t rows = dti_collection_form_row_count(collection, form);
        ck_assert_uint_eq(dti_progress_count(progress, i, DTI_PROGRESS_ROWS), rows);
        ck_assert_uint_eq(dti_progress_count(progress, i, DTI_PROGRESS_MISSING), rows);
        ck_assert_uint_eq(dti_progress_count(progress, i, DTI_PROGRESS_REPORTED), 0);
        ck_assert_uint_eq(dti_progress_missing_row(progress, i, rows - 1),
                          dti_collection_form_first_row(collection, form) + rows - 1);
        ck_assert_uint_eq(dti_progress_missing_row(progress, i, rows), DTI_NONE);
        ck_assert_uint_eq(dti_progress_count(progress, i, DTI_PROGRESS_EVIDENCE_MISSING), 0);
    }
    ck_assert_int_eq(stake_of(progress, "so-noi-vu"), 50 * DTI_POINT);
    ck_assert_int_eq(stake_of(progress, "so-tai-chinh"), 95 * DTI_POINT);
    ck_assert_int_eq(stake_of(progress, "cuc-thue-tinh"), 10 * DTI_POINT);
    ck_assert_int_eq(stake_of(progress, "ngan-hang-nha-nuoc-chi-nhanh-tinh"), 20 * DTI_POINT);
    ck_assert_int_eq(stake_of(progress, "huyen-nui-thanh"), 10 * DTI_POINT);
    dti_progress_unref(progress);
    dti_collection_unref(collection);
}
END_TEST

START_TEST(days_are_those_of_vietnam)
{
    static const struct {
        const char *today;
        int32_t left;
    } days[] = {{"2024-01-29", 1}, {"2024-01-30", 0}, {"2024-02-02", -3}, {"2023-12-31", 30}};
    dti_collection *collection = the_collection();
    dti_progress *progress = progress_of(empty_dossier(collection), collection, days[_i].today);
    ck_assert_int_eq(dti_progress_days_left(progress), days[_i].left);
    dti_progress_unref(progress);
    dti_collection_unref(collection);
}
END_TEST

/* The share of taxpayers is derived from both figures of form VIII and the enterprises of form III;
 * with the share reported, 7.7 waits for nobody. */
START_TEST(what_is_reported_is_no_longer_owed)
{
    static const char *const texts[] = {
        HEAD("cuc-thue-tinh") "{\"row\":\"I.1\",\"state\":\"not-assessed\",\"reason\":{\"vi\":"
                              "\"chờ quyết toán\"}},{\"row\":\"I.2\",\"value\":88.17}]}"};
    dti_collection *collection = the_collection();
    dti_progress *progress = progress_of(
        with_forms(empty_dossier(collection), collection, texts, 1), collection, "2024-01-20");
    ck_assert_uint_eq(count_of(progress, "cuc-thue-tinh", DTI_PROGRESS_REPORTED), 2);
    ck_assert_uint_eq(count_of(progress, "cuc-thue-tinh", DTI_PROGRESS_MISSING), 0);
    ck_assert_int_eq(stake_of(progress, "cuc-thue-tinh"), 0);
    ck_assert_uint_eq(count_of(progress, "so-noi-vu", DTI_PROGRESS_MISSING), 12);
    dti_progress_unref(progress);
    dti_collection_unref(collection);
}
END_TEST

START_TEST(a_remark_alone_is_still_owed)
{
    static const char *const texts[] = {
        HEAD("cuc-thue-tinh") "{\"row\":\"I.1\",\"note\":{\"vi\":\"gửi sau\"}}]}"};
    dti_collection *collection = the_collection();
    dti_progress *progress = progress_of(
        with_forms(empty_dossier(collection), collection, texts, 1), collection, "2024-01-20");
    ck_assert_uint_eq(count_of(progress, "cuc-thue-tinh", DTI_PROGRESS_REPORTED), 0);
    ck_assert_uint_eq(count_of(progress, "cuc-thue-tinh", DTI_PROGRESS_MISSING), 2);
    ck_assert_int_eq(stake_of(progress, "cuc-thue-tinh"), 10 * DTI_POINT);
    dti_progress_unref(progress);
    dti_collection_unref(collection);
}
END_TEST

/* Total spending is asked of the finance department twice and of the statistical office once. */
START_TEST(a_dispute_is_everybodys)
{
    static const char *const texts[] = {
        HEAD("so-tai-chinh") "{\"row\":\"I.2\",\"value\":20000},{\"row\":\"IV.2\",\"value\":20000}]"
                             "}",
        HEAD("cuc-thong-ke-tinh") "{\"row\":\"IV.1\",\"value\":21000}]}"};
    dti_collection *collection = the_collection();
    dti_progress *progress = progress_of(
        with_forms(empty_dossier(collection), collection, texts, 2), collection, "2024-01-20");
    size_t finance = dti_collection_reporter_find(collection, "so-tai-chinh");
    ck_assert_uint_eq(count_of(progress, "so-tai-chinh", DTI_PROGRESS_DISPUTED), 2);
    ck_assert_uint_eq(count_of(progress, "so-tai-chinh", DTI_PROGRESS_REPORTED), 2);
    ck_assert_uint_eq(count_of(progress, "cuc-thong-ke-tinh", DTI_PROGRESS_DISPUTED), 1);
    ck_assert_str_eq(
        dti_collection_row_key(collection, dti_progress_disputed_row(progress, finance, 1)),
        "IV.2");
    ck_assert_uint_eq(dti_progress_disputed_row(progress, finance, 2), DTI_NONE);
    ck_assert_int_eq(stake_of(progress, "so-tai-chinh"), 95 * DTI_POINT);
    dti_progress_unref(progress);
    dti_collection_unref(collection);
}
END_TEST

START_TEST(evidence_is_counted_by_reporter)
{
    dti_collection *collection = the_collection();
    dti_progress *progress =
        progress_of(with_evidence(empty_dossier(collection)), collection, "2024-01-20");
    ck_assert_uint_eq(count_of(progress, "so-tai-chinh", DTI_PROGRESS_EVIDENCE), 1);
    ck_assert_uint_eq(count_of(progress, "so-tai-chinh", DTI_PROGRESS_EVIDENCE_REJECTED), 1);
    ck_assert_uint_eq(count_of(progress, "so-tai-chinh", DTI_PROGRESS_EVIDENCE_WAITING), 0);
    ck_assert_uint_eq(count_of(progress, "cuc-thue-tinh", DTI_PROGRESS_EVIDENCE), 0);
    ck_assert_uint_eq(count_of(progress, "cuc-thue-tinh", DTI_PROGRESS_EVIDENCE_MISSING), 1);
    ck_assert_uint_eq(count_of(progress, "huyen-nui-thanh", DTI_PROGRESS_EVIDENCE_MISSING), 1);
    dti_progress_unref(progress);
    dti_collection_unref(collection);
}
END_TEST

/* Gaps of a kind that a reporter owes. */
static size_t owed(const dti_progress *progress, const char *reporter, dti_gap gap)
{
    const dti_result *result = dti_progress_result(progress);
    size_t at = dti_collection_reporter_find(dti_progress_collection(progress), reporter);
    size_t count = 0;
    for (size_t i = 0; i < dti_result_gap_count(result); i++)
        count += dti_progress_owes_gap(progress, at, i) && dti_result_gap(result, i) == gap;
    return count;
}

START_TEST(gaps_are_owed_by_who_can_close_them)
{
    dti_collection *collection = the_collection();
    dti_progress *progress =
        progress_of(with_evidence(empty_dossier(collection)), collection, "2024-01-20");
    ck_assert_uint_eq(owed(progress, "so-tai-chinh", DTI_GAP_REJECTED), 1);
    ck_assert_uint_eq(owed(progress, "cuc-thue-tinh", DTI_GAP_REJECTED), 0);
    ck_assert_uint_eq(owed(progress, "cuc-thue-tinh", DTI_GAP_MISSING), 1);
    size_t gaps = dti_result_gap_count(dti_progress_result(progress));
    size_t finance = dti_collection_reporter_find(collection, "so-tai-chinh");
    ck_assert_int_eq(dti_progress_owes_gap(progress, finance, gaps), 0);
    ck_assert_int_eq(dti_progress_owes_gap(progress, DTI_NONE, 0), 0);
    ck_assert_int_eq(dti_progress_owes_gap(NULL, finance, 0), 0);
    dti_progress_unref(progress);
    dti_collection_unref(collection);
}
END_TEST

/* None of eighteen districts answers for the others: what evidence lacks is asked of all. */
START_TEST(what_districts_share_is_asked_of_each)
{
    static const char *const texts[] = {
        HEAD("thanh-pho-tam-ky") "{\"row\":\"I.1\",\"value\":\"weekly\"}]}",
        HEAD("thanh-pho-hoi-an") "{\"row\":\"I.1\",\"value\":\"monthly\"}]}"};
    dti_collection *collection = the_collection();
    dti_dossier *dossier = with_forms(empty_dossier(collection), collection, texts, 2);
    dti_progress *progress = progress_of(with_evidence(dossier), collection, "2024-01-20");
    ck_assert_uint_eq(count_of(progress, "thanh-pho-tam-ky", DTI_PROGRESS_EVIDENCE_MISSING), 1);
    ck_assert_uint_eq(count_of(progress, "huyen-nui-thanh", DTI_PROGRESS_EVIDENCE_MISSING), 1);
    ck_assert_uint_eq(count_of(progress, "thanh-pho-tam-ky", DTI_PROGRESS_REPORTED), 1);
    dti_progress_unref(progress);
    dti_collection_unref(collection);
}
END_TEST

/* The bank's one figure cannot exist here: 8.2 has no points to wait for. */
START_TEST(what_cannot_exist_has_nothing_at_stake)
{
    dti_collection *collection = the_collection();
    dti_dossier_builder *builder = NULL;
    dti_dossier *dossier = NULL;
    dti_error *error = NULL;
    sample_must(dti_dossier_builder_new(dti_collection_framework(collection), "gso:49", 2023, NULL,
                                        &builder, &error),
                &error);
    sample_must(dti_dossier_builder_set_state(builder, "people-15-plus-with-account",
                                              DTI_STATE_NOT_APPLICABLE, "không có", &error),
                &error);
    sample_must(dti_dossier_builder_set_number(builder, "population-15-plus", 1000000, &error),
                &error);
    sample_must(dti_dossier_builder_build(builder, &dossier, &error), &error);
    dti_progress *progress = progress_of(dossier, collection, "2024-01-20");
    ck_assert_int_eq(stake_of(progress, "ngan-hang-nha-nuoc-chi-nhanh-tinh"), 0);
    ck_assert_int_eq(stake_of(progress, "so-noi-vu"), 50 * DTI_POINT);
    dti_progress_unref(progress);
    dti_dossier_builder_free(builder);
    dti_collection_unref(collection);
}
END_TEST

START_TEST(it_refuses_what_is_no_date_and_what_does_not_belong)
{
    dti_collection *collection = the_collection();
    dti_dossier *dossier = empty_dossier(collection);
    dti_result *result = NULL;
    dti_progress *progress = NULL;
    dti_error *error = NULL;
    sample_must(dti_score(dossier, NULL, &result, &error), &error);
    ck_assert_int_eq(dti_progress_new(result, collection, "30/01/2024", NULL, &progress, &error),
                     DTI_E_VALUE);
    ck_assert_ptr_null(progress);
    dti_error_free(error);
    dti_result_unref(result);
    dti_dossier_unref(dossier);
    dti_collection_unref(collection);
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("progress");
    TCase *tcase = tcase_create("progress");
    tcase_add_test(tcase, all_is_owed_at_first);
    tcase_add_loop_test(tcase, days_are_those_of_vietnam, 0, 4);
    tcase_add_test(tcase, what_is_reported_is_no_longer_owed);
    tcase_add_test(tcase, a_remark_alone_is_still_owed);
    tcase_add_test(tcase, a_dispute_is_everybodys);
    tcase_add_test(tcase, evidence_is_counted_by_reporter);
    tcase_add_test(tcase, gaps_are_owed_by_who_can_close_them);
    tcase_add_test(tcase, what_districts_share_is_asked_of_each);
    tcase_add_test(tcase, what_cannot_exist_has_nothing_at_stake);
    tcase_add_test(tcase, it_refuses_what_is_no_date_and_what_does_not_belong);
    suite_add_tcase(suite, tcase);
    return suite;
}
