/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Overlay: a framework that says only what it changes in another one, its base. The trees of both
 * become one tree, which is then read like that of any other framework; its values remember in
 * which text they stand. */
#ifndef DTI_IO_OVERLAY_H
#define DTI_IO_OVERLAY_H

#include "io/parts.h"

/* Puts the base of an overlay below the document's tree, and notes it in *extends, whose texts lie
 * in the reader's arena. A document that extends nothing is left alone. False if the document says
 * wrong things about its base, or about what it changes: the report, or out_of_memory of one of the
 * readers, says why. */
bool dti__overlay_resolve(struct dti__document *document, struct dti__reader *reader,
                          struct dti__extends *extends);

#endif
