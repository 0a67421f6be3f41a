/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Reading and writing records of evidence: both ways through the same tree, so that what is written
 * reads back to the same digest. */
#ifndef DTI_IO_EVIDENCE_READ_H
#define DTI_IO_EVIDENCE_READ_H

#include "io/history.h"
#include "model/evidence.h"

/* An object into a record: a document of its own, or, embedded in a dossier, one without "format".
 * `path` is where it stands (NULL: it is the document). NULL when out of memory; whether the record
 * is usable, the report says. */
dti_evidence *dti__evidence_read(const cJSON *object, const struct dti__path *path,
                                 const dti_allocator *allocator, dti_report *report,
                                 bool is_embedded);

/* Adds a record to an array, as it stands in a dossier: without "format". */
void dti__write_evidence(struct dti__writer *writer, cJSON *array, const dti_evidence *evidence);
/* The document of a record as a tree (malloc); NULL when out of memory. */
cJSON *dti__evidence_tree(const dti_evidence *evidence);

/* The document of another state of a record: with this content, the first `steps` steps of a
 * history, and those of the contents of `from` that these steps speak of. NULL when out of memory.
 */
cJSON *dti__evidence_version(const struct dti__content *content, const dti_history *history,
                             size_t steps, const dti_evidence *from);
/* The document of a draft; NULL when out of memory. */
cJSON *dti__evidence_draft(const dti_evidence_builder *builder);

/* What the digest of a content does not speak of. */
extern const char *const dti__evidence_frame[];

#endif
