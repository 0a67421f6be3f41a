/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Groups of a ranking: the regions of the register in its order, or the caller's numbers in theirs;
 * who has none comes last. */
#include "base/number.h"
#include "rank/ranking.h"

#include <stdlib.h>
#include <string.h>

static struct dti__ranked_group *add_group(dti_ranking *ranking)
{
    struct dti__ranked_group *group = &ranking->groups[ranking->group_count++];
    group->source = DTI_NONE;
    return group;
}

/* Units without a group: the last one, if there are any. */
static void group_the_rest(dti_ranking *ranking, struct dti__entrants *field)
{
    const uint32_t rest = (uint32_t)ranking->group_count;
    bool is_needed = false;
    for (size_t i = 0; i < field->count; i++) {
        if (field->groups[i] != UINT32_MAX)
            continue;
        field->groups[i] = rest;
        is_needed = true;
    }
    if (is_needed)
        add_group(ranking);
}

static bool group_by_register(dti_ranking *ranking, struct dti__entrants *field)
{
    const dti_units *units = ranking->table->units;
    const size_t known = dti_units_group_count(units);
    uint32_t *index = dti__arena_array(field->arena, known + 1, sizeof *index);
    ranking->groups = dti__arena_array(&ranking->arena, known + 1, sizeof *ranking->groups);
    if (!index || !ranking->groups)
        return false;
    for (size_t i = 0; i < field->count; i++) {
        const size_t group = dti_units_unit_group(units, field->units[i].unit);
        if (group < known)
            index[group] = 1;
    }
    for (size_t group = 0; group < known; group++) { /* those that nobody is in are left out */
        if (index[group] == 0)
            continue;
        index[group] = (uint32_t)ranking->group_count;
        add_group(ranking)->source = group;
    }
    for (size_t i = 0; i < field->count; i++) {
        const size_t group = dti_units_unit_group(units, field->units[i].unit);
        field->groups[i] = group < known ? index[group] : UINT32_MAX;
    }
    group_the_rest(ranking, field);
    return true;
}

static int compare_numbers(const void *a, const void *b)
{
    const uint32_t left = *(const uint32_t *)a;
    const uint32_t right = *(const uint32_t *)b;
    return (left > right) - (left < right);
}

static const char *number_text(dti_ranking *ranking, uint32_t number)
{
    char text[DTI__NUMBER_SIZE];
    return dti__arena_text(&ranking->arena, text, dti__number_write(number, text));
}

static bool group_by_numbers(dti_ranking *ranking, struct dti__entrants *field,
                             const uint32_t *numbers)
{
    const size_t rows = ranking->table->row_count;
    uint32_t *sorted = dti__arena_array(field->arena, rows + 1, sizeof *sorted);
    size_t count = 0;
    if (!sorted)
        return false;
    if (rows > 0)
        memcpy(sorted, numbers, rows * sizeof *sorted);
    qsort(sorted, rows, sizeof *sorted, compare_numbers);
    for (size_t i = 0; i < rows; i++)
        if (i == 0 || sorted[i] != sorted[i - 1])
            sorted[count++] = sorted[i];
    ranking->groups = dti__arena_array(&ranking->arena, count + 1, sizeof *ranking->groups);
    for (size_t i = 0; ranking->groups && i < count; i++)
        if (!(add_group(ranking)->text = number_text(ranking, sorted[i])))
            return false;
    if (!ranking->groups)
        return false;
    for (size_t i = 0; i < field->count; i++) {
        const size_t row = field->units[i].row;
        const uint32_t *at = row == DTI_NONE ? NULL
                                             : bsearch(&numbers[row], sorted, count, sizeof *sorted,
                                                       compare_numbers);
        field->groups[i] = at ? (uint32_t)(at - sorted) : UINT32_MAX;
    }
    group_the_rest(ranking, field);
    return true;
}

bool dti__ranking_group(dti_ranking *ranking, struct dti__entrants *field, const uint32_t *numbers)
{
    field->groups = dti__arena_array(field->arena, field->count, sizeof *field->groups);
    if (!field->groups)
        return false;
    if (ranking->by == DTI_RANKING_BY_GROUP)
        return group_by_register(ranking, field);
    if (ranking->by == DTI_RANKING_BY_CALLER)
        return group_by_numbers(ranking, field, numbers);
    ranking->groups = dti__arena_array(&ranking->arena, 1, sizeof *ranking->groups);
    if (ranking->groups)
        add_group(ranking); /* everybody is in the first one */
    return ranking->groups != NULL;
}
