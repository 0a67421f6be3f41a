/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* What a table is made of, for the ways of printing one. */
#ifndef DTI_CLI_TABLE_PARTS_H
#define DTI_CLI_TABLE_PARTS_H

#include "table.h"

enum item_kind {
    ITEM_CELL,
    ITEM_REMARK,
    ITEM_GAP
};

struct item {
    enum item_kind kind;
    enum style style;
    size_t column;
    char *text;
};

struct table {
    struct table_column *columns;
    size_t column_count;
    struct item *items;
    size_t item_count;
    size_t item_size;
    size_t next; /* column of the next cell */
};

void table_print_markdown(const struct table *table, const struct term *term);

#endif
