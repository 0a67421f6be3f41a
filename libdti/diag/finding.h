/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Findings: collecting them in a report, turning the first error into a dti_error. */
#ifndef DTI_DIAG_FINDING_H
#define DTI_DIAG_FINDING_H

#include "base/buffer.h"
#include "diag/message.h"

#include <dti/error.h>
#include <stdbool.h>

/* The arguments of one message: DTI__ARGS(DTI__TEXT("a"), DTI__INTEGER(3)) is "args, count" for
 * the calls below. */
#define DTI__ARGS(...)                                                                             \
    (const struct dti__arg[]){__VA_ARGS__},                                                        \
        sizeof((const struct dti__arg[]){__VA_ARGS__}) / sizeof(struct dti__arg)
#define DTI__NO_ARGS NULL, 0

/* A report under construction (malloc). NULL when out of memory. source may be NULL. */
dti_report *dti__report_new(const char *source);

/* Adds a finding; texts are copied. pointer may be NULL. Out of memory is remembered in the report.
 * report may be NULL: nothing happens. */
void dti__report_add(dti_report *report, enum dti__msg message, const char *pointer,
                     const struct dti__arg *args, size_t arg_count);
/* The same with a known place; line and column from 1, or 0 if only the offset is known. */
void dti__report_add_at(dti_report *report, enum dti__msg message, uint32_t line, uint32_t column,
                        uint64_t offset, const struct dti__arg *args, size_t arg_count);
/* Gives finding `index` its place afterwards. */
void dti__report_place(dti_report *report, size_t index, uint32_t line, uint32_t column,
                       uint64_t offset);
/* Finding `index` points nowhere: its pointer was into something that its reader never sees. */
void dti__report_drop_pointer(dti_report *report, size_t index);
/* Moves finding `index` to another document, or to another place of it. False when out of memory,
 * which the report remembers. */
bool dti__report_move(dti_report *report, size_t index, const char *source, const char *pointer);

/* How many errors there are so far; 0 if report is NULL. */
size_t dti__report_errors(const dti_report *report);
/* DTI_E_NOMEM if memory ever ran out (a report that is NULL could not even be made); otherwise the
 * status of the first error, and *error (if error is not NULL) a copy of it; DTI_OK without errors.
 */
dti_status dti__report_result(const dti_report *report, dti_error **error);

/* Makes an error on the spot, if error is not NULL; returns the message's status (DTI_E_NOMEM if
 * there was no memory for it). */
dti_status dti__fail(dti_error **error, enum dti__msg message, const struct dti__arg *args,
                     size_t arg_count);
/* That the argument of this name is NULL. */
dti_status dti__fail_null(dti_error **error, const char *argument);
/* DTI_E_NOMEM and the static error. */
dti_status dti__fail_nomem(dti_error **error);

/* Ends a call that writes text: hands out what is in the buffer, and releases it. */
dti_status dti__hand_out(struct dti__buffer *buffer, dti_text **out, dti_error **error);

#endif
