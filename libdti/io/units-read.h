/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Reading a register of units. */
#ifndef DTI_IO_UNITS_READ_H
#define DTI_IO_UNITS_READ_H

#include "io/parts.h"
#include "model/units.h"

/* A document into a finished register: see struct dti__kind. Its digest is computed unless it is
 * given. */
void *dti__units_read(struct dti__document *document);

#endif
