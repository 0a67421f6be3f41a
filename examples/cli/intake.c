/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* What came in, read and put into a dossier: forms, evidence records, tables of points. */
#include "intake.h"

#include "kind.h"
#include "load.h"

#include <stdlib.h>
#include <string.h>

void intake_begin(struct intake *intake, const struct cli *cli, const struct args *args,
                  dti_dossier *dossier, dti_collection *collection)
{
    size_t most = args->operand_count;
    *intake = (struct intake){
        .cli = cli,
        .args = args,
        .framework = dti_dossier_framework(dossier),
        .collection = collection,
        .dossier = dossier,
        .forms = memory_resize(NULL, most, sizeof *intake->forms),
        .records = memory_resize(NULL, most, sizeof *intake->records),
        .tables = memory_resize(NULL, most, sizeof *intake->tables),
    };
}

void intake_end(struct intake *intake)
{
    for (size_t i = 0; i < intake->form_count; i++) {
        dti_form_unref(intake->forms[i]);
    }
    for (size_t i = 0; i < intake->record_count; i++) {
        dti_evidence_unref(intake->records[i]);
    }
    for (size_t i = 0; i < intake->table_count; i++) {
        dti_changes_free(intake->tables[i]);
    }
    free(intake->forms);
    free(intake->records);
    free(intake->tables);
    dti_report_unref(intake->report);
    dti_dossier_unref(intake->dossier);
    dti_collection_unref(intake->collection);
}

static dti_status read_evidence(struct intake *intake, const struct text *text,
                                const dti_parse_options *options, dti_error **error)
{
    dti_evidence *evidence = NULL;
    dti_status status = dti_evidence_parse(text_get(text), text->length, options, &evidence, error);
    if (status == DTI_OK) {
        intake->records[intake->record_count++] = evidence;
    }
    return status;
}

static dti_status read_form(struct intake *intake, const struct text *text,
                            const dti_parse_options *options, dti_error **error)
{
    dti_form *form = NULL;
    dti_status status =
        dti_form_parse(text_get(text), text->length, intake->collection, options, &form, error);
    if (status == DTI_OK) {
        intake->forms[intake->form_count++] = form;
    }
    return status;
}

/* The library knows more spellings of titles than a look at a line does: what reads as a form is
 * one. */
static dti_status read_sheet(struct intake *intake, const struct text *text,
                             const dti_parse_options *options, dti_error **error)
{
    dti_changes *changes = NULL;
    const char *asked = intake->args->values[OPTION_NUMBERING];
    const char *numbering = asked ? asked : dti_dossier_numbering(intake->dossier);
    dti_status status = dti_sheet_parse(text_get(text), text->length, intake->framework, numbering,
                                        options, &changes, error);
    if (status == DTI_OK) {
        intake->tables[intake->table_count++] = changes;
        return status;
    }
    if (read_form(intake, text, options, NULL) == DTI_OK) {
        dti_error_free(*error);
        *error = NULL;
        return DTI_OK;
    }
    return status;
}

static int read_text(struct intake *intake, const char *path, const struct text *text)
{
    enum kind kind = kind_of(text_get(text), text->length);
    dti_parse_options options = DTI_PARSE_OPTIONS_INIT;
    options.source_name = path;
    dti_error *error = NULL;
    dti_status status = DTI_OK;
    switch (kind) {
    case KIND_EVIDENCE:
        status = read_evidence(intake, text, &options, &error);
        break;
    case KIND_SHEET:
        status = read_sheet(intake, text, &options, &error);
        break;
    case KIND_FORM:
        status = read_form(intake, text, &options, &error);
        break;
    default:
        cli_error(intake->cli, WORD_MERGE_KIND,
                  WITH(path, word(intake->cli->lang, kind_word(kind))));
        return CLI_EXIT_FAULT;
    }
    return status == DTI_OK ? CLI_EXIT_FINE : load_failed(intake->cli, error);
}

int intake_read(struct intake *intake, const char *path)
{
    struct text text = TEXT_EMPTY;
    int status = load_text(intake->cli, path, &text);
    if (status == CLI_EXIT_FINE) {
        status = read_text(intake, path, &text);
    }
    text_free(&text);
    return status;
}

static void count(struct intake *intake, const dti_changes *changes)
{
    for (size_t i = 0; i < dti_changes_count(changes); i++) {
        size_t kind = (size_t)dti_changes_kind(changes, i);
        if (kind < sizeof intake->counts / sizeof *intake->counts) {
            intake->counts[kind]++;
        }
    }
}

static dti_status apply(struct intake *intake, const dti_changes *changes, dti_error **error)
{
    dti_dossier *next = NULL;
    dti_status status = dti_changes_apply(changes, intake->dossier, &next, error);
    if (status == DTI_OK) {
        count(intake, changes);
        dti_dossier_unref(intake->dossier);
        intake->dossier = next;
    }
    return status;
}

static bool is_same(const dti_evidence *a, const dti_evidence *b)
{
    return strcmp(dti_evidence_digest(a), dti_evidence_digest(b)) == 0;
}

static size_t count_steps(const dti_evidence *evidence)
{
    return dti_history_count(dti_evidence_history(evidence));
}

static int compare_records(const void *a, const void *b)
{
    const dti_evidence *one = *(dti_evidence *const *)a;
    const dti_evidence *other = *(dti_evidence *const *)b;
    size_t steps = count_steps(one);
    size_t other_steps = count_steps(other);
    return steps != other_steps ? (steps < other_steps ? -1 : 1)
                                : strcmp(dti_evidence_digest(one), dti_evidence_digest(other));
}

/* A record as the dossier has it, or had it some steps ago, brings nothing new. */
static dti_status find_known(const struct intake *intake, const dti_evidence *evidence,
                             bool *is_known, dti_error **error)
{
    const char *id = dti_evidence_text(evidence, DTI_EVIDENCE_ID);
    size_t at = dti_dossier_evidence_find(intake->dossier, id);
    const dti_evidence *here = dti_dossier_evidence(intake->dossier, at);
    size_t steps = count_steps(evidence);
    *is_known = here && is_same(here, evidence);
    if (!here || *is_known || steps > count_steps(here)) {
        return DTI_OK;
    }
    dti_evidence *then = NULL;
    dti_status status = dti_evidence_at(here, steps, &then, error);
    *is_known = status == DTI_OK && is_same(then, evidence);
    dti_evidence_unref(then);
    return status;
}

static dti_status merge_forms(struct intake *intake, dti_error **error)
{
    dti_changes *changes = NULL;
    dti_status status = dti_merge(intake->dossier, (const dti_form *const *)intake->forms,
                                  intake->form_count, &changes, NULL, error);
    if (status == DTI_OK) {
        status = apply(intake, changes, error);
    }
    dti_changes_free(changes);
    return status;
}

static dti_status add_record(struct intake *intake, size_t index, dti_changes *changes,
                             dti_error **error)
{
    const dti_evidence *record = intake->records[index];
    bool is_known = index != 0 && is_same(record, intake->records[index - 1]);
    dti_status status = is_known ? DTI_OK : find_known(intake, record, &is_known, error);
    if (status == DTI_OK && is_known) {
        intake->known_records++;
    } else if (status == DTI_OK) {
        status = dti_changes_set_evidence(changes, record, error);
    }
    return status;
}

/* Of one record in several states the earlier ones go first, in whatever order they came. */
static dti_status merge_records(struct intake *intake, dti_error **error)
{
    dti_changes *changes = NULL;
    dti_status status = dti_changes_new(intake->framework, NULL, &changes, error);
    qsort(intake->records, intake->record_count, sizeof *intake->records, compare_records);
    for (size_t i = 0; i < intake->record_count && status == DTI_OK; i++) {
        status = add_record(intake, i, changes, error);
    }
    if (status == DTI_OK && dti_changes_count(changes) != 0) {
        status = apply(intake, changes, error);
    }
    dti_changes_free(changes);
    return status;
}

int intake_apply(struct intake *intake)
{
    dti_error *error = NULL;
    dti_status status = intake->form_count != 0 ? merge_forms(intake, &error) : DTI_OK;
    if (status == DTI_OK && intake->record_count != 0) {
        status = merge_records(intake, &error);
    }
    for (size_t i = 0; i < intake->table_count && status == DTI_OK; i++) {
        status = apply(intake, intake->tables[i], &error);
    }
    if (status == DTI_OK) {
        status = dti_merge_review(intake->dossier, NULL, &intake->report, &error);
    }
    return status == DTI_OK ? CLI_EXIT_FINE : load_failed(intake->cli, error);
}
