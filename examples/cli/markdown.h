/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Pages as Markdown (GitHub's, which other readers take too): blocks with an empty line between
 * them, and text that reads as it stands, whatever it holds. */
#ifndef DTI_CLI_MARKDOWN_H
#define DTI_CLI_MARKDOWN_H

#include "term.h"

/* What stands last on the page, which decides what goes before the next block. */
enum markdown_block {
    MARKDOWN_NOTHING,
    MARKDOWN_ITEM, /* of a list, which goes on without an empty line */
    MARKDOWN_BLOCK
};

struct markdown {
    enum markdown_block last;
};

/* A block; for those that are written piece by piece. The caller ends its last line. */
void markdown_begin(const struct term *term, enum markdown_block kind);

/* Text within a block: markup in it is escaped, lines are broken by <br>, STYLE_STRONG is bold. */
void markdown_put(const struct term *term, enum style style, const char *text);

void markdown_heading(const struct term *term, size_t level, const char *text);
void markdown_paragraph(const struct term *term, enum style style, const char *text);
void markdown_item(const struct term *term, enum style style, const char *text);

#endif
