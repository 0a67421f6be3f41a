/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* What a node above components is made of, part by part, in an explanation. */
#include "score/story.h"
#include "score/weigh.h"

enum dti__msg dti__story_state(const struct dti__story *story, uint8_t state)
{
    static const enum dti__msg words[] = {DTI__MSG_WORD_PRESENT, DTI__MSG_WORD_MISSING,
                                          DTI__MSG_WORD_NOT_APPLICABLE, DTI__MSG_WORD_NOT_ASSESSED,
                                          DTI__MSG_WORD_REJECTED};
    bool is_stated = story->result->track <= DTI_TRACK_FINAL;
    return is_stated && state == DTI_STATE_NOT_ASSESSED ? DTI__MSG_CAUSE_NOT_ASSESSED
                                                        : words[state];
}

/* What a part of a weighted index brings to it. */
static void say_weight(struct dti__story *story, const struct dti__node *index, size_t place)
{
    const struct dti__outcome *part = &story->result->nodes[index->children[place]].outcome;
    bool is_open = part->state == DTI_STATE_NOT_ASSESSED;
    struct dti__wide worth = {0, 0};
    dti__wide_add(&worth, index->weighing.factors[place], is_open ? part->high : part->points);
    dti__story_say(story, is_open ? DTI__MSG_SAY_PART_OPEN : DTI__MSG_SAY_PART,
                   DTI__ARGS(DTI__POINTS(index->weighing.weights[place], -1),
                             DTI__STORY_POINTS(dti__weigh_round(worth, index))));
}

void dti__story_parts(struct dti__story *story)
{
    const struct dti__node *node = &story->framework->nodes[story->node];
    for (size_t i = 0; i < node->child_count; i++) {
        size_t child = node->children[i];
        const struct dti__outcome *outcome = &story->result->nodes[child].outcome;
        dti__story_put(story, "  ");
        dti__story_put(story, dti_framework_node_code(story->framework, child, story->numbering));
        dti__story_put(story, " ");
        dti__story_put(story, dti_framework_node_name(story->framework, child, story->lang));
        dti__story_put(story, ": ");
        if (outcome->state == DTI_STATE_PRESENT)
            dti__story_say(story, DTI__MSG_SAY_OF,
                           DTI__ARGS(DTI__STORY_POINTS(outcome->points),
                                     DTI__STORY_POINTS(outcome->max_points)));
        else
            dti__story_say(story, dti__story_state(story, outcome->state), DTI__NO_ARGS);
        if (node->weighing.weights)
            say_weight(story, node, i);
        dti__story_put(story, "\n");
    }
    if (dti__story_node(story)->outcome.unallocated != 0) {
        dti__story_say(
            story, DTI__MSG_SAY_UNALLOCATED,
            DTI__ARGS(DTI__STORY_POINTS(dti__story_node(story)->outcome.unallocated),
                      DTI__STORY_POINTS(dti__story_node(story)->outcome.unallocated_max)));
        dti__story_put(story, "\n");
    }
}
