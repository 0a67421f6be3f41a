/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* A reconciliation in words: pieces that figures, identities, problems and repairs share. */
#ifndef DTI_ANALYSE_RECONCILE_WORDS_H
#define DTI_ANALYSE_RECONCILE_WORDS_H

#include "analyse/reconcile-amounts.h"

/* "chỉ số 3.2", "Nhân lực số (chỉ số 4)", "Chính quyền số"; with unit and year where there are
 * several. */
void dti__tell_node(struct dti__sentence *out, const dti_reconciliation *found, size_t node);
void dti__tell_whose(struct dti__sentence *out, const dti_reconciliation *found, size_t node,
                     const char *unit, struct dti__text2 names, int32_t year);
/* Whose a figure is and what of it: without its number. */
void dti__tell_subject(struct dti__sentence *out, const dti_reconciliation *found,
                       const struct dti__said *said);
/* What is assumed, without why: "cách tính giả định của chỉ số 3.2". */
void dti__tell_assumed(struct dti__sentence *out, const dti_reconciliation *found,
                       const struct dti__said *said, size_t node_known);
/* A figure in the middle of a sentence: "78,53 %", "hạng 15 (Đà Nẵng)". */
void dti__tell_figure(struct dti__sentence *out, const dti_reconciliation *found,
                      const struct dti__said *said, size_t node_known);
/* A suspect as the figures it is; node_known: not said again. */
void dti__tell_suspects(struct dti__sentence *out, const dti_reconciliation *found,
                        const size_t *suspects, size_t count, size_t node_known);
/* An identity: whom it speaks of, what is stated and what the others give; what others those are.
 * Together they are its sentence. */
void dti__tell_topic(struct dti__sentence *out, const dti_reconciliation *found,
                     const struct dti__tied *tied);
void dti__tell_claim(struct dti__sentence *out, const dti_reconciliation *found,
                     const struct dti__tied *tied);
void dti__tell_grounds(struct dti__sentence *out, const dti_reconciliation *found,
                       const struct dti__tied *tied);
void dti__tell_identity(struct dti__sentence *out, const dti_reconciliation *found,
                        const struct dti__tied *tied);
/* The identity that a problem is told by; NULL: it is told by its sums (false) or by figures. */
const struct dti__tied *dti__problem_topic(const dti_reconciliation *found,
                                           const struct dti__trouble *problem);

/* What the others make of the subject minus what is stated, if both are known. */
bool dti__tied_difference(const struct dti__tied *tied, struct dti__span *out);

#endif
