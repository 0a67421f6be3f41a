/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Problems of a component: which members of its smallest repair can be replaced independently of
 * each other, and by what. */
#ifndef DTI_ANALYSE_PROBLEMS_H
#define DTI_ANALYSE_PROBLEMS_H

#include "analyse/repairs.h"

struct dti__problems {
    struct dti__component *component;
    size_t most;           /* members of a repair */
    const uint64_t *freed; /* the smallest repair, whole */
    size_t *members;       /* the same as a list */
    size_t member_count;
    size_t *groups;            /* by member: the first of those that make one problem with it */
    struct dti__family *lists; /* by group: repairs, all members of others being freed */
    bool *is_listed;           /* by group: those are all */
    uint64_t *base;
};

/* All is made in the arena of the component. False when out of memory. */
bool dti__problems_find(struct dti__problems *problems, struct dti__component *component,
                        const uint64_t *freed, size_t most);
/* Sets base to the smallest repair without the members of a group. */
void dti__problems_set_base(struct dti__problems *problems, size_t group);

#endif
