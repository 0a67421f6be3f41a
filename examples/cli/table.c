/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Tables: aligned columns without lines, cells that wrap, remarks below a row. */
#include "table-parts.h"

#include "text.h"
#include "wrap.h"

#include <stdlib.h>
#include <string.h>

enum {
    GAP = 2,            /* columns between columns; */
    GAP_LEAST = 1,      /* where there is little room */
    FLEXIBLE_LEAST = 14 /* a flexible column is not made narrower than this */
};

struct table *table_new(const struct table_column *columns, size_t count)
{
    struct table *table = memory_resize(NULL, 1, sizeof *table);
    *table = (struct table){.column_count = count};
    table->columns = memory_resize(NULL, count, sizeof *columns);
    memcpy(table->columns, columns, count * sizeof *columns);
    return table;
}

void table_free(struct table *table)
{
    if (!table) {
        return;
    }
    for (size_t i = 0; i < table->item_count; i++) {
        free(table->items[i].text);
    }
    free(table->items);
    free(table->columns);
    free(table);
}

static void add_item(struct table *table, enum item_kind kind, size_t column, enum style style,
                     const char *text)
{
    if (table->item_count == table->item_size) {
        table->item_size = table->item_size * 2 + 64;
        table->items = memory_resize(table->items, table->item_size, sizeof *table->items);
    }
    table->items[table->item_count++] = (struct item){kind, style, column, memory_copy(text)};
}

void table_cell(struct table *table, enum style style, const char *text)
{
    add_item(table, ITEM_CELL, table->next, style, text);
    table->next = (table->next + 1) % table->column_count;
}

void table_remark(struct table *table, size_t column, enum style style, const char *text)
{
    add_item(table, ITEM_REMARK, column, style, text);
}

void table_gap(struct table *table)
{
    add_item(table, ITEM_GAP, 0, STYLE_PLAIN, "");
}

/* A table on its way out: where its columns stand, and what is left to print of each cell of a row.
 */
struct print {
    const struct table *table;
    const struct term *term;
    size_t indent;
    size_t gap;
    size_t *widths;
    const char **rest;
    enum style *styles;
};

static size_t column_left(const struct print *print, size_t column)
{
    size_t left = print->indent;
    for (size_t i = 0; i < column; i++) {
        left += print->widths[i] + print->gap;
    }
    return left;
}

static size_t right_edge(const struct print *print)
{
    return column_left(print, print->table->column_count) - print->gap;
}

static void set_natural_widths(struct print *print)
{
    const struct table *table = print->table;
    for (size_t i = 0; i < table->column_count; i++) {
        const char *title = table->columns[i].title;
        print->widths[i] = title ? wrap_longest_line(title) : 0;
    }
    for (size_t i = 0; i < table->item_count; i++) {
        const struct item *item = &table->items[i];
        size_t width = item->kind == ITEM_CELL ? wrap_longest_line(item->text) : 0;
        if (width > print->widths[item->column]) {
            print->widths[item->column] = width;
        }
    }
}

/* The widest column that may still give way, or the number of columns. */
static size_t widest_flexible(const struct print *print)
{
    size_t count = print->table->column_count;
    size_t widest = count;
    for (size_t i = 0; i < count; i++) {
        size_t width = print->widths[i];
        bool can_shrink = print->table->columns[i].is_flexible && width > FLEXIBLE_LEAST;
        if (can_shrink && (widest == count || width > print->widths[widest])) {
            widest = i;
        }
    }
    return widest;
}

/* Flexible columns give way until the table fits. False if that is not enough. */
static bool fit(struct print *print, size_t gap)
{
    print->gap = gap;
    set_natural_widths(print);
    while (right_edge(print) > print->term->width) {
        size_t widest = widest_flexible(print);
        if (widest == print->table->column_count) {
            return false;
        }
        print->widths[widest]--;
    }
    return true;
}

/* Prints the row in `rest` until all its cells are used up. */
static void print_row(struct print *print)
{
    for (;;) {
        bool is_done = true;
        size_t at = 0; /* spaces wait until something follows them */
        for (size_t i = 0; i < print->table->column_count; i++) {
            struct wrap_line line = {"", 0, 0};
            if (wrap_cut(&print->rest[i], print->widths[i], &line)) {
                is_done = false;
            }
            size_t left = column_left(print, i);
            if (print->table->columns[i].align == ALIGN_RIGHT && line.width < print->widths[i]) {
                left += print->widths[i] - line.width;
            }
            if (line.bytes != 0) {
                term_spaces(print->term, left > at ? left - at : 0);
                term_put(print->term, print->styles[i], line.start, line.bytes);
                at = left + line.width;
            }
        }
        if (is_done) {
            return;
        }
        fputc('\n', print->term->file);
    }
}

static size_t count_lines(const char *text)
{
    size_t lines = 1;
    for (; *text; text++) {
        lines += *text == '\n';
    }
    return lines;
}

/* Titles stand on the bottom line: those with fewer lines begin lower. */
static void print_titles(struct print *print)
{
    size_t count = print->table->column_count;
    struct text *titles = memory_resize(NULL, count, sizeof *titles);
    size_t most = 0;
    for (size_t i = 0; i < count; i++) {
        size_t lines = count_lines(print->table->columns[i].title);
        most = lines > most ? lines : most;
    }
    for (size_t i = 0; i < count; i++) {
        const char *title = print->table->columns[i].title;
        titles[i] = (struct text)TEXT_EMPTY;
        for (size_t lines = count_lines(title); lines < most; lines++) {
            text_add(&titles[i], "\n");
        }
        text_add(&titles[i], title);
        print->rest[i] = text_get(&titles[i]);
        print->styles[i] = STYLE_DIM;
    }
    print_row(print);
    for (size_t i = 0; i < count; i++) {
        text_free(&titles[i]);
    }
    free(titles);
}

static void print_item(struct print *print, const struct item *item)
{
    size_t left = column_left(print, item->column);
    switch (item->kind) {
    case ITEM_GAP:
        fputc('\n', print->term->file);
        return;
    case ITEM_REMARK:
        term_paragraph(print->term, item->style, left, left, item->text);
        return;
    case ITEM_CELL:
        print->rest[item->column] = item->text;
        print->styles[item->column] = item->style;
        if (item->column + 1 == print->table->column_count) {
            print_row(print);
        }
        return;
    }
}

void table_print(const struct table *table, const struct term *term, size_t indent)
{
    if (term->markdown) {
        table_print_markdown(table, term);
        return;
    }
    struct print print = {
        .table = table,
        .term = term,
        .indent = indent,
        .widths = memory_resize(NULL, table->column_count, sizeof *print.widths),
        .rest = memory_resize(NULL, table->column_count, sizeof *print.rest),
        .styles = memory_resize(NULL, table->column_count, sizeof *print.styles),
    };
    if (!fit(&print, GAP)) {
        (void)fit(&print, GAP_LEAST);
    }
    if (table->columns[0].title) {
        print_titles(&print);
    }
    for (size_t i = 0; i < table->item_count; i++) {
        print_item(&print, &table->items[i]);
    }
    free(print.styles);
    free(print.rest);
    free(print.widths);
}
