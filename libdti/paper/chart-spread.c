/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Spread: blocks that overlap become one group around the mean of what they want, until none
 * overlap. */
#include "paper/chart-spread.h"

#include <stdlib.h>

static int compare(const void *a, const void *b)
{
    const struct dti__spread *one = a;
    const struct dti__spread *other = b;
    if (one->wanted != other->wanted)
        return one->wanted < other->wanted ? -1 : 1;
    return one->index < other->index ? -1 : one->index > other->index;
}

static void settle(struct dti__spread *group, int64_t top, int64_t bottom)
{
    group->top = group->group_sum / (int64_t)group->group_count;
    if (group->top + group->group_height > bottom)
        group->top = bottom - group->group_height;
    if (group->top < top)
        group->top = top;
}

/* The last group takes in what comes after it. */
static void join(struct dti__spread *group, const struct dti__spread *next)
{
    group->group_sum += next->group_sum - (int64_t)next->group_count * group->group_height;
    group->group_count += next->group_count;
    group->group_height += next->group_height;
}

void dti__spread(struct dti__spread *blocks, size_t count, int64_t top, int64_t bottom)
{
    if (count == 0)
        return;
    qsort(blocks, count, sizeof *blocks, compare);
    size_t group = 0;
    for (size_t i = 0; i < count; i++) {
        blocks[i].group_count = 1;
        blocks[i].group_height = blocks[i].height;
        blocks[i].group_sum = blocks[i].wanted - blocks[i].height / 2;
        settle(&blocks[i], top, bottom);
        group = i;
        while (group > 0) {
            size_t before = group - 1; /* of the group before, its last; walk to its first */
            while (blocks[before].group_count == 0)
                before--;
            if (blocks[before].top + blocks[before].group_height <= blocks[group].top)
                break;
            join(&blocks[before], &blocks[group]);
            blocks[group].group_count = 0;
            settle(&blocks[before], top, bottom);
            group = before;
        }
    }
    for (size_t i = 1; i < count; i++) {
        if (blocks[i].group_count == 0)
            blocks[i].top = blocks[i - 1].top + blocks[i - 1].height;
    }
}
