/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The dossier builder row by row: what each call takes, what it refuses and why, and that a refused
 * row changes nothing. */
#include "samples.h"

#include <math.h>
#include <stdio.h>

#define LENGTH_OF(array) (int)(sizeof(array) / sizeof((array)[0]))

static dti_framework *framework;
static dti_dossier_builder *builder;

static void setup(void)
{
    framework = sample_framework(SAMPLE_TINY_FRAMEWORK);
    builder = sample_builder(framework);
}

static void teardown(void)
{
    dti_dossier_builder_free(builder);
    dti_framework_unref(framework);
}

/* Freezes what is there; the builder goes on. */
static char *built(void)
{
    dti_dossier *dossier = sample_build(builder);
    char *document = sample_written(dossier);
    dti_dossier_unref(dossier);
    return document;
}

/* ---- Beginning ---- */

static const struct {
    const char *unit;
    int32_t year;
    dti_status status;
} beginnings[] = {
    {"gso:49", 2022, DTI_OK},
    {"quang-nam", 2021, DTI_OK},
    {"gso:49", 1900, DTI_OK},
    {"gso:49", 9999, DTI_OK},
    {"", 2022, DTI_E_VALUE},
    {"Quang Nam", 2022, DTI_E_VALUE},
    {"gso:", 2022, DTI_E_VALUE},
    {"gso:49:1", 2022, DTI_E_VALUE},
    {"-a", 2022, DTI_E_VALUE},
    {"gso:49", 1899, DTI_E_VALUE},
    {"gso:49", 10000, DTI_E_VALUE},
    {"gso:49", -1, DTI_E_VALUE},
    {"gso:49", INT32_MIN, DTI_E_VALUE},
};

START_TEST(begins_with_unit_and_year)
{
    dti_dossier_builder *made = NULL;
    dti_error *error = NULL;
    const dti_status status = dti_dossier_builder_new(framework, beginnings[_i].unit,
                                                      beginnings[_i].year, NULL, &made, &error);
    if (beginnings[_i].status != DTI_OK) {
        sample_refused(status, beginnings[_i].status, &error);
        ck_assert_ptr_null(made);
        return;
    }
    sample_must(status, &error);
    dti_dossier *dossier = sample_build(made);
    ck_assert_str_eq(dti_dossier_unit_id(dossier), beginnings[_i].unit);
    ck_assert_int_eq(dti_dossier_year(dossier), beginnings[_i].year);
    dti_dossier_unref(dossier);
    dti_dossier_builder_free(made);
}
END_TEST

/* A dossier in which nothing is said yet: everything is missing, and it can be scored. */
START_TEST(empty_dossier_is_a_dossier)
{
    dti_dossier *dossier = sample_build(builder);
    ck_assert_str_eq(dti_dossier_id(dossier), "gso-49-2022");
    ck_assert_str_eq(dti_dossier_unit_name(dossier, DTI_LANG_VI), "gso:49");
    ck_assert_str_eq(dti_dossier_numbering(dossier), "province");
    ck_assert_ptr_eq(dti_dossier_framework(dossier), framework);
    for (size_t i = 0; i < dti_framework_input_count(framework); i++) {
        ck_assert_int_eq(dti_dossier_input_state(dossier, i), DTI_STATE_MISSING);
    }
    dti_result *result = sample_score(dossier, DTI_TRACK_DEFAULT);
    ck_assert_int_eq(dti_result_track(result), DTI_TRACK_COMPUTED);
    ck_assert_int_eq(dti_result_points(result, dti_framework_overall(framework)), 0);
    dti_result_unref(result);
    dti_dossier_unref(dossier);
}
END_TEST

START_TEST(names_come_out_in_nfc)
{
    dti_error *error = NULL;
    sample_must(
        dti_dossier_builder_set_names(builder, "quang-nam-2022", "Qua\xCC\x89ng Nam", NULL, &error),
        &error); /* a, U+0309 */
    sample_must(dti_dossier_builder_set_names(builder, NULL, NULL, "Quang Nam", &error), &error);
    sample_must(dti_dossier_builder_set_names(builder, NULL, NULL, NULL, &error), &error);
    dti_dossier *dossier = sample_build(builder);
    ck_assert_str_eq(dti_dossier_id(dossier), "quang-nam-2022");
    ck_assert_str_eq(dti_dossier_unit_name(dossier, DTI_LANG_VI), "Qu\xE1\xBA\xA3ng Nam");
    ck_assert_str_eq(dti_dossier_unit_name(dossier, DTI_LANG_EN), "Quang Nam");
    dti_dossier_unref(dossier);
}
END_TEST

/* ---- Rows ---- */

enum call {
    SET_NAMES,
    SET_NUMBER,
    SET_ANSWER,
    ADD_TEXT,
    SET_STATE,
    SET_AGENCY,
    ADD_STATED,
    EXPLAIN,
};

static const struct row {
    enum call call;
    const char *subject; /* input, code, or id */
    const char *text;    /* answer, text, agency, figure, explanation, name */
    double number;       /* also state, track, decimals */
    dti_status status;
} rows[] = {
    {SET_NUMBER, "adults", NULL, 0, DTI_OK},
    {SET_NUMBER, "adults", NULL, 10000, DTI_OK},
    {SET_NUMBER, "adults", NULL, 0.5, DTI_E_VALUE},
    {SET_NUMBER, "adults", NULL, -1, DTI_E_VALUE},
    {SET_NUMBER, "adults", NULL, (double)NAN, DTI_E_VALUE},
    {SET_NUMBER, "adults", NULL, (double)INFINITY, DTI_E_VALUE},
    {SET_NUMBER, "users-share", NULL, 0, DTI_OK},
    {SET_NUMBER, "users-share", NULL, 100, DTI_OK},
    {SET_NUMBER, "users-share", NULL, 100.5, DTI_E_VALUE},
    {SET_NUMBER, "users-share", NULL, -0.5, DTI_E_VALUE},
    {SET_NUMBER, "spending", NULL, 5000, DTI_OK},
    {SET_NUMBER, "spending", NULL, 5000.5, DTI_E_VALUE},
    {SET_NUMBER, "spending-net", NULL, -12.5, DTI_OK}, /* an amount without a range */
    {SET_NUMBER, "plan-issued", NULL, 1, DTI_E_SCHEMA},
    {SET_NUMBER, "committee-head", NULL, 1, DTI_E_SCHEMA},
    {SET_NUMBER, "platforms", NULL, 3, DTI_E_SCHEMA},
    {SET_NUMBER, "slogan", NULL, 1, DTI_E_SCHEMA},
    {SET_NUMBER, "no-such", NULL, 1, DTI_E_REFERENCE},
    {SET_NUMBER, "", NULL, 1, DTI_E_REFERENCE},
    {SET_ANSWER, "committee-head", "deputy", 0, DTI_OK},
    {SET_ANSWER, "committee-head", "Deputy", 0, DTI_E_REFERENCE},
    {SET_ANSWER, "committee-head", "", 0, DTI_E_REFERENCE},
    {SET_ANSWER, "plan-issued", "yes", 0, DTI_OK},
    {SET_ANSWER, "plan-issued", "no", 0, DTI_OK},
    {SET_ANSWER, "plan-issued", "true", 0, DTI_E_REFERENCE},
    {SET_ANSWER, "adults", "yes", 0, DTI_E_SCHEMA},
    {SET_ANSWER, "no-such", "yes", 0, DTI_E_REFERENCE},
    {ADD_TEXT, "slogan", "Chuyển đổi số", 0, DTI_OK},
    {ADD_TEXT, "platforms", "Kho dữ liệu", 0, DTI_OK},
    {ADD_TEXT, "slogan", "", 0, DTI_E_VALUE},
    {ADD_TEXT, "slogan", "\xC3", 0, DTI_E_SYNTAX},
    {ADD_TEXT, "adults", "10000", 0, DTI_E_SCHEMA},
    {ADD_TEXT, "committee-head", "head", 0, DTI_E_SCHEMA},
    {ADD_TEXT, "no-such", "x", 0, DTI_E_REFERENCE},
    {SET_STATE, "adults", NULL, DTI_STATE_MISSING, DTI_OK},
    {SET_STATE, "slogan", "Không có", DTI_STATE_NOT_APPLICABLE, DTI_OK},
    {SET_STATE, "adults", "Sai", DTI_STATE_REJECTED, DTI_OK},
    {SET_STATE, "adults", NULL, DTI_STATE_NOT_ASSESSED, DTI_OK},
    {SET_STATE, "adults", NULL, DTI_STATE_PRESENT, DTI_E_ARG},
    {SET_STATE, "adults", NULL, 5, DTI_E_ARG},
    {SET_STATE, "adults", "\xFF", DTI_STATE_MISSING, DTI_E_SYNTAX},
    {SET_STATE, "no-such", NULL, DTI_STATE_MISSING, DTI_E_REFERENCE},
    {SET_AGENCY, "adults", "so-noi-vu", 0, DTI_OK},
    {SET_AGENCY, "adults", "Sở Nội vụ", 0, DTI_E_VALUE},
    {SET_AGENCY, "adults", "", 0, DTI_E_VALUE},
    {SET_AGENCY, "no-such", "so-noi-vu", 0, DTI_E_REFERENCE},
    {ADD_STATED, "1.1.1", "6,4", -1, DTI_OK},
    {ADD_STATED, "1.10", "-0.5", 2, DTI_OK},
    {ADD_STATED, "total", "580", 9, DTI_OK},
    {ADD_STATED, "1.1", "6,40", 1, DTI_E_VALUE}, /* fewer decimals than are printed */
    {ADD_STATED, "1.1", "6.4 điểm", -1, DTI_E_VALUE},
    {ADD_STATED, "1.1", "", -1, DTI_E_VALUE},
    {ADD_STATED, "1.1", "1e3", -1, DTI_E_VALUE},
    {ADD_STATED, "1.1", "1.000.000", -1, DTI_E_VALUE},
    {ADD_STATED, "1.1", "0.0000000001", -1, DTI_E_VALUE},
    {ADD_STATED, "1.11", "1", -1, DTI_E_REFERENCE},
    {ADD_STATED, "1.1", "1", 10, DTI_E_ARG},
    {ADD_STATED, "1.1", "1", -2, DTI_E_ARG},
    {EXPLAIN, "1.2", "Vì cấp phó ký", 0, DTI_OK},
    {EXPLAIN, "1.2", "", 0, DTI_E_VALUE},
    {EXPLAIN, "1.2", "\xED\xA0\x80", 0, DTI_E_SYNTAX},
    {EXPLAIN, "3", "Vì", 0, DTI_E_REFERENCE},
    {SET_NAMES, "quang-nam", "Quảng Nam", 0, DTI_OK},
    {SET_NAMES, "Quảng Nam", NULL, 0, DTI_E_VALUE},
    {SET_NAMES, NULL, "", 0, DTI_E_VALUE},
    {SET_NAMES, "quang-nam-2", "\x80", 0, DTI_E_SYNTAX}, /* neither the id nor the name */
};

static dti_status enter(const struct row *row, dti_error **error)
{
    switch (row->call) {
    case SET_NAMES:
        return dti_dossier_builder_set_names(builder, row->subject, row->text, NULL, error);
    case SET_NUMBER:
        return dti_dossier_builder_set_number(builder, row->subject, row->number, error);
    case SET_ANSWER:
        return dti_dossier_builder_set_answer(builder, row->subject, row->text, error);
    case ADD_TEXT:
        return dti_dossier_builder_add_text(builder, row->subject, row->text, error);
    case SET_STATE:
        return dti_dossier_builder_set_state(builder, row->subject, (dti_state)row->number,
                                             row->text, error);
    case SET_AGENCY:
        return dti_dossier_builder_set_agency(builder, row->subject, row->text, NULL, error);
    case ADD_STATED:
        return dti_dossier_builder_add_stated(builder, row->subject, DTI_TRACK_SELF,
                                              DTI_QUANTITY_POINTS, row->text, (int)row->number,
                                              error);
    default:
        return dti_dossier_builder_explain(builder, row->subject, DTI_TRACK_SELF, row->text, NULL,
                                           error);
    }
}

/* What was refused leaves no trace, and the builder takes the next row. */
START_TEST(takes_or_refuses_rows)
{
    const struct row *row = &rows[_i];
    dti_error *error = NULL;
    char *before = built();
    const dti_status status = enter(row, &error);
    ck_assert_msg(status == row->status, "row %d: %s, expected %s", _i, dti_status_name(status),
                  dti_status_name(row->status));
    ck_assert_int_eq(dti_error_status(error), status);
    char *after = built();
    ck_assert_int_eq(strcmp(before, after) == 0, status != DTI_OK);
    ck_assert_int_eq(dti_dossier_builder_set_number(builder, "incidents", 3, NULL), DTI_OK);
    char *next = built();
    ck_assert_str_ne(after, next);
    free(before);
    free(after);
    free(next);
    dti_error_free(error);
}
END_TEST

/* ---- Rows one after the other ---- */

START_TEST(later_rows_replace_earlier_ones)
{
    dti_error *error = NULL;
    const size_t users = sample_input(framework, "users");
    const size_t platforms = sample_input(framework, "platforms");
    sample_must(dti_dossier_builder_set_number(builder, "users", 5, &error), &error);
    sample_must(dti_dossier_builder_set_number(builder, "users", 6, &error), &error);
    sample_must(dti_dossier_builder_add_text(builder, "platforms", "LGSP", &error), &error);
    sample_must(dti_dossier_builder_add_text(builder, "platforms", "Kho", &error), &error);
    dti_dossier *first = sample_build(builder);
    sample_must(dti_dossier_builder_set_state(builder, "users", DTI_STATE_REJECTED, "Sai", &error),
                &error);
    sample_must(
        dti_dossier_builder_set_state(builder, "platforms", DTI_STATE_MISSING, NULL, &error),
        &error);
    dti_dossier *second = sample_build(builder);
    sample_must(dti_dossier_builder_set_number(builder, "users", 7, &error), &error);
    sample_must(dti_dossier_builder_add_text(builder, "platforms", "LGSP", &error), &error);
    dti_dossier *third = sample_build(builder);
    ck_assert_double_eq(dti_dossier_input_number(first, users), 6);
    ck_assert_double_eq(dti_dossier_input_number(first, platforms), 2);
    ck_assert_int_eq(dti_dossier_input_state(second, users), DTI_STATE_REJECTED);
    ck_assert_double_eq(dti_dossier_input_number(second, users), 0);
    ck_assert_int_eq(dti_dossier_input_state(second, platforms), DTI_STATE_MISSING);
    ck_assert_double_eq(dti_dossier_input_number(third, users), 7);
    ck_assert_double_eq(dti_dossier_input_number(third, platforms), 1); /* a list begun anew */
    dti_dossier_unref(first);
    dti_dossier_unref(second);
    dti_dossier_unref(third);
}
END_TEST

START_TEST(points_are_stated_once)
{
    dti_error *error = NULL;
    const struct row row = {ADD_STATED, "1.2", "5", -1, DTI_OK};
    sample_must(enter(&row, &error), &error);
    char *before = built();
    sample_refused(enter(&row, &error), DTI_E_VALUE, &error);
    char *after = built();
    ck_assert_str_eq(before, after);
    /* On another track, and what is no points, may be stated as well. */
    sample_must(dti_dossier_builder_add_stated(builder, "1.2", DTI_TRACK_FINAL, DTI_QUANTITY_POINTS,
                                               "6", -1, &error),
                &error);
    for (int i = 0; i < 2; i++) {
        sample_must(dti_dossier_builder_add_stated(builder, "1.2", DTI_TRACK_SELF,
                                                   DTI_QUANTITY_RANK, "31", -1, &error),
                    &error);
    }
    sample_refused(dti_dossier_builder_add_stated(builder, "1.2", DTI_TRACK_SELF, DTI_QUANTITY_RANK,
                                                  "900000001", -1, &error),
                   DTI_E_VALUE, &error);
    free(before);
    free(after);
    free(built());
}
END_TEST

/* Lists grow beyond what they begin with. */
START_TEST(takes_many_rows)
{
    dti_error *error = NULL;
    for (int i = 0; i < 200; i++) {
        char agency[16];
        snprintf(agency, sizeof agency, "so-%d", i);
        sample_must(dti_dossier_builder_set_agency(builder, "users", agency, NULL, &error), &error);
        sample_must(dti_dossier_builder_add_text(builder, "platforms", agency, &error), &error);
        sample_must(dti_dossier_builder_add_stated(builder, "1", DTI_TRACK_FINAL, DTI_QUANTITY_RANK,
                                                   "1", -1, &error),
                    &error);
        sample_must(
            dti_dossier_builder_explain(builder, "1", DTI_TRACK_FINAL, agency, NULL, &error),
            &error);
    }
    dti_dossier *dossier = sample_build(builder);
    ck_assert_double_eq(dti_dossier_input_number(dossier, sample_input(framework, "platforms")),
                        200);
    dti_result *result = sample_score(dossier, DTI_TRACK_COMPUTED);
    ck_assert_uint_eq(dti_result_stated_count(result, sample_node(result, "1")), 200);
    dti_result_unref(result);
    dti_dossier_unref(dossier);
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("builder");
    TCase *tcase = tcase_create("builder");
    tcase_add_checked_fixture(tcase, setup, teardown);
    tcase_add_loop_test(tcase, begins_with_unit_and_year, 0, LENGTH_OF(beginnings));
    tcase_add_test(tcase, empty_dossier_is_a_dossier);
    tcase_add_test(tcase, names_come_out_in_nfc);
    tcase_add_loop_test(tcase, takes_or_refuses_rows, 0, LENGTH_OF(rows));
    tcase_add_test(tcase, later_rows_replace_earlier_ones);
    tcase_add_test(tcase, points_are_stated_once);
    tcase_add_test(tcase, takes_many_rows);
    suite_add_tcase(suite, tcase);
    return suite;
}
