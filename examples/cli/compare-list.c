/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* All units in two years by the overall index, as the later table has them or by improvement. */
#include "compare-view.h"

#include "page.h"

enum {
    INDENT = 2
};

enum column {
    COLUMN_UNIT,
    COLUMN_VALUE_BEFORE,
    COLUMN_VALUE_AFTER,
    COLUMN_VALUE_CHANGE,
    COLUMN_RANK_BEFORE,
    COLUMN_RANK_AFTER,
    COLUMN_RANK_CHANGE,
    COLUMN_COUNT
};

struct list {
    const struct compare_view *view;
    size_t line; /* of the overall index */
    bool has_derived;
};

static bool is_in(const struct list *list, size_t unit, dti_side side)
{
    return dti_comparison_basis(list->view->comparison, list->line, unit, side) != DTI_BASIS_NONE;
}

static struct figure cell(const struct list *list, enum column column, size_t unit)
{
    const struct compare_view *view = list->view;
    switch (column) {
    case COLUMN_VALUE_BEFORE:
        return compare_value(view, list->line, unit, DTI_BEFORE);
    case COLUMN_VALUE_AFTER:
        return compare_value(view, list->line, unit, DTI_AFTER);
    case COLUMN_VALUE_CHANGE:
        return compare_value_change(view, list->line, unit);
    case COLUMN_RANK_BEFORE:
        return compare_rank(view, list->line, unit, DTI_BEFORE);
    case COLUMN_RANK_AFTER:
        return compare_rank(view, list->line, unit, DTI_AFTER);
    default:
        return compare_rank_change(view, list->line, unit);
    }
}

static void add_row(struct list *list, struct table *table, size_t unit)
{
    const bool is_derived =
        dti_comparison_is_derived(list->view->comparison, list->line, unit) != 0;
    struct text name = TEXT_EMPTY;
    text_add(&name, compare_name(list->view, unit));
    text_add(&name, is_derived ? " *" : "");
    table_cell(table, STYLE_PLAIN, text_get(&name));
    text_free(&name);
    list->has_derived |= is_derived;
    for (enum column column = COLUMN_VALUE_BEFORE; column < COLUMN_COUNT; column++) {
        const struct figure figure = cell(list, column, unit);
        table_cell(table, figure.text[0] == '-' ? STYLE_LOSS : STYLE_PLAIN, figure.text);
    }
}

static struct table *begin(const struct compare_view *view, struct compare_titles *titles)
{
    const dti_lang lang = view->cli->lang;
    const char *change = word(lang, WORD_COMPARE_COLUMN_CHANGE);
    const struct table_column columns[COLUMN_COUNT] = {
        {word(lang, WORD_RANK_COLUMN_UNIT), ALIGN_LEFT, true},
        {compare_title(view, titles, WORD_COMPARE_COLUMN_VALUE, DTI_BEFORE), ALIGN_RIGHT, false},
        {compare_title(view, titles, WORD_COMPARE_COLUMN_VALUE, DTI_AFTER), ALIGN_RIGHT, false},
        {change, ALIGN_RIGHT, false},
        {compare_title(view, titles, WORD_COMPARE_COLUMN_RANK, DTI_BEFORE), ALIGN_RIGHT, false},
        {compare_title(view, titles, WORD_COMPARE_COLUMN_RANK, DTI_AFTER), ALIGN_RIGHT, false},
        {change, ALIGN_RIGHT, false},
    };
    return table_new(columns, COLUMN_COUNT);
}

/* Those from one place of the order to another. */
static void print_part(struct list *list, enum word heading, size_t first, size_t end, bool is_back)
{
    const struct compare_view *view = list->view;
    struct compare_titles titles = {.count = 0};
    struct table *table = begin(view, &titles);
    page_heading(view->cli, heading);
    for (size_t i = first; i < end; i++) {
        const size_t nth = is_back ? end - 1 - (i - first) : i;
        add_row(list, table,
                dti_comparison_improved(view->comparison, list->line, view->sort, nth));
    }
    table_print(table, &view->cli->out, INDENT);
    table_free(table);
}

static void print_sorted(struct list *list)
{
    const struct compare_view *view = list->view;
    const bool by_rank = view->sort == DTI_IMPROVED_BY_RANK;
    size_t count = 0;
    while (dti_comparison_improved(view->comparison, list->line, view->sort, count) != DTI_NONE) {
        count++;
    }
    if (count == 0) {
        page_say(view->cli, STYLE_CARE, INDENT, WORD_COMPARE_NOBODY, WITH_NOTHING);
        return;
    }
    if (view->top == 0 || view->top >= count) {
        print_part(list, by_rank ? WORD_COMPARE_BY_RANK : WORD_COMPARE_BY_VALUE, 0, count, false);
        return;
    }
    print_part(list, by_rank ? WORD_COMPARE_MOST_RISEN : WORD_COMPARE_MOST_IMPROVED, 0, view->top,
               false);
    print_part(list, by_rank ? WORD_COMPARE_MOST_FALLEN : WORD_COMPARE_LEAST_IMPROVED,
               count - view->top, count, true);
}

static void print_plain(struct list *list)
{
    const struct compare_view *view = list->view;
    struct compare_titles titles = {.count = 0};
    struct table *table = begin(view, &titles);
    size_t count = 0;
    for (size_t i = 0; i < dti_comparison_unit_count(view->comparison); i++) {
        if (is_in(list, i, DTI_BEFORE) && is_in(list, i, DTI_AFTER)) {
            add_row(list, table, i);
            count++;
        }
    }
    page_gap(view->cli);
    if (count > 0) {
        table_print(table, &view->cli->out, INDENT);
    } else {
        page_say(view->cli, STYLE_CARE, INDENT, WORD_COMPARE_NOBODY, WITH_NOTHING);
    }
    table_free(table);
}

/* Whom only one of the tables knows. */
static void print_alone(const struct list *list, dti_side side)
{
    const struct compare_view *view = list->view;
    const dti_side other = side == DTI_BEFORE ? DTI_AFTER : DTI_BEFORE;
    struct text names = TEXT_EMPTY;
    size_t count = 0;
    for (size_t i = 0; i < dti_comparison_unit_count(view->comparison); i++) {
        if (is_in(list, i, side) && !is_in(list, i, other)) {
            text_add(&names, count++ > 0 ? word(view->cli->lang, WORD_LIST_COMMA) : "");
            text_add(&names, compare_name(view, i));
        }
    }
    if (count > 0) {
        page_gap(view->cli);
        page_say(view->cli, STYLE_CARE, INDENT, WORD_COMPARE_ALONE,
                 WITH(compare_year(view, side).text, figure_count(count).text, text_get(&names)));
    }
    text_free(&names);
}

void compare_print_list(const struct compare_view *view)
{
    struct list list = {.view = view};
    list.line = dti_comparison_find_line(view->comparison, dti_framework_overall(view->framework));
    if (list.line == DTI_NONE) {
        page_say(view->cli, STYLE_CARE, INDENT, WORD_COMPARE_NO_OVERALL, WITH_NOTHING);
        return;
    }
    if (view->is_sorted) {
        print_sorted(&list);
    } else {
        print_plain(&list);
    }
    if (list.has_derived) {
        page_gap(view->cli);
        page_say(view->cli, STYLE_DIM, INDENT, WORD_COMPARE_STAR,
                 WITH(compare_year(view, DTI_BEFORE).text));
    }
    print_alone(&list, DTI_AFTER);
    print_alone(&list, DTI_BEFORE);
}
