/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Ranks that follow a change of one unit, without ranking all again. */
#ifndef DTI_RANK_UPDATE_H
#define DTI_RANK_UPDATE_H

#include "rank/column.h"

/* What a unit had before the change. */
struct dti__rank_before {
    int64_t points;
    uint8_t state; /* dti_state */
};

/* Brings competition ranks, most points first, up to date with a column in which only `unit` has
 * other points or another state than when they were right: one sweep. With column->states NULL,
 * before.state must be present. */
void dti__rank_update(const struct dti__rank_column *column, size_t unit,
                      struct dti__rank_before before, uint32_t *ranks);

#endif
