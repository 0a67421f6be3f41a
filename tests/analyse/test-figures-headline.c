/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* What printed indices say of their parts, and what is not usual. Expected figures are solved by
 * hand: with pillars of 700, 650 and 650 points and the overall index of 1000, the foundation is
 * (government + economy + society − overall) ÷ 2. */
#include "gathered.h"

#include <string.h>

#define PROVINCE "vn-dti-province-922"

static void add_headlines(dti_figures *figures, const char *unit, int32_t year,
                          const char *const texts[4])
{
    static const char *const codes[] = {"dti", "digital-government", "digital-economy",
                                        "digital-society"};
    for (size_t i = 0; i < 4; i++)
        gathered_add(figures, unit, year, codes[i], DTI_QUANTITY_VALUE, texts[i]);
}

static const char *const quangnam[] = {"0,5808", "0,6674", "0,6062", "0,5585"};
static const char *const tayninh[] = {"0.5638", "0.66", "0.5612", "0.1089"};

static void check_part(const dti_figures *figures, const struct dti__solved_part *part,
                       size_t node_count, const char *code, int64_t low, int64_t high, int64_t most)
{
    ck_assert_uint_eq(part->node_count, node_count);
    ck_assert_uint_eq(part->nodes[0], gathered_node(figures, code));
    /* Upper ends are exclusive, lower ones are where the overall index is subtracted: up to two
     * billionths inside. */
    ck_assert_int_ge(part->range.low, low * MILLI / 10);
    ck_assert_int_le(part->range.low, low * MILLI / 10 + 2);
    ck_assert_int_le(part->range.high, high * MILLI / 10);
    ck_assert_int_ge(part->range.high, high * MILLI / 10 - 2);
    ck_assert_int_eq(part->max_points, most * DTI_POINT);
}

START_TEST(parts_of_quangnam)
{
    dti_figures *figures = gathered_begin(PROVINCE);
    struct dti__solved_part *parts = NULL;
    size_t count = 0;
    add_headlines(figures, "gso:49", 2022, quangnam);
    ck_assert(dti__figures_parts(figures, &parts, &count));
    ck_assert_uint_eq(count, 4);
    ck_assert_str_eq(parts[0].unit, "gso:49");
    ck_assert_int_eq(parts[0].year, 2022);
    /* 467.18 + 394.03 + 363.025 − 580.8 = 643.435, half of which is 321.7175; rounding is 0.035 +
     * 0.0325 + 0.0325 + 0.05 = 0.15, half of which is 0.075 */
    check_part(figures, &parts[0], 5, "1", 3216425, 3217925, 500);
    /* 467.18 − 321.7175 = 145.4625; 394.03 − 321.7175 = 72.3125; 363.025 − 321.7175 = 41.3075 */
    check_part(figures, &parts[1], 1, "6", 1453875, 1455375, 200);
    check_part(figures, &parts[2], 1, "7", 722375, 723875, 150);
    check_part(figures, &parts[3], 1, "8", 412325, 413825, 150);
    gathered_tie(figures);
    ck_assert_uint_eq(figures->identity_count, 0);
    dti_figures_free(figures);
}
END_TEST

START_TEST(parts_that_follow)
{
    dti_figures *figures = gathered_begin(PROVINCE);
    struct dti__solved_part *parts = NULL;
    size_t count = 1;
    ck_assert(dti__figures_parts(figures, &parts, &count));
    ck_assert_uint_eq(count, 0);
    /* One index alone says nothing new; with a second one the rest follows: 600 − 490 = 110. */
    gathered_add(figures, "gso:1", 2022, "dti", DTI_QUANTITY_POINTS, "600.0");
    ck_assert(dti__figures_parts(figures, &parts, &count));
    ck_assert_uint_eq(count, 0);
    gathered_add(figures, "gso:1", 2022, "digital-government", DTI_QUANTITY_POINTS, "490.0");
    ck_assert(dti__figures_parts(figures, &parts, &count));
    ck_assert_uint_eq(count, 1);
    check_part(figures, &parts[0], 2, "7", 1099000, 1101000, 300);
    ck_assert_uint_eq(parts[0].nodes[1], gathered_node(figures, "8"));
    /* Other years and other units are solved by themselves. */
    gathered_add(figures, "gso:1", 2021, "digital-economy", DTI_QUANTITY_POINTS, "300");
    gathered_add(figures, "gso:2", 2022, "digital-economy", DTI_QUANTITY_POINTS, "300");
    ck_assert(dti__figures_parts(figures, &parts, &count));
    ck_assert_uint_eq(count, 1);
    dti_figures_free(figures);
}
END_TEST

/* Means of QĐ 405: 0.6961; 0.7582, 0.7723, 0.7692: 530.74 + 501.995 + 499.98 − 696.1 = 836.615. */
START_TEST(parts_of_means)
{
    dti_figures *figures = gathered_begin("vn-dti-province-405");
    struct dti__solved_part *parts = NULL;
    size_t count = 0;
    gathered_table(figures, "vn-dti-province-2024");
    ck_assert(dti__figures_parts(figures, &parts, &count));
    ck_assert_uint_eq(count, 4);
    ck_assert_str_eq(parts[0].unit, "");
    check_part(figures, &parts[0], 5, "1", 4182325, 4183825, 500);
    check_part(figures, &parts[1], 1, "6", 1123575, 1125075, 200);
    gathered_tie(figures);
    ck_assert_uint_eq(gathered_count(figures, DTI_IDENTITY_LIMIT), 0);
    dti_figures_free(figures);
}
END_TEST

/* 0.66 (two decimals) × 700 = 462; 364.78; 70.785; 563.8: foundation (897.565 − 563.8) ÷ 2 =
 * 166.8825, government activity 462 − 166.8825 = 295.1175 of 200, society activity −96.0975. */
START_TEST(tayninh_as_pillars)
{
    dti_figures *figures = gathered_begin(PROVINCE);
    struct dti__other_reading *readings = NULL;
    size_t count = 0;
    add_headlines(figures, "gso:72", 2022, tayninh);
    gathered_tie(figures);
    ck_assert_uint_eq(gathered_count(figures, DTI_IDENTITY_LIMIT), 3);
    const struct dti__identity *limit = gathered_at(figures, DTI_IDENTITY_LIMIT, 0);
    ck_assert_uint_eq(limit->node, gathered_node(figures, "6"));
    ck_assert_uint_eq(limit->term_count, 5);
    ck_assert_uint_eq(limit->subject, 4);
    ck_assert_uint_eq(figures->unknowns[limit->terms[4].unknown].of.node, limit->node);
    ck_assert_int_eq(limit->terms[4].factor, -2);
    ck_assert(!gathered_holds(figures, limit));
    ck_assert_uint_eq(gathered_at(figures, DTI_IDENTITY_LIMIT, 1)->node,
                      gathered_node(figures, "7"));
    ck_assert_uint_eq(gathered_at(figures, DTI_IDENTITY_LIMIT, 2)->node,
                      gathered_node(figures, "8"));
    /* As 6, 7, 8 they are 132, 84.18 and 16.335 of 563.8: 331.285 are left, rounding 0.05 + 1 +
     * 0.0075 + 0.0075. */
    ck_assert(dti__figures_readings(figures, &readings, &count));
    ck_assert_uint_eq(count, 1);
    ck_assert_str_eq(readings[0].unit, "gso:72");
    ck_assert_uint_eq(readings[0].count, 3);
    ck_assert_uint_eq(readings[0].indices[0], gathered_node(figures, "digital-government"));
    ck_assert_uint_eq(readings[0].mains[0], gathered_node(figures, "6"));
    ck_assert_uint_eq(readings[0].mains[2], gathered_node(figures, "8"));
    check_part(figures, &readings[0].rest, 5, "1", 3302200, 3323500, 500);
    dti_figures_free(figures);
}
END_TEST

START_TEST(no_reading)
{
    struct dti__other_reading *readings = NULL;
    size_t count = 1;
    dti_figures *figures = gathered_begin(PROVINCE);
    add_headlines(figures, "gso:49", 2022, quangnam); /* nothing is wrong with them */
    ck_assert(dti__figures_readings(figures, &readings, &count));
    ck_assert_uint_eq(count, 0);
    add_headlines(figures, "gso:72", 2022, tayninh);
    gathered_add(figures, "gso:72", 2022, "6", DTI_QUANTITY_VALUE, "0.7"); /* it is printed */
    ck_assert(dti__figures_readings(figures, &readings, &count));
    ck_assert_uint_eq(count, 0);
    /* As main indicators they would leave 100 − 180 of 200 points: less than nothing. */
    add_headlines(figures, "gso:1", 2022, (const char *const[]){"0.1", "0.9", "0.1", "0.1"});
    ck_assert(dti__figures_readings(figures, &readings, &count));
    ck_assert_uint_eq(count, 0);
    dti_figures_free(figures);
}
END_TEST

/* Government, economy and society so that three times the overall value minus their sum is a gap
 * in thousandths; with the overall value 0.500. */
static void add_gap(dti_figures *figures, int number, int gap)
{
    char unit[16];
    char value[16];
    (void)snprintf(unit, sizeof unit, "gso:%02d", number);
    (void)snprintf(value, sizeof value, "0.%03d", 500 - gap);
    add_headlines(figures, unit, 2022, (const char *const[]){"0.500", "0.500", "0.500", value});
}

/* Gaps 0, 2, 4, 6, 8, 10, 12 and one more: of the seven others the median is 6, the deviations are
 * 6 4 2 0 2 4 6 with the median 4, and the limit 3.5 × 4 ÷ 0.6745 = 20.76 beyond 6. */
START_TEST(outliers)
{
    static const struct {
        int gap;
        size_t found;
    } cases[] = {{26, 0}, {27, 1}, {-14, 0}, {-15, 1}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        dti_figures *figures = gathered_begin(PROVINCE);
        for (int k = 0; k < 7; k++)
            add_gap(figures, k + 1, 2 * k);
        dti__figures_tie_headlines(figures);
        ck_assert_uint_eq(gathered_count(figures, DTI_IDENTITY_USUAL), 0); /* too few */
        add_gap(figures, 50, cases[i].gap);
        dti__figures_tie_headlines(figures);
        ck_assert_uint_eq(gathered_count(figures, DTI_IDENTITY_USUAL), cases[i].found);
        if (cases[i].found > 0) {
            const struct dti__identity *usual = gathered_at(figures, DTI_IDENTITY_USUAL, 0);
            ck_assert_str_eq(usual->unit, "gso:50");
            ck_assert_int_eq(usual->remark, DTI_VERDICT_IMPLAUSIBLE);
            /* 3 × overall − (1.5 − gap) within 0.006 ± 0.020756: of gap 27 thousandths, overall
             * (1.473 + 0.006 ± 0.020756) ÷ 3 = 0.493 ± 0.0069187 */
            int64_t middle = 1500 - cases[i].gap + 6;
            ck_assert_int_le(llabs(usual->expected.low - middle * DTI_POINT / 3 + 6918705000),
                             2000);
            ck_assert_int_le(llabs(usual->expected.high - middle * DTI_POINT / 3 - 6918705000),
                             2000);
        }
        dti_figures_free(figures);
    }
}
END_TEST

/* Where all others are alike there is no spread to measure by; a mean is no unit. */
START_TEST(no_spread)
{
    dti_figures *figures = gathered_begin(PROVINCE);
    for (int k = 0; k < 12; k++)
        add_gap(figures, k + 1, 5);
    add_gap(figures, 50, 300);
    dti__figures_tie_headlines(figures);
    ck_assert_uint_eq(gathered_count(figures, DTI_IDENTITY_USUAL), 0);
    dti_figures_free(figures);
}
END_TEST

START_TEST(vinhphuc)
{
    dti_figures *figures = gathered_begin(PROVINCE);
    gathered_table(figures, "vn-dti-province-2021");
    dti__figures_tie_headlines(figures);
    ck_assert_uint_eq(gathered_count(figures, DTI_IDENTITY_LIMIT), 0);
    ck_assert_uint_eq(gathered_count(figures, DTI_IDENTITY_USUAL), 1);
    const struct dti__identity *usual = gathered_at(figures, DTI_IDENTITY_USUAL, 0);
    ck_assert_str_eq(usual->unit, "gso:26");
    /* Its four figures, and the one of Thanh Hóa that equals the overall one. */
    ck_assert_uint_eq(usual->need_count, 5);
    ck_assert_str_eq(figures->said[usual->needs[0]].text, "0.4880");
    ck_assert_str_eq(figures->said[usual->needs[0]].unit, "gso:26");
    ck_assert_str_eq(figures->said[usual->needs[4]].text, "0.4880");
    ck_assert_str_eq(figures->said[usual->needs[4]].unit, "gso:38");
    ck_assert_int_eq(usual->stated.low, INT64_C(487950) * MILLI);
    ck_assert_int_gt(usual->expected.low, usual->stated.high);
    dti_figures_free(figures);
}
END_TEST

/* The sentence of the first identity of a kind that is not merely in order. */
static void check_told(const dti_figures *figures, dti_identity kind, const char *expected)
{
    dti_reconciliation *found = NULL;
    dti_error *error = NULL;
    char text[1024] = "";
    sample_must(dti_reconcile(figures, NULL, &found, &error), &error);
    for (size_t i = 0; i < dti_reconciliation_identity_count(found) && text[0] == '\0'; i++)
        if (dti_reconciliation_identity(found, i) == kind &&
            dti_reconciliation_identity_verdict(found, i) != DTI_VERDICT_HOLDS)
            (void)dti_reconciliation_identity_format(found, i, DTI_LANG_EN, text, sizeof text);
    ck_assert_msg(strstr(text, expected) != NULL, "%s", text);
    dti_reconciliation_unref(found);
}

static void check_reading(const dti_figures *figures, const char *expected)
{
    dti_reconciliation *found = NULL;
    dti_error *error = NULL;
    char text[1024] = "";
    sample_must(dti_reconcile(figures, NULL, &found, &error), &error);
    ck_assert_uint_eq(dti_reconciliation_reading_count(found), 1);
    (void)dti_reconciliation_reading_format(found, 0, DTI_LANG_EN, text, sizeof text);
    ck_assert_msg(strstr(text, expected) != NULL, "%s", text);
    dti_reconciliation_unref(found);
}

START_TEST(in_words)
{
    dti_figures *figures = gathered_begin(PROVINCE);
    add_headlines(figures, "gso:72", 2022, tayninh);
    check_told(figures, DTI_IDENTITY_LIMIT,
               "the indices make 293.31 to 296.92 points of it, where only 0 to 200 is possible");
    check_reading(figures,
                  "are the values of the main indicators 6, 7, 8, not of the pillars: the main "
                  "indicators 1, 2, 3, 4, 5 then have 330.22 to 332.35 of 500 points");
    dti_figures_free(figures);
    figures = gathered_begin(PROVINCE);
    gathered_table(figures, "vn-dti-province-2021");
    check_told(figures, DTI_IDENTITY_USUAL, "it equals what is printed for Thanh Hoa to the digit");
    dti_figures_free(figures);
}
END_TEST

static dti_status solved(const dti_allocator *allocator, void *context)
{
    dti_figures *figures = NULL;
    struct dti__solved_part *parts = NULL;
    struct dti__other_reading *readings = NULL;
    size_t count = 0;
    dti_status status = dti_figures_new(context, allocator, &figures, NULL);
    if (status != DTI_OK)
        return status;
    for (int k = 0; k < 9 && !figures->is_out_of_memory; k++) {
        static const char *const codes[] = {"dti", "digital-government", "digital-economy",
                                            "digital-society"};
        for (size_t i = 0; i < 4 && status == DTI_OK; i++) {
            char unit[16];
            dti_statement statement = DTI_STATEMENT_INIT;
            (void)snprintf(unit, sizeof unit, "gso:%d", k);
            statement.unit = unit;
            statement.code = codes[i];
            statement.quantity = DTI_QUANTITY_VALUE;
            statement.text = k == 8 ? tayninh[i] : k % 2 == 0 ? quangnam[i] : "0.6";
            status = dti_figures_add(figures, &statement, NULL);
        }
    }
    if (status == DTI_OK) {
        dti__figures_tie_headlines(figures);
        bool is_done = dti__figures_parts(figures, &parts, &count) &&
                       dti__figures_readings(figures, &readings, &count);
        status = is_done && !figures->is_out_of_memory ? DTI_OK : DTI_E_NOMEM;
    }
    dti_figures_free(figures);
    return status;
}

START_TEST(memory_runs_out)
{
    dti_framework *framework = sample_builtin();
    test_nomem(solved, framework);
    dti_framework_unref(framework);
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("figures-headline");
    TCase *tests = tcase_create("figures-headline");
    tcase_add_test(tests, parts_of_quangnam);
    tcase_add_test(tests, parts_that_follow);
    tcase_add_test(tests, parts_of_means);
    tcase_add_test(tests, tayninh_as_pillars);
    tcase_add_test(tests, no_reading);
    tcase_add_test(tests, outliers);
    tcase_add_test(tests, no_spread);
    tcase_add_test(tests, vinhphuc);
    tcase_add_test(tests, in_words);
    tcase_add_test(tests, memory_runs_out);
    suite_add_tcase(suite, tests);
    return suite;
}
