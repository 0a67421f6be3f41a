/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Histories: steps in their order, and the tables that say which action is legal in which state. */
#ifndef DTI_MODEL_HISTORY_H
#define DTI_MODEL_HISTORY_H

#include "base/arena.h"
#include "base/text2.h"
#include "diag/finding.h"

#include <dti/history.h>
#include <stdbool.h>

enum dti__process {
    DTI__PROCESS_REVIEW, /* states: dti_review_state */
    DTI__PROCESS_REPLY,  /* states: enum dti__reply_state */
    DTI__PROCESS_STAGES  /* states: dti_stage */
};

enum dti__reply_state {
    DTI__REPLY_OPEN,
    DTI__REPLY_AGREED,
    DTI__REPLY_CONTESTED,
    DTI__REPLY_DECIDED
};

struct dti__history_step {
    int action;     /* dti_action */
    const char *at; /* as written */
    int64_t time;   /* seconds since 1970 UTC */
    const char *by;
    const char *agency; /* NULL: not said */
    struct dti__text2 reason;
    const char **names; /* conditions confirmed, records supplied */
    size_t name_count;
    const char *content;  /* digest of the content it speaks of */
    const char *points;   /* a changed appraisal: points as printed; NULL */
    const char *previous; /* digest of the step before; NULL: the first */
    const char *digest;
};

struct dti_history {
    int process; /* enum dti__process */
    struct dti__history_step *steps;
    size_t count;
};

/* Takes a step's texts into an arena, as a document would have them; whose step it is has checked
 * what must be there, except for the names in the list. */
dti_status dti__history_take(struct dti__arena *arena, const dti_history_step *given,
                             struct dti__history_step *step, dti_error **error);

/* Words of documents for the actions of a process, NULL-terminated, and the action of each. */
const char *const *dti__process_words(int process);
int dti__process_action(int process, int word);
/* The state of a process as a word (DTI__MSG_REVIEW_…, REPLY_…, STAGE_…). */
enum dti__msg dti__process_state_term(int process, int state);
enum dti__msg dti__action_term(int action);

/* The state after the first `count` steps (all legal). */
int dti__history_state(const dti_history *history, size_t count);
/* The state an action leads to; -1: it is not legal in this state. */
int dti__history_next(int process, int state, int action);
/* True if the action needs a reason. */
bool dti__action_needs_reason(int action);

/* True if a step can follow the first `count` ones, which led to `state`: as to its action, its
 * time, its reason, and the content it speaks of. Faults are reported at the step's `pointer`, or
 * without a place if that is NULL; report may be NULL. */
bool dti__history_admits(const dti_history *history, size_t count, int state,
                         const struct dti__history_step *step, dti_report *report,
                         const char *pointer);
/* True if one of the first `count` steps speaks of the content with that digest. */
bool dti__history_names(const dti_history *history, size_t count, const char *content);
/* True if all steps of `older` are the first ones of `newer`. */
bool dti__history_extends(const dti_history *newer, const dti_history *older);

#endif
