/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* A gap in words: component, record, what was found and what is asked for. */
#include "model/describe.h"
#include "score/result.h"

#include <stdio.h>
#include <string.h>

const char *dti_gap_id(dti_gap gap)
{
    static const char *const ids[] = {"missing",    "too-few",      "not-submitted", "not-reviewed",
                                      "rejected",   "condition",    "wrong-signer",  "unsigned",
                                      "wrong-kind", "wrong-issuer", "out-of-period", "duplicate",
                                      "no-file",    "late"};
    return (size_t)gap < sizeof ids / sizeof ids[0] ? ids[gap] : "";
}

const char *dti_gap_name(dti_gap gap, dti_lang lang)
{
    static const enum dti__msg words[] = {
        DTI__MSG_GAP_MISSING,      DTI__MSG_GAP_TOO_FEW,  DTI__MSG_GAP_NOT_SUBMITTED,
        DTI__MSG_GAP_NOT_REVIEWED, DTI__MSG_GAP_REJECTED, DTI__MSG_GAP_CONDITION,
        DTI__MSG_GAP_SIGNER,       DTI__MSG_GAP_UNSIGNED, DTI__MSG_GAP_KIND,
        DTI__MSG_GAP_ISSUER,       DTI__MSG_GAP_PERIOD,   DTI__MSG_GAP_DUPLICATE,
        DTI__MSG_GAP_NO_FILE,      DTI__MSG_GAP_LATE};
    return dti__message_text(
        (size_t)gap < sizeof words / sizeof words[0] ? words[gap] : DTI__MSG_WORD_UNKNOWN, lang);
}

size_t dti__record_format(const dti_evidence *evidence, dti_lang lang, char *buffer, size_t size)
{
    const struct dti__content *content = &evidence->content;
    const char *name = content->number ? content->number : dti__text2_in(content->titles, lang);
    if (*name == '\0')
        return dti__message_format(DTI__MSG_SAY_GAP_RECORD_PLAIN, lang,
                                   DTI__ARGS(DTI__TEXT(content->id)), buffer, size);
    return dti__message_format(DTI__MSG_SAY_GAP_RECORD, lang,
                               DTI__ARGS(DTI__TEXT(name), DTI__TEXT(content->id)), buffer, size);
}

struct tale { /* of one gap */
    const dti_result *result;
    const struct dti__gap *gap;
    const struct dti__requirement *asked;
    const dti_evidence *evidence; /* NULL: of no single record */
    struct dti__sentence line;
};

static void say(struct tale *tale, enum dti__msg message, const struct dti__arg *args,
                size_t arg_count)
{
    dti__sentence_say(&tale->line, message, args, arg_count);
}

/* "1.3 Văn bản chỉ đạo …: tài liệu 277/TTr-STTTT [tt-277]: " */
static void say_subject(struct tale *tale)
{
    const dti_dossier *dossier = tale->result->dossier;
    const char *numbering = dossier->numbering;
    dti_lang lang = tale->line.lang;
    size_t node = tale->gap->node;
    dti__sentence_put(&tale->line, dti_framework_node_code(dossier->framework, node, numbering));
    dti__sentence_put(&tale->line, " ");
    dti__sentence_put(&tale->line, dti_framework_node_name(dossier->framework, node, lang));
    dti__sentence_put(&tale->line, ": ");
    if (!tale->evidence)
        return;
    char record[512];
    dti__record_format(tale->evidence, lang, record, sizeof record);
    dti__sentence_put(&tale->line, record);
    dti__sentence_put(&tale->line, ": ");
}

static void say_missing(struct tale *tale)
{
    char asked[2048];
    dti_framework_node_evidence_format(tale->result->dossier->framework, tale->gap->node,
                                       tale->line.lang, asked, sizeof asked);
    say(tale, DTI__MSG_SAY_GAP_MISSING, DTI__NO_ARGS);
    dti__sentence_put(&tale->line, " ");
    dti__sentence_put(&tale->line, asked);
}

static void say_too_few(struct tale *tale)
{
    size_t qualifying = tale->result->support.nodes[tale->gap->node].qualifying;
    if (qualifying < (size_t)tale->asked->count)
        say(tale, DTI__MSG_SAY_GAP_TOO_FEW,
            DTI__ARGS(DTI__INTEGER(qualifying), DTI__INTEGER(tale->asked->count)));
    else
        say(tale, DTI__MSG_SAY_GAP_FEWER, DTI__ARGS(DTI__INTEGER(qualifying)));
}

/* The last step that did one of two things; NULL: none. */
static const struct dti__history_step *last_step(const dti_evidence *evidence, dti_action action,
                                                 dti_action other)
{
    for (size_t i = evidence->history.count; i-- > 0;)
        if (evidence->history.steps[i].action == (int)action ||
            evidence->history.steps[i].action == (int)other)
            return &evidence->history.steps[i];
    return NULL;
}

static void say_rejected(struct tale *tale)
{
    const struct dti__history_step *step =
        last_step(tale->evidence, DTI_ACTION_REJECT, DTI_ACTION_REJECT);
    say(tale, DTI__MSG_SAY_GAP_REJECTED, DTI__NO_ARGS);
    dti__sentence_put(&tale->line, " ");
    if (step)
        dti__sentence_quote(&tale->line, dti__text2_in(step->reason, tale->line.lang));
}

static void say_condition(struct tale *tale)
{
    const char *mark = " ";
    say(tale, DTI__MSG_SAY_GAP_CONDITION, DTI__NO_ARGS);
    for (size_t i = 0; i < tale->asked->condition_count; i++) {
        const struct dti__condition *condition = &tale->asked->conditions[i];
        if (dti__requirement_is_met(condition, tale->evidence))
            continue;
        dti__sentence_put(&tale->line, mark);
        dti__sentence_put(&tale->line, dti__text2_in(condition->text, tale->line.lang));
        mark = "; ";
    }
}

static void say_signer(struct tale *tale)
{
    static const enum dti__msg roles[] = {DTI__MSG_SIGNER_UNKNOWN, DTI__MSG_SIGNER_HEAD,
                                          DTI__MSG_SIGNER_DEPUTY, DTI__MSG_SIGNER_OTHER};
    dti_signer_role role = dti_evidence_signer_role(tale->evidence);
    enum dti__msg asked = tale->asked->signer == DTI__SIGNER_HEAD ? DTI__MSG_SIGNER_HEAD
                                                                  : DTI__MSG_SIGNER_HEAD_OR_DEPUTY;
    say(tale, DTI__MSG_SAY_GAP_SIGNER, DTI__ARGS(DTI__TERM(roles[role]), DTI__TERM(asked)));
}

/* What it is, by the name that the framework has for it, and what it should be. */
static void say_terms(struct tale *tale, enum dti__msg message, const char *found,
                      const char *const *asked, size_t count)
{
    const dti_framework *framework = tale->result->dossier->framework;
    char name[256];
    struct dti__sentence term = dti__sentence_begin(tale->line.lang, name, sizeof name);
    dti__describe_terms(&term, framework, &found, found ? 1 : 0);
    say(tale, message, DTI__ARGS(DTI__TEXT(name)));
    dti__sentence_put(&tale->line, " ");
    dti__describe_terms(&tale->line, framework, asked, count);
}

static void say_period(struct tale *tale)
{
    const struct dti__content *content = &tale->evidence->content;
    bool in_force = tale->asked->in_force;
    bool has_period = content->from.year != 0 || content->to.year != 0;
    struct dti__date from = in_force
                                ? content->effective.year != 0 ? content->effective : content->date
                            : has_period ? content->from
                                         : content->date;
    struct dti__date to = in_force ? content->until : content->to;
    char first[DTI__DATE_SHOWN];
    char last[DTI__DATE_SHOWN];
    char found[40];
    dti__date_show(from, tale->line.lang, first);
    dti__date_show(to, tale->line.lang, last);
    if (in_force || has_period)
        snprintf(found, sizeof found, "%s – %s", first, last);
    else
        snprintf(found, sizeof found, "%s", first);
    bool is_known = from.year != 0 || to.year != 0;
    say(tale, in_force ? DTI__MSG_SAY_GAP_NOT_IN_FORCE : DTI__MSG_SAY_GAP_PERIOD,
        DTI__ARGS(is_known ? DTI__TEXT(found) : DTI__TERM(DTI__MSG_WORD_NO_DATE),
                  DTI__NUMBER((double)tale->result->dossier->year, 0)));
}

/* The record before it that counts with the same file. */
static void say_duplicate(struct tale *tale)
{
    const struct dti__support *support = &tale->result->support;
    const struct dti__backing *backing = &support->nodes[tale->gap->node];
    const char *id = "";
    for (size_t i = 0; i < backing->count && *id == '\0'; i++) {
        const struct dti__verdict *verdict = &support->verdicts[backing->first + i];
        const struct dti__content *other =
            &tale->result->dossier->evidence[verdict->record]->content;
        if ((verdict->gaps & DTI__GAPS_BLOCKING) == 0 && other->sha256 &&
            strcmp(other->sha256, tale->evidence->content.sha256) == 0)
            id = other->id;
    }
    say(tale, DTI__MSG_SAY_GAP_DUPLICATE, DTI__ARGS(DTI__TEXT(id)));
}

static void say_late(struct tale *tale)
{
    const struct dti__history_step *step =
        last_step(tale->evidence, DTI_ACTION_SUBMIT, DTI_ACTION_RESUBMIT);
    say(tale, DTI__MSG_SAY_GAP_LATE, DTI__ARGS(DTI__TIME(step ? step->time : 0)));
}

static enum dti__msg word_of_signature(const struct dti__content *content)
{
    if (content->signature[DTI_SIGNATURE_PRESENT] == 0)
        return DTI__MSG_SAY_GAP_UNSIGNED;
    return content->signature[DTI_SIGNATURE_SEALED] == 0 ? DTI__MSG_SAY_GAP_UNSEALED
                                                         : DTI__MSG_SAY_GAP_BROKEN;
}

static void say_of_record(struct tale *tale)
{
    const struct dti__content *content = &tale->evidence->content;
    const struct dti__requirement *asked = tale->asked;
    switch (tale->gap->kind) {
    case DTI_GAP_NOT_SUBMITTED:
        say(tale, DTI__MSG_SAY_GAP_NOT_SUBMITTED, DTI__NO_ARGS);
        break;
    case DTI_GAP_NOT_REVIEWED:
        say(tale, DTI__MSG_SAY_GAP_NOT_REVIEWED, DTI__NO_ARGS);
        break;
    case DTI_GAP_REJECTED:
        say_rejected(tale);
        break;
    case DTI_GAP_CONDITION:
        say_condition(tale);
        break;
    case DTI_GAP_SIGNER:
        say_signer(tale);
        break;
    case DTI_GAP_UNSIGNED:
        say(tale, word_of_signature(content), DTI__NO_ARGS);
        break;
    case DTI_GAP_KIND:
        say_terms(tale, DTI__MSG_SAY_GAP_KIND, content->kind, asked->kinds, asked->kind_count);
        break;
    case DTI_GAP_ISSUER:
        say_terms(tale, content->issuer ? DTI__MSG_SAY_GAP_ISSUER : DTI__MSG_SAY_GAP_ISSUER_UNKNOWN,
                  content->issuer, asked->issuers, asked->issuer_count);
        break;
    case DTI_GAP_PERIOD:
        say_period(tale);
        break;
    case DTI_GAP_DUPLICATE:
        say_duplicate(tale);
        break;
    case DTI_GAP_NO_FILE:
        say(tale, DTI__MSG_SAY_GAP_NO_FILE, DTI__NO_ARGS);
        break;
    default:
        say_late(tale);
    }
}

size_t dti_result_gap_format(const dti_result *result, size_t index, dti_lang lang, char *buffer,
                             size_t size)
{
    struct tale tale = {.result = result, .line = dti__sentence_begin(lang, buffer, size)};
    if (index >= dti_result_gap_count(result))
        return 0;
    tale.gap = &result->gaps[index];
    tale.asked = result->dossier->framework->nodes[tale.gap->node].evidence;
    if (tale.gap->record != DTI_NONE)
        tale.evidence = result->dossier->evidence[tale.gap->record];
    say_subject(&tale);
    if (tale.gap->kind == DTI_GAP_MISSING)
        say_missing(&tale);
    else if (tale.gap->kind == DTI_GAP_TOO_FEW)
        say_too_few(&tale);
    else
        say_of_record(&tale);
    return tale.line.length;
}
