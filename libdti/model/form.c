/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Forms as their users see them: made empty, shared, asked. */
#include <dti/form.h>

#include "diag/options.h"
#include "model/form.h"

#include <string.h>

dti_form *dti__form_new(const dti_collection *collection, const dti_allocator *allocator)
{
    struct dti__arena arena;
    dti__arena_init(&arena, allocator);
    dti_form *form = dti__arena_alloc(&arena, sizeof *form);
    if (!form)
        return NULL;
    atomic_init(&form->references, 1);
    form->arena = arena;
    form->collection = dti_collection_ref(collection);
    form->reporter = DTI_NONE;
    form->unit_id = "";
    form->revision = 1;
    return form;
}

const struct dti__form_sheet *dti__form_sheet(const dti_form *form)
{
    const dti_collection *collection = form->collection;
    return &collection->forms[collection->reporters[form->reporter].form];
}

bool dti__form_open(dti_form *form, size_t reporter)
{
    form->reporter = reporter;
    size_t count = dti__form_sheet(form)->row_count;
    form->cells = dti__arena_array(&form->arena, count, sizeof *form->cells);
    for (size_t i = 0; i < count && form->cells; i++)
        form->cells[i].figure.state = DTI_STATE_MISSING;
    return form->cells != NULL;
}

void dti__form_finish(dti_form *form, dti_report *report)
{
    size_t count = dti__form_sheet(form)->row_count;
    bool is_filled = false;
    for (size_t i = 0; i < count && !is_filled; i++)
        is_filled = form->cells[i].is_given;
    if (form->date.year != 0)
        dti__date_write(form->date, form->date_text);
    else if (is_filled)
        dti__report_add(report, DTI__MSG_FORM_NO_DATE, "/date", DTI__NO_ARGS);
    const char *owner = form->collection->unit_id;
    if (owner && strcmp(owner, form->unit_id) != 0)
        dti__report_add(report, DTI__MSG_FORM_UNIT_DIFFERS, "/unit/id",
                        DTI__ARGS(DTI__TEXT(form->unit_id), DTI__TEXT(owner)));
}

/* Faults of an empty form; there is no document that they could stand in. */
static dti_status check_new(const dti_collection *collection, const char *unit, int32_t year,
                            dti_error **error)
{
    if (!unit)
        return dti__fail(error, DTI__MSG_FORM_NO_UNIT, DTI__NO_ARGS);
    if (!dti__is_id(unit))
        return dti__fail(error, DTI__MSG_NOT_ID, DTI__ARGS(DTI__TEXT(unit)));
    if (collection->unit_id && strcmp(collection->unit_id, unit) != 0)
        return dti__fail(error, DTI__MSG_FORM_UNIT_DIFFERS,
                         DTI__ARGS(DTI__TEXT(unit), DTI__TEXT(collection->unit_id)));
    if (year < DTI__FIRST_YEAR || year > DTI__LAST_YEAR)
        return dti__fail(error, DTI__MSG_OUT_OF_RANGE,
                         DTI__ARGS(DTI__INTEGER(year), DTI__INTEGER(DTI__FIRST_YEAR),
                                   DTI__INTEGER(DTI__LAST_YEAR)));
    return DTI_OK;
}

dti_status dti_form_new(const dti_collection *collection, size_t reporter, const char *unit,
                        int32_t year, const dti_allocator *allocator, dti_form **out,
                        dti_error **error)
{
    dti_allocator taken;
    if (!collection || !out)
        return dti__fail_null(error, collection ? "out" : "collection");
    if (reporter >= collection->reporter_count)
        return dti__fail(error, DTI__MSG_ARG_RANGE, DTI__ARGS(DTI__TEXT("reporter")));
    const char *unit_id = unit ? unit : collection->unit_id;
    dti_status status = dti__options_allocator(allocator, &taken, error);
    if (status == DTI_OK)
        status = check_new(collection, unit_id, year, error);
    if (status != DTI_OK)
        return status;
    dti_form *form = dti__form_new(collection, &taken);
    char *copy = form ? dti__arena_text(&form->arena, unit_id, strlen(unit_id)) : NULL;
    if (!copy || !dti__form_open(form, reporter)) {
        dti_form_unref(form);
        return dti__fail_nomem(error);
    }
    form->unit_id = copy;
    form->year = year;
    *out = form;
    return DTI_OK;
}

dti_form *dti_form_ref(const dti_form *form)
{
    dti_form *shared = (dti_form *)(uintptr_t)form;
    if (shared)
        atomic_fetch_add_explicit(&shared->references, 1, memory_order_relaxed);
    return shared;
}

void dti_form_unref(dti_form *form)
{
    if (!form || atomic_fetch_sub_explicit(&form->references, 1, memory_order_acq_rel) != 1)
        return;
    dti_collection_unref(form->collection);
    struct dti__arena arena = form->arena; /* the form lies in its own arena */
    dti__arena_release(&arena);
}

const dti_collection *dti_form_collection(const dti_form *form)
{
    return form ? form->collection : NULL;
}

size_t dti_form_reporter(const dti_form *form)
{
    return form ? form->reporter : DTI_NONE;
}

const char *dti_form_unit_id(const dti_form *form)
{
    return form ? form->unit_id : "";
}

int32_t dti_form_year(const dti_form *form)
{
    return form ? (int32_t)form->year : 0;
}

const char *dti_form_date(const dti_form *form)
{
    return form ? form->date_text : "";
}

int64_t dti_form_revision(const dti_form *form)
{
    return form ? form->revision : 0;
}

static const struct dti__cell *cell_at(const dti_form *form, size_t row)
{
    if (!form)
        return NULL;
    const struct dti__form_sheet *sheet = dti__form_sheet(form);
    bool is_own = row >= sheet->first_row && row - sheet->first_row < sheet->row_count;
    return is_own ? &form->cells[row - sheet->first_row] : NULL;
}

dti_state dti_form_row_state(const dti_form *form, size_t row)
{
    const struct dti__cell *cell = cell_at(form, row);
    return cell ? (dti_state)cell->figure.state : DTI_STATE_MISSING;
}

double dti_form_row_number(const dti_form *form, size_t row)
{
    const struct dti__cell *cell = cell_at(form, row);
    return cell && cell->figure.state == DTI_STATE_PRESENT ? cell->figure.number : 0;
}

const char *dti_form_row_note(const dti_form *form, size_t row)
{
    const struct dti__cell *cell = cell_at(form, row);
    return cell ? dti__text2_in(cell->figure.note, DTI_LANG_VI) : "";
}
