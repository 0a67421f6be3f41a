/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Items of losses: where points are lost, why, what the next step would bring, and who can take it.
 */
#include "losses-view.h"

#include "nodes.h"
#include "page.h"

enum {
    INDENT = 2,
    REMARK_COLUMN = 1, /* below the name */
    STEP_SIZE = 512
};

static bool is_rest(const struct losses_view *view, size_t item)
{
    return dti_losses_kind(view->losses, item) == DTI_LOSS_UNALLOCATED;
}

static void add_cause(const struct losses_view *view, struct table *table, size_t item)
{
    dti_lang lang = view->cli->lang;
    const char *cause = dti_cause_name(dti_losses_cause(view->losses, item), lang);
    const char *quote =
        dti_result_explanation(view->result, dti_losses_node(view->losses, item), lang);
    page_remark(view->cli, table, REMARK_COLUMN, STYLE_DIM,
                *quote ? WORD_LOSS_QUOTE : WORD_LOSS_CAUSE, WITH(cause, quote));
}

static void add_step(const struct losses_view *view, struct table *table, size_t node)
{
    char step[STEP_SIZE];
    bool is_assumed = nodes_is_assumed(view->framework, node, DTI_PART_RULE);
    if (dti_result_step_format(view->result, node, view->cli->lang, step, sizeof step) != 0) {
        page_remark(view->cli, table, REMARK_COLUMN, STYLE_PLAIN,
                    is_assumed ? WORD_LOSS_STEP_ASSUMED : WORD_LOSS_STEP, WITH(step));
    }
}

static void add_agencies(const struct losses_view *view, struct table *table, size_t node)
{
    dti_lang lang = view->cli->lang;
    struct text agencies = TEXT_EMPTY;
    for (size_t i = 0; i < dti_result_agency_count(view->result, node); i++) {
        text_add_item(&agencies, word(lang, WORD_LIST_SEMICOLON),
                      dti_result_agency_name(view->result, node, i, lang));
    }
    if (agencies.length != 0) {
        page_remark(view->cli, table, REMARK_COLUMN, STYLE_DIM, WORD_LOSS_AGENCY,
                    WITH(text_get(&agencies)));
    }
    text_free(&agencies);
}

static void add_name(const struct losses_view *view, struct table *table, size_t item)
{
    const size_t node = dti_losses_node(view->losses, item);
    table_cell(table, STYLE_STRONG, nodes_code(view->framework, node, view->numbering));
    table_cell(table, STYLE_STRONG,
               is_rest(view, item)
                   ? word(view->cli->lang, WORD_LOSSES_REST)
                   : dti_framework_node_name(view->framework, node, view->cli->lang));
}

static void add_row(const struct losses_view *view, struct table *table, size_t item)
{
    dti_lang lang = view->cli->lang;
    const size_t node = dti_losses_node(view->losses, item);
    const int64_t loss = dti_losses_points(view->losses, item);
    const int64_t most = is_rest(view, item) ? dti_result_unallocated_max(view->result, node)
                                             : dti_result_max_points(view->result, node);
    struct text max = TEXT_EMPTY;
    text_add(&max, figure_plain(most, lang).text);
    text_add(&max,
             nodes_is_assumed(view->framework, node, DTI_PART_MAX_POINTS) && !is_rest(view, item)
                 ? word(lang, WORD_ASSUMED_MARK)
                 : "");
    add_name(view, table, item);
    table_cell(table, STYLE_PLAIN, figure_points(most - loss, view->digits, lang).text);
    table_cell(table, STYLE_PLAIN, text_get(&max));
    table_cell(table, STYLE_LOSS, figure_points(loss, view->digits, lang).text);
    table_cell(table, STYLE_PLAIN, figure_percent(dti_losses_share(view->losses, item), lang).text);
    text_free(&max);
    if (is_rest(view, item)) {
        page_remark(view->cli, table, REMARK_COLUMN, STYLE_DIM,
                    loss < 0 ? WORD_LOSSES_REST_NEGATIVE : WORD_LOSSES_REST_NOTE, WITH_NOTHING);
        return;
    }
    add_cause(view, table, item);
    add_step(view, table, node);
    add_agencies(view, table, node);
}

void losses_print_items(const struct losses_view *view, const size_t *items, size_t count)
{
    dti_lang lang = view->cli->lang;
    const struct table_column columns[] = {
        {word(lang, WORD_COLUMN_CODE), ALIGN_LEFT, false},
        {word(lang, WORD_COLUMN_NAME), ALIGN_LEFT, true},
        {word(lang, WORD_COLUMN_POINTS), ALIGN_RIGHT, false},
        {word(lang, WORD_COLUMN_MAX), ALIGN_RIGHT, false},
        {word(lang, WORD_COLUMN_LOSS), ALIGN_RIGHT, false},
        {word(lang, WORD_COLUMN_SHARE), ALIGN_RIGHT, false},
    };
    struct table *table = table_new(columns, sizeof columns / sizeof *columns);
    bool has_assumed = false;
    for (size_t i = 0; i < count; i++) {
        if (i != 0) {
            table_gap(table);
        }
        add_row(view, table, items[i]);
        has_assumed |= nodes_is_assumed(view->framework, dti_losses_node(view->losses, items[i]),
                                        DTI_PART_MAX_POINTS) &&
                       !is_rest(view, items[i]);
    }
    table_print(table, &view->cli->out, INDENT);
    table_free(table);
    if (has_assumed) {
        page_gap(view->cli);
        term_paragraph(&view->cli->out, STYLE_DIM, INDENT, INDENT,
                       word(lang, WORD_ASSUMED_MARK_NOTE));
    }
}
