/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Reading a collection document. */
#ifndef DTI_IO_COLLECTION_READ_H
#define DTI_IO_COLLECTION_READ_H

#include "io/parts.h"
#include "model/collection.h"

/* A document into a finished collection of the given framework, or of the built-in one that it
 * names. Its digest is computed unless it is known. NULL with *nomem false: the report says why; it
 * also says whether the collection is usable. */
dti_collection *dti__collection_read(struct dti__document *document, const dti_framework *given,
                                     const char *known_digest, bool *nomem);

#endif
