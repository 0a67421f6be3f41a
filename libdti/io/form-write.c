/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* A form as a tree: every row of the sheet, filled in or not. */
#include "io/binding.h"
#include "io/form-read.h"
#include "io/tree.h"

/* Who fills in a form reads names, not keys; x- keys are for people and are never read. */
static void write_help(struct dti__writer *writer, cJSON *object, const struct dti__form_line *line,
                       const struct dti__input *input)
{
    dti__write_text(writer, object, "x-name", dti__text2_in(line->names, DTI_LANG_VI));
    dti__write_text_if(writer, object, "x-unit", line->unit);
    cJSON *parts = line->part_count > 0 ? dti__write_array(writer, object, "x-parts") : NULL;
    for (size_t i = 0; i < line->part_count; i++)
        dti__write_text(writer, parts, NULL, dti__text2_in(line->parts[i].names, DTI_LANG_VI));
    cJSON *choices = input->choice_count > 0 ? dti__write_array(writer, object, "x-choices") : NULL;
    for (size_t i = 0; i < input->choice_count; i++)
        dti__write_text(writer, choices, NULL, input->choices[i].id);
    if (line->counts.vi)
        dti__write_text(writer, object, "x-counts", line->counts.vi);
}

static void write_parts(struct dti__writer *writer, cJSON *object,
                        const struct dti__form_line *line, const struct dti__cell *cell)
{
    cJSON *parts = dti__write_array(writer, object, "parts");
    for (size_t i = 0; i < line->part_count; i++)
        dti__write_number(writer, parts, NULL, cell->parts[i]);
}

static void write_things(struct dti__writer *writer, cJSON *object, const struct dti__cell *cell)
{
    cJSON *things = dti__write_array(writer, object, "list");
    for (size_t i = 0; i < cell->thing_count; i++) {
        cJSON *thing = dti__write_object(writer, things, NULL);
        dti__write_text(writer, thing, "name", cell->things[i].name);
        dti__write_bool(writer, thing, "counts", cell->things[i].counts);
    }
}

static void write_figure(struct dti__writer *writer, cJSON *object,
                         const struct dti__form_line *line, const struct dti__input *input,
                         const struct dti__cell *cell)
{
    const struct dti__figure *figure = &cell->figure;
    if (figure->state != DTI_STATE_PRESENT) {
        if (figure->state != DTI_STATE_MISSING || figure->reason.vi)
            dti__write_text(writer, object, "state", dti__state_words[figure->state]);
    } else if (cell->parts) {
        write_parts(writer, object, line, cell);
    } else if (cell->things || input->kind == DTI_INPUT_LIST) {
        write_things(writer, object, cell);
    } else if (input->kind == DTI_INPUT_CHOICE) {
        dti__write_text(writer, object, "value", input->choices[(size_t)figure->number].id);
    } else if (input->kind == DTI_INPUT_YES_NO) {
        dti__write_bool(writer, object, "value", figure->number > 0);
    } else if (input->kind == DTI_INPUT_TEXT) {
        dti__write_text(writer, object, "value", figure->text);
    } else {
        dti__write_number(writer, object, "value", figure->number);
    }
    dti__write_names_if(writer, object, "reason", figure->reason);
    dti__write_names_if(writer, object, "note", figure->note);
}

static void write_row(struct dti__writer *writer, cJSON *array, const dti_form *form, size_t index)
{
    const dti_collection *collection = form->collection;
    const struct dti__form_line *line = &collection->rows[dti__form_sheet(form)->first_row + index];
    const struct dti__input *input = &collection->framework->inputs[line->input];
    cJSON *object = dti__write_object(writer, array, NULL);
    dti__write_text(writer, object, "row", line->key);
    write_help(writer, object, line, input);
    write_figure(writer, object, line, input, &form->cells[index]);
}

cJSON *dti__form_tree(const dti_form *form)
{
    struct dti__writer writer = {false};
    const dti_collection *collection = form->collection;
    cJSON *tree = cJSON_CreateObject();
    if (!tree)
        return NULL;
    dti__write_text(&writer, tree, "format", "dti-form/1");
    dti__write_collection_binding(&writer, tree, collection);
    dti__write_text(&writer, tree, "reporter", collection->reporters[form->reporter].id);
    cJSON *unit = dti__write_object(&writer, tree, "unit");
    dti__write_text(&writer, unit, "id", form->unit_id);
    dti__write_number(&writer, tree, "year", (double)form->year);
    dti__write_date_if(&writer, tree, "date", form->date);
    dti__write_number(&writer, tree, "revision", (double)form->revision);
    cJSON *rows = dti__write_array(&writer, tree, "rows");
    for (size_t i = 0; i < dti__form_sheet(form)->row_count; i++)
        write_row(&writer, rows, form, i);
    if (!writer.out_of_memory)
        return tree;
    cJSON_Delete(tree);
    return NULL;
}
