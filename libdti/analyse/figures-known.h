/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* What the figures say of each unknown taken together, and the ranks among which units stand: what
 * identities between documents are found from. */
#ifndef DTI_ANALYSE_FIGURES_KNOWN_H
#define DTI_ANALYSE_FIGURES_KNOWN_H

#include "analyse/figures.h"
#include "model/dossier.h"

#define DTI__MOST_RANK (DTI__MOST_STATED / DTI_POINT)

struct dti__known {
    struct dti__span span; /* what all its figures leave; low > high: they contradict each other */
    size_t figure;         /* the first of them; DTI_NONE: there is none */
};

/* One per unknown, to be released; NULL when there are no unknowns, or out of memory (remembered).
 */
struct dti__known *dti__figures_known(dti_figures *figures);
void dti__known_release(const dti_figures *figures, struct dti__known *known);

/* Whether there are figures, and do not contradict each other. */
static inline bool dti__is_known(const struct dti__known *known)
{
    return known->figure != DTI_NONE && known->span.low <= known->span.high;
}

/* A unit on a printed rank. */
struct dti__holder {
    size_t unknown; /* the rank */
    size_t figure;  /* the first that says so */
    int64_t rank;
};

/* Units ranked among each other: by one node, in one year, in one group; by rank. */
struct dti__league {
    const struct dti__holder *holders;
    size_t count;
    size_t node;
    int32_t year;
    const char *group;
    int64_t out_of; /* how many units there are at most; 0: not known */
};

struct dti__leagues {
    struct dti__holder *holders; /* of all */
    size_t capacity;
    struct dti__league *list;
    size_t count;
};

/* False when out of memory (remembered). A unit of which several ranks are printed stands on each
 * of them. */
bool dti__leagues_find(dti_figures *figures, struct dti__leagues *out);
void dti__leagues_release(const dti_figures *figures, struct dti__leagues *leagues);

/* How many units there were in a year, from the limits of ranks among all; 0: not known. */
int64_t dti__figures_unit_count(const dti_figures *figures, int32_t year);

/* ORDER of one league: amounts against ranks. */
void dti__figures_tie_order(dti_figures *figures, const struct dti__known *known,
                            const struct dti__league *league);

/* USUAL: overall values far from what the other indices of a unit suggest. */
void dti__figures_tie_usual(dti_figures *figures, const struct dti__known *known);

#endif
