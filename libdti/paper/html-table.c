/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Tables: headed columns and rows; a wide one is a region that scrolls by itself. */
#include "paper/html.h"

#include "base/utf8.h"
#include "paper/markup.h"

#include <stdio.h>
#include <string.h>

#define NARROW_COLUMNS 3  /* that fit a phone */
#define CODE_LETTERS   8  /* that make a code and are never broken */
#define LONG_LETTERS   28 /* that deserve a wide column */
#define TEXT_LETTERS   80 /* that are sentences; those of the last column get more room */

static size_t letters_of(const char *text)
{
    return dti__utf8_count(text, strlen(text));
}

static size_t widest(const struct dti__page_table *table, size_t column)
{
    size_t most = 0;
    for (size_t row = 0; row < table->row_count; row++) {
        size_t letters = letters_of(table->cells[row * table->column_count + column].text);
        most = letters > most ? letters : most;
    }
    return most;
}

static const char *column_class(const struct dti__page_table *table, size_t column)
{
    if (table->columns[column].align == DTI__ALIGN_FIGURE)
        return "figure";
    size_t letters = widest(table, column);
    if (letters > TEXT_LETTERS && column + 1 == table->column_count)
        return "text";
    return letters > LONG_LETTERS ? "long" : letters <= CODE_LETTERS ? "code" : "";
}

/* One without a text heads nothing and is a plain cell. */
static void put_cell(struct dti__buffer *out, const char *scope, const char *name, const char *tone,
                     const char *text)
{
    bool is_head = scope && *text;
    dti__buffer_put_text(out, is_head ? "<th scope=\"" : "<td");
    if (is_head) {
        dti__buffer_put_text(out, scope);
        dti__buffer_put_char(out, '"');
    }
    dti__markup_class(out, name, tone);
    dti__buffer_put_char(out, '>');
    dti__markup_lines(out, text);
    dti__buffer_put_text(out, is_head ? "</th>" : "</td>");
}

/* A row of totals says nothing that is not strong. */
static bool is_total(const struct dti__page_table *table, const struct dti__page_cell *cells)
{
    size_t strong = 0;
    for (size_t i = 0; i < table->column_count; i++) {
        if (*cells[i].text && cells[i].tone != DTI__TONE_STRONG)
            return false;
        strong += *cells[i].text != '\0';
    }
    return strong > 0;
}

static void put_row(struct dti__buffer *out, const struct dti__page_table *table, size_t row)
{
    const struct dti__page_cell *cells = &table->cells[row * table->column_count];
    dti__buffer_put_text(out, is_total(table, cells) ? "<tr class=\"total\">" : "<tr>");
    for (size_t i = 0; i < table->column_count; i++)
        put_cell(out, i == 0 ? "row" : NULL, column_class(table, i), dti__tone_class(cells[i].tone),
                 cells[i].text);
    dti__buffer_put_text(out, "</tr>\n");
}

/* Tables of the page up to a block. */
static size_t number_of(const struct dti__page *page, size_t block)
{
    size_t number = 0;
    for (size_t i = 0; i <= block; i++)
        number += page->blocks[i].kind == DTI__BLOCK_TABLE;
    return number;
}

/* The heading above, and which of its tables without captions this is. */
static void put_heading(struct dti__buffer *out, const struct dti__page *page, size_t block)
{
    size_t count = 0;
    size_t at = block + 1;
    while (at > 0 && page->blocks[at - 1].kind != DTI__BLOCK_HEADING) {
        at--;
        count += page->blocks[at].kind == DTI__BLOCK_TABLE && !*page->blocks[at].table->caption;
    }
    dti__markup_text(out, at > 0 ? page->blocks[at - 1].text : page->title);
    if (count > 1) {
        dti__buffer_put_text(out, " (");
        dti__markup_count(out, count);
        dti__buffer_put_char(out, ')');
    }
}

static void put_caption(struct dti__buffer *out, const struct dti__page *page, size_t block)
{
    char id[48];
    const char *caption = page->blocks[block].table->caption;
    snprintf(id, sizeof id, "<caption id=\"table-%zu\"", number_of(page, block));
    dti__buffer_put_text(out, id);
    dti__buffer_put_text(out, *caption ? "><span>" : "><span class=\"unseen\">");
    if (*caption)
        dti__markup_lines(out, caption);
    else
        put_heading(out, page, block);
    dti__buffer_put_text(out, "</span></caption>\n");
}

static void put_table(struct dti__buffer *out, const struct dti__page *page, size_t block)
{
    const struct dti__page_table *table = page->blocks[block].table;
    dti__buffer_put_text(out, "<table>\n");
    put_caption(out, page, block);
    dti__buffer_put_text(out, "<thead>\n<tr>");
    for (size_t i = 0; i < table->column_count; i++)
        put_cell(out, "col", column_class(table, i), "", table->columns[i].title);
    dti__buffer_put_text(out, "</tr>\n</thead>\n<tbody>\n");
    for (size_t row = 0; row < table->row_count; row++)
        put_row(out, table, row);
    dti__buffer_put_text(out, "</tbody>\n</table>\n");
}

void dti__html_table(const struct dti__page *page, size_t block, struct dti__buffer *out)
{
    char region[96];
    const struct dti__page_table *table = page->blocks[block].table;
    if (table->column_count == 0 || table->row_count == 0)
        return;
    if (table->column_count <= NARROW_COLUMNS) {
        put_table(out, page, block);
        return;
    }
    snprintf(
        region, sizeof region,
        "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"table-%zu\">\n",
        number_of(page, block));
    dti__buffer_put_text(out, region);
    put_table(out, page, block);
    dti__buffer_put_text(out, "</div>\n");
}
