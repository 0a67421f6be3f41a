/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Effort: how much may still be spent on questions. It counts steps of the work and never time, so
 * that the same figures give the same answer on every machine. */
#ifndef DTI_ANALYSE_EFFORT_H
#define DTI_ANALYSE_EFFORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Who looks on and may call a halt. Nothing that is found depends on it, unless it does. */
struct dti__watch {
    int (*progress)(void *context, uint64_t done, uint64_t total);
    void *context;
    uint64_t done;
    uint64_t next; /* that it is asked at */
    uint64_t total;
    bool is_cancelled;
};

/* Ten milliseconds or so of a usual machine. */
#define DTI__STEPS_UNWATCHED UINT64_C(10000000)

struct dti__effort {
    uint64_t left;
    struct dti__watch *watch; /* NULL: nobody */
};

/* False once it has called a halt. */
static inline bool dti__watch_lets(struct dti__watch *watch, uint64_t steps)
{
    const uint64_t open = watch->total - watch->done;
    watch->done += steps < open ? steps : open;
    if (watch->done < watch->next || watch->is_cancelled)
        return !watch->is_cancelled;
    watch->next = watch->done + DTI__STEPS_UNWATCHED;
    watch->is_cancelled = watch->progress(watch->context, watch->done, watch->total) != 0;
    return !watch->is_cancelled;
}

/* Pointers to it may be NULL: there is no end then. */
static inline bool dti__effort_is_spent(const struct dti__effort *effort)
{
    return effort && (effort->left == 0 || (effort->watch && effort->watch->is_cancelled));
}

/* False once all is spent, or who looks on wants no more: all ends as early then. */
static inline bool dti__effort_spend(struct dti__effort *effort, uint64_t steps)
{
    if (!effort)
        return true;
    effort->left = effort->left > steps ? effort->left - steps : 0;
    if (effort->watch && !dti__watch_lets(effort->watch, steps))
        effort->left = 0;
    return effort->left > 0;
}

#define DTI__MOST_SHARES 4

/* What the next one of `count` may spend, so that something is left for the others. Nearly all need
 * very little; a few of many may need a good part of it, and get it. What it leaves is to be given
 * back. */
static inline struct dti__effort dti__effort_share(struct dti__effort *effort, size_t count)
{
    const size_t shares = count < DTI__MOST_SHARES ? count : DTI__MOST_SHARES;
    const struct dti__effort share = {effort->left / (shares > 0 ? shares : 1), effort->watch};
    effort->left -= share.left;
    return share;
}

static inline void dti__effort_give_back(struct dti__effort *effort, struct dti__effort share)
{
    effort->left += share.left;
}

#endif
