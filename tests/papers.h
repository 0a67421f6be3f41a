/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Records of evidence and dossiers that keep them, for tests: a paper is what a row of a table says
 * of it, and goes through the review that its row asks for. */
#ifndef TESTS_PAPERS_H
#define TESTS_PAPERS_H

#include "model/dossier.h"
#include "samples.h"

#include <stdio.h>

#define PAPERS_YEAR 2023
#define PAPERS_MOST 64

struct paper { /* NULL: not given */
    const char *id;
    const char *component; /* in the numbering of the provinces */
    const char *input;
    const char *kind;
    const char *issuer;
    const char *date;
    const char *effective;
    const char *until;
    const char *from;
    const char *to;
    const char *role;
    const char *mark;
    const char *file;      /* any text: equal ones are one file; "": none */
    const char *condition; /* that the reviewer confirms */
    const char *reason;    /* of the rejection */
    const char *reporter;
    const char *submitted; /* when; NULL: 2024-01-10 */
    char review;           /* 'd'raft, 's'ubmitted, 'r'ejected; otherwise accepted */
    char unsigned_by; /* 'p', 'i', 'c', 'w', 's': the fact of the signature that is found false */
};

#define PAPER_TEXTS (offsetof(struct paper, review) / sizeof(const char *))

/* What a row says, and for what it says nothing of what another one says; "-" is nothing. */
static inline struct paper paper_like(const struct paper *base, const struct paper *row)
{
    struct paper paper = *row;
    const char *texts[PAPER_TEXTS];
    const char *others[PAPER_TEXTS];
    memcpy(texts, row, sizeof texts);
    memcpy(others, base, sizeof others);
    for (size_t i = 0; i < PAPER_TEXTS; i++) {
        if (texts[i] == NULL)
            texts[i] = others[i];
        else if (strcmp(texts[i], "-") == 0)
            texts[i] = NULL;
    }
    memcpy(&paper, texts, sizeof texts);
    return paper;
}

static inline void paper_set(dti_evidence_builder *builder, dti_evidence_field field,
                             const char *text)
{
    dti_error *error = NULL;
    if (text != NULL)
        sample_must(dti_evidence_builder_set(builder, field, text, &error), &error);
}

static inline void paper_fill(dti_evidence_builder *builder, const struct paper *paper)
{
    static const char facts[] = "psicw"; /* in the order of dti_signature_fact */
    const char *file = paper->file != NULL ? paper->file : paper->id;
    char sha256[80];
    unsigned hash = 5381;
    dti_error *error = NULL;
    for (const char *at = file; *at != '\0'; at++)
        hash = hash * 33 + (unsigned char)*at;
    snprintf(sha256, sizeof sha256, "sha256:%064x", hash);
    paper_set(builder, DTI_EVIDENCE_KIND, paper->kind);
    paper_set(builder, DTI_EVIDENCE_ISSUER, paper->issuer);
    paper_set(builder, DTI_EVIDENCE_DATE, paper->date);
    paper_set(builder, DTI_EVIDENCE_EFFECTIVE, paper->effective);
    paper_set(builder, DTI_EVIDENCE_UNTIL, paper->until);
    paper_set(builder, DTI_EVIDENCE_PERIOD_FROM, paper->from);
    paper_set(builder, DTI_EVIDENCE_PERIOD_TO, paper->to);
    paper_set(builder, DTI_EVIDENCE_SIGNER_ROLE, paper->role);
    paper_set(builder, DTI_EVIDENCE_SIGNER_MARK, paper->mark);
    paper_set(builder, DTI_EVIDENCE_REPORTER, paper->reporter);
    if (*file != '\0') {
        paper_set(builder, DTI_EVIDENCE_FILE_NAME, "paper.pdf");
        paper_set(builder, DTI_EVIDENCE_FILE_SHA256, sha256);
    }
    if (paper->component != NULL) {
        paper_set(builder, DTI_EVIDENCE_NUMBERING, "province");
        sample_must(dti_evidence_builder_add_component(builder, paper->component, &error), &error);
    }
    if (paper->input != NULL)
        sample_must(dti_evidence_builder_add_input(builder, paper->input, &error), &error);
    for (int i = 0; i < 5; i++)
        if (paper->unsigned_by != '\0' && facts[i] == paper->unsigned_by)
            sample_must(
                dti_evidence_builder_set_signature(builder, (dti_signature_fact)i, 0, &error),
                &error);
}

static inline dti_evidence *paper_step(dti_evidence *record, dti_history_step step)
{
    dti_evidence *next = NULL;
    dti_error *error = NULL;
    step.by = "Trần Thị B";
    sample_must(dti_evidence_review(record, &step, &next, &error), &error);
    dti_evidence_unref(record);
    return next;
}

static inline dti_evidence *paper_record(const struct paper *paper)
{
    dti_evidence_builder *builder = NULL;
    dti_evidence *record = NULL;
    dti_error *error = NULL;
    dti_history_step step = DTI_HISTORY_STEP_INIT;
    sample_must(dti_evidence_builder_new(paper->id, NULL, NULL, &builder, &error), &error);
    paper_fill(builder, paper);
    sample_must(dti_evidence_builder_build(builder, &record, &error), &error);
    dti_evidence_builder_free(builder);
    if (paper->review == 'd')
        return record;
    step.action = DTI_ACTION_SUBMIT;
    step.at = paper->submitted != NULL ? paper->submitted : "2024-01-10T09:00:00+07:00";
    record = paper_step(record, step);
    step.action = paper->review == 'r' ? DTI_ACTION_REJECT : DTI_ACTION_ACCEPT;
    step.at = "2024-03-01T09:00:00+07:00";
    step.reason_vi = paper->reason;
    step.names = &paper->condition;
    step.name_count = paper->condition != NULL ? 1 : 0;
    return paper->review == 's' ? record : paper_step(record, step);
}

/* Figures of a dossier: an input and a number, or an answer. */
struct figure_row {
    const char *input;
    double number;
    const char *answer; /* NULL: the number */
};

static inline dti_dossier *papers_figures(const dti_framework *framework,
                                          const struct figure_row *rows, size_t count)
{
    dti_dossier_builder *builder = NULL;
    dti_dossier *dossier = NULL;
    dti_error *error = NULL;
    sample_must(dti_dossier_builder_new(framework, "gso:49", PAPERS_YEAR, NULL, &builder, &error),
                &error);
    for (size_t i = 0; i < count && rows[i].input != NULL; i++) {
        dti_status status =
            rows[i].answer != NULL
                ? dti_dossier_builder_set_answer(builder, rows[i].input, rows[i].answer, &error)
                : dti_dossier_builder_set_number(builder, rows[i].input, rows[i].number, &error);
        sample_must(status, &error);
    }
    sample_must(dti_dossier_builder_build(builder, &dossier, &error), &error);
    dti_dossier_builder_free(builder);
    return dossier;
}

/* Puts records, whose ids ascend, into a dossier that nobody else has yet; it takes them over. */
static inline void papers_keep(dti_dossier *dossier, dti_evidence **records, size_t count)
{
    dossier->has_evidence = true;
    dossier->evidence_count = count;
    dossier->evidence = dti__arena_array(&dossier->arena, count, sizeof *dossier->evidence);
    ck_assert_ptr_nonnull(dossier->evidence);
    for (size_t i = 0; i < count; i++)
        dossier->evidence[i] = records[i];
}

static inline void papers_drop(dti_dossier *dossier)
{
    for (size_t i = 0; i < dossier->evidence_count; i++)
        dti_evidence_unref(dossier->evidence[i]);
    dossier->evidence_count = 0;
    dti_dossier_unref(dossier);
}

static inline dti_result *papers_score(const dti_dossier *dossier, dti_track track,
                                       const dti_collection *collection)
{
    dti_score_options options = DTI_SCORE_OPTIONS_INIT;
    dti_result *result = NULL;
    dti_error *error = NULL;
    options.track = track;
    options.collection = collection;
    sample_must(dti_score(dossier, &options, &result, &error), &error);
    return result;
}

#endif
