/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
#include "io/dossier-read.h"

#include "base/number.h"
#include "io/binding.h"
#include "io/dossier-reports.h"
#include "io/tree.h"

#include <string.h>

static const char *const quantities[] = {"points", "value",      "percent",
                                         "rank",   "difference", "count"};
static const char *const subjects[] = {"unit", "part", "mean", "cohort"};

static void write_heads(struct dti__writer *writer, cJSON *tree, const dti_dossier *dossier)
{
    dti__write_text(writer, tree, "format", "dti-dossier/1");
    dti__write_text(writer, tree, "id", dossier->id);
    dti__write_text(writer, tree, "version", dossier->version);
    dti__write_binding(writer, tree, dossier->framework);
    cJSON *unit = dti__write_object(writer, tree, "unit");
    dti__write_text(writer, unit, "id", dossier->unit_id);
    dti__write_names_if(writer, unit, "names", dossier->unit_names);
    dti__write_number(writer, tree, "year", (double)dossier->year);
    dti__write_text(writer, tree, "numbering", dossier->numbering);
    dti__write_names_if(writer, tree, "note", dossier->note);
}

static void write_lists(struct dti__writer *writer, cJSON *tree, const dti_dossier *dossier)
{
    dti__write_sources(writer, tree, dossier->sources, dossier->source_count);
    cJSON *agencies = dti__write_array(writer, tree, "agencies");
    for (size_t i = 0; i < dossier->agency_count; i++) {
        cJSON *object = dti__write_object(writer, agencies, NULL);
        dti__write_text(writer, object, "id", dossier->agencies[i].id);
        dti__write_names_if(writer, object, "names", dossier->agencies[i].names);
    }
}

/* Who fills in a dossier reads names, not ids; x- keys are for people and are neither read nor
 * digested. */
static void write_help(struct dti__writer *writer, cJSON *object, const dti_framework *framework,
                       const struct dti__input *input)
{
    dti__write_text(writer, object, "x-name", dti__text2_in(input->names, DTI_LANG_VI));
    if (input->unit != DTI_NONE)
        dti__write_text(writer, object, "x-unit",
                        dti__text2_in(framework->units[input->unit].names, DTI_LANG_VI));
    cJSON *choices = input->choice_count > 0 ? dti__write_array(writer, object, "x-choices") : NULL;
    for (size_t i = 0; i < input->choice_count; i++)
        dti__write_text(writer, choices, NULL, input->choices[i].id);
}

static void write_value(struct dti__writer *writer, cJSON *object, const struct dti__input *input,
                        const struct dti__figure *figure)
{
    const struct dti__report_of value = {.number = figure->number,
                                         .text = figure->text,
                                         .items = figure->items,
                                         .item_count = figure->item_count};
    if (figure->state == DTI_STATE_PRESENT)
        dti__write_figure_value(writer, object, input, &value);
    else
        dti__write_text(writer, object, "state", dti__state_words[figure->state]);
}

static void write_figure(struct dti__writer *writer, cJSON *array, const dti_framework *framework,
                         const struct dti__input *input, const struct dti__figure *figure)
{
    cJSON *object = dti__write_object(writer, array, NULL);
    dti__write_text(writer, object, "id", input->id);
    write_value(writer, object, input, figure);
    if (figure->state != DTI_STATE_PRESENT)
        write_help(writer, object, framework, input);
    if (figure->has_origin) {
        const struct dti__origin *origin = &figure->origin;
        cJSON *from = dti__write_object(writer, object, "origin");
        dti__write_text(writer, from, "kind", dti__origin_words[origin->kind]);
        dti__write_text_if(writer, from, "agency", origin->agency);
        dti__write_text_if(writer, from, "form", origin->form);
        dti__write_text_if(writer, from, "row", origin->row);
        dti__write_date_if(writer, from, "date", origin->date);
    }
    dti__write_names_if(writer, object, "reason", figure->reason);
    if (figure->has_provenance) {
        cJSON *provenance = dti__write_object(writer, object, "provenance");
        dti__write_text(writer, provenance, "kind", dti__provenance_words[figure->provenance.kind]);
        dti__write_text_if(writer, provenance, "source", figure->provenance.source);
        dti__write_text_if(writer, provenance, "place", figure->provenance.place);
        dti__write_names_if(writer, provenance, "note", figure->provenance.note);
    }
    dti__write_names_if(writer, object, "note", figure->note);
    dti__write_reports(writer, object, input, figure);
}

/* The precision is written only where it is not that of the print, as people write it. */
static int64_t printed_decimals(const struct dti__stated *stated)
{
    int64_t amount = 0;
    int printed = -1;
    (void)dti__decimal_read(stated->text, strlen(stated->text), &amount, &printed);
    return stated->decimals < 0 ? stated->decimals : printed;
}

static void write_stated(struct dti__writer *writer, cJSON *array, const struct dti__stated *stated)
{
    cJSON *object = dti__write_object(writer, array, NULL);
    dti__write_text(writer, object, "code", stated->code);
    dti__write_text(writer, object, "track", dti_track_id((dti_track)stated->track));
    dti__write_text(writer, object, "quantity", quantities[stated->quantity]);
    dti__write_text(writer, object, "text", stated->text);
    dti__write_number_if(writer, object, "decimals", stated->decimals, printed_decimals(stated));
    if (stated->subject != DTI__SUBJECT_UNIT)
        dti__write_text(writer, object, "subject", subjects[stated->subject]);
    if (stated->counts != DTI__COUNTS_NOT_SAID)
        dti__write_text(writer, object, "counts",
                        dti__counts_words[stated->counts - DTI__COUNTS_COMPONENTS]);
    if (stated->of != 0)
        dti__write_text(writer, object, "of", stated->of == DTI_QUANTITY_RANK ? "rank" : "value");
    dti__write_number_if(writer, object, "year", stated->year, 0);
    dti__write_number_if(writer, object, "out_of", stated->out_of, 0);
    dti__write_text_if(writer, object, "source", stated->source);
    dti__write_text_if(writer, object, "place", stated->place);
    dti__write_names_if(writer, object, "note", stated->note);
}

static void write_explanation(struct dti__writer *writer, cJSON *array,
                              const struct dti__explanation *explanation)
{
    cJSON *object = dti__write_object(writer, array, NULL);
    cJSON *codes = dti__write_array(writer, object, "codes");
    for (size_t i = 0; i < explanation->code_count; i++)
        dti__write_text(writer, codes, NULL, explanation->codes[i]);
    dti__write_text(writer, object, "track", dti_track_id((dti_track)explanation->track));
    dti__write_names_if(writer, object, "text", explanation->text);
    dti__write_text_if(writer, object, "source", explanation->source);
    dti__write_text_if(writer, object, "place", explanation->place);
}

cJSON *dti__dossier_tree(const dti_dossier *dossier, enum dti__dossier_parts parts)
{
    struct dti__writer writer = {false};
    cJSON *tree = cJSON_CreateObject();
    if (!tree)
        return NULL;
    write_heads(&writer, tree, dossier);
    write_lists(&writer, tree, dossier);
    cJSON *inputs = dti__write_array(&writer, tree, "inputs");
    for (size_t i = 0; i < dossier->listed_count; i++)
        write_figure(&writer, inputs, dossier->framework,
                     &dossier->framework->inputs[dossier->order[i]],
                     &dossier->figures[dossier->order[i]]);
    cJSON *stated = dti__write_array(&writer, tree, "stated");
    for (size_t i = 0; i < dossier->stated_count; i++)
        write_stated(&writer, stated, &dossier->stated[i]);
    cJSON *explanations = dti__write_array(&writer, tree, "explanations");
    for (size_t i = 0; i < dossier->explanation_count; i++)
        write_explanation(&writer, explanations, &dossier->explanations[i]);
    dti__write_records(&writer, tree, dossier);
    dti__write_replies(&writer, tree, dossier);
    if (parts == DTI__DOSSIER_WHOLE)
        dti__write_stages(&writer, tree, dossier);
    if (!writer.out_of_memory)
        return tree;
    cJSON_Delete(tree);
    return NULL;
}
