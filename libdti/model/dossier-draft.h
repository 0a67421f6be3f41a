/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* A draft of the next dossier: it shares the texts of the one it comes from, which must live as
 * long, and is never finished; written as a document and read, it becomes a dossier. */
#ifndef DTI_MODEL_DOSSIER_DRAFT_H
#define DTI_MODEL_DOSSIER_DRAFT_H

#include "model/changes.h"

/* A draft with room for what a list of changes adds (NULL: for nothing). NULL when out of memory.
 */
dti_dossier *dti__draft_new(const dti_dossier *dossier, const dti_changes *changes);

/* Puts a report in its place among those of an input; a report that was awaited makes room for the
 * one that has come. False: it is there already. The draft must have room for it. */
bool dti__draft_report(dti_dossier *draft, size_t input, const struct dti__report_of *report);
/* Puts an agency in its place by id, unless it is there. The draft must have room for it. */
void dti__draft_agency(dti_dossier *draft, const char *id, struct dti__text2 names);
/* Makes room for so many more agencies. False when out of memory. */
bool dti__draft_agency_room(dti_dossier *draft, size_t more);
/* Makes room for so many more reports of an input. False when out of memory. */
bool dti__draft_room(dti_dossier *draft, size_t input, size_t more);
/* The figure that the draft had before, as a report; only where it has one and nobody has reported
 * yet. */
bool dti__draft_has_prior(const dti_dossier *draft, size_t input, struct dti__report_of *prior);

/* Lists the inputs in the order of the framework, new ones included, so that the order in which
 * they came leaves no trace. */
void dti__draft_list(dti_dossier *draft);

#endif
