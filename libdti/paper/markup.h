/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Markup: text and numbers as HTML and SVG take them. */
#ifndef DTI_PAPER_MARKUP_H
#define DTI_PAPER_MARKUP_H

#include "base/buffer.h"
#include "paper/page.h"

/* Nothing in the text is taken for markup, in an element or between quotation marks. */
void dti__markup_text(struct dti__buffer *out, const char *text);
void dti__markup_bytes(struct dti__buffer *out, const char *text, size_t length);
/* The same with its line breaks. */
void dti__markup_lines(struct dti__buffer *out, const char *text);
void dti__markup_count(struct dti__buffer *out, size_t count);

/* The attribute with one or two classes; nothing if both are "". */
void dti__markup_class(struct dti__buffer *out, const char *name, const char *tone);
/* The class that the style sheet knows a tone by; "" for a plain one. */
const char *dti__tone_class(enum dti__tone tone);

#endif
