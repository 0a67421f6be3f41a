/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Where a unit stands in the published tables: standing "Quảng Nam"
 *
 * Its rank among all and within its region, how far it is to the next better one, and what moved
 * since the year before; from the tables that are built into the library. */
#include <dti/dti.h>

#include <stdio.h>

enum {
    MESSAGE_SIZE = 512,
    FIGURE_SIZE = 32
};

static int complain(dti_error *error)
{
    char message[MESSAGE_SIZE];
    dti_error_format(error, DTI_LANG_EN, message, sizeof message);
    fprintf(stderr, "%s %s\n", dti_error_id(error), message);
    dti_error_free(error);
    return 1;
}

static int print_rank(const dti_table *table, size_t node, size_t unit, dti_ranking_by by,
                      dti_error **error)
{
    dti_ranking_options options = DTI_RANKING_OPTIONS_INIT;
    dti_ranking *ranking = NULL;
    char points[FIGURE_SIZE];
    int64_t distance = 0;
    options.by = by;
    if (dti_ranking_new(table, node, &options, &ranking, error) != DTI_OK)
        return 1;
    const size_t place = dti_ranking_find(ranking, unit);
    const size_t group = dti_ranking_group(ranking, place);
    const char *among = dti_ranking_group_name(ranking, group, DTI_LANG_EN);
    printf("  rank %.0f of %zu%s%s, by %s\n", dti_ranking_rank(ranking, place),
           dti_ranking_group_size(ranking, group), among[0] != '\0' ? " in " : "", among,
           dti_basis_name(dti_ranking_basis(ranking), DTI_LANG_EN));
    if (dti_ranking_distance(ranking, place, 5, &distance)) {
        dti_points_format(distance, 2, DTI_LANG_EN, points, sizeof points);
        printf("  %s points short of rank 5\n", points);
    }
    dti_ranking_unref(ranking);
    return 0;
}

static int print_change(const dti_table *before, const dti_table *after, size_t node, size_t unit,
                        dti_error **error)
{
    dti_comparison *comparison = NULL;
    int32_t ranks = 0;
    if (dti_comparison_new(before, after, NULL, &comparison, error) != DTI_OK)
        return 1;
    const size_t line = dti_comparison_find_line(comparison, node);
    const size_t column = dti_comparison_find_unit(comparison, unit);
    if (dti_comparison_rank_change(comparison, line, column, &ranks))
        printf("  %+d ranks since %d\n", (int)ranks, (int)dti_table_year(before));
    dti_comparison_unref(comparison);
    return 0;
}

int main(int argc, char **argv)
{
    dti_table *before = NULL;
    dti_table *after = NULL;
    dti_error *error = NULL;
    size_t unit = DTI_NONE;
    if (argc != 2) {
        fprintf(stderr, "usage: standing UNIT\n");
        return 2;
    }
    if (dti_table_builtin("vn-dti-province-2021", NULL, &before, &error) != DTI_OK ||
        dti_table_builtin("vn-dti-province-2022", NULL, &after, &error) != DTI_OK)
        return complain(error);
    const size_t node = dti_framework_overall(dti_table_framework(after));
    if (dti_units_resolve(dti_table_units(after), argv[1], dti_table_day(after), &unit, &error) !=
        DTI_OK)
        return complain(error);
    printf("%s, %d\n", dti_units_unit_name(dti_table_units(after), unit, DTI_LANG_EN),
           (int)dti_table_year(after));
    if (print_rank(after, node, unit, DTI_RANKING_BY_NOTHING, &error) ||
        print_rank(after, node, unit, DTI_RANKING_BY_GROUP, &error) ||
        print_change(before, after, node, unit, &error))
        return complain(error);
    dti_table_unref(before);
    dti_table_unref(after);
    return 0;
}
