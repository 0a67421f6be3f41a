/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
#include "io/table-csv.h"

#include "base/number.h"
#include "io/binding.h"
#include "io/table-read.h"
#include "json/tree.h"

#include <stdio.h>
#include <string.h>

#define MOST_ID 128

struct head {
    const dti_framework *framework;
    const dti_units *units;
    int64_t year;
    char day[11];
};

/* ── the head ── */

/* A whole number of a column of the table; `none` if there is none. */
static int64_t read_number(struct dti__table_sheet *sheet, enum dti__table_column column,
                           int64_t low, int64_t high, int64_t none)
{
    size_t at = 0;
    int64_t amount = 0;
    int decimals = 0;
    const char *text = dti__table_head(sheet, column, &at);
    if (!*text)
        return none;
    bool is_number = dti__decimal_read(text, strlen(text), &amount, &decimals) &&
                     amount % DTI_POINT == 0 && amount >= low * DTI_POINT &&
                     amount <= high * DTI_POINT;
    if (!is_number)
        dti__csv_find(&sheet->csv, at, DTI__MSG_COLUMN_WRONG,
                      DTI__ARGS(dti__table_column_arg(column), DTI__TEXT(text),
                                DTI__TERM(DTI__MSG_TERM_WHOLE_NUMBER)));
    return is_number ? amount / DTI_POINT : none;
}

/* A day of a column of the table. False if there is none, or no day. */
static bool read_day(struct dti__table_sheet *sheet, enum dti__table_column column, char day[11])
{
    size_t at = 0;
    struct dti__date date;
    const char *text = dti__table_head(sheet, column, &at);
    if (!*text)
        return false;
    if (dti__date_read(text, &date)) {
        dti__date_write(date, day);
        return true;
    }
    dti__csv_find(&sheet->csv, at, DTI__MSG_NOT_DATE, DTI__ARGS(DTI__TEXT(text)));
    return false;
}

static void find_needed(struct dti__table_sheet *sheet, enum dti__table_column column)
{
    dti__csv_find(&sheet->csv, sheet->titles.offset, DTI__MSG_COLUMN_NEEDED,
                  DTI__ARGS(dti__table_column_arg(column)));
}

/* What is found in what a column names belongs to its cell. */
static void place_head(struct dti__table_sheet *sheet, size_t at, size_t first)
{
    for (size_t i = first; i < dti_report_count(sheet->csv.document->report); i++)
        dti__csv_place_one(&sheet->csv, at, i);
}

/* What the caller gave, or what a column names. A column that names something else is a fault. */
static void find_framework(struct dti__table_sheet *sheet, struct head *head)
{
    struct dti__document *document = sheet->csv.document;
    size_t at = 0;
    const char *id = dti__table_head(sheet, DTI__TABLE_FRAMEWORK, &at);
    size_t first = dti_report_count(document->report);
    head->framework = *id ? dti__find_framework(document, id) : document->given.framework;
    place_head(sheet, at, first);
    if (!*id && !head->framework)
        find_needed(sheet, DTI__TABLE_FRAMEWORK);
}

static void find_units(struct dti__table_sheet *sheet, struct head *head)
{
    struct dti__document *document = sheet->csv.document;
    size_t at = 0;
    const char *id = dti__table_head(sheet, DTI__TABLE_UNITS, &at);
    size_t first = dti_report_count(document->report);
    head->units = *id ? dti__find_units(document, id) : document->given.units;
    place_head(sheet, at, first);
    if (!*id && !head->units)
        find_needed(sheet, DTI__TABLE_UNITS);
}

static bool read_head(struct dti__table_sheet *sheet, struct head *head)
{
    struct dti__document *document = sheet->csv.document;
    find_framework(sheet, head);
    find_units(sheet, head);
    head->year = read_number(sheet, DTI__TABLE_YEAR, DTI__FIRST_YEAR, DTI__LAST_YEAR, 0);
    if (head->year == 0 && dti__report_errors(document->report) == 0)
        find_needed(sheet, DTI__TABLE_YEAR);
    if (!read_day(sheet, DTI__TABLE_DAY, head->day))
        dti__date_write((struct dti__date){(int16_t)head->year, 12, 31}, head->day);
    return head->framework && head->units && !document->reader.out_of_memory &&
           !sheet->csv.out_of_memory && dti__report_errors(document->report) == 0;
}

static void put_if(struct dti__table_sheet *sheet, struct dti__writer *writer, cJSON *tree,
                   enum dti__table_column column, const char *key, const char *otherwise)
{
    size_t at = 0;
    const char *text = dti__table_head(sheet, column, &at);
    dti__write_text_if(writer, tree, key, *text ? text : otherwise);
}

/* A table without a name of its own is called after what it speaks of. */
static void write_head(struct dti__table_sheet *sheet, struct dti__writer *writer, cJSON *tree,
                       const struct head *head)
{
    char id[MOST_ID];
    char published[11];
    snprintf(id, sizeof id, "%.100s-%d", head->framework->id, (int)head->year);
    dti__write_text(writer, tree, "format", DTI__TABLE_FORMAT);
    put_if(sheet, writer, tree, DTI__TABLE_TABLE, "id", id);
    put_if(sheet, writer, tree, DTI__TABLE_VERSION, "version", "1.0.0");
    dti__write_binding(writer, tree, head->framework);
    dti__write_units_binding(writer, tree, head->units, head->day);
    put_if(sheet, writer, tree, DTI__TABLE_NUMBERING, "numbering", NULL);
    dti__write_number(writer, tree, "year", (double)head->year);
    if (read_day(sheet, DTI__TABLE_PUBLISHED, published))
        dti__write_text(writer, tree, "published", published);
    dti__write_number_if(writer, tree, "out_of",
                         read_number(sheet, DTI__TABLE_OUT_OF, 1, 1000000, 0), 0);
}

/* ── places ── */

/* "/rows/3/…": the number behind a key; DTI_NONE if it is not there. *rest is what follows. */
static size_t index_behind(const char *pointer, const char *key, const char **rest)
{
    size_t length = strlen(key);
    size_t index = 0;
    if (strncmp(pointer, key, length) != 0 || pointer[length] < '0' || pointer[length] > '9')
        return DTI_NONE;
    for (*rest = pointer + length; **rest >= '0' && **rest <= '9'; (*rest)++)
        index = index * 10 + (size_t)(**rest - '0');
    return index;
}

static size_t offset_of(const struct dti__table_sheet *sheet, const char *pointer)
{
    const char *rest = pointer;
    size_t row = index_behind(pointer, "/rows/", &rest);
    size_t index = index_behind(rest, "/figures/", &rest);
    bool is_found = row != DTI_NONE || index != DTI_NONE;
    for (size_t i = 0; is_found && i < sheet->line_count; i++)
        if (sheet->lines[i].row == row && (index == DTI_NONE || sheet->lines[i].index == index))
            return sheet->lines[i].cells.offset;
    return sheet->line_count > 0 ? sheet->lines[0].cells.offset : sheet->titles.offset;
}

/* Who reads a sheet looks for lines, not for pointers into a document that there is not. */
static void place_findings(struct dti__table_sheet *sheet, size_t first)
{
    const dti_report *report = sheet->csv.document->report;
    for (size_t i = first; i < dti_report_count(report); i++)
        if (dti_report_line(report, i) == 0)
            dti__csv_place_one(&sheet->csv, offset_of(sheet, dti_report_pointer(report, i)), i);
}

/* ── the whole ── */

static dti_table *read_tree(struct dti__table_sheet *sheet, const struct head *head)
{
    struct dti__document *document = sheet->csv.document;
    struct dti__writer writer = {false};
    dti_table *table = NULL;
    cJSON *tree = cJSON_CreateObject();
    writer.out_of_memory = !tree;
    if (tree) {
        write_head(sheet, &writer, tree, head);
        dti__table_sheet_write(sheet, &writer, tree, head->framework, head->units, head->day);
    }
    document->reader.out_of_memory = writer.out_of_memory || sheet->csv.out_of_memory;
    if (!document->reader.out_of_memory) { /* lines at fault are left out: others may have more */
        size_t first = dti_report_count(document->report);
        table = dti__table_from(tree, head->framework, head->units, &document->allocator,
                                document->report);
        document->reader.out_of_memory = !table;
        place_findings(sheet, first);
    }
    dti__json_free(tree);
    return table;
}

void *dti__table_read_csv(struct dti__document *document)
{
    struct dti__table_sheet sheet = {.line_count = 0};
    struct head head = {.year = 0};
    dti_table *table = NULL;
    if (dti__csv_open(&sheet.csv, document, &document->arena) && dti__table_sheet_read(&sheet) &&
        read_head(&sheet, &head))
        table = read_tree(&sheet, &head);
    document->reader.out_of_memory = document->reader.out_of_memory || sheet.csv.out_of_memory;
    return table;
}
