/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* What the actions and states of a history are called, in documents and in sentences. */
#include "model/history.h"

static const char *const action_ids[] = {
    "submit", "recall", "accept",     "reject",  "resubmit", "agree",    "disagree", "supply",
    "uphold", "change", "self-score", "approve", "send",     "appraise", "finalise",
};

/* The words of each process and what they mean; the order is the same in both. */
static const char *const process_words[][7] = {
    [DTI__PROCESS_REVIEW] = {"submit", "recall", "accept", "reject", "resubmit", NULL},
    [DTI__PROCESS_REPLY] = {"agree", "disagree", "supply", "uphold", "change", NULL},
    [DTI__PROCESS_STAGES] = {"self-score", "approve", "send", "appraise", "finalise", "recall",
                             NULL},
};
static const int process_actions[][6] = {
    [DTI__PROCESS_REVIEW] = {DTI_ACTION_SUBMIT, DTI_ACTION_RECALL, DTI_ACTION_ACCEPT,
                             DTI_ACTION_REJECT, DTI_ACTION_RESUBMIT},
    [DTI__PROCESS_REPLY] = {DTI_ACTION_AGREE, DTI_ACTION_DISAGREE, DTI_ACTION_SUPPLY,
                            DTI_ACTION_UPHOLD, DTI_ACTION_CHANGE},
    [DTI__PROCESS_STAGES] = {DTI_ACTION_SELF_SCORE, DTI_ACTION_APPROVE, DTI_ACTION_SEND,
                             DTI_ACTION_APPRAISE, DTI_ACTION_FINALISE, DTI_ACTION_RECALL},
};

const char *const *dti__process_words(int process)
{
    return process_words[process];
}

int dti__process_action(int process, int word)
{
    return process_actions[process][word];
}

enum dti__msg dti__process_state_term(int process, int state)
{
    static const enum dti__msg first[] = {
        [DTI__PROCESS_REVIEW] = DTI__MSG_REVIEW_DRAFT,
        [DTI__PROCESS_REPLY] = DTI__MSG_REPLY_OPEN,
        [DTI__PROCESS_STAGES] = DTI__MSG_STAGE_COLLECTING,
    };
    return (enum dti__msg)((int)first[process] + state);
}

enum dti__msg dti__action_term(int action)
{
    return (enum dti__msg)((int)DTI__MSG_ACTION_SUBMIT + action);
}

static bool is_action(int action)
{
    return action >= DTI_ACTION_SUBMIT && action <= DTI_ACTION_FINALISE;
}

const char *dti_action_id(dti_action action)
{
    return is_action((int)action) ? action_ids[action] : "";
}

const char *dti_action_name(dti_action action, dti_lang lang)
{
    return is_action((int)action) ? dti__message_text(dti__action_term((int)action), lang) : "";
}
