/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Each type of field has one function: it checks the value, stores it, or reports why not. */
#include "json/value.h"

#include "base/buffer.h"
#include "base/name.h"
#include "base/number.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* Up to here a double is the very number that was written. */
#define LARGEST_WHOLE 9007199254740991.0

/* What is being read, for the functions below. */
struct slot {
    struct dti__reader *reader;
    const cJSON *value;
    const struct dti__path *path;
    const struct dti__field *field;
    void *target;
};

enum dti__msg dti__json_kind_term(const cJSON *value)
{
    switch (value->type & 0xFF) {
    case cJSON_Object:
        return DTI__MSG_TERM_OBJECT;
    case cJSON_Array:
        return DTI__MSG_TERM_ARRAY;
    case cJSON_String:
        return DTI__MSG_TERM_STRING;
    case cJSON_Number:
        return DTI__MSG_TERM_NUMBER;
    case cJSON_True:
    case cJSON_False:
        return DTI__MSG_TERM_BOOLEAN;
    default:
        return DTI__MSG_TERM_NULL;
    }
}

size_t dti__json_size(const cJSON *value)
{
    size_t size = 0;
    const cJSON *item = value == NULL ? NULL : value->child;
    for (; item != NULL; item = item->next) {
        size++;
    }
    return size;
}

/* ---- Reporting ---- */

static bool find(const struct slot *slot, enum dti__msg message, const struct dti__arg *args,
                 size_t arg_count)
{
    dti__reader_find(slot->reader, message, slot->path, args, arg_count);
    return false;
}

static bool find_out_of_memory(const struct slot *slot)
{
    slot->reader->out_of_memory = true;
    return false;
}

/* The value as a sentence calls it: its key, or "list[3]" for an item. */
static void put_name(struct dti__buffer *out, const struct dti__path *path)
{
    if (path == NULL) {
        dti__buffer_put_text(out, "JSON");
    } else if (path->key != NULL) {
        dti__buffer_put_text(out, path->key);
    } else {
        char digits[24]; /* of any size_t */
        (void)snprintf(digits, sizeof digits, "[%zu]", path->index);
        put_name(out, path->up);
        dti__buffer_put_text(out, digits);
    }
}

/* Reports a message of which the first argument is the name of the value. */
static bool find_named(struct dti__reader *reader, enum dti__msg message,
                       const struct dti__path *path, struct dti__arg args[], size_t arg_count)
{
    struct dti__buffer name;
    dti__buffer_init(&name, &dti__malloc_allocator);
    put_name(&name, path);
    dti__buffer_put_char(&name, '\0');
    if (name.failed) {
        reader->out_of_memory = true;
    } else {
        args[0] = DTI__TEXT(name.data);
        dti__reader_find(reader, message, path, args, arg_count);
    }
    dti__buffer_release(&name);
    return false;
}

bool dti__value_wrong_type(struct dti__reader *reader, const cJSON *value,
                           const struct dti__path *path, enum dti__msg expected)
{
    struct dti__arg args[] = {DTI__TEXT(NULL), DTI__TERM(dti__json_kind_term(value)),
                              DTI__TERM(expected)};
    return find_named(reader, DTI__MSG_WRONG_TYPE, path, args, sizeof args / sizeof args[0]);
}

static bool is_kind(const struct slot *slot, int kind, enum dti__msg expected)
{
    if ((slot->value->type & 0xFF) == kind) {
        return true;
    }
    return dti__value_wrong_type(slot->reader, slot->value, slot->path, expected);
}

/* ---- Texts ---- */

static bool store_text(const struct slot *slot)
{
    const char *text = slot->value->valuestring;
    const char *copy = dti__arena_text(slot->reader->arena, text, strlen(text));
    if (copy == NULL) {
        return find_out_of_memory(slot);
    }
    *(const char **)slot->target = copy;
    return true;
}

static bool read_text(const struct slot *slot)
{
    if (!is_kind(slot, cJSON_String, DTI__MSG_TERM_TEXT)) {
        return false;
    }
    if (slot->value->valuestring[0] == '\0') {
        struct dti__arg args[1];
        return find_named(slot->reader, DTI__MSG_EMPTY_TEXT, slot->path, args, 1);
    }
    return store_text(slot);
}

static bool read_id(const struct slot *slot)
{
    if (!is_kind(slot, cJSON_String, DTI__MSG_TERM_ID)) {
        return false;
    }
    const char *text = slot->value->valuestring;
    return dti__is_id(text) ? store_text(slot)
                            : find(slot, DTI__MSG_NOT_ID, DTI__ARGS(DTI__TEXT(text)));
}

static bool read_code(const struct slot *slot)
{
    if (!is_kind(slot, cJSON_String, DTI__MSG_TERM_CODE)) {
        return false;
    }
    const char *text = slot->value->valuestring;
    return dti__is_code(text) ? store_text(slot)
                              : find(slot, DTI__MSG_NOT_CODE, DTI__ARGS(DTI__TEXT(text)));
}

static bool read_date(const struct slot *slot)
{
    if (!is_kind(slot, cJSON_String, DTI__MSG_TERM_DATE)) {
        return false;
    }
    const char *text = slot->value->valuestring;
    struct dti__date date;
    if (!dti__date_read(text, &date)) {
        return find(slot, DTI__MSG_NOT_DATE, DTI__ARGS(DTI__TEXT(text)));
    }
    *(struct dti__date *)slot->target = date;
    return true;
}

static bool read_time(const struct slot *slot)
{
    struct dti__time *time = slot->target;
    if (!is_kind(slot, cJSON_String, DTI__MSG_TERM_TIME)) {
        return false;
    }
    const struct slot text = {slot->reader, slot->value, slot->path, slot->field, &time->text};
    const char *written = slot->value->valuestring;
    return dti__time_read(written, &time->seconds)
               ? store_text(&text)
               : find(slot, DTI__MSG_NOT_TIME, DTI__ARGS(DTI__TEXT(written)));
}

static bool read_names(const struct slot *slot)
{
    static const struct dti__field languages[] = {
        {"vi", DTI__FIELD_TEXT, DTI__REQUIRED, offsetof(struct dti__text2, vi), 0, 0, NULL},
        {"en", DTI__FIELD_TEXT, 0, offsetof(struct dti__text2, en), 0, 0, NULL},
    };
    return is_kind(slot, cJSON_Object, DTI__MSG_TERM_TEXTS) &&
           dti__read_object(slot->reader, slot->value, slot->path, languages,
                            sizeof languages / sizeof languages[0], slot->target);
}

static bool find_unknown_word(const struct slot *slot)
{
    struct dti__buffer list;
    dti__buffer_init(&list, &dti__malloc_allocator);
    for (const char *const *word = slot->field->words; *word != NULL; word++) {
        dti__buffer_put_text(&list, word == slot->field->words ? "" : ", ");
        dti__buffer_put_text(&list, *word);
    }
    dti__buffer_put_char(&list, '\0');
    if (list.failed) {
        find_out_of_memory(slot);
    } else {
        find(slot, DTI__MSG_UNKNOWN_WORD,
             DTI__ARGS(DTI__TEXT(slot->value->valuestring), DTI__TEXT(list.data)));
    }
    dti__buffer_release(&list);
    return false;
}

static bool read_word(const struct slot *slot)
{
    if (!is_kind(slot, cJSON_String, DTI__MSG_TERM_STRING)) {
        return false;
    }
    for (int i = 0; slot->field->words[i] != NULL; i++) {
        if (strcmp(slot->field->words[i], slot->value->valuestring) == 0) {
            *(int *)slot->target = i;
            return true;
        }
    }
    return find_unknown_word(slot);
}

/* ---- Numbers ---- */

static bool find_out_of_range(const struct slot *slot, double low, double high)
{
    const struct dti__arg found = DTI__NUMBER(slot->value->valuedouble, -1);
    if (isinf(high)) {
        return find(slot, DTI__MSG_BELOW, DTI__ARGS(found, DTI__NUMBER(low, -1)));
    }
    if (isinf(low)) {
        return find(slot, DTI__MSG_ABOVE, DTI__ARGS(found, DTI__NUMBER(high, -1)));
    }
    return find(slot, DTI__MSG_OUT_OF_RANGE,
                DTI__ARGS(found, DTI__NUMBER(low, -1), DTI__NUMBER(high, -1)));
}

static bool is_in_range(const struct slot *slot)
{
    const double low = slot->field->low;
    const double high = slot->field->high;
    const double value = slot->value->valuedouble;
    const bool has_range = low < 0 || high > 0; /* low <= high */
    if (has_range && !(value >= low && value <= high)) {
        return find_out_of_range(slot, low, high);
    }
    return true;
}

static bool read_number(const struct slot *slot)
{
    if (!is_kind(slot, cJSON_Number, DTI__MSG_TERM_NUMBER) || !is_in_range(slot)) {
        return false;
    }
    *(double *)slot->target = slot->value->valuedouble;
    return true;
}

static bool read_integer(const struct slot *slot)
{
    if (!is_kind(slot, cJSON_Number, DTI__MSG_TERM_WHOLE_NUMBER) || !is_in_range(slot)) {
        return false;
    }
    const double value = slot->value->valuedouble;
    if (fabs(value) > LARGEST_WHOLE) {
        return find_out_of_range(slot, -LARGEST_WHOLE, LARGEST_WHOLE);
    }
    const int64_t whole = (int64_t)value;
    if (fabs(value - (double)whole) > 0) {
        return find(slot, DTI__MSG_NOT_WHOLE, DTI__ARGS(DTI__NUMBER(value, -1)));
    }
    *(int64_t *)slot->target = whole;
    return true;
}

static bool read_points(const struct slot *slot)
{
    if (!is_kind(slot, cJSON_Number, DTI__MSG_TERM_NUMBER) || !is_in_range(slot)) {
        return false;
    }
    int64_t nano;
    bool is_exact;
    if (!dti__number_to_nano(slot->value->valuedouble, &nano, &is_exact)) {
        const double most = (double)(INT64_MAX / DTI_POINT);
        return find_out_of_range(slot, -most, most);
    }
    if (!is_exact) {
        return find(slot, DTI__MSG_TOO_PRECISE,
                    DTI__ARGS(DTI__NUMBER(slot->value->valuedouble, -1), DTI__INTEGER(9)));
    }
    *(int64_t *)slot->target = nano;
    return true;
}

/* ---- The rest ---- */

static bool read_bool(const struct slot *slot)
{
    const bool is_true = (slot->value->type & 0xFF) == cJSON_True;
    if (!is_true && !is_kind(slot, cJSON_False, DTI__MSG_TERM_BOOLEAN)) {
        return false;
    }
    *(bool *)slot->target = is_true;
    return true;
}

static bool store_value(const struct slot *slot)
{
    *(const cJSON **)slot->target = slot->value;
    return true;
}

static bool read_array(const struct slot *slot)
{
    if (!is_kind(slot, cJSON_Array, DTI__MSG_TERM_ARRAY)) {
        return false;
    }
    const size_t size = dti__json_size(slot->value);
    if ((double)size < slot->field->low) {
        return find(slot, DTI__MSG_TOO_FEW,
                    DTI__ARGS(DTI__INTEGER(size), DTI__INTEGER(slot->field->low)));
    }
    return store_value(slot);
}

bool dti__read_value(struct dti__reader *reader, const cJSON *value, const struct dti__path *path,
                     const struct dti__field *field, void *target)
{
    const struct slot slot = {reader, value, path, field, target};
    switch (field->type) {
    case DTI__FIELD_TEXT:
        return read_text(&slot);
    case DTI__FIELD_ID:
        return read_id(&slot);
    case DTI__FIELD_CODE:
        return read_code(&slot);
    case DTI__FIELD_NAMES:
        return read_names(&slot);
    case DTI__FIELD_DATE:
        return read_date(&slot);
    case DTI__FIELD_TIME:
        return read_time(&slot);
    case DTI__FIELD_NUMBER:
        return read_number(&slot);
    case DTI__FIELD_INTEGER:
        return read_integer(&slot);
    case DTI__FIELD_POINTS:
        return read_points(&slot);
    case DTI__FIELD_BOOL:
        return read_bool(&slot);
    case DTI__FIELD_WORD:
        return read_word(&slot);
    case DTI__FIELD_OBJECT:
        return is_kind(&slot, cJSON_Object, DTI__MSG_TERM_OBJECT) && store_value(&slot);
    case DTI__FIELD_ARRAY:
        return read_array(&slot);
    case DTI__FIELD_ANY:
        break;
    }
    return store_value(&slot);
}
