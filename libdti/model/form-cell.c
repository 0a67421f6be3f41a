/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Cells of a form: what each row accepts, whatever kind of document it came in, and what is said
 * where it does not. */
#include "model/form.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

struct dti__cell *dti__site_cell(const struct dti__site *site)
{
    return &site->form->cells[site->row - dti__form_sheet(site->form)->first_row];
}

const struct dti__form_line *dti__site_line(const struct dti__site *site)
{
    return &site->form->collection->rows[site->row];
}

const struct dti__input *dti__site_input(const struct dti__site *site)
{
    return &site->form->collection->framework->inputs[dti__site_line(site)->input];
}

void dti__site_find(const struct dti__site *site, enum dti__msg message,
                    const struct dti__arg *args, size_t arg_count)
{
    struct dti__arg all[DTI__MAX_ARGS] = {DTI__TEXT(dti__form_sheet(site->form)->id),
                                          DTI__TEXT(dti__site_line(site)->key)};
    for (size_t i = 0; i < arg_count && i + 2 < DTI__MAX_ARGS; i++)
        all[i + 2] = args[i];
    dti__report_add(site->report, message, site->pointer, all, arg_count + 2);
}

bool dti__site_refuse(const struct dti__site *site, struct dti__arg found, struct dti__arg expected)
{
    dti__site_find(site, DTI__MSG_CELL_WRONG, DTI__ARGS(found, expected));
    return false;
}

bool dti__site_refuse_answer(const struct dti__site *site, const char *answer)
{
    const struct dti__input *input = dti__site_input(site);
    char list[240] = "";
    size_t length = 0;
    if (input->kind != DTI_INPUT_CHOICE)
        return dti__site_refuse(site, DTI__TEXT(answer), DTI__TERM(DTI__MSG_TERM_YES_NO));
    for (size_t i = 0; i < input->choice_count && length < sizeof list; i++)
        length += (size_t)snprintf(list + length, sizeof list - length, "%s%s", i > 0 ? ", " : "",
                                   input->choices[i].id);
    return dti__site_refuse(site, DTI__TEXT(answer), DTI__TEXT(list));
}

/* A figure of an input; the row's own, or that of one of its parts. */
static bool accepts(const struct dti__site *site, const struct dti__input *input, double value)
{
    bool is_low = value < input->low;
    if (is_low || value > input->high) {
        dti__site_find(
            site, is_low ? DTI__MSG_CELL_BELOW : DTI__MSG_CELL_ABOVE,
            DTI__ARGS(DTI__NUMBER(value, -1), DTI__NUMBER(is_low ? input->low : input->high, -1)));
        return false;
    }
    if (input->kind == DTI_INPUT_COUNT && floor(value) < value)
        return dti__site_refuse(site, DTI__NUMBER(value, -1),
                                DTI__TERM(DTI__MSG_TERM_WHOLE_NUMBER));
    return true;
}

void dti__cell_settle(struct dti__cell *cell)
{
    cell->is_given =
        cell->figure.state != DTI_STATE_MISSING || cell->figure.reason.vi || cell->figure.note.vi;
}

static void fill(const struct dti__site *site, double number)
{
    struct dti__cell *cell = dti__site_cell(site);
    cell->figure.number = number;
    cell->figure.state = DTI_STATE_PRESENT;
}

bool dti__cell_set_number(const struct dti__site *site, double value)
{
    if (!accepts(site, dti__site_input(site), value))
        return false;
    fill(site, value);
    return true;
}

bool dti__cell_set_parts(const struct dti__site *site, double *parts)
{
    const struct dti__form_line *line = dti__site_line(site);
    const dti_framework *framework = site->form->collection->framework;
    double sum = 0;
    for (size_t i = 0; i < line->part_count; i++) {
        size_t input = line->parts[i].input == DTI_NONE ? line->input : line->parts[i].input;
        if (!accepts(site, &framework->inputs[input], parts[i]))
            return false;
        sum += parts[i];
    }
    if (!dti__cell_set_number(site, sum))
        return false;
    dti__site_cell(site)->parts = parts;
    return true;
}

/* A list input keeps the names of what counts, as a dossier does. */
static bool keep_items(const struct dti__site *site, const struct dti__thing *things, size_t count)
{
    struct dti__figure *figure = &dti__site_cell(site)->figure;
    const char **items = dti__arena_array(&site->form->arena, count, sizeof *items);
    if (!items)
        return false;
    for (size_t i = 0; i < count; i++)
        if (things[i].counts)
            items[figure->item_count++] = things[i].name;
    figure->items = items;
    return true;
}

bool dti__cell_set_things(const struct dti__site *site, struct dti__thing *things, size_t count,
                          bool *nomem)
{
    struct dti__cell *cell = dti__site_cell(site);
    size_t counted = 0;
    for (size_t i = 0; i < count; i++)
        counted += things[i].counts;
    if (!accepts(site, dti__site_input(site), (double)counted))
        return false;
    if (dti__site_input(site)->kind == DTI_INPUT_LIST && !keep_items(site, things, count)) {
        *nomem = true;
        return false;
    }
    fill(site, (double)counted);
    cell->things = count > 0 ? things : NULL;
    cell->thing_count = count;
    return true;
}
