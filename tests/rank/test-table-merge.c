/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Tables carried over mergers: exact means of predecessors, rounded once; what goes on, what is
 * lost, what stays unknown. */
#include "random.h"

#define LENGTH_OF(array) (int)(sizeof(array) / sizeof((array)[0]))
#define FRAMEWORK        "tests/data/walk-before.json"
#define UNITS            "tests/data/merge-units.json"

static dti_framework *framework;
static dti_units *units;
static dti_table_builder *builder;

static void open_all(void)
{
    dti_error *error = NULL;
    char *path = test_path(UNITS);
    framework = sample_framework(FRAMEWORK);
    sample_must(dti_units_load(path, NULL, &units, &error), &error);
    free(path);
    sample_must(
        dti_table_builder_new(framework, units, "merge", 2022, NULL, NULL, &builder, &error),
        &error);
}

static void close_all(void)
{
    dti_table_builder_free(builder);
    dti_units_unref(units);
    dti_framework_unref(framework);
}

static void add_points(const char *unit, const char *code, int64_t points)
{
    dti_error *error = NULL;
    sample_must(dti_table_builder_add_points(builder, unit, code, points, &error), &error);
}

static void add(const char *unit, const char *code, dti_quantity_kind quantity, const char *text)
{
    dti_error *error = NULL;
    sample_must(dti_table_builder_add(builder, unit, code, quantity, text, &error), &error);
}

static dti_table *built(void)
{
    dti_table *table = NULL;
    dti_error *error = NULL;
    sample_must(dti_table_builder_build(builder, &table, &error), &error);
    return table;
}

static dti_table *merged(const dti_table *table, const char *day,
                         const dti_table_merge_options *options)
{
    dti_table *out = NULL;
    dti_error *error = NULL;
    sample_must(dti_table_merge(table, day, options, &out, &error), &error);
    return out;
}

/* What was built, carried over. */
static dti_table *carried(const char *day, const dti_table_merge_options *options)
{
    dti_table *table = built();
    dti_table *out = merged(table, day, options);
    dti_table_unref(table);
    return out;
}

static size_t entry_of(const dti_table *table, const char *id)
{
    const size_t entry = dti_units_find(dti_table_units(table), id, dti_table_day(table));
    ck_assert_msg(entry != DTI_NONE, "no unit %s on %s", id, dti_table_day(table));
    return entry;
}

static size_t row_of(const dti_table *table, const char *id)
{
    const size_t row = dti_table_find(table, entry_of(table, id));
    ck_assert_msg(row != DTI_NONE, "no row of %s", id);
    return row;
}

static size_t node_of(const dti_table *table, const char *code)
{
    const size_t node = dti_framework_find(dti_table_framework(table), NULL, code);
    ck_assert_msg(node != DTI_NONE, "no node %s", code);
    return node;
}

static void expect(const dti_table *table, const char *unit, const char *code, dti_basis basis,
                   int64_t points, int64_t half)
{
    const size_t row = row_of(table, unit);
    const size_t node = node_of(table, code);
    ck_assert_msg(dti_table_basis(table, row, node) == basis &&
                      dti_table_points(table, row, node) == points &&
                      dti_table_half_width(table, row, node) == half,
                  "%s, %s: basis %d, %lld ± %lld", unit, code,
                  (int)dti_table_basis(table, row, node),
                  (long long)dti_table_points(table, row, node),
                  (long long)dti_table_half_width(table, row, node));
}

/* ── means ── */

/* Nano-points of An, Bình, Cảnh in the first indicator, and what comes out of two and of three:
 * halves go to the even neighbour, thirds to the nearest. */
static const struct {
    int64_t points[3];
    int64_t of_two;
    int64_t of_three;
} means[] = {
    {{1, 0, 0}, 0, 0}, /* 1/2, 1/3 */
    {{1, 2, 0}, 2, 1}, /* 3/2, 1 */
    {{1, 1, 0}, 1, 1}, /* 1, 2/3 */
    {{3, 2, 2}, 2, 2}, /* 5/2, 7/3 */
    {{4, 3, 1}, 4, 3}, /* 7/2, 8/3 */
    {{100000000000, 99999999999, 99999999999}, 100000000000, 99999999999},
};

START_TEST(means_are_rounded_once)
{
    static const char *const ids[] = {"t:1", "t:2", "t:3"};
    for (int i = 0; i < 3; i++) {
        add_points(ids[i], "1", means[_i].points[i]);
    }
    dti_table *table = carried("2023-07-01", NULL);
    expect(table, "t:12", "1", DTI_BASIS_POINTS, means[_i].of_two, 0);
    expect(table, "t:3", "1", DTI_BASIS_POINTS, means[_i].points[2], 0);
    dti_table_unref(table);
    table = carried("2024-07-01", NULL); /* over two mergers and a renaming */
    expect(table, "t:123", "1", DTI_BASIS_POINTS, means[_i].of_three, 0);
    dti_table_unref(table);
}
END_TEST

/* In two steps An Bình is one unit among two: what is merged is what there was on the way. */
START_TEST(a_table_can_be_carried_on)
{
    add_points("t:1", "1", 60);
    add_points("t:2", "1", 30);
    add_points("t:3", "1", 5);
    dti_table *first = carried("2023-07-01", NULL);
    dti_table *second = merged(first, "2024-07-01", NULL);
    dti_table *at_once = carried("2024-07-01", NULL);
    dti_table_unref(first);
    expect(second, "t:123", "1", DTI_BASIS_POINTS, 25, 0);  /* (45 + 5) / 2 */
    expect(at_once, "t:123", "1", DTI_BASIS_POINTS, 32, 0); /* 95 / 3 = 31.67 */
    ck_assert_int_eq(dti_table_is_derived(second), 1);
    dti_table_unref(second);
    dti_table_unref(at_once);
}
END_TEST

START_TEST(indices_come_from_their_parts)
{
    static const int64_t an[] = {90, 80, 41, 30, 20, 11};
    static const int64_t binh[] = {71, 60, 30, 20, 11, 0};
    static const char *const codes[] = {"1", "2", "3", "4", "5", "6"};
    for (int i = 0; i < LENGTH_OF(codes); i++) {
        add_points("t:1", codes[i], an[i] * DTI_POINT);
        add_points("t:2", codes[i], binh[i] * DTI_POINT);
    }
    add_points("t:1", "1.1", 81 * DTI_POINT);
    add_points("t:2", "1.1", 61 * DTI_POINT);
    dti_table *table = carried("2023-07-01", NULL);
    /* 80.5 + 70 + 35.5 + 25 + 15.5 + 5.5 */
    expect(table, "t:12", "dti", DTI_BASIS_POINTS, 232 * DTI_POINT, 0);
    expect(table, "t:12", "1", DTI_BASIS_POINTS, 80500000000, 0);
    expect(table, "t:12", "1.1", DTI_BASIS_NONE, 0, 0); /* nothing is said of components */
    ck_assert_int_eq(dti_table_provenance(table, row_of(table, "t:12"), node_of(table, "dti")),
                     DTI_PROVENANCE_DERIVED);
    dti_table_unref(table);
}
END_TEST

/* Where parts are wanting but all have the index, its own mean is the same thing. */
START_TEST(an_index_without_parts_is_a_mean_itself)
{
    add("t:1", "dti", DTI_QUANTITY_VALUE, "0.5001");
    add("t:2", "dti", DTI_QUANTITY_VALUE, "0.40");
    add("t:1", "1", DTI_QUANTITY_POINTS, "50");
    dti_table *table = carried("2023-07-01", NULL);
    /* (0.5001 + 0.40) / 2 × 350, within (0.00005 + 0.005) / 2 × 350 */
    expect(table, "t:12", "dti", DTI_BASIS_PRINTED, 157517500000, 883750000);
    expect(table, "t:12", "1", DTI_BASIS_NONE, 0, 0);
    dti_table_unref(table);
}
END_TEST

START_TEST(printed_half_widths_are_rounded_up)
{
    add("t:1", "1", DTI_QUANTITY_POINTS, "50.00000000"); /* within 5 × 10⁻⁹ */
    add_points("t:2", "1", 50 * DTI_POINT);
    add_points("t:3", "1", 50 * DTI_POINT);
    dti_table *table = carried("2024-07-01", NULL);
    expect(table, "t:123", "1", DTI_BASIS_PRINTED, 50 * DTI_POINT, 2); /* 5/3 */
    dti_table_unref(table);
    table = carried("2023-07-01", NULL);
    expect(table, "t:12", "1", DTI_BASIS_PRINTED, 50 * DTI_POINT, 3); /* 5/2 */
    dti_table_unref(table);
}
END_TEST

START_TEST(a_missing_predecessor_leaves_the_cell_empty)
{
    add_points("t:7", "1", 50 * DTI_POINT); /* of t:67, but t:6 has no row */
    add_points("t:1", "1", 50 * DTI_POINT);
    add_points("t:1", "2", 50 * DTI_POINT);
    add_points("t:2", "1", 40 * DTI_POINT); /* and nothing for the second */
    dti_table *table = carried("2024-07-01", NULL);
    expect(table, "t:67", "1", DTI_BASIS_NONE, 0, 0);
    dti_table_unref(table);
    table = carried("2023-07-01", NULL);
    expect(table, "t:12", "1", DTI_BASIS_POINTS, 45 * DTI_POINT, 0);
    expect(table, "t:12", "2", DTI_BASIS_NONE, 0, 0);
    expect(table, "t:12", "dti", DTI_BASIS_NONE, 0, 0);
    ck_assert_int_eq(dti_table_provenance(table, row_of(table, "t:12"), node_of(table, "2")),
                     DTI_PROVENANCE_UNKNOWN);
    dti_table_unref(table);
}
END_TEST

/* ── inhabitants ── */

START_TEST(means_can_be_weighted_with_inhabitants)
{
    dti_table_merge_options options = DTI_TABLE_MERGE_OPTIONS_INIT;
    options.method = DTI_MERGE_POPULATION;
    add_points("t:1", "1", 10 * DTI_POINT); /* 300, 100 and 50 inhabitants */
    add_points("t:2", "1", 20 * DTI_POINT);
    add_points("t:3", "1", 40 * DTI_POINT);
    add_points("t:6", "1", 10 * DTI_POINT); /* no inhabitants known */
    add_points("t:7", "1", 10 * DTI_POINT);
    dti_table *table = carried("2023-07-01", &options);
    expect(table, "t:12", "1", DTI_BASIS_POINTS, 12500000000, 0); /* (3000 + 2000) / 400 */
    dti_table_unref(table);
    table = carried("2024-07-01", &options);
    expect(table, "t:123", "1", DTI_BASIS_POINTS, 15555555556, 0); /* 7000 / 450 = 15.5… */
    expect(table, "t:67", "1", DTI_BASIS_NONE, 0, 0);
    dti_table_unref(table);
}
END_TEST

/* 100 × 123456789012 + 33.333333333 × 987654321098 over their sum is 40.74074068…: a product of
 * 1.2 × 10²² that needs more than 64 bits. */
START_TEST(many_inhabitants_do_not_overflow)
{
    dti_table_merge_options options = DTI_TABLE_MERGE_OPTIONS_INIT;
    const size_t count = dti_units_count(units);
    int64_t *populations = calloc(count, sizeof *populations);
    ck_assert_ptr_nonnull(populations);
    add_points("t:1", "1", 100000000000);
    add_points("t:2", "1", 33333333333);
    populations[dti_units_find(units, "t:1", "2022-12-31")] = 123456789012;
    populations[dti_units_find(units, "t:2", "2022-12-31")] = 987654321098;
    options.method = DTI_MERGE_POPULATION;
    options.populations = populations;
    options.population_count = count;
    dti_table *table = carried("2023-07-01", &options);
    expect(table, "t:12", "1", DTI_BASIS_POINTS, 40740740680, 0);
    dti_table_unref(table);
    free(populations);
}
END_TEST

/* ── what goes on ── */

START_TEST(a_renamed_unit_keeps_its_cells)
{
    add("t:4", "1", DTI_QUANTITY_VALUE, "0.25");
    add("t:4", "1", DTI_QUANTITY_RANK, "2");
    add("t:1", "1", DTI_QUANTITY_RANK, "1");
    add_points("t:4", "1.1", 7 * DTI_POINT);
    dti_table *table = carried("2023-01-01", NULL); /* nobody was merged on that day */
    const size_t row = row_of(table, "t:4");
    ck_assert_str_eq(dti_units_unit_name(units, dti_table_row_unit(table, row), DTI_LANG_VI),
                     "Định mới");
    expect(table, "t:4", "1", DTI_BASIS_PRINTED, 25 * DTI_POINT, 500000000);
    expect(table, "t:4", "1.1", DTI_BASIS_POINTS, 7 * DTI_POINT, 0);
    ck_assert_uint_eq(dti_table_rank(table, row, node_of(table, "1")), 2);
    ck_assert_int_eq(dti_table_is_derived(table), 0);
    ck_assert_uint_eq(dti_table_figure_count(table, row), 2);
    ck_assert_str_eq(dti_table_id(table), "merge");
    ck_assert_str_eq(dti_table_day(table), "2023-01-01");
    ck_assert_int_eq(dti_table_year(table), 2022);
    dti_table_unref(table);
}
END_TEST

START_TEST(ranks_are_lost_where_others_merged)
{
    add("t:4", "1", DTI_QUANTITY_VALUE, "0.25");
    add("t:4", "1", DTI_QUANTITY_RANK, "2");
    add("t:1", "1", DTI_QUANTITY_VALUE, "0.35");
    add("t:1", "1", DTI_QUANTITY_RANK, "1");
    add("t:2", "1", DTI_QUANTITY_VALUE, "0.15");
    dti_table *table = carried("2023-07-01", NULL);
    const size_t row = row_of(table, "t:4");
    expect(table, "t:4", "1", DTI_BASIS_PRINTED, 25 * DTI_POINT, 500000000);
    ck_assert_uint_eq(dti_table_rank(table, row, node_of(table, "1")), 0);
    ck_assert_uint_eq(dti_table_figure_count(table, row), 1);
    ck_assert_str_eq(dti_table_figure_text(table, row, 0), "0.25");
    ck_assert_int_eq(dti_table_provenance(table, row, node_of(table, "1")), DTI_PROVENANCE_SOURCE);
    ck_assert_uint_eq(dti_table_rank(table, row_of(table, "t:12"), node_of(table, "1")), 0);
    ck_assert_int_eq(dti_table_is_derived(table), 1);
    ck_assert_str_eq(dti_table_id(table), "merge-at-2023-07-01");
    /* The order of rows is that of the table: t:4 came first. */
    ck_assert_uint_eq(row, 0);
    ck_assert_uint_eq(dti_table_row_count(table), 2);
    dti_table_unref(table);
}
END_TEST

/* Both parts of a divided unit have what it had, and neither is it. */
START_TEST(parts_of_a_divided_unit_are_derived)
{
    add_points("t:5", "1", 33 * DTI_POINT);
    add("t:5", "1", DTI_QUANTITY_RANK, "1");
    dti_table *table = carried("2023-07-01", NULL);
    expect(table, "t:51", "1", DTI_BASIS_POINTS, 33 * DTI_POINT, 0);
    expect(table, "t:52", "1", DTI_BASIS_POINTS, 33 * DTI_POINT, 0);
    ck_assert_int_eq(dti_table_provenance(table, row_of(table, "t:51"), node_of(table, "1")),
                     DTI_PROVENANCE_DERIVED);
    ck_assert_uint_eq(dti_table_rank(table, row_of(table, "t:51"), node_of(table, "1")), 0);
    dti_table_unref(table);
}
END_TEST

START_TEST(what_came_from_nowhere_has_no_row)
{
    add_points("t:1", "1", 33 * DTI_POINT);
    dti_table *table = carried("2024-07-01", NULL);
    ck_assert_uint_eq(dti_table_find(table, entry_of(table, "t:9")), DTI_NONE);
    ck_assert_uint_eq(dti_table_find(table, entry_of(table, "t:67")), DTI_NONE);
    ck_assert_uint_eq(dti_table_row_count(table), 1);
    dti_table_unref(table);
}
END_TEST

/* All seven units of 2022 are ranked, so are all six of July 2023 (t:12, t:3, t:4, t:51, t:52,
 * t:6, t:7: seven) and all of July 2024 (t:123, t:4, t:51, t:52, t:67, t:9: six). */
START_TEST(as_many_as_there_are_could_be_ranked)
{
    static const char *const ids[] = {"t:1", "t:2", "t:3", "t:4", "t:5", "t:6", "t:7"};
    for (int i = 0; i < LENGTH_OF(ids); i++) {
        add_points(ids[i], "1", i);
    }
    dti_table *table = carried("2023-07-01", NULL);
    ck_assert_uint_eq(dti_table_out_of(table), 7);
    dti_table_unref(table);
    table = carried("2024-07-01", NULL);
    ck_assert_uint_eq(dti_table_out_of(table), 6);
    dti_table_unref(table);
}
END_TEST

/* ── the provinces ── */

/* Đà Nẵng 2022 as its page prints it, and Quảng Nam 2022 as the plan does, by hand: the mean of
 * 82.53 and 67.64 is 75.085, and so on; the sum of the eight is 692.0025. */
START_TEST(da_nang_and_quang_nam)
{
    static const struct {
        const char *code;
        int64_t points;
        int64_t half;
    } expected[] = {
        {"1", 90000000000, 5000000}, {"2", 85000000000, 5000000}, {"3", 75085000000, 5000000},
        {"4", 64820000000, 5000000}, {"5", 64035000000, 5000000}, {"6", 158475000000, 7500000},
        {"7", 94935000000, 6250000}, {"8", 59652500000, 6250000}, {"dti", 692002500000, 45000000},
    };
    dti_table *table = NULL;
    dti_error *error = NULL;
    char *path = test_path("tests/data/compare-2022.json");
    sample_must(dti_table_load(path, NULL, NULL, NULL, &table, &error), &error);
    free(path);
    dti_table *later = merged(table, "2025-07-01", NULL);
    for (int i = 0; i < LENGTH_OF(expected); i++) {
        expect(later, "gso:48", expected[i].code, DTI_BASIS_PRINTED, expected[i].points,
               expected[i].half);
    }
    /* Huế is Thừa Thiên Huế, and its figures are not derived. */
    const dti_units *provinces = dti_table_units(later);
    const size_t hue = entry_of(later, "gso:46");
    ck_assert_str_eq(dti_units_unit_name(provinces, hue, DTI_LANG_VI), "Huế");
    ck_assert_int_eq(dti_table_provenance(later, dti_table_find(later, hue), node_of(later, "1")),
                     DTI_PROVENANCE_SOURCE);
    expect(later, "gso:46", "1", DTI_BASIS_PRINTED, 95000000000, 5000000);
    ck_assert_uint_eq(dti_table_row_count(later), 2);
    ck_assert_uint_eq(dti_table_out_of(later), 34);
    dti_table_unref(later);
    dti_table_unref(table);
}
END_TEST

/* The 2020 method: the overall value is a weighted mean of pillars. (0.4449 + 0.35) / 2 and so on
 * in points of 400, 300, 300: 158.98 + 105.036 + 120.774 = 384.79. */
START_TEST(weighted_indices_come_from_their_parts)
{
    static const struct {
        const char *code;
        const char *a;
        const char *b;
    } values[] = {{"digital-government", "0.4449", "0.3500"},
                  {"digital-economy", "0.3668", "0.33344"},
                  {"digital-society", "0.4052", "0.39996"}};
    dti_framework *of_2020 = NULL;
    dti_units *provinces = NULL;
    dti_table_builder *draft = NULL;
    dti_table *table = NULL;
    dti_error *error = NULL;
    sample_must(dti_framework_builtin("vn-dti-province-1726", NULL, &of_2020, &error), &error);
    sample_must(dti_units_builtin("vn-provinces", NULL, &provinces, &error), &error);
    sample_must(
        dti_table_builder_new(of_2020, provinces, "of-2020", 2020, NULL, NULL, &draft, &error),
        &error);
    for (int i = 0; i < LENGTH_OF(values); i++) {
        sample_must(dti_table_builder_add(draft, "gso:48", values[i].code, DTI_QUANTITY_VALUE,
                                          values[i].a, &error),
                    &error);
        sample_must(dti_table_builder_add(draft, "gso:49", values[i].code, DTI_QUANTITY_VALUE,
                                          values[i].b, &error),
                    &error);
    }
    sample_must(dti_table_builder_build(draft, &table, &error), &error);
    dti_table *later = merged(table, "2025-07-01", NULL);
    const size_t row = row_of(later, "gso:48");
    ck_assert_int_eq(dti_table_points(later, row, node_of(later, "digital-government")),
                     158980000000);
    ck_assert_int_eq(dti_table_points(later, row, node_of(later, "dti")), 384790000000);
    dti_table_unref(later);
    dti_table_unref(table);
    dti_table_builder_free(draft);
    dti_units_unref(provinces);
    dti_framework_unref(of_2020);
}
END_TEST

/* ── misuse, memory ── */

START_TEST(misuse_is_answered)
{
    dti_table_merge_options options = DTI_TABLE_MERGE_OPTIONS_INIT;
    dti_table *out = NULL;
    dti_error *error = NULL;
    add_points("t:1", "1", 33 * DTI_POINT);
    dti_table *table = built();
    const size_t count = dti_units_count(units);
    int64_t *populations = calloc(count, sizeof *populations);
    ck_assert_ptr_nonnull(populations);
    sample_refused(dti_table_merge(NULL, "2024-07-01", NULL, &out, &error), DTI_E_ARG, &error);
    sample_refused(dti_table_merge(table, NULL, NULL, &out, &error), DTI_E_ARG, &error);
    sample_refused(dti_table_merge(table, "2024-07-01", NULL, NULL, &error), DTI_E_ARG, &error);
    sample_refused(dti_table_merge(table, "2024-02-30", NULL, &out, &error), DTI_E_VALUE, &error);
    sample_refused(dti_table_merge(table, "2022-12-30", NULL, &out, &error), DTI_E_VALUE, &error);
    options.size = 3;
    sample_refused(dti_table_merge(table, "2024-07-01", &options, &out, &error), DTI_E_ARG, &error);
    options.size = sizeof options;
    options.method = (dti_merge_method)7;
    sample_refused(dti_table_merge(table, "2024-07-01", &options, &out, &error), DTI_E_ARG, &error);
    options.method = DTI_MERGE_POPULATION;
    options.populations = populations;
    options.population_count = count - 1;
    sample_refused(dti_table_merge(table, "2024-07-01", &options, &out, &error), DTI_E_ARG, &error);
    options.population_count = count;
    populations[2] = -1;
    sample_refused(dti_table_merge(table, "2024-07-01", &options, &out, &error), DTI_E_ARG, &error);
    ck_assert_ptr_null(out);
    free(populations);
    dti_table_unref(table);
}
END_TEST

static dti_status merge_with(const dti_allocator *allocator, void *data)
{
    dti_table_merge_options options = DTI_TABLE_MERGE_OPTIONS_INIT;
    dti_table *out = NULL;
    dti_error *error = NULL;
    options.allocator = allocator;
    const dti_status status = dti_table_merge(data, "2024-07-01", &options, &out, &error);
    ck_assert_int_eq(out != NULL, status == DTI_OK);
    ck_assert_int_eq(error != NULL, status != DTI_OK);
    dti_error_free(error);
    dti_table_unref(out);
    return status;
}

START_TEST(no_memory)
{
    add_points("t:1", "1", 33 * DTI_POINT);
    add_points("t:2", "1", 33 * DTI_POINT);
    add_points("t:3", "1", 33 * DTI_POINT);
    add("t:4", "dti", DTI_QUANTITY_VALUE, "0.5");
    dti_table *table = built();
    test_nomem(merge_with, table);
    dti_table_unref(table);
}
END_TEST

/* `count` units that became 12 and those one, which was divided into `count` again: each goes back
 * to all. */
static dti_units *hourglass(size_t count)
{
    struct random_text text = {NULL, 0, 0};
    dti_units *hub = NULL;
    dti_error *error = NULL;
    random_put(&text, "{\"format\":\"dti-units/1\",\"id\":\"merge-units\",\"version\":\"1.0.0\","
                      "\"titles\":{\"vi\":\"x\"},\"level\":\"commune\",\"systems\":[{\"id\":\"t\","
                      "\"names\":{\"vi\":\"x\"},\"key\":true}],\"groups\":[],\"units\":[");
    for (size_t i = 0; i < count; i++)
        random_put(&text,
                   "{\"id\":\"t:%zu\",\"names\":{\"vi\":\"%zu\"},\"until\":\"2023-06-30\","
                   "\"provenance\":{\"id\":" RANDOM_ASSUMED "}},",
                   i, i);
    for (size_t part = 0; part < 12; part++) {
        random_put(&text,
                   "{\"id\":\"t:part%zu\",\"names\":{\"vi\":\"p\"},\"from\":\"2023-07-01\","
                   "\"until\":\"2023-07-31\",\"provenance\":{\"id\":" RANDOM_ASSUMED "},"
                   "\"predecessors\":[",
                   part);
        for (size_t i = part; i < count; i += 12)
            random_put(&text, "%s\"t:%zu\"", i > part ? "," : "", i);
        random_put(&text, "]},");
    }
    random_put(&text,
               "{\"id\":\"t:hub\",\"names\":{\"vi\":\"h\"},\"from\":\"2023-08-01\",\"until\":"
               "\"2023-12-31\",\"provenance\":{\"id\":" RANDOM_ASSUMED "},\"predecessors\":[");
    for (size_t part = 0; part < 12; part++)
        random_put(&text, "%s\"t:part%zu\"", part > 0 ? "," : "", part);
    random_put(&text, "]}");
    for (size_t i = 0; i < count; i++)
        random_put(&text,
                   ",{\"id\":\"t:%zu\",\"names\":{\"vi\":\"%zu\"},\"from\":\"2024-01-01\","
                   "\"predecessors\":[\"t:hub\"],\"provenance\":{\"id\":" RANDOM_ASSUMED "}}",
                   i, i);
    random_put(&text, "]}");
    sample_must(dti_units_parse(text.bytes, text.length, NULL, &hub, &error), &error);
    free(text.bytes);
    return hub;
}

/* A short document does not ask for hours: 40 from 40 are made, 3000 from 3000 are refused. */
START_TEST(there_is_a_limit_to_the_work)
{
    static const size_t counts[] = {40, 3000};
    dti_units *many = hourglass(counts[_i]);
    dti_table_builder *of_many = NULL;
    dti_table *table = NULL;
    dti_table *later = NULL;
    dti_error *error = NULL;
    sample_must(dti_table_builder_new(framework, many, "m", 2022, NULL, NULL, &of_many, &error),
                &error);
    for (size_t i = 0; i < counts[_i]; i++)
        sample_must(dti_table_builder_add_points(of_many, dti_units_unit_id(many, i), "1",
                                                 (int64_t)(i % 2) * DTI_POINT, &error),
                    &error);
    sample_must(dti_table_builder_build(of_many, &table, &error), &error);
    const dti_status status = dti_table_merge(table, "2024-12-31", NULL, &later, &error);
    if (_i == 0) {
        const size_t node = dti_framework_find(framework, NULL, "1");
        sample_must(status, &error);
        ck_assert_uint_eq(dti_table_row_count(later), 40);
        ck_assert_int_eq(dti_table_points(later, 39, node), DTI_POINT / 2);
    } else {
        sample_refused(status, DTI_E_LIMIT, &error);
        ck_assert_ptr_null(later);
    }
    dti_table_unref(later);
    dti_table_unref(table);
    dti_table_builder_free(of_many);
    dti_units_unref(many);
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("rank-table-merge");
    TCase *tcase = tcase_create("merge");
    tcase_add_checked_fixture(tcase, open_all, close_all);
    tcase_add_loop_test(tcase, means_are_rounded_once, 0, LENGTH_OF(means));
    tcase_add_test(tcase, a_table_can_be_carried_on);
    tcase_add_test(tcase, indices_come_from_their_parts);
    tcase_add_test(tcase, an_index_without_parts_is_a_mean_itself);
    tcase_add_test(tcase, printed_half_widths_are_rounded_up);
    tcase_add_test(tcase, a_missing_predecessor_leaves_the_cell_empty);
    tcase_add_test(tcase, means_can_be_weighted_with_inhabitants);
    tcase_add_test(tcase, many_inhabitants_do_not_overflow);
    tcase_add_test(tcase, a_renamed_unit_keeps_its_cells);
    tcase_add_test(tcase, ranks_are_lost_where_others_merged);
    tcase_add_test(tcase, parts_of_a_divided_unit_are_derived);
    tcase_add_test(tcase, what_came_from_nowhere_has_no_row);
    tcase_add_test(tcase, as_many_as_there_are_could_be_ranked);
    tcase_add_test(tcase, da_nang_and_quang_nam);
    tcase_add_test(tcase, weighted_indices_come_from_their_parts);
    tcase_add_test(tcase, misuse_is_answered);
    tcase_add_test(tcase, no_memory);
    tcase_add_loop_test(tcase, there_is_a_limit_to_the_work, 0, 2);
    suite_add_tcase(suite, tcase);
    return suite;
}
