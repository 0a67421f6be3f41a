/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* SVG whose widths are shares of the place it gets and whose heights are lines of text: a picture
 * fits a phone and a wall, and its words are as large as those around it on both.
 *
 * Across, a length is in hundredths of a per cent; down, in hundredths of a rem, the size of the
 * page's text. All are whole numbers, so that a picture is the same bytes everywhere. */
#ifndef DTI_PAPER_SVG_H
#define DTI_PAPER_SVG_H

#include "base/buffer.h"
#include "paper/page.h"

#define DTI__SVG_FULL INT64_C(10000) /* all of the width */
#define DTI__SVG_NARROW                                                                            \
    INT64_C(2050) /* the narrowest picture, in hundredths of its letters' em                       \
                   */
#define DTI__SVG_SPACE INT64_C(34)
#define DTI__SVG_LINE  INT64_C(130) /* from one line of text to the next */
#define DTI__SVG_LINES 3            /* that a label may take */

/* A label, broken into lines. */
struct dti__svg_label {
    const char *starts[DTI__SVG_LINES];
    size_t lengths[DTI__SVG_LINES];
    int count;   /* at least 1 */
    bool is_cut; /* there is more of it than lines */
};

/* An estimate, in hundredths of an em, that errs on the wide side for common fonts. */
int64_t dti__svg_width(const char *text, size_t length);
/* Breaks at spaces; the first line is so much narrower. */
struct dti__svg_label dti__svg_break(const char *text, int64_t width, int64_t indent);
/* How a point is called in so much room: by its label, or by the short one if that takes more
 * lines than there are. */
struct dti__svg_label dti__svg_label_of(const struct dti__chart_point *point, int64_t width,
                                        int64_t indent);

/* part ÷ whole of the width, between nothing and all of it. */
int64_t dti__svg_share(double part, double whole);

/* Title and description, with all figures, are for those who cannot see it. */
void dti__svg_begin(struct dti__buffer *out, const struct dti__page *page,
                    const struct dti__page_chart *chart, int64_t height);
void dti__svg_end(struct dti__buffer *out);

/* Classes are known by the style sheet; the second may be "". */
void dti__svg_bar(struct dti__buffer *out, const char *name, const char *tone, int64_t from,
                  int64_t to, int64_t y, int64_t height);
void dti__svg_line(struct dti__buffer *out, const char *name, const char *tone, int64_t x1,
                   int64_t y1, int64_t x2, int64_t y2);
void dti__svg_dot(struct dti__buffer *out, const char *tone, int64_t x, int64_t y);
/* Begins a text element; what it says follows, then dti__svg_close_text(). */
void dti__svg_open_text(struct dti__buffer *out, const char *name, int64_t x, int64_t y);
void dti__svg_close_text(struct dti__buffer *out);
/* A figure as printed, with the sign of its tone in front. */
void dti__svg_figure(struct dti__buffer *out, const char *text, enum dti__tone tone);
/* Lines of a label from the line `from` on, the first on baseline y. */
void dti__svg_label(struct dti__buffer *out, const struct dti__svg_label *label, int from,
                    int64_t x, int64_t y);
void dti__svg_label_line(struct dti__buffer *out, const struct dti__svg_label *label, int line);

#endif
