/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* A form as CSV: a line per row, and below it one per part or thing. */
#include "base/figure-text.h"
#include "io/form-csv.h"
#include "io/parts.h"

#include <stdio.h>

#define BLANK_THINGS 3 /* lines below an empty list: people see where to write */

#define MARK_SIZE 24 /* "@" or "/", and a number */

struct sheet_writer {
    struct dti__buffer *buffer;
    const dti_form *form;
    bool has[DTI__COLUMNS];
    char year[MARK_SIZE];
    char revision[MARK_SIZE];
};

/* What a line holds besides what all have; NULL: nothing. */
struct content {
    const char *key;
    size_t sub;
    const char *name;
    const char *value;                /* our own words and figures */
    const char *text;                 /* or text from people */
    const struct dti__figure *figure; /* of the row itself: note, state, reason */
};

static void find_columns(struct sheet_writer *writer)
{
    size_t count = dti__form_sheet(writer->form)->row_count;
    for (size_t i = 0; i < DTI__COLUMNS; i++)
        writer->has[i] = i <= DTI__COLUMN_NOTE;
    for (size_t i = 0; i < count; i++) {
        const struct dti__figure *figure = &writer->form->cells[i].figure;
        if (figure->state != DTI_STATE_PRESENT && writer->form->cells[i].is_given &&
            (figure->state != DTI_STATE_MISSING || figure->reason.vi))
            writer->has[DTI__COLUMN_STATE] = true;
        writer->has[DTI__COLUMN_REASON] = writer->has[DTI__COLUMN_REASON] || figure->reason.vi;
        writer->has[DTI__COLUMN_NOTE_EN] = writer->has[DTI__COLUMN_NOTE_EN] || figure->note.en;
        writer->has[DTI__COLUMN_REASON_EN] =
            writer->has[DTI__COLUMN_REASON_EN] || figure->reason.en;
    }
}

static void put(struct sheet_writer *writer, const char *text)
{
    dti__csv_put(writer->buffer, text ? text : "", false);
}

static void put_safe(struct sheet_writer *writer, const char *text)
{
    dti__csv_put_safe(writer->buffer, text ? text : "");
}

static void put_collection(struct sheet_writer *writer)
{
    struct dti__buffer text;
    const dti_collection *collection = writer->form->collection;
    dti__buffer_init(&text, &writer->buffer->allocator);
    dti__buffer_put_text(&text, collection->id);
    dti__buffer_put_char(&text, '@');
    dti__buffer_put_text(&text, collection->version);
    dti__buffer_put_char(&text, '\0');
    if (text.failed)
        writer->buffer->failed = true;
    else
        dti__csv_put(writer->buffer, text.data, true);
    dti__buffer_release(&text);
}

static void put_key(struct sheet_writer *writer, const struct content *content)
{
    char key[96];
    if (content->sub > 0)
        snprintf(key, sizeof key, "%s/%zu", content->key, content->sub);
    else
        snprintf(key, sizeof key, "%s", content->key);
    put(writer, key);
}

/* The state of what has no figure; nothing for what is simply not filled in. */
static const char *state_of(const struct dti__figure *figure)
{
    bool is_said = figure->state != DTI_STATE_PRESENT &&
                   (figure->state != DTI_STATE_MISSING || figure->reason.vi);
    return is_said ? dti__state_words[figure->state] : "";
}

static void put_line(struct sheet_writer *writer, const struct dti__form_line *line,
                     const struct content *content)
{
    const dti_form *form = writer->form;
    const struct dti__form_sheet *sheet = dti__form_sheet(form);
    static const struct dti__figure nothing = {.state = DTI_STATE_MISSING};
    const struct dti__figure *figure = content->figure ? content->figure : &nothing;
    bool is_row = content->sub == 0;
    put_collection(writer);
    put(writer, sheet->id);
    put(writer, form->collection->reporters[form->reporter].id);
    put(writer, form->unit_id);
    put(writer, writer->year);
    put(writer, form->date_text);
    put(writer, writer->revision);
    put_key(writer, content);
    put(writer, is_row ? line->number : "");
    put_safe(writer,
             is_row ? dti__text2_in(sheet->sections[line->section].titles, DTI_LANG_VI) : "");
    put_safe(writer, content->name);
    put_safe(writer, is_row ? line->unit : "");
    if (content->text)
        put_safe(writer, content->text);
    else
        put(writer, content->value);
    put_safe(writer, figure->note.vi);
    if (writer->has[DTI__COLUMN_STATE])
        put(writer, state_of(figure));
    if (writer->has[DTI__COLUMN_REASON])
        put_safe(writer, figure->reason.vi);
    if (writer->has[DTI__COLUMN_NOTE_EN])
        put_safe(writer, figure->note.en);
    if (writer->has[DTI__COLUMN_REASON_EN])
        put_safe(writer, figure->reason.en);
    dti__csv_end_line(writer->buffer);
}

static void put_parts(struct sheet_writer *writer, const struct dti__form_line *line,
                      const struct dti__cell *cell)
{
    for (size_t i = 0; i < line->part_count; i++) {
        char value[DTI__FIGURE_TEXT_SIZE] = "";
        if (cell->parts)
            dti__figure_text_write(cell->parts[i], value);
        put_line(writer, line,
                 &(struct content){.key = line->key,
                                   .sub = i + 1,
                                   .name = dti__text2_in(line->parts[i].names, DTI_LANG_VI),
                                   .value = value});
    }
}

static void put_things(struct sheet_writer *writer, const struct dti__form_line *line,
                       const struct dti__cell *cell)
{
    size_t count = cell->is_given ? cell->thing_count : BLANK_THINGS;
    for (size_t i = 0; i < count; i++) {
        const struct dti__thing *thing = cell->things ? &cell->things[i] : NULL;
        put_line(writer, line,
                 &(struct content){.key = line->key,
                                   .sub = i + 1,
                                   .name = thing ? thing->name : "",
                                   .value = !thing          ? ""
                                            : thing->counts ? "yes"
                                                            : "no"});
    }
}

static void put_row(struct sheet_writer *writer, size_t index)
{
    const dti_collection *collection = writer->form->collection;
    const struct dti__form_line *line =
        &collection->rows[dti__form_sheet(writer->form)->first_row + index];
    const struct dti__input *input = &collection->framework->inputs[line->input];
    const struct dti__cell *cell = &writer->form->cells[index];
    char value[DTI__FIGURE_TEXT_SIZE] = "";
    struct content content = {.key = line->key,
                              .name = dti__text2_in(line->names, DTI_LANG_VI),
                              .value = value,
                              .figure = &cell->figure};
    bool is_present = cell->figure.state == DTI_STATE_PRESENT && !cell->parts && !cell->things;
    if (is_present && input->kind == DTI_INPUT_CHOICE)
        content.value = input->choices[(size_t)cell->figure.number].id;
    else if (is_present && input->kind == DTI_INPUT_YES_NO)
        content.value = cell->figure.number > 0 ? "yes" : "no";
    else if (is_present && input->kind == DTI_INPUT_TEXT)
        content.text = cell->figure.text;
    else if (is_present)
        dti__figure_text_write(cell->figure.number, value);
    put_line(writer, line, &content);
    put_parts(writer, line, cell);
    if (line->is_list)
        put_things(writer, line, cell);
}

void dti__form_csv_write(const dti_form *form, bool has_mark, struct dti__buffer *buffer)
{
    struct sheet_writer writer = {.buffer = buffer, .form = form};
    snprintf(writer.year, sizeof writer.year, "%d", (int)form->year);
    snprintf(writer.revision, sizeof writer.revision, "%d", (int)form->revision);
    find_columns(&writer);
    if (has_mark)
        dti__buffer_put_text(buffer, "\xEF\xBB\xBF");
    for (size_t i = 0; i < DTI__COLUMNS; i++)
        if (writer.has[i])
            dti__csv_put(buffer, has_mark ? dti__column_titles[i].vi : dti__column_titles[i].en,
                         i == 0);
    dti__csv_end_line(buffer);
    for (size_t i = 0; i < dti__form_sheet(form)->row_count; i++)
        put_row(&writer, i);
}
