/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Repairs: what each suspect would have to be, what speaks for it and against, and the order in
 * which a careful reader doubts. */
#include "analyse/reconcile.h"

#include <stdlib.h>
#include <string.h>

enum before { /* whether a soft tie holds as the figures stand */
    BEFORE_NOT_ASKED,
    BEFORE_BROKEN,
    BEFORE_HOLDS,
};

struct work {
    dti_reconciliation *found;
    const struct dti__trouble *trouble;
    const struct dti__system *system;
    bool *is_freed;      /* what repairs the other problems */
    enum before *before; /* by tie: answers are the same for all repairs */
    bool is_out_of_memory;
};

static bool ask(struct work *work, enum dti__possible answer)
{
    work->is_out_of_memory |= answer == DTI__POSSIBLE_NOMEM;
    return answer == DTI__POSSIBLE_YES;
}

static void set_freed(struct work *work, const struct dti__remedy *remedy, bool value)
{
    for (size_t i = 0; i < remedy->size; i++)
        work->is_freed[remedy->corrections[i].suspect] = value;
}

/* ── soft ties ── */

static bool has_unknown(const struct dti__tie *tie, size_t unknown)
{
    for (size_t i = 0; i < tie->term_count; i++)
        if (tie->terms[i].unknown == unknown)
            return true;
    return false;
}

/* True if the tie speaks of nothing else than the other one does. */
static bool is_within(const struct dti__tie *tie, const struct dti__tie *other)
{
    for (size_t i = 0; i < tie->term_count; i++)
        if (!has_unknown(other, tie->terms[i].unknown))
            return false;
    return tie->term_count > 0 && !tie->is_soft;
}

/* As the figures stand: with what else is said of its unknowns alone, since all of them together
 * are in conflict. */
static enum before look_before(struct work *work, const struct dti__tie *soft)
{
    const struct dti__system *all = work->system;
    (void)dti__effort_spend(all->effort, all->tie_count * soft->term_count);
    struct dti__arena scratch;
    dti__arena_init(&scratch, &work->found->arena.allocator);
    struct dti__tie *ties = dti__arena_array(&scratch, all->tie_count + 1, sizeof *ties);
    bool holds = false;
    if (ties) {
        struct dti__system part = *all;
        part.ties = ties;
        part.tie_count = 0;
        for (size_t i = 0; i < all->tie_count; i++)
            if (is_within(&all->ties[i], soft))
                ties[part.tie_count++] = all->ties[i];
        ties[part.tie_count++] = *soft;
        holds = ask(work, dti__system_allows(&part, work->is_freed, part.tie_count - 1,
                                             &work->found->arena.allocator));
    }
    work->is_out_of_memory |= !ties;
    dti__arena_release(&scratch);
    return holds ? BEFORE_HOLDS : BEFORE_BROKEN;
}

static bool holds_before(struct work *work, size_t soft)
{
    if (work->before[soft] == BEFORE_NOT_ASKED)
        work->before[soft] = look_before(work, &work->system->ties[soft]);
    return work->before[soft] == BEFORE_HOLDS;
}

static bool holds_after(struct work *work, size_t soft, const struct dti__remedy *remedy)
{
    set_freed(work, remedy, true);
    bool holds = ask(work, dti__system_allows(work->system, work->is_freed, soft,
                                              &work->found->arena.allocator));
    set_freed(work, remedy, false);
    return holds;
}

/* Only a tie that speaks of the suspect has anything to say about it. */
static void weigh_soft(struct work *work, struct dti__remedy *remedy, size_t tie)
{
    const struct dti__tie *soft = &work->system->ties[tie];
    uint32_t *reasons[DTI__MOST_SUSPECTS_OF_REPAIR];
    size_t count = 0;
    if (!soft->is_soft || soft->term_count == 0)
        return;
    for (size_t i = 0; i < remedy->size; i++) {
        size_t unknown = work->found->suspects[remedy->corrections[i].suspect].unknown;
        if (unknown != DTI_NONE && has_unknown(soft, unknown))
            reasons[count++] = &remedy->corrections[i].reasons;
    }
    if (count == 0)
        return;
    bool before = holds_before(work, tie);
    bool after = holds_after(work, tie, remedy);
    remedy->soft += (int64_t)before - (int64_t)after;
    for (size_t i = 0; i < count; i++)
        *reasons[i] |= before && !after   ? DTI__REASON_CONFIRMED
                       : !before && after ? DTI__REASON_WON
                       : !before          ? DTI__REASON_UNCONFIRMED
                                          : 0;
}

/* ── reasons ── */

/* "II.3, bảng; III.5" are two places; so are two sources. */
static size_t count_places(const dti_reconciliation *found, const struct dti__suspect *suspect)
{
    size_t count = 0;
    for (size_t i = 0; i < suspect->figure_count; i++) {
        const struct dti__said *said = &found->figures->said[suspect->figures[i]];
        if (said->is_assumed)
            continue;
        size_t here = 1;
        for (const char *at = said->place; at && (at = strchr(at, ';')) != NULL; at++)
            here++;
        bool is_new = true;
        for (size_t k = 0; k < i && is_new; k++) {
            const struct dti__said *other = &found->figures->said[suspect->figures[k]];
            is_new = !(other->place && said->place && strcmp(other->place, said->place) == 0 &&
                       strcmp(dti__text2_in(other->source, DTI_LANG_VI),
                              dti__text2_in(said->source, DTI_LANG_VI)) == 0);
        }
        count += is_new ? here : 0;
    }
    return count;
}

/* A figure that was cut stands for what is a half unit higher than one that was rounded. */
static bool would_be_cut(const dti_reconciliation *found, const struct dti__correction *correction)
{
    const struct dti__suspect *suspect = &found->suspects[correction->suspect];
    const struct dti__said *said = &found->figures->said[suspect->figures[0]];
    int64_t width = said->span.high - said->span.low;
    if (suspect->unknown == DTI_NONE || said->is_assumed || width <= 0 ||
        said->quantity == DTI_QUANTITY_RANK || said->quantity == DTI_QUANTITY_COUNT ||
        said->quantity == DTI_QUANTITY_DIFFERENCE || dti__span_is_empty(correction->range))
        return false;
    struct dti__span cut = {said->span.high + 1, said->span.low + (width + 1) / 2 + width};
    return dti__span_meets(cut, correction->range);
}

static bool is_against_rule(const struct work *work, const struct dti__correction *correction)
{
    const dti_reconciliation *found = work->found;
    size_t unknown = found->suspects[correction->suspect].unknown;
    for (size_t i = 0; i < work->trouble->identity_count; i++) {
        const struct dti__tied *tied = &found->identities[work->trouble->identities[i]];
        if (tied->is.kind == DTI_IDENTITY_RULE && tied->is.subject < tied->is.term_count &&
            tied->is.terms[tied->is.subject].unknown == unknown)
            return true;
    }
    return false;
}

static void find_reasons(struct work *work, struct dti__remedy *remedy)
{
    const dti_reconciliation *found = work->found;
    for (size_t i = 0; i < remedy->size; i++) {
        struct dti__correction *correction = &remedy->corrections[i];
        const struct dti__suspect *suspect = &found->suspects[correction->suspect];
        const struct dti__said *said = &found->figures->said[suspect->figures[0]];
        size_t places = count_places(found, suspect);
        remedy->assumed += said->is_assumed;
        remedy->calculated += said->is_calculated;
        remedy->places += places;
        correction->node = said->node;
        correction->is_loose = !dti__span_is_empty(correction->range) &&
                               dti__span_meets(correction->range, suspect->span);
        remedy->loose += correction->may_stay && !said->is_assumed && said->input == DTI_NONE;
        correction->reasons |=
            (said->is_assumed ? DTI__REASON_ASSUMED : 0) |
            (said->is_calculated ? DTI__REASON_CALCULATED : 0) |
            (!correction->is_loose && would_be_cut(found, correction) ? DTI__REASON_CUT : 0) |
            (is_against_rule(work, correction) ? DTI__REASON_RULE : 0);
        if (!said->is_assumed)
            correction->reasons |= places > 1 ? DTI__REASON_PLACES : DTI__REASON_ONE_PLACE;
    }
    struct dti__effort *effort = work->system->effort;
    (void)dti__effort_spend(effort, work->system->tie_count);
    for (size_t i = 0;
         i < work->system->tie_count && !work->is_out_of_memory && !dti__effort_is_spent(effort);
         i++)
        weigh_soft(work, remedy, i);
}

/* ── order ── */

static int64_t first_difference(const struct dti__remedy *a, const struct dti__remedy *b)
{
    const int64_t differences[] = {
        (int64_t)a->size - (int64_t)b->size,
        (int64_t)a->loose - (int64_t)b->loose,
        (int64_t)b->assumed - (int64_t)a->assumed,
        a->soft - b->soft,
        (int64_t)b->calculated - (int64_t)a->calculated,
        (int64_t)a->places - (int64_t)b->places,
    };
    for (size_t i = 0; i < sizeof differences / sizeof *differences; i++)
        if (differences[i] != 0)
            return differences[i];
    return 0;
}

bool dti__reconcile_is_tied(const struct dti__remedy *a, const struct dti__remedy *b)
{
    return first_difference(a, b) == 0 && a->corrections[0].reasons == b->corrections[0].reasons;
}

static int compare_sizes(size_t a, size_t b)
{
    return a < b ? -1 : a > b;
}

/* At last by codes: those of nodes are in the order of nodes, inputs come behind. */
static int compare_remedies(const void *left, const void *right)
{
    const struct dti__remedy *a = left;
    const struct dti__remedy *b = right;
    int64_t difference = first_difference(a, b);
    for (size_t i = 0; difference == 0 && i < a->size; i++)
        difference = compare_sizes(a->corrections[i].node, b->corrections[i].node);
    for (size_t i = 0; difference == 0 && i < a->size; i++)
        difference = compare_sizes(a->corrections[i].suspect, b->corrections[i].suspect);
    return difference < 0 ? -1 : difference > 0;
}

static void add_remedy(struct work *work, struct dti__trouble *trouble,
                       const struct dti__repair *repair)
{
    struct dti__remedy *remedy = &trouble->remedies[trouble->remedy_count];
    *remedy = (struct dti__remedy){.size = repair->size};
    for (size_t i = 0; i < remedy->size; i++)
        remedy->corrections[i].suspect = repair->suspects[i];
    bool is_possible = false;
    work->is_out_of_memory |=
        !dti__reconcile_ranges(work->found, work->system, work->is_freed, remedy, &is_possible);
    if (is_possible) {
        find_reasons(work, remedy);
        trouble->remedy_count++;
    } else {
        trouble->is_complete = false; /* more figures might repair what these cannot */
    }
}

bool dti__reconcile_repairs(dti_reconciliation *found, struct dti__trouble *trouble,
                            const struct dti__problem *problem, const struct dti__system *system,
                            bool *is_freed)
{
    struct work work = {.found = found, .trouble = trouble, .system = system, .is_freed = is_freed};
    struct dti__arena scratch;
    dti__arena_init(&scratch, &found->arena.allocator);
    work.before = dti__arena_array(&scratch, system->tie_count, sizeof *work.before);
    trouble->remedies =
        dti__arena_array(&found->arena, problem->repair_count, sizeof *trouble->remedies);
    work.is_out_of_memory = !work.before || !trouble->remedies;
    for (size_t i = 0; i < problem->repair_count && !work.is_out_of_memory; i++)
        add_remedy(&work, trouble, &problem->repairs[i]);
    dti__arena_release(&scratch);
    if (trouble->remedy_count > 0)
        qsort(trouble->remedies, trouble->remedy_count, sizeof *trouble->remedies,
              compare_remedies);
    trouble->is_complete &= !dti__effort_is_spent(system->effort); /* some were not weighed */
    return !work.is_out_of_memory;
}
