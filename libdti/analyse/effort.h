/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Effort: how much may still be spent on questions. It counts steps of the work and never time, so
 * that the same figures give the same answer on every machine. */
#ifndef DTI_ANALYSE_EFFORT_H
#define DTI_ANALYSE_EFFORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct dti__effort {
    uint64_t left;
};

/* Pointers to it may be NULL: there is no end then. */
static inline bool dti__effort_is_spent(const struct dti__effort *effort)
{
    return effort && effort->left == 0;
}

/* False once all is spent. */
static inline bool dti__effort_spend(struct dti__effort *effort, uint64_t steps)
{
    if (!effort)
        return true;
    effort->left = effort->left > steps ? effort->left - steps : 0;
    return effort->left > 0;
}

#define DTI__MOST_SHARES 6

/* What the next one of `count` may spend, so that something is left for the others. Nearly all need
 * very little; a few of many may need a good part of it, and get it. What it leaves is to be given
 * back. */
static inline struct dti__effort dti__effort_share(struct dti__effort *effort, size_t count)
{
    const size_t shares = count < DTI__MOST_SHARES ? count : DTI__MOST_SHARES;
    const struct dti__effort share = {effort->left / (shares > 0 ? shares : 1)};
    effort->left -= share.left;
    return share;
}

static inline void dti__effort_give_back(struct dti__effort *effort, struct dti__effort share)
{
    effort->left += share.left;
}

#endif
