/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* What a weighted index has, from what its parts have: whole sums over 128 bits, rounded once. The
 * one place where this is done, for a dossier, for columns and for a scoreboard. */
#ifndef DTI_SCORE_WEIGH_H
#define DTI_SCORE_WEIGH_H

#include "base/wide.h"
#include "model/framework.h"

/* Of a node: what it has for sure, what it can have, and what it could have had. The maximum is
 * without what is excluded. Everything is rounded by itself, so that low <= high <= max holds of an
 * index where it holds of all its parts. */
struct dti__amounts {
    int64_t low;
    int64_t high;
    int64_t max;
};

struct dti__weighed {
    struct dti__wide low;
    struct dti__wide high;
    struct dti__wide max;
};

/* Adds a part of a weighted index by its place. */
void dti__weigh_add(struct dti__weighed *sum, const struct dti__node *index, size_t place,
                    const struct dti__amounts *part);
struct dti__amounts dti__weigh_end(const struct dti__weighed *sum, const struct dti__node *index);

/* The last step alone: a sum of factor × amount as an amount of the index. */
int64_t dti__weigh_round(struct dti__wide sum, const struct dti__node *index);

#endif
