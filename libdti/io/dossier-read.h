/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Reading and writing dossiers: both ways through the same tree, so that what is written reads back
 * to the same digest. */
#ifndef DTI_IO_DOSSIER_READ_H
#define DTI_IO_DOSSIER_READ_H

#include "io/parts.h"

/* The framework of a dossier document: see dti__bind(). */
const dti_framework *dti__dossier_bind(struct dti__document *document);

/* A tree into a finished dossier. NULL when out of memory; whether it is usable,
 * the report says. */
dti_dossier *dti__dossier_read(const cJSON *tree, const dti_framework *framework,
                               const dti_allocator *allocator, dti_report *report);

enum dti__dossier_parts {
    DTI__DOSSIER_WHOLE,
    DTI__DOSSIER_DIGESTED /* without the stages, whose steps name the digest of all the rest */
};

/* The document of a dossier as a tree (malloc); NULL when out of memory. A draft may be written
 * too. */
cJSON *dti__dossier_tree(const dti_dossier *dossier, enum dti__dossier_parts parts);

#endif
