/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Reports of one input: their order, which of them count, and whether two of them say the same. */
#ifndef DTI_MODEL_REPORTS_H
#define DTI_MODEL_REPORTS_H

#include "model/dossier.h"

/* The order in which reports stand: reporter, form, row, date, revision, then what they say, so
 * that any two that differ at all have an order. 0: they are the same report. For qsort(). */
int dti__report_compare(const void *a, const void *b);
/* True if both come from one row of one reporter's form: the later one supersedes. */
bool dti__report_is_of_one_row(const struct dti__report_of *a, const struct dti__report_of *b);
/* True if both have the same figure or state, remarks aside. */
bool dti__report_says_same(const struct dti__report_of *a, const struct dti__report_of *b);
/* True if it stands for a report that was asked for and has not come. */
bool dti__report_is_awaited(const struct dti__report_of *report);
/* True if it says something: a figure, or that there can be none. Missing and not assessed say
 * nothing that another report could contradict. */
bool dti__report_speaks(const struct dti__report_of *report);
/* The figure that the dossier had before anybody reported; NULL: it had none. */
const struct dti__report_of *dti__reports_prior(const struct dti__figure *figure);
/* True if the figure is the one that the dossier had: its origin and provenance speak of no other.
 */
bool dti__figure_is_prior(const struct dti__figure *figure);

/* Marks which of the reports, which stand in their order, were superseded. */
void dti__reports_supersede(struct dti__figure *figure);

/* A copy that owns its texts and lists. False when out of memory. */
bool dti__report_copy(struct dti__arena *arena, const struct dti__report_of *report,
                      struct dti__report_of *out);
/* A copy of a text in the arena; NULL stays NULL. False when out of memory. */
bool dti__text_copy(struct dti__arena *arena, const char *text, const char **out);

#endif
