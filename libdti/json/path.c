/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* A path becomes a JSON Pointer only when something has to be said about it. */
#include "json/pointer.h"
#include "json/read.h"

static void put_path(struct dti__buffer *out, const struct dti__path *path)
{
    if (path == NULL) {
        return;
    }
    put_path(out, path->up);
    if (path->key != NULL) {
        dti__pointer_put_key(out, path->key);
    } else {
        dti__pointer_put_index(out, path->index);
    }
}

const char *dti__path_text(struct dti__reader *reader, const struct dti__path *path)
{
    struct dti__buffer buffer;
    dti__buffer_init(&buffer, &dti__malloc_allocator);
    put_path(&buffer, path);
    const char *text =
        buffer.failed ? NULL : dti__arena_text(reader->arena, buffer.data, buffer.length);
    dti__buffer_release(&buffer);
    if (text == NULL) {
        reader->out_of_memory = true;
    }
    return text;
}

void dti__reader_find(struct dti__reader *reader, enum dti__msg message,
                      const struct dti__path *path, const struct dti__arg *args, size_t arg_count)
{
    struct dti__buffer buffer;
    dti__buffer_init(&buffer, &dti__malloc_allocator);
    put_path(&buffer, path);
    dti__buffer_put_char(&buffer, '\0');
    if (buffer.failed) {
        reader->out_of_memory = true;
    } else {
        dti__report_add(reader->report, message, buffer.data, args, arg_count);
    }
    dti__buffer_release(&buffer);
}
