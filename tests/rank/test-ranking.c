/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Rankings of published tables and of figures worked out by hand. */
#include "register.h"

#define LENGTH_OF(array) (sizeof(array) / sizeof((array)[0]))

/* ---- What was published ---- */

/* DTI 2021, the rows on the front page of dti.gov.vn with their values, in the order printed; ranks
 * of the pillars are among all 63. */
static const struct row_2021 {
    int rank;
    const char *values[4]; /* overall, digital government, economy, society */
    int pillar_ranks[3];
} rows_2021[] = {{1, {"0.6419", "0.6868", "0.6312", "0.6483"}, {1, 1, 1}}, /* Đà Nẵng */
                 {2, {"0.5872", "0.6666", "0.5922", "0.5782"}, {2, 2, 2}}, /* Thừa Thiên Huế */
                 {3, {"0.5609", "0.6197", "0.5773", "0.5418"}, {3, 3, 4}}, /* TP Hồ Chí Minh */
                 {4, {"0.5276", "0.5877", "0.5320", "0.5292"}, {4, 6, 6}}, /* Bắc Ninh */
                 {5, {"0.5242", "0.5549", "0.5299", "0.5168"}, {7, 7, 7}}, /* Lạng Sơn */
                 {6, {"0.5064", "0.5702", "0.5239", "0.5323"}, {5, 8, 5}}, /* Ninh Bình */
                 {7, {"0.4972", "0.5596", "0.4969", "0.4780"}, {6, 10, 14}},    /* Quảng Ninh */
                 {8, {"0.4960", "0.5496", "0.5364", "0.5137"}, {9, 5, 8}},      /* Thái Nguyên */
                 {9, {"0.4954", "0.5497", "0.4735", "0.4747"}, {8, 14, 15}},    /* Bình Phước */
                 {10, {"0.4933", "0.5158", "0.5169", "0.5051"}, {15, 9, 9}},    /* Bắc Giang */
                 {11, {"0.4885", "0.5102", "0.4443", "0.4514"}, {17, 26, 21}},  /* Nam Định */
                 {12, {"0.4880", "0.5302", "0.4552", "0.4904"}, {12, 22, 12}},  /* Thanh Hóa */
                 {12, {"0.4880", "0.5483", "0.5671", "0.5634"}, {10, 4, 3}},    /* Vĩnh Phúc */
                 {14, {"0.4843", "0.5241", "0.4586", "0.4600"}, {13, 18, 18}},  /* Hải Dương */
                 {15, {"0.4794", "0.4930", "0.4944", "0.4787"}, {21, 11, 13}},  /* Cần Thơ */
                 {16, {"0.4675", "0.4718", "0.4464", "0.4645"}, {25, 25, 16}},  /* Hải Phòng */
                 {17, {"0.4670", "0.5142", "0.4319", "0.4392"}, {16, 28, 25}}}; /* Hậu Giang */

static const char *const indices[] = {"dti", "digital-government", "digital-economy",
                                      "digital-society"};

/* The rows stand in the table last first: what is ranked are values. */
static dti_table *table_2021(void)
{
    dti_framework *framework = sample_builtin();
    dti_units *units = made_units(63, NULL);
    dti_table_builder *builder = made_builder(framework, units);
    dti_error *error = NULL;
    for (size_t i = LENGTH_OF(rows_2021); i-- > 0;)
        for (size_t k = 0; k < LENGTH_OF(indices); k++)
            made_figure(builder, i, indices[k], DTI_QUANTITY_VALUE, rows_2021[i].values[k]);
    sample_must(dti_table_builder_out_of(builder, 63, &error), &error);
    dti_table *table = made_table(builder);
    dti_units_unref(units);
    dti_framework_unref(framework);
    return table;
}

START_TEST(values_of_2021_give_the_printed_ranks)
{
    dti_table *table = table_2021();
    dti_ranking *ranking = made_ranking(table, "dti", NULL);
    ck_assert_int_eq(dti_ranking_basis(ranking), DTI_BASIS_PRINTED);
    ck_assert_uint_eq(dti_ranking_count(ranking), 63);
    ck_assert_uint_eq(dti_ranking_group_count(ranking), 1);
    ck_assert_uint_eq(dti_ranking_group_size(ranking, 0), 63);
    ck_assert_uint_eq(dti_ranking_group_ranked(ranking, 0), 17);
    for (size_t i = 0; i < LENGTH_OF(rows_2021); i++) {
        const size_t place = made_place(ranking, i);
        ck_assert_uint_eq(place, i); /* ties by id */
        ck_assert_double_eq(dti_ranking_rank(ranking, place), rows_2021[i].rank);
        /* 46 are not there, and nobody knows that they are not better. */
        ck_assert_double_eq(dti_ranking_worst(ranking, place), rows_2021[i].rank + 46);
        ck_assert_uint_eq(dti_ranking_tie(ranking, place), rows_2021[i].rank == 12 ? 2 : 1);
    }
    for (size_t i = LENGTH_OF(rows_2021); i < 63; i++) {
        const size_t place = made_place(ranking, i);
        ck_assert_uint_eq(place, i);
        ck_assert_uint_eq(dti_ranking_row(ranking, place), DTI_NONE);
        ck_assert_double_eq(dti_ranking_rank(ranking, place), 0);
        ck_assert_double_eq(dti_ranking_worst(ranking, place), 0);
        ck_assert_uint_eq(dti_ranking_tie(ranking, place), 0);
        ck_assert_int_eq(dti_ranking_has_points(ranking, place), 0);
    }
    /* Thanh Hóa and Vĩnh Phúc: both stand behind Nam Định, 0.0005 of 1000 points away. */
    for (size_t i = 11; i <= 12; i++) {
        int64_t lacking = -1;
        ck_assert_uint_eq(dti_ranking_next(ranking, made_place(ranking, i)), 10);
        ck_assert_int_eq(dti_ranking_distance(ranking, i, 11, &lacking), 1);
        ck_assert_int_eq(lacking, INT64_C(500000000));
    }
    ck_assert_uint_eq(dti_ranking_next(ranking, 13), 12); /* Hải Dương's: the nearer of the tie */
    dti_ranking_unref(ranking);
    dti_table_unref(table);
}
END_TEST

/* Ranks among 63 are not those among 17, but whoever was before is before. */
START_TEST(pillars_of_2021_keep_the_printed_order)
{
    dti_table *table = table_2021();
    dti_ranking *ranking = made_ranking(table, indices[_i + 1], NULL);
    for (size_t a = 0; a < LENGTH_OF(rows_2021); a++)
        for (size_t b = 0; b < LENGTH_OF(rows_2021); b++) {
            const int printed = rows_2021[a].pillar_ranks[_i] - rows_2021[b].pillar_ranks[_i];
            const double found = made_rank(ranking, a) - made_rank(ranking, b);
            ck_assert_msg((printed > 0) == (found > 0) && (printed < 0) == (found < 0),
                          "%s: rows %zu and %zu", indices[_i + 1], a, b);
        }
    dti_ranking_unref(ranking);
    dti_table_unref(table);
}
END_TEST

/* DTI 2022, ranks as printed on dti.gov.vn, by region; Thanh Hóa and Yên Bái share rank 15. */
static const int regions_2022[][15] = {
    {1, 26, 27, 29, 31, 41, 50, 59},                       /* Nam Trung Bộ; 31: Quảng Nam */
    {2, 12, 19, 28, 40, 43},                               /* Đông Nam Bộ */
    {3, 7, 10, 13, 14, 18, 21, 24, 33, 34, 56},            /* Đồng bằng sông Hồng */
    {4, 15, 37, 46, 52, 55},                               /* Bắc Trung Bộ */
    {5, 11, 17, 20, 25, 30, 32, 36, 39, 51, 54, 58, 60},   /* ĐBSCL; 51: Bến Tre */
    {6, 8, 9, 15, 23, 35, 38, 42, 44, 48, 53, 57, 61, 63}, /* Trung du, miền núi phía Bắc */
    {22, 45, 47, 49, 62},                                  /* Tây Nguyên */
};

enum {
    QUANGNAM = 4, /* in the order of the lists above */
    BENTRE = 40,
    TRAVINH = 35
};

static dti_table *table_2022(void)
{
    static const struct {
        int rank;
        const char *value;
    } values[] = {{1, "0.8002"},  {2, "0.7163"},  {3, "0.7024"},  {4, "0.6975"},   {5, "0.6924"},
                  {25, "0.6077"}, {31, "0.5808"}, {40, "0.5638"}, {46, "0.54146"}, {51, "0.50772"}};
    int groups[63];
    int ranks[63];
    size_t count = 0;
    char text[16];
    for (size_t region = 0; region < LENGTH_OF(regions_2022); region++)
        for (size_t i = 0; regions_2022[region][i] > 0; i++) {
            groups[count] = (int)region;
            ranks[count++] = regions_2022[region][i];
        }
    ck_assert_uint_eq(count, 63);
    dti_framework *framework = sample_builtin();
    dti_units *units = made_units(63, groups);
    dti_table_builder *builder = made_builder(framework, units);
    for (size_t i = 0; i < 63; i++) {
        snprintf(text, sizeof text, "%d", ranks[i]);
        made_figure(builder, i, "dti", DTI_QUANTITY_RANK, text);
        for (size_t k = 0; k < LENGTH_OF(values); k++)
            if (values[k].rank == ranks[i])
                made_figure(builder, i, "dti", DTI_QUANTITY_VALUE, values[k].value);
    }
    dti_table *table = made_table(builder);
    dti_units_unref(units);
    dti_framework_unref(framework);
    return table;
}

START_TEST(ranks_of_2022_stay_as_printed)
{
    dti_table *table = table_2022();
    dti_ranking *ranking = made_ranking(table, "dti", NULL);
    int64_t lacking = -1;
    ck_assert_int_eq(dti_ranking_basis(ranking), DTI_BASIS_RANKS);
    ck_assert_uint_eq(dti_ranking_group_ranked(ranking, 0), 63);
    ck_assert_double_eq(made_rank(ranking, QUANGNAM), 31);
    ck_assert_double_eq(dti_ranking_worst(ranking, made_place(ranking, QUANGNAM)), 31);
    ck_assert_double_eq(made_rank(ranking, BENTRE), 51);
    /* Competition: 15, 15, 17. */
    ck_assert_double_eq(dti_ranking_rank(ranking, 14), 15);
    ck_assert_double_eq(dti_ranking_rank(ranking, 15), 15);
    ck_assert_double_eq(dti_ranking_rank(ranking, 16), 17);
    ck_assert_uint_eq(dti_ranking_tie(ranking, 14), 2);
    ck_assert_uint_eq(dti_ranking_next(ranking, 15), 13);
    /* Quảng Nam to Trà Vinh's rank: 607.7 − 580.8. */
    const size_t place = made_place(ranking, QUANGNAM);
    ck_assert_int_eq(dti_ranking_distance(ranking, place, 25, &lacking), 1);
    ck_assert_int_eq(lacking, INT64_C(26900000000));
    ck_assert_int_eq(dti_ranking_distance(ranking, place, 31, &lacking), 1);
    ck_assert_int_eq(lacking, 0);
    ck_assert_int_eq(dti_ranking_distance(ranking, place, 63, &lacking), 1);
    ck_assert_int_eq(lacking, 0);
    /* Nobody printed the value of rank 24 or 30. */
    lacking = -1;
    ck_assert_int_eq(dti_ranking_distance(ranking, place, 24, &lacking), 0);
    ck_assert_int_eq(dti_ranking_distance(ranking, place, 30, &lacking), 0);
    ck_assert_int_eq(dti_ranking_distance(ranking, place, 0, &lacking), 0);
    ck_assert_int_eq(lacking, -1);
    /* 8002 + 7163 + 7024 + 6975 + 6924 + 6077 + 5808 + 5638 + 5414.6 + 5077.2 is 64102.8. */
    ck_assert_uint_eq(dti_ranking_amount_count(ranking, 0), 10);
    ck_assert_int_eq(dti_ranking_mean(ranking, 0), INT64_C(641028000000));
    dti_ranking_unref(ranking);
    dti_table_unref(table);
}
END_TEST

START_TEST(regions_of_2022)
{
    dti_table *table = table_2022();
    dti_ranking_options options = DTI_RANKING_OPTIONS_INIT;
    options.by = DTI_RANKING_BY_GROUP;
    dti_ranking *ranking = made_ranking(table, "dti", &options);
    const size_t quangnam = made_place(ranking, QUANGNAM);
    const size_t bentre = made_place(ranking, BENTRE);
    int64_t lacking = -1;
    ck_assert_uint_eq(dti_ranking_group_count(ranking), 7);
    ck_assert_double_eq(dti_ranking_rank(ranking, quangnam), 5);
    ck_assert_double_eq(dti_ranking_worst(ranking, quangnam), 5);
    ck_assert_uint_eq(dti_ranking_group(ranking, quangnam), 0);
    ck_assert_uint_eq(dti_ranking_group_size(ranking, 0), 8);
    ck_assert_double_eq(dti_ranking_rank(ranking, bentre), 10);
    ck_assert_uint_eq(dti_ranking_group(ranking, bentre), 4);
    ck_assert_uint_eq(dti_ranking_group_size(ranking, 4), 13);
    ck_assert_uint_eq(dti_ranking_group_first(ranking, 4), 8 + 6 + 11 + 6);
    ck_assert_str_eq(dti_ranking_group_name(ranking, 4, DTI_LANG_VI), "Vùng 4");
    ck_assert_str_eq(dti_ranking_group_name(ranking, 4, DTI_LANG_EN), "Region 4");
    /* To the head of the region: Cần Thơ, 692.4 − 507.72; to its 5th place, Trà Vinh. */
    ck_assert_int_eq(dti_ranking_distance(ranking, bentre, 1, &lacking), 1);
    ck_assert_int_eq(lacking, INT64_C(184680000000));
    ck_assert_int_eq(dti_ranking_distance(ranking, bentre, 5, &lacking), 1);
    ck_assert_int_eq(lacking, INT64_C(99980000000));
    ck_assert_uint_eq(dti_ranking_next(ranking, bentre), bentre - 1);
    ck_assert_uint_eq(dti_ranking_next(ranking, dti_ranking_group_first(ranking, 4)), DTI_NONE);
    dti_ranking_unref(ranking);
    dti_table_unref(table);
}
END_TEST

/* What is known of 2021: ranks of 28 of 63. Of the 8 of Nam Trung Bộ those of Đà Nẵng (1), Quảng
 * Nam (25), Ninh Thuận (53) and Quảng Ngãi (60): Quảng Nam is 2nd of 4 known. Before rank 25 there
 * is room for five whose ranks are not known, so all four missing of the region could be there; and
 * before Đà Nẵng for none. */
START_TEST(a_partial_table)
{
    static const int known[] = {1,  25, 53, 60, /* of the region */
                                2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 12,
                                14, 15, 16, 17, 21, 22, 26, 27, 31, 43, 44, 61};
    int groups[63];
    char text[16];
    dti_error *error = NULL;
    for (int i = 0; i < 63; i++)
        groups[i] = i < 4 || (i >= 28 && i < 32) ? 0 : 1;
    dti_framework *framework = sample_builtin();
    dti_units *units = made_units(63, groups);
    dti_table_builder *builder = made_builder(framework, units);
    for (size_t i = 0; i < LENGTH_OF(known); i++) {
        snprintf(text, sizeof text, "%d", known[i]);
        made_figure(builder, i, "dti", DTI_QUANTITY_RANK, text);
    }
    sample_must(dti_table_builder_out_of(builder, 63, &error), &error);
    dti_table *table = made_table(builder);
    dti_ranking_options options = DTI_RANKING_OPTIONS_INIT;
    dti_ranking *all = made_ranking(table, "dti", NULL);
    options.by = DTI_RANKING_BY_GROUP;
    dti_ranking *apart = made_ranking(table, "dti", &options);
    ck_assert_double_eq(made_rank(all, 1), 25);
    ck_assert_double_eq(dti_ranking_worst(all, made_place(all, 1)), 25);
    ck_assert_uint_eq(dti_ranking_group_ranked(all, 0), 28);
    ck_assert_uint_eq(dti_ranking_group_size(apart, 0), 8);
    ck_assert_uint_eq(dti_ranking_group_ranked(apart, 0), 4);
    ck_assert_double_eq(made_rank(apart, 1), 2);
    ck_assert_double_eq(dti_ranking_worst(apart, made_place(apart, 1)), 6);
    ck_assert_double_eq(made_rank(apart, 0), 1);
    ck_assert_double_eq(dti_ranking_worst(apart, made_place(apart, 0)), 1);
    ck_assert_double_eq(made_rank(apart, 3), 4);
    ck_assert_double_eq(dti_ranking_worst(apart, made_place(apart, 3)), 8);
    ck_assert_int_eq(dti_ranking_distance(all, made_place(all, 1), 25, NULL), 1);
    ck_assert_int_eq(dti_ranking_distance(all, made_place(all, 1), 12, NULL), 0); /* no amounts */
    dti_ranking_unref(apart);
    dti_ranking_unref(all);
    dti_table_unref(table);
    dti_units_unref(units);
    dti_framework_unref(framework);
}
END_TEST

/* Five were ranked, of whom two are not even named: each can be two ranks worse. */
START_TEST(who_is_not_named_may_be_better)
{
    dti_error *error = NULL;
    dti_framework *framework = made_framework(NULL);
    dti_units *units = made_units(3, NULL);
    dti_table_builder *builder = made_builder(framework, units);
    sample_must(dti_table_builder_out_of(builder, 5, &error), &error);
    for (size_t i = 0; i < 3; i++)
        made_points(builder, i, "all", 900 - (int64_t)i);
    dti_table *table = made_table(builder);
    dti_ranking *ranking = made_ranking(table, "all", NULL);
    for (size_t i = 0; i < 3; i++) {
        ck_assert_double_eq(made_rank(ranking, i), 1 + (double)i);
        ck_assert_double_eq(dti_ranking_worst(ranking, made_place(ranking, i)), 3 + (double)i);
    }
    dti_ranking_unref(ranking);
    dti_table_unref(table);
    dti_units_unref(units);
    dti_framework_unref(framework);
}
END_TEST

/* ---- Ties ---- */

/* Printed 4, 4, 6, 9, of a table of ten, with 0.9, 0.9, 0.8 and 0.7 of 1000 points. What the last
 * one lacks to ranks 1 to 9: −1 where the table does not say who has the rank. */
static const struct tie_case {
    dti_rank_method method;
    double ranks[4];
    double worst[4];
    int lacking[10];
} tie_cases[] = {
    {DTI_RANK_COMPETITION, {4, 4, 6, 9}, {4, 4, 6, 9}, {0, -1, -1, -1, 200, 200, 100, -1, -1, 0}},
    /* Dense among those there; before ranks 4 and 6 there is room for three of the six missing,
     * before rank 9 for five. */
    {DTI_RANK_DENSE, {1, 1, 2, 3}, {4, 4, 5, 8}, {0, 200, 100, 0, 0, 0, 0, 0, 0, 0}},
    {DTI_RANK_FRACTIONAL,
     {4.5, 4.5, 6, 9},
     {4.5, 4.5, 6, 9},
     {0, -1, -1, -1, 200, 200, 100, -1, -1, 0}},
};

START_TEST(methods_with_printed_ranks)
{
    static const char *const ranks[] = {"4", "4", "6", "9"};
    static const char *const values[] = {"0.9", "0.9", "0.8", "0.7"};
    const struct tie_case *at = &tie_cases[_i];
    dti_framework *framework = made_framework(NULL);
    dti_units *units = made_units(10, NULL);
    dti_table_builder *builder = made_builder(framework, units);
    dti_error *error = NULL;
    for (size_t i = 0; i < 4; i++)
        made_figure(builder, i, "all", DTI_QUANTITY_RANK, ranks[i]);
    for (size_t i = 0; i < 4; i++)
        made_figure(builder, i, "all", DTI_QUANTITY_VALUE, values[i]);
    sample_must(dti_table_builder_out_of(builder, 10, &error), &error);
    dti_table *table = made_table(builder);
    dti_ranking_options options = DTI_RANKING_OPTIONS_INIT;
    options.method = at->method;
    options.basis = DTI_BASIS_RANKS;
    dti_ranking *ranking = made_ranking(table, "all", &options);
    ck_assert_int_eq(dti_ranking_method(ranking), at->method);
    for (size_t i = 0; i < 4; i++) {
        ck_assert_double_eq(made_rank(ranking, i), at->ranks[i]);
        ck_assert_double_eq(dti_ranking_worst(ranking, made_place(ranking, i)), at->worst[i]);
    }
    for (uint32_t rank = 1; rank <= 9; rank++) {
        int64_t lacking = -DTI_POINT;
        const int is_told = dti_ranking_distance(ranking, made_place(ranking, 3), rank, &lacking);
        ck_assert_int_eq(is_told, at->lacking[rank] >= 0);
        ck_assert_int_eq(lacking, at->lacking[rank] * DTI_POINT);
    }
    dti_ranking_unref(ranking);
    dti_table_unref(table);
    dti_units_unref(units);
    dti_framework_unref(framework);
}
END_TEST

/* ---- Ranks and values that do not fit ---- */

/* Fewer points on the better rank: 0.541 may be 0.5413, but 0.50 is not 0.60. */
START_TEST(a_better_rank_with_fewer_points)
{
    static const char *const values[][2] = {{"0.541", "0.5412"}, {"0.50", "0.60"}};
    dti_framework *framework = made_framework(NULL);
    dti_units *units = made_units(2, NULL);
    dti_table_builder *builder = made_builder(framework, units);
    dti_ranking_options options = DTI_RANKING_OPTIONS_INIT;
    int64_t lacking = -1;
    for (size_t i = 0; i < 2; i++) {
        made_figure(builder, i, "all", DTI_QUANTITY_RANK, i == 0 ? "1" : "2");
        made_figure(builder, i, "all", DTI_QUANTITY_VALUE, values[_i][i]);
    }
    dti_table *table = made_table(builder);
    options.basis = DTI_BASIS_RANKS;
    dti_ranking *ranking = made_ranking(table, "all", &options);
    ck_assert_int_eq(dti_ranking_distance(ranking, 1, 1, &lacking), _i == 0);
    ck_assert_int_eq(lacking, _i == 0 ? 0 : -1);
    dti_ranking_unref(ranking);
    dti_table_unref(table);
    dti_units_unref(units);
    dti_framework_unref(framework);
}
END_TEST

/* ---- The basis ---- */

START_TEST(the_basis_is_what_most_have)
{
    dti_framework *framework = made_framework(NULL);
    dti_units *units = made_units(5, NULL);
    dti_table_builder *builder = made_builder(framework, units);
    dti_ranking_options options = DTI_RANKING_OPTIONS_INIT;
    dti_ranking *ranking = NULL;
    /* Two exact, one printed, two ranks. */
    made_points(builder, 0, "all", INT64_C(500000000000));
    made_points(builder, 1, "all", INT64_C(400000000000));
    made_figure(builder, 2, "all", DTI_QUANTITY_VALUE, "0.45");
    made_figure(builder, 2, "all", DTI_QUANTITY_RANK, "1");
    made_figure(builder, 3, "all", DTI_QUANTITY_RANK, "2");
    dti_table *table = made_table(builder);
    ranking = made_ranking(table, "all", NULL);
    ck_assert_int_eq(dti_ranking_basis(ranking), DTI_BASIS_PRINTED);
    ck_assert_double_eq(made_rank(ranking, 0), 1);
    ck_assert_double_eq(made_rank(ranking, 2), 2);
    ck_assert_double_eq(made_rank(ranking, 1), 3);
    ck_assert_double_eq(made_rank(ranking, 3), 0);
    dti_ranking_unref(ranking);
    options.basis = DTI_BASIS_POINTS;
    ranking = made_ranking(table, "all", &options);
    ck_assert_double_eq(made_rank(ranking, 0), 1);
    ck_assert_double_eq(made_rank(ranking, 1), 2);
    ck_assert_double_eq(made_rank(ranking, 2), 0);
    ck_assert_int_eq(dti_ranking_has_points(ranking, made_place(ranking, 2)), 1);
    dti_ranking_unref(ranking);
    options.basis = DTI_BASIS_RANKS;
    ranking = made_ranking(table, "all", &options);
    ck_assert_int_eq(dti_ranking_basis(ranking), DTI_BASIS_RANKS);
    ck_assert_double_eq(made_rank(ranking, 2), 1);
    ck_assert_double_eq(made_rank(ranking, 3), 2);
    ck_assert_double_eq(made_rank(ranking, 0), 0);
    ck_assert_int_eq(dti_ranking_points(ranking, made_place(ranking, 0)), INT64_C(500000000000));
    dti_ranking_unref(ranking);
    /* Of another node there is nothing. */
    ranking = made_ranking(table, "1", NULL);
    ck_assert_int_eq(dti_ranking_basis(ranking), DTI_BASIS_NONE);
    ck_assert_uint_eq(dti_ranking_count(ranking), 5);
    ck_assert_uint_eq(dti_ranking_group_ranked(ranking, 0), 0);
    ck_assert_uint_eq(dti_ranking_amount_count(ranking, 0), 0);
    ck_assert_int_eq(dti_ranking_mean(ranking, 0), 0);
    ck_assert_int_eq(dti_ranking_quantile(ranking, 0, 1, 2), 0);
    dti_ranking_unref(ranking);
    dti_table_unref(table);
    dti_units_unref(units);
    dti_framework_unref(framework);
}
END_TEST

/* ---- Mean, quantiles, sides ---- */

/* Exact points in 10⁻⁹. */
static const struct amounts_case {
    const char *name;
    size_t count;
    int64_t points[6];
    int64_t mean;
    struct {
        uint32_t part;
        uint32_t whole;
        int64_t points;
    } quantiles[4];
    int sides[6];
} amounts_cases[] = {
    /* 7 ÷ 3 = 2.33…; the median is the middle one; a quarter of two steps is half of the first. */
    {"thirds", 3, {1, 4, 2}, 2, {{1, 2, 2}, {1, 4, 2}, {3, 4, 3}, {0, 4, 1}}, {-1, 1, -1}},
    /* 1.5: to even, up; every quantile on a half goes to the even one. */
    {"half up", 2, {1, 2}, 2, {{1, 2, 2}, {1, 4, 1}, {3, 4, 2}, {4, 4, 2}}, {-1, 1}},
    /* 2.5: to even, down. */
    {"half down", 2, {3, 2}, 2, {{1, 2, 2}, {1, 4, 2}, {3, 4, 3}, {1, 1, 3}}, {1, -1}},
    /* 4 ÷ 3 rounds to 1, and who has 1 is below it all the same. */
    {"near", 3, {1, 1, 2}, 1, {{1, 2, 1}, {3, 4, 2}, {1, 4, 1}, {2, 3, 1}}, {-1, -1, 1}},
    {"at", 3, {5, 7, 6}, 6, {{1, 2, 6}, {1, 4, 6}, {3, 4, 6}, {1, 3, 6}}, {-1, 1, 0}},
    /* R: quantile(c(100, 200, 400, 1000, 1000), c(.25, .5, .75, .9)) is 200 400 1000 1000; deciles
     * by hand: 0.3 of four steps is 1.2, 200 + 0.2 × 200. */
    {"five",
     5,
     {1000, 100, 400, 1000, 200},
     540,
     {{1, 4, 200}, {1, 2, 400}, {9, 10, 1000}, {3, 10, 240}},
     {1, -1, -1, 1, -1}},
    {"one", 1, {42}, 42, {{0, 1, 42}, {1, 2, 42}, {1, 1, 42}, {7, 9, 42}}, {0}},
};

START_TEST(amounts_by_hand)
{
    const struct amounts_case *at = &amounts_cases[_i];
    dti_framework *framework = made_framework(NULL);
    dti_units *units = made_units(at->count, NULL);
    dti_table_builder *builder = made_builder(framework, units);
    for (size_t i = 0; i < at->count; i++)
        made_points(builder, i, "all", at->points[i]);
    dti_table *table = made_table(builder);
    dti_ranking *ranking = made_ranking(table, "all", NULL);
    ck_assert_int_eq(dti_ranking_basis(ranking), DTI_BASIS_POINTS);
    ck_assert_uint_eq(dti_ranking_amount_count(ranking, 0), at->count);
    ck_assert_msg(dti_ranking_mean(ranking, 0) == at->mean, "%s: mean", at->name);
    for (size_t i = 0; i < 4; i++) {
        const int64_t found =
            dti_ranking_quantile(ranking, 0, at->quantiles[i].part, at->quantiles[i].whole);
        ck_assert_msg(found == at->quantiles[i].points, "%s: quantile %u of %u is %lld", at->name,
                      at->quantiles[i].part, at->quantiles[i].whole, (long long)found);
    }
    for (size_t i = 0; i < at->count; i++) {
        int side = 9;
        ck_assert_int_eq(dti_ranking_side(ranking, made_place(ranking, i), &side), 1);
        ck_assert_msg(side == at->sides[i], "%s: side of %zu is %d", at->name, i, side);
        ck_assert_int_eq(dti_ranking_side(ranking, made_place(ranking, i), NULL), 1);
    }
    ck_assert_int_eq(dti_ranking_quantile(ranking, 0, 2, 1), 0);
    ck_assert_int_eq(dti_ranking_quantile(ranking, 0, 0, 0), 0);
    ck_assert_int_eq(dti_ranking_quantile(ranking, 0, 1, 1000001), 0);
    ck_assert_int_eq(dti_ranking_quantile(ranking, 1, 1, 2), 0);
    dti_ranking_unref(ranking);
    dti_table_unref(table);
    dti_units_unref(units);
    dti_framework_unref(framework);
}
END_TEST

/* Sums beyond 64 bits: the largest total there can be, ten thousand times. */
START_TEST(the_mean_of_many_does_not_overflow)
{
    const size_t count = 10000;
    dti_framework *framework = made_framework(NULL);
    dti_units *units = made_units(count, NULL);
    dti_table_builder *builder = made_builder(framework, units);
    for (size_t i = 0; i < count; i++)
        made_points(builder, i, "all", INT64_C(1000000000000) - (int64_t)(i % 4));
    dti_table *table = made_table(builder);
    dti_ranking *ranking = made_ranking(table, "all", NULL);
    /* 1.5 less: to even. */
    ck_assert_int_eq(dti_ranking_mean(ranking, 0), INT64_C(999999999998));
    dti_ranking_unref(ranking);
    dti_table_unref(table);
    dti_units_unref(units);
    dti_framework_unref(framework);
}
END_TEST

/* ---- Bands ---- */

#define BY_VALUE                                                                                   \
    "[{\"id\":\"good\",\"names\":{\"vi\":\"x\"},\"value_at_least\":0.65},{\"id\":\"fair\","        \
    "\"names\":{\"vi\":\"x\"},\"value_at_least\":0.5}]"
#define BY_RANK                                                                                    \
    "[{\"id\":\"top-2\",\"names\":{\"vi\":\"x\"},\"rank_at_most\":2},{\"id\":\"top-4\",\"names\":" \
    "{\"vi\":\"x\"},\"rank_at_most\":4}]"

/* A printed 0.65 may be 0.6451, which is fair, and a printed 0.6500 may be 0.64996. */
static const struct {
    const char *value;
    size_t band;
} printed_bands[] = {{"0.66", 0},       {"0.65", DTI_NONE}, {"0.6500", DTI_NONE},
                     {"0.6501", 0},     {"0.649", 1},       {"0.6499", 1},
                     {"0.5", DTI_NONE}, {"0.51", 1},        {"0.4999", DTI_NONE}};

START_TEST(bands_by_value)
{
    dti_framework *framework = made_framework(BY_VALUE);
    dti_units *units = made_units(12, NULL);
    dti_table_builder *builder = made_builder(framework, units);
    for (size_t i = 0; i < LENGTH_OF(printed_bands); i++)
        made_figure(builder, i, "all", DTI_QUANTITY_VALUE, printed_bands[i].value);
    /* Exact ones are told to the last digit. */
    made_points(builder, 9, "all", INT64_C(650000000000));
    made_points(builder, 10, "all", INT64_C(649999999999));
    made_points(builder, 11, "all", INT64_C(499999999999));
    dti_table *table = made_table(builder);
    dti_ranking *ranking = made_ranking(table, "all", NULL);
    for (size_t i = 0; i < LENGTH_OF(printed_bands); i++) {
        const size_t found = dti_ranking_band(ranking, made_place(ranking, i));
        ck_assert_msg(found == printed_bands[i].band, "%s: band %zu", printed_bands[i].value,
                      found);
    }
    ck_assert_uint_eq(dti_ranking_band(ranking, made_place(ranking, 9)), 0);
    ck_assert_uint_eq(dti_ranking_band(ranking, made_place(ranking, 10)), 1);
    ck_assert_uint_eq(dti_ranking_band(ranking, made_place(ranking, 11)), DTI_NONE);
    dti_ranking_unref(ranking);
    dti_table_unref(table);
    dti_units_unref(units);
    dti_framework_unref(framework);
}
END_TEST

#define BETWEEN                                                                                    \
    "[{\"id\":\"good\",\"names\":{\"vi\":\"x\"},\"value_at_least\":0.652},{\"id\":\"fair\","       \
    "\"names\":{\"vi\":\"x\"},\"value_at_least\":0.333333333}]"

/* Of 2.5 points the fair ones have 0.8333333325 or more, so 0.833333333; a printed 0.65 may be
 * 0.6549, which is good. */
START_TEST(bands_between_digits)
{
    dti_framework *framework = made_framework_of("1.5", "1", BETWEEN);
    dti_units *units = made_units(4, NULL);
    dti_table_builder *builder = made_builder(framework, units);
    static const size_t bands[] = {DTI_NONE, 1, DTI_NONE, 1};
    made_figure(builder, 0, "all", DTI_QUANTITY_VALUE, "0.65");
    made_figure(builder, 1, "all", DTI_QUANTITY_VALUE, "0.650");
    made_points(builder, 2, "all", INT64_C(833333332));
    made_points(builder, 3, "all", INT64_C(833333333));
    dti_table *table = made_table(builder);
    dti_ranking *ranking = made_ranking(table, "all", NULL);
    for (size_t i = 0; i < LENGTH_OF(bands); i++)
        ck_assert_uint_eq(dti_ranking_band(ranking, made_place(ranking, i)), bands[i]);
    dti_ranking_unref(ranking);
    dti_table_unref(table);
    dti_units_unref(units);
    dti_framework_unref(framework);
}
END_TEST

/* By the rank among all, although they are ranked in two groups; with one missing the second can
 * still be third. */
START_TEST(bands_by_rank)
{
    static const int groups[] = {0, 0, 1, 1, 1, 1};
    static const size_t complete[] = {0, 0, 1, 1, DTI_NONE};
    static const size_t with_missing[] = {0, DTI_NONE, 1, DTI_NONE, DTI_NONE};
    for (size_t missing = 0; missing < 2; missing++) {
        dti_framework *framework = made_framework(BY_RANK);
        dti_units *units = made_units(5 + missing, groups);
        dti_table_builder *builder = made_builder(framework, units);
        dti_ranking_options options = DTI_RANKING_OPTIONS_INIT;
        for (size_t i = 0; i < 5; i++)
            made_points(builder, i, "all", INT64_C(900) - (int64_t)i);
        dti_table *table = made_table(builder);
        options.by = DTI_RANKING_BY_GROUP;
        dti_ranking *ranking = made_ranking(table, "all", &options);
        for (size_t i = 0; i < 5; i++)
            ck_assert_uint_eq(dti_ranking_band(ranking, made_place(ranking, i)),
                              missing ? with_missing[i] : complete[i]);
        dti_ranking_unref(ranking);
        dti_table_unref(table);
        dti_units_unref(units);
        dti_framework_unref(framework);
    }
}
END_TEST

/* ---- Groups of the caller ---- */

START_TEST(groups_of_the_caller)
{
    static const uint32_t numbers[] = {4000000000, 7, 4000000000, 7, 12};
    static const double ranks[] = {2, 1, 1, 1, 1};
    static const size_t groups[] = {2, 0, 2, 0, 1};
    dti_framework *framework = made_framework(NULL);
    dti_units *units = made_units(6, NULL); /* one without a row */
    dti_table_builder *builder = made_builder(framework, units);
    dti_ranking_options options = DTI_RANKING_OPTIONS_INIT;
    made_points(builder, 0, "all", 1);
    made_points(builder, 1, "all", 2);
    made_points(builder, 2, "all", 3);
    made_points(builder, 3, "all", 2);
    made_points(builder, 4, "all", 0);
    dti_table *table = made_table(builder);
    options.by = DTI_RANKING_BY_CALLER;
    options.groups = numbers;
    dti_ranking *ranking = made_ranking(table, "all", &options);
    ck_assert_uint_eq(dti_ranking_group_count(ranking), 4);
    ck_assert_str_eq(dti_ranking_group_name(ranking, 0, DTI_LANG_VI), "7");
    ck_assert_str_eq(dti_ranking_group_name(ranking, 1, DTI_LANG_EN), "12");
    ck_assert_str_eq(dti_ranking_group_name(ranking, 2, DTI_LANG_VI), "4000000000");
    ck_assert_str_eq(dti_ranking_group_name(ranking, 3, DTI_LANG_VI), "");
    ck_assert_uint_eq(dti_ranking_group_size(ranking, 3), 1);
    ck_assert_uint_eq(dti_ranking_group_ranked(ranking, 3), 0);
    for (size_t i = 0; i < 5; i++) {
        const size_t place = made_place(ranking, i);
        ck_assert_double_eq(dti_ranking_rank(ranking, place), ranks[i]);
        ck_assert_uint_eq(dti_ranking_group(ranking, place), groups[i]);
    }
    ck_assert_uint_eq(dti_ranking_tie(ranking, made_place(ranking, 1)), 2);
    dti_ranking_unref(ranking);
    dti_table_unref(table);
    dti_units_unref(units);
    dti_framework_unref(framework);
}
END_TEST

/* ---- Misuse, memory ---- */

START_TEST(getters_take_anything)
{
    dti_table *table = table_2021();
    dti_ranking *ranking = made_ranking(table, "dti", NULL);
    const dti_ranking *const none[] = {NULL, ranking};
    for (size_t i = 0; i < 2; i++) {
        ck_assert_uint_eq(dti_ranking_unit(none[i], 63), DTI_NONE);
        ck_assert_uint_eq(dti_ranking_row(none[i], 63), DTI_NONE);
        ck_assert_uint_eq(dti_ranking_find(none[i], 63), DTI_NONE);
        ck_assert_double_eq(dti_ranking_rank(none[i], 63), 0);
        ck_assert_double_eq(dti_ranking_worst(none[i], 63), 0);
        ck_assert_uint_eq(dti_ranking_tie(none[i], 63), 0);
        ck_assert_int_eq(dti_ranking_has_points(none[i], 63), 0);
        ck_assert_int_eq(dti_ranking_points(none[i], 63), 0);
        ck_assert_uint_eq(dti_ranking_band(none[i], 63), DTI_NONE);
        ck_assert_uint_eq(dti_ranking_group(none[i], 63), DTI_NONE);
        ck_assert_str_eq(dti_ranking_group_name(none[i], 1, DTI_LANG_VI), "");
        ck_assert_uint_eq(dti_ranking_group_first(none[i], 1), 0);
        ck_assert_uint_eq(dti_ranking_group_size(none[i], 1), 0);
        ck_assert_uint_eq(dti_ranking_group_ranked(none[i], 1), 0);
        ck_assert_uint_eq(dti_ranking_amount_count(none[i], 1), 0);
        ck_assert_int_eq(dti_ranking_mean(none[i], 1), 0);
        ck_assert_int_eq(dti_ranking_quantile(none[i], 1, 1, 2), 0);
        ck_assert_int_eq(dti_ranking_distance(none[i], 63, 1, NULL), 0);
        ck_assert_uint_eq(dti_ranking_next(none[i], 63), DTI_NONE);
        ck_assert_int_eq(dti_ranking_side(none[i], 63, NULL), 0);
    }
    ck_assert_str_eq(dti_ranking_group_name(ranking, 0, DTI_LANG_VI), "");
    ck_assert_ptr_eq(dti_ranking_table(ranking), table);
    ck_assert_ptr_null(dti_ranking_table(NULL));
    ck_assert_uint_eq(dti_ranking_node(NULL), DTI_NONE);
    ck_assert_int_eq(dti_ranking_basis(NULL), DTI_BASIS_NONE);
    ck_assert_int_eq(dti_ranking_method(NULL), DTI_RANK_COMPETITION);
    ck_assert_uint_eq(dti_ranking_count(NULL), 0);
    ck_assert_uint_eq(dti_ranking_group_count(NULL), 0);
    ck_assert_ptr_null(dti_ranking_ref(NULL));
    dti_ranking_unref(NULL);
    dti_ranking *other = dti_ranking_ref(ranking);
    dti_table_unref(table); /* the ranking holds it */
    dti_ranking_unref(ranking);
    ck_assert_uint_eq(dti_table_row_count(dti_ranking_table(other)), 17);
    dti_ranking_unref(other);
}
END_TEST

static const struct misuse {
    dti_ranking_options options;
    dti_status status;
    const char *argument;
} misuses[] = {
    {{.size = 0}, DTI_E_ARG, "dti_ranking_options"},
    {{sizeof(dti_ranking_options), .method = (dti_rank_method)3}, DTI_E_ARG, "method"},
    {{sizeof(dti_ranking_options), .method = (dti_rank_method)-1}, DTI_E_ARG, "method"},
    {{sizeof(dti_ranking_options), .basis = (dti_basis)4}, DTI_E_ARG, "basis"},
    {{sizeof(dti_ranking_options), .basis = (dti_basis)-1}, DTI_E_ARG, "basis"},
    {{sizeof(dti_ranking_options), .by = (dti_ranking_by)3}, DTI_E_ARG, "by"},
    {{sizeof(dti_ranking_options), .by = DTI_RANKING_BY_CALLER}, DTI_E_ARG, "groups"},
};

START_TEST(refuses_wrong_options)
{
    dti_table *table = table_2021();
    dti_ranking *ranking = NULL;
    dti_error *error = NULL;
    const dti_status status = dti_ranking_new(table, 0, &misuses[_i].options, &ranking, &error);
    ck_assert_str_eq(dti_error_arg(error, 0), misuses[_i].argument);
    sample_refused(status, misuses[_i].status, &error);
    ck_assert_ptr_null(ranking);
    dti_table_unref(table);
}
END_TEST

START_TEST(refuses_wrong_arguments)
{
    dti_table *table = table_2021();
    dti_ranking *ranking = NULL;
    dti_text *text = NULL;
    dti_error *error = NULL;
    const size_t nodes = dti_framework_node_count(dti_table_framework(table));
    sample_refused(dti_ranking_new(NULL, 0, NULL, &ranking, &error), DTI_E_ARG, &error);
    sample_refused(dti_ranking_new(table, 0, NULL, NULL, &error), DTI_E_ARG, &error);
    sample_refused(dti_ranking_new(table, nodes, NULL, &ranking, &error), DTI_E_ARG, &error);
    sample_refused(dti_ranking_new(table, DTI_NONE, NULL, &ranking, &error), DTI_E_ARG, &error);
    ck_assert_ptr_null(ranking);
    ranking = made_ranking(table, "dti", NULL);
    sample_refused(dti_ranking_write(NULL, NULL, &text, &error), DTI_E_ARG, &error);
    sample_refused(dti_ranking_write(ranking, NULL, NULL, &error), DTI_E_ARG, &error);
    sample_refused(dti_ranking_write(ranking, "none", &text, &error), DTI_E_NOT_FOUND, &error);
    ck_assert_ptr_null(text);
    dti_ranking_unref(ranking);
    dti_table_unref(table);
}
END_TEST

static dti_status rank_with(const dti_allocator *allocator, void *context)
{
    const dti_table *table = context;
    dti_ranking_options options = DTI_RANKING_OPTIONS_INIT;
    dti_ranking *ranking = NULL;
    dti_text *text = NULL;
    dti_error *error = NULL;
    uint32_t numbers[63];
    for (uint32_t i = 0; i < 63; i++)
        numbers[i] = i % 5;
    options.allocator = allocator;
    options.by = dti_table_row_count(table) == 63 ? DTI_RANKING_BY_GROUP : DTI_RANKING_BY_CALLER;
    options.groups = numbers;
    const size_t node = dti_framework_overall(dti_table_framework(table));
    dti_status status = dti_ranking_new(table, node, &options, &ranking, &error);
    ck_assert_int_eq(status == DTI_OK, ranking != NULL);
    if (status == DTI_OK)
        status = dti_ranking_write(ranking, NULL, &text, &error);
    ck_assert_int_eq(status == DTI_OK, text != NULL);
    ck_assert_int_eq(dti_error_status(error), status);
    dti_text_free(text);
    dti_ranking_unref(ranking);
    dti_error_free(error);
    return status;
}

START_TEST(survives_every_failure_of_the_allocator)
{
    dti_table *table = _i == 0 ? table_2021() : table_2022();
    test_nomem_spread(rank_with, table, 150);
    dti_table_unref(table);
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("ranking");
    TCase *tcase = tcase_create("published");
    tcase_add_test(tcase, values_of_2021_give_the_printed_ranks);
    tcase_add_loop_test(tcase, pillars_of_2021_keep_the_printed_order, 0, 3);
    tcase_add_test(tcase, ranks_of_2022_stay_as_printed);
    tcase_add_test(tcase, regions_of_2022);
    tcase_add_test(tcase, a_partial_table);
    suite_add_tcase(suite, tcase);
    tcase = tcase_create("by hand");
    tcase_add_loop_test(tcase, methods_with_printed_ranks, 0, (int)LENGTH_OF(tie_cases));
    tcase_add_loop_test(tcase, a_better_rank_with_fewer_points, 0, 2);
    tcase_add_test(tcase, the_basis_is_what_most_have);
    tcase_add_loop_test(tcase, amounts_by_hand, 0, (int)LENGTH_OF(amounts_cases));
    tcase_add_test(tcase, the_mean_of_many_does_not_overflow);
    tcase_add_test(tcase, who_is_not_named_may_be_better);
    tcase_add_test(tcase, bands_by_value);
    tcase_add_test(tcase, bands_between_digits);
    tcase_add_test(tcase, bands_by_rank);
    tcase_add_test(tcase, groups_of_the_caller);
    suite_add_tcase(suite, tcase);
    tcase = tcase_create("misuse and memory");
    tcase_add_test(tcase, getters_take_anything);
    tcase_add_loop_test(tcase, refuses_wrong_options, 0, (int)LENGTH_OF(misuses));
    tcase_add_test(tcase, refuses_wrong_arguments);
    tcase_add_loop_test(tcase, survives_every_failure_of_the_allocator, 0, 2);
    suite_add_tcase(suite, tcase);
    return suite;
}
