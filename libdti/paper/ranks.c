/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
#include "paper/ranks.h"

#include "model/dossier.h"
#include "paper/known.h"

#include <stdio.h>

/* ── the table ── */

#define MOST_COLUMNS 9

struct layout { /* what is known of any of the nodes */
    bool has_value_before;
    bool has_rank_before;
    bool has_rank;
    bool has_move;
    bool has_codes;
    bool with_points;
};

static struct layout find_layout(struct dti__paper *paper, const size_t *nodes, size_t count,
                                 bool with_points)
{
    struct layout layout = {.with_points = with_points};
    for (size_t i = 0; i < count; i++) {
        int32_t rise;
        layout.has_codes |= dti_framework_node_kind(paper->framework, nodes[i]) != DTI_NODE_INDEX;
        layout.has_rank |= dti__paper_known(paper, nodes[i], paper->year).rank > 0;
        layout.has_move |= dti__paper_move(paper, nodes[i], &rise);
        if (paper->year_before == 0)
            continue;
        struct dti__standing before = dti__paper_known(paper, nodes[i], paper->year_before);
        layout.has_value_before |= before.has_value;
        layout.has_rank_before |= before.rank > 0;
    }
    return layout;
}

static size_t make_columns(struct dti__paper *paper, const struct layout *layout,
                           struct dti__page_column columns[MOST_COLUMNS])
{
    const struct {
        bool is_there;
        enum dti__msg word;
        int32_t year; /* 0: none */
        enum dti__align align;
    } all[MOST_COLUMNS] = {
        {layout->has_codes, DTI__MSG_PAPER_COLUMN_CODE, 0, DTI__ALIGN_TEXT},
        {true, DTI__MSG_PAPER_COLUMN_INDICATOR, 0, DTI__ALIGN_TEXT},
        {layout->with_points, DTI__MSG_PAPER_COLUMN_MAX, 0, DTI__ALIGN_FIGURE},
        {layout->with_points, DTI__MSG_PAPER_COLUMN_POINTS, 0, DTI__ALIGN_FIGURE},
        {layout->has_value_before, DTI__MSG_PAPER_COLUMN_VALUE, paper->year_before,
         DTI__ALIGN_FIGURE},
        {true, DTI__MSG_PAPER_COLUMN_VALUE, paper->year, DTI__ALIGN_FIGURE},
        {layout->has_rank_before, DTI__MSG_PAPER_COLUMN_RANK, paper->year_before,
         DTI__ALIGN_FIGURE},
        {layout->has_rank, DTI__MSG_PAPER_COLUMN_RANK, paper->year, DTI__ALIGN_FIGURE},
        {layout->has_move, DTI__MSG_PAPER_COLUMN_MOVE, 0, DTI__ALIGN_FIGURE},
    };
    size_t count = 0;
    for (size_t i = 0; i < MOST_COLUMNS; i++)
        if (all[i].is_there)
            columns[count++] = (struct dti__page_column){
                all[i].year ? dti__paper_of_year(paper, all[i].word, all[i].year)
                            : dti__paper_word(paper, all[i].word),
                all[i].align};
    return count;
}

static struct dti__page_cell figure(struct dti__paper *paper, bool is_known, struct dti__arg arg)
{
    return (struct dti__page_cell){is_known ? dti__paper_show(paper, arg) : "–", DTI__TONE_PLAIN};
}

static struct dti__page_cell move_cell(struct dti__paper *paper, size_t node)
{
    char text[16];
    int32_t rise = 0;
    if (!dti__paper_move(paper, node, &rise))
        return (struct dti__page_cell){"–", DTI__TONE_PLAIN};
    snprintf(text, sizeof text,
             rise > 0   ? "+%d"
             : rise < 0 ? "−%d"
                        : "%d",
             (int)(rise < 0 ? -rise : rise));
    return (struct dti__page_cell){dti__page_text(&paper->page, text), rise > 0 ? DTI__TONE_GOOD
                                                                       : rise < 0
                                                                           ? DTI__TONE_BAD
                                                                           : DTI__TONE_PLAIN};
}

static void add_row(struct dti__paper *paper, struct dti__page_table *table,
                    const struct layout *layout, size_t node)
{
    struct dti__page_cell cells[MOST_COLUMNS];
    struct dti__standing now = dti__paper_known(paper, node, paper->year);
    struct dti__standing before = {0};
    bool is_there = dti_result_state(paper->result, node) == DTI_STATE_PRESENT;
    size_t count = 0;
    if (paper->year_before)
        before = dti__paper_known(paper, node, paper->year_before);
    if (layout->has_codes)
        cells[count++] = (struct dti__page_cell){dti__paper_code(paper, node), DTI__TONE_PLAIN};
    cells[count++] = (struct dti__page_cell){
        dti_framework_node_name(paper->framework, node, paper->lang), DTI__TONE_PLAIN};
    if (layout->with_points) {
        cells[count++] = figure(
            paper, true, dti__paper_points(paper, dti_result_max_points(paper->result, node)));
        cells[count++] = figure(paper, is_there,
                                dti__paper_points(paper, dti_result_points(paper->result, node)));
    }
    if (layout->has_value_before)
        cells[count++] = figure(paper, before.has_value, dti__paper_value(paper, before.value));
    cells[count++] = figure(paper, now.has_value, dti__paper_value(paper, now.value));
    if (layout->has_rank_before)
        cells[count++] = figure(paper, before.rank > 0, DTI__INTEGER(before.rank));
    if (layout->has_rank)
        cells[count++] = figure(paper, now.rank > 0, DTI__INTEGER(now.rank));
    if (layout->has_move)
        cells[count++] = move_cell(paper, node);
    dti__page_row(&paper->page, table, cells);
}

void dti__paper_rank_table(struct dti__paper *paper, const size_t *nodes, size_t count,
                           bool with_points)
{
    struct dti__page_column columns[MOST_COLUMNS];
    struct layout layout = find_layout(paper, nodes, count, with_points);
    size_t width = make_columns(paper, &layout, columns);
    struct dti__page_table *table = dti__page_table(&paper->page, "", columns, width);
    for (size_t i = 0; i < count; i++)
        add_row(paper, table, &layout, nodes[i]);
}

/* ── the picture ── */

/* The first year after another one of which a table or the dossier could tell a rank. */
static int32_t next_year(const struct dti__paper *paper, int32_t after)
{
    const dti_dossier *dossier = dti_result_dossier(paper->result);
    int32_t next = paper->year > after ? paper->year : INT32_MAX;
    for (size_t i = 0; i < paper->table_count; i++) {
        int32_t year = dti_table_year(paper->tables[i]);
        if (year > after && year < next)
            next = year;
    }
    for (size_t i = 0; i < dossier->stated_count; i++) {
        int64_t year = dossier->stated[i].year;
        if (dossier->stated[i].quantity == DTI_QUANTITY_RANK && year > after && year < next)
            next = (int32_t)year;
    }
    return next;
}

static size_t count_years(struct dti__paper *paper, size_t node, uint32_t *most)
{
    size_t count = 0;
    for (int32_t year = next_year(paper, 0); year != INT32_MAX; year = next_year(paper, year)) {
        struct dti__standing known = dti__paper_known(paper, node, year);
        uint32_t size = known.out_of > known.rank ? known.out_of : known.rank;
        count += known.rank > 0;
        *most = size > *most ? size : *most;
    }
    return count;
}

static void add_line(struct dti__paper *paper, struct dti__page_chart *chart, size_t node)
{
    for (int32_t year = next_year(paper, 0); year != INT32_MAX; year = next_year(paper, year)) {
        struct dti__standing known = dti__paper_known(paper, node, year);
        const struct dti__chart_point point = {
            .label = dti_framework_node_name(paper->framework, node, paper->lang),
            .short_label = dti__paper_code(paper, node),
            .text = dti__paper_show(paper, DTI__INTEGER(known.rank)),
            .amount = known.rank,
            .mark = -1,
            .year = year,
            .tone = DTI__TONE_PLAIN};
        if (known.rank > 0)
            dti__page_point(&paper->page, chart, &point);
    }
}

void dti__paper_rank_chart(struct dti__paper *paper, const size_t *nodes, size_t count)
{
    uint32_t most = 0;
    size_t years = 0;
    for (size_t i = 0; i < count; i++) {
        size_t known = count_years(paper, nodes[i], &most);
        years = known > years ? known : years;
    }
    if (years < 2)
        return;
    const char *description =
        dti__paper_sentence(paper, DTI__MSG_PAPER_CHART_RANKS_OF, DTI__ARGS(DTI__INTEGER(most)));
    struct dti__page_chart *chart =
        dti__page_chart(&paper->page, DTI__CHART_RANKS,
                        dti__paper_word(paper, DTI__MSG_PAPER_CHART_RANKS), description);
    chart->most = most;
    for (size_t i = 0; i < count; i++)
        add_line(paper, chart, nodes[i]);
}
