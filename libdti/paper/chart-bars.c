/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Bars: a share of a maximum each, below its label; a mark on it is what it is compared with. */
#include "paper/chart.h"
#include "paper/markup.h"

#include <string.h>

#define TEXT_LINE  DTI__SVG_LINE
#define BASELINE   100 /* of the first line, below the top of a row */
#define ABOVE_BAR  25
#define BAR        80
#define OVER       25  /* that a mark stands out of its bar */
#define BELOW_BAR  120 /* to the baseline of the mark's figure */
#define BETWEEN    75
#define EDGE       40  /* a mark keeps from it, where half of it would be cut on paper */
#define GAP        120 /* between label and figure, in hundredths of an em */
#define LEAST_ROOM 700

static bool is_marked(const struct dti__chart_point *point)
{
    return point->mark >= 0;
}

static struct dti__svg_label label_of(const struct dti__chart_point *point)
{
    int64_t room = DTI__SVG_NARROW - GAP - dti__svg_width(point->text, strlen(point->text));
    return dti__svg_label_of(point, room > LEAST_ROOM ? room : LEAST_ROOM, 0);
}

static int64_t height_of(const struct dti__chart_point *point, const struct dti__svg_label *label)
{
    return label->count * TEXT_LINE + ABOVE_BAR + BAR + (is_marked(point) ? BELOW_BAR : OVER) +
           BETWEEN;
}

/* Half of the width of a text, with a space, on the narrowest picture. */
static int64_t half_share(const char *text)
{
    int64_t width = text ? dti__svg_width(text, strlen(text)) + DTI__SVG_SPACE : 0;
    return width * DTI__SVG_FULL / DTI__SVG_NARROW / 2;
}

/* Its figure stands below its middle, or beside it where that would leave the picture. */
static void draw_mark(struct dti__buffer *out, const struct dti__chart_point *point,
                      const char *name, int64_t bar)
{
    int64_t x = dti__svg_share(point->mark, 1.0);
    x = x < EDGE ? EDGE : x > DTI__SVG_FULL - EDGE ? DTI__SVG_FULL - EDGE : x;
    dti__svg_line(out, "mark-edge", "", x, bar - OVER, x, bar + BAR + OVER);
    dti__svg_line(out, "mark", "", x, bar - OVER, x, bar + BAR + OVER);
    if (!name && !point->mark_text)
        return;
    int64_t half = half_share(name) + half_share(point->mark_text);
    const char *where = x < half ? "note" : x > DTI__SVG_FULL - half ? "note end" : "note middle";
    dti__svg_open_text(out, where, x, bar + BAR + BELOW_BAR);
    if (name)
        dti__markup_text(out, name);
    if (name && point->mark_text)
        dti__buffer_put_char(out, ' ');
    if (point->mark_text)
        dti__markup_text(out, point->mark_text);
    dti__svg_close_text(out);
}

/* name: of the mark, where it is told. */
static int64_t draw_row(struct dti__buffer *out, const struct dti__chart_point *point,
                        const char *name, int64_t top)
{
    struct dti__svg_label label = label_of(point);
    int64_t bar = top + label.count * TEXT_LINE + ABOVE_BAR;
    int64_t end = dti__svg_share(point->amount, 1.0);
    dti__svg_label(out, &label, 0, 0, top + BASELINE);
    dti__svg_open_text(out, "figure end", DTI__SVG_FULL, top + BASELINE);
    dti__svg_figure(out, point->text, point->tone);
    dti__svg_close_text(out);
    dti__svg_bar(out, "track", "", 0, DTI__SVG_FULL, bar, BAR);
    if (end > 0)
        dti__svg_bar(out, "bar", dti__tone_class(point->tone), 0, end, bar, BAR);
    if (is_marked(point))
        draw_mark(out, point, name, bar);
    return height_of(point, &label);
}

void dti__chart_bars(const struct dti__page *page, const struct dti__page_chart *chart,
                     struct dti__buffer *out)
{
    int64_t height = 0;
    for (size_t i = 0; i < chart->point_count; i++) {
        struct dti__svg_label label = label_of(&chart->points[i]);
        height += height_of(&chart->points[i], &label);
    }
    dti__svg_begin(out, page, chart, height);
    int64_t top = 0;
    const char *name = chart->mark_label; /* told once, at the first mark */
    for (size_t i = 0; i < chart->point_count; i++) {
        top += draw_row(out, &chart->points[i], name, top);
        if (is_marked(&chart->points[i]))
            name = NULL;
    }
    dti__svg_end(out);
}
