/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Titles of columns: a CSV file says in its first line which column holds what, in either language
 * and as people put it. */
#ifndef DTI_IO_CSV_TITLES_H
#define DTI_IO_CSV_TITLES_H

#include "base/text2.h"
#include "io/csv.h"

struct dti__csv_title { /* another title that people put */
    const char *title;
    size_t column;
};

struct dti__csv_titles {
    const struct dti__text2 *columns; /* what each is called */
    size_t column_count;
    const struct dti__csv_title *others;
    size_t other_count;
};

/* Finds the columns by a line of titles: columns[i] is the place of column i, or DTI_NONE. A title
 * that nobody knows is a remark, one that comes twice a fault. */
void dti__csv_read_titles(struct dti__csv *csv, const struct dti__csv_line *line,
                          const struct dti__csv_titles *titles, size_t *columns);

/* True if a text is, but for case, spaces and dashes, the one that is known; `folded` is what
 * dti__fold() makes of it. Running out of memory is remembered by the file. */
bool dti__csv_is(struct dti__csv *csv, const char *folded, const char *known);

#endif
