/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Progress as a document: a reporter each, with the rows it owes. */
#include "analyse/progress.h"
#include "io/tree.h"

struct document {
    struct dti__writer writer;
    const dti_progress *progress;
    dti_lang lang;
};

static void write_digest(struct dti__writer *writer, cJSON *object, const char *digest)
{
    writer->out_of_memory = writer->out_of_memory || !*digest;
    dti__write_text(writer, object, "digest", digest);
}

static void write_due(struct document *document, cJSON *tree)
{
    struct dti__writer *writer = &document->writer;
    const dti_progress *progress = document->progress;
    const dti_collection *collection = progress->collection;
    dti__write_date_if(writer, tree, "today", progress->today);
    if (progress->days_left == INT32_MAX) {
        dti__write_null(writer, tree, "due");
        dti__write_null(writer, tree, "days_left");
        return;
    }
    struct dti__date due = {(int16_t)(progress->result->dossier->year + 1),
                            (uint8_t)collection->due_month, (uint8_t)collection->due_day};
    dti__write_date_if(writer, tree, "due", due);
    dti__write_number(writer, tree, "days_left", progress->days_left);
}

static void write_head(struct document *document, cJSON *tree)
{
    struct dti__writer *writer = &document->writer;
    const dti_collection *collection = document->progress->collection;
    const dti_dossier *dossier = document->progress->result->dossier;
    dti__write_text(writer, tree, "format", "dti-progress/1");
    cJSON *bound = dti__write_object(writer, tree, "collection");
    dti__write_text(writer, bound, "id", collection->id);
    dti__write_text(writer, bound, "version", collection->version);
    write_digest(writer, bound, collection->digest);
    cJSON *source = dti__write_object(writer, tree, "dossier");
    dti__write_text(writer, source, "id", dossier->id);
    write_digest(writer, source, dti_dossier_digest(dossier));
    cJSON *unit = dti__write_object(writer, tree, "unit");
    dti__write_text(writer, unit, "id", dossier->unit_id);
    dti__write_number(writer, tree, "year", (double)dossier->year);
    write_due(document, tree);
}

static void write_rows(struct document *document, cJSON *object, const char *key,
                       const size_t *rows, size_t count)
{
    const dti_collection *collection = document->progress->collection;
    cJSON *array = dti__write_array(&document->writer, object, key);
    for (size_t i = 0; i < count; i++) {
        cJSON *row = dti__write_object(&document->writer, array, NULL);
        dti__write_text(&document->writer, row, "row", collection->rows[rows[i]].key);
        dti__write_text(&document->writer, row, "name",
                        dti_collection_row_name(collection, rows[i], document->lang));
    }
}

static void write_reporter(struct document *document, cJSON *array, size_t index)
{
    struct dti__writer *writer = &document->writer;
    const dti_collection *collection = document->progress->collection;
    const struct dti__standing_of *at = &document->progress->reporters[index];
    cJSON *object = dti__write_object(writer, array, NULL);
    dti__write_text(writer, object, "id", collection->reporters[index].id);
    dti__write_text(writer, object, "name",
                    dti_collection_reporter_name(collection, index, document->lang));
    dti__write_text(writer, object, "form",
                    collection->forms[collection->reporters[index].form].id);
    dti__write_number(writer, object, "rows", (double)at->counts[DTI_PROGRESS_ROWS]);
    dti__write_number(writer, object, "reported", (double)at->counts[DTI_PROGRESS_REPORTED]);
    write_rows(document, object, "missing", at->missing, at->counts[DTI_PROGRESS_MISSING]);
    write_rows(document, object, "disputed", at->disputed, at->counts[DTI_PROGRESS_DISPUTED]);
    cJSON *evidence = dti__write_object(writer, object, "evidence");
    dti__write_number(writer, evidence, "records", (double)at->counts[DTI_PROGRESS_EVIDENCE]);
    dti__write_number(writer, evidence, "missing",
                      (double)at->counts[DTI_PROGRESS_EVIDENCE_MISSING]);
    dti__write_number(writer, evidence, "waiting",
                      (double)at->counts[DTI_PROGRESS_EVIDENCE_WAITING]);
    dti__write_number(writer, evidence, "rejected",
                      (double)at->counts[DTI_PROGRESS_EVIDENCE_REJECTED]);
    dti__write_points(writer, object, "at_stake", at->at_stake);
}

dti_status dti_progress_write(const dti_progress *progress, dti_lang lang, dti_text **out,
                              dti_error **error)
{
    if (!progress || !out)
        return dti__fail_null(error, progress ? "out" : "progress");
    struct document document = {{false}, progress, lang};
    cJSON *tree = cJSON_CreateObject();
    if (!tree)
        return dti__fail_nomem(error);
    write_head(&document, tree);
    cJSON *reporters = dti__write_array(&document.writer, tree, "reporters");
    for (size_t i = 0; i < progress->collection->reporter_count; i++)
        write_reporter(&document, reporters, i);
    if (document.writer.out_of_memory) {
        cJSON_Delete(tree);
        tree = NULL;
    }
    return dti__write_out(tree, &progress->arena.allocator, out, error);
}
