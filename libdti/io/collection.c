/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Collections in: from text, from a file, from what is built in; and all findings of one. */
#include <dti/collection.h>

#include "builtin/builtin.h"
#include "io/collection-read.h"

#include <stdlib.h>
#include <string.h>

static dti_status parse(const char *text, size_t length, const dti_framework *framework,
                        const char *known_digest, const dti_parse_options *options,
                        dti_collection **out, dti_error **error)
{
    struct dti__document document;
    bool nomem = false;
    if (!out)
        return dti__fail_null(error, "out");
    dti_status status = dti__document_open(text, length, options, &document, error);
    if (status != DTI_OK)
        return status;
    dti_collection *collection =
        document.tree ? dti__collection_read(&document, framework, known_digest, &nomem) : NULL;
    status = nomem ? dti__fail_nomem(error) : dti__document_finish(&document, error);
    dti__document_close(&document);
    if (status == DTI_OK)
        *out = collection;
    else
        dti_collection_unref(collection);
    return status;
}

dti_status dti_collection_parse(const char *text, size_t length, const dti_framework *framework,
                                const dti_parse_options *options, dti_collection **out,
                                dti_error **error)
{
    return parse(text, length, framework, NULL, options, out, error);
}

dti_status dti_collection_load(const char *path, const dti_framework *framework,
                               const dti_parse_options *options, dti_collection **out,
                               dti_error **error)
{
    dti_parse_options named;
    char *text = NULL;
    size_t length = 0;
    if (!out)
        return dti__fail_null(error, "out");
    dti_status status = dti__file_open(path, options, &named, &text, &length, error);
    if (status == DTI_OK)
        status = dti_collection_parse(text, length, framework, &named, out, error);
    free(text);
    return status;
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
    if (!id)
        return dti__fail_null(error, "id");
    for (size_t i = 0; i < dti__builtin_collection_count; i++) {
        const struct dti__builtin *builtin = &dti__builtin_collections[i];
        if (strcmp(builtin->id, id) == 0)
            return parse(builtin->text, builtin->length, NULL, builtin->digest, options, out,
                         error);
    }
    return dti__fail(error, DTI__MSG_COLLECTION_UNKNOWN, DTI__ARGS(DTI__TEXT(id)));
}

dti_status dti_collection_check(const char *text, size_t length, const dti_framework *framework,
                                const dti_parse_options *options, dti_report **report,
                                dti_error **error)
{
    struct dti__document document;
    bool nomem = false;
    if (!report)
        return dti__fail_null(error, "report");
    dti_status status = dti__document_open(text, length, options, &document, error);
    if (status != DTI_OK)
        return status;
    dti_collection *collection =
        document.tree ? dti__collection_read(&document, framework, NULL, &nomem) : NULL;
    if (collection && dti__report_errors(document.report) == 0)
        nomem = !dti__collection_review(collection, document.report);
    dti_collection_unref(collection);
    if (document.tree)
        dti__json_locate(text, length, document.report);
    if (nomem || dti__report_result(document.report, NULL) == DTI_E_NOMEM)
        status = dti__fail_nomem(error);
    else
        *report = dti_report_ref(document.report);
    dti__document_close(&document);
    return status;
}
