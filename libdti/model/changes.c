/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The list of changes: made, added to, asked. What is added is checked as far as the framework
 * goes; whether a dossier takes it, dti_changes_apply() finds. */
#include "model/changes.h"

#include "base/number.h"
#include "base/time.h"
#include "diag/given.h"
#include "diag/options.h"

#include <string.h>

dti_status dti_changes_new(const dti_framework *framework, const dti_allocator *allocator,
                           dti_changes **out, dti_error **error)
{
    dti_allocator memory;
    struct dti__arena arena;
    if (!framework || !out)
        return dti__fail_null(error, framework ? "out" : "framework");
    dti_status status = dti__options_allocator(allocator, &memory, error);
    if (status != DTI_OK)
        return status;
    dti__arena_init(&arena, &memory);
    dti_changes *changes = dti__arena_alloc(&arena, sizeof *changes);
    if (!changes)
        return dti__fail_nomem(error);
    changes->arena = arena;
    changes->framework = dti_framework_ref(framework);
    *out = changes;
    return DTI_OK;
}

void dti_changes_free(dti_changes *changes)
{
    if (!changes)
        return;
    for (size_t i = 0; i < changes->count; i++)
        dti_evidence_unref(changes->items[i].evidence);
    dti_framework_unref(changes->framework);
    struct dti__arena arena = changes->arena; /* the list lies in its own arena */
    dti__arena_release(&arena);
}

bool dti__changes_add(dti_changes *changes, const struct dti__change *item)
{
    if (changes->count == changes->capacity) {
        size_t wanted = changes->capacity ? 2 * changes->capacity : 16;
        struct dti__change *grown = dti__arena_array(&changes->arena, wanted, sizeof *grown);
        if (!grown)
            return false;
        if (changes->count > 0)
            memcpy(grown, changes->items, changes->count * sizeof *grown);
        changes->items = grown;
        changes->capacity = wanted;
    }
    changes->items[changes->count++] = *item;
    return true;
}

dti_status dti__changes_take(dti_changes *changes, const struct dti__change *item,
                             dti_error **error)
{
    return dti__changes_add(changes, item) ? DTI_OK : dti__fail_nomem(error);
}

static dti_status find_input(const dti_changes *changes, const char *input, size_t *index,
                             dti_error **error)
{
    if (!changes || !input)
        return dti__fail_null(error, changes ? "input" : "changes");
    return dti__framework_find_input(changes->framework, input, index, error);
}

static dti_status find_node(const dti_changes *changes, const char *code, size_t *node,
                            dti_error **error)
{
    if (!changes || !code)
        return dti__fail_null(error, changes ? "code" : "changes");
    return dti__framework_find_node(changes->framework, code, node, error);
}

static dti_status set_figure(dti_changes *changes, const char *input, const char *answer,
                             double value, const char *reason_vi, dti_error **error)
{
    struct dti__change item = {.kind = DTI_CHANGE_INPUT};
    dti_status status = find_input(changes, input, &item.input, error);
    if (status != DTI_OK)
        return status;
    dti_report *report = dti__report_new(NULL);
    if (!report)
        return dti__fail_nomem(error);
    if (answer)
        dti__figure_set_answer(changes->framework, item.input, answer, &item.figure, report, NULL);
    else
        dti__figure_set_number(changes->framework, item.input, value, &item.figure, report, NULL);
    status = dti__report_result(report, error);
    dti_report_unref(report);
    if (status == DTI_OK)
        status = dti__given_text(&changes->arena, reason_vi, "reason_vi", &item.decision.reason.vi,
                                 error);
    return status == DTI_OK ? dti__changes_take(changes, &item, error) : status;
}

dti_status dti_changes_set_number(dti_changes *changes, const char *input, double value,
                                  const char *reason_vi, dti_error **error)
{
    return set_figure(changes, input, NULL, value, reason_vi, error);
}

dti_status dti_changes_set_answer(dti_changes *changes, const char *input, const char *answer,
                                  const char *reason_vi, dti_error **error)
{
    if (!answer)
        return dti__fail_null(error, "answer");
    return set_figure(changes, input, answer, 0, reason_vi, error);
}

dti_status dti_changes_set_state(dti_changes *changes, const char *input, dti_state state,
                                 const char *reason_vi, dti_error **error)
{
    struct dti__change item = {.kind = DTI_CHANGE_INPUT, .figure.state = (uint8_t)state};
    dti_status status = find_input(changes, input, &item.input, error);
    if (status != DTI_OK)
        return status;
    if (state <= DTI_STATE_PRESENT || state > DTI_STATE_REJECTED)
        return dti__fail(error, DTI__MSG_ARG_RANGE, DTI__ARGS(DTI__TEXT("state")));
    status =
        dti__given_text(&changes->arena, reason_vi, "reason_vi", &item.figure.reason.vi, error);
    return status == DTI_OK ? dti__changes_take(changes, &item, error) : status;
}

/* A number of its own: a figure, or the index of a choice, or 0 and 1 for no and yes. */
static dti_status check_value(const dti_changes *changes, size_t input, double value,
                              dti_error **error)
{
    const struct dti__input *of = &changes->framework->inputs[input];
    struct dti__figure figure = {.state = DTI_STATE_MISSING};
    double last = of->kind == DTI_INPUT_CHOICE ? (double)of->choice_count - 1 : 1;
    if (of->kind == DTI_INPUT_CHOICE || of->kind == DTI_INPUT_YES_NO) {
        bool is_one = value >= 0 && value <= last && !((double)(size_t)value < value);
        return is_one ? DTI_OK
                      : dti__fail(error, DTI__MSG_OUT_OF_RANGE,
                                  DTI__ARGS(DTI__NUMBER(value, -1), DTI__INTEGER(0),
                                            DTI__NUMBER(last, 0)));
    }
    dti_report *report = dti__report_new(NULL);
    if (!report)
        return dti__fail_nomem(error);
    dti__figure_set_number(changes->framework, input, value, &figure, report, NULL);
    dti_status status = dti__report_result(report, error);
    dti_report_unref(report);
    return status;
}

static dti_status take_decision(dti_changes *changes, const char *reporter, const char *by,
                                const char *at, const char *reason_vi,
                                struct dti__decision *decision, dti_error **error)
{
    dti_status status = DTI_OK;
    if (reporter && *reporter)
        status = dti__given_text(&changes->arena, reporter, "reporter", &decision->reporter, error);
    else if (reporter)
        decision->reporter = "";
    if (status == DTI_OK)
        status = dti__given_text(&changes->arena, by, "by", &decision->by, error);
    if (status == DTI_OK)
        status = dti__given_text(&changes->arena, at, "at", &decision->at, error);
    if (status == DTI_OK)
        status =
            dti__given_text(&changes->arena, reason_vi, "reason_vi", &decision->reason.vi, error);
    return status;
}

dti_status dti_changes_decide(dti_changes *changes, const char *input, const char *reporter,
                              double value, const char *by, const char *at, const char *reason_vi,
                              dti_error **error)
{
    struct dti__change item = {.kind = DTI_CHANGE_DECISION};
    struct dti__decision *decision = &item.decision;
    dti_status status = find_input(changes, input, &item.input, error);
    if (status != DTI_OK)
        return status;
    if (!by || !at || !reason_vi)
        return dti__fail_null(error, !by ? "by" : !at ? "at" : "reason_vi");
    if (!dti__time_read(at, &decision->time))
        return dti__fail(error, DTI__MSG_NOT_TIME, DTI__ARGS(DTI__TEXT(at)));
    if (reporter && *reporter && !dti__is_id(reporter))
        return dti__fail(error, DTI__MSG_NOT_ID, DTI__ARGS(DTI__TEXT(reporter)));
    if (reporter && !*reporter &&
        changes->framework->inputs[item.input].derive.form == DTI__FORM_NONE)
        return dti__fail(error, DTI__MSG_DECISION_NOT_DERIVED, DTI__ARGS(DTI__TEXT(input)));
    if (!reporter)
        status = check_value(changes, item.input, value, error);
    decision->number = reporter ? 0 : value;
    if (status == DTI_OK)
        status = take_decision(changes, reporter, by, at, reason_vi, decision, error);
    return status == DTI_OK ? dti__changes_take(changes, &item, error) : status;
}

dti_status dti_changes_set_evidence(dti_changes *changes, const dti_evidence *evidence,
                                    dti_error **error)
{
    struct dti__change item = {.kind = DTI_CHANGE_EVIDENCE};
    if (!changes || !evidence)
        return dti__fail_null(error, changes ? "evidence" : "changes");
    item.evidence = dti_evidence_ref(evidence);
    dti_status status = dti__changes_take(changes, &item, error);
    if (status != DTI_OK)
        dti_evidence_unref(item.evidence);
    return status;
}

static dti_status check_track(dti_track track, dti_error **error)
{
    if (track < DTI_TRACK_SELF || track > DTI_TRACK_FINAL)
        return dti__fail(error, DTI__MSG_ARG_RANGE, DTI__ARGS(DTI__TEXT("track")));
    return DTI_OK;
}

dti_status dti_changes_set_points(dti_changes *changes, const char *code, dti_track track,
                                  const char *text, dti_error **error)
{
    struct dti__change item = {.kind = DTI_CHANGE_STATED};
    struct dti__stated *stated = &item.stated;
    int printed = 0;
    dti_status status = find_node(changes, code, &item.node, error);
    if (status == DTI_OK)
        status = check_track(track, error);
    if (status != DTI_OK)
        return status;
    if (!text)
        return dti__fail_null(error, "text");
    if (!dti__decimal_read(text, strlen(text), &stated->amount, &printed))
        return dti__fail(error, DTI__MSG_NOT_DECIMAL, DTI__ARGS(DTI__TEXT(text)));
    if (stated->amount > DTI__MOST_POINTS || stated->amount < -DTI__MOST_POINTS)
        return dti__fail(error, DTI__MSG_POINTS_TOO_LARGE,
                         DTI__ARGS(DTI__TEXT(text), DTI__INTEGER(DTI_MAX_TOTAL_POINTS)));
    stated->node = item.node;
    stated->track = (int)track;
    stated->quantity = DTI_QUANTITY_POINTS;
    stated->decimals = -1;
    status = dti__given_text(&changes->arena, text, "text", &stated->text, error);
    return status == DTI_OK ? dti__changes_take(changes, &item, error) : status;
}

dti_status dti_changes_explain(dti_changes *changes, const char *const *codes, size_t count,
                               dti_track track, const char *text_vi, dti_error **error)
{
    struct dti__change item = {.kind = DTI_CHANGE_EXPLAIN};
    struct dti__explanation *explanation = &item.explanation;
    if (!changes || !codes || !text_vi)
        return dti__fail_null(error, !changes ? "changes" : !codes ? "codes" : "text_vi");
    if (count == 0 || count > DTI__MOST_CODES)
        return dti__fail(error, DTI__MSG_ARG_RANGE, DTI__ARGS(DTI__TEXT("count")));
    dti_status status = check_track(track, error);
    if (status != DTI_OK)
        return status;
    explanation->nodes = dti__arena_array(&changes->arena, count, sizeof *explanation->nodes);
    if (!explanation->nodes)
        return dti__fail_nomem(error);
    for (size_t i = 0; status == DTI_OK && i < count; i++)
        status = find_node(changes, codes[i], &explanation->nodes[i], error);
    if (status != DTI_OK)
        return status;
    item.node = explanation->nodes[0];
    explanation->code_count = count;
    explanation->track = (int)track;
    status = dti__given_text(&changes->arena, text_vi, "text_vi", &explanation->text.vi, error);
    return status == DTI_OK ? dti__changes_take(changes, &item, error) : status;
}

size_t dti_changes_count(const dti_changes *changes)
{
    return changes ? changes->count : 0;
}

dti_change_kind dti_changes_kind(const dti_changes *changes, size_t index)
{
    if (!changes || index >= changes->count)
        return DTI_CHANGE_INPUT;
    return (dti_change_kind)changes->items[index].kind;
}

const char *dti_changes_target(const dti_changes *changes, size_t index)
{
    if (!changes || index >= changes->count)
        return "";
    const struct dti__change *item = &changes->items[index];
    switch (item->kind) {
    case DTI_CHANGE_INPUT:
    case DTI_CHANGE_REPORT:
    case DTI_CHANGE_DECISION:
        return changes->framework->inputs[item->input].id;
    case DTI_CHANGE_EVIDENCE:
        return dti_evidence_text(item->evidence, DTI_EVIDENCE_ID);
    case DTI_CHANGE_STAGE:
        return "";
    default:
        return changes->framework->nodes[item->node].codes[0];
    }
}
