/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* What is known of where the unit stood, in a year: what its dossier states, what tables print,
 * what was scored, in this order. A result that was never published has a value of its own, and a
 * rank only among results. */
#ifndef DTI_PAPER_KNOWN_H
#define DTI_PAPER_KNOWN_H

#include "paper/tell.h"

struct dti__standing {
    bool has_value;
    bool is_computed; /* the value: nobody printed it */
    bool is_open;     /* it can still change: not to be held against others */
    int64_t value;    /* points ÷ maximum, in 10^-9 */
    uint32_t rank;    /* 0: not known */
    uint32_t out_of;  /* 0: not known */
};

struct dti__standing dti__paper_known(struct dti__paper *paper, size_t node, int32_t year);
/* Where the unit stands among those of its group, in its year; 0: not known. */
uint32_t dti__paper_group_rank(struct dti__paper *paper, size_t node, uint32_t *out_of,
                               const char **group);
/* The mean over all units in the year of the result, in 10^-9 of the maximum. False if nobody
 * printed one and it cannot be computed. */
bool dti__paper_mean(struct dti__paper *paper, size_t node, int64_t *value);
/* The table of a year; NULL: none. */
const dti_table *dti__paper_table(const struct dti__paper *paper, int32_t year);
/* The row of the unit in a table; DTI_NONE: none. */
size_t dti__paper_row(const struct dti__paper *paper, const dti_table *table);
/* Sets year_before. */
void dti__paper_find_year_before(struct dti__paper *paper);

/* Goes on with a sentence: ", rank 31 of 63, down by 6 from rank 25 in 2021"; nothing if no rank is
 * known. */
void dti__paper_tell_rank(struct dti__tale *tale, size_t node);
/* Only the move. */
void dti__paper_tell_move(struct dti__tale *tale, size_t node);
/* True, and by how many places the unit rose against the year before, if both ranks are known and
 * are of equally many. */
bool dti__paper_move(struct dti__paper *paper, size_t node, int32_t *rise);

#endif
