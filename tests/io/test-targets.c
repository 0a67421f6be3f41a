/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Targets as documents, and where those of four provinces stand by what was published: against the
 * sources, read by hand. What is refused stands in tests/data/invalid. */
#include "samples.h"

#include <dti/targets.h>
#include <stdio.h>

#define LENGTH_OF(array) (int)(sizeof(array) / sizeof((array)[0]))

#define DANANG   "examples/data/targets-danang-2022.json"
#define THANHHOA "examples/data/targets-thanhhoa.json"
#define QUANGNAM "examples/data/targets-quangnam-2023.json"
#define TAYNINH  "examples/data/targets-tayninh-2023.json"
#define TINY     "tests/data/tiny-targets.json"

static dti_targets *load(const char *path, const dti_framework *framework)
{
    dti_targets *targets = NULL;
    dti_error *error = NULL;
    char *full = test_path(path);
    sample_must(dti_targets_load(full, framework, NULL, &targets, &error), &error);
    free(full);
    return targets;
}

#define YEARS 5
struct published { /* the provinces, 2020 to 2024 */
    dti_table *tables[YEARS];
};

static void open_published(struct published *published)
{
    for (int i = 0; i < YEARS; i++) {
        char id[64];
        dti_error *error = NULL;
        snprintf(id, sizeof id, "vn-dti-province-%d", 2020 + i);
        sample_must(dti_table_builtin(id, NULL, &published->tables[i], &error), &error);
    }
}

static void close_published(struct published *published)
{
    for (int i = 0; i < YEARS; i++)
        dti_table_unref(published->tables[i]);
}

static dti_assessment *assess(const dti_targets *targets, dti_table *const *tables, size_t count,
                              const char *today)
{
    dti_assessment_options options = DTI_ASSESSMENT_OPTIONS_INIT;
    dti_assessment *assessment = NULL;
    dti_error *error = NULL;
    options.tables = (const dti_table *const *)tables;
    options.table_count = count;
    options.today = today;
    sample_must(dti_targets_assess(targets, &options, &assessment, &error), &error);
    return assessment;
}

static bool has_finding(const dti_assessment *assessment, const char *id, const char *words)
{
    const dti_report *report = dti_assessment_findings(assessment);
    for (size_t i = 0; i < dti_report_count(report); i++) {
        char text[512];
        dti_report_format(report, i, DTI_LANG_EN, text, sizeof text);
        if (strcmp(dti_report_id(report, i), id) == 0 && strstr(text, words))
            return true;
    }
    return false;
}

/* ── Đà Nẵng 2022 ── */

/* Four of the twenty have both a value and a figure in the source. */
static const struct {
    const char *id;
    const char *value;
    const char *actual;
    int64_t amount;
    int year;
} told[] = {
    {"online-services-used", "85", "90,43", INT64_C(90430000000), 2022},
    {"online-files", "65", "71", INT64_C(71000000000), 2022},
    {"digital-economy-share", "12", "12,57", INT64_C(12570000000), 2021},
    {"digital-workforce", "4.5", "7,7", INT64_C(7700000000), 2022},
};

START_TEST(danang_has_reached_four)
{
    dti_targets *targets = load(DANANG, NULL);
    dti_assessment *assessment = assess(targets, NULL, 0, NULL);
    ck_assert_uint_eq(dti_targets_count(targets), 20);
    ck_assert_uint_eq(dti_assessment_count(assessment, DTI_TARGET_ACHIEVED), LENGTH_OF(told));
    ck_assert_uint_eq(dti_assessment_count(assessment, DTI_TARGET_OPEN), 16);
    for (int i = 0; i < LENGTH_OF(told); i++) {
        size_t at = dti_targets_find(targets, told[i].id);
        ck_assert_uint_ne(at, DTI_NONE);
        ck_assert_str_eq(dti_targets_target_value(targets, at), told[i].value);
        ck_assert_str_eq(dti_assessment_actual_text(assessment, at), told[i].actual);
        ck_assert_int_eq(dti_assessment_actual(assessment, at), told[i].amount);
        ck_assert_int_eq(dti_assessment_actual_year(assessment, at), told[i].year);
        ck_assert_int_eq(dti_assessment_status(assessment, at), DTI_TARGET_ACHIEVED);
    }
    dti_assessment_unref(assessment);
    dti_targets_unref(targets);
}
END_TEST

START_TEST(danang_states_nineteen)
{
    dti_targets *targets = load(DANANG, NULL);
    dti_assessment *assessment = assess(targets, NULL, 0, NULL);
    dti_target_status stated = DTI_TARGET_OPEN;
    size_t achieved = 0;
    size_t of = 0;
    ck_assert_uint_eq(dti_assessment_stated_count(assessment, DTI_TARGET_ACHIEVED), 19);
    ck_assert_uint_eq(dti_assessment_stated_count(assessment, DTI_TARGET_MISSED), 1);
    ck_assert_int_eq(dti_targets_stated(targets, &achieved, &of), 1);
    ck_assert_uint_eq(achieved, 19);
    ck_assert_uint_eq(of, 20);
    size_t missed = dti_targets_find(targets, "5g-coverage");
    ck_assert_int_eq(dti_targets_target_stated(targets, missed, &stated), 1);
    ck_assert_int_eq(stated, DTI_TARGET_MISSED);
    ck_assert_str_eq(dti_targets_target_reason(targets, missed, DTI_LANG_VI),
                     "Việt Nam chưa triển khai đấu giá băng tần 5G nên chưa thể triển khai rộng "
                     "rãi");
    ck_assert_int_eq(dti_assessment_status(assessment, missed), DTI_TARGET_OPEN);
    /* Expected, says the source, and counts it; there is no figure. */
    size_t expected = dti_targets_find(targets, "ict-share");
    ck_assert_int_eq(dti_assessment_status(assessment, expected), DTI_TARGET_OPEN);
    ck_assert_int_eq(dti_assessment_actual_year(assessment, expected), 0);
    dti_assessment_unref(assessment);
    dti_targets_unref(targets);
}
END_TEST

/* 47,500 of 579,000: 8.2038… per cent. */
START_TEST(danang_has_a_share_that_is_not_its_quotient)
{
    dti_targets *targets = load(DANANG, NULL);
    dti_assessment *assessment = assess(targets, NULL, 0, NULL);
    ck_assert_uint_eq(dti_report_count(dti_assessment_findings(assessment)), 1);
    ck_assert(has_finding(assessment, "DTI-1265",
                          "\"digital-workforce\": 47500 of 579000 is 8.20 % and not 7.7 % as "
                          "printed; its status stays the same"));
    dti_assessment_unref(assessment);
    dti_targets_unref(targets);
}
END_TEST

/* ── Thanh Hóa ── */

/* Ranks 15, 12, 15, 11 (of 63) and 5 (of 34) in 2020 to 2024; the resolution is of 2021. The line
 * of the top 10 falls by half a rank a year, that of the top 5 by 7/9. */
static const struct {
    const char *today;
    int last; /* year of the table that is there */
    int rank;
    const char *ten;
    const char *five;
    int64_t ten_line;
    int64_t five_line;
} years[] = {
    {"2023-08-08", 2024, 15, "behind", "behind", INT64_C(11500000000), INT64_C(11222222222)},
    {NULL, 2022, 15, "behind", "behind", INT64_C(11500000000), INT64_C(11222222222)},
    {NULL, 2023, 11, "on-course", "behind", INT64_C(11000000000), INT64_C(10444444444)},
    {NULL, 2024, 5, "on-course", "on-course", INT64_C(10500000000), INT64_C(9666666667)},
    {"2025-12-31", 2024, 5, "on-course", "on-course", INT64_C(10500000000), INT64_C(9666666667)},
    {"2026-01-01", 2024, 5, "open", "on-course", INT64_C(10500000000), INT64_C(9666666667)},
};

START_TEST(thanhhoa_is_on_the_way)
{
    struct published published;
    open_published(&published);
    dti_targets *targets = load(THANHHOA, NULL);
    dti_assessment *assessment =
        assess(targets, published.tables, (size_t)(years[_i].last - 2019), years[_i].today);
    size_t ten = dti_targets_find(targets, "top-10");
    size_t five = dti_targets_find(targets, "top-5");
    int64_t line = 0;
    ck_assert_int_eq(dti_assessment_actual(assessment, ten), years[_i].rank * DTI_POINT);
    ck_assert_int_eq(dti_assessment_baseline(assessment, ten), 12 * DTI_POINT);
    ck_assert_int_eq(dti_assessment_baseline_year(assessment, ten), 2021);
    ck_assert_str_eq(dti_target_status_id(dti_assessment_status(assessment, ten)), years[_i].ten);
    ck_assert_str_eq(dti_target_status_id(dti_assessment_status(assessment, five)), years[_i].five);
    ck_assert_int_eq(dti_assessment_expected(assessment, ten, &line), 1);
    ck_assert_int_eq(line, years[_i].ten_line);
    ck_assert_int_eq(dti_assessment_expected(assessment, five, &line), 1);
    ck_assert_int_eq(line, years[_i].five_line);
    ck_assert_uint_eq(dti_report_count(dti_assessment_findings(assessment)), 0);
    dti_assessment_unref(assessment);
    dti_targets_unref(targets);
    close_published(&published);
}
END_TEST

START_TEST(tells_among_how_many)
{
    char text[1024];
    struct published published;
    open_published(&published);
    dti_targets *targets = load(THANHHOA, NULL);
    dti_assessment *assessment = assess(targets, published.tables, YEARS, NULL);
    dti_assessment_format(assessment, 0, DTI_LANG_VI, text, sizeof text);
    ck_assert_str_eq(
        text, "hạng 5/34 (2024); phải đạt: hạng 10 hoặc cao hơn, hạn 31/12/2025; đường thẳng "
              "từ hạng 12 (2021) đến hạng 10 (2025) đòi hỏi 10,5 vào năm 2024; đang đạt, "
              "nhưng chỉ tính khi đến hạn; năm 2021 xếp hạng 63 đơn vị, năm 2024 xếp hạng "
              "34; số liệu năm 2024 theo bộ chỉ số khác (vn-dti-province-405): đúng tiến độ");
    dti_assessment_actual_format(assessment, 0, DTI_LANG_EN, text, sizeof text);
    ck_assert_str_eq(text, "rank 5 of 34 (2024)");
    dti_assessment_unref(assessment);
    dti_targets_unref(targets);
    close_published(&published);
}
END_TEST

/* ── Quảng Nam, Tây Ninh ── */

START_TEST(quangnam_stands_by_its_dossier)
{
    dti_targets *targets = load(QUANGNAM, NULL);
    dti_framework *framework = sample_builtin();
    dti_dossier *dossier = sample_dossier(SAMPLE_QUANGNAM, framework);
    const dti_dossier *dossiers[] = {dossier};
    dti_assessment_options options = DTI_ASSESSMENT_OPTIONS_INIT;
    dti_assessment *assessment = NULL;
    dti_error *error = NULL;
    options.dossiers = dossiers;
    options.dossier_count = 1;
    sample_must(dti_targets_assess(targets, &options, &assessment, &error), &error);
    /* The figures of the plan are those of the dossier, of which it is the source. */
    ck_assert_uint_eq(dti_report_count(dti_assessment_findings(assessment)), 0);
    /* Adopted with 0 policies in 2022: looked up, and not done. */
    size_t experts = dti_targets_find(targets, "expert-hiring");
    ck_assert_int_eq(dti_assessment_actual_year(assessment, experts), 2022);
    ck_assert_int_eq(dti_assessment_actual(assessment, experts), 0);
    ck_assert_uint_eq(dti_assessment_count(assessment, DTI_TARGET_OPEN),
                      dti_targets_count(targets));
    dti_assessment_unref(assessment);
    dti_dossier_unref(dossier);
    dti_framework_unref(framework);
    dti_targets_unref(targets);
}
END_TEST

/* A year later, with a dossier in which one figure rose and one fell. */
START_TEST(quangnam_moves)
{
    static const struct sample_row figures[] = {
        SAMPLE_NUMBER("adults-with-smartphone-share", 64),
        SAMPLE_NUMBER("digital-economy-share", 10.5),
        SAMPLE_NUMBER("drills", 1),
        SAMPLE_NUMBER("expert-hiring-policies", 1),
        SAMPLE_ANSWER("portal-meets-requirements", "no"),
    };
    static const struct {
        const char *id;
        dti_target_status status;
    } expected[] = {
        {"adults-with-smartphone", DTI_TARGET_ACHIEVED},
        {"digital-economy-share", DTI_TARGET_ACHIEVED},
        {"drills", DTI_TARGET_BEHIND},
        {"expert-hiring", DTI_TARGET_ACHIEVED},
        {"portal", DTI_TARGET_OPEN},
    };
    dti_targets *targets = load(QUANGNAM, NULL);
    dti_framework *framework = sample_builtin();
    dti_dossier_builder *builder = NULL;
    dti_dossier *dossier = NULL;
    dti_error *error = NULL;
    sample_must(dti_dossier_builder_new(framework, "gso:49", 2023, NULL, &builder, &error), &error);
    for (int i = 0; i < LENGTH_OF(figures); i++)
        sample_enter(builder, &figures[i]);
    sample_must(dti_dossier_builder_build(builder, &dossier, &error), &error);
    const dti_dossier *dossiers[] = {dossier};
    dti_assessment_options options = DTI_ASSESSMENT_OPTIONS_INIT;
    dti_assessment *assessment = NULL;
    options.dossiers = dossiers;
    options.dossier_count = 1;
    sample_must(dti_targets_assess(targets, &options, &assessment, &error), &error);
    for (int i = 0; i < LENGTH_OF(expected); i++) {
        size_t at = dti_targets_find(targets, expected[i].id);
        ck_assert_int_eq(dti_assessment_actual_year(assessment, at), 2023);
        ck_assert_msg(dti_assessment_status(assessment, at) == expected[i].status, "%s",
                      expected[i].id);
    }
    dti_assessment_unref(assessment);
    dti_dossier_unref(dossier);
    dti_dossier_builder_free(builder);
    dti_framework_unref(framework);
    dti_targets_unref(targets);
}
END_TEST

/* Tây Ninh's own three figures are those of the table; its targets of 2023 wait for that year. */
START_TEST(tayninh_waits_for_2023)
{
    struct published published;
    open_published(&published);
    dti_targets *targets = load(TAYNINH, NULL);
    dti_assessment *assessment = assess(targets, published.tables, YEARS, "2024-01-15");
    for (size_t i = 0; i < dti_targets_count(targets); i++)
        ck_assert_int_eq(dti_assessment_status(assessment, i), DTI_TARGET_OPEN);
    ck_assert(!has_finding(assessment, "DTI-1264", ""));
    /* gso:72 became part of another unit in 2025. */
    ck_assert_int_eq(dti_assessment_actual_year(assessment, 0), 2022);
    dti_assessment_unref(assessment);
    dti_targets_unref(targets);
    close_published(&published);
}
END_TEST

/* ── where figures come from ── */

static dti_targets *parse(const dti_framework *framework, const char *name, const char *unit,
                          const char *target)
{
    char text[2048];
    dti_targets *targets = NULL;
    dti_error *error = NULL;
    int length = snprintf(text, sizeof text,
                          "{\"format\": \"dti-targets/1\", \"id\": \"t\", \"version\": \"1\", "
                          "\"titles\": {\"vi\": \"T\"}, "
                          "\"framework\": {\"id\": \"%s\", \"version\": \"1.0.0\"}, \"unit\": %s, "
                          "\"targets\": [{\"id\": \"a\", \"text\": {\"vi\": \"A\"}, %s}]}",
                          name, unit, target);
    ck_assert_int_lt(length, (int)sizeof text);
    sample_must(dti_targets_parse(text, (size_t)length, framework, NULL, &targets, &error), &error);
    return targets;
}

/* Đà Nẵng was first of 63 in 2022; the unit of that code that was 17th of 34 in 2024 is another
 * one. */
static const struct {
    const char *at;
    int year;
    int rank;
    bool is_told;
} merged[] = {{"2022-12-31", 2023, 1, true}, {"2025-07-01", 2024, 17, true}};

START_TEST(a_merged_unit_is_another_one)
{
    char unit[64];
    struct published published;
    open_published(&published);
    snprintf(unit, sizeof unit, "{\"id\": \"gso:48\", \"at\": \"%s\"}", merged[_i].at);
    dti_targets *targets =
        parse(NULL, SAMPLE_BUILTIN, unit,
              "\"codes\": [\"dti\"], \"comparison\": \"at-most\", \"quantity\": \"rank\", "
              "\"value\": \"5\"");
    dti_assessment *assessment = assess(targets, published.tables, YEARS, NULL);
    ck_assert_int_eq(dti_assessment_actual_year(assessment, 0), merged[_i].year);
    ck_assert_int_eq(dti_assessment_actual(assessment, 0), merged[_i].rank * DTI_POINT);
    ck_assert_int_eq(has_finding(assessment, "DTI-1262", ""), merged[_i].is_told);
    dti_assessment_unref(assessment);
    dti_targets_unref(targets);
    close_published(&published);
}
END_TEST

/* What the tables do not have of a target is not taken from somewhere else in them. */
static const struct {
    const char *target;
    int last; /* year of the table that is there */
    const char *today;
    int year; /* 0: no figure */
} days[] = {
    /* Published on 12 July 2023. */
    {"\"codes\": [\"dti\"], \"comparison\": \"at-most\", \"quantity\": \"rank\"", 2022,
     "2023-07-11", 0},
    {"\"codes\": [\"dti\"], \"comparison\": \"at-most\", \"quantity\": \"rank\"", 2022,
     "2023-07-12", 2022},
    /* Of another framework only the index over all is the same. */
    {"\"codes\": [\"dti\"], \"comparison\": \"at-most\", \"quantity\": \"rank\"", 2024, NULL, 2024},
    {"\"codes\": [\"digital-government\"], \"comparison\": \"at-most\", \"quantity\": \"rank\"",
     2024, NULL, 0},
};

START_TEST(looks_up_what_is_there)
{
    struct published published;
    open_published(&published);
    char unit[64];
    snprintf(unit, sizeof unit, "{\"id\": \"gso:48\", \"at\": \"%s\"}",
             days[_i].last == 2024 ? "2025-07-01" : "2022-12-31");
    dti_targets *targets = parse(NULL, SAMPLE_BUILTIN, unit, days[_i].target);
    dti_assessment *assessment =
        assess(targets, &published.tables[days[_i].last - 2020], 1, days[_i].today);
    ck_assert_int_eq(dti_assessment_actual_year(assessment, 0), days[_i].year);
    dti_assessment_unref(assessment);
    dti_targets_unref(targets);
    close_published(&published);
}
END_TEST

/* Exact points of a table, of which 100 are the most; own figures beside them. */
static const struct {
    const char *target;
    int64_t amount;
    const char *text;
    const char *finding; /* id, or NULL */
} looked_up[] = {
    {"\"comparison\": \"at-least\", \"quantity\": \"value\", \"value\": \"0.5\"",
     INT64_C(511600000), "0.5116", NULL},
    {"\"comparison\": \"at-least\", \"quantity\": \"points\", \"value\": \"50\"",
     INT64_C(51160000000), "51.16", NULL},
    {"\"comparison\": \"at-least\", \"quantity\": \"value\", \"value\": \"0.5\", \"figures\": "
     "[{\"year\": 2022, \"text\": \"0,51\"}]",
     INT64_C(510000000), "0,51", NULL}, /* right to its last decimal */
    {"\"comparison\": \"at-least\", \"quantity\": \"value\", \"value\": \"0.5\", \"figures\": "
     "[{\"year\": 2022, \"text\": \"0,52\"}]",
     INT64_C(520000000), "0,52", "DTI-1264"},
    {"\"comparison\": \"at-least\", \"quantity\": \"value\", \"value\": \"0.5\", \"figures\": "
     "[{\"year\": 2022, \"text\": \"0,6\", \"bound\": \"at-most\"}]",
     INT64_C(600000000), "0,6", NULL},
    {"\"comparison\": \"at-least\", \"quantity\": \"value\", \"value\": \"0.5\", \"figures\": "
     "[{\"year\": 2022, \"text\": \"0,6\", \"bound\": \"at-least\"}]",
     INT64_C(600000000), "0,6", "DTI-1264"},
    {"\"comparison\": \"at-least\", \"quantity\": \"value\", \"value\": \"0.5\", \"figures\": "
     "[{\"year\": 2022, \"text\": \"0,6\", \"bound\": \"about\"}]",
     INT64_C(600000000), "0,6", NULL}, /* nobody says how far about reaches */
    {"\"comparison\": \"in-group\", \"group\": \"fair\"", INT64_C(511600000), "0.5116", NULL},
};

START_TEST(looks_up_points)
{
    char target[512];
    dti_framework *framework = sample_framework(SAMPLE_TINY_FRAMEWORK);
    dti_units *units = NULL;
    dti_table_builder *builder = NULL;
    dti_table *table = NULL;
    dti_error *error = NULL;
    sample_must(dti_units_builtin("vn-provinces", NULL, &units, &error), &error);
    sample_must(dti_table_builder_new(framework, units, "t", 2022, NULL, NULL, &builder, &error),
                &error);
    sample_must(
        dti_table_builder_add_points(builder, "gso:49", "total", INT64_C(51160000000), &error),
        &error);
    sample_must(dti_table_builder_build(builder, &table, &error), &error);
    snprintf(target, sizeof target, "\"codes\": [\"total\"], %s", looked_up[_i].target);
    dti_targets *targets = parse(framework, "tiny", "{\"id\": \"gso:49\"}", target);
    /* Computed points are known while the year is running. */
    dti_assessment *assessment = assess(targets, &table, 1, "2022-06-30");
    ck_assert_int_eq(dti_assessment_actual_year(assessment, 0), 2022);
    ck_assert_int_eq(dti_assessment_actual(assessment, 0), looked_up[_i].amount);
    ck_assert_str_eq(dti_assessment_actual_text(assessment, 0), looked_up[_i].text);
    ck_assert_uint_eq(dti_report_count(dti_assessment_findings(assessment)),
                      looked_up[_i].finding ? 1 : 0);
    if (looked_up[_i].finding)
        ck_assert(has_finding(assessment, looked_up[_i].finding, ""));
    dti_assessment_unref(assessment);
    dti_targets_unref(targets);
    dti_table_unref(table);
    dti_table_builder_free(builder);
    dti_units_unref(units);
    dti_framework_unref(framework);
}
END_TEST

/* A table that does not say when it was published: what is printed is known once the year is over.
 */
START_TEST(waits_until_the_year_is_over)
{
    static const struct {
        const char *quantity;
        const char *today;
        int year; /* 0: no figure */
    } cases[] = {{"value", "2022-12-31", 0},
                 {"value", "2023-01-01", 2022},
                 {"rank", "2023-01-01", 0}}; /* none was printed */
    dti_framework *framework = sample_framework(SAMPLE_TINY_FRAMEWORK);
    dti_units *units = NULL;
    dti_table_builder *builder = NULL;
    dti_table *table = NULL;
    dti_error *error = NULL;
    sample_must(dti_units_builtin("vn-provinces", NULL, &units, &error), &error);
    sample_must(dti_table_builder_new(framework, units, "t", 2022, NULL, NULL, &builder, &error),
                &error);
    sample_must(
        dti_table_builder_add(builder, "gso:49", "total", DTI_QUANTITY_VALUE, "0.51", &error),
        &error);
    sample_must(dti_table_builder_build(builder, &table, &error), &error);
    for (int i = 0; i < LENGTH_OF(cases); i++) {
        char target[128];
        snprintf(target, sizeof target,
                 "\"codes\": [\"total\"], \"comparison\": \"increase\", \"quantity\": \"%s\"",
                 cases[i].quantity);
        dti_targets *targets = parse(framework, "tiny", "{\"id\": \"gso:49\"}", target);
        dti_assessment *assessment = assess(targets, &table, 1, cases[i].today);
        ck_assert_int_eq(dti_assessment_actual_year(assessment, 0), cases[i].year);
        dti_assessment_unref(assessment);
        dti_targets_unref(targets);
    }
    dti_table_unref(table);
    dti_table_builder_free(builder);
    dti_units_unref(units);
    dti_framework_unref(framework);
}
END_TEST

/* The tiny dossier: 5116 of 10000 adults, 60 files online, 250 − 50 billion spent, a plan, three
 * platforms. */
static const struct {
    const char *target;
    int64_t amount;
    const char *text;
} inputs[] = {
    {"\"input\": \"users-share\", \"comparison\": \"at-least\", \"quantity\": \"percent\", "
     "\"value\": \"50\"",
     INT64_C(51160000000), "51.16"},
    {"\"input\": \"users\", \"comparison\": \"increase\", \"quantity\": \"count\"",
     5116 * DTI_POINT, "5116"},
    {"\"input\": \"spending-net\", \"comparison\": \"increase\", \"quantity\": \"amount\"",
     200 * DTI_POINT, "200"},
    {"\"input\": \"platforms\", \"comparison\": \"at-least\", \"quantity\": \"count\", \"value\": "
     "\"3\"",
     3 * DTI_POINT, "3"},
    {"\"input\": \"plan-issued\", \"comparison\": \"done\"", DTI_POINT, ""},
    {"\"input\": \"portal-open\", \"comparison\": \"done\"", 0, ""},
    {"\"input\": \"platforms\", \"comparison\": \"done\"", DTI_POINT, ""},
};

START_TEST(looks_up_inputs)
{
    dti_framework *framework = sample_framework(SAMPLE_TINY_FRAMEWORK);
    dti_dossier *dossier = sample_dossier(SAMPLE_TINY_DOSSIER, framework);
    const dti_dossier *dossiers[] = {dossier};
    dti_targets *targets = parse(framework, "tiny", "{\"id\": \"gso:49\"}", inputs[_i].target);
    dti_assessment_options options = DTI_ASSESSMENT_OPTIONS_INIT;
    dti_assessment *assessment = NULL;
    dti_error *error = NULL;
    options.dossiers = dossiers;
    options.dossier_count = 1;
    sample_must(dti_targets_assess(targets, &options, &assessment, &error), &error);
    ck_assert_int_eq(dti_assessment_actual_year(assessment, 0), 2022);
    ck_assert_int_eq(dti_assessment_actual(assessment, 0), inputs[_i].amount);
    ck_assert_str_eq(dti_assessment_actual_text(assessment, 0), inputs[_i].text);
    dti_assessment_unref(assessment);
    /* Not before its year. */
    assessment = NULL;
    options.today = "2021-12-31";
    sample_must(dti_targets_assess(targets, &options, &assessment, &error), &error);
    ck_assert_int_eq(dti_assessment_actual_year(assessment, 0), 0);
    dti_assessment_unref(assessment);
    dti_targets_unref(targets);
    dti_dossier_unref(dossier);
    dti_framework_unref(framework);
}
END_TEST

/* 51.16 per mille are 5.116 per cent. */
START_TEST(counts_per_cent_in_any_unit)
{
    size_t length = 0;
    char *text = test_read_file(SAMPLE_TINY_FRAMEWORK, &length);
    char *at = strstr(text, "\"divisor\": 100}");
    ck_assert_ptr_nonnull(at);
    memcpy(at, "\"divisor\": 1e3", strlen("\"divisor\": 1e3"));
    dti_framework *framework = NULL;
    dti_error *error = NULL;
    sample_must(dti_framework_parse(text, length, NULL, &framework, &error), &error);
    dti_dossier *dossier = sample_dossier(SAMPLE_TINY_DOSSIER, framework);
    const dti_dossier *dossiers[] = {dossier};
    dti_targets *targets = parse(
        framework, "tiny", "{\"id\": \"gso:49\"}",
        "\"input\": \"users-share\", \"comparison\": \"increase\", \"quantity\": \"percent\"");
    dti_assessment_options options = DTI_ASSESSMENT_OPTIONS_INIT;
    dti_assessment *assessment = NULL;
    options.dossiers = dossiers;
    options.dossier_count = 1;
    sample_must(dti_targets_assess(targets, &options, &assessment, &error), &error);
    ck_assert_int_eq(dti_assessment_actual(assessment, 0), INT64_C(5116000000));
    ck_assert_str_eq(dti_assessment_actual_text(assessment, 0), "5.116");
    dti_assessment_unref(assessment);
    dti_targets_unref(targets);
    dti_dossier_unref(dossier);
    dti_framework_unref(framework);
    free(text);
}
END_TEST

/* Inputs of another framework have other ids, or other meanings. */
START_TEST(leaves_dossiers_of_other_frameworks)
{
    dti_framework *framework = sample_framework(SAMPLE_TINY_FRAMEWORK);
    dti_dossier *dossier = sample_dossier(SAMPLE_TINY_DOSSIER, framework);
    const dti_dossier *dossiers[] = {dossier};
    dti_targets *targets = load(QUANGNAM, NULL);
    dti_assessment_options options = DTI_ASSESSMENT_OPTIONS_INIT;
    dti_assessment *assessment = NULL;
    dti_error *error = NULL;
    options.dossiers = dossiers;
    options.dossier_count = 1;
    sample_must(dti_targets_assess(targets, &options, &assessment, &error), &error);
    ck_assert(has_finding(assessment, "DTI-1260", "of framework \"tiny\""));
    ck_assert_uint_eq(dti_report_count(dti_assessment_findings(assessment)), 1);
    dti_assessment_unref(assessment);
    dti_targets_unref(targets);
    dti_dossier_unref(dossier);
    dti_framework_unref(framework);
}
END_TEST

/* ── findings ── */

static const struct {
    const char *target;
    const char *id;
    const char *words;
} odd[] = {
    {"\"comparison\": \"at-least\", \"quantity\": \"percent\", \"value\": \"8\", \"figures\": "
     "[{\"year\": 2022, \"text\": \"7,7\", \"part\": \"47500\", \"whole\": \"579000\"}], \"due\": "
     "\"2022-12-31\"",
     "DTI-1266",
     "47500 of 579000 is 8.20 % and not 7.7 % as printed; by the right figure it is achieved "
     "instead of missed"},
    {"\"comparison\": \"at-least\", \"quantity\": \"value\", \"value\": \"0.5\", \"figures\": "
     "[{\"year\": 2022, \"text\": \"0,125\", \"part\": \"1\", \"whole\": \"3\"}]",
     "DTI-1265", "1 of 3 is 0.333 and not 0.125 as printed"},
    {"\"comparison\": \"at-least\", \"quantity\": \"percent\", \"value\": \"50\", \"due\": "
     "\"2022-12-31\", \"figures\": [{\"year\": 2022, \"text\": \"49\"}], \"stated\": {\"status\": "
     "\"achieved\"}",
     "DTI-1267", "the source states achieved, the figures give missed"},
};

START_TEST(finds_what_does_not_hold)
{
    dti_framework *framework = sample_framework(SAMPLE_TINY_FRAMEWORK);
    dti_targets *targets = parse(framework, "tiny", "{\"id\": \"gso:49\"}", odd[_i].target);
    dti_assessment *assessment = assess(targets, NULL, 0, NULL);
    ck_assert_uint_eq(dti_report_count(dti_assessment_findings(assessment)), 1);
    ck_assert(has_finding(assessment, odd[_i].id, odd[_i].words));
    dti_assessment_unref(assessment);
    dti_targets_unref(targets);
    dti_framework_unref(framework);
}
END_TEST

static const char *const sound[] = {
    /* 20.5 % of what prints as 21 % and as 20.5 %; half a per cent up. */
    "\"comparison\": \"at-least\", \"quantity\": \"percent\", \"figures\": [{\"year\": 2022, "
    "\"text\": \"21\", \"part\": \"41\", \"whole\": \"200\"}]",
    "\"comparison\": \"at-least\", \"quantity\": \"percent\", \"figures\": [{\"year\": 2022, "
    "\"text\": \"20,5\", \"part\": \"41\", \"whole\": \"200\"}]",
    /* Open contradicts nothing. */
    "\"comparison\": \"at-least\", \"quantity\": \"percent\", \"stated\": {\"status\": "
    "\"achieved\"}",
    "\"comparison\": \"at-least\", \"quantity\": \"percent\", \"value\": \"5\", \"figures\": "
    "[{\"year\": 2022, \"text\": \"6\"}], \"stated\": {\"status\": \"open\"}",
};

START_TEST(finds_nothing_where_all_holds)
{
    dti_framework *framework = sample_framework(SAMPLE_TINY_FRAMEWORK);
    dti_targets *targets = parse(framework, "tiny", "{\"id\": \"gso:49\"}", sound[_i]);
    dti_assessment *assessment = assess(targets, NULL, 0, NULL);
    ck_assert_uint_eq(dti_report_count(dti_assessment_findings(assessment)), 0);
    dti_assessment_unref(assessment);
    dti_targets_unref(targets);
    dti_framework_unref(framework);
}
END_TEST

/* One target of one, stated as achieved: how many the source counts beside that. */
START_TEST(counts_what_is_stated)
{
    static const struct {
        int achieved;
        int of;
        const char *words; /* NULL: nothing is said */
    } cases[] = {{1, 1, NULL}, {0, 1, "0 of 1"}, {1, 2, "1 of 2"}};
    dti_framework *framework = sample_framework(SAMPLE_TINY_FRAMEWORK);
    for (int i = 0; i < LENGTH_OF(cases); i++) {
        char unit[96];
        snprintf(unit, sizeof unit,
                 "{\"id\": \"gso:49\"}, \"stated\": {\"achieved\": %d, \"of\": %d}",
                 cases[i].achieved, cases[i].of);
        dti_targets *targets = parse(framework, "tiny", unit,
                                     "\"comparison\": \"text\", \"stated\": {\"status\": "
                                     "\"achieved\"}");
        dti_assessment *assessment = assess(targets, NULL, 0, NULL);
        ck_assert_uint_eq(dti_report_count(dti_assessment_findings(assessment)),
                          cases[i].words ? 1 : 0);
        if (cases[i].words)
            ck_assert(has_finding(assessment, "DTI-1268", cases[i].words));
        dti_assessment_unref(assessment);
        dti_targets_unref(targets);
    }
    dti_framework_unref(framework);
}
END_TEST

/* ── the document ── */

START_TEST(has_what_is_written)
{
    dti_framework *framework = sample_framework(SAMPLE_TINY_FRAMEWORK);
    dti_targets *targets = load(TINY, framework);
    dti_targets *shared = dti_targets_ref(targets);
    dti_target_status stated = DTI_TARGET_OPEN;
    dti_targets_unref(targets);
    dti_framework_unref(framework);
    ck_assert_str_eq(dti_targets_id(shared), "tiny-targets");
    ck_assert_str_eq(dti_targets_version(shared), "1.0.0");
    ck_assert_str_eq(dti_targets_title(shared, DTI_LANG_EN), "Some targets");
    ck_assert_str_eq(dti_targets_unit_id(shared), "gso:49");
    ck_assert_str_eq(dti_targets_unit_name(shared, DTI_LANG_VI), "Tỉnh nhỏ");
    ck_assert_str_eq(dti_framework_id(dti_targets_framework(shared)), "tiny");
    ck_assert_int_eq(strncmp(dti_targets_digest(shared), "sha256:", 7), 0);
    ck_assert_uint_eq(dti_targets_count(shared), 6);
    ck_assert_uint_eq(dti_targets_find(shared, "users"), 0);
    ck_assert_uint_eq(dti_targets_find(shared, "nobody"), DTI_NONE);
    ck_assert_str_eq(dti_targets_target_id(shared, 1), "rank");
    ck_assert_str_eq(dti_targets_target_text(shared, 1, DTI_LANG_EN), "Among the first ten");
    ck_assert_int_eq(dti_targets_target_comparison(shared, 1), DTI_TARGET_AT_MOST);
    ck_assert_str_eq(dti_targets_target_value(shared, 1), "10");
    ck_assert_uint_eq(dti_targets_target_node_count(shared, 1), 1);
    ck_assert_uint_eq(dti_targets_target_node(shared, 1, 0),
                      dti_framework_find(dti_targets_framework(shared), NULL, "total"));
    ck_assert_uint_eq(dti_targets_target_node(shared, 1, 1), DTI_NONE);
    ck_assert_uint_eq(dti_targets_target_input(shared, 0),
                      sample_input(dti_targets_framework(shared), "users-share"));
    ck_assert_uint_eq(dti_targets_target_input(shared, 1), DTI_NONE);
    ck_assert_str_eq(dti_targets_target_due(shared, 0), "2023-12-31");
    ck_assert_str_eq(dti_targets_target_due(shared, 2), "");
    ck_assert_str_eq(dti_targets_target_owner(shared, 0, DTI_LANG_VI), "Sở Nội vụ");
    ck_assert_str_eq(dti_targets_target_source(shared, 0, DTI_LANG_EN), "A plan");
    ck_assert_str_eq(dti_targets_target_note(shared, 0, DTI_LANG_VI), "Ghi chú");
    ck_assert_int_eq(dti_targets_target_stated(shared, 0, &stated), 1);
    ck_assert_int_eq(stated, DTI_TARGET_BEHIND);
    ck_assert_int_eq(dti_targets_target_stated(shared, 1, NULL), 0);
    ck_assert_str_eq(dti_targets_target_reason(shared, 0, DTI_LANG_EN), "Too slow");
    ck_assert_int_eq(dti_targets_stated(shared, NULL, NULL), 1);
    dti_targets_unref(shared);
}
END_TEST

START_TEST(answers_nobody)
{
    char text[8] = "x";
    ck_assert_ptr_null(dti_targets_ref(NULL));
    ck_assert_str_eq(dti_targets_id(NULL), "");
    ck_assert_str_eq(dti_targets_title(NULL, DTI_LANG_VI), "");
    ck_assert_str_eq(dti_targets_digest(NULL), "");
    ck_assert_ptr_null(dti_targets_framework(NULL));
    ck_assert_uint_eq(dti_targets_count(NULL), 0);
    ck_assert_str_eq(dti_targets_target_id(NULL, 0), "");
    ck_assert_int_eq(dti_targets_target_comparison(NULL, 0), DTI_TARGET_TEXT);
    ck_assert_uint_eq(dti_targets_target_node(NULL, 0, 0), DTI_NONE);
    ck_assert_int_eq(dti_targets_target_stated(NULL, 0, NULL), 0);
    ck_assert_int_eq(dti_targets_stated(NULL, NULL, NULL), 0);
    ck_assert_uint_eq(dti_targets_target_format(NULL, 0, DTI_LANG_VI, text, sizeof text), 0);
    ck_assert_str_eq(text, "");
    ck_assert_ptr_null(dti_assessment_ref(NULL));
    dti_targets_unref(NULL);
    dti_assessment_unref(NULL);
}
END_TEST

START_TEST(refuses_misuse)
{
    dti_framework *framework = sample_framework(SAMPLE_TINY_FRAMEWORK);
    dti_targets *targets = load(TINY, framework);
    dti_framework *builtin = sample_builtin();
    dti_dossier_builder *builder = NULL;
    dti_dossier *other = NULL;
    dti_assessment *out = NULL;
    dti_text *text = NULL;
    dti_error *error = NULL;
    sample_must(dti_dossier_builder_new(builtin, "gso:48", 2022, NULL, &builder, &error), &error);
    sample_must(dti_dossier_builder_build(builder, &other, &error), &error);
    const dti_dossier *dossiers[] = {other, NULL};
    const dti_table *tables[] = {NULL};
    sample_refused(dti_targets_assess(NULL, NULL, &out, &error), DTI_E_ARG, &error);
    sample_refused(dti_targets_assess(targets, NULL, NULL, &error), DTI_E_ARG, &error);
    dti_assessment_options options = DTI_ASSESSMENT_OPTIONS_INIT;
    options.today = "2022-02-30";
    sample_refused(dti_targets_assess(targets, &options, &out, &error), DTI_E_VALUE, &error);
    options.today = NULL;
    options.dossiers = dossiers;
    options.dossier_count = 1;
    sample_refused(dti_targets_assess(targets, &options, &out, &error), DTI_E_VALUE, &error);
    options.dossiers = dossiers + 1;
    sample_refused(dti_targets_assess(targets, &options, &out, &error), DTI_E_ARG, &error);
    options.dossiers = NULL;
    sample_refused(dti_targets_assess(targets, &options, &out, &error), DTI_E_ARG, &error);
    options.dossier_count = 0;
    options.table_count = 1;
    sample_refused(dti_targets_assess(targets, &options, &out, &error), DTI_E_ARG, &error);
    options.tables = tables;
    sample_refused(dti_targets_assess(targets, &options, &out, &error), DTI_E_ARG, &error);
    sample_refused(dti_assessment_write(NULL, DTI_LANG_VI, &text, &error), DTI_E_ARG, &error);
    ck_assert_ptr_null(out);
    ck_assert_ptr_null(text);
    dti_dossier_unref(other);
    dti_dossier_builder_free(builder);
    dti_framework_unref(builtin);
    dti_targets_unref(targets);
    dti_framework_unref(framework);
}
END_TEST

/* A rank of "at least 10" is most likely not meant. */
START_TEST(warns_of_ranks_upwards)
{
    static const char text[] =
        "{\"format\": \"dti-targets/1\", \"id\": \"t\", \"version\": \"1\", \"titles\": {\"vi\": "
        "\"T\"},"
        " \"framework\": {\"id\": \"vn-dti-province-922\", \"version\": \"1.0.0\"}, \"unit\": "
        "{\"id\": \"gso:1\"},"
        " \"targets\": [{\"id\": \"a\", \"text\": {\"vi\": \"A\"}, \"comparison\": \"at-least\","
        " \"quantity\": \"rank\", \"value\": \"10\"}]}";
    dti_report *report = NULL;
    dti_error *error = NULL;
    sample_must(dti_targets_check(text, sizeof text - 1, NULL, NULL, &report, &error), &error);
    ck_assert_uint_eq(dti_report_count(report), 1);
    ck_assert_str_eq(dti_report_id(report, 0), "DTI-1259");
    ck_assert_int_eq(dti_report_severity(report, 0), DTI_SEVERITY_WARNING);
    ck_assert_str_eq(dti_report_pointer(report, 0), "/targets/0/comparison");
    dti_report_unref(report);
}
END_TEST

/* ── memory ── */

struct kit { /* made with memory that does not fail */
    dti_framework *framework;
    dti_dossier *dossier;
    dti_table *table;
    char *text;
    size_t length;
};

static dti_status make_all(const dti_allocator *allocator, void *data)
{
    const struct kit *kit = data;
    const dti_dossier *dossiers[] = {kit->dossier};
    const dti_table *tables[] = {kit->table};
    dti_parse_options parsing = DTI_PARSE_OPTIONS_INIT;
    dti_assessment_options options = DTI_ASSESSMENT_OPTIONS_INIT;
    dti_targets *targets = NULL;
    dti_assessment *assessment = NULL;
    dti_text *written = NULL;
    dti_error *error = NULL;
    parsing.allocator = allocator;
    options.allocator = allocator;
    options.dossiers = dossiers;
    options.dossier_count = 1;
    options.tables = tables;
    options.table_count = 1;
    dti_status status =
        dti_targets_parse(kit->text, kit->length, kit->framework, &parsing, &targets, &error);
    ck_assert_int_eq(targets != NULL, status == DTI_OK);
    if (status == DTI_OK) {
        status = dti_targets_assess(targets, &options, &assessment, &error);
        ck_assert_int_eq(assessment != NULL, status == DTI_OK);
    }
    if (status == DTI_OK) {
        status = dti_assessment_write(assessment, DTI_LANG_VI, &written, &error);
        ck_assert_int_eq(written != NULL, status == DTI_OK);
    }
    ck_assert_int_eq(error != NULL, status != DTI_OK);
    dti_error_free(error);
    dti_text_free(written);
    dti_assessment_unref(assessment);
    dti_targets_unref(targets);
    return status;
}

START_TEST(survives_without_memory)
{
    struct kit kit = {.framework = sample_framework(SAMPLE_TINY_FRAMEWORK)};
    dti_units *units = NULL;
    dti_table_builder *builder = NULL;
    dti_error *error = NULL;
    kit.dossier = sample_dossier(SAMPLE_TINY_DOSSIER, kit.framework);
    kit.text = test_read_file(TINY, &kit.length);
    sample_must(dti_units_builtin("vn-provinces", NULL, &units, &error), &error);
    sample_must(
        dti_table_builder_new(kit.framework, units, "t", 2022, NULL, NULL, &builder, &error),
        &error);
    sample_must(dti_table_builder_add(builder, "gso:49", "total", DTI_QUANTITY_RANK, "1", &error),
                &error);
    sample_must(dti_table_builder_build(builder, &kit.table, &error), &error);
    test_nomem(make_all, &kit);
    dti_table_builder_free(builder);
    dti_table_unref(kit.table);
    dti_units_unref(units);
    dti_dossier_unref(kit.dossier);
    dti_framework_unref(kit.framework);
    free(kit.text);
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("io-targets");
    TCase *provinces = tcase_create("provinces");
    TCase *tcase = tcase_create("targets");
    tcase_add_test(provinces, danang_has_reached_four);
    tcase_add_test(provinces, danang_states_nineteen);
    tcase_add_test(provinces, danang_has_a_share_that_is_not_its_quotient);
    tcase_add_loop_test(provinces, thanhhoa_is_on_the_way, 0, LENGTH_OF(years));
    tcase_add_test(provinces, tells_among_how_many);
    tcase_add_test(provinces, quangnam_stands_by_its_dossier);
    tcase_add_test(provinces, quangnam_moves);
    tcase_add_test(provinces, tayninh_waits_for_2023);
    tcase_add_loop_test(provinces, a_merged_unit_is_another_one, 0, LENGTH_OF(merged));
    suite_add_tcase(suite, provinces);
    tcase_add_loop_test(provinces, looks_up_what_is_there, 0, LENGTH_OF(days));
    tcase_add_loop_test(tcase, looks_up_points, 0, LENGTH_OF(looked_up));
    tcase_add_test(tcase, waits_until_the_year_is_over);
    tcase_add_loop_test(tcase, looks_up_inputs, 0, LENGTH_OF(inputs));
    tcase_add_test(tcase, counts_per_cent_in_any_unit);
    tcase_add_test(tcase, leaves_dossiers_of_other_frameworks);
    tcase_add_loop_test(tcase, finds_what_does_not_hold, 0, LENGTH_OF(odd));
    tcase_add_loop_test(tcase, finds_nothing_where_all_holds, 0, LENGTH_OF(sound));
    tcase_add_test(tcase, counts_what_is_stated);
    tcase_add_test(tcase, has_what_is_written);
    tcase_add_test(tcase, answers_nobody);
    tcase_add_test(tcase, refuses_misuse);
    tcase_add_test(tcase, warns_of_ranks_upwards);
    tcase_add_test(tcase, survives_without_memory);
    suite_add_tcase(suite, tcase);
    return suite;
}
