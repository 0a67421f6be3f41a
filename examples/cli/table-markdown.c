/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Tables as Markdown has them: a row is one line, and a remark below it goes into the cell that it
 * stands under. */
#include "table-parts.h"

#include "markdown.h"
#include "text.h"

#include <string.h>

/* Where a remark from a column on has room: text, not figures. */
static size_t remark_column(const struct table *table, size_t column)
{
    for (size_t i = column; i < table->column_count; i++) {
        if (table->columns[i].is_flexible) {
            return i;
        }
    }
    return column;
}

/* Titles are broken for terminals, which are narrow: "Tăng/" and "giảm" are "Tăng/giảm". */
static void add_title(struct text *out, const char *title)
{
    while (*title) {
        const size_t bytes = strcspn(title, "\n");
        text_add_bytes(out, title, bytes);
        title += bytes;
        if (*title) {
            const bool is_joined = bytes > 0 && title[-1] == '/';
            text_add(out, is_joined ? "" : " ");
            title++;
        }
    }
}

static void put_titles(const struct table *table, const struct term *term)
{
    fputc('|', term->file);
    for (size_t i = 0; i < table->column_count; i++) {
        struct text title = TEXT_EMPTY;
        add_title(&title, table->columns[i].title ? table->columns[i].title : "");
        fputc(' ', term->file);
        markdown_put(term, STYLE_PLAIN, text_get(&title));
        fputs(" |", term->file);
        text_free(&title);
    }
    fputs("\n|", term->file);
    for (size_t i = 0; i < table->column_count; i++) {
        fputs(table->columns[i].align == ALIGN_RIGHT ? " ---: |" : " --- |", term->file);
    }
    fputc('\n', term->file);
}

/* The items from `first` to before `end` as one row. */
static void put_row(const struct table *table, const struct term *term, size_t first, size_t end)
{
    fputc('|', term->file);
    for (size_t column = 0; column < table->column_count; column++) {
        const char *between = " ";
        for (size_t i = first; i < end; i++) {
            const struct item *item = &table->items[i];
            size_t place =
                item->kind == ITEM_REMARK ? remark_column(table, item->column) : item->column;
            if (place == column && *item->text) {
                fputs(between, term->file);
                markdown_put(term, item->style, item->text);
                between = "<br> ";
            }
        }
        fputs(" |", term->file);
    }
    fputc('\n', term->file);
}

void table_print_markdown(const struct table *table, const struct term *term)
{
    markdown_begin(term, MARKDOWN_BLOCK);
    put_titles(table, term);
    for (size_t first = 0; first < table->item_count;) {
        size_t end = first + 1;
        if (table->items[first].kind == ITEM_CELL) {
            while (end < table->item_count && table->items[end].kind == ITEM_CELL &&
                   table->items[end].column != 0) {
                end++;
            }
            while (end < table->item_count && table->items[end].kind == ITEM_REMARK) {
                end++;
            }
        }
        if (table->items[first].kind != ITEM_GAP) {
            put_row(table, term, first, end);
        }
        first = end;
    }
}
