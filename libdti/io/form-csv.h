/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Forms as CSV: written so that what comes back out of a spreadsheet is read again. */
#ifndef DTI_IO_FORM_CSV_H
#define DTI_IO_FORM_CSV_H

#include "io/csv.h"
#include "model/form.h"

/* What stands in a column, in the order in which it is written. */
enum dti__column {
    DTI__COLUMN_COLLECTION,
    DTI__COLUMN_FORM,
    DTI__COLUMN_REPORTER,
    DTI__COLUMN_UNIT,
    DTI__COLUMN_YEAR,
    DTI__COLUMN_DATE,
    DTI__COLUMN_REVISION,
    DTI__COLUMN_ROW,
    DTI__COLUMN_NUMBER,
    DTI__COLUMN_SECTION,
    DTI__COLUMN_NAME,
    DTI__COLUMN_MEASURE,
    DTI__COLUMN_VALUE,
    DTI__COLUMN_NOTE,
    /* The rest is written only where a form has such a thing. */
    DTI__COLUMN_STATE,
    DTI__COLUMN_REASON,
    DTI__COLUMN_NOTE_EN,
    DTI__COLUMN_REASON_EN,
    DTI__COLUMNS
};

/* What a column is called: by programs (en), and by people who open the sheet (vi). */
extern const struct dti__text2 dti__column_titles[DTI__COLUMNS];
struct dti__arg dti__column_arg(enum dti__column column);

/* The sheet of a text being read: its lines by column. */
struct dti__sheet {
    struct dti__csv csv;
    size_t columns[DTI__COLUMNS]; /* DTI_NONE: there is no such column */
    struct dti__csv_line titles;
    struct dti__csv_line *lines;
    size_t line_count;
};

/* Reads all lines. False after a fault (the report has it), or out of memory (csv.out_of_memory).
 */
bool dti__sheet_read(struct dti__sheet *sheet);
/* The cell of a line; "" where there is none. */
const char *dti__sheet_text(const struct dti__sheet *sheet, const struct dti__csv_line *line,
                            enum dti__column column);
size_t dti__sheet_offset(const struct dti__sheet *sheet, const struct dti__csv_line *line,
                         enum dti__column column);

/* A cell's text as a state; -1 if it is none. */
int dti__state_of_text(struct dti__arena *arena, const char *text, bool *nomem);
/* Fills in a figure as people write it, blank text excluded; or a state, in its own words. */
void dti__cell_read_text(const struct dti__site *site, const char *text, bool *nomem);
/* A figure of the row or of a part of it. */
bool dti__cell_read_number(const struct dti__site *site, const char *text, double *number);
/* 1: yes, 0: no, -1: neither. */
int dti__truth_of_text(struct dti__arena *arena, const char *text, bool *nomem);

/* A text into a finished form, as dti__form_read(). */
void *dti__form_csv_read(struct dti__document *document);

void dti__form_csv_write(const dti_form *form, bool has_mark, struct dti__buffer *buffer);

#endif
