/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* What the composers of a paper have in their hands. Each composes one section. */
#ifndef DTI_PAPER_PAPER_H
#define DTI_PAPER_PAPER_H

#include "diag/message.h"
#include "paper/page.h"

struct dti__paper {
    struct dti__page page;
    const dti_result *result;
    const dti_framework *framework;
    const dti_losses *losses;
    const dti_reconciliation *found;
    const dti_table *const *tables; /* that have a row of the unit, by year */
    size_t table_count;
    const char *numbering;
    const char *day; /* "" if none */
    dti_lang lang;
    int32_t year; /* assessed */
    int32_t
        year_before;   /* the latest earlier one of which anything is known of the unit; 0: none */
    int section_count; /* so far */
};

/* The sections of an analysis, in this order. */
void dti__paper_result(struct dti__paper *paper);   /* headline: value, rank, mean; II.1 */
void dti__paper_pillars(struct dti__paper *paper);  /* II.2, two years side by side */
void dti__paper_mains(struct dti__paper *paper);    /* II.3, ranks and moves; bars */
void dti__paper_losses(struct dti__paper *paper);   /* III: waterfall; a table per main indicator:
                                                       code, name, maximum, points, cause */
void dti__paper_agencies(struct dti__paper *paper); /* who answers for what */
void dti__paper_steps(struct dti__paper *paper);    /* next steps: easiest, largest */
void dti__paper_findings(struct dti__paper *paper); /* what does not hold together */
void dti__paper_assumptions(struct dti__paper *paper); /* what is assumed */

/* True if the dossier has appraised points, so that there is something to reply to. */
bool dti__paper_has_appraisal(const dti_result *result);
/* The reply to an appraisal, whole. */
void dti__paper_explanation(struct dti__paper *paper);

#endif
