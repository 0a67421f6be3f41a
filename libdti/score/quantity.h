/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Quantities in numbers: what a rule reads, evaluated over a tile of columns; and what an input
 * derives from others. */
#ifndef DTI_SCORE_QUANTITY_H
#define DTI_SCORE_QUANTITY_H

#include "score/column.h"

/* Working memory of one evaluation; too large for a frame of its own in every caller. */
struct dti__room {
    double sum[DTI__TILE];
    double base[DTI__TILE];
    double operand[DTI__TILE];
};

/* Reads a tile of a column and holds it to what it must be. False if a value was refused. */
bool dti__operand_read(const struct dti__column *column, const struct dti__rows *rows,
                       const struct dti__loops *loops, double room[DTI__TILE],
                       struct dti__cells *out);

/* Evaluates a quantity; columns has one per input of the framework. False if a value was refused.
 */
bool dti__quantity_read(const struct dti__quantity *quantity, const struct dti__column *columns,
                        const struct dti__rows *rows, const struct dti__loops *loops,
                        struct dti__room *room, struct dti__cells *out);

/* What counts of an input that can be derived: reported cells, replaced where nothing is reported
 * or where the derived ones are preferred. Returns the rows that were replaced; their values stand
 * in `values`, which holds the reported ones before. */
uint64_t dti__derived_take(bool is_preferred, const struct dti__cells *derived,
                           const struct dti__rows *rows, double values[DTI__TILE],
                           struct dti__states *states);

#endif
