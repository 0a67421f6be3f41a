/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Ranks of several nodes: two years side by side as a table, all years as a picture. */
#ifndef DTI_PAPER_RANKS_H
#define DTI_PAPER_RANKS_H

#include "paper/paper.h"

/* Columns of what nobody knows are left out. With points: those of the result beside values. */
void dti__paper_rank_table(struct dti__paper *paper, const size_t *nodes, size_t count,
                           bool with_points);
/* Nothing where ranks of two years of one node are not known. */
void dti__paper_rank_chart(struct dti__paper *paper, const size_t *nodes, size_t count);

#endif
