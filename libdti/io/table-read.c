/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
#include "io/table-read.h"

#include "io/binding.h"
#include "model/check.h"

#include <string.h>

const char *const dti__table_quantities[] = {"value", "points", "rank", "difference", NULL};
const char *const dti__table_subjects[] = {"mean", "count-above-mean", "least", "most", NULL};
static const char *const own_quantities[] = {"value", "points", "count", NULL};
static const char *const differing[] = {"rank", "value", NULL};

static const int kinds[] = {DTI_QUANTITY_VALUE, DTI_QUANTITY_POINTS, DTI_QUANTITY_RANK,
                            DTI_QUANTITY_DIFFERENCE};

const char *dti__table_quantity_word(int quantity)
{
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        if (kinds[i] == quantity)
            return dti__table_quantities[i];
    return own_quantities[2]; /* a count */
}

struct head {
    const char *format;
    const char *id;
    const char *version;
    struct dti__text2 titles;
    const cJSON *framework;
    const cJSON *units;
    const char *numbering;
    int64_t year;
    struct dti__date published;
    int64_t out_of;
    bool is_derived;
    bool is_ranked_by_group;
    const cJSON *sources;
    const cJSON *rows;
    const cJSON *figures;
    struct dti__text2 note;
};

static const struct dti__field head_fields[] = {
    DTI__FIELD(struct head, format, "format", TEXT, DTI__REQUIRED),
    DTI__FIELD(struct head, id, "id", ID, DTI__REQUIRED),
    DTI__FIELD(struct head, version, "version", TEXT, DTI__REQUIRED),
    DTI__FIELD(struct head, titles, "titles", NAMES, 0),
    DTI__FIELD(struct head, framework, "framework", OBJECT, DTI__REQUIRED),
    DTI__FIELD(struct head, units, "units", OBJECT, DTI__REQUIRED),
    DTI__FIELD(struct head, numbering, "numbering", ID, 0),
    DTI__FIELD_IN(struct head, year, "year", INTEGER, DTI__REQUIRED, DTI__FIRST_YEAR,
                  DTI__LAST_YEAR),
    DTI__FIELD(struct head, published, "published", DATE, 0),
    DTI__FIELD_IN(struct head, out_of, "out_of", INTEGER, 0, 1, 1000000),
    DTI__FIELD(struct head, is_derived, "derived", BOOL, 0),
    DTI__FIELD(struct head, is_ranked_by_group, "ranked_by_group", BOOL, 0),
    DTI__FIELD(struct head, sources, "sources", ARRAY, 0),
    DTI__FIELD(struct head, rows, "rows", ARRAY, DTI__REQUIRED),
    DTI__FIELD(struct head, figures, "figures", ARRAY, 0),
    DTI__FIELD(struct head, note, "note", NAMES, 0),
};

struct reading { /* a table on its way */
    struct dti__reader reader;
    dti_table *table;
};

/* ── the head ── */

/* The binding has seen to it that there is a day. */
static void read_day(const cJSON *units, char day[11])
{
    const cJSON *at = units ? dti__member(units, "at") : NULL;
    struct dti__date date = {0, 0, 0};
    if (at && (at->type & 0xFF) == cJSON_String)
        (void)dti__date_read(at->valuestring, &date);
    dti__date_write(date, day);
}

static void read_head(struct reading *at, const struct head *head)
{
    dti_table *table = at->table;
    struct dti__path sources = {NULL, "sources", 0};
    struct dti__names names;
    table->id = head->id;
    table->version = head->version;
    table->titles = head->titles;
    table->year = (int32_t)head->year;
    table->out_of = (uint32_t)head->out_of;
    table->is_derived = head->is_derived;
    table->is_ranked_by_group = head->is_ranked_by_group;
    table->note = head->note;
    if (head->published.year != 0)
        dti__date_write(head->published, table->published);
    read_day(head->units, table->day);
    table->numbering = head->numbering;
    (void)dti__read_numbering(&at->reader, table->framework, &table->numbering);
    dti__read_sources(&at->reader, head->sources, &sources, &table->sources, &table->source_count);
    if (at->reader.out_of_memory || table->source_count == 0)
        return;
    at->reader.out_of_memory =
        !dti__check_unique(&table->arena, &names, &table->sources[0].id, sizeof *table->sources,
                           table->source_count, at->reader.report, "/sources");
}

/* ── figures ── */

struct raw_figure {
    struct dti__printed figure;
    const char *code;
    const char *group;
};

static void find_node(struct reading *at, const struct dti__path *path, struct raw_figure *raw)
{
    const dti_table *table = at->table;
    struct dti__path code = {path, "code", 0};
    raw->figure.node = dti_framework_find(table->framework, table->numbering, raw->code);
    if (raw->figure.node == DTI_NONE)
        dti__reader_find(&at->reader, DTI__MSG_UNKNOWN_REFERENCE, &code,
                         DTI__ARGS(DTI__TERM(DTI__MSG_TERM_NODE), DTI__TEXT(raw->code)));
    raw->figure.pointer = dti__path_text(&at->reader, path);
}

/* `of` and `against` belong to a difference, and a difference has both. */
static void check_difference(struct reading *at, const struct dti__path *path,
                             const struct dti__printed *figure)
{
    bool is_difference = figure->quantity == DTI_QUANTITY_DIFFERENCE;
    const struct {
        const char *key;
        bool is_given;
    } keys[] = {{"of", figure->of >= 0}, {"against", figure->against != 0}};
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        struct dti__path key = {path, keys[i].key, 0};
        if (is_difference && !keys[i].is_given)
            dti__reader_find(&at->reader, DTI__MSG_MISSING_KEY, path,
                             DTI__ARGS(DTI__TEXT(keys[i].key)));
        if (!is_difference && keys[i].is_given)
            dti__reader_find(&at->reader, DTI__MSG_FOREIGN_KEY, &key,
                             DTI__ARGS(DTI__TEXT(keys[i].key),
                                       DTI__TEXT(dti__table_quantity_word(figure->quantity))));
    }
}

static const struct raw_figure as_printed = {
    .figure = {.decimals = -1, .of = -1, .group = DTI_NONE, .provenance = DTI_PROVENANCE_SOURCE}};

static void read_figure(struct reading *at, const cJSON *object, const struct dti__path *path,
                        struct dti__printed *out)
{
    static const struct dti__field fields[] = {
        DTI__FIELD(struct raw_figure, code, "code", CODE, DTI__REQUIRED),
        DTI__FIELD_OF(struct raw_figure, figure.quantity, "quantity", dti__table_quantities,
                      DTI__REQUIRED),
        DTI__FIELD_OF(struct raw_figure, figure.of, "of", differing, 0),
        DTI__FIELD_IN(struct raw_figure, figure.against, "against", INTEGER, 0, DTI__FIRST_YEAR,
                      DTI__LAST_YEAR),
        DTI__FIELD(struct raw_figure, figure.text, "text", TEXT, DTI__REQUIRED),
        DTI__FIELD_IN(struct raw_figure, figure.decimals, "decimals", INTEGER, 0, 0, 9),
        DTI__FIELD_IN(struct raw_figure, figure.within, "within", POINTS, 0, 0,
                      DTI_MAX_TOTAL_POINTS),
        DTI__FIELD_OF(struct raw_figure, figure.provenance, "provenance", dti__provenance_words, 0),
        DTI__FIELD(struct raw_figure, figure.source, "source", ID, 0),
        DTI__FIELD(struct raw_figure, figure.place, "place", TEXT, 0),
        DTI__FIELD(struct raw_figure, figure.note, "note", NAMES, 0),
    };
    struct raw_figure raw = as_printed;
    if (!DTI__READ(&at->reader, object, path, fields, &raw))
        return;
    raw.figure.quantity = kinds[raw.figure.quantity];
    check_difference(at, path, &raw.figure);
    raw.figure.of = raw.figure.of == 0 ? DTI_QUANTITY_RANK : DTI_QUANTITY_VALUE;
    find_node(at, path, &raw);
    *out = raw.figure;
}

/* A number of units goes with a count, everything else with an amount. */
static void check_subject(struct reading *at, const struct dti__path *path,
                          const struct dti__printed *figure)
{
    struct dti__path quantity = {path, "quantity", 0};
    bool is_count = figure->quantity == DTI_QUANTITY_COUNT;
    bool wants_count = figure->subject == DTI__PRINTED_COUNT_ABOVE_MEAN;
    if (is_count != wants_count)
        dti__reader_find(&at->reader, DTI__MSG_TABLE_QUANTITY, &quantity,
                         DTI__ARGS(DTI__TEXT(is_count ? "count" : "value"),
                                   DTI__TEXT(wants_count ? "count" : "value, points")));
}

static size_t find_group(const dti_units *units, const char *id)
{
    for (size_t i = 0; i < dti_units_group_count(units); i++)
        if (strcmp(dti_units_group_id(units, i), id) == 0)
            return i;
    return DTI_NONE;
}

static void read_own_figure(struct reading *at, const cJSON *object, const struct dti__path *path,
                            struct dti__printed *out)
{
    static const int own_kinds[] = {DTI_QUANTITY_VALUE, DTI_QUANTITY_POINTS, DTI_QUANTITY_COUNT};
    static const struct dti__field fields[] = {
        DTI__FIELD(struct raw_figure, code, "code", CODE, DTI__REQUIRED),
        DTI__FIELD_OF(struct raw_figure, figure.quantity, "quantity", own_quantities,
                      DTI__REQUIRED),
        DTI__FIELD_OF(struct raw_figure, figure.subject, "subject", dti__table_subjects, 0),
        DTI__FIELD(struct raw_figure, group, "group", ID, 0),
        DTI__FIELD(struct raw_figure, figure.text, "text", TEXT, DTI__REQUIRED),
        DTI__FIELD_IN(struct raw_figure, figure.decimals, "decimals", INTEGER, 0, 0, 9),
        DTI__FIELD_OF(struct raw_figure, figure.provenance, "provenance", dti__provenance_words, 0),
        DTI__FIELD(struct raw_figure, figure.source, "source", ID, 0),
        DTI__FIELD(struct raw_figure, figure.place, "place", TEXT, 0),
        DTI__FIELD(struct raw_figure, figure.note, "note", NAMES, 0),
    };
    struct raw_figure raw = as_printed;
    struct dti__path group = {path, "group", 0};
    if (!DTI__READ(&at->reader, object, path, fields, &raw))
        return;
    raw.figure.quantity = own_kinds[raw.figure.quantity];
    raw.figure.subject += DTI__PRINTED_MEAN;
    raw.figure.group = raw.group ? find_group(at->table->units, raw.group) : DTI_NONE;
    if (raw.group && raw.figure.group == DTI_NONE)
        dti__reader_find(&at->reader, DTI__MSG_UNKNOWN_REFERENCE, &group,
                         DTI__ARGS(DTI__TERM(DTI__MSG_TERM_GROUP), DTI__TEXT(raw.group)));
    check_subject(at, path, &raw.figure);
    find_node(at, path, &raw);
    *out = raw.figure;
}

static struct dti__printed *read_figures(
    struct reading *at, const cJSON *array, const struct dti__path *up, size_t *count,
    void (*read)(struct reading *, const cJSON *, const struct dti__path *, struct dti__printed *))
{
    struct dti__path path = {up, "figures", 0};
    struct dti__printed *figures =
        dti__read_room(&at->reader, array, &path, sizeof *figures, DTI__MOST_LIST, count);
    const cJSON *item = array ? array->child : NULL;
    for (size_t i = 0; i < *count; i++, item = item->next) {
        struct dti__path each = {&path, NULL, i};
        read(at, item, &each, &figures[i]);
    }
    return figures;
}

/* ── rows ── */

static void read_row(struct reading *at, const cJSON *object, const struct dti__path *path,
                     struct dti__table_row *row)
{
    struct raw_row {
        const char *unit;
        const cJSON *figures;
    };
    static const struct dti__field fields[] = {
        DTI__FIELD(struct raw_row, unit, "unit", ID, DTI__REQUIRED),
        DTI__FIELD(struct raw_row, figures, "figures", ARRAY, DTI__REQUIRED),
    };
    struct raw_row raw = {NULL, NULL};
    struct dti__path unit = {path, "unit", 0};
    struct dti__date day = {0, 0, 0};
    if (!DTI__READ(&at->reader, object, path, fields, &raw))
        return;
    row->unit = dti_units_find(at->table->units, raw.unit, at->table->day);
    (void)dti__date_read(at->table->day, &day);
    if (row->unit == DTI_NONE)
        dti__reader_find(&at->reader, DTI__MSG_TABLE_UNIT_UNKNOWN, &unit,
                         DTI__ARGS(DTI__TEXT(raw.unit), DTI__TEXT(dti_units_id(at->table->units)),
                                   DTI__DATE(day)));
    row->figures = read_figures(at, raw.figures, path, &row->figure_count, read_figure);
}

static void read_rows(struct reading *at, const cJSON *array)
{
    dti_table *table = at->table;
    struct dti__path path = {NULL, "rows", 0};
    table->rows = dti__read_room(&at->reader, array, &path, sizeof *table->rows, DTI__MOST_LIST,
                                 &table->row_count);
    const cJSON *item = array ? array->child : NULL;
    for (size_t i = 0; i < table->row_count; i++, item = item->next) {
        struct dti__path each = {&path, NULL, i};
        read_row(at, item, &each, &table->rows[i]);
    }
}

/* Cells are filled in what is complete: a fault in the shape would only bring follow-up faults. */
dti_table *dti__table_from(const cJSON *tree, const dti_framework *framework,
                           const dti_units *units, const dti_allocator *allocator,
                           dti_report *report)
{
    struct head head = {.id = "", .version = ""};
    size_t errors = dti__report_errors(report);
    dti_table *table = dti__table_new(framework, units, allocator);
    if (!table)
        return NULL;
    struct reading at = {{&table->arena, report, false}, table};
    DTI__READ(&at.reader, tree, NULL, head_fields, &head);
    read_head(&at, &head);
    read_rows(&at, head.rows);
    table->figures = read_figures(&at, head.figures, NULL, &table->figure_count, read_own_figure);
    if (!at.reader.out_of_memory && dti__report_errors(report) == errors)
        at.reader.out_of_memory = dti__table_finish(table, report) != DTI_OK;
    if (!at.reader.out_of_memory)
        return table;
    dti_table_unref(table);
    return NULL;
}

void *dti__table_read(struct dti__document *document)
{
    struct head head = {.format = NULL};
    const struct dti__top *top = DTI__TOP(DTI__TABLE_FORMAT, head_fields, &head);
    const dti_framework *framework = dti__bind(document, top);
    struct dti__date at;
    const dti_units *units = framework ? dti__bind_units(document, top, &at) : NULL;
    dti_table *table = units ? dti__table_from(document->tree, framework, units,
                                               &document->allocator, document->report)
                             : NULL;
    if (units && !table)
        document->reader.out_of_memory = true;
    return table;
}
