/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Ranks over years: a line each, 1 on top, named where it ends. */
#include "paper/chart.h"

#include "base/mem.h"
#include "paper/chart-axis.h"
#include "paper/chart-spread.h"
#include "paper/markup.h"

#include <stdio.h>
#include <string.h>

#define TOP       180 /* of the plot, below the years */
#define PLOT      1500
#define BOTTOM    60
#define TICK_END  600 /* the numbers of the axis end here, then comes the grid */
#define GRID      750
#define FIRST     1100 /* the first year */
#define LAST      4100
#define GRID_END  4300
#define LEADER    4400
#define NAME      4850
#define NAME_ROOM 1050 /* what is right of there on the narrowest picture, in letters' em */
#define NAME_LINE 120
#define SIGN      110
#define NAME_GAP  35
#define HALF_LINE 30 /* from the middle of a line down to its baseline */

struct ranks {
    struct dti__buffer *out;
    const struct dti__page_chart *chart;
    struct dti__axis ranks;
    struct dti__axis years;
    int64_t bottom;
};

static int64_t rank_y(const struct ranks *ranks, const struct dti__chart_point *point)
{
    return dti__axis_place(&ranks->ranks, dti__axis_whole(point->amount), TOP, ranks->bottom);
}

static int64_t year_x(const struct ranks *ranks, int64_t year)
{
    return ranks->years.first == ranks->years.last
               ? (FIRST + LAST) / 2
               : dti__axis_place(&ranks->years, year, FIRST, LAST);
}

static bool is_same_line(const struct dti__chart_point *a, const struct dti__chart_point *b)
{
    return strcmp(a->label, b->label) == 0;
}

/* ── the grid ── */

static void draw_number(struct dti__buffer *out, const char *name, int64_t number, int64_t x,
                        int64_t y)
{
    char text[24];
    snprintf(text, sizeof text, "%d", (int)number);
    dti__svg_open_text(out, name, x, y);
    dti__buffer_put_text(out, text);
    dti__svg_close_text(out);
}

static void draw_grid(const struct ranks *ranks)
{
    const struct dti__axis *axis = &ranks->ranks;
    for (int64_t rank = axis->first; rank <= axis->last; rank = dti__axis_next(axis, rank)) {
        int64_t y = dti__axis_place(axis, rank, TOP, ranks->bottom);
        draw_number(ranks->out, "note end", rank, TICK_END, y + HALF_LINE);
        dti__svg_line(ranks->out, "grid", "", GRID, y, GRID_END, y);
    }
    const struct dti__axis *years = &ranks->years;
    for (int64_t year = years->first; year <= years->last; year += years->step) {
        if (year > years->last - years->step) /* the last one is always named */
            year = years->last;
        draw_number(ranks->out, "note middle", year, year_x(ranks, year), 100);
    }
}

/* ── the lines ── */

/* Behind the last point of the line that begins with `first`. */
static size_t end_of(const struct dti__page_chart *chart, size_t first)
{
    size_t end = first + 1;
    while (end < chart->point_count && is_same_line(&chart->points[first], &chart->points[end]))
        end++;
    return end;
}

/* Of the line that ends with a point. One without a tone of its own has that of its way from the
 * first year to the last: up is good. */
static enum dti__tone tone_of(const struct dti__page_chart *chart, size_t last)
{
    const struct dti__chart_point *points = chart->points;
    size_t first = last;
    while (first > 0 && is_same_line(&points[first - 1], &points[last]))
        first--;
    int64_t before = dti__axis_whole(points[first].amount);
    int64_t after = dti__axis_whole(points[last].amount);
    if (points[last].tone != DTI__TONE_PLAIN || before == after)
        return points[last].tone;
    return after < before ? DTI__TONE_GOOD : DTI__TONE_BAD;
}

/* Years in which there is no rank are crossed by a broken line. */
static void draw_line(const struct ranks *ranks, size_t first, size_t end, enum dti__tone tone)
{
    const char *name = dti__tone_class(tone);
    for (size_t i = first; i < end; i++) {
        const struct dti__chart_point *point = &ranks->chart->points[i];
        int64_t x = year_x(ranks, point->year);
        int64_t y = rank_y(ranks, point);
        if (i > first) {
            bool has_gap = (int64_t)point->year - point[-1].year > ranks->years.least;
            dti__svg_line(ranks->out, has_gap ? "rank gap" : "rank", name,
                          year_x(ranks, point[-1].year), rank_y(ranks, point - 1), x, y);
        }
        dti__svg_dot(ranks->out, name, x, y);
    }
}

static void draw_lines(const struct ranks *ranks, bool strong)
{
    const struct dti__page_chart *chart = ranks->chart;
    for (size_t first = 0, end; first < chart->point_count; first = end) {
        end = end_of(chart, first);
        enum dti__tone tone = tone_of(chart, end - 1);
        if ((tone == DTI__TONE_STRONG) == strong)
            draw_line(ranks, first, end, tone);
    }
}

/* ── the names ── */

/* The sign of a tone and the figure stand before the first line of the name. */
static struct dti__svg_label name_of(const struct dti__page_chart *chart, size_t last)
{
    const struct dti__chart_point *point = &chart->points[last];
    enum dti__tone tone = tone_of(chart, last);
    int64_t sign = tone == DTI__TONE_GOOD || tone == DTI__TONE_BAD ? SIGN : 0;
    int64_t figure = dti__svg_width(point->text, strlen(point->text));
    return dti__svg_label_of(point, NAME_ROOM, sign + figure + DTI__SVG_SPACE);
}

static void draw_name(const struct ranks *ranks, const struct dti__spread *place)
{
    const struct dti__chart_point *point = &ranks->chart->points[place->index];
    struct dti__svg_label name = name_of(ranks->chart, place->index);
    enum dti__tone tone = tone_of(ranks->chart, place->index);
    int64_t middle = place->top + (place->height - NAME_GAP) / 2;
    int64_t first = middle - (name.count - 1) * NAME_LINE / 2;
    int64_t x = year_x(ranks, point->year);
    dti__svg_line(ranks->out, "leader", "", x > LEADER - 350 ? LEADER : x + 350,
                  rank_y(ranks, point), NAME - 80, first);
    const char *style = tone == DTI__TONE_STRONG ? "label strong" : "label";
    dti__svg_open_text(ranks->out, style, NAME, first + HALF_LINE);
    dti__buffer_put_text(ranks->out, "<tspan class=\"figure\">");
    dti__svg_figure(ranks->out, point->text, tone);
    dti__buffer_put_text(ranks->out, "</tspan> ");
    dti__svg_label_line(ranks->out, &name, 0);
    dti__svg_close_text(ranks->out);
    for (int i = 1; i < name.count; i++) {
        dti__svg_open_text(ranks->out, style, NAME, first + i * NAME_LINE + HALF_LINE);
        dti__svg_label_line(ranks->out, &name, i);
        dti__svg_close_text(ranks->out);
    }
}

/* Where each line ends; the height of all their names. */
static size_t find_ends(const struct dti__page_chart *chart, struct dti__spread *ends,
                        int64_t *height)
{
    size_t count = 0;
    *height = 0;
    for (size_t first = 0; first < chart->point_count; first = end_of(chart, first)) {
        size_t last = end_of(chart, first) - 1;
        ends[count].index = last;
        ends[count].height = name_of(chart, last).count * NAME_LINE + NAME_GAP;
        *height += ends[count++].height;
    }
    return count;
}

void dti__chart_ranks(const struct dti__page *page, const struct dti__page_chart *chart,
                      struct dti__buffer *out)
{
    struct ranks ranks = {.out = out, .chart = chart, .bottom = TOP + PLOT};
    size_t most = chart->point_count > 0 ? chart->point_count : 1;
    struct dti__spread *ends = dti__alloc_array(&out->allocator, most, sizeof *ends);
    int64_t height;
    if (!ends) {
        out->failed = true;
        return;
    }
    size_t count = find_ends(chart, ends, &height);
    if (height > PLOT)
        ranks.bottom = TOP + height;
    ranks.ranks = dti__axis_of_ranks(chart);
    ranks.years = dti__axis_of_years(chart);
    for (size_t i = 0; i < count; i++)
        ends[i].wanted = rank_y(&ranks, &chart->points[ends[i].index]);
    dti__spread(ends, count, TOP - NAME_LINE / 2, ranks.bottom + NAME_LINE / 2);
    dti__svg_begin(out, page, chart, ranks.bottom + BOTTOM);
    if (chart->point_count > 0)
        draw_grid(&ranks);
    for (size_t i = 0; i < count; i++)
        draw_name(&ranks, &ends[i]);
    draw_lines(&ranks, false);
    draw_lines(&ranks, true);
    dti__svg_end(out);
    dti__release(&out->allocator, ends, most * sizeof *ends);
}
