/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* A form in memory: one cell per row of its sheet. */
#ifndef DTI_MODEL_FORM_H
#define DTI_MODEL_FORM_H

#include "model/collection.h"
#include "model/dossier.h"

#include <dti/form.h>

struct dti__cell {
    bool is_given;             /* a figure, a state, or only a note */
    struct dti__figure figure; /* value or state; note and reason; items of a list input */
    double *parts;             /* one per part of the row; NULL: the sum alone was given */
    struct dti__thing *things; /* list rows */
    size_t thing_count;
};

struct dti_form {
    atomic_uint_least32_t references;
    struct dti__arena arena;
    dti_collection *collection;
    size_t reporter;
    const char *unit_id;
    int64_t year;
    struct dti__date date;
    char date_text[11];
    int64_t revision;
    struct dti__cell *cells; /* one per row of the reporter's form */
};

dti_form *dti__form_new(const dti_collection *collection, const dti_allocator *allocator);

#endif
