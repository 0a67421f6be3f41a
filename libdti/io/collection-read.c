/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
#include "io/collection-read.h"

#include "io/binding.h"
#include "json/write.h"

#include <stdio.h>
#include <string.h>

struct head {
    const char *format;
    const char *id;
    const char *version;
    const cJSON *framework;
    struct dti__text2 titles;
    const char *unit;
    const char *due;
    const cJSON *sources;
    const cJSON *agencies;
    const cJSON *forms;
    const cJSON *reporters;
};

static const struct dti__field head_fields[] = {
    DTI__FIELD(struct head, format, "format", TEXT, DTI__REQUIRED),
    DTI__FIELD(struct head, id, "id", ID, DTI__REQUIRED),
    DTI__FIELD(struct head, version, "version", TEXT, DTI__REQUIRED),
    DTI__FIELD(struct head, framework, "framework", OBJECT, DTI__REQUIRED),
    DTI__FIELD(struct head, titles, "titles", NAMES, DTI__REQUIRED),
    DTI__FIELD(struct head, unit, "unit", ID, 0),
    DTI__FIELD(struct head, due, "due", TEXT, 0),
    DTI__FIELD(struct head, sources, "sources", ARRAY, 0),
    DTI__FIELD(struct head, agencies, "agencies", ARRAY, DTI__REQUIRED),
    DTI__FIELD_IN(struct head, forms, "forms", ARRAY, DTI__REQUIRED, 1, 0),
    DTI__FIELD(struct head, reporters, "reporters", ARRAY, DTI__REQUIRED),
};

/* A day that every year has. */
static void read_due(struct dti__reader *reader, const char *text, dti_collection *collection)
{
    char date[] = "2023-MM-DD";
    struct dti__date day = {0, 0, 0};
    struct dti__path path = {NULL, "due", 0};
    if (!text)
        return;
    if (strlen(text) == strlen("MM-DD"))
        memcpy(date + strlen("2023-"), text, strlen("MM-DD"));
    if (!dti__date_read(date, &day))
        dti__reader_find(reader, DTI__MSG_NOT_MONTH_DAY, &path, DTI__ARGS(DTI__TEXT(text)));
    collection->due_month = day.month;
    collection->due_day = day.day;
}

static void read_agencies(struct dti__reader *reader, const cJSON *array,
                          dti_collection *collection)
{
    static const struct dti__field fields[] = {
        DTI__FIELD(struct dti__collection_agency, id, "id", ID, DTI__REQUIRED),
        DTI__FIELD(struct dti__collection_agency, names, "names", NAMES, 0),
    };
    static const struct dti__list list =
        DTI__LIST(fields, struct dti__collection_agency, NULL, DTI__MOST_LIST);
    struct dti__path path = {NULL, "agencies", 0};
    collection->agencies = dti__read_list(reader, array, &path, &list, &collection->agency_count);
}

static void read_reporters(struct dti__reader *reader, const cJSON *array,
                           dti_collection *collection)
{
    static const struct dti__field fields[] = {
        DTI__FIELD(struct dti__reporter, id, "id", ID, DTI__REQUIRED),
        DTI__FIELD(struct dti__reporter, names, "names", NAMES, DTI__REQUIRED),
        DTI__FIELD(struct dti__reporter, form_id, "form", TEXT, DTI__REQUIRED),
    };
    static const struct dti__list list =
        DTI__LIST(fields, struct dti__reporter, NULL, DTI__MOST_LIST);
    struct dti__path path = {NULL, "reporters", 0};
    collection->reporters =
        dti__read_list(reader, array, &path, &list, &collection->reporter_count);
}

static void read_parts(struct dti__reader *reader, const cJSON *array, const struct dti__path *up,
                       struct dti__form_line *row)
{
    static const struct dti__field fields[] = {
        DTI__FIELD(struct dti__cell_part, names, "names", NAMES, DTI__REQUIRED),
        DTI__FIELD(struct dti__cell_part, input_name, "input", ID, 0),
    };
    static const struct dti__list list =
        DTI__LIST(fields, struct dti__cell_part, NULL, DTI__MOST_OPERANDS);
    struct dti__path path = {up, "parts", 0};
    row->parts = dti__read_list(reader, array, &path, &list, &row->part_count);
}

struct raw_row {
    struct dti__form_line row;
    const cJSON *parts;
    const cJSON *list;
};

static void read_row(struct dti__reader *reader, const cJSON *object, const struct dti__path *path,
                     struct dti__form_line *out)
{
    static const struct dti__field fields[] = {
        DTI__FIELD(struct raw_row, row.number, "number", TEXT, DTI__REQUIRED),
        DTI__FIELD(struct raw_row, row.names, "names", NAMES, DTI__REQUIRED),
        DTI__FIELD(struct raw_row, row.unit, "unit", TEXT, 0),
        DTI__FIELD(struct raw_row, row.input_name, "input", ID, DTI__REQUIRED),
        DTI__FIELD_IN(struct raw_row, parts, "parts", ARRAY, 0, 1, 0),
        DTI__FIELD(struct raw_row, list, "list", OBJECT, 0),
        DTI__FIELD(struct raw_row, row.note, "note", NAMES, 0),
    };
    static const struct dti__field list_fields[] = {
        DTI__FIELD(struct dti__form_line, counts, "counts", NAMES, 0),
    };
    struct raw_row raw = {.parts = NULL};
    struct dti__path list = {path, "list", 0};
    DTI__READ(reader, object, path, fields, &raw);
    read_parts(reader, raw.parts, path, &raw.row);
    raw.row.is_list = raw.list != NULL;
    if (raw.list)
        DTI__READ(reader, raw.list, &list, list_fields, &raw.row);
    *out = raw.row;
}

static void read_section(struct dti__reader *reader, const cJSON *object,
                         const struct dti__path *path, dti_collection *collection,
                         struct dti__section *section)
{
    struct raw_section {
        struct dti__section section;
        const cJSON *rows;
    };
    static const struct dti__field fields[] = {
        DTI__FIELD(struct raw_section, section.id, "id", TEXT, DTI__REQUIRED),
        DTI__FIELD(struct raw_section, section.titles, "titles", NAMES, 0),
        DTI__FIELD(struct raw_section, rows, "rows", ARRAY, DTI__REQUIRED),
    };
    struct raw_section raw = {.rows = NULL};
    struct dti__path rows = {path, "rows", 0};
    DTI__READ(reader, object, path, fields, &raw);
    *section = raw.section;
    section->first_row = collection->row_count;
    section->row_count = dti__json_size(raw.rows);
    const cJSON *item = raw.rows ? raw.rows->child : NULL;
    for (size_t i = 0; i < section->row_count; i++, item = item->next) {
        struct dti__path at = {&rows, NULL, i};
        read_row(reader, item, &at, &collection->rows[collection->row_count++]);
    }
}

static void read_form(struct dti__reader *reader, const cJSON *object, const struct dti__path *path,
                      dti_collection *collection, struct dti__form_sheet *form)
{
    struct raw_form {
        struct dti__form_sheet form;
        const cJSON *sections;
    };
    static const struct dti__field fields[] = {
        DTI__FIELD(struct raw_form, form.id, "id", TEXT, DTI__REQUIRED),
        DTI__FIELD(struct raw_form, form.agency_id, "agency", ID, DTI__REQUIRED),
        DTI__FIELD(struct raw_form, form.titles, "titles", NAMES, DTI__REQUIRED),
        DTI__FIELD_IN(struct raw_form, sections, "sections", ARRAY, DTI__REQUIRED, 1, 0),
    };
    struct raw_form raw = {.sections = NULL};
    struct dti__path sections = {path, "sections", 0};
    struct dti__path first = {&sections, NULL, 0};
    struct dti__path rows = {&first, "rows", 0};
    DTI__READ(reader, object, path, fields, &raw);
    *form = raw.form;
    form->first_row = collection->row_count;
    form->sections = dti__read_room(reader, raw.sections, &sections, sizeof *form->sections,
                                    DTI__MOST_LIST, &form->section_count);
    const cJSON *item = raw.sections ? raw.sections->child : NULL;
    for (size_t i = 0; i < form->section_count; i++, item = item->next) {
        struct dti__path at = {&sections, NULL, i};
        read_section(reader, item, &at, collection, &form->sections[i]);
    }
    form->row_count = collection->row_count - form->first_row;
    if (form->section_count > 0 && form->row_count == 0)
        dti__reader_find(reader, DTI__MSG_TOO_FEW, &rows,
                         DTI__ARGS(DTI__INTEGER(0), DTI__INTEGER(1)));
}

/* An array member of any value; NULL if it has none. */
static const cJSON *items_of(const cJSON *value, const char *key)
{
    const cJSON *array = dti__member(value, key);
    return array && (array->type & 0xFF) == cJSON_Array ? array->child : NULL;
}

/* Rows are counted through all forms, so there is one room for them. */
static size_t count_rows(const cJSON *forms)
{
    size_t count = 0;
    for (const cJSON *form = forms->child; form; form = form->next)
        for (const cJSON *section = items_of(form, "sections"); section; section = section->next)
            for (const cJSON *row = items_of(section, "rows"); row; row = row->next)
                count++;
    return count;
}

static void read_forms(struct dti__reader *reader, const cJSON *array, dti_collection *collection)
{
    struct dti__path path = {NULL, "forms", 0};
    if (!array)
        return;
    size_t rows = count_rows(array);
    if (rows > DTI__MOST_LIST) {
        dti__reader_find(reader, DTI__MSG_TOO_MANY, &path,
                         DTI__ARGS(DTI__INTEGER(rows), DTI__INTEGER(DTI__MOST_LIST)));
        return;
    }
    collection->rows = dti__arena_array(reader->arena, rows, sizeof *collection->rows);
    collection->forms = dti__read_room(reader, array, &path, sizeof *collection->forms,
                                       DTI__MOST_LIST, &collection->form_count);
    if (!collection->rows || !collection->forms) {
        reader->out_of_memory = true;
        return;
    }
    const cJSON *item = array->child;
    for (size_t i = 0; i < collection->form_count; i++, item = item->next) {
        struct dti__path at = {&path, NULL, i};
        read_form(reader, item, &at, collection, &collection->forms[i]);
    }
}

static void read_parts_of(struct dti__reader *reader, const struct head *head,
                          dti_collection *collection)
{
    struct dti__path sources = {NULL, "sources", 0};
    collection->id = head->id;
    collection->version = head->version;
    collection->titles = head->titles;
    collection->unit_id = head->unit;
    read_due(reader, head->due, collection);
    dti__read_sources(reader, head->sources, &sources, &collection->sources,
                      &collection->source_count);
    read_agencies(reader, head->agencies, collection);
    read_forms(reader, head->forms, collection);
    read_reporters(reader, head->reporters, collection);
}

/* Names are resolved in what is complete: a fault in the shape would only bring follow-up faults.
 */
static dti_collection *read_all(struct dti__document *document, const dti_framework *framework)
{
    dti_collection *collection = dti__collection_new(framework, &document->allocator);
    if (!collection)
        return NULL;
    struct dti__reader reader = {&collection->arena, document->report, false};
    struct head head = {.id = "", .version = ""};
    DTI__READ(&reader, document->tree, NULL, head_fields, &head);
    read_parts_of(&reader, &head, collection);
    if (!reader.out_of_memory && dti__report_errors(document->report) == 0)
        reader.out_of_memory = dti__collection_finish(collection, document->report) != DTI_OK;
    if (document->given.digest)
        memcpy(collection->digest, document->given.digest, sizeof collection->digest);
    else if (!dti__json_digest(document->tree, NULL, collection->digest))
        reader.out_of_memory = true;
    if (!reader.out_of_memory)
        return collection;
    dti_collection_unref(collection);
    return NULL;
}

void *dti__collection_read(struct dti__document *document)
{
    struct head head = {.format = NULL};
    const dti_framework *framework =
        dti__bind(document, DTI__TOP("dti-collection/1", head_fields, &head));
    dti_collection *collection = framework ? read_all(document, framework) : NULL;
    if (framework && !collection)
        document->reader.out_of_memory = true;
    return collection;
}
