/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Binding: the framework that a document was made with, by id, version and content. */
#ifndef DTI_IO_BINDING_H
#define DTI_IO_BINDING_H

#include "io/parts.h"

/* The framework that the member "framework" of a document names: the given one if it fits, else the
 * built-in one of that id (then *made is it, to be dropped). NULL: none, and the report or the
 * reader's out_of_memory says why. */
const dti_framework *dti__bind(struct dti__reader *reader, const cJSON *object,
                               const dti_framework *given, const dti_allocator *allocator,
                               dti_framework **made);

/* Writes that member. */
void dti__write_binding(struct dti__writer *writer, cJSON *tree, const dti_framework *framework);

#endif
