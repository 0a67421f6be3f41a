/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The place of a value lies in the whole number that cJSON keeps beside a double and that nobody
 * else reads: it costs no memory. */
#include "json/place.h"

#include "base/wide.h"

void dti__place_set(cJSON *value, size_t offset)
{
    value->valueint = (int)(offset < DTI__NO_PLACE ? offset : DTI__NO_PLACE);
}

size_t dti__json_place(const cJSON *value)
{
    return (size_t)value->valueint;
}

void dti__json_replace(cJSON *value, const cJSON *other)
{
    value->valueint = other->valueint;
}

/* As deep as the tree is. */
void dti__json_shift(cJSON *tree, size_t by)
{
    size_t place = DTI__NO_PLACE;
    if (dti__json_place(tree) == DTI__NO_PLACE ||
        !dti__add_size(dti__json_place(tree), by, &place)) {
        place = DTI__NO_PLACE;
    }
    dti__place_set(tree, place);
    for (cJSON *child = tree->child; child != NULL; child = child->next) {
        dti__json_shift(child, by);
    }
}

void dti__json_find(dti_report *report, enum dti__msg message, const cJSON *value,
                    const struct dti__arg *args, size_t arg_count)
{
    dti__report_add_at(report, message, 0, 0, dti__json_place(value), args, arg_count);
}
