/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The figures of a comparison as text: as printed where they were printed, changes with a sign. */
#include "compare-view.h"

#include "nodes.h"

#include <stdio.h>

static const struct figure unknown = {"–"};

struct figure compare_year(const struct compare_view *view, dti_side side)
{
    struct figure figure = {{0}};
    snprintf(figure.text, sizeof figure.text, "%d", (int)dti_table_year(view->tables[side]));
    return figure;
}

const char *compare_name(const struct compare_view *view, size_t unit)
{
    return dti_units_unit_name(view->units, dti_comparison_unit(view->comparison, unit),
                               view->cli->lang);
}

static size_t node_of(const struct compare_view *view, size_t line, dti_side *side)
{
    const size_t after = dti_comparison_node_after(view->comparison, line);
    *side = after != DTI_NONE ? DTI_AFTER : DTI_BEFORE;
    return after != DTI_NONE ? after : dti_comparison_node_before(view->comparison, line);
}

const char *compare_line_name(const struct compare_view *view, size_t line)
{
    dti_side side = DTI_AFTER;
    const size_t node = node_of(view, line, &side);
    return dti_framework_node_name(dti_table_framework(view->tables[side]), node, view->cli->lang);
}

const char *compare_line_code(const struct compare_view *view, size_t line)
{
    dti_side side = DTI_AFTER;
    const size_t node = node_of(view, line, &side);
    return nodes_code(dti_table_framework(view->tables[side]), node, view->numbering);
}

bool compare_has_amount(const struct compare_view *view, size_t line, size_t unit, dti_side side)
{
    const dti_basis basis = dti_comparison_basis(view->comparison, line, unit, side);
    return basis == DTI_BASIS_POINTS || basis == DTI_BASIS_PRINTED;
}

/* The text of a printed figure, if there is one of that kind. */
static const char *printed(const struct compare_view *view, size_t line, size_t unit, dti_side side,
                           dti_quantity_kind quantity)
{
    const dti_table *table = view->tables[side];
    const size_t node = side == DTI_BEFORE ? dti_comparison_node_before(view->comparison, line)
                                           : dti_comparison_node_after(view->comparison, line);
    const size_t entry = dti_comparison_unit(view->comparison, unit);
    size_t row = dti_table_find(table, entry);
    for (size_t i = 0; row == DTI_NONE && i < dti_table_row_count(table); i++) {
        if (dti_units_is_same(view->units, dti_table_row_unit(table, i), entry)) {
            row = i; /* under another name */
        }
    }
    for (size_t i = 0; i < dti_table_figure_count(table, row); i++) {
        if (dti_table_figure_node(table, row, i) == node &&
            dti_table_figure_quantity(table, row, i) == quantity) {
            return dti_table_figure_text(table, row, i);
        }
    }
    return NULL;
}

struct figure compare_value(const struct compare_view *view, size_t line, size_t unit,
                            dti_side side)
{
    const dti_framework *framework = dti_table_framework(view->tables[side]);
    if (!compare_has_amount(view, line, unit, side)) {
        return unknown;
    }
    const char *text = printed(view, line, unit, side, DTI_QUANTITY_VALUE);
    return text ? figure_stated(text, view->cli->lang)
                : figure_value(dti_comparison_points(view->comparison, line, unit, side),
                               dti_comparison_max_points(view->comparison, line, side),
                               dti_framework_value_digits(framework), view->cli->lang);
}

struct figure compare_points(const struct compare_view *view, size_t line, size_t unit,
                             dti_side side)
{
    const dti_framework *framework = dti_table_framework(view->tables[side]);
    if (!compare_has_amount(view, line, unit, side)) {
        return unknown;
    }
    return figure_points(dti_comparison_points(view->comparison, line, unit, side),
                         dti_framework_points_digits(framework), view->cli->lang);
}

struct figure compare_rank(const struct compare_view *view, size_t line, size_t unit, dti_side side)
{
    const uint32_t rank = dti_comparison_rank(view->comparison, line, unit, side);
    return rank > 0 ? figure_count(rank) : unknown;
}

struct figure compare_value_change(const struct compare_view *view, size_t line, size_t unit)
{
    int64_t change = 0;
    return dti_comparison_value_change(view->comparison, line, unit, &change)
               ? figure_signed(change, dti_framework_value_digits(view->framework), view->cli->lang)
               : unknown;
}

struct figure compare_rank_change(const struct compare_view *view, size_t line, size_t unit)
{
    int32_t change = 0;
    struct figure figure = unknown;
    if (dti_comparison_rank_change(view->comparison, line, unit, &change)) {
        snprintf(figure.text, sizeof figure.text, change > 0 ? "+%d" : "%d", (int)change);
    }
    return figure;
}

const char *compare_title(const struct compare_view *view, struct compare_titles *titles,
                          enum word what, dti_side side)
{
    struct figure *title = &titles->texts[titles->count++];
    snprintf(title->text, sizeof title->text, "%.40s\n%.20s", word(view->cli->lang, what),
             compare_year(view, side).text);
    return title->text;
}
