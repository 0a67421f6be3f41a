/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Evidence in and out: from text, from a file, from a builder; all findings of a record; its next
 * and its earlier states, which are written and read like documents. */
#include <dti/evidence.h>

#include "io/evidence-read.h"
#include "io/tree.h"
#include "json/tree.h"

#include <stdint.h>

static void *read(struct dti__document *document)
{
    if (!dti__check_format(&document->reader, document->tree, "dti-evidence/1"))
        return NULL;
    dti_evidence *evidence =
        dti__evidence_read(document->tree, NULL, &document->allocator, document->report, false);
    document->reader.out_of_memory = !evidence;
    return evidence;
}

static void drop(void *evidence)
{
    dti_evidence_unref(evidence);
}

static const struct dti__kind kind = {.read = read, .drop = drop};

dti_status dti_evidence_parse(const char *text, size_t length, const dti_parse_options *options,
                              dti_evidence **out, dti_error **error)
{
    return dti__document_parse(&kind, text, length, NULL, options, out, error);
}

dti_status dti_evidence_load(const char *path, const dti_parse_options *options, dti_evidence **out,
                             dti_error **error)
{
    return dti__document_load(&kind, path, NULL, options, out, error);
}

dti_status dti_evidence_check(const char *text, size_t length, const dti_parse_options *options,
                              dti_report **report, dti_error **error)
{
    return dti__document_check(&kind, text, length, NULL, options, report, error);
}

dti_status dti_evidence_write(const dti_evidence *evidence, dti_text **out, dti_error **error)
{
    if (!evidence || !out)
        return dti__fail_null(error, evidence ? "out" : "evidence");
    return dti__write_out(dti__evidence_tree(evidence), &evidence->arena.allocator, out, error);
}

const char *dti_evidence_digest(const dti_evidence *evidence)
{
    if (!evidence)
        return "";
    const char *kept = dti__digest_kept(&evidence->digest);
    return kept ? kept : dti__digest_keep(&evidence->digest, dti__evidence_tree(evidence));
}

/* Reads a tree of ours as if it were a document, and frees it. */
static dti_status freeze(cJSON *tree, const dti_allocator *allocator, dti_evidence **out,
                         dti_error **error)
{
    dti_report *report = dti__report_new(NULL);
    dti_evidence *evidence =
        tree && report ? dti__evidence_read(tree, NULL, allocator, report, false) : NULL;
    const dti_status status = evidence ? dti__report_result(report, error) : dti__fail_nomem(error);
    dti__json_free(tree);
    dti_report_unref(report);
    if (status == DTI_OK)
        *out = evidence;
    else
        dti_evidence_unref(evidence);
    return status;
}

dti_status dti_evidence_review(const dti_evidence *evidence, const dti_history_step *step,
                               dti_evidence **out, dti_error **error)
{
    struct dti__arena arena;
    dti_history history = {0};
    if (!evidence || !out)
        return dti__fail_null(error, evidence ? "out" : "evidence");
    const struct dti__content *content = &evidence->content;
    const dti_allocator *allocator = &evidence->arena.allocator;
    dti__arena_init(&arena, allocator);
    dti_status status = dti__history_append(&evidence->history, &arena, step, content->digest, NULL,
                                            &history, error);
    if (status == DTI_OK)
        status = freeze(dti__evidence_version(content, &history, history.count, evidence),
                        allocator, out, error);
    dti__arena_release(&arena);
    return status;
}

dti_status dti_evidence_at(const dti_evidence *evidence, size_t steps, dti_evidence **out,
                           dti_error **error)
{
    if (!evidence || !out)
        return dti__fail_null(error, evidence ? "out" : "evidence");
    const dti_history *history = &evidence->history;
    if (steps > history->count)
        return dti__fail(error, DTI__MSG_ARG_RANGE, DTI__ARGS(DTI__TEXT("steps")));
    if (steps == history->count) {
        *out = dti_evidence_ref(evidence);
        return DTI_OK;
    }
    /* Before the first step the content is the one that it speaks of. */
    const char *digest = history->steps[steps > 0 ? steps - 1 : 0].content;
    const struct dti__content *content = dti__evidence_content(evidence, digest);
    return freeze(dti__evidence_version(content, history, steps, evidence),
                  &evidence->arena.allocator, out, error);
}

dti_status dti_evidence_builder_build(dti_evidence_builder *builder, dti_evidence **out,
                                      dti_error **error)
{
    if (!builder || !out)
        return dti__fail_null(error, builder ? "out" : "builder");
    return freeze(dti__evidence_draft(builder), &builder->allocator, out, error);
}
