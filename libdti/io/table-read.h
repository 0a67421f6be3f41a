/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Tables from documents and to documents. */
#ifndef DTI_IO_TABLE_READ_H
#define DTI_IO_TABLE_READ_H

#include "io/document.h"
#include "model/table.h"

#define DTI__TABLE_FORMAT "dti-table/1"

/* Words of documents, NULL-terminated. */
extern const char *const dti__table_quantities[]; /* of rows */
extern const char *const dti__table_subjects[];   /* enum dti__printed_subject, from the mean on */
/* The word for a quantity (dti_quantity_kind). */
const char *dti__table_quantity_word(int quantity);

/* Both readers of a kind of document (io/document.h). */
void *dti__table_read(struct dti__document *document);
void *dti__table_read_csv(struct dti__document *document);

/* A table from a tree, bound to these. NULL: out of memory. */
dti_table *dti__table_from(const cJSON *tree, const dti_framework *framework,
                           const dti_units *units, const dti_allocator *allocator,
                           dti_report *report);

#endif
