/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
#include "analyse/progress.h"

#include "diag/options.h"
#include "rank/scoreboard.h"

#include <string.h>

/* ── rows ── */

static bool is_same(const char *a, const char *b)
{
    return a && b && strcmp(a, b) == 0;
}

/* What a reporter's row has brought, if anything that still counts. */
static const struct dti__report_of *find_report(const struct dti__figure *figure,
                                                const dti_collection *collection, size_t reporter,
                                                size_t row)
{
    const struct dti__form_line *line = &collection->rows[row];
    for (size_t i = 0; i < figure->report_count; i++) {
        const struct dti__report_of *report = &figure->reports[i];
        if (!report->is_superseded && report->state != DTI_STATE_MISSING &&
            is_same(report->reporter, collection->reporters[reporter].id) &&
            is_same(report->form, collection->forms[line->form].id) &&
            is_same(report->row, line->key))
            return report;
    }
    return NULL;
}

/* A dossier that was typed in has no reports; its origins say which row of which form a figure is
 * from. */
static bool is_typed_in(const struct dti__figure *figure, const dti_collection *collection,
                        size_t row)
{
    const struct dti__form_line *line = &collection->rows[row];
    return figure->report_count == 0 && figure->is_listed && figure->state != DTI_STATE_MISSING &&
           is_same(figure->origin.form, collection->forms[line->form].id) &&
           (!figure->origin.row || strcmp(figure->origin.row, line->key) == 0);
}

static bool waits(const struct dti__node_result *component)
{
    return component->rule_state != DTI_STATE_PRESENT &&
           component->rule_state != DTI_STATE_NOT_APPLICABLE;
}

/* A component has points at stake only while it waits: a share that is reported itself does not
 * wait for the counts behind it, nor does what cannot exist here. */
static void stake_components(const dti_progress *progress, const struct dti__reach *reach,
                             size_t input, unsigned char *is_staked)
{
    const struct dti__lists *lists = &reach->components;
    for (size_t i = lists->first[input]; i < lists->first[input + 1]; i++)
        if (waits(&progress->result->nodes[lists->list[i]]))
            is_staked[lists->list[i]] = 1;
}

static int64_t sum_staked(const dti_progress *progress, const unsigned char *is_staked)
{
    const dti_result *result = progress->result;
    const dti_framework *framework = result->dossier->framework;
    int64_t sum = 0;
    for (size_t i = 0; i < framework->tree_count; i++)
        if (is_staked[i])
            sum += framework->nodes[i].max_points -
                   dti_result_track_points(result, i, DTI_TRACK_COMPUTED);
    return sum;
}

static bool count_rows(dti_progress *progress, size_t reporter, const struct dti__reach *reach,
                       unsigned char *is_staked)
{
    const dti_collection *collection = progress->collection;
    const struct dti__form_sheet *form = &collection->forms[collection->reporters[reporter].form];
    struct dti__standing_of *at = &progress->reporters[reporter];
    at->missing = dti__arena_array(&progress->arena, form->row_count, sizeof *at->missing);
    at->disputed = dti__arena_array(&progress->arena, form->row_count, sizeof *at->disputed);
    if (!at->missing || !at->disputed)
        return false;
    memset(is_staked, 0, progress->result->dossier->framework->node_count);
    at->counts[DTI_PROGRESS_ROWS] = form->row_count;
    for (size_t row = form->first_row; row < form->first_row + form->row_count; row++) {
        size_t input = collection->rows[row].input;
        const struct dti__figure *figure = &progress->result->dossier->figures[input];
        bool has_report = find_report(figure, collection, reporter, row) != NULL;
        bool is_there = has_report || is_typed_in(figure, collection, row);
        if (!is_there)
            at->missing[at->counts[DTI_PROGRESS_MISSING]++] = row;
        if (has_report && figure->is_disputed)
            at->disputed[at->counts[DTI_PROGRESS_DISPUTED]++] = row;
        if (!is_there || (has_report && figure->is_disputed))
            stake_components(progress, reach, input, is_staked);
    }
    at->counts[DTI_PROGRESS_REPORTED] = form->row_count - at->counts[DTI_PROGRESS_MISSING];
    at->at_stake = sum_staked(progress, is_staked);
    return true;
}

/* ── evidence ── */

/* An agency may have several reporters, as the districts have: what is asked of the agency is asked
 * of each of them. */
static bool is_of(const dti_collection *collection, size_t reporter, const char *id)
{
    const struct dti__reporter *who = &collection->reporters[reporter];
    return is_same(who->id, id) || is_same(collection->forms[who->form].agency_id, id);
}

static void count_gaps(dti_progress *progress)
{
    const dti_result *result = progress->result;
    for (size_t i = 0; i < dti_result_gap_count(result); i++)
        for (size_t k = 0; k < progress->collection->reporter_count; k++) {
            if (!is_of(progress->collection, k, dti_result_gap_agency(result, i)))
                continue;
            progress->reporters[k].at_stake += dti_result_gap_points(result, i);
            if (dti_result_gap(result, i) == DTI_GAP_MISSING)
                progress->reporters[k].counts[DTI_PROGRESS_EVIDENCE_MISSING]++;
        }
}

static void count_records(dti_progress *progress)
{
    const dti_dossier *dossier = progress->result->dossier;
    for (size_t i = 0; i < dossier->evidence_count; i++) {
        const dti_evidence *evidence = dossier->evidence[i];
        size_t reporter =
            dti__names_find(&progress->collection->reporter_names, evidence->content.reporter);
        dti_review_state state = dti_evidence_state(evidence);
        if (reporter == DTI_NONE)
            continue;
        size_t *counts = progress->reporters[reporter].counts;
        counts[DTI_PROGRESS_EVIDENCE]++;
        counts[DTI_PROGRESS_EVIDENCE_WAITING] += state == DTI_REVIEW_SUBMITTED;
        counts[DTI_PROGRESS_EVIDENCE_REJECTED] += state == DTI_REVIEW_REJECTED;
    }
}

/* ── making ── */

static int32_t count_days(const dti_collection *collection, int64_t year, struct dti__date today)
{
    struct dti__date due = {(int16_t)(year + 1), (uint8_t)collection->due_month,
                            (uint8_t)collection->due_day};
    return collection->due_month == 0 || year >= 9999 ? INT32_MAX
                                                      : dti__date_days(due) - dti__date_days(today);
}

static bool fill(dti_progress *progress)
{
    const dti_framework *framework = progress->result->dossier->framework;
    struct dti__arena scratch;
    struct dti__reach reach;
    dti__arena_init(&scratch, &progress->arena.allocator);
    unsigned char *is_staked = dti__arena_array(&scratch, framework->node_count, 1);
    bool has_room = is_staked && dti__reach_find(framework, &scratch, &reach);
    for (size_t i = 0; has_room && i < progress->collection->reporter_count; i++)
        has_room = count_rows(progress, i, &reach, is_staked);
    dti__arena_release(&scratch);
    if (!has_room)
        return false;
    count_gaps(progress);
    count_records(progress);
    return true;
}

static dti_progress *new_progress(const dti_result *result, const dti_collection *collection,
                                  struct dti__date today, const dti_allocator *allocator)
{
    struct dti__arena arena;
    dti__arena_init(&arena, allocator);
    dti_progress *progress = dti__arena_alloc(&arena, sizeof *progress);
    if (!progress)
        return NULL;
    atomic_init(&progress->references, 1);
    progress->arena = arena;
    progress->result = dti_result_ref(result);
    progress->collection = dti_collection_ref(collection);
    progress->today = today;
    progress->days_left = count_days(collection, result->dossier->year, today);
    progress->reporters =
        dti__arena_array(&progress->arena, collection->reporter_count, sizeof *progress->reporters);
    if (progress->reporters && fill(progress))
        return progress;
    dti_progress_unref(progress);
    return NULL;
}

dti_status dti_progress_new(const dti_result *result, const dti_collection *collection,
                            const char *today, const dti_allocator *allocator, dti_progress **out,
                            dti_error **error)
{
    const char *missing = !result       ? "result"
                          : !collection ? "collection"
                          : !today      ? "today"
                          : !out        ? "out"
                                        : NULL;
    struct dti__date date;
    dti_allocator known;
    if (missing)
        return dti__fail_null(error, missing);
    if (!dti__date_read(today, &date))
        return dti__fail(error, DTI__MSG_NOT_DATE, DTI__ARGS(DTI__TEXT(today)));
    const dti_framework *theirs = collection->framework;
    const dti_framework *ours = result->dossier->framework;
    if (!dti__framework_is_same(theirs, ours))
        return dti__fail(error, DTI__MSG_FRAMEWORK_DIFFERS,
                         DTI__ARGS(DTI__TEXT(theirs->id), DTI__TEXT(theirs->version),
                                   DTI__TEXT(ours->id), DTI__TEXT(ours->version)));
    dti_status status = dti__options_allocator(allocator, &known, error);
    if (status != DTI_OK)
        return status;
    dti_progress *progress = new_progress(result, collection, date, &known);
    if (!progress)
        return dti__fail_nomem(error);
    *out = progress;
    return DTI_OK;
}

/* ── reading ── */

dti_progress *dti_progress_ref(const dti_progress *progress)
{
    dti_progress *shared = (dti_progress *)(uintptr_t)progress;
    if (shared)
        atomic_fetch_add_explicit(&shared->references, 1, memory_order_relaxed);
    return shared;
}

void dti_progress_unref(dti_progress *progress)
{
    if (!progress || atomic_fetch_sub_explicit(&progress->references, 1, memory_order_acq_rel) != 1)
        return;
    dti_result_unref(progress->result);
    dti_collection_unref(progress->collection);
    struct dti__arena arena = progress->arena; /* it lies in its own arena */
    dti__arena_release(&arena);
}

const dti_collection *dti_progress_collection(const dti_progress *progress)
{
    return progress ? progress->collection : NULL;
}

const dti_result *dti_progress_result(const dti_progress *progress)
{
    return progress ? progress->result : NULL;
}

int32_t dti_progress_days_left(const dti_progress *progress)
{
    return progress ? progress->days_left : INT32_MAX;
}

static const struct dti__standing_of *standing(const dti_progress *progress, size_t reporter)
{
    return progress && reporter < progress->collection->reporter_count
               ? &progress->reporters[reporter]
               : NULL;
}

size_t dti_progress_count(const dti_progress *progress, size_t reporter,
                          dti_progress_measure measure)
{
    const struct dti__standing_of *at = standing(progress, reporter);
    return at && (size_t)measure < DTI__PROGRESS_MEASURES ? at->counts[measure] : 0;
}

int64_t dti_progress_at_stake(const dti_progress *progress, size_t reporter)
{
    const struct dti__standing_of *at = standing(progress, reporter);
    return at ? at->at_stake : 0;
}

size_t dti_progress_missing_row(const dti_progress *progress, size_t reporter, size_t index)
{
    const struct dti__standing_of *at = standing(progress, reporter);
    return at && index < at->counts[DTI_PROGRESS_MISSING] ? at->missing[index] : DTI_NONE;
}

size_t dti_progress_disputed_row(const dti_progress *progress, size_t reporter, size_t index)
{
    const struct dti__standing_of *at = standing(progress, reporter);
    return at && index < at->counts[DTI_PROGRESS_DISPUTED] ? at->disputed[index] : DTI_NONE;
}

int dti_progress_owes_gap(const dti_progress *progress, size_t reporter, size_t gap)
{
    return standing(progress, reporter) && gap < dti_result_gap_count(progress->result) &&
           is_of(progress->collection, reporter, dti_result_gap_agency(progress->result, gap));
}
