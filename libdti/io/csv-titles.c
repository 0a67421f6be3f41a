/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
#include "io/csv-titles.h"

#include "base/fold.h"
#include "io/form-read.h"

#include <string.h>

bool dti__csv_is(struct dti__csv *csv, const char *folded, const char *known)
{
    const char *other = dti__fold(csv->arena, known);
    csv->out_of_memory = csv->out_of_memory || !other;
    return other && strcmp(other, folded) == 0;
}

/* DTI_NONE if no column has this title. */
static size_t column_of(struct dti__csv *csv, const struct dti__csv_titles *titles,
                        const char *title)
{
    const char *folded = dti__fold(csv->arena, title);
    for (size_t i = 0; folded && i < titles->column_count; i++)
        if (strcmp(titles->columns[i].en, folded) == 0 ||
            dti__csv_is(csv, folded, titles->columns[i].vi))
            return i;
    for (size_t i = 0; folded && i < titles->other_count; i++)
        if (dti__csv_is(csv, folded, titles->others[i].title))
            return titles->others[i].column;
    csv->out_of_memory = csv->out_of_memory || !folded;
    return DTI_NONE;
}

void dti__csv_read_titles(struct dti__csv *csv, const struct dti__csv_line *line,
                          const struct dti__csv_titles *titles, size_t *columns)
{
    for (size_t i = 0; i < titles->column_count; i++)
        columns[i] = DTI_NONE;
    for (size_t i = 0; i < line->count && !csv->out_of_memory; i++) {
        const struct dti__csv_cell *cell = &line->cells[i];
        size_t column = column_of(csv, titles, cell->text);
        if (column == DTI_NONE && !dti__is_blank(cell->text))
            dti__csv_find(csv, cell->offset, DTI__MSG_COLUMN_IGNORED,
                          DTI__ARGS(DTI__TEXT(cell->text)));
        else if (column != DTI_NONE && columns[column] != DTI_NONE)
            dti__csv_find(
                csv, cell->offset, DTI__MSG_COLUMN_TWICE,
                DTI__ARGS(DTI__NAMES(titles->columns[column].vi, titles->columns[column].en),
                          DTI__TEXT(cell->text)));
        else if (column != DTI_NONE)
            columns[column] = i;
    }
}
