/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Counting the components of a node: what is listed, what is not, and what facts lie behind a
 * count.
 */
#ifndef DTI_ANALYSE_FIGURES_COUNTS_H
#define DTI_ANALYSE_FIGURES_COUNTS_H

#include "analyse/figures-dossier.h"

struct dti__counted { /* the components of one node */
    struct dti__dossier_figures *of;
    size_t node;
    const size_t *parts;
    size_t part_count;
    size_t listed;      /* of them */
    size_t unlisted;    /* the rest */
    size_t *needs;      /* room for all figures, and two more */
    size_t need_count;  /* of listed ones */
    int64_t *maxima;    /* of those that are not listed, smallest first */
    int64_t max_points; /* of all of those */
    bool has_assumed_maxima;
};

enum dti__whether {
    DTI__COUNTS_NOT,
    DTI__COUNTS_SURELY,
    DTI__COUNTS_MAYBE, /* "20.00" of 20 may be 19.997, "0.00" more than nothing */
};

/* Whether a component counts that has so many points. */
bool dti__counts(enum dti__counts what, int64_t amount, int64_t max_points);
/* Whether one counts that is listed, by what is printed, and by its rule where that agrees. */
enum dti__whether dti__counted_is(const struct dti__counted *at, enum dti__counts what,
                                  size_t part);
/* So many things. */
struct dti__span dti__things(size_t low, size_t high);

/* An unknown for those that are not listed and count. */
size_t dti__counted_rest(const struct dti__counted *at, enum dti__counts what);
/* What is behind a count: each component that is listed counts or not, as far as its figure is
 * right, and the rest adds to them. */
void dti__counted_facts(const struct dti__counted *at, enum dti__counts what, size_t count,
                        size_t rest);
/* The most of those that are not listed that can be below half, by the figures as they are. */
size_t dti__counted_below_half(const struct dti__counted *at);
/* What those that are not listed have lost at the least if so many of them are below half, and what
 * they have if so many are at their maxima: for figures that may be others. */
void dti__counted_losses(const struct dti__counted *at, size_t rest);
void dti__counted_gains(const struct dti__counted *at, size_t rest);

#endif
