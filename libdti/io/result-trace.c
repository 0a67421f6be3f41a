/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The trace of a component: its rule in words, what it read, what it gave. */
#include "io/parts.h"
#include "io/result-parts.h"
#include "model/reports.h"

static void write_value(struct dti__result_document *document, cJSON *entry, size_t index,
                        const struct dti__input *input)
{
    struct dti__writer *writer = &document->writer;
    const struct dti__row *row = &document->result->row;
    double divisor = input->unit == DTI_NONE ? 1 : document->framework->units[input->unit].divisor;
    const struct dti__figure *figure = &document->result->dossier->figures[index];
    if (row->states[index] != DTI_STATE_PRESENT)
        dti__write_null(writer, entry, "value");
    else if (input->kind == DTI_INPUT_YES_NO)
        dti__write_bool(writer, entry, "value", row->values[index] > 0);
    else if (input->kind == DTI_INPUT_CHOICE)
        dti__write_text(writer, entry, "value", input->choices[(size_t)row->values[index]].id);
    else
        dti__write_number(writer, entry, "value",
                          row->is_derived[index] ? row->values[index] * divisor : figure->number);
}

static void write_input(struct dti__result_document *document, cJSON *array, size_t index)
{
    struct dti__writer *writer = &document->writer;
    const struct dti__input *input = &document->framework->inputs[index];
    const struct dti__figure *figure = &document->result->dossier->figures[index];
    uint8_t state = document->result->row.states[index];
    cJSON *entry = dti__write_object(writer, array, NULL);
    dti__write_text(writer, entry, "id", input->id);
    dti__write_names_if(writer, entry, "names", input->names);
    dti__write_text(
        writer, entry, "state",
        dti__state_words[state == DTI__STATE_BASE_ZERO ? DTI_STATE_NOT_APPLICABLE : state]);
    write_value(document, entry, index, input);
    if (input->unit != DTI_NONE)
        dti__write_names_if(writer, entry, "unit", document->framework->units[input->unit].names);
    else
        dti__write_null(writer, entry, "unit");
    dti__write_bool(writer, entry, "derived", document->result->row.is_derived[index]);
    bool is_own = dti__figure_is_prior(figure);
    if (figure->has_origin && is_own) {
        cJSON *origin = dti__write_object(writer, entry, "origin");
        dti__write_text(writer, origin, "kind", dti__origin_words[figure->origin.kind]);
        dti__write_text_if(writer, origin, "agency", figure->origin.agency);
        dti__write_text_if(writer, origin, "form", figure->origin.form);
        dti__write_text_if(writer, origin, "row", figure->origin.row);
        dti__write_date_if(writer, origin, "date", figure->origin.date);
    } else {
        dti__write_null(writer, entry, "origin");
    }
    if (figure->has_provenance && is_own)
        dti__write_text(writer, entry, "provenance",
                        dti__provenance_words[figure->provenance.kind]);
    else
        dti__write_null(writer, entry, "provenance");
}

void dti__result_write_trace(struct dti__result_document *document, cJSON *object, size_t node)
{
    struct dti__writer *writer = &document->writer;
    const struct dti__rule *rule = document->framework->nodes[node].rule;
    const struct dti__node_result *at = &document->result->nodes[node];
    bool is_present = at->rule_state == DTI_STATE_PRESENT;
    char words[2048];
    if (!rule) {
        dti__write_null(writer, object, "trace");
        return;
    }
    cJSON *trace = dti__write_object(writer, object, "trace");
    cJSON *told = dti__write_object(writer, trace, "rule");
    dti_framework_node_rule_format(document->framework, node, document->lang, words, sizeof words);
    dti__write_text(writer, told, "kind", dti__rule_kinds[rule->kind]);
    dti__write_text(writer, told, "text", words);
    if (is_present) {
        dti__write_number(writer, trace, "quantity", at->quantity);
        dti__write_number(writer, trace, "share", at->share);
        dti__write_points(writer, trace, "points", at->rule_points);
    } else {
        dti__write_null(writer, trace, "quantity");
        dti__write_null(writer, trace, "share");
        dti__write_null(writer, trace, "points");
    }
    cJSON *inputs = dti__write_array(writer, trace, "inputs");
    for (size_t i = 0; i < rule->read_count; i++)
        write_input(document, inputs, rule->reads[i]);
}
