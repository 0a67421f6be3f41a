/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Printed indices of a unit, and the parts that follow from them. */
#ifndef DTI_ANALYSE_FIGURES_HEADLINE_H
#define DTI_ANALYSE_FIGURES_HEADLINE_H

#include "analyse/figures-known.h"

#define DTI__MOST_HEADLINES 64 /* indices of one unit; with more nothing is solved */

struct dti__headline { /* a printed index of a unit, or of the mean */
    const struct dti__subject_of *of;
    size_t unknown;
};

struct dti__headlines {
    struct dti__headline *list; /* those of one unit and year one after the other */
    size_t count;
    size_t capacity;
};

/* False when out of memory (remembered). */
bool dti__headlines_find(dti_figures *figures, const struct dti__known *known,
                         struct dti__headlines *out);
void dti__headlines_release(const dti_figures *figures, struct dti__headlines *headlines);
/* Where those of the unit and year end that begin there. */
size_t dti__headlines_end(const struct dti__headlines *headlines, size_t first);

/* A part (or parts that always stand together) as it follows from the indices:
 * times × part = Σ factor × index. All of it is gone once it was used. */
struct dti__solved {
    struct dti__solved_part part;
    struct dti__addend *terms;
    size_t term_count;
    int64_t times; /* above 0 */
};
typedef void dti__solved_use(void *context, dti_figures *figures, const struct dti__solved *solved);

/* Solves the indices of one unit and year for their parts. */
void dti__headlines_solve(dti_figures *figures, const struct dti__known *known,
                          const struct dti__headline *indices, size_t count, dti__solved_use *use,
                          void *context);

#endif
