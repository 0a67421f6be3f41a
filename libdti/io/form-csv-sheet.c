/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The sheet: which column holds what, by titles in either language. */
#include "base/fold.h"
#include "io/form-csv.h"
#include "io/form-read.h"

#include <string.h>

const struct dti__text2 dti__column_titles[DTI__COLUMNS] = {
    {"Bộ biểu mẫu", "collection"},
    {"Biểu", "form"},
    {"Đơn vị báo cáo", "reporter"},
    {"Đơn vị được đánh giá", "unit"},
    {"Năm đánh giá", "year"},
    {"Ngày báo cáo", "date"},
    {"Lần báo cáo", "revision"},
    {"Mã dòng", "row"},
    {"STT", "number"},
    {"Nhóm", "section"},
    {"Tên chỉ số", "name"},
    {"Đơn vị tính", "measure"},
    {"Số liệu", "value"},
    {"Ghi chú", "note"},
    {"Trạng thái", "state"},
    {"Lý do", "reason"},
    {"Ghi chú (tiếng Anh)", "note_en"},
    {"Lý do (tiếng Anh)", "reason_en"},
};

struct dti__arg dti__column_arg(enum dti__column column)
{
    return DTI__NAMES(dti__column_titles[column].vi, dti__column_titles[column].en);
}

/* Other titles, as people put them, among them those that the forms are printed with. */
static const struct {
    const char *title;
    enum dti__column column;
} titles[] = {
    {"Biểu mẫu", DTI__COLUMN_FORM},
    {"Cơ quan báo cáo", DTI__COLUMN_REPORTER},
    {"Năm", DTI__COLUMN_YEAR},
    {"Ngày", DTI__COLUMN_DATE},
    {"Ngày điền", DTI__COLUMN_DATE},
    {"Lần", DTI__COLUMN_REVISION},
    {"Dòng", DTI__COLUMN_ROW},
    {"Số thứ tự", DTI__COLUMN_NUMBER},
    {"Mục", DTI__COLUMN_SECTION},
    {"Tên", DTI__COLUMN_NAME},
    {"Chỉ số", DTI__COLUMN_NAME},
    {"Chỉ số chính/Chỉ số thành phần", DTI__COLUMN_NAME},
    {"Chỉ số/chỉ số thành phần", DTI__COLUMN_NAME},
    {"ĐVT", DTI__COLUMN_MEASURE},
    {"Giá trị", DTI__COLUMN_VALUE},
};

/* DTI__COLUMNS if no column has this title. */
static enum dti__column column_of(struct dti__csv *csv, const char *title)
{
    const char *folded = dti__fold(csv->arena, title);
    for (size_t i = 0; folded && i < DTI__COLUMNS; i++) {
        const char *known = dti__fold(csv->arena, dti__column_titles[i].vi);
        if (strcmp(dti__column_titles[i].en, folded) == 0 || (known && strcmp(known, folded) == 0))
            return (enum dti__column)i;
        folded = known ? folded : NULL;
    }
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
                          DTI__ARGS(dti__column_arg(column), DTI__TEXT(cell->text)));
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
                      DTI__ARGS(dti__column_arg(needed[i])));
        has_all = false;
    }
    if (sheet->columns[DTI__COLUMN_ROW] != DTI_NONE || sheet->columns[DTI__COLUMN_NAME] != DTI_NONE)
        return has_all;
    dti__csv_find(&sheet->csv, sheet->titles.offset, DTI__MSG_COLUMN_MISSING,
                  DTI__ARGS(dti__column_arg(DTI__COLUMN_ROW)));
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
