/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* An object is read member by member in the order of the text, so that its faults come in that
 * order; what is missing comes last. */
#include "json/read.h"

#include "base/suggest.h"
#include "json/value.h"

#include <string.h>

static const struct dti__field *find_field(const struct dti__field *fields, size_t count,
                                           const char *key)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(fields[i].key, key) == 0) {
            return &fields[i];
        }
    }
    return NULL;
}

static bool has_member(const cJSON *object, const char *key)
{
    for (const cJSON *member = object->child; member != NULL; member = member->next) {
        if (strcmp(member->string, key) == 0) {
            return true;
        }
    }
    return false;
}

/* A document full of unknown keys gets suggestions for the first of them: each costs a look at all
 * known ones. */
#define MOST_SUGGESTIONS 100

/* Keys of users' own are none of our business; any other one is a fault. */
static bool pass_unknown(struct dti__reader *reader, const struct dti__path *path,
                         const struct dti__field *fields, size_t count)
{
    if (strncmp(path->key, "x-", 2) == 0) {
        return true;
    }
    struct dti__suggestion best = {0};
    const bool is_early = dti__report_errors(reader->report) < MOST_SUGGESTIONS;
    for (size_t i = 0; is_early && i < count; i++) {
        dti__suggest(&best, path->key, fields[i].key);
    }
    if (best.word != NULL) {
        dti__reader_find(reader, DTI__MSG_UNKNOWN_KEY_NEAR, path,
                         DTI__ARGS(DTI__TEXT(path->key), DTI__TEXT(best.word)));
    } else {
        dti__reader_find(reader, DTI__MSG_UNKNOWN_KEY, path, DTI__ARGS(DTI__TEXT(path->key)));
    }
    return false;
}

static bool has_required(struct dti__reader *reader, const cJSON *object,
                         const struct dti__path *path, const struct dti__field *fields,
                         size_t count)
{
    bool is_good = true;
    for (size_t i = 0; i < count; i++) {
        if ((fields[i].flags & DTI__REQUIRED) != 0 && !has_member(object, fields[i].key)) {
            dti__reader_find(reader, DTI__MSG_MISSING_KEY, path,
                             DTI__ARGS(DTI__TEXT(fields[i].key)));
            is_good = false;
        }
    }
    return is_good;
}

bool dti__read_object(struct dti__reader *reader, const cJSON *object, const struct dti__path *path,
                      const struct dti__field *fields, size_t count, void *target)
{
    if ((object->type & 0xFF) != cJSON_Object) {
        return dti__value_wrong_type(reader, object, path, DTI__MSG_TERM_OBJECT);
    }
    bool is_good = true;
    for (const cJSON *member = object->child; member != NULL; member = member->next) {
        const struct dti__path place = {.up = path, .key = member->string};
        const struct dti__field *field = find_field(fields, count, member->string);
        const bool passes = field == NULL ? pass_unknown(reader, &place, fields, count)
                                          : dti__read_value(reader, member, &place, field,
                                                            (char *)target + field->offset);
        is_good = is_good && passes;
    }
    return has_required(reader, object, path, fields, count) && is_good;
}
