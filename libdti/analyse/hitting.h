/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Hitting sets: the fewest members that have a part in each of some sets. */
#ifndef DTI_ANALYSE_HITTING_H
#define DTI_ANALYSE_HITTING_H

#include "analyse/effort.h"
#include "analyse/sets.h"
#include "base/arena.h"

struct dti__hitting {
    uint64_t *const *sets; /* none of them empty */
    size_t count;
    size_t members;             /* numbers below this */
    struct dti__effort *effort; /* NULL: without end */
};

enum dti__hit {
    DTI__HIT_SMALLEST,
    DTI__HIT_SMALL, /* perhaps not the smallest: there was too much to try */
    DTI__HIT_NOMEM,
};

/* Writes to `out`. Room to work is taken from the arena. */
enum dti__hit dti__hitting_find(const struct dti__hitting *hitting, struct dti__arena *arena,
                                uint64_t *out);

/* Whether more than `most` of the sets that miss `chosen` have no member in common, members of
 * `refused` (may be NULL) not counting: then more than so many members have to be added. `room` is
 * a set to work in. */
bool dti__hitting_needs_more(const struct dti__hitting *hitting, const uint64_t *chosen,
                             const uint64_t *refused, size_t most, uint64_t *room);
/* The set with fewest members not refused that misses `chosen`; hitting->count if none does. */
size_t dti__hitting_missed(const struct dti__hitting *hitting, const uint64_t *chosen,
                           const uint64_t *refused);

#endif
