/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* What all documents have in common on their way in: options, strict JSON, a report that ends with
 * places in the text. */
#ifndef DTI_IO_DOCUMENT_H
#define DTI_IO_DOCUMENT_H

#include "json/read.h"
#include "json/tree.h"

#include <dti/options.h>

struct dti__document {
    const char *text;
    size_t length;
    dti_parse_options options;
    dti_allocator allocator;
    dti_report *report;
    cJSON *tree; /* NULL: not JSON, see the report */
};

/* Takes the options and makes the report, but reads nothing: for text that is not JSON, whose
 * findings have places from the start. On success the document is to be closed. */
dti_status dti__document_start(const char *text, size_t length, const dti_parse_options *options,
                               struct dti__document *document, dti_error **error);
/* Takes the options and reads the text. Fails only for arguments and memory; faults of the text are
 * in the report. On success the document is to be closed. */
dti_status dti__document_open(const char *text, size_t length, const dti_parse_options *options,
                              struct dti__document *document, dti_error **error);
/* After reading: gives the findings their places, logs warnings and remarks if all went well.
 * DTI_OK if the document is sound, otherwise the first fault. */
dti_status dti__document_finish(struct dti__document *document, dti_error **error);
/* Hands warnings and remarks to the log of the options, if there is one. */
void dti__log_findings(const dti_parse_options *options, const dti_report *report);
void dti__document_close(struct dti__document *document);

/* The whole of a regular file into malloc memory, as far as the options' limit lets it; *named is
 * the options with the path as source name if they have none. */
dti_status dti__file_open(const char *path, const dti_parse_options *options,
                          dti_parse_options *named, char **text, size_t *length, dti_error **error);

#endif
