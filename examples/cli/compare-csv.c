/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* A comparison as data: a row per unit and line of which either year says something. */
#include "compare-view.h"

#include "csv.h"

static const char *const titles[] = {
    "before",
    "after",
    "before_year",
    "after_year",
    "unit",
    "unit_name",
    "code",
    "name",
    "comparable",
    "before_basis",
    "after_basis",
    "before_points",
    "after_points",
    "before_max_points",
    "after_max_points",
    "before_rank",
    "after_rank",
    "points_change",
    "value_change",
    "rank_change",
    "is_derived",
    NULL,
};

/* As the library's documents call them. */
static const char *const comparables[] = {"none", "rank", "value", "points", NULL};

static void put_head(struct csv *csv, const struct compare_view *view, size_t line, size_t unit)
{
    const dti_comparison *comparison = view->comparison;
    csv_text(csv, dti_table_id(view->tables[DTI_BEFORE]));
    csv_text(csv, dti_table_id(view->tables[DTI_AFTER]));
    csv_count(csv, dti_table_year(view->tables[DTI_BEFORE]));
    csv_count(csv, dti_table_year(view->tables[DTI_AFTER]));
    csv_text(csv, dti_units_unit_id(view->units, dti_comparison_unit(comparison, unit)));
    csv_text(csv, compare_name(view, unit));
    csv_text(csv, compare_line_code(view, line));
    csv_text(csv, compare_line_name(view, line));
    csv_choice(csv, comparables, (int)dti_comparison_comparable(comparison, line));
}

static void put_sides(struct csv *csv, const struct compare_view *view, size_t line, size_t unit)
{
    const dti_comparison *comparison = view->comparison;
    for (int side = DTI_BEFORE; side <= DTI_AFTER; side++) {
        csv_choice(csv, csv_bases,
                   (int)dti_comparison_basis(comparison, line, unit, (dti_side)side));
    }
    for (int side = DTI_BEFORE; side <= DTI_AFTER; side++) {
        csv_points_if(csv, compare_has_amount(view, line, unit, (dti_side)side),
                      dti_comparison_points(comparison, line, unit, (dti_side)side));
    }
    for (int side = DTI_BEFORE; side <= DTI_AFTER; side++) {
        csv_points(csv, dti_comparison_max_points(comparison, line, (dti_side)side));
    }
    for (int side = DTI_BEFORE; side <= DTI_AFTER; side++) {
        const uint32_t rank = dti_comparison_rank(comparison, line, unit, (dti_side)side);
        csv_count_if(csv, rank > 0, rank);
    }
}

static void put_changes(struct csv *csv, const struct compare_view *view, size_t line, size_t unit)
{
    const dti_comparison *comparison = view->comparison;
    int64_t amount = 0;
    int32_t places = 0;
    bool is_known = dti_comparison_points_change(comparison, line, unit, &amount) != 0;
    csv_points_if(csv, is_known, amount);
    is_known = dti_comparison_value_change(comparison, line, unit, &amount) != 0;
    csv_points_if(csv, is_known, amount);
    is_known = dti_comparison_rank_change(comparison, line, unit, &places) != 0;
    csv_count_if(csv, is_known, places);
    csv_text(csv, dti_comparison_is_derived(comparison, line, unit) ? "true" : "false");
}

void compare_print_data(const struct compare_view *view, const struct args *args)
{
    const dti_comparison *comparison = view->comparison;
    struct csv csv = csv_begin(view->cli, args, titles);
    for (size_t unit = 0; unit < dti_comparison_unit_count(comparison); unit++) {
        if (view->entry != DTI_NONE && unit != view->unit) {
            continue;
        }
        for (size_t line = 0; line < dti_comparison_line_count(comparison); line++) {
            if (dti_comparison_basis(comparison, line, unit, DTI_BEFORE) == DTI_BASIS_NONE &&
                dti_comparison_basis(comparison, line, unit, DTI_AFTER) == DTI_BASIS_NONE) {
                continue;
            }
            put_head(&csv, view, line, unit);
            put_sides(&csv, view, line, unit);
            put_changes(&csv, view, line, unit);
            csv_end_row(&csv);
        }
    }
}
