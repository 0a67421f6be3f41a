/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* What tables and targets say, and means and changes between them; expected intervals by hand. */
#include "gathered.h"
#include "tables.h"

#include <string.h>

#define PROVINCE "vn-dti-province-922"

static const struct dti__said *find_said(const dti_figures *figures, enum dti__about about,
                                         const char *unit, int32_t year, const char *code)
{
    size_t node = gathered_node(figures, code);
    for (size_t i = 0; i < figures->said_count; i++) {
        const struct dti__subject_of *of = &figures->unknowns[figures->said[i].unknown].of;
        if (of->about == about && strcmp(of->unit, unit) == 0 && of->year == year &&
            of->node == node)
            return &figures->said[i];
    }
    ck_abort_msg("nothing said of %s %s", unit, code);
    return NULL;
}

static void check_span(struct dti__span span, int64_t low, int64_t high)
{
    ck_assert_int_eq(span.low, low);
    ck_assert_int_eq(span.high, high);
}

START_TEST(figures_of_a_table)
{
    dti_figures *figures = gathered_begin(PROVINCE);
    gathered_table(figures, "vn-dti-province-2022");
    const struct dti__said *said = find_said(figures, DTI__ABOUT_POINTS, "gso:48", 2022, "dti");
    check_span(said->span, 800150 * MILLI, 800250 * MILLI - 1); /* 0.8002 of 1000 */
    ck_assert_str_eq(said->text, "0.8002");
    ck_assert_int_eq(said->quantity, DTI_QUANTITY_VALUE);
    ck_assert_str_eq(said->unit_names.vi, "Đà Nẵng");
    ck_assert_str_eq(said->source.en, "Ranking of 2022 on dti.gov.vn");
    ck_assert(!said->is_calculated && !said->is_assumed);
    said = find_said(figures, DTI__ABOUT_RANK, "gso:48", 2022, "dti");
    check_span(said->span, DTI_POINT, DTI_POINT);
    check_span(figures->unknowns[said->unknown].limits, DTI_POINT, 63 * DTI_POINT);
    /* 0,275, which may be 0.15 points off */
    said = find_said(figures, DTI__ABOUT_POINTS, "gso:49", 2022, "8");
    check_span(said->span, 41100 * MILLI, 41400 * MILLI);
    ck_assert_str_eq(said->place, "III");
    said = find_said(figures, DTI__ABOUT_RANK_CHANGE, "gso:49", 2022, "1");
    check_span(said->span, -44 * DTI_POINT, -44 * DTI_POINT);
    ck_assert_int_eq(said->against, 2021);
    ck_assert(said->is_calculated);
    said = find_said(figures, DTI__ABOUT_VALUE_CHANGE, "gso:49", 2022, "dti");
    check_span(said->span, 147800000, 148000000);
    said = find_said(figures, DTI__ABOUT_MEAN, "", 2022, "dti");
    check_span(said->span, 578550 * MILLI, 578650 * MILLI - 1);
    ck_assert_str_eq(said->place, "II.1");
    said = find_said(figures, DTI__ABOUT_COUNT, "", 2022, "dti");
    check_span(said->span, 32 * DTI_POINT, 32 * DTI_POINT);
    ck_assert_uint_eq(figures->unknowns[said->unknown].of.detail, DTI__COUNTS_UNITS_ABOVE_MEAN);
    dti_figures_free(figures);
}
END_TEST

START_TEST(ranks_within_groups)
{
    dti_figures *figures = gathered_begin("vn-dti-ministry-922");
    gathered_table(figures, "vn-dti-ministry-2021");
    size_t with = 0;
    size_t without = 0;
    for (size_t i = 0; i < figures->said_count; i++) {
        const struct dti__subject_of *of = &figures->unknowns[figures->said[i].unknown].of;
        with += of->about == DTI__ABOUT_RANK && strcmp(of->group, "co-dich-vu-cong") == 0;
        without += of->about == DTI__ABOUT_RANK && strcmp(of->group, "khong-dich-vu-cong") == 0;
        ck_assert(of->about != DTI__ABOUT_RANK || of->group[0] != '\0');
    }
    ck_assert_uint_eq(with + without, 13); /* two units on rank 1 */
    ck_assert(with > 0 && without > 0);
    gathered_tie(figures);
    ck_assert_uint_eq(gathered_count(figures, DTI_IDENTITY_TIES), 0);
    dti_figures_free(figures);
}
END_TEST

START_TEST(refused)
{
    dti_figures *figures = gathered_begin(PROVINCE);
    dti_table *table = NULL;
    dti_error *error = NULL;
    sample_must(dti_table_builtin("vn-dti-province-2024", NULL, &table, &error), &error);
    sample_refused(dti_figures_add_table(figures, table, &error), DTI_E_VERSION, &error);
    sample_refused(dti_figures_add_table(figures, NULL, &error), DTI_E_ARG, &error);
    sample_refused(dti_figures_add_table(NULL, table, &error), DTI_E_ARG, &error);
    sample_refused(dti_figures_add_targets(figures, NULL, &error), DTI_E_ARG, &error);
    sample_refused(dti_figures_add_targets(NULL, NULL, &error), DTI_E_ARG, &error);
    ck_assert_uint_eq(figures->said_count, 0);
    dti_table_unref(table);
    struct tables tables;
    tables_open(&tables);
    sample_refused(dti_figures_add_targets(figures, tables.targets, &error), DTI_E_VERSION, &error);
    tables_close(&tables);
    dti_figures_free(figures);
}
END_TEST

/* ── points that were computed ── */

static dti_table *of_points(const char *const (*points)[2], size_t count)
{
    dti_table_builder *builder = NULL;
    dti_table *table = NULL;
    dti_units *units = NULL;
    dti_error *error = NULL;
    dti_framework *framework = sample_builtin();
    sample_must(dti_units_builtin("vn-provinces", NULL, &units, &error), &error);
    sample_must(
        dti_table_builder_new(framework, units, "computed", 2022, NULL, NULL, &builder, &error),
        &error);
    for (size_t i = 0; i < count; i++)
        sample_must(dti_table_builder_add_points(builder, "gso:49", points[i][0],
                                                 strtoll(points[i][1], NULL, 10) * MILLI, &error),
                    &error);
    sample_must(dti_table_builder_build(builder, &table, &error), &error);
    dti_table_builder_free(builder);
    dti_units_unref(units);
    dti_framework_unref(framework);
    return table;
}

static size_t said_of(const char *const (*points)[2], size_t count)
{
    dti_table *table = of_points(points, count);
    dti_figures *figures = NULL;
    dti_error *error = NULL;
    sample_must(dti_figures_new(dti_table_framework(table), NULL, &figures, &error), &error);
    sample_must(dti_figures_add_table(figures, table, &error), &error);
    size_t said = figures->said_count;
    if (said > 0) {
        const struct dti__said *first = &figures->said[0];
        ck_assert_int_eq(first->span.low, first->span.high);
        ck_assert(first->is_calculated);
        ck_assert_str_ne(first->text, "");
    }
    dti_figures_free(figures);
    dti_table_unref(table);
    return said;
}

/* Points of results are exact; where they were rescaled, the sum of what they contain is another
 * one, and says nothing of its parts. */
START_TEST(computed_points)
{
    static const char *const fits[][2] = {
        {"1", "80000"}, {"2", "80000"},  {"3", "67640"},    {"4", "41770"},
        {"5", "52290"}, {"6", "145450"}, {"dti", "581000"}, {"digital-government", "467150"}};
    static const char *const all[][2] = {{"1", "80000"}, {"2", "80000"}, {"3", "67640"},
                                         {"4", "41770"}, {"5", "52290"}, {"6", "145450"},
                                         {"7", "72330"}, {"8", "41350"}, {"dti", "580830"}};
    static const char *const components[][2] = {{"3.1", "6000"}, {"3", "70000"}};
    static const char *const rescaled[][2] = {{"3.1", "6000"}, {"3", "99000"}};
    /* The overall index without 7 and 8 was rescaled: all but it are told. */
    ck_assert_uint_eq(said_of(fits, 8), 7);
    ck_assert_uint_eq(said_of(all, 9), 9);
    ck_assert_uint_eq(said_of(components, 2), 2); /* 64 of 90 points are missing */
    ck_assert_uint_eq(said_of(rescaled, 2), 1);   /* 93 of 90 */
}
END_TEST

/* ── between documents ── */

START_TEST(changes)
{
    dti_figures *figures = gathered_begin(PROVINCE);
    gathered_table(figures, "vn-dti-province-2022");
    dti__figures_tie_changes(figures);
    ck_assert_uint_eq(figures->identity_count, 0); /* one year alone */
    gathered_table(figures, "vn-dti-province-2021");
    dti__figures_tie_changes(figures);
    ck_assert_uint_eq(figures->identity_count, 13);
    for (size_t i = 0; i < 13; i++) {
        const struct dti__identity *identity = &figures->identities[i];
        ck_assert_uint_eq(identity->subject, 0);
        bool is_wrong = identity->node == gathered_node(figures, "5");
        ck_assert_int_eq(gathered_holds(figures, identity), !is_wrong); /* 32 − 24 is not 18 */
        /* 0.1479 × 1000 points, or one rank */
        bool is_value =
            figures->unknowns[identity->terms[0].unknown].of.about == DTI__ABOUT_VALUE_CHANGE;
        ck_assert_int_eq(identity->terms[0].factor, is_value ? 1000 : 1);
        ck_assert_int_eq(identity->terms[1].factor, is_value ? -1 : 1);
        ck_assert_int_eq(identity->terms[2].factor, is_value ? 1 : -1);
    }
    dti_figures_free(figures);
}
END_TEST

/* 0.5786 − 0.4014 = 0.1772: of the mean, too. */
START_TEST(change_of_means)
{
    static const struct {
        int64_t change;
        bool holds;
    } cases[] = {{177200000, true}, {177700000, false}}; /* 0.5791 − 0.4014 */
    for (size_t i = 0; i < 2; i++) {
        dti_figures *figures = gathered_begin(PROVINCE);
        gathered_table(figures, "vn-dti-province-2021");
        gathered_table(figures, "vn-dti-province-2022");
        const struct dti__subject_of of = {
            DTI__ABOUT_MEAN_CHANGE, "", "", gathered_node(figures, "dti"), 2022, 2021, 0};
        const struct dti__said said = {.unknown = dti__figures_unknown(
                                           figures, &of, (struct dti__span){-DTI_POINT, DTI_POINT}),
                                       .span = dti__span_of(cases[i].change, 4),
                                       .text = "0,1772",
                                       .node = of.node,
                                       .input = DTI_NONE,
                                       .year = 2022,
                                       .against = 2021};
        (void)dti__figures_say(figures, &said);
        dti__figures_tie_changes(figures);
        const struct dti__identity *identity = &figures->identities[figures->identity_count - 1];
        ck_assert_uint_eq(figures->identity_count, 14);
        ck_assert_uint_eq(identity->terms[0].unknown, said.unknown);
        ck_assert_int_eq(gathered_holds(figures, identity), cases[i].holds);
        dti_figures_free(figures);
    }
}
END_TEST

static void say_mean(dti_figures *figures, int64_t points)
{
    const struct dti__subject_of of = {
        DTI__ABOUT_MEAN, "", "", gathered_node(figures, "1"), 2022, 0, 0};
    const struct dti__said said = {
        .unknown = dti__figures_unknown(figures, &of, (struct dti__span){0, 100 * DTI_POINT}),
        .span = dti__span_of(points, 1),
        .text = "x",
        .node = of.node,
        .input = DTI_NONE,
        .year = 2022};
    (void)dti__figures_say(figures, &said);
}

/* Three units of four with 30, 40 and 50 of 100 points, each ± 0.5, the mean ± 0.05: with the
 * fourth the mean lies from 118.5 ÷ 4 = 29.625 to 221.5 ÷ 4 = 55.375. */
START_TEST(mean_of_points)
{
    static const struct {
        int64_t mean;
        bool holds;
    } cases[] = {{29500 * MILLI, false},
                 {29600 * MILLI, true},
                 {40000 * MILLI, true},
                 {55400 * MILLI, true},
                 {55500 * MILLI, false}};
    static const char *const points[] = {"30", "40", "50"};
    static const char *const units[] = {"gso:1", "gso:2", "gso:3"};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        dti_figures *figures = gathered_begin(PROVINCE);
        const struct dti__subject_of of = {
            DTI__ABOUT_RANK, "gso:1", "", gathered_node(figures, "dti"), 2022, 0, 0};
        for (size_t k = 0; k < 3; k++)
            gathered_add(figures, units[k], 2022, "1", DTI_QUANTITY_POINTS, points[k]);
        say_mean(figures, cases[i].mean);
        dti__figures_tie_means(figures);
        ck_assert_uint_eq(figures->identity_count, 0); /* nobody says of how many */
        (void)dti__figures_unknown(figures, &of, (struct dti__span){DTI_POINT, 4 * DTI_POINT});
        dti__figures_tie_means(figures);
        ck_assert_uint_eq(figures->identity_count, 1);
        ck_assert_uint_eq(figures->identities[0].term_count, 4);
        ck_assert_uint_eq(figures->identities[0].subject, 3);
        ck_assert_int_eq(figures->identities[0].terms[3].factor, -4);
        ck_assert_int_eq(gathered_holds(figures, &figures->identities[0]), cases[i].holds);
        dti_figures_free(figures);
    }
}
END_TEST

/* Rank 31 of 2022 is within the 32 above the mean of 578.6 points. */
START_TEST(sides_of_the_mean)
{
    static const struct {
        const char *unit;
        const char *points;
        size_t found;
    } cases[] = {{"gso:49", "0.5785", 1}, {"gso:49", "0.5786", 0}};
    for (size_t i = 0; i < 2; i++) {
        dti_figures *figures = gathered_begin(PROVINCE);
        gathered_table(figures, "vn-dti-province-2022");
        struct dti__said *said =
            &figures->said[find_said(figures, DTI__ABOUT_POINTS, cases[i].unit, 2022, "dti") -
                           figures->said];
        ck_assert_str_eq(said->text, "0.5808");
        /* as if it were printed so */
        said->span = dti__span_of(i == 0 ? 578500 * MILLI : 578600 * MILLI, 1);
        dti__figures_tie_means(figures);
        ck_assert_uint_eq(gathered_count(figures, DTI_IDENTITY_ORDER), cases[i].found);
        if (cases[i].found > 0) {
            const struct dti__identity *order = gathered_at(figures, DTI_IDENTITY_ORDER, 0);
            ck_assert_str_eq(order->unit, "gso:49");
            ck_assert_str_eq(figures->said[order->needs[0]].text, "31");
            ck_assert_str_eq(figures->said[order->needs[1]].text, "32");
            ck_assert(!gathered_holds(figures, order));
        }
        dti_figures_free(figures);
    }
}
END_TEST

/* ── targets ── */

START_TEST(shares_of_targets)
{
    dti_figures *figures = gathered_begin(PROVINCE);
    dti_targets *targets = NULL;
    dti_error *error = NULL;
    char *path = test_path("examples/data/targets-danang-2022.json");
    sample_must(dti_targets_load(path, figures->framework, NULL, &targets, &error), &error);
    sample_must(dti_figures_add_targets(figures, targets, &error), &error);
    ck_assert_uint_eq(figures->identity_count, 1);
    const struct dti__identity *ratio = &figures->identities[0];
    ck_assert_int_eq(ratio->kind, DTI_IDENTITY_RATIO);
    ck_assert(!gathered_holds(figures, ratio));
    /* 47500 ÷ 579000 = 0.0820379965…; 7,7 % is 7.65 to just below 7.75 % */
    check_span(ratio->span, 82037996, 82037997);
    check_span(figures->said[0].span, 76500000, 77499999);
    ck_assert_uint_eq(figures->said_count, 3);
    ck_assert_str_eq(figures->said[ratio->needs[0]].text, "47500");
    ck_assert_str_eq(figures->said[ratio->needs[1]].text, "579000");
    ck_assert_str_eq(figures->said[0].unit, "gso:48");
    dti_targets_unref(targets);
    dti_figures_free(figures);
    free(path);
}
END_TEST

#define SHARES(bound, percent, part, whole)                                                        \
    "{\"format\":\"dti-targets/1\",\"id\":\"w\",\"version\":\"1.0.0\",\"titles\":{\"vi\":\"x\"},"  \
    "\"framework\":{\"id\":\"" PROVINCE "\",\"version\":\"1.0.0\"},\"unit\":{\"id\":\"gso:48\","   \
    "\"at\":\"2022-12-31\"},\"targets\":[{\"id\":\"a\",\"text\":{\"vi\":\"x\"},\"comparison\":"    \
    "\"at-least\",\"quantity\":\"percent\",\"value\":\"10\",\"figures\":[{\"year\":2022,"          \
    "\"text\":\"" percent "\",\"bound\":\"" bound "\",\"part\":\"" part "\",\"whole\":\"" whole    \
    "\"}]}]}"

START_TEST(bounds_of_shares)
{
    static const struct {
        const char *text;
        size_t identities;
        bool holds;
    } cases[] = {
        {SHARES("exact", "8,2", "47500", "579000"), 1, true},
        {SHARES("exact", "8,1", "47500", "579000"), 1, false},
        {SHARES("at-least", "7,7", "47500", "579000"), 1, true},
        {SHARES("at-least", "8,3", "47500", "579000"), 1, false},
        {SHARES("at-most", "8,3", "47500", "579000"), 1, true},
        {SHARES("at-most", "8,1", "47500", "579000"), 1, false},
        {SHARES("about", "7,7", "47500", "579000"), 0, true},
        /* 4,5 is 4.45 to 4.55: 1.8619 to 1.9038 % of 239 */
        {SHARES("exact", "1,90", "4,5", "239"), 1, true},
        {SHARES("exact", "1,92", "4,5", "239"), 1, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        dti_figures *figures = gathered_begin(PROVINCE);
        dti_targets *targets = NULL;
        dti_error *error = NULL;
        sample_must(dti_targets_parse(cases[i].text, strlen(cases[i].text), figures->framework,
                                      NULL, &targets, &error),
                    &error);
        sample_must(dti_figures_add_targets(figures, targets, &error), &error);
        ck_assert_uint_eq(figures->identity_count, cases[i].identities);
        if (cases[i].identities > 0)
            ck_assert_msg(gathered_holds(figures, &figures->identities[0]) == cases[i].holds,
                          "case %zu", i);
        dti_targets_unref(targets);
        dti_figures_free(figures);
    }
}
END_TEST

/* ── memory ── */

struct documents {
    dti_table *table;
    dti_targets *targets;
    dti_framework *framework;
};

static dti_status gathered(const dti_allocator *allocator, void *context)
{
    const struct documents *documents = context;
    dti_figures *figures = NULL;
    dti_error *error = NULL;
    dti_status status = dti_figures_new(documents->framework, allocator, &figures, &error);
    if (status == DTI_OK)
        status = dti_figures_add_table(figures, documents->table, &error);
    if (status == DTI_OK)
        status = dti_figures_add_targets(figures, documents->targets, &error);
    if (status == DTI_OK) {
        dti__figures_tie_changes(figures);
        dti__figures_tie_ranks(figures);
        dti__figures_tie_means(figures);
        status = figures->is_out_of_memory ? DTI_E_NOMEM : DTI_OK;
    } else {
        ck_assert(!figures || figures->said_count == 0 || status == DTI_E_NOMEM);
    }
    dti_error_free(error);
    dti_figures_free(figures);
    return status;
}

START_TEST(memory_runs_out)
{
    struct documents documents = {.framework = sample_builtin()};
    dti_error *error = NULL;
    static const char text[] = SHARES("exact", "8,2", "47500", "579000");
    sample_must(dti_table_builtin("vn-dti-province-2022", NULL, &documents.table, &error), &error);
    sample_must(dti_targets_parse(text, sizeof text - 1, documents.framework, NULL,
                                  &documents.targets, &error),
                &error);
    test_nomem(gathered, &documents);
    dti_targets_unref(documents.targets);
    dti_table_unref(documents.table);
    dti_framework_unref(documents.framework);
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("figures-table");
    TCase *tests = tcase_create("figures-table");
    tcase_add_test(tests, figures_of_a_table);
    tcase_add_test(tests, ranks_within_groups);
    tcase_add_test(tests, refused);
    tcase_add_test(tests, computed_points);
    tcase_add_test(tests, changes);
    tcase_add_test(tests, change_of_means);
    tcase_add_test(tests, mean_of_points);
    tcase_add_test(tests, sides_of_the_mean);
    tcase_add_test(tests, shares_of_targets);
    tcase_add_test(tests, bounds_of_shares);
    tcase_add_test(tests, memory_runs_out);
    suite_add_tcase(suite, tests);
    return suite;
}
