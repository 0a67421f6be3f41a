/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Tables as CSV: a line per figure. The lines become the tree of a document, which is read like any
 * other, and what is found in it gets the place of its line. */
#ifndef DTI_IO_TABLE_CSV_H
#define DTI_IO_TABLE_CSV_H

#include "io/csv.h"
#include "io/tree.h"

enum dti__table_column { /* of a figure, then of the table, which is the same on every line */
    DTI__TABLE_UNIT,
    DTI__TABLE_CODE,
    DTI__TABLE_QUANTITY,
    DTI__TABLE_TEXT,
    DTI__TABLE_SOURCE,
    DTI__TABLE_PROVENANCE,
    DTI__TABLE_DECIMALS,
    DTI__TABLE_OF,
    DTI__TABLE_AGAINST,
    DTI__TABLE_SUBJECT,
    DTI__TABLE_GROUP,
    DTI__TABLE_PLACE,
    DTI__TABLE_NOTE,
    DTI__TABLE_TABLE,
    DTI__TABLE_VERSION,
    DTI__TABLE_FRAMEWORK,
    DTI__TABLE_UNITS,
    DTI__TABLE_YEAR,
    DTI__TABLE_DAY,
    DTI__TABLE_PUBLISHED,
    DTI__TABLE_OUT_OF,
    DTI__TABLE_NUMBERING,
    DTI__TABLE_COLUMNS
};

struct dti__table_line {
    struct dti__csv_line cells;
    size_t row;   /* of the tree; DTI_NONE: about all units */
    size_t index; /* of the figure in its row */
};

struct dti__table_sheet {
    struct dti__csv csv;
    size_t columns[DTI__TABLE_COLUMNS]; /* DTI_NONE: there is no such column */
    struct dti__csv_line titles;
    struct dti__table_line *lines;
    size_t line_count;
};

/* Reads all lines. False after a fault, or out of memory (csv.out_of_memory). */
bool dti__table_sheet_read(struct dti__table_sheet *sheet);
/* The cell of a line, trimmed; "" where there is none. And its place. */
const char *dti__table_cell(struct dti__table_sheet *sheet, const struct dti__table_line *line,
                            enum dti__table_column column);
size_t dti__table_offset(const struct dti__table_sheet *sheet, const struct dti__table_line *line,
                         enum dti__table_column column);
/* What a column is called, as an argument. */
struct dti__arg dti__table_column_arg(enum dti__table_column column);
/* The first text of a column of the table; "" if there is none. Another one on a later line is a
 * fault. *at is its place. */
const char *dti__table_head(struct dti__table_sheet *sheet, enum dti__table_column column,
                            size_t *at);
/* A word of documents in either language as it stands there; else the text itself. */
const char *dti__table_word(struct dti__table_sheet *sheet, const char *text);

/* Adds rows, figures and sources of all lines to a tree. */
void dti__table_sheet_write(struct dti__table_sheet *sheet, struct dti__writer *writer, cJSON *tree,
                            const dti_framework *framework, const dti_units *units,
                            const char *day);

#endif
