/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* A row filled in from its lines: its own, and those of its parts or things. */
#include "io/form-csv-rows.h"
#include "io/form-read.h"
#include "io/parts.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static struct dti__site site_of(const struct dti__filling *filling, const struct dti__entry *entry)
{
    return (struct dti__site){filling->form, filling->rows->first_row + entry->row,
                              filling->sheet->csv.document->report, NULL};
}

/* Findings without a place, from `first` on, are about the figure of this line. */
static void place(const struct dti__filling *filling, const struct dti__entry *entry, size_t first)
{
    dti__csv_place(&filling->sheet->csv,
                   dti__sheet_offset(filling->sheet, entry->line, DTI__COLUMN_VALUE), first);
}

static void take_number(const struct dti__filling *filling, const struct dti__entry *own,
                        double computed)
{
    struct dti__site site = site_of(filling, own);
    const char *text = dti__entry_text(filling, own, DTI__COLUMN_VALUE);
    double number = 0;
    if (dti__is_blank(text) || !dti__cell_read_number(&site, text, &number))
        return;
    if (fabs(number - computed) > 1e-9 * fmax(1, fabs(computed)))
        dti__site_find(&site, DTI__MSG_CELL_SUM_DIFFERS,
                       DTI__ARGS(DTI__NUMBER(number, -1), DTI__NUMBER(computed, -1)));
}

/* All parts or none: a sum of some of them would be a figure that nobody gave. */
static void fill_parts(const struct dti__filling *filling, const struct dti__entry *entries,
                       size_t count)
{
    struct dti__site site = site_of(filling, entries);
    const struct dti__form_line *row = dti__site_line(&site);
    double *parts = dti__arena_array(&filling->form->arena, row->part_count, sizeof *parts);
    const struct dti__entry *given[DTI__MOST_OPERANDS] = {NULL};
    if (!parts) {
        filling->sheet->csv.out_of_memory = true;
        return;
    }
    for (size_t i = 0; i < count; i++)
        given[entries[i].sub - 1] = &entries[i];
    for (size_t i = 0; i < row->part_count; i++) {
        if (!given[i]) {
            dti__site_find(&site, DTI__MSG_CELL_PART_MISSING,
                           DTI__ARGS(DTI__INTEGER(i + 1),
                                     DTI__NAMES(row->parts[i].names.vi, row->parts[i].names.en)));
            return;
        }
        const char *text = dti__entry_text(filling, given[i], DTI__COLUMN_VALUE);
        size_t first = dti_report_count(site.report);
        bool is_number = dti__cell_read_number(&site, text, &parts[i]);
        place(filling, given[i], first);
        if (!is_number)
            return;
    }
    dti__cell_set_parts(&site, parts);
}

static bool read_thing(const struct dti__filling *filling, const struct dti__site *site,
                       const struct dti__entry *entry, struct dti__thing *thing)
{
    struct dti__arena *arena = &filling->form->arena;
    const struct dti__form_line *row = dti__site_line(site);
    const char *name = dti__csv_plain(dti__entry_text(filling, entry, DTI__COLUMN_NAME));
    const char *text = dti__entry_text(filling, entry, DTI__COLUMN_VALUE);
    bool *nomem = &filling->sheet->csv.out_of_memory;
    int truth = dti__is_blank(text) ? -1 : dti__truth_of_text(arena, text, nomem);
    if (dti__is_blank(name))
        return dti__site_refuse(site, DTI__TEXT(text), DTI__TERM(DTI__MSG_TERM_TEXT));
    if (truth < 0 && !dti__is_blank(text))
        return dti__site_refuse(site, DTI__TEXT(text), DTI__TERM(DTI__MSG_TERM_YES_NO));
    if (truth < 0 && row->counts.vi) {
        dti__site_find(site, DTI__MSG_CELL_COUNTS_NEEDED,
                       DTI__ARGS(DTI__TEXT(name), DTI__NAMES(row->counts.vi, row->counts.en)));
        return false;
    }
    if (truth == 0 && !row->counts.vi) {
        dti__site_find(site, DTI__MSG_CELL_ALL_COUNT, DTI__ARGS(DTI__TEXT(name)));
        return false;
    }
    thing->name = dti__arena_text(arena, name, strlen(name));
    thing->counts = truth != 0;
    *nomem = *nomem || !thing->name;
    return thing->name != NULL;
}

static void fill_things(const struct dti__filling *filling, const struct dti__entry *entries,
                        size_t count)
{
    struct dti__site site = site_of(filling, entries);
    struct dti__csv *csv = &filling->sheet->csv;
    struct dti__thing *things = dti__arena_array(&filling->form->arena, count, sizeof *things);
    bool is_sound = things != NULL;
    csv->out_of_memory = csv->out_of_memory || !things;
    for (size_t i = 0; i < count && things; i++) {
        size_t first = dti_report_count(csv->document->report);
        is_sound = read_thing(filling, &site, &entries[i], &things[i]) && is_sound;
        place(filling, &entries[i], first);
    }
    if (is_sound)
        dti__cell_set_things(&site, things, count, &csv->out_of_memory);
}

/* Lines below a row that say something; of things the name alone does. */
static size_t keep_filled(const struct dti__filling *filling, struct dti__entry *entries,
                          size_t count, bool is_list)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++)
        if (dti__entry_has(filling, &entries[i], DTI__COLUMN_VALUE) ||
            (is_list && dti__entry_has(filling, &entries[i], DTI__COLUMN_NAME)))
            entries[kept++] = entries[i];
    return kept;
}

static void fill_below(const struct dti__filling *filling, const struct dti__entry *own,
                       const struct dti__entry *entries, size_t count)
{
    struct dti__site site = site_of(filling, entries);
    const struct dti__form_line *row = dti__site_line(&site);
    if (!row->is_list && entries[count - 1].sub > row->part_count) {
        const struct dti__entry *last = &entries[count - 1];
        dti__entry_find(filling, last, DTI__COLUMN_ROW, DTI__MSG_ROW_UNKNOWN,
                        DTI__ARGS(DTI__TEXT(filling->rows->id),
                                  DTI__TEXT(dti__entry_text(filling, last, DTI__COLUMN_ROW)),
                                  DTI__TEXT(dti__entry_text(filling, last, DTI__COLUMN_VALUE))));
        return;
    }
    if (row->is_list)
        fill_things(filling, entries, count);
    else
        fill_parts(filling, entries, count);
    if (own && dti__site_cell(&site)->figure.state == DTI_STATE_PRESENT)
        take_number(filling, own, dti__site_cell(&site)->figure.number);
}

static const char *keep_text(const struct dti__filling *filling, const char *text)
{
    const char *plain = dti__csv_plain(text);
    char *copy =
        dti__is_blank(text) ? NULL : dti__arena_text(&filling->form->arena, plain, strlen(plain));
    bool is_lost = !copy && !dti__is_blank(text);
    filling->sheet->csv.out_of_memory = filling->sheet->csv.out_of_memory || is_lost;
    return copy;
}

/* A note beside a part or a thing is one of the row: there is no other place for it. */
static void add_note(const struct dti__filling *filling, const struct dti__entry *entry,
                     const char **note, enum dti__column column)
{
    const char *more = keep_text(filling, dti__entry_text(filling, entry, column));
    if (!more || !*note) {
        *note = more ? more : *note;
        return;
    }
    size_t size = strlen(*note) + strlen(more) + sizeof "; ";
    char *both = dti__arena_alloc(&filling->form->arena, size);
    if (both)
        snprintf(both, size, "%s; %s", *note, more);
    filling->sheet->csv.out_of_memory = filling->sheet->csv.out_of_memory || !both;
    *note = both;
}

static void fill_notes(const struct dti__filling *filling, const struct dti__entry *entries,
                       size_t count)
{
    struct dti__site site = site_of(filling, entries);
    struct dti__text2 *note = &dti__site_cell(&site)->figure.note;
    for (size_t i = 0; i < count; i++) {
        add_note(filling, &entries[i], &note->vi, DTI__COLUMN_NOTE);
        add_note(filling, &entries[i], &note->en, DTI__COLUMN_NOTE_EN);
    }
    if (!note->vi)
        note->vi = note->en; /* there is no note without Vietnamese */
}

static void fill_state(const struct dti__filling *filling, const struct dti__entry *own)
{
    struct dti__site site = site_of(filling, own);
    struct dti__figure *figure = &dti__site_cell(&site)->figure;
    const char *text = dti__entry_text(filling, own, DTI__COLUMN_STATE);
    bool *nomem = &filling->sheet->csv.out_of_memory;
    int state = dti__is_blank(text) ? -1 : dti__state_of_text(&filling->form->arena, text, nomem);
    if (state >= 0 && figure->state == DTI_STATE_PRESENT)
        dti__site_find(&site, DTI__MSG_CELL_STATE_AND_VALUE,
                       DTI__ARGS(DTI__TEXT(text),
                                 DTI__TEXT(dti__entry_text(filling, own, DTI__COLUMN_VALUE))));
    else if (state >= 0)
        figure->state = (uint8_t)state;
    else if (!dti__is_blank(text))
        dti__site_refuse(&site, DTI__TEXT(text),
                         DTI__TEXT("missing, not-applicable, not-assessed, rejected"));
    figure->reason.vi = keep_text(filling, dti__entry_text(filling, own, DTI__COLUMN_REASON));
    figure->reason.en = keep_text(filling, dti__entry_text(filling, own, DTI__COLUMN_REASON_EN));
    if (!figure->reason.vi)
        figure->reason.vi = figure->reason.en;
    if (figure->reason.vi && figure->state == DTI_STATE_PRESENT)
        dti__site_find(&site, DTI__MSG_CELL_REASON_ALONE, DTI__NO_ARGS);
}

void dti__entries_fill(const struct dti__filling *filling, struct dti__entry *entries, size_t count)
{
    struct dti__csv *csv = &filling->sheet->csv;
    struct dti__site site = site_of(filling, entries);
    const struct dti__entry *own = entries[0].sub == 0 ? entries : NULL;
    size_t first = dti_report_count(csv->document->report);
    for (size_t i = 1; i < count; i++) {
        if (entries[i].sub != entries[i - 1].sub)
            continue;
        dti__entry_find(
            filling, &entries[i], DTI__COLUMN_ROW, DTI__MSG_ROW_TWICE,
            DTI__ARGS(DTI__TEXT(filling->rows->id), DTI__TEXT(dti__site_line(&site)->key)));
        return;
    }
    fill_notes(filling, entries, count);
    size_t below = keep_filled(filling, entries + (own != NULL), count - (own != NULL),
                               dti__site_line(&site)->is_list);
    if (below > 0)
        fill_below(filling, own, entries + (own != NULL), below);
    else if (own && dti__entry_has(filling, own, DTI__COLUMN_VALUE))
        dti__cell_read_text(&site, dti__entry_text(filling, own, DTI__COLUMN_VALUE),
                            &csv->out_of_memory);
    if (own)
        fill_state(filling, own);
    dti__cell_settle(dti__site_cell(&site));
    place(filling, entries, first);
}
