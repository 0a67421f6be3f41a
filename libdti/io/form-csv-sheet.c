/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The sheet: which column holds what, by titles in either language. */
#include "base/fold.h"
#include "io/form-csv.h"
#include "io/form-read.h"

#include <string.h>

const char *const dti__column_titles[DTI__COLUMNS] = {
    "collection", "form", "reporter", "unit",  "year", "date",  "revision", "row",     "number",
    "section",    "name", "measure",  "value", "note", "state", "reason",   "note_en", "reason_en"};

/* Other titles, as people put them, among them those that the forms are printed with. */
static const struct {
    const char *title;
    enum dti__column column;
} titles[] = {
    {"Bộ biểu mẫu", DTI__COLUMN_COLLECTION},
    {"Biểu", DTI__COLUMN_FORM},
    {"Biểu mẫu", DTI__COLUMN_FORM},
    {"Đơn vị báo cáo", DTI__COLUMN_REPORTER},
    {"Cơ quan báo cáo", DTI__COLUMN_REPORTER},
    {"Đơn vị được đánh giá", DTI__COLUMN_UNIT},
    {"Năm", DTI__COLUMN_YEAR},
    {"Năm đánh giá", DTI__COLUMN_YEAR},
    {"Ngày", DTI__COLUMN_DATE},
    {"Ngày báo cáo", DTI__COLUMN_DATE},
    {"Ngày điền", DTI__COLUMN_DATE},
    {"Lần", DTI__COLUMN_REVISION},
    {"Lần báo cáo", DTI__COLUMN_REVISION},
    {"Dòng", DTI__COLUMN_ROW},
    {"Mã dòng", DTI__COLUMN_ROW},
    {"STT", DTI__COLUMN_NUMBER},
    {"Số thứ tự", DTI__COLUMN_NUMBER},
    {"Nhóm", DTI__COLUMN_SECTION},
    {"Mục", DTI__COLUMN_SECTION},
    {"Tên", DTI__COLUMN_NAME},
    {"Tên chỉ số", DTI__COLUMN_NAME},
    {"Chỉ số", DTI__COLUMN_NAME},
    {"Chỉ số chính/Chỉ số thành phần", DTI__COLUMN_NAME},
    {"Chỉ số/chỉ số thành phần", DTI__COLUMN_NAME},
    {"Đơn vị tính", DTI__COLUMN_MEASURE},
    {"ĐVT", DTI__COLUMN_MEASURE},
    {"Số liệu", DTI__COLUMN_VALUE},
    {"Giá trị", DTI__COLUMN_VALUE},
    {"Ghi chú", DTI__COLUMN_NOTE},
    {"Trạng thái", DTI__COLUMN_STATE},
    {"Lý do", DTI__COLUMN_REASON},
};

/* DTI__COLUMNS if no column has this title. */
static enum dti__column column_of(struct dti__csv *csv, const char *title)
{
    char *folded = dti__fold(csv->arena, title);
    for (size_t i = 0; folded && i < DTI__COLUMNS; i++)
        if (strcmp(dti__column_titles[i], folded) == 0)
            return (enum dti__column)i;
    for (size_t i = 0; folded && i < sizeof titles / sizeof titles[0]; i++) {
        const char *known = dti__fold(csv->arena, titles[i].title);
        if (known && strcmp(known, folded) == 0)
            return titles[i].column;
        folded = known ? folded : NULL;
    }
    csv->out_of_memory = csv->out_of_memory || !folded;
    return DTI__COLUMNS;
}

static void read_titles(struct dti__sheet *sheet)
{
    struct dti__csv *csv = &sheet->csv;
    for (size_t i = 0; i < DTI__COLUMNS; i++)
        sheet->columns[i] = DTI_NONE;
    for (size_t i = 0; i < sheet->titles.count && !csv->out_of_memory; i++) {
        const struct dti__csv_cell *cell = &sheet->titles.cells[i];
        enum dti__column column = column_of(csv, cell->text);
        if (column == DTI__COLUMNS && !dti__is_blank(cell->text))
            dti__csv_find(csv, cell->offset, DTI__MSG_COLUMN_IGNORED,
                          DTI__ARGS(DTI__TEXT(cell->text)));
        else if (column != DTI__COLUMNS && sheet->columns[column] != DTI_NONE)
            dti__csv_find(csv, cell->offset, DTI__MSG_COLUMN_TWICE,
                          DTI__ARGS(DTI__TEXT(dti__column_titles[column]), DTI__TEXT(cell->text)));
        else if (column != DTI__COLUMNS)
            sheet->columns[column] = i;
    }
}

static bool has_columns(struct dti__sheet *sheet)
{
    static const enum dti__column needed[] = {DTI__COLUMN_REPORTER, DTI__COLUMN_YEAR,
                                              DTI__COLUMN_VALUE};
    bool has_all = true;
    for (size_t i = 0; i < sizeof needed / sizeof needed[0]; i++) {
        if (sheet->columns[needed[i]] != DTI_NONE)
            continue;
        dti__csv_find(&sheet->csv, sheet->titles.offset, DTI__MSG_COLUMN_MISSING,
                      DTI__ARGS(DTI__TEXT(dti__column_titles[needed[i]])));
        has_all = false;
    }
    if (sheet->columns[DTI__COLUMN_ROW] != DTI_NONE || sheet->columns[DTI__COLUMN_NAME] != DTI_NONE)
        return has_all;
    dti__csv_find(&sheet->csv, sheet->titles.offset, DTI__MSG_COLUMN_MISSING,
                  DTI__ARGS(DTI__TEXT(dti__column_titles[DTI__COLUMN_ROW])));
    return false;
}

static bool keep_line(struct dti__sheet *sheet, const struct dti__csv_line *line, size_t *capacity)
{
    if (line->count > sheet->titles.count) {
        dti__csv_find(&sheet->csv, line->offset, DTI__MSG_CSV_WIDE,
                      DTI__ARGS(DTI__INTEGER(line->count), DTI__INTEGER(sheet->titles.count)));
        return false;
    }
    if (sheet->line_count == *capacity) {
        *capacity = *capacity * 2 + 64;
        struct dti__csv_line *lines = dti__arena_array(sheet->csv.arena, *capacity, sizeof *lines);
        if (!lines) {
            sheet->csv.out_of_memory = true;
            return false;
        }
        if (sheet->line_count > 0)
            memcpy(lines, sheet->lines, sheet->line_count * sizeof *lines);
        sheet->lines = lines;
    }
    sheet->lines[sheet->line_count++] = *line;
    return true;
}

bool dti__sheet_read(struct dti__sheet *sheet)
{
    struct dti__csv *csv = &sheet->csv;
    struct dti__csv_line line;
    size_t capacity = 0;
    bool is_sound = true;
    if (!dti__csv_next(csv, &sheet->titles))
        return false;
    read_titles(sheet);
    if (csv->out_of_memory || !has_columns(sheet))
        return false;
    while (dti__csv_next(csv, &line))
        is_sound = keep_line(sheet, &line, &capacity) && is_sound;
    return is_sound && !csv->out_of_memory && dti__report_errors(csv->document->report) == 0;
}

const char *dti__sheet_text(const struct dti__sheet *sheet, const struct dti__csv_line *line,
                            enum dti__column column)
{
    size_t at = sheet->columns[column];
    return at < line->count ? line->cells[at].text : "";
}

size_t dti__sheet_offset(const struct dti__sheet *sheet, const struct dti__csv_line *line,
                         enum dti__column column)
{
    size_t at = sheet->columns[column];
    return at < line->count ? line->cells[at].offset : line->offset;
}
