/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Embeds libdti in a program with its own memory, its own log, its own language, and rows instead
 * of documents: builds a dossier, scores it and explains one indicator. */
#include <dti/dti.h>

#include <stdio.h>
#include <stdlib.h>

/* The host's memory: it counts what libdti holds, and at the end that is nothing. */
static void *host_resize(void *context, void *block, size_t old_bytes, size_t new_bytes)
{
    size_t *used = context;
    void *moved = realloc(block, new_bytes);
    if (moved) {
        *used = *used - old_bytes + new_bytes;
    }
    return moved;
}

static void *host_alloc(void *context, size_t bytes)
{
    return host_resize(context, NULL, 0, bytes);
}

static void host_release(void *context, void *block, size_t bytes)
{
    size_t *used = context;
    *used -= bytes;
    free(block);
}

static void host_log(void *context, dti_severity severity, const char *id, const char *text)
{
    fprintf(context, "log %d: %s %s\n", (int)severity, id, text);
}

/* The host's rows: they may come from a data base, a form, a message. */
static dti_status add_rows(dti_dossier_builder *builder, dti_error **error)
{
    static const struct {
        const char *input;
        double value;
    } rows[] = {
        {"files-processed-online-share", 51.16},
        {"online-services-with-files-share", 66.96},
    };
    dti_status status = DTI_OK;
    for (size_t i = 0; i < sizeof rows / sizeof *rows && status == DTI_OK; i++) {
        status = dti_dossier_builder_set_number(builder, rows[i].input, rows[i].value, error);
    }
    return status;
}

static dti_status explain(const dti_parse_options *options, const char *code, dti_error **error)
{
    dti_framework *framework = NULL;
    dti_dossier_builder *builder = NULL;
    dti_dossier *dossier = NULL;
    dti_result *result = NULL;
    dti_text *text = NULL;
    dti_score_options score_options = DTI_SCORE_OPTIONS_INIT;
    score_options.allocator = options->allocator;
    score_options.track = DTI_TRACK_COMPUTED;

    dti_status status = dti_framework_builtin("vn-dti-province-922", options, &framework, error);
    size_t node = dti_framework_find(framework, NULL, code);
    if (status == DTI_OK) {
        status = dti_dossier_builder_new(framework, "gso:49", 2022, options, &builder, error);
    }
    if (status == DTI_OK) {
        status = add_rows(builder, error);
    }
    if (status == DTI_OK) {
        status = dti_dossier_builder_build(builder, &dossier, error);
    }
    if (status == DTI_OK) {
        status = dti_score(dossier, &score_options, &result, error);
    }
    if (status == DTI_OK) {
        status = dti_result_explain(result, node, NULL, options->log_lang, &text, error);
    }
    printf("%s", dti_text_data(text));
    dti_text_free(text); /* all of these accept NULL, in any order */
    dti_framework_unref(framework);
    dti_dossier_builder_free(builder);
    dti_dossier_unref(dossier);
    dti_result_unref(result);
    return status;
}

int main(void)
{
    size_t used = 0;
    dti_allocator allocator = DTI_ALLOCATOR_INIT;
    allocator.alloc = host_alloc;
    allocator.resize = host_resize;
    allocator.release = host_release;
    allocator.context = &used;

    dti_parse_options options = DTI_PARSE_OPTIONS_INIT;
    options.allocator = &allocator;
    options.log = host_log;
    options.log_context = stdout;
    options.log_lang = DTI_LANG_EN;

    dti_error *error = NULL;
    dti_status status = explain(&options, "6.12", &error);
    if (status != DTI_OK) {
        char message[512];
        dti_error_format(error, DTI_LANG_EN, message, sizeof message);
        fprintf(stderr, "%s: %s\n", dti_status_name(status), message);
        dti_error_free(error);
    }
    printf("%zu bytes left behind\n", used);
    return status == DTI_OK && used == 0 ? 0 : 1;
}
