/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
#include "model/reports.h"

#include <string.h>

static int compare_text(const char *a, const char *b)
{
    return strcmp(a ? a : "", b ? b : "");
}

static int compare_number(double a, double b)
{
    return (a > b) - (a < b);
}

static int compare_whole(int64_t a, int64_t b)
{
    return (a > b) - (a < b);
}

static int compare_items(const struct dti__report_of *a, const struct dti__report_of *b)
{
    int order = compare_whole((int64_t)a->item_count, (int64_t)b->item_count);
    for (size_t i = 0; order == 0 && i < a->item_count; i++)
        order = compare_text(a->items[i], b->items[i]);
    return order;
}

static int compare_figure(const struct dti__report_of *a, const struct dti__report_of *b)
{
    int order = compare_whole(a->state, b->state);
    if (order == 0 && a->state == DTI_STATE_PRESENT)
        order = compare_number(a->number, b->number);
    if (order == 0)
        order = compare_text(a->text, b->text);
    return order != 0 ? order : compare_items(a, b);
}

static int compare_parts(const struct dti__report_of *a, const struct dti__report_of *b)
{
    int order = compare_whole((int64_t)a->part_count, (int64_t)b->part_count);
    for (size_t i = 0; order == 0 && i < a->part_count; i++)
        order = compare_number(a->parts[i], b->parts[i]);
    return order;
}

static int compare_things(const struct dti__report_of *a, const struct dti__report_of *b)
{
    int order = compare_whole((int64_t)a->thing_count, (int64_t)b->thing_count);
    for (size_t i = 0; order == 0 && i < a->thing_count; i++) {
        order = compare_text(a->things[i].name, b->things[i].name);
        if (order == 0)
            order = a->things[i].counts - b->things[i].counts;
    }
    return order;
}

static int compare_place(const struct dti__report_of *a, const struct dti__report_of *b)
{
    int order = compare_text(a->reporter, b->reporter);
    if (order == 0)
        order = compare_text(a->form, b->form);
    return order != 0 ? order : compare_text(a->row, b->row);
}

static int compare_age(const struct dti__report_of *a, const struct dti__report_of *b)
{
    int order = dti__date_compare(a->date, b->date);
    return order != 0 ? order : compare_whole(a->revision, b->revision);
}

int dti__report_compare(const void *a, const void *b)
{
    const struct dti__report_of *left = a;
    const struct dti__report_of *right = b;
    int order = compare_place(left, right);
    if (order == 0)
        order = compare_age(left, right);
    if (order == 0)
        order = compare_figure(left, right);
    if (order == 0)
        order = compare_parts(left, right);
    if (order == 0)
        order = compare_things(left, right);
    if (order == 0)
        order = compare_text(left->note.vi, right->note.vi);
    return order != 0 ? order : compare_text(left->note.en, right->note.en);
}

bool dti__report_is_of_one_row(const struct dti__report_of *a, const struct dti__report_of *b)
{
    return compare_place(a, b) == 0;
}

bool dti__report_says_same(const struct dti__report_of *a, const struct dti__report_of *b)
{
    return compare_figure(a, b) == 0;
}

bool dti__report_is_awaited(const struct dti__report_of *report)
{
    return report->reporter && report->revision == 0;
}

bool dti__report_speaks(const struct dti__report_of *report)
{
    return report->state != DTI_STATE_MISSING && report->state != DTI_STATE_NOT_ASSESSED;
}

const struct dti__report_of *dti__reports_prior(const struct dti__figure *figure)
{
    const struct dti__report_of *first = figure->report_count > 0 ? figure->reports : NULL;
    return first && !first->reporter ? first : NULL;
}

bool dti__figure_is_prior(const struct dti__figure *figure)
{
    const struct dti__report_of said = {.state = figure->state,
                                        .number = figure->number,
                                        .text = figure->text,
                                        .items = figure->items,
                                        .item_count = figure->item_count};
    const struct dti__report_of *prior = dti__reports_prior(figure);
    return figure->report_count == 0 || (prior && dti__report_says_same(prior, &said));
}

void dti__reports_supersede(struct dti__figure *figure)
{
    const struct dti__report_of *latest = NULL;
    for (size_t i = figure->report_count; i-- > 0;) {
        struct dti__report_of *report = &figure->reports[i];
        if (!latest || !dti__report_is_of_one_row(report, latest))
            latest = report; /* the last one of its row stands last */
        bool is_superseded = compare_age(report, latest) < 0;
        if (report->is_superseded != is_superseded) /* a dossier that is shared stays untouched */
            report->is_superseded = is_superseded;
    }
}

bool dti__text_copy(struct dti__arena *arena, const char *text, const char **out)
{
    *out = text ? dti__arena_text(arena, text, strlen(text)) : NULL;
    return *out || !text;
}

static bool copy_things(struct dti__arena *arena, struct dti__report_of *out)
{
    const struct dti__thing *from = out->things;
    out->things = dti__arena_array(arena, out->thing_count, sizeof *out->things);
    bool has_room = out->things != NULL;
    for (size_t i = 0; has_room && i < out->thing_count; i++) {
        out->things[i].counts = from[i].counts;
        has_room = dti__text_copy(arena, from[i].name, &out->things[i].name);
    }
    return has_room;
}

static bool copy_lists(struct dti__arena *arena, const struct dti__report_of *report,
                       struct dti__report_of *out)
{
    double *parts = dti__arena_array(arena, report->part_count, sizeof *parts);
    out->items = dti__arena_array(arena, report->item_count, sizeof *out->items);
    if (!parts || !out->items || !copy_things(arena, out))
        return false;
    if (report->part_count > 0)
        memcpy(parts, report->parts, report->part_count * sizeof *parts);
    out->parts = parts;
    bool has_room = true;
    for (size_t i = 0; has_room && i < report->item_count; i++)
        has_room = dti__text_copy(arena, report->items[i], &out->items[i]);
    return has_room;
}

bool dti__report_copy(struct dti__arena *arena, const struct dti__report_of *report,
                      struct dti__report_of *out)
{
    *out = *report;
    return dti__text_copy(arena, report->reporter, &out->reporter) &&
           dti__text_copy(arena, report->form, &out->form) &&
           dti__text_copy(arena, report->row, &out->row) &&
           dti__text_copy(arena, report->text, &out->text) &&
           dti__text_copy(arena, report->note.vi, &out->note.vi) &&
           dti__text_copy(arena, report->note.en, &out->note.en) && copy_lists(arena, report, out);
}
