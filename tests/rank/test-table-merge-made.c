/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Mergers of small tables made by hand: three at once, a unit that was divided and put together
 * again, one that is gone, weighted parts, and how many could be ranked. */
#include "register.h"

#define LENGTH_OF(array) (int)(sizeof(array) / sizeof((array)[0]))

#define ASSUMED        "\"provenance\":{\"id\":{\"kind\":\"assumed\"}}}"
#define UNIT(id, more) "{\"id\":\"" id "\",\"names\":{\"vi\":\"" id "\"}," more "," ASSUMED

/* Early 2021: 1 2 3 4 5 6 7, then without 6; from July 2022: 123 41 42 5 7; from 2023: 123 45 7. */
static const char register_text[] =
    "{\"format\":\"dti-units/1\",\"id\":\"made\",\"version\":\"1\",\"titles\":{\"vi\":\"x\"},"
    "\"level\":\"province\",\"systems\":[{\"id\":\"t\",\"names\":{\"vi\":\"T\"},\"key\":true}],"
    "\"groups\":[],\"units\":["
    /* clang-format off */
    UNIT("t:1", "\"until\":\"2022-06-30\"") ","
    UNIT("t:2", "\"until\":\"2022-06-30\"") ","
    UNIT("t:3", "\"until\":\"2022-06-30\"") ","
    UNIT("t:4", "\"until\":\"2022-06-30\"") ","
    UNIT("t:5", "\"until\":\"2022-12-31\"") ","
    UNIT("t:6", "\"until\":\"2021-06-30\"") ","
    UNIT("t:7", "\"from\":\"2000-01-01\"") ","
    UNIT("t:123", "\"from\":\"2022-07-01\",\"predecessors\":[\"t:1\",\"t:2\",\"t:3\"]") ","
    UNIT("t:41", "\"from\":\"2022-07-01\",\"until\":\"2022-12-31\",\"predecessors\":[\"t:4\"]") ","
    UNIT("t:42", "\"from\":\"2022-07-01\",\"until\":\"2022-12-31\",\"predecessors\":[\"t:4\"]") ","
    UNIT("t:45", "\"from\":\"2023-01-01\",\"predecessors\":[\"t:41\",\"t:42\",\"t:5\"]")
    /* clang-format on */
    "]}";

#define MAIN(code, max)                                                                            \
    "{\"codes\":{\"n\":\"" code "\"},\"names\":{\"vi\":\"" code "\"},\"max_points\":" max          \
    ",\"absent\":{\"note\":{\"vi\":\"-\"}},\"provenance\":{\"code\":{\"kind\":\"assumed\"},"       \
    "\"name\":{\"kind\":\"assumed\"},\"max_points\":{\"kind\":\"assumed\"}}}"

/* v = 200 × (3 × a/100 + b/50) / 4 = 1.5a + b */
static const char framework_text[] =
    "{\"format\":\"dti-framework/1\",\"id\":\"f\",\"version\":\"1\",\"titles\":{\"vi\":\"f\"},"
    "\"years\":{\"from\":2020,\"to\":2030},\"rounding\":{\"points_digits\":2,\"value_digits\":4,"
    "\"mode\":\"half-up\"},\"numberings\":[{\"id\":\"n\",\"names\":{\"vi\":\"n\"},\"default\":"
    "true}],\"units\":[],\"states\":{},\"inputs\":[],\"indicators\":[" MAIN("a", "100") "," MAIN(
        "b", "50") "],\"indices\":[{\"code\":\"v\",\"names\":{\"vi\":\"v\"},\"weights\":[{"
                   "\"code\":\"a\",\"weight\":3},{\"code\":\"b\",\"weight\":1}],\"max_points\":200,"
                   "\"provenance\":{\"kind\":\"official\"}}]}";

static dti_framework *framework;
static dti_units *units;
static dti_table_builder *builder;

static void open_on(const char *day)
{
    dti_error *error = NULL;
    sample_must(dti_table_builder_new(framework, units, "made", 2021, day, NULL, &builder, &error),
                &error);
}

static void open_all(void)
{
    dti_error *error = NULL;
    sample_must(
        dti_framework_parse(framework_text, strlen(framework_text), NULL, &framework, &error),
        &error);
    sample_must(dti_units_parse(register_text, strlen(register_text), NULL, &units, &error),
                &error);
    open_on("2021-12-31");
}

static void close_all(void)
{
    dti_table_builder_free(builder);
    dti_units_unref(units);
    dti_framework_unref(framework);
}

static void add(const char *unit, const char *code, int64_t points)
{
    dti_error *error = NULL;
    sample_must(dti_table_builder_add_points(builder, unit, code, points * DTI_POINT, &error),
                &error);
}

static dti_table *merged(const dti_table *table, const char *day,
                         const dti_table_merge_options *options)
{
    dti_table *out = NULL;
    dti_error *error = NULL;
    sample_must(dti_table_merge(table, day, options, &out, &error), &error);
    return out;
}

static dti_table *carried(const char *day, const dti_table_merge_options *options)
{
    dti_table *table = NULL;
    dti_error *error = NULL;
    sample_must(dti_table_builder_build(builder, &table, &error), &error);
    dti_table *out = merged(table, day, options);
    dti_table_unref(table);
    return out;
}

static size_t row_of(const dti_table *table, const char *id)
{
    const size_t row = dti_table_find(table, dti_units_find(units, id, dti_table_day(table)));
    ck_assert_msg(row != DTI_NONE, "no row of %s", id);
    return row;
}

static void expect(const dti_table *table, const char *id, const char *code, dti_basis basis,
                   int64_t points)
{
    const size_t row = row_of(table, id);
    const size_t node = dti_framework_find(framework, NULL, code);
    ck_assert_int_eq(dti_table_basis(table, row, node), basis);
    ck_assert_int_eq(dti_table_points(table, row, node), points * DTI_POINT);
}

/* a: (10 + 20 + 60) / 3 = 30, b: (9 + 21 + 30) / 3 = 20, v: 1.5 × 30 + 20 */
START_TEST(three_are_merged_at_once)
{
    static const char *const ids[] = {"t:1", "t:2", "t:3"};
    static const int64_t a[] = {10, 20, 60};
    static const int64_t b[] = {9, 21, 30};
    for (int i = 0; i < 3; i++) {
        add(ids[i], "a", a[i]);
        add(ids[i], "b", b[i]);
    }
    dti_table *table = carried("2022-07-01", NULL);
    expect(table, "t:123", "a", DTI_BASIS_POINTS, 30);
    expect(table, "t:123", "b", DTI_BASIS_POINTS, 20);
    expect(table, "t:123", "v", DTI_BASIS_POINTS, 65);
    dti_table_unref(table);
}
END_TEST

/* Both halves of 4 are 4, which counts once beside 5: (10 + 40) / 2. */
START_TEST(what_was_divided_counts_once)
{
    add("t:4", "a", 10);
    add("t:5", "a", 40);
    dti_table *table = carried("2023-01-01", NULL);
    expect(table, "t:45", "a", DTI_BASIS_POINTS, 25);
    dti_table_unref(table);
}
END_TEST

/* Nobody lives in 2, or nobody knows who does. */
START_TEST(no_inhabitants_are_none_known)
{
    dti_table_merge_options options = DTI_TABLE_MERGE_OPTIONS_INIT;
    int64_t populations[11] = {300, 0, 100};
    options.method = DTI_MERGE_POPULATION;
    options.populations = populations;
    options.population_count = LENGTH_OF(populations);
    ck_assert_uint_eq(dti_units_count(units), options.population_count);
    add("t:1", "a", 10);
    add("t:2", "a", 20);
    add("t:3", "a", 50);
    dti_table *table = carried("2022-07-01", &options);
    expect(table, "t:123", "a", DTI_BASIS_NONE, 0);
    dti_table_unref(table);
    populations[1] = 100;
    table = carried("2022-07-01", &options);
    expect(table, "t:123", "a", DTI_BASIS_POINTS, 20); /* (3000 + 2000 + 5000) / 500 */
    dti_table_unref(table);
}
END_TEST

/* Of six units four were ranked: 123 and 5 are what can be ranked of them later. If all six were,
 * so are all five of the later day. */
START_TEST(as_many_are_ranked_as_were)
{
    dti_error *error = NULL;
    add("t:1", "a", 10);
    add("t:2", "a", 20);
    add("t:3", "a", 60);
    add("t:5", "a", 40);
    dti_table *table = carried("2022-07-01", NULL);
    ck_assert_uint_eq(dti_table_out_of(table), 2);
    dti_table_unref(table);
    sample_must(dti_table_builder_out_of(builder, 6, &error), &error);
    table = carried("2022-07-01", NULL);
    ck_assert_uint_eq(dti_table_out_of(table), 5);
    dti_table_unref(table);
}
END_TEST

/* 6 went, and nobody came of it: 7 goes on, but its rank was one of seven. */
START_TEST(ranks_are_lost_where_one_is_gone)
{
    dti_error *error = NULL;
    dti_table_builder_free(builder);
    open_on("2021-01-01");
    sample_must(dti_table_builder_out_of(builder, 7, &error), &error);
    sample_must(dti_table_builder_add(builder, "t:7", "a", DTI_QUANTITY_RANK, "2", &error), &error);
    add("t:7", "a", 40);
    dti_table *table = carried("2021-12-31", NULL);
    expect(table, "t:7", "a", DTI_BASIS_POINTS, 40);
    ck_assert_uint_eq(
        dti_table_rank(table, row_of(table, "t:7"), dti_framework_find(framework, NULL, "a")), 0);
    ck_assert_uint_eq(dti_table_out_of(table), 6);
    dti_table_unref(table);
}
END_TEST

START_TEST(its_own_day_changes_nothing)
{
    dti_error *error = NULL;
    add("t:1", "a", 10);
    sample_must(dti_table_builder_add(builder, "t:1", "a", DTI_QUANTITY_RANK, "1", &error), &error);
    dti_table *table = carried("2021-12-31", NULL);
    expect(table, "t:1", "a", DTI_BASIS_POINTS, 10);
    ck_assert_uint_eq(
        dti_table_rank(table, row_of(table, "t:1"), dti_framework_find(framework, NULL, "a")), 1);
    ck_assert_int_eq(dti_table_is_derived(table), 0);
    ck_assert_str_eq(dti_table_id(table), "made");
    dti_table_unref(table);
}
END_TEST

/* What was derived stays so where nobody is merged any more. */
START_TEST(derived_once_is_derived)
{
    add("t:1", "a", 10);
    add("t:2", "a", 20);
    add("t:3", "a", 60);
    dti_table *first = carried("2022-07-01", NULL);
    dti_table *second = merged(first, "2022-08-01", NULL);
    expect(second, "t:123", "a", DTI_BASIS_POINTS, 30);
    ck_assert_int_eq(dti_table_is_derived(second), 1);
    dti_table_unref(second);
    dti_table_unref(first);
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("rank-table-merge-made");
    TCase *tcase = tcase_create("made");
    tcase_add_checked_fixture(tcase, open_all, close_all);
    tcase_add_test(tcase, three_are_merged_at_once);
    tcase_add_test(tcase, what_was_divided_counts_once);
    tcase_add_test(tcase, no_inhabitants_are_none_known);
    tcase_add_test(tcase, as_many_are_ranked_as_were);
    tcase_add_test(tcase, ranks_are_lost_where_one_is_gone);
    tcase_add_test(tcase, its_own_day_changes_nothing);
    tcase_add_test(tcase, derived_once_is_derived);
    suite_add_tcase(suite, tcase);
    return suite;
}
