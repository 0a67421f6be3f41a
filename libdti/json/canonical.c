/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Members are sorted by the UTF-16 code units of their keys, which is the order of their bytes in
 * UTF-8 but for one exception (RFC 8785, section 3.2.3). */
#include "json/canonical.h"

#include "json/scalar.h"

#include <stdlib.h>
#include <string.h>

#define PIECE ((size_t)4096) /* bytes that wait for the hash */

/* Characters beyond U+FFFF, which begin with F0 to F4, are surrogates in UTF-16 and sort before
 * U+E000 to U+FFFF, which begin with EE and EF. */
static int weight(char c)
{
    const int byte = (unsigned char)c;
    return byte == 0xEE || byte == 0xEF ? byte + 0x10 : byte;
}

static int compare_members(const void *left, const void *right)
{
    const char *a = (*(const cJSON *const *)left)->string;
    const char *b = (*(const cJSON *const *)right)->string;
    while (*a != '\0' && *a == *b) {
        a++;
        b++;
    }
    return weight(*a) - weight(*b);
}

static bool is_left_out(const struct dti__canonical *canonical, const char *key, bool at_top)
{
    if (canonical->hash != NULL && strncmp(key, "x-", 2) == 0) {
        return true;
    }
    for (const char *const *skip = canonical->skip; at_top && skip != NULL && *skip != NULL;
         skip++) {
        if (strcmp(*skip, key) == 0) {
            return true;
        }
    }
    return false;
}

static void pass_on(const struct dti__canonical *canonical, size_t least)
{
    struct dti__buffer *out = canonical->out;
    if (canonical->hash != NULL && !out->failed && out->length >= least) {
        dti__sha256_add(canonical->hash, out->data, out->length);
        out->length = 0;
    }
}

static void write_value(const struct dti__canonical *canonical, const cJSON *value, bool at_top);

static void write_array(const struct dti__canonical *canonical, const cJSON *array)
{
    dti__buffer_put_char(canonical->out, '[');
    for (const cJSON *item = array->child; item != NULL; item = item->next) {
        write_value(canonical, item, false);
        if (item->next != NULL) {
            dti__buffer_put_char(canonical->out, ',');
        }
    }
    dti__buffer_put_char(canonical->out, ']');
}

static void write_members(const struct dti__canonical *canonical, const cJSON **members,
                          size_t count)
{
    dti__buffer_put_char(canonical->out, '{');
    for (size_t i = 0; i < count; i++) {
        if (i > 0) {
            dti__buffer_put_char(canonical->out, ',');
        }
        dti__json_put_string(canonical->out, members[i]->string);
        dti__buffer_put_char(canonical->out, ':');
        write_value(canonical, members[i], false);
    }
    dti__buffer_put_char(canonical->out, '}');
}

static void write_object(const struct dti__canonical *canonical, const cJSON *object, bool at_top)
{
    const dti_allocator *allocator = &canonical->out->allocator;
    size_t room = 0;
    for (const cJSON *member = object->child; member != NULL; member = member->next) {
        room++;
    }
    if (room == 0) {
        dti__buffer_put_text(canonical->out, "{}");
        return;
    }
    const cJSON **members = dti__alloc_array(allocator, room, sizeof *members);
    if (members == NULL) {
        canonical->out->failed = true;
        return;
    }
    size_t count = 0;
    for (const cJSON *member = object->child; member != NULL; member = member->next) {
        if (!is_left_out(canonical, member->string, at_top)) {
            members[count] = member;
            count++;
        }
    }
    qsort(members, count, sizeof *members, compare_members);
    write_members(canonical, members, count);
    dti__release(allocator, members, room * sizeof *members);
}

static void write_value(const struct dti__canonical *canonical, const cJSON *value, bool at_top)
{
    if (canonical->out->failed) {
        return;
    }
    if (dti__json_is_object(value)) {
        write_object(canonical, value, at_top);
    } else if (dti__json_is_container(value)) {
        write_array(canonical, value);
    } else {
        dti__json_put_scalar(canonical->out, value);
    }
    pass_on(canonical, PIECE);
}

void dti__canonical_write(const struct dti__canonical *canonical, const cJSON *tree)
{
    write_value(canonical, tree, true);
    pass_on(canonical, 1);
}
