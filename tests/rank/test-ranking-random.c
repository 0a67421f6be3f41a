/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Rankings of random tables against the definition, one unit against all others; and what must not
 * change a ranking. */
#include "cohort.h"
#include "register.h"

#define MOST 30

/* A table in the making: points where they are present. */
struct cast {
    size_t count;
    int groups[MOST]; /* −1: none */
    bool present[MOST];
    int64_t points[MOST];
};

static void draw(struct cast *cast, uint64_t *seed)
{
    const uint64_t shape = cohort_random(seed) % 3; /* ties, usual, wide */
    cast->count = 1 + cohort_random(seed) % MOST;
    for (size_t i = 0; i < cast->count; i++) {
        const uint64_t drawn = cohort_random(seed);
        cast->groups[i] = (int)(cohort_random(seed) % 5) - 1;
        cast->present[i] = cohort_random(seed) % 5 != 0;
        cast->points[i] = shape == 0   ? (int64_t)(drawn % 6)
                          : shape == 1 ? (int64_t)(drawn % 1000) * DTI_POINT
                                       : (int64_t)(drawn % (1000 * (uint64_t)DTI_POINT));
    }
}

/* Rows in an order of their own: from `first` on, in steps. */
static dti_table *table_of(const struct cast *cast, const dti_framework *framework, size_t first)
{
    dti_units *units = made_units(cast->count, cast->groups);
    dti_table_builder *builder = made_builder(framework, units);
    for (size_t i = 0; i < cast->count; i++) {
        const size_t unit = (first + i) % cast->count;
        if (cast->present[unit])
            made_points(builder, unit, "all", cast->points[unit]);
    }
    dti_table *table = made_table(builder);
    dti_units_unref(units);
    return table;
}

/* ---- The definition ---- */

static bool is_rival(const struct cast *cast, bool is_apart, size_t a, size_t b)
{
    return cast->present[b] && (!is_apart || cast->groups[a] == cast->groups[b]);
}

static size_t count_above(const struct cast *cast, bool is_apart, size_t unit, bool distinct)
{
    size_t above = 0;
    for (size_t i = 0; i < cast->count; i++) {
        bool counts = is_rival(cast, is_apart, unit, i) && cast->points[i] > cast->points[unit];
        for (size_t k = 0; distinct && k < i; k++)
            counts = counts &&
                     !(is_rival(cast, is_apart, unit, k) && cast->points[k] == cast->points[i]);
        above += counts;
    }
    return above;
}

static double rank_after_definition(const struct cast *cast, bool is_apart, size_t unit,
                                    dti_rank_method method, size_t *tie)
{
    *tie = 0;
    if (!cast->present[unit])
        return 0;
    for (size_t i = 0; i < cast->count; i++)
        *tie += is_rival(cast, is_apart, unit, i) && cast->points[i] == cast->points[unit];
    const double above = (double)count_above(cast, is_apart, unit, method == DTI_RANK_DENSE);
    return above + 1 + (method == DTI_RANK_FRACTIONAL ? (double)(*tie - 1) / 2 : 0);
}

/* The least points that are more; the worst if nobody has more. */
static bool next_after_definition(const struct cast *cast, bool is_apart, size_t unit,
                                  int64_t *points)
{
    bool is_found = false;
    for (size_t i = 0; i < cast->count; i++) {
        if (!is_rival(cast, is_apart, unit, i) || cast->points[i] <= cast->points[unit])
            continue;
        *points = is_found && *points < cast->points[i] ? *points : cast->points[i];
        is_found = true;
    }
    return is_found;
}

static int compare_points(const void *a, const void *b)
{
    const int64_t left = *(const int64_t *)a;
    const int64_t right = *(const int64_t *)b;
    return (left > right) - (left < right);
}

/* In numbers that are small enough to multiply. */
static int64_t divide_to_even(int64_t sum, int64_t by)
{
    const int64_t twice = 2 * (sum % by);
    return sum / by + (twice > by || (twice == by && sum / by % 2 != 0));
}

static void check_amounts(const dti_ranking *ranking, const struct cast *cast, bool is_apart,
                          size_t unit)
{
    int64_t sorted[MOST];
    int64_t sum = 0;
    int64_t count = 0;
    int side = 9;
    for (size_t i = 0; i < cast->count; i++)
        if (is_rival(cast, is_apart, unit, i)) {
            sorted[count++] = cast->points[i];
            sum += cast->points[i];
        }
    qsort(sorted, (size_t)count, sizeof *sorted, compare_points);
    const size_t place = made_place(ranking, unit);
    const size_t group = dti_ranking_group(ranking, place);
    ck_assert_uint_eq(dti_ranking_amount_count(ranking, group), (size_t)count);
    ck_assert_int_eq(dti_ranking_mean(ranking, group), divide_to_even(sum, count));
    for (uint32_t part = 0; part <= 7; part++) {
        const int64_t steps = (count - 1) * part;
        const int64_t rest = steps % 7;
        const int64_t low = sorted[steps / 7];
        const int64_t high = sorted[rest == 0 ? steps / 7 : steps / 7 + 1];
        ck_assert_int_eq(dti_ranking_quantile(ranking, group, part, 7),
                         divide_to_even(low * (7 - rest) + high * rest, 7));
    }
    const int64_t gap = cast->points[unit] * count - sum;
    ck_assert_int_eq(dti_ranking_side(ranking, place, &side), 1);
    ck_assert_int_eq(side, (gap > 0) - (gap < 0));
}

static void check_distances(const dti_ranking *ranking, const struct cast *cast, bool is_apart,
                            size_t unit)
{
    const size_t place = made_place(ranking, unit);
    const bool is_dense = dti_ranking_method(ranking) == DTI_RANK_DENSE;
    int64_t better = 0;
    const size_t next = dti_ranking_next(ranking, place);
    const bool has_next = next_after_definition(cast, is_apart, unit, &better);
    ck_assert_int_eq(has_next, next != DTI_NONE);
    if (has_next)
        ck_assert_int_eq(dti_ranking_points(ranking, next), better);
    for (size_t i = 0; i < cast->count; i++) {
        int64_t lacking = -1;
        if (!is_rival(cast, is_apart, unit, i))
            continue;
        const size_t rank = 1 + count_above(cast, is_apart, i, is_dense);
        const int64_t gap = cast->points[i] - cast->points[unit];
        ck_assert_int_eq(dti_ranking_distance(ranking, place, (uint32_t)rank, &lacking), 1);
        ck_assert_int_eq(lacking, gap > 0 ? gap : 0);
    }
}

static void check(const struct cast *cast, const dti_ranking *ranking, bool is_apart)
{
    const dti_rank_method method = dti_ranking_method(ranking);
    for (size_t unit = 0; unit < cast->count; unit++) {
        const size_t place = made_place(ranking, unit);
        size_t tie = 0;
        size_t missing = 0;
        const double rank = rank_after_definition(cast, is_apart, unit, method, &tie);
        for (size_t i = 0; i < cast->count; i++)
            missing += !cast->present[i] && (!is_apart || cast->groups[i] == cast->groups[unit]);
        ck_assert_double_eq(dti_ranking_rank(ranking, place), rank);
        ck_assert_uint_eq(dti_ranking_tie(ranking, place), tie);
        ck_assert_double_eq(dti_ranking_worst(ranking, place),
                            cast->present[unit] ? rank + (double)missing : 0);
        if (!cast->present[unit])
            continue;
        check_amounts(ranking, cast, is_apart, unit);
        check_distances(ranking, cast, is_apart, unit);
    }
    /* Group by group, best first, equal ones by id, then those without a rank. */
    for (size_t place = 1; place < dti_ranking_count(ranking); place++) {
        if (dti_ranking_group(ranking, place) != dti_ranking_group(ranking, place - 1))
            continue;
        const double before = dti_ranking_rank(ranking, place - 1);
        const double here = dti_ranking_rank(ranking, place);
        ck_assert(here == 0 || (before > 0 && before <= here));
        ck_assert(before < here || (here == 0 && before > 0) ||
                  dti_ranking_unit(ranking, place - 1) < dti_ranking_unit(ranking, place));
    }
}

START_TEST(ranks_after_the_definition)
{
    struct cast cast;
    uint64_t seed = 2022 + (uint64_t)_i;
    dti_framework *framework = made_framework(NULL);
    for (int round = 0; round < 10; round++) {
        draw(&cast, &seed);
        dti_table *table = table_of(&cast, framework, 0);
        for (int i = 0; i < 6; i++) {
            dti_ranking_options options = DTI_RANKING_OPTIONS_INIT;
            options.method = (dti_rank_method)(i % 3);
            options.basis = DTI_BASIS_POINTS;
            options.by = i < 3 ? DTI_RANKING_BY_NOTHING : DTI_RANKING_BY_GROUP;
            dti_ranking *ranking = made_ranking(table, "all", &options);
            check(&cast, ranking, i >= 3);
            dti_ranking_unref(ranking);
        }
        dti_table_unref(table);
    }
    dti_framework_unref(framework);
}
END_TEST

/* ---- What must not change it ---- */

static bool is_same_place(const dti_ranking *a, const dti_ranking *b, size_t place)
{
    return dti_ranking_unit(a, place) == dti_ranking_unit(b, place) &&
           dti_ranking_rank(a, place) == dti_ranking_rank(b, place) &&
           dti_ranking_worst(a, place) == dti_ranking_worst(b, place) &&
           dti_ranking_tie(a, place) == dti_ranking_tie(b, place) &&
           dti_ranking_next(a, place) == dti_ranking_next(b, place) &&
           dti_ranking_points(a, place) == dti_ranking_points(b, place) &&
           dti_ranking_group(a, place) == dti_ranking_group(b, place);
}

START_TEST(the_order_of_rows_leaves_no_trace)
{
    struct cast cast;
    uint64_t seed = 63 + (uint64_t)_i;
    dti_framework *framework = made_framework(NULL);
    draw(&cast, &seed);
    dti_table *first = table_of(&cast, framework, 0);
    dti_table *second = table_of(&cast, framework, cast.count / 2);
    for (int by = DTI_RANKING_BY_NOTHING; by <= DTI_RANKING_BY_GROUP; by++) {
        dti_ranking_options options = DTI_RANKING_OPTIONS_INIT;
        options.by = (dti_ranking_by)by;
        dti_ranking *a = made_ranking(first, "all", &options);
        dti_ranking *b = made_ranking(second, "all", &options);
        ck_assert_uint_eq(dti_ranking_count(a), dti_ranking_count(b));
        for (size_t place = 0; place < dti_ranking_count(a); place++)
            ck_assert(is_same_place(a, b, place));
        dti_ranking_unref(a);
        dti_ranking_unref(b);
    }
    dti_table_unref(first);
    dti_table_unref(second);
    dti_framework_unref(framework);
}
END_TEST

START_TEST(one_who_is_worse_than_all_changes_no_rank)
{
    struct cast cast;
    uint64_t seed = 34 + (uint64_t)_i;
    dti_framework *framework = made_framework(NULL);
    do
        draw(&cast, &seed);
    while (cast.count == MOST);
    for (size_t i = 0; i < cast.count; i++)
        cast.points[i]++;
    dti_table *before = table_of(&cast, framework, 0);
    cast.groups[cast.count] = 0;
    cast.present[cast.count] = true;
    cast.points[cast.count++] = 0;
    dti_table *after = table_of(&cast, framework, 0);
    for (int i = 0; i < 6; i++) {
        dti_ranking_options options = DTI_RANKING_OPTIONS_INIT;
        options.method = (dti_rank_method)(i % 3);
        options.by = i < 3 ? DTI_RANKING_BY_NOTHING : DTI_RANKING_BY_GROUP;
        dti_ranking *a = made_ranking(before, "all", &options);
        dti_ranking *b = made_ranking(after, "all", &options);
        for (size_t unit = 0; unit + 1 < cast.count; unit++)
            ck_assert_double_eq(made_rank(a, unit), made_rank(b, unit));
        dti_ranking_unref(a);
        dti_ranking_unref(b);
    }
    dti_table_unref(before);
    dti_table_unref(after);
    dti_framework_unref(framework);
}
END_TEST

/* ---- Printed values ---- */

/* A value printed with four decimals is as good as those points: the same ranks, to the tie. */
START_TEST(printed_values_rank_like_their_points)
{
    struct cast cast;
    uint64_t seed = 5 + (uint64_t)_i;
    char text[16];
    dti_framework *framework = made_framework(NULL);
    draw(&cast, &seed);
    dti_units *units = made_units(cast.count, cast.groups);
    dti_table_builder *builder = made_builder(framework, units);
    for (size_t i = 0; i < cast.count; i++) {
        const int64_t tenths = (int64_t)(cohort_random(&seed) % 40) + 5000;
        cast.points[i] = tenths * (DTI_POINT / 10); /* 10⁻⁴ of 1000 points */
        snprintf(text, sizeof text, "0,%04d", (int)tenths);
        if (cast.present[i])
            made_figure(builder, i, "all", DTI_QUANTITY_VALUE, text);
    }
    dti_table *table = made_table(builder);
    dti_ranking *ranking = made_ranking(table, "all", NULL);
    check(&cast, ranking, false);
    dti_ranking_unref(ranking);
    dti_table_unref(table);
    dti_units_unref(units);
    dti_framework_unref(framework);
}
END_TEST

/* ---- Many ---- */

START_TEST(ranks_twenty_thousand)
{
    const size_t count = 20000;
    int *groups = malloc(count * sizeof *groups);
    uint32_t *numbers = malloc(count * sizeof *numbers);
    dti_framework *framework = made_framework(NULL);
    ck_assert(groups && numbers);
    for (size_t i = 0; i < count; i++) {
        groups[i] = (int)(i % MADE_GROUPS);
        numbers[i] = (uint32_t)i;
    }
    dti_units *units = made_units(count, groups);
    dti_table_builder *builder = made_builder(framework, units);
    /* Place k is held by unit 7919 × k mod n. */
    for (size_t place = 0; place < count; place++)
        made_points(builder, place * 7919 % count, "all", (int64_t)(count - place));
    dti_table *table = made_table(builder);
    for (int by = DTI_RANKING_BY_NOTHING; by <= DTI_RANKING_BY_CALLER; by++) {
        dti_ranking_options options = DTI_RANKING_OPTIONS_INIT;
        options.by = (dti_ranking_by)by;
        options.groups = numbers;
        dti_ranking *ranking = made_ranking(table, "all", &options);
        ck_assert_uint_eq(dti_ranking_group_count(ranking), by == 0   ? 1
                                                            : by == 1 ? MADE_GROUPS
                                                                      : count);
        for (size_t place = 0; by == 0 && place < count; place++)
            ck_assert_double_eq(made_rank(ranking, place * 7919 % count), (double)(place + 1));
        ck_assert_double_eq(dti_ranking_rank(ranking, dti_ranking_group_first(ranking, 0)), 1);
        dti_ranking_unref(ranking);
    }
    dti_table_unref(table);
    dti_units_unref(units);
    dti_framework_unref(framework);
    free(groups);
    free(numbers);
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("ranking of random tables");
    TCase *tcase = tcase_create("definition");
    tcase_add_loop_test(tcase, ranks_after_the_definition, 0, 12);
    tcase_add_loop_test(tcase, printed_values_rank_like_their_points, 0, 20);
    suite_add_tcase(suite, tcase);
    tcase = tcase_create("properties");
    tcase_add_loop_test(tcase, the_order_of_rows_leaves_no_trace, 0, 20);
    tcase_add_loop_test(tcase, one_who_is_worse_than_all_changes_no_rank, 0, 20);
    suite_add_tcase(suite, tcase);
    tcase = tcase_create("many");
    tcase_set_timeout(tcase, 20); /* what is quadratic takes minutes */
    tcase_add_test(tcase, ranks_twenty_thousand);
    suite_add_tcase(suite, tcase);
    return suite;
}
