/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Losses of the plan of Quảng Nam by main indicator and by agency; calls that are refused, and
 * memory that runs out. */
#include "samples.h"

static dti_losses *losses_of(const dti_result *result)
{
    dti_losses *losses = NULL;
    dti_error *error = NULL;
    sample_must(dti_losses_new(result, NULL, &losses, &error), &error);
    return losses;
}

/* ── groups of the plan ── */

/* Maximum − points of the plan's main indicators, what its listed components lack of it, and the
 * rest: 3.1 to 3.7 lack 3.64 + 2.13 + 3.47 + 15 + 1.43 + 6.67 = 32.34 of 32.36, and so on. In
 * thousandths of a point. */
static const struct {
    const char *code;
    int64_t loss;
    int64_t rest;
    size_t components;
} plan[] = {
    {"1", 20000, 0, 3},  {"2", 20000, 0, 2},    {"3", 32360, 20, 6},   {"4", 55230, 17015, 5},
    {"5", 47710, -7, 7}, {"6", 54550, 3540, 8}, {"7", 77670, 330, 10}, {"8", 108650, -10, 7},
};

START_TEST(groups_plan)
{
    dti_dossier *dossier = sample_quangnam();
    dti_result *result = sample_score(dossier, DTI_TRACK_APPRAISED);
    dti_losses *losses = losses_of(result);
    ck_assert_uint_eq(dti_losses_group_count(losses, DTI_LOSSES_BY_MAIN), 8);
    for (size_t i = 0; i < 8; i++) {
        const size_t size = dti_losses_group_size(losses, DTI_LOSSES_BY_MAIN, i);
        const size_t last = dti_losses_group_item(losses, DTI_LOSSES_BY_MAIN, i, size - 1);
        const bool has_rest = dti_losses_kind(losses, last) == DTI_LOSS_UNALLOCATED;
        ck_assert_str_eq(dti_losses_group_id(losses, DTI_LOSSES_BY_MAIN, i), plan[i].code);
        ck_assert_int_eq(dti_losses_group_points(losses, DTI_LOSSES_BY_MAIN, i),
                         plan[i].loss * 1000000);
        ck_assert_int_eq(dti_losses_group_shared(losses, DTI_LOSSES_BY_MAIN, i), 0);
        ck_assert_uint_eq(size - has_rest, plan[i].components);
        ck_assert_int_eq(has_rest ? dti_losses_points(losses, last) : 0, plan[i].rest * 1000000);
    }
    ck_assert_str_eq(dti_losses_group_name(losses, DTI_LOSSES_BY_MAIN, 0, DTI_LANG_VI),
                     "Nhận thức số");
    ck_assert_int_eq(dti_losses_sum(losses, sample_node(result, "dti")),
                     INT64_C(416170000000)); /* 1000 − 583.83 */
    dti_losses_unref(losses);
    dti_result_unref(result);
    dti_dossier_unref(dossier);
}
END_TEST

/* The rest is nobody's, with 1.8, 1.10 and 4.10: 14.995 + 20.888. What two agencies stand behind is
 * counted with both, and told: 5.12, 7.11 and 8.6 with finance, 7.9 and 8.4 of the post. In
 * thousandths of a point; the largest come first. */
static const struct {
    const char *id;
    int64_t points;
    int64_t shared;
} agencies[] = {
    {"so-thong-tin-va-truyen-thong", 167727, 9080},
    {"so-tai-chinh", 83740, 43800},
    {"so-ke-hoach-va-dau-tu", 74140, 43800},
    {"cuc-thong-ke-tinh", 71190, 52550},
    {"so-noi-vu", 28260, 0},
    {"buu-dien-tinh", 28110, 28110},
    {"cong-an-tinh", 20000, 20000},
    {"viettel-post", 8110, 8110},
    {"doanh-nghiep-vien-thong", 3470, 3470},
    {"", 35883, 0},
};

START_TEST(groups_agencies)
{
    const dti_losses_by by = DTI_LOSSES_BY_AGENCY;
    const size_t count = sizeof agencies / sizeof agencies[0];
    dti_dossier *dossier = sample_quangnam();
    dti_result *result = sample_score(dossier, DTI_TRACK_APPRAISED);
    dti_losses *losses = losses_of(result);
    ck_assert_uint_eq(dti_losses_group_count(losses, by), count);
    for (size_t i = 0; i < count; i++) {
        ck_assert_str_eq(dti_losses_group_id(losses, by, i), agencies[i].id);
        ck_assert_int_eq(dti_losses_group_points(losses, by, i), agencies[i].points * 1000000);
        ck_assert_int_eq(dti_losses_group_shared(losses, by, i), agencies[i].shared * 1000000);
    }
    ck_assert_str_eq(dti_losses_group_name(losses, by, 4, DTI_LANG_EN),
                     "Department of Home Affairs");
    ck_assert_str_eq(dti_losses_group_name(losses, by, count - 1, DTI_LANG_VI),
                     "Chưa xác định cơ quan");
    dti_losses_unref(losses);
    dti_result_unref(result);
    dti_dossier_unref(dossier);
}
END_TEST

/* ── calls ── */

static dti_status make(const dti_allocator *allocator, void *context)
{
    dti_losses_options options = DTI_LOSSES_OPTIONS_INIT;
    dti_losses *losses = NULL;
    dti_error *error = NULL;
    options.allocator = allocator;
    options.table = ((const dti_table **)context)[1];
    const dti_status status =
        dti_losses_new(((const dti_result **)context)[0], &options, &losses, &error);
    ck_assert_int_eq(losses != NULL, status == DTI_OK);
    ck_assert_int_eq(error != NULL, status != DTI_OK);
    dti_error_free(error);
    dti_losses_unref(losses);
    return status;
}

START_TEST(without_memory)
{
    dti_dossier *dossier = sample_quangnam();
    dti_result *result = sample_score(dossier, DTI_TRACK_APPRAISED);
    dti_table *table = NULL;
    dti_error *error = NULL;
    sample_must(dti_table_builtin("vn-dti-province-2022", NULL, &table, &error), &error);
    const void *given[] = {result, table};
    test_nomem(make, given);
    dti_table_unref(table);
    dti_result_unref(result);
    dti_dossier_unref(dossier);
}
END_TEST

static dti_status write(const dti_allocator *allocator, void *context)
{
    dti_losses_options options = DTI_LOSSES_OPTIONS_INIT;
    dti_losses *losses = NULL;
    dti_text *text = NULL;
    dti_error *error = NULL;
    options.allocator = allocator;
    dti_status status = dti_losses_new(context, &options, &losses, &error);
    if (status == DTI_OK)
        status = dti_losses_write(losses, NULL, DTI_LANG_VI, &text, &error);
    ck_assert_int_eq(text != NULL, status == DTI_OK);
    ck_assert_int_eq(error != NULL, status != DTI_OK);
    dti_error_free(error);
    dti_text_free(text);
    dti_losses_unref(losses);
    return status;
}

START_TEST(write_without_memory)
{
    dti_dossier *dossier = sample_tiny();
    dti_result *result = sample_score(dossier, DTI_TRACK_APPRAISED);
    test_nomem_spread(write, result, 200);
    dti_result_unref(result);
    dti_dossier_unref(dossier);
}
END_TEST

/* In which numbering codes are written; one that is not known is refused. */
START_TEST(write_numbering)
{
    dti_dossier *dossier = sample_quangnam();
    dti_result *result = sample_score(dossier, DTI_TRACK_APPRAISED);
    dti_losses *losses = losses_of(result);
    dti_text *text = NULL;
    dti_error *error = NULL;
    sample_refused(dti_losses_write(losses, "none", DTI_LANG_VI, &text, &error), DTI_E_NOT_FOUND,
                   &error);
    sample_refused(dti_losses_write(NULL, NULL, DTI_LANG_VI, &text, &error), DTI_E_ARG, &error);
    sample_refused(dti_losses_write(losses, NULL, DTI_LANG_VI, NULL, &error), DTI_E_ARG, &error);
    ck_assert_ptr_null(text);
    sample_must(dti_losses_write(losses, "official", DTI_LANG_VI, &text, &error), &error);
    ck_assert_ptr_nonnull(strstr(dti_text_data(text), "\"code\": \"7.12\"")); /* 6.12 */
    ck_assert_ptr_nonnull(strstr(dti_text_data(text), "\"numbering\": \"official\""));
    dti_text_free(text);
    dti_losses_unref(losses);
    dti_result_unref(result);
    dti_dossier_unref(dossier);
}
END_TEST

START_TEST(arguments)
{
    dti_dossier *dossier = sample_quangnam();
    dti_dossier *other = sample_tiny();
    dti_result *result = sample_score(dossier, DTI_TRACK_APPRAISED);
    dti_result *strange = sample_score(other, DTI_TRACK_APPRAISED);
    dti_losses_options options = DTI_LOSSES_OPTIONS_INIT;
    dti_losses *losses = NULL;
    dti_table *table = NULL;
    dti_error *error = NULL;
    sample_must(dti_table_builtin("vn-dti-province-2022", NULL, &table, &error), &error);
    sample_refused(dti_losses_new(NULL, NULL, &losses, &error), DTI_E_ARG, &error);
    sample_refused(dti_losses_new(result, NULL, NULL, &error), DTI_E_ARG, &error);
    options.table = table;
    sample_refused(dti_losses_new(strange, &options, &losses, &error), DTI_E_VERSION, &error);
    options.size = 3;
    sample_refused(dti_losses_new(result, &options, &losses, &error), DTI_E_ARG, &error);
    ck_assert_ptr_null(losses);
    losses = losses_of(result);
    const size_t far = dti_losses_count(losses);
    const dti_losses_by beyond = (dti_losses_by)3;
    ck_assert_uint_eq(dti_losses_node(losses, far), DTI_NONE);
    ck_assert_int_eq(dti_losses_points(losses, far), 0);
    ck_assert_int_eq(dti_losses_certain(losses, far), 0);
    ck_assert_int_eq(dti_losses_cause(losses, far), DTI_CAUSE_NONE);
    ck_assert_int_eq(dti_losses_sum(losses, DTI_NONE), 0);
    ck_assert_uint_eq(dti_losses_group_count(losses, beyond), 0);
    ck_assert_str_eq(dti_losses_group_id(losses, beyond, 0), "");
    ck_assert_str_eq(dti_losses_group_name(losses, DTI_LOSSES_BY_MAIN, 99, DTI_LANG_VI), "");
    ck_assert_uint_eq(dti_losses_group_item(losses, DTI_LOSSES_BY_MAIN, 0, 99), DTI_NONE);
    ck_assert_uint_eq(dti_losses_step(losses, DTI_LOSSES_EASIEST, far), DTI_NONE);
    ck_assert_int_eq(dti_losses_step_gain(losses, 0, DTI_NONE), 0);
    ck_assert_int_eq(dti_losses_step_is_assumed(losses, far), 0);
    ck_assert_int_eq(dti_losses_step_rank(losses, far, 0, NULL, NULL), 0);
    ck_assert_uint_eq(dti_losses_cut_node(losses, 0), DTI_NONE); /* one track has points */
    ck_assert_str_eq(dti_losses_cut_explanation(losses, 0, DTI_LANG_VI), "");
    ck_assert_uint_eq(dti_losses_count(NULL), 0);
    ck_assert_ptr_null(dti_losses_result(NULL));
    ck_assert_ptr_eq(dti_losses_ref(losses), losses);
    dti_losses_unref(losses);
    dti_losses_unref(losses);
    dti_losses_unref(NULL);
    dti_table_unref(table);
    dti_result_unref(strange);
    dti_result_unref(result);
    dti_dossier_unref(other);
    dti_dossier_unref(dossier);
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("losses-groups");
    TCase *groups = tcase_create("groups");
    tcase_add_test(groups, groups_plan);
    tcase_add_test(groups, groups_agencies);
    suite_add_tcase(suite, groups);
    TCase *calls = tcase_create("calls");
    tcase_set_timeout(calls, 120);
    tcase_add_test(calls, without_memory);
    tcase_add_test(calls, write_without_memory);
    tcase_add_test(calls, write_numbering);
    tcase_add_test(calls, arguments);
    suite_add_tcase(suite, calls);
    return suite;
}
