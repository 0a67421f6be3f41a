/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Waterfall: a total, what is taken from it step by step, and what is left; a row each, the steps
 * beside the bar of what is left after them. */
#include "paper/chart.h"

#include "base/number.h"
#include "paper/markup.h"

#include <string.h>

#define TEXT_LINE  DTI__SVG_LINE
#define BASELINE   100
#define ABOVE_BAR  25
#define BAR        80
#define BETWEEN    75
#define GAP        120 /* between label and figure, in hundredths of an em */
#define LEAST_ROOM 700
#define DECIMALS   2

static struct dti__svg_label label_of(const struct dti__chart_point *point)
{
    int64_t room = DTI__SVG_NARROW - GAP - dti__svg_width(point->text, strlen(point->text));
    return dti__svg_label_of(point, room > LEAST_ROOM ? room : LEAST_ROOM, 0);
}

static int64_t height_of(const struct dti__svg_label *label)
{
    return label->count * TEXT_LINE + ABOVE_BAR + BAR + BETWEEN;
}

/* The words of a row; where its bar goes. The figure of a step has a sign of its own. */
static int64_t draw_words(struct dti__buffer *out, const struct dti__chart_point *point,
                          const struct dti__svg_label *label, int64_t top)
{
    dti__svg_label(out, label, 0, 0, top + BASELINE);
    dti__svg_open_text(out, "figure end", DTI__SVG_FULL, top + BASELINE);
    dti__markup_text(out, point->text);
    dti__svg_close_text(out);
    return top + label->count * TEXT_LINE + ABOVE_BAR;
}

/* A row at either end: all there is, what is left. */
static int64_t draw_total(struct dti__buffer *out, const struct dti__page *page, const char *name,
                          double amount, double most, int64_t top)
{
    char text[DTI__NUMBER_SIZE];
    dti__number_write_short(amount, DECIMALS, page->lang == DTI_LANG_EN ? '.' : ',', text);
    const struct dti__chart_point point = {
        .label = name ? name : "", .text = text, .tone = DTI__TONE_STRONG};
    struct dti__svg_label label = label_of(&point);
    int64_t bar = draw_words(out, &point, &label, top);
    dti__svg_bar(out, "track", "", 0, DTI__SVG_FULL, bar, BAR);
    dti__svg_bar(out, "bar", "strong", 0, dti__svg_share(amount, most), bar, BAR);
    return height_of(&label);
}

static int64_t draw_step(struct dti__buffer *out, const struct dti__chart_point *point,
                         double before, double most, int64_t top)
{
    struct dti__svg_label label = label_of(point);
    int64_t bar = draw_words(out, point, &label, top);
    int64_t from = dti__svg_share(before - point->amount, most);
    int64_t to = dti__svg_share(before, most);
    if (from > to) { /* a step up */
        int64_t swapped = from;
        from = to;
        to = swapped;
    }
    if (from > 0)
        dti__svg_bar(out, "left", "", 0, from, bar, BAR);
    if (to > from)
        dti__svg_bar(out, "step", dti__tone_class(point->tone), from, to, bar, BAR);
    return height_of(&label);
}

static int64_t height_of_total(const char *name)
{
    const struct dti__chart_point point = {.label = name ? name : "", .text = "0000,00"};
    struct dti__svg_label label = label_of(&point);
    return height_of(&label);
}

void dti__chart_waterfall(const struct dti__page *page, const struct dti__page_chart *chart,
                          struct dti__buffer *out)
{
    int64_t height = height_of_total(chart->start_label) + height_of_total(chart->end_label);
    for (size_t i = 0; i < chart->point_count; i++) {
        struct dti__svg_label label = label_of(&chart->points[i]);
        height += height_of(&label);
    }
    dti__svg_begin(out, page, chart, height);
    double left = chart->most;
    int64_t top = draw_total(out, page, chart->start_label, left, chart->most, 0);
    for (size_t i = 0; i < chart->point_count; i++) {
        top += draw_step(out, &chart->points[i], left, chart->most, top);
        left -= chart->points[i].amount;
    }
    draw_total(out, page, chart->end_label, left, chart->most, top);
    dti__svg_end(out);
}
