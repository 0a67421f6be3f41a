/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Columns: one input of many rows, reported or derived; read a tile at a time as plain numbers with
 * their states as bits. */
#ifndef DTI_SCORE_COLUMN_H
#define DTI_SCORE_COLUMN_H

#include "model/quantity.h"
#include "score/loops.h"

/* States of the rows of a tile: for each dti_state and DTI__STATE_BASE_ZERO the rows that are in
 * it. Rows that are not there are in none. */
struct dti__states {
    uint64_t in[DTI__STATE_BASE_ZERO + 1];
};

/* How reported values are read. */
struct dti__reading {
    struct dti__limits limits;
    double divisor;      /* of their unit; 1: they are plain numbers */
    bool nan_is_missing; /* a value that is no number is a missing one */
};

struct dti__column {
    const double *values;    /* NULL: missing in every row */
    const uint8_t *states;   /* a dti_state or DTI__STATE_BASE_ZERO per row; NULL: see validity */
    const uint8_t *validity; /* a bit per row; NULL: all present */
    size_t validity_offset;
    const struct dti__reading *reading; /* NULL: plain numbers, known to be sound */
    const struct dti__states *tiles;    /* of derived columns: their states, one per tile */
    size_t first;                       /* the row of values[0] and tiles[0] */
    bool is_direct;                     /* see dti__column_present() */
};

/* The rows of a tile: `n` from `row` on. */
struct dti__rows {
    size_t row;
    size_t n; /* 1 to DTI__TILE */
};

/* A tile of a column or of a quantity. */
struct dti__cells {
    const double *values; /* to be read up to the next multiple of 8 rows */
    struct dti__states states;
    const struct dti__limits *limits; /* that present values are still to be held to, or NULL */
};

/* All rows of a tile as bits. */
static inline uint64_t dti__rows_all(const struct dti__rows *rows)
{
    return ~UINT64_C(0) >> (DTI__TILE - rows->n);
}

/* Eight bytes, the first the lowest: one load on machines of that byte order. */
static inline uint64_t dti__load_word(const uint8_t *bytes)
{
    return (uint64_t)bytes[0] | (uint64_t)bytes[1] << 8 | (uint64_t)bytes[2] << 16 |
           (uint64_t)bytes[3] << 24 | (uint64_t)bytes[4] << 32 | (uint64_t)bytes[5] << 40 |
           (uint64_t)bytes[6] << 48 | (uint64_t)bytes[7] << 56;
}

/* A direct column is one of plain numbers, in a bitmap's or no states, that only need to be held to
 * limits: the shortest way through a tile for what most of a large batch is. Rows that are not
 * present are missing. */
static inline uint64_t dti__column_present(const struct dti__column *column, size_t row)
{
    return column->validity ? dti__load_word(column->validity + (column->validity_offset + row) / 8)
                            : ~UINT64_C(0);
}

/* Reads a tile. Values are left where they are when they can be used as they are; otherwise they go
 * to `room`. False if a value was found that is refused, or a state that does not exist. */
bool dti__column_read(const struct dti__column *column, const struct dti__rows *rows,
                      const struct dti__loops *loops, double room[DTI__TILE],
                      struct dti__cells *out);

/* False if a present value is not within the limits that it is still to be held to. */
static inline bool dti__cells_are_sound(const struct dti__cells *cells,
                                        const struct dti__rows *rows,
                                        const struct dti__loops *loops)
{
    return !cells->limits ||
           loops->refused(cells->values, rows->n, cells->states.in[DTI_STATE_PRESENT],
                          cells->limits) == 0;
}

/* The worse of two states in every row, in the order rejected, missing, not-assessed,
 * not-applicable, base of zero, present. */
void dti__states_worsen(struct dti__states *into, const struct dti__states *other);
/* Puts rows, of those that are not in a worse state already, into a state. */
void dti__states_move(struct dti__states *states, uint64_t rows, uint8_t to);
/* The state of one row. */
uint8_t dti__states_of(const struct dti__states *states, size_t row);
/* States as bytes to bits; false if one does not exist. */
bool dti__states_read(const uint8_t *bytes, size_t n, const struct dti__loops *loops,
                      struct dti__states *out);

#endif
