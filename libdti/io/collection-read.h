/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Reading a collection document. */
#ifndef DTI_IO_COLLECTION_READ_H
#define DTI_IO_COLLECTION_READ_H

#include "io/parts.h"
#include "model/collection.h"

/* A document into a finished collection: see struct dti__kind. Its digest is computed unless it is
 * given. */
void *dti__collection_read(struct dti__document *document);

#endif
