/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* One unit of a ranking at a glance: where it stands, among all and in its region, and what it
 * lacks. */
#include "page.h"
#include "rank-view.h"

#include <string.h>

enum {
    INDENT = 2
};

/* "31/63", with the worst that it can be where units are missing. */
static void add_rank(const struct rank_view *view, struct text *out, const dti_ranking *ranking,
                     size_t place, size_t out_of)
{
    const double rank = dti_ranking_rank(ranking, place);
    const double worst = dti_ranking_worst(ranking, place);
    const size_t ranked = dti_ranking_group_ranked(ranking, dti_ranking_group(ranking, place));
    text_add(out, rank_figure(view, rank).text);
    text_add(out, "/");
    text_add(out, figure_count(worst > rank ? ranked : out_of).text);
    if (worst > rank) {
        word_fill(out, view->cli->lang, WORD_RANK_WORST,
                  WITH(figure_count(ranked).text, figure_count(out_of).text,
                       rank_figure(view, worst).text));
    }
    if (dti_ranking_tie(ranking, place) > 1) {
        word_fill(out, view->cli->lang, WORD_RANK_SHARED,
                  WITH(figure_count(dti_ranking_tie(ranking, place)).text));
    }
}

/* Of how many is not known: the register need not have all of the group. */
static void print_rank_in_group(const struct rank_view *view, size_t place)
{
    const struct cli *cli = view->cli;
    const size_t group = dti_ranking_group(view->all, place);
    page_say(cli, STYLE_STRONG, 0, WORD_RANK_UNIT_GROUP,
             WITH(rank_name(view, view->all, place),
                  rank_figure(view, dti_ranking_rank(view->all, place)).text,
                  dti_ranking_group_name(view->all, group, cli->lang)));
}

static void print_ranks(const struct rank_view *view, size_t place)
{
    const struct cli *cli = view->cli;
    struct text ranks = TEXT_EMPTY;
    struct text line = TEXT_EMPTY;
    if (view->is_grouped) {
        print_rank_in_group(view, place);
        return;
    }
    add_rank(view, &ranks, view->all, place, rank_out_of(view));
    word_fill(&line, cli->lang, WORD_RANK_UNIT,
              WITH(rank_name(view, view->all, place), text_get(&ranks)));
    const size_t near = dti_ranking_find(view->regions, view->entry);
    const size_t region = dti_ranking_group(view->regions, near);
    const char *name = dti_ranking_group_name(view->regions, region, cli->lang);
    if (*name) {
        text_clear(&ranks);
        add_rank(view, &ranks, view->regions, near, dti_ranking_group_size(view->regions, region));
        word_fill(&line, cli->lang, WORD_RANK_UNIT_REGION, WITH(text_get(&ranks), name));
    }
    term_paragraph(&cli->out, STYLE_STRONG, 0, INDENT, text_get(&line));
    text_free(&line);
    text_free(&ranks);
}

/* Where nobody says what the mean of all is, it is that of the few that have amounts. 0: it is. */
static size_t amounts_of_mean(const struct rank_view *view, size_t place)
{
    const size_t group = dti_ranking_group(view->all, place);
    const size_t amounts = dti_ranking_amount_count(view->all, group);
    return dti_ranking_stated_mean(view->all, group, NULL) != 0 || amounts == rank_out_of(view)
               ? 0
               : amounts;
}

static void print_amount(const struct rank_view *view, size_t place)
{
    const struct cli *cli = view->cli;
    static const enum word sides[] = {WORD_RANK_BELOW, WORD_RANK_AT, WORD_RANK_ABOVE};
    int side = 0;
    const bool is_told = dti_ranking_side(view->all, place, &side);
    const size_t amounts = amounts_of_mean(view, place);
    struct text told = TEXT_EMPTY;
    if (is_told && amounts != 1) {
        text_add(&told, word(cli->lang, sides[side + 1]));
        if (amounts > 0) {
            word_fill(&told, cli->lang, WORD_RANK_OF_SOME, WITH(figure_count(amounts).text));
        }
    }
    if (dti_ranking_has_points(view->all, place)) {
        page_say(cli, STYLE_PLAIN, INDENT, WORD_RANK_UNIT_VALUE,
                 WITH(rank_value(view, view->all, place).text,
                      figure_plain(dti_ranking_points(view->all, place), cli->lang).text,
                      text_get(&told)));
    } else if (is_told) {
        page_say(cli, STYLE_PLAIN, INDENT, WORD_RANK_UNIT_SIDE, WITH(text_get(&told)));
    }
    text_free(&told);
    const size_t band = dti_ranking_band(view->all, place);
    if (band != DTI_NONE) {
        page_say(cli, STYLE_PLAIN, INDENT, WORD_RANK_UNIT_BAND,
                 WITH(dti_framework_band_name(view->framework, band, cli->lang)));
    }
}

/* Whether the list may lack units between a place and the next better one that it has. */
static bool has_gap(const struct rank_view *view, size_t place, size_t next)
{
    const double held =
        dti_ranking_rank(view->all, next) + (double)(dti_ranking_tie(view->all, next) - 1);
    return rank_ranked(view) < rank_out_of(view) &&
           (dti_ranking_basis(view->all) != DTI_BASIS_RANKS ||
            dti_ranking_rank(view->all, place) - held > 1);
}

static void print_next(const struct rank_view *view, size_t place)
{
    const struct cli *cli = view->cli;
    const size_t next = dti_ranking_next(view->all, place);
    int64_t points = 0;
    if (next == DTI_NONE) {
        return;
    }
    const double rank = dti_ranking_rank(view->all, next);
    const char *lead = word(cli->lang, has_gap(view, place, next) ? WORD_RANK_NEXT_LEAD_KNOWN
                                                                  : WORD_RANK_NEXT_LEAD);
    const bool is_told = dti_ranking_distance(view->all, place, (uint32_t)rank, &points);
    page_say(cli, STYLE_PLAIN, INDENT, is_told ? WORD_RANK_NEXT : WORD_RANK_NEXT_UNKNOWN,
             WITH(lead, rank_name(view, view->all, next), rank_figure(view, rank).text,
                  figure_plain(points, cli->lang).text, rank_value_of(view, points).text));
}

/* Who holds a rank: the last of those whose rank is not beyond it, if its tie reaches that far. */
static const char *holder(const struct rank_view *view, size_t group, uint32_t rank)
{
    const char *name = "";
    const size_t first = dti_ranking_group_first(view->all, group);
    for (size_t i = first; i < first + dti_ranking_group_ranked(view->all, group); i++) {
        if (dti_ranking_rank(view->all, i) <= (double)rank) {
            name = dti_ranking_rank(view->all, i) + (double)(dti_ranking_tie(view->all, i) - 1) >=
                           (double)rank
                       ? rank_name(view, view->all, i)
                       : "";
        }
    }
    return name;
}

static void print_goal(const struct rank_view *view, size_t place)
{
    char goal[16];
    int64_t points = 0;
    snprintf(goal, sizeof goal, "%u", (unsigned)view->goal);
    if (dti_ranking_rank(view->all, place) <= view->goal) {
        page_say(view->cli, STYLE_PLAIN, INDENT, WORD_RANK_GOAL_REACHED, WITH(goal));
        return;
    }
    const char *name = holder(view, dti_ranking_group(view->all, place), view->goal);
    const bool is_told = dti_ranking_distance(view->all, place, view->goal, &points);
    page_say(view->cli, STYLE_PLAIN, INDENT,
             is_told ? WORD_RANK_GOAL
             : *name ? WORD_RANK_GOAL_UNKNOWN
                     : WORD_RANK_GOAL_NOBODY,
             WITH(goal, name, figure_plain(points, view->cli->lang).text,
                  rank_value_of(view, points).text));
}

void rank_print_unit(const struct rank_view *view)
{
    const struct cli *cli = view->cli;
    if (view->entry == DTI_NONE) {
        return;
    }
    const size_t place = dti_ranking_find(view->all, view->entry);
    page_gap(cli);
    if (dti_ranking_rank(view->all, place) == 0) {
        page_say(cli, STYLE_CARE, 0, WORD_RANK_UNIT_UNRANKED,
                 WITH(dti_units_unit_name(view->units, view->entry, cli->lang)));
        return;
    }
    print_ranks(view, place);
    print_amount(view, place);
    print_next(view, place);
    if (view->goal != 0) {
        print_goal(view, place);
    }
}
