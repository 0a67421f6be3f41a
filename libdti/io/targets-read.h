/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Reading a document of targets. */
#ifndef DTI_IO_TARGETS_READ_H
#define DTI_IO_TARGETS_READ_H

#include "io/parts.h"
#include "model/targets.h"

/* A document into finished targets: see struct dti__kind. */
void *dti__targets_read(struct dti__document *document);

#endif
