/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The keys of an object are sorted when it ends. Sorting, unlike hashing, has no worst case that a
 * hostile document could aim at. */
#include "json/keys.h"

#include "base/mem.h"
#include "base/wide.h"
#include "json/position.h"

#include <stdlib.h>
#include <string.h>

#define FIRST_CAPACITY ((size_t)64)
#define FEW            ((size_t)16)

/* Makes room for one more item of an array; returns the array, or NULL when out of memory. */
static void *grow(void *items, size_t count, size_t *capacity, size_t size)
{
    if (count < *capacity) {
        return items;
    }
    const size_t wanted = *capacity == 0 ? FIRST_CAPACITY : *capacity * 2;
    size_t bytes;
    if (!dti__mul_size(wanted, size, &bytes)) {
        return NULL;
    }
    void *grown = dti__resize(&dti__malloc_allocator, items, *capacity * size, bytes);
    if (grown != NULL) {
        *capacity = wanted;
    }
    return grown;
}

bool dti__keys_add(struct dti__keys *keys, struct dti__key key)
{
    struct dti__key *open =
        grow(keys->open, keys->open_count, &keys->open_capacity, sizeof *keys->open);
    if (open == NULL) {
        return false;
    }
    keys->open = open;
    open[keys->open_count] = key;
    keys->open_count++;
    return true;
}

static bool add_twin(struct dti__keys *keys, const struct dti__key *first,
                     const struct dti__key *later)
{
    struct dti__twin *twins =
        grow(keys->twins, keys->twin_count, &keys->twin_capacity, sizeof *keys->twins);
    if (twins == NULL) {
        return false;
    }
    keys->twins = twins;
    twins[keys->twin_count] = (struct dti__twin){*later, first->line};
    keys->twin_count++;
    return true;
}

static int compare_offsets(size_t a, size_t b)
{
    return (a > b) - (a < b);
}

static int compare_keys(const void *left, const void *right)
{
    const struct dti__key *a = left;
    const struct dti__key *b = right;
    const int order = strcmp(a->name, b->name);
    return order != 0 ? order : compare_offsets(a->offset, b->offset);
}

static int compare_twins(const void *left, const void *right)
{
    const struct dti__twin *a = left;
    const struct dti__twin *b = right;
    return compare_offsets(a->key.offset, b->key.offset);
}

/* Most objects have few keys, and all of them different. */
static bool are_few_and_different(const struct dti__key *keys, size_t count)
{
    if (count > FEW) {
        return false;
    }
    for (size_t i = 1; i < count; i++) {
        for (size_t j = 0; j < i; j++) {
            if (strcmp(keys[i].name, keys[j].name) == 0) {
                return false;
            }
        }
    }
    return true;
}

bool dti__keys_close(struct dti__keys *keys, size_t first)
{
    const size_t count = keys->open_count - first;
    keys->open_count = first;
    if (count < 2) {
        return true;
    }
    struct dti__key *mine = keys->open + first;
    if (are_few_and_different(mine, count)) {
        return true;
    }
    qsort(mine, count, sizeof *mine, compare_keys);
    const struct dti__key *earliest = mine;
    for (size_t i = 1; i < count; i++) {
        if (strcmp(mine[i].name, earliest->name) != 0) {
            earliest = &mine[i];
        } else if (!add_twin(keys, earliest, &mine[i])) {
            return false;
        }
    }
    return true;
}

void dti__keys_report(struct dti__keys *keys, const char *text, size_t origin, dti_report *report)
{
    struct dti__position position = dti__position_first(origin);
    if (keys->twin_count > 0) {
        qsort(keys->twins, keys->twin_count, sizeof *keys->twins, compare_twins);
    }
    for (size_t i = 0; i < keys->twin_count; i++) {
        const struct dti__twin *twin = &keys->twins[i];
        dti__position_advance(&position, text, twin->key.offset);
        dti__report_add_at(report, DTI__MSG_JSON_DUPLICATE, position.line, position.column,
                           position.offset,
                           DTI__ARGS(DTI__TEXT(twin->key.name), DTI__INTEGER(twin->first_line)));
    }
}

void dti__keys_release(struct dti__keys *keys)
{
    dti__release(&dti__malloc_allocator, keys->open, keys->open_capacity * sizeof *keys->open);
    dti__release(&dti__malloc_allocator, keys->twins, keys->twin_capacity * sizeof *keys->twins);
    *keys = (struct dti__keys){0};
}
