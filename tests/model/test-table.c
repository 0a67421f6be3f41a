/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Tables made by hosts: figures and points one by one, results as rows, what getters say of
 * nothing. */
#include "samples.h"

#include <stdint.h>
#include <stdio.h>

#define LENGTH_OF(array) ((int)(sizeof(array) / sizeof((array)[0])))

static dti_framework *framework;
static dti_units *units;
static dti_table_builder *builder;

static void setup(void)
{
    dti_error *error = NULL;
    framework = sample_builtin();
    sample_must(dti_units_builtin("vn-provinces", NULL, &units, &error), &error);
    sample_must(
        dti_table_builder_new(framework, units, "t-2022", 2022, NULL, NULL, &builder, &error),
        &error);
}

static void teardown(void)
{
    dti_table_builder_free(builder);
    dti_units_unref(units);
    dti_framework_unref(framework);
}

static size_t node(const char *code)
{
    return dti_framework_find(framework, NULL, code);
}

static void add(const char *unit, const char *code, dti_quantity_kind quantity, const char *text)
{
    dti_error *error = NULL;
    sample_must(dti_table_builder_add(builder, unit, code, quantity, text, &error), &error);
}

static dti_table *build(void)
{
    dti_table *table = NULL;
    dti_error *error = NULL;
    sample_must(dti_table_builder_build(builder, &table, &error), &error);
    return table;
}

START_TEST(getters_of_nothing)
{
    int64_t points = 7;
    ck_assert_ptr_null(dti_table_framework(NULL));
    ck_assert_ptr_null(dti_table_units(NULL));
    ck_assert_ptr_null(dti_table_ref(NULL));
    dti_table_unref(NULL);
    dti_table_builder_free(NULL);
    ck_assert_str_eq(dti_table_id(NULL), "");
    ck_assert_str_eq(dti_table_version(NULL), "");
    ck_assert_str_eq(dti_table_title(NULL, DTI_LANG_VI), "");
    ck_assert_str_eq(dti_table_digest(NULL), "");
    ck_assert_str_eq(dti_table_day(NULL), "");
    ck_assert_str_eq(dti_table_numbering(NULL), "");
    ck_assert_int_eq(dti_table_year(NULL), 0);
    ck_assert_uint_eq(dti_table_out_of(NULL), 0);
    ck_assert_int_eq(dti_table_is_derived(NULL), 0);
    ck_assert_uint_eq(dti_table_row_count(NULL), 0);
    ck_assert_uint_eq(dti_table_find(NULL, 0), DTI_NONE);
    ck_assert_int_eq(dti_table_stated_mean(NULL, 0, &points, NULL), 0);
    ck_assert_int_eq(points, 7);
    ck_assert_str_eq(dti_table_builtin_id(SIZE_MAX), "");

    add("gso:48", "dti", DTI_QUANTITY_VALUE, "0.8002");
    dti_table *table = build();
    size_t most = dti_framework_node_count(framework);
    ck_assert_uint_eq(dti_table_row_unit(table, 1), DTI_NONE);
    ck_assert_uint_eq(dti_table_find(table, dti_units_count(units)), DTI_NONE);
    ck_assert_uint_eq(dti_table_find(table, dti_units_find(units, "gso:49", "2022-12-31")),
                      DTI_NONE);
    ck_assert_int_eq(dti_table_basis(table, 0, most), DTI_BASIS_NONE);
    ck_assert_int_eq(dti_table_basis(table, 1, 0), DTI_BASIS_NONE);
    ck_assert_int_eq(dti_table_points(table, 1, 0), 0);
    ck_assert_int_eq(dti_table_half_width(table, 0, most), 0);
    ck_assert_uint_eq(dti_table_rank(table, 1, 0), 0);
    ck_assert_int_eq(dti_table_provenance(table, 0, most), DTI_PROVENANCE_UNKNOWN);
    ck_assert_uint_eq(dti_table_figure_count(table, 1), 0);
    ck_assert_uint_eq(dti_table_figure_node(table, 0, 1), DTI_NONE);
    ck_assert_str_eq(dti_table_figure_text(table, 0, 1), "");
    ck_assert_str_eq(dti_table_figure_source(table, 0, 0, DTI_LANG_EN), "");
    ck_assert_str_eq(dti_table_figure_note(table, 0, 1, DTI_LANG_EN), "");
    ck_assert_int_eq(dti_table_stated_mean(table, node("dti"), &points, NULL), 0);
    dti_table_unref(table);
}
END_TEST

START_TEST(figures_become_cells)
{
    dti_error *error = NULL;
    add("gso:48", "dti", DTI_QUANTITY_VALUE, "0,8002");
    add("gso:48", "dti", DTI_QUANTITY_RANK, "1");
    add("gso:49", "6", DTI_QUANTITY_POINTS, "145.45");
    add("gso:49", "dti", DTI_QUANTITY_RANK, "31");
    sample_must(dti_table_builder_add_points(builder, "gso:49", "1.1", 9876543210, &error), &error);
    sample_must(dti_table_builder_out_of(builder, 63, &error), &error);
    dti_table *table = build();
    ck_assert_str_eq(dti_table_id(table), "t-2022");
    ck_assert_str_eq(dti_table_day(table), "2022-12-31");
    ck_assert_uint_eq(dti_table_out_of(table), 63);
    ck_assert_uint_eq(dti_table_row_count(table), 2);
    ck_assert_int_eq(dti_table_points(table, 0, node("dti")), INT64_C(800200000000));
    ck_assert_int_eq(dti_table_half_width(table, 0, node("dti")), 50000000);
    ck_assert_uint_eq(dti_table_rank(table, 0, node("dti")), 1);
    ck_assert_int_eq(dti_table_points(table, 1, node("6")), INT64_C(145450000000));
    ck_assert_int_eq(dti_table_half_width(table, 1, node("6")), 5000000);
    ck_assert_int_eq(dti_table_basis(table, 1, node("6")), DTI_BASIS_PRINTED);
    ck_assert_int_eq(dti_table_basis(table, 1, node("dti")), DTI_BASIS_RANKS);
    ck_assert_int_eq(dti_table_basis(table, 1, node("1.1")), DTI_BASIS_POINTS);
    ck_assert_int_eq(dti_table_points(table, 1, node("1.1")), 9876543210);
    ck_assert_int_eq(dti_table_half_width(table, 1, node("1.1")), 0);
    ck_assert_uint_eq(dti_table_figure_count(table, 1), 2);
    dti_table *other = dti_table_ref(table);
    dti_table_unref(table);
    ck_assert_str_eq(dti_table_figure_text(other, 0, 0), "0,8002");
    dti_table_unref(other);
}
END_TEST

/* Of 12.5 points at most, a printed 13 may be the whole of them; and no more is lost of a figure
 * than its rounding. */
START_TEST(figures_are_as_wide_as_their_rounding)
{
    static const struct {
        const char *code;
        dti_quantity_kind quantity;
        const char *text;
        int64_t points;
        int64_t half;
    } cases[] = {
        {"1.9", DTI_QUANTITY_POINTS, "13", 13 * DTI_POINT, 500000000},
        /* 0.05 × 12.5, and one more for a product that may have been rounded */
        {"1.9", DTI_QUANTITY_VALUE, "0.5", INT64_C(6250000000), 625000001},
        /* A value is never exact: 10⁻⁹ × 100. */
        {"total", DTI_QUANTITY_VALUE, "0.123456789", INT64_C(12345678900), 100},
    };
    for (int i = 0; i < LENGTH_OF(cases); i++) {
        dti_framework *tiny = sample_framework(SAMPLE_TINY_FRAMEWORK);
        dti_table_builder *other = NULL;
        dti_table *table = NULL;
        dti_error *error = NULL;
        size_t at = dti_framework_find(tiny, NULL, cases[i].code);
        sample_must(dti_table_builder_new(tiny, units, "t-2022", 2022, NULL, NULL, &other, &error),
                    &error);
        sample_must(dti_table_builder_add(other, "gso:49", cases[i].code, cases[i].quantity,
                                          cases[i].text, &error),
                    &error);
        sample_must(dti_table_builder_build(other, &table, &error), &error);
        ck_assert_int_eq(dti_table_basis(table, 0, at), DTI_BASIS_PRINTED);
        ck_assert_int_eq(dti_table_points(table, 0, at), cases[i].points);
        ck_assert_int_eq(dti_table_half_width(table, 0, at), cases[i].half);
        dti_table_unref(table);
        dti_table_builder_free(other);
        dti_framework_unref(tiny);
    }
}
END_TEST

/* A builder goes on after it was frozen, and what was refused leaves nothing behind. */
START_TEST(a_builder_goes_on)
{
    dti_error *error = NULL;
    add("gso:48", "dti", DTI_QUANTITY_RANK, "1");
    dti_table *first = build();
    sample_refused(
        dti_table_builder_add(builder, "gso:49", "dti", DTI_QUANTITY_RANK, "1.5", &error),
        DTI_E_VALUE, &error);
    dti_table *second = build();
    add("gso:79", "dti", DTI_QUANTITY_RANK, "2");
    for (int i = 1; i <= 8; i++) { /* the list of figures grows */
        char code[2] = {(char)('0' + i), '\0'};
        add("gso:79", code, DTI_QUANTITY_VALUE, "0.5000");
    }
    dti_table *third = build();
    ck_assert_uint_eq(dti_table_row_count(first), 1);
    ck_assert_uint_eq(dti_table_row_count(second), 1);
    ck_assert_uint_eq(dti_table_row_count(third), 2);
    ck_assert_uint_eq(dti_table_figure_count(third, 1), 9);
    ck_assert_int_eq(dti_table_points(third, 1, node("6")), INT64_C(100000000000));
    dti_table_unref(first);
    dti_table_unref(second);
    dti_table_unref(third);
}
END_TEST

static const struct {
    const char *unit;
    const char *code;
    int quantity;
    const char *text;
    dti_status status;
    const char *id;
} refused[] = {
    {NULL, "dti", DTI_QUANTITY_RANK, "1", DTI_E_ARG, "DTI-0101"},
    {"gso:48", NULL, DTI_QUANTITY_RANK, "1", DTI_E_ARG, "DTI-0101"},
    {"gso:48", "dti", DTI_QUANTITY_RANK, NULL, DTI_E_ARG, "DTI-0101"},
    {"gso:48", "dti", DTI_QUANTITY_DIFFERENCE, "1", DTI_E_ARG, "DTI-0102"},
    {"gso:48", "dti", -1, "1", DTI_E_ARG, "DTI-0102"},
    {"gso:99", "dti", DTI_QUANTITY_RANK, "1", DTI_E_NOT_FOUND, "DTI-1151"},
    {"Đà Nẵng", "dti", DTI_QUANTITY_RANK, "1", DTI_E_NOT_FOUND, "DTI-1151"},
    {"gso:48", "12", DTI_QUANTITY_RANK, "1", DTI_E_NOT_FOUND, "DTI-0109"},
    {"gso:48", "dti", DTI_QUANTITY_RANK, "", DTI_E_VALUE, "DTI-0313"},
    {"gso:48", "dti", DTI_QUANTITY_RANK, "0", DTI_E_VALUE, "DTI-1146"},
    {"gso:48", "dti", DTI_QUANTITY_RANK, "first", DTI_E_VALUE, "DTI-0503"},
    {"gso:48", "dti", DTI_QUANTITY_VALUE, "1.0001", DTI_E_VALUE, "DTI-1145"},
    {"gso:48", "dti", DTI_QUANTITY_VALUE, "-0.1", DTI_E_VALUE, "DTI-1145"},
    {"gso:48", "1.1", DTI_QUANTITY_POINTS, "10.01", DTI_E_VALUE, "DTI-1145"},
    {"gso:50", "dti", DTI_QUANTITY_VALUE, "0.5", DTI_E_NOT_FOUND, "DTI-1151"},
    {"gso:01", "dti", DTI_QUANTITY_VALUE, "0.6", DTI_E_VALUE, "DTI-1144"},
    {"gso:01", "dti", DTI_QUANTITY_POINTS, "600", DTI_E_VALUE, "DTI-1144"},
    {"gso:01", "dti", DTI_QUANTITY_RANK, "3", DTI_E_VALUE, "DTI-1144"},
};

START_TEST(a_wrong_figure_is_refused)
{
    dti_error *error = NULL;
    add("gso:01", "dti", DTI_QUANTITY_VALUE, "0.5");
    add("gso:01", "dti", DTI_QUANTITY_RANK, "2");
    sample_must(dti_table_builder_out_of(builder, 63, &error), &error);
    dti_status status =
        dti_table_builder_add(builder, refused[_i].unit, refused[_i].code,
                              (dti_quantity_kind)refused[_i].quantity, refused[_i].text, &error);
    ck_assert_int_eq(status, refused[_i].status);
    ck_assert_str_eq(dti_error_id(error), refused[_i].id);
    dti_error_free(error);
    dti_table *table = build();
    ck_assert_uint_eq(dti_table_row_count(table), 1);
    ck_assert_uint_eq(dti_table_figure_count(table, 0), 2);
    dti_table_unref(table);
}
END_TEST

START_TEST(what_spans_figures_is_refused_when_built)
{
    dti_table *table = NULL;
    dti_error *error = NULL;
    add("gso:48", "dti", DTI_QUANTITY_RANK, "2"); /* of one row */
    sample_refused(dti_table_builder_build(builder, &table, &error), DTI_E_VALUE, &error);
    sample_must(dti_table_builder_out_of(builder, 2, &error), &error);
    dti_table_unref(build());
    /* Tây Ninh's three figures of 2022, as pillars */
    add("gso:72", "dti", DTI_QUANTITY_VALUE, "0.5638");
    add("gso:72", "digital-government", DTI_QUANTITY_VALUE, "0.66");
    add("gso:72", "digital-economy", DTI_QUANTITY_VALUE, "0.5612");
    dti_table_unref(build()); /* that says too little */
    add("gso:72", "digital-society", DTI_QUANTITY_VALUE, "0.1089");
    dti_status status = dti_table_builder_build(builder, &table, &error);
    char text[512];
    dti_error_format(error, DTI_LANG_EN, text, sizeof text);
    ck_assert_ptr_nonnull(strstr(text, "would need 295.12 of 200 points"));
    sample_refused(status, DTI_E_VALUE, &error);
    ck_assert_ptr_null(table);
}
END_TEST

START_TEST(arguments_are_checked)
{
    dti_table_builder *other = NULL;
    dti_table *table = NULL;
    dti_error *error = NULL;
    static const struct {
        const char *id;
        int32_t year;
        const char *day;
        dti_status status;
    } heads[] = {{"T", 2022, NULL, DTI_E_VALUE},
                 {"t", 1899, NULL, DTI_E_VALUE},
                 {"t", 2022, "2022-02-30", DTI_E_VALUE},
                 {NULL, 2022, NULL, DTI_E_ARG}};
    for (int i = 0; i < LENGTH_OF(heads); i++)
        sample_refused(dti_table_builder_new(framework, units, heads[i].id, heads[i].year,
                                             heads[i].day, NULL, &other, &error),
                       heads[i].status, &error);
    sample_refused(dti_table_builder_new(NULL, units, "t", 2022, NULL, NULL, &other, &error),
                   DTI_E_ARG, &error);
    sample_refused(dti_table_builder_new(framework, NULL, "t", 2022, NULL, NULL, &other, &error),
                   DTI_E_ARG, &error);
    sample_refused(dti_table_builder_new(framework, units, "t", 2022, NULL, NULL, NULL, &error),
                   DTI_E_ARG, &error);
    ck_assert_ptr_null(other);
    sample_refused(dti_table_builder_out_of(builder, 0, &error), DTI_E_ARG, &error);
    sample_refused(dti_table_builder_out_of(NULL, 1, &error), DTI_E_ARG, &error);
    sample_refused(dti_table_builder_build(builder, NULL, &error), DTI_E_ARG, &error);
    sample_refused(dti_table_builder_build(NULL, &table, &error), DTI_E_ARG, &error);
    sample_refused(dti_table_builder_add_result(builder, NULL, &error), DTI_E_ARG, &error);
    sample_refused(dti_table_builder_add_points(builder, "gso:48", "1.1", -1, &error), DTI_E_VALUE,
                   &error);
    sample_refused(
        dti_table_builder_add_points(builder, "gso:48", "1.1", 10 * DTI_POINT + 1, &error),
        DTI_E_VALUE, &error);
    sample_refused(dti_table_write(NULL, NULL, &error), DTI_E_ARG, &error);
    sample_refused(dti_table_builtin(NULL, NULL, &table, &error), DTI_E_ARG, &error);
    sample_refused(dti_table_builtin("none", NULL, &table, &error), DTI_E_NOT_FOUND, &error);
}
END_TEST

/* A table of results: written with all decimals, it comes back exact. */
START_TEST(results_are_rows)
{
    dti_error *error = NULL;
    dti_dossier *dossier = sample_quangnam();
    dti_score_options options = DTI_SCORE_OPTIONS_INIT;
    dti_result *result = NULL;
    options.track = DTI_TRACK_APPRAISED;
    sample_must(dti_score(dossier, &options, &result, &error), &error);
    sample_must(dti_table_builder_add_result(builder, result, &error), &error);
    sample_refused(dti_table_builder_add_result(builder, result, &error), DTI_E_VALUE, &error);
    dti_table *table = build();
    size_t compared = 0;
    for (size_t i = 0; i < dti_framework_node_count(framework); i++) {
        if (dti_table_basis(table, 0, i) == DTI_BASIS_NONE)
            continue;
        compared++;
        ck_assert_int_eq(dti_table_basis(table, 0, i), DTI_BASIS_POINTS);
        ck_assert_int_eq(dti_table_points(table, 0, i), dti_result_rescaled_points(result, i));
    }
    ck_assert_uint_gt(compared, 8);
    /* 583.83 points are what the eight totals of the plan add up to */
    ck_assert_int_eq(dti_table_points(table, 0, node("dti")), INT64_C(583830000000));
    dti_text *text = NULL;
    dti_table *again = NULL;
    sample_must(dti_table_write(table, &text, &error), &error);
    sample_must(dti_table_parse(dti_text_data(text), dti_text_length(text), framework, units, NULL,
                                &again, &error),
                &error);
    for (size_t i = 0; i < dti_framework_node_count(framework); i++) {
        ck_assert_int_eq(dti_table_basis(again, 0, i), dti_table_basis(table, 0, i));
        ck_assert_int_eq(dti_table_points(again, 0, i), dti_table_points(table, 0, i));
    }
    ck_assert_str_eq(dti_table_digest(again), dti_table_digest(table));
    dti_table_unref(again);
    dti_text_free(text);
    dti_table_unref(table);
    dti_result_unref(result);
    dti_dossier_unref(dossier);
}
END_TEST

START_TEST(results_of_something_else_are_refused)
{
    dti_error *error = NULL;
    dti_dossier *tiny = sample_tiny();
    dti_dossier *dossier = sample_quangnam();
    dti_result *result = NULL;
    dti_table_builder *later = NULL;
    sample_must(dti_score(tiny, NULL, &result, &error), &error);
    sample_refused(dti_table_builder_add_result(builder, result, &error), DTI_E_VALUE, &error);
    dti_result_unref(result);
    sample_must(dti_score(dossier, NULL, &result, &error), &error);
    sample_must(dti_table_builder_new(framework, units, "t-2023", 2023, NULL, NULL, &later, &error),
                &error);
    sample_refused(dti_table_builder_add_result(later, result, &error), DTI_E_VALUE, &error);
    dti_table_builder_free(later);
    sample_must(
        dti_table_builder_new(framework, units, "t", 2022, "2025-07-01", NULL, &later, &error),
        &error); /* Quảng Nam is gone by then */
    sample_refused(dti_table_builder_add_result(later, result, &error), DTI_E_NOT_FOUND, &error);
    dti_table_builder_free(later);
    dti_result_unref(result);
    dti_dossier_unref(dossier);
    dti_dossier_unref(tiny);
}
END_TEST

static dti_status build_once(const dti_allocator *allocator, void *context)
{
    dti_table_builder *own = NULL;
    dti_table *table = NULL;
    (void)context;
    dti_status status =
        dti_table_builder_new(framework, units, "t", 2022, NULL, allocator, &own, NULL);
    if (status == DTI_OK)
        status = dti_table_builder_add(own, "gso:48", "dti", DTI_QUANTITY_VALUE, "0.8002", NULL);
    if (status == DTI_OK)
        status = dti_table_builder_add(own, "gso:49", "dti", DTI_QUANTITY_RANK, "2", NULL);
    if (status == DTI_OK)
        status = dti_table_builder_add_points(own, "gso:49", "1.1", DTI_POINT, NULL);
    if (status == DTI_OK)
        status = dti_table_builder_build(own, &table, NULL);
    ck_assert_int_eq(status == DTI_OK, table != NULL);
    dti_table_unref(table);
    dti_table_builder_free(own);
    return status;
}

START_TEST(survives_without_memory)
{
    test_nomem(build_once, NULL);
}
END_TEST

START_TEST(a_basis_has_a_word)
{
    for (int lang = 0; lang < 2; lang++)
        for (int basis = DTI_BASIS_NONE; basis <= DTI_BASIS_RANKS + 1; basis++)
            for (int other = basis + 1; other <= DTI_BASIS_RANKS + 1; other++)
                ck_assert_str_ne(dti_basis_name((dti_basis)basis, (dti_lang)lang),
                                 dti_basis_name((dti_basis)other, (dti_lang)lang));
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("model/table");
    TCase *tcase = tcase_create("table");
    tcase_add_checked_fixture(tcase, setup, teardown);
    tcase_add_test(tcase, getters_of_nothing);
    tcase_add_test(tcase, figures_become_cells);
    tcase_add_test(tcase, figures_are_as_wide_as_their_rounding);
    tcase_add_test(tcase, a_builder_goes_on);
    tcase_add_loop_test(tcase, a_wrong_figure_is_refused, 0, LENGTH_OF(refused));
    tcase_add_test(tcase, what_spans_figures_is_refused_when_built);
    tcase_add_test(tcase, arguments_are_checked);
    tcase_add_test(tcase, results_are_rows);
    tcase_add_test(tcase, results_of_something_else_are_refused);
    tcase_add_test(tcase, survives_without_memory);
    tcase_add_test(tcase, a_basis_has_a_word);
    suite_add_tcase(suite, tcase);
    return suite;
}
