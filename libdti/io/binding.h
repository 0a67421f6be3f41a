/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Binding: the framework, the collection or the register of units that a document was made with, by
 * id, version and content. */
#ifndef DTI_IO_BINDING_H
#define DTI_IO_BINDING_H

#include "io/parts.h"
#include "model/collection.h"
#include "model/units.h"

/* How the top of a document of a format is read. Without a member "framework" nothing else can be
 * looked up, but what is wrong at the top can be said. */
struct dti__top {
    const char *format; /* "dti-dossier/1" */
    const struct dti__field *fields;
    size_t field_count;
    void *head; /* what the fields fill in */
};

#define DTI__TOP(format, fields, head)                                                             \
    &(const struct dti__top)                                                                       \
    {                                                                                              \
        format, fields, sizeof(fields) / sizeof(fields)[0], head                                   \
    }

/* The framework that the member "framework" of a document names: the given one if it fits, else the
 * built-in one of that id; it lives as long as the document. NULL: none, and the report or the
 * reader's out_of_memory says why. */
const dti_framework *dti__bind(struct dti__document *document, const struct dti__top *top);
/* The same for the member "collection". */
const dti_collection *dti__bind_collection(struct dti__document *document,
                                           const struct dti__top *top);
/* The same for the id and the version (NULL: any) of a collection that stand in cells. */
const dti_collection *dti__find_collection(struct dti__document *document, const char *id,
                                           const char *version);
/* The same for the id of a framework or a register that stands there. */
const dti_framework *dti__find_framework(struct dti__document *document, const char *id);
const dti_units *dti__find_units(struct dti__document *document, const char *id);
/* The same for the member "units", which also says on which day the units are meant: "at". */
const dti_units *dti__bind_units(struct dti__document *document, const struct dti__top *top,
                                 struct dti__date *at);

/* Writes those members. */
void dti__write_binding(struct dti__writer *writer, cJSON *tree, const dti_framework *framework);
void dti__write_collection_binding(struct dti__writer *writer, cJSON *tree,
                                   const dti_collection *collection);
void dti__write_units_binding(struct dti__writer *writer, cJSON *tree, const dti_units *units,
                              const char *at);

#endif
