/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Figures gathered to be reconciled: what they speak of (unknowns), what they say (figures), and
 * what ties them (identities). Gatherers fill it, one per kind of document; reconciling turns it
 * into a system. */
#ifndef DTI_ANALYSE_FIGURES_H
#define DTI_ANALYSE_FIGURES_H

#include "analyse/system.h"
#include "base/arena.h"
#include "base/wide.h"
#include "model/framework.h"

#include <dti/reconcile.h>

/* What an unknown is. Amounts are in 10^-9 of a point, rank, share (1 is all) or thing. */
enum dti__about {
    DTI__ABOUT_POINTS,       /* of a node of a unit in a year */
    DTI__ABOUT_SHARE,        /* what the rule of a component reads: part ÷ whole, or a quantity */
    DTI__ABOUT_RANK,         /* of a node of a unit in a year; with a group: within it */
    DTI__ABOUT_RANK_CHANGE,  /* old minus new */
    DTI__ABOUT_VALUE_CHANGE, /* new minus old, as a share of the maximum */
    DTI__ABOUT_MEAN,         /* points of a node, over all units */
    DTI__ABOUT_MEAN_CHANGE,
    DTI__ABOUT_COUNT,  /* of things, see detail */
    DTI__ABOUT_INPUT,  /* an input of a dossier; node is the input */
    DTI__ABOUT_TARGET, /* a share of a target; node is the target */
    DTI__ABOUT_FACT,   /* 1 if something is so, such as that a component is below its maximum */
};

/* Two figures speak of one thing if all of this is equal. Texts are compared; NULL is "". */
struct dti__subject_of {
    enum dti__about about;
    const char *unit;  /* id; "" for all units */
    const char *group; /* within which ranks count: id, or ""; of a target: id of the document */
    size_t node;       /* DTI_NONE: none */
    int32_t year;
    int32_t against; /* the other year of a change; else 0 */
    uint32_t detail; /* counts: what is counted (enum dti__counts, in the low 8 bits: above them
                        `some` counts are told apart); facts: likewise, whether it counts; else 0 */
};

struct dti__unknown {
    struct dti__subject_of of;
    struct dti__span limits; /* by nature: 0 and the maximum, 1 and the number of units */
};

/* One printed figure, input or assumption: what could be wrong. */
struct dti__said {
    size_t unknown;        /* DTI_NONE: it is no figure but an assumption, such as a rule */
    struct dti__span span; /* right to its last digit; half-up: the upper end is 10^-9 less */
    dti_quantity_kind quantity;
    const char *text; /* as printed; "" for an assumption */
    const char *unit; /* id */
    struct dti__text2 unit_names;
    struct dti__text2 name;   /* what it speaks of, if that is neither node nor input: a target */
    struct dti__text2 source; /* title; vi may be NULL */
    const char *place;        /* NULL: not said */
    struct dti__text2 note;
    size_t node;  /* DTI_NONE: none */
    size_t input; /* of the framework; DTI_NONE: no input */
    int32_t year;
    int32_t against;
    bool is_assumed;
    int part; /* of an assumption: DTI_PART_RULE, or DTI_PART_MAX_POINTS: the maxima of the
                 node's components */
    bool is_calculated; /* printed, but made of others: a change, a percentage, a count, a value
                           beside points */
    bool is_concluded;  /* printed of an unnamed part of something; only this can be it */
};

/* Ties unknowns, as in a system, where needs are figures instead of suspects: those it needs
 * besides the ones that claim its unknowns. Holds while all of them are right. */
struct dti__identity {
    dti_identity kind;
    const struct dti__addend *terms;
    size_t term_count;
    struct dti__span span;
    const size_t *needs; /* figures */
    size_t need_count;
    bool is_soft;
    bool is_structure; /* of use to the system only, and not told: facts behind a count */
    size_t node;       /* it speaks of; DTI_NONE: none */
    size_t subject;    /* the term whose unknown is held against the others: its index;
                          DTI_NONE: none, as for clashes */
    const char *unit;  /* id; "" */
    struct dti__text2 unit_names;
    int32_t year;
    dti_verdict remark; /* INCOMPLETE and IMPLAUSIBLE are said by who finds it, UNCONFIRMED by
                           nobody; else DTI_VERDICT_HOLDS */
    struct dti__span
        stated; /* for remarks: what is stated and what would be expected; else empty */
    struct dti__span expected;
};

struct dti__figure_index { /* open hash table: index + 1, 0 is empty */
    uint32_t *slots;
    size_t slot_count; /* a power of two, or 0 */
};

#define DTI__MOST_GATHERED ((size_t)1000000) /* unknowns, figures, identities: each of them */

struct dti_figures {
    dti_allocator allocator;
    struct dti__arena arena; /* what the lists hold */
    dti_framework *framework;
    struct dti__unknown *unknowns;
    size_t unknown_count, unknown_capacity;
    struct dti__said *said;
    size_t said_count, said_capacity;
    struct dti__figure_index unknown_lookup;
    struct dti__figure_index said_lookup;
    struct dti__identity *identities;
    size_t identity_count, identity_capacity;
    bool is_out_of_memory; /* sticky, as that of a buffer: gatherers look once at their end */
    bool is_too_large;     /* likewise: DTI_E_LIMIT */
};

static inline bool dti__figures_are_broken(const dti_figures *figures)
{
    return figures->is_out_of_memory || figures->is_too_large;
}

/* A gatherer begins with a mark and ends by settling: once out of memory or too large, all that
 * came after the mark is taken back, and the failure is told. In between the calls below do nothing
 * once that has happened and give DTI_NONE, which they take as well. */
struct dti__figures_mark {
    size_t unknowns, said, identities;
};
struct dti__figures_mark dti__figures_begin(const dti_figures *figures);
dti_status dti__figures_settle(dti_figures *figures, struct dti__figures_mark mark,
                               dti_error **error);
/* The same figures, in memory of their own, to be freed with dti_figures_free(); NULL when out of
 * memory. */
dti_figures *dti__figures_copy(const dti_figures *figures, const dti_allocator *allocator);

/* The unknown of a subject, made with these limits if there is none (limits of an existing one are
 * narrowed to both: they are true by nature, whatever figures say). Texts are copied. */
size_t dti__figures_unknown(dti_figures *figures, const struct dti__subject_of *of,
                            struct dti__span limits);
/* Finds it; DTI_NONE: there is none. */
size_t dti__figures_find(const dti_figures *figures, const struct dti__subject_of *of);
/* The points of a node of a unit, 0 to the maximum of the node. */
size_t dti__figures_points(dti_figures *figures, const char *unit, int32_t year, size_t node);
/* Adds a figure; texts are copied. A second one that is equal in unknown, text, source and place is
 * not added again. Gives its index. */
size_t dti__figures_say(dti_figures *figures, const struct dti__said *said);
/* The first figure that claims an unknown; DTI_NONE: none. */
size_t dti__figures_first(const dti_figures *figures, size_t unknown);
/* Adds an identity; all is copied. */
void dti__figures_tie(dti_figures *figures, const struct dti__identity *identity);

/* The interval of a printed amount with so many decimals, half-up: [a − half, a + half − 1]; of a
 * negative one the other way round, of 0 without both ends. An exact one (decimals of 9 and more)
 * is a point. */
struct dti__span dti__span_of(int64_t amount, int64_t decimals);
/* The same × by ÷ over, both above 0: what a printed value says of points (maximum ÷ DTI_POINT),
 * whose upper end is the last before the printed value would be another. False when it does not
 * fit. */
bool dti__span_printed(int64_t amount, int64_t decimals, int64_t by, int64_t over,
                       struct dti__span *out);
/* The same of points or a value that stand somewhere as a text: who drops zeros at the end ("8" for
 * 8.00) and prints 0.003 all the same means exactly nothing by "0". */
bool dti__span_stated(const char *text, int64_t amount, int64_t decimals, int64_t by, int64_t over,
                      struct dti__span *out);
/* What a printed difference says: it may be that of rounded figures, and then one unit in the last
 * place off either way. */
struct dti__span dti__span_of_difference(int64_t amount, int64_t decimals);
/* The interval × by ÷ over, outward to whole numbers; false when it does not fit, or over is 0. */
bool dti__span_scale(struct dti__span span, int64_t by, int64_t over, struct dti__span *out);

/* Called once by dti_reconcile() on its own copy of all that was gathered: identities that
 * arise between documents (sums of indices, changes between years, ranks and amounts, means,
 * limits, what is usual). Each gatherer file has its part. */
void dti__figures_tie_indices(dti_figures *figures);   /* figures-sums.c: parts and sums, REST */
void dti__figures_tie_changes(dti_figures *figures);   /* figures-change.c */
void dti__figures_tie_ranks(dti_figures *figures);     /* figures-ranks.c: TIES, ORDER */
void dti__figures_tie_means(dti_figures *figures);     /* figures-mean.c */
void dti__figures_tie_headlines(dti_figures *figures); /* figures-parts.c: LIMIT, USUAL */

/* Solved from the printed indices of one unit: see dti_reconciliation_part_count(). */
struct dti__solved_part {
    const char *unit;
    int32_t year;
    size_t *nodes;
    size_t node_count;
    struct dti__span range;
    int64_t max_points;
};
/* Gives them in the arena of the figures; false when out of memory. */
bool dti__figures_parts(dti_figures *figures, struct dti__solved_part **out, size_t *count);

/* Indices whose figures cannot be theirs, but could be the values of the main indicators that each
 * of them alone contains besides the overall index: press items mix "chính quyền số" (the pillar)
 * and "hoạt động chính quyền số" (the main indicator). */
struct dti__other_reading {
    const char *unit;
    int32_t year;
    const size_t *indices;
    const size_t *mains; /* one per index */
    size_t count;
    struct dti__solved_part
        rest; /* what the overall index then leaves for all others; within limits */
};
/* Gives them in the arena of the figures; false when out of memory. */
bool dti__figures_readings(dti_figures *figures, struct dti__other_reading **out, size_t *count);

#endif
