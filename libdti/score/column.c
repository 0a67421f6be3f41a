/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
#include "score/column.h"

#include <string.h>

/* How much a state blocks: a rejected figure is decided and stays so whatever else is missing; a
 * base of zero is for the rule to decide, but only if everything else is there. */
static const uint8_t worst_first[] = {DTI_STATE_REJECTED, DTI_STATE_MISSING, DTI_STATE_NOT_ASSESSED,
                                      DTI_STATE_NOT_APPLICABLE, DTI__STATE_BASE_ZERO};

void dti__states_worsen(struct dti__states *into, const struct dti__states *other)
{
    uint64_t taken = 0;
    for (size_t i = 0; i < sizeof worst_first; i++) {
        uint8_t state = worst_first[i];
        uint64_t rows = (into->in[state] | other->in[state]) & ~taken;
        into->in[state] = rows;
        taken |= rows;
    }
    into->in[DTI_STATE_PRESENT] &= other->in[DTI_STATE_PRESENT];
}

void dti__states_move(struct dti__states *states, uint64_t rows, uint8_t to)
{
    uint64_t free = rows;
    for (size_t i = 0; worst_first[i] != to; i++)
        free &= ~states->in[worst_first[i]];
    for (uint8_t state = 0; state <= DTI__STATE_BASE_ZERO; state++)
        states->in[state] &= ~free;
    states->in[to] |= free;
}

uint8_t dti__states_of(const struct dti__states *states, size_t row)
{
    uint8_t state = 0;
    while (state < DTI__STATE_BASE_ZERO && !(states->in[state] >> row & 1))
        state++;
    return state;
}

bool dti__states_read(const uint8_t *bytes, size_t n, const struct dti__loops *loops,
                      struct dti__states *out)
{
    uint8_t room[DTI__TILE] = {0};
    uint64_t rest = ~UINT64_C(0) >> (DTI__TILE - n);
    if (n < DTI__TILE)
        bytes = memcpy(room, bytes, n);
    *out = (struct dti__states){{0}};
    for (uint8_t state = 0; rest != 0 && state <= DTI__STATE_BASE_ZERO; state++) {
        out->in[state] = loops->in_state(bytes, state) & rest;
        rest &= ~out->in[state];
    }
    return rest == 0;
}

/* Bits of a bitmap from any bit on, with whatever stands behind the n; no byte is read that holds
 * none of them. */
static uint64_t read_bits(const uint8_t *bits, size_t offset, size_t n)
{
    const uint8_t *from = bits + offset / 8;
    unsigned skip = (unsigned)(offset % 8);
    uint8_t room[9] = {0};
    if (skip != 0 || n < DTI__TILE)
        from = memcpy(room, from, (skip + n + 7) / 8);
    uint64_t word = dti__load_word(from) >> skip;
    return skip == 0 ? word : word | (uint64_t)from[8] << (DTI__TILE - skip);
}

static bool read_states(const struct dti__column *column, const struct dti__rows *rows,
                        const struct dti__loops *loops, struct dti__states *out)
{
    uint64_t all = dti__rows_all(rows);
    if (column->tiles) {
        *out = column->tiles[(rows->row - column->first) / DTI__TILE];
        return true;
    }
    if (column->values && column->states) /* a base of zero is nothing that can be reported */
        return dti__states_read(column->states + (rows->row - column->first), rows->n, loops,
                                out) &&
               (!column->reading || out->in[DTI__STATE_BASE_ZERO] == 0);
    *out = (struct dti__states){{0}};
    if (column->values && column->validity)
        out->in[DTI_STATE_PRESENT] =
            all & read_bits(column->validity, column->validity_offset + (rows->row - column->first),
                            rows->n);
    else if (column->values)
        out->in[DTI_STATE_PRESENT] = all;
    out->in[DTI_STATE_MISSING] = all & ~out->in[DTI_STATE_PRESENT];
    return true;
}

bool dti__column_read(const struct dti__column *column, const struct dti__rows *rows,
                      const struct dti__loops *loops, double room[DTI__TILE],
                      struct dti__cells *out)
{
    const struct dti__reading *reading = column->reading;
    out->values = room;
    out->limits = NULL;
    if (!read_states(column, rows, loops, &out->states))
        return false;
    if (!column->values) {
        memset(room, 0, DTI__TILE * sizeof *room);
        return true;
    }
    const double *values = column->values + (rows->row - column->first);
    if (rows->n % 8 == 0) {
        out->values = values;
    } else { /* what lies behind the last row is not ours to read */
        memcpy(room, values, rows->n * sizeof *room);
        memset(room + rows->n, 0, (DTI__TILE - rows->n) * sizeof *room);
    }
    if (!reading)
        return true;
    if (reading->nan_is_missing)
        dti__states_move(&out->states,
                         out->states.in[DTI_STATE_PRESENT] & ~loops->ordered(out->values, rows->n),
                         DTI_STATE_MISSING);
    bool is_plain = !(reading->divisor < 1 || reading->divisor > 1);
    if (is_plain && !reading->limits.is_whole) {
        out->limits = &reading->limits; /* whoever touches the values first looks at them */
        return true;
    }
    if (loops->refused(out->values, rows->n, out->states.in[DTI_STATE_PRESENT], &reading->limits))
        return false;
    if (!is_plain) {
        loops->plain(out->values, rows->n, reading->divisor, room);
        out->values = room;
    }
    return true;
}
