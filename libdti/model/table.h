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
    int64_t within;   /* how far off it may be, in 10^-9 point; 0: half of its last decimal */
    size_t group;     /* of the register; DTI_NONE: all units */
    int provenance;   /* dti_provenance */
    const char *source;
    const char *place;
    struct dti__text2 note;
    const char *pointer; /* in the document; NULL: made by a builder */
};

struct dti__table_cell {
    int64_t points;
    int64_t half;       /* rounding: the true points lie within points ± half */
    uint32_t rank;      /* printed; 0: none */
    uint8_t basis;      /* dti_basis: NONE, POINTS or PRINTED; ranks do not count here */
    uint8_t provenance; /* dti_provenance */
};

struct dti__table_row {
    size_t unit;                   /* entry of the register */
    struct dti__table_cell *cells; /* one per node */
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
    bool is_ranked_by_group; /* printed ranks are those within the groups of the register */
    struct dti__source *sources;
    size_t source_count;
    struct dti__table_row *rows;
    size_t row_count;
    size_t *row_of;               /* one per entry of the register; DTI_NONE: no row */
    struct dti__printed *figures; /* about all units, or a group */
    size_t figure_count;
    struct dti__text2 note;
    dti_table *origin;      /* whose texts a derived table borrows; NULL: its own */
    _Atomic(char *) digest; /* made by malloc() when first asked for, else NULL */
};

/* A table without rows, with one reference; NULL when out of memory. Filled by whoever makes it,
 * then finished. Its id, version and numbering are never NULL. */
dti_table *dti__table_new(const dti_framework *framework, const dti_units *units,
                          const dti_allocator *allocator);

/* Fills the cells from the figures (rows without cells get them) and checks all that spans more
 * than one of them. Rows have units, figures have nodes. Cells that have an amount already (of
 * results, of a merger) keep it. Faults go into the report. DTI_E_NOMEM or DTI_OK; whether it is
 * usable, the report says. */
dti_status dti__table_finish(dti_table *table, dti_report *report);

/* Reads the text of a figure of a row and puts it into its cell; or reports what is wrong with it.
 * With out_of 0 ranks may be as large as they like. */
bool dti__table_enter(const dti_table *table, struct dti__table_row *row,
                      struct dti__printed *figure, dti_report *report);

/* Points and half width of a figure that is a value or points; basis and provenance with them.
 * False for other figures. */
bool dti__printed_amount(const dti_table *table, const struct dti__printed *figure,
                         struct dti__table_cell *cell);

/* The parts of that: reads the text; whether an amount lies between 0 and the maximum, as far as
 * its last decimal can tell; that a figure comes second. Faults go into the report. */
bool dti__printed_read(struct dti__printed *figure, dti_report *report);
bool dti__printed_is_possible(const dti_table *table, struct dti__arg whose,
                              const struct dti__printed *figure, dti_report *report);
bool dti__table_refuse_second(const dti_table *table, const struct dti__table_row *row,
                              const struct dti__printed *figure, const char *first,
                              dti_report *report);

/* What the printed parts of a unit and the printed indices say of each other: sums that do not come
 * out are warnings, figures that cannot be are errors. False when out of memory. */
bool dti__table_check_parts(dti_table *table, dti_report *report);

/* Whether the printed ranks of a node can all be right. False when out of memory. */
bool dti__table_check_ranks(const dti_table *table, dti_report *report);

/* What documents call a basis, in the order of dti_basis. */
extern const char *const dti__basis_words[];

/* The titles of a source of the table, or of its framework, by id; NULL: there is none, or no id.
 */
const struct dti__text2 *dti__table_source(const dti_table *table, const char *id);

/* What a unit and a node are called, as arguments. */
struct dti__arg dti__table_unit_arg(const dti_table *table, size_t entry);
struct dti__arg dti__table_node_arg(const dti_table *table, size_t node);

/* The builder's draft is a table that is never finished; the cells of its rows are filled as
 * figures come. */
struct dti_table_builder {
    dti_table *draft;
    dti_allocator allocator;
    uint32_t out_of; /* 0: not said */
};

/* The row of a unit (an id such as "gso:49") in the draft, made if there is none. DTI_E_NOT_FOUND
 * if there is no such unit on the day of the table. */
dti_status dti__table_builder_row(dti_table_builder *builder, const char *unit,
                                  struct dti__table_row **row, dti_error **error);
/* Puts exact points into a cell of that row. */
dti_status dti__table_builder_points(dti_table_builder *builder, struct dti__table_row *row,
                                     size_t node, int64_t points, dti_provenance provenance,
                                     dti_error **error);

#endif
