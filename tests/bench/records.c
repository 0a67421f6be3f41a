/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
#include "records.h"

#include <stdio.h>

static const struct {
    const char *component;
    const char *kind;
    const char *issuer;
    const char *condition;
} kinds[] = {
    {"1.3", "directive", "provincial-peoples-committee", "dedicated-to-dx"},
    {"1.8", "broadcast-schedule", "provincial-peoples-committee", NULL},
    {"2.3", "plan", "provincial-peoples-committee", NULL},
    {"2.8", "resolution", "provincial-peoples-council", "states-ratio"},
    {"3.6", "report", "provincial-peoples-committee", "meets-cv-2224"},
    {"4.3", "report", "provincial-peoples-committee", NULL},
    {"7.2", "report", "provincial-peoples-committee", NULL},
    {"8.1", "report", "provincial-peoples-committee", NULL},
};

static dti_evidence *draft(unsigned index)
{
    unsigned kind = index % (sizeof kinds / sizeof kinds[0]);
    dti_evidence_builder *builder = NULL;
    dti_evidence *record = NULL;
    char id[32];
    char number[32];
    char sha256[80];
    snprintf(id, sizeof id, "record-%06u", index);
    snprintf(number, sizeof number, "%u/UBND-KGVX", index);
    /* One file in fifty has been handed in before. */
    snprintf(sha256, sizeof sha256, "sha256:%064x", index % 50 == 0 ? 1 : index);
    const struct {
        dti_evidence_field field;
        const char *text;
    } fields[] = {
        {DTI_EVIDENCE_NUMBERING, "province"},
        {DTI_EVIDENCE_KIND, kinds[kind].kind},
        {DTI_EVIDENCE_NUMBER, number},
        {DTI_EVIDENCE_DATE, "2022-06-15"},
        {DTI_EVIDENCE_TITLE_VI,
         "Văn bản về việc đẩy mạnh chuyển đổi số trên địa bàn tỉnh năm 2022"},
        {DTI_EVIDENCE_ISSUER, kinds[kind].issuer},
        {DTI_EVIDENCE_SIGNER_NAME, "Nguyễn Văn A"},
        {DTI_EVIDENCE_SIGNER_MARK, index % 3 == 0 ? "KT. CHỦ TỊCH" : "CHỦ TỊCH"},
        {DTI_EVIDENCE_SIGNER_ROLE, index % 3 == 0 ? "deputy" : "head"},
        {DTI_EVIDENCE_PAGES, "1-3"},
        {DTI_EVIDENCE_FILE_NAME, "van-ban.pdf"},
        {DTI_EVIDENCE_FILE_SIZE, "482113"},
        {DTI_EVIDENCE_MEDIA_TYPE, "application/pdf"},
        {DTI_EVIDENCE_FILE_SHA256, sha256},
        {DTI_EVIDENCE_REPORTER, "so-noi-vu"},
    };
    int failed = dti_evidence_builder_new(id, NULL, NULL, &builder, NULL) != DTI_OK;
    for (size_t i = 0; !failed && i < sizeof fields / sizeof fields[0]; i++)
        failed = dti_evidence_builder_set(builder, fields[i].field, fields[i].text, NULL) != DTI_OK;
    failed = failed ||
             dti_evidence_builder_add_component(builder, kinds[kind].component, NULL) != DTI_OK ||
             dti_evidence_builder_build(builder, &record, NULL) != DTI_OK;
    dti_evidence_builder_free(builder);
    return failed ? NULL : record;
}

static dti_evidence *step(dti_evidence *record, dti_action action, const char *at,
                          const char *condition)
{
    dti_history_step next = DTI_HISTORY_STEP_INIT;
    dti_evidence *later = NULL;
    next.action = action;
    next.at = at;
    next.by = "Trần Thị B";
    next.agency = "so-noi-vu";
    next.reason_vi = action == DTI_ACTION_REJECT ? "Bản chụp mờ, đề nghị nộp lại" : NULL;
    next.names = &condition;
    next.name_count = condition != NULL && action == DTI_ACTION_ACCEPT;
    if (!record || dti_evidence_review(record, &next, &later, NULL) != DTI_OK)
        later = NULL;
    dti_evidence_unref(record);
    return later;
}

/* Submitted and accepted; every second one was sent back once before. */
static dti_evidence *reviewed(unsigned index)
{
    const char *condition = kinds[index % (sizeof kinds / sizeof kinds[0])].condition;
    dti_evidence *record = step(draft(index), DTI_ACTION_SUBMIT, "2023-01-09T08:00:00+07:00", NULL);
    if (index % 2 == 0) {
        record = step(record, DTI_ACTION_REJECT, "2023-01-11T08:00:00+07:00", NULL);
        record = step(record, DTI_ACTION_RESUBMIT, "2023-01-13T08:00:00+07:00", NULL);
    }
    return step(record, DTI_ACTION_ACCEPT, "2023-01-20T08:00:00+07:00", condition);
}

dti_text *records_make(const dti_dossier *base, unsigned count)
{
    dti_changes *changes = NULL;
    dti_dossier *dossier = NULL;
    dti_text *text = NULL;
    int failed = dti_changes_new(dti_dossier_framework(base), NULL, &changes, NULL) != DTI_OK;
    for (unsigned i = 1; !failed && i <= count; i++) {
        dti_evidence *record = reviewed(i);
        failed = !record || dti_changes_set_evidence(changes, record, NULL) != DTI_OK;
        dti_evidence_unref(record);
    }
    if (!failed && dti_changes_apply(changes, base, &dossier, NULL) == DTI_OK)
        failed = dti_dossier_write(dossier, &text, NULL) != DTI_OK;
    dti_dossier_unref(dossier);
    dti_changes_free(changes);
    return text;
}
