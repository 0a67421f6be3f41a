/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The table in memory: a row per unit, a cell per node, and the printed figures they were made of.
 */
#ifndef DTI_MODEL_TABLE_H
#define DTI_MODEL_TABLE_H

#include "base/arena.h"
#include "base/date.h"
#include "base/sha256.h"
#include "model/framework.h"

#include <dti/table.h>

enum dti__printed_subject { /* whom a figure of the table's own speaks of */
    DTI__PRINTED_UNIT,      /* a row's */
    DTI__PRINTED_MEAN,
    DTI__PRINTED_COUNT_ABOVE_MEAN,
    DTI__PRINTED_LEAST,
    DTI__PRINTED_MOST,
};

struct dti__printed { /* a figure as printed */
    size_t node;
    int quantity; /* dti_quantity_kind */
    int of;       /* of a difference: DTI_QUANTITY_RANK or DTI_QUANTITY_VALUE */
    int64_t against;
    int subject; /* enum dti__printed_subject */
    const char *text;
    int64_t amount;   /* 10^-9 */
    int64_t decimals; /* precision meant; -1 until finished: as printed */
    size_t group;     /* of the register; DTI_NONE: all units */
    int provenance;   /* dti_provenance */
    const char *source;
    const char *place;
    struct dti__text2 note;
    const char *pointer; /* in the document; NULL: made by a builder */
};

struct dti__cell {
    int64_t points;
    int64_t half;       /* rounding: the true points lie within points ± half */
    uint32_t rank;      /* printed; 0: none */
    uint8_t basis;      /* dti_basis: NONE, POINTS or PRINTED; ranks do not count here */
    uint8_t provenance; /* dti_provenance */
};

struct dti__row {
    size_t unit;             /* entry of the register */
    struct dti__cell *cells; /* one per node */
    struct dti__printed *figures;
    size_t figure_count;
};

struct dti_table {
    atomic_uint_least32_t references;
    struct dti__arena arena;
    dti_framework *framework;
    dti_units *units;
    const char *id;
    const char *version;
    struct dti__text2 titles;
    const char *numbering;
    int32_t year;
    char day[11];
    char published[11]; /* "" if not said */
    uint32_t out_of;    /* 0 until finished: the number of rows */
    bool is_derived;
    struct dti__source *sources;
    size_t source_count;
    struct dti__row *rows;
    size_t row_count;
    size_t *row_of;               /* one per entry of the register; DTI_NONE: no row */
    struct dti__printed *figures; /* about all units, or a group */
    size_t figure_count;
    struct dti__text2 note;
    _Atomic(char *) digest; /* made by malloc() when first asked for, else NULL */
};

/* A table without rows, with one reference; NULL when out of memory. Filled by whoever makes it,
 * then finished. */
dti_table *dti__table_new(const dti_framework *framework, const dti_units *units,
                          const dti_allocator *allocator);

/* Fills the cells from the figures and checks all that spans more than one of them. Cells that have
 * exact points already (of results, of a merger) keep them. Faults go into the report. DTI_E_NOMEM
 * or DTI_OK; whether it is usable, the report says. */
dti_status dti__table_finish(dti_table *table, dti_report *report);

#endif
