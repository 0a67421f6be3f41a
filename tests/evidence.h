/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Records of evidence for tests: loaded, built, taken a step further. */
#ifndef TESTS_EVIDENCE_H
#define TESTS_EVIDENCE_H

#include "samples.h"

#define SAMPLE_EVIDENCE "examples/data/evidence-nq-36-2021.json"

static inline dti_evidence *evidence_of(const char *text)
{
    dti_evidence *evidence = NULL;
    dti_error *error = NULL;
    sample_must(dti_evidence_parse(text, strlen(text), NULL, &evidence, &error), &error);
    return evidence;
}

static inline dti_evidence *evidence_sample(void)
{
    char *text = test_read_file(SAMPLE_EVIDENCE, NULL);
    dti_evidence *evidence = evidence_of(text);
    free(text);
    return evidence;
}

/* The document of a record, to be freed. */
static inline char *evidence_text(const dti_evidence *evidence)
{
    dti_text *text = NULL;
    dti_error *error = NULL;
    sample_must(dti_evidence_write(evidence, &text, &error), &error);
    char *copy = strdup(dti_text_data(text));
    ck_assert_ptr_nonnull(copy);
    dti_text_free(text);
    return copy;
}

/* The content of another record, or a new one, with one text changed. */
static inline dti_evidence *evidence_with(const dti_evidence *base, dti_evidence_field field,
                                          const char *text)
{
    dti_evidence_builder *builder = NULL;
    dti_evidence *evidence = NULL;
    dti_error *error = NULL;
    sample_must(dti_evidence_builder_new(base == NULL ? "to-trinh-277" : NULL, base, NULL, &builder,
                                         &error),
                &error);
    if (base == NULL) {
        sample_must(dti_evidence_builder_set(builder, DTI_EVIDENCE_KIND, "report", &error), &error);
    }
    sample_must(dti_evidence_builder_set(builder, field, text, &error), &error);
    sample_must(dti_evidence_builder_build(builder, &evidence, &error), &error);
    dti_evidence_builder_free(builder);
    return evidence;
}

static inline dti_history_step evidence_step(dti_action action, const char *at)
{
    dti_history_step step = DTI_HISTORY_STEP_INIT;
    step.action = action;
    step.at = at;
    step.by = "Trần Thị B";
    step.reason_vi = action == DTI_ACTION_REJECT ? "Thiếu chữ ký" : NULL;
    return step;
}

static inline dti_evidence *evidence_after(const dti_evidence *evidence,
                                           const dti_history_step *step)
{
    dti_evidence *next = NULL;
    dti_error *error = NULL;
    sample_must(dti_evidence_review(evidence, step, &next, &error), &error);
    return next;
}

/* Takes the record and gives the one after the step. */
static inline dti_evidence *evidence_go(dti_evidence *evidence, dti_action action, const char *at)
{
    const dti_history_step step = evidence_step(action, at);
    dti_evidence *next = evidence_after(evidence, &step);
    dti_evidence_unref(evidence);
    return next;
}

#endif
