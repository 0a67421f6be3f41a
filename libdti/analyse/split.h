/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Splitting: a system falls apart into components that can be looked at one by one, once ties that
 * hold in any case are left out. */
#ifndef DTI_ANALYSE_SPLIT_H
#define DTI_ANALYSE_SPLIT_H

#include "analyse/system.h"
#include "base/arena.h"

/* Components in which something could be wrong; whatever is in none can hold. Chains end with
 * SIZE_MAX. */
struct dti__split {
    size_t count;
    size_t *first_unknown;   /* by component */
    size_t *first_tie;       /* by component */
    size_t *next_unknown;    /* by unknown */
    size_t *next_tie;        /* by tie */
    size_t *of_unknown;      /* its component; SIZE_MAX: none */
    struct dti__span *spans; /* by unknown: its limits and what is claimed of it, all being right */
    size_t *local_unknown;   /* room for whoever works on a component */
    size_t *local_suspect;
};

struct dti__split_for {
    const bool *is_freed; /* the question whether all can hold with these freed; NULL: any such
                             question, for which components also hang together by suspects */
    size_t unknown; /* asked for, so that no tie is left out that says something of it alone */
    size_t tie;     /* a soft one that is required for once. SIZE_MAX: none, both of them */
};

/* Of effort, by tie and unknown: looked at, joined, numbered, copied. Who splits has it spent. */
#define DTI__COST_OF_TIE 8

/* False when out of memory. */
bool dti__system_split(const struct dti__system *system, const struct dti__split_for *about,
                       struct dti__arena *arena, struct dti__split *out);

/* A claim says of one unknown in what span it is; no simplex is needed for that. */
static inline bool dti__tie_is_claim(const struct dti__tie *tie)
{
    return tie->term_count == 1 && tie->terms[0].factor == 1;
}

#endif
