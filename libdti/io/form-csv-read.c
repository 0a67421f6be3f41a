/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* A sheet into a form: what all lines say alike, then row by row, each with the lines of its parts
 * or things. */
#include "base/name.h"
#include "io/binding.h"
#include "io/form-csv-rows.h"
#include "io/form-read.h"

#include <stdio.h>
#include <string.h>

/* One value of the whole form, found in any line; blank cells say nothing. */
struct shared {
    const char *text; /* NULL: all are blank */
    size_t offset;
};

static struct shared shared_of(struct dti__sheet *sheet, enum dti__column column)
{
    struct shared shared = {NULL, sheet->titles.offset};
    for (size_t i = 0; i < sheet->line_count; i++) {
        const struct dti__csv_line *line = &sheet->lines[i];
        const char *text = dti__sheet_text(sheet, line, column);
        size_t offset = dti__sheet_offset(sheet, line, column);
        if (dti__is_blank(text))
            continue;
        if (!shared.text) {
            shared = (struct shared){text, offset};
        } else if (strcmp(shared.text, text) != 0) {
            dti__csv_find(
                &sheet->csv, offset, DTI__MSG_COLUMN_DIFFERS,
                DTI__ARGS(dti__column_arg(column), DTI__TEXT(text), DTI__TEXT(shared.text)));
            break;
        }
    }
    return shared;
}

static struct shared required(struct dti__sheet *sheet, enum dti__column column)
{
    struct shared shared = shared_of(sheet, column);
    bool is_there = sheet->columns[column] != DTI_NONE;
    if (!shared.text)
        dti__csv_find(&sheet->csv, shared.offset,
                      is_there ? DTI__MSG_COLUMN_EMPTY : DTI__MSG_COLUMN_MISSING,
                      DTI__ARGS(dti__column_arg(column)));
    return shared;
}

static void refuse(struct dti__sheet *sheet, enum dti__column column, struct shared shared,
                   enum dti__msg expected)
{
    dti__csv_find(&sheet->csv, shared.offset, DTI__MSG_COLUMN_WRONG,
                  DTI__ARGS(dti__column_arg(column), DTI__TEXT(shared.text), DTI__TERM(expected)));
}

/* Up to nine digits; -1 if it is something else. */
static int64_t read_whole(const char *text)
{
    const char *from = text + strspn(text, " ");
    size_t count = strspn(from, "0123456789");
    int64_t number = 0;
    if (count == 0 || count > 9 || from[count + strspn(from + count, " ")])
        return -1;
    for (size_t i = 0; i < count; i++)
        number = number * 10 + (from[i] - '0');
    return number;
}

static int64_t read_number(struct dti__sheet *sheet, enum dti__column column, struct shared shared,
                           int64_t low, int64_t high)
{
    int64_t number = read_whole(shared.text);
    if (number < 0)
        refuse(sheet, column, shared, DTI__MSG_TERM_WHOLE_NUMBER);
    else if (number < low || number > high)
        dti__csv_find(&sheet->csv, shared.offset, DTI__MSG_OUT_OF_RANGE,
                      DTI__ARGS(DTI__INTEGER(number), DTI__INTEGER(low), DTI__INTEGER(high)));
    return number;
}

/* One or two digits and a mark behind them; 0 if it is something else. */
static int read_short(const char **text, char *mark)
{
    int64_t number = 0;
    size_t count = strspn(*text, "0123456789");
    for (size_t i = 0; i < count && i < 2; i++)
        number = number * 10 + ((*text)[i] - '0');
    *mark = (*text)[count];
    *text += count + (*mark != '\0');
    return count <= 2 ? (int)number : 0;
}

/* Year, month, day; or, as spreadsheets here turn it, day, month, year. */
static bool read_date(const char *text, struct dti__date *date)
{
    char iso[32];
    char mark = '\0';
    char other = '\0';
    if (dti__date_read(text, date))
        return true;
    int day = read_short(&text, &mark);
    int month = read_short(&text, &other);
    if (mark != other || mark == '\0' || !strchr("/.-", mark) || strlen(text) != 4)
        return false;
    snprintf(iso, sizeof iso, "%s-%02d-%02d", text, month, day);
    return dti__date_read(iso, date);
}

static void read_dates(struct dti__sheet *sheet, dti_form *form)
{
    struct shared date = shared_of(sheet, DTI__COLUMN_DATE);
    struct shared revision = shared_of(sheet, DTI__COLUMN_REVISION);
    if (date.text && !read_date(date.text, &form->date))
        dti__csv_find(&sheet->csv, date.offset, DTI__MSG_NOT_DATE, DTI__ARGS(DTI__TEXT(date.text)));
    if (revision.text)
        form->revision = read_number(sheet, DTI__COLUMN_REVISION, revision, 1, 1000000);
}

static void read_unit(struct dti__sheet *sheet, dti_form *form)
{
    struct shared unit = shared_of(sheet, DTI__COLUMN_UNIT);
    const char *id = unit.text ? unit.text : form->collection->unit_id;
    if (!id)
        required(sheet, DTI__COLUMN_UNIT);
    else if (!dti__is_id(id))
        dti__csv_find(&sheet->csv, unit.offset, DTI__MSG_NOT_ID, DTI__ARGS(DTI__TEXT(id)));
    else
        form->unit_id = id;
}

/* The reporter decides which form it is; a form that is named besides is held against that. */
static bool open_form(struct dti__sheet *sheet, dti_form *form)
{
    struct shared reporter = required(sheet, DTI__COLUMN_REPORTER);
    struct shared named = shared_of(sheet, DTI__COLUMN_FORM);
    size_t index = dti_collection_reporter_find(form->collection, reporter.text);
    if (index == DTI_NONE) {
        if (reporter.text)
            dti__csv_find(&sheet->csv, reporter.offset, DTI__MSG_UNKNOWN_REFERENCE,
                          DTI__ARGS(DTI__TERM(DTI__MSG_TERM_REPORTER), DTI__TEXT(reporter.text)));
        return false;
    }
    if (!dti__form_open(form, index)) {
        sheet->csv.out_of_memory = true;
        return false;
    }
    const char *own = dti__form_sheet(form)->id;
    if (!named.text || strcmp(named.text, own) == 0)
        return true;
    dti__csv_find(
        &sheet->csv, named.offset, DTI__MSG_COLUMN_WRONG,
        DTI__ARGS(dti__column_arg(DTI__COLUMN_FORM), DTI__TEXT(named.text), DTI__TEXT(own)));
    return false;
}

static void read_heads(struct dti__sheet *sheet, dti_form *form)
{
    struct shared year = required(sheet, DTI__COLUMN_YEAR);
    if (year.text)
        form->year = read_number(sheet, DTI__COLUMN_YEAR, year, DTI__FIRST_YEAR, DTI__LAST_YEAR);
    read_dates(sheet, form);
    read_unit(sheet, form);
}

/* "vn-quangnam-2023@1.0.0"; the version may be left out, and all of it where the collection is
 * given. */
static const dti_collection *bind(struct dti__sheet *sheet)
{
    struct dti__document *document = sheet->csv.document;
    const dti_collection *given = document->given.collection;
    struct shared shared =
        given ? shared_of(sheet, DTI__COLUMN_COLLECTION) : required(sheet, DTI__COLUMN_COLLECTION);
    if (!shared.text)
        return given;
    size_t first = dti_report_count(document->report);
    size_t length = strcspn(shared.text, "@");
    char *id = dti__arena_text(sheet->csv.arena, shared.text, length);
    const char *version = shared.text[length] ? shared.text + length + 1 : NULL;
    const dti_collection *collection = id ? dti__find_collection(document, id, version) : NULL;
    dti__csv_place(&sheet->csv, shared.offset, first);
    sheet->csv.out_of_memory = sheet->csv.out_of_memory || !id;
    return collection;
}

static dti_form *read_all(struct dti__sheet *sheet, const dti_collection *collection)
{
    dti_report *report = sheet->csv.document->report;
    dti_form *form = dti__form_new(collection, &sheet->csv.document->allocator);
    if (!form) {
        sheet->csv.out_of_memory = true;
        return NULL;
    }
    sheet->csv.arena = &form->arena; /* texts that the form keeps lie in its own arena */
    read_heads(sheet, form);
    bool is_open = open_form(sheet, form);
    if (is_open) {
        dti__rows_read(sheet, form);
        size_t first = dti_report_count(report);
        if (dti__report_errors(report) == 0)
            dti__form_finish(form, report);
        dti__csv_place(&sheet->csv, sheet->titles.offset, first);
        char *unit = dti__arena_text(&form->arena, form->unit_id, strlen(form->unit_id));
        sheet->csv.out_of_memory = sheet->csv.out_of_memory || !unit;
        form->unit_id = unit;
    }
    if (is_open && !sheet->csv.out_of_memory)
        return form;
    dti_form_unref(form);
    return NULL;
}

void *dti__form_csv_read(struct dti__document *document)
{
    struct dti__sheet sheet = {.line_count = 0};
    dti_form *form = NULL;
    if (dti__csv_open(&sheet.csv, document, &document->arena) && dti__sheet_read(&sheet)) {
        const dti_collection *collection = bind(&sheet);
        if (collection)
            form = read_all(&sheet, collection);
    }
    if (sheet.csv.out_of_memory)
        document->reader.out_of_memory = true;
    return form;
}
