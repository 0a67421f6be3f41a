/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The collection in memory: agencies, forms with their rows, reporters, the due day. */
#ifndef DTI_MODEL_COLLECTION_H
#define DTI_MODEL_COLLECTION_H

#include "model/framework.h"

#include <dti/collection.h>

struct dti__cell_part { /* one of several counts in one cell */
    struct dti__text2 names;
    const char *input_name; /* NULL: only its share of the cell's sum is known */
    size_t input;           /* DTI_NONE */
};

struct dti__form_line { /* a row as it is printed */
    size_t form;
    size_t section;
    const char *key;    /* "VII.12" */
    const char *number; /* as printed */
    struct dti__text2 names;
    const char *unit; /* as printed; NULL: none */
    const char *input_name;
    size_t input;
    struct dti__cell_part *parts;
    size_t part_count;
    bool is_list;             /* so is every row of an input of kind list */
    struct dti__text2 counts; /* list: what makes a thing count; vi NULL: all count */
    struct dti__text2 note;
};

struct dti__section {
    const char *id;
    struct dti__text2 titles;
    size_t first_row;
    size_t row_count;
};

struct dti__form_sheet {
    const char *id;
    const char *agency_id;
    size_t agency;
    struct dti__text2 titles;
    struct dti__section *sections;
    size_t section_count;
    size_t first_row;
    size_t row_count;
    struct dti__names keys; /* key → row − first_row */
};

struct dti__collection_agency {
    const char *id;
    struct dti__text2 names;
};

struct dti__reporter {
    const char *id;
    struct dti__text2 names;
    const char *form_id;
    size_t form;
};

struct dti_collection {
    atomic_uint_least32_t references;
    struct dti__arena arena;
    dti_framework *framework;
    const char *id;
    const char *version;
    struct dti__text2 titles;
    const char *unit_id; /* NULL: any */
    int due_month;       /* 0: none */
    int due_day;
    struct dti__source *sources;
    size_t source_count;
    struct dti__collection_agency *agencies;
    size_t agency_count;
    struct dti__names agency_names;
    struct dti__form_sheet *forms;
    size_t form_count;
    struct dti__names form_names;
    struct dti__form_line *rows;
    size_t row_count;
    struct dti__reporter *reporters;
    size_t reporter_count;
    struct dti__names reporter_names;
    char digest[DTI__DIGEST_SIZE];
};

/* An empty collection with one reference; NULL when out of memory. */
dti_collection *dti__collection_new(const dti_framework *framework, const dti_allocator *allocator);

/* Resolves names and checks what spans more than one part. DTI_OK or DTI_E_NOMEM; whether it is
 * usable, the report says. */
dti_status dti__collection_finish(dti_collection *collection, dti_report *report);

/* What its reader should know although nothing is wrong: figures that nobody is asked for, units
 * that are printed otherwise than the framework has them. False when out of memory. */
bool dti__collection_review(const dti_collection *collection, dti_report *report);

/* The row of a form with that key; DTI_NONE. */
size_t dti__collection_find_row(const dti_collection *collection, size_t form, const char *key);

#endif
