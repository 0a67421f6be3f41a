/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The section of the losses: where the points went as a picture, then each main indicator by
 * itself, then what appraisal took away. */
#include "paper/known.h"
#include "paper/loss-main.h"

/* ── all of it ── */

/* What stands at the top of a group: a main indicator, or an undivided index. */
static size_t top_of(const struct dti__paper *paper, size_t group)
{
    size_t item = dti_losses_group_item(paper->losses, DTI_LOSSES_BY_MAIN, group, 0);
    size_t node = dti_losses_node(paper->losses, item);
    while (dti_framework_node_parent(paper->framework, node) != DTI_NONE)
        node = dti_framework_node_parent(paper->framework, node);
    return node;
}

static int64_t points_of(const struct dti__paper *paper, size_t group)
{
    return dti_losses_group_points(paper->losses, DTI_LOSSES_BY_MAIN, group);
}

/* The group that lost most. */
static size_t find_most(const struct dti__paper *paper, size_t count)
{
    size_t most = 0;
    for (size_t i = 1; i < count; i++)
        if (points_of(paper, i) > points_of(paper, most))
            most = i;
    return most;
}

static void tell_all(struct dti__paper *paper, size_t overall, size_t count)
{
    size_t most = find_most(paper, count);
    int64_t lost = dti_losses_sum(paper->losses, overall);
    if (lost <= 0)
        return;
    dti__paper_say(
        paper, DTI__BLOCK_PARAGRAPH, DTI__MSG_PAPER_LOST_ALL,
        DTI__ARGS(dti__paper_points(paper, lost),
                  dti__paper_points(paper, dti_result_max_points(paper->result, overall)),
                  dti__paper_name(paper, top_of(paper, most)),
                  dti__paper_points(paper, points_of(paper, most)),
                  DTI__NUMBER(100 * (double)points_of(paper, most) / (double)lost, 1)));
}

/* As a step down, or up where more is stated than the maximum. */
static const char *change_of(struct dti__paper *paper, int64_t lost)
{
    struct dti__tale tale;
    dti__tale_begin(&tale, paper);
    dti__buffer_put_text(&tale.text, lost > 0 ? "−" : "+");
    dti__buffer_put_text(&tale.text,
                         dti__paper_show(paper, dti__paper_points(paper, lost > 0 ? lost : -lost)));
    return dti__tale_text(&tale);
}

/* Only where the groups add up to the whole, and there are several. */
static void draw(struct dti__paper *paper, size_t overall, size_t count)
{
    int64_t most = dti_result_max_points(paper->result, overall);
    int64_t left = most;
    for (size_t i = 0; i < count; i++)
        left -= points_of(paper, i);
    if (count < 2 || left != dti_result_points(paper->result, overall))
        return;
    size_t first = find_most(paper, count);
    const char *description = dti__paper_sentence(
        paper, DTI__MSG_PAPER_CHART_LOSSES_OF,
        DTI__ARGS(dti__paper_points(paper, most), dti__paper_points(paper, left),
                  dti__paper_name(paper, top_of(paper, first)),
                  dti__paper_points(paper, points_of(paper, first))));
    struct dti__page_chart *chart =
        dti__page_chart(&paper->page, DTI__CHART_WATERFALL,
                        dti__paper_word(paper, DTI__MSG_PAPER_COLUMN_LOST), description);
    chart->most = (double)most / (double)DTI_POINT;
    chart->start_label = dti__paper_word(paper, DTI__MSG_PAPER_COLUMN_MAX);
    chart->end_label = dti__paper_word(paper, DTI__MSG_PAPER_COLUMN_POINTS);
    for (size_t i = 0; i < count; i++) {
        size_t node = top_of(paper, i);
        const struct dti__chart_point point = {
            .label = dti_framework_node_name(paper->framework, node, paper->lang),
            .short_label = dti__paper_code(paper, node),
            .text = change_of(paper, points_of(paper, i)),
            .amount = (double)points_of(paper, i) / (double)DTI_POINT,
            .mark = -1,
            .tone = DTI__TONE_BAD};
        dti__page_point(&paper->page, chart, &point);
    }
}

/* ── from track to track ── */

static bool is_of(const struct dti__paper *paper, size_t cut, dti_track from, dti_track to)
{
    return dti_losses_cut_from(paper->losses, cut) == from &&
           dti_losses_cut_to(paper->losses, cut) == to;
}

static void add_cut(struct dti__paper *paper, struct dti__page_table *table, size_t cut)
{
    size_t node = dti_losses_cut_node(paper->losses, cut);
    dti_track from = dti_losses_cut_from(paper->losses, cut);
    dti_track to = dti_losses_cut_to(paper->losses, cut);
    int64_t points = dti_losses_cut_points(paper->losses, cut);
    const struct dti__page_cell cells[] = {
        {dti__paper_code(paper, node), DTI__TONE_PLAIN},
        {dti_framework_node_name(paper->framework, node, paper->lang), DTI__TONE_PLAIN},
        {dti__paper_show(
             paper, dti__paper_points(paper, dti_result_track_points(paper->result, node, from))),
         DTI__TONE_PLAIN},
        {dti__paper_show(
             paper, dti__paper_points(paper, dti_result_track_points(paper->result, node, to))),
         DTI__TONE_PLAIN},
        {dti__paper_show(paper, dti__paper_points(paper, points)),
         points > 0 ? DTI__TONE_BAD : DTI__TONE_GOOD},
        {dti_losses_cut_explanation(paper->losses, cut, paper->lang), DTI__TONE_PLAIN}};
    dti__page_row(&paper->page, table, cells);
}

static void list_cuts(struct dti__paper *paper, dti_track from, dti_track to)
{
    struct dti__page_table *table = NULL;
    for (size_t i = 0; i < dti_losses_cut_count(paper->losses); i++) {
        if (!is_of(paper, i, from, to))
            continue;
        if (!table) {
            const char *title =
                dti__paper_format(paper, DTI__MSG_PAPER_CUTS,
                                  DTI__ARGS(dti__paper_track(from), dti__paper_track(to)));
            const struct dti__page_column columns[] = {
                {dti__paper_word(paper, DTI__MSG_PAPER_COLUMN_CODE), DTI__ALIGN_TEXT},
                {dti__paper_word(paper, DTI__MSG_PAPER_COLUMN_INDICATOR), DTI__ALIGN_TEXT},
                {dti_track_name(from, paper->lang), DTI__ALIGN_FIGURE},
                {dti_track_name(to, paper->lang), DTI__ALIGN_FIGURE},
                {dti__paper_word(paper, DTI__MSG_PAPER_COLUMN_LOST), DTI__ALIGN_FIGURE},
                {dti__paper_word(paper, DTI__MSG_PAPER_COLUMN_CAUSE), DTI__ALIGN_TEXT}};
            dti__paper_heading(paper, title);
            table = dti__page_table(&paper->page, "", columns, 6);
        }
        add_cut(paper, table, i);
    }
}

void dti__paper_losses(struct dti__paper *paper)
{
    size_t overall = dti_framework_overall(paper->framework);
    size_t count = dti_losses_group_count(paper->losses, DTI_LOSSES_BY_MAIN);
    if (overall == DTI_NONE || dti_result_state(paper->result, overall) != DTI_STATE_PRESENT)
        return;
    dti__paper_section(paper, "losses", DTI__MSG_PAPER_SECTION_LOSSES);
    if (count == 0)
        dti__paper_say(paper, DTI__BLOCK_PARAGRAPH, DTI__MSG_PAPER_NOTHING_LOST, DTI__NO_ARGS);
    else {
        tell_all(paper, overall, count);
        draw(paper, overall, count);
    }
    for (size_t i = 0; i < count; i++)
        dti__paper_loss_main(paper, i, top_of(paper, i));
    list_cuts(paper, DTI_TRACK_SELF, DTI_TRACK_APPRAISED);
    list_cuts(paper, DTI_TRACK_APPRAISED, DTI_TRACK_FINAL);
    list_cuts(paper, DTI_TRACK_SELF, DTI_TRACK_FINAL);
}
