/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The container of figures, spans, and single figures. Expected spans are worked out by hand. */
#include <dti/dti.h>

#include "analyse/figures.h"
#include "samples.h"
#include "support.h"

#include <stdint.h>
#include <stdio.h>

#define MILLI INT64_C(1000000) /* 10^-3 in 10^-9 */

static void check_span(struct dti__span span, int64_t low, int64_t high)
{
    ck_assert_int_eq(span.low, low);
    ck_assert_int_eq(span.high, high);
}

START_TEST(what_print_means)
{
    /* 52,29 is 52.285 to just below 52.295 */
    check_span(dti__span_of(INT64_C(52290000000), 2), INT64_C(52285000000), INT64_C(52294999999));
    /* -0,1 is just above -0.15 to -0.05: half goes away from zero */
    check_span(dti__span_of(-100 * MILLI, 1), -150 * MILLI + 1, -50 * MILLI);
    /* 0 without decimals: neither -0.5 nor 0.5 */
    check_span(dti__span_of(0, 0), -500 * MILLI + 1, 500 * MILLI - 1);
    check_span(dti__span_of(7, 9), 7, 7);
}
END_TEST

START_TEST(value_as_points)
{
    struct dti__span span;
    /* 0,275 of 150 points: 0.2745 × 150 = 41.175, 0.2755 × 150 = 41.325 and not that */
    ck_assert(dti__span_printed(275 * MILLI, 3, INT64_C(150) * DTI_POINT, DTI_POINT, &span));
    check_span(span, INT64_C(41175) * MILLI, INT64_C(41325) * MILLI - 1);
    /* 1 of 9 decimals, thirds: 10 ÷ 3 */
    ck_assert(dti__span_printed(10, 9, 1, 3, &span));
    check_span(span, 3, 4);
    /* -0.8 ± 0.05 × 3 ÷ 7: -0.85 × 3/7 = -0.364285714…, -0.75 × 3/7 = -0.321428571… */
    ck_assert(dti__span_printed(-800 * MILLI, 1, 3, 7, &span));
    check_span(span, -364285714, -321428572);
    ck_assert(!dti__span_printed(1, 2, 0, 1, &span));
    ck_assert(!dti__span_printed(INT64_MAX / 2, 2, INT64_MAX, 1, &span));
}
END_TEST

/* "0" for 0.00 is exactly nothing where 0.003 is printed as that; "0.00" and "0" of whole points
 * are rounded. A value of 150 points: 0.00005 × 150 = 0.0075. */
START_TEST(nothing_printed)
{
    static const struct {
        const char *text;
        int64_t decimals;
        int64_t most; /* 0: points */
        int64_t high;
    } cases[] = {
        {"0", 2, 0, 0},
        {"0", 4, 150, 0},
        {"0.00", 2, 0, 5 * MILLI - 1},
        {"0,0000", 4, 150, INT64_C(7500000) - 1},
        {"0", 0, 0, 500 * MILLI - 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct dti__span span;
        int64_t most = cases[i].most;
        ck_assert(dti__span_stated(cases[i].text, 0, cases[i].decimals,
                                   most > 0 ? most * DTI_POINT : 1, most > 0 ? DTI_POINT : 1,
                                   &span));
        check_span(span, -cases[i].high, cases[i].high);
    }
}
END_TEST

/* 0.5808 − 0.4329 = 0.1479 may be as far off as two roundings are. */
START_TEST(difference_printed)
{
    check_span(dti__span_of_difference(INT64_C(147900000), 4), 147800000, 148000000);
    check_span(dti__span_of_difference(-3 * DTI_POINT, 9), -3 * DTI_POINT, -3 * DTI_POINT);
}
END_TEST

START_TEST(scaled_outward)
{
    struct dti__span span = {-7, 8};
    ck_assert(dti__span_scale(span, 1, 3, &span)); /* -2.33, 2.67 */
    check_span(span, -3, 3);
    ck_assert(dti__span_scale((struct dti__span){-7, 8}, -1, 2, &span)); /* -4, 3.5 */
    check_span(span, -4, 4);
    ck_assert(dti__span_scale((struct dti__span){6, 9}, 1, -3, &span));
    check_span(span, -3, -2);
    ck_assert(dti__span_scale((struct dti__span){INT64_MAX - 1, INT64_MAX - 1}, INT64_MAX - 1,
                              INT64_MAX - 1, &span));
    check_span(span, INT64_MAX - 1, INT64_MAX - 1);
    ck_assert(!dti__span_scale((struct dti__span){1, 2}, 1, 0, &span));
    ck_assert(!dti__span_scale((struct dti__span){1, INT64_MAX}, 2, 1, &span));
}
END_TEST

static dti_figures *new_figures(const dti_allocator *allocator)
{
    dti_framework *framework = sample_builtin();
    dti_figures *figures = NULL;
    dti_error *error = NULL;
    sample_must(dti_figures_new(framework, allocator, &figures, &error), &error);
    dti_framework_unref(framework);
    return figures;
}

static dti_statement statement_of(const char *unit, const char *code, dti_quantity_kind quantity,
                                  const char *text)
{
    dti_statement statement = DTI_STATEMENT_INIT;
    statement.unit = unit;
    statement.year = 2022;
    statement.code = code;
    statement.quantity = quantity;
    statement.text = text;
    return statement;
}

static void add(dti_figures *figures, dti_statement statement)
{
    dti_error *error = NULL;
    sample_must(dti_figures_add(figures, &statement, &error), &error);
}

START_TEST(single_figures)
{
    dti_figures *figures = new_figures(NULL);
    const size_t four = dti_framework_find(figures->framework, NULL, "4");
    add(figures, statement_of("Tây Ninh", "4", DTI_QUANTITY_POINTS, "44,77"));
    add(figures, statement_of("Tây Ninh", "4", DTI_QUANTITY_VALUE, "0,4477"));
    add(figures, statement_of("Tây Ninh", "4", DTI_QUANTITY_RANK, "59"));
    add(figures, statement_of(NULL, "4", DTI_QUANTITY_POINTS, "44,77"));
    add(figures, statement_of("Tây Ninh", "4", DTI_QUANTITY_POINTS, "44,77")); /* once more */
    ck_assert_uint_eq(figures->unknown_count, 3);
    ck_assert_uint_eq(figures->said_count, 4);
    /* both say the points of one node */
    ck_assert_uint_eq(figures->said[0].unknown, figures->said[1].unknown);
    ck_assert_uint_ne(figures->said[0].unknown, figures->said[3].unknown);
    check_span(figures->said[0].span, INT64_C(44765) * MILLI, INT64_C(44775) * MILLI - 1);
    check_span(figures->said[1].span, INT64_C(44765) * MILLI, INT64_C(44775) * MILLI - 1);
    check_span(figures->said[2].span, 59 * DTI_POINT, 59 * DTI_POINT);
    check_span(figures->unknowns[figures->said[0].unknown].limits, 0, 100 * DTI_POINT);
    ck_assert_str_eq(figures->said[0].unit, "Tây Ninh");
    ck_assert_str_eq(figures->said[3].unit, "");
    ck_assert_uint_eq(figures->said[0].node, four);
    const struct dti__subject_of of = {DTI__ABOUT_RANK, "Tây Ninh", NULL, four, 2022, 0, 0};
    ck_assert_uint_eq(dti__figures_find(figures, &of), figures->said[2].unknown);
    dti_figures_free(figures);
}
END_TEST

/* "0,8" that stands for 0.8000: 79.995 to 80.005 of 100 points. */
START_TEST(precision_meant)
{
    dti_figures *figures = new_figures(NULL);
    dti_statement statement = statement_of("x", "1", DTI_QUANTITY_VALUE, "0,8");
    statement.decimals = 4;
    statement.source = "Báo Quảng Nam";
    add(figures, statement);
    check_span(figures->said[0].span, INT64_C(79995) * MILLI, INT64_C(80005) * MILLI - 1);
    ck_assert_str_eq(figures->said[0].source.vi, "Báo Quảng Nam");
    dti_figures_free(figures);
}
END_TEST

START_TEST(refused)
{
    static const struct {
        const char *code;
        dti_quantity_kind quantity;
        const char *text;
        int32_t year;
        int32_t decimals;
        dti_status status;
    } cases[] = {
        {NULL, DTI_QUANTITY_POINTS, "1", 0, 0, DTI_E_ARG},
        {"4", DTI_QUANTITY_POINTS, NULL, 0, 0, DTI_E_ARG},
        {"4", DTI_QUANTITY_COUNT, "1", 0, 0, DTI_E_ARG},
        {"4", DTI_QUANTITY_POINTS, "1", 0, 10, DTI_E_ARG},
        {"4", DTI_QUANTITY_POINTS, "1", 0, -1, DTI_E_ARG},
        {"44", DTI_QUANTITY_POINTS, "1", 0, 0, DTI_E_REFERENCE},
        {"4", DTI_QUANTITY_POINTS, "nhiều", 0, 0, DTI_E_VALUE},
        {"4", DTI_QUANTITY_POINTS, "900000001", 0, 0, DTI_E_VALUE},
        {"4", DTI_QUANTITY_RANK, "1,5", 0, 0, DTI_E_VALUE},
        {"4", DTI_QUANTITY_RANK, "0", 0, 0, DTI_E_VALUE},
        {"dti", DTI_QUANTITY_VALUE, "900000000", 0, 0, DTI_E_VALUE},
        {"4", DTI_QUANTITY_POINTS, "1", 20, 0, DTI_E_VALUE},
    };
    dti_figures *figures = new_figures(NULL);
    dti_error *error = NULL;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        dti_statement statement =
            statement_of("x", cases[i].code, cases[i].quantity, cases[i].text);
        statement.year = cases[i].year;
        statement.decimals = cases[i].decimals;
        sample_refused(dti_figures_add(figures, &statement, &error), cases[i].status, &error);
    }
    dti_statement statement = statement_of("\xff", "4", DTI_QUANTITY_POINTS, "1");
    ck_assert_int_lt(dti_figures_add(figures, &statement, NULL), 0);
    statement.unit = "x";
    sample_refused(dti_figures_add(NULL, &statement, &error), DTI_E_ARG, &error);
    sample_refused(dti_figures_add(figures, NULL, &error), DTI_E_ARG, &error);
    ck_assert_uint_eq(figures->unknown_count, 0);
    ck_assert_uint_eq(figures->said_count, 0);
    sample_refused(dti_figures_new(NULL, NULL, &figures, &error), DTI_E_ARG, &error);
    dti_figures_free(figures);
    dti_figures_free(NULL);
}
END_TEST

/* So many that lists and look-ups grow; a copy says the same, and lives on its own. */
START_TEST(many_and_copied)
{
    dti_figures *figures = new_figures(NULL);
    char unit[16];
    for (int i = 0; i < 1000; i++) {
        snprintf(unit, sizeof unit, "u%d", i);
        add(figures, statement_of(unit, "1", DTI_QUANTITY_POINTS, "1"));
        add(figures, statement_of(unit, "1", DTI_QUANTITY_VALUE, "0,01"));
    }
    const struct dti__addend terms[] = {{3, 1}, {5, -2}};
    const size_t needs[] = {7, 8, 9};
    dti__figures_tie(figures, &(struct dti__identity){.kind = DTI_IDENTITY_SUM,
                                                      .terms = terms,
                                                      .term_count = 2,
                                                      .needs = needs,
                                                      .need_count = 3,
                                                      .node = 1,
                                                      .subject = 0,
                                                      .unit = "u3"});
    ck_assert_uint_eq(figures->unknown_count, 1000);
    ck_assert_uint_eq(figures->said_count, 2000);
    dti_figures *copy = dti__figures_copy(figures, &figures->allocator);
    dti_figures_free(figures);
    ck_assert_ptr_nonnull(copy);
    for (int i = 0; i < 1000; i++) {
        snprintf(unit, sizeof unit, "u%d", i);
        const size_t node = dti_framework_find(copy->framework, NULL, "1");
        ck_assert_uint_eq(dti__figures_points(copy, unit, 2022, node), (size_t)i);
        ck_assert_uint_eq(copy->said[2 * i + 1].unknown, (size_t)i);
    }
    ck_assert_uint_eq(copy->unknown_count, 1000);
    ck_assert_uint_eq(copy->identity_count, 1);
    ck_assert_int_eq(copy->identities[0].terms[1].factor, -2);
    ck_assert_uint_eq(copy->identities[0].needs[2], 9);
    ck_assert_str_eq(copy->identities[0].unit, "u3");
    dti_figures_free(copy);
}
END_TEST

/* Limits are narrowed to both. */
START_TEST(limits)
{
    dti_figures *figures = new_figures(NULL);
    const struct dti__subject_of of = {DTI__ABOUT_COUNT, "x", NULL, 3, 2022, 0, 1};
    const size_t unknown = dti__figures_unknown(figures, &of, (struct dti__span){0, 10});
    ck_assert_uint_eq(dti__figures_unknown(figures, &of, (struct dti__span){2, 12}), unknown);
    check_span(figures->unknowns[unknown].limits, 2, 10);
    dti_figures_free(figures);
}
END_TEST

static const struct dti__identity *tie_at(const dti_figures *figures, dti_identity kind,
                                          const char *code)
{
    const size_t node = dti_framework_find(figures->framework, NULL, code);
    for (size_t i = 0; i < figures->identity_count; i++)
        if (figures->identities[i].kind == kind && figures->identities[i].node == node)
            return &figures->identities[i];
    return NULL;
}

/* Single figures are summed as well: 8.2 and 8.5 of eight components are told, the other six have
 * 150 - 20 - 10 together at the most. The index needs all eight main indicators. */
START_TEST(sums_of_statements)
{
    dti_figures *figures = new_figures(NULL);
    add(figures, statement_of("x", "8", DTI_QUANTITY_POINTS, "41,35"));
    add(figures, statement_of("x", "8.2", DTI_QUANTITY_POINTS, "19,88"));
    add(figures, statement_of("x", "8.5", DTI_QUANTITY_POINTS, "5,88"));
    add(figures, statement_of("x", "7", DTI_QUANTITY_POINTS, "72,33"));
    add(figures, statement_of("x", "dti", DTI_QUANTITY_VALUE, "0,5808"));
    add(figures, statement_of("y", "8.2", DTI_QUANTITY_POINTS, "19,88"));
    dti__figures_tie_indices(figures);
    const struct dti__identity *sum = tie_at(figures, DTI_IDENTITY_SUM, "8");
    const struct dti__identity *rest = tie_at(figures, DTI_IDENTITY_REST, "8");
    const struct dti__identity *index = tie_at(figures, DTI_IDENTITY_SUM, "dti");
    ck_assert(sum && rest && index);
    ck_assert_uint_eq(sum->term_count, 3);
    check_span(sum->span, 0, 120 * DTI_POINT);
    check_span(rest->span, 120 * DTI_POINT, 120 * DTI_POINT);
    ck_assert_uint_eq(index->term_count, 9);
    check_span(index->span, 0, 0);
    ck_assert_str_eq(index->unit, "x");
    ck_assert_ptr_null(tie_at(figures, DTI_IDENTITY_SUM, "7")); /* no component is told */
    ck_assert_uint_eq(figures->identity_count, 3);
    dti_figures_free(figures);
}
END_TEST

/* The index of 2020 weighs its pillars 400, 300, 300, as large as their maxima: Bắc Ninh had
 * 177.96 + 110.04 + 121.56 = 409.56 points. */
START_TEST(weighted_sum)
{
    dti_framework *framework = NULL;
    dti_figures *figures = NULL;
    dti_error *error = NULL;
    sample_must(dti_framework_builtin("vn-dti-province-1726", NULL, &framework, &error), &error);
    sample_must(dti_figures_new(framework, NULL, &figures, &error), &error);
    dti_framework_unref(framework);
    add(figures, statement_of("x", "dti", DTI_QUANTITY_VALUE, "0,4096"));
    add(figures, statement_of("x", "digital-government", DTI_QUANTITY_VALUE, "0,4449"));
    add(figures, statement_of("x", "digital-economy", DTI_QUANTITY_VALUE, "0,3668"));
    add(figures, statement_of("x", "digital-society", DTI_QUANTITY_VALUE, "0,4052"));
    dti__figures_tie_indices(figures);
    ck_assert_uint_eq(figures->identity_count, 1);
    const struct dti__identity *sum = &figures->identities[0];
    ck_assert_uint_eq(sum->term_count, 4);
    int64_t middle = 0; /* Σ factor × points ÷ divisor, of the dti at 409.56 */
    const int64_t points[] = {409560, 177960, 110040, 121560};
    for (size_t i = 0; i < 4; i++)
        middle += sum->terms[i].factor * points[i];
    ck_assert_int_gt(sum->terms[0].factor, 0);
    ck_assert_int_eq(middle, 0);
    ck_assert_int_eq(sum->span.low, -(sum->terms[0].factor / 2)); /* rounded once */
    ck_assert_int_eq(sum->span.high, sum->terms[0].factor / 2);
    dti_figures_free(figures);
}
END_TEST

/* Whatever fails, the figures are as before, and go on. */
START_TEST(all_or_nothing)
{
    struct test_memory memory;
    dti_error *error = NULL;
    bool succeeded = false;
    for (size_t n = 0; !succeeded; n++) {
        ck_assert_uint_lt(n, 100);
        test_memory_init(&memory);
        dti_figures *figures = new_figures(&memory.allocator);
        add(figures, statement_of("a", "1", DTI_QUANTITY_POINTS, "1"));
        memory.fail_at = memory.calls + n;
        char unit[2000]; /* no block has room for it */
        memset(unit, 'u', sizeof unit - 1);
        unit[sizeof unit - 1] = '\0';
        const dti_statement next = statement_of(unit, "2", DTI_QUANTITY_POINTS, "2");
        succeeded = dti_figures_add(figures, &next, &error) == DTI_OK;
        if (!succeeded) {
            ck_assert_int_eq(dti_error_status(error), DTI_E_NOMEM);
            dti_error_free(error);
            error = NULL;
            ck_assert_uint_eq(figures->said_count, 1);
            ck_assert_uint_eq(figures->unknown_count, 1);
            memory.fail_at = SIZE_MAX;
            add(figures, next);
        }
        ck_assert_uint_eq(figures->said_count, 2);
        ck_assert_uint_eq(figures->said[1].unknown, 1);
        dti_figures_free(figures);
        ck_assert_uint_eq(memory.live, 0);
    }
}
END_TEST

static dti_status made(const dti_allocator *allocator, void *context)
{
    dti_figures *figures = NULL;
    dti_error *error = NULL;
    dti_status status = dti_figures_new(context, allocator, &figures, &error);
    for (int i = 0; status == DTI_OK && i < 3; i++) {
        const dti_statement statement =
            statement_of(i % 2 ? "a" : "b", "1", DTI_QUANTITY_POINTS, i == 2 ? "2" : "1");
        status = dti_figures_add(figures, &statement, &error);
    }
    dti_error_free(error);
    dti_figures_free(figures);
    return status;
}

START_TEST(memory_runs_out)
{
    dti_framework *framework = sample_builtin();
    test_nomem(made, framework);
    dti_framework_unref(framework);
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("figures");
    TCase *tests = tcase_create("figures");
    tcase_add_test(tests, what_print_means);
    tcase_add_test(tests, value_as_points);
    tcase_add_test(tests, nothing_printed);
    tcase_add_test(tests, difference_printed);
    tcase_add_test(tests, scaled_outward);
    tcase_add_test(tests, single_figures);
    tcase_add_test(tests, precision_meant);
    tcase_add_test(tests, refused);
    tcase_add_test(tests, many_and_copied);
    tcase_add_test(tests, limits);
    tcase_add_test(tests, sums_of_statements);
    tcase_add_test(tests, weighted_sum);
    tcase_add_test(tests, all_or_nothing);
    tcase_add_test(tests, memory_runs_out);
    suite_add_tcase(suite, tests);
    return suite;
}
