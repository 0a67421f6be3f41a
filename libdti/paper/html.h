/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* What the parts of the HTML writer share. */
#ifndef DTI_PAPER_HTML_H
#define DTI_PAPER_HTML_H

#include "base/buffer.h"
#include "paper/page.h"

/* Headings as given may leave levels out; those written do not. */
struct dti__outline {
    int levels[4]; /* given, of the headings that enclose what follows */
    int depth;
};

/* The depth of a heading below the title of the page: 1 to 4. */
int dti__outline_enter(struct dti__outline *outline, int level);

/* Links to the headings that have ids, of the first two depths; nothing if there is only one. */
void dti__html_contents(const struct dti__page *page, struct dti__buffer *out);
/* The table in a block; nothing if there are no rows. One without a caption is named after the
 * heading above it. */
void dti__html_table(const struct dti__page *page, size_t block, struct dti__buffer *out);

#endif
