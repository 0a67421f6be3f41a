/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Telling: sections, paragraphs and figures of a paper, made of messages. */
#ifndef DTI_PAPER_TELL_H
#define DTI_PAPER_TELL_H

#include "diag/finding.h"
#include "paper/paper.h"

/* A section with the next Roman number. */
void dti__paper_section(struct dti__paper *paper, const char *id, enum dti__msg title);
/* A heading within a section. */
void dti__paper_heading(struct dti__paper *paper, const char *text);
/* A message without arguments. */
const char *dti__paper_word(const struct dti__paper *paper, enum dti__msg message);

/* A message as a text of the page. */
const char *dti__paper_format(struct dti__paper *paper, enum dti__msg message,
                              const struct dti__arg *args, size_t arg_count);
/* One sentence as a block. */
void dti__paper_say(struct dti__paper *paper, enum dti__block_kind kind, enum dti__msg message,
                    const struct dti__arg *args, size_t arg_count);

/* One sentence as a text of the page, with its full stop. */
const char *dti__paper_sentence(struct dti__paper *paper, enum dti__msg message,
                                const struct dti__arg *args, size_t arg_count);

/* Several sentences as one block: each message begins a sentence or goes on with it. */
struct dti__tale {
    struct dti__paper *paper;
    struct dti__buffer text;
};
void dti__tale_begin(struct dti__tale *tale, struct dti__paper *paper);
void dti__tale_say(struct dti__tale *tale, enum dti__msg message, const struct dti__arg *args,
                   size_t arg_count);
void dti__tale_add(struct dti__tale *tale, enum dti__msg message, const struct dti__arg *args,
                   size_t arg_count);
/* Its text, and its end; nothing said is "" and no block. */
const char *dti__tale_text(struct dti__tale *tale);
void dti__tale_end(struct dti__tale *tale, enum dti__block_kind kind);

/* Amounts as the framework prints them: points, values (points ÷ maximum, in 10^-9). */
struct dti__arg dti__paper_points(const struct dti__paper *paper, int64_t points);
struct dti__arg dti__paper_value(const struct dti__paper *paper, int64_t value);
/* An argument as a text of the page, for cells and tiles. */
const char *dti__paper_show(struct dti__paper *paper, struct dti__arg arg);
/* A word and a year beside it, for heads of columns. */
const char *dti__paper_of_year(struct dti__paper *paper, enum dti__msg word, int32_t year);

/* Points ÷ maximum in 10^-9, rounded once; 0 when the maximum is 0. */
int64_t dti__paper_ratio(int64_t points, int64_t max_points);

/* Names and codes. */
const char *dti__paper_code(const struct dti__paper *paper, size_t node);
struct dti__arg dti__paper_name(const struct dti__paper *paper, size_t node);
struct dti__arg dti__paper_unit(const struct dti__paper *paper);
struct dti__arg dti__paper_track(dti_track track);

#endif
