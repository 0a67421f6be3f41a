/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
#include "io/tree.h"

#include "json/tree.h"
#include "json/write.h"

static void add(struct dti__writer *writer, cJSON *parent, const char *key, cJSON *item)
{
    cJSON_bool is_added =
        parent && item &&
        (key ? cJSON_AddItemToObject(parent, key, item) : cJSON_AddItemToArray(parent, item));
    if (is_added)
        return;
    cJSON_Delete(item); /* not taken over when adding fails */
    writer->out_of_memory = true;
}

/* Containers are looked up again only if they were added: what failed is gone. */
static cJSON *add_container(struct dti__writer *writer, cJSON *parent, const char *key, cJSON *item)
{
    bool had_memory = !writer->out_of_memory;
    add(writer, parent, key, item);
    return had_memory && writer->out_of_memory ? NULL : parent ? item : NULL;
}

cJSON *dti__write_object(struct dti__writer *writer, cJSON *parent, const char *key)
{
    return writer->out_of_memory ? NULL : add_container(writer, parent, key, cJSON_CreateObject());
}

cJSON *dti__write_array(struct dti__writer *writer, cJSON *parent, const char *key)
{
    return writer->out_of_memory ? NULL : add_container(writer, parent, key, cJSON_CreateArray());
}

void dti__write_text(struct dti__writer *writer, cJSON *parent, const char *key, const char *text)
{
    if (!writer->out_of_memory)
        add(writer, parent, key, cJSON_CreateString(text));
}

void dti__write_number(struct dti__writer *writer, cJSON *parent, const char *key, double number)
{
    if (!writer->out_of_memory)
        add(writer, parent, key, cJSON_CreateNumber(number));
}

void dti__write_bool(struct dti__writer *writer, cJSON *parent, const char *key, bool value)
{
    if (!writer->out_of_memory)
        add(writer, parent, key, cJSON_CreateBool(value));
}

void dti__write_null(struct dti__writer *writer, cJSON *parent, const char *key)
{
    if (!writer->out_of_memory)
        add(writer, parent, key, cJSON_CreateNull());
}

void dti__write_points(struct dti__writer *writer, cJSON *parent, const char *key, int64_t points)
{
    dti__write_number(writer, parent, key, (double)points / 1e9);
}

void dti__write_text_if(struct dti__writer *writer, cJSON *parent, const char *key,
                        const char *text)
{
    if (text)
        dti__write_text(writer, parent, key, text);
}

void dti__write_names_if(struct dti__writer *writer, cJSON *parent, const char *key,
                         struct dti__text2 names)
{
    if (!names.vi)
        return;
    cJSON *object = dti__write_object(writer, parent, key);
    dti__write_text(writer, object, "vi", names.vi);
    dti__write_text_if(writer, object, "en", names.en);
}

void dti__write_date_if(struct dti__writer *writer, cJSON *parent, const char *key,
                        struct dti__date date)
{
    char text[11];
    if (date.year == 0)
        return;
    dti__date_write(date, text);
    dti__write_text(writer, parent, key, text);
}

void dti__write_number_if(struct dti__writer *writer, cJSON *parent, const char *key,
                          int64_t number, int64_t none)
{
    if (number != none)
        dti__write_number(writer, parent, key, (double)number);
}

dti_status dti__write_out(cJSON *tree, const dti_allocator *allocator, dti_text **out,
                          dti_error **error)
{
    struct dti__buffer buffer;
    if (!tree)
        return dti__fail_nomem(error);
    dti__buffer_init(&buffer, allocator);
    dti__json_write(tree, DTI__JSON_PRETTY, &buffer);
    dti__json_free(tree);
    return dti__hand_out(&buffer, out, error);
}

static _Atomic(char *) *writable(const _Atomic(char *) *slot)
{
    return (_Atomic(char *) *)(uintptr_t)slot;
}

const char *dti__digest_kept(const _Atomic(char *) *slot)
{
    return atomic_load_explicit(writable(slot), memory_order_acquire);
}

const char *dti__digest_keep(const _Atomic(char *) *slot, cJSON *tree)
{
    char *kept = NULL;
    char *digest = dti__alloc(&dti__malloc_allocator, DTI__DIGEST_SIZE);
    bool is_done = tree && digest && dti__json_digest(tree, NULL, digest);
    dti__json_free(tree);
    if (is_done && atomic_compare_exchange_strong_explicit(
                       writable(slot), &kept, digest, memory_order_acq_rel, memory_order_acquire))
        return digest;
    dti__release(&dti__malloc_allocator, digest, DTI__DIGEST_SIZE);
    return kept ? kept : "";
}
