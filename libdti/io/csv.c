/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
#include "io/csv.h"

#include "base/utf8.h"

#include <stdio.h>
#include <string.h>

#define MOST_CELLS 256 /* of a line */

static bool is_past(const struct dti__csv *csv)
{
    return csv->at >= csv->document->length;
}

static char here(const struct dti__csv *csv)
{
    return is_past(csv) ? '\0' : csv->document->text[csv->at];
}

static bool is_line_end(char c)
{
    return c == '\n' || c == '\r';
}

void dti__csv_place(struct dti__csv *csv, size_t offset, size_t first)
{
    const dti_report *report = csv->document->report;
    size_t count = dti_report_count(report);
    while (first < count && dti_report_line(report, first) > 0)
        first++;
    if (first == count)
        return;
    if (offset < csv->position.offset || csv->position.line == 0)
        csv->position = dti__position_first(csv->origin);
    dti__position_advance(&csv->position, csv->document->text, offset);
    for (size_t i = first; i < count; i++)
        if (dti_report_line(report, i) == 0)
            dti__report_place(csv->document->report, i, csv->position.line, csv->position.column,
                              offset);
}

void dti__csv_place_one(struct dti__csv *csv, size_t offset, size_t index)
{
    if (offset < csv->position.offset || csv->position.line == 0)
        csv->position = dti__position_first(csv->origin);
    dti__position_advance(&csv->position, csv->document->text, offset);
    dti__report_place(csv->document->report, index, csv->position.line, csv->position.column,
                      offset);
    dti__report_drop_pointer(csv->document->report, index);
}

void dti__csv_find(struct dti__csv *csv, size_t offset, enum dti__msg message,
                   const struct dti__arg *args, size_t arg_count)
{
    size_t first = dti_report_count(csv->document->report);
    dti__report_add(csv->document->report, message, NULL, args, arg_count);
    dti__csv_place(csv, offset, first);
}

/* Within the limit, UTF-8 throughout, and no U+0000, so that every cell is one terminated text. */
static bool check_bytes(struct dti__csv *csv)
{
    const struct dti__document *document = csv->document;
    uint64_t most = document->options.max_bytes > 0 ? document->options.max_bytes : DTI_LIMIT_BYTES;
    size_t bad = 0;
    if (document->length > most) {
        dti__csv_find(csv, 0, DTI__MSG_JSON_BYTES,
                      DTI__ARGS(DTI__INTEGER(document->length), DTI__INTEGER(most)));
        return false;
    }
    if (!dti__utf8_valid(document->text, document->length, &bad)) {
        char byte[8];
        snprintf(byte, sizeof byte, "0x%02X", (unsigned)(unsigned char)document->text[bad]);
        dti__csv_find(csv, bad, DTI__MSG_JSON_UTF8, DTI__ARGS(DTI__TEXT(byte)));
        return false;
    }
    const char *nul = memchr(document->text, '\0', document->length);
    if (nul)
        dti__csv_find(csv, (size_t)(nul - document->text), DTI__MSG_JSON_NUL, DTI__NO_ARGS);
    return !nul;
}

/* What separates the titles, outside quotes: commas, unless semicolons are more. */
static char find_separator(const struct dti__csv *csv)
{
    const struct dti__document *document = csv->document;
    size_t commas = 0;
    size_t semicolons = 0;
    bool is_quoted = false;
    for (size_t i = csv->at; i < document->length; i++) {
        char c = document->text[i];
        if (!is_quoted && is_line_end(c))
            break;
        is_quoted = is_quoted != (c == '"');
        commas += !is_quoted && c == ',';
        semicolons += !is_quoted && c == ';';
    }
    return semicolons > commas ? ';' : ',';
}

bool dti__csv_open(struct dti__csv *csv, struct dti__document *document, struct dti__arena *arena)
{
    bool has_mark = document->length >= 3 && memcmp(document->text, "\xEF\xBB\xBF", 3) == 0;
    *csv = (struct dti__csv){.document = document, .arena = arena, .origin = has_mark ? 3 : 0};
    csv->at = csv->origin;
    if (!check_bytes(csv))
        return false;
    while (is_line_end(here(csv)))
        csv->at++;
    csv->separator = find_separator(csv);
    return true;
}

static bool keep(struct dti__csv *csv, struct dti__csv_cell *cell, const char *text, size_t length)
{
    cell->text = dti__nfc(csv->arena, text, length);
    csv->out_of_memory = csv->out_of_memory || !cell->text;
    return cell->text != NULL;
}

static bool read_plain(struct dti__csv *csv, struct dti__csv_cell *cell)
{
    size_t start = csv->at;
    while (!is_past(csv) && here(csv) != csv->separator && !is_line_end(here(csv))) {
        if (here(csv) == '"') {
            dti__csv_find(csv, csv->at, DTI__MSG_CSV_QUOTE_INSIDE, DTI__NO_ARGS);
            return false;
        }
        csv->at++;
    }
    return keep(csv, cell, csv->document->text + start, csv->at - start);
}

/* Behind the quote that opens; each doubled quote inside is one. */
static bool read_quoted(struct dti__csv *csv, struct dti__csv_cell *cell)
{
    const char *text = csv->document->text;
    size_t start = ++csv->at;
    size_t length = 0;
    while (!is_past(csv) && (text[csv->at] != '"' ||
                             (csv->at + 1 < csv->document->length && text[csv->at + 1] == '"'))) {
        csv->at += text[csv->at] == '"' ? 2 : 1;
        length++;
    }
    if (is_past(csv)) {
        dti__csv_find(csv, cell->offset, DTI__MSG_CSV_QUOTE_OPEN, DTI__NO_ARGS);
        return false;
    }
    char *inside = dti__arena_alloc(csv->arena, length + 1);
    if (!inside) {
        csv->out_of_memory = true;
        return false;
    }
    for (size_t from = start, to = 0; to < length; to++) {
        inside[to] = text[from];
        from += text[from] == '"' ? 2 : 1;
    }
    csv->at++;
    return keep(csv, cell, inside, length);
}

static bool read_cell(struct dti__csv *csv, struct dti__csv_cell *cell)
{
    uint32_t limit = csv->document->options.max_string > 0 ? csv->document->options.max_string
                                                           : DTI_LIMIT_STRING;
    cell->offset = csv->at;
    bool is_quoted = here(csv) == '"';
    if (!(is_quoted ? read_quoted(csv, cell) : read_plain(csv, cell)))
        return false;
    if (strlen(cell->text) > limit) {
        dti__csv_find(csv, cell->offset, DTI__MSG_JSON_STRING, DTI__ARGS(DTI__INTEGER(limit)));
        return false;
    }
    if (is_past(csv) || here(csv) == csv->separator || is_line_end(here(csv)))
        return true;
    char found[5] = {csv->document->text[csv->at]};
    dti__csv_find(csv, csv->at, DTI__MSG_CSV_AFTER_QUOTE,
                  DTI__ARGS(DTI__TEXT((unsigned char)found[0] < 0x80 ? found : "…"),
                            DTI__TEXT(csv->separator == ';' ? ";" : ",")));
    return false;
}

static bool read_line(struct dti__csv *csv, struct dti__csv_line *line)
{
    struct dti__csv_cell cells[MOST_CELLS];
    line->offset = csv->at;
    line->count = 0;
    for (;;) {
        if (line->count == MOST_CELLS) {
            dti__csv_find(csv, csv->at, DTI__MSG_TOO_MANY,
                          DTI__ARGS(DTI__INTEGER(MOST_CELLS + 1), DTI__INTEGER(MOST_CELLS)));
            return false;
        }
        if (!read_cell(csv, &cells[line->count++]))
            return false;
        if (here(csv) != csv->separator || is_past(csv))
            break;
        csv->at++;
    }
    uint32_t limit = csv->document->options.max_values > 0 ? csv->document->options.max_values
                                                           : DTI_LIMIT_VALUES;
    csv->cell_count += line->count;
    if (csv->cell_count > limit) {
        dti__csv_find(csv, line->offset, DTI__MSG_JSON_VALUES, DTI__ARGS(DTI__INTEGER(limit)));
        return false;
    }
    line->cells = dti__arena_array(csv->arena, line->count, sizeof *line->cells);
    if (!line->cells) {
        csv->out_of_memory = true;
        return false;
    }
    memcpy(line->cells, cells, line->count * sizeof *cells);
    return true;
}

bool dti__csv_next(struct dti__csv *csv, struct dti__csv_line *line)
{
    while (is_line_end(here(csv)))
        csv->at++;
    return !is_past(csv) && !csv->out_of_memory && read_line(csv, line);
}

void dti__csv_put(struct dti__buffer *buffer, const char *text, bool is_first)
{
    size_t length = strlen(text);
    bool has_edge = length > 0 && (text[0] == ' ' || text[length - 1] == ' ');
    if (!is_first)
        dti__buffer_put_char(buffer, ',');
    if (!has_edge && !text[strcspn(text, ",;\"\r\n\t")]) {
        dti__buffer_put(buffer, text, length);
        return;
    }
    dti__buffer_put_char(buffer, '"');
    for (size_t i = 0; i < length; i++) {
        if (text[i] == '"')
            dti__buffer_put_char(buffer, '"');
        dti__buffer_put_char(buffer, text[i]);
    }
    dti__buffer_put_char(buffer, '"');
}

/* What begins a formula, and the apostrophe itself in front of one. */
static bool is_risky(char c)
{
    return c != '\0' && strchr("=+-@\t\r'", c);
}

void dti__csv_put_safe(struct dti__buffer *buffer, const char *text)
{
    struct dti__buffer safe;
    bool is_formula = is_risky(text[0]) && (text[0] != '\'' || is_risky(text[1]));
    if (!is_formula) {
        dti__csv_put(buffer, text, false);
        return;
    }
    dti__buffer_init(&safe, &buffer->allocator);
    dti__buffer_put_char(&safe, '\'');
    dti__buffer_put(&safe, text, strlen(text) + 1);
    if (safe.failed)
        buffer->failed = true;
    else
        dti__csv_put(buffer, safe.data, false);
    dti__buffer_release(&safe);
}

const char *dti__csv_plain(const char *text)
{
    return text[0] == '\'' && is_risky(text[1]) ? text + 1 : text;
}

void dti__csv_end_line(struct dti__buffer *buffer)
{
    dti__buffer_put_text(buffer, "\r\n");
}
