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
    struct dti__thing *things; /* list rows; NULL: none, or their number alone was given */
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

/* A form without reporter and cells, with one reference; NULL when out of memory. */
dti_form *dti__form_new(const dti_collection *collection, const dti_allocator *allocator);
/* Gives it the empty cells of the reporter's form. False when out of memory. */
bool dti__form_open(dti_form *form, size_t reporter);
/* Its sheet in the collection. */
const struct dti__form_sheet *dti__form_sheet(const dti_form *form);
/* Checks what spans more than one row, once all is read. */
void dti__form_finish(dti_form *form, dti_report *report);

/* One row being filled in. What is refused is told with form and row; the pointer is NULL where the
 * text has none. */
struct dti__site {
    dti_form *form;
    size_t row; /* of the collection */
    dti_report *report;
    const char *pointer;
};

struct dti__cell *dti__site_cell(const struct dti__site *site);
const struct dti__form_line *dti__site_line(const struct dti__site *site);
const struct dti__input *dti__site_input(const struct dti__site *site);

/* Reports a fault of the cell: form and row come in front of the arguments. */
void dti__site_find(const struct dti__site *site, enum dti__msg message,
                    const struct dti__arg *args, size_t arg_count);
/* Found one thing, expected another: DTI__MSG_CELL_WRONG. False. */
bool dti__site_refuse(const struct dti__site *site, struct dti__arg found,
                      struct dti__arg expected);
/* The same for an answer that the input does not have; tells those that it has. False. */
bool dti__site_refuse_answer(const struct dti__site *site, const char *answer);

/* Says whether anything is given, once the cell has all it gets: "missing" without a reason is what
 * an empty cell says. */
void dti__cell_settle(struct dti__cell *cell);

/* Each fills in the cell, or tells what is wrong and returns false. */
bool dti__cell_set_number(const struct dti__site *site, double value);
/* Values in the order of the row's parts; the array is kept. */
bool dti__cell_set_parts(const struct dti__site *site, double *parts);
/* Things of a list row; the array is kept. *nomem when out of memory. */
bool dti__cell_set_things(const struct dti__site *site, struct dti__thing *things, size_t count,
                          bool *nomem);

#endif
