/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
#include "io/form-csv-rows.h"

#include "base/fold.h"
#include "io/form-read.h"

#include <stdlib.h>
#include <string.h>

#define MOST_SUB_DIGITS 6
#define MOST_KEY        72 /* bytes of a key: section, point, number */

const char *dti__entry_text(const struct dti__filling *filling, const struct dti__entry *entry,
                            enum dti__column column)
{
    return dti__sheet_text(filling->sheet, entry->line, column);
}

bool dti__entry_has(const struct dti__filling *filling, const struct dti__entry *entry,
                    enum dti__column column)
{
    return !dti__is_blank(dti__entry_text(filling, entry, column));
}

void dti__entry_find(const struct dti__filling *filling, const struct dti__entry *entry,
                     enum dti__column column, enum dti__msg message, const struct dti__arg *args,
                     size_t arg_count)
{
    dti__csv_find(&filling->sheet->csv, dti__sheet_offset(filling->sheet, entry->line, column),
                  message, args, arg_count);
}

/* What somebody filled in; NULL if nobody did. */
static const char *content_of(const struct dti__filling *filling, const struct dti__entry *entry)
{
    static const enum dti__column columns[] = {DTI__COLUMN_VALUE,   DTI__COLUMN_NOTE,
                                               DTI__COLUMN_NOTE_EN, DTI__COLUMN_STATE,
                                               DTI__COLUMN_REASON,  DTI__COLUMN_REASON_EN};
    for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++)
        if (dti__entry_has(filling, entry, columns[i]))
            return dti__entry_text(filling, entry, columns[i]);
    return NULL;
}

/* "/2" */
static bool read_sub(const char **text, size_t *sub)
{
    const char *from = *text + 1;
    size_t count = strspn(from, "0123456789");
    for (size_t i = 0; i < count && i < MOST_SUB_DIGITS; i++)
        *sub = *sub * 10 + (size_t)(from[i] - '0');
    *text = from + count;
    return *sub > 0 && count <= MOST_SUB_DIGITS;
}

/* "II.5/2": the row II.5, its second part or thing. */
static bool find_key(const struct dti__filling *filling, struct dti__entry *entry, const char *key)
{
    char own[MOST_KEY];
    const char *from = key + strspn(key, " ");
    size_t length = strcspn(from, "/ ");
    const char *rest = from + length;
    if (length >= sizeof own)
        return false;
    memcpy(own, from, length);
    own[length] = '\0';
    if (*rest == '/' && !read_sub(&rest, &entry->sub))
        return false;
    if (rest[strspn(rest, " ")])
        return false;
    entry->row = dti__names_find(&filling->rows->keys, own);
    return entry->row != DTI_NONE;
}

/* By its name, where only one row has it. */
static void find_name(const struct dti__filling *filling, struct dti__entry *entry,
                      const char *name)
{
    const char *folded = dti__fold(filling->sheet->csv.arena, name);
    size_t count = filling->rows->row_count;
    entry->row = DTI_NONE;
    filling->sheet->csv.out_of_memory = filling->sheet->csv.out_of_memory || !folded;
    for (size_t i = 0; folded && i < count; i++) {
        if (strcmp(filling->names[2 * i], folded) != 0 &&
            strcmp(filling->names[2 * i + 1], folded) != 0)
            continue;
        if (entry->row != DTI_NONE) {
            const dti_collection *collection = filling->form->collection;
            if (content_of(filling, entry))
                dti__entry_find(
                    filling, entry, DTI__COLUMN_NAME, DTI__MSG_ROW_AMBIGUOUS,
                    DTI__ARGS(DTI__TEXT(filling->rows->id), DTI__TEXT(name),
                              DTI__TEXT(collection->rows[filling->rows->first_row + i].key)));
            entry->row = DTI_NONE;
            return;
        }
        entry->row = i;
    }
    const char *content = content_of(filling, entry);
    if (entry->row == DTI_NONE && content && folded)
        dti__entry_find(
            filling, entry, DTI__COLUMN_NAME, DTI__MSG_ROW_UNKNOWN,
            DTI__ARGS(DTI__TEXT(filling->rows->id), DTI__TEXT(name), DTI__TEXT(content)));
}

/* A line whose key was taken for that of another row would lose its figure to it. */
static void compare_name(const struct dti__filling *filling, const struct dti__entry *entry)
{
    const struct dti__form_line *row =
        &filling->form->collection->rows[filling->rows->first_row + entry->row];
    const char *name = dti__entry_text(filling, entry, DTI__COLUMN_NAME);
    const char *folded = dti__fold(filling->sheet->csv.arena, dti__csv_plain(name));
    filling->sheet->csv.out_of_memory = filling->sheet->csv.out_of_memory || !folded;
    if (entry->sub > 0 || dti__is_blank(name) || !folded ||
        strcmp(filling->names[2 * entry->row], folded) == 0 ||
        strcmp(filling->names[2 * entry->row + 1], folded) == 0)
        return;
    dti__entry_find(filling, entry, DTI__COLUMN_NAME, DTI__MSG_ROW_NAME_DIFFERS,
                    DTI__ARGS(DTI__TEXT(filling->rows->id), DTI__TEXT(row->key), DTI__TEXT(name),
                              DTI__NAMES(row->names.vi, row->names.en)));
}

static void place(struct dti__filling *filling, const struct dti__csv_line *line)
{
    struct dti__entry entry = {line, DTI_NONE, 0};
    const char *key = dti__sheet_text(filling->sheet, line, DTI__COLUMN_ROW);
    const char *content = content_of(filling, &entry);
    if (dti__is_blank(key)) {
        find_name(filling, &entry,
                  dti__csv_plain(dti__sheet_text(filling->sheet, line, DTI__COLUMN_NAME)));
    } else if (!find_key(filling, &entry, key)) {
        if (content)
            dti__entry_find(
                filling, &entry, DTI__COLUMN_ROW, DTI__MSG_ROW_UNKNOWN,
                DTI__ARGS(DTI__TEXT(filling->rows->id), DTI__TEXT(key), DTI__TEXT(content)));
        return;
    } else {
        compare_name(filling, &entry);
    }
    if (entry.row != DTI_NONE)
        filling->entries[filling->count++] = entry;
}

static int compare(const void *a, const void *b)
{
    const struct dti__entry *left = a;
    const struct dti__entry *right = b;
    if (left->row != right->row)
        return left->row < right->row ? -1 : 1;
    if (left->sub != right->sub)
        return left->sub < right->sub ? -1 : 1;
    return left->line < right->line ? -1 : left->line > right->line;
}

static bool fold_names(struct dti__filling *filling)
{
    struct dti__arena *arena = filling->sheet->csv.arena;
    const struct dti__form_sheet *rows = filling->rows;
    filling->names = dti__arena_array(arena, rows->row_count * 2, sizeof *filling->names);
    filling->entries =
        dti__arena_array(arena, filling->sheet->line_count, sizeof *filling->entries);
    bool has_memory = filling->names && filling->entries;
    for (size_t i = 0; i < rows->row_count && has_memory; i++) {
        struct dti__text2 names = filling->form->collection->rows[rows->first_row + i].names;
        filling->names[2 * i] = dti__fold(arena, names.vi);
        filling->names[2 * i + 1] = dti__fold(arena, names.en ? names.en : names.vi);
        has_memory = filling->names[2 * i] && filling->names[2 * i + 1];
    }
    return has_memory;
}

void dti__rows_read(struct dti__sheet *sheet, dti_form *form)
{
    struct dti__filling filling = {.sheet = sheet, .form = form, .rows = dti__form_sheet(form)};
    if (!fold_names(&filling)) {
        sheet->csv.out_of_memory = true;
        return;
    }
    for (size_t i = 0; i < sheet->line_count && !sheet->csv.out_of_memory; i++)
        place(&filling, &sheet->lines[i]);
    if (filling.count > 0)
        qsort(filling.entries, filling.count, sizeof *filling.entries, compare);
    for (size_t i = 0; i < filling.count && !sheet->csv.out_of_memory;) {
        size_t end = i;
        while (end < filling.count && filling.entries[end].row == filling.entries[i].row)
            end++;
        dti__entries_fill(&filling, filling.entries + i, end - i);
        i = end;
    }
}
