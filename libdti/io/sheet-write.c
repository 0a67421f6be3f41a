/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Writing a table of points: every indicator of the framework has its line, so that the table can
 * be filled in and read back. */
#include <dti/changes.h>

#include "base/number.h"
#include "io/csv.h"
#include "io/sheet.h"

#include <stdio.h>
#include <string.h>

struct sheet {
    const dti_dossier *dossier;
    const char *numbering;
    struct dti__buffer *buffer;
    int last_track; /* with points: its causes need no column of their own */
    bool has_causes[DTI_TRACK_FINAL + 1];
};

static const char *code_of(const struct sheet *sheet, size_t node)
{
    return dti_framework_node_code(sheet->dossier->framework, node, sheet->numbering);
}

static void look_through(struct sheet *sheet)
{
    const dti_dossier *dossier = sheet->dossier;
    for (int track = DTI_TRACK_SELF; track <= DTI_TRACK_FINAL; track++)
        for (size_t i = 0; i < dossier->framework->node_count; i++)
            if (dti__dossier_stated_points(dossier, i, (dti_track)track))
                sheet->last_track = track;
    for (size_t i = 0; i < dossier->explanation_count; i++)
        sheet->has_causes[dossier->explanations[i].track] = true;
}

static bool has_column(const struct sheet *sheet, int track)
{
    return track != sheet->last_track && sheet->has_causes[track];
}

/* The end of a line: causes of the last track, then of the others that have any. */
static void put_causes(const struct sheet *sheet, const struct dti__explanation *explanation)
{
    const char *text = explanation ? explanation->text.vi : "";
    bool is_last = explanation && explanation->track == sheet->last_track;
    dti__csv_put_safe(sheet->buffer, is_last ? text : "");
    for (int track = DTI_TRACK_SELF; track <= DTI_TRACK_FINAL; track++)
        if (has_column(sheet, track))
            dti__csv_put_safe(sheet->buffer,
                              explanation && explanation->track == track ? text : "");
    dti__csv_end_line(sheet->buffer);
}

static void put_titles(const struct sheet *sheet)
{
    for (int i = 0; i <= DTI__SHEET_CAUSE; i++)
        dti__csv_put(sheet->buffer, dti__sheet_titles[i], i == 0);
    for (int track = DTI_TRACK_SELF; track <= DTI_TRACK_FINAL; track++)
        if (has_column(sheet, track))
            dti__csv_put(sheet->buffer, dti__sheet_titles[DTI__SHEET_CAUSE + track], false);
    dti__csv_end_line(sheet->buffer);
}

static void put_node(const struct sheet *sheet, size_t node)
{
    char maximum[DTI__NUMBER_SIZE];
    dti__decimal_write(sheet->dossier->framework->nodes[node].max_points, '.', maximum);
    dti__csv_put(sheet->buffer, code_of(sheet, node), true);
    dti__csv_put(sheet->buffer, maximum, false);
    for (int track = DTI_TRACK_SELF; track <= DTI_TRACK_FINAL; track++) {
        const struct dti__stated *stated =
            dti__dossier_stated_points(sheet->dossier, node, (dti_track)track);
        dti__csv_put(sheet->buffer, stated ? stated->text : "", false);
    }
    put_causes(sheet, NULL);
}

/* A cause has a line of its own, for it may belong to several indicators. */
static void put_explanation(const struct sheet *sheet, const struct dti__explanation *explanation)
{
    for (size_t i = 0; i < explanation->code_count; i++) {
        if (i > 0)
            dti__buffer_put_text(sheet->buffer, ", ");
        else if (explanation->code_count > 1)
            dti__buffer_put_char(sheet->buffer, '"');
        dti__buffer_put_text(sheet->buffer, code_of(sheet, explanation->nodes[i]));
    }
    if (explanation->code_count > 1)
        dti__buffer_put_char(sheet->buffer, '"');
    for (int i = DTI__SHEET_MAXIMUM; i < DTI__SHEET_CAUSE; i++)
        dti__csv_put(sheet->buffer, "", false);
    put_causes(sheet, explanation);
}

dti_status dti_sheet_write(const dti_dossier *dossier, const char *numbering, dti_text **out,
                           dti_error **error)
{
    struct dti__buffer buffer;
    if (!dossier || !out)
        return dti__fail_null(error, dossier ? "out" : "dossier");
    if (numbering && !dti__framework_has_numbering(dossier->framework, numbering))
        return dti__fail(error, DTI__MSG_NUMBERING_UNKNOWN, DTI__ARGS(DTI__TEXT(numbering)));
    struct sheet sheet = {
        dossier, numbering ? numbering : dossier->numbering, &buffer, DTI_TRACK_DEFAULT, {false}};
    dti__buffer_init(&buffer, &dossier->arena.allocator);
    look_through(&sheet);
    put_titles(&sheet);
    for (size_t i = 0; i < dossier->framework->node_count; i++)
        if (*code_of(&sheet, i))
            put_node(&sheet, i);
    for (size_t i = 0; i < dossier->explanation_count; i++)
        put_explanation(&sheet, &dossier->explanations[i]);
    return dti__hand_out(&buffer, out, error);
}
