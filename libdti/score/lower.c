/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
#include "score/lower.h"

#include "base/number.h"

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
        row->columns[i] = (struct dti__column){&row->values[i], &row->states[i]};
    }
    return true;
}

double dti__row_plain(const dti_framework *framework, size_t input, double number)
{
    int64_t nano = 0;
    bool is_exact = false;
    size_t unit = framework->inputs[input].unit;
    double divisor = unit == DTI_NONE ? 1 : framework->units[unit].divisor;
    if (!(divisor > 1 || divisor < 1))
        return number;
    /* 51.16 per cent is meant as the decimal 0.5116, which is not what the double nearest to 51.16
     * gives when divided by 100. */
    if (dti__number_to_nano(number, &nano, &is_exact) && is_exact)
        return (double)nano / (divisor * 1e9);
    return number / divisor;
}

void dti__row_derive(const dti_framework *framework, struct dti__row *row)
{
    for (size_t i = 0; i < framework->derive_count; i++) {
        size_t index = framework->derive_order[i];
        const struct dti__input *input = &framework->inputs[index];
        uint8_t reported = row->states[index];
        double value = 0;
        uint8_t state = DTI_STATE_MISSING;
        if (reported == DTI_STATE_PRESENT && !input->prefer_derived)
            continue;
        dti__quantity_evaluate(&input->derive, row->columns, 1, &value, &state);
        if (state != DTI_STATE_PRESENT && state != DTI__STATE_BASE_ZERO)
            continue;
        if (reported == DTI_STATE_NOT_APPLICABLE || reported == DTI_STATE_REJECTED)
            continue; /* that was decided about the figure itself */
        if (state == DTI__STATE_BASE_ZERO && reported == DTI_STATE_PRESENT)
            continue;
        row->values[index] = value;
        row->states[index] = state;
        row->is_derived[index] = 1;
    }
}

bool dti__row_lower(const dti_dossier *dossier, struct dti__arena *arena, struct dti__row *row)
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
    dti__row_derive(framework, row);
    return true;
}
