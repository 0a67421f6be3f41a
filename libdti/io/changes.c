/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Applying changes: a draft of the dossier is changed item by item, written and read, so that there
 * is one way in, and nothing gets into a dossier that a document could not hold. */
#include "base/number.h"
#include "base/time.h"
#include "intake/combine.h"
#include "io/dossier-read.h"
#include "io/dossier-reports.h"
#include "io/history.h"
#include "model/dossier-draft.h"
#include "model/dossier-records.h"
#include "json/tree.h"
#include "json/write.h"

#include <stdio.h>
#include <string.h>

struct work {
    const dti_changes *changes;
    dti_dossier *draft;
    dti_error **error;
    bool is_settled; /* figures follow from what is reported and decided so far */
};

static int stage_of(const dti_dossier *draft)
{
    return dti__history_state(&draft->stages, draft->stages.count);
}

static dti_status check_lock(const struct work *work, size_t index)
{
    enum dti__msg refusal = DTI__MSG_COUNT;
    if (!dti__changes_locked(work->changes, index, work->draft, &refusal))
        return DTI_OK;
    return dti__fail(
        work->error, refusal,
        DTI__ARGS(DTI__TERM(dti__process_state_term(DTI__PROCESS_STAGES, stage_of(work->draft))),
                  DTI__TEXT(dti_changes_target(work->changes, index))));
}

static dti_status set_input(struct work *work, const struct dti__change *item)
{
    struct dti__figure *figure = &work->draft->figures[item->input];
    if (item->follows)
        return DTI_OK; /* what it follows from is in the list as well */
    if (figure->report_count > 0)
        return dti__fail(work->error, DTI__MSG_INPUT_IS_REPORTED,
                         DTI__ARGS(DTI__TEXT(work->draft->framework->inputs[item->input].id)));
    figure->is_listed = true;
    figure->state = item->figure.state;
    figure->number = item->figure.number;
    figure->text = item->figure.text;
    figure->items = item->figure.items;
    figure->item_count = item->figure.item_count;
    figure->reason = item->figure.reason;
    figure->has_provenance = false; /* a source said the old one */
    if (item->decision.reason.vi)   /* why there is this value now */
        figure->note = item->decision.reason;
    return DTI_OK;
}

static bool settle(struct work *work)
{
    if (!work->is_settled)
        work->is_settled = dti__combine_all(work->draft->framework, work->draft->figures, NULL);
    return work->is_settled;
}

/* A decision has to say which figure it takes, of those that are there. */
static dti_status add_decision(struct work *work, const struct dti__change *item)
{
    const struct dti__input *input = &work->draft->framework->inputs[item->input];
    struct dti__figure *figure = &work->draft->figures[item->input];
    const struct dti__decision *decision = &item->decision;
    bool has_reported = false;
    if (figure->report_count == 0)
        return dti__fail(work->error, DTI__MSG_DECISION_WITHOUT_REPORTS, DTI__NO_ARGS);
    if (!settle(work))
        return dti__fail_nomem(work->error);
    bool names_one = decision->reporter && *decision->reporter;
    for (size_t i = 0; names_one && i < figure->report_count; i++)
        has_reported =
            has_reported || (figure->reports[i].reporter &&
                             strcmp(figure->reports[i].reporter, decision->reporter) == 0);
    if (names_one && !has_reported)
        return dti__fail(work->error, DTI__MSG_DECISION_REPORTER,
                         DTI__ARGS(DTI__TEXT(decision->reporter), DTI__TEXT(input->id)));
    if (names_one && (dti__combine_needs_all(input) || !dti__decision_of(figure, decision)))
        return dti__fail(work->error, DTI__MSG_DECISION_UNCLEAR,
                         DTI__ARGS(DTI__TEXT(decision->reporter), DTI__TEXT(input->id)));
    figure->decisions[figure->decision_count++] = *decision;
    work->is_settled = false;
    return DTI_OK;
}

static dti_status set_evidence(struct work *work, const struct dti__change *item)
{
    dti_dossier *draft = work->draft;
    const char *id = dti_evidence_text(item->evidence, DTI_EVIDENCE_ID);
    size_t at = dti__records_place(draft->evidence, draft->evidence_count, id);
    bool is_there = at < draft->evidence_count &&
                    strcmp(dti_evidence_text(draft->evidence[at], DTI_EVIDENCE_ID), id) == 0;
    if (is_there && !dti_evidence_extends(item->evidence, draft->evidence[at]))
        return dti__fail(work->error, DTI__MSG_EVIDENCE_NOT_EXTENDING, DTI__ARGS(DTI__TEXT(id)));
    draft->has_evidence = true;
    if (is_there) {
        dti_evidence_unref(draft->evidence[at]);
    } else {
        memmove(&draft->evidence[at + 1], &draft->evidence[at],
                (draft->evidence_count - at) * sizeof(dti_evidence *));
        draft->evidence_count++;
    }
    draft->evidence[at] = dti_evidence_ref(item->evidence);
    return DTI_OK;
}

/* The code of a node as this dossier numbers it. */
static dti_status code_of(const struct work *work, size_t node, const char **code)
{
    const dti_framework *framework = work->draft->framework;
    *code = dti_framework_node_code(framework, node, work->draft->numbering);
    if (!**code)
        return dti__fail(
            work->error, DTI__MSG_UNKNOWN_REFERENCE,
            DTI__ARGS(DTI__TERM(DTI__MSG_TERM_NODE), DTI__TEXT(framework->nodes[node].codes[0])));
    return DTI_OK;
}

static bool is_stated_points(const dti_dossier *draft, const struct dti__stated *stated,
                             const struct dti__stated *other)
{
    return stated->quantity == DTI_QUANTITY_POINTS && stated->subject == DTI__SUBJECT_UNIT &&
           (stated->year == 0 || stated->year == draft->year) && stated->node == other->node &&
           stated->track == other->track;
}

static dti_status set_points(struct work *work, const struct dti__change *item)
{
    dti_dossier *draft = work->draft;
    struct dti__stated stated = item->stated;
    size_t at = 0;
    dti_status status = code_of(work, stated.node, &stated.code);
    if (status != DTI_OK)
        return status;
    while (at < draft->stated_count && !is_stated_points(draft, &draft->stated[at], &stated))
        at++;
    draft->stated[at] = stated;
    if (at == draft->stated_count)
        draft->stated_count++;
    return DTI_OK;
}

static bool is_same_explanation(const struct dti__explanation *a, const struct dti__explanation *b)
{
    bool is_same = a->track == b->track && a->code_count == b->code_count;
    for (size_t i = 0; is_same && i < a->code_count; i++)
        is_same = a->nodes[i] == b->nodes[i];
    return is_same;
}

static dti_status explain(struct work *work, const struct dti__change *item)
{
    dti_dossier *draft = work->draft;
    struct dti__explanation explanation = item->explanation;
    size_t at = 0;
    dti_status status = DTI_OK;
    explanation.codes =
        dti__arena_array(&draft->arena, explanation.code_count, sizeof *explanation.codes);
    if (!explanation.codes)
        return dti__fail_nomem(work->error);
    for (size_t i = 0; status == DTI_OK && i < explanation.code_count; i++)
        status = code_of(work, explanation.nodes[i], &explanation.codes[i]);
    if (status != DTI_OK)
        return status;
    while (at < draft->explanation_count &&
           !is_same_explanation(&draft->explanations[at], &explanation))
        at++;
    draft->explanations[at] = explanation;
    if (at == draft->explanation_count)
        draft->explanation_count++;
    return DTI_OK;
}

static dti_status append(struct work *work, const struct dti__change *item, const char *content,
                         dti_history *history)
{
    const struct dti__history_step *step = &item->step;
    dti_history_step given = DTI_HISTORY_STEP_INIT;
    dti_history next;
    given.action = (dti_action)step->action;
    given.at = step->at;
    given.by = step->by;
    given.agency = step->agency;
    given.reason_vi = step->reason.vi;
    given.reason_en = step->reason.en;
    given.names = step->names;
    given.name_count = step->name_count;
    dti_status status = dti__history_append(history, &work->draft->arena, &given, content,
                                            step->points, &next, work->error);
    if (status == DTI_OK)
        *history = next;
    return status;
}

/* What the ministry gave, as the last statement of it has it. */
static const char *appraised_points(const dti_dossier *draft, size_t node)
{
    const struct dti__stated wanted = {.node = node, .track = DTI_TRACK_APPRAISED};
    for (size_t i = 0; i < draft->stated_count; i++)
        if (is_stated_points(draft, &draft->stated[i], &wanted))
            return draft->stated[i].text;
    return NULL;
}

/* The ministry may state the points of a group alone. */
static bool is_appraised(const dti_dossier *draft, size_t node)
{
    for (; node != DTI_NONE; node = draft->framework->nodes[node].parent)
        if (appraised_points(draft, node))
            return true;
    return false;
}

static dti_status reply(struct work *work, const struct dti__change *item)
{
    dti_dossier *draft = work->draft;
    char content[DTI__DIGEST_SIZE];
    size_t at = 0;
    while (at < draft->reply_count && draft->replies[at].node != item->node)
        at++;
    struct dti__reply next = {.node = item->node,
                              .appraised = appraised_points(draft, item->node),
                              .history.process = DTI__PROCESS_REPLY};
    dti_status status = code_of(work, item->node, &next.code);
    if (status != DTI_OK)
        return status;
    if (at < draft->reply_count)
        next = draft->replies[at];
    else if (!is_appraised(draft, item->node))
        return dti__fail(work->error, DTI__MSG_REPLY_WITHOUT_APPRAISAL,
                         DTI__ARGS(DTI__TEXT(next.code)));
    if (!dti__reply_digest(next.code, next.appraised, content))
        return dti__fail_nomem(work->error);
    status = append(work, item, content, &next.history);
    if (status != DTI_OK)
        return status;
    draft->replies[at] = next;
    if (at == draft->reply_count)
        draft->reply_count++;
    return DTI_OK;
}

static dti_status refuse_recall(const struct work *work, const struct dti__change *item)
{
    return dti__fail(work->error, DTI__MSG_RECALL_LATE,
                     DTI__ARGS(DTI__TIME(item->step.time), DTI__TIME(item->deadline)));
}

/* A step speaks of the dossier as it is when it is taken. */
static dti_status enter_stage(struct work *work, const struct dti__change *item)
{
    dti_dossier *draft = work->draft;
    char content[DTI__DIGEST_SIZE];
    if (stage_of(draft) == DTI_STAGE_SUBMITTED && item->step.action == DTI_ACTION_RECALL &&
        item->step.time >= item->deadline)
        return refuse_recall(work, item);
    if (!settle(work))
        return dti__fail_nomem(work->error);
    dti__draft_list(draft);
    cJSON *tree = dti__dossier_tree(draft, DTI__DOSSIER_DIGESTED);
    bool is_done = tree && dti__json_digest(tree, NULL, content);
    dti__json_free(tree);
    return is_done ? append(work, item, content, &draft->stages) : dti__fail_nomem(work->error);
}

static dti_status take(struct work *work, size_t index)
{
    const struct dti__change *item = &work->changes->items[index];
    dti_status status = check_lock(work, index);
    if (status != DTI_OK)
        return status;
    switch (item->kind) {
    case DTI_CHANGE_INPUT:
        work->is_settled = false;
        return set_input(work, item);
    case DTI_CHANGE_REPORT:
        work->is_settled = false;
        dti__draft_report(work->draft, item->input, &item->report); /* twice is once */
        if (item->report.reporter && item->reporter_names.vi)
            dti__draft_agency(work->draft, item->report.reporter, item->reporter_names);
        return DTI_OK;
    case DTI_CHANGE_DECISION:
        return add_decision(work, item);
    case DTI_CHANGE_EVIDENCE:
        return set_evidence(work, item);
    case DTI_CHANGE_STATED:
        return set_points(work, item);
    case DTI_CHANGE_EXPLAIN:
        return explain(work, item);
    case DTI_CHANGE_REPLY:
        return reply(work, item);
    default:
        return enter_stage(work, item);
    }
}

static dti_status read_draft(struct work *work, dti_dossier **out)
{
    dti_dossier *draft = work->draft;
    if (!settle(work))
        return dti__fail_nomem(work->error);
    dti__draft_list(draft);
    dti_report *report = dti__report_new(NULL);
    cJSON *tree = report ? dti__dossier_tree(draft, DTI__DOSSIER_WHOLE) : NULL;
    dti_dossier *dossier =
        tree ? dti__dossier_read(tree, draft->framework, &draft->arena.allocator, report) : NULL;
    dti_status status =
        dossier ? dti__report_result(report, work->error) : dti__fail_nomem(work->error);
    dti__json_free(tree);
    dti_report_unref(report);
    if (status == DTI_OK)
        *out = dossier;
    else
        dti_dossier_unref(dossier);
    return status;
}

dti_status dti_changes_apply(const dti_changes *changes, const dti_dossier *dossier,
                             dti_dossier **out, dti_error **error)
{
    dti_status status = DTI_OK;
    if (!changes || !dossier || !out)
        return dti__fail_null(error, !changes ? "changes" : !dossier ? "dossier" : "out");
    const dti_framework *given = changes->framework;
    const dti_framework *own = dossier->framework;
    if (!dti__framework_is_same(given, own))
        return dti__fail(error, DTI__MSG_CHANGES_OTHER_FRAMEWORK,
                         DTI__ARGS(DTI__TEXT(given->id), DTI__TEXT(given->version),
                                   DTI__TEXT(own->id), DTI__TEXT(own->version)));
    if (changes->count == 0) {
        *out = dti_dossier_ref(dossier);
        return DTI_OK;
    }
    struct work work = {changes, dti__draft_new(dossier, changes), error, false};
    if (!work.draft)
        return dti__fail_nomem(error);
    for (size_t i = 0; status == DTI_OK && i < changes->count; i++)
        status = take(&work, i);
    if (status == DTI_OK)
        status = read_draft(&work, out);
    dti_dossier_unref(work.draft);
    return status;
}
