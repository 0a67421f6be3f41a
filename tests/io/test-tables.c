/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Published tables: what they say, which of them do not add up, and what cannot be. */
#include "samples.h"

#include <stdio.h>

#define LENGTH_OF(array) ((int)(sizeof(array) / sizeof((array)[0])))

static dti_table *builtin(const char *id)
{
    dti_table *table = NULL;
    dti_error *error = NULL;
    sample_must(dti_table_builtin(id, NULL, &table, &error), &error);
    return table;
}

static char *written(const dti_table *table)
{
    dti_text *text = NULL;
    dti_error *error = NULL;
    sample_must(dti_table_write(table, &text, &error), &error);
    char *copy = strdup(dti_text_data(text));
    ck_assert_ptr_nonnull(copy);
    dti_text_free(text);
    return copy;
}

static dti_table *parse(const char *text)
{
    dti_table *table = NULL;
    dti_error *error = NULL;
    sample_must(dti_table_parse(text, strlen(text), NULL, NULL, NULL, &table, &error), &error);
    return table;
}

static size_t node(const dti_table *table, const char *code)
{
    size_t found = dti_framework_find(dti_table_framework(table), NULL, code);
    ck_assert_msg(found != DTI_NONE, "%s", code);
    return found;
}

static size_t row(const dti_table *table, const char *unit)
{
    size_t entry = dti_units_find(dti_table_units(table), unit, dti_table_day(table));
    size_t found = dti_table_find(table, entry);
    ck_assert_msg(found != DTI_NONE, "%s", unit);
    return found;
}

/* ── built-in tables ── */

static const struct {
    const char *id;
    int32_t year;
    const char *day;
    uint32_t out_of;
    size_t rows;
} tables[] = {
    {"vn-dti-province-2020", 2020, "2020-12-31", 63, 24},
    {"vn-dti-province-2021", 2021, "2021-12-31", 63, 28},
    {"vn-dti-province-2022", 2022, "2022-12-31", 63, 63},
    {"vn-dti-province-2023", 2023, "2023-12-31", 63, 13},
    {"vn-dti-province-2024", 2024, "2025-07-01", 34, 11},
    {"vn-dti-ministry-2020", 2020, "2020-12-31", 6, 6},
    {"vn-dti-ministry-2021", 2021, "2021-12-31", 26, 13},
    {"vn-dti-ministry-2022", 2022, "2022-12-31", 4, 4},
    {"vn-dti-ministry-2023", 2023, "2023-12-31", 25, 10},
    {"vn-dti-country-2022", 2022, "2022-12-31", 1, 1},
    {"vn-dti-country-2023", 2023, "2023-12-31", 1, 1},
    {"vn-dti-country-2024", 2024, "2024-12-31", 1, 1},
};

START_TEST(tables_are_built_in)
{
    ck_assert_int_eq((int)dti_table_builtin_count(), LENGTH_OF(tables));
    ck_assert_str_eq(dti_table_builtin_id((size_t)_i), tables[_i].id);
    dti_table *table = builtin(tables[_i].id);
    ck_assert_str_eq(dti_table_id(table), tables[_i].id);
    ck_assert_int_eq(dti_table_year(table), tables[_i].year);
    ck_assert_str_eq(dti_table_day(table), tables[_i].day);
    ck_assert_uint_eq(dti_table_out_of(table), tables[_i].out_of);
    ck_assert_uint_eq(dti_table_row_count(table), tables[_i].rows);
    ck_assert_int_eq(dti_table_is_derived(table), 0);
    for (size_t i = 0; i < dti_table_row_count(table); i++) {
        ck_assert_uint_gt(dti_table_figure_count(table, i), 0);
        for (size_t k = 0; k < dti_table_figure_count(table, i); k++)
            ck_assert_msg(*dti_table_figure_source(table, i, k, DTI_LANG_VI), "row %zu, %zu", i, k);
    }
    dti_table_unref(table);
}
END_TEST

START_TEST(written_is_read_again)
{
    dti_table *table = builtin(tables[_i].id);
    char *text = written(table);
    dti_table *again = parse(text);
    char *twice = written(again);
    ck_assert_str_eq(twice, text);
    ck_assert_str_eq(dti_table_digest(again), dti_table_digest(table));
    ck_assert_int_eq(strncmp(dti_table_digest(table), "sha256:", 7), 0);
    free(twice);
    free(text);
    dti_table_unref(again);
    dti_table_unref(table);
}
END_TEST

/* Of the six complete rows of 2022 five come out; what is wrong with Quảng Nam's is the first
 * section of its findings: the overall value and all three pillars, by 3 points. Of the others
 * nothing is said. */
START_TEST(one_row_does_not_add_up)
{
    static const struct {
        const char *id;
        size_t warnings;
    } cases[] = {{"vn-dti-province-2020", 0}, {"vn-dti-province-2021", 0},
                 {"vn-dti-province-2022", 5}, {"vn-dti-province-2023", 0},
                 {"vn-dti-province-2024", 0}, {"vn-dti-ministry-2021", 0}};
    dti_report *report = NULL;
    dti_error *error = NULL;
    char path[128];
    snprintf(path, sizeof path, "libdti/tables/%s.json", cases[_i].id);
    size_t length = 0;
    char *text = test_read_file(path, &length);
    sample_must(dti_table_check(text, length, NULL, NULL, NULL, &report, &error), &error);
    ck_assert_uint_eq(dti_report_severity_count(report, DTI_SEVERITY_ERROR), 0);
    ck_assert_uint_eq(dti_report_severity_count(report, DTI_SEVERITY_WARNING), cases[_i].warnings);
    for (size_t i = 0; i < dti_report_count(report); i++) {
        if (dti_report_severity(report, i) != DTI_SEVERITY_WARNING ||
            strcmp(dti_report_id(report, i), "DTI-1370") == 0)
            continue;
        ck_assert_str_eq(dti_report_arg(report, i, 0), "Quảng Nam");
        ck_assert_uint_gt(dti_report_line(report, i), 1);
    }
    dti_report_unref(report);
    free(text);
}
END_TEST

/* In 2022 three sources print rank 15 of Thể chế số beside rank 16; 15, 15, 17 and the nine first
 * ones of Nhận thức số are in order. Ministries have a first one in each of two groups. */
START_TEST(printed_ranks_that_cannot_be_are_told)
{
    static const char *const expected[] = {"Thể chế số", "3", "15", "18", "Bình Dương", "16"};
    size_t clashes = 0;
    for (int i = 0; i < LENGTH_OF(tables); i++) {
        dti_report *report = NULL;
        dti_error *error = NULL;
        char path[128];
        size_t length = 0;
        snprintf(path, sizeof path, "libdti/tables/%s.json", tables[i].id);
        char *text = test_read_file(path, &length);
        sample_must(dti_table_check(text, length, NULL, NULL, NULL, &report, &error), &error);
        for (size_t at = 0; at < dti_report_count(report); at++) {
            ck_assert_str_ne(dti_report_id(report, at), "DTI-1371");
            if (strcmp(dti_report_id(report, at), "DTI-1370") != 0)
                continue;
            ck_assert_str_eq(tables[i].id, "vn-dti-province-2022");
            clashes++;
            for (size_t k = 0; k < 6; k++)
                ck_assert_str_eq(dti_report_arg(report, at, k), expected[k]);
        }
        dti_report_unref(report);
        free(text);
    }
    ck_assert_uint_eq(clashes, 1);
}
END_TEST

#define RANKS(group, a, b, c)                                                                      \
    "{\"format\":\"dti-table/1\",\"id\":\"t\",\"version\":\"1\",\"framework\":{\"id\":"            \
    "\"vn-dti-province-922\",\"version\":\"1.0.0\"},\"units\":{\"id\":\"vn-provinces\","           \
    "\"version\":\"1.0.0\",\"at\":\"2022-12-31\"},\"year\":2022,\"out_of\":20," group "\"rows\":[" \
    "{\"unit\":\"gso:48\",\"figures\":[" a "]},{\"unit\":\"gso:49\",\"figures\":[" b               \
    "]},{\"unit\":\"gso:01\",\"figures\":[" c "]}]}"
#define RANK(text) "{\"code\":\"dti\",\"quantity\":\"rank\",\"text\":\"" text "\"}"

static const struct {
    const char *document;
    const char *id; /* NULL: nothing is said */
} rankings[] = {
    {RANKS("", RANK("15"), RANK("15"), RANK("17")), NULL},
    {RANKS("", RANK("15"), RANK("15"), RANK("16")), "DTI-1370"},
    {RANKS("", RANK("15"), RANK("15"), RANK("20")), NULL},
    {RANKS("", RANK("19"), RANK("19"), RANK("1")), NULL},
    {RANKS("", RANK("20"), RANK("20"), RANK("1")), "DTI-1371"},
    {RANKS("", RANK("18"), RANK("18"), RANK("18")), NULL},
    {RANKS("", RANK("19"), RANK("19"), RANK("19")), "DTI-1371"},
    /* Đà Nẵng and Quảng Nam are of one region, Hà Nội of another */
    {RANKS("", RANK("1"), RANK("2"), RANK("1")), "DTI-1370"},
    {RANKS("\"ranked_by_group\":true,", RANK("1"), RANK("2"), RANK("1")), NULL},
    {RANKS("\"ranked_by_group\":true,", RANK("1"), RANK("1"), RANK("1")), NULL},
};

START_TEST(ranks_that_are_shared_fill_the_next)
{
    dti_report *report = NULL;
    dti_error *error = NULL;
    const char *text = rankings[_i].document;
    sample_must(dti_table_check(text, strlen(text), NULL, NULL, NULL, &report, &error), &error);
    ck_assert_uint_eq(dti_report_count(report), rankings[_i].id ? 1 : 0);
    if (rankings[_i].id)
        ck_assert_str_eq(dti_report_id(report, 0), rankings[_i].id);
    dti_report_unref(report);
}
END_TEST

/* Two groups, each with its own first: nobody shares a rank with the other one, and the caller's
 * own groups have nothing to go by. */
START_TEST(ministries_are_ranked_by_group)
{
    dti_table *table = builtin("vn-dti-ministry-2021");
    dti_ranking *ranking = NULL;
    dti_error *error = NULL;
    int64_t mean = 0;
    ck_assert_int_eq(dti_table_is_ranked_by_group(table), 1);
    ck_assert_int_eq(dti_table_is_ranked_by_group(NULL), 0);
    sample_must(dti_ranking_new(table, node(table, "dti"), NULL, &ranking, &error), &error);
    ck_assert_uint_eq(dti_ranking_group_count(ranking), 2);
    ck_assert_int_eq(dti_ranking_basis(ranking), DTI_BASIS_RANKS);
    for (size_t group = 0; group < 2; group++) {
        size_t first = dti_ranking_group_first(ranking, group);
        size_t ranked = dti_ranking_group_ranked(ranking, group);
        ck_assert_uint_eq(ranked, group == 0 ? 10 : 3);
        for (size_t i = 0; i < ranked; i++) {
            ck_assert_double_eq(dti_ranking_rank(ranking, first + i), (double)(i + 1));
            ck_assert_double_eq(dti_ranking_worst(ranking, first + i), (double)(i + 1));
            ck_assert_uint_eq(dti_ranking_tie(ranking, first + i), 1);
        }
        ck_assert_int_eq(dti_ranking_stated_mean(ranking, group, &mean), 1);
        /* 0.4595 and 0.2151 of 1000 points */
        ck_assert_int_eq(mean, group == 0 ? INT64_C(459500000000) : INT64_C(215100000000));
    }
    dti_ranking_unref(ranking);
    uint32_t groups[13] = {0};
    dti_ranking_options options = DTI_RANKING_OPTIONS_INIT;
    options.by = DTI_RANKING_BY_CALLER;
    options.basis = DTI_BASIS_RANKS;
    options.groups = groups;
    ck_assert_uint_eq(dti_table_row_count(table), 13);
    sample_must(dti_ranking_new(table, node(table, "dti"), &options, &ranking, &error), &error);
    ck_assert_uint_eq(dti_ranking_group_ranked(ranking, 0), 0);
    ck_assert_int_eq(dti_ranking_stated_mean(ranking, 0, NULL), 0);
    dti_ranking_unref(ranking);
    dti_table_unref(table);
}
END_TEST

/* 80 + 80 + 67.64 + 44.77 + 52.29 + 145.4 + 72.33 + 41.25 = 583.68, against 580.8. */
START_TEST(the_difference_is_told)
{
    static const char *const expected[] = {"Quảng Nam", NULL,       "0.5808",   "580.75",
                                           "580.85",    "583.3975", "583.9625", "2.88"};
    dti_report *report = NULL;
    dti_error *error = NULL;
    size_t length = 0;
    char *text = test_read_file("libdti/tables/vn-dti-province-2022.json", &length);
    sample_must(dti_table_check(text, length, NULL, NULL, NULL, &report, &error), &error);
    size_t at = 0;
    while (at < dti_report_count(report) && strcmp(dti_report_id(report, at), "DTI-1152") != 0)
        at++;
    bool has_overall = false;
    for (; at < dti_report_count(report); at++) {
        if (strcmp(dti_report_arg(report, at, 2), "0.5808") != 0)
            continue;
        has_overall = true;
        for (size_t i = 0; i < 8; i++)
            if (expected[i])
                ck_assert_str_eq(dti_report_arg(report, at, i), expected[i]);
    }
    ck_assert(has_overall);
    dti_report_unref(report);
    free(text);
}
END_TEST

/* ── what single figures say ── */

static const struct {
    const char *table;
    const char *unit;
    const char *code;
    dti_basis basis;
    int64_t points;
    int64_t half;
    uint32_t rank;
    dti_provenance provenance;
} cells[] = {
    {"vn-dti-province-2022", "gso:48", "dti", DTI_BASIS_PRINTED, INT64_C(800200000000), 50000000, 1,
     DTI_PROVENANCE_SOURCE},
    {"vn-dti-province-2022", "gso:48", "6", DTI_BASIS_PRINTED, INT64_C(171500000000), 10000000, 0,
     DTI_PROVENANCE_SOURCE},
    /* 0.275 was cut and not rounded: it stands for anything below 0.276, 0.001 of 150 points */
    {"vn-dti-province-2022", "gso:49", "8", DTI_BASIS_PRINTED, INT64_C(41250000000), 150000000, 33,
     DTI_PROVENANCE_SOURCE},
    /* 0.8 is meant with four */
    {"vn-dti-province-2022", "gso:49", "1", DTI_BASIS_PRINTED, INT64_C(80000000000), 5000000, 54,
     DTI_PROVENANCE_SOURCE},
    {"vn-dti-province-2022", "gso:24", "dti", DTI_BASIS_RANKS, 0, 0, 9, DTI_PROVENANCE_SOURCE},
    {"vn-dti-province-2022", "gso:58", "1", DTI_BASIS_PRINTED, INT64_C(100000000000), 5000000, 1,
     DTI_PROVENANCE_DERIVED},
    {"vn-dti-province-2022", "gso:48", "digital-government", DTI_BASIS_RANKS, 0, 0, 1,
     DTI_PROVENANCE_SOURCE},
    {"vn-dti-province-2022", "gso:24", "1", DTI_BASIS_NONE, 0, 0, 0, DTI_PROVENANCE_UNKNOWN},
    /* a difference of two printed values: both roundings */
    {"vn-dti-province-2021", "gso:49", "dti", DTI_BASIS_PRINTED, INT64_C(432900000000), 100000000,
     25, DTI_PROVENANCE_DERIVED},
    {"vn-dti-province-2020", "gso:58", "dti", DTI_BASIS_RANKS, 0, 0, 63, DTI_PROVENANCE_DERIVED},
    {"vn-dti-province-2024", "gso:48", "dti", DTI_BASIS_RANKS, 0, 0, 17, DTI_PROVENANCE_SOURCE},
    {"vn-dti-country-2022", "iso:vn", "dti", DTI_BASIS_PRINTED, INT64_C(710000000000), 5000000000,
     0, DTI_PROVENANCE_SOURCE},
};

START_TEST(cells_hold_what_is_printed)
{
    dti_table *table = builtin(cells[_i].table);
    size_t unit = row(table, cells[_i].unit);
    size_t at = node(table, cells[_i].code);
    ck_assert_int_eq(dti_table_basis(table, unit, at), cells[_i].basis);
    ck_assert_int_eq(dti_table_points(table, unit, at), cells[_i].points);
    ck_assert_int_eq(dti_table_half_width(table, unit, at), cells[_i].half);
    ck_assert_uint_eq(dti_table_rank(table, unit, at), cells[_i].rank);
    ck_assert_int_eq(dti_table_provenance(table, unit, at), cells[_i].provenance);
    dti_table_unref(table);
}
END_TEST

START_TEST(differences_stay_as_printed)
{
    dti_table *table = builtin("vn-dti-province-2022");
    size_t unit = row(table, "gso:49");
    size_t ranks = 0;
    size_t values = 0;
    for (size_t i = 0; i < dti_table_figure_count(table, unit); i++) {
        if (dti_table_figure_quantity(table, unit, i) != DTI_QUANTITY_DIFFERENCE)
            continue;
        ck_assert_int_eq(dti_table_figure_against(table, unit, i), 2021);
        if (dti_table_figure_of(table, unit, i) == DTI_QUANTITY_VALUE) {
            values++;
            ck_assert_str_eq(dti_table_figure_text(table, unit, i), "0.1479");
            ck_assert_int_eq(dti_table_figure_amount(table, unit, i), 147900000);
            continue;
        }
        ranks++;
        if (dti_table_figure_node(table, unit, i) == node(table, "5")) {
            ck_assert_str_eq(dti_table_figure_text(table, unit, i), "18");
            ck_assert_ptr_nonnull(
                strstr(dti_table_figure_note(table, unit, i, DTI_LANG_EN), "differ by 8"));
        }
    }
    ck_assert_uint_eq(ranks, 12);
    ck_assert_uint_eq(values, 1);
    dti_table_unref(table);
}
END_TEST

/* A row of the small framework, in which the index over all is the sum of 1 (60) and 2 (40). */
#define TINY_ROW(figures)                                                                          \
    "{\"format\":\"dti-table/1\",\"id\":\"t\",\"version\":\"1\",\"framework\":{\"id\":\"tiny\","   \
    "\"version\":\"1.0.0\"},\"units\":{\"id\":\"vn-provinces\",\"version\":\"1.0.0\",\"at\":"      \
    "\"2022-12-31\"},\"year\":2022,\"rows\":[{\"unit\":\"gso:49\",\"figures\":[" figures "]}]}"
#define POINTS(code, text) "{\"code\":\"" code "\",\"quantity\":\"points\",\"text\":\"" text "\"}"
#define WITHIN(code, text, by)                                                                     \
    "{\"code\":\"" code "\",\"quantity\":\"points\",\"text\":\"" text "\",\"within\":" by "}"
#define AGAINST(year, text)                                                                        \
    "{\"code\":\"total\",\"quantity\":\"difference\",\"of\":\"rank\",\"against\":" year            \
    ",\"text\":\"" text "\"}"

static const struct {
    const char *document;
    size_t warnings;
} touching[] = {
    /* 90.3 to 90.5, and 90.5 to 91.5: one number can be both */
    {TINY_ROW(POINTS("1", "50.4") "," POINTS("2", "40.0") "," POINTS("total", "91")), 0},
    {TINY_ROW(POINTS("1", "50.3") "," POINTS("2", "40.0") "," POINTS("total", "91")), 1},
    /* 90.5 to 90.7, and 89.5 to 90.5 */
    {TINY_ROW(POINTS("1", "50.6") "," POINTS("2", "40.0") "," POINTS("total", "90")), 0},
    {TINY_ROW(POINTS("1", "50.7") "," POINTS("2", "40.0") "," POINTS("total", "90")), 1},
    /* 90.3 to 90.5, and 90.7 to 91.3: closer than the last decimal tells */
    {TINY_ROW(POINTS("1", "50.4") "," POINTS("2", "40.0") "," WITHIN("total", "91", "0.3")), 1},
    /* 90.2 to 90.4, and 90.2 to 91.8: wider */
    {TINY_ROW(POINTS("1", "50.3") "," POINTS("2", "40.0") "," WITHIN("total", "91", "0.8")), 0},
    /* Differences of one kind against two years are two. */
    {TINY_ROW(AGAINST("2020", "3") "," AGAINST("2021", "-2")), 0},
};

START_TEST(what_touches_adds_up)
{
    dti_framework *framework = sample_framework(SAMPLE_TINY_FRAMEWORK);
    dti_report *report = NULL;
    dti_error *error = NULL;
    const char *text = touching[_i].document;
    sample_must(dti_table_check(text, strlen(text), framework, NULL, NULL, &report, &error),
                &error);
    ck_assert_uint_eq(dti_report_severity_count(report, DTI_SEVERITY_ERROR), 0);
    ck_assert_uint_eq(dti_report_count(report), touching[_i].warnings);
    if (touching[_i].warnings > 0)
        ck_assert_str_eq(dti_report_id(report, 0), "DTI-1152");
    dti_report_unref(report);
    dti_framework_unref(framework);
}
END_TEST

/* A part that has no points need not be printed: 10 + 10 + 10 + 10 are not 39. */
START_TEST(what_has_no_points_need_not_be_printed)
{
    static const char old[] = "\"max_points\": 6,";
    static const char *const texts[] = {
        TINY_ROW(POINTS("2", "40") "," POINTS("2.1", "10.0") "," POINTS("2.2", "10.0") "," POINTS(
            "2.3", "10.0") "," POINTS("2.5", "10.0")),
        TINY_ROW(POINTS("2", "39") "," POINTS("2.1", "10.0") "," POINTS("2.2", "10.0") "," POINTS(
            "2.3", "10.0") "," POINTS("2.5", "10.0"))};
    size_t length = 0;
    dti_framework *framework = NULL;
    dti_error *error = NULL;
    char *text = test_read_file(SAMPLE_TINY_FRAMEWORK, &length);
    char *six = strstr(text, old);
    char *four = strstr(text, "\"max_points\": 4,");
    ck_assert_ptr_nonnull(six);
    ck_assert_ptr_nonnull(four);
    *strchr(six, '6') = '0';
    memcpy(four, "\"max_points\":10,", strlen(old));
    sample_must(dti_framework_parse(text, length, NULL, &framework, &error), &error);
    for (size_t i = 0; i < 2; i++) {
        dti_report *report = NULL;
        sample_must(
            dti_table_check(texts[i], strlen(texts[i]), framework, NULL, NULL, &report, &error),
            &error);
        ck_assert_uint_eq(dti_report_count(report), i);
        dti_report_unref(report);
    }
    dti_framework_unref(framework);
    free(text);
}
END_TEST

START_TEST(means_are_told)
{
    static const struct {
        const char *table;
        const char *code;
        int64_t points;
    } means[] = {{"vn-dti-province-2020", "dti", INT64_C(302600000000)},
                 {"vn-dti-province-2021", "dti", INT64_C(401400000000)},
                 {"vn-dti-province-2022", "dti", INT64_C(578600000000)},
                 {"vn-dti-province-2023", "dti", INT64_C(678300000000)},
                 {"vn-dti-province-2024", "digital-society", INT64_C(499980000000)}};
    int64_t points = 0;
    int64_t half = 0;
    for (int i = 0; i < LENGTH_OF(means); i++) {
        dti_table *table = builtin(means[i].table);
        ck_assert_int_eq(dti_table_stated_mean(table, node(table, means[i].code), &points, &half),
                         1);
        ck_assert_int_eq(points, means[i].points);
        ck_assert_int_gt(half, 0);
        dti_table_unref(table);
    }
    dti_table *ministries = builtin("vn-dti-ministry-2021"); /* only of its groups */
    ck_assert_int_eq(dti_table_stated_mean(ministries, node(ministries, "dti"), &points, NULL), 0);
    dti_table_unref(ministries);
}
END_TEST

/* ── arithmetic ── */

#define HEAD                                                                                       \
    "{\"format\":\"dti-table/"                                                                     \
    "1\",\"id\":\"t\",\"version\":\"1\",\"framework\":{\"id\":\"vn-dti-province-"                  \
    "922\",\"version\":\"1.0.0\"},\"units\":{\"id\":\"vn-provinces\",\"version\":\"1.0.0\","       \
    "\"at\":"                                                                                      \
    "\"2022-12-31\"},\"year\":2022,\"out_of\":63,\"rows\":[{\"unit\":\"gso:72\",\"figures\":["
#define VALUE(code, text) "{\"code\":\"" code "\",\"quantity\":\"value\",\"text\":\"" text "\"}"
#define TAIL              "]}]}"
#define PILLARS(dti, a, b, c)                                                                      \
    HEAD VALUE("dti", dti) "," VALUE("digital-government", a) "," VALUE(                           \
        "digital-economy", b) "," VALUE("digital-society", c) TAIL

static const struct {
    const char *document;
    const char *points; /* NULL: accepted; else what a part would need */
    const char *most;
} sums[] = {
    {PILLARS("0.5638", "0.66", "0.5612", "0.1089"), "295.1175", "200"}, /* Tây Ninh as pillars */
    {HEAD VALUE("dti", "0.5638") "," VALUE("6", "0.66") "," VALUE("7", "0.5612") "," VALUE(
         "8", "0.1089") TAIL,
     NULL, NULL},
    {PILLARS("0.6077", "0.6683", "0.6647", "0.5991"), NULL, NULL}, /* Trà Vinh */
    {PILLARS("0.4329", "0.4689", "0.4581", "0.4594"), NULL, NULL}, /* Quảng Nam 2021 */
    {PILLARS("0.5808", "0.6674", "0.6062", "0.5585"), NULL, NULL}, /* Quảng Nam 2022 */
    /* F = (700 + 499.98 + 499.98 - 700) / 2 = 499.98, so 200.02 of 200: rounding can explain it */
    {PILLARS("0.7000", "1.0000", "0.7692", "0.7692"), NULL, NULL},
    /* F = 499.85, so 200.15 of 200, with no more than 0.075 of rounding */
    {PILLARS("0.7000", "1.0000", "0.7690", "0.7690"), "200.15", "200"},
    /* 600 - 15 - 15 - 15 */
    {HEAD VALUE("dti", "0.6000") "," VALUE("6", "0.0750") "," VALUE("7", "0.1000") "," VALUE(
         "8", "0.1000") TAIL,
     "555", "500"},
    /* 100 - 200 */
    {HEAD VALUE("dti", "0.1000") "," VALUE("6", "1.0000") "," VALUE("7", "0.0000") "," VALUE(
         "8", "0.0000") TAIL,
     "-100", "500"},
};

START_TEST(what_cannot_be_is_refused)
{
    dti_table *table = NULL;
    dti_error *error = NULL;
    const char *text = sums[_i].document;
    dti_status status = dti_table_parse(text, strlen(text), NULL, NULL, NULL, &table, &error);
    if (!sums[_i].points) {
        sample_must(status, &error);
        dti_table_unref(table);
        return;
    }
    ck_assert_int_eq(status, DTI_E_VALUE);
    ck_assert_ptr_null(table);
    ck_assert_str_eq(dti_error_id(error), "DTI-1153");
    ck_assert_str_eq(dti_error_arg(error, 0), "Tây Ninh");
    ck_assert_str_eq(dti_error_arg(error, 3), sums[_i].points);
    ck_assert_str_eq(dti_error_arg(error, 4), sums[_i].most);
    ck_assert_str_eq(dti_error_pointer(error), "/rows/0/figures/0");
    dti_error_free(error);
}
END_TEST

/* ── CSV ── */

#define CSV_HEAD "unit,code,quantity,text,source,table,version,framework,units,year,day,out_of\n"
#define CSV_REST ",t,1,vn-dti-province-922,vn-provinces,2022,2022-12-31,63\n"

static const char csv[] =
    CSV_HEAD "gso:48,dti,value,0.8002,dti-gov" CSV_REST "gso:48,dti,rank,1,dti-gov,,,,,,,\n"
             "Quảng Nam,dti,giá trị,\"0,5808\",kh-7501,,,,,,,\n"
             "TP.HCM,dti,hạng,2,https://dti.gov.vn/,,,,,,,\n";
static const char same[] =
    "{\"format\":\"dti-table/1\",\"id\":\"t\",\"version\":\"1\",\"framework\":{\"id\":"
    "\"vn-dti-province-922\",\"version\":\"1.0.0\"},\"units\":{\"id\":\"vn-provinces\",\"version\":"
    "\"1.0.0\",\"at\":\"2022-12-31\"},\"year\":2022,\"out_of\":63,\"sources\":[{\"id\":\"dti-gov\","
    "\"titles\":{\"vi\":\"dti-gov\"}},{\"id\":\"source-2\",\"titles\":{\"vi\":"
    "\"https://dti.gov.vn/\"},\"url\":\"https://dti.gov.vn/\"}],\"rows\":["
    "{\"unit\":\"gso:48\",\"figures\":["
    "{\"code\":\"dti\",\"quantity\":\"value\",\"text\":\"0.8002\",\"source\":\"dti-gov\"},"
    "{\"code\":\"dti\",\"quantity\":\"rank\",\"text\":\"1\",\"source\":\"dti-gov\"}]},"
    "{\"unit\":\"gso:49\",\"figures\":[{\"code\":\"dti\",\"quantity\":\"value\",\"text\":\"0,"
    "5808\","
    "\"source\":\"kh-7501\"}]},{\"unit\":\"gso:79\",\"figures\":[{\"code\":\"dti\",\"quantity\":"
    "\"rank\",\"text\":\"2\",\"source\":\"source-2\"}]}]}";

/* A framework's legal basis counts among its sources, where a figure is looked up in it too. */
START_TEST(a_decree_is_a_source)
{
    dti_table *table = parse(CSV_HEAD "gso:48,dti,value,0.8002,nd-85-2016" CSV_REST);
    ck_assert_str_eq(dti_table_figure_source(table, 0, 0, DTI_LANG_EN),
                     "Decree on the security of information systems by level");
    dti_table_unref(table);
}
END_TEST

START_TEST(csv_is_the_same_table)
{
    dti_table *of_csv = parse(csv);
    dti_table *of_json = parse(same);
    char *a = written(of_csv);
    char *b = written(of_json);
    ck_assert_str_eq(a, b);
    ck_assert_str_eq(dti_table_digest(of_csv), dti_table_digest(of_json));
    free(a);
    free(b);
    dti_table_unref(of_csv);
    dti_table_unref(of_json);
}
END_TEST

/* Spreadsheets save with semicolons, and titles may be Vietnamese; framework and units are given,
 * the table is called after them. */
START_TEST(csv_of_a_spreadsheet)
{
    static const char text[] = "\xEF\xBB\xBFTỉnh;Mã;Loại;Số liệu;Năm;Số liệu chung\r\n"
                               "Đà Nẵng;dti;giá trị;0,8002;2022;\r\n"
                               ";dti;giá trị;0,5786;;trung bình\r\n;;;;;\r\n";
    dti_framework *framework = sample_builtin();
    dti_units *units = NULL;
    dti_table *table = NULL;
    dti_error *error = NULL;
    int64_t mean = 0;
    sample_must(dti_units_builtin("vn-provinces", NULL, &units, &error), &error);
    sample_must(dti_table_parse(text, sizeof text - 1, framework, units, NULL, &table, &error),
                &error);
    ck_assert_str_eq(dti_table_id(table), "vn-dti-province-922-2022");
    ck_assert_str_eq(dti_table_day(table), "2022-12-31");
    ck_assert_int_eq(dti_table_stated_mean(table, node(table, "dti"), &mean, NULL), 1);
    ck_assert_int_eq(mean, INT64_C(578600000000));
    ck_assert_int_eq(dti_table_points(table, row(table, "gso:48"), node(table, "dti")),
                     INT64_C(800200000000));
    dti_table_unref(table);
    dti_units_unref(units);
    dti_framework_unref(framework);
}
END_TEST

static const struct {
    const char *text;
    dti_status status;
    const char *id;
    uint32_t line;
} wrong_csv[] = {
    {"unit,code,quantity\n", DTI_E_SCHEMA, "DTI-0934", 1},
    {"unit,code,quantity,text\ngso:48,dti,rank,1\n", DTI_E_SCHEMA, "DTI-1168", 1},
    {CSV_HEAD "Atlantis,dti,rank,1,x" CSV_REST, DTI_E_NOT_FOUND, NULL, 2},
    {CSV_HEAD "gso:48,dti,rank,1,x" CSV_REST "gso:48,dti,rank,64,x,,,,,,,\n", DTI_E_VALUE,
     "DTI-1146", 3},
    {CSV_HEAD "gso:48,dti,rank,1,x" CSV_REST "gso:48,dti,rank,2,x,,,,,,,\n", DTI_E_VALUE,
     "DTI-1144", 3},
    {CSV_HEAD "gso:48,dti,rank,1,x" CSV_REST ",dti,rank,2,x,,,,,,,\n", DTI_E_SCHEMA, "DTI-0937", 3},
    {CSV_HEAD "gso:48,dti,rank,1,x" CSV_REST "gso:49,dti,rank,2,x,,,,,2021,,\n", DTI_E_VALUE,
     "DTI-0938", 3},
    {CSV_HEAD "gso:48,10.1,rank,1,x" CSV_REST, DTI_E_REFERENCE, "DTI-0400", 2},
    {CSV_HEAD "gso:48,dti,Platz,1,x" CSV_REST, DTI_E_VALUE, "DTI-0312", 2},
    {CSV_HEAD "gso:48,dti,rank,1,x,t,1,none,vn-provinces,2022,,\n", DTI_E_NOT_FOUND, "DTI-0501", 2},
};

START_TEST(wrong_csv_is_refused_by_line)
{
    dti_table *table = NULL;
    dti_error *error = NULL;
    const char *text = wrong_csv[_i].text;
    dti_status status = dti_table_parse(text, strlen(text), NULL, NULL, NULL, &table, &error);
    ck_assert_int_eq(status, wrong_csv[_i].status);
    if (wrong_csv[_i].id)
        ck_assert_str_eq(dti_error_id(error), wrong_csv[_i].id);
    ck_assert_uint_eq(dti_error_line(error), wrong_csv[_i].line);
    ck_assert_str_eq(dti_error_pointer(error), "");
    dti_error_free(error);
}
END_TEST

/* Who sends a sheet with three faults in three lines need not send it three times. */
START_TEST(all_lines_at_fault_are_told)
{
    static const char text[] =
        CSV_HEAD "Atlantis,dti,rank,1,x" CSV_REST "gso:48,dti,rank,64,x,,,,,,,\n"
                 "gso:49,dti,value,1.2,x,,,,,,,\n";
    static const char *const ids[] = {"DTI-1100", "DTI-1146", "DTI-1145"};
    dti_report *report = NULL;
    dti_error *error = NULL;
    sample_must(dti_table_check(text, strlen(text), NULL, NULL, NULL, &report, &error), &error);
    ck_assert_uint_eq(dti_report_count(report), LENGTH_OF(ids));
    for (size_t i = 0; i < LENGTH_OF(ids); i++) {
        ck_assert_str_eq(dti_report_id(report, i), ids[i]);
        ck_assert_uint_eq(dti_report_line(report, i), i + 2);
    }
    dti_report_unref(report);
}
END_TEST

/* Somebody sends the table of other units: who may be meant is looked for a few times only, because
 * each time costs a look at all of them. */
START_TEST(few_unknown_names_are_looked_for)
{
    static const char line[] = "Quảng Nma,dti,rank,1,x,,,,,,,\n";
    char text[sizeof CSV_HEAD + 40 * sizeof line] = CSV_HEAD "Quảng Nma,dti,rank,1,x" CSV_REST;
    dti_report *report = NULL;
    dti_error *error = NULL;
    for (int i = 1; i < 30; i++)
        strcat(text, line);
    sample_must(dti_table_check(text, strlen(text), NULL, NULL, NULL, &report, &error), &error);
    ck_assert_uint_eq(dti_report_count(report), 30);
    for (size_t i = 0; i < 30; i++) {
        ck_assert_str_eq(dti_report_id(report, i), i < 20 ? "DTI-1101" : "DTI-1100");
        ck_assert_uint_eq(dti_report_line(report, i), i + 2);
    }
    dti_report_unref(report);
}
END_TEST

/* ── memory ── */

struct given {
    const char *text;
    dti_framework *framework;
    dti_units *units;
};

static dti_status parse_once(const dti_allocator *allocator, void *context)
{
    const struct given *given = context;
    dti_parse_options options = DTI_PARSE_OPTIONS_INIT;
    dti_table *table = NULL;
    dti_text *document = NULL;
    options.allocator = allocator;
    dti_status status = dti_table_parse(given->text, strlen(given->text), given->framework,
                                        given->units, &options, &table, NULL);
    ck_assert_int_eq(status == DTI_OK, table != NULL);
    if (status == DTI_OK)
        status = *dti_table_digest(table) ? DTI_OK : DTI_E_NOMEM;
    if (status == DTI_OK)
        status = dti_table_write(table, &document, NULL);
    dti_text_free(document);
    dti_table_unref(table);
    return status;
}

START_TEST(survives_without_memory)
{
    static const char *const texts[] = {csv, same, PILLARS("0.6077", "0.6683", "0.6647", "0.5991")};
    struct given given = {.text = texts[_i], .framework = sample_builtin()};
    dti_error *error = NULL;
    sample_must(dti_units_builtin("vn-provinces", NULL, &given.units, &error), &error);
    test_nomem(parse_once, &given);
    dti_units_unref(given.units);
    dti_framework_unref(given.framework);
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("io/tables");
    TCase *tcase = tcase_create("tables");
    tcase_set_timeout(tcase, 120);
    tcase_add_loop_test(tcase, tables_are_built_in, 0, LENGTH_OF(tables));
    tcase_add_loop_test(tcase, written_is_read_again, 0, LENGTH_OF(tables));
    tcase_add_loop_test(tcase, one_row_does_not_add_up, 0, 6);
    tcase_add_test(tcase, the_difference_is_told);
    tcase_add_test(tcase, printed_ranks_that_cannot_be_are_told);
    tcase_add_loop_test(tcase, ranks_that_are_shared_fill_the_next, 0, LENGTH_OF(rankings));
    tcase_add_test(tcase, ministries_are_ranked_by_group);
    tcase_add_loop_test(tcase, cells_hold_what_is_printed, 0, LENGTH_OF(cells));
    tcase_add_test(tcase, differences_stay_as_printed);
    tcase_add_test(tcase, a_decree_is_a_source);
    tcase_add_loop_test(tcase, what_touches_adds_up, 0, LENGTH_OF(touching));
    tcase_add_test(tcase, what_has_no_points_need_not_be_printed);
    tcase_add_test(tcase, means_are_told);
    tcase_add_loop_test(tcase, what_cannot_be_is_refused, 0, LENGTH_OF(sums));
    tcase_add_test(tcase, csv_is_the_same_table);
    tcase_add_test(tcase, csv_of_a_spreadsheet);
    tcase_add_loop_test(tcase, wrong_csv_is_refused_by_line, 0, LENGTH_OF(wrong_csv));
    tcase_add_test(tcase, all_lines_at_fault_are_told);
    tcase_add_test(tcase, few_unknown_names_are_looked_for);
    tcase_add_loop_test(tcase, survives_without_memory, 0, 3);
    suite_add_tcase(suite, tcase);
    return suite;
}
