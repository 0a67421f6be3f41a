/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Forms in and out: from text, from a file; all findings of one; and written again. */
#include <dti/form.h>

#include "io/form-csv.h"
#include "io/form-read.h"
#include "io/tree.h"

#include <stdlib.h>
#include <string.h>

/* JSON begins with a brace; so does a text without content, of which JSON can say what is missing.
 */
static bool is_json(const char *text, size_t length)
{
    size_t at = length >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    while (at < length && strchr(" \t\r\n", text[at]))
        at++;
    return at == length || text[at] == '{' || text[at] == '[';
}

/* Opens the document and reads it, as what it is. */
static dti_status read(const char *text, size_t length, const dti_collection *collection,
                       const dti_parse_options *options, struct dti__document *document,
                       dti_form **form, dti_error **error)
{
    bool nomem = false;
    bool has_braces = !text || is_json(text, length);
    dti_status status = has_braces ? dti__document_open(text, length, options, document, error)
                                   : dti__document_start(text, length, options, document, error);
    *form = NULL;
    if (status != DTI_OK)
        return status;
    if (document->tree)
        *form = dti__form_read(document, collection, &nomem);
    else if (!has_braces)
        *form = dti__form_csv_read(document, collection, &nomem);
    if (!nomem)
        return DTI_OK;
    dti_form_unref(*form);
    *form = NULL;
    dti__document_close(document);
    return dti__fail_nomem(error);
}

dti_status dti_form_parse(const char *text, size_t length, const dti_collection *collection,
                          const dti_parse_options *options, dti_form **out, dti_error **error)
{
    struct dti__document document;
    dti_form *form = NULL;
    if (!out)
        return dti__fail_null(error, "out");
    dti_status status = read(text, length, collection, options, &document, &form, error);
    if (status != DTI_OK)
        return status;
    status = dti__document_finish(&document, error);
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
        return dti__fail_null(error, "out");
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
    dti_form *form = NULL;
    if (!report)
        return dti__fail_null(error, "report");
    dti_status status = read(text, length, collection, options, &document, &form, error);
    if (status != DTI_OK)
        return status;
    dti_form_unref(form);
    if (document.tree)
        dti__json_locate(text, length, document.report);
    if (dti__report_result(document.report, NULL) == DTI_E_NOMEM)
        status = dti__fail_nomem(error);
    else
        *report = dti_report_ref(document.report);
    dti__document_close(&document);
    return status;
}

/* As an owned text; the buffer is released. */
static dti_status write_csv(const dti_form *form, bool has_mark, dti_text **out, dti_error **error)
{
    struct dti__buffer buffer;
    dti__buffer_init(&buffer, &form->arena.allocator);
    dti__form_csv_write(form, has_mark, &buffer);
    dti_text *text = dti__buffer_take_text(&buffer);
    dti__buffer_release(&buffer);
    if (!text)
        return dti__fail_nomem(error);
    *out = text;
    return DTI_OK;
}

dti_status dti_form_write(const dti_form *form, dti_form_format format, dti_text **out,
                          dti_error **error)
{
    if (!form || !out)
        return dti__fail_null(error, form ? "out" : "form");
    if (format == DTI_FORM_CSV || format == DTI_FORM_CSV_BOM)
        return write_csv(form, format == DTI_FORM_CSV_BOM, out, error);
    if (format != DTI_FORM_JSON)
        return dti__fail(error, DTI__MSG_ARG_RANGE, DTI__ARGS(DTI__TEXT("format")));
    return dti__write_out(dti__form_tree(form), &form->arena.allocator, out, error);
}
