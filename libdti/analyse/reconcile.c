/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Reconciling: a copy of the figures (they may be added to and reconciled again), tied together,
 * made a system, diagnosed, and told. */
#include "analyse/reconcile.h"

#include "diag/options.h"

#include <string.h>

/* ── gathering ── */

static void tie_all(dti_figures *figures)
{
    dti__figures_tie_indices(figures);
    dti__figures_tie_changes(figures);
    dti__figures_tie_ranks(figures);
    dti__figures_tie_means(figures);
    dti__figures_tie_headlines(figures);
}

static bool is_detail(const dti_framework *framework, const struct dti__said *said)
{
    return said->unit && *said->unit && said->node < framework->node_count &&
           framework->nodes[said->node].kind == DTI_NODE_COMPONENT;
}

/* Tables stop at main indicators: who has components is whom it is all about. */
static void find_home(dti_reconciliation *found)
{
    const dti_figures *figures = found->figures;
    for (size_t i = 0; i < figures->said_count; i++) {
        const struct dti__said *said = &figures->said[i];
        if (!is_detail(figures->framework, said))
            continue;
        if (found->home &&
            (strcmp(found->home, said->unit) != 0 || found->home_year != said->year)) {
            found->home = NULL;
            return;
        }
        found->home = said->unit;
        found->home_year = said->year;
    }
}

/* Whose figures they are is said where there is more than one to choose from. */
static void look_around(dti_reconciliation *found)
{
    const dti_figures *figures = found->figures;
    const char *unit = NULL;
    int32_t year = 0;
    for (size_t i = 0; i < figures->said_count; i++) {
        const struct dti__said *said = &figures->said[i];
        if (said->unit && *said->unit) {
            found->has_units |= unit && strcmp(unit, said->unit) != 0;
            unit = said->unit;
        }
        if (said->year != 0 && !said->is_assumed) {
            found->has_years |= year != 0 && year != said->year;
            year = said->year;
        }
    }
    find_home(found);
}

/* ── making ── */

static dti_reconciliation *new_found(const dti_allocator *allocator, uint32_t most)
{
    struct dti__arena arena;
    dti__arena_init(&arena, allocator);
    dti_reconciliation *found = dti__arena_alloc(&arena, sizeof *found);
    if (!found)
        return NULL;
    atomic_init(&found->references, 1);
    found->arena = arena;
    found->most = most;
    return found;
}

static dti_status gather(dti_reconciliation *found, const dti_figures *figures, dti_error **error)
{
    found->figures = dti__figures_copy(figures, &found->arena.allocator);
    if (!found->figures)
        return dti__fail_nomem(error);
    struct dti__figures_mark mark = dti__figures_begin(found->figures);
    tie_all(found->figures);
    bool has_parts = dti__figures_parts(found->figures, &found->parts, &found->part_count) &&
                     dti__figures_readings(found->figures, &found->readings, &found->reading_count);
    dti_status status = dti__figures_settle(found->figures, mark, error);
    if (status != DTI_OK)
        return status;
    if (!has_parts)
        return dti__fail_nomem(error);
    look_around(found);
    return DTI_OK;
}

static bool diagnose(dti_reconciliation *found)
{
    struct dti__arena scratch;
    struct dti__system system;
    struct dti__diagnosis diagnosis = {.problem_count = 0};
    struct dti__told_apart apart = {.part_count = 0};
    struct dti__effort effort = {DTI__RECONCILE_EFFORT, found->watch};
    dti__arena_init(&scratch, &found->arena.allocator);
    bool is_fine = dti__reconcile_suspects(found) && dti__reconcile_verdicts(found) &&
                   dti__reconcile_system(found, &scratch, &system);
    system.effort = &effort;
    is_fine = is_fine && dti__system_diagnose(&system, found->most, &found->arena.allocator,
                                              &diagnosis) == DTI_OK;
    is_fine = is_fine && dti__reconcile_split(found, &system, &diagnosis, &scratch, &apart) &&
              dti__reconcile_problems(found, &system, &apart);
    for (size_t i = 0; i < apart.part_count; i++)
        dti__diagnosis_release(&apart.parts[i], &found->arena.allocator);
    dti__diagnosis_release(&diagnosis, &found->arena.allocator);
    dti__arena_release(&scratch);
    return is_fine;
}

/* Whoever looks on is asked first of all, so that a halt is one for few figures too. */
static dti_status watch_and_diagnose(dti_reconciliation *found,
                                     const dti_reconcile_options *options, dti_error **error)
{
    struct dti__watch watch = {.progress = options->progress,
                               .context = options->progress_context,
                               .total = 3 * DTI__RECONCILE_EFFORT};
    if (options->progress)
        found->watch = &watch;
    const bool is_fine = (!found->watch || dti__watch_lets(&watch, 0)) && diagnose(found);
    found->watch = NULL;
    if (watch.is_cancelled)
        return dti__fail(error, DTI__MSG_CANCELLED, DTI__NO_ARGS);
    return is_fine ? DTI_OK : dti__fail_nomem(error);
}

dti_status dti_reconcile(const dti_figures *figures, const dti_reconcile_options *options,
                         dti_reconciliation **out, dti_error **error)
{
    dti_reconcile_options asked = DTI_RECONCILE_OPTIONS_INIT;
    dti_allocator allocator;
    if (!figures || !out)
        return dti__fail_null(error, figures ? "out" : "figures");
    dti_status status =
        dti__options_read(options, &asked, sizeof asked, "dti_reconcile_options", error);
    if (status == DTI_OK)
        status = dti__options_allocator(asked.allocator, &allocator, error);
    if (status != DTI_OK)
        return status;
    if (asked.most > DTI__MOST_SUSPECTS_OF_REPAIR)
        return dti__fail(error, DTI__MSG_ARG_RANGE, DTI__ARGS(DTI__TEXT("most")));
    dti_reconciliation *found =
        new_found(&allocator, asked.most ? asked.most : DTI__MOST_SUSPECTS_OF_REPAIR);
    if (!found)
        return dti__fail_nomem(error);
    status = gather(found, figures, error);
    if (status == DTI_OK)
        status = watch_and_diagnose(found, &asked, error);
    if (status == DTI_OK)
        *out = found;
    else
        dti_reconciliation_unref(found);
    return status;
}

dti_reconciliation *dti_reconciliation_ref(const dti_reconciliation *found)
{
    dti_reconciliation *shared = (dti_reconciliation *)(uintptr_t)found;
    if (shared)
        atomic_fetch_add_explicit(&shared->references, 1, memory_order_relaxed);
    return shared;
}

void dti_reconciliation_unref(dti_reconciliation *found)
{
    if (!found || atomic_fetch_sub_explicit(&found->references, 1, memory_order_acq_rel) != 1)
        return;
    dti_figures_free(found->figures);
    struct dti__arena arena = found->arena; /* it lies in its own arena */
    dti__arena_release(&arena);
}
