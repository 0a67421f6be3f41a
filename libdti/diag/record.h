/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Records: an error is a message with its arguments and its place, in one block of memory; a report
 * is a list of such records, of which warnings and remarks are no errors. */
#ifndef DTI_DIAG_RECORD_H
#define DTI_DIAG_RECORD_H

#include "diag/message.h"

#include <dti/error.h>
#include <stdatomic.h>
#include <stdbool.h>

struct dti__place {
    const char *source;  /* never NULL in a record */
    const char *pointer; /* never NULL in a record */
    uint32_t line;       /* 0: not known */
    uint32_t column;
    uint64_t offset;
};

struct dti_error {
    enum dti__msg message;
    struct dti__place place;
    size_t block_bytes;
    size_t arg_count;
    const char *plain[DTI__MAX_ARGS]; /* the arguments as dti_error_arg() gives them */
    struct dti__arg args[];           /* followed by the texts of all these pointers */
};

enum {
    DTI__SEVERITIES = DTI_SEVERITY_INFO + 1
};

struct dti_report {
    atomic_size_t references;
    dti_error **records;
    size_t count;
    size_t capacity;
    size_t severity_counts[DTI__SEVERITIES]; /* of all findings, kept or not */
    bool out_of_memory;
    size_t block_bytes;
    char source[]; /* of findings added here */
};

/* A record with copies of all texts; source and pointer of the place may be NULL. Arguments beyond
 * DTI__MAX_ARGS are dropped. NULL when out of memory. */
dti_error *dti__record_new(enum dti__msg message, const struct dti__place *place,
                           const struct dti__arg *args, size_t arg_count);
dti_error *dti__record_copy(const dti_error *record);

#endif
