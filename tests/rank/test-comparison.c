/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Comparisons: the tables of Quảng Nam's plan by hand, every kind of crosswalk by hand, and what
 * must hold of any table. */
#include "samples.h"

#include "rank/comparison.h"

#define LENGTH_OF(array) (int)(sizeof(array) / sizeof((array)[0]))
#define UNITS            "tests/data/merge-units.json"

static dti_table *load_table(const char *path)
{
    dti_table *table = NULL;
    dti_error *error = NULL;
    char *full = test_path(path);
    sample_must(dti_table_load(full, NULL, NULL, NULL, &table, &error), &error);
    free(full);
    return table;
}

static dti_comparison *compare(const dti_table *before, const dti_table *after,
                               const dti_comparison_options *options)
{
    dti_comparison *comparison = NULL;
    dti_error *error = NULL;
    sample_must(dti_comparison_new(before, after, options, &comparison, &error), &error);
    return comparison;
}

static size_t entry_of(const dti_table *table, const char *id)
{
    const size_t entry = dti_units_find(dti_table_units(table), id, dti_table_day(table));
    ck_assert_msg(entry != DTI_NONE, "no unit %s", id);
    return entry;
}

static size_t unit_of(const dti_comparison *comparison, const char *id)
{
    const size_t entry = entry_of(dti_comparison_after(comparison), id);
    const size_t unit = dti_comparison_find_unit(comparison, entry);
    ck_assert_msg(unit != DTI_NONE, "no unit %s in the comparison", id);
    return unit;
}

static size_t line_of(const dti_comparison *comparison, const char *code)
{
    const dti_framework *framework = dti_table_framework(dti_comparison_after(comparison));
    const size_t line =
        dti_comparison_find_line(comparison, dti_framework_find(framework, NULL, code));
    ck_assert_msg(line != DTI_NONE, "no line of %s", code);
    return line;
}

/* ── Quảng Nam, 2021 and 2022 ── */

static dti_table *before;
static dti_table *after;
static dti_comparison *plan;

static void open_plan(void)
{
    before = load_table("tests/data/compare-2021.json");
    after = load_table("tests/data/compare-2022.json");
    plan = compare(before, after, NULL);
}

static void close_plan(void)
{
    dti_comparison_unref(plan);
    dti_table_unref(before);
    dti_table_unref(after);
}

/* Plan 7501/KH-UBND, II.1, II.2 and II.3; the change of An toàn thông tin mạng is that of the
 * printed ranks, and not the printed 18. Values in 10⁻⁴; 0: not printed for both years. */
static const struct {
    const char *code;
    uint32_t before;
    uint32_t after;
    int32_t rise;
    int64_t value_change;
} tables_of_the_plan[] = {
    {"dti", 25, 31, -6, 1479},
    {"digital-government", 27, 30, -3, 1985},
    {"digital-economy", 19, 45, -26, 1481},
    {"digital-society", 19, 41, -22, 991},
    {"1", 10, 54, -44, 0},
    {"2", 1, 15, -14, 0},
    {"3", 45, 21, 24, 0},
    {"4", 52, 59, -7, 0},
    {"5", 32, 24, 8, 0},
    {"6", 35, 14, 21, 0},
    {"7", 31, 49, -18, 0},
    {"8", 22, 33, -11, 0},
};

START_TEST(the_tables_of_the_plan_come_out)
{
    const size_t line = line_of(plan, tables_of_the_plan[_i].code);
    const size_t unit = unit_of(plan, "gso:49");
    int32_t rise = 0;
    int64_t change = 0;
    const int has_value = tables_of_the_plan[_i].value_change != 0;
    ck_assert_uint_eq(dti_comparison_rank(plan, line, unit, DTI_BEFORE),
                      tables_of_the_plan[_i].before);
    ck_assert_uint_eq(dti_comparison_rank(plan, line, unit, DTI_AFTER),
                      tables_of_the_plan[_i].after);
    ck_assert_int_eq(dti_comparison_rank_change(plan, line, unit, &rise), 1);
    ck_assert_int_eq(rise, tables_of_the_plan[_i].rise);
    ck_assert_int_eq(dti_comparison_value_change(plan, line, unit, &change), has_value);
    ck_assert_int_eq(change, tables_of_the_plan[_i].value_change * 100000);
    ck_assert_int_eq(dti_comparison_basis(plan, line, unit, DTI_BEFORE),
                     has_value ? DTI_BASIS_PRINTED : DTI_BASIS_RANKS);
    ck_assert_int_eq(dti_comparison_is_derived(plan, line, unit), 0);
}
END_TEST

START_TEST(a_wrong_printed_change_is_reported)
{
    dti_report *report = NULL;
    dti_error *error = NULL;
    char text[512];
    sample_must(dti_comparison_review(plan, entry_of(after, "gso:49"), &report, &error), &error);
    ck_assert_uint_eq(dti_report_count(report), 1);
    ck_assert_str_eq(dti_report_id(report, 0), "DTI-1239");
    ck_assert_int_eq(dti_report_severity(report, 0), DTI_SEVERITY_WARNING);
    dti_report_format(report, 0, DTI_LANG_VI, text, sizeof text);
    ck_assert_ptr_nonnull(strstr(text, "Quảng Nam, An toàn thông tin mạng: hạng 32 → 24 là tăng 8 "
                                       "bậc, nguồn in 18 (Kế hoạch 7501/KH-UBND"));
    dti_report_unref(report);
    report = NULL;
    sample_must(dti_comparison_review(plan, DTI_NONE, &report, &error), &error);
    ck_assert_uint_eq(dti_report_count(report), 1); /* nobody else's changes are printed */
    dti_report_unref(report);
    report = NULL;
    sample_must(dti_comparison_review(plan, entry_of(after, "gso:48"), &report, &error), &error);
    ck_assert_uint_eq(dti_report_count(report), 0);
    dti_report_unref(report);
}
END_TEST

START_TEST(lines_begin_with_indices)
{
    static const char *const codes[] = {
        "dti", "digital-government", "digital-economy", "digital-society", "1", "1.1"};
    const dti_framework *framework = dti_table_framework(after);
    for (int i = 0; i < LENGTH_OF(codes); i++) {
        const size_t node = dti_comparison_node_after(plan, (size_t)i);
        ck_assert_str_eq(dti_framework_node_code(framework, node, NULL), codes[i]);
        ck_assert_uint_eq(dti_comparison_node_before(plan, (size_t)i), node);
        ck_assert_uint_eq(dti_comparison_find_line(plan, node), (size_t)i);
        ck_assert_uint_eq(dti_comparison_pair(plan, (size_t)i), DTI_NONE);
        ck_assert_int_eq(dti_comparison_comparable(plan, (size_t)i), DTI_COMPARABLE_POINTS);
    }
    ck_assert_uint_eq(dti_comparison_line_count(plan), dti_framework_node_count(framework));
    ck_assert_ptr_null(dti_comparison_crosswalk(plan));
    ck_assert_ptr_eq(dti_comparison_before(plan), before);
    ck_assert_ptr_eq(dti_comparison_after(plan), after);
}
END_TEST

/* Overall values: Đà Nẵng +0.1583, Quảng Nam +0.1479, Thừa Thiên Huế +0.1103; ranks: 1 → 1,
 * 25 → 31, 2 → 4. */
START_TEST(the_most_improved_come_first)
{
    static const char *const by_value[] = {"gso:48", "gso:49", "gso:46"};
    static const char *const by_rank[] = {"gso:48", "gso:46", "gso:49"};
    const size_t line = line_of(plan, "dti");
    for (size_t i = 0; i < 3; i++) {
        ck_assert_uint_eq(dti_comparison_improved(plan, line, DTI_IMPROVED_BY_VALUE, i),
                          unit_of(plan, by_value[i]));
        ck_assert_uint_eq(dti_comparison_improved(plan, line, DTI_IMPROVED_BY_RANK, i),
                          unit_of(plan, by_rank[i]));
    }
    ck_assert_uint_eq(dti_comparison_improved(plan, line, DTI_IMPROVED_BY_VALUE, 3), DTI_NONE);
    /* In the first indicator only Quảng Nam has ranks in both years. */
    ck_assert_uint_eq(dti_comparison_improved(plan, line_of(plan, "1"), DTI_IMPROVED_BY_RANK, 0),
                      unit_of(plan, "gso:49"));
    ck_assert_uint_eq(dti_comparison_improved(plan, line_of(plan, "1"), DTI_IMPROVED_BY_RANK, 1),
                      DTI_NONE);
}
END_TEST

/* Of 2022 the value of Nhận thức số follows from a tie for Thanh Hóa, which goes on, as for Lào Cai
 * and Yên Bái, which became one: only there is it a mean of predecessors. */
START_TEST(what_follows_from_a_tie_is_no_mean_of_predecessors)
{
    dti_table *printed = NULL;
    dti_table *carried = NULL;
    dti_table *later = NULL;
    dti_error *error = NULL;
    sample_must(dti_table_builtin("vn-dti-province-2022", NULL, &printed, &error), &error);
    sample_must(dti_table_builtin("vn-dti-province-2024", NULL, &later, &error), &error);
    sample_must(dti_table_merge(printed, "2025-07-01", NULL, &carried, &error), &error);
    dti_comparison *comparison = compare(carried, later, NULL);
    const size_t line = line_of(comparison, "1");
    const size_t goes_on = dti_comparison_find_unit(comparison, entry_of(later, "gso:38"));
    const size_t became_one = dti_comparison_find_unit(comparison, entry_of(later, "gso:15"));
    ck_assert_int_eq(dti_comparison_points(comparison, line, goes_on, DTI_BEFORE), 100000000000);
    ck_assert_int_eq(dti_comparison_points(comparison, line, became_one, DTI_BEFORE), 100000000000);
    ck_assert_int_eq(dti_comparison_is_derived(comparison, line, goes_on), 0);
    ck_assert_int_eq(dti_comparison_is_derived(comparison, line, became_one), 1);
    dti_comparison_unref(comparison);
    dti_table_unref(carried);
    dti_table_unref(later);
    dti_table_unref(printed);
}
END_TEST

/* Đà Nẵng of 2025 is another unit than Đà Nẵng of 2021; Huế is Thừa Thiên Huế. */
START_TEST(a_merged_unit_is_not_what_it_was)
{
    dti_table *later = NULL;
    dti_error *error = NULL;
    sample_must(dti_table_merge(after, "2025-07-01", NULL, &later, &error), &error);
    dti_comparison *comparison = compare(before, later, NULL);
    const size_t now = dti_comparison_find_unit(comparison, entry_of(later, "gso:48"));
    const size_t then = dti_comparison_find_unit(comparison, entry_of(before, "gso:48"));
    const size_t hue = dti_comparison_find_unit(comparison, entry_of(later, "gso:46"));
    const size_t dti = line_of(comparison, "dti");
    ck_assert_uint_ne(now, then);
    ck_assert_uint_eq(hue, dti_comparison_find_unit(comparison, entry_of(before, "gso:46")));
    ck_assert_uint_eq(dti_comparison_unit(comparison, hue), entry_of(later, "gso:46"));
    ck_assert_int_eq(dti_comparison_value_change(comparison, dti, now, NULL), 0);
    ck_assert_int_eq(dti_comparison_value_change(comparison, dti, then, NULL), 0);
    int64_t change = 0;
    ck_assert_int_eq(dti_comparison_value_change(comparison, dti, hue, &change), 1);
    ck_assert_int_eq(change, 110300000); /* 0.6975 − 0.5872 */
    ck_assert_int_eq(dti_comparison_is_derived(comparison, dti, now), 1);
    ck_assert_int_eq(dti_comparison_is_derived(comparison, dti, hue), 0);
    /* 63 before, 34 after: a rank among other units is no rank to compare. */
    ck_assert_uint_eq(dti_comparison_rank(comparison, dti, hue, DTI_BEFORE), 2);
    ck_assert_int_eq(dti_comparison_rank_change(comparison, dti, hue, NULL), 0);
    /* Two in the later table, then Đà Nẵng and Quảng Nam as they were. */
    ck_assert_uint_eq(dti_comparison_unit_count(comparison), 4);
    dti_comparison_unref(comparison);
    dti_table_unref(later);
}
END_TEST

/* The document says what the getters say. */
START_TEST(a_comparison_can_be_written)
{
    static const char *const parts[] = {
        "\"format\": \"dti-comparison/1\"",
        "\"one_cohort\": true",
        "\"crosswalk\": null",
        "\"unit\": \"gso:49\"",
        "\"rank\": -44",
        "\"value\": 0.1479",
        "\"id\": \"DTI-1239\"",
        "hạng 32 → 24 là tăng 8 bậc, nguồn in 18",
    };
    dti_text *text = NULL;
    dti_error *error = NULL;
    sample_must(
        dti_comparison_write(plan, entry_of(after, "gso:49"), NULL, DTI_LANG_VI, &text, &error),
        &error);
    for (int i = 0; i < LENGTH_OF(parts); i++) {
        ck_assert_msg(strstr(dti_text_data(text), parts[i]) != NULL, "no %s", parts[i]);
    }
    ck_assert_ptr_null(strstr(dti_text_data(text), "gso:48")); /* only the one asked for */
    dti_text_free(text);
    text = NULL;
    sample_must(dti_comparison_write(plan, DTI_NONE, "official", DTI_LANG_EN, &text, &error),
                &error);
    ck_assert_ptr_nonnull(strstr(dti_text_data(text), "gso:48"));
    ck_assert_ptr_nonnull(strstr(dti_text_data(text), "\"numbering\": \"official\""));
    dti_text_free(text);
    text = NULL;
    sample_refused(dti_comparison_write(NULL, DTI_NONE, NULL, DTI_LANG_EN, &text, &error),
                   DTI_E_ARG, &error);
    sample_refused(dti_comparison_write(plan, DTI_NONE, NULL, DTI_LANG_EN, NULL, &error), DTI_E_ARG,
                   &error);
    sample_refused(dti_comparison_write(plan, DTI_NONE, "none", DTI_LANG_EN, &text, &error),
                   DTI_E_NOT_FOUND, &error);
    sample_refused(
        dti_comparison_write(plan, entry_of(after, "gso:01"), NULL, DTI_LANG_EN, &text, &error),
        DTI_E_ARG, &error);
    ck_assert_ptr_null(text);
}
END_TEST

/* A table against itself: nothing moved. */
START_TEST(nothing_moves_against_itself)
{
    dti_comparison *same = compare(after, after, NULL);
    size_t values = 0;
    size_t ranks = 0;
    for (size_t line = 0; line < dti_comparison_line_count(same); line++) {
        for (size_t unit = 0; unit < dti_comparison_unit_count(same); unit++) {
            int64_t change = 1;
            int32_t rise = 1;
            if (dti_comparison_value_change(same, line, unit, &change)) {
                ck_assert_int_eq(change, 0);
                ck_assert_int_eq(dti_comparison_points_change(same, line, unit, &change), 1);
                ck_assert_int_eq(change, 0);
                values++;
            }
            if (dti_comparison_rank_change(same, line, unit, &rise)) {
                ck_assert_int_eq(rise, 0);
                ranks++;
            }
        }
    }
    ck_assert_uint_eq(values, 30); /* 9 + 9 + 4 + 8 printed amounts */
    ck_assert_uint_eq(ranks, 14);  /* 1 + 1 + 12 printed ranks */
    dti_comparison_unref(same);
}
END_TEST

/* ── crosswalks ── */

static dti_framework *walk_before;
static dti_framework *walk_after;
static dti_crosswalk *walk;
static dti_units *units;
static dti_table_builder *drafts[2];

static void open_walk(void)
{
    dti_error *error = NULL;
    char *path = test_path("tests/data/walk.json");
    walk_before = sample_framework("tests/data/walk-before.json");
    walk_after = sample_framework("tests/data/walk-after.json");
    sample_must(dti_crosswalk_load(path, walk_before, walk_after, NULL, &walk, &error), &error);
    free(path);
    path = test_path(UNITS);
    sample_must(dti_units_load(path, NULL, &units, &error), &error);
    free(path);
    sample_must(dti_table_builder_new(walk_before, units, "walk-2022", 2022, "2023-01-01", NULL,
                                      &drafts[0], &error),
                &error);
    sample_must(dti_table_builder_new(walk_after, units, "walk-2023", 2023, "2023-01-01", NULL,
                                      &drafts[1], &error),
                &error);
}

static void close_walk(void)
{
    dti_table_builder_free(drafts[0]);
    dti_table_builder_free(drafts[1]);
    dti_units_unref(units);
    dti_crosswalk_unref(walk);
    walk = NULL; /* others compare without one */
    dti_framework_unref(walk_before);
    dti_framework_unref(walk_after);
}

static void put(dti_side side, const char *unit, const char *code, int64_t points)
{
    dti_error *error = NULL;
    sample_must(dti_table_builder_add_points(drafts[side], unit, code, points, &error), &error);
}

static dti_comparison *walked(void)
{
    dti_comparison_options options = DTI_COMPARISON_OPTIONS_INIT;
    dti_table *tables[2] = {NULL, NULL};
    dti_error *error = NULL;
    options.crosswalk = walk;
    for (int side = 0; side < 2; side++) {
        sample_must(dti_table_builder_build(drafts[side], &tables[side], &error), &error);
    }
    dti_comparison *comparison = compare(tables[0], tables[1], &options);
    dti_table_unref(tables[0]);
    dti_table_unref(tables[1]);
    return comparison;
}

static void fill_walk(void)
{
    static const int64_t points_before[] = {60, 50, 30, 20, 15, 20}; /* of 100 100 50 50 30 20 */
    static const int64_t points_after[] = {75, 60, 33, 21, 49, 11};  /* of 100 80 60 40 100 20 */
    static const char *const codes[] = {"1", "2", "3", "4", "5", "6"};
    for (int i = 0; i < 6; i++) {
        put(DTI_BEFORE, "t:1", codes[i], points_before[i] * DTI_POINT);
        put(DTI_AFTER, "t:1", codes[i], points_after[i] * DTI_POINT);
    }
    put(DTI_BEFORE, "t:1", "dti", 195 * DTI_POINT); /* of 350 */
    put(DTI_AFTER, "t:1", "dti", 249 * DTI_POINT);  /* of 400 */
}

/* By hand: dti 249/400 − 195/350 = 0.6225 − 0.557142857…; the split third: 54/100 − 30/50 = −0.06;
 * the merged fifth: 49/100 − 35/80 = 0.0525. */
static const struct {
    const char *code; /* after; NULL: only before */
    dti_crosswalk_kind kind;
    int64_t points[2];
    int64_t max_points[2];
    int has_value;
    int64_t value_change;
    int has_points;
    int64_t points_change;
} lines_of_the_walk[] = {
    {"dti", DTI_CROSSWALK_RESCALED, {195, 249}, {350, 400}, 1, 65357143, 0, 0},
    {"1", DTI_CROSSWALK_SAME, {60, 75}, {100, 100}, 1, 150000000, 1, 15},
    {"2", DTI_CROSSWALK_RESCALED, {50, 60}, {100, 80}, 0, 0, 0, 0}, /* by rank alone */
    {"3", DTI_CROSSWALK_SPLIT, {30, 54}, {50, 100}, 1, -60000000, 0, 0},
    {"4", DTI_CROSSWALK_SPLIT, {30, 54}, {50, 100}, 1, -60000000, 0, 0},
    {"5", DTI_CROSSWALK_MERGED, {35, 49}, {80, 100}, 1, 52500000, 0, 0},
    {"6", DTI_CROSSWALK_NEW, {0, 11}, {0, 20}, 0, 0, 0, 0},
};

START_TEST(every_kind_of_pair_by_hand)
{
    fill_walk();
    dti_comparison *comparison = walked();
    const size_t line = line_of(comparison, lines_of_the_walk[_i].code);
    const size_t unit = unit_of(comparison, "t:1");
    int64_t change = 0;
    ck_assert_int_eq(dti_crosswalk_pair_kind(walk, dti_comparison_pair(comparison, line)),
                     lines_of_the_walk[_i].kind);
    for (int side = DTI_BEFORE; side <= DTI_AFTER; side++) {
        ck_assert_int_eq(dti_comparison_points(comparison, line, unit, (dti_side)side),
                         lines_of_the_walk[_i].points[side] * DTI_POINT);
        ck_assert_int_eq(dti_comparison_max_points(comparison, line, (dti_side)side),
                         lines_of_the_walk[_i].max_points[side] * DTI_POINT);
    }
    ck_assert_int_eq(dti_comparison_value_change(comparison, line, unit, &change),
                     lines_of_the_walk[_i].has_value);
    ck_assert_int_eq(change, lines_of_the_walk[_i].value_change);
    change = 0;
    ck_assert_int_eq(dti_comparison_points_change(comparison, line, unit, &change),
                     lines_of_the_walk[_i].has_points);
    ck_assert_int_eq(change, lines_of_the_walk[_i].points_change * DTI_POINT);
    dti_comparison_unref(comparison);
}
END_TEST

/* The order: indices, then the nodes after, then what is only before. */
START_TEST(lines_follow_the_nodes_after)
{
    static const char *const codes[] = {"dti", "1", "1.1", "2", "2.1", "3", "5", "6", NULL};
    fill_walk();
    dti_comparison *comparison = walked();
    ck_assert_uint_eq(dti_comparison_line_count(comparison), (size_t)LENGTH_OF(codes));
    for (size_t i = 0; i < (size_t)LENGTH_OF(codes); i++) {
        const size_t node = dti_comparison_node_after(comparison, i);
        ck_assert_int_eq(node == DTI_NONE, codes[i] == NULL);
        ck_assert_str_eq(dti_framework_node_code(walk_after, node, NULL), codes[i] ? codes[i] : "");
    }
    const size_t retired = LENGTH_OF(codes) - 1;
    ck_assert_str_eq(
        dti_framework_node_code(walk_before, dti_comparison_node_before(comparison, retired), NULL),
        "6");
    ck_assert_int_eq(dti_comparison_comparable(comparison, retired), DTI_COMPARABLE_NONE);
    ck_assert_uint_eq(
        dti_comparison_find_line(comparison, dti_framework_find(walk_after, NULL, "1.2")),
        DTI_NONE);
    ck_assert_ptr_eq(dti_comparison_crosswalk(comparison), walk);
    dti_comparison_unref(comparison);
}
END_TEST

/* Everybody has exact points, so ranks can be computed: in the split third 30/50, 20/50, 30/50 are
 * 1, 3, 1; after it 54, 60 and 53 of 100 are 2, 1, 3. */
START_TEST(ranks_are_computed_where_all_are_exact)
{
    static const struct {
        const char *unit;
        int64_t before;
        int64_t after[2];
        uint32_t ranks[2];
    } rows[] = {{"t:1", 30, {33, 21}, {1, 2}},
                {"t:2", 20, {40, 20}, {3, 1}},
                {"t:3", 30, {23, 30}, {1, 3}}};
    for (int i = 0; i < LENGTH_OF(rows); i++) {
        put(DTI_BEFORE, rows[i].unit, "3", rows[i].before * DTI_POINT);
        put(DTI_AFTER, rows[i].unit, "3", rows[i].after[0] * DTI_POINT);
        put(DTI_AFTER, rows[i].unit, "4", rows[i].after[1] * DTI_POINT);
    }
    put(DTI_BEFORE, "t:1", "1", 1);
    put(DTI_AFTER, "t:1", "1", 1);
    dti_comparison *comparison = walked();
    const size_t line = line_of(comparison, "3");
    for (int i = 0; i < LENGTH_OF(rows); i++) {
        const size_t unit = unit_of(comparison, rows[i].unit);
        int32_t rise = 0;
        ck_assert_uint_eq(dti_comparison_rank(comparison, line, unit, DTI_BEFORE),
                          rows[i].ranks[0]);
        ck_assert_uint_eq(dti_comparison_rank(comparison, line, unit, DTI_AFTER), rows[i].ranks[1]);
        ck_assert_int_eq(dti_comparison_rank_change(comparison, line, unit, &rise), 1);
        ck_assert_int_eq(rise, (int32_t)rows[i].ranks[0] - (int32_t)rows[i].ranks[1]);
    }
    /* Only one has points there: that is no rank among all. */
    ck_assert_uint_eq(dti_comparison_rank(comparison, line_of(comparison, "1"),
                                          unit_of(comparison, "t:1"), DTI_BEFORE),
                      0);
    dti_comparison_unref(comparison);
}
END_TEST

START_TEST(a_sum_needs_all_its_parts)
{
    put(DTI_BEFORE, "t:1", "3", 30 * DTI_POINT);
    put(DTI_AFTER, "t:1", "3", 33 * DTI_POINT);
    dti_comparison *comparison = walked();
    const size_t line = line_of(comparison, "3");
    ck_assert_int_eq(dti_comparison_basis(comparison, line, 0, DTI_BEFORE), DTI_BASIS_POINTS);
    ck_assert_int_eq(dti_comparison_basis(comparison, line, 0, DTI_AFTER), DTI_BASIS_NONE);
    ck_assert_int_eq(dti_comparison_points(comparison, line, 0, DTI_AFTER), 0);
    ck_assert_int_eq(dti_comparison_value_change(comparison, line, 0, NULL), 0);
    dti_comparison_unref(comparison);
}
END_TEST

/* The crosswalks between the three decisions. */
START_TEST(built_in_crosswalks_are_found)
{
    static const struct {
        const char *id;
        const char *from;
        const char *to;
        size_t pairs;
        dti_comparable overall;
    } known[] = {{"vn-dti-province-1726-922", "vn-dti-province-1726", "vn-dti-province-922", 4,
                  DTI_COMPARABLE_RANK},
                 {"vn-dti-province-922-405", "vn-dti-province-922", "vn-dti-province-405", 13,
                  DTI_COMPARABLE_VALUE}};
    ck_assert_uint_eq(dti_crosswalk_builtin_count(), (size_t)LENGTH_OF(known));
    for (int i = 0; i < LENGTH_OF(known); i++) {
        dti_crosswalk *crosswalk = NULL;
        dti_error *error = NULL;
        ck_assert_str_eq(dti_crosswalk_builtin_id((size_t)i), known[i].id);
        sample_must(dti_crosswalk_builtin(known[i].id, NULL, &crosswalk, &error), &error);
        ck_assert_str_eq(dti_framework_id(dti_crosswalk_from(crosswalk)), known[i].from);
        ck_assert_str_eq(dti_framework_id(dti_crosswalk_to(crosswalk)), known[i].to);
        ck_assert_uint_eq(dti_crosswalk_count(crosswalk), known[i].pairs);
        ck_assert_int_eq(dti_crosswalk_pair_comparable(crosswalk, 0), known[i].overall);
        for (size_t pair = 0; pair < known[i].pairs; pair++) {
            ck_assert_int_le(dti_crosswalk_pair_comparable(crosswalk, pair), known[i].overall);
            ck_assert_int_ne(dti_crosswalk_pair_provenance(crosswalk, pair),
                             DTI_PROVENANCE_OFFICIAL);
            ck_assert_str_ne(dti_crosswalk_pair_note(crosswalk, pair, DTI_LANG_EN), "");
        }
        dti_crosswalk_unref(crosswalk);
    }
}
END_TEST

/* Between decisions the built-in crosswalk is taken by itself: 0.4874 of 2020 and 0.6419 of 2021
 * are two methods, the ranks are compared. */
START_TEST(the_built_in_crosswalk_is_taken)
{
    dti_framework *of_2020 = NULL;
    dti_table_builder *draft = NULL;
    dti_table *table = NULL;
    dti_error *error = NULL;
    dti_table *later = load_table("tests/data/compare-2021.json");
    sample_must(dti_framework_builtin("vn-dti-province-1726", NULL, &of_2020, &error), &error);
    sample_must(dti_table_builder_new(of_2020, dti_table_units(later), "of-2020", 2020, NULL, NULL,
                                      &draft, &error),
                &error);
    sample_must(dti_table_builder_out_of(draft, 63, &error), &error);
    sample_must(dti_table_builder_add(draft, "gso:48", "dti", DTI_QUANTITY_VALUE, "0.4874", &error),
                &error);
    sample_must(dti_table_builder_add(draft, "gso:48", "dti", DTI_QUANTITY_RANK, "3", &error),
                &error);
    sample_must(dti_table_builder_build(draft, &table, &error), &error);
    dti_comparison *comparison = compare(table, later, NULL);
    const size_t line = line_of(comparison, "dti");
    const size_t unit = unit_of(comparison, "gso:48");
    int32_t rise = 0;
    ck_assert_str_eq(dti_crosswalk_id(dti_comparison_crosswalk(comparison)),
                     "vn-dti-province-1726-922");
    ck_assert_int_eq(dti_comparison_value_change(comparison, line, unit, NULL), 0);
    ck_assert_int_eq(dti_comparison_rank_change(comparison, line, unit, &rise), 1);
    ck_assert_int_eq(rise, 2);
    dti_comparison_unref(comparison);
    dti_table_unref(table);
    dti_table_unref(later);
    dti_table_builder_free(draft);
    dti_framework_unref(of_2020);
}
END_TEST

/* ── the arithmetic of values ── */

/* By hand; halves of 10⁻⁹ go to the even neighbour. */
static const struct {
    int64_t before;
    int64_t before_max;
    int64_t after;
    int64_t after_max;
    int64_t change;
} changes[] = {
    {0, 1, 1, 3, 333333333},
    {0, 1, 2, 3, 666666667},
    {2, 3, 0, 1, -666666667},
    {1, 3, 2, 3, 333333333},
    {1, 3, 1, 3, 0},
    {0, 1, 1, INT64_C(2000000000), 0},                   /* 0.5 → 0 */
    {0, 1, 3, INT64_C(2000000000), 2},                   /* 1.5 → 2 */
    {3, INT64_C(2000000000), 0, 1, -2},                  /* −1.5 → −2 */
    {1, INT64_C(2000000000), 0, 1, 0},                   /* −0.5 → 0 */
    {1, INT64_C(4000000000), 3, INT64_C(4000000000), 0}, /* 0.5 → 0, of two fractions */
    {1, INT64_C(4000000000), 7, INT64_C(4000000000), 2}, /* 1.5 → 2 */
    {0, 1, INT64_C(1000000000000000), INT64_C(1000000000000000), 1000000000},
    {INT64_C(999999999999999), INT64_C(1000000000000000), INT64_C(1000000000000000),
     INT64_C(1000000000000000), 0},
    {INT64_C(1), INT64_C(999999999999989), INT64_C(999999999999988), INT64_C(999999999999989),
     1000000000},
    {350, 700, 325, 650, 0},
};

START_TEST(values_change_exactly)
{
    ck_assert_int_eq(dti__value_change(changes[_i].before, changes[_i].before_max,
                                       changes[_i].after, changes[_i].after_max),
                     changes[_i].change);
    /* Turned round, the change has the other sign. */
    ck_assert_int_eq(dti__value_change(changes[_i].after, changes[_i].after_max, changes[_i].before,
                                       changes[_i].before_max),
                     -changes[_i].change);
}
END_TEST

/* ── misuse, memory ── */

/* Thanh Hóa is the same province, 15th of 63 and 5th of 34: five and fifteen are not ten places
 * apart, though both ranks are printed. Of 2021 and 2022, as many of the same: from 12 to 15. */
START_TEST(ranks_of_other_cohorts_do_not_move)
{
    static const struct {
        const char *before;
        const char *after;
        int is_told;
    } pairs[] = {{"vn-dti-province-2022", "vn-dti-province-2024", 0},
                 {"vn-dti-province-2021", "vn-dti-province-2022", 1}};
    dti_error *error = NULL;
    for (size_t i = 0; i < 2; i++) {
        dti_table *first = NULL;
        dti_table *second = NULL;
        dti_comparison *comparison = NULL;
        int32_t rise = 0;
        sample_must(dti_table_builtin(pairs[i].before, NULL, &first, &error), &error);
        sample_must(dti_table_builtin(pairs[i].after, NULL, &second, &error), &error);
        sample_must(dti_comparison_new(first, second, NULL, &comparison, &error), &error);
        const dti_units *provinces = dti_table_units(second);
        size_t unit =
            dti_comparison_find_unit(comparison, dti_units_find(provinces, "gso:38", "2025-07-01"));
        size_t line = dti_comparison_find_line(comparison,
                                               dti_framework_overall(dti_table_framework(second)));
        ck_assert_uint_gt(dti_comparison_rank(comparison, line, unit, DTI_BEFORE), 0);
        ck_assert_uint_gt(dti_comparison_rank(comparison, line, unit, DTI_AFTER), 0);
        ck_assert_int_eq(dti_comparison_rank_change(comparison, line, unit, &rise),
                         pairs[i].is_told);
        ck_assert_int_eq(rise, pairs[i].is_told ? -3 : 0);
        dti_comparison_unref(comparison);
        dti_table_unref(second);
        dti_table_unref(first);
    }
}
END_TEST

START_TEST(misuse_is_answered)
{
    dti_comparison_options options = DTI_COMPARISON_OPTIONS_INIT;
    dti_comparison *out = NULL;
    dti_report *report = NULL;
    dti_error *error = NULL;
    dti_table *foreign = NULL;
    open_walk();
    put(DTI_AFTER, "t:1", "1", 1);
    sample_must(dti_table_builder_build(drafts[1], &foreign, &error), &error);
    sample_refused(dti_comparison_new(NULL, after, NULL, &out, &error), DTI_E_ARG, &error);
    sample_refused(dti_comparison_new(before, NULL, NULL, &out, &error), DTI_E_ARG, &error);
    sample_refused(dti_comparison_new(before, after, NULL, NULL, &error), DTI_E_ARG, &error);
    sample_refused(dti_comparison_new(after, before, NULL, &out, &error), DTI_E_VALUE, &error);
    sample_refused(dti_comparison_new(before, foreign, NULL, &out, &error), DTI_E_NOT_FOUND,
                   &error);
    options.crosswalk = walk;
    sample_refused(dti_comparison_new(before, after, &options, &out, &error), DTI_E_VALUE, &error);
    options.size = 1;
    sample_refused(dti_comparison_new(before, after, &options, &out, &error), DTI_E_ARG, &error);
    sample_refused(dti_comparison_review(NULL, DTI_NONE, &report, &error), DTI_E_ARG, &error);
    sample_refused(dti_comparison_review(plan, DTI_NONE, NULL, &error), DTI_E_ARG, &error);
    sample_refused(dti_comparison_review(plan, entry_of(after, "gso:01"), &report, &error),
                   DTI_E_ARG, &error);
    ck_assert_ptr_null(out);
    ck_assert_ptr_null(report);
    dti_table_unref(foreign);
    close_walk();
}
END_TEST

START_TEST(getters_have_neutral_answers)
{
    const size_t beyond = 100000;
    ck_assert_ptr_null(dti_comparison_ref(NULL));
    ck_assert_ptr_null(dti_comparison_before(NULL));
    ck_assert_ptr_null(dti_comparison_after(NULL));
    ck_assert_ptr_null(dti_comparison_crosswalk(NULL));
    ck_assert_uint_eq(dti_comparison_line_count(NULL), 0);
    ck_assert_uint_eq(dti_comparison_unit_count(NULL), 0);
    ck_assert_uint_eq(dti_comparison_pair(plan, beyond), DTI_NONE);
    ck_assert_uint_eq(dti_comparison_node_before(plan, beyond), DTI_NONE);
    ck_assert_uint_eq(dti_comparison_node_after(NULL, 0), DTI_NONE);
    ck_assert_int_eq(dti_comparison_comparable(plan, beyond), DTI_COMPARABLE_NONE);
    ck_assert_uint_eq(dti_comparison_find_line(plan, beyond), DTI_NONE);
    ck_assert_uint_eq(dti_comparison_unit(plan, beyond), DTI_NONE);
    ck_assert_uint_eq(dti_comparison_find_unit(plan, beyond), DTI_NONE);
    ck_assert_uint_eq(dti_comparison_find_unit(plan, DTI_NONE), DTI_NONE);
    ck_assert_int_eq(dti_comparison_basis(plan, 0, beyond, DTI_BEFORE), DTI_BASIS_NONE);
    ck_assert_int_eq(dti_comparison_basis(plan, 0, 0, (dti_side)2), DTI_BASIS_NONE);
    ck_assert_int_eq(dti_comparison_points(plan, beyond, 0, DTI_BEFORE), 0);
    ck_assert_int_eq(dti_comparison_max_points(plan, 0, (dti_side)-1), 0);
    ck_assert_uint_eq(dti_comparison_rank(plan, 0, beyond, DTI_AFTER), 0);
    ck_assert_int_eq(dti_comparison_points_change(plan, beyond, 0, NULL), 0);
    ck_assert_int_eq(dti_comparison_value_change(plan, 0, beyond, NULL), 0);
    ck_assert_int_eq(dti_comparison_rank_change(NULL, 0, 0, NULL), 0);
    ck_assert_int_eq(dti_comparison_is_derived(plan, beyond, 0), 0);
    ck_assert_uint_eq(dti_comparison_improved(plan, beyond, DTI_IMPROVED_BY_RANK, 0), DTI_NONE);
    ck_assert_uint_eq(dti_comparison_improved(plan, 0, (dti_improved_by)2, 0), DTI_NONE);
    dti_comparison *shared = dti_comparison_ref(plan);
    ck_assert_ptr_eq(shared, plan);
    dti_comparison_unref(shared);
    dti_comparison_unref(NULL);
}
END_TEST

static dti_status compare_with(const dti_allocator *allocator, void *data)
{
    dti_comparison_options options = DTI_COMPARISON_OPTIONS_INIT;
    dti_comparison *out = NULL;
    dti_report *report = NULL;
    dti_error *error = NULL;
    dti_table *const *tables = data;
    options.allocator = allocator;
    options.crosswalk = walk;
    dti_status status = dti_comparison_new(tables[0], tables[1], &options, &out, &error);
    ck_assert_int_eq(out != NULL, status == DTI_OK);
    ck_assert_int_eq(error != NULL, status != DTI_OK);
    if (status == DTI_OK) {
        status = dti_comparison_review(out, DTI_NONE, &report, &error);
        ck_assert_int_eq(report != NULL, status == DTI_OK);
    }
    if (status == DTI_OK) {
        dti_text *text = NULL;
        status = dti_comparison_write(out, DTI_NONE, NULL, DTI_LANG_VI, &text, &error);
        ck_assert_int_eq(text != NULL, status == DTI_OK);
        dti_text_free(text);
    }
    dti_report_unref(report);
    dti_error_free(error);
    dti_comparison_unref(out);
    return status;
}

START_TEST(no_memory)
{
    dti_table *tables[2] = {NULL, NULL};
    dti_error *error = NULL;
    fill_walk();
    put(DTI_BEFORE, "t:2", "1", 1);
    put(DTI_AFTER, "t:2", "1", 2);
    for (int side = 0; side < 2; side++) {
        sample_must(dti_table_builder_build(drafts[side], &tables[side], &error), &error);
    }
    test_nomem(compare_with, tables);
    dti_table_unref(tables[0]);
    dti_table_unref(tables[1]);
}
END_TEST

static dti_status compare_plan(const dti_allocator *allocator, void *data)
{
    dti_table *tables[2] = {before, after};
    (void)data;
    return compare_with(allocator, tables);
}

START_TEST(no_memory_for_findings)
{
    test_nomem_spread(compare_plan, NULL, 60);
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("rank-comparison");
    TCase *years = tcase_create("plan");
    tcase_add_checked_fixture(years, open_plan, close_plan);
    tcase_set_timeout(years, 60);
    tcase_add_loop_test(years, the_tables_of_the_plan_come_out, 0, LENGTH_OF(tables_of_the_plan));
    tcase_add_test(years, a_wrong_printed_change_is_reported);
    tcase_add_test(years, lines_begin_with_indices);
    tcase_add_test(years, the_most_improved_come_first);
    tcase_add_test(years, a_merged_unit_is_not_what_it_was);
    tcase_add_test(years, what_follows_from_a_tie_is_no_mean_of_predecessors);
    tcase_add_test(years, a_comparison_can_be_written);
    tcase_add_test(years, nothing_moves_against_itself);
    tcase_add_test(years, ranks_of_other_cohorts_do_not_move);
    tcase_add_test(years, misuse_is_answered);
    tcase_add_test(years, getters_have_neutral_answers);
    tcase_add_test(years, no_memory_for_findings);
    suite_add_tcase(suite, years);
    TCase *crosswalks = tcase_create("walk");
    tcase_add_checked_fixture(crosswalks, open_walk, close_walk);
    tcase_set_timeout(crosswalks, 60);
    tcase_add_loop_test(crosswalks, every_kind_of_pair_by_hand, 0, LENGTH_OF(lines_of_the_walk));
    tcase_add_test(crosswalks, lines_follow_the_nodes_after);
    tcase_add_test(crosswalks, ranks_are_computed_where_all_are_exact);
    tcase_add_test(crosswalks, a_sum_needs_all_its_parts);
    tcase_add_test(crosswalks, built_in_crosswalks_are_found);
    tcase_add_test(crosswalks, the_built_in_crosswalk_is_taken);
    tcase_add_test(crosswalks, no_memory);
    suite_add_tcase(suite, crosswalks);
    TCase *arithmetic = tcase_create("arithmetic");
    tcase_add_loop_test(arithmetic, values_change_exactly, 0, LENGTH_OF(changes));
    suite_add_tcase(suite, arithmetic);
    return suite;
}
