/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
#include "io/document.h"

#include "diag/options.h"

static const struct dti__json_limits no_limits = {DTI_LIMIT_BYTES, DTI_LIMIT_DEPTH,
                                                  DTI_LIMIT_VALUES, DTI_LIMIT_STRING};

static struct dti__json_limits limits_of(const dti_parse_options *options)
{
    struct dti__json_limits limits = no_limits;
    if (options->max_bytes > 0)
        limits.bytes = options->max_bytes;
    if (options->max_depth > 0)
        limits.depth = options->max_depth;
    if (options->max_values > 0)
        limits.values = options->max_values;
    if (options->max_string > 0)
        limits.string = options->max_string;
    return limits;
}

static dti_status take_options(const dti_parse_options *options, struct dti__document *document,
                               dti_error **error)
{
    document->options = (dti_parse_options)DTI_PARSE_OPTIONS_INIT;
    dti_status status =
        dti__options_read(options, &document->options, sizeof *options, "dti_parse_options", error);
    if (status != DTI_OK)
        return status;
    if (document->options.max_depth > DTI_LIMIT_DEPTH)
        return dti__fail(error, DTI__MSG_ARG_RANGE, DTI__ARGS(DTI__TEXT("max_depth")));
    return dti__options_allocator(document->options.allocator, &document->allocator, error);
}

dti_status dti__document_start(const char *text, size_t length, const dti_parse_options *options,
                               struct dti__document *document, dti_error **error)
{
    *document = (struct dti__document){.text = text, .length = length};
    if (!text)
        return dti__fail_null(error, "text");
    dti_status status = take_options(options, document, error);
    if (status != DTI_OK)
        return status;
    document->report = dti__report_new(document->options.source_name);
    return document->report ? DTI_OK : dti__fail_nomem(error);
}

dti_status dti__document_open(const char *text, size_t length, const dti_parse_options *options,
                              struct dti__document *document, dti_error **error)
{
    dti_status status = dti__document_start(text, length, options, document, error);
    if (status != DTI_OK)
        return status;
    struct dti__json_limits limits = limits_of(&document->options);
    if (dti__json_parse(text, length, &limits, document->report, &document->tree) != DTI_E_NOMEM)
        return DTI_OK;
    dti__document_close(document);
    return dti__fail_nomem(error);
}

void dti__log_findings(const dti_parse_options *options, const dti_report *report)
{
    char text[512];
    for (size_t i = 0; options->log && i < dti_report_count(report); i++) {
        dti_report_format(report, i, options->log_lang, text, sizeof text);
        options->log(options->log_context, dti_report_severity(report, i), dti_report_id(report, i),
                     text);
    }
}

dti_status dti__document_finish(struct dti__document *document, dti_error **error)
{
    if (document->tree)
        dti__json_locate(document->text, document->length, document->report);
    dti_status status = dti__report_result(document->report, error);
    if (status == DTI_OK)
        dti__log_findings(&document->options, document->report);
    return status;
}

void dti__document_close(struct dti__document *document)
{
    dti__json_free(document->tree);
    dti_report_unref(document->report);
    document->tree = NULL;
    document->report = NULL;
}
