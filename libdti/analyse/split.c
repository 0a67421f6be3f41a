/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
#include "analyse/split.h"

#include "base/wide.h"

#define COST_OF_TERM 8 /* of effort: two products of 128 bits are added */

struct splitting {
    const struct dti__system *system;
    const bool *is_freed;
    size_t asked;            /* an unknown */
    size_t wanted;           /* a tie */
    bool *is_active;         /* by tie: required, not freed, not redundant */
    struct dti__span *spans; /* by unknown, narrowest: all claims being right */
    struct dti__span *wide;  /* by unknown, widest: as far as no suspect can change it */
    size_t *uses;            /* by unknown: its terms in active ties other than claims */
    size_t *parents;         /* unknowns, then ties, then suspects */
    bool *is_doubtful;       /* by root */
    size_t *numbers;         /* by root: its component */
};

static bool set_up(struct splitting *splitting, struct dti__arena *arena)
{
    const struct dti__system *system = splitting->system;
    const size_t nodes = system->unknown_count + system->tie_count + system->suspect_count;
    splitting->is_active = dti__arena_array(arena, system->tie_count, sizeof(bool));
    splitting->spans = dti__arena_array(arena, system->unknown_count, sizeof(struct dti__span));
    splitting->wide = dti__arena_array(arena, system->unknown_count, sizeof(struct dti__span));
    splitting->uses = dti__arena_array(arena, system->unknown_count, sizeof(size_t));
    splitting->parents = dti__arena_array(arena, nodes, sizeof(size_t));
    splitting->is_doubtful = dti__arena_array(arena, nodes, sizeof(bool));
    splitting->numbers = dti__arena_array(arena, nodes, sizeof(size_t));
    return splitting->is_active && splitting->spans && splitting->wide && splitting->uses &&
           splitting->parents && splitting->is_doubtful && splitting->numbers;
}

/* ── ties that hold in any case ── */

static bool is_in_force(const struct splitting *splitting, size_t index)
{
    const struct dti__tie *tie = &splitting->system->ties[index];
    for (size_t i = 0; splitting->is_freed && i < tie->need_count; i++)
        if (splitting->is_freed[tie->needs[i]])
            return false;
    return !tie->is_soft || index == splitting->wanted;
}

static void narrow(struct dti__span *span, const struct dti__tie *tie)
{
    if (tie->low > span->low)
        span->low = tie->low;
    if (tie->high < span->high)
        span->high = tie->high;
}

static void read_ties(struct splitting *splitting)
{
    const struct dti__system *system = splitting->system;
    for (size_t i = 0; i < system->unknown_count; i++)
        splitting->spans[i] = splitting->wide[i] = system->limits[i];
    for (size_t i = 0; i < system->tie_count; i++) {
        const struct dti__tie *tie = &system->ties[i];
        splitting->is_active[i] = is_in_force(splitting, i);
        if (!splitting->is_active[i])
            continue;
        if (!dti__tie_is_claim(tie)) {
            for (size_t k = 0; k < tie->term_count; k++)
                splitting->uses[tie->terms[k].unknown]++;
            continue;
        }
        narrow(&splitting->spans[tie->terms[0].unknown], tie);
        if (splitting->is_freed || tie->need_count == 0)
            narrow(&splitting->wide[tie->terms[0].unknown], tie);
    }
}

/* Whatever its other unknowns are, those that stand nowhere else can make up for it. */
static bool is_redundant(const struct splitting *splitting, const struct dti__tie *tie)
{
    struct dti__wide above = {0, 0}; /* at the least, beyond its lower end */
    struct dti__wide below = {0, 0};
    if (tie->term_count == 0 || tie->low > tie->high || !dti__wide_sum(&above, -1, tie->low) ||
        !dti__wide_sum(&below, 1, tie->high))
        return false;
    for (size_t i = 0; i < tie->term_count; i++) {
        const size_t unknown = tie->terms[i].unknown;
        const int64_t factor = tie->terms[i].factor;
        const bool is_helper = splitting->uses[unknown] == 1 && unknown != splitting->asked &&
                               !dti__span_is_empty(splitting->spans[unknown]);
        const struct dti__span span =
            is_helper ? splitting->spans[unknown] : splitting->wide[unknown];
        const int64_t least = factor > 0 ? span.low : span.high;
        const int64_t most = factor > 0 ? span.high : span.low;
        if (dti__span_is_empty(span) || factor == INT64_MIN ||
            !dti__wide_sum(&above, factor, is_helper ? most : least) ||
            !dti__wide_sum(&below, -factor, is_helper ? least : most))
            return false;
    }
    return dti__wide_sign(above) >= 0 && dti__wide_sign(below) >= 0;
}

static void leave_out(struct splitting *splitting, size_t index)
{
    const struct dti__tie *tie = &splitting->system->ties[index];
    splitting->is_active[index] = false;
    for (size_t k = 0; k < tie->term_count; k++)
        splitting->uses[tie->terms[k].unknown]--;
}

/* Leaving one out can make another one redundant, along a chain of ties one after the other: so
 * they are gone through to and fro. Whatever is not left out for lack of effort does no harm. */
static void leave_out_redundant(struct splitting *splitting)
{
    const struct dti__system *system = splitting->system;
    const size_t count = system->tie_count;
    bool is_done = false;
    for (bool is_back = false; !is_done; is_back = !is_back) {
        is_done = true;
        for (size_t at = 0; at < count; at++) {
            const size_t i = is_back ? count - 1 - at : at;
            const struct dti__tie *tie = &system->ties[i];
            if (!splitting->is_active[i] || dti__tie_is_claim(tie))
                continue;
            if (!dti__effort_spend(system->effort, COST_OF_TERM * (tie->term_count + 1)))
                return;
            if (!is_redundant(splitting, tie))
                continue;
            leave_out(splitting, i);
            is_done = false;
        }
    }
}

/* ── components ── */

static size_t root_of(struct splitting *splitting, size_t node)
{
    while (splitting->parents[node] != node) {
        splitting->parents[node] = splitting->parents[splitting->parents[node]];
        node = splitting->parents[node];
    }
    return node;
}

static void join(struct splitting *splitting, size_t a, size_t b)
{
    a = root_of(splitting, a);
    b = root_of(splitting, b);
    splitting->parents[a < b ? b : a] = a < b ? a : b;
}

static void connect(struct splitting *splitting)
{
    const struct dti__system *system = splitting->system;
    const size_t ties = system->unknown_count;
    const size_t suspects = ties + system->tie_count;
    for (size_t i = 0; i < suspects + system->suspect_count; i++)
        splitting->parents[i] = i;
    for (size_t i = 0; i < system->tie_count; i++) {
        const struct dti__tie *tie = &system->ties[i];
        for (size_t k = 0; splitting->is_active[i] && k < tie->term_count; k++)
            join(splitting, ties + i, tie->terms[k].unknown);
        for (size_t k = 0; splitting->is_active[i] && !splitting->is_freed && k < tie->need_count;
             k++)
            join(splitting, ties + i, suspects + tie->needs[k]);
    }
    for (size_t i = 0; i < system->tie_count; i++)
        if (splitting->is_active[i] && !dti__tie_is_claim(&system->ties[i]))
            splitting->is_doubtful[root_of(splitting, ties + i)] = true;
    for (size_t i = 0; i < system->unknown_count; i++)
        if (dti__span_is_empty(splitting->spans[i]))
            splitting->is_doubtful[root_of(splitting, i)] = true;
}

static bool number(struct splitting *splitting, struct dti__arena *arena, struct dti__split *out)
{
    const struct dti__system *system = splitting->system;
    const size_t nodes = system->unknown_count + system->tie_count;
    for (size_t i = 0; i < nodes; i++)
        if (splitting->parents[i] == i && splitting->is_doubtful[i])
            splitting->numbers[i] = out->count++;
    out->first_unknown = dti__arena_array(arena, out->count, sizeof(size_t));
    out->first_tie = dti__arena_array(arena, out->count, sizeof(size_t));
    out->next_unknown = dti__arena_array(arena, system->unknown_count, sizeof(size_t));
    out->next_tie = dti__arena_array(arena, system->tie_count, sizeof(size_t));
    out->of_unknown = dti__arena_array(arena, system->unknown_count, sizeof(size_t));
    out->local_unknown = dti__arena_array(arena, system->unknown_count, sizeof(size_t));
    out->local_suspect = dti__arena_array(arena, system->suspect_count, sizeof(size_t));
    if (!out->first_unknown || !out->first_tie || !out->next_unknown || !out->next_tie ||
        !out->of_unknown || !out->local_unknown || !out->local_suspect)
        return false;
    for (size_t i = 0; i < out->count; i++)
        out->first_unknown[i] = out->first_tie[i] = SIZE_MAX;
    for (size_t i = nodes; i-- > 0;) { /* chains begin with the first */
        const bool is_tie = i >= system->unknown_count;
        const size_t root = root_of(splitting, i);
        const size_t index = is_tie ? i - system->unknown_count : i;
        const bool is_in = splitting->is_doubtful[root] && (!is_tie || splitting->is_active[index]);
        if (!is_tie)
            out->of_unknown[index] = is_in ? splitting->numbers[root] : SIZE_MAX;
        if (!is_in)
            continue;
        size_t *first = is_tie ? out->first_tie : out->first_unknown;
        (is_tie ? out->next_tie : out->next_unknown)[index] = first[splitting->numbers[root]];
        first[splitting->numbers[root]] = index;
    }
    return true;
}

bool dti__system_split(const struct dti__system *system, const struct dti__split_for *about,
                       struct dti__arena *arena, struct dti__split *out)
{
    struct splitting splitting = {.system = system,
                                  .is_freed = about->is_freed,
                                  .asked = about->unknown,
                                  .wanted = about->tie};
    *out = (struct dti__split){.count = 0};
    if (!set_up(&splitting, arena))
        return false;
    read_ties(&splitting);
    leave_out_redundant(&splitting);
    connect(&splitting);
    out->spans = splitting.spans;
    return number(&splitting, arena, out);
}
