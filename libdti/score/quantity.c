/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
#include "score/quantity.h"

#include <string.h>

bool dti__operand_read(const struct dti__column *column, const struct dti__rows *rows,
                       const struct dti__loops *loops, double room[DTI__TILE],
                       struct dti__cells *out)
{
    return dti__column_read(column, rows, loops, room, out) &&
           dti__cells_are_sound(out, rows, loops);
}

/* sum += sign × each operand, the states with it; in the order of the document, so that every
 * compiler and every batch gives the same bits. */
static bool add(const struct dti__operands *operands, double sign,
                const struct dti__column *columns, const struct dti__rows *rows,
                const struct dti__loops *loops, double sum[DTI__TILE], struct dti__room *room,
                struct dti__states *states)
{
    struct dti__cells cells;
    for (size_t i = 0; i < operands->count; i++) {
        if (!dti__operand_read(&columns[operands->inputs[i]], rows, loops, room->operand, &cells))
            return false;
        loops->add(sum, cells.values, rows->n, sign);
        dti__states_worsen(states, &cells.states);
    }
    return true;
}

static void clear(double values[DTI__TILE])
{
    memset(values, 0, DTI__TILE * sizeof *values);
}

static bool read_form(const struct dti__quantity *quantity, const struct dti__column *columns,
                      const struct dti__rows *rows, const struct dti__loops *loops,
                      struct dti__room *room, struct dti__states *states)
{
    clear(room->sum);
    if (!add(&quantity->of, 1, columns, rows, loops, room->sum, room, states))
        return false;
    if (quantity->form == DTI__FORM_DIFFERENCE)
        return add(&quantity->to, -1, columns, rows, loops, room->sum, room, states);
    if (quantity->form != DTI__FORM_RATIO)
        return true;
    clear(room->base);
    if (!add(&quantity->to, 1, columns, rows, loops, room->base, room, states))
        return false;
    uint64_t nothing = loops->divide(room->sum, room->base, rows->n);
    dti__states_move(states, nothing & states->in[DTI_STATE_PRESENT], DTI__STATE_BASE_ZERO);
    return true;
}

bool dti__quantity_read(const struct dti__quantity *quantity, const struct dti__column *columns,
                        const struct dti__rows *rows, const struct dti__loops *loops,
                        struct dti__room *room, struct dti__cells *out)
{
    if (quantity->form == DTI__FORM_SUM && quantity->of.count == 1)
        return dti__column_read(&columns[quantity->of.inputs[0]], rows, loops, room->operand, out);
    *out = (struct dti__cells){.values = room->sum};
    if (quantity->form == DTI__FORM_NONE) {
        clear(room->sum);
        out->states.in[DTI_STATE_NOT_ASSESSED] = dti__rows_all(rows);
        return true;
    }
    out->states.in[DTI_STATE_PRESENT] = dti__rows_all(rows);
    if (!read_form(quantity, columns, rows, loops, room, &out->states))
        return false;
    dti__states_move(&out->states,
                     loops->beyond(room->sum, rows->n) & out->states.in[DTI_STATE_PRESENT],
                     DTI_STATE_REJECTED);
    return true;
}

uint64_t dti__derived_take(bool is_preferred, const struct dti__cells *derived,
                           const struct dti__rows *rows, double values[DTI__TILE],
                           struct dti__states *states)
{
    uint64_t computed = derived->states.in[DTI_STATE_PRESENT];
    uint64_t base_zero = derived->states.in[DTI__STATE_BASE_ZERO];
    uint64_t reported = states->in[DTI_STATE_PRESENT];
    /* That a figure cannot be, or was not accepted, was decided about the figure itself. */
    uint64_t taken = (computed | base_zero) &
                     ~(states->in[DTI_STATE_NOT_APPLICABLE] | states->in[DTI_STATE_REJECTED]);
    taken &= ~(is_preferred ? base_zero & reported : reported);
    for (uint8_t state = 0; state <= DTI__STATE_BASE_ZERO; state++)
        states->in[state] = (states->in[state] & ~taken) | (derived->states.in[state] & taken);
    for (size_t i = 0; i < rows->n; i++)
        values[i] = taken >> i & 1 ? derived->values[i] : values[i];
    return taken;
}
