/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Forms in and out: from text, from a file; all findings of one; and written again. */
#include <dti/form.h>

#include "io/form-csv.h"
#include "io/form-read.h"
#include "io/tree.h"

static void drop(void *form)
{
    dti_form_unref(form);
}

static const struct dti__kind kind = {
    .read = dti__form_read, .read_csv = dti__form_csv_read, .drop = drop};

dti_status dti_form_parse(const char *text, size_t length, const dti_collection *collection,
                          const dti_parse_options *options, dti_form **out, dti_error **error)
{
    const struct dti__given given = {.collection = collection};
    return dti__document_parse(&kind, text, length, &given, options, out, error);
}

dti_status dti_form_load(const char *path, const dti_collection *collection,
                         const dti_parse_options *options, dti_form **out, dti_error **error)
{
    const struct dti__given given = {.collection = collection};
    return dti__document_load(&kind, path, &given, options, out, error);
}

dti_status dti_form_check(const char *text, size_t length, const dti_collection *collection,
                          const dti_parse_options *options, dti_report **report, dti_error **error)
{
    const struct dti__given given = {.collection = collection};
    return dti__document_check(&kind, text, length, &given, options, report, error);
}

static dti_status write_csv(const dti_form *form, bool has_mark, dti_text **out, dti_error **error)
{
    struct dti__buffer buffer;
    dti__buffer_init(&buffer, &form->arena.allocator);
    dti__form_csv_write(form, has_mark, &buffer);
    return dti__hand_out(&buffer, out, error);
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
