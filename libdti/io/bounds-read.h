/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Reading and writing bounds: both ways through the same tree, so that what is written reads back
 * to the same digest. */
#ifndef DTI_IO_BOUNDS_READ_H
#define DTI_IO_BOUNDS_READ_H

#include "io/document.h"
#include "model/bounds.h"

/* A document into bounds: see struct dti__kind. */
void *dti__bounds_read(struct dti__document *document);

/* The document of bounds as a tree (malloc), in the order of the framework; NULL when out of
 * memory.
 */
cJSON *dti__bounds_tree(const dti_bounds *bounds);

#endif
