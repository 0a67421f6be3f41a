/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* SVG: shapes and words with coordinates written from whole numbers. */
#include "paper/svg.h"

#include "base/number.h"
#include "paper/markup.h"

#include <math.h>
#include <stdio.h>

#define NANO_OF_HUNDREDTH INT64_C(10000000)

/* ── lengths ── */

static void put_length(struct dti__buffer *out, const char *name, int64_t hundredths,
                       const char *unit)
{
    char digits[DTI__NUMBER_SIZE];
    size_t length = dti__decimal_write(hundredths * NANO_OF_HUNDREDTH, '.', digits);
    dti__buffer_put_text(out, name);
    dti__buffer_put(out, digits, length);
    dti__buffer_put_text(out, unit);
}

static void put_x(struct dti__buffer *out, const char *name, int64_t x)
{
    put_length(out, name, x, "%\"");
}

static void put_y(struct dti__buffer *out, const char *name, int64_t y)
{
    put_length(out, name, y, "rem\"");
}

int64_t dti__svg_share(double part, double whole)
{
    if (!(whole > 0) || !(part > 0))
        return 0;
    return part < whole ? (int64_t)floor(part / whole * (double)DTI__SVG_FULL + 0.5)
                        : DTI__SVG_FULL;
}

/* ── the element ── */

/* Charts of a page are counted, so that ids differ. */
static size_t number_of(const struct dti__page *page, const struct dti__page_chart *chart)
{
    size_t number = 1;
    for (size_t i = 0; i < page->block_count && page->blocks[i].chart != chart; i++)
        number += page->blocks[i].chart != NULL;
    return number;
}

static void put_figures(struct dti__buffer *out, const struct dti__page_chart *chart)
{
    char year[16];
    for (size_t i = 0; i < chart->point_count; i++) {
        const struct dti__chart_point *point = &chart->points[i];
        dti__buffer_put_text(out, i > 0 ? "; " : " ");
        dti__markup_text(out, point->label);
        if (chart->kind == DTI__CHART_RANKS) {
            snprintf(year, sizeof year, " %d", (int)point->year);
            dti__buffer_put_text(out, year);
        }
        dti__buffer_put_text(out, ": ");
        dti__markup_text(out, point->text);
        if (!(point->mark >= 0) || !point->mark_text)
            continue;
        dti__buffer_put_text(out, " (");
        if (chart->mark_label) {
            dti__markup_text(out, chart->mark_label);
            dti__buffer_put_char(out, ' ');
        }
        dti__markup_text(out, point->mark_text);
        dti__buffer_put_char(out, ')');
    }
}

void dti__svg_begin(struct dti__buffer *out, const struct dti__page *page,
                    const struct dti__page_chart *chart, int64_t height)
{
    char head[160];
    size_t number = number_of(page, chart);
    snprintf(head, sizeof head,
             "<svg role=\"img\" aria-labelledby=\"chart-%zu-title\" "
             "aria-describedby=\"chart-%zu-desc\" width=\"100%%\" height=\"",
             number, number);
    put_y(out, head, height);
    snprintf(head, sizeof head, ">\n<title id=\"chart-%zu-title\">", number);
    dti__buffer_put_text(out, head);
    dti__markup_text(out, chart->title);
    snprintf(head, sizeof head, "</title>\n<desc id=\"chart-%zu-desc\">", number);
    dti__buffer_put_text(out, head);
    dti__markup_text(out, chart->description);
    put_figures(out, chart);
    dti__buffer_put_text(out, "</desc>\n");
}

void dti__svg_end(struct dti__buffer *out)
{
    dti__buffer_put_text(out, "</svg>\n");
}

/* ── shapes ── */

void dti__svg_bar(struct dti__buffer *out, const char *name, const char *tone, int64_t from,
                  int64_t to, int64_t y, int64_t height)
{
    dti__buffer_put_text(out, "<rect");
    dti__markup_class(out, name, tone);
    put_x(out, " x=\"", from);
    put_y(out, " y=\"", y);
    put_x(out, " width=\"", to - from);
    put_y(out, " height=\"", height);
    dti__buffer_put_text(out, "/>\n");
}

void dti__svg_line(struct dti__buffer *out, const char *name, const char *tone, int64_t x1,
                   int64_t y1, int64_t x2, int64_t y2)
{
    dti__buffer_put_text(out, "<line");
    dti__markup_class(out, name, tone);
    put_x(out, " x1=\"", x1);
    put_y(out, " y1=\"", y1);
    put_x(out, " x2=\"", x2);
    put_y(out, " y2=\"", y2);
    dti__buffer_put_text(out, "/>\n");
}

void dti__svg_dot(struct dti__buffer *out, const char *tone, int64_t x, int64_t y)
{
    dti__buffer_put_text(out, "<circle");
    dti__markup_class(out, "dot", tone);
    put_x(out, " cx=\"", x);
    put_y(out, " cy=\"", y);
    dti__buffer_put_text(out, " r=\"0.25rem\"/>\n");
}

/* ── words ── */

void dti__svg_open_text(struct dti__buffer *out, const char *name, int64_t x, int64_t y)
{
    dti__buffer_put_text(out, "<text");
    dti__markup_class(out, name, "");
    put_x(out, " x=\"", x);
    put_y(out, " y=\"", y);
    dti__buffer_put_char(out, '>');
}

void dti__svg_close_text(struct dti__buffer *out)
{
    dti__buffer_put_text(out, "</text>\n");
}

void dti__svg_figure(struct dti__buffer *out, const char *text, enum dti__tone tone)
{
    const char *sign = tone == DTI__TONE_GOOD ? "▲ " : tone == DTI__TONE_BAD ? "▼ " : "";
    if (*sign) {
        dti__buffer_put_text(out, "<tspan");
        dti__markup_class(out, "sign", dti__tone_class(tone));
        dti__buffer_put_char(out, '>');
        dti__buffer_put_text(out, sign);
        dti__buffer_put_text(out, "</tspan>");
    }
    dti__markup_text(out, text);
}

void dti__svg_label_line(struct dti__buffer *out, const struct dti__svg_label *label, int line)
{
    dti__markup_bytes(out, label->starts[line], label->lengths[line]);
    if (label->is_cut && line == label->count - 1)
        dti__buffer_put_text(out, "…");
}

void dti__svg_label(struct dti__buffer *out, const struct dti__svg_label *label, int from,
                    int64_t x, int64_t y)
{
    for (int i = from; i < label->count; i++) {
        dti__svg_open_text(out, "label", x, y + (i - from) * DTI__SVG_LINE);
        dti__svg_label_line(out, label, i);
        dti__svg_close_text(out);
    }
}
