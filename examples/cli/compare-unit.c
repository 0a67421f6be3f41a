/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* One unit in two years: the three pillars, the ranks, the values. */
#include "compare-view.h"

#include "nodes.h"
#include "page.h"

#include <stdlib.h>

enum {
    INDENT = 2
};

static void add_line(const struct compare_view *view, struct compare_lines *lines, size_t node)
{
    const size_t line = dti_comparison_find_line(view->comparison, node);
    if (line != DTI_NONE) {
        lines->lines = memory_resize(lines->lines, lines->count + 1, sizeof *lines->lines);
        lines->lines[lines->count++] = line;
    }
}

static struct compare_lines find_lines(const struct compare_view *view)
{
    struct compare_lines lines = {NULL, 0, DTI_NONE, 0};
    const size_t overall = dti_framework_overall(view->framework);
    size_t count = 0;
    add_line(view, &lines, overall);
    lines.overall = lines.count > 0 ? lines.lines[0] : DTI_NONE;
    for (size_t i = 0; i < dti_framework_node_count(view->framework); i++) {
        /* Indices in the order of the framework: government, economy, society. */
        if (i != overall && dti_framework_node_kind(view->framework, i) == DTI_NODE_INDEX) {
            add_line(view, &lines, i);
        }
    }
    lines.first_main = lines.count;
    size_t *nodes = nodes_of_kind(view->framework, DTI_NODE_MAIN, view->numbering, &count);
    for (size_t i = 0; i < count; i++) {
        if (dti_framework_node_max_points(view->framework, nodes[i]) > 0) {
            add_line(view, &lines, nodes[i]);
        }
    }
    free(nodes);
    return lines;
}

bool compare_has_rank(const struct compare_view *view, size_t line)
{
    return dti_comparison_rank(view->comparison, line, view->unit, DTI_BEFORE) > 0 ||
           dti_comparison_rank(view->comparison, line, view->unit, DTI_AFTER) > 0;
}

static bool has_amount(const struct compare_view *view, size_t line)
{
    return compare_has_amount(view, line, view->unit, DTI_BEFORE) ||
           compare_has_amount(view, line, view->unit, DTI_AFTER);
}

/* ── columns ── */

static void cell_change(struct table *table, struct figure change)
{
    table_cell(table, change.text[0] == '-' ? STYLE_LOSS : STYLE_PLAIN, change.text);
}

/* ── II.2: pillars ── */

static void add_values(const struct compare_view *view, struct table *table, size_t line)
{
    table_cell(table, STYLE_PLAIN, compare_value(view, line, view->unit, DTI_BEFORE).text);
    table_cell(table, STYLE_PLAIN, compare_value(view, line, view->unit, DTI_AFTER).text);
    cell_change(table, compare_value_change(view, line, view->unit));
}

static void add_ranks(const struct compare_view *view, struct table *table, size_t line)
{
    table_cell(table, STYLE_PLAIN, compare_rank(view, line, view->unit, DTI_BEFORE).text);
    table_cell(table, STYLE_PLAIN, compare_rank(view, line, view->unit, DTI_AFTER).text);
    cell_change(table, compare_rank_change(view, line, view->unit));
}

static bool has_ranks(const struct compare_view *view, const struct compare_lines *lines)
{
    bool has_any = false;
    for (size_t i = 0; i < lines->first_main; i++) {
        has_any |= lines->lines[i] != lines->overall && compare_has_rank(view, lines->lines[i]);
    }
    return has_any;
}

/* Without ranks the last three columns are left out. */
static void print_pillars(const struct compare_view *view, const struct compare_lines *lines)
{
    enum {
        RANK_COLUMNS = 3
    };
    const bool is_ranked = has_ranks(view, lines);
    const dti_lang lang = view->cli->lang;
    struct compare_titles titles = {.count = 0};
    const char *change = word(lang, WORD_COMPARE_COLUMN_CHANGE);
    const struct table_column columns[] = {
        {word(lang, WORD_COMPARE_COLUMN_PILLAR), ALIGN_LEFT, true},
        {compare_title(view, &titles, WORD_COMPARE_COLUMN_VALUE, DTI_BEFORE), ALIGN_RIGHT, false},
        {compare_title(view, &titles, WORD_COMPARE_COLUMN_VALUE, DTI_AFTER), ALIGN_RIGHT, false},
        {change, ALIGN_RIGHT, false},
        {compare_title(view, &titles, WORD_COMPARE_COLUMN_RANK, DTI_BEFORE), ALIGN_RIGHT, false},
        {compare_title(view, &titles, WORD_COMPARE_COLUMN_RANK, DTI_AFTER), ALIGN_RIGHT, false},
        {change, ALIGN_RIGHT, false},
    };
    struct table *table =
        table_new(columns, sizeof columns / sizeof *columns - (is_ranked ? 0 : RANK_COLUMNS));
    size_t count = 0;
    for (size_t i = 0; i < lines->first_main; i++) {
        const size_t line = lines->lines[i];
        if (line == lines->overall || (!compare_has_rank(view, line) && !has_amount(view, line))) {
            continue;
        }
        table_cell(table, STYLE_PLAIN, compare_line_name(view, line));
        add_values(view, table, line);
        if (is_ranked) {
            add_ranks(view, table, line);
        }
        count++;
    }
    if (count > 0) {
        page_heading(view->cli, WORD_COMPARE_PILLARS);
        table_print(table, &view->cli->out, INDENT);
    }
    table_free(table);
}

/* ── II.3: ranks ── */

static bool is_listed(const struct compare_lines *lines, size_t index)
{
    return lines->lines[index] == lines->overall || index >= lines->first_main;
}

static void add_name(const struct compare_view *view, struct table *table,
                     const struct compare_lines *lines, size_t line)
{
    const enum style style = line == lines->overall ? STYLE_STRONG : STYLE_PLAIN;
    table_cell(table, style, line == lines->overall ? "" : compare_line_code(view, line));
    table_cell(table, style, compare_line_name(view, line));
}

static void print_ranks(const struct compare_view *view, const struct compare_lines *lines)
{
    const dti_lang lang = view->cli->lang;
    struct compare_titles titles = {.count = 0};
    const struct table_column columns[] = {
        {word(lang, WORD_COMPARE_COLUMN_CODE), ALIGN_LEFT, false},
        {word(lang, WORD_COMPARE_COLUMN_NODE), ALIGN_LEFT, true},
        {compare_title(view, &titles, WORD_COMPARE_COLUMN_RANK, DTI_BEFORE), ALIGN_RIGHT, false},
        {compare_title(view, &titles, WORD_COMPARE_COLUMN_RANK, DTI_AFTER), ALIGN_RIGHT, false},
        {word(lang, WORD_COMPARE_COLUMN_CHANGE), ALIGN_RIGHT, false},
    };
    struct table *table = table_new(columns, sizeof columns / sizeof *columns);
    size_t counts[3] = {0, 0, 0}; /* fell, stayed, rose */
    size_t count = 0;
    for (size_t i = 0; i < lines->count; i++) {
        const size_t line = lines->lines[i];
        int32_t change = 0;
        if (!is_listed(lines, i) || !compare_has_rank(view, line)) {
            continue;
        }
        add_name(view, table, lines, line);
        add_ranks(view, table, line);
        count++;
        if (line != lines->overall &&
            dti_comparison_rank_change(view->comparison, line, view->unit, &change)) {
            counts[change > 0 ? 2 : change < 0 ? 0 : 1]++;
        }
    }
    if (count > 0) {
        page_heading(view->cli, WORD_COMPARE_RANKS);
        table_print(table, &view->cli->out, INDENT);
    }
    table_free(table);
    if (counts[0] + counts[1] + counts[2] > 0) {
        page_gap(view->cli);
        page_say(view->cli, STYLE_PLAIN, INDENT, WORD_COMPARE_ROSE,
                 WITH(figure_count(counts[2]).text, figure_count(counts[0]).text,
                      figure_count(counts[1]).text));
    }
}

/* ── values ── */

static void print_values(const struct compare_view *view, const struct compare_lines *lines)
{
    const dti_lang lang = view->cli->lang;
    struct compare_titles titles = {.count = 0};
    const char *change = word(lang, WORD_COMPARE_COLUMN_CHANGE);
    const struct table_column columns[] = {
        {word(lang, WORD_COMPARE_COLUMN_CODE), ALIGN_LEFT, false},
        {word(lang, WORD_COMPARE_COLUMN_NODE), ALIGN_LEFT, true},
        {compare_title(view, &titles, WORD_COMPARE_COLUMN_VALUE, DTI_BEFORE), ALIGN_RIGHT, false},
        {compare_title(view, &titles, WORD_COMPARE_COLUMN_VALUE, DTI_AFTER), ALIGN_RIGHT, false},
        {change, ALIGN_RIGHT, false},
        {compare_title(view, &titles, WORD_COMPARE_COLUMN_POINTS, DTI_BEFORE), ALIGN_RIGHT, false},
        {compare_title(view, &titles, WORD_COMPARE_COLUMN_POINTS, DTI_AFTER), ALIGN_RIGHT, false},
    };
    struct table *table = table_new(columns, sizeof columns / sizeof *columns);
    size_t count = 0;
    for (size_t i = 0; i < lines->count; i++) {
        const size_t line = lines->lines[i];
        if (!is_listed(lines, i) || !has_amount(view, line)) {
            continue;
        }
        add_name(view, table, lines, line);
        add_values(view, table, line);
        table_cell(table, STYLE_PLAIN, compare_points(view, line, view->unit, DTI_BEFORE).text);
        table_cell(table, STYLE_PLAIN, compare_points(view, line, view->unit, DTI_AFTER).text);
        count++;
    }
    if (count > 0) {
        page_heading(view->cli, WORD_COMPARE_VALUES);
        table_print(table, &view->cli->out, INDENT);
    }
    table_free(table);
}

void compare_print_unit(const struct compare_view *view)
{
    if (view->unit == DTI_NONE) {
        page_say(view->cli, STYLE_CARE, INDENT, WORD_COMPARE_NOWHERE,
                 WITH(dti_units_unit_name(view->units, view->entry, view->cli->lang)));
        return;
    }
    struct compare_lines lines = find_lines(view);
    print_pillars(view, &lines);
    print_ranks(view, &lines);
    print_values(view, &lines);
    compare_print_limits(view, &lines);
    free(lines.lines);
}
