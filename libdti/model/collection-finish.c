/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Finishing a collection: names resolved, rows held against the inputs they ask for. */
#include "base/fold.h"
#include "model/check.h"
#include "model/collection.h"

#include <stdio.h>
#include <string.h>

#define POINTER_SIZE 128 /* of a row or a part: four indices */
#define MOST_MARK    31

static bool resolve_heads(dti_collection *collection, dti_report *report)
{
    struct dti__arena *arena = &collection->arena;
    struct dti__names sources;
    return dti__check_unique(arena, &sources, &collection->sources[0].id,
                             sizeof *collection->sources, collection->source_count, report,
                             "/sources") &&
           dti__check_unique(arena, &collection->agency_names, &collection->agencies[0].id,
                             sizeof *collection->agencies, collection->agency_count, report,
                             "/agencies") &&
           dti__check_unique(arena, &collection->form_names, &collection->forms[0].id,
                             sizeof *collection->forms, collection->form_count, report, "/forms") &&
           dti__check_unique(arena, &collection->reporter_names, &collection->reporters[0].id,
                             sizeof *collection->reporters, collection->reporter_count, report,
                             "/reporters");
}

static bool is_letter(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
}

/* Numbers of forms, sections and rows stand in keys, in cells and in names of files: letters,
 * digits and what joins them. */
static void check_mark(const char *text, dti_report *report, const char *pointer, const char *key)
{
    size_t length = strlen(text);
    bool is_mark = length >= 1 && length <= MOST_MARK && text[0] != '-';
    for (size_t i = 0; i < length && is_mark; i++)
        is_mark =
            is_letter(text[i]) || (text[i] == '.' && i > 0 && text[i - 1] != '.' && i + 1 < length);
    if (!is_mark)
        dti__check_find(report, DTI__MSG_NOT_MARK, DTI__ARGS(DTI__TEXT(text)), "%s/%s", pointer,
                        key);
}

static size_t find(const struct dti__names *names, const char *name, enum dti__msg term,
                   dti_report *report, const char *pointer, const char *key)
{
    size_t index = dti__names_find(names, name);
    if (index == DTI_NONE && name)
        dti__check_find(report, DTI__MSG_UNKNOWN_REFERENCE,
                        DTI__ARGS(DTI__TERM(term), DTI__TEXT(name)), "%s/%s", pointer, key);
    return index;
}

static size_t find_input(const dti_framework *framework, const char *name, dti_report *report,
                         const char *pointer)
{
    char at[POINTER_SIZE + sizeof "/input"];
    size_t input = dti__names_find(&framework->input_names, name);
    snprintf(at, sizeof at, "%.127s/input", pointer);
    if (input == DTI_NONE && name)
        dti__check_unknown_input(framework, name, report, at);
    return input;
}

static bool is_added(const struct dti__input *input)
{
    return input->kind == DTI_INPUT_COUNT || input->kind == DTI_INPUT_AMOUNT;
}

/* A part is of the same unit as the sum: people and people. */
static void resolve_part(const dti_collection *collection, const struct dti__form_line *row,
                         struct dti__cell_part *part, dti_report *report, const char *pointer)
{
    const dti_framework *framework = collection->framework;
    part->input = find_input(framework, part->input_name, report, pointer);
    if (part->input == DTI_NONE || row->input == DTI_NONE)
        return;
    const struct dti__input *sum = &framework->inputs[row->input];
    const struct dti__input *input = &framework->inputs[part->input];
    if (!is_added(input))
        dti__check_find(report, DTI__MSG_NOT_A_FIGURE, DTI__ARGS(DTI__TEXT(input->id)), "%s/input",
                        pointer);
    else if (is_added(sum) && input->unit != sum->unit)
        dti__check_find(report, DTI__MSG_UNITS_DIFFER,
                        DTI__ARGS(DTI__TEXT(sum->id), DTI__TEXT(sum->unit_name),
                                  DTI__TEXT(input->id), DTI__TEXT(input->unit_name)),
                        "%s/input", pointer);
}

/* What a cell of several counts or a list can say of the input. */
static void check_kind(const struct dti__form_line *row, const struct dti__input *input,
                       dti_report *report, const char *pointer)
{
    if (row->part_count > 0 && row->is_list)
        dti__report_add(report, DTI__MSG_PARTS_AND_LIST, pointer, DTI__NO_ARGS);
    else if (row->part_count > 0 && !is_added(input))
        dti__check_find(report, DTI__MSG_PARTS_NOT_ADDED, DTI__ARGS(DTI__TEXT(input->id)),
                        "%s/parts", pointer);
    else if (row->is_list && input->kind != DTI_INPUT_COUNT && input->kind != DTI_INPUT_LIST)
        dti__check_find(report, DTI__MSG_LIST_NOT_COUNTED, DTI__ARGS(DTI__TEXT(input->id)),
                        "%s/list", pointer);
}

static void resolve_row(dti_collection *collection, struct dti__form_line *row, dti_report *report,
                        const char *pointer)
{
    const dti_framework *framework = collection->framework;
    check_mark(row->number, report, pointer, "number");
    row->input = find_input(framework, row->input_name, report, pointer);
    for (size_t i = 0; i < row->part_count; i++) {
        char at[POINTER_SIZE];
        snprintf(at, sizeof at, "%.96s/parts/%zu", pointer, i);
        resolve_part(collection, row, &row->parts[i], report, at);
    }
    if (row->input == DTI_NONE)
        return;
    check_kind(row, &framework->inputs[row->input], report, pointer);
    row->is_list = row->is_list || framework->inputs[row->input].kind == DTI_INPUT_LIST;
}

/* "II" and "5" are "II.5". */
static char *join_key(struct dti__arena *arena, const char *section, const char *number)
{
    size_t length = strlen(section) + 1 + strlen(number);
    char *key = dti__arena_alloc(arena, length + 1);
    if (key)
        snprintf(key, length + 1, "%s.%s", section, number);
    return key;
}

static bool resolve_section(dti_collection *collection, size_t form, size_t index,
                            dti_report *report)
{
    const struct dti__section *section = &collection->forms[form].sections[index];
    char pointer[POINTER_SIZE];
    snprintf(pointer, sizeof pointer, "/forms/%zu/sections/%zu", form, index);
    check_mark(section->id, report, pointer, "id");
    for (size_t i = 0; i < section->row_count; i++) {
        struct dti__form_line *row = &collection->rows[section->first_row + i];
        snprintf(pointer, sizeof pointer, "/forms/%zu/sections/%zu/rows/%zu", form, index, i);
        row->form = form;
        row->section = index;
        row->key = join_key(&collection->arena, section->id, row->number);
        if (!row->key)
            return false;
        resolve_row(collection, row, report, pointer);
    }
    return true;
}

/* Sections may have one number twice, as long as no two rows have one key. */
static bool index_rows(dti_collection *collection, struct dti__form_sheet *form, dti_report *report)
{
    size_t duplicate = DTI_NONE;
    const struct dti__form_line *rows = &collection->rows[form->first_row];
    const char **keys = dti__arena_array(&collection->arena, form->row_count, sizeof *keys);
    if (!keys)
        return false;
    for (size_t i = 0; i < form->row_count; i++)
        keys[i] = rows[i].key;
    if (!dti__names_build(&form->keys, &collection->arena, keys, form->row_count, &duplicate))
        return false;
    for (size_t i = duplicate; i < form->row_count; i++) {
        const struct dti__section *section = &form->sections[rows[i].section];
        if (dti__names_find(&form->keys, keys[i]) != i)
            dti__check_find(report, DTI__MSG_DUPLICATE_ID, DTI__ARGS(DTI__TEXT(keys[i])),
                            "/forms/%zu/sections/%zu/rows/%zu/number", rows[i].form,
                            rows[i].section, form->first_row + i - section->first_row);
    }
    return true;
}

static bool resolve_form(dti_collection *collection, size_t index, dti_report *report)
{
    struct dti__form_sheet *form = &collection->forms[index];
    char pointer[POINTER_SIZE];
    snprintf(pointer, sizeof pointer, "/forms/%zu", index);
    check_mark(form->id, report, pointer, "id");
    form->agency = find(&collection->agency_names, form->agency_id, DTI__MSG_TERM_AGENCY, report,
                        pointer, "agency");
    for (size_t i = 0; i < form->section_count; i++)
        if (!resolve_section(collection, index, i, report))
            return false;
    return index_rows(collection, form, report);
}

dti_status dti__collection_finish(dti_collection *collection, dti_report *report)
{
    if (!resolve_heads(collection, report))
        return DTI_E_NOMEM;
    for (size_t i = 0; i < collection->form_count; i++)
        if (!resolve_form(collection, i, report))
            return DTI_E_NOMEM;
    for (size_t i = 0; i < collection->reporter_count; i++) {
        struct dti__reporter *reporter = &collection->reporters[i];
        char pointer[POINTER_SIZE];
        snprintf(pointer, sizeof pointer, "/reporters/%zu", i);
        reporter->form = find(&collection->form_names, reporter->form_id, DTI__MSG_TERM_FORM,
                              report, pointer, "form");
    }
    return DTI_OK;
}

static void mark_asked(const dti_collection *collection, bool *is_asked)
{
    for (size_t i = 0; i < collection->row_count; i++) {
        const struct dti__form_line *row = &collection->rows[i];
        is_asked[row->input] = true;
        for (size_t k = 0; k < row->part_count; k++)
            if (row->parts[k].input != DTI_NONE)
                is_asked[row->parts[k].input] = true;
    }
}

static void review_inputs(const dti_collection *collection, const bool *is_asked,
                          dti_report *report)
{
    const dti_framework *framework = collection->framework;
    for (size_t i = 0; i < framework->input_count; i++)
        if (framework->inputs[i].origin_kind == DTI__ORIGIN_AGENCY && !is_asked[i])
            dti__report_add(report, DTI__MSG_NOT_ASKED, "/forms",
                            DTI__ARGS(DTI__TEXT(framework->inputs[i].id)));
}

static void review_forms(const dti_collection *collection, bool *is_filled, dti_report *report)
{
    for (size_t i = 0; i < collection->reporter_count; i++)
        is_filled[collection->reporters[i].form] = true;
    for (size_t i = 0; i < collection->form_count; i++)
        if (!is_filled[i])
            dti__check_find(report, DTI__MSG_FORM_UNFILLED,
                            DTI__ARGS(DTI__TEXT(collection->forms[i].id)), "/forms/%zu", i);
}

static bool review_unit(const dti_collection *collection, const struct dti__form_line *row,
                        struct dti__arena *arena, dti_report *report, const char *pointer)
{
    const dti_framework *framework = collection->framework;
    const struct dti__input *input = &framework->inputs[row->input];
    if (!row->unit || input->unit == DTI_NONE)
        return true;
    const char *name = dti__text2_in(framework->units[input->unit].names, DTI_LANG_VI);
    char *printed = dti__fold(arena, row->unit);
    char *meant = dti__fold(arena, name);
    if (!printed || !meant)
        return false;
    if (strcmp(printed, meant) != 0)
        dti__report_add(report, DTI__MSG_ROW_UNIT_DIFFERS, pointer,
                        DTI__ARGS(DTI__TEXT(collection->forms[row->form].id), DTI__TEXT(row->key),
                                  DTI__TEXT(row->unit), DTI__TEXT(name)));
    return true;
}

bool dti__collection_review(const dti_collection *collection, dti_report *report)
{
    struct dti__arena arena;
    dti__arena_init(&arena, &collection->arena.allocator);
    bool *is_asked = dti__arena_array(&arena, collection->framework->input_count, sizeof *is_asked);
    bool *is_filled = dti__arena_array(&arena, collection->form_count, sizeof *is_filled);
    bool has_memory = is_asked && is_filled;
    if (has_memory) {
        mark_asked(collection, is_asked);
        review_inputs(collection, is_asked, report);
        review_forms(collection, is_filled, report);
    }
    for (size_t i = 0; i < collection->row_count && has_memory; i++) {
        const struct dti__form_line *row = &collection->rows[i];
        const struct dti__section *section = &collection->forms[row->form].sections[row->section];
        char pointer[POINTER_SIZE];
        snprintf(pointer, sizeof pointer, "/forms/%zu/sections/%zu/rows/%zu/unit", row->form,
                 row->section, i - section->first_row);
        has_memory = review_unit(collection, row, &arena, report, pointer);
    }
    dti__arena_release(&arena);
    return has_memory;
}
