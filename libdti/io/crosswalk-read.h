/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Reading a crosswalk document. */
#ifndef DTI_IO_CROSSWALK_READ_H
#define DTI_IO_CROSSWALK_READ_H

#include "io/parts.h"
#include "model/crosswalk.h"

/* A document into a finished crosswalk: see struct dti__kind. Its digest is computed unless it is
 * given. */
void *dti__crosswalk_read(struct dti__document *document);

#endif
