/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The section of the main indicators: points, values, ranks and moves, and bars against the mean.
 */
#include "paper/known.h"
#include "paper/ranks.h"

#define MOST_MAINS 64

/* Main indicators that have a maximum: what is not scored is not analysed. */
static size_t find_mains(const struct dti__paper *paper, size_t nodes[MOST_MAINS])
{
    size_t count = 0;
    for (size_t i = 0; i < dti_framework_node_count(paper->framework) && count < MOST_MAINS; i++)
        if (dti_framework_node_kind(paper->framework, i) == DTI_NODE_MAIN &&
            dti_framework_node_max_points(paper->framework, i) > 0)
            nodes[count++] = i;
    return count;
}

/* ── moves ── */

struct moves {
    size_t up;
    size_t down;
    size_t most_up;
    size_t most_down;
    int32_t rise;
    int32_t fall;
};

static struct moves find_moves(struct dti__paper *paper, const size_t *nodes, size_t count)
{
    struct moves moves = {0};
    for (size_t i = 0; i < count; i++) {
        int32_t rise = 0;
        if (!dti__paper_move(paper, nodes[i], &rise))
            continue;
        moves.up += rise > 0;
        moves.down += rise < 0;
        if (rise > moves.rise) {
            moves.rise = rise;
            moves.most_up = nodes[i];
        }
        if (-rise > moves.fall) {
            moves.fall = -rise;
            moves.most_down = nodes[i];
        }
    }
    return moves;
}

static void tell_moves(struct dti__paper *paper, const size_t *nodes, size_t count)
{
    struct moves moves = find_moves(paper, nodes, count);
    struct dti__tale tale;
    dti__tale_begin(&tale, paper);
    if (moves.up > 0) {
        int64_t rank = dti__paper_known(paper, moves.most_up, paper->year).rank;
        dti__tale_say(&tale, DTI__MSG_PAPER_MOVED_UP,
                      DTI__ARGS(DTI__INTEGER(paper->year_before), DTI__INTEGER(moves.up),
                                DTI__INTEGER(count), dti__paper_name(paper, moves.most_up),
                                DTI__INTEGER(moves.rise), DTI__INTEGER(rank + moves.rise),
                                DTI__INTEGER(rank)));
    }
    if (moves.down > 0) {
        int64_t rank = dti__paper_known(paper, moves.most_down, paper->year).rank;
        dti__tale_say(&tale, DTI__MSG_PAPER_MOVED_DOWN,
                      DTI__ARGS(DTI__INTEGER(paper->year_before), DTI__INTEGER(moves.down),
                                DTI__INTEGER(count), dti__paper_name(paper, moves.most_down),
                                DTI__INTEGER(moves.fall), DTI__INTEGER(rank - moves.fall),
                                DTI__INTEGER(rank)));
    }
    dti__tale_end(&tale, DTI__BLOCK_PARAGRAPH);
}

/* ── bars ── */

static double share(int64_t value)
{
    double ratio = (double)value / (double)DTI_POINT;
    return ratio < 0 ? 0 : ratio > 1 ? 1 : ratio;
}

static void add_bar(struct dti__paper *paper, struct dti__page_chart *chart, size_t node)
{
    struct dti__standing now = dti__paper_known(paper, node, paper->year);
    bool is_index = dti_framework_node_kind(paper->framework, node) == DTI_NODE_INDEX;
    int64_t value = is_index ? now.value
                             : dti__paper_ratio(dti_result_points(paper->result, node),
                                                dti_result_max_points(paper->result, node));
    int64_t mean = 0;
    bool has_mean = !now.is_open && dti__paper_mean(paper, node, &mean);
    const struct dti__chart_point point = {
        .label = dti_framework_node_name(paper->framework, node, paper->lang),
        .short_label = dti__paper_code(paper, node),
        .text = dti__paper_show(paper, dti__paper_value(paper, value)),
        .amount = share(value),
        .mark = has_mean ? share(mean) : -1,
        .mark_text = has_mean ? dti__paper_show(paper, dti__paper_value(paper, mean)) : NULL,
        .tone = !has_mean || value == mean ? DTI__TONE_PLAIN
                : value > mean             ? DTI__TONE_GOOD
                                           : DTI__TONE_BAD};
    if (is_index ? now.has_value : dti_result_state(paper->result, node) == DTI_STATE_PRESENT)
        dti__page_point(&paper->page, chart, &point);
}

/* The overall value stands above its parts: often its mean is the only one that was published. */
static void draw_bars(struct dti__paper *paper, const size_t *nodes, size_t count)
{
    size_t overall = dti_framework_overall(paper->framework);
    int64_t mean = 0;
    bool has_overall_mean = overall != DTI_NONE && dti__paper_mean(paper, overall, &mean);
    bool has_means = false;
    for (size_t i = 0; i < count; i++)
        has_means |= dti__paper_mean(paper, nodes[i], &mean);
    const char *description =
        dti__paper_sentence(paper,
                            has_means          ? DTI__MSG_PAPER_CHART_BARS_MEAN
                            : has_overall_mean ? DTI__MSG_PAPER_CHART_BARS_OVERALL
                                               : DTI__MSG_PAPER_CHART_BARS_ALONE,
                            DTI__NO_ARGS);
    struct dti__page_chart *chart =
        dti__page_chart(&paper->page, DTI__CHART_BARS,
                        dti__paper_word(paper, DTI__MSG_PAPER_CHART_BARS), description);
    if (has_means || has_overall_mean)
        chart->mark_label = dti__paper_word(paper, DTI__MSG_PAPER_COLUMN_MEAN);
    if (has_overall_mean)
        add_bar(paper, chart, overall);
    for (size_t i = 0; i < count; i++)
        add_bar(paper, chart, nodes[i]);
}

void dti__paper_mains(struct dti__paper *paper)
{
    size_t nodes[MOST_MAINS];
    size_t count = find_mains(paper, nodes);
    bool has_points = false;
    for (size_t i = 0; i < count; i++)
        has_points |= dti_result_state(paper->result, nodes[i]) == DTI_STATE_PRESENT;
    if (!has_points)
        return;
    dti__paper_section(paper, "mains", DTI__MSG_PAPER_SECTION_MAINS);
    dti__paper_rank_table(paper, nodes, count, true);
    tell_moves(paper, nodes, count);
    draw_bars(paper, nodes, count);
    dti__paper_rank_chart(paper, nodes, count);
}
