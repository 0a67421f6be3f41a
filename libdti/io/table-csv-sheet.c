/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The sheet of a table: which column holds what, by titles in either language. */
#include "base/fold.h"
#include "io/csv-titles.h"
#include "io/form-read.h"
#include "io/table-csv.h"

#include <string.h>

static const struct dti__text2 titles[DTI__TABLE_COLUMNS] = {
    {"Đơn vị", "unit"},
    {"Mã chỉ số", "code"},
    {"Loại số liệu", "quantity"},
    {"Số liệu", "text"},
    {"Nguồn", "source"},
    {"Loại căn cứ", "provenance"},
    {"Số chữ số thập phân", "decimals"},
    {"Chênh lệch của", "of"},
    {"So với năm", "against"},
    {"Số liệu chung", "subject"},
    {"Nhóm", "group"},
    {"Vị trí trong nguồn", "place"},
    {"Ghi chú", "note"},
    {"Bảng", "table"},
    {"Phiên bản", "version"},
    {"Bộ chỉ số", "framework"},
    {"Danh mục đơn vị", "units"},
    {"Năm", "year"},
    {"Ngày", "day"},
    {"Ngày công bố", "published"},
    {"Tổng số đơn vị", "out_of"},
    {"Cách đánh số", "numbering"},
};

/* Other titles, as people put them. */
static const struct dti__csv_title other_titles[] = {
    {"Tỉnh", DTI__TABLE_UNIT},         {"Tỉnh, thành phố", DTI__TABLE_UNIT},
    {"Tên đơn vị", DTI__TABLE_UNIT},   {"Địa phương", DTI__TABLE_UNIT},
    {"province", DTI__TABLE_UNIT},     {"Mã", DTI__TABLE_CODE},
    {"Chỉ số", DTI__TABLE_CODE},       {"Loại", DTI__TABLE_QUANTITY},
    {"Giá trị", DTI__TABLE_TEXT},      {"value", DTI__TABLE_TEXT},
    {"Năm đánh giá", DTI__TABLE_YEAR},
};

static const struct dti__csv_titles all_titles = {titles, DTI__TABLE_COLUMNS, other_titles,
                                                  sizeof other_titles / sizeof other_titles[0]};

static const struct {
    const char *text;
    const char *word;
} words[] = {
    {"giá trị", "value"},
    {"điểm", "points"},
    {"hạng", "rank"},
    {"thứ hạng", "rank"},
    {"xếp hạng", "rank"},
    {"chênh lệch", "difference"},
    {"thay đổi", "difference"},
    {"số lượng", "count"},
    {"trung bình", "mean"},
    {"bình quân", "mean"},
    {"thấp nhất", "least"},
    {"cao nhất", "most"},
    {"chính thức", "official"},
    {"theo nguồn", "source"},
    {"suy ra", "derived"},
    {"giả định", "assumed"},
    {"số đơn vị trên trung bình", "count-above-mean"},
};

struct dti__arg dti__table_column_arg(enum dti__table_column column)
{
    return DTI__NAMES(titles[column].vi, titles[column].en);
}

const char *dti__table_word(struct dti__table_sheet *sheet, const char *text)
{
    const char *folded = dti__fold(sheet->csv.arena, text);
    sheet->csv.out_of_memory = sheet->csv.out_of_memory || !folded;
    for (size_t i = 0; folded && i < sizeof words / sizeof words[0]; i++)
        if (dti__csv_is(&sheet->csv, folded, words[i].text))
            return words[i].word;
    return text;
}

static bool has_columns(struct dti__table_sheet *sheet)
{
    bool has_all = true;
    for (size_t i = DTI__TABLE_UNIT; i <= DTI__TABLE_TEXT; i++) {
        if (sheet->columns[i] != DTI_NONE)
            continue;
        dti__csv_find(&sheet->csv, sheet->titles.offset, DTI__MSG_COLUMN_MISSING,
                      DTI__ARGS(dti__table_column_arg((enum dti__table_column)i)));
        has_all = false;
    }
    return has_all;
}

static bool keep_line(struct dti__table_sheet *sheet, const struct dti__csv_line *line,
                      size_t *capacity)
{
    if (line->count > sheet->titles.count) {
        dti__csv_find(&sheet->csv, line->offset, DTI__MSG_CSV_WIDE,
                      DTI__ARGS(DTI__INTEGER(line->count), DTI__INTEGER(sheet->titles.count)));
        return false;
    }
    if (sheet->line_count == *capacity) {
        *capacity = *capacity * 2 + 64;
        struct dti__table_line *lines =
            dti__arena_array(sheet->csv.arena, *capacity, sizeof *lines);
        if (!lines) {
            sheet->csv.out_of_memory = true;
            return false;
        }
        if (sheet->line_count > 0)
            memcpy(lines, sheet->lines, sheet->line_count * sizeof *lines);
        sheet->lines = lines;
    }
    sheet->lines[sheet->line_count++] = (struct dti__table_line){*line, DTI_NONE, 0};
    return true;
}

/* A line of nothing but separators, as spreadsheets leave them behind. */
static bool is_empty(const struct dti__csv_line *line)
{
    for (size_t i = 0; i < line->count; i++)
        if (!dti__is_blank(line->cells[i].text))
            return false;
    return true;
}

bool dti__table_sheet_read(struct dti__table_sheet *sheet)
{
    struct dti__csv *csv = &sheet->csv;
    struct dti__csv_line line;
    size_t capacity = 0;
    bool is_sound = true;
    if (!dti__csv_next(csv, &sheet->titles))
        return false;
    dti__csv_read_titles(csv, &sheet->titles, &all_titles, sheet->columns);
    if (csv->out_of_memory || !has_columns(sheet))
        return false;
    while (dti__csv_next(csv, &line))
        is_sound = (is_empty(&line) || keep_line(sheet, &line, &capacity)) && is_sound;
    return is_sound && !csv->out_of_memory && dti__report_errors(csv->document->report) == 0;
}

const char *dti__table_cell(struct dti__table_sheet *sheet, const struct dti__table_line *line,
                            enum dti__table_column column)
{
    size_t at = sheet->columns[column];
    const char *text = at < line->cells.count ? line->cells.cells[at].text : "";
    text += strspn(text, " \t\r\n");
    size_t length = strlen(text);
    while (length > 0 && strchr(" \t\r\n", text[length - 1]))
        length--;
    if (text[length] == '\0')
        return text;
    const char *copy = dti__arena_text(sheet->csv.arena, text, length);
    sheet->csv.out_of_memory = sheet->csv.out_of_memory || !copy;
    return copy ? copy : "";
}

size_t dti__table_offset(const struct dti__table_sheet *sheet, const struct dti__table_line *line,
                         enum dti__table_column column)
{
    size_t at = sheet->columns[column];
    return at < line->cells.count ? line->cells.cells[at].offset : line->cells.offset;
}

const char *dti__table_head(struct dti__table_sheet *sheet, enum dti__table_column column,
                            size_t *at)
{
    const char *first = "";
    *at = sheet->titles.offset;
    for (size_t i = 0; i < sheet->line_count && sheet->columns[column] != DTI_NONE; i++) {
        const struct dti__table_line *line = &sheet->lines[i];
        const char *text = dti__table_cell(sheet, line, column);
        if (!*text || strcmp(text, first) == 0)
            continue;
        if (!*first) {
            first = text;
            *at = dti__table_offset(sheet, line, column);
            continue;
        }
        dti__csv_find(&sheet->csv, dti__table_offset(sheet, line, column), DTI__MSG_COLUMN_DIFFERS,
                      DTI__ARGS(dti__table_column_arg(column), DTI__TEXT(text), DTI__TEXT(first)));
        break;
    }
    return first;
}
