/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Batches: what every pass over columns has in common. Rows are worked on in blocks, a block tile
 * by tile; inputs that derive from others are filled in for a block before anything reads them. */
#ifndef DTI_SCORE_BATCH_H
#define DTI_SCORE_BATCH_H

#include "score/program.h"

#include <dti/program.h>

/* Where a node's sums of a block are kept; NULL: not asked for. */
struct dti__tally {
    int64_t *own;       /* in the scratch */
    int64_t *points;    /* own, or where the caller wants them */
    int64_t *open;      /* maxima of components whose points are open */
    int64_t *excluded;  /* maxima of components that left the sums */
    int64_t *undecided; /* number of components without decided points */
    uint8_t *states;    /* of components: dti_state */
};

enum {
    DTI__NODE_NEEDED = 1, /* for an output, its own or another's */
    DTI__NODE_WANTED = 2, /* it has outputs of its own */
};

/* A component of a pass. */
struct dti__part {
    const struct dti__kernel *kernel;
    struct dti__tally *tally; /* that its points go to: its own or its parent's; NULL: none */
};

struct dti_scratch {
    struct dti__arena arena; /* holds the scratch and all that has the size of the framework */
    dti_framework *framework;
    struct dti__column *reported; /* one per input */
    struct dti__column *columns;  /* the same, with what is derived in place */
    unsigned char *is_read;       /* one per input */
    unsigned char *needs;         /* one per node: DTI__NODE_… */
    struct dti__tally *tallies;   /* one per node */
    const int64_t **parts;        /* room for the sums of a node's children */
    struct dti__kernel *kernels;  /* one per node of the tree: cohort rules with bounds */
    struct dti__part *active;     /* the components needed */
    size_t active_count;
    void *block; /* sums and derived columns of one block */
    size_t block_bytes;
    struct dti__room room;
};

/* One pass over rows. */
struct dti__batch {
    const dti_program *program;
    const dti_column *columns;
    size_t first;
    size_t count;
    dti_run_options options;
    dti_scratch *scratch;
    bool owns_scratch;
    size_t block_rows; /* a multiple of DTI__TILE */
    int rounding;      /* of the host, to be given back */
};

/* Rows of a block: `n` from `row` on. A block is whole tiles, but for the last one. */
typedef dti_status dti__block_fn(struct dti__batch *batch, size_t row, size_t n, void *context);

/* Checks what every pass is given, and gets a scratch. To be ended whatever happens, if it went
 * well. */
dti_status dti__batch_begin(struct dti__batch *batch, const dti_program *program,
                            const dti_column *columns, size_t first, size_t count,
                            const dti_run_options *options, dti_error **error);
void dti__batch_end(struct dti__batch *batch);

/* Says that a component is part of the pass. */
void dti__batch_use(struct dti__batch *batch, const struct dti__kernel *kernel,
                    struct dti__tally *tally);

/* Gets the memory of a block: what is derived, and `row_bytes` for each row besides. Returns where
 * the latter begin, aligned for any type, or NULL when out of memory. */
unsigned char *dti__batch_reserve(struct dti__batch *batch, size_t row_bytes);

/* Goes through the rows. The work fails with DTI_E_VALUE for a refused value; which one it was is
 * found out here. */
dti_status dti__batch_run(struct dti__batch *batch, dti__block_fn *work, void *context,
                          dti_error **error);

/* Goes through the components of a block of n rows, tile by tile: rows [at, at + n) of the block.
 * DTI_E_VALUE if the work says false. */
typedef bool dti__tile_fn(struct dti__batch *batch, const struct dti__part *part, size_t at,
                          size_t n, void *context);
dti_status dti__batch_tiles(struct dti__batch *batch, size_t n, dti__tile_fn *work, void *context);

/* The sums of a weighted index for n rows, from those of its parts; and those of a node that no
 * column tells anything of. */
void dti__tally_weigh(const struct dti__batch *batch, size_t index, size_t n);
void dti__tally_absent(const struct dti__node *node, struct dti__tally *tally, size_t n);

/* Fills *error with the first value of the pass that is refused, by input and row. */
dti_status dti__batch_fault(const struct dti__batch *batch, dti_error **error);

#endif
