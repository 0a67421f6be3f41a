/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* A reconciliation in memory: its own copy of the figures, the suspects that they are, verdicts,
 * problems and repairs. Immutable once it is made. */
#ifndef DTI_ANALYSE_RECONCILE_H
#define DTI_ANALYSE_RECONCILE_H

#include "analyse/effort.h"
#include "analyse/figures.h"

#include <stdatomic.h>

/* Figures of one unknown that can be right together, or one assumption: what is wrong or right as a
 * whole. */
struct dti__suspect {
    size_t unknown;        /* DTI_NONE: an assumption */
    struct dti__span span; /* what all its figures allow */
    size_t *figures;       /* printed ones before calculated ones */
    size_t figure_count;
};

struct dti__tied { /* an identity, and whether it holds */
    struct dti__identity is;
    dti_verdict verdict;
    size_t *suspects; /* those it needs, those that claim its unknowns; each once */
    size_t suspect_count;
    size_t *figures; /* of the suspects; each once */
    size_t figure_count;
    struct dti__span stated; /* none: low > high */
    struct dti__span expected;
};

/* What speaks for and against a suspect of a repair. */
enum dti__reason {
    DTI__REASON_ASSUMED = 1 << 0,     /* nobody printed it */
    DTI__REASON_RULE = 1 << 1,        /* its rule gives another figure */
    DTI__REASON_CUT = 1 << 2,         /* it would be right if it was cut, not rounded */
    DTI__REASON_WON = 1 << 3,         /* corrected, its components confirm it */
    DTI__REASON_UNCONFIRMED = 1 << 4, /* its components confirm neither */
    DTI__REASON_CONFIRMED = 1 << 5,   /* its components confirm it as it is: against */
    DTI__REASON_CALCULATED = 1 << 6,
    DTI__REASON_ONE_PLACE = 1 << 7,
    DTI__REASON_PLACES = 1 << 8, /* it stands in several places: against */
};

struct dti__correction { /* of one suspect */
    size_t suspect;
    size_t node;            /* of its first figure */
    struct dti__span range; /* none: low > high */
    bool is_loose; /* the range holds what is printed too: ties that need the figure fall with it,
                      and do not say what it should be instead */
    bool may_stay; /* what is printed is itself possible, not only within the range */
    uint32_t reasons;
};

struct dti__remedy { /* a repair */
    struct dti__correction corrections[DTI__MOST_SUSPECTS_OF_REPAIR];
    size_t size;
    size_t loose; /* how many of them are; and so on */
    size_t assumed;
    size_t calculated;
    size_t places;
    int64_t soft; /* soft ties lost − won */
};

struct dti__trouble { /* a problem */
    size_t *identities;
    size_t identity_count;
    struct dti__remedy *remedies;
    size_t remedy_count;
    size_t *conflict; /* suspects */
    size_t conflict_size;
    bool is_complete;
    size_t node; /* that decides how important it is; DTI_NONE: none */
    int32_t year;
    const char *unit;
};

struct dti_reconciliation {
    atomic_uint_least32_t references;
    struct dti__arena arena;
    dti_figures *figures;
    struct dti__suspect *suspects; /* by unknown, then assumptions */
    size_t suspect_count;
    size_t *suspect_of;  /* by figure */
    size_t *first_claim; /* by unknown, and one beyond: its suspects are [first, next) */
    struct dti__tied *identities;
    size_t identity_count;
    struct dti__trouble *problems;
    size_t problem_count;
    struct dti__solved_part *parts;
    size_t part_count;
    struct dti__other_reading *readings;
    size_t reading_count;
    uint32_t most;
    struct dti__watch *watch; /* while it is made; NULL: nobody looks on */
    const char *home; /* the unit whose components are listed, if it is only one: goes without
                         saying; NULL: none */
    int32_t home_year;
    bool has_units; /* several: sentences say whose figures they are */
    bool has_years;
};

/* For each of three: what is wrong, problem by problem, their repairs. A few hundred figures in
 * conflict need less; a second or so of a usual machine. */
#define DTI__RECONCILE_EFFORT UINT64_C(1000000000)
/* Problems that are told one by one; what else is wrong is one more, in the lump. */
#define DTI__MOST_PROBLEMS ((size_t)200)

/* reconcile-suspects.c: groups the figures. False when out of memory; so below. */
bool dti__reconcile_suspects(dti_reconciliation *found);
/* The hull of what is claimed of an unknown, of what is calculated only if nothing else is; its
 * limits if nothing is claimed. */
struct dti__span dti__reconcile_claim(const dti_reconciliation *found, size_t unknown);
bool dti__reconcile_is_claimed(const dti_reconciliation *found, size_t unknown);
/* Names of a unit, if a figure says them. */
struct dti__text2 dti__reconcile_unit_names(const dti_reconciliation *found, const char *unit);

/* reconcile-verdicts.c: lists the identities with their verdicts, those of one quantity included.
 */
bool dti__reconcile_verdicts(dti_reconciliation *found);
/* True if a violated identity can hold by itself once these suspects are freed; is_freed has an
 * entry per suspect. */
bool dti__reconcile_mends(const dti_reconciliation *found, const struct dti__tied *tied,
                          const bool *is_freed);

/* reconcile-system.c: the figures as a system, in the arena given: a tie for each suspect, then one
 * for each identity of the figures; what is only remarked on is a soft tie without terms. */
bool dti__reconcile_system(const dti_reconciliation *found, struct dti__arena *arena,
                           struct dti__system *system);

/* reconcile-split.c: the diagnosis with a problem for each figure that its smallest repair
 * corrects: told one by one, where the solver leaves those together whose alternatives exclude each
 * other. */
struct dti__told_apart {
    struct dti__diagnosis *parts; /* each to be released */
    size_t part_count;
    const struct dti__problem **problems;
    bool **is_freed; /* by problem and suspect: what repairs the others */
    size_t problem_count;
};
bool dti__reconcile_split(dti_reconciliation *found, const struct dti__system *system,
                          const struct dti__diagnosis *diagnosis, struct dti__arena *arena,
                          struct dti__told_apart *out);

/* reconcile-problems.c: what the diagnosis says, sorted by importance. */
bool dti__reconcile_problems(dti_reconciliation *found, const struct dti__system *system,
                             const struct dti__told_apart *apart);

/* reconcile-ranges.c: what each suspect of a repair would have to be; is_possible: whether that is
 * anything at all, in whole numbers. is_freed: what repairs the other problems. */
bool dti__reconcile_ranges(const dti_reconciliation *found, const struct dti__system *system,
                           bool *is_freed, struct dti__remedy *remedy, bool *is_possible);

/* True if nothing but the order of codes puts one repair before another: nor other reasons. */
bool dti__reconcile_is_tied(const struct dti__remedy *a, const struct dti__remedy *b);
/* reconcile-repairs.c: the repairs of a problem with their ranges and reasons, most suspect first.
 * is_freed: what repairs the other problems. */
bool dti__reconcile_repairs(dti_reconciliation *found, struct dti__trouble *trouble,
                            const struct dti__problem *problem, const struct dti__system *system,
                            bool *is_freed);

#endif
