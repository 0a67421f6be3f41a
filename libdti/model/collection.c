/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Collections as their users see them: made empty, shared, asked. */
#include <dti/collection.h>

#include "model/collection.h"

/* Vietnam has one time zone and no summer time. */
#define VIETNAM_SECONDS (7 * 3600)
#define DAY_SECONDS     86400

dti_collection *dti__collection_new(const dti_framework *framework, const dti_allocator *allocator)
{
    struct dti__arena arena;
    dti__arena_init(&arena, allocator);
    dti_collection *collection = dti__arena_alloc(&arena, sizeof *collection);
    if (!collection)
        return NULL;
    atomic_init(&collection->references, 1);
    collection->arena = arena;
    collection->framework = dti_framework_ref(framework);
    collection->id = "";
    collection->version = "";
    return collection;
}

dti_collection *dti_collection_ref(const dti_collection *collection)
{
    dti_collection *shared = (dti_collection *)(uintptr_t)collection;
    if (shared)
        atomic_fetch_add_explicit(&shared->references, 1, memory_order_relaxed);
    return shared;
}

void dti_collection_unref(dti_collection *collection)
{
    if (!collection ||
        atomic_fetch_sub_explicit(&collection->references, 1, memory_order_acq_rel) != 1)
        return;
    dti_framework_unref(collection->framework);
    struct dti__arena arena = collection->arena; /* the collection lies in its own arena */
    dti__arena_release(&arena);
}

const dti_framework *dti_collection_framework(const dti_collection *collection)
{
    return collection ? collection->framework : NULL;
}

const char *dti_collection_id(const dti_collection *collection)
{
    return collection ? collection->id : "";
}

const char *dti_collection_version(const dti_collection *collection)
{
    return collection ? collection->version : "";
}

const char *dti_collection_title(const dti_collection *collection, dti_lang lang)
{
    return collection ? dti__text2_in(collection->titles, lang) : "";
}

const char *dti_collection_digest(const dti_collection *collection)
{
    return collection ? collection->digest : "";
}

const char *dti_collection_unit_id(const dti_collection *collection)
{
    return collection && collection->unit_id ? collection->unit_id : "";
}

int64_t dti_collection_deadline(const dti_collection *collection, int32_t year)
{
    if (!collection || collection->due_month == 0 || year < 1900 || year > 9998)
        return INT64_MAX;
    struct dti__date due = {(int16_t)(year + 1), (uint8_t)collection->due_month,
                            (uint8_t)collection->due_day};
    return (int64_t)dti__date_days(due) * DAY_SECONDS - VIETNAM_SECONDS;
}

static const struct dti__form_sheet *form_at(const dti_collection *collection, size_t form)
{
    return collection && form < collection->form_count ? &collection->forms[form] : NULL;
}

size_t dti_collection_form_count(const dti_collection *collection)
{
    return collection ? collection->form_count : 0;
}

const char *dti_collection_form_id(const dti_collection *collection, size_t form)
{
    const struct dti__form_sheet *sheet = form_at(collection, form);
    return sheet ? sheet->id : "";
}

const char *dti_collection_form_title(const dti_collection *collection, size_t form, dti_lang lang)
{
    const struct dti__form_sheet *sheet = form_at(collection, form);
    return sheet ? dti__text2_in(sheet->titles, lang) : "";
}

size_t dti_collection_form_first_row(const dti_collection *collection, size_t form)
{
    const struct dti__form_sheet *sheet = form_at(collection, form);
    return sheet ? sheet->first_row : 0;
}

size_t dti_collection_form_row_count(const dti_collection *collection, size_t form)
{
    const struct dti__form_sheet *sheet = form_at(collection, form);
    return sheet ? sheet->row_count : 0;
}

static const struct dti__form_line *row_at(const dti_collection *collection, size_t row)
{
    return collection && row < collection->row_count ? &collection->rows[row] : NULL;
}

size_t dti_collection_row_count(const dti_collection *collection)
{
    return collection ? collection->row_count : 0;
}

size_t dti_collection_row_form(const dti_collection *collection, size_t row)
{
    const struct dti__form_line *line = row_at(collection, row);
    return line ? line->form : DTI_NONE;
}

const char *dti_collection_row_key(const dti_collection *collection, size_t row)
{
    const struct dti__form_line *line = row_at(collection, row);
    return line ? line->key : "";
}

const char *dti_collection_row_section(const dti_collection *collection, size_t row, dti_lang lang)
{
    const struct dti__form_line *line = row_at(collection, row);
    return line ? dti__text2_in(collection->forms[line->form].sections[line->section].titles, lang)
                : "";
}

const char *dti_collection_row_name(const dti_collection *collection, size_t row, dti_lang lang)
{
    const struct dti__form_line *line = row_at(collection, row);
    return line ? dti__text2_in(line->names, lang) : "";
}

const char *dti_collection_row_unit(const dti_collection *collection, size_t row)
{
    const struct dti__form_line *line = row_at(collection, row);
    return line && line->unit ? line->unit : "";
}

size_t dti_collection_row_input(const dti_collection *collection, size_t row)
{
    const struct dti__form_line *line = row_at(collection, row);
    return line ? line->input : DTI_NONE;
}

size_t dti_collection_row_part_count(const dti_collection *collection, size_t row)
{
    const struct dti__form_line *line = row_at(collection, row);
    return line ? line->part_count : 0;
}

int dti_collection_row_is_list(const dti_collection *collection, size_t row)
{
    const struct dti__form_line *line = row_at(collection, row);
    return line && line->is_list;
}

size_t dti__collection_find_row(const dti_collection *collection, size_t form, const char *key)
{
    const struct dti__form_sheet *sheet = form_at(collection, form);
    size_t row = sheet ? dti__names_find(&sheet->keys, key) : DTI_NONE;
    return row == DTI_NONE ? DTI_NONE : sheet->first_row + row;
}

static const struct dti__reporter *reporter_at(const dti_collection *collection, size_t reporter)
{
    return collection && reporter < collection->reporter_count ? &collection->reporters[reporter]
                                                               : NULL;
}

const char *dti_collection_agency_name(const dti_collection *collection, const char *agency,
                                       dti_lang lang)
{
    size_t index = collection ? dti__names_find(&collection->agency_names, agency) : DTI_NONE;
    return index == DTI_NONE ? "" : dti__text2_in(collection->agencies[index].names, lang);
}

size_t dti_collection_reporter_count(const dti_collection *collection)
{
    return collection ? collection->reporter_count : 0;
}

size_t dti_collection_reporter_find(const dti_collection *collection, const char *id)
{
    return collection ? dti__names_find(&collection->reporter_names, id) : DTI_NONE;
}

const char *dti_collection_reporter_id(const dti_collection *collection, size_t reporter)
{
    const struct dti__reporter *at = reporter_at(collection, reporter);
    return at ? at->id : "";
}

const char *dti_collection_reporter_name(const dti_collection *collection, size_t reporter,
                                         dti_lang lang)
{
    const struct dti__reporter *at = reporter_at(collection, reporter);
    return at ? dti__text2_in(at->names, lang) : "";
}

size_t dti_collection_reporter_form(const dti_collection *collection, size_t reporter)
{
    const struct dti__reporter *at = reporter_at(collection, reporter);
    return at ? at->form : DTI_NONE;
}
