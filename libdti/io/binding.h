/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Binding: the framework or the collection that a document was made with, by id, version and
 * content. */
#ifndef DTI_IO_BINDING_H
#define DTI_IO_BINDING_H

#include "io/parts.h"
#include "model/collection.h"

/* The framework that the member "framework" of a document names: the given one if it fits, else the
 * built-in one of that id (then *made is it, to be dropped). NULL: none, and the report or the
 * reader's out_of_memory says why. */
const dti_framework *dti__bind(struct dti__reader *reader, const cJSON *object,
                               const dti_framework *given, const dti_allocator *allocator,
                               dti_framework **made);

/* Writes that member. */
void dti__write_binding(struct dti__writer *writer, cJSON *tree, const dti_framework *framework);

/* The same for the member "collection". */
const dti_collection *dti__bind_collection(struct dti__reader *reader, const cJSON *object,
                                           const dti_collection *given,
                                           const dti_allocator *allocator, dti_collection **made);
void dti__write_collection_binding(struct dti__writer *writer, cJSON *tree,
                                   const dti_collection *collection);

/* The collection of that id and version (NULL: any), where they stand in a cell and not in an
 * object. */
const dti_collection *dti__find_collection(struct dti__reader *reader, const char *id,
                                           const char *version, const dti_collection *given,
                                           const dti_allocator *allocator, dti_collection **made);

#endif
