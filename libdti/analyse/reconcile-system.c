/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The figures as a system: a tie for what each suspect claims, one for each identity. */
#include "analyse/reconcile.h"

static bool claim(const dti_reconciliation *found, struct dti__arena *arena, size_t suspect,
                  struct dti__tie *tie)
{
    const struct dti__suspect *of = &found->suspects[suspect];
    struct dti__addend *term = dti__arena_array(arena, 1, sizeof *term);
    size_t *need = dti__arena_array(arena, 1, sizeof *need);
    if (!term || !need)
        return false;
    *tie = (struct dti__tie){.terms = term, .low = of->span.low, .high = of->span.high};
    tie->is_soft = of->unknown == DTI_NONE; /* an assumption claims nothing itself */
    if (of->unknown != DTI_NONE) {
        *term = (struct dti__addend){of->unknown, 1};
        tie->term_count = 1;
    }
    *need = suspect;
    tie->needs = need;
    tie->need_count = 1;
    return true;
}

/* Figures are needed; of figures that stand together one suspect. */
static bool tie_identity(const dti_reconciliation *found, struct dti__arena *arena,
                         const struct dti__identity *identity, struct dti__tie *tie)
{
    *tie = (struct dti__tie){
        .low = identity->span.low, .high = identity->span.high, .is_soft = identity->is_soft};
    if (identity->remark != DTI_VERDICT_HOLDS) {
        tie->is_soft = true;
        return true;
    }
    size_t *needs = dti__arena_array(arena, identity->need_count, sizeof *needs);
    if (!needs)
        return false;
    tie->terms = identity->terms;
    tie->term_count = identity->term_count;
    tie->needs = needs;
    for (size_t i = 0; i < identity->need_count; i++) {
        size_t suspect = found->suspect_of[identity->needs[i]];
        size_t at = 0;
        while (at < tie->need_count && needs[at] != suspect)
            at++;
        if (at == tie->need_count)
            needs[tie->need_count++] = suspect;
    }
    return true;
}

bool dti__reconcile_system(const dti_reconciliation *found, struct dti__arena *arena,
                           struct dti__system *system)
{
    const dti_figures *figures = found->figures;
    size_t count = found->suspect_count + figures->identity_count;
    struct dti__span *limits = dti__arena_array(arena, figures->unknown_count, sizeof *limits);
    struct dti__tie *all = dti__arena_array(arena, count, sizeof *all);
    bool is_fine = limits && all;
    for (size_t i = 0; is_fine && i < figures->unknown_count; i++)
        limits[i] = figures->unknowns[i].limits;
    for (size_t i = 0; is_fine && i < found->suspect_count; i++)
        is_fine = claim(found, arena, i, &all[i]);
    for (size_t i = 0; is_fine && i < figures->identity_count; i++)
        is_fine =
            tie_identity(found, arena, &figures->identities[i], &all[found->suspect_count + i]);
    if (!is_fine)
        return false;
    *system = (struct dti__system){.limits = limits,
                                   .unknown_count = figures->unknown_count,
                                   .ties = all,
                                   .tie_count = count,
                                   .suspect_count = found->suspect_count};
    return true;
}
