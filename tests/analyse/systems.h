/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Systems made by hand: unknowns and ties are added one by one, suspects counted on the way. */
#ifndef TESTS_ANALYSE_SYSTEMS_H
#define TESTS_ANALYSE_SYSTEMS_H

#include "analyse/system.h"
#include "base/mem.h"
#include "support.h"

#include <stdlib.h>
#include <string.h>

#define SYSTEM_ROOM 4096
#define POINT       INT64_C(1000000000)

struct made {
    struct dti__system system;
    struct dti__span limits[SYSTEM_ROOM];
    struct dti__tie ties[SYSTEM_ROOM];
    struct dti__addend terms[4 * SYSTEM_ROOM];
    size_t term_count;
    size_t needs[SYSTEM_ROOM];
    size_t need_count;
    bool is_freed[SYSTEM_ROOM];
};

static inline struct made *made_new(void)
{
    struct made *made = calloc(1, sizeof *made);
    ck_assert_ptr_nonnull(made);
    made->system.limits = made->limits;
    made->system.ties = made->ties;
    return made;
}

static inline size_t made_unknown(struct made *made, int64_t low, int64_t high)
{
    made->limits[made->system.unknown_count] = (struct dti__span){low, high};
    return made->system.unknown_count++;
}

/* A tie without terms and needs; those are added to the last one. */
static inline struct dti__tie *made_tie(struct made *made, int64_t low, int64_t high)
{
    struct dti__tie *tie = &made->ties[made->system.tie_count++];
    *tie = (struct dti__tie){.low = low, .high = high};
    tie->terms = &made->terms[made->term_count];
    tie->needs = &made->needs[made->need_count];
    return tie;
}

static inline void made_term(struct made *made, int64_t factor, size_t unknown)
{
    made->terms[made->term_count++] = (struct dti__addend){unknown, factor};
    made->ties[made->system.tie_count - 1].term_count++;
}

static inline void made_need(struct made *made, size_t suspect)
{
    made->needs[made->need_count++] = suspect;
    made->ties[made->system.tie_count - 1].need_count++;
    if (suspect >= made->system.suspect_count)
        made->system.suspect_count = suspect + 1;
}

/* A new suspect says that an unknown lies in a span. */
static inline size_t made_claim(struct made *made, size_t unknown, int64_t low, int64_t high)
{
    const size_t suspect = made->system.suspect_count;
    made_tie(made, low, high);
    made_term(made, 1, unknown);
    made_need(made, suspect);
    return suspect;
}

/* whole = parts[0] + … */
static inline void made_sum(struct made *made, size_t whole, const size_t *parts, size_t count)
{
    made_tie(made, 0, 0);
    made_term(made, -1, whole);
    for (size_t i = 0; i < count; i++)
        made_term(made, 1, parts[i]);
}

static inline enum dti__possible made_holds(const struct made *made)
{
    return dti__system_holds(&made->system, made->is_freed, &dti__malloc_allocator);
}

static inline enum dti__possible made_range(const struct made *made, size_t unknown,
                                            struct dti__span *out)
{
    return dti__system_range(&made->system, made->is_freed, unknown, &dti__malloc_allocator, out);
}

static inline struct dti__diagnosis made_diagnose(const struct made *made)
{
    struct dti__diagnosis diagnosis;
    ck_assert_int_eq(dti__system_diagnose(&made->system, DTI__MOST_SUSPECTS_OF_REPAIR,
                                          &dti__malloc_allocator, &diagnosis),
                     DTI_OK);
    return diagnosis;
}

#endif
