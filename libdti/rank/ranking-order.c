/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The order behind ranks: a rank by competition is already the first place of its tie, so that
 * nothing is left to sort. */
#include "diag/finding.h"
#include "rank/ranking.h"

#include <dti/rank.h>

struct counting {
    size_t *first; /* by group: its first place */
    size_t *taken; /* by first place of a tie: how many of its places */
};

static void lay_out(const struct dti__rank_column *column, size_t group_count,
                    struct dti__sequence *out, const struct counting *counting)
{
    size_t first = 0;
    for (size_t i = 0; i < column->count; i++) {
        const uint32_t group = dti__rank_group(column, i);
        out->size[group]++;
        out->present[group] += out->ranks[i] > 0;
    }
    for (size_t group = 0; group < group_count; group++) {
        counting->first[group] = first;
        first += out->size[group];
    }
    for (size_t i = 0; i < column->count; i++) {
        const uint32_t group = dti__rank_group(column, i);
        const bool is_present = out->ranks[i] > 0;
        /* Who is absent is a tie of its own behind the others. */
        const size_t start =
            counting->first[group] + (is_present ? (size_t)out->ranks[i] - 1 : out->present[group]);
        out->units[start + counting->taken[start]++] = i;
    }
}

dti_status dti__ranking_order(const struct dti__rank_column *column, size_t group_count,
                              struct dti__arena *arena, struct dti__sequence *out,
                              dti_error **error)
{
    dti_rank_options options = DTI_RANK_OPTIONS_INIT;
    struct counting counting;
    options.allocator = &arena->allocator;
    options.states = column->states;
    options.groups = column->groups;
    out->ranks = dti__arena_array(arena, column->count, sizeof *out->ranks);
    out->units = dti__arena_array(arena, column->count, sizeof *out->units);
    out->present = dti__arena_array(arena, group_count, sizeof *out->present);
    out->size = dti__arena_array(arena, group_count, sizeof *out->size);
    counting.first = dti__arena_array(arena, group_count, sizeof *counting.first);
    counting.taken = dti__arena_array(arena, column->count, sizeof *counting.taken);
    if (!out->ranks || !out->units || !out->present || !out->size || !counting.first ||
        !counting.taken)
        return dti__fail_nomem(error);
    dti_status status = dti_rank_points(column->points, column->count, &options, out->ranks, error);
    if (status == DTI_OK)
        lay_out(column, group_count, out, &counting);
    return status;
}
