/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Dossiers in and out: from text, from a file, from a builder; all findings of one; and as a
 * document again. */
#include <dti/dossier.h>

#include "intake/merge.h"
#include "io/dossier-read.h"
#include "io/tree.h"
#include "score/lower.h"
#include "json/write.h"

#include <stdlib.h>

/* Binds and reads an opened document. NULL with *nomem false: the report says why. */
static dti_dossier *read(struct dti__document *document, const dti_framework *framework,
                         bool *nomem)
{
    struct dti__arena arena;
    dti_framework *made = NULL;
    dti_dossier *dossier = NULL;
    dti__arena_init(&arena, &document->allocator);
    struct dti__reader reader = {&arena, document->report, false};
    const dti_framework *bound = NULL;
    if (dti__check_format(&reader, document->tree, "dti-dossier/1"))
        bound = dti__dossier_bind(&reader, document->tree, framework, &document->allocator, &made);
    if (bound) {
        dossier = dti__dossier_read(document->tree, bound, &document->allocator, document->report);
        reader.out_of_memory = reader.out_of_memory || !dossier;
    }
    dti_framework_unref(made);
    dti__arena_release(&arena);
    *nomem = reader.out_of_memory;
    return dossier;
}

dti_status dti_dossier_parse(const char *text, size_t length, const dti_framework *framework,
                             const dti_parse_options *options, dti_dossier **out, dti_error **error)
{
    struct dti__document document;
    bool nomem = false;
    if (!out)
        return dti__fail_null(error, "out");
    dti_status status = dti__document_open(text, length, options, &document, error);
    if (status != DTI_OK)
        return status;
    dti_dossier *dossier = document.tree ? read(&document, framework, &nomem) : NULL;
    status = nomem ? dti__fail_nomem(error) : dti__document_finish(&document, error);
    dti__document_close(&document);
    if (status == DTI_OK)
        *out = dossier;
    else
        dti_dossier_unref(dossier);
    return status;
}

dti_status dti_dossier_load(const char *path, const dti_framework *framework,
                            const dti_parse_options *options, dti_dossier **out, dti_error **error)
{
    dti_parse_options named;
    char *text = NULL;
    size_t length = 0;
    if (!out)
        return dti__fail_null(error, "out");
    dti_status status = dti__file_open(path, options, &named, &text, &length, error);
    if (status == DTI_OK)
        status = dti_dossier_parse(text, length, framework, &named, out, error);
    free(text);
    return status;
}

dti_status dti_dossier_check(const char *text, size_t length, const dti_framework *framework,
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
    dti_dossier *dossier = document.tree ? read(&document, framework, &nomem) : NULL;
    if (dossier && dti__report_errors(document.report) == 0)
        nomem = !dti__figures_check(dossier, document.report) ||
                !dti__review_reports(dossier, document.report);
    dti_dossier_unref(dossier);
    if (document.tree)
        dti__json_locate(text, length, document.report);
    if (nomem || dti__report_result(document.report, NULL) == DTI_E_NOMEM)
        status = dti__fail_nomem(error);
    else
        *report = dti_report_ref(document.report);
    dti__document_close(&document);
    return status;
}

dti_status dti_dossier_write(const dti_dossier *dossier, dti_text **out, dti_error **error)
{
    if (!dossier || !out)
        return dti__fail_null(error, dossier ? "out" : "dossier");
    return dti__write_out(dti__dossier_tree(dossier, DTI__DOSSIER_WHOLE), &dossier->arena.allocator,
                          out, error);
}

/* Most dossiers are scored and dropped without anybody asking for their digest, which takes as long
 * as reading them. So it is computed when first asked for. */
const char *dti_dossier_digest(const dti_dossier *dossier)
{
    dti_dossier *shared =
        (dti_dossier *)(uintptr_t)dossier; /* what is filled in is not part of the value */
    if (!shared)
        return "";
    const char *digest = atomic_load_explicit(&shared->digest, memory_order_acquire);
    return digest ? digest
                  : dti__digest_keep(&shared->digest,
                                     dti__dossier_tree(dossier, DTI__DOSSIER_DIGESTED));
}

/* The draft is written as a document and read like any other: there is one way in. */
dti_status dti_dossier_builder_build(dti_dossier_builder *builder, dti_dossier **out,
                                     dti_error **error)
{
    if (!builder || !out)
        return dti__fail_null(error, builder ? "out" : "builder");
    dti_report *report = dti__report_new(NULL);
    cJSON *tree = report ? dti__dossier_tree(builder->draft, DTI__DOSSIER_WHOLE) : NULL;
    dti_dossier *dossier =
        tree ? dti__dossier_read(tree, builder->draft->framework, &builder->allocator, report)
             : NULL;
    dti_status status = dossier ? dti__report_result(report, error) : dti__fail_nomem(error);
    if (status == DTI_OK)
        dti__log_findings(&(dti_parse_options){.log = builder->log,
                                               .log_context = builder->log_context,
                                               .log_lang = builder->log_lang},
                          report);
    dti__json_free(tree);
    dti_report_unref(report);
    if (status == DTI_OK)
        *out = dossier;
    else
        dti_dossier_unref(dossier);
    return status;
}
