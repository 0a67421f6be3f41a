/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Tables: aligned columns without lines, cells that wrap, remarks below a row. */
#ifndef DTI_CLI_TABLE_H
#define DTI_CLI_TABLE_H

#include "term.h"

enum align {
    ALIGN_LEFT,
    ALIGN_RIGHT
};

struct table_column {
    const char *title; /* "\n" breaks it; NULL in a table without titles */
    enum align align;
    bool is_flexible; /* gives way, and wraps, when the table is wider than the terminal */
};

struct table;

/* Columns are copied, their titles not. */
struct table *table_new(const struct table_column *columns, size_t count);
void table_free(struct table *table);

/* The next cell; a row is complete when all columns have one. Text is copied. */
void table_cell(struct table *table, enum style style, const char *text);

/* A remark below the last row, from a column to the right edge. Text is copied. */
void table_remark(struct table *table, size_t column, enum style style, const char *text);

/* An empty line; nothing in Markdown. */
void table_gap(struct table *table);

/* Writes the table, indented; as Markdown where the page is. */
void table_print(const struct table *table, const struct term *term, size_t indent);

#endif
