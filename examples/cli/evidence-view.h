/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The evidence of a scored dossier as pages to read: all records, or one with its history. */
#ifndef DTI_CLI_EVIDENCE_VIEW_H
#define DTI_CLI_EVIDENCE_VIEW_H

#include "args.h"

struct evidence_view {
    const struct cli *cli;
    const dti_result *result;
    const dti_dossier *dossier;
    const dti_framework *framework;
    const dti_collection *collection; /* may be NULL */
    const char *numbering;
    int digits;                /* of points */
    struct evidence_gap *gaps; /* by record; those without one last */
    size_t gap_count;
};

struct evidence_gap {
    size_t record; /* DTI_NONE: there is none */
    size_t gap;    /* of the result */
};

/* Sorts the gaps. To be freed. */
void evidence_view_sort(struct evidence_view *view);
void evidence_view_free(struct evidence_view *view);

/* The first gap of a record, and in *end the one behind its last. */
size_t evidence_view_first(const struct evidence_view *view, size_t record, size_t *end);

/* A gap in words, with the points at risk for it. */
void evidence_view_add_gap(const struct evidence_view *view, size_t gap, struct text *out);

/* Name of a kind of document as the framework words it, else its id. */
const char *evidence_view_term(const struct evidence_view *view, const char *term);

/* All records, components without one, and what is at risk by kind of gap and by agency. */
void evidence_print_list(const struct evidence_view *view);

/* All about one record. */
void evidence_print_record(const struct evidence_view *view, size_t record);

#endif
