/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* A scoreboard in memory: columns of a cohort with everything that follows from them, and who must
 * follow whom. */
#ifndef DTI_RANK_SCOREBOARD_H
#define DTI_RANK_SCOREBOARD_H

#include "score/program.h"

#include <dti/scoreboard.h>

/* Lists of indices, one per item: item i has list[first[i]] to list[first[i + 1] - 1]. */
struct dti__lists {
    size_t *first;
    size_t *list;
};

/* What a change reaches. */
struct dti__reach {
    struct dti__lists derived;    /* by input: derived inputs, operands first */
    struct dti__lists components; /* by input: components that read it or what derives from it */
    struct dti__lists indices;    /* by main indicator */
};

/* False when out of memory. */
bool dti__reach_find(const dti_framework *framework, struct dti__arena *arena,
                     struct dti__reach *out);

/* A node of all units. */
struct dti__standing {
    int64_t *points;
    int64_t *open;     /* maxima of components whose points are open */
    int64_t *excluded; /* maxima of components that left the sums */
    size_t *undecided; /* number of components without decided points */
    uint8_t *states;   /* dti_state */
    uint32_t *ranks;
};

/* What a change of one unit does to a node; zero between changes. */
struct dti__shift {
    int64_t points;
    int64_t open;
    int64_t excluded;
    size_t undecided; /* may wrap: it is added */
    uint8_t state;    /* of a component */
    bool is_touched;
};

struct dti_scoreboard {
    struct dti__arena arena;
    dti_program *program;
    dti_bounds *bounds;
    size_t count;
    uint32_t *groups;                /* NULL: all are one group */
    double **values;                 /* by input: as reported, in its unit */
    uint8_t **states;                /* by input: as reported */
    struct dti__column *reported;    /* by input: over these */
    struct dti__column *columns;     /* by input: the same, or derived: plain numbers with states */
    struct dti__kernel *kernels;     /* by node of the tree */
    struct dti__standing *standings; /* by node */
    struct dti__shift *shifts;       /* by node */
    struct dti__reach reach;
};

/* Computes a derived input of a unit anew. */
void dti__scoreboard_derive(dti_scoreboard *board, size_t unit, size_t input);

/* Computes a component of a unit anew, and adds what has changed to the shifts of the nodes it
 * counts for, itself included. */
void dti__scoreboard_score(dti_scoreboard *board, size_t unit, size_t node);

/* Adds what an absent node leaves open, once for each unit. */
void dti__scoreboard_open(dti_scoreboard *board, size_t node);

/* Applies the shifts of a unit and clears them; the ranks of all follow if asked for. */
void dti__scoreboard_settle(dti_scoreboard *board, size_t unit, bool ranks_follow);

#endif
