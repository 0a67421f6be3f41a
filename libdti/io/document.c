/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
#include "io/document.h"

#include "diag/options.h"

#include <stdlib.h>
#include <string.h>

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

/* JSON begins with a brace; so does a text without content, of which JSON can say what is missing.
 */
static bool is_json(const char *text, size_t length)
{
    size_t at = length >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    while (at < length && strchr(" \t\r\n", text[at]))
        at++;
    return at == length || text[at] == '{' || text[at] == '[';
}

/* Takes the options and makes the report. On success the document is to be closed. */
static dti_status open(struct dti__document *document, const char *text, size_t length,
                       const struct dti__given *given, const dti_parse_options *options,
                       dti_error **error)
{
    *document = (struct dti__document){.text = text, .length = length};
    if (!text)
        return dti__fail_null(error, "text");
    if (given)
        document->given = *given;
    dti_status status = take_options(options, document, error);
    if (status != DTI_OK)
        return status;
    document->limits = limits_of(&document->options);
    document->texts[0] =
        (struct dti__json_text){text, length, document->options.source_name, false};
    document->text_count = 1;
    document->report = dti__report_new(document->options.source_name);
    dti__arena_init(&document->arena, &document->allocator);
    document->reader = (struct dti__reader){&document->arena, document->report, false};
    return document->report ? DTI_OK : dti__fail_nomem(error);
}

static void close(struct dti__document *document)
{
    dti_units_unref(document->units);
    dti_collection_unref(document->collection);
    dti_framework_unref(document->framework_after);
    dti_framework_unref(document->framework);
    dti__arena_release(&document->arena);
    dti__json_free(document->tree);
    for (size_t i = 1; i < document->text_count; i++)
        dti__json_free(document->trees[i]);
    dti_report_unref(document->report);
}

static void *read(const struct dti__kind *kind, struct dti__document *document)
{
    if (kind->read_csv && (!kind->read || !is_json(document->text, document->length)))
        return kind->read_csv(document);
    document->reader.out_of_memory =
        dti__json_parse(document->text, document->length, &document->limits, document->report,
                        &document->tree) == DTI_E_NOMEM;
    return document->tree ? kind->read(document) : NULL;
}

/* Findings of JSON know their pointer; those of CSV have had their place from the start. */
static void locate(struct dti__document *document)
{
    if (document->tree &&
        !dti__json_locate(document->tree, document->texts, document->text_count, document->report))
        document->reader.out_of_memory = true;
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

/* DTI_OK, and warnings and remarks logged, if the document is sound; otherwise the first fault. */
static dti_status judge(struct dti__document *document, dti_error **error)
{
    locate(document);
    if (document->reader.out_of_memory)
        return dti__fail_nomem(error);
    dti_status status = dti__report_result(document->report, error);
    if (status == DTI_OK)
        dti__log_findings(&document->options, document->report);
    return status;
}

dti_status dti__document_parse(const struct dti__kind *kind, const char *text, size_t length,
                               const struct dti__given *given, const dti_parse_options *options,
                               void *out, dti_error **error)
{
    struct dti__document document;
    if (!out)
        return dti__fail_null(error, "out");
    dti_status status = open(&document, text, length, given, options, error);
    if (status != DTI_OK)
        return status;
    void *object = read(kind, &document);
    status = judge(&document, error);
    close(&document);
    if (status == DTI_OK)
        memcpy(out, &object, sizeof object); /* *out is a pointer of another type */
    else
        kind->drop(object);
    return status;
}

dti_status dti__document_load(const struct dti__kind *kind, const char *path,
                              const struct dti__given *given, const dti_parse_options *options,
                              void *out, dti_error **error)
{
    dti_parse_options named;
    char *text = NULL;
    size_t length = 0;
    if (!out)
        return dti__fail_null(error, "out");
    dti_status status = dti__file_open(path, options, &named, &text, &length, error);
    if (status == DTI_OK)
        status = dti__document_parse(kind, text, length, given, &named, out, error);
    free(text);
    return status;
}

dti_status dti__document_check(const struct dti__kind *kind, const char *text, size_t length,
                               const struct dti__given *given, const dti_parse_options *options,
                               dti_report **report, dti_error **error)
{
    struct dti__document document;
    if (!report)
        return dti__fail_null(error, "report");
    dti_status status = open(&document, text, length, given, options, error);
    if (status != DTI_OK)
        return status;
    void *object = read(kind, &document);
    if (object && kind->review && dti__report_errors(document.report) == 0)
        document.reader.out_of_memory =
            !kind->review(object, document.report) || document.reader.out_of_memory;
    kind->drop(object);
    locate(&document);
    if (document.reader.out_of_memory || dti__report_result(document.report, NULL) == DTI_E_NOMEM)
        status = dti__fail_nomem(error);
    else
        *report = dti_report_ref(document.report);
    close(&document);
    return status;
}

const struct dti__builtin *dti__builtin_find(const struct dti__builtin *builtins, size_t count,
                                             const char *id)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(builtins[i].id, id) == 0)
            return &builtins[i];
    return NULL;
}

dti_status dti__document_builtin(const struct dti__kind *kind, const struct dti__builtin *builtins,
                                 size_t count, const char *id, enum dti__msg unknown,
                                 const dti_parse_options *options, void *out, dti_error **error)
{
    if (!id)
        return dti__fail_null(error, "id");
    const struct dti__builtin *builtin = dti__builtin_find(builtins, count, id);
    if (!builtin)
        return dti__fail(error, unknown, DTI__ARGS(DTI__TEXT(id)));
    const struct dti__given given = {.digest = builtin->digest};
    return dti__document_parse(kind, builtin->text, builtin->length, &given, options, out, error);
}
