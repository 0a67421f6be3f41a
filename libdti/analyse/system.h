/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* A system of unknowns, each within limits, and of ties between them, most of which hold only as
 * far as certain suspects are right. Knows nothing of indicators: whole numbers only. */
#ifndef DTI_ANALYSE_SYSTEM_H
#define DTI_ANALYSE_SYSTEM_H

#include "analyse/effort.h"

#include <dti/alloc.h>
#include <dti/base.h>

#include <stdbool.h>

struct dti__span { /* low ≤ x ≤ high; none if low > high */
    int64_t low;
    int64_t high;
};

static inline bool dti__span_is_empty(struct dti__span span)
{
    return span.low > span.high;
}

static inline bool dti__span_meets(struct dti__span a, struct dti__span b)
{
    return a.low <= b.high && b.low <= a.high;
}

#define DTI__SPAN_NONE ((struct dti__span){1, 0})

struct dti__addend {
    size_t unknown;
    int64_t factor; /* not 0 */
};

/* low ≤ Σ factor × unknown ≤ high, if all its needs are right. Without terms: it is false when all
 * its needs are right (a clash). With one term: a claim about one unknown. */
struct dti__tie {
    const struct dti__addend *terms;
    size_t term_count;
    int64_t low;
    int64_t high;
    const size_t *needs; /* suspects; none: it always holds */
    size_t need_count;
    bool is_soft; /* not required; whether it could hold speaks for or against a repair */
};

struct dti__system {
    const struct dti__span *limits; /* of the unknowns, by nature */
    size_t unknown_count;
    const struct dti__tie *ties;
    size_t tie_count;
    size_t suspect_count;
    struct dti__effort *effort; /* for all questions about it; NULL: without end */
};

enum dti__possible {
    DTI__POSSIBLE_NO,
    DTI__POSSIBLE_YES,
    DTI__POSSIBLE_UNKNOWN, /* too large to be decided exactly, or the effort is spent */
    DTI__POSSIBLE_NOMEM,
};

/* Whether all ties can hold together that need none of the freed suspects; is_freed has an entry
 * per suspect. Exact: over real numbers between whole-numbered limits. */
enum dti__possible dti__system_holds(const struct dti__system *system, const bool *is_freed,
                                     const dti_allocator *allocator);

/* Whether a soft tie could hold as well, beside whatever has to do with its unknowns; what is wrong
 * elsewhere does not count. YES if one of its needs is freed. */
enum dti__possible dti__system_allows(const struct dti__system *system, const bool *is_freed,
                                      size_t tie, const dti_allocator *allocator);

/* The values that an unknown can have then, outward to whole numbers; YES and a span, or another
 * answer. Exact. What is wrong where the unknown has no part does not count here either. */
enum dti__possible dti__system_range(const struct dti__system *system, const bool *is_freed,
                                     size_t unknown, const dti_allocator *allocator,
                                     struct dti__span *out);

#define DTI__MOST_SUSPECTS_OF_REPAIR 3

struct dti__repair {
    size_t suspects[DTI__MOST_SUSPECTS_OF_REPAIR]; /* ascending */
    size_t size;
};

/* One problem: conflicts that stand apart from all others. Where one suspect could explain each of
 * two, any such choice for the one goes with any for the other; otherwise they are one problem, as
 * long as repairs of the size asked for could solve it. */
struct dti__problem {
    struct dti__repair *repairs; /* all minimal sets up to the size asked for that repair it, the
                                    other problems being repaired by what of `freed` is theirs; by
                                    size, then by suspects */
    size_t repair_count;
    size_t *conflict; /* suspects that cannot all be right, none of which can be left out, the other
                         problems being repaired: the smallest such set met. Empty: ties that need
                         no suspect contradict each other, and there are no repairs */
    size_t conflict_size;
    size_t *freed; /* those of the diagnosis that are its own */
    size_t freed_count;
    bool is_complete; /* all repairs of up to that size are there */
};

struct dti__diagnosis {
    struct dti__problem *problems;
    size_t problem_count;
    size_t *freed; /* one smallest set of suspects that repairs everything; ascending */
    size_t freed_count;
    bool is_exact;    /* false: something was too large to be decided and counts as possible */
    size_t questions; /* that had to be solved: a measure of the work */
};

/* Finds what is wrong. Suspects that no repair may touch do not exist: leave them out of the needs.
 * DTI_OK or DTI_E_NOMEM; the diagnosis is then empty. */
dti_status dti__system_diagnose(const struct dti__system *system, size_t most,
                                const dti_allocator *allocator, struct dti__diagnosis *out);
void dti__diagnosis_release(struct dti__diagnosis *diagnosis, const dti_allocator *allocator);

#endif
