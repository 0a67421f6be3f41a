/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
#include "model/dossier-records.h"

#include "model/check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void check_record(const dti_dossier *dossier, size_t index, dti_report *report)
{
    const dti_framework *framework = dossier->framework;
    const struct dti__content *content = &dossier->evidence[index]->content;
    if (content->numbering && !dti__framework_has_numbering(framework, content->numbering)) {
        dti__check_find(
            report, DTI__MSG_UNKNOWN_REFERENCE,
            DTI__ARGS(DTI__TERM(DTI__MSG_TERM_NUMBERING), DTI__TEXT(content->numbering)),
            "/evidence/%zu/numbering", index);
        return;
    }
    for (size_t i = 0; i < content->code_count; i++)
        if (dti_framework_find(framework, content->numbering, content->codes[i]) == DTI_NONE)
            dti__check_find(report, DTI__MSG_UNKNOWN_REFERENCE,
                            DTI__ARGS(DTI__TERM(DTI__MSG_TERM_NODE), DTI__TEXT(content->codes[i])),
                            "/evidence/%zu/components/%zu", index, i);
    for (size_t i = 0; i < content->input_count; i++)
        if (dti_framework_input_find(framework, content->inputs[i]) == DTI_NONE) {
            char pointer[64];
            (void)snprintf(pointer, sizeof pointer, "/evidence/%zu/inputs/%zu", index, i);
            dti__check_unknown_input(framework, content->inputs[i], report, pointer);
        }
}

static bool check_ids(dti_dossier *dossier, dti_report *report)
{
    size_t count = dossier->evidence_count;
    const char **ids = dti__arena_array(&dossier->arena, count, sizeof *ids);
    struct dti__names names;
    if (!ids)
        return false;
    for (size_t i = 0; i < count; i++)
        ids[i] = dossier->evidence[i]->content.id;
    return dti__check_unique(&dossier->arena, &names, ids, sizeof *ids, count, report, "/evidence");
}

static int compare_records(const void *a, const void *b)
{
    const dti_evidence *const *left = a;
    const dti_evidence *const *right = b;
    const char *one = (*left)->content.id;
    const char *other = (*right)->content.id;
    return strcmp(one ? one : "", other ? other : "");
}

static bool name_records(dti_dossier *dossier)
{
    size_t duplicate = 0;
    size_t count = dossier->evidence_count;
    const char **ids = dti__arena_array(&dossier->arena, count, sizeof *ids);
    if (!ids)
        return false;
    for (size_t i = 0; i < count; i++)
        ids[i] = dossier->evidence[i]->content.id;
    return dti__names_build(&dossier->evidence_names, &dossier->arena, ids, count, &duplicate);
}

static void check_supplied(const dti_dossier *dossier, size_t index, dti_report *report)
{
    const dti_history *history = &dossier->replies[index].history;
    for (size_t i = 0; i < history->count; i++) {
        const struct dti__history_step *step = &history->steps[i];
        for (size_t k = 0; k < step->name_count; k++)
            if (dti__names_find(&dossier->evidence_names, step->names[k]) == DTI_NONE)
                dti__check_find(
                    report, DTI__MSG_UNKNOWN_REFERENCE,
                    DTI__ARGS(DTI__TERM(DTI__MSG_TERM_EVIDENCE), DTI__TEXT(step->names[k])),
                    "/replies/%zu/history/%zu/names/%zu", index, i, k);
    }
}

static bool resolve_reply(const dti_dossier *dossier, size_t index, dti_report *report)
{
    struct dti__reply *reply = &dossier->replies[index];
    const dti_framework *framework = dossier->framework;
    if (!reply->code)
        return false; /* faulty, and reported so */
    reply->node = dti_framework_find(framework, dossier->numbering, reply->code);
    if (reply->node == DTI_NONE)
        dti__check_find(report, DTI__MSG_UNKNOWN_REFERENCE,
                        DTI__ARGS(DTI__TERM(DTI__MSG_TERM_NODE), DTI__TEXT(reply->code)),
                        "/replies/%zu/code", index);
    else if (!framework->nodes[reply->node].rule)
        dti__check_find(report, DTI__MSG_REPLY_NOT_COMPONENT, DTI__ARGS(DTI__TEXT(reply->code)),
                        "/replies/%zu/code", index);
    return reply->node != DTI_NONE;
}

static bool resolve_replies(dti_dossier *dossier, dti_report *report)
{
    bool *is_taken =
        dti__arena_array(&dossier->arena, dossier->framework->node_count, sizeof *is_taken);
    if (!is_taken)
        return false;
    for (size_t i = 0; i < dossier->reply_count; i++) {
        if (!resolve_reply(dossier, i, report))
            continue;
        size_t node = dossier->replies[i].node;
        if (is_taken[node])
            dti__check_find(report, DTI__MSG_DUPLICATE_ID,
                            DTI__ARGS(DTI__TEXT(dossier->replies[i].code)), "/replies/%zu/code", i);
        is_taken[node] = true;
        check_supplied(dossier, i, report);
    }
    return true;
}

static int compare_replies(const void *a, const void *b)
{
    const struct dti__reply *left = a;
    const struct dti__reply *right = b;
    return (left->node > right->node) - (left->node < right->node);
}

bool dti__records_finish(dti_dossier *dossier, dti_report *report)
{
    for (size_t i = 0; i < dossier->evidence_count; i++)
        check_record(dossier, i, report);
    if (!check_ids(dossier, report))
        return false;
    if (dossier->evidence_count > 0)
        qsort(dossier->evidence, dossier->evidence_count, sizeof *dossier->evidence,
              compare_records);
    if (!name_records(dossier) || !resolve_replies(dossier, report))
        return false;
    if (dossier->reply_count > 0)
        qsort(dossier->replies, dossier->reply_count, sizeof *dossier->replies, compare_replies);
    return true;
}

size_t dti__records_place(dti_evidence *const *records, size_t count, const char *id)
{
    size_t low = 0;
    size_t high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(records[middle]->content.id, id) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

const struct dti__reply *dti__dossier_reply_of(const dti_dossier *dossier, size_t node)
{
    for (size_t i = 0; i < dossier->reply_count; i++)
        if (dossier->replies[i].node == node)
            return &dossier->replies[i];
    return NULL;
}

/* ── public getters ── */

const char *dti_stage_name(dti_stage stage, dti_lang lang)
{
    if (stage < DTI_STAGE_COLLECTING || stage > DTI_STAGE_FINAL)
        return "";
    return dti__message_text(dti__process_state_term(DTI__PROCESS_STAGES, (int)stage), lang);
}

dti_stage dti_dossier_stage(const dti_dossier *dossier)
{
    return dossier ? (dti_stage)dti__history_state(&dossier->stages, dossier->stages.count)
                   : DTI_STAGE_COLLECTING;
}

const dti_history *dti_dossier_stages(const dti_dossier *dossier)
{
    return dossier ? &dossier->stages : NULL;
}

int dti_dossier_has_evidence(const dti_dossier *dossier)
{
    return dossier ? dossier->has_evidence : 0;
}

size_t dti_dossier_evidence_count(const dti_dossier *dossier)
{
    return dossier ? dossier->evidence_count : 0;
}

const dti_evidence *dti_dossier_evidence(const dti_dossier *dossier, size_t index)
{
    return dossier && index < dossier->evidence_count ? dossier->evidence[index] : NULL;
}

size_t dti_dossier_evidence_find(const dti_dossier *dossier, const char *id)
{
    return dossier && id ? dti__names_find(&dossier->evidence_names, id) : DTI_NONE;
}

const dti_history *dti_dossier_reply(const dti_dossier *dossier, size_t node)
{
    const struct dti__reply *reply = dossier ? dti__dossier_reply_of(dossier, node) : NULL;
    return reply ? &reply->history : NULL;
}

static const struct dti__report_of *report_at(const dti_dossier *dossier, size_t input,
                                              size_t report)
{
    if (!dossier || input >= dossier->framework->input_count ||
        report >= dossier->figures[input].report_count)
        return NULL;
    return &dossier->figures[input].reports[report];
}

size_t dti_dossier_report_count(const dti_dossier *dossier, size_t input)
{
    if (!dossier || input >= dossier->framework->input_count)
        return 0;
    return dossier->figures[input].report_count;
}

const char *dti_dossier_report_reporter(const dti_dossier *dossier, size_t input, size_t report)
{
    const struct dti__report_of *of = report_at(dossier, input, report);
    return of && of->reporter ? of->reporter : "";
}

const char *dti_dossier_report_form(const dti_dossier *dossier, size_t input, size_t report)
{
    const struct dti__report_of *of = report_at(dossier, input, report);
    return of && of->form ? of->form : "";
}

const char *dti_dossier_report_row(const dti_dossier *dossier, size_t input, size_t report)
{
    const struct dti__report_of *of = report_at(dossier, input, report);
    return of && of->row ? of->row : "";
}

const char *dti_dossier_report_date(const dti_dossier *dossier, size_t input, size_t report)
{
    const struct dti__report_of *of = report_at(dossier, input, report);
    return of ? of->date_text : "";
}

dti_state dti_dossier_report_state(const dti_dossier *dossier, size_t input, size_t report)
{
    const struct dti__report_of *of = report_at(dossier, input, report);
    return of ? (dti_state)of->state : DTI_STATE_MISSING;
}

double dti_dossier_report_number(const dti_dossier *dossier, size_t input, size_t report)
{
    const struct dti__report_of *of = report_at(dossier, input, report);
    return of && of->state == DTI_STATE_PRESENT ? of->number : 0;
}

int dti_dossier_report_is_superseded(const dti_dossier *dossier, size_t input, size_t report)
{
    const struct dti__report_of *of = report_at(dossier, input, report);
    return of ? of->is_superseded : 0;
}

int dti_dossier_input_is_disputed(const dti_dossier *dossier, size_t input)
{
    if (!dossier || input >= dossier->framework->input_count)
        return 0;
    return dossier->figures[input].is_disputed;
}
