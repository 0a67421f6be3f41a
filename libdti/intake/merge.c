/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
#include "intake/merge.h"

#include "model/dossier-draft.h"

#include <stdio.h>
#include <string.h>

static dti_status check_form(const dti_dossier *dossier, const dti_form *form,
                             const dti_collection *collection, dti_error **error)
{
    const dti_collection *own = form->collection;
    const dti_framework *framework = own->framework;
    struct dti__arg sheet = DTI__TEXT(own->forms[own->reporters[form->reporter].form].id);
    struct dti__arg reporter = DTI__TEXT(own->reporters[form->reporter].id);
    if (!dti__framework_is_same(framework, dossier->framework))
        return dti__fail(error, DTI__MSG_FORM_OTHER_FRAMEWORK,
                         DTI__ARGS(sheet, reporter, DTI__TEXT(framework->id),
                                   DTI__TEXT(framework->version), DTI__TEXT(dossier->framework->id),
                                   DTI__TEXT(dossier->framework->version)));
    if (strcmp(own->digest, collection->digest) != 0)
        return dti__fail(error, DTI__MSG_FORM_OTHER_COLLECTION,
                         DTI__ARGS(sheet, reporter, DTI__TEXT(own->id), DTI__TEXT(own->version),
                                   DTI__TEXT(collection->id), DTI__TEXT(collection->version)));
    if (strcmp(form->unit_id, dossier->unit_id) != 0)
        return dti__fail(
            error, DTI__MSG_FORM_OTHER_UNIT,
            DTI__ARGS(sheet, reporter, DTI__TEXT(form->unit_id), DTI__TEXT(dossier->unit_id)));
    if (form->year != dossier->year)
        return dti__fail(
            error, DTI__MSG_FORM_OTHER_YEAR,
            DTI__ARGS(sheet, reporter, DTI__INTEGER(form->year), DTI__INTEGER(dossier->year)));
    return DTI_OK;
}

dti_status dti__merge_check(const dti_dossier *dossier, const dti_form *const *forms, size_t count,
                            dti_error **error)
{
    dti_status status = DTI_OK;
    for (size_t i = 0; status == DTI_OK && i < count; i++)
        status = forms[i] ? check_form(dossier, forms[i], forms[0]->collection, error)
                          : dti__fail_null(error, "forms");
    return status;
}

struct merge {
    dti_dossier *draft;
    dti_changes *changes;
    size_t *spare;              /* room for reports, one per input */
    struct dti__text2 reporter; /* names of who reports at the moment */
    bool out_of_memory;
};

static void enter(struct merge *merge, size_t input, const struct dti__report_of *report)
{
    struct dti__change item = {
        .kind = DTI_CHANGE_REPORT, .input = input, .reporter_names = merge->reporter};
    if (merge->out_of_memory || !dti__report_copy(&merge->changes->arena, report, &item.report)) {
        merge->out_of_memory = true;
        return;
    }
    if (merge->spare[input] == 0) {
        merge->spare[input] = merge->draft->figures[input].report_count + 4;
        merge->out_of_memory = !dti__draft_room(merge->draft, input, merge->spare[input]);
    }
    if (merge->out_of_memory || !dti__draft_report(merge->draft, input, &item.report))
        return;
    merge->spare[input]--;
    if (item.report.reporter)
        dti__draft_agency(merge->draft, item.report.reporter, merge->reporter);
    merge->out_of_memory = !dti__changes_add(merge->changes, &item);
}

static void add_report(struct merge *merge, size_t input, const struct dti__report_of *report)
{
    struct dti__report_of prior;
    if (dti__draft_has_prior(merge->draft, input, &prior))
        enter(merge, input, &prior);
    enter(merge, input, report);
}

static bool join(struct dti__arena *arena, const char *reason, const char *note, const char **out)
{
    *out = note;
    if (strcmp(reason, note) == 0)
        return true;
    size_t size = strlen(reason) + strlen(note) + sizeof "; ";
    char *both = dti__arena_alloc(arena, size);
    if (both)
        (void)snprintf(both, size, "%s; %s", reason, note);
    *out = both;
    return both != NULL;
}

/* Why there is no figure, and the remark, are one remark of the report. */
static bool take_remark(struct merge *merge, const struct dti__figure *figure,
                        struct dti__text2 *note)
{
    struct dti__arena *arena = &merge->changes->arena;
    bool has_english = figure->reason.en || figure->note.en;
    *note = figure->note.vi ? figure->note : figure->reason;
    if (!figure->note.vi || !figure->reason.vi)
        return true;
    return join(arena, figure->reason.vi, figure->note.vi, &note->vi) &&
           (!has_english || join(arena, dti__text2_in(figure->reason, DTI_LANG_EN),
                                 dti__text2_in(figure->note, DTI_LANG_EN), &note->en));
}

static void add_parts(struct merge *merge, const struct dti__form_line *line,
                      const struct dti__cell *cell, const struct dti__report_of *whole)
{
    for (size_t i = 0; cell->parts && i < line->part_count; i++) {
        char row[64];
        struct dti__report_of part = *whole;
        if (line->parts[i].input == DTI_NONE)
            continue;
        (void)snprintf(row, sizeof row, "%.40s/%zu", line->key, i + 1);
        part.row = row;
        part.number = cell->parts[i];
        part.parts = NULL;
        part.part_count = 0;
        part.note = (struct dti__text2){NULL, NULL};
        add_report(merge, line->parts[i].input, &part);
    }
}

/* The names go with the reports: a dossier says in words who is behind its figures. */
static void turn_to(struct merge *merge, const struct dti__reporter *reporter)
{
    struct dti__arena *arena = &merge->changes->arena;
    if (!dti__text_copy(arena, reporter->names.vi, &merge->reporter.vi) ||
        !dti__text_copy(arena, reporter->names.en, &merge->reporter.en))
        merge->out_of_memory = true;
}

static void add_form(struct merge *merge, const dti_form *form)
{
    const dti_collection *collection = form->collection;
    const struct dti__reporter *reporter = &collection->reporters[form->reporter];
    const struct dti__form_sheet *sheet = &collection->forms[reporter->form];
    turn_to(merge, reporter);
    for (size_t i = 0; i < sheet->row_count && !merge->out_of_memory; i++) {
        const struct dti__form_line *line = &collection->rows[sheet->first_row + i];
        const struct dti__cell *cell = &form->cells[i];
        const struct dti__figure *figure = &cell->figure;
        if (!cell->is_given || line->input == DTI_NONE)
            continue;
        struct dti__report_of report = {.reporter = reporter->id,
                                        .form = sheet->id,
                                        .row = line->key,
                                        .date = form->date,
                                        .revision = form->revision,
                                        .state = figure->state,
                                        .number = figure->number,
                                        .text = figure->text,
                                        .items = figure->items,
                                        .item_count = figure->item_count,
                                        .parts = cell->parts,
                                        .part_count = cell->parts ? line->part_count : 0,
                                        .things = cell->things,
                                        .thing_count = cell->thing_count};
        memcpy(report.date_text, form->date_text, sizeof report.date_text);
        merge->out_of_memory = !take_remark(merge, figure, &report.note);
        add_report(merge, line->input, &report);
        if (figure->state == DTI_STATE_PRESENT)
            add_parts(merge, line, cell, &report);
    }
}

static void await(struct merge *merge, const struct dti__reporter *reporter,
                  const struct dti__form_sheet *sheet, const char *row, size_t input)
{
    const struct dti__report_of report = {
        .reporter = reporter->id, .form = sheet->id, .row = row, .state = DTI_STATE_MISSING};
    if (input != DTI_NONE && dti__combine_needs_all(&merge->draft->framework->inputs[input]))
        add_report(merge, input, &report);
}

/* A sum must not look complete while somebody who was asked has not reported. So it is kept who
 * was: the figure then follows from the dossier alone. */
static void await_all(struct merge *merge, const dti_collection *collection)
{
    for (size_t r = 0; r < collection->reporter_count; r++) {
        const struct dti__reporter *reporter = &collection->reporters[r];
        const struct dti__form_sheet *sheet = &collection->forms[reporter->form];
        turn_to(merge, reporter);
        for (size_t i = 0; i < sheet->row_count && !merge->out_of_memory; i++) {
            const struct dti__form_line *line = &collection->rows[sheet->first_row + i];
            await(merge, reporter, sheet, line->key, line->input);
            for (size_t k = 0; k < line->part_count; k++) {
                char row[64];
                (void)snprintf(row, sizeof row, "%.40s/%zu", line->key, k + 1);
                await(merge, reporter, sheet, row, line->parts[k].input);
            }
        }
    }
}

static struct dti__report_of said_in(const struct dti__figure *figure)
{
    return (struct dti__report_of){.state = figure->state,
                                   .number = figure->number,
                                   .text = figure->text,
                                   .items = figure->items,
                                   .item_count = figure->item_count,
                                   .note = figure->reason};
}

/* Tells, for people, what the reports come to where that is new. */
static void tell_figures(struct merge *merge, const dti_dossier *dossier)
{
    for (size_t i = 0; i < dossier->framework->input_count; i++) {
        struct dti__change item = {.kind = DTI_CHANGE_INPUT, .input = i, .follows = true};
        struct dti__report_of before = said_in(&dossier->figures[i]);
        struct dti__report_of after = said_in(&merge->draft->figures[i]);
        struct dti__report_of kept;
        if (merge->draft->figures[i].report_count == 0 || dti__report_says_same(&before, &after))
            continue;
        if (!dti__report_copy(&merge->changes->arena, &after, &kept)) {
            merge->out_of_memory = true;
            return;
        }
        item.figure = (struct dti__figure){.is_listed = true,
                                           .state = kept.state,
                                           .number = kept.number,
                                           .text = kept.text,
                                           .items = kept.items,
                                           .item_count = kept.item_count,
                                           .reason = kept.note};
        if (!dti__changes_add(merge->changes, &item))
            merge->out_of_memory = true;
    }
}

bool dti__merge(const dti_dossier *dossier, dti_dossier *draft, const dti_form *const *forms,
                size_t count, dti_changes *changes)
{
    struct merge merge = {.draft = draft, .changes = changes};
    merge.spare =
        dti__arena_array(&draft->arena, draft->framework->input_count, sizeof *merge.spare);
    if (!merge.spare ||
        (count > 0 && !dti__draft_agency_room(draft, forms[0]->collection->reporter_count)))
        return false;
    for (size_t i = 0; i < count; i++)
        add_form(&merge, forms[i]);
    if (count > 0)
        await_all(&merge, forms[0]->collection);
    if (merge.out_of_memory || !dti__combine_all(draft->framework, draft->figures, NULL))
        return false;
    tell_figures(&merge, dossier);
    return !merge.out_of_memory;
}
