/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Reading and writing forms as JSON: both ways through the same tree. */
#ifndef DTI_IO_FORM_READ_H
#define DTI_IO_FORM_READ_H

#include "io/parts.h"
#include "model/form.h"

/* A document into a finished form: see struct dti__kind. */
void *dti__form_read(struct dti__document *document);

/* The document of a form as a tree (malloc), a row for each of the collection; NULL when out of
 * memory. */
cJSON *dti__form_tree(const dti_form *form);

/* True unless there is something to be seen: white space is no text. */
bool dti__is_blank(const char *text);

#endif
