/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* On which side of the mean a unit stands: of a printed one, of their own, of nobody's. */
#include "register.h"

#define LENGTH_OF(array) (sizeof(array) / sizeof((array)[0]))

/* Six units in two groups; of five ranks, and three values with their decimals. */
#define PRINTED_ROWS                                                                               \
    "\"rows\":[{\"unit\":\"t:000000\",\"figures\":[{\"code\":\"all\",\"quantity\":\"rank\","       \
    "\"text\":\"1\",\"source\":\"s\"},{\"code\":\"all\",\"quantity\":\"value\",\"text\":\"0.8\","  \
    "\"source\":\"s\"}]},{\"unit\":\"t:000001\",\"figures\":[{\"code\":\"all\",\"quantity\":"      \
    "\"rank\",\"text\":\"2\",\"source\":\"s\"},{\"code\":\"all\",\"quantity\":\"value\",\"text\":" \
    "\"0.5786\",\"source\":\"s\"}]},{\"unit\":\"t:000002\",\"figures\":[{\"code\":\"all\","        \
    "\"quantity\":\"rank\",\"text\":\"3\",\"source\":\"s\"},{\"code\":\"all\",\"quantity\":"       \
    "\"value\",\"text\":\"0.57845\",\"source\":\"s\"}]},{\"unit\":\"t:000003\",\"figures\":[{"     \
    "\"code\":\"all\",\"quantity\":\"rank\",\"text\":\"4\",\"source\":\"s\"}]},{\"unit\":"         \
    "\"t:000004\",\"figures\":[{\"code\":\"all\",\"quantity\":\"rank\",\"text\":\"5\",\"source\":" \
    "\"s\"}]}]"
#define EXACT_ROWS                                                                                 \
    "\"rows\":[{\"unit\":\"t:000000\",\"figures\":[{\"code\":\"all\",\"quantity\":\"points\","     \
    "\"text\":\"600.000000000\",\"source\":\"s\"}]},{\"unit\":\"t:000001\",\"figures\":[{"         \
    "\"code\":"                                                                                    \
    "\"all\",\"quantity\":\"points\",\"text\":\"500.000000000\",\"source\":\"s\"}]}]"
#define EXACT_MEAN                                                                                 \
    "{\"code\":\"all\",\"quantity\":\"points\",\"subject\":\"mean\",\"text\":\"500.000000000\","   \
    "\"source\":\"s\"}"
#define TOUCHING_MEAN                                                                              \
    "{\"code\":\"all\",\"quantity\":\"value\",\"subject\":\"mean\",\"text\":\"0.5785\","           \
    "\"source\":\"s\"}"
#define PRINTED_MEAN                                                                               \
    "{\"code\":\"all\",\"quantity\":\"value\",\"subject\":\"mean\",\"text\":\"0.5786\","           \
    "\"source\":"                                                                                  \
    "\"s\"}"
#define PRINTED_COUNT                                                                              \
    "{\"code\":\"all\",\"quantity\":\"count\",\"subject\":\"count-above-mean\",\"text\":\"2\","    \
    "\"source\":\"s\"}"
#define PRINTED_GROUP(group)                                                                       \
    "{\"code\":\"all\",\"quantity\":\"value\",\"subject\":\"mean\",\"group\":\"" group             \
    "\",\"text\":"                                                                                 \
    "\"0.5783\",\"source\":\"s\"}"

enum {
    UNTOLD = 9
};

/* 0.57845 is below 0.57855, the least that a printed 0.5786 can be, and above all that a printed
 * 0.5783 can be; 0.5786 may be on either side. */
static const int partly[] = {0, 0, -1, -1, -1, -1};

static const struct printed_case {
    const char *name;
    const char *figures;
    dti_ranking_by by;
    int sides[6];
    const int *groups; /* NULL: two and four */
    const char *rows;  /* NULL: those printed */
    int out_of;        /* 0: six */
} printed_cases[] = {
    {"mean",
     PRINTED_MEAN,
     DTI_RANKING_BY_NOTHING,
     {1, UNTOLD, -1, UNTOLD, UNTOLD, UNTOLD},
     NULL,
     NULL,
     0},
    {"mean and count",
     PRINTED_MEAN "," PRINTED_COUNT,
     DTI_RANKING_BY_NOTHING,
     {1, 1, -1, -1, -1, UNTOLD},
     NULL,
     NULL,
     0},
    {"count", PRINTED_COUNT, DTI_RANKING_BY_NOTHING, {1, 1, -1, -1, -1, UNTOLD}, NULL, NULL, 0},
    /* The mean of three of five that are ranked is nobody's. */
    {"nothing",
     "",
     DTI_RANKING_BY_NOTHING,
     {UNTOLD, UNTOLD, UNTOLD, UNTOLD, UNTOLD, UNTOLD},
     NULL,
     NULL,
     0},
    /* All of the first group have values: their own mean is 0.6893; what is said of all units says
     * nothing of a group. */
    {"groups",
     PRINTED_MEAN,
     DTI_RANKING_BY_GROUP,
     {1, -1, UNTOLD, UNTOLD, UNTOLD, UNTOLD},
     NULL,
     NULL,
     0},
    {"mean of a group",
     PRINTED_GROUP("g1"),
     DTI_RANKING_BY_GROUP,
     {1, -1, 1, UNTOLD, UNTOLD, UNTOLD},
     NULL,
     NULL,
     0},
    {"mean of the other group",
     PRINTED_GROUP("g0"),
     DTI_RANKING_BY_GROUP,
     {1, -1, UNTOLD, UNTOLD, UNTOLD, UNTOLD},
     NULL,
     NULL,
     0},
    /* 0.57855 may be both, and 0.57845 lies within what 0.5785 can be. */
    {"roundings that touch",
     TOUCHING_MEAN,
     DTI_RANKING_BY_NOTHING,
     {1, UNTOLD, UNTOLD, UNTOLD, UNTOLD, UNTOLD},
     NULL,
     NULL,
     0},
    /* Nothing is in doubt where both are exact. */
    {.name = "exact",
     .figures = EXACT_MEAN,
     .rows = EXACT_ROWS,
     .sides = {1, 0, UNTOLD, UNTOLD, UNTOLD, UNTOLD}},
    /* Those without a group are not all units. */
    {.name = "no group",
     .figures = PRINTED_MEAN,
     .by = DTI_RANKING_BY_GROUP,
     .groups = partly,
     .sides = {1, -1, UNTOLD, UNTOLD, UNTOLD, UNTOLD}},
    /* A seventh unit, whose group nobody knows, may be of the first one: the printed mean counts.
     */
    {.name = "more than are named",
     .figures = PRINTED_GROUP("g0"),
     .by = DTI_RANKING_BY_GROUP,
     .out_of = 7,
     .sides = {1, 1, UNTOLD, UNTOLD, UNTOLD, UNTOLD}},
};

static dti_table *printed_table(const struct printed_case *from)
{
    static const int groups[] = {0, 0, 1, 1, 1, 1};
    struct made_text text = {NULL, 0, 0};
    dti_framework *framework = made_framework(NULL);
    dti_units *units = made_units(6, from->groups ? from->groups : groups);
    const char *rows = from->rows ? from->rows : PRINTED_ROWS;
    dti_table *table = NULL;
    dti_error *error = NULL;
    made_put(&text, "{\"format\":\"dti-table/1\",\"id\":\"made\",\"version\":\"1\",\"titles\":{"
                    "\"vi\":\"x\"},\"framework\":{\"id\":\"made\",\"version\":\"1\"},\"units\":{"
                    "\"id\":\"made\",\"version\":\"1\",\"at\":\"2022-12-31\"},\"numbering\":"
                    "\"only\",\"year\":2022,\"sources\":[{\"id\":\"s\",\"titles\":{"
                    "\"vi\":\"x\"}}],");
    text.bytes = realloc(text.bytes, text.room += strlen(rows));
    ck_assert_ptr_nonnull(text.bytes);
    memcpy(text.bytes + text.length, rows, strlen(rows));
    text.length += strlen(rows);
    made_put(&text, ",\"out_of\":%d,\"figures\":[%s]}", from->out_of ? from->out_of : 6,
             from->figures);
    sample_must(dti_table_parse(text.bytes, text.length, framework, units, NULL, &table, &error),
                &error);
    free(text.bytes);
    dti_units_unref(units);
    dti_framework_unref(framework);
    return table;
}

START_TEST(sides_of_a_printed_mean)
{
    const struct printed_case *at = &printed_cases[_i];
    dti_table *table = printed_table(at);
    dti_ranking_options options = DTI_RANKING_OPTIONS_INIT;
    options.by = at->by;
    dti_ranking *ranking = made_ranking(table, "all", &options);
    for (size_t i = 0; i < 6; i++) {
        int side = UNTOLD;
        const int is_told = dti_ranking_side(ranking, made_place(ranking, i), &side);
        ck_assert_msg(side == at->sides[i], "%s: unit %zu is %d", at->name, i, side);
        ck_assert_int_eq(is_told, side != UNTOLD);
    }
    dti_ranking_unref(ranking);
    dti_table_unref(table);
}
END_TEST

/* Ranked by the three values that are known, the second may be the third of all: how many are above
 * the mean says nothing of it. */
START_TEST(a_count_is_of_printed_ranks)
{
    static const int sides[] = {1, UNTOLD, -1, UNTOLD, UNTOLD, UNTOLD};
    dti_table *table =
        printed_table(&(const struct printed_case){.figures = PRINTED_MEAN "," PRINTED_COUNT});
    dti_ranking_options options = DTI_RANKING_OPTIONS_INIT;
    options.basis = DTI_BASIS_PRINTED;
    dti_ranking *ranking = made_ranking(table, "all", &options);
    for (size_t i = 0; i < LENGTH_OF(sides); i++) {
        int side = UNTOLD;
        (void)dti_ranking_side(ranking, made_place(ranking, i), &side);
        ck_assert_msg(side == sides[i], "unit %zu is %d", i, side);
    }
    dti_ranking_unref(ranking);
    dti_table_unref(table);
}
END_TEST

/* What is printed with nine decimals may be a billionth below nothing: −1000, 0 and 0 have the mean
 * −333⅓, in 10⁻⁹ point. */
START_TEST(a_mean_below_nothing)
{
    dti_framework *framework = made_framework(NULL);
    dti_units *units = made_units(3, NULL);
    dti_table_builder *builder = made_builder(framework, units);
    made_figure(builder, 0, "all", DTI_QUANTITY_VALUE, "-0.000000001");
    made_figure(builder, 1, "all", DTI_QUANTITY_VALUE, "0");
    made_figure(builder, 2, "all", DTI_QUANTITY_VALUE, "0");
    dti_table *table = made_table(builder);
    dti_ranking *ranking = made_ranking(table, "all", NULL);
    ck_assert_int_eq(dti_ranking_mean(ranking, 0), -333);
    dti_ranking_unref(ranking);
    dti_table_unref(table);
    dti_units_unref(units);
    dti_framework_unref(framework);
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("ranking-mean");
    TCase *tcase = tcase_create("mean");
    tcase_add_loop_test(tcase, sides_of_a_printed_mean, 0, (int)LENGTH_OF(printed_cases));
    tcase_add_test(tcase, a_count_is_of_printed_ranks);
    tcase_add_test(tcase, a_mean_below_nothing);
    suite_add_tcase(suite, tcase);
    return suite;
}
