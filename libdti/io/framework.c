/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Frameworks in: from text, from a file, from what is built in; and all findings of one. */
#include <dti/framework.h>

#include "builtin/builtin.h"
#include "io/framework-read.h"

#include <stdlib.h>
#include <string.h>

static dti_status parse(const char *text, size_t length, const char *known_digest,
                        const dti_parse_options *options, dti_framework **out, dti_error **error)
{
    struct dti__document document;
    if (!out)
        return dti__fail_null(error, "out");
    dti_status status = dti__document_open(text, length, options, &document, error);
    if (status != DTI_OK)
        return status;
    dti_framework *framework = document.tree ? dti__framework_read(&document, known_digest) : NULL;
    if (document.tree && !framework)
        status = dti__fail_nomem(error);
    else
        status = dti__document_finish(&document, error);
    dti__document_close(&document);
    if (status == DTI_OK)
        *out = framework;
    else
        dti_framework_unref(framework);
    return status;
}

dti_status dti_framework_parse(const char *text, size_t length, const dti_parse_options *options,
                               dti_framework **out, dti_error **error)
{
    return parse(text, length, NULL, options, out, error);
}

dti_status dti_framework_load(const char *path, const dti_parse_options *options,
                              dti_framework **out, dti_error **error)
{
    dti_parse_options named;
    char *text = NULL;
    size_t length = 0;
    if (!out)
        return dti__fail_null(error, "out");
    dti_status status = dti__file_open(path, options, &named, &text, &length, error);
    if (status == DTI_OK)
        status = dti_framework_parse(text, length, &named, out, error);
    free(text);
    return status;
}

size_t dti_builtin_count(void)
{
    return dti__builtin_framework_count;
}

const char *dti_builtin_id(size_t index)
{
    return index < dti__builtin_framework_count ? dti__builtin_frameworks[index].id : NULL;
}

dti_status dti_framework_builtin(const char *id, const dti_parse_options *options,
                                 dti_framework **out, dti_error **error)
{
    if (!id)
        return dti__fail_null(error, "id");
    for (size_t i = 0; i < dti__builtin_framework_count; i++)
        if (strcmp(dti__builtin_frameworks[i].id, id) == 0)
            return parse(dti__builtin_frameworks[i].text, dti__builtin_frameworks[i].length,
                         dti__builtin_frameworks[i].digest, options, out, error);
    return dti__fail(error, DTI__MSG_FRAMEWORK_UNKNOWN, DTI__ARGS(DTI__TEXT(id)));
}

dti_status dti_framework_check(const char *text, size_t length, const dti_parse_options *options,
                               dti_report **report, dti_error **error)
{
    struct dti__document document;
    if (!report)
        return dti__fail_null(error, "report");
    dti_status status = dti__document_open(text, length, options, &document, error);
    if (status != DTI_OK)
        return status;
    dti_framework *framework = document.tree ? dti__framework_read(&document, NULL) : NULL;
    bool has_memory = framework || !document.tree;
    if (framework && dti__report_errors(document.report) == 0) {
        dti__framework_review(framework, document.report);
        has_memory = dti__vectors_run(framework, document.report);
    }
    dti_framework_unref(framework);
    if (document.tree)
        dti__json_locate(text, length, document.report);
    if (has_memory && dti__report_result(document.report, NULL) != DTI_E_NOMEM)
        *report = dti_report_ref(document.report);
    else
        status = dti__fail_nomem(error);
    dti__document_close(&document);
    return status;
}
