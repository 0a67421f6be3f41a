/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The items of losses, group by group or as one list; what went from track to track. */
#include "losses-view.h"

#include "nodes.h"
#include "page.h"

#include <stdlib.h>
#include <string.h>

enum {
    INDENT = 2
};

static size_t shown(const struct losses_view *view, size_t count)
{
    return view->top != 0 && view->top < count ? view->top : count;
}

static void say_rest(const struct losses_view *view, const size_t *items, size_t count)
{
    const size_t first = shown(view, count);
    int64_t rest = 0;
    for (size_t i = first; i < count; i++) {
        rest += dti_losses_points(view->losses, items[i]);
    }
    if (first < count) {
        page_gap(view->cli);
        page_say(view->cli, STYLE_DIM, INDENT, WORD_LOSSES_MORE,
                 WITH(figure_count(count - first).text,
                      figure_points(rest, view->digits, view->cli->lang).text));
    }
}

static void print_some(const struct losses_view *view, const size_t *items, size_t count)
{
    losses_print_items(view, items, shown(view, count));
    say_rest(view, items, count);
}

static void head_group(const struct losses_view *view, size_t group)
{
    dti_lang lang = view->cli->lang;
    const char *id = dti_losses_group_id(view->losses, view->by, group);
    const char *name = dti_losses_group_name(view->losses, view->by, group, lang);
    const int64_t shared = dti_losses_group_shared(view->losses, view->by, group);
    const struct figure points =
        figure_points(dti_losses_group_points(view->losses, view->by, group), view->digits, lang);
    if (view->by == DTI_LOSSES_BY_MAIN) {
        const size_t node =
            dti_framework_find(view->framework, dti_dossier_numbering(view->dossier), id);
        page_heading_with(
            view->cli, WORD_LOSSES_GROUP_MAIN,
            WITH(nodes_code(view->framework, node, view->numbering), name, points.text));
    } else if (shared != 0) {
        page_heading_with(view->cli, WORD_LOSSES_GROUP_SHARED,
                          WITH(name, points.text, figure_points(shared, view->digits, lang).text));
    } else {
        page_heading_with(view->cli, WORD_LOSSES_GROUP, WITH(name, points.text));
    }
}

void losses_print_groups(const struct losses_view *view)
{
    const size_t count = dti_losses_count(view->losses);
    size_t *items = memory_resize(NULL, count + 1, sizeof *items);
    for (size_t i = 0; i < count; i++) {
        items[i] = i;
    }
    if (view->is_list && count != 0) {
        page_heading(view->cli, WORD_HEADING_LOSSES_LIST);
        print_some(view, items, count);
    }
    for (size_t group = 0; !view->is_list && group < dti_losses_group_count(view->losses, view->by);
         group++) {
        const size_t size = dti_losses_group_size(view->losses, view->by, group);
        for (size_t i = 0; i < size; i++) {
            items[i] = dti_losses_group_item(view->losses, view->by, group, i);
        }
        head_group(view, group);
        print_some(view, items, size);
    }
    free(items);
}

/* ── from track to track ── */

static void add_cut(const struct losses_view *view, struct table *table, size_t cut)
{
    dti_lang lang = view->cli->lang;
    const size_t node = dti_losses_cut_node(view->losses, cut);
    const dti_track from = dti_losses_cut_from(view->losses, cut);
    const dti_track to = dti_losses_cut_to(view->losses, cut);
    const bool is_main = dti_framework_node_kind(view->framework, node) != DTI_NODE_COMPONENT;
    const enum style style = is_main ? STYLE_STRONG : STYLE_PLAIN;
    const char *explanation = dti_losses_cut_explanation(view->losses, cut, lang);
    struct text tracks = TEXT_EMPTY;
    word_fill(&tracks, lang, WORD_LOSSES_TRACKS,
              WITH(dti_track_name(from, lang), dti_track_name(to, lang)));
    table_cell(table, style, nodes_code(view->framework, node, view->numbering));
    table_cell(table, style, dti_framework_node_name(view->framework, node, lang));
    table_cell(table, STYLE_DIM, text_get(&tracks));
    table_cell(
        table, STYLE_PLAIN,
        figure_points(dti_result_track_points(view->result, node, from), view->digits, lang).text);
    table_cell(
        table, STYLE_PLAIN,
        figure_points(dti_result_track_points(view->result, node, to), view->digits, lang).text);
    table_cell(table, dti_losses_cut_points(view->losses, cut) > 0 ? STYLE_LOSS : STYLE_PLAIN,
               figure_signed(-dti_losses_cut_points(view->losses, cut), view->digits, lang).text);
    if (*explanation) {
        page_remark(view->cli, table, 1, STYLE_DIM, WORD_LOSSES_EXPLAINED, WITH(explanation));
    }
    text_free(&tracks);
}

void losses_print_cuts(const struct losses_view *view)
{
    dti_lang lang = view->cli->lang;
    const size_t count = dti_losses_cut_count(view->losses);
    if (count == 0) {
        return;
    }
    const struct table_column columns[] = {
        {word(lang, WORD_COLUMN_CODE), ALIGN_LEFT, false},
        {word(lang, WORD_COLUMN_NAME), ALIGN_LEFT, true},
        {word(lang, WORD_LOSSES_COLUMN_TRACKS), ALIGN_LEFT, false},
        {word(lang, WORD_LOSSES_COLUMN_BEFORE), ALIGN_RIGHT, false},
        {word(lang, WORD_LOSSES_COLUMN_AFTER), ALIGN_RIGHT, false},
        {word(lang, WORD_COLUMN_DIFFERENCE), ALIGN_RIGHT, false},
    };
    page_heading(view->cli, WORD_HEADING_LOSSES_CUTS);
    struct table *table = table_new(columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < count; i++) {
        add_cut(view, table, i);
    }
    table_print(table, &view->cli->out, INDENT);
    table_free(table);
}
