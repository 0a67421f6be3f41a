/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Line: one line of text that is safe to show and never longer than its buffer. */
#ifndef DTI_DIAG_LINE_H
#define DTI_DIAG_LINE_H

#include <stdbool.h>
#include <stddef.h>

struct dti__line {
    char *bytes; /* always terminated */
    size_t size;
    size_t length;
    size_t room_for_mark; /* the longest whole prefix that leaves room for the "…" of a cut */
    bool is_cut;          /* the text ends in "…", whatever is added now is dropped */
};

/* size: at least 8. */
void dti__line_init(struct dti__line *line, char *bytes, size_t size);
/* Adds text from anywhere. Controls, line breaks, direction marks and bytes that are not UTF-8
 * become U+FFFD: a document must not be able to move the cursor of a terminal or turn a sentence
 * around. */
void dti__line_put(struct dti__line *line, const char *text, size_t length);

#endif
