/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Assessments as documents: a target each, with the figures that count and why. */
#include "io/parts.h"
#include "rank/assess.h"

#define SENTENCE_SIZE 4096

struct document {
    struct dti__writer writer;
    const dti_assessment *assessment;
    dti_lang lang;
};

static void write_digest(struct dti__writer *writer, cJSON *object, const char *digest)
{
    writer->out_of_memory = writer->out_of_memory || !*digest;
    dti__write_text(writer, object, "digest", digest);
}

static void write_head(struct document *document, cJSON *tree)
{
    struct dti__writer *writer = &document->writer;
    const dti_assessment *assessment = document->assessment;
    const dti_targets *targets = assessment->targets;
    dti__write_text(writer, tree, "format", "dti-assessment/1");
    cJSON *bound = dti__write_object(writer, tree, "targets");
    dti__write_text(writer, bound, "id", targets->id);
    dti__write_text(writer, bound, "version", targets->version);
    write_digest(writer, bound, targets->digest);
    cJSON *unit = dti__write_object(writer, tree, "unit");
    dti__write_text(writer, unit, "id", targets->unit_id);
    dti__write_names_if(writer, unit, "names", targets->unit_names);
    dti__write_date_if(writer, tree, "today", assessment->today);
    cJSON *tables = dti__write_array(writer, tree, "tables");
    for (size_t i = 0; i < assessment->table_count; i++) {
        cJSON *table = dti__write_object(writer, tables, NULL);
        dti__write_text(writer, table, "id", assessment->tables[i]->id);
        write_digest(writer, table, dti_table_digest(assessment->tables[i]));
    }
    cJSON *dossiers = dti__write_array(writer, tree, "dossiers");
    for (size_t i = 0; i < assessment->dossier_count; i++) {
        cJSON *dossier = dti__write_object(writer, dossiers, NULL);
        dti__write_text(writer, dossier, "id", assessment->dossiers[i]->id);
        write_digest(writer, dossier, dti_dossier_digest(assessment->dossiers[i]));
    }
}

static void write_counts(struct document *document, cJSON *tree, const char *key,
                         const size_t *counts)
{
    cJSON *object = dti__write_object(&document->writer, tree, key);
    for (size_t i = 0; i < DTI__TARGET_STATUSES; i++)
        dti__write_number(&document->writer, object, dti__target_status_words[i],
                          (double)counts[i]);
}

static void write_known(struct document *document, cJSON *parent, const char *key,
                        const struct dti__target *target, const struct dti__known *known)
{
    struct dti__writer *writer = &document->writer;
    if (!known) {
        dti__write_null(writer, parent, key);
        return;
    }
    cJSON *object = dti__write_object(writer, parent, key);
    dti__write_number(writer, object, "year", (double)known->year);
    if (known->text) {
        dti__write_points(writer, object, "amount", known->amount);
        dti__write_text(writer, object, "text", known->text);
        dti__write_text(writer, object, "bound", dti__bound_words[known->bound]);
    } else {
        dti__write_bool(writer, object, "done", known->amount > 0);
    }
    if (known->table) {
        dti__write_text(writer, object, "table", known->table->id);
        if (dti__target_is_rank(target) && !known->table->is_ranked_by_group)
            dti__write_number(writer, object, "out_of", (double)known->table->out_of);
    } else if (known->dossier) {
        dti__write_text(writer, object, "dossier", known->dossier->id);
    } else {
        dti__write_text_if(writer, object, "source", known->own->source);
    }
}

static void write_wanted(struct document *document, cJSON *object, size_t index)
{
    struct dti__writer *writer = &document->writer;
    const dti_targets *targets = document->assessment->targets;
    const struct dti__target *target = &targets->targets[index];
    char words[SENTENCE_SIZE];
    cJSON *codes = dti__write_array(writer, object, "codes");
    for (size_t i = 0; i < target->code_count; i++)
        dti__write_text(writer, codes, NULL, target->codes[i]);
    dti__write_text(writer, object, "comparison", dti__comparison_words[target->comparison]);
    dti__write_text_if(writer, object, "quantity",
                       target->quantity != DTI__TARGET_NOTHING
                           ? dti__target_quantity_words[target->quantity]
                           : NULL);
    dti__write_text_if(writer, object, "value", target->value);
    dti_targets_target_format(targets, index, document->lang, words, sizeof words);
    dti__write_text(writer, object, "wanted", words);
    dti__write_date_if(writer, object, "due", target->due);
    if (target->owner.vi)
        dti__write_text(writer, object, "owner", dti__text2_in(target->owner, document->lang));
}

static void write_stated(struct document *document, cJSON *object, const struct dti__target *target)
{
    struct dti__writer *writer = &document->writer;
    if (!target->has_stated) {
        dti__write_null(writer, object, "stated");
        return;
    }
    cJSON *stated = dti__write_object(writer, object, "stated");
    dti__write_text(writer, stated, "status", dti__target_status_words[target->stated]);
    if (target->reason.vi)
        dti__write_text(writer, stated, "reason", dti__text2_in(target->reason, document->lang));
}

static void write_target(struct document *document, cJSON *array, size_t index)
{
    struct dti__writer *writer = &document->writer;
    const dti_assessment *assessment = document->assessment;
    const struct dti__target *target = &assessment->targets->targets[index];
    const struct dti__assessed *assessed = &assessment->assessed[index];
    char sentence[SENTENCE_SIZE];
    cJSON *object = dti__write_object(writer, array, NULL);
    dti__write_text(writer, object, "id", target->id);
    dti__write_text(writer, object, "text", dti__text2_in(target->text, document->lang));
    write_wanted(document, object, index);
    dti__write_text(writer, object, "status", dti__target_status_words[assessed->status]);
    write_known(document, object, "actual", target, assessed->actual);
    write_known(document, object, "baseline", target, assessed->baseline);
    if (assessed->has_expected)
        dti__write_points(writer, object, "expected", assessed->expected);
    else
        dti__write_null(writer, object, "expected");
    write_stated(document, object, target);
    dti_assessment_format(assessment, index, document->lang, sentence, sizeof sentence);
    dti__write_text(writer, object, "sentence", sentence);
}

static void write_findings(struct document *document, cJSON *tree)
{
    const dti_report *report = document->assessment->findings;
    cJSON *findings = dti__write_array(&document->writer, tree, "findings");
    for (size_t i = 0; i < dti_report_count(report); i++)
        (void)dti__write_finding(&document->writer, findings, report, i, document->lang);
}

dti_status dti_assessment_write(const dti_assessment *assessment, dti_lang lang, dti_text **out,
                                dti_error **error)
{
    if (!assessment || !out)
        return dti__fail_null(error, assessment ? "out" : "assessment");
    struct document document = {{false}, assessment, lang};
    cJSON *tree = cJSON_CreateObject();
    if (!tree)
        return dti__fail_nomem(error);
    write_head(&document, tree);
    write_counts(&document, tree, "counts", assessment->counts);
    write_counts(&document, tree, "stated_counts", assessment->stated_counts);
    cJSON *targets = dti__write_array(&document.writer, tree, "assessed");
    for (size_t i = 0; i < assessment->targets->target_count; i++)
        write_target(&document, targets, i);
    write_findings(&document, tree);
    if (document.writer.out_of_memory) {
        cJSON_Delete(tree);
        tree = NULL;
    }
    return dti__write_out(tree, &assessment->arena.allocator, out, error);
}
