/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Losses from above: how much of the whole is lost, main indicator by main indicator; who stands
 * behind how much. */
#include "losses-view.h"

#include "nodes.h"
#include "page.h"

enum {
    INDENT = 2
};

static void print_whole(const struct losses_view *view)
{
    const size_t overall = dti_framework_overall(view->framework);
    dti_lang lang = view->cli->lang;
    if (overall == DTI_NONE) {
        return;
    }
    page_say(view->cli, STYLE_STRONG, 0, WORD_LOSSES_WHOLE,
             WITH(figure_points(dti_losses_sum(view->losses, overall), view->digits, lang).text,
                  figure_plain(dti_result_max_points(view->result, overall), lang).text,
                  figure_points(dti_result_points(view->result, overall), view->digits, lang).text,
                  figure_count(dti_losses_count(view->losses)).text));
    const int64_t open =
        dti_losses_sum(view->losses, overall) - dti_result_certain_loss(view->result, overall);
    if (open != 0) {
        page_say(view->cli, STYLE_CARE, 0, WORD_LOSSES_OPEN,
                 WITH(figure_points(open, view->digits, lang).text));
    }
}

/* The losses of the groups bring the maximum down to the points, if nothing is weighted. */
static bool is_waterfall(const struct losses_view *view)
{
    const size_t overall = dti_framework_overall(view->framework);
    int64_t sum = 0;
    for (size_t i = 0; i < dti_losses_group_count(view->losses, DTI_LOSSES_BY_MAIN); i++) {
        sum += dti_losses_group_points(view->losses, DTI_LOSSES_BY_MAIN, i);
    }
    return overall != DTI_NONE && sum == dti_losses_sum(view->losses, overall) &&
           !nodes_is_weighted(view->framework, overall);
}

static void add_main(const struct losses_view *view, struct table *table, size_t group)
{
    dti_lang lang = view->cli->lang;
    const char *id = dti_losses_group_id(view->losses, DTI_LOSSES_BY_MAIN, group);
    const size_t node =
        dti_framework_find(view->framework, dti_dossier_numbering(view->dossier), id);
    table_cell(table, STYLE_PLAIN, nodes_code(view->framework, node, view->numbering));
    table_cell(table, STYLE_PLAIN,
               dti_losses_group_name(view->losses, DTI_LOSSES_BY_MAIN, group, lang));
    table_cell(table, STYLE_PLAIN,
               figure_points(dti_result_points(view->result, node), view->digits, lang).text);
    table_cell(table, STYLE_PLAIN,
               figure_plain(dti_result_max_points(view->result, node), lang).text);
    table_cell(table, STYLE_LOSS,
               figure_points(dti_losses_group_points(view->losses, DTI_LOSSES_BY_MAIN, group),
                             view->digits, lang)
                   .text);
    table_cell(table, STYLE_PLAIN,
               figure_percent(dti_result_loss_share_of_overall(view->result, node), lang).text);
}

static void print_mains(const struct losses_view *view)
{
    dti_lang lang = view->cli->lang;
    const bool has_rest = is_waterfall(view);
    const struct table_column columns[] = {
        {word(lang, WORD_COLUMN_CODE), ALIGN_LEFT, false},
        {word(lang, WORD_COLUMN_NAME), ALIGN_LEFT, true},
        {word(lang, WORD_COLUMN_POINTS), ALIGN_RIGHT, false},
        {word(lang, WORD_COLUMN_MAX), ALIGN_RIGHT, false},
        {word(lang, WORD_COLUMN_LOSS), ALIGN_RIGHT, false},
        {word(lang, WORD_COLUMN_SHARE), ALIGN_RIGHT, false},
        {word(lang, WORD_LOSSES_COLUMN_LEFT), ALIGN_RIGHT, false},
    };
    struct table *table = table_new(columns, sizeof columns / sizeof *columns - !has_rest);
    int64_t left = dti_result_max_points(view->result, dti_framework_overall(view->framework));
    for (size_t i = 0; i < dti_losses_group_count(view->losses, DTI_LOSSES_BY_MAIN); i++) {
        add_main(view, table, i);
        left -= dti_losses_group_points(view->losses, DTI_LOSSES_BY_MAIN, i);
        if (has_rest) {
            table_cell(table, STYLE_DIM, figure_points(left, view->digits, lang).text);
        }
    }
    table_print(table, &view->cli->out, INDENT);
    table_free(table);
}

void losses_print_head(const struct losses_view *view)
{
    dti_lang lang = view->cli->lang;
    page_head(view->cli, view->dossier);
    term_paragraph(&view->cli->out, STYLE_PLAIN, 0, 0, dti_framework_title(view->framework, lang));
    page_say(view->cli, STYLE_DIM, 0, WORD_SCORE_TRACK,
             WITH(dti_track_name(dti_result_track(view->result), lang)));
    page_gap(view->cli);
    print_whole(view);
    if (dti_losses_count(view->losses) == 0) {
        term_paragraph(&view->cli->out, STYLE_PLAIN, 0, 0, word(lang, WORD_LOSS_NONE));
        return;
    }
    page_heading(view->cli, WORD_HEADING_LOSSES_MAINS);
    print_mains(view);
}

void losses_print_agencies(const struct losses_view *view)
{
    dti_lang lang = view->cli->lang;
    const dti_losses_by by = DTI_LOSSES_BY_AGENCY;
    const size_t count = dti_losses_group_count(view->losses, by);
    if (count == 0 || (count == 1 && !*dti_losses_group_id(view->losses, by, 0))) {
        return; /* nobody is named */
    }
    const struct table_column columns[] = {
        {word(lang, WORD_LOSSES_COLUMN_AGENCY), ALIGN_LEFT, true},
        {word(lang, WORD_LOSSES_COLUMN_PLACES), ALIGN_RIGHT, false},
        {word(lang, WORD_COLUMN_LOSS), ALIGN_RIGHT, false},
        {word(lang, WORD_LOSSES_COLUMN_SHARED), ALIGN_RIGHT, false},
    };
    page_heading(view->cli, WORD_HEADING_LOSSES_AGENCIES);
    struct table *table = table_new(columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < count; i++) {
        const int64_t shared = dti_losses_group_shared(view->losses, by, i);
        const int64_t points = dti_losses_group_points(view->losses, by, i);
        table_cell(table, STYLE_PLAIN, dti_losses_group_name(view->losses, by, i, lang));
        page_count(table, STYLE_PLAIN, dti_losses_group_size(view->losses, by, i));
        table_cell(table, STYLE_LOSS, figure_points(points, view->digits, lang).text);
        table_cell(table, STYLE_DIM,
                   shared != 0 ? figure_points(shared, view->digits, lang).text : "–");
    }
    table_print(table, &view->cli->out, INDENT);
    table_free(table);
    page_gap(view->cli);
    term_paragraph(&view->cli->out, STYLE_DIM, INDENT, INDENT, word(lang, WORD_LOSSES_SHARED_NOTE));
}
