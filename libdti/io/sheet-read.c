/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Reading a table of points: columns by their titles, lines by their codes; every figure is a
 * change that can be looked at before it is applied. */
#include "base/fold.h"
#include "base/number.h"
#include "io/csv.h"
#include "io/sheet.h"
#include "model/changes.h"

#include <string.h>

const char *const dti__sheet_titles[DTI__SHEET_COLUMNS] = {
    "code",       "maximum",         "self",       "appraised", "final", "cause",
    "cause_self", "cause_appraised", "cause_final"};

/* Other titles, as the tables of provinces and of the ministry have them. */
static const struct {
    const char *title;
    enum dti__sheet_column column;
} titles[] = {
    {"Mã", DTI__SHEET_CODE},
    {"Mã chỉ số", DTI__SHEET_CODE},
    {"Chỉ số", DTI__SHEET_CODE},
    {"STT", DTI__SHEET_CODE},
    {"TT", DTI__SHEET_CODE},
    {"Điểm tối đa", DTI__SHEET_MAXIMUM},
    {"Điểm chuẩn", DTI__SHEET_MAXIMUM},
    {"Tự đánh giá", DTI__SHEET_SELF},
    {"Điểm tự đánh giá", DTI__SHEET_SELF},
    {"Tỉnh tự đánh giá", DTI__SHEET_SELF},
    {"Thẩm định", DTI__SHEET_APPRAISED},
    {"Điểm thẩm định", DTI__SHEET_APPRAISED},
    {"Bộ thẩm định", DTI__SHEET_APPRAISED},
    {"Bộ đánh giá", DTI__SHEET_APPRAISED},
    {"Chính thức", DTI__SHEET_FINAL},
    {"Điểm chính thức", DTI__SHEET_FINAL},
    {"Điểm cuối cùng", DTI__SHEET_FINAL},
    {"Nguyên nhân", DTI__SHEET_CAUSE},
    {"Nguyên nhân mất điểm", DTI__SHEET_CAUSE},
    {"Lý do", DTI__SHEET_CAUSE},
    {"Ghi chú của Bộ", DTI__SHEET_CAUSE},
};

struct cause { /* kept until it is clear which track it belongs to */
    size_t offset;
    const char **codes;
    size_t code_count;
    const char *text;
    int track;       /* DTI_TRACK_DEFAULT: the last one with points */
    bool has_points; /* its line has */
};

struct table {
    struct dti__csv csv;
    const dti_framework *framework;
    const char *numbering;
    dti_changes *changes;
    size_t columns[DTI__SHEET_COLUMNS]; /* DTI_NONE: not there */
    struct cause *causes;
    size_t cause_count;
    size_t cause_room;
    int last_track;         /* with points; DTI_TRACK_DEFAULT: none yet */
    unsigned char *is_read; /* by node: a line with points */
    bool out_of_memory;
};

static enum dti__sheet_column column_of(struct table *table, const char *title)
{
    char *folded = dti__fold(table->csv.arena, title);
    for (size_t i = 0; folded && i < DTI__SHEET_COLUMNS; i++)
        if (strcmp(dti__sheet_titles[i], folded) == 0)
            return (enum dti__sheet_column)i;
    for (size_t i = 0; folded && i < sizeof titles / sizeof titles[0]; i++) {
        const char *known = dti__fold(table->csv.arena, titles[i].title);
        table->out_of_memory = table->out_of_memory || !known;
        if (known && strcmp(known, folded) == 0)
            return titles[i].column;
    }
    table->out_of_memory = table->out_of_memory || !folded;
    return DTI__SHEET_COLUMNS;
}

static bool read_titles(struct table *table)
{
    struct dti__csv_line line;
    bool has_line = dti__csv_next(&table->csv, &line);
    for (size_t i = 0; i < DTI__SHEET_COLUMNS; i++)
        table->columns[i] = DTI_NONE;
    for (size_t i = 0; has_line && i < line.count; i++) {
        enum dti__sheet_column column = column_of(table, line.cells[i].text);
        if (column == DTI__SHEET_COLUMNS)
            continue;
        if (table->columns[column] != DTI_NONE)
            dti__csv_find(
                &table->csv, line.cells[i].offset, DTI__MSG_COLUMN_TWICE,
                DTI__ARGS(DTI__TEXT(dti__sheet_titles[column]), DTI__TEXT(line.cells[i].text)));
        table->columns[column] = i;
    }
    if (table->out_of_memory || table->csv.out_of_memory)
        return false;
    if (table->columns[DTI__SHEET_CODE] == DTI_NONE)
        dti__csv_find(&table->csv, has_line ? line.offset : table->csv.origin,
                      DTI__MSG_COLUMN_MISSING,
                      DTI__ARGS(DTI__TEXT(dti__sheet_titles[DTI__SHEET_CODE])));
    return table->columns[DTI__SHEET_CODE] != DTI_NONE;
}

static const struct dti__csv_cell *
cell_of(const struct table *table, const struct dti__csv_line *line, enum dti__sheet_column column)
{
    size_t at = table->columns[column];
    if (at == DTI_NONE || at >= line->count)
        return NULL;
    const char *text = line->cells[at].text;
    return text[strspn(text, " \t\r\n")] ? &line->cells[at] : NULL;
}

/* A trimmed copy of `length` bytes in the arena. */
static const char *trimmed(struct table *table, const char *text, size_t length)
{
    while (length > 0 && strchr(" \t\r\n", *text))
        text++, length--;
    while (length > 0 && strchr(" \t\r\n", text[length - 1]))
        length--;
    const char *copy = dti__arena_text(table->csv.arena, text, length);
    table->out_of_memory = table->out_of_memory || !copy;
    return copy;
}

/* The codes of a cell, "4.5" or "4.5, 4.6", in the default numbering. False if one is unknown. */
static bool read_codes(struct table *table, const struct dti__csv_cell *cell, const char ***codes,
                       size_t *count)
{
    const char *at = cell->text;
    *count = 0;
    *codes = dti__arena_array(table->csv.arena, strlen(at) / 2 + 1, sizeof **codes);
    table->out_of_memory = table->out_of_memory || !*codes;
    while (*at && !table->out_of_memory) {
        size_t length = strcspn(at, ",;");
        const char *code = trimmed(table, at, length);
        at += length + (at[length] != '\0');
        if (!code || !*code)
            continue;
        size_t node = dti_framework_find(table->framework, table->numbering, code);
        if (node == DTI_NONE) {
            dti__csv_find(&table->csv, cell->offset, DTI__MSG_SHEET_CODE,
                          DTI__ARGS(DTI__TEXT(code)));
            return false;
        }
        (*codes)[(*count)++] = table->framework->nodes[node].codes[0];
    }
    return !table->out_of_memory && *count > 0;
}

/* "1.000" of a maximum of 1000 may be one point, or a thousand. */
static bool is_two_ways(const char *text, int64_t amount, int decimals, int64_t most)
{
    size_t digits = strcspn(text, ",.");
    bool is_group = text[digits] && decimals == 3 && digits > 0 && digits <= 3 && *text != '0';
    return is_group && amount <= INT64_MAX / 1000 && amount * 1000 <= most;
}

static bool read_decimal(struct table *table, const struct dti__csv_cell *cell, int64_t most,
                         const char **text, int64_t *amount)
{
    int decimals = 0;
    *text = trimmed(table, cell->text, strlen(cell->text));
    if (!*text)
        return false;
    if (!dti__decimal_read(*text, strlen(*text), amount, &decimals)) {
        dti__csv_find(&table->csv, cell->offset, DTI__MSG_NOT_DECIMAL, DTI__ARGS(DTI__TEXT(*text)));
        return false;
    }
    if (!is_two_ways(*text, *amount, decimals, most))
        return true;
    dti__csv_find(
        &table->csv, cell->offset, DTI__MSG_SHEET_TWO_WAYS,
        DTI__ARGS(DTI__TEXT(*text), DTI__POINTS(*amount, -1), DTI__POINTS(*amount * 1000, -1)));
    return false;
}

/* The maximum is the framework's; another one says that the table belongs to something else. */
static void check_maximum(struct table *table, const struct dti__csv_line *line, const char *code,
                          int64_t most)
{
    const struct dti__csv_cell *cell = cell_of(table, line, DTI__SHEET_MAXIMUM);
    const char *text = cell ? trimmed(table, cell->text, strlen(cell->text)) : NULL;
    int64_t amount = 0;
    int decimals = 0;
    if (!text)
        return;
    bool is_read = dti__decimal_read(text, strlen(text), &amount, &decimals);
    bool has_thousands = is_read && is_two_ways(text, amount, decimals, most);
    if (!is_read || (amount != most && !(has_thousands && amount * 1000 == most)))
        dti__csv_find(&table->csv, cell->offset, DTI__MSG_SHEET_MAXIMUM,
                      DTI__ARGS(DTI__TEXT(code), DTI__TEXT(text), DTI__POINTS(most, -1)));
}

/* What the list of changes refuses is a finding of the table. */
static void take(struct table *table, size_t offset, dti_status status, dti_error *error)
{
    if (status == DTI_E_NOMEM)
        table->out_of_memory = true;
    else if (status != DTI_OK)
        dti__csv_find(&table->csv, offset, DTI__MSG_NOT_DECIMAL,
                      DTI__ARGS(DTI__TEXT(dti_error_arg(error, 0))));
    dti_error_free(error);
}

static void read_points(struct table *table, const struct dti__csv_line *line, const char *code,
                        int64_t most)
{
    for (int track = DTI_TRACK_SELF; track <= DTI_TRACK_FINAL; track++) {
        const struct dti__csv_cell *cell =
            cell_of(table, line, (enum dti__sheet_column)(DTI__SHEET_SELF + track - 1));
        const char *text = NULL;
        int64_t amount = 0;
        dti_error *error = NULL;
        if (!cell || !read_decimal(table, cell, most, &text, &amount))
            continue;
        dti_status status =
            dti_changes_set_points(table->changes, code, (dti_track)track, text, &error);
        take(table, cell->offset, status, error);
        table->last_track = track > table->last_track ? track : table->last_track;
    }
}

/* One text over several lines with points, as it comes from cells that were one, is one cause. */
static bool goes_on(struct table *table, const struct cause *cause)
{
    if (table->cause_count == 0)
        return false;
    struct cause *before = &table->causes[table->cause_count - 1];
    if (before->track != cause->track || !before->has_points || !cause->has_points ||
        strcmp(before->text, cause->text) != 0)
        return false;
    size_t count = before->code_count + cause->code_count;
    const char **codes = dti__arena_array(table->csv.arena, count, sizeof *codes);
    table->out_of_memory = table->out_of_memory || !codes;
    if (!codes)
        return true;
    memcpy(codes, before->codes, before->code_count * sizeof *codes);
    memcpy(codes + before->code_count, cause->codes, cause->code_count * sizeof *codes);
    before->codes = codes;
    before->code_count = count;
    return true;
}

static void keep_cause(struct table *table, const struct cause *cause)
{
    if (goes_on(table, cause) || table->out_of_memory)
        return;
    if (table->cause_count == table->cause_room) {
        size_t room = table->cause_room ? 2 * table->cause_room : 16;
        struct cause *grown = dti__arena_array(table->csv.arena, room, sizeof *grown);
        table->out_of_memory = !grown;
        if (!grown)
            return;
        if (table->cause_count > 0)
            memcpy(grown, table->causes, table->cause_count * sizeof *grown);
        table->causes = grown;
        table->cause_room = room;
    }
    table->causes[table->cause_count++] = *cause;
}

static bool has_points(const struct table *table, const struct dti__csv_line *line)
{
    for (int i = DTI__SHEET_SELF; i <= DTI__SHEET_FINAL; i++)
        if (cell_of(table, line, (enum dti__sheet_column)i))
            return true;
    return false;
}

/* Spreadsheets turn 1.10 into 1.1, whose points would silently be replaced. */
static bool is_first(struct table *table, const struct dti__csv_line *line, size_t node)
{
    const struct dti__csv_cell *cell = cell_of(table, line, DTI__SHEET_CODE);
    if (!has_points(table, line))
        return true;
    if (table->is_read[node])
        dti__csv_find(&table->csv, cell->offset, DTI__MSG_SHEET_TWICE,
                      DTI__ARGS(DTI__TEXT(cell->text)));
    bool was_read = table->is_read[node] != 0;
    table->is_read[node] = 1;
    return !was_read;
}

static void read_causes(struct table *table, const struct dti__csv_line *line, const char **codes,
                        size_t count)
{
    for (int i = 0; i <= DTI_TRACK_FINAL; i++) { /* 0: without a track of its own */
        const struct dti__csv_cell *cell =
            cell_of(table, line, (enum dti__sheet_column)(DTI__SHEET_CAUSE + i));
        if (!cell)
            continue;
        const char *plain = dti__csv_plain(cell->text);
        struct cause cause = {
            cell->offset,           codes, count, trimmed(table, plain, strlen(plain)), i,
            has_points(table, line)};
        if (cause.text)
            keep_cause(table, &cause);
    }
}

static void read_line(struct table *table, const struct dti__csv_line *line)
{
    const struct dti__csv_cell *cell = cell_of(table, line, DTI__SHEET_CODE);
    const char **codes = NULL;
    size_t count = 0;
    if (!cell || !read_codes(table, cell, &codes, &count))
        return; /* lines without a code are headings */
    if (count == 1) {
        size_t node = dti_framework_find(table->framework, NULL, codes[0]);
        int64_t most = table->framework->nodes[node].max_points;
        if (!is_first(table, line, node))
            return;
        check_maximum(table, line, codes[0], most);
        read_points(table, line, codes[0], most);
    }
    read_causes(table, line, codes, count);
}

static void add_causes(struct table *table)
{
    for (size_t i = 0; i < table->cause_count && !table->out_of_memory; i++) {
        const struct cause *cause = &table->causes[i];
        int track = cause->track == DTI_TRACK_DEFAULT ? table->last_track : cause->track;
        dti_error *error = NULL;
        if (track == DTI_TRACK_DEFAULT) {
            dti__csv_find(&table->csv, cause->offset, DTI__MSG_SHEET_CAUSE,
                          DTI__ARGS(DTI__TEXT(cause->text)));
            continue;
        }
        dti_status status = dti_changes_explain(table->changes, cause->codes, cause->code_count,
                                                (dti_track)track, cause->text, &error);
        take(table, cause->offset, status, error);
    }
}

static void read_table(struct table *table)
{
    struct dti__csv_line line;
    table->is_read = dti__arena_array(table->csv.arena, table->framework->node_count, 1);
    table->out_of_memory = !table->is_read;
    if (table->out_of_memory || !read_titles(table))
        return;
    while (!table->out_of_memory && dti__csv_next(&table->csv, &line))
        read_line(table, &line);
    add_causes(table);
}

static void *read(struct dti__document *document)
{
    struct table table = {.framework = document->given.framework,
                          .numbering = document->given.numbering};
    table.out_of_memory =
        dti_changes_new(table.framework, &document->allocator, &table.changes, NULL) != DTI_OK;
    if (!table.out_of_memory && dti__csv_open(&table.csv, document, &document->arena))
        read_table(&table);
    document->reader.out_of_memory = table.out_of_memory || table.csv.out_of_memory;
    return table.changes;
}

static void drop(void *changes)
{
    dti_changes_free(changes);
}

static const struct dti__kind kind = {.read_csv = read, .drop = drop};

dti_status dti_sheet_parse(const char *text, size_t length, const dti_framework *framework,
                           const char *numbering, const dti_parse_options *options,
                           dti_changes **changes, dti_error **error)
{
    const struct dti__given given = {.framework = framework, .numbering = numbering};
    if (!framework || !changes)
        return dti__fail_null(error, framework ? "changes" : "framework");
    if (numbering && !dti__framework_has_numbering(framework, numbering))
        return dti__fail(error, DTI__MSG_NUMBERING_UNKNOWN, DTI__ARGS(DTI__TEXT(numbering)));
    return dti__document_parse(&kind, text, length, &given, options, changes, error);
}
