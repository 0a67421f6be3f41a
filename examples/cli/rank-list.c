/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The list of a ranking: a line per unit, with the columns that there is something to say in. */
#include "page.h"
#include "rank-view.h"

enum {
    INDENT = 2
};

enum column {
    COLUMN_RANK,
    COLUMN_WORST,
    COLUMN_UNIT,
    COLUMN_VALUE,
    COLUMN_POINTS,
    COLUMN_LACKING, /* to the next better one */
    COLUMN_OTHER,   /* rank in the region, or among all */
    COLUMN_REGION,
    COLUMN_COUNT
};

struct list {
    const struct rank_view *view;
    const dti_ranking *ranking;
    bool has[COLUMN_COUNT];
    bool has_derived;
};

/* What the next better one has more. */
static bool lacking(const dti_ranking *ranking, size_t place, int64_t *points)
{
    const size_t next = dti_ranking_next(ranking, place);
    return next != DTI_NONE &&
           dti_ranking_distance(ranking, place, (uint32_t)dti_ranking_rank(ranking, next), points);
}

static void choose_columns(struct list *list)
{
    const dti_ranking *ranking = list->ranking;
    list->has[COLUMN_RANK] = list->has[COLUMN_UNIT] = true;
    list->has[COLUMN_OTHER] = list->view->has_regions && !list->view->is_grouped;
    list->has[COLUMN_REGION] = list->view->has_regions && !list->view->is_apart;
    for (size_t i = 0; i < dti_ranking_count(ranking); i++) {
        int64_t points = 0;
        const bool is_ranked = dti_ranking_rank(ranking, i) > 0;
        list->has[COLUMN_WORST] |=
            is_ranked && dti_ranking_worst(ranking, i) > dti_ranking_rank(ranking, i);
        list->has[COLUMN_VALUE] |= is_ranked && dti_ranking_has_points(ranking, i);
        list->has[COLUMN_LACKING] |= is_ranked && lacking(ranking, i, &points);
    }
    list->has[COLUMN_POINTS] = dti_ranking_basis(ranking) == DTI_BASIS_POINTS;
}

static struct table *begin(const struct list *list)
{
    const dti_lang lang = list->view->cli->lang;
    const struct table_column columns[COLUMN_COUNT] = {
        [COLUMN_RANK] = {word(lang, WORD_RANK_COLUMN_RANK), ALIGN_RIGHT, false},
        [COLUMN_WORST] = {word(lang, WORD_RANK_COLUMN_WORST), ALIGN_RIGHT, false},
        [COLUMN_UNIT] = {word(lang, WORD_RANK_COLUMN_UNIT), ALIGN_LEFT, true},
        [COLUMN_VALUE] = {word(lang, WORD_RANK_COLUMN_VALUE), ALIGN_RIGHT, false},
        [COLUMN_POINTS] = {word(lang, WORD_RANK_COLUMN_POINTS), ALIGN_RIGHT, false},
        [COLUMN_LACKING] = {word(lang, WORD_RANK_COLUMN_LACKING), ALIGN_RIGHT, false},
        [COLUMN_OTHER] = {word(lang, list->view->is_apart ? WORD_RANK_COLUMN_ALL
                                                          : WORD_RANK_COLUMN_IN_REGION),
                          ALIGN_RIGHT, false},
        [COLUMN_REGION] = {word(lang, WORD_RANK_COLUMN_REGION), ALIGN_LEFT, true},
    };
    struct table_column chosen[COLUMN_COUNT];
    size_t count = 0;
    for (size_t i = 0; i < COLUMN_COUNT; i++) {
        if (list->has[i]) {
            chosen[count++] = columns[i];
        }
    }
    return table_new(chosen, count);
}

/* The other rank: "5/8" in the region, "31/63" among all. */
static struct figure other_rank(const struct list *list, size_t entry)
{
    const struct rank_view *view = list->view;
    const dti_ranking *other = view->is_apart ? view->all : view->regions;
    const size_t place = dti_ranking_find(other, entry);
    const size_t group = dti_ranking_group(other, place);
    const double rank = dti_ranking_rank(other, place);
    const size_t size = view->is_apart ? rank_out_of(view) : dti_ranking_group_size(other, group);
    const size_t out_of = dti_ranking_worst(other, place) > rank
                              ? dti_ranking_group_ranked(other, group)
                              : size; /* among those there are, or as printed */
    struct figure figure = {"–"};
    if (rank > 0 && (view->is_apart || *dti_ranking_group_name(other, group, DTI_LANG_VI))) {
        snprintf(figure.text, sizeof figure.text, "%.30s/%.30s", rank_figure(view, rank).text,
                 figure_count(out_of).text);
    }
    return figure;
}

static struct figure cell(const struct list *list, enum column column, size_t place)
{
    const struct rank_view *view = list->view;
    const dti_ranking *ranking = list->ranking;
    const dti_lang lang = view->cli->lang;
    struct figure figure = {"–"};
    int64_t points = 0;
    switch (column) {
    case COLUMN_RANK:
        return rank_figure(view, dti_ranking_rank(ranking, place));
    case COLUMN_WORST:
        return rank_figure(view, dti_ranking_worst(ranking, place));
    case COLUMN_VALUE:
        return rank_value(view, ranking, place);
    case COLUMN_POINTS:
        return figure_points(dti_ranking_points(ranking, place),
                             dti_framework_points_digits(view->framework), lang);
    case COLUMN_LACKING:
        return lacking(ranking, place, &points) ? figure_plain(points, lang) : figure;
    default:
        return other_rank(list, dti_ranking_unit(ranking, place));
    }
}

/* A figure that nobody printed: it follows from others, or was supposed. */
static bool is_derived(const struct rank_view *view, const dti_ranking *ranking, size_t place)
{
    const dti_provenance provenance =
        dti_table_provenance(view->table, dti_ranking_row(ranking, place), view->node);
    return provenance == DTI_PROVENANCE_DERIVED || provenance == DTI_PROVENANCE_ASSUMED;
}

static void add_unit(struct list *list, struct table *table, enum style style, size_t place)
{
    const bool is_chosen = dti_ranking_unit(list->ranking, place) == list->view->entry;
    struct text name = TEXT_EMPTY;
    text_add(&name, rank_name(list->view, list->ranking, place));
    if (is_derived(list->view, list->ranking, place)) {
        text_add(&name, " *");
        list->has_derived = true;
    }
    text_add(&name, is_chosen ? " ◀" : ""); /* seen without colour, too */
    table_cell(table, style, text_get(&name));
    text_free(&name);
}

static void add_row(struct list *list, struct table *table, size_t place)
{
    const struct rank_view *view = list->view;
    const size_t entry = dti_ranking_unit(list->ranking, place);
    const enum style style = entry == view->entry ? STYLE_STRONG : STYLE_PLAIN;
    for (enum column column = COLUMN_RANK; column < COLUMN_COUNT; column++) {
        if (!list->has[column]) {
            continue;
        }
        if (column == COLUMN_UNIT) {
            add_unit(list, table, style, place);
        } else if (column == COLUMN_REGION) {
            const size_t region = dti_units_unit_group(view->units, entry);
            table_cell(table, style, dti_units_group_name(view->units, region, view->cli->lang));
        } else {
            table_cell(table, style, cell(list, column, place).text);
        }
    }
}

/* Who has no rank, in one paragraph. */
static void print_missing(const struct list *list, size_t group)
{
    const struct rank_view *view = list->view;
    const size_t first = dti_ranking_group_first(list->ranking, group);
    const size_t ranked = dti_ranking_group_ranked(list->ranking, group);
    const size_t size = dti_ranking_group_size(list->ranking, group);
    struct text names = TEXT_EMPTY;
    for (size_t i = first + ranked; i < first + size; i++) {
        text_add_item(&names, word(view->cli->lang, WORD_LIST_COMMA),
                      rank_name(view, list->ranking, i));
    }
    if (ranked < size) {
        page_gap(view->cli);
        page_say(view->cli, STYLE_CARE, INDENT, WORD_RANK_UNRANKED,
                 WITH(figure_count(size - ranked).text, text_get(&names)));
    }
    text_free(&names);
}

static void print_group_name(const struct list *list, size_t group)
{
    const struct cli *cli = list->view->cli;
    const char *name = dti_ranking_group_name(list->ranking, group, cli->lang);
    page_heading_with(cli, list->view->is_grouped ? WORD_RANK_GROUP : WORD_RANK_REGION,
                      WITH(*name ? name : word(cli->lang, WORD_RANK_NO_REGION),
                           figure_count(dti_ranking_group_ranked(list->ranking, group)).text,
                           figure_count(dti_ranking_group_size(list->ranking, group)).text));
}

/* The mean of a group that the table ranks by itself. */
static void print_group_mean(const struct list *list, size_t group)
{
    const struct rank_view *view = list->view;
    int64_t points = 0;
    if (view->is_grouped && dti_ranking_stated_mean(list->ranking, group, &points)) {
        page_say(view->cli, STYLE_PLAIN, INDENT, WORD_RANK_GROUP_MEAN,
                 WITH(rank_value_of(view, points).text));
    }
}

void rank_print_list(const struct rank_view *view)
{
    struct list list = {.view = view, .ranking = rank_asked(view)};
    choose_columns(&list);
    if (dti_ranking_basis(list.ranking) == DTI_BASIS_NONE) { /* the head has said it */
        return;
    }
    for (size_t group = 0; group < dti_ranking_group_count(list.ranking); group++) {
        const size_t first = dti_ranking_group_first(list.ranking, group);
        const size_t ranked = dti_ranking_group_ranked(list.ranking, group);
        if (view->is_apart) {
            print_group_name(&list, group);
            print_group_mean(&list, group);
        } else {
            page_gap(view->cli);
        }
        struct table *table = begin(&list);
        for (size_t i = first; i < first + ranked; i++) {
            add_row(&list, table, i);
        }
        if (ranked > 0) {
            table_print(table, &view->cli->out, INDENT);
        }
        table_free(table);
        print_missing(&list, group);
    }
    if (list.has_derived) {
        page_gap(view->cli);
        page_say(view->cli, STYLE_DIM, INDENT, WORD_RANK_NOT_PRINTED, WITH_NOTHING);
    }
}
