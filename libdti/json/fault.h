/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Faults of the scanner: each call notes what is wrong and where, and returns false. */
#ifndef DTI_JSON_FAULT_H
#define DTI_JSON_FAULT_H

#include "json/scan.h"

bool dti__fault_plain(struct dti__scan *scan, enum dti__msg message, size_t offset);
bool dti__fault_limit(struct dti__scan *scan, enum dti__msg message, size_t offset, uint32_t limit);
/* The text ends, or holds something else than `expected`, which is a term. */
bool dti__fault_expected(struct dti__scan *scan, size_t offset, enum dti__msg expected);
/* The message shows what stands at the offset: a word, a number or one character. */
bool dti__fault_found(struct dti__scan *scan, enum dti__msg message, size_t offset);
bool dti__fault_escape(struct dti__scan *scan, size_t offset);
/* The byte at the offset begins no character. */
bool dti__fault_utf8(struct dti__scan *scan, size_t offset);

/* The end of the word or number that begins at `offset`; `offset` itself if none does. */
size_t dti__word_end(const struct dti__scan *scan, size_t offset);

/* Tells a fault with its place. */
void dti__fault_report(const struct dti__scan *scan, dti_report *report);

#endif
