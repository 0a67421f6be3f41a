/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Forms in and out: from text, from a file; all findings of one; and written again. */
#include <dti/form.h>

#include "io/form-read.h"
#include "io/tree.h"

#include <stdlib.h>

dti_status dti_form_parse(const char *text, size_t length, const dti_collection *collection,
                          const dti_parse_options *options, dti_form **out, dti_error **error)
{
    struct dti__document document;
    bool nomem = false;
    if (!out)
        return dti__fail(error, DTI__MSG_ARG_NULL, DTI__ARGS(DTI__TEXT("out")));
    dti_status status = dti__document_open(text, length, options, &document, error);
    if (status != DTI_OK)
        return status;
    dti_form *form = document.tree ? dti__form_read(&document, collection, &nomem) : NULL;
    status = nomem ? dti__fail_nomem(error) : dti__document_finish(&document, error);
    dti__document_close(&document);
    if (status == DTI_OK)
        *out = form;
    else
        dti_form_unref(form);
    return status;
}

dti_status dti_form_load(const char *path, const dti_collection *collection,
                         const dti_parse_options *options, dti_form **out, dti_error **error)
{
    dti_parse_options named;
    char *text = NULL;
    size_t length = 0;
    if (!out)
        return dti__fail(error, DTI__MSG_ARG_NULL, DTI__ARGS(DTI__TEXT("out")));
    dti_status status = dti__file_open(path, options, &named, &text, &length, error);
    if (status == DTI_OK)
        status = dti_form_parse(text, length, collection, &named, out, error);
    free(text);
    return status;
}

dti_status dti_form_check(const char *text, size_t length, const dti_collection *collection,
                          const dti_parse_options *options, dti_report **report, dti_error **error)
{
    struct dti__document document;
    bool nomem = false;
    if (!report)
        return dti__fail(error, DTI__MSG_ARG_NULL, DTI__ARGS(DTI__TEXT("report")));
    dti_status status = dti__document_open(text, length, options, &document, error);
    if (status != DTI_OK)
        return status;
    dti_form *form = document.tree ? dti__form_read(&document, collection, &nomem) : NULL;
    dti_form_unref(form);
    if (document.tree)
        dti__json_locate(text, length, document.report);
    if (nomem || dti__report_result(document.report, NULL) == DTI_E_NOMEM)
        status = dti__fail_nomem(error);
    else
        *report = dti_report_ref(document.report);
    dti__document_close(&document);
    return status;
}

dti_status dti_form_write(const dti_form *form, dti_form_format format, dti_text **out,
                          dti_error **error)
{
    if (!form || !out)
        return dti__fail(error, DTI__MSG_ARG_NULL, DTI__ARGS(DTI__TEXT(form ? "out" : "form")));
    if (format != DTI_FORM_JSON)
        return dti__fail(error, DTI__MSG_ARG_RANGE, DTI__ARGS(DTI__TEXT("format")));
    return dti__write_out(dti__form_tree(form), &form->arena.allocator, out, error);
}
