/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The evidence of a node in an explanation: which records qualify, what the others lack, and what
 * hangs on it. */
#include "score/story.h"

static void say_record(struct dti__story *story, const struct dti__verdict *verdict)
{
    const dti_evidence *evidence = story->result->dossier->evidence[verdict->record];
    const char *mark = ": ";
    char record[512];
    dti__record_format(evidence, story->lang, record, sizeof record);
    dti__story_put(story, "  • ");
    dti__story_put(story, record);
    if ((verdict->gaps & DTI__GAPS_BLOCKING) == 0) {
        dti__story_put(story, mark);
        dti__story_say(story, DTI__MSG_SAY_QUALIFIES, DTI__NO_ARGS);
        mark = "; ";
    }
    for (unsigned gap = 0; gap < DTI__GAP_COUNT; gap++) {
        if (!(verdict->gaps & DTI__GAP(gap)))
            continue;
        dti__story_put(story, mark);
        dti__story_put(story, dti_gap_name((dti_gap)gap, story->lang));
        mark = "; ";
    }
    dti__story_put(story, "\n");
}

static void say_records(struct dti__story *story)
{
    const struct dti__support *support = &story->result->support;
    const struct dti__backing *backing = &support->nodes[story->node];
    const struct dti__requirement *asked = story->framework->nodes[story->node].evidence;
    dti__story_say(story, DTI__MSG_SAY_EVIDENCE,
                   DTI__ARGS(DTI__INTEGER(backing->qualifying), DTI__INTEGER(asked->count)));
    dti__story_put(story, "\n");
    for (size_t i = 0; i < backing->count; i++)
        say_record(story, &support->verdicts[backing->first + i]);
}

/* In full words the gap that the points are put down to. */
static void say_carrier(struct dti__story *story)
{
    char words[4096];
    for (size_t i = 0; i < story->result->gap_count; i++) {
        const struct dti__gap *gap = &story->result->gaps[i];
        if (gap->node != story->node || gap->points == 0)
            continue;
        dti_result_gap_format(story->result, i, story->lang, words, sizeof words);
        dti__story_put(story, "  ");
        dti__story_put(story, words);
        dti__story_put(story, "\n");
    }
}

void dti__story_evidence(struct dti__story *story)
{
    const struct dti__node *node = &story->framework->nodes[story->node];
    int64_t at_risk = dti_result_at_risk(story->result, story->node);
    if (!story->result->has_support)
        return;
    if (node->rule && node->evidence)
        say_records(story);
    if (at_risk == 0)
        return;
    dti__story_say(story, DTI__MSG_SAY_AT_RISK, DTI__ARGS(DTI__STORY_POINTS(at_risk)));
    dti__story_put(story, "\n");
    say_carrier(story);
}
