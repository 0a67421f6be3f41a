/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The lock of a dossier: what may still change when it has been sent, appraised, made final. */
#include "base/number.h"
#include "model/changes.h"
#include "model/dossier-records.h"

#include <string.h>

/* New evidence for a contested component is the one thing that an appraised dossier takes. */
static bool is_supplied(const dti_changes *changes, const struct dti__change *item,
                        const dti_dossier *draft)
{
    const char *id = dti_evidence_text(item->evidence, DTI_EVIDENCE_ID);
    size_t at = dti__records_place(draft->evidence, draft->evidence_count, id);
    if (at < draft->evidence_count &&
        strcmp(dti_evidence_text(draft->evidence[at], DTI_EVIDENCE_ID), id) == 0)
        return false;
    for (size_t i = 0; i < changes->count; i++) {
        const struct dti__change *other = &changes->items[i];
        if (other->kind != DTI_CHANGE_REPLY || other->step.action != DTI_ACTION_SUPPLY)
            continue;
        for (size_t k = 0; k < other->step.name_count; k++)
            if (strcmp(other->step.names[k], id) == 0)
                return true;
    }
    return false;
}

static bool is_same_amount(const char *a, const char *b)
{
    int64_t left = 0;
    int64_t right = 0;
    int decimals = 0;
    return dti__decimal_read(a, strlen(a), &left, &decimals) &&
           dti__decimal_read(b, strlen(b), &right, &decimals) && left == right;
}

/* The ministry's table repeats what the province claims; what it repeats is no change. */
static bool repeats_points(const struct dti__stated *stated, const dti_dossier *draft)
{
    for (size_t i = 0; i < draft->stated_count; i++) {
        const struct dti__stated *other = &draft->stated[i];
        if (other->quantity == DTI_QUANTITY_POINTS && other->subject == DTI__SUBJECT_UNIT &&
            (other->year == 0 || other->year == draft->year) && other->node == stated->node &&
            other->track == stated->track)
            return is_same_amount(other->text, stated->text);
    }
    return false;
}

static bool repeats_explanation(const struct dti__explanation *explanation,
                                const dti_dossier *draft)
{
    for (size_t i = 0; i < draft->explanation_count; i++) {
        const struct dti__explanation *other = &draft->explanations[i];
        bool is_same = other->track == explanation->track &&
                       other->code_count == explanation->code_count &&
                       strcmp(other->text.vi, explanation->text.vi) == 0;
        for (size_t k = 0; is_same && k < other->code_count; k++)
            is_same = other->nodes[k] == explanation->nodes[k];
        if (is_same)
            return true;
    }
    return false;
}

/* What the province has sent: figures, evidence, its own points and explanations. */
static bool is_sent(const struct dti__change *item, const dti_dossier *draft)
{
    switch (item->kind) {
    case DTI_CHANGE_INPUT:
    case DTI_CHANGE_REPORT:
    case DTI_CHANGE_DECISION:
    case DTI_CHANGE_EVIDENCE:
        return true;
    case DTI_CHANGE_STATED:
        return item->stated.track == DTI_TRACK_SELF && !repeats_points(&item->stated, draft);
    case DTI_CHANGE_EXPLAIN:
        return item->explanation.track == DTI_TRACK_SELF &&
               !repeats_explanation(&item->explanation, draft);
    default:
        return false;
    }
}

bool dti__changes_locked(const dti_changes *changes, size_t index, const dti_dossier *draft,
                         enum dti__msg *refusal)
{
    const struct dti__change *item = &changes->items[index];
    int stage = dti__history_state(&draft->stages, draft->stages.count);
    if (item->kind == DTI_CHANGE_STAGE || stage < DTI_STAGE_SUBMITTED ||
        (stage < DTI_STAGE_FINAL && !is_sent(item, draft)))
        return false;
    if (stage == DTI_STAGE_APPRAISED && item->kind == DTI_CHANGE_EVIDENCE &&
        is_supplied(changes, item, draft))
        return false;
    *refusal = stage == DTI_STAGE_SUBMITTED   ? DTI__MSG_LOCKED_UNTIL_RECALL
               : stage == DTI_STAGE_APPRAISED ? DTI__MSG_LOCKED_APPRAISED
                                              : DTI__MSG_LOCKED_FOR_GOOD;
    return true;
}
