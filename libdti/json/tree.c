/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The scanner goes over the text twice: once to know that it is good and within the limits, so that
 * a bad one costs no memory, then to build the tree. Keys and strings lie together in an arena
 * instead of one block each: that is half of the time and the memory of a tree. The arena hangs on
 * the root's name, which a root does not otherwise have. */
#include "json/tree.h"

#include "base/arena.h"
#include "base/number.h"
#include "json/fault.h"
#include "json/keys.h"
#include "json/place.h"
#include "json/scan.h"
#include "json/unescape.h"

#include <dti/base.h>
#include <string.h>

struct level {
    cJSON *container;
    size_t first_key; /* where its keys begin in keys.open; an array has none */
};

#define KNOWN_KEYS 128 /* a document has many members and few names for them */

struct texts {
    char name[1]; /* of the root, as anybody reads it: empty */
    struct dti__arena arena;
    const char *known[KNOWN_KEYS]; /* by hash; the latest key wins its place */
};

struct builder {
    struct texts *texts;
    struct dti__scan scan;
    struct dti__unescape key;
    struct dti__unescape value;
    const char *key_text;
    size_t key_offset;
    uint32_t key_line; /* its column is worked out only if it must be shown */
    struct dti__keys keys;
    struct level levels[DTI_LIMIT_DEPTH];
    size_t depth;
    cJSON *root;
};

/* A key in the arena, once for all members that have the same name. */
static const char *intern(struct texts *texts, const char *key)
{
    size_t length = strlen(key);
    size_t hash = length;
    for (size_t i = 0; i < length; i++) {
        hash = hash * 31 + (unsigned char)key[i];
    }
    const char **known = &texts->known[hash % KNOWN_KEYS];
    if (*known == NULL || strcmp(*known, key) != 0) {
        *known = dti__arena_text(&texts->arena, key, length);
    }
    return *known;
}

static cJSON *create_string(struct builder *builder)
{
    const char *text = dti__unescape_token(&builder->value, &builder->scan);
    const char *copy =
        text == NULL ? NULL : dti__arena_text(&builder->texts->arena, text, strlen(text));
    return copy == NULL ? NULL : cJSON_CreateStringReference(copy);
}

/* A new item for the event, NULL when out of memory. */
static cJSON *create_item(struct builder *builder, enum dti__scan_event event)
{
    const struct dti__scan *scan = &builder->scan;
    double number = 0;
    switch (event) {
    case DTI__SCAN_OBJECT:
        return cJSON_CreateObject();
    case DTI__SCAN_ARRAY:
        return cJSON_CreateArray();
    case DTI__SCAN_STRING:
        return create_string(builder);
    case DTI__SCAN_NUMBER:
        /* The first pass has seen that it is a number and finite. */
        (void)dti__number_read(scan->text + scan->start, scan->end - scan->start, &number);
        return cJSON_CreateNumber(number);
    case DTI__SCAN_TRUE:
        return cJSON_CreateTrue();
    case DTI__SCAN_FALSE:
        return cJSON_CreateFalse();
    default:
        return cJSON_CreateNull();
    }
}

/* Hands the item to the innermost container; an item that is not taken is deleted. */
static bool attach_item(struct builder *builder, cJSON *item)
{
    if (builder->depth == 0) {
        builder->root = item;
        return true;
    }
    cJSON *parent = builder->levels[builder->depth - 1].container;
    const bool in_object = (parent->type & 0xFF) == cJSON_Object;
    const cJSON_bool taken = in_object ? cJSON_AddItemToObjectCS(parent, builder->key_text, item)
                                       : cJSON_AddItemToArray(parent, item);
    if (!taken) {
        cJSON_Delete(item);
        return false;
    }
    return !in_object ||
           dti__keys_add(&builder->keys,
                         (struct dti__key){item->string, builder->key_offset, builder->key_line});
}

static bool add_value(struct builder *builder, enum dti__scan_event event)
{
    const size_t start = builder->scan.start;
    cJSON *item = create_item(builder, event);
    if (item == NULL) {
        return false;
    }
    dti__place_set(item, start);
    if (!attach_item(builder, item)) {
        return false;
    }
    if (event == DTI__SCAN_OBJECT || event == DTI__SCAN_ARRAY) {
        builder->levels[builder->depth] = (struct level){item, builder->keys.open_count};
        builder->depth++;
    }
    return true;
}

static bool close_container(struct builder *builder)
{
    builder->depth--;
    const struct level *level = &builder->levels[builder->depth];
    return dti__keys_close(&builder->keys, level->first_key);
}

static uint32_t count_lines(const char *text, size_t length)
{
    const char *end = text + length;
    uint32_t count = 0;
    while ((text = memchr(text, '\n', (size_t)(end - text))) != NULL) {
        count++;
        text++;
    }
    return count;
}

static bool note_key(struct builder *builder)
{
    builder->key_line += count_lines(builder->scan.text + builder->key_offset,
                                     builder->scan.start - builder->key_offset);
    builder->key_offset = builder->scan.start;
    const char *key = dti__unescape_token(&builder->key, &builder->scan);
    builder->key_text = key == NULL ? NULL : intern(builder->texts, key);
    return builder->key_text != NULL;
}

/* False when out of memory: nothing else can be wrong with a text that has been checked. */
static bool build_all(struct builder *builder)
{
    for (;;) {
        bool is_good;
        const enum dti__scan_event event = dti__scan_next(&builder->scan);
        switch (event) {
        case DTI__SCAN_FAULT:
        case DTI__SCAN_DONE:
            return true;
        case DTI__SCAN_KEY:
            is_good = note_key(builder);
            break;
        case DTI__SCAN_CLOSE:
            is_good = close_container(builder);
            break;
        default:
            is_good = add_value(builder, event);
            break;
        }
        if (!is_good) {
            return false;
        }
    }
}

static void free_texts(struct texts *texts)
{
    if (texts != NULL) {
        dti__arena_release(&texts->arena);
        dti__release(&dti__malloc_allocator, texts, sizeof *texts);
    }
}

/* From here on the texts belong to the tree, see dti__json_free(). */
static cJSON *hang_on(cJSON *root, struct texts *texts)
{
    root->string = texts->name;
    root->type |= cJSON_StringIsConst; /* not cJSON's to free */
    return root;
}

static dti_status build(const char *text, size_t length, const struct dti__json_limits *limits,
                        dti_report *report, cJSON **out)
{
    const size_t origin = dti__scan_origin(text, length);
    struct builder builder = {.key_offset = origin, .key_line = 1};
    builder.texts = dti__alloc(&dti__malloc_allocator, sizeof *builder.texts);
    if (builder.texts == NULL) {
        return DTI_E_NOMEM;
    }
    dti__arena_init(&builder.texts->arena, &dti__malloc_allocator);
    dti__scan_begin(&builder.scan, text, length, limits);
    dti__unescape_init(&builder.key);
    dti__unescape_init(&builder.value);
    dti_status status = DTI_OK;
    if (!build_all(&builder)) {
        status = DTI_E_NOMEM;
    } else if (builder.keys.twin_count > 0) {
        status = dti__message_status(DTI__MSG_JSON_DUPLICATE);
        dti__keys_report(&builder.keys, text, origin, report);
    }
    dti__keys_release(&builder.keys);
    dti__unescape_release(&builder.key);
    dti__unescape_release(&builder.value);
    if (status == DTI_OK) {
        *out = hang_on(builder.root, builder.texts);
    } else {
        cJSON_Delete(builder.root);
        free_texts(builder.texts);
    }
    return status;
}

/* Reads the text to its end or its first fault; needs no memory. */
static dti_status check(const char *text, size_t length, const struct dti__json_limits *limits,
                        dti_report *report)
{
    if (length > limits->bytes) {
        dti__report_add(report, DTI__MSG_JSON_BYTES, NULL,
                        DTI__ARGS(DTI__INTEGER(length), DTI__INTEGER(limits->bytes)));
        return dti__message_status(DTI__MSG_JSON_BYTES);
    }
    struct dti__scan scan;
    dti__scan_begin(&scan, text, length, limits);
    enum dti__scan_event event;
    do {
        event = dti__scan_next(&scan);
    } while (event > DTI__SCAN_DONE);
    if (event == DTI__SCAN_DONE) {
        return DTI_OK;
    }
    dti__fault_report(&scan, report);
    return dti__message_status(scan.fault.message);
}

dti_status dti__json_parse(const char *text, size_t length, const struct dti__json_limits *limits,
                           dti_report *report, cJSON **out)
{
    if (length == 0) {
        text = ""; /* it may have been NULL */
    }
    const dti_status status = check(text, length, limits, report);
    return status == DTI_OK ? build(text, length, limits, report, out) : status;
}

void dti__json_free(cJSON *tree)
{
    const bool has_texts = tree != NULL && (tree->type & cJSON_StringIsConst) != 0;
    struct texts *texts =
        has_texts ? (struct texts *)(void *)tree->string /* its first member */ : NULL;
    cJSON_Delete(tree);
    free_texts(texts);
}
