/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Next steps: what each brings to its component and to the indices, and the rank where it is
 * certain. */
#include "losses-view.h"

#include "load-table.h"
#include "nodes.h"
#include "page.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    INDENT = 2,
    SHOWN = 5,   /* in each order, unless --top says otherwise */
    INDICES = 5, /* so many have room on a page */
    STEP_SIZE = 512
};

struct indices { /* with their names, which are broken to make narrow columns */
    size_t nodes[INDICES];
    char *titles[INDICES];
    size_t count;
};

static struct indices list_indices(const struct losses_view *view)
{
    struct indices list = {.count = 0};
    const size_t overall = dti_framework_overall(view->framework);
    for (int is_overall = 1; is_overall >= 0; is_overall--) {
        for (size_t node = 0; node < dti_result_node_count(view->result); node++) {
            if (dti_framework_node_kind(view->framework, node) == DTI_NODE_INDEX &&
                (node == overall) == (is_overall == 1) && list.count < INDICES) {
                char *title =
                    memory_copy(is_overall == 1 ? nodes_code(view->framework, node, view->numbering)
                                                : dti_framework_node_name(view->framework, node,
                                                                          view->cli->lang));
                for (char *at = title; *at; at++) {
                    *at = *at == ' '                                    ? '\n'
                          : is_overall == 1 && *at >= 'a' && *at <= 'z' ? (char)(*at - 'a' + 'A')
                                                                        : *at;
                }
                list.titles[list.count] = title;
                list.nodes[list.count++] = node;
            }
        }
    }
    return list;
}

/* "DTI 5 → 3; …", of those that are certain. */
static void add_ranks(const struct losses_view *view, struct table *table, size_t item)
{
    struct text ranks = TEXT_EMPTY;
    for (size_t node = 0; node < dti_result_node_count(view->result); node++) {
        uint32_t before = 0;
        uint32_t after = 0;
        const dti_node_kind kind = dti_framework_node_kind(view->framework, node);
        if (kind == DTI_NODE_COMPONENT ||
            !dti_losses_step_rank(view->losses, item, node, &before, &after)) {
            continue;
        }
        struct text one = TEXT_EMPTY;
        word_fill(&one, view->cli->lang, WORD_LOSSES_RANK,
                  WITH(dti_framework_node_name(view->framework, node, view->cli->lang),
                       figure_count(before).text, figure_count(after).text));
        text_add_item(&ranks, word(view->cli->lang, WORD_LIST_SEMICOLON), text_get(&one));
        text_free(&one);
    }
    if (ranks.length != 0) {
        page_remark(view->cli, table, 1, STYLE_PLAIN, WORD_LOSSES_RANKS, WITH(text_get(&ranks)));
    }
    text_free(&ranks);
}

static void add_row(const struct losses_view *view, struct table *table,
                    const struct indices *indices, size_t item)
{
    dti_lang lang = view->cli->lang;
    const size_t node = dti_losses_node(view->losses, item);
    char step[STEP_SIZE];
    dti_result_step_format(view->result, node, lang, step, sizeof step);
    table_cell(table, STYLE_STRONG, nodes_code(view->framework, node, view->numbering));
    table_cell(table, STYLE_STRONG, dti_framework_node_name(view->framework, node, lang));
    table_cell(
        table, STYLE_PLAIN,
        figure_signed(dti_losses_step_gain(view->losses, item, node), view->digits, lang).text);
    for (size_t i = 0; i < indices->count; i++) {
        const int64_t gain = dti_losses_step_gain(view->losses, item, indices->nodes[i]);
        table_cell(table, gain != 0 ? STYLE_PLAIN : STYLE_DIM,
                   gain != 0 ? figure_signed(gain, view->digits, lang).text : "–");
    }
    page_remark(view->cli, table, 1, STYLE_PLAIN,
                dti_losses_step_is_assumed(view->losses, item) ? WORD_LOSS_STEP_ASSUMED
                                                               : WORD_LOSS_STEP,
                WITH(step));
    add_ranks(view, table, item);
}

static void print_order(const struct losses_view *view, dti_losses_order order,
                        const struct indices *indices)
{
    dti_lang lang = view->cli->lang;
    struct table_column columns[3 + INDICES] = {
        {word(lang, WORD_COLUMN_CODE), ALIGN_LEFT, false},
        {word(lang, WORD_COLUMN_NAME), ALIGN_LEFT, true},
        {word(lang, WORD_LOSSES_COLUMN_COMPONENT), ALIGN_RIGHT, false},
    };
    for (size_t i = 0; i < indices->count; i++) {
        columns[3 + i] = (struct table_column){indices->titles[i], ALIGN_RIGHT, false};
    }
    const size_t all = dti_losses_step_count(view->losses);
    const size_t most = view->top != 0 ? view->top : view->order >= 0 ? all : SHOWN;
    struct table *table = table_new(columns, 3 + indices->count);
    page_heading(view->cli, order == DTI_LOSSES_EASIEST ? WORD_HEADING_LOSSES_EASIEST
                                                        : WORD_HEADING_LOSSES_LARGEST);
    for (size_t i = 0; i < all && i < most; i++) {
        if (i != 0) {
            table_gap(table);
        }
        add_row(view, table, indices, dti_losses_step(view->losses, order, i));
    }
    table_print(table, &view->cli->out, INDENT);
    table_free(table);
    if (all > most) {
        page_gap(view->cli);
        page_say(view->cli, STYLE_DIM, INDENT,
                 view->cli->out.markdown ? WORD_LOSSES_MORE_STEPS_REPORT : WORD_LOSSES_MORE_STEPS,
                 WITH(figure_count(all - most).text));
    }
}

/* Whether any step has a rank that is certain. */
static bool has_rank(const struct losses_view *view)
{
    for (size_t i = 0; i < dti_losses_count(view->losses); i++) {
        for (size_t node = 0; node < dti_result_node_count(view->result); node++) {
            if (dti_losses_step_rank(view->losses, i, node, NULL, NULL)) {
                return true;
            }
        }
    }
    return false;
}

static void print_note(const struct losses_view *view)
{
    page_gap(view->cli);
    page_say(view->cli, STYLE_DIM, INDENT, WORD_LOSSES_STEPS_NOTE, WITH_NOTHING);
    if (view->table) {
        const char *title = dti_table_title(view->table, view->cli->lang);
        page_say(view->cli, STYLE_DIM, INDENT,
                 !load_table_has_row(view->table, view->dossier) ? WORD_LOSSES_NOT_IN_TABLE
                 : has_rank(view)                                ? WORD_LOSSES_RANKS_NOTE
                                                                 : WORD_LOSSES_NO_RANKS,
                 WITH(*title ? title : dti_table_id(view->table)));
    }
}

void losses_print_steps(const struct losses_view *view)
{
    if (dti_losses_step_count(view->losses) == 0) {
        return;
    }
    struct indices indices = list_indices(view);
    if (view->order != (int)DTI_LOSSES_LARGEST) {
        print_order(view, DTI_LOSSES_EASIEST, &indices);
    }
    if (view->order != (int)DTI_LOSSES_EASIEST) {
        print_order(view, DTI_LOSSES_LARGEST, &indices);
    }
    print_note(view);
    for (size_t i = 0; i < indices.count; i++) {
        free(indices.titles[i]);
    }
}
