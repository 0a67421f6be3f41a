/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Changes in words: what becomes different, from where, and why. */
#include "model/changes.h"
#include "model/reports.h"
#include "model/words.h"

#include <stdio.h>
#include <string.h>

struct words {
    const dti_changes *changes;
    const struct dti__change *item;
    dti_lang lang;
    char *buffer;
    size_t size;
    size_t length;
};

static void put(struct words *words, enum dti__msg message, const struct dti__arg *args,
                size_t arg_count)
{
    size_t used = words->length < words->size ? words->length : words->size;
    words->length +=
        dti__message_format(message, words->lang, args, arg_count,
                            words->size > used ? words->buffer + used : NULL, words->size - used);
}

static void put_text(struct words *words, const char *text)
{
    size_t used = words->length < words->size ? words->length : words->size;
    size_t room = words->size - used;
    if (room > 0)
        words->length += (size_t)snprintf(words->buffer + used, room, "%s", text);
    else
        words->length += strlen(text);
}

static void put_reason(struct words *words, struct dti__text2 reason)
{
    if (!reason.vi)
        return;
    put_text(words, " – ");
    put_text(words, dti__text2_in(reason, words->lang));
}

static void put_input(struct words *words)
{
    const struct dti__input *input = &words->changes->framework->inputs[words->item->input];
    const struct dti__figure *figure = &words->item->figure;
    put(words, DTI__MSG_CHANGE_INPUT,
        DTI__ARGS(DTI__NAMES(input->names.vi, input->names.en), DTI__TEXT(input->id),
                  dti__figure_arg(input, figure->state, figure->number, figure->text)));
    put_reason(words, figure->reason.vi ? figure->reason : words->item->decision.reason);
}

static void put_report(struct words *words)
{
    struct dti__origin_words origin_words;
    const struct dti__input *input = &words->changes->framework->inputs[words->item->input];
    const struct dti__report_of *report = &words->item->report;
    struct dti__arg name = DTI__NAMES(input->names.vi, input->names.en);
    struct dti__arg origin = dti__origin_arg(report, words->item->reporter_names, &origin_words);
    if (!report->reporter)
        put(words, DTI__MSG_CHANGE_PRIOR,
            DTI__ARGS(name, DTI__TEXT(input->id), dti__report_arg(input, report)));
    else if (dti__report_is_awaited(report))
        put(words, DTI__MSG_CHANGE_AWAITED, DTI__ARGS(name, DTI__TEXT(input->id), origin));
    else
        put(words, DTI__MSG_CHANGE_REPORT,
            DTI__ARGS(name, DTI__TEXT(input->id), origin, dti__report_arg(input, report)));
    if (report->date.year != 0) {
        char day[DTI__DATE_SHOWN];
        dti__date_show(report->date, words->lang, day);
        put_text(words, ", ");
        put_text(words, day);
    }
    put_reason(words, report->note);
}

static void put_decision(struct words *words)
{
    const struct dti__input *input = &words->changes->framework->inputs[words->item->input];
    const struct dti__decision *decision = &words->item->decision;
    bool is_for_reporter = decision->reporter && *decision->reporter;
    struct dti__arg choice = !decision->reporter
                                 ? dti__figure_arg(input, DTI_STATE_PRESENT, decision->number, "")
                             : is_for_reporter ? DTI__TEXT(decision->reporter)
                                               : DTI__TERM(DTI__MSG_CHANGE_DERIVED);
    put(words, is_for_reporter ? DTI__MSG_CHANGE_DECISION_FOR : DTI__MSG_CHANGE_DECISION,
        DTI__ARGS(DTI__NAMES(input->names.vi, input->names.en), DTI__TEXT(input->id),
                  DTI__TEXT(decision->by), choice));
    put_reason(words, decision->reason);
}

static void put_step(struct words *words, const char *target)
{
    const struct dti__history_step *step = &words->item->step;
    struct dti__arg of = target ? DTI__TEXT(target) : DTI__TERM(DTI__MSG_CHANGE_DOSSIER);
    put(words, DTI__MSG_CHANGE_STEP,
        DTI__ARGS(of, DTI__TEXT(dti_action_name((dti_action)step->action, words->lang)),
                  DTI__TEXT(step->by), DTI__TIME(step->time)));
    put_reason(words, step->reason);
}

static void put_explanation(struct words *words)
{
    const struct dti__explanation *explanation = &words->item->explanation;
    char codes[64] = "";
    size_t length = 0;
    for (size_t i = 0; i < explanation->code_count && length < sizeof codes; i++)
        length +=
            (size_t)snprintf(codes + length, sizeof codes - length, "%s%s", i > 0 ? ", " : "",
                             words->changes->framework->nodes[explanation->nodes[i]].codes[0]);
    put(words, DTI__MSG_CHANGE_EXPLAIN,
        DTI__ARGS(DTI__TEXT(codes),
                  DTI__TEXT(dti_track_name((dti_track)explanation->track, words->lang))));
    put_reason(words, explanation->text);
}

size_t dti_changes_format(const dti_changes *changes, size_t index, dti_lang lang, char *buffer,
                          size_t size)
{
    if (size > 0 && buffer)
        buffer[0] = '\0';
    if (!changes || index >= changes->count)
        return 0;
    const struct dti__change *item = &changes->items[index];
    struct words words = {changes, item, lang, buffer, buffer ? size : 0, 0};
    const char *target = dti_changes_target(changes, index);
    switch (item->kind) {
    case DTI_CHANGE_INPUT:
        put_input(&words);
        break;
    case DTI_CHANGE_REPORT:
        put_report(&words);
        break;
    case DTI_CHANGE_DECISION:
        put_decision(&words);
        break;
    case DTI_CHANGE_EVIDENCE:
        put(&words, DTI__MSG_CHANGE_EVIDENCE,
            DTI__ARGS(DTI__TEXT(target),
                      DTI__TEXT(dti_review_state_name(dti_evidence_state(item->evidence), lang))));
        break;
    case DTI_CHANGE_STATED:
        put(&words, DTI__MSG_CHANGE_STATED,
            DTI__ARGS(DTI__TEXT(target), DTI__TEXT(item->stated.text),
                      DTI__TEXT(dti_track_name((dti_track)item->stated.track, lang))));
        break;
    case DTI_CHANGE_EXPLAIN:
        put_explanation(&words);
        break;
    default:
        put_step(&words, item->kind == DTI_CHANGE_REPLY ? target : NULL);
    }
    return words.length;
}
