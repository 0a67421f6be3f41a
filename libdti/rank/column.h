/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* What is ranked: one column of points, of which some are there, in groups that do not meet. */
#ifndef DTI_RANK_COLUMN_H
#define DTI_RANK_COLUMN_H

#include <dti/dossier.h>
#include <stdbool.h>

struct dti__rank_column {
    const int64_t *points;
    size_t count;
    const uint8_t *states;  /* NULL: all are present */
    const uint32_t *groups; /* NULL: all are one group */
};

static inline bool dti__rank_is_present(const struct dti__rank_column *column, size_t unit)
{
    return !column->states || column->states[unit] == DTI_STATE_PRESENT;
}

static inline uint32_t dti__rank_group(const struct dti__rank_column *column, size_t unit)
{
    return column->groups ? column->groups[unit] : 0;
}

#endif
