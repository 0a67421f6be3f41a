/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* A component of a system, and what is known of it: which of its suspects cannot all be right, and
 * which need only be freed for the rest to hold. Suspects have numbers of their own here. */
#ifndef DTI_ANALYSE_COMPONENT_H
#define DTI_ANALYSE_COMPONENT_H

#include "analyse/sets.h"
#include "analyse/simplex.h"
#include "analyse/split.h"

struct dti__force {  /* a tie, ready for the simplex */
    size_t variable; /* SIZE_MAX: a clash */
    struct dti__span span;
    uint64_t *needs;
};

struct dti__family { /* of sets of suspects */
    uint64_t **sets;
    size_t count;
    size_t capacity;
};

struct dti__component {
    struct dti__arena *arena;
    size_t *suspects; /* their numbers in the system, ascending */
    size_t suspect_count;
    size_t words; /* of a set */
    struct dti__force *forces;
    size_t force_count;
    struct dti__span *limits; /* by unknown here */
    int64_t *scales;          /* by unknown here: it counts in 1 ÷ so much */
    struct dti__simplex simplex;
    size_t *owners; /* by variable: the force behind its lower, then its upper bound */

    struct dti__family conflicts; /* found so far: sets that cannot all be right */
    struct dti__family remedies;  /* found so far: all can hold if at least these are freed */
    uint64_t *blame;              /* after a NO: suspects that cannot all be right */
    uint64_t *scratch;            /* of dti__component_learn() */
    uint64_t *trial;
    size_t solved;   /* questions that no known set answered */
    bool is_inexact; /* one of them was too large */
    bool is_too_large;
    struct dti__effort *effort; /* NULL: without end */
};

/* Made in the arena. False when out of memory. */
bool dti__component_open(struct dti__component *component, const struct dti__system *system,
                         const struct dti__split *split, size_t number, struct dti__arena *arena);
void dti__component_set_effort(struct dti__component *component, struct dti__effort *effort);
/* For sorting suspects by their numbers. */
int dti__suspect_order(const void *a, const void *b);
/* A new empty set; NULL when out of memory. */
uint64_t *dti__component_set(struct dti__component *component);

/* Whether all can hold with these suspects freed; never looks at what is known. */
enum dti__possible dti__component_solve(struct dti__component *component, const uint64_t *freed);
/* After a YES of that: the values that an unknown of the system can have. */
enum dti__possible dti__component_range(struct dti__component *component, size_t local_unknown,
                                        struct dti__span *out);

/* The same from what is known as far as possible. What is too large counts as possible. */
enum dti__possible dti__component_ask(struct dti__component *component, const uint64_t *freed);
/* After a NO of that: keeps what is to blame among the conflicts. NULL when out of memory. */
const uint64_t *dti__component_note(struct dti__component *component);
/* The same, first leaving out of it what can be left out. */
const uint64_t *dti__component_learn(struct dti__component *component);

/* Adds a copy of a set. False when out of memory. */
bool dti__family_add(struct dti__component *component, struct dti__family *family,
                     const uint64_t *set);

#endif
