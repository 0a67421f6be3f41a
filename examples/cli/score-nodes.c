/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The tables of indices and main indicators: each column is a field that says what it shows and
 * whether there is anything to show. */
#include "score-view.h"

#include "figure.h"
#include "nodes.h"
#include "page.h"
#include "table.h"

#include <stdlib.h>

enum {
    INDENT = 2,
    FIELDS_MOST = 12
};

struct field {
    enum word title;
    enum align align;
    /* False: the column can be left out as far as this node is concerned. NULL: always shown. */
    bool (*has)(const struct score_view *view, size_t node);
    void (*add)(const struct score_view *view, struct table *table, size_t node);
};

static bool is_empty(const struct score_view *view, size_t node)
{
    return dti_result_max_points(view->result, node) == 0;
}

/* Nothing of the node is known yet: no points is not 0 points. */
static bool is_unknown(const struct score_view *view, size_t node)
{
    return dti_result_state(view->result, node) == DTI_STATE_NOT_ASSESSED;
}

/* The overall index stands out. */
static enum style style_of(const struct score_view *view, size_t node)
{
    return node == dti_framework_overall(view->framework) ? STYLE_STRONG : STYLE_PLAIN;
}

static void add_code(const struct score_view *view, struct table *table, size_t node)
{
    table_cell(table, style_of(view, node), nodes_code(view->framework, node, view->numbering));
}

static void add_name(const struct score_view *view, struct table *table, size_t node)
{
    table_cell(table, style_of(view, node),
               dti_framework_node_name(view->framework, node, view->cli->lang));
}

static void add_points(const struct score_view *view, struct table *table, size_t node)
{
    int64_t points = dti_result_points(view->result, node);
    table_cell(table, style_of(view, node),
               is_empty(view, node) || is_unknown(view, node)
                   ? "–"
                   : figure_points(points, view->points_digits, view->cli->lang).text);
}

static void add_max(const struct score_view *view, struct table *table, size_t node)
{
    int64_t max = dti_result_max_points(view->result, node);
    table_cell(table, STYLE_PLAIN, figure_plain(max, view->cli->lang).text);
}

static void add_value(const struct score_view *view, struct table *table, size_t node)
{
    int64_t points = dti_result_points(view->result, node);
    int64_t max = dti_result_max_points(view->result, node);
    table_cell(table, style_of(view, node),
               is_unknown(view, node)
                   ? "–"
                   : figure_value(points, max, view->value_digits, view->cli->lang).text);
}

/* The figure that a source states about a node on the track of the result. */
static size_t find_stated(const struct score_view *view, size_t node, dti_quantity_kind quantity)
{
    for (size_t i = 0; i < dti_result_stated_count(view->result, node); i++) {
        if (dti_result_stated_quantity(view->result, node, i) == quantity &&
            dti_result_stated_track(view->result, node, i) == view->track) {
            return i;
        }
    }
    return DTI_NONE;
}

static bool has_stated_value(const struct score_view *view, size_t node)
{
    return find_stated(view, node, DTI_QUANTITY_VALUE) != DTI_NONE;
}

static void add_stated_value(const struct score_view *view, struct table *table, size_t node)
{
    size_t index = find_stated(view, node, DTI_QUANTITY_VALUE);
    const char *text = dti_result_stated_text(view->result, node, index);
    table_cell(table, STYLE_PLAIN, figure_stated(text, view->cli->lang).text);
}

static void add_difference(const struct score_view *view, struct table *table, size_t node)
{
    size_t index = find_stated(view, node, DTI_QUANTITY_VALUE);
    int64_t difference = 0;
    bool is_comparable = dti_result_stated_difference(view->result, node, index, &difference) == 1;
    table_cell(table, STYLE_CARE,
               is_comparable ? figure_signed(difference, view->value_digits, view->cli->lang).text
                             : "");
}

static bool has_rank(const struct score_view *view, size_t node)
{
    return find_stated(view, node, DTI_QUANTITY_RANK) != DTI_NONE;
}

static void add_rank(const struct score_view *view, struct table *table, size_t node)
{
    size_t index = find_stated(view, node, DTI_QUANTITY_RANK);
    table_cell(table, STYLE_PLAIN, dti_result_stated_text(view->result, node, index));
}

static void add_loss(const struct score_view *view, struct table *table, size_t node)
{
    int64_t loss = dti_result_certain_loss(view->result, node); /* what is open is in the bounds */
    table_cell(table, STYLE_LOSS,
               is_empty(view, node) || is_unknown(view, node)
                   ? ""
                   : figure_points(loss, view->points_digits, view->cli->lang).text);
}

static void add_share(const struct score_view *view, struct table *table, size_t node)
{
    bool is_open = dti_result_lower(view->result, node) != dti_result_upper(view->result, node);
    bool is_lost = !is_open && dti_result_loss(view->result, node) > 0;
    double share = dti_result_loss_share_of_overall(view->result, node);
    table_cell(table, STYLE_PLAIN, is_lost ? figure_percent(share, view->cli->lang).text : "");
}

static bool has_unallocated(const struct score_view *view, size_t node)
{
    return dti_result_unallocated(view->result, node) != 0 ||
           dti_result_unallocated_max(view->result, node) != 0;
}

static void add_unallocated(const struct score_view *view, struct table *table, size_t node)
{
    dti_lang lang = view->cli->lang;
    int64_t points = dti_result_unallocated(view->result, node);
    int64_t max = dti_result_unallocated_max(view->result, node);
    struct text text = TEXT_EMPTY;
    if (has_unallocated(view, node)) {
        word_fill(&text, lang, WORD_OF_MAX,
                  WITH(figure_points(points, view->points_digits, lang).text,
                       figure_plain(max, lang).text));
    }
    table_cell(table, STYLE_PLAIN, text_get(&text));
    text_free(&text);
}

static bool has_open(const struct score_view *view, size_t node)
{
    return dti_result_coverage(view->result, node) < 1;
}

static void add_coverage(const struct score_view *view, struct table *table, size_t node)
{
    double coverage = dti_result_coverage(view->result, node);
    table_cell(table, STYLE_PLAIN,
               is_empty(view, node) ? "" : figure_percent(coverage, view->cli->lang).text);
}

static void add_bounds(const struct score_view *view, struct table *table, size_t node)
{
    dti_lang lang = view->cli->lang;
    int64_t lower = dti_result_lower(view->result, node);
    int64_t upper = dti_result_upper(view->result, node);
    struct text bounds = TEXT_EMPTY;
    if (lower != upper) {
        word_fill(&bounds, lang, WORD_BOUNDS,
                  WITH(figure_points(lower, view->points_digits, lang).text,
                       figure_points(upper, view->points_digits, lang).text));
    }
    table_cell(table, STYLE_PLAIN, text_get(&bounds));
    text_free(&bounds);
}

static bool is_wanted(const struct score_view *view, const struct field *field, const size_t *nodes,
                      size_t count)
{
    bool is_wanted = !field->has;
    for (size_t i = 0; i < count && !is_wanted; i++) {
        is_wanted = field->has(view, nodes[i]);
    }
    return is_wanted;
}

static void print_nodes(const struct score_view *view, dti_node_kind kind,
                        const struct field *fields, size_t field_count)
{
    size_t count = 0;
    size_t *nodes = nodes_of_kind(view->framework, kind, view->numbering, &count);
    const struct field *shown[FIELDS_MOST];
    struct table_column columns[FIELDS_MOST];
    size_t shown_count = 0;
    for (size_t i = 0; i < field_count; i++) {
        if (is_wanted(view, &fields[i], nodes, count)) {
            columns[shown_count] =
                (struct table_column){word(view->cli->lang, fields[i].title), fields[i].align,
                                      fields[i].title == WORD_COLUMN_NAME};
            shown[shown_count++] = &fields[i];
        }
    }
    struct table *table = table_new(columns, shown_count);
    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; j < shown_count; j++) {
            shown[j]->add(view, table, nodes[i]);
        }
    }
    table_print(table, &view->cli->out, INDENT);
    table_free(table);
    free(nodes);
}

bool score_has_kind(const struct score_view *view, dti_node_kind kind)
{
    bool has_kind = false;
    for (size_t node = 0; node < dti_result_node_count(view->result); node++) {
        has_kind |= dti_framework_node_kind(view->framework, node) == kind;
    }
    return has_kind;
}

void score_print_indices(const struct score_view *view)
{
    static const struct field fields[] = {
        {WORD_COLUMN_CODE, ALIGN_LEFT, NULL, add_code},
        {WORD_COLUMN_NAME, ALIGN_LEFT, NULL, add_name},
        {WORD_COLUMN_POINTS, ALIGN_RIGHT, NULL, add_points},
        {WORD_COLUMN_MAX, ALIGN_RIGHT, NULL, add_max},
        {WORD_COLUMN_VALUE, ALIGN_RIGHT, NULL, add_value},
        {WORD_COLUMN_STATED, ALIGN_RIGHT, has_stated_value, add_stated_value},
        {WORD_COLUMN_DIFFERENCE, ALIGN_RIGHT, has_stated_value, add_difference},
        {WORD_COLUMN_COVERAGE, ALIGN_RIGHT, has_open, add_coverage},
        {WORD_COLUMN_BOUNDS, ALIGN_RIGHT, has_open, add_bounds},
        {WORD_COLUMN_RANK, ALIGN_RIGHT, has_rank, add_rank},
    };
    page_heading(view->cli, WORD_HEADING_INDICES);
    print_nodes(view, DTI_NODE_INDEX, fields, sizeof fields / sizeof *fields);
}

void score_print_mains(const struct score_view *view)
{
    static const struct field fields[] = {
        {WORD_COLUMN_CODE, ALIGN_LEFT, NULL, add_code},
        {WORD_COLUMN_NAME, ALIGN_LEFT, NULL, add_name},
        {WORD_COLUMN_POINTS, ALIGN_RIGHT, NULL, add_points},
        {WORD_COLUMN_MAX, ALIGN_RIGHT, NULL, add_max},
        {WORD_COLUMN_VALUE, ALIGN_RIGHT, NULL, add_value},
        {WORD_COLUMN_LOSS, ALIGN_RIGHT, NULL, add_loss},
        {WORD_COLUMN_SHARE, ALIGN_RIGHT, NULL, add_share},
        {WORD_COLUMN_UNALLOCATED, ALIGN_RIGHT, has_unallocated, add_unallocated},
        {WORD_COLUMN_COVERAGE, ALIGN_RIGHT, has_open, add_coverage},
        {WORD_COLUMN_BOUNDS, ALIGN_RIGHT, has_open, add_bounds},
        {WORD_COLUMN_RANK, ALIGN_RIGHT, has_rank, add_rank},
    };
    if (!score_has_kind(view, DTI_NODE_MAIN)) {
        return;
    }
    page_heading(view->cli, WORD_HEADING_MAINS);
    print_nodes(view, DTI_NODE_MAIN, fields, sizeof fields / sizeof *fields);
    bool has_note = false;
    for (size_t node = 0; node < dti_result_node_count(view->result); node++) {
        has_note = has_note || has_unallocated(view, node);
    }
    if (has_note) {
        page_gap(view->cli);
        term_paragraph(&view->cli->out, STYLE_DIM, INDENT, INDENT,
                       word(view->cli->lang, WORD_UNALLOCATED_NOTE));
    }
}
