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

static void *read(struct dti__document *document)
{
    const dti_framework *framework = dti__dossier_bind(document);
    dti_dossier *dossier = framework ? dti__dossier_read(document->tree, framework,
                                                         &document->allocator, document->report)
                                     : NULL;
    if (framework && !dossier)
        document->reader.out_of_memory = true;
    return dossier;
}

static bool review(const void *dossier, dti_report *report)
{
    return dti__figures_check(dossier, report) && dti__review_reports(dossier, report);
}

static void drop(void *dossier)
{
    dti_dossier_unref(dossier);
}

static const struct dti__kind kind = {.read = read, .review = review, .drop = drop};

dti_status dti_dossier_parse(const char *text, size_t length, const dti_framework *framework,
                             const dti_parse_options *options, dti_dossier **out, dti_error **error)
{
    const struct dti__given given = {.framework = framework};
    return dti__document_parse(&kind, text, length, &given, options, out, error);
}

dti_status dti_dossier_load(const char *path, const dti_framework *framework,
                            const dti_parse_options *options, dti_dossier **out, dti_error **error)
{
    const struct dti__given given = {.framework = framework};
    return dti__document_load(&kind, path, &given, options, out, error);
}

dti_status dti_dossier_check(const char *text, size_t length, const dti_framework *framework,
                             const dti_parse_options *options, dti_report **report,
                             dti_error **error)
{
    const struct dti__given given = {.framework = framework};
    return dti__document_check(&kind, text, length, &given, options, report, error);
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
    if (!dossier)
        return "";
    const char *kept = dti__digest_kept(&dossier->digest);
    return kept ? kept
                : dti__digest_keep(&dossier->digest,
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
