/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
#include "intake/requirement.h"

#include <string.h>

static unsigned gap_if(bool is_found, dti_gap gap)
{
    return is_found ? DTI__GAP(gap) : 0;
}

static bool is_among(const char *id, const char *const *ids, size_t count)
{
    for (size_t i = 0; id && i < count; i++)
        if (strcmp(ids[i], id) == 0)
            return true;
    return false;
}

bool dti__requirement_is_met(const struct dti__condition *condition, const dti_evidence *evidence)
{
    return dti_evidence_state(evidence) != DTI_REVIEW_ACCEPTED ||
           dti_evidence_confirms(evidence, condition->id) != 0;
}

static unsigned gaps_of_review(const struct dti__requirement *requirement,
                               const dti_evidence *evidence)
{
    switch (dti_evidence_state(evidence)) {
    case DTI_REVIEW_ACCEPTED:
        break;
    case DTI_REVIEW_SUBMITTED:
        return DTI__GAP(DTI_GAP_NOT_REVIEWED);
    case DTI_REVIEW_REJECTED:
        return DTI__GAP(DTI_GAP_REJECTED);
    default:
        return DTI__GAP(DTI_GAP_NOT_SUBMITTED);
    }
    for (size_t i = 0; i < requirement->condition_count; i++)
        if (!dti__requirement_is_met(&requirement->conditions[i], evidence))
            return DTI__GAP(DTI_GAP_CONDITION);
    return 0;
}

/* Where a deputy may sign, so may the head. */
static bool signs_well(const struct dti__requirement *requirement, dti_signer_role role)
{
    switch (requirement->signer) {
    case DTI__SIGNER_HEAD:
        return role == DTI_SIGNER_HEAD;
    case DTI__SIGNER_DEPUTY:
        return role == DTI_SIGNER_HEAD || role == DTI_SIGNER_DEPUTY;
    default:
        return true;
    }
}

/* Documents are to carry signature and seal (plan 7501/KH-UBND, VI.1). What nobody looked into is
 * not held against a record. */
static bool is_unsigned(const struct dti__content *content)
{
    for (size_t i = 0; i < DTI__SIGNATURE_FACTS; i++)
        if (content->signature[i] == 0)
            return true;
    return false;
}

/* A span of days meets the year; a date that is not given leaves its end open. */
static bool meets_year(struct dti__date from, struct dti__date to, int64_t year)
{
    return (from.year == 0 || from.year <= year) && (to.year == 0 || to.year >= year);
}

static bool is_in_time(const struct dti__requirement *requirement,
                       const struct dti__content *content, int64_t year)
{
    bool has_period = content->from.year != 0 || content->to.year != 0;
    struct dti__date begins = content->effective.year != 0 ? content->effective : content->date;
    if (requirement->in_force)
        return begins.year != 0 && meets_year(begins, content->until, year);
    return has_period ? meets_year(content->from, content->to, year) : content->date.year == year;
}

unsigned dti__requirement_gaps(const struct dti__requirement *requirement,
                               const dti_evidence *evidence, int64_t year, int64_t deadline)
{
    const struct dti__content *content = &evidence->content;
    int64_t submitted = 0;
    bool has_kind = is_among(content->kind, requirement->kinds, requirement->kind_count);
    bool has_issuer = requirement->issuer_count == 0 ||
                      is_among(content->issuer, requirement->issuers, requirement->issuer_count);
    bool is_late = dti__evidence_submitted(evidence, &submitted) && submitted >= deadline;
    return gaps_of_review(requirement, evidence) |
           gap_if(!signs_well(requirement, dti_evidence_signer_role(evidence)), DTI_GAP_SIGNER) |
           gap_if(is_unsigned(content), DTI_GAP_UNSIGNED) | gap_if(!has_kind, DTI_GAP_KIND) |
           gap_if(!has_issuer, DTI_GAP_ISSUER) |
           gap_if(!is_in_time(requirement, content, year), DTI_GAP_PERIOD) |
           gap_if(!content->file_name && !content->sha256, DTI_GAP_NO_FILE) |
           gap_if(is_late, DTI_GAP_LATE);
}
