/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Reading and writing dossiers: both ways through the same tree, so that what is written reads back
 * to the same digest. */
#ifndef DTI_IO_DOSSIER_READ_H
#define DTI_IO_DOSSIER_READ_H

#include "io/parts.h"

/* The framework a dossier document belongs to: the given one if it fits, else the built-in one that
 * the document names (then *made is it, to be dropped). NULL: none, and the report or
 * *out_of_memory says why. */
const dti_framework *dti__dossier_bind(struct dti__reader *reader, const cJSON *tree,
                                       const dti_framework *given, const dti_allocator *allocator,
                                       dti_framework **made);

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
