/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Loops: all arithmetic on values and points, over the rows of one tile; written once (loops.c),
 * compiled once for each set of vector instructions, with equal bits from all of them. */
#ifndef DTI_SCORE_LOOPS_H
#define DTI_SCORE_LOOPS_H

#include <dti/program.h>
#include <stdbool.h>

/* Rows worked on at a time: as many as a word has bits, so that states are algebra on words. All
 * arrays of a tile have room for this many rows, and loops may touch those up to the next multiple
 * of 8. */
#define DTI__TILE 64

/* What a reported value must be; of shares before their unit's divisor. */
struct dti__limits {
    double low;
    double high;
    bool is_whole;
};

/* A share of the maximum that is linear in the quantity, times the maximum: (quantity − from) × by
 * + add, kept from least to most; in 10^-9 point. */
struct dti__line {
    double from;
    double by;
    double add;
    double least;
    double most;
};

/* A quantity that is the divisor itself: over ÷ quantity, kept from least to most; most where the
 * quantity is nothing. */
struct dti__inverse {
    double over;
    double least;
    double most;
};

/* Steps: the points of the last step whose threshold sign × quantity reaches; rising thresholds. */
struct dti__stair {
    double threshold;
    double share; /* what the points are of the maximum, before the clamp */
    int64_t points;
};
struct dti__stairs {
    const struct dti__stair *steps;
    size_t count;
    double sign;       /* 1, or -1 where lower is better; thresholds have it already */
    int64_t otherwise; /* below the first */
    double otherwise_share;
};

/* `present` has a bit per row. Loops that score add the points of rows that are present to sums,
 * and return nonzero if a row that is present is not within the limits (NULL: all are). */
typedef uint64_t dti__score_loop(const double *quantities, size_t n, uint64_t present,
                                 const struct dti__limits *limits, const void *how, int64_t *sums);

struct dti__loops {
    dti_vectors vectors;
    dti__score_loop *line;    /* how: struct dti__line */
    dti__score_loop *stretch; /* the same where add is 0 */
    dti__score_loop *scale;   /* the same where from and add are 0 */
    dti__score_loop *inverse; /* how: struct dti__inverse */
    dti__score_loop *stairs;  /* how: struct dti__stairs */
    /* Rows of a whole tile whose state is this one. */
    uint64_t (*in_state)(const uint8_t *states, uint8_t state);
    /* Rows whose value is a number at all. */
    uint64_t (*ordered)(const double *values, size_t n);
    /* Rows present whose value is not within the limits. */
    uint64_t (*refused)(const double *values, size_t n, uint64_t present,
                        const struct dti__limits *limits);
    /* Values over the divisor of their unit: 51.16 per cent is meant as the decimal 0.5116, which
     * is not what the double nearest to 51.16 gives when divided by 100. */
    void (*plain)(const double *values, size_t n, double divisor, double *out);
    /* sums += weight × values. */
    void (*add)(double *sums, const double *values, size_t n, double weight);
    /* values ÷= bases; returns the rows whose base is nothing. */
    uint64_t (*divide)(double *values, const double *bases, size_t n);
    /* Rows whose quantity is too large to be a figure of anything. */
    uint64_t (*beyond)(const double *quantities, size_t n);
    /* sums = the sum of the parts; n in any number of tiles. */
    void (*total)(int64_t *sums, const int64_t *const *parts, size_t part_count, size_t n);
    /* Widens [*low, *high] to the quantities that are present; nonzero as the loops that score. */
    uint64_t (*extent)(const double *quantities, size_t n, uint64_t present,
                       const struct dti__limits *limits, double *low, double *high);
};

/* A base smaller than this is nothing in any unit: no result may hang on whether the host flushes
 * subnormals to zero, and every quotient stays finite. */
#define DTI__LEAST_BASE 1e-100

/* Figures are bounded, but what is derived from what is derived could grow without end; beyond this
 * it is no figure of anything. Far below the largest double: no later step can overflow. */
#define DTI__MOST_QUANTITY 1e150

extern const struct dti__loops dti__loops_plain;
#ifdef DTI__HAS_X86_LOOPS
extern const struct dti__loops dti__loops_avx2;
extern const struct dti__loops dti__loops_avx512;
#endif

/* The loops for some instructions; NULL if this machine or build does not have them. AUTO: the
 * widest there are. */
const struct dti__loops *dti__loops_for(dti_vectors vectors);

#endif
