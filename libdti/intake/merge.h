/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Merging: what forms say becomes reports, what these come to becomes figures, and what does not
 * hold together is found. */
#ifndef DTI_INTAKE_MERGE_H
#define DTI_INTAKE_MERGE_H

#include "intake/combine.h"
#include "model/changes.h"
#include "model/form.h"

/* DTI_OK if the forms belong to the dossier and to one collection. */
dti_status dti__merge_check(const dti_dossier *dossier, const dti_form *const *forms, size_t count,
                            dti_error **error);

/* Adds to the changes, and to the draft of the dossier, every report that the forms hold and the
 * draft has not, then the figures that follow. False when out of memory. */
bool dti__merge(const dti_dossier *dossier, dti_dossier *draft, const dti_form *const *forms,
                size_t count, dti_changes *changes);

/* Finds conflicts and sums that are not complete. False when out of memory. */
bool dti__review_reports(const dti_dossier *dossier, dti_report *report);
/* Finds figures that are far from last year's. */
void dti__review_jumps(const dti_dossier *dossier, const dti_dossier *last_year,
                       dti_report *report);

#endif
