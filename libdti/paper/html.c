/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The HTML of a page: one file with its styles and pictures inside, without script or network. */
#include "paper/html.h"

#include "builtin/builtin.h"
#include "diag/message.h"
#include "paper/markup.h"

#include <stdio.h>

struct writer {
    const struct dti__page *page;
    struct dti__buffer *out;
    struct dti__outline outline;
};

static void put(const struct writer *writer, const char *markup)
{
    dti__buffer_put_text(writer->out, markup);
}

static void say(const struct writer *writer, enum dti__msg message)
{
    dti__markup_text(writer->out, dti__message_text(message, writer->page->lang));
}

/* <open>text<close> */
static void put_lines(const struct writer *writer, const char *open, const char *text,
                      const char *close)
{
    put(writer, open);
    dti__markup_lines(writer->out, text);
    put(writer, close);
}

/* ── blocks ── */

static void put_heading(struct writer *writer, const struct dti__block *block)
{
    char tag[24];
    int rank = dti__outline_enter(&writer->outline, block->level) + 1; /* the title is h1 */
    snprintf(tag, sizeof tag, "<h%d", rank);
    put(writer, tag);
    if (block->id) {
        put(writer, " id=\"");
        dti__markup_text(writer->out, block->id);
        put(writer, "\"");
    }
    snprintf(tag, sizeof tag, "</h%d>\n", rank);
    put_lines(writer, ">", block->text, tag);
}

static void put_tile(const struct writer *writer, const struct dti__block *block)
{
    put_lines(writer, "<div>\n<dt>", block->title, "</dt>\n");
    put_lines(writer, "<dd class=\"figure\">", block->text, "</dd>\n");
    if (block->remark)
        put_lines(writer, "<dd>", block->remark, "</dd>\n");
    put(writer, "</div>\n");
}

static void put_item(const struct writer *writer, const struct dti__block *block)
{
    put(writer, "<li>");
    if (block->title)
        put_lines(writer, "<strong>", block->title, ":</strong> ");
    put_lines(writer, "", block->text, "</li>\n");
}

static void put_warning(const struct writer *writer, const struct dti__block *block)
{
    put(writer, "<p class=\"warning\"><strong>");
    say(writer, DTI__MSG_PAPER_WARNING);
    put_lines(writer, "</strong> ", block->text, "</p>\n");
}

static void put_chart(const struct writer *writer, const struct dti__page_chart *chart)
{
    static const char *const kinds[] = {[DTI__CHART_BARS] = "bars",
                                        [DTI__CHART_WATERFALL] = "waterfall",
                                        [DTI__CHART_RANKS] = "ranks"};
    if (chart->point_count == 0)
        return;
    put(writer, "<figure class=\"");
    put(writer, kinds[chart->kind]);
    put_lines(writer, "\">\n<figcaption>", chart->title, "</figcaption>\n");
    dti__chart_svg(writer->page, chart, writer->out);
    put(writer, "</figure>\n");
}

static void put_block(struct writer *writer, const struct dti__block *block)
{
    switch (block->kind) {
    case DTI__BLOCK_HEADING:
        put_heading(writer, block);
        break;
    case DTI__BLOCK_PARAGRAPH:
        put_lines(writer, "<p>", block->text, "</p>\n");
        break;
    case DTI__BLOCK_NOTE:
        put_lines(writer, "<p class=\"note\">", block->text, "</p>\n");
        break;
    case DTI__BLOCK_WARNING:
        put_warning(writer, block);
        break;
    case DTI__BLOCK_QUOTE:
        put_lines(writer, "<blockquote><p>", block->text, "</p></blockquote>\n");
        break;
    case DTI__BLOCK_ITEM:
        put_item(writer, block);
        break;
    case DTI__BLOCK_TILE:
        put_tile(writer, block);
        break;
    case DTI__BLOCK_TABLE:
        dti__html_table(writer->page, (size_t)(block - writer->page->blocks), writer->out);
        break;
    case DTI__BLOCK_CHART:
        put_chart(writer, block->chart);
        break;
    }
}

/* Neighbours of some kinds make one list. */
static void put_blocks(struct writer *writer)
{
    const struct dti__page *page = writer->page;
    for (size_t i = 0; i < page->block_count; i++) {
        enum dti__block_kind kind = page->blocks[i].kind;
        bool is_first = i == 0 || page->blocks[i - 1].kind != kind;
        bool is_last = i + 1 == page->block_count || page->blocks[i + 1].kind != kind;
        if (is_first && kind == DTI__BLOCK_TILE)
            put(writer, "<dl class=\"tiles\">\n");
        if (is_first && kind == DTI__BLOCK_ITEM)
            put(writer, "<ul>\n");
        put_block(writer, &page->blocks[i]);
        if (is_last && kind == DTI__BLOCK_TILE)
            put(writer, "</dl>\n");
        if (is_last && kind == DTI__BLOCK_ITEM)
            put(writer, "</ul>\n");
    }
}

/* ── the page ── */

static void put_head(const struct writer *writer)
{
    put(writer, writer->page->lang == DTI_LANG_EN ? "<!DOCTYPE html>\n<html lang=\"en\">\n"
                                                  : "<!DOCTYPE html>\n<html lang=\"vi\">\n");
    put(writer, "<head>\n<meta charset=\"utf-8\">\n"
                "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                "<meta name=\"color-scheme\" content=\"light dark\">\n<title>");
    dti__markup_text(writer->out, writer->page->title);
    put(writer, "</title>\n<style>\n");
    for (size_t i = 0; i < dti__builtin_style_count; i++)
        dti__buffer_put(writer->out, dti__builtin_styles[i].text, dti__builtin_styles[i].length);
    put(writer, "</style>\n</head>\n");
}

void dti__page_html(const struct dti__page *page, struct dti__buffer *out)
{
    struct writer writer = {.page = page, .out = out};
    put_head(&writer);
    put(&writer, "<body>\n<a class=\"skip\" href=\"#main\">");
    say(&writer, DTI__MSG_PAPER_SKIP);
    put_lines(&writer, "</a>\n<header>\n<h1>", page->title, "</h1>\n");
    if (page->subtitle)
        put_lines(&writer, "<p>", page->subtitle, "</p>\n");
    put(&writer, "</header>\n");
    dti__html_contents(page, out);
    put(&writer, "<main id=\"main\" tabindex=\"-1\">\n");
    put_blocks(&writer);
    put(&writer, "</main>\n");
    if (page->foot)
        put_lines(&writer, "<footer>\n<p>", page->foot, "</p>\n</footer>\n");
    put(&writer, "</body>\n</html>\n");
}
