/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
#include "rank/update.h"

/* A unit's rank is one more than the number of units with more points in its group. So each rank
 * loses the unit as it was and gains it as it is, where that has more, and the unit's own rank is
 * counted anew on the way. */
void dti__rank_update(const struct dti__rank_column *column, size_t unit,
                      struct dti__rank_before before, uint32_t *ranks)
{
    const int64_t points = column->points[unit];
    const bool is_present = dti__rank_is_present(column, unit);
    const bool was_present = before.state == DTI_STATE_PRESENT;
    const uint32_t group = dti__rank_group(column, unit);
    uint32_t rank = 1;
    for (size_t i = 0; i < column->count; i++) {
        const int64_t other = column->points[i];
        const bool is_rival =
            dti__rank_is_present(column, i) && dti__rank_group(column, i) == group;
        const bool is_behind = is_rival && is_present && other < points;
        const bool was_behind = is_rival && was_present && other < before.points;
        ranks[i] += (uint32_t)is_behind - (uint32_t)was_behind;
        rank += is_rival && other > points;
    }
    ranks[unit] = is_present ? rank : 0;
}
