/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Bounds in and out: from text, from a file; as a document again, and its digest. */
#include <dti/bounds.h>

#include "io/bounds-read.h"
#include "io/tree.h"

static void drop(void *bounds)
{
    dti_bounds_unref(bounds);
}

static const struct dti__kind kind = {.read = dti__bounds_read, .drop = drop};

dti_status dti_bounds_parse(const char *text, size_t length, const dti_framework *framework,
                            const dti_parse_options *options, dti_bounds **out, dti_error **error)
{
    const struct dti__given given = {.framework = framework};
    return dti__document_parse(&kind, text, length, &given, options, out, error);
}

dti_status dti_bounds_load(const char *path, const dti_framework *framework,
                           const dti_parse_options *options, dti_bounds **out, dti_error **error)
{
    const struct dti__given given = {.framework = framework};
    return dti__document_load(&kind, path, &given, options, out, error);
}

dti_status dti_bounds_write(const dti_bounds *bounds, dti_text **out, dti_error **error)
{
    if (!bounds || !out)
        return dti__fail_null(error, bounds ? "out" : "bounds");
    return dti__write_out(dti__bounds_tree(bounds), &bounds->arena.allocator, out, error);
}

const char *dti_bounds_digest(const dti_bounds *bounds)
{
    if (!bounds)
        return "";
    const char *kept = dti__digest_kept(&bounds->digest);
    return kept ? kept : dti__digest_keep(&bounds->digest, dti__bounds_tree(bounds));
}
