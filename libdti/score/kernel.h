/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Kernels: a component's rule compiled to one loop over columns of any length; a single dossier is
 * a column of length one. */
#ifndef DTI_SCORE_KERNEL_H
#define DTI_SCORE_KERNEL_H

#include "model/bounds.h"
#include "score/quantity.h"

struct dti__kernel {
    const struct dti__node *component;
    const struct dti__loops *loops;
    dti__score_loop *score;
    union {
        struct dti__line line;
        struct dti__inverse inverse;
        struct dti__stairs stairs;
    } how;
    size_t single;            /* the only input that is read, or DTI_NONE */
    bool lacks_bounds;        /* a cohort rule without them */
    bool is_base_zero;        /* a cohort rule whose divisor is nothing */
    int64_t base_zero_points; /* what a base of zero gives, where it is scored */
    unsigned open_states;     /* bit per state: the points stay open */
    unsigned excluded_states; /* the maximum leaves the sums */
};

/* What a rule gives for a tile, besides the points. */
struct dti__scored {
    struct dti__cells cells; /* what the rule read; rows that are present have points */
    uint64_t base_zero;      /* rows whose base is zero, whatever that gives */
};

/* Compiles the rule of a component. extent may be NULL: there are no bounds. The kernel keeps what
 * it needs in the arena and must stay where it is. False when out of memory. */
bool dti__kernel_compile(const struct dti__node *component, const struct dti__extent *extent,
                         const struct dti__loops *loops, struct dti__arena *arena,
                         struct dti__kernel *out);

/* Reads what a rule reads, for a tile; the values may still have to be held to limits. False if one
 * was refused. */
bool dti__kernel_read(const struct dti__kernel *kernel, const struct dti__column *columns,
                      const struct dti__rows *rows, struct dti__room *room, struct dti__cells *out);

/* Scores a tile of columns (one per input of the framework): adds the points of each row to sums,
 * which has room for a tile. False if a value was refused; sums are then undefined. */
bool dti__kernel_run(const struct dti__kernel *kernel, const struct dti__column *columns,
                     const struct dti__rows *rows, struct dti__room *room, int64_t *sums,
                     struct dti__scored *out);

/* Rows of a tile that leave their points open, and that exclude their maximum. */
uint64_t dti__kernel_open(const struct dti__kernel *kernel, const struct dti__states *states);
uint64_t dti__kernel_excluded(const struct dti__kernel *kernel, const struct dti__states *states);

/* One row of it, with the share of the maximum before the clamp, for those who tell the story. */
struct dti__score {
    double quantity; /* 0 unless present */
    double share;    /* 0 unless present */
    int64_t points;
    uint8_t state; /* dti_state */
};
struct dti__score dti__kernel_score(const struct dti__kernel *kernel,
                                    const struct dti__column *columns, size_t row);

/* Points of a share under a rule's clamp: share × maximum, rounded once to 10^-9, ties to even. */
int64_t dti__kernel_points(const struct dti__rule *rule, int64_t max_points, double share);

#endif
