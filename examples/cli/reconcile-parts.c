/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* What follows from the headline values, as a table: the parts of one unit below each other, of
 * several units beside each other. */
#include "reconcile-view.h"

#include "figure.h"
#include "page.h"

#include <stdlib.h>
#include <string.h>

enum {
    POINT_DIGITS = 2,
    MOST_COLUMNS = 12, /* different parts side by side */
};

static bool has_part(const struct reconcile_view *view, size_t part)
{
    return !view->only || strcmp(dti_reconciliation_part_unit(view->found, part), view->only) == 0;
}

static bool is_same_row(const struct reconcile_view *view, size_t a, size_t b)
{
    return dti_reconciliation_part_year(view->found, a) ==
               dti_reconciliation_part_year(view->found, b) &&
           strcmp(dti_reconciliation_part_unit(view->found, a),
                  dti_reconciliation_part_unit(view->found, b)) == 0;
}

static bool is_same_part(const struct reconcile_view *view, size_t a, size_t b)
{
    size_t size = dti_reconciliation_part_size(view->found, a);
    bool is_same = size == dti_reconciliation_part_size(view->found, b);
    for (size_t i = 0; i < size && is_same; i++) {
        is_same = dti_reconciliation_part_node(view->found, a, i) ==
                  dti_reconciliation_part_node(view->found, b, i);
    }
    return is_same;
}

static void add_codes(const struct reconcile_view *view, size_t part, struct text *out)
{
    const dti_framework *framework = dti_reconciliation_framework(view->found);
    for (size_t i = 0; i < dti_reconciliation_part_size(view->found, part); i++) {
        size_t node = dti_reconciliation_part_node(view->found, part, i);
        text_add_item(out, " + ", dti_framework_node_code(framework, node, NULL));
    }
}

/* Points, and whether they are beyond what is possible. */
static enum style style_of(const struct reconcile_view *view, size_t part, int64_t *low,
                           int64_t *high)
{
    bool is_known = dti_reconciliation_part_range(view->found, part, low, high) != 0;
    bool is_beyond =
        is_known && (*high < 0 || *low > dti_reconciliation_part_max(view->found, part));
    return is_beyond ? STYLE_LOSS : is_known ? STYLE_PLAIN : STYLE_DIM;
}

/* ── one unit ── */

static void add_part(const struct reconcile_view *view, size_t part, struct table *table)
{
    const dti_framework *framework = dti_reconciliation_framework(view->found);
    dti_lang lang = view->cli->lang;
    struct text names = TEXT_EMPTY;
    int64_t low = 0;
    int64_t high = 0;
    enum style style = style_of(view, part, &low, &high);
    add_codes(view, part, &names);
    if (dti_reconciliation_part_size(view->found, part) == 1) {
        size_t node = dti_reconciliation_part_node(view->found, part, 0);
        text_add(&names, " ");
        text_add(&names, dti_framework_node_name(framework, node, lang));
    }
    table_cell(table, STYLE_PLAIN, text_get(&names));
    table_cell(table, style,
               style != STYLE_DIM ? figure_points(low, POINT_DIGITS, lang).text : "–");
    table_cell(table, style,
               style != STYLE_DIM ? figure_points(high, POINT_DIGITS, lang).text : "–");
    table_cell(table, STYLE_DIM,
               figure_plain(dti_reconciliation_part_max(view->found, part), lang).text);
    text_free(&names);
}

static void print_one(const struct reconcile_view *view)
{
    const dti_lang lang = view->cli->lang;
    const struct table_column columns[] = {
        {word(lang, WORD_RECONCILE_COLUMN_PART), ALIGN_LEFT, true},
        {word(lang, WORD_RECONCILE_COLUMN_LOW), ALIGN_RIGHT, false},
        {word(lang, WORD_RECONCILE_COLUMN_HIGH), ALIGN_RIGHT, false},
        {word(lang, WORD_RECONCILE_COLUMN_MAX), ALIGN_RIGHT, false},
    };
    struct table *table = table_new(columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < dti_reconciliation_part_count(view->found); i++) {
        if (has_part(view, i)) {
            add_part(view, i, table);
        }
    }
    table_print(table, &view->cli->out, 2);
    table_free(table);
}

/* ── several ── */

/* The first part of each kind: those that are told side by side. */
static size_t list_kinds(const struct reconcile_view *view, size_t kinds[MOST_COLUMNS])
{
    size_t count = 0;
    for (size_t i = 0; i < dti_reconciliation_part_count(view->found); i++) {
        bool is_new = has_part(view, i);
        for (size_t k = 0; k < count && is_new; k++) {
            is_new = !is_same_part(view, kinds[k], i);
        }
        if (is_new && count < MOST_COLUMNS) {
            kinds[count++] = i;
        }
    }
    return count;
}

static void add_row(const struct reconcile_view *view, size_t first, const size_t *kinds,
                    size_t count, bool has_years, struct table *table)
{
    dti_lang lang = view->cli->lang;
    int32_t year = dti_reconciliation_part_year(view->found, first);
    table_cell(table, STYLE_PLAIN, dti_reconciliation_part_unit_name(view->found, first, lang));
    if (has_years) {
        table_cell(table, STYLE_PLAIN, year > 0 ? figure_count((size_t)year).text : "");
    }
    for (size_t k = 0; k < count; k++) {
        size_t part = first;
        while (part < dti_reconciliation_part_count(view->found) &&
               !(is_same_row(view, part, first) && is_same_part(view, part, kinds[k]))) {
            part++;
        }
        int64_t low = 0;
        int64_t high = 0;
        struct text range = TEXT_EMPTY;
        enum style style = style_of(view, part, &low, &high);
        if (style != STYLE_DIM) {
            word_fill(&range, lang, WORD_RECONCILE_RANGE,
                      WITH(figure_points(low, POINT_DIGITS, lang).text,
                           figure_points(high, POINT_DIGITS, lang).text));
        }
        table_cell(table, style, text_get(&range));
        text_free(&range);
    }
}

static bool has_several_years(const struct reconcile_view *view)
{
    int32_t year = -1;
    for (size_t i = 0; i < dti_reconciliation_part_count(view->found); i++) {
        int32_t other = dti_reconciliation_part_year(view->found, i);
        if (has_part(view, i) && year >= 0 && other != year) {
            return true;
        }
        year = has_part(view, i) ? other : year;
    }
    return false;
}

static void print_several(const struct reconcile_view *view)
{
    const dti_lang lang = view->cli->lang;
    bool has_years = has_several_years(view);
    size_t lead = has_years ? 2 : 1;
    size_t kinds[MOST_COLUMNS];
    size_t count = list_kinds(view, kinds);
    struct text titles[MOST_COLUMNS];
    const struct text empty = TEXT_EMPTY;
    struct table_column columns[MOST_COLUMNS + 2] = {
        {word(lang, WORD_RECONCILE_COLUMN_UNIT), ALIGN_LEFT, true},
        {word(lang, WORD_RECONCILE_COLUMN_YEAR), ALIGN_RIGHT, false},
    };
    for (size_t k = 0; k < count; k++) {
        struct text codes = TEXT_EMPTY;
        titles[k] = empty;
        add_codes(view, kinds[k], &codes);
        word_fill(
            &titles[k], lang, WORD_RECONCILE_COLUMN_OF,
            WITH(text_get(&codes),
                 figure_plain(dti_reconciliation_part_max(view->found, kinds[k]), lang).text));
        columns[k + lead] = (struct table_column){text_get(&titles[k]), ALIGN_RIGHT, false};
        text_free(&codes);
    }
    struct table *table = table_new(columns, count + lead);
    for (size_t i = 0; i < dti_reconciliation_part_count(view->found); i++) {
        if (has_part(view, i) && (i == 0 || !is_same_row(view, i - 1, i))) {
            add_row(view, i, kinds, count, has_years, table);
        }
    }
    table_print(table, &view->cli->out, 2);
    table_free(table);
    for (size_t k = 0; k < count; k++) {
        text_free(&titles[k]);
    }
}

void reconcile_print_parts(const struct reconcile_view *view)
{
    size_t first = 0;
    size_t count = dti_reconciliation_part_count(view->found);
    while (first < count && !has_part(view, first)) {
        first++;
    }
    if (first == count) {
        return;
    }
    bool has_several = false;
    for (size_t i = first; i < count && !has_several; i++) {
        has_several = has_part(view, i) && !is_same_row(view, first, i);
    }
    page_heading(view->cli, WORD_RECONCILE_PARTS);
    if (has_several) {
        print_several(view);
    } else {
        print_one(view);
    }
}
