/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The sheet: which column holds what, by titles in either language. */
#include "io/csv-titles.h"
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
static const struct dti__csv_title other_titles[] = {
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

static const struct dti__csv_titles all_titles = {dti__column_titles, DTI__COLUMNS, other_titles,
                                                  sizeof other_titles / sizeof other_titles[0]};

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
    dti__csv_read_titles(&sheet->csv, &sheet->titles, &all_titles, sheet->columns);
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
