/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Assessing targets: made of all that is given, then asked. */
#include "rank/assess.h"

#include "diag/options.h"

#include <string.h>

/* ── making ── */

static dti_status check_options(const dti_targets *targets, const dti_assessment_options *options,
                                struct dti__date *today, dti_error **error)
{
    if (options->today && !dti__date_read(options->today, today))
        return dti__fail(error, DTI__MSG_NOT_DATE, DTI__ARGS(DTI__TEXT(options->today)));
    if ((options->table_count > 0 && !options->tables) ||
        (options->dossier_count > 0 && !options->dossiers))
        return dti__fail_null(error, options->tables ? "dossiers" : "tables");
    for (size_t i = 0; i < options->table_count; i++)
        if (!options->tables[i])
            return dti__fail_null(error, "tables");
    for (size_t i = 0; i < options->dossier_count; i++) {
        const dti_dossier *dossier = options->dossiers[i];
        if (!dossier)
            return dti__fail_null(error, "dossiers");
        if (strcmp(dossier->unit_id, targets->unit_id) != 0)
            return dti__fail(error, DTI__MSG_TARGET_DOSSIER_UNIT,
                             DTI__ARGS(DTI__TEXT(dossier->id), DTI__TEXT(dossier->unit_id),
                                       DTI__TEXT(targets->unit_id)));
    }
    return DTI_OK;
}

static bool keep_parts(dti_assessment *assessment, const dti_assessment_options *options)
{
    struct dti__arena *arena = &assessment->arena;
    size_t count = assessment->targets->target_count;
    assessment->tables = dti__arena_array(arena, options->table_count, sizeof(dti_table *));
    assessment->dossiers = dti__arena_array(arena, options->dossier_count, sizeof(dti_dossier *));
    assessment->assessed = dti__arena_array(arena, count, sizeof *assessment->assessed);
    assessment->findings = dti__report_new(assessment->targets->id);
    if (!assessment->tables || !assessment->dossiers || !assessment->assessed ||
        !assessment->findings)
        return false;
    for (size_t i = 0; i < options->table_count; i++)
        assessment->tables[assessment->table_count++] = dti_table_ref(options->tables[i]);
    for (size_t i = 0; i < options->dossier_count; i++)
        assessment->dossiers[assessment->dossier_count++] = dti_dossier_ref(options->dossiers[i]);
    return true;
}

static bool assess_one(const struct dti__lookup *lookup, size_t index)
{
    dti_assessment *assessment = lookup->assessment;
    const struct dti__target *target = &assessment->targets->targets[index];
    size_t count = 0;
    const struct dti__known *figures = dti__lookup_figures(lookup, index, &count);
    if (!figures)
        return false;
    assessment->assessed[index] = dti__assess(target, figures, count, assessment->today);
    assessment->counts[assessment->assessed[index].status]++;
    if (target->has_stated)
        assessment->stated_counts[target->stated]++;
    return dti__assess_review(assessment, index, figures, count);
}

static bool assess_all(dti_assessment *assessment)
{
    struct dti__lookup lookup = {.assessment = assessment};
    struct dti__arena scratch;
    dti__arena_init(&scratch, &assessment->arena.allocator);
    bool has_memory = dti__lookup_begin(&lookup, &scratch);
    for (size_t i = 0; has_memory && i < assessment->targets->target_count; i++)
        has_memory = assess_one(&lookup, i);
    dti__arena_release(&scratch);
    if (!has_memory)
        return false;
    dti__assess_review_counts(assessment);
    return dti__report_result(assessment->findings, NULL) == DTI_OK;
}

static dti_assessment *new_assessment(const dti_targets *targets,
                                      const dti_assessment_options *options, struct dti__date today,
                                      const dti_allocator *allocator)
{
    struct dti__arena arena;
    dti__arena_init(&arena, allocator);
    dti_assessment *assessment = dti__arena_alloc(&arena, sizeof *assessment);
    if (!assessment)
        return NULL;
    atomic_init(&assessment->references, 1);
    assessment->arena = arena;
    assessment->targets = dti_targets_ref(targets);
    assessment->today = today;
    if (keep_parts(assessment, options) && assess_all(assessment))
        return assessment;
    dti_assessment_unref(assessment);
    return NULL;
}

dti_status dti_targets_assess(const dti_targets *targets, const dti_assessment_options *options,
                              dti_assessment **out, dti_error **error)
{
    dti_assessment_options known = DTI_ASSESSMENT_OPTIONS_INIT;
    struct dti__date today = {0, 0, 0};
    dti_allocator allocator;
    if (!targets || !out)
        return dti__fail_null(error, targets ? "out" : "targets");
    dti_status status =
        dti__options_read(options, &known, sizeof known, "dti_assessment_options", error);
    if (status == DTI_OK)
        status = dti__options_allocator(known.allocator, &allocator, error);
    if (status == DTI_OK)
        status = check_options(targets, &known, &today, error);
    if (status != DTI_OK)
        return status;
    dti_assessment *assessment = new_assessment(targets, &known, today, &allocator);
    if (!assessment)
        return dti__fail_nomem(error);
    *out = assessment;
    return DTI_OK;
}

/* ── asking ── */

dti_assessment *dti_assessment_ref(const dti_assessment *assessment)
{
    dti_assessment *shared = (dti_assessment *)(uintptr_t)assessment;
    if (shared)
        atomic_fetch_add_explicit(&shared->references, 1, memory_order_relaxed);
    return shared;
}

void dti_assessment_unref(dti_assessment *assessment)
{
    if (!assessment ||
        atomic_fetch_sub_explicit(&assessment->references, 1, memory_order_acq_rel) != 1)
        return;
    for (size_t i = 0; i < assessment->table_count; i++)
        dti_table_unref(assessment->tables[i]);
    for (size_t i = 0; i < assessment->dossier_count; i++)
        dti_dossier_unref(assessment->dossiers[i]);
    dti_report_unref(assessment->findings);
    dti_targets_unref(assessment->targets);
    struct dti__arena arena = assessment->arena; /* it lies in its own arena */
    dti__arena_release(&arena);
}

const dti_targets *dti_assessment_targets(const dti_assessment *assessment)
{
    return assessment ? assessment->targets : NULL;
}

static const struct dti__assessed *assessed_at(const dti_assessment *assessment, size_t target)
{
    return assessment && target < assessment->targets->target_count ? &assessment->assessed[target]
                                                                    : NULL;
}

static const struct dti__known *actual_at(const dti_assessment *assessment, size_t target)
{
    const struct dti__assessed *at = assessed_at(assessment, target);
    return at ? at->actual : NULL;
}

static const struct dti__known *baseline_at(const dti_assessment *assessment, size_t target)
{
    const struct dti__assessed *at = assessed_at(assessment, target);
    return at ? at->baseline : NULL;
}

dti_target_status dti_assessment_status(const dti_assessment *assessment, size_t target)
{
    const struct dti__assessed *at = assessed_at(assessment, target);
    return at ? (dti_target_status)at->status : DTI_TARGET_OPEN;
}

int32_t dti_assessment_actual_year(const dti_assessment *assessment, size_t target)
{
    const struct dti__known *actual = actual_at(assessment, target);
    return actual ? (int32_t)actual->year : 0;
}

int64_t dti_assessment_actual(const dti_assessment *assessment, size_t target)
{
    const struct dti__known *actual = actual_at(assessment, target);
    return actual ? actual->amount : 0;
}

const char *dti_assessment_actual_text(const dti_assessment *assessment, size_t target)
{
    const struct dti__known *actual = actual_at(assessment, target);
    return actual && actual->text ? actual->text : "";
}

int32_t dti_assessment_baseline_year(const dti_assessment *assessment, size_t target)
{
    const struct dti__known *baseline = baseline_at(assessment, target);
    return baseline ? (int32_t)baseline->year : 0;
}

int64_t dti_assessment_baseline(const dti_assessment *assessment, size_t target)
{
    const struct dti__known *baseline = baseline_at(assessment, target);
    return baseline ? baseline->amount : 0;
}

int dti_assessment_expected(const dti_assessment *assessment, size_t target, int64_t *amount)
{
    const struct dti__assessed *at = assessed_at(assessment, target);
    if (!at || !at->has_expected)
        return 0;
    if (amount)
        *amount = at->expected;
    return 1;
}

size_t dti_assessment_count(const dti_assessment *assessment, dti_target_status status)
{
    return assessment && (size_t)status < DTI__TARGET_STATUSES ? assessment->counts[status] : 0;
}

size_t dti_assessment_stated_count(const dti_assessment *assessment, dti_target_status status)
{
    return assessment && (size_t)status < DTI__TARGET_STATUSES ? assessment->stated_counts[status]
                                                               : 0;
}

const dti_report *dti_assessment_findings(const dti_assessment *assessment)
{
    return assessment ? assessment->findings : NULL;
}
