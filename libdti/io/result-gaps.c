/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* What evidence does not carry: points at risk, the gaps of each component, sums by who can close
 * them and by what they are. */
#include "io/result-parts.h"

#include <string.h>

static void write_gap(struct dti__result_document *document, cJSON *array, size_t index)
{
    struct dti__writer *writer = &document->writer;
    const struct dti__gap *gap = &document->result->gaps[index];
    char text[4096];
    cJSON *entry = dti__write_object(writer, array, NULL);
    dti_result_gap_format(document->result, index, document->lang, text, sizeof text);
    dti__write_text(writer, entry, "kind", dti_gap_id((dti_gap)gap->kind));
    if (gap->record != DTI_NONE)
        dti__write_text(writer, entry, "evidence",
                        document->result->dossier->evidence[gap->record]->content.id);
    else
        dti__write_null(writer, entry, "evidence");
    if (*gap->agency)
        dti__write_text(writer, entry, "agency", gap->agency);
    else
        dti__write_null(writer, entry, "agency");
    dti__write_points(writer, entry, "points", gap->points);
    dti__write_text(writer, entry, "text", text);
}

void dti__result_write_gaps(struct dti__result_document *document, cJSON *object, size_t node)
{
    struct dti__writer *writer = &document->writer;
    const dti_result *result = document->result;
    const struct dti__node *at = &document->framework->nodes[node];
    if (!result->has_support) {
        dti__write_null(writer, object, "at_risk");
        dti__write_null(writer, object, "evidence");
        return;
    }
    dti__write_points(writer, object, "at_risk", dti_result_at_risk(result, node));
    if (!at->rule || !at->evidence) {
        dti__write_null(writer, object, "evidence");
        return;
    }
    cJSON *evidence = dti__write_object(writer, object, "evidence");
    dti__write_number(writer, evidence, "required", (double)at->evidence->count);
    dti__write_number(writer, evidence, "qualifying",
                      (double)dti_result_evidence_count(result, node));
    cJSON *gaps = dti__write_array(writer, evidence, "gaps");
    for (; document->next_gap < result->gap_count && result->gaps[document->next_gap].node == node;
         document->next_gap++)
        write_gap(document, gaps, document->next_gap);
}

/* The points of an agency stand where it comes first. */
static bool is_first(const dti_result *result, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (result->gaps[i].points != 0 &&
            strcmp(result->gaps[i].agency, result->gaps[index].agency) == 0)
            return false;
    return true;
}

static void write_agency(struct dti__result_document *document, cJSON *array, size_t index)
{
    const dti_result *result = document->result;
    const char *agency = result->gaps[index].agency;
    int64_t points = 0;
    for (size_t i = index; i < result->gap_count; i++)
        points += strcmp(result->gaps[i].agency, agency) == 0 ? result->gaps[i].points : 0;
    cJSON *entry = dti__write_object(&document->writer, array, NULL);
    if (*agency)
        dti__write_text(&document->writer, entry, "agency", agency);
    else
        dti__write_null(&document->writer, entry, "agency");
    dti__write_points(&document->writer, entry, "points", points);
}

static void write_kind(struct dti__result_document *document, cJSON *array, dti_gap kind)
{
    const dti_result *result = document->result;
    int64_t points = 0;
    size_t count = 0;
    for (size_t i = 0; i < result->gap_count; i++) {
        bool is_of_kind = result->gaps[i].kind == (int)kind;
        count += is_of_kind;
        points += is_of_kind ? result->gaps[i].points : 0;
    }
    if (count == 0)
        return;
    cJSON *entry = dti__write_object(&document->writer, array, NULL);
    dti__write_text(&document->writer, entry, "kind", dti_gap_id(kind));
    dti__write_number(&document->writer, entry, "count", (double)count);
    dti__write_points(&document->writer, entry, "points", points);
}

void dti__result_write_risk(struct dti__result_document *document, cJSON *tree)
{
    struct dti__writer *writer = &document->writer;
    const dti_result *result = document->result;
    int64_t points = 0;
    if (!result->has_support) {
        dti__write_null(writer, tree, "at_risk");
        return;
    }
    for (size_t i = 0; i < result->gap_count; i++)
        points += result->gaps[i].points;
    cJSON *risk = dti__write_object(writer, tree, "at_risk");
    dti__write_points(writer, risk, "points", points);
    cJSON *agencies = dti__write_array(writer, risk, "agencies");
    for (size_t i = 0; i < result->gap_count; i++)
        if (result->gaps[i].points != 0 && is_first(result, i))
            write_agency(document, agencies, i);
    cJSON *kinds = dti__write_array(writer, risk, "gaps");
    for (unsigned kind = 0; kind < DTI__GAP_COUNT; kind++)
        write_kind(document, kinds, (dti_gap)kind);
}
