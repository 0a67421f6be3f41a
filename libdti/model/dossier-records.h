/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* What a dossier keeps beside its figures: records of evidence, by id, and replies, by component.
 */
#ifndef DTI_MODEL_DOSSIER_RECORDS_H
#define DTI_MODEL_DOSSIER_RECORDS_H

#include "model/dossier.h"

/* Resolves codes, ids and names of records and replies, and puts both in order. False when out of
 * memory. */
bool dti__records_finish(dti_dossier *dossier, dti_report *report);

/* Where a record of that id stands, or would stand, in records that are in order. */
size_t dti__records_place(dti_evidence *const *records, size_t count, const char *id);
/* The reply to the appraisal of a component; NULL: there is none. */
const struct dti__reply *dti__dossier_reply_of(const dti_dossier *dossier, size_t node);

#endif
