/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Before the list: what the ranks rest on, what is missing, who shares a rank, where the mean lies.
 */
#include "page.h"
#include "rank-view.h"

#include "nodes.h"
#include "number.h"

enum {
    INDENT = 2,
    MOST_TIES = 6,
    MOST_NAMES = 12 /* of units that share a rank */
};

/* ── figures ── */

struct figure rank_figure(const struct rank_view *view, double rank)
{
    return number_print(rank, view->cli->lang);
}

struct figure rank_value_of(const struct rank_view *view, int64_t points)
{
    return figure_value(points, dti_framework_node_max_points(view->framework, view->node),
                        dti_framework_value_digits(view->framework), view->cli->lang);
}

struct figure rank_value(const struct rank_view *view, const dti_ranking *ranking, size_t place)
{
    const size_t row = dti_ranking_row(ranking, place);
    for (size_t i = 0; i < dti_table_figure_count(view->table, row); i++) {
        if (dti_table_figure_node(view->table, row, i) == view->node &&
            dti_table_figure_quantity(view->table, row, i) == DTI_QUANTITY_VALUE) {
            return figure_stated(dti_table_figure_text(view->table, row, i), view->cli->lang);
        }
    }
    return dti_ranking_has_points(ranking, place)
               ? rank_value_of(view, dti_ranking_points(ranking, place))
               : (struct figure){"–"};
}

const char *rank_name(const struct rank_view *view, const dti_ranking *ranking, size_t place)
{
    return dti_units_unit_name(view->units, dti_ranking_unit(ranking, place), view->cli->lang);
}

size_t rank_ranked(const struct rank_view *view)
{
    size_t ranked = 0;
    for (size_t i = 0; i < dti_ranking_group_count(view->all); i++) {
        ranked += dti_ranking_group_ranked(view->all, i);
    }
    return ranked;
}

size_t rank_out_of(const struct rank_view *view)
{
    const size_t places = dti_ranking_count(view->all);
    const size_t stated = dti_table_out_of(view->table);
    return stated > places ? stated : places;
}

/* ── what it rests on ── */

static void print_title(const struct rank_view *view)
{
    const struct cli *cli = view->cli;
    char year[16];
    struct text title = TEXT_EMPTY;
    snprintf(year, sizeof year, "%d", (int)dti_table_year(view->table));
    word_fill(&title, cli->lang,
              view->node == dti_framework_overall(view->framework) ? WORD_RANK_HEAD
                                                                   : WORD_RANK_HEAD_CODE,
              WITH(year, dti_framework_node_name(view->framework, view->node, cli->lang),
                   nodes_code(view->framework, view->node, view->numbering)));
    page_title(cli, text_get(&title));
    text_free(&title);
    if (*dti_table_title(view->table, cli->lang)) {
        page_say(cli, STYLE_DIM, 0, WORD_RANK_TABLE, WITH(dti_table_title(view->table, cli->lang)));
    }
    if (dti_table_is_derived(view->table)) {
        page_say(cli, STYLE_CARE, 0, WORD_RANK_DERIVED, WITH_NOTHING);
    }
}

static void print_basis(const struct rank_view *view)
{
    const struct cli *cli = view->cli;
    const dti_basis basis = dti_ranking_basis(view->all);
    const size_t ranked = rank_ranked(view);
    const size_t out_of = rank_out_of(view);
    if (basis == DTI_BASIS_NONE || ranked == 0) {
        page_say(cli, STYLE_CARE, INDENT, WORD_RANK_NOBODY, WITH_NOTHING);
        return;
    }
    page_say(cli, STYLE_PLAIN, INDENT, WORD_RANK_BASIS,
             WITH(dti_basis_name(basis, cli->lang), figure_count(ranked).text,
                  figure_count(out_of).text));
    if (view->is_grouped) {
        page_say(cli, STYLE_CARE, INDENT, WORD_RANK_GROUPED, WITH_NOTHING);
    }
    if (ranked < out_of) {
        page_say(cli, STYLE_CARE, INDENT,
                 basis != DTI_BASIS_RANKS ? WORD_RANK_MISSING_AMOUNTS
                 : view->is_grouped       ? WORD_RANK_MISSING_GROUPED
                                          : WORD_RANK_MISSING_RANKS,
                 WITH(figure_count(out_of - ranked).text, figure_count(ranked).text));
    }
    if (dti_ranking_method(view->all) != DTI_RANK_COMPETITION) {
        page_say(cli, STYLE_PLAIN, INDENT,
                 dti_ranking_method(view->all) == DTI_RANK_DENSE ? WORD_RANK_DENSE
                                                                 : WORD_RANK_FRACTIONAL,
                 WITH_NOTHING);
    }
}

/* ── ties ── */

static void add_names(const struct rank_view *view, struct text *out, size_t first, size_t tie)
{
    for (size_t i = 0; i < tie && i < MOST_NAMES; i++) {
        text_add_item(out, word(view->cli->lang, WORD_LIST_COMMA),
                      rank_name(view, view->all, first + i));
    }
    text_add(out, tie > MOST_NAMES ? " …" : "");
}

static void print_ties(const struct rank_view *view)
{
    struct text ties = TEXT_EMPTY;
    size_t count = 0;
    const size_t ranked = dti_ranking_group_ranked(view->all, 0);
    for (size_t i = 0; i < ranked; i += dti_ranking_tie(view->all, i)) {
        const size_t tie = dti_ranking_tie(view->all, i);
        if (tie < 2 || ++count > MOST_TIES) {
            continue;
        }
        struct text names = TEXT_EMPTY;
        add_names(view, &names, i, tie);
        text_add(&ties, count > 1 ? "; " : "");
        word_fill(&ties, view->cli->lang, WORD_RANK_TIE,
                  WITH(rank_figure(view, dti_ranking_rank(view->all, i)).text, text_get(&names)));
        text_free(&names);
    }
    if (count > MOST_TIES) {
        text_add(&ties, " …");
    }
    if (count > 0) {
        page_say(view->cli, STYLE_PLAIN, INDENT, WORD_RANK_TIES, WITH(text_get(&ties)));
    }
    text_free(&ties);
}

/* ── the mean ── */

static void print_sides(const struct rank_view *view)
{
    size_t counts[3] = {0};
    size_t unknown = 0;
    const size_t ranked = dti_ranking_group_ranked(view->all, 0);
    for (size_t i = 0; i < ranked; i++) {
        int side = 0;
        if (dti_ranking_side(view->all, i, &side)) {
            counts[side + 1]++;
        } else {
            unknown++;
        }
    }
    if (unknown == ranked || ranked < 2) {
        return;
    }
    struct text text = TEXT_EMPTY;
    word_fill(&text, view->cli->lang, WORD_RANK_SIDES,
              WITH(figure_count(counts[2]).text, figure_count(counts[0]).text));
    if (counts[1] > 0) {
        word_fill(&text, view->cli->lang, WORD_RANK_SIDE_AT, WITH(figure_count(counts[1]).text));
    }
    if (unknown > 0) {
        word_fill(&text, view->cli->lang, WORD_RANK_SIDE_UNKNOWN, WITH(figure_count(unknown).text));
    }
    text_add(&text, ".");
    term_paragraph(&view->cli->out, STYLE_PLAIN, INDENT, INDENT, text_get(&text));
    text_free(&text);
}

static void print_mean(const struct rank_view *view)
{
    const struct cli *cli = view->cli;
    const size_t amounts = dti_ranking_amount_count(view->all, 0);
    const bool is_complete = amounts == rank_out_of(view);
    int64_t stated = 0;
    if (dti_table_stated_mean(view->table, view->node, &stated, NULL)) {
        page_say(cli, STYLE_PLAIN, INDENT, WORD_RANK_STATED_MEAN,
                 WITH(rank_value_of(view, stated).text));
    } else if (amounts == 0) {
        return;
    }
    if (amounts > 1 && (is_complete || stated == 0)) {
        page_say(cli, STYLE_PLAIN, INDENT, is_complete ? WORD_RANK_MEAN : WORD_RANK_MEAN_OF_SOME,
                 WITH(rank_value_of(view, dti_ranking_mean(view->all, 0)).text,
                      rank_value_of(view, dti_ranking_quantile(view->all, 0, 1, 2)).text,
                      rank_value_of(view, dti_ranking_quantile(view->all, 0, 1, 4)).text,
                      rank_value_of(view, dti_ranking_quantile(view->all, 0, 3, 4)).text,
                      figure_count(amounts).text));
    }
    print_sides(view);
}

void rank_print_head(const struct rank_view *view)
{
    print_title(view);
    page_gap(view->cli);
    print_basis(view);
    if (!view->is_grouped) { /* what follows is about all units together */
        print_ties(view);
        print_mean(view);
    }
}
