/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The page: blocks one after the other, each with copies of what it was given. */
#include "paper/page.h"

#include "base/wide.h"
#include "diag/line.h"

#include <string.h>

void dti__page_init(struct dti__page *page, dti_lang lang, const dti_allocator *allocator)
{
    *page = (struct dti__page){.lang = lang, .title = ""};
    dti__arena_init(&page->arena, allocator);
}

void dti__page_release(struct dti__page *page)
{
    dti__arena_release(&page->arena);
}

/* ── texts ── */

/* Each line by itself, because a line of text is safe and has no breaks; the room is enough for a
 * replacement of three bytes for each byte. */
static size_t clean(const char *text, size_t length, char *out, size_t room)
{
    size_t written = 0;
    for (size_t at = 0; at <= length;) {
        const char *end = memchr(text + at, '\n', length - at);
        size_t count = end ? (size_t)(end - text) - at : length - at;
        struct dti__line line;
        if (at > 0)
            out[written++] = '\n';
        dti__line_init(&line, out + written, room - written);
        dti__line_put(&line, text + at, count);
        written += line.length;
        at += count + 1;
    }
    return written;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

const char *dti__page_text(struct dti__page *page, const char *text)
{
    size_t room;
    if (!text)
        return "";
    while (is_blank(*text))
        text++;
    size_t length = strlen(text);
    while (length > 0 && is_blank(text[length - 1]))
        length--;
    if (length == 0)
        return "";
    char *scratch = dti__mul_size(length, 3, &room) && dti__add_size(room, 8, &room)
                        ? dti__alloc(&page->arena.allocator, room)
                        : NULL;
    const char *kept = NULL;
    if (scratch)
        kept = dti__arena_text(&page->arena, scratch, clean(text, length, scratch, room));
    if (scratch)
        dti__release(&page->arena.allocator, scratch, room);
    page->is_out_of_memory |= !kept;
    return kept ? kept : "";
}

/* NULL and "" are nothing. */
static const char *text_or_null(struct dti__page *page, const char *text)
{
    const char *kept = dti__page_text(page, text);
    return *kept ? kept : NULL;
}

/* ── blocks ── */

/* A list in an arena with room for `more` more items; what it grew out of stays behind. */
static bool reserve(struct dti__page *page, void **list, size_t count, size_t more, size_t size,
                    size_t *capacity)
{
    size_t wanted;
    if (page->is_out_of_memory)
        return false;
    if (more <= *capacity - count)
        return true;
    bool fits = dti__add_size(count, more, &wanted) && dti__mul_size(wanted, 2, &wanted);
    void *grown = fits ? dti__arena_array(&page->arena, wanted, size) : NULL;
    if (!grown) {
        page->is_out_of_memory = true;
        return false;
    }
    if (count > 0)
        memcpy(grown, *list, count * size);
    *list = grown;
    *capacity = wanted;
    return true;
}

static void add_block(struct dti__page *page, const struct dti__block *block)
{
    void *blocks = page->blocks;
    if (!reserve(page, &blocks, page->block_count, 1, sizeof *block, &page->block_capacity))
        return;
    page->blocks = blocks;
    page->blocks[page->block_count++] = *block;
}

void dti__page_head(struct dti__page *page, const char *title, const char *subtitle,
                    const char *foot)
{
    page->title = dti__page_text(page, title);
    page->subtitle = text_or_null(page, subtitle);
    page->foot = text_or_null(page, foot);
}

void dti__page_heading(struct dti__page *page, int level, const char *id, const char *text)
{
    const struct dti__block block = {.kind = DTI__BLOCK_HEADING,
                                     .level = level,
                                     .id = text_or_null(page, id),
                                     .text = dti__page_text(page, text)};
    add_block(page, &block);
}

void dti__page_say(struct dti__page *page, enum dti__block_kind kind, const char *text)
{
    const struct dti__block block = {.kind = kind, .text = dti__page_text(page, text)};
    if (*block.text)
        add_block(page, &block);
}

void dti__page_item(struct dti__page *page, const char *title, const char *text)
{
    const struct dti__block block = {.kind = DTI__BLOCK_ITEM,
                                     .title = dti__page_text(page, title),
                                     .text = dti__page_text(page, text)};
    add_block(page, &block);
}

void dti__page_tile(struct dti__page *page, const char *title, const char *figure,
                    const char *remark)
{
    const struct dti__block block = {.kind = DTI__BLOCK_TILE,
                                     .title = dti__page_text(page, title),
                                     .text = dti__page_text(page, figure),
                                     .remark = text_or_null(page, remark)};
    add_block(page, &block);
}

/* ── tables ── */

struct dti__page_table *dti__page_table(struct dti__page *page, const char *caption,
                                        const struct dti__page_column *columns, size_t count)
{
    struct dti__page_table *table = dti__arena_alloc(&page->arena, sizeof *table);
    struct dti__page_column *copies = dti__arena_array(&page->arena, count, sizeof *copies);
    if (!table || !copies) {
        page->is_out_of_memory = true;
        page->no_table = (struct dti__page_table){.caption = ""};
        return &page->no_table;
    }
    for (size_t i = 0; i < count; i++) {
        copies[i].title = dti__page_text(page, columns[i].title);
        copies[i].align = columns[i].align;
    }
    table->caption = dti__page_text(page, caption);
    table->columns = copies;
    table->column_count = count;
    const struct dti__block block = {.kind = DTI__BLOCK_TABLE, .text = "", .table = table};
    add_block(page, &block);
    return table;
}

void dti__page_row(struct dti__page *page, struct dti__page_table *table,
                   const struct dti__page_cell *cells)
{
    size_t width = table->column_count;
    size_t capacity = table->row_capacity * width;
    void *all = table->cells;
    if (width == 0 ||
        !reserve(page, &all, table->row_count * width, width, sizeof *cells, &capacity))
        return;
    table->cells = all;
    table->row_capacity = capacity / width;
    for (size_t i = 0; i < width; i++) {
        struct dti__page_cell *cell = &table->cells[table->row_count * width + i];
        cell->text = dti__page_text(page, cells[i].text);
        cell->tone = cells[i].tone;
    }
    table->row_count++;
}

/* ── charts ── */

struct dti__page_chart *dti__page_chart(struct dti__page *page, enum dti__chart_kind kind,
                                        const char *title, const char *description)
{
    struct dti__page_chart *chart = dti__arena_alloc(&page->arena, sizeof *chart);
    if (!chart) {
        page->is_out_of_memory = true;
        chart = &page->no_chart;
    }
    *chart = (struct dti__page_chart){.kind = kind,
                                      .title = dti__page_text(page, title),
                                      .description = dti__page_text(page, description),
                                      .start_label = "",
                                      .end_label = ""};
    const struct dti__block block = {.kind = DTI__BLOCK_CHART, .text = "", .chart = chart};
    add_block(page, &block);
    return chart;
}

void dti__page_point(struct dti__page *page, struct dti__page_chart *chart,
                     const struct dti__chart_point *point)
{
    void *points = chart->points;
    if (!reserve(page, &points, chart->point_count, 1, sizeof *point, &chart->point_capacity))
        return;
    struct dti__chart_point kept = *point;
    kept.label = dti__page_text(page, point->label);
    kept.short_label = text_or_null(page, point->short_label);
    kept.text = dti__page_text(page, point->text);
    kept.mark_text = text_or_null(page, point->mark_text);
    chart->points = points;
    chart->points[chart->point_count++] = kept;
}
