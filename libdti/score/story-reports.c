/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The reports behind a figure, as sentences of an explanation: a few one by one, many by their
 * number. */
#include "model/reports.h"
#include "model/words.h"
#include "score/story.h"

#define MOST_TOLD 4 /* reporters that are named one by one */

static bool counts(const struct dti__report_of *report)
{
    return report->reporter && !report->is_superseded;
}

static const char *name_of(const struct dti__story *story, const char *reporter)
{
    struct dti__text2 names = dti__dossier_agency_names(story->result->dossier, reporter);
    const char *name = dti__text2_in(names, story->lang);
    return *name ? name : reporter;
}

static void begin(struct dti__story *story)
{
    dti__story_put(story, "      ");
}

static void tell_each(struct dti__story *story, size_t input, const struct dti__figure *figure)
{
    for (size_t i = 0; i < figure->report_count; i++) {
        const struct dti__report_of *report = &figure->reports[i];
        struct dti__arg name = DTI__TEXT(name_of(story, report->reporter));
        if (!counts(report))
            continue;
        begin(story);
        if (dti__report_is_awaited(report))
            dti__story_say(story, DTI__MSG_SAY_REPORT_AWAITED,
                           DTI__ARGS(name, DTI__TEXT(report->form), DTI__TEXT(report->row)));
        else
            dti__story_say(story, DTI__MSG_SAY_REPORT,
                           DTI__ARGS(name, DTI__TEXT(report->form), DTI__TEXT(report->row),
                                     DTI__DATE(report->date),
                                     dti__report_arg(&story->framework->inputs[input], report)));
        dti__story_put(story, "\n");
    }
}

void dti__story_reports(struct dti__story *story, size_t input)
{
    const struct dti__figure *figure = &story->result->dossier->figures[input];
    const struct dti__report_of *last = NULL;
    size_t asked = 0;
    size_t awaited = 0;
    for (size_t i = 0; i < figure->report_count; i++) {
        if (!counts(&figure->reports[i]))
            continue;
        last = &figure->reports[i];
        asked++;
        awaited += dti__report_is_awaited(last);
    }
    if (asked > MOST_TOLD) {
        begin(story);
        dti__story_say(story, DTI__MSG_SAY_REPORTS,
                       DTI__ARGS(DTI__INTEGER(asked - awaited), DTI__INTEGER(asked),
                                 DTI__TEXT(last->form), DTI__TEXT(last->row)));
        dti__story_put(story, "\n");
    } else {
        tell_each(story, input, figure);
    }
    if (figure->is_disputed) {
        begin(story);
        dti__story_say(story, DTI__MSG_SAY_DISPUTED, DTI__NO_ARGS);
        dti__story_put(story, "\n");
    } else if (figure->is_decided) {
        const struct dti__decision *decision = &figure->decisions[figure->decision_count - 1];
        begin(story);
        dti__story_say(story, DTI__MSG_SAY_DECIDED,
                       DTI__ARGS(DTI__TEXT(decision->by),
                                 DTI__NAMES(decision->reason.vi, decision->reason.en)));
        dti__story_put(story, "\n");
    }
}
