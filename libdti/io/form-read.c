/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
#include "io/form-read.h"

#include "io/binding.h"

#include <string.h>

struct head {
    const char *format;
    const cJSON *collection;
    const char *reporter;
    const cJSON *unit;
    int64_t year;
    struct dti__date date;
    int64_t revision;
    const cJSON *rows;
};

static const struct dti__field head_fields[] = {
    DTI__FIELD(struct head, format, "format", TEXT, DTI__REQUIRED),
    DTI__FIELD(struct head, collection, "collection", OBJECT, DTI__REQUIRED),
    DTI__FIELD(struct head, reporter, "reporter", ID, DTI__REQUIRED),
    DTI__FIELD(struct head, unit, "unit", OBJECT, DTI__REQUIRED),
    DTI__FIELD_IN(struct head, year, "year", INTEGER, DTI__REQUIRED, DTI__FIRST_YEAR,
                  DTI__LAST_YEAR),
    DTI__FIELD(struct head, date, "date", DATE, 0),
    DTI__FIELD_IN(struct head, revision, "revision", INTEGER, 0, 1, 1000000),
    DTI__FIELD(struct head, rows, "rows", ARRAY, DTI__REQUIRED),
};

struct raw_row {
    const char *row;
    const cJSON *value;
    const cJSON *parts;
    const cJSON *list;
    int state;
    struct dti__text2 reason;
    struct dti__text2 note;
};

static const struct dti__field row_fields[] = {
    DTI__FIELD(struct raw_row, row, "row", TEXT, DTI__REQUIRED),
    DTI__FIELD(struct raw_row, value, "value", ANY, 0),
    DTI__FIELD(struct raw_row, parts, "parts", ARRAY, 0),
    DTI__FIELD(struct raw_row, list, "list", ARRAY, 0),
    DTI__FIELD_OF(struct raw_row, state, "state", dti__state_words + 1, 0),
    DTI__FIELD(struct raw_row, reason, "reason", NAMES, 0),
    DTI__FIELD(struct raw_row, note, "note", NAMES, 0),
};

bool dti__is_blank(const char *text)
{
    return text[strspn(text, " \t\r\n\f\v")] == '\0';
}

/* What was found instead: the text itself, or the kind of value. */
static struct dti__arg shown(const cJSON *value)
{
    return (value->type & 0xFF) == cJSON_String ? DTI__TEXT(value->valuestring)
                                                : DTI__TERM(dti__json_kind_term(value));
}

static void set_text(struct dti__reader *reader, const struct dti__site *site, const cJSON *value,
                     const struct dti__path *path)
{
    static const struct dti__field text = {.type = DTI__FIELD_TEXT};
    struct dti__cell *cell = dti__site_cell(site);
    if (dti__is_blank(value->valuestring)) {
        dti__site_refuse(site, DTI__TEXT(value->valuestring), DTI__TERM(DTI__MSG_TERM_TEXT));
        return;
    }
    if (dti__read_value(reader, value, path, &text, &cell->figure.text))
        cell->figure.state = DTI_STATE_PRESENT;
}

static void set_choice(const struct dti__site *site, const cJSON *value)
{
    if (!dti__figure_set_answer(site->form->collection->framework, dti__site_line(site)->input,
                                value->valuestring, &dti__site_cell(site)->figure, NULL, NULL))
        dti__site_refuse_answer(site, value->valuestring);
}

static void read_things(struct dti__reader *reader, const struct dti__site *site,
                        const cJSON *array, const struct dti__path *path);

static void read_value(struct dti__reader *reader, const struct dti__site *site, const cJSON *value,
                       const struct dti__path *path)
{
    int type = value->type & 0xFF;
    bool is_truth = type == cJSON_True || type == cJSON_False;
    switch (dti__site_input(site)->kind) {
    case DTI_INPUT_CHOICE:
        if (type == cJSON_String)
            set_choice(site, value);
        else
            dti__site_refuse(site, shown(value), DTI__TERM(DTI__MSG_TERM_CHOICE));
        break;
    case DTI_INPUT_YES_NO:
        if (is_truth)
            dti__cell_set_number(site, type == cJSON_True ? 1 : 0);
        else
            dti__site_refuse(site, shown(value), DTI__TERM(DTI__MSG_TERM_BOOLEAN));
        break;
    case DTI_INPUT_LIST:
        dti__site_find(site, DTI__MSG_CELL_LIST_NEEDED, DTI__NO_ARGS);
        break;
    case DTI_INPUT_TEXT:
        if (type == cJSON_String)
            set_text(reader, site, value, path);
        else
            dti__site_refuse(site, shown(value), DTI__TERM(DTI__MSG_TERM_TEXT));
        break;
    default:
        if (type == cJSON_Number)
            dti__cell_set_number(site, value->valuedouble);
        else
            dti__site_refuse(site, shown(value), DTI__TERM(DTI__MSG_TERM_NUMBER));
    }
}

static void read_parts(struct dti__reader *reader, const struct dti__site *site, const cJSON *array)
{
    size_t wanted = dti__site_line(site)->part_count;
    size_t count = dti__json_size(array);
    double *parts = dti__arena_array(reader->arena, wanted, sizeof *parts);
    const cJSON *item = array->child;
    if (wanted == 0 || count != wanted) {
        if (wanted == 0)
            dti__site_find(site, DTI__MSG_CELL_NO_PARTS, DTI__NO_ARGS);
        else
            dti__site_find(site, DTI__MSG_CELL_PARTS_COUNT,
                           DTI__ARGS(DTI__INTEGER(count), DTI__INTEGER(wanted)));
        return;
    }
    if (!parts) {
        reader->out_of_memory = true;
        return;
    }
    for (size_t i = 0; i < count; i++, item = item->next) {
        if ((item->type & 0xFF) != cJSON_Number) {
            dti__site_refuse(site, shown(item), DTI__TERM(DTI__MSG_TERM_NUMBER));
            return;
        }
        parts[i] = item->valuedouble;
    }
    dti__cell_set_parts(site, parts);
}

static bool read_thing(struct dti__reader *reader, const struct dti__site *site,
                       const cJSON *object, const struct dti__path *path, struct dti__thing *thing)
{
    static const struct dti__field fields[] = {
        DTI__FIELD(struct dti__thing, name, "name", TEXT, DTI__REQUIRED),
        DTI__FIELD(struct dti__thing, counts, "counts", BOOL, 0),
    };
    struct dti__text2 criterion = dti__site_line(site)->counts;
    thing->counts = true;
    if (!DTI__READ(reader, object, path, fields, thing))
        return false;
    if (dti__is_blank(thing->name))
        return dti__site_refuse(site, DTI__TEXT(thing->name), DTI__TERM(DTI__MSG_TERM_TEXT));
    if (criterion.vi && !dti__member(object, "counts"))
        dti__site_find(site, DTI__MSG_CELL_COUNTS_NEEDED,
                       DTI__ARGS(DTI__TEXT(thing->name), DTI__NAMES(criterion.vi, criterion.en)));
    else if (!criterion.vi && !thing->counts)
        dti__site_find(site, DTI__MSG_CELL_ALL_COUNT, DTI__ARGS(DTI__TEXT(thing->name)));
    else
        return true;
    return false;
}

static void read_things(struct dti__reader *reader, const struct dti__site *site,
                        const cJSON *array, const struct dti__path *path)
{
    size_t count = 0;
    bool is_sound = true;
    if (!dti__site_line(site)->is_list) {
        dti__site_find(site, DTI__MSG_CELL_NO_LIST, DTI__NO_ARGS);
        return;
    }
    struct dti__thing *things =
        dti__read_room(reader, array, path, sizeof *things, DTI__MOST_LIST, &count);
    const cJSON *item = array->child;
    for (size_t i = 0; i < count; i++, item = item->next) {
        struct dti__path at = {path, NULL, i};
        struct dti__site site_at = *site;
        site_at.pointer = dti__path_text(reader, &at);
        is_sound = read_thing(reader, &site_at, item, &at, &things[i]) && is_sound;
    }
    if (is_sound && things)
        dti__cell_set_things(site, things, count, &reader->out_of_memory);
}

/* White space is no note. */
static struct dti__text2 keep_seen(struct dti__text2 text)
{
    bool has_vi = text.vi && !dti__is_blank(text.vi);
    bool has_en = text.en && !dti__is_blank(text.en);
    return has_vi ? (struct dti__text2){text.vi, has_en ? text.en : NULL}
                  : (struct dti__text2){NULL, NULL};
}

/* A figure or a state, never both. */
static void read_figure(struct dti__reader *reader, struct dti__site *site, const cJSON *object,
                        const struct raw_row *raw, const struct dti__path *path)
{
    struct dti__path value = {path, "value", 0};
    struct dti__path parts = {path, "parts", 0};
    struct dti__path list = {path, "list", 0};
    struct dti__path reason = {path, "reason", 0};
    bool has_state = dti__member(object, "state") != NULL;
    int given = (raw->value != NULL) + (raw->parts != NULL) + (raw->list != NULL) + has_state;
    if (given > 1) {
        dti__reader_find(reader, DTI__MSG_ONE_OF_KEYS, path,
                         DTI__ARGS(DTI__TEXT("value, parts, list, state")));
        return;
    }
    if (raw->reason.vi && !has_state)
        dti__reader_find(reader, DTI__MSG_FOREIGN_KEY, &reason,
                         DTI__ARGS(DTI__TEXT("reason"), DTI__TEXT("value")));
    site->pointer = dti__path_text(reader, raw->value   ? &value
                                           : raw->parts ? &parts
                                           : raw->list  ? &list
                                                        : path);
    if (raw->value)
        read_value(reader, site, raw->value, &value);
    else if (raw->parts)
        read_parts(reader, site, raw->parts);
    else if (raw->list)
        read_things(reader, site, raw->list, &list);
    else if (has_state)
        dti__site_cell(site)->figure.state = (uint8_t)(raw->state + 1);
    dti__cell_settle(dti__site_cell(site));
}

static void read_row(struct dti__reader *reader, const cJSON *object, const struct dti__path *path,
                     dti_form *form, bool *is_seen)
{
    const struct dti__form_sheet *sheet = dti__form_sheet(form);
    struct raw_row raw = {.row = NULL};
    struct dti__path row = {path, "row", 0};
    if (!DTI__READ(reader, object, path, row_fields, &raw))
        return;
    size_t index = dti__names_find(&sheet->keys, raw.row);
    if (index == DTI_NONE) {
        dti__reader_find(reader, DTI__MSG_UNKNOWN_REFERENCE, &row,
                         DTI__ARGS(DTI__TERM(DTI__MSG_TERM_ROW), DTI__TEXT(raw.row)));
        return;
    }
    if (is_seen[index]) {
        dti__reader_find(reader, DTI__MSG_ROW_TWICE, &row,
                         DTI__ARGS(DTI__TEXT(sheet->id), DTI__TEXT(raw.row)));
        return;
    }
    is_seen[index] = true;
    struct dti__site site = {form, sheet->first_row + index, reader->report, NULL};
    form->cells[index].figure.note = keep_seen(raw.note);
    form->cells[index].figure.reason = keep_seen(raw.reason);
    read_figure(reader, &site, object, &raw, path);
}

static void read_rows(struct dti__reader *reader, const cJSON *array, dti_form *form)
{
    struct dti__path path = {NULL, "rows", 0};
    size_t i = 0;
    bool *is_seen =
        dti__arena_array(reader->arena, dti__form_sheet(form)->row_count, sizeof *is_seen);
    if (!is_seen)
        reader->out_of_memory = true;
    for (const cJSON *item = array && is_seen ? array->child : NULL; item; item = item->next, i++) {
        struct dti__path at = {&path, NULL, i};
        read_row(reader, item, &at, form, is_seen);
    }
}

static void read_unit(struct dti__reader *reader, const cJSON *object, dti_form *form)
{
    static const struct dti__field fields[] = {
        DTI__FIELD(dti_form, unit_id, "id", ID, DTI__REQUIRED),
    };
    struct dti__path path = {NULL, "unit", 0};
    if (object)
        DTI__READ(reader, object, &path, fields, form);
}

/* Without a known reporter there are no rows that could be filled in. */
static bool open_form(struct dti__reader *reader, const char *id, dti_form *form)
{
    struct dti__path path = {NULL, "reporter", 0};
    size_t reporter = dti_collection_reporter_find(form->collection, id);
    if (reporter == DTI_NONE) {
        if (id)
            dti__reader_find(reader, DTI__MSG_UNKNOWN_REFERENCE, &path,
                             DTI__ARGS(DTI__TERM(DTI__MSG_TERM_REPORTER), DTI__TEXT(id)));
        return false;
    }
    reader->out_of_memory = !dti__form_open(form, reporter);
    return !reader->out_of_memory;
}

/* NULL when out of memory, or when the reporter is not known. */
static dti_form *read_all(struct dti__document *document, const dti_collection *collection)
{
    dti_form *form = dti__form_new(collection, &document->allocator);
    if (!form) {
        document->reader.out_of_memory = true;
        return NULL;
    }
    struct dti__reader reader = {&form->arena, document->report, false};
    struct head head = {.revision = 1};
    bool is_whole = DTI__READ(&reader, document->tree, NULL, head_fields, &head);
    form->year = head.year;
    form->date = head.date;
    form->revision = head.revision;
    read_unit(&reader, head.unit, form);
    bool is_open = open_form(&reader, head.reporter, form);
    if (is_open) {
        read_rows(&reader, head.rows, form);
        if (is_whole && dti__report_errors(document->report) == 0)
            dti__form_finish(form, document->report);
    }
    document->reader.out_of_memory = reader.out_of_memory;
    if (is_open && !reader.out_of_memory)
        return form;
    dti_form_unref(form);
    return NULL;
}

void *dti__form_read(struct dti__document *document)
{
    struct head head = {.format = NULL};
    const dti_collection *collection =
        dti__bind_collection(document, DTI__TOP("dti-form/1", head_fields, &head));
    return collection ? read_all(document, collection) : NULL;
}
