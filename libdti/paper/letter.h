/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The reply to an appraisal while it is written: the components that it speaks of, and the sentence
 * at hand. */
#ifndef DTI_PAPER_LETTER_H
#define DTI_PAPER_LETTER_H

#include "paper/tell.h"
#include "score/result.h"

/* Where a component stands between its unit and the appraiser. */
enum dti__stance {
    DTI__STANCE_OPEN,      /* less was appraised, and nobody has said anything */
    DTI__STANCE_RAISED,    /* more was appraised, and nobody has said anything */
    DTI__STANCE_AGREED,    /* as in enum dti__reply_state */
    DTI__STANCE_CONTESTED, /* likewise */
    DTI__STANCE_DECIDED,   /* likewise */
    DTI__STANCE_COUNT
};

struct dti__case { /* a component that was appraised otherwise, or was replied to */
    size_t node;
    bool has_claim;
    int64_t claim; /* self-assessed; without self-assessment what the rule gives */
    int64_t appraised;
    const struct dti__reply *reply; /* NULL: none */
    enum dti__stance stance;
};

struct dti__letter {
    struct dti__paper *paper;
    const dti_dossier *dossier;
    struct dti__buffer line; /* the sentence at hand */
    dti_track basis;         /* whose points are held against the appraised ones */
    struct dti__case *cases; /* in the order of the framework */
    size_t case_count;
    size_t stances[DTI__STANCE_COUNT]; /* how many cases of each */
    size_t compared;                   /* components with points in both columns, and their sums */
    int64_t claimed;
    int64_t appraised;
};

/* Finds the cases. False when out of memory. */
bool dti__letter_begin(struct dti__letter *letter, struct dti__paper *paper);
void dti__letter_end(struct dti__letter *letter);

/* ── the sentence at hand ── */

void dti__letter_put(struct dti__letter *letter, const char *text);
void dti__letter_say(struct dti__letter *letter, enum dti__msg message, const struct dti__arg *args,
                     size_t arg_count);
/* Words of titles within a sentence: their first letter, one of ASCII, is made small. */
void dti__letter_put_small(struct dti__letter *letter, const char *title);
void dti__letter_put_points(struct dti__letter *letter, int64_t nano);
/* Ends it: as a text that lives as long as the page; as a block. */
const char *dti__letter_take(struct dti__letter *letter);
void dti__letter_block(struct dti__letter *letter, enum dti__block_kind kind);
/* The same with its full stop. */
void dti__letter_close(struct dti__letter *letter, enum dti__block_kind kind);
/* A text with its first letter as in a title. */
const char *dti__letter_title(struct dti__letter *letter, const char *text);
const char *dti__letter_points(struct dti__letter *letter, int64_t nano);
const char *dti__letter_date(struct dti__letter *letter, struct dti__date date);

const char *dti__letter_name(const struct dti__letter *letter, size_t node);
/* The day of a step of a history, in Vietnam. */
struct dti__date dti__letter_day(const struct dti__history_step *step);
/* The last step of a reply that did one of two things; NULL: none. */
const struct dti__history_step *dti__letter_last(const struct dti__case *at, dti_action action,
                                                 dti_action other);

/* ── parts ── */

/* One contested component: both columns, both reasons, evidence, what is asked. */
void dti__letter_contest(struct dti__letter *letter, const struct dti__case *at);

/* The records behind a case: supplied ones first, then those that name the component. Gives each
 * index in the dossier; DTI_NONE past the last. */
size_t dti__letter_record(const struct dti__letter *letter, const struct dti__case *at,
                          size_t index);
/* The step that supplied a record; NULL: none did. */
const struct dti__history_step *dti__letter_supply(const struct dti__letter *letter,
                                                   const struct dti__case *at, size_t record);
/* "Quyết định 1420/QĐ-UBND ngày 15/8/2023 …": put into the sentence at hand. */
void dti__letter_cite(struct dti__letter *letter, const dti_evidence *evidence);
/* All records behind what is contested, each once. */
void dti__letter_enclosed(struct dti__letter *letter);

/* What is missing before it can be sent. */
void dti__letter_todo(struct dti__letter *letter);

#endif
