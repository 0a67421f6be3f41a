/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Collections in: from text, from a file, from what is built in; and all findings of one. */
#include <dti/collection.h>

#include "io/collection-read.h"

static bool review(const void *collection, dti_report *report)
{
    return dti__collection_review(collection, report);
}

static void drop(void *collection)
{
    dti_collection_unref(collection);
}

static const struct dti__kind kind = {.read = dti__collection_read, .review = review, .drop = drop};

dti_status dti_collection_parse(const char *text, size_t length, const dti_framework *framework,
                                const dti_parse_options *options, dti_collection **out,
                                dti_error **error)
{
    const struct dti__given given = {.framework = framework};
    return dti__document_parse(&kind, text, length, &given, options, out, error);
}

dti_status dti_collection_load(const char *path, const dti_framework *framework,
                               const dti_parse_options *options, dti_collection **out,
                               dti_error **error)
{
    const struct dti__given given = {.framework = framework};
    return dti__document_load(&kind, path, &given, options, out, error);
}

size_t dti_collection_builtin_count(void)
{
    return dti__builtin_collection_count;
}

const char *dti_collection_builtin_id(size_t index)
{
    return index < dti__builtin_collection_count ? dti__builtin_collections[index].id : "";
}

dti_status dti_collection_builtin(const char *id, const dti_parse_options *options,
                                  dti_collection **out, dti_error **error)
{
    return dti__document_builtin(&kind, dti__builtin_collections, dti__builtin_collection_count, id,
                                 DTI__MSG_COLLECTION_UNKNOWN, options, out, error);
}

dti_status dti_collection_check(const char *text, size_t length, const dti_framework *framework,
                                const dti_parse_options *options, dti_report **report,
                                dti_error **error)
{
    const struct dti__given given = {.framework = framework};
    return dti__document_check(&kind, text, length, &given, options, report, error);
}
