/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* A record of evidence in memory: its content, contents it had before, and the history of its
 * review. */
#ifndef DTI_MODEL_EVIDENCE_H
#define DTI_MODEL_EVIDENCE_H

#include "base/date.h"
#include "base/sha256.h"
#include "model/history.h"

#include <dti/evidence.h>
#include <stdatomic.h>

#define DTI__SIGNATURE_FACTS 5
#define DTI__EVIDENCE_FIELDS (DTI_EVIDENCE_NOTE_EN + 1)

struct dti__content { /* what the digest that is approved speaks of */
    const char *id;
    const char *numbering;
    const char **codes;
    size_t code_count;
    const char **inputs;
    size_t input_count;
    const char *kind;
    const char *number;
    struct dti__date date;
    struct dti__date effective;
    struct dti__date until;
    struct dti__text2 titles;
    const char *issuer;
    const char *signer_name;
    int signer_role; /* dti_signer_role, as said */
    const char *signer_mark;
    struct dti__date from; /* period covered */
    struct dti__date to;
    const char *pages;
    const char *file_name;
    int64_t file_size;                       /* -1: not said */
    const char *texts[DTI__EVIDENCE_FIELDS]; /* what dti_evidence_text() gives; NULL: not given */
    const char *media_type;
    const char *sha256;
    int8_t signature[DTI__SIGNATURE_FACTS]; /* 1 yes, 0 no, -1 not known */
    const char *reporter;
    struct dti__text2 note;
    char digest[DTI__DIGEST_SIZE];
};

struct dti_evidence {
    atomic_uint_least32_t references;
    struct dti__arena arena;
    struct dti__content content;
    struct dti__content *earlier; /* contents that steps speak of and that are no longer current */
    size_t earlier_count;
    dti_history history;
    _Atomic(char *) digest; /* of the whole record, once somebody has asked */
};

struct dti_evidence_builder {
    dti_allocator allocator;
    struct dti__arena arena;
    dti_evidence *base; /* contents and history to go on from; NULL: none */
    const char *texts[DTI__EVIDENCE_FIELDS];
    const char **codes;
    size_t code_count;
    const char **inputs;
    size_t input_count;
    int8_t signature[DTI__SIGNATURE_FACTS];
};

/* An empty record with one reference; NULL when out of memory. */
dti_evidence *dti__evidence_new(const dti_allocator *allocator);

/* Who signed by the authority mark alone, a dti_signer_role: KT. is a deputy's, Q. (acting) at the
 * beginning of a line the head's. TL. and TUQ. are somebody else's, whoever signs in his place. TM.
 * (for a body) says nothing. NULL is no mark. */
int dti__signer_of_mark(const char *mark);

/* Finds what no table can see in a content: a signer who contradicts his mark, dates the wrong way
 * round. Fills in the texts of numbers and dates. `pointer` is that of the content. False when out
 * of memory. */
bool dti__content_finish(struct dti__content *content, struct dti__arena *arena, dti_report *report,
                         const char *pointer);

/* The content that a digest belongs to: the current one or an earlier one; NULL: none. */
const struct dti__content *dti__evidence_content(const dti_evidence *evidence, const char *digest);

/* When the record was handed in as it is: the last submission or resubmission. False: never. */
bool dti__evidence_submitted(const dti_evidence *evidence, int64_t *time);

#endif
