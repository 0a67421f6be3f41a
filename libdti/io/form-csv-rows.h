/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The rows of a sheet: found by key or by name, filled in from one line or several. */
#ifndef DTI_IO_FORM_CSV_ROWS_H
#define DTI_IO_FORM_CSV_ROWS_H

#include "io/form-csv.h"

struct dti__entry { /* a line that belongs to a row */
    const struct dti__csv_line *line;
    size_t row; /* of the form's sheet */
    size_t sub; /* 0: the row itself; else the part or thing, from 1 */
};

struct dti__filling { /* of one form from one sheet */
    struct dti__sheet *sheet;
    dti_form *form;
    const struct dti__form_sheet *rows;
    const char **names; /* of the rows, folded: Vietnamese, then English */
    struct dti__entry *entries;
    size_t count;
};

/* The cell of a line, and whether there is anything in it. */
const char *dti__entry_text(const struct dti__filling *filling, const struct dti__entry *entry,
                            enum dti__column column);
bool dti__entry_has(const struct dti__filling *filling, const struct dti__entry *entry,
                    enum dti__column column);
/* Adds a finding at a cell. */
void dti__entry_find(const struct dti__filling *filling, const struct dti__entry *entry,
                     enum dti__column column, enum dti__msg message, const struct dti__arg *args,
                     size_t arg_count);

/* Fills in one row from its lines, in the order of its parts or things; the first is the row
 * itself, if it is there. */
void dti__entries_fill(const struct dti__filling *filling, struct dti__entry *entries,
                       size_t count);

/* Fills in the cells of the form. Faults are in the report; out of memory is remembered in the
 * sheet. */
void dti__rows_read(struct dti__sheet *sheet, dti_form *form);

#endif
