/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Comparisons of small tables made by hand: who is of one cohort, where ranks are computed, and how
 * far a printed change may be off. */
#include "register.h"

#define LENGTH_OF(array) (int)(sizeof(array) / sizeof((array)[0]))

#define UNIT(id, period)                                                                           \
    "{\"id\":\"" id "\",\"names\":{\"vi\":\"" id "\"}," period                                     \
    "\"provenance\":{\"id\":{\"kind\":\"assumed\"}}}"

/* Early 2021: 1 2 3 4, from July 2021: 1 2 4, from July 2022: 1 2 5. */
static const char register_text[] =
    "{\"format\":\"dti-units/1\",\"id\":\"made\",\"version\":\"1\",\"titles\":{\"vi\":\"x\"},"
    "\"level\":\"province\",\"systems\":[{\"id\":\"t\",\"names\":{\"vi\":\"T\"},\"key\":true}],"
    "\"groups\":[],\"units\":["
    /* clang-format off */
    UNIT("t:1", "") ","
    UNIT("t:2", "") ","
    UNIT("t:3", "\"until\":\"2021-06-30\",") ","
    UNIT("t:4", "\"until\":\"2022-06-30\",") ","
    UNIT("t:5", "\"from\":\"2022-07-01\",")
    /* clang-format on */
    "]}";

static dti_framework *framework; /* "1" of 600 points */
static dti_units *units;

static void open_all(void)
{
    dti_error *error = NULL;
    framework = made_framework(NULL);
    sample_must(dti_units_parse(register_text, strlen(register_text), NULL, &units, &error),
                &error);
}

static void close_all(void)
{
    dti_units_unref(units);
    dti_framework_unref(framework);
}

#define ROW(id, figures) "{\"unit\":\"" id "\",\"figures\":[" figures "]}"
#define FIGURE(quantity, text)                                                                     \
    "{\"code\":\"1\",\"quantity\":\"" quantity "\",\"text\":\"" text "\"}"
#define CHANGE(of, against, text)                                                                  \
    "{\"code\":\"1\",\"quantity\":\"difference\",\"of\":\"" of "\",\"against\":" against           \
    ",\"text\":\"" text "\"}"

static dti_table *table_of(int year, const char *day, int out_of, const char *rows)
{
    struct made_text text = {NULL, 0, 0};
    dti_table *table = NULL;
    dti_error *error = NULL;
    made_put(&text,
             "{\"format\":\"dti-table/1\",\"id\":\"made-%d\",\"version\":\"1\",\"titles\":{\"vi\":"
             "\"x\"},\"framework\":{\"id\":\"made\",\"version\":\"1\"},\"units\":{\"id\":\"made\","
             "\"version\":\"1\",\"at\":\"%s\"},\"year\":%d,\"out_of\":%d,\"sources\":[],\"rows\":[",
             year, day, year, out_of);
    made_put(&text, "%s]}", rows);
    sample_must(dti_table_parse(text.bytes, text.length, framework, units, NULL, &table, &error),
                &error);
    free(text.bytes);
    return table;
}

/* Frees both tables. */
static dti_comparison *compare(dti_table *before, dti_table *after)
{
    dti_comparison *comparison = NULL;
    dti_error *error = NULL;
    sample_must(dti_comparison_new(before, after, NULL, &comparison, &error), &error);
    dti_table_unref(before);
    dti_table_unref(after);
    return comparison;
}

static size_t line_of(const dti_comparison *comparison)
{
    return dti_comparison_find_line(comparison, dti_framework_find(framework, NULL, "1"));
}

static size_t unit_of(const dti_comparison *comparison, const char *id)
{
    const size_t unit =
        dti_comparison_find_unit(comparison, dti_units_find(units, id, "2021-01-01"));
    ck_assert_uint_ne(unit, DTI_NONE);
    return unit;
}

/* ── one cohort ── */

static const struct {
    const char *days[2];
    int out_of[2];
    int is_told;
} cohorts[] = {
    {{"2021-12-31", "2022-01-01"}, {3, 3}, 1}, /* the same three */
    {{"2021-12-31", "2022-01-01"}, {3, 2}, 0}, /* one of them was not ranked */
    {{"2021-12-31", "2022-12-31"}, {3, 3}, 0}, /* as many, but 5 in place of 4 */
    {{"2021-01-01", "2021-12-31"}, {3, 3}, 0}, /* 3 is gone, whether it was ranked or not */
};

START_TEST(ranks_move_among_the_same_units)
{
    dti_table *tables[2];
    int32_t rise = 0;
    for (int i = 0; i < 2; i++)
        tables[i] =
            table_of(2021 + i, cohorts[_i].days[i], cohorts[_i].out_of[i],
                     i == 0 ? ROW("t:1", FIGURE("rank", "2")) : ROW("t:1", FIGURE("rank", "1")));
    dti_comparison *comparison = compare(tables[0], tables[1]);
    const size_t line = line_of(comparison);
    ck_assert_uint_eq(dti_comparison_rank(comparison, line, 0, DTI_BEFORE), 2);
    ck_assert_uint_eq(dti_comparison_rank(comparison, line, 0, DTI_AFTER), 1);
    ck_assert_int_eq(dti_comparison_rank_change(comparison, line, 0, &rise), cohorts[_i].is_told);
    ck_assert_int_eq(rise, cohorts[_i].is_told);
    dti_comparison_unref(comparison);
}
END_TEST

/* ── computed ranks ── */

#define EXACT_300 FIGURE("points", "300.000000000")
#define EXACT_200 FIGURE("points", "200.000000000")

/* 300 and 200 points are ranks 1 and 2, unless a third was ranked or a rank is printed. */
static const struct {
    const char *rows;
    int out_of;
    uint32_t ranks[2];
} ranked[] = {
    {ROW("t:1", EXACT_300) "," ROW("t:2", EXACT_200), 2, {1, 2}},
    {ROW("t:1", EXACT_300) "," ROW("t:2", EXACT_200), 3, {0, 0}},
    {ROW("t:1", EXACT_300 "," FIGURE("rank", "1")) "," ROW("t:2", EXACT_200), 2, {1, 0}},
};

START_TEST(ranks_are_computed_where_none_are_printed)
{
    dti_comparison *comparison =
        compare(table_of(2021, "2021-12-31", ranked[_i].out_of, ranked[_i].rows),
                table_of(2022, "2022-01-01", 2, ROW("t:1", EXACT_300)));
    const size_t line = line_of(comparison);
    ck_assert_uint_eq(dti_comparison_rank(comparison, line, unit_of(comparison, "t:1"), DTI_BEFORE),
                      ranked[_i].ranks[0]);
    ck_assert_uint_eq(dti_comparison_rank(comparison, line, unit_of(comparison, "t:2"), DTI_BEFORE),
                      ranked[_i].ranks[1]);
    dti_comparison_unref(comparison);
}
END_TEST

/* ── printed changes ── */

/* 100/600 = 0.1666… and 50/600 = 0.08333…, each rounded to nine decimals, are 0.083333334 apart,
 * what is not rounded before 0.083333333. */
#define EXACT_50  FIGURE("points", "50.000000000")
#define EXACT_100 FIGURE("points", "100.000000000")

static const struct {
    const char *before;
    const char *after;
    size_t findings;
} changes[] = {
    /* 0.10, within 0.005 + 0.005 of both sides and 0.00005 of its own */
    {FIGURE("value", "0.50"), FIGURE("value", "0.60") "," CHANGE("value", "2021", "0.1100"), 0},
    {FIGURE("value", "0.50"), FIGURE("value", "0.60") "," CHANGE("value", "2021", "0.0900"), 0},
    {FIGURE("value", "0.50"), FIGURE("value", "0.60") "," CHANGE("value", "2021", "0.1101"), 1},
    {FIGURE("value", "0.50"), FIGURE("value", "0.60") "," CHANGE("value", "2021", "0.0899"), 1},
    /* 0.0970 and 0.0950, within 0.0005 + 0.00005 of both sides and 0.005 of its own */
    {FIGURE("value", "0.503"), FIGURE("value", "0.6000") "," CHANGE("value", "2021", "0.10"), 0},
    {FIGURE("value", "0.503"), FIGURE("value", "0.6000") "," CHANGE("value", "2021", "0.09"), 1},
    {FIGURE("value", "0.505"), FIGURE("value", "0.6000") "," CHANGE("value", "2021", "0.09"), 0},
    {EXACT_50, EXACT_100 "," CHANGE("value", "2021", "0.083333333"), 0},
    {EXACT_50, EXACT_100 "," CHANGE("value", "2021", "0.083333334"), 0},
    {EXACT_50, EXACT_100 "," CHANGE("value", "2021", "0.083333336"), 1},
    /* what is printed against another year is not spoken of here */
    {FIGURE("rank", "3"), FIGURE("rank", "1") "," CHANGE("rank", "2020", "1"), 0},
    {FIGURE("rank", "3"), FIGURE("rank", "1") "," CHANGE("rank", "2021", "1"), 1},
    {FIGURE("rank", "3"),
     FIGURE("rank", "1") "," CHANGE("rank", "2020", "1") "," CHANGE("rank", "2021", "2"), 0},
    {EXACT_50, EXACT_100 "," CHANGE("value", "2020", "0.5"), 0},
};

START_TEST(printed_changes_are_as_good_as_their_roundings)
{
    struct made_text rows[2] = {{NULL, 0, 0}, {NULL, 0, 0}};
    dti_report *report = NULL;
    dti_error *error = NULL;
    made_put(&rows[0], ROW("t:1", "%s"), changes[_i].before);
    made_put(&rows[1], ROW("t:1", "%s"), changes[_i].after);
    dti_comparison *comparison = compare(table_of(2021, "2021-12-31", 3, rows[0].bytes),
                                         table_of(2022, "2022-01-01", 3, rows[1].bytes));
    sample_must(dti_comparison_review(comparison, DTI_NONE, &report, &error), &error);
    ck_assert_uint_eq(dti_report_count(report), changes[_i].findings);
    dti_report_unref(report);
    dti_comparison_unref(comparison);
    free(rows[0].bytes);
    free(rows[1].bytes);
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("rank-comparison-made");
    TCase *tcase = tcase_create("made");
    tcase_add_checked_fixture(tcase, open_all, close_all);
    tcase_add_loop_test(tcase, ranks_move_among_the_same_units, 0, LENGTH_OF(cohorts));
    tcase_add_loop_test(tcase, ranks_are_computed_where_none_are_printed, 0, LENGTH_OF(ranked));
    tcase_add_loop_test(tcase, printed_changes_are_as_good_as_their_roundings, 0,
                        LENGTH_OF(changes));
    suite_add_tcase(suite, tcase);
    return suite;
}
