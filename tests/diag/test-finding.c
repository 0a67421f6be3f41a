/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Errors and reports: what goes in comes out, beyond the limit it is counted, and no misuse
 * crashes. */
#include "diag/finding.h"

#include "support.h"

#include <stdlib.h>
#include <string.h>

#define LENGTH_OF(array) (sizeof(array) / sizeof((array)[0]))

/* The registry has no warning that is certain to stay; words are remarks. */
#define SOME_ERROR  DTI__MSG_OUT_OF_RANGE
#define SOME_REMARK DTI__MSG_TERM_NUMBER

static dti_report *new_report(const char *source)
{
    dti_report *report = dti__report_new(source);
    ck_assert_ptr_nonnull(report);
    return report;
}

/* Misuse */

static void check_no_error(const dti_error *error)
{
    char text[] = "untouched";
    ck_assert_int_eq(dti_error_status(error), DTI_OK);
    ck_assert_str_eq(dti_error_id(error), "");
    ck_assert_uint_eq(dti_error_format(error, DTI_LANG_VI, NULL, 0), 0);
    ck_assert_uint_eq(dti_error_format(error, DTI_LANG_VI, text, sizeof text), 0);
    ck_assert_str_eq(text, "");
    ck_assert_str_eq(dti_error_source(error), "");
    ck_assert_str_eq(dti_error_pointer(error), "");
    ck_assert_uint_eq(dti_error_line(error), 0);
    ck_assert_uint_eq(dti_error_column(error), 0);
    ck_assert_uint_eq(dti_error_offset(error), 0);
    ck_assert_uint_eq(dti_error_arg_count(error), 0);
    ck_assert_str_eq(dti_error_arg(error, 0), "");
    ck_assert_str_eq(dti_error_arg(error, SIZE_MAX), "");
}

static void check_no_finding(const dti_report *report, size_t index)
{
    char text[] = "untouched";
    ck_assert_int_eq(dti_report_severity(report, index), DTI_SEVERITY_INFO);
    ck_assert_int_eq(dti_report_status(report, index), DTI_OK);
    ck_assert_str_eq(dti_report_id(report, index), "");
    ck_assert_uint_eq(dti_report_format(report, index, DTI_LANG_EN, NULL, 0), 0);
    ck_assert_uint_eq(dti_report_format(report, index, DTI_LANG_EN, text, sizeof text), 0);
    ck_assert_str_eq(text, "");
    ck_assert_str_eq(dti_report_source(report, index), "");
    ck_assert_str_eq(dti_report_pointer(report, index), "");
    ck_assert_uint_eq(dti_report_line(report, index), 0);
    ck_assert_uint_eq(dti_report_column(report, index), 0);
    ck_assert_uint_eq(dti_report_offset(report, index), 0);
    ck_assert_uint_eq(dti_report_arg_count(report, index), 0);
    ck_assert_str_eq(dti_report_arg(report, index, 0), "");
}

START_TEST(test_null)
{
    dti_error_free(NULL);
    check_no_error(NULL);

    dti_report_unref(NULL);
    ck_assert_ptr_null(dti_report_ref(NULL));
    ck_assert_uint_eq(dti_report_count(NULL), 0);
    ck_assert_uint_eq(dti_report_severity_count(NULL, DTI_SEVERITY_ERROR), 0);
    check_no_finding(NULL, 0);
    check_no_finding(NULL, SIZE_MAX);

    dti__report_add(NULL, SOME_ERROR, "/a", DTI__NO_ARGS);
    dti__report_add_at(NULL, SOME_ERROR, 1, 2, 3, DTI__NO_ARGS);
    dti__report_place(NULL, 0, 1, 2, 3);
}
END_TEST

START_TEST(test_out_of_range)
{
    dti_report *report = new_report(NULL);
    check_no_finding(report, 0);
    dti__report_add(report, SOME_ERROR, "/a", DTI__ARGS(DTI__INTEGER(1)));
    dti__report_place(report, 1, 1, 2, 3);
    ck_assert_uint_eq(dti_report_count(report), 1);
    check_no_finding(report, 1);
    check_no_finding(report, SIZE_MAX);
    ck_assert_str_eq(dti_report_arg(report, 0, 1), "");
    ck_assert_str_eq(dti_report_arg(report, 0, SIZE_MAX), "");
    ck_assert_uint_eq(dti_report_severity_count(report, (dti_severity)3), 0);
    ck_assert_uint_eq(dti_report_severity_count(report, DTI_SEVERITY_FORCE_INT), 0);
    dti_report_unref(report);
}
END_TEST

/* Errors */

START_TEST(test_fail)
{
    char key[] = "points";
    dti_error *error = NULL;
    ck_assert_int_eq(dti__fail(&error, DTI__MSG_MISSING_KEY, DTI__ARGS(DTI__TEXT(key))),
                     DTI_E_SCHEMA);
    key[0] = 'J'; /* the error has a copy */
    ck_assert_int_eq(dti_error_status(error), DTI_E_SCHEMA);
    ck_assert_str_eq(dti_error_id(error), "DTI-0302");
    ck_assert_uint_eq(dti_error_arg_count(error), 1);
    ck_assert_str_eq(dti_error_arg(error, 0), "points");
    ck_assert_str_eq(dti_error_arg(error, 1), "");
    ck_assert_str_eq(dti_error_source(error), "");
    ck_assert_str_eq(dti_error_pointer(error), "");
    ck_assert_uint_eq(dti_error_line(error), 0);
    char text[512];
    ck_assert_uint_eq(dti_error_format(error, DTI_LANG_EN, text, sizeof text), strlen(text));
    ck_assert_str_eq(text, "Key \"points\" is missing; it is required");
    ck_assert_uint_eq(dti_error_format(error, DTI_LANG_VI, text, 6),
                      strlen("Thiếu khóa «points»; khóa này là bắt buộc"));
    ck_assert_str_eq(text, "Thi"); /* ế takes bytes 4 to 6, and the terminator one */
    dti_error_free(error);

    ck_assert_int_eq(dti__fail(NULL, DTI__MSG_INTERNAL, DTI__NO_ARGS), DTI_E_INTERNAL);
}
END_TEST

START_TEST(test_too_many_arguments)
{
    struct dti__arg args[DTI__MAX_ARGS + 1];
    for (size_t i = 0; i < LENGTH_OF(args); i++) {
        args[i] = DTI__INTEGER(i);
    }
    dti_error *error = NULL;
    ck_assert_int_eq(dti__fail(&error, DTI__MSG_INTERNAL, args, LENGTH_OF(args)), DTI_E_INTERNAL);
    ck_assert_uint_eq(dti_error_arg_count(error), 8);
    ck_assert_str_eq(dti_error_arg(error, 7), "7");
    ck_assert_str_eq(dti_error_arg(error, 8), "");
    dti_error_free(error);
}
END_TEST

/* Programs get arguments exact and as they came, whatever a reader is shown. */
static const struct {
    struct dti__arg arg;
    const char *plain;
} plain_cases[] = {
    {{.kind = DTI__ARG_TEXT, .text = "a\tb"}, "a\tb"},
    {{.kind = DTI__ARG_TEXT, .text = NULL}, ""},
    {{.kind = DTI__ARG_TEXT,
      .text = "0123456789012345678901234567890123456789012345678901234567890123456789"
              "0123456789012345678901234567890123456789012345678901234567890123456789"},
     "0123456789012345678901234567890123456789012345678901234567890123456789"
     "0123456789012345678901234567890123456789012345678901234567890123456789"},
    {{.kind = DTI__ARG_NAMES, .text = "Người", .other = "person"}, "Người"},
    {{.kind = DTI__ARG_NAMES, .text = NULL, .other = "person"}, ""},
    {{.kind = DTI__ARG_TERM, .integer = DTI__MSG_TERM_OBJECT}, "an object {…}"},
    {{.kind = DTI__ARG_INTEGER, .integer = -42}, "-42"},
    {{.kind = DTI__ARG_NUMBER, .number = 51.165, .digits = 1}, "51.165"},
    {{.kind = DTI__ARG_POINTS, .integer = 12784999999, .digits = 2}, "12.784999999"},
    {{.kind = DTI__ARG_POINTS, .integer = -44000000000, .digits = 0}, "-44"},
};

START_TEST(test_plain_argument)
{
    dti_error *error = NULL;
    ck_assert_int_eq(dti__fail(&error, DTI__MSG_NOT_FOUND, &plain_cases[_i].arg, 1),
                     DTI_E_NOT_FOUND);
    ck_assert_str_eq(dti_error_arg(error, 0), plain_cases[_i].plain);
    dti_error_free(error);
}
END_TEST

START_TEST(test_no_memory)
{
    dti_error *error = NULL;
    ck_assert_int_eq(dti__fail_nomem(&error), DTI_E_NOMEM);
    ck_assert_int_eq(dti__fail_nomem(NULL), DTI_E_NOMEM);
    dti_error_free(error);
    dti_error_free(error); /* freeing it does nothing */
    ck_assert_int_eq(dti_error_status(error), DTI_E_NOMEM);
    ck_assert_str_eq(dti_error_id(error), "DTI-0100");
    ck_assert_str_eq(dti_error_source(error), "");
    ck_assert_str_eq(dti_error_pointer(error), "");
    ck_assert_uint_eq(dti_error_arg_count(error), 0);
    char text[512];
    dti_error_format(error, DTI_LANG_EN, text, sizeof text);
    ck_assert_str_eq(text, "Out of memory; nothing was changed");

    /* A report that could not even be made. */
    error = NULL;
    ck_assert_int_eq(dti__report_result(NULL, &error), DTI_E_NOMEM);
    ck_assert_int_eq(dti_error_status(error), DTI_E_NOMEM);
}
END_TEST

/* Reports */

START_TEST(test_report)
{
    char source[] = "quangnam.json";
    char pointer[] = "/inputs/3/value";
    dti_report *report = new_report(source);
    dti__report_add(report, SOME_REMARK, NULL, DTI__NO_ARGS);
    dti__report_add(report, DTI__MSG_ABOVE, pointer,
                    DTI__ARGS(DTI__NUMBER(100.5, -1), DTI__INTEGER(100)));
    dti__report_add_at(report, DTI__MSG_JSON_TRAILING, 7, 20, UINT64_C(0x123456789),
                       DTI__ARGS(DTI__TEXT("}")));
    source[0] = pointer[1] = 'X'; /* the report has copies */

    ck_assert_uint_eq(dti_report_count(report), 3);
    ck_assert_uint_eq(dti_report_severity_count(report, DTI_SEVERITY_ERROR), 2);
    ck_assert_uint_eq(dti_report_severity_count(report, DTI_SEVERITY_WARNING), 0);
    ck_assert_uint_eq(dti_report_severity_count(report, DTI_SEVERITY_INFO), 1);

    ck_assert_int_eq(dti_report_severity(report, 0), DTI_SEVERITY_INFO);
    ck_assert_int_eq(dti_report_status(report, 0), DTI_OK);
    ck_assert_str_eq(dti_report_id(report, 0), "DTI-0150");
    ck_assert_str_eq(dti_report_source(report, 0), "quangnam.json");
    ck_assert_str_eq(dti_report_pointer(report, 0), "");
    ck_assert_uint_eq(dti_report_arg_count(report, 0), 0);

    ck_assert_int_eq(dti_report_severity(report, 1), DTI_SEVERITY_ERROR);
    ck_assert_int_eq(dti_report_status(report, 1), DTI_E_VALUE);
    ck_assert_str_eq(dti_report_id(report, 1), "DTI-0306");
    ck_assert_str_eq(dti_report_pointer(report, 1), "/inputs/3/value");
    ck_assert_uint_eq(dti_report_line(report, 1), 0);
    ck_assert_uint_eq(dti_report_arg_count(report, 1), 2);
    ck_assert_str_eq(dti_report_arg(report, 1, 0), "100.5");
    ck_assert_str_eq(dti_report_arg(report, 1, 1), "100");
    char text[512];
    ck_assert_uint_eq(dti_report_format(report, 1, DTI_LANG_VI, text, sizeof text), strlen(text));
    ck_assert_str_eq(text, "Giá trị 100,5 quá lớn; không được vượt quá 100");

    ck_assert_str_eq(dti_report_id(report, 2), "DTI-0202");
    ck_assert_str_eq(dti_report_source(report, 2), "quangnam.json");
    ck_assert_str_eq(dti_report_pointer(report, 2), "");
    ck_assert_uint_eq(dti_report_line(report, 2), 7);
    ck_assert_uint_eq(dti_report_column(report, 2), 20);
    ck_assert_uint_eq(dti_report_offset(report, 2), UINT64_C(0x123456789));

    dti__report_place(report, 1, 4, 5, 6);
    ck_assert_uint_eq(dti_report_line(report, 1), 4);
    ck_assert_uint_eq(dti_report_column(report, 1), 5);
    ck_assert_uint_eq(dti_report_offset(report, 1), 6);
    ck_assert_str_eq(dti_report_pointer(report, 1), "/inputs/3/value");
    dti_report_unref(report);
}
END_TEST

START_TEST(test_result)
{
    dti_report *report = new_report("a.json");
    dti_error *error = NULL;
    ck_assert_int_eq(dti__report_result(report, &error), DTI_OK);
    dti__report_add(report, SOME_REMARK, "/0", DTI__NO_ARGS);
    ck_assert_int_eq(dti__report_result(report, &error), DTI_OK);
    ck_assert_ptr_null(error);

    dti__report_add(report, DTI__MSG_MISSING_KEY, "/1", DTI__ARGS(DTI__TEXT("id")));
    dti__report_add(report, DTI__MSG_NOT_DATE, "/2", DTI__ARGS(DTI__TEXT("2023-02-29")));
    dti__report_place(report, 1, 2, 3, 4);
    ck_assert_int_eq(dti__report_result(report, NULL), DTI_E_SCHEMA);
    ck_assert_int_eq(dti__report_result(report, &error), DTI_E_SCHEMA);
    dti_report_unref(report);

    /* The error outlives the report. */
    ck_assert_int_eq(dti_error_status(error), DTI_E_SCHEMA);
    ck_assert_str_eq(dti_error_id(error), "DTI-0302");
    ck_assert_str_eq(dti_error_source(error), "a.json");
    ck_assert_str_eq(dti_error_pointer(error), "/1");
    ck_assert_uint_eq(dti_error_line(error), 2);
    ck_assert_uint_eq(dti_error_column(error), 3);
    ck_assert_uint_eq(dti_error_offset(error), 4);
    ck_assert_str_eq(dti_error_arg(error, 0), "id");
    dti_error_free(error);
}
END_TEST

START_TEST(test_shared)
{
    dti_report *report = new_report(NULL);
    dti__report_add(report, SOME_ERROR, "/a", DTI__NO_ARGS);
    dti_report *other = dti_report_ref(report);
    ck_assert_ptr_eq(other, report);
    dti_report_unref(report);
    ck_assert_str_eq(dti_report_pointer(other, 0), "/a");
    dti_report_unref(other);
}
END_TEST

START_TEST(test_limit)
{
    dti_report *report = new_report(NULL);
    for (int64_t i = 0; i < 1005; i++) {
        dti__report_add(report, SOME_ERROR, "", DTI__ARGS(DTI__INTEGER(i)));
    }
    dti__report_add(report, SOME_REMARK, "", DTI__NO_ARGS);
    ck_assert_uint_eq(dti_report_count(report), 1000);
    ck_assert_uint_eq(dti_report_severity_count(report, DTI_SEVERITY_ERROR), 1005);
    ck_assert_uint_eq(dti_report_severity_count(report, DTI_SEVERITY_INFO), 1);
    ck_assert_str_eq(dti_report_arg(report, 0, 0), "0");
    ck_assert_str_eq(dti_report_arg(report, 999, 0), "999");
    check_no_finding(report, 1000);
    dti_report_unref(report);
}
END_TEST

/* However many remarks there are, a fault makes the call fail, and is named. */
START_TEST(test_limit_keeps_first_error)
{
    dti_report *report = new_report(NULL);
    for (size_t i = 0; i < 1000; i++) {
        dti__report_add(report, SOME_REMARK, "", DTI__NO_ARGS);
    }
    ck_assert_int_eq(dti__report_result(report, NULL), DTI_OK);
    dti__report_add(report, SOME_ERROR, "/first", DTI__NO_ARGS);
    dti__report_add(report, SOME_ERROR, "/second", DTI__NO_ARGS);
    ck_assert_int_eq(dti__report_result(report, NULL), DTI_E_VALUE);
    ck_assert_uint_eq(dti_report_count(report), 1000);
    ck_assert_str_eq(dti_report_pointer(report, 999), "/first");
    ck_assert_uint_eq(dti_report_severity_count(report, DTI_SEVERITY_ERROR), 2);
    ck_assert_uint_eq(dti_report_severity_count(report, DTI_SEVERITY_INFO), 1000);
    dti_report_unref(report);
}
END_TEST

/* Out of memory */

static dti_status fail_somehow(const dti_allocator *allocator, void *context)
{
    (void)allocator;
    (void)context;
    dti_error *error = NULL;
    const dti_status status = dti__fail(&error, DTI__MSG_NOT_FOUND, DTI__ARGS(DTI__TEXT("a")));
    ck_assert_int_eq(dti_error_status(error), status);
    dti_error_free(error);
    return status == DTI_E_NOT_FOUND ? DTI_OK : status;
}

/* 20 findings: the list grows twice. */
static void add_findings(dti_report *report)
{
    for (int64_t i = 0; i < 20; i++) {
        dti__report_add(report, DTI__MSG_NOT_FOUND, "/a", DTI__ARGS(DTI__INTEGER(i)));
    }
}

static dti_status report_something(const dti_allocator *allocator, void *context)
{
    (void)allocator;
    (void)context;
    dti_report *report = dti__report_new("a.json");
    add_findings(report);
    dti_error *error = NULL;
    const dti_status status = dti__report_result(report, &error);
    ck_assert_int_eq(dti_error_status(error), status);
    dti_error_free(error);
    dti_report_unref(report);
    return status == DTI_E_NOT_FOUND ? DTI_OK : status;
}

/* What one report lost, the sum lacks as well. */
START_TEST(test_memory_runs_out)
{
    test_nomem(fail_somehow, NULL);
    test_nomem(report_something, NULL);
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("diag/finding");
    TCase *misuse = tcase_create("misuse");
    tcase_add_test(misuse, test_null);
    tcase_add_test(misuse, test_out_of_range);
    suite_add_tcase(suite, misuse);
    TCase *errors = tcase_create("errors");
    tcase_add_test(errors, test_fail);
    tcase_add_test(errors, test_too_many_arguments);
    tcase_add_loop_test(errors, test_plain_argument, 0, (int)LENGTH_OF(plain_cases));
    tcase_add_test(errors, test_no_memory);
    suite_add_tcase(suite, errors);
    TCase *reports = tcase_create("reports");
    tcase_add_test(reports, test_report);
    tcase_add_test(reports, test_result);
    tcase_add_test(reports, test_shared);
    tcase_add_test(reports, test_limit);
    tcase_add_test(reports, test_limit_keeps_first_error);
    tcase_add_test(reports, test_memory_runs_out);
    suite_add_tcase(suite, reports);
    return suite;
}
