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
    int64_t file_size; /* -1: not said */
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

/* An empty record with one reference; NULL when out of memory. */
dti_evidence *dti__evidence_new(const dti_allocator *allocator);

/* Who signed: as said, else as the authority mark says ("KT. CHỦ TỊCH" is the deputy's). */
int dti__signer_of_mark(const char *mark);

/* When the record was handed in as it is: the last submission or resubmission. False: never. */
bool dti__evidence_submitted(const dti_evidence *evidence, int64_t *time);

#endif
