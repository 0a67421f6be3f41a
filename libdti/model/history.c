/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Histories: one table says which action leads from which state to which other one. */
#include "model/history.h"

#include "diag/given.h"
#include "model/check.h"

#include <dti/dossier.h>
#include <dti/evidence.h>
#include <stdio.h>
#include <string.h>

struct move {
    int process;
    int from;
    int action;
    int to;
};

static const struct move moves[] = {
    {DTI__PROCESS_REVIEW, DTI_REVIEW_DRAFT, DTI_ACTION_SUBMIT, DTI_REVIEW_SUBMITTED},
    {DTI__PROCESS_REVIEW, DTI_REVIEW_SUBMITTED, DTI_ACTION_RECALL, DTI_REVIEW_DRAFT},
    {DTI__PROCESS_REVIEW, DTI_REVIEW_SUBMITTED, DTI_ACTION_ACCEPT, DTI_REVIEW_ACCEPTED},
    {DTI__PROCESS_REVIEW, DTI_REVIEW_SUBMITTED, DTI_ACTION_REJECT, DTI_REVIEW_REJECTED},
    {DTI__PROCESS_REVIEW, DTI_REVIEW_ACCEPTED, DTI_ACTION_REJECT, DTI_REVIEW_REJECTED},
    {DTI__PROCESS_REVIEW, DTI_REVIEW_REJECTED, DTI_ACTION_RESUBMIT, DTI_REVIEW_SUBMITTED},

    {DTI__PROCESS_REPLY, DTI__REPLY_OPEN, DTI_ACTION_AGREE, DTI__REPLY_AGREED},
    {DTI__PROCESS_REPLY, DTI__REPLY_OPEN, DTI_ACTION_DISAGREE, DTI__REPLY_CONTESTED},
    {DTI__PROCESS_REPLY, DTI__REPLY_AGREED, DTI_ACTION_DISAGREE, DTI__REPLY_CONTESTED},
    {DTI__PROCESS_REPLY, DTI__REPLY_CONTESTED, DTI_ACTION_SUPPLY, DTI__REPLY_CONTESTED},
    {DTI__PROCESS_REPLY, DTI__REPLY_CONTESTED, DTI_ACTION_AGREE, DTI__REPLY_AGREED},
    {DTI__PROCESS_REPLY, DTI__REPLY_CONTESTED, DTI_ACTION_UPHOLD, DTI__REPLY_DECIDED},
    {DTI__PROCESS_REPLY, DTI__REPLY_CONTESTED, DTI_ACTION_CHANGE, DTI__REPLY_DECIDED},

    {DTI__PROCESS_STAGES, DTI_STAGE_COLLECTING, DTI_ACTION_SELF_SCORE, DTI_STAGE_SELF_SCORED},
    {DTI__PROCESS_STAGES, DTI_STAGE_SELF_SCORED, DTI_ACTION_APPROVE, DTI_STAGE_APPROVED},
    {DTI__PROCESS_STAGES, DTI_STAGE_APPROVED, DTI_ACTION_SEND, DTI_STAGE_SUBMITTED},
    {DTI__PROCESS_STAGES, DTI_STAGE_SUBMITTED, DTI_ACTION_APPRAISE, DTI_STAGE_APPRAISED},
    {DTI__PROCESS_STAGES, DTI_STAGE_APPRAISED, DTI_ACTION_FINALISE, DTI_STAGE_FINAL},
    {DTI__PROCESS_STAGES, DTI_STAGE_SELF_SCORED, DTI_ACTION_RECALL, DTI_STAGE_COLLECTING},
    {DTI__PROCESS_STAGES, DTI_STAGE_APPROVED, DTI_ACTION_RECALL, DTI_STAGE_COLLECTING},
    {DTI__PROCESS_STAGES, DTI_STAGE_SUBMITTED, DTI_ACTION_RECALL, DTI_STAGE_COLLECTING},
};
#define MOVE_COUNT (sizeof moves / sizeof moves[0])

int dti__history_next(int process, int state, int action)
{
    for (size_t i = 0; i < MOVE_COUNT; i++)
        if (moves[i].process == process && moves[i].from == state && moves[i].action == action)
            return moves[i].to;
    return -1;
}

int dti__history_state(const dti_history *history, size_t count)
{
    int state = 0; /* where each process begins */
    for (size_t i = 0; i < count; i++)
        state = dti__history_next(history->process, state, history->steps[i].action);
    return state;
}

bool dti__action_needs_reason(int action)
{
    return action == DTI_ACTION_REJECT || action == DTI_ACTION_DISAGREE ||
           action == DTI_ACTION_UPHOLD || action == DTI_ACTION_CHANGE;
}

/* ── what may come next ── */

static void find(dti_report *report, enum dti__msg message, const struct dti__arg *args,
                 size_t arg_count, const char *pointer, const char *key)
{
    if (pointer)
        dti__check_find(report, message, args, arg_count, "%s/%s", pointer, key);
    else
        dti__report_add(report, message, NULL, args, arg_count);
}

#define LIST_SIZE 256 /* of the longest list of actions there is, with room */

/* The legal actions in words of a language. */
static void list_actions(int process, int state, dti_lang lang, char list[LIST_SIZE])
{
    size_t length = 0;
    for (size_t i = 0; i < MOVE_COUNT; i++)
        if (moves[i].process == process && moves[i].from == state && length < LIST_SIZE)
            length +=
                (size_t)snprintf(list + length, LIST_SIZE - length, "%s%s", length > 0 ? ", " : "",
                                 dti_action_name((dti_action)moves[i].action, lang));
    if (length == 0)
        (void)snprintf(list, LIST_SIZE, "%s", dti__message_text(DTI__MSG_NO_ACTION, lang));
}

static void find_illegal(int process, int state, int action, dti_report *report,
                         const char *pointer)
{
    char vi[LIST_SIZE];
    char en[LIST_SIZE];
    list_actions(process, state, DTI_LANG_VI, vi);
    list_actions(process, state, DTI_LANG_EN, en);
    find(report, DTI__MSG_STEP_ILLEGAL,
         DTI__ARGS(DTI__TERM(dti__action_term(action)),
                   DTI__TERM(dti__process_state_term(process, state)), DTI__NAMES(vi, en)),
         pointer, "action");
}

/* Whoever takes a record back, accepts or rejects it speaks of what was handed in, whatever the
 * draft has become meanwhile. */
static bool speaks_of_another(int process, const struct dti__history_step *last,
                              const struct dti__history_step *step)
{
    return process == DTI__PROCESS_REVIEW && last && step->action != DTI_ACTION_SUBMIT &&
           step->action != DTI_ACTION_RESUBMIT && strcmp(step->content, last->content) != 0;
}

bool dti__history_admits(const dti_history *history, size_t count, int state,
                         const struct dti__history_step *step, dti_report *report,
                         const char *pointer)
{
    const struct dti__history_step *last = count > 0 ? &history->steps[count - 1] : NULL;
    bool is_good = true;
    if (dti__history_next(history->process, state, step->action) < 0) {
        find_illegal(history->process, state, step->action, report, pointer);
        is_good = false;
    } else if (speaks_of_another(history->process, last, step)) {
        find(report, DTI__MSG_STEP_OTHER_CONTENT,
             DTI__ARGS(DTI__TERM(dti__action_term(step->action)), DTI__TEXT(step->content),
                       DTI__TEXT(last->content)),
             pointer, "content");
        is_good = false;
    }
    if (last && step->time < last->time) {
        find(report, DTI__MSG_STEP_EARLIER, DTI__ARGS(DTI__TEXT(step->at), DTI__TEXT(last->at)),
             pointer, "at");
        is_good = false;
    }
    if (dti__action_needs_reason(step->action) && !step->reason.vi) {
        find(report, DTI__MSG_STEP_NEEDS_REASON,
             DTI__ARGS(DTI__TERM(dti__action_term(step->action))), pointer, "reason");
        is_good = false;
    }
    return is_good;
}

bool dti__history_names(const dti_history *history, size_t count, const char *content)
{
    for (size_t i = count; i-- > 0;)
        if (strcmp(history->steps[i].content, content) == 0)
            return true;
    return false;
}

bool dti__history_extends(const dti_history *newer, const dti_history *older)
{
    if (older->process != newer->process || older->count > newer->count)
        return false;
    /* Each step names the one before by its digest, so the last one stands for all of them. */
    const size_t last = older->count - 1;
    return older->count == 0 || strcmp(newer->steps[last].digest, older->steps[last].digest) == 0;
}

/* ── getters ── */

static const struct dti__history_step *step_of(const dti_history *history, size_t step)
{
    return history && step < history->count ? &history->steps[step] : NULL;
}

dti_status dti__history_take(struct dti__arena *arena, const dti_history_step *given,
                             struct dti__history_step *step, dti_error **error)
{
    const struct {
        const char *text;
        const char *name;
        const char **to;
    } texts[] = {{given->at, "at", &step->at},
                 {given->by, "by", &step->by},
                 {given->agency, "agency", &step->agency},
                 {given->reason_vi, "reason_vi", &step->reason.vi},
                 {given->reason_en, "reason_en", &step->reason.en}};
    dti_status status = DTI_OK;
    for (size_t i = 0; i < sizeof texts / sizeof texts[0] && status == DTI_OK; i++)
        status = dti__given_text(arena, texts[i].text, texts[i].name, texts[i].to, error);
    if (status != DTI_OK)
        return status;
    if (given->name_count > 0 && !given->names)
        return dti__fail_null(error, "names");
    step->names = dti__arena_array(arena, given->name_count, sizeof *step->names);
    if (!step->names)
        return dti__fail_nomem(error);
    step->name_count = given->name_count;
    for (size_t i = 0; i < given->name_count && status == DTI_OK; i++)
        status = given->names[i]
                     ? dti__given_text(arena, given->names[i], "names", &step->names[i], error)
                     : dti__fail_null(error, "names");
    return status;
}

static const char *text_or_empty(const char *text)
{
    return text ? text : "";
}

size_t dti_history_count(const dti_history *history)
{
    return history ? history->count : 0;
}

dti_action dti_history_action(const dti_history *history, size_t step)
{
    const struct dti__history_step *at = step_of(history, step);
    return at ? (dti_action)at->action : DTI_ACTION_SUBMIT;
}

const char *dti_history_at(const dti_history *history, size_t step)
{
    const struct dti__history_step *at = step_of(history, step);
    return at ? at->at : "";
}

int64_t dti_history_time(const dti_history *history, size_t step)
{
    const struct dti__history_step *at = step_of(history, step);
    return at ? at->time : 0;
}

const char *dti_history_by(const dti_history *history, size_t step)
{
    const struct dti__history_step *at = step_of(history, step);
    return at ? at->by : "";
}

const char *dti_history_agency(const dti_history *history, size_t step)
{
    const struct dti__history_step *at = step_of(history, step);
    return at ? text_or_empty(at->agency) : "";
}

const char *dti_history_reason(const dti_history *history, size_t step, dti_lang lang)
{
    const struct dti__history_step *at = step_of(history, step);
    return at ? dti__text2_in(at->reason, lang) : "";
}

const char *dti_history_content(const dti_history *history, size_t step)
{
    const struct dti__history_step *at = step_of(history, step);
    return at ? at->content : "";
}

const char *dti_history_digest(const dti_history *history, size_t step)
{
    const struct dti__history_step *at = step_of(history, step);
    return at ? at->digest : "";
}

size_t dti_history_name_count(const dti_history *history, size_t step)
{
    const struct dti__history_step *at = step_of(history, step);
    return at ? at->name_count : 0;
}

const char *dti_history_name(const dti_history *history, size_t step, size_t index)
{
    const struct dti__history_step *at = step_of(history, step);
    return at && index < at->name_count ? at->names[index] : "";
}
