/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* A page before it is Markdown or HTML: blocks of text, tables and pictures, in one language. Who
 * composes it knows what is said, who writes it how it looks; neither knows the other. */
#ifndef DTI_PAPER_PAGE_H
#define DTI_PAPER_PAGE_H

#include "base/arena.h"
#include "base/buffer.h"

#include <dti/paper.h>

enum dti__block_kind {
    DTI__BLOCK_HEADING, /* level 1 to 4, 1 for sections; the title of the page stands above them */
    DTI__BLOCK_PARAGRAPH,
    DTI__BLOCK_NOTE,    /* a remark: smaller, such as a source */
    DTI__BLOCK_WARNING, /* what a reader must not miss: assumed, contradictory */
    DTI__BLOCK_QUOTE,   /* words of a source */
    DTI__BLOCK_ITEM,    /* of a list; neighbours make one list */
    DTI__BLOCK_TILE,    /* a figure that stands out; neighbours make one row of tiles */
    DTI__BLOCK_TABLE,
    DTI__BLOCK_CHART,
};

enum dti__align {
    DTI__ALIGN_TEXT,
    DTI__ALIGN_FIGURE
};

enum dti__tone { /* what a cell or bar means; never told by colour alone */
    DTI__TONE_PLAIN,
    DTI__TONE_GOOD,
    DTI__TONE_BAD,
    DTI__TONE_FAINT,
    DTI__TONE_STRONG, /* totals */
};

struct dti__page_column {
    const char *title;
    enum dti__align align;
};

struct dti__page_cell {
    const char *text; /* "" for none */
    enum dti__tone tone;
};

struct dti__page_table {
    const char *caption;
    struct dti__page_column *columns;
    size_t column_count;
    struct dti__page_cell *cells; /* row by row; the first column heads its row */
    size_t row_count;
    size_t row_capacity;
};

enum dti__chart_kind {
    DTI__CHART_BARS,      /* a share of a maximum each, with a mark to compare with */
    DTI__CHART_WATERFALL, /* from a total down to what is left */
    DTI__CHART_RANKS,     /* lines over years, 1 on top */
};

struct dti__chart_point {
    const char *label;       /* of a bar or step; of ranks: the line it belongs to */
    const char *short_label; /* where room is scarce, such as a code; NULL: label */
    const char *text;        /* the figure as it is printed */
    double amount;           /* bars: 0 to 1 of the maximum; waterfall: points; ranks: the rank */
    double mark;             /* bars: what it is compared with, 0 to 1; negative: nothing */
    const char *mark_text;   /* as printed; NULL: none */
    int32_t year;            /* ranks */
    enum dti__tone tone;
};

struct dti__page_chart {
    enum dti__chart_kind kind;
    const char *title;
    const char *description; /* what it shows, in a sentence or two, for who cannot see it */
    const char *mark_label;  /* what the mark is, such as "trung bình"; NULL: none */
    double most;             /* waterfall: the total; ranks: the number of units */
    const char *start_label; /* waterfall: what the total and what is left are called */
    const char *end_label;
    struct dti__chart_point *points; /* ranks: line by line, years ascending */
    size_t point_count;
    size_t point_capacity;
};

struct dti__block {
    enum dti__block_kind kind;
    int level;
    const char *id; /* of a heading, for links: ASCII, unique; NULL: none */
    const char *text;
    const char *title;  /* of a tile: what its figure is; of an item: what stands out before it,
                           NULL: nothing */
    const char *remark; /* of a tile: below it; NULL: none */
    struct dti__page_table *table;
    struct dti__page_chart *chart;
};

struct dti__page {
    struct dti__arena arena; /* owns all of it: every text is copied in */
    dti_lang lang;
    const char *title;
    const char *subtitle; /* NULL: none */
    const char *foot;     /* what it was made of: versions and digests; NULL: none */
    struct dti__block *blocks;
    size_t block_count;
    size_t block_capacity;
    struct dti__page_table no_table; /* handed out when out of memory; they keep nothing */
    struct dti__page_chart no_chart;
    bool is_out_of_memory; /* sticky: looked at once, at the end */
};

void dti__page_init(struct dti__page *page, dti_lang lang, const dti_allocator *allocator);
void dti__page_release(struct dti__page *page);

/* A copy of a text that lives as long as the page, "" when out of memory or for NULL. Controls and
 * direction marks become U+FFFD; line breaks are kept, those at both ends dropped. All texts that
 * blocks are given go through it. */
const char *dti__page_text(struct dti__page *page, const char *text);
void dti__page_head(struct dti__page *page, const char *title, const char *subtitle,
                    const char *foot);
void dti__page_heading(struct dti__page *page, int level, const char *id, const char *text);
/* PARAGRAPH, NOTE, WARNING, QUOTE, ITEM. */
void dti__page_say(struct dti__page *page, enum dti__block_kind kind, const char *text);
/* An item that begins with what it is: "Nghi nhất: …". */
void dti__page_item(struct dti__page *page, const char *title, const char *text);
void dti__page_tile(struct dti__page *page, const char *title, const char *figure,
                    const char *remark);
/* Never NULL: when out of memory it is one that keeps nothing. Columns and cells are copied. */
struct dti__page_table *dti__page_table(struct dti__page *page, const char *caption,
                                        const struct dti__page_column *columns, size_t count);
void dti__page_row(struct dti__page *page, struct dti__page_table *table,
                   const struct dti__page_cell *cells);
struct dti__page_chart *dti__page_chart(struct dti__page *page, enum dti__chart_kind kind,
                                        const char *title, const char *description);
void dti__page_point(struct dti__page *page, struct dti__page_chart *chart,
                     const struct dti__chart_point *point);

/* Writers. */
void dti__page_markdown(const struct dti__page *page, struct dti__buffer *out);
void dti__page_html(const struct dti__page *page, struct dti__buffer *out);
/* The picture of a chart as an SVG element, for HTML. */
void dti__chart_svg(const struct dti__page *page, const struct dti__page_chart *chart,
                    struct dti__buffer *out);

#endif
