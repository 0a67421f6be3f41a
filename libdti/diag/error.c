/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Errors: the record that a failing call hands to its caller, and a constant one for "no memory".
 */
#include <dti/error.h>

#include "base/mem.h"
#include "base/wide.h"
#include "diag/argument.h"
#include "diag/finding.h"
#include "diag/record.h"

#include <assert.h>
#include <string.h>

static const dti_error no_memory = {.message = DTI__MSG_NOMEM,
                                    .place = {.source = "", .pointer = ""}};

static bool add_text(size_t *bytes, const char *text)
{
    return text == NULL || dti__add_size(*bytes, strlen(text) + 1, bytes);
}

/* Bytes of a record and of all texts that dti__record_new() copies behind it. */
static bool measure(const struct dti__place *place, const struct dti__arg *args, size_t arg_count,
                    size_t *bytes)
{
    *bytes = sizeof(dti_error) + arg_count * sizeof *args;
    bool fits = add_text(bytes, place->source) && add_text(bytes, place->pointer);
    for (size_t i = 0; fits && i < arg_count; i++) {
        char scratch[DTI__SHOWN_SIZE];
        fits = add_text(bytes, args[i].text) && add_text(bytes, args[i].other) &&
               (dti__argument_plain(&args[i], scratch) != scratch || add_text(bytes, scratch));
    }
    return fits;
}

static const char *keep(char **tail, const char *text)
{
    if (text == NULL) {
        return NULL;
    }
    const size_t bytes = strlen(text) + 1;
    char *copy = memcpy(*tail, text, bytes);
    *tail += bytes;
    return copy;
}

static const char *keep_or_empty(char **tail, const char *text)
{
    return text != NULL ? keep(tail, text) : "";
}

dti_error *dti__record_new(enum dti__msg message, const struct dti__place *place,
                           const struct dti__arg *args, size_t arg_count)
{
    arg_count = arg_count < DTI__MAX_ARGS ? arg_count : DTI__MAX_ARGS;
    size_t bytes;
    dti_error *record = NULL;
    if (measure(place, args, arg_count, &bytes)) {
        record = dti__alloc(&dti__malloc_allocator, bytes);
    }
    if (record == NULL) {
        return NULL;
    }
    char *tail = (char *)&record->args[arg_count];
    record->message = message;
    record->block_bytes = bytes;
    record->place = *place;
    record->place.source = keep_or_empty(&tail, place->source);
    record->place.pointer = keep_or_empty(&tail, place->pointer);
    record->arg_count = arg_count;
    for (size_t i = 0; i < arg_count; i++) {
        record->args[i] = args[i];
        record->args[i].text = keep(&tail, args[i].text);
        record->args[i].other = keep(&tail, args[i].other);
        char scratch[DTI__SHOWN_SIZE];
        const char *plain = dti__argument_plain(&record->args[i], scratch);
        record->plain[i] = plain == scratch ? keep(&tail, scratch) : plain;
    }
    return record;
}

dti_error *dti__record_copy(const dti_error *record)
{
    return dti__record_new(record->message, &record->place, record->args, record->arg_count);
}

dti_status dti__fail(dti_error **error, enum dti__msg message, const struct dti__arg *args,
                     size_t arg_count)
{
    assert(dti__message_status(message) != DTI_OK);
    if (error != NULL) {
        const struct dti__place nowhere = {0};
        *error = dti__record_new(message, &nowhere, args, arg_count);
        if (*error == NULL) {
            return dti__fail_nomem(error);
        }
    }
    return dti__message_status(message);
}

dti_status dti__fail_null(dti_error **error, const char *argument)
{
    return dti__fail(error, DTI__MSG_ARG_NULL, DTI__ARGS(DTI__TEXT(argument)));
}

dti_status dti__fail_nomem(dti_error **error)
{
    if (error != NULL) {
        /* Through an integer, since handing out a constant is the point here: nobody writes to it,
         * freeing it does nothing. */
        *error = (dti_error *)(uintptr_t)&no_memory;
    }
    return DTI_E_NOMEM;
}

dti_status dti__hand_out(struct dti__buffer *buffer, dti_text **out, dti_error **error)
{
    dti_text *text = dti__buffer_take_text(buffer);
    dti__buffer_release(buffer);
    if (text == NULL) {
        return dti__fail_nomem(error);
    }
    *out = text;
    return DTI_OK;
}

void dti_error_free(dti_error *error)
{
    if (error != NULL && error != &no_memory) {
        dti__release(&dti__malloc_allocator, error, error->block_bytes);
    }
}

dti_status dti_error_status(const dti_error *error)
{
    return error != NULL ? dti__message_status(error->message) : DTI_OK;
}

const char *dti_error_id(const dti_error *error)
{
    return error != NULL ? dti__message_id(error->message) : "";
}

size_t dti_error_format(const dti_error *error, dti_lang lang, char *buffer, size_t size)
{
    if (error != NULL) {
        return dti__message_format(error->message, lang, error->args, error->arg_count, buffer,
                                   size);
    }
    if (buffer != NULL && size > 0) {
        buffer[0] = '\0';
    }
    return 0;
}

const char *dti_error_source(const dti_error *error)
{
    return error != NULL ? error->place.source : "";
}

const char *dti_error_pointer(const dti_error *error)
{
    return error != NULL ? error->place.pointer : "";
}

uint32_t dti_error_line(const dti_error *error)
{
    return error != NULL ? error->place.line : 0;
}

uint32_t dti_error_column(const dti_error *error)
{
    return error != NULL ? error->place.column : 0;
}

uint64_t dti_error_offset(const dti_error *error)
{
    return error != NULL ? error->place.offset : 0;
}

size_t dti_error_arg_count(const dti_error *error)
{
    return error != NULL ? error->arg_count : 0;
}

const char *dti_error_arg(const dti_error *error, size_t index)
{
    return index < dti_error_arg_count(error) ? error->plain[index] : "";
}
