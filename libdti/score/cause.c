/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Causes of losses: what documents call them, and how people do. */
#include <dti/result.h>

#include "diag/message.h"

#include <stdbool.h>

static const struct {
    const char *id;
    enum dti__msg word;
} causes[] = {
    {"none", DTI__MSG_CAUSE_NONE},
    {"missing-input", DTI__MSG_CAUSE_MISSING_INPUT},
    {"below-target", DTI__MSG_CAUSE_BELOW_TARGET},
    {"tier-not-reached", DTI__MSG_CAUSE_TIER_NOT_REACHED},
    {"no-document", DTI__MSG_CAUSE_NO_DOCUMENT},
    {"rejected", DTI__MSG_CAUSE_REJECTED},
    {"not-assessed", DTI__MSG_CAUSE_NOT_ASSESSED},
    {"stated", DTI__MSG_CAUSE_STATED},
    {"components", DTI__MSG_CAUSE_COMPONENTS},
    {"below-best", DTI__MSG_CAUSE_BELOW_BEST},
    {"evidence", DTI__MSG_CAUSE_EVIDENCE},
    {"cut", DTI__MSG_CAUSE_CUT},
    {"unallocated", DTI__MSG_CAUSE_UNALLOCATED},
};

static bool is_known(dti_cause cause)
{
    return (size_t)cause < sizeof causes / sizeof causes[0];
}

const char *dti_cause_id(dti_cause cause)
{
    return is_known(cause) ? causes[cause].id : "";
}

const char *dti_cause_name(dti_cause cause, dti_lang lang)
{
    return dti__message_text(is_known(cause) ? causes[cause].word : DTI__MSG_WORD_UNKNOWN, lang);
}
