/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* A reconciliation in words: pieces that figures, identities, problems and repairs share. */
#ifndef DTI_ANALYSE_RECONCILE_WORDS_H
#define DTI_ANALYSE_RECONCILE_WORDS_H

#include "analyse/reconcile-amounts.h"

/* "3.2", "4 Nhân lực số", "Chính quyền số"; with unit and year where there are several. */
void dti__tell_node(struct dti__sentence *out, const dti_reconciliation *found, size_t node);
void dti__tell_whose(struct dti__sentence *out, const dti_reconciliation *found, size_t node,
                     const char *unit, struct dti__text2 names, int32_t year);
/* Whose a figure is and what of it: without its number. */
void dti__tell_subject(struct dti__sentence *out, const dti_reconciliation *found,
                       const struct dti__said *said);
/* A figure in the middle of a sentence: "78,53 %", "hạng 15 (Đà Nẵng)". */
void dti__tell_figure(struct dti__sentence *out, const dti_reconciliation *found,
                      const struct dti__said *said, size_t node_known);
/* A suspect as the figures it is; node_known: not said again. */
void dti__tell_suspects(struct dti__sentence *out, const dti_reconciliation *found,
                        const size_t *suspects, size_t count, size_t node_known);
void dti__tell_identity(struct dti__sentence *out, const dti_reconciliation *found,
                        const struct dti__tied *tied);

/* What the others make of the subject minus what is stated, if both are known. */
bool dti__tied_difference(const struct dti__tied *tied, struct dti__span *out);

#endif
