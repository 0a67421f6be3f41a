/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Bounds in and out: from text, from a file; as a document again, and its digest. */
#include <dti/bounds.h>

#include "io/bounds-read.h"
#include "io/tree.h"

#include <stdlib.h>

dti_status dti_bounds_parse(const char *text, size_t length, const dti_framework *framework,
                            const dti_parse_options *options, dti_bounds **out, dti_error **error)
{
    struct dti__document document;
    bool nomem = false;
    if (!out)
        return dti__fail_null(error, "out");
    dti_status status = dti__document_open(text, length, options, &document, error);
    if (status != DTI_OK)
        return status;
    dti_bounds *bounds = document.tree ? dti__bounds_read(&document, framework, &nomem) : NULL;
    status = nomem ? dti__fail_nomem(error) : dti__document_finish(&document, error);
    dti__document_close(&document);
    if (status == DTI_OK)
        *out = bounds;
    else
        dti_bounds_unref(bounds);
    return status;
}

dti_status dti_bounds_load(const char *path, const dti_framework *framework,
                           const dti_parse_options *options, dti_bounds **out, dti_error **error)
{
    dti_parse_options named;
    char *text = NULL;
    size_t length = 0;
    if (!out)
        return dti__fail_null(error, "out");
    dti_status status = dti__file_open(path, options, &named, &text, &length, error);
    if (status == DTI_OK)
        status = dti_bounds_parse(text, length, framework, &named, out, error);
    free(text);
    return status;
}

dti_status dti_bounds_write(const dti_bounds *bounds, dti_text **out, dti_error **error)
{
    if (!bounds || !out)
        return dti__fail_null(error, bounds ? "out" : "bounds");
    return dti__write_out(dti__bounds_tree(bounds), &bounds->arena.allocator, out, error);
}

const char *dti_bounds_digest(const dti_bounds *bounds)
{
    dti_bounds *shared =
        (dti_bounds *)(uintptr_t)bounds; /* what is filled in is not part of the value */
    if (!shared)
        return "";
    const char *digest = atomic_load_explicit(&shared->digest, memory_order_acquire);
    return digest ? digest : dti__digest_keep(&shared->digest, dti__bounds_tree(bounds));
}
