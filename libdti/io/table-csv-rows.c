/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Lines of a sheet as rows, figures and sources of a tree. */
#include "base/number.h"
#include "diag/record.h"
#include "io/parts.h"
#include "io/table-csv.h"
#include "model/units.h"

#include <stdio.h>
#include <string.h>

#define MOST_SOURCES 1000
#define MOST_LOOKS   20 /* for names that an unknown one may stand for: each is a look at all */

struct filling {
    struct dti__table_sheet *sheet;
    struct dti__writer *writer;
    const dti_framework *framework;
    const dti_units *units;
    const char *day;
    cJSON *rows;
    cJSON *figures; /* about all units; made with the first one */
    cJSON *sources;
    cJSON *tree;
    size_t own_count;
    size_t row_count;
    cJSON **lists;     /* of figures, by entry; NULL: no row yet */
    size_t *row_of;    /* by entry */
    size_t *count_of;  /* by entry */
    const char *known; /* the unit of the line before, which mostly goes on */
    size_t known_entry;
    size_t unknown_count;
    const char **source_texts;
    const char **source_ids;
    size_t source_count;
};

static const char *cell(struct filling *filling, const struct dti__table_line *line,
                        enum dti__table_column column)
{
    return dti__table_cell(filling->sheet, line, column);
}

static void find(struct filling *filling, const struct dti__table_line *line,
                 enum dti__table_column column, enum dti__msg message, const struct dti__arg *args,
                 size_t arg_count)
{
    dti__csv_find(&filling->sheet->csv, dti__table_offset(filling->sheet, line, column), message,
                  args, arg_count);
}

/* ── units ── */

/* What the look-up says of a name is said of the line. */
static size_t resolve(struct filling *filling, const struct dti__table_line *line, const char *name)
{
    dti_error *error = NULL;
    size_t entry = DTI_NONE;
    if (filling->known && strcmp(filling->known, name) == 0)
        return filling->known_entry;
    dti_status status = dti__units_resolve(filling->units, name, filling->day,
                                           filling->unknown_count >= MOST_LOOKS, &entry, &error);
    filling->unknown_count += status == DTI_E_NOT_FOUND;
    if (status == DTI_E_NOMEM)
        filling->writer->out_of_memory = true;
    else if (status != DTI_OK && error)
        find(filling, line, DTI__TABLE_UNIT, error->message, error->args, error->arg_count);
    dti_error_free(error);
    if (status != DTI_OK)
        return DTI_NONE;
    filling->known = name;
    filling->known_entry = entry;
    return entry;
}

/* The list of figures that a line goes to; NULL after a fault. */
static cJSON *list_of(struct filling *filling, struct dti__table_line *line, const char *unit)
{
    struct dti__writer *writer = filling->writer;
    if (!*unit) {
        if (!filling->figures)
            filling->figures = dti__write_array(writer, filling->tree, "figures");
        line->index = filling->own_count++;
        return filling->figures;
    }
    size_t entry = resolve(filling, line, unit);
    if (entry == DTI_NONE)
        return NULL;
    if (!filling->lists[entry]) {
        cJSON *row = dti__write_object(writer, filling->rows, NULL);
        dti__write_text(writer, row, "unit", dti_units_unit_id(filling->units, entry));
        filling->lists[entry] = dti__write_array(writer, row, "figures");
        filling->row_of[entry] = filling->row_count++;
    }
    line->row = filling->row_of[entry];
    line->index = filling->count_of[entry]++;
    return filling->lists[entry];
}

/* ── sources ── */

static void add_source(struct filling *filling, const char *text)
{
    struct dti__writer *writer = filling->writer;
    char made[32];
    snprintf(made, sizeof made, "source-%zu", filling->source_count + 1);
    const char *id =
        dti__is_id(text) ? text : dti__arena_text(filling->sheet->csv.arena, made, strlen(made));
    writer->out_of_memory = writer->out_of_memory || !id;
    if (!id)
        return;
    cJSON *source = dti__write_object(writer, filling->sources, NULL);
    dti__write_text(writer, source, "id", id);
    dti__write_names_if(writer, source, "titles", (struct dti__text2){text, NULL});
    if (strncmp(text, "http://", strlen("http://")) == 0 ||
        strncmp(text, "https://", strlen("https://")) == 0)
        dti__write_text(writer, source, "url", text);
    filling->source_texts[filling->source_count] = text;
    filling->source_ids[filling->source_count++] = id;
}

/* The id of a source that a cell names, by its id or in words; NULL if it names none. */
static const char *source_of(struct filling *filling, const struct dti__table_line *line)
{
    const char *text = dti__csv_plain(cell(filling, line, DTI__TABLE_SOURCE));
    if (!*text)
        return NULL;
    if (dti__framework_source(filling->framework, text))
        return text;
    for (size_t i = filling->source_count; i-- > 0;)
        if (strcmp(filling->source_texts[i], text) == 0)
            return filling->source_ids[i];
    if (filling->source_count == MOST_SOURCES) {
        find(filling, line, DTI__TABLE_SOURCE, DTI__MSG_TOO_MANY,
             DTI__ARGS(DTI__INTEGER(MOST_SOURCES + 1), DTI__INTEGER(MOST_SOURCES)));
        return NULL;
    }
    add_source(filling, text);
    return filling->writer->out_of_memory ? NULL : filling->source_ids[filling->source_count - 1];
}

/* ── figures ── */

static void put_word(struct filling *filling, cJSON *figure, const struct dti__table_line *line,
                     enum dti__table_column column, const char *key)
{
    const char *text = cell(filling, line, column);
    if (*text)
        dti__write_text(filling->writer, figure, key, dti__table_word(filling->sheet, text));
}

static void put_number(struct filling *filling, cJSON *figure, const struct dti__table_line *line,
                       enum dti__table_column column, const char *key)
{
    const char *text = cell(filling, line, column);
    int64_t amount = 0;
    int decimals = 0;
    if (!*text)
        return;
    if (!dti__decimal_read(text, strlen(text), &amount, &decimals) || amount % DTI_POINT != 0)
        find(filling, line, column, DTI__MSG_COLUMN_WRONG,
             DTI__ARGS(dti__table_column_arg(column), DTI__TEXT(text),
                       DTI__TERM(DTI__MSG_TERM_WHOLE_NUMBER)));
    else
        dti__write_number(filling->writer, figure, key, (double)(amount / DTI_POINT));
}

static void put_text(struct filling *filling, cJSON *figure, const struct dti__table_line *line,
                     enum dti__table_column column, const char *key)
{
    const char *text = dti__csv_plain(cell(filling, line, column));
    if (*text)
        dti__write_text(filling->writer, figure, key, text);
}

static void put_figure(struct filling *filling, cJSON *figure, const struct dti__table_line *line)
{
    struct dti__writer *writer = filling->writer;
    put_text(filling, figure, line, DTI__TABLE_CODE, "code");
    put_word(filling, figure, line, DTI__TABLE_QUANTITY, "quantity");
    put_word(filling, figure, line, DTI__TABLE_OF, "of");
    put_number(filling, figure, line, DTI__TABLE_AGAINST, "against");
    put_word(filling, figure, line, DTI__TABLE_SUBJECT, "subject");
    put_text(filling, figure, line, DTI__TABLE_GROUP, "group");
    put_text(filling, figure, line, DTI__TABLE_TEXT, "text");
    put_number(filling, figure, line, DTI__TABLE_DECIMALS, "decimals");
    put_word(filling, figure, line, DTI__TABLE_PROVENANCE, "provenance");
    dti__write_text_if(writer, figure, "source", source_of(filling, line));
    put_text(filling, figure, line, DTI__TABLE_PLACE, "place");
    const char *note = dti__csv_plain(cell(filling, line, DTI__TABLE_NOTE));
    dti__write_names_if(writer, figure, "note", (struct dti__text2){*note ? note : NULL, NULL});
}

/* A line without a unit is about all of them, if it says so; else somebody forgot the unit. */
static void put_line(struct filling *filling, struct dti__table_line *line)
{
    const char *unit = dti__csv_plain(cell(filling, line, DTI__TABLE_UNIT));
    if (!*unit && !*cell(filling, line, DTI__TABLE_SUBJECT)) {
        find(filling, line, DTI__TABLE_UNIT, DTI__MSG_COLUMN_EMPTY,
             DTI__ARGS(dti__table_column_arg(DTI__TABLE_UNIT)));
        return;
    }
    cJSON *list = list_of(filling, line, unit);
    if (list)
        put_figure(filling, dti__write_object(filling->writer, list, NULL), line);
}

void dti__table_sheet_write(struct dti__table_sheet *sheet, struct dti__writer *writer, cJSON *tree,
                            const dti_framework *framework, const dti_units *units, const char *day)
{
    struct dti__arena *arena = sheet->csv.arena;
    size_t entries = dti_units_count(units);
    struct filling filling = {.sheet = sheet,
                              .writer = writer,
                              .framework = framework,
                              .units = units,
                              .day = day,
                              .tree = tree};
    filling.sources = dti__write_array(writer, tree, "sources");
    filling.rows = dti__write_array(writer, tree, "rows");
    filling.lists = dti__arena_array(arena, entries, sizeof(cJSON *));
    filling.row_of = dti__arena_array(arena, entries, sizeof *filling.row_of);
    filling.count_of = dti__arena_array(arena, entries, sizeof *filling.count_of);
    filling.source_texts = dti__arena_array(arena, MOST_SOURCES, sizeof *filling.source_texts);
    filling.source_ids = dti__arena_array(arena, MOST_SOURCES, sizeof *filling.source_ids);
    if (!filling.lists || !filling.row_of || !filling.count_of || !filling.source_texts ||
        !filling.source_ids)
        writer->out_of_memory = true;
    for (size_t i = 0; i < sheet->line_count && !writer->out_of_memory; i++)
        put_line(&filling, &sheet->lines[i]);
}
