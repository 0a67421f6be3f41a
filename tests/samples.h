/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Documents of the source tree as objects, made through the public interface: what many tests start
 * from. */
#ifndef TESTS_SAMPLES_H
#define TESTS_SAMPLES_H

#include "support.h"

#include <dti/dti.h>
#include <stdlib.h>
#include <string.h>

#define SAMPLE_BUILTIN        "vn-dti-province-922"
#define SAMPLE_QUANGNAM       "examples/data/quangnam-2022.json"
#define SAMPLE_TINY_FRAMEWORK "tests/data/tiny-framework.json"
#define SAMPLE_TINY_DOSSIER   "tests/data/tiny-dossier.json"
#define SAMPLE_TINY_UNITS     "tests/data/tiny-units.json"

/* A framework with cohort rules, a dossier and bounds of it. */
#define SAMPLE_COHORT_FRAMEWORK "tests/data/cohort-framework.json"
#define SAMPLE_COHORT_DOSSIER   "tests/data/cohort-dossier.json"
#define SAMPLE_COHORT_BOUNDS    "tests/data/cohort-bounds.json"

/* Fails the test with the rendered error unless the call went well. By address: the call that
 * fills the error stands beside it among the arguments. */
static inline void sample_must(dti_status status, dti_error **error)
{
    char text[512] = "";
    dti_error_format(*error, DTI_LANG_EN, text, sizeof text);
    ck_assert_msg(status == DTI_OK, "%s: %s at %s", dti_status_name(status), text,
                  dti_error_pointer(*error));
    ck_assert_ptr_null(*error);
}

/* Fails the test unless the call was refused for that reason; frees the error. */
static inline void sample_refused(dti_status status, dti_status expected, dti_error **error)
{
    ck_assert_msg(status == expected, "%s instead of %s", dti_status_name(status),
                  dti_status_name(expected));
    ck_assert_ptr_nonnull(*error);
    ck_assert_int_eq(dti_error_status(*error), expected);
    dti_error_free(*error);
    *error = NULL;
}

static inline dti_framework *sample_builtin(void)
{
    dti_framework *framework = NULL;
    dti_error *error = NULL;
    sample_must(dti_framework_builtin(SAMPLE_BUILTIN, NULL, &framework, &error), &error);
    return framework;
}

static inline dti_framework *sample_framework(const char *path)
{
    dti_framework *framework = NULL;
    dti_error *error = NULL;
    char *full = test_path(path);
    sample_must(dti_framework_load(full, NULL, &framework, &error), &error);
    free(full);
    return framework;
}

static inline dti_dossier *sample_dossier(const char *path, const dti_framework *framework)
{
    dti_dossier *dossier = NULL;
    dti_error *error = NULL;
    char *full = test_path(path);
    sample_must(dti_dossier_load(full, framework, NULL, &dossier, &error), &error);
    free(full);
    return dossier;
}

static inline dti_units *sample_units(const char *path)
{
    dti_units *units = NULL;
    dti_error *error = NULL;
    char *full = test_path(path);
    sample_must(dti_units_load(full, NULL, &units, &error), &error);
    free(full);
    return units;
}

static inline dti_bounds *sample_bounds(const char *path, const dti_framework *framework)
{
    dti_bounds *bounds = NULL;
    dti_error *error = NULL;
    char *full = test_path(path);
    sample_must(dti_bounds_load(full, framework, NULL, &bounds, &error), &error);
    free(full);
    return bounds;
}

static inline dti_dossier *sample_quangnam(void)
{
    return sample_dossier(SAMPLE_QUANGNAM, NULL);
}

/* The small framework and its dossier; the dossier holds the framework. */
static inline dti_dossier *sample_tiny(void)
{
    dti_framework *framework = sample_framework(SAMPLE_TINY_FRAMEWORK);
    dti_dossier *dossier = sample_dossier(SAMPLE_TINY_DOSSIER, framework);
    dti_framework_unref(framework);
    return dossier;
}

/* The document of a dossier, to be freed. */
static inline char *sample_written(const dti_dossier *dossier)
{
    dti_text *text = NULL;
    dti_error *error = NULL;
    sample_must(dti_dossier_write(dossier, &text, &error), &error);
    char *copy = strdup(dti_text_data(text));
    ck_assert_ptr_nonnull(copy);
    dti_text_free(text);
    return copy;
}

static inline dti_dossier_builder *sample_builder(const dti_framework *framework)
{
    dti_dossier_builder *builder = NULL;
    dti_error *error = NULL;
    sample_must(dti_dossier_builder_new(framework, "gso:49", 2022, NULL, &builder, &error), &error);
    return builder;
}

static inline dti_dossier *sample_build(dti_dossier_builder *builder)
{
    dti_dossier *dossier = NULL;
    dti_error *error = NULL;
    sample_must(dti_dossier_builder_build(builder, &dossier, &error), &error);
    return dossier;
}

static inline dti_result *sample_score(const dti_dossier *dossier, dti_track track)
{
    dti_score_options options = DTI_SCORE_OPTIONS_INIT;
    dti_result *result = NULL;
    dti_error *error = NULL;
    options.track = track;
    sample_must(dti_score(dossier, &options, &result, &error), &error);
    return result;
}

/* A node of a result by its code in the default numbering. */
static inline size_t sample_node(const dti_result *result, const char *code)
{
    const dti_framework *framework = dti_dossier_framework(dti_result_dossier(result));
    const size_t node = dti_framework_find(framework, NULL, code);
    ck_assert_msg(node != DTI_NONE, "no node %s", code);
    return node;
}

static inline size_t sample_input(const dti_framework *framework, const char *id)
{
    const size_t input = dti_framework_input_find(framework, id);
    ck_assert_msg(input != DTI_NONE, "no input %s", id);
    return input;
}

/* A finding about a node: its first argument is the code. DTI_NONE if there is none. */
static inline size_t sample_finding(const dti_report *findings, const char *id, const char *code)
{
    for (size_t i = 0; i < dti_report_count(findings); i++) {
        if (strcmp(dti_report_id(findings, i), id) == 0 &&
            strcmp(dti_report_arg(findings, i, 0), code) == 0) {
            return i;
        }
    }
    return DTI_NONE;
}

/* Dossiers made row by row.
 *
 * One figure of a dossier: a number, or an answer, or only a state. */
struct sample_row {
    const char *input;
    double number;
    const char *answer;
    dti_state state;
};

/* clang-format off */
#define SAMPLE_NUMBER(input, number) {input, number, NULL, DTI_STATE_PRESENT}
#define SAMPLE_ANSWER(input, answer) {input, 0, answer, DTI_STATE_PRESENT}
#define SAMPLE_STATE(input, state) {input, 0, NULL, state}
/* clang-format on */

static inline dti_dossier_builder *sample_begin(bool is_builtin)
{
    dti_framework *framework =
        is_builtin ? sample_builtin() : sample_framework(SAMPLE_TINY_FRAMEWORK);
    dti_dossier_builder *builder = sample_builder(framework);
    dti_framework_unref(framework);
    return builder;
}

static inline void sample_enter(dti_dossier_builder *builder, const struct sample_row *row)
{
    dti_error *error = NULL;
    if (row->state != DTI_STATE_PRESENT) {
        sample_must(dti_dossier_builder_set_state(builder, row->input, row->state, NULL, &error),
                    &error);
    } else if (row->answer != NULL) {
        sample_must(dti_dossier_builder_set_answer(builder, row->input, row->answer, &error),
                    &error);
    } else {
        sample_must(dti_dossier_builder_set_number(builder, row->input, row->number, &error),
                    &error);
    }
}

static inline dti_result *sample_end(dti_dossier_builder *builder, dti_track track)
{
    dti_dossier *dossier = sample_build(builder);
    dti_result *result = sample_score(dossier, track);
    dti_dossier_builder_free(builder);
    dti_dossier_unref(dossier);
    return result;
}

#endif
