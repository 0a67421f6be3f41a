/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
#include "score/lower.h"

#include "score/quantity.h"

bool dti__row_new(const dti_framework *framework, struct dti__arena *arena, struct dti__row *row)
{
    size_t count = framework->input_count;
    row->values = dti__arena_array(arena, count, sizeof *row->values);
    row->states = dti__arena_array(arena, count, sizeof *row->states);
    row->is_derived = dti__arena_array(arena, count, sizeof *row->is_derived);
    row->columns = dti__arena_array(arena, count, sizeof *row->columns);
    if (!row->values || !row->states || !row->is_derived || !row->columns)
        return false;
    for (size_t i = 0; i < count; i++) {
        row->states[i] = DTI_STATE_MISSING;
        row->columns[i] =
            (struct dti__column){.values = &row->values[i], .states = &row->states[i]};
    }
    return true;
}

double dti__row_plain(const dti_framework *framework, size_t input, double number)
{
    size_t unit = framework->inputs[input].unit;
    double divisor = unit == DTI_NONE ? 1 : framework->units[unit].divisor;
    double plain = number;
    if (divisor > 1 || divisor < 1)
        dti__loops_plain.plain(&number, 1, divisor, &plain);
    return plain;
}

static const struct dti__rows one_row = {0, 1};

uint8_t dti__row_quantity(const struct dti__row *row, const struct dti__quantity *quantity,
                          double *value)
{
    struct dti__room room;
    struct dti__cells cells;
    dti__quantity_read(quantity, row->columns, &one_row, &dti__loops_plain, &room, &cells);
    *value = cells.values[0];
    return dti__states_of(&cells.states, 0);
}

void dti__row_derive(const dti_framework *framework, struct dti__row *row)
{
    for (size_t i = 0; i < framework->derive_count; i++) {
        size_t index = framework->derive_order[i];
        const struct dti__input *input = &framework->inputs[index];
        struct dti__room room;
        struct dti__cells derived;
        struct dti__states states;
        dti__quantity_read(&input->derive, row->columns, &one_row, &dti__loops_plain, &room,
                           &derived);
        dti__states_read(&row->states[index], 1, &dti__loops_plain, &states);
        row->is_derived[index] = dti__derived_take(input->prefer_derived, &derived, &one_row,
                                                   &row->values[index], &states) != 0;
        row->states[index] = dti__states_of(&states, 0);
    }
}

/* Where nothing is reported, or where the framework prefers the count. That a figure cannot be, or
 * was not accepted, was decided about the figure itself. */
static void count_evidence(const dti_framework *framework, const struct dti__support *support,
                           struct dti__row *row)
{
    for (size_t i = 0; i < framework->input_count; i++) {
        uint8_t state = row->states[i];
        double count = 0;
        if (state == DTI_STATE_NOT_APPLICABLE || state == DTI_STATE_REJECTED ||
            (state == DTI_STATE_PRESENT && !framework->inputs[i].prefer_derived) ||
            !dti__support_count(support, &framework->inputs[i], &count))
            continue;
        row->values[i] = dti__row_plain(framework, i, count);
        row->states[i] = DTI_STATE_PRESENT;
        row->is_derived[i] = 1;
    }
}

bool dti__row_lower(const dti_dossier *dossier, const struct dti__support *support,
                    struct dti__arena *arena, struct dti__row *row)
{
    const dti_framework *framework = dossier->framework;
    if (!dti__row_new(framework, arena, row))
        return false;
    for (size_t i = 0; i < framework->input_count; i++) {
        const struct dti__figure *figure = &dossier->figures[i];
        row->states[i] = figure->state;
        if (figure->state == DTI_STATE_PRESENT)
            row->values[i] = dti__row_plain(framework, i, figure->number);
    }
    if (support)
        count_evidence(framework, support, row);
    dti__row_derive(framework, row);
    return true;
}
