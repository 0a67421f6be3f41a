/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Ranks among themselves, and amounts against ranks and means; expected sets counted by hand. */
#include "gathered.h"

#include <string.h>

#define PROVINCE "vn-dti-province-922"

static void add_rank(dti_figures *figures, int unit, const char *text)
{
    char id[16];
    (void)snprintf(id, sizeof id, "gso:%02d", unit);
    gathered_add(figures, id, 2022, "2", DTI_QUANTITY_RANK, text);
}

static void add_points(dti_figures *figures, int unit, const char *text)
{
    char id[16];
    (void)snprintf(id, sizeof id, "gso:%02d", unit);
    gathered_add(figures, id, 2022, "2", DTI_QUANTITY_POINTS, text);
}

/* Ranks of units 1, 2, 3 …, in words; as many clashes as are expected, each of so many figures. */
START_TEST(shared_ranks)
{
    static const struct {
        const char *ranks;
        size_t clashes;
        size_t size;
    } cases[] = {
        {"15 15 15 16", 3, 3},                           /* two of the three, and the 16 */
        {"15 15 15 17", 1, 4},                           /* all three, and the 17 */
        {"15 15 15 18", 0, 0},    {"15 15 16 16", 2, 3}, /* the two 15, and one of the 16 */
        {"1 2 3 4", 0, 0},        {"1 1 1 1 1", 0, 0},
        {"1 1 1 3 4", 1, 4},      {"1 1 1 3 3", 2, 4}, /* with either 3 */
        {"7 7 7 7 8", 6, 3},                           /* two of four: six */
        {"7 7 7 7 9", 4, 4},                           /* three of four */
        {"7 7 7 7 7 7 8", 10, 3}, /* six on 7: the first five say that three are not enough */
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        dti_figures *figures = gathered_begin(PROVINCE);
        char ranks[40];
        int unit = 1;
        (void)snprintf(ranks, sizeof ranks, "%s", cases[i].ranks);
        for (char *at = ranks, *end = NULL; at; at = end ? end + 1 : NULL) {
            end = strchr(at, ' ');
            if (end)
                *end = '\0';
            add_rank(figures, unit++, at);
        }
        dti__figures_tie_ranks(figures);
        ck_assert_msg(gathered_count(figures, DTI_IDENTITY_TIES) == cases[i].clashes, "%s: %zu",
                      cases[i].ranks, gathered_count(figures, DTI_IDENTITY_TIES));
        for (size_t k = 0; k < cases[i].clashes; k++) {
            const struct dti__identity *clash = gathered_at(figures, DTI_IDENTITY_TIES, k);
            ck_assert_uint_eq(clash->need_count, cases[i].size);
            ck_assert_uint_eq(clash->term_count, 0);
            ck_assert_uint_eq(clash->node, gathered_node(figures, "2"));
            ck_assert_int_eq(clash->year, 2022);
        }
        dti_figures_free(figures);
    }
}
END_TEST

/* What other nodes, years and second prints of a rank do not clash with. */
START_TEST(ranks_apart)
{
    dti_figures *figures = gathered_begin(PROVINCE);
    add_rank(figures, 1, "15");
    add_rank(figures, 2, "15");
    gathered_add(figures, "gso:03", 2021, "2", DTI_QUANTITY_RANK, "16");
    gathered_add(figures, "gso:03", 2022, "3", DTI_QUANTITY_RANK, "16");
    gathered_add(figures, "gso:01", 2022, "2", DTI_QUANTITY_RANK, "16"); /* SAME says that */
    dti__figures_tie_ranks(figures);
    ck_assert_uint_eq(figures->identity_count, 0);
    add_rank(figures, 4, "16");
    dti__figures_tie_ranks(figures);
    ck_assert_uint_eq(gathered_count(figures, DTI_IDENTITY_TIES), 1);
    dti_figures_free(figures);
}
END_TEST

/* Among 4 units three cannot share rank 3; two can. */
START_TEST(beyond_all)
{
    dti_figures *figures = gathered_begin(PROVINCE);
    const struct dti__span four = {DTI_POINT, 4 * DTI_POINT};
    const struct dti__subject_of of = {
        DTI__ABOUT_RANK, "gso:01", "", gathered_node(figures, "2"), 2022, 0, 0};
    (void)dti__figures_unknown(figures, &of, four);
    add_rank(figures, 1, "3");
    add_rank(figures, 2, "3");
    dti__figures_tie_ranks(figures);
    ck_assert_uint_eq(figures->identity_count, 0);
    add_rank(figures, 3, "3");
    dti__figures_tie_ranks(figures);
    ck_assert_uint_eq(figures->identity_count, 1);
    ck_assert_uint_eq(figures->identities[0].need_count, 3);
    dti_figures_free(figures);
}
END_TEST

START_TEST(order_of_amounts)
{
    dti_figures *figures = gathered_begin(PROVINCE);
    add_rank(figures, 1, "1");
    add_points(figures, 1, "90.0");
    add_rank(figures, 2, "2");
    add_points(figures, 2, "80.0");
    add_rank(figures, 3, "3");
    add_points(figures, 3, "80.04"); /* 80.0 may be that much */
    add_rank(figures, 4, "4");
    dti__figures_tie_ranks(figures);
    ck_assert_uint_eq(figures->identity_count, 0);
    add_points(figures, 4, "85"); /* more than 2 and 3, less than 1 */
    dti__figures_tie_ranks(figures);
    ck_assert_uint_eq(gathered_count(figures, DTI_IDENTITY_ORDER), 4);
    size_t wrong = 0;
    for (size_t i = 0; i < 4; i++) {
        const struct dti__identity *order = gathered_at(figures, DTI_IDENTITY_ORDER, i);
        ck_assert_uint_eq(order->term_count, 2);
        ck_assert_uint_eq(order->need_count, 2);
        ck_assert_int_eq(order->span.low, 0);
        ck_assert_int_eq(order->span.high, 100 * DTI_POINT);
        wrong += !gathered_holds(figures, order);
    }
    ck_assert_uint_eq(wrong, 2); /* 2 and 4, 3 and 4; right are 1 before 2, 2 before 3 */
    dti_figures_free(figures);
}
END_TEST

START_TEST(order_of_equals)
{
    dti_figures *figures = gathered_begin(PROVINCE);
    add_rank(figures, 1, "2");
    add_points(figures, 1, "50.0");
    add_rank(figures, 2, "2");
    add_points(figures, 2, "50.04");
    dti__figures_tie_ranks(figures);
    ck_assert_uint_eq(figures->identity_count, 0);
    add_rank(figures, 3, "2");
    add_points(figures, 3, "49.9"); /* not 50.0, nor 50.04 */
    dti__figures_tie_ranks(figures);
    ck_assert_uint_eq(gathered_count(figures, DTI_IDENTITY_ORDER), 2);
    ck_assert_int_eq(gathered_at(figures, DTI_IDENTITY_ORDER, 0)->span.high, 0);
    ck_assert(!gathered_holds(figures, gathered_at(figures, DTI_IDENTITY_ORDER, 0)));
    dti_figures_free(figures);
}
END_TEST

/* ── tables that are published ── */

/* All that cannot hold in the tables of one framework, beside three on rank 15 before one on 16 and
 * 32 → 24 called 18. */
START_TEST(published)
{
    static const char *const ids[] = {"vn-dti-province-2021", "vn-dti-province-2022",
                                      "vn-dti-province-2023"};
    dti_figures *figures = gathered_begin(PROVINCE);
    size_t clashes = 0;
    size_t changes = 0;
    for (size_t i = 0; i < 3; i++)
        gathered_table(figures, ids[i]);
    gathered_tie(figures);
    ck_assert_uint_eq(gathered_count(figures, DTI_IDENTITY_CHANGE), 13);
    for (size_t i = 0; i < figures->identity_count; i++) {
        const struct dti__identity *identity = &figures->identities[i];
        if (gathered_holds(figures, identity) || identity->remark != DTI_VERDICT_HOLDS)
            continue;
        gathered_show(figures, identity);
        if (identity->kind == DTI_IDENTITY_TIES) {
            clashes++;
            ck_assert_uint_eq(identity->node, gathered_node(figures, "2"));
            ck_assert_str_eq(figures->said[identity->needs[0]].text, "15");
            ck_assert_str_eq(figures->said[identity->needs[1]].text, "15");
            ck_assert_str_eq(figures->said[identity->needs[2]].text, "16");
        } else {
            changes++;
            ck_assert_int_eq(identity->kind, DTI_IDENTITY_CHANGE);
            ck_assert_uint_eq(identity->node, gathered_node(figures, "5"));
            ck_assert_str_eq(identity->unit, "gso:49");
        }
    }
    ck_assert_uint_eq(clashes, 3);
    ck_assert_uint_eq(changes, 1);
    dti_figures_free(figures);
}
END_TEST

/* Every other table by itself: nothing at all. */
START_TEST(published_elsewhere)
{
    size_t seen = 0;
    for (size_t i = 0; i < dti_table_builtin_count(); i++) {
        dti_table *table = NULL;
        dti_figures *figures = NULL;
        dti_error *error = NULL;
        sample_must(dti_table_builtin(dti_table_builtin_id(i), NULL, &table, &error), &error);
        sample_must(dti_figures_new(dti_table_framework(table), NULL, &figures, &error), &error);
        sample_must(dti_figures_add_table(figures, table, &error), &error);
        gathered_tie(figures);
        ck_assert_uint_gt(figures->said_count, 0);
        bool is_named = strcmp(dti_table_id(table), "vn-dti-province-2021") == 0 ||
                        strcmp(dti_table_id(table), "vn-dti-province-2022") == 0;
        for (size_t k = 0; k < figures->identity_count && !is_named; k++) {
            if (!gathered_holds(figures, &figures->identities[k]))
                gathered_show(figures, &figures->identities[k]);
            ck_assert(gathered_holds(figures, &figures->identities[k]));
        }
        seen++;
        dti_figures_free(figures);
        dti_table_unref(table);
    }
    ck_assert_uint_ge(seen, 12);
}
END_TEST

static dti_status ranked(const dti_allocator *allocator, void *context)
{
    dti_figures *figures = NULL;
    dti_status status = dti_figures_new(context, allocator, &figures, NULL);
    for (int i = 0; status == DTI_OK && i < 12; i++) {
        char unit[16];
        dti_statement statement = DTI_STATEMENT_INIT;
        (void)snprintf(unit, sizeof unit, "gso:%d", i / 2);
        statement.unit = unit;
        statement.code = "2";
        statement.quantity = i % 2 ? DTI_QUANTITY_RANK : DTI_QUANTITY_POINTS;
        statement.text = i % 2 ? i < 6 ? "1" : "2" : i < 6 ? "5" : "6";
        status = dti_figures_add(figures, &statement, NULL);
    }
    if (status == DTI_OK) {
        dti__figures_tie_ranks(figures);
        dti__figures_tie_means(figures);
        dti__figures_tie_changes(figures);
        status = figures->is_out_of_memory ? DTI_E_NOMEM : DTI_OK;
    }
    dti_figures_free(figures);
    return status;
}

START_TEST(memory_runs_out)
{
    dti_framework *framework = sample_builtin();
    test_nomem(ranked, framework);
    dti_framework_unref(framework);
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("figures-ranks");
    TCase *tests = tcase_create("figures-ranks");
    tcase_add_test(tests, shared_ranks);
    tcase_add_test(tests, ranks_apart);
    tcase_add_test(tests, beyond_all);
    tcase_add_test(tests, order_of_amounts);
    tcase_add_test(tests, order_of_equals);
    tcase_add_test(tests, published);
    tcase_add_test(tests, published_elsewhere);
    tcase_add_test(tests, memory_runs_out);
    suite_add_tcase(suite, tests);
    return suite;
}
