/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Submissions: the self-assessment sheet with the evidence behind it, as one document that names
 * its digest. */
#include <dti/submission.h>

#include "base/buffer.h"
#include "io/binding.h"
#include "io/tree.h"
#include "score/result.h"
#include "json/tree.h"
#include "json/write.h"

/* ── what is missing ── */

/* Nobody need prove what nobody asks evidence for, nor what earns nothing. */
static bool needs_proof(const struct dti__node *node)
{
    return node->rule && node->evidence && node->max_points > 0;
}

static bool is_sent(const dti_evidence *evidence)
{
    dti_review_state state = dti_evidence_state(evidence);
    return state == DTI_REVIEW_SUBMITTED || state == DTI_REVIEW_ACCEPTED;
}

/* The records put forward for a component; NULL and 0 in a dossier that keeps none. */
static const struct dti__verdict *records_of(const dti_result *result, size_t node, size_t *count)
{
    const struct dti__support *support = &result->support;
    *count = result->has_support ? support->nodes[node].count : 0;
    return result->has_support ? &support->verdicts[support->nodes[node].first] : NULL;
}

static bool has_evidence(const dti_result *result, size_t node)
{
    size_t count = 0;
    const struct dti__verdict *verdicts = records_of(result, node, &count);
    for (size_t i = 0; i < count; i++)
        if (is_sent(result->dossier->evidence[verdicts[i].record]))
            return true;
    return false;
}

/* The explanation that the province itself gives; NULL if there is none. */
static const struct dti__explanation *find_explanation(const dti_dossier *dossier, size_t node)
{
    for (size_t i = 0; i < dossier->explanation_count; i++)
        for (size_t k = 0; k < dossier->explanations[i].code_count; k++)
            if (dossier->explanations[i].track == DTI_TRACK_SELF &&
                dossier->explanations[i].nodes[k] == node)
                return &dossier->explanations[i];
    return NULL;
}

static void check_component(const dti_result *result, size_t index, dti_report *report)
{
    const dti_dossier *dossier = result->dossier;
    const struct dti__node *node = &dossier->framework->nodes[index];
    if (!needs_proof(node) || has_evidence(result, index) || find_explanation(dossier, index))
        return;
    dti__report_add(
        report, DTI__MSG_SUBMISSION_UNPROVED, NULL,
        DTI__ARGS(DTI__TEXT(dti_framework_node_code(dossier->framework, index, dossier->numbering)),
                  DTI__NAMES(node->names.vi, node->names.en)));
}

static void check_all(const dti_result *result, dti_report *report)
{
    const dti_dossier *dossier = result->dossier;
    const dti_framework *framework = dossier->framework;
    for (size_t i = 0; i < framework->tree_count; i++)
        check_component(result, i, report);
    for (size_t i = 0; i < framework->input_count; i++)
        if (dossier->figures[i].is_disputed)
            dti__report_add(report, DTI__MSG_SUBMISSION_DISPUTED, NULL,
                            DTI__ARGS(DTI__TEXT(framework->inputs[i].id),
                                      DTI__NAMES(framework->inputs[i].names.vi,
                                                 framework->inputs[i].names.en)));
    for (size_t i = 0; i < dossier->evidence_count; i++)
        if (dti_evidence_state(dossier->evidence[i]) == DTI_REVIEW_SUBMITTED)
            dti__report_add(report, DTI__MSG_SUBMISSION_WAITING, NULL,
                            DTI__ARGS(DTI__TEXT(dossier->evidence[i]->content.id)));
}

dti_status dti_submission_check(const dti_result *result, dti_report **report, dti_error **error)
{
    if (!result || !report)
        return dti__fail_null(error, result ? "report" : "result");
    dti_report *made = dti__report_new(NULL);
    if (made)
        check_all(result, made);
    if (dti__report_result(made, NULL) == DTI_E_NOMEM) {
        dti_report_unref(made);
        return dti__fail_nomem(error);
    }
    *report = made;
    return DTI_OK;
}

/* ── the document ── */

/* In the order of dti_review_state and of dti_stage. */
static const char *const reviews[] = {"draft", "submitted", "accepted", "rejected"};
static const char *const stages[] = {"collecting", "self-scored", "approved",
                                     "submitted",  "appraised",   "final"};

struct document {
    struct dti__writer writer;
    const dti_result *result;
    const dti_framework *framework;
    const dti_report *report;
    const char *numbering;
    dti_lang lang;
};

static void write_or_null(struct document *document, cJSON *object, const char *key,
                          const char *text)
{
    if (text && *text)
        dti__write_text(&document->writer, object, key, text);
    else
        dti__write_null(&document->writer, object, key);
}

static void write_head(struct document *document, cJSON *tree)
{
    struct dti__writer *writer = &document->writer;
    const dti_dossier *dossier = document->result->dossier;
    const char *digest = dti_dossier_digest(dossier);
    writer->out_of_memory = writer->out_of_memory || !*digest;
    dti__write_text(writer, tree, "format", "dti-submission/1");
    dti__write_binding(writer, tree, document->framework);
    cJSON *source = dti__write_object(writer, tree, "dossier");
    dti__write_text(writer, source, "id", dossier->id);
    dti__write_text(writer, source, "digest", digest);
    cJSON *unit = dti__write_object(writer, tree, "unit");
    dti__write_text(writer, unit, "id", dossier->unit_id);
    dti__write_text(writer, unit, "name", dti_dossier_unit_name(dossier, document->lang));
    dti__write_number(writer, tree, "year", (double)dossier->year);
    dti__write_text(writer, tree, "numbering", document->numbering);
    dti__write_text(writer, tree, "stage", stages[dti_dossier_stage(dossier)]);
    dti__write_bool(writer, tree, "complete", dti__report_errors(document->report) == 0);
}

static void write_record(struct document *document, cJSON *array, const dti_evidence *evidence)
{
    struct dti__writer *writer = &document->writer;
    const dti_history *history = dti_evidence_history(evidence);
    cJSON *object = dti__write_object(writer, array, NULL);
    dti__write_text(writer, object, "id", evidence->content.id);
    write_or_null(document, object, "number", evidence->content.number);
    write_or_null(document, object, "date", dti_evidence_text(evidence, DTI_EVIDENCE_DATE));
    write_or_null(document, object, "title",
                  dti__text2_in(evidence->content.titles, document->lang));
    write_or_null(document, object, "pages", evidence->content.pages);
    dti__write_text(writer, object, "state", reviews[dti_evidence_state(evidence)]);
    write_or_null(document, object, "file", evidence->content.file_name);
    write_or_null(document, object, "sha256", evidence->content.sha256);
    write_or_null(document, object, "head",
                  dti_history_digest(history, dti_history_count(history) - 1));
}

/* What the province states itself, else what its figures give. */
static void write_points(struct document *document, cJSON *object, size_t node)
{
    struct dti__writer *writer = &document->writer;
    const dti_result *result = document->result;
    bool is_stated = dti_result_has_track(result, node, DTI_TRACK_SELF) != 0;
    dti_track track = is_stated ? DTI_TRACK_SELF : DTI_TRACK_COMPUTED;
    dti__write_points(writer, object, "max_points", document->framework->nodes[node].max_points);
    if (dti_result_has_track(result, node, track))
        dti__write_points(writer, object, "points", dti_result_track_points(result, node, track));
    else
        dti__write_null(writer, object, "points");
    dti__write_text(writer, object, "track", dti_track_id(track));
    if (dti_result_has_track(result, node, DTI_TRACK_SUPPORTED))
        dti__write_points(writer, object, "supported",
                          dti_result_track_points(result, node, DTI_TRACK_SUPPORTED));
    else
        dti__write_null(writer, object, "supported");
}

static void write_node(struct document *document, cJSON *array, size_t index)
{
    static const char *const kinds[] = {"component", "group", "main", "index"};
    struct dti__writer *writer = &document->writer;
    const dti_dossier *dossier = document->result->dossier;
    const struct dti__node *node = &document->framework->nodes[index];
    cJSON *object = dti__write_object(writer, array, NULL);
    dti__write_text(writer, object, "code",
                    dti_framework_node_code(document->framework, index, document->numbering));
    dti__write_text(writer, object, "kind", kinds[node->kind]);
    dti__write_text(writer, object, "name", dti__text2_in(node->names, document->lang));
    write_points(document, object, index);
    if (!node->rule)
        return;
    const struct dti__explanation *explanation = find_explanation(dossier, index);
    write_or_null(document, object, "explanation",
                  explanation ? dti__text2_in(explanation->text, document->lang) : NULL);
    cJSON *records = dti__write_array(writer, object, "evidence");
    size_t count = 0;
    const struct dti__verdict *verdicts = records_of(document->result, index, &count);
    for (size_t i = 0; i < count; i++)
        write_record(document, records, dossier->evidence[verdicts[i].record]);
}

static void write_findings(struct document *document, cJSON *tree)
{
    static const char *const severities[] = {"error", "warning", "info"};
    struct dti__writer *writer = &document->writer;
    cJSON *array = dti__write_array(writer, tree, "findings");
    for (size_t i = 0; i < dti_report_count(document->report); i++) {
        char text[512];
        cJSON *entry = dti__write_object(writer, array, NULL);
        dti_report_format(document->report, i, document->lang, text, sizeof text);
        dti__write_text(writer, entry, "severity",
                        severities[dti_report_severity(document->report, i)]);
        dti__write_text(writer, entry, "id", dti_report_id(document->report, i));
        dti__write_text(writer, entry, "text", text);
    }
}

/* ── the digest of the package ── */

/* What is sent, whatever language and numbering it is shown in: the dossier, and each record with
 * its history and its file. */
static bool find_digest(const dti_result *result, char digest[DTI__DIGEST_SIZE])
{
    struct dti__writer writer = {false};
    const dti_dossier *dossier = result->dossier;
    cJSON *tree = cJSON_CreateObject();
    dti__write_text(&writer, tree, "framework", dossier->framework->digest);
    dti__write_text(&writer, tree, "dossier", dti_dossier_digest(dossier));
    cJSON *records = dti__write_array(&writer, tree, "evidence");
    for (size_t i = 0; i < dossier->evidence_count; i++) {
        const dti_evidence *evidence = dossier->evidence[i];
        cJSON *record = dti__write_object(&writer, records, NULL);
        dti__write_text(&writer, record, "id", evidence->content.id);
        dti__write_text(&writer, record, "digest", dti_evidence_digest(evidence));
        dti__write_text_if(&writer, record, "sha256", evidence->content.sha256);
    }
    bool is_found = tree && !writer.out_of_memory && *dti_dossier_digest(dossier) &&
                    dti__json_digest(tree, NULL, digest);
    dti__json_free(tree);
    return is_found;
}

dti_status dti_submission_digest(const dti_result *result, dti_text **out, dti_error **error)
{
    char digest[DTI__DIGEST_SIZE];
    struct dti__buffer buffer;
    if (!result || !out)
        return dti__fail_null(error, result ? "out" : "result");
    if (!find_digest(result, digest))
        return dti__fail_nomem(error);
    dti__buffer_init(&buffer, &result->arena.allocator);
    dti__buffer_put_text(&buffer, digest);
    return dti__hand_out(&buffer, out, error);
}

static cJSON *build(struct document *document)
{
    char digest[DTI__DIGEST_SIZE];
    cJSON *tree = cJSON_CreateObject();
    if (!tree)
        return NULL;
    write_head(document, tree);
    cJSON *nodes = dti__write_array(&document->writer, tree, "nodes");
    for (size_t i = 0; i < document->framework->node_count; i++)
        if (*dti_framework_node_code(document->framework, i, document->numbering))
            write_node(document, nodes, i);
    write_findings(document, tree);
    if (!document->writer.out_of_memory && find_digest(document->result, digest))
        dti__write_text(&document->writer, tree, "digest", digest);
    else
        document->writer.out_of_memory = true;
    if (!document->writer.out_of_memory)
        return tree;
    dti__json_free(tree);
    return NULL;
}

dti_status dti_submission_write(const dti_result *result, const char *numbering, dti_lang lang,
                                dti_text **out, dti_error **error)
{
    if (!result || !out)
        return dti__fail_null(error, result ? "out" : "result");
    struct document document = {
        .result = result, .framework = result->dossier->framework, .lang = lang};
    document.numbering = numbering ? numbering : result->dossier->numbering;
    if (!dti__framework_has_numbering(document.framework, document.numbering))
        return dti__fail(error, DTI__MSG_NUMBERING_UNKNOWN,
                         DTI__ARGS(DTI__TEXT(document.numbering)));
    dti_report *report = NULL;
    dti_status status = dti_submission_check(result, &report, error);
    if (status != DTI_OK)
        return status;
    document.report = report;
    cJSON *tree = build(&document);
    dti_report_unref(report);
    return dti__write_out(tree, &result->arena.allocator, out, error);
}
