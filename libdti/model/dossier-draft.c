/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
#include "model/dossier-draft.h"

#include "model/reports.h"

#include <string.h>

/* `list` with room for `more` entries behind its own; in the arena. */
static void *extend(struct dti__arena *arena, const void *list, size_t count, size_t more,
                    size_t size)
{
    void *room = count <= SIZE_MAX - more ? dti__arena_array(arena, count + more, size) : NULL;
    if (room && count > 0)
        memcpy(room, list, count * size);
    return room;
}

static void copy_heads(dti_dossier *draft, const dti_dossier *from)
{
    draft->id = from->id;
    draft->version = from->version;
    draft->unit_id = from->unit_id;
    draft->unit_names = from->unit_names;
    draft->year = from->year;
    draft->numbering = from->numbering;
    draft->note = from->note;
    draft->sources = from->sources;
    draft->source_count = from->source_count;
    draft->has_evidence = from->has_evidence;
    draft->stages = from->stages;
    draft->listed_count = from->listed_count;
    size_t inputs = from->framework->input_count;
    memcpy(draft->figures, from->figures, inputs * sizeof *draft->figures);
    memcpy(draft->order, from->order, from->listed_count * sizeof *draft->order);
}

static bool copy_lists(dti_dossier *draft, const dti_dossier *from, size_t more)
{
    struct dti__arena *arena = &draft->arena;
    draft->stated = extend(arena, from->stated, from->stated_count, more, sizeof *draft->stated);
    draft->explanations = extend(arena, from->explanations, from->explanation_count, more,
                                 sizeof *draft->explanations);
    draft->agencies =
        extend(arena, from->agencies, from->agency_count, more, sizeof *draft->agencies);
    draft->replies = extend(arena, from->replies, from->reply_count, more, sizeof *draft->replies);
    draft->evidence =
        extend(arena, from->evidence, from->evidence_count, more, sizeof *draft->evidence);
    if (!draft->agencies || !draft->stated || !draft->explanations || !draft->replies ||
        !draft->evidence)
        return false;
    draft->agency_count = from->agency_count;
    draft->stated_count = from->stated_count;
    draft->explanation_count = from->explanation_count;
    draft->reply_count = from->reply_count;
    draft->evidence_count = from->evidence_count;
    for (size_t i = 0; i < draft->evidence_count; i++)
        dti_evidence_ref(draft->evidence[i]);
    return true;
}

static bool copy_figures(dti_dossier *draft, const dti_changes *changes)
{
    size_t inputs = draft->framework->input_count;
    size_t *reports = dti__arena_array(&draft->arena, inputs, sizeof *reports);
    size_t *decisions = dti__arena_array(&draft->arena, inputs, sizeof *decisions);
    bool has_room = reports && decisions;
    for (size_t i = 0; has_room && changes && i < changes->count; i++) {
        reports[changes->items[i].input] += changes->items[i].kind == DTI_CHANGE_REPORT;
        decisions[changes->items[i].input] += changes->items[i].kind == DTI_CHANGE_DECISION;
    }
    for (size_t i = 0; has_room && i < inputs; i++) {
        struct dti__figure *figure = &draft->figures[i];
        if (figure->report_count + reports[i] > 0) /* these are marked as superseded in place */
            has_room = dti__draft_room(draft, i, reports[i]);
        if (!has_room || decisions[i] == 0)
            continue;
        figure->decisions = extend(&draft->arena, figure->decisions, figure->decision_count,
                                   decisions[i], sizeof *figure->decisions);
        has_room = figure->decisions != NULL;
    }
    return has_room;
}

dti_dossier *dti__draft_new(const dti_dossier *dossier, const dti_changes *changes)
{
    dti_dossier *draft = dti__dossier_new(dossier->framework, &dossier->arena.allocator);
    if (!draft)
        return NULL;
    copy_heads(draft, dossier);
    if (copy_lists(draft, dossier, changes ? changes->count : 0) && copy_figures(draft, changes))
        return draft;
    dti_dossier_unref(draft);
    return NULL;
}

bool dti__draft_room(dti_dossier *draft, size_t input, size_t more)
{
    struct dti__figure *figure = &draft->figures[input];
    struct dti__report_of *room =
        extend(&draft->arena, figure->reports, figure->report_count, more, sizeof *figure->reports);
    if (room)
        figure->reports = room;
    return room != NULL;
}

bool dti__draft_agency_room(dti_dossier *draft, size_t more)
{
    struct dti__agency *room =
        extend(&draft->arena, draft->agencies, draft->agency_count, more, sizeof *draft->agencies);
    if (room)
        draft->agencies = room;
    return room != NULL;
}

/* Where a report stands, or would stand, in their order. */
static size_t report_place(const struct dti__figure *figure, const struct dti__report_of *report)
{
    size_t low = 0;
    size_t high = figure->report_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (dti__report_compare(&figure->reports[middle], report) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

bool dti__draft_report(dti_dossier *draft, size_t input, const struct dti__report_of *report)
{
    struct dti__figure *figure = &draft->figures[input];
    size_t at = report_place(figure, report);
    bool is_there =
        at < figure->report_count && dti__report_compare(&figure->reports[at], report) == 0;
    if (is_there)
        return false;
    struct dti__report_of *before = at > 0 ? &figure->reports[at - 1] : NULL;
    struct dti__report_of *after = at < figure->report_count ? &figure->reports[at] : NULL;
    if (dti__report_is_awaited(report) && after && dti__report_is_of_one_row(after, report))
        return false; /* it has come */
    if (before && dti__report_is_awaited(before) && dti__report_is_of_one_row(before, report)) {
        *before = *report;
        return true;
    }
    memmove(&figure->reports[at + 1], &figure->reports[at],
            (figure->report_count - at) * sizeof *figure->reports);
    figure->reports[at] = *report;
    figure->report_count++;
    return true;
}

void dti__draft_agency(dti_dossier *draft, const char *id, struct dti__text2 names)
{
    size_t at = draft->agency_count;
    for (size_t i = draft->agency_count; i-- > 0;) {
        int order = strcmp(id, draft->agencies[i].id);
        if (order == 0)
            return;
        at = order < 0 ? i : at;
    }
    memmove(&draft->agencies[at + 1], &draft->agencies[at],
            (draft->agency_count - at) * sizeof *draft->agencies);
    draft->agencies[at] = (struct dti__agency){id, names};
    draft->agency_count++;
}

bool dti__draft_has_prior(const dti_dossier *draft, size_t input, struct dti__report_of *prior)
{
    const struct dti__figure *figure = &draft->figures[input];
    bool is_known =
        figure->is_listed && (figure->state != DTI_STATE_MISSING || figure->reason.vi != NULL);
    if (!is_known || figure->report_count > 0)
        return false;
    *prior = (struct dti__report_of){.state = figure->state,
                                     .number = figure->number,
                                     .text = figure->text,
                                     .items = figure->items,
                                     .item_count = figure->item_count,
                                     .note = figure->reason};
    return true;
}

void dti__draft_list(dti_dossier *draft)
{
    draft->listed_count = 0;
    for (size_t i = 0; i < draft->framework->input_count; i++)
        if (draft->figures[i].is_listed)
            draft->order[draft->listed_count++] = i;
}
