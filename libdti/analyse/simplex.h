/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Simplex: whether sums of unknowns can lie within bounds, exactly, and if not, which bounds cannot
 * hold together.
 *
 * The method of Dutertre and de Moura (2006): variables are the unknowns and the sums (rows); as
 * many as there are rows are expressed by the others, and those others stand on whole numbers. So a
 * value is a sum of products over a whole divisor and is never rounded. Where it ends in "no", one
 * row is the proof. Bounds may change between questions; what was worked out stays of use. */
#ifndef DTI_ANALYSE_SIMPLEX_H
#define DTI_ANALYSE_SIMPLEX_H

#include "analyse/system.h"
#include "base/arena.h"
#include "base/wide.h"

struct dti__bounds {
    struct dti__span span;
    bool is_free; /* no bounds */
};

struct dti__side { /* one bound of a variable */
    size_t variable;
    bool is_high;
};

struct dti__simplex {
    size_t unknowns;            /* variables 0 to unknowns − 1 */
    size_t rows;                /* variables from there on: the sums */
    int64_t *factors;           /* [rows × unknowns], by the caller */
    struct dti__bounds *bounds; /* by variable, by the caller before each question */
    struct dti__side *proof;    /* after a "no": bounds that cannot hold together */
    size_t proof_size;
    struct dti__effort *effort; /* by the caller; NULL: without end */

    int64_t *cells;         /* [rows × unknowns]: divisor × variable = Σ cell × value */
    int64_t *divisors;      /* by row, above 0 */
    size_t *basic;          /* by row: the variable it expresses */
    size_t *nonbasic;       /* by column: the variable by which it does so */
    size_t *places;         /* by variable: its column, or unknowns + its row */
    int64_t *values;        /* by column */
    struct dti__wide *sums; /* by row: Σ cell × value */
};

/* All is made in the arena; bounds are free, factors 0. False when out of memory. */
bool dti__simplex_open(struct dti__simplex *simplex, size_t unknowns, size_t rows,
                       struct dti__arena *arena);
/* Call once when all factors are set. */
void dti__simplex_reset(struct dti__simplex *simplex);
/* YES, NO, or UNKNOWN when numbers grow too large or the effort is spent. */
enum dti__possible dti__simplex_solve(struct dti__simplex *simplex);
/* After a YES: whether the values found keep a variable in a span, which need not be its bounds. */
bool dti__simplex_is_within(const struct dti__simplex *simplex, size_t variable,
                            struct dti__span span);
/* After a YES: the least and the greatest value of a variable, outward to whole numbers. */
enum dti__possible dti__simplex_range(struct dti__simplex *simplex, size_t variable,
                                      struct dti__span *out);

#endif
