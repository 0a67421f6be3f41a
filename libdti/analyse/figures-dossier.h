/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Gathering a dossier: what its parts share. */
#ifndef DTI_ANALYSE_FIGURES_DOSSIER_H
#define DTI_ANALYSE_FIGURES_DOSSIER_H

#include "analyse/figures.h"
#include "score/result.h"

struct dti__dossier_figures {
    dti_figures *figures;
    const dti_result *result;
    const dti_dossier *dossier;
    const dti_framework *framework;
    dti_track track;
    struct dti__arena scratch;
    size_t *said;            /* by stated figure of the dossier: the figure; DTI_NONE: none */
    size_t *points;          /* by node: the figure that states its points for the dossier's year */
    int64_t *amount;         /* by node: as it prints them */
    struct dti__span *ruled; /* by node: the points that its rule gives; none if low > high */
};

/* What all figures of the dossier have in common. */
struct dti__said dti__dossier_said(const struct dti__dossier_figures *of);
/* An identity about a node of the dossier's unit and year, without terms and needs yet. */
struct dti__identity dti__dossier_identity(const struct dti__dossier_figures *of, dti_identity kind,
                                           size_t node);
/* The title of a source, of the dossier or of its framework; vi NULL: not known. */
struct dti__text2 dti__dossier_title(const dti_dossier *dossier, const char *id);
/* The points of a node of the dossier's unit and year. */
size_t dti__dossier_points(const struct dti__dossier_figures *of, size_t node);
/* The assumption of a rule, or of the maxima of a node's components. */
size_t dti__dossier_assume(const struct dti__dossier_figures *of, size_t node, dti_node_part part);

/* Counts and what is counted: false when out of memory. */
bool dti__dossier_tie_counts(struct dti__dossier_figures *of);
/* Rules and shares: false when out of memory. */
bool dti__dossier_tie_rules(struct dti__dossier_figures *of);

#endif
