/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Records of evidence: shared, immutable, read by field. */
#include "model/evidence.h"

#include <stdint.h>
#include <string.h>

/* A dossier holds thousands of records, most of them with a page of text. */
#define FIRST_BLOCK ((size_t)3072)

dti_evidence *dti__evidence_new(const dti_allocator *allocator)
{
    struct dti__arena arena;
    dti__arena_init_small(&arena, allocator, FIRST_BLOCK);
    dti_evidence *evidence = dti__arena_alloc(&arena, sizeof *evidence);
    if (!evidence)
        return NULL;
    atomic_init(&evidence->references, 1);
    atomic_init(&evidence->digest, NULL);
    evidence->arena = arena;
    evidence->history.process = DTI__PROCESS_REVIEW;
    return evidence;
}

dti_evidence *dti_evidence_ref(const dti_evidence *evidence)
{
    dti_evidence *shared = (dti_evidence *)(uintptr_t)evidence;
    if (shared)
        atomic_fetch_add_explicit(&shared->references, 1, memory_order_relaxed);
    return shared;
}

void dti_evidence_unref(dti_evidence *evidence)
{
    if (!evidence || atomic_fetch_sub_explicit(&evidence->references, 1, memory_order_acq_rel) != 1)
        return;
    dti__release(&dti__malloc_allocator, atomic_load(&evidence->digest), DTI__DIGEST_SIZE);
    struct dti__arena arena = evidence->arena; /* the record lies in its own arena */
    dti__arena_release(&arena);
}

const struct dti__content *dti__evidence_content(const dti_evidence *evidence, const char *digest)
{
    if (strcmp(evidence->content.digest, digest) == 0)
        return &evidence->content;
    for (size_t i = 0; i < evidence->earlier_count; i++)
        if (strcmp(evidence->earlier[i].digest, digest) == 0)
            return &evidence->earlier[i];
    return NULL;
}

/* ── the content ── */

const char *dti_evidence_text(const dti_evidence *evidence, dti_evidence_field field)
{
    if (!evidence || (int)field < 0 || (int)field >= DTI__EVIDENCE_FIELDS)
        return "";
    const char *text = evidence->content.texts[field];
    return text ? text : "";
}

dti_signer_role dti_evidence_signer_role(const dti_evidence *evidence)
{
    if (!evidence)
        return DTI_SIGNER_UNKNOWN;
    const int said = evidence->content.signer_role;
    return (dti_signer_role)(said != DTI_SIGNER_UNKNOWN
                                 ? said
                                 : dti__signer_of_mark(evidence->content.signer_mark));
}

int dti_evidence_signature(const dti_evidence *evidence, dti_signature_fact fact)
{
    const bool is_known = evidence && (int)fact >= 0 && (int)fact < DTI__SIGNATURE_FACTS;
    return is_known ? evidence->content.signature[fact] : -1;
}

size_t dti_evidence_component_count(const dti_evidence *evidence)
{
    return evidence ? evidence->content.code_count : 0;
}

const char *dti_evidence_component(const dti_evidence *evidence, size_t index)
{
    return index < dti_evidence_component_count(evidence) ? evidence->content.codes[index] : "";
}

size_t dti_evidence_input_count(const dti_evidence *evidence)
{
    return evidence ? evidence->content.input_count : 0;
}

const char *dti_evidence_input(const dti_evidence *evidence, size_t index)
{
    return index < dti_evidence_input_count(evidence) ? evidence->content.inputs[index] : "";
}

const char *dti_evidence_content_digest(const dti_evidence *evidence)
{
    return evidence ? evidence->content.digest : "";
}

/* ── the review ── */

dti_review_state dti_evidence_state(const dti_evidence *evidence)
{
    return evidence
               ? (dti_review_state)dti__history_state(&evidence->history, evidence->history.count)
               : DTI_REVIEW_DRAFT;
}

const char *dti_review_state_name(dti_review_state state, dti_lang lang)
{
    if ((int)state < DTI_REVIEW_DRAFT || (int)state > DTI_REVIEW_REJECTED)
        return "";
    return dti__message_text(dti__process_state_term(DTI__PROCESS_REVIEW, (int)state), lang);
}

const dti_history *dti_evidence_history(const dti_evidence *evidence)
{
    return evidence ? &evidence->history : NULL;
}

int dti_evidence_confirms(const dti_evidence *evidence, const char *condition)
{
    if (!condition || dti_evidence_state(evidence) != DTI_REVIEW_ACCEPTED)
        return 0;
    const struct dti__history_step *accepted =
        &evidence->history.steps[evidence->history.count - 1];
    for (size_t i = 0; i < accepted->name_count; i++)
        if (strcmp(accepted->names[i], condition) == 0)
            return 1;
    return 0;
}

int dti_evidence_extends(const dti_evidence *newer, const dti_evidence *older)
{
    return newer && older && strcmp(newer->content.id, older->content.id) == 0 &&
           dti__history_extends(&newer->history, &older->history);
}

bool dti__evidence_submitted(const dti_evidence *evidence, int64_t *time)
{
    const dti_history *history = &evidence->history;
    for (size_t i = history->count; i-- > 0;) {
        const struct dti__history_step *step = &history->steps[i];
        if (step->action == DTI_ACTION_RECALL ||
            strcmp(step->content, evidence->content.digest) != 0)
            return false; /* a draft again, or changed since */
        if (step->action == DTI_ACTION_SUBMIT || step->action == DTI_ACTION_RESUBMIT) {
            *time = step->time;
            return true;
        }
    }
    return false;
}
