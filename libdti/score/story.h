/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The story of a node: what the sentences of an explanation are told from, and written to. */
#ifndef DTI_SCORE_STORY_H
#define DTI_SCORE_STORY_H

#include "base/buffer.h"
#include "score/result.h"

struct dti__story {
    const dti_result *result;
    const dti_framework *framework;
    size_t node;
    const char *numbering;
    dti_lang lang;
    struct dti__buffer out;
};

void dti__story_put(struct dti__story *story, const char *text);
void dti__story_say(struct dti__story *story, enum dti__msg message, const struct dti__arg *args,
                    size_t arg_count);
/* A message and then a text that may be long, on a line of their own. */
void dti__story_say_with(struct dti__story *story, enum dti__msg message, const char *text);
const struct dti__node_result *dti__story_node(const struct dti__story *story);
/* " (7501/KH-UBND, III.6)": the number of a source, or its id, and the place in it; nothing if
 * there is neither. */
void dti__story_place(struct dti__story *story, const char *source, const char *place);
/* The name of an answer to an input of kind choice or yes-no. */
const char *dti__story_answer(const struct dti__input *input, double number, dti_lang lang);

/* The word for a state. On a stated track what has no points was not printed; nobody says that it
 * was not assessed. */
enum dti__msg dti__story_state(const struct dti__story *story, uint8_t state);
/* The parts of a node above components, a line each, and what they do not account for. */
void dti__story_parts(struct dti__story *story);

/* The inputs of a rule: value, origin, provenance, and what derived ones are made of. */
void dti__story_inputs(struct dti__story *story, const struct dti__rule *rule);

/* Who reported an input, and what; who was asked and has not. Lines of their own; nothing where
 * nobody reported. */
void dti__story_reports(struct dti__story *story, size_t input);

/* The evidence of a component, record by record, and what is at risk of any node for want of it. */
void dti__story_evidence(struct dti__story *story);

/* How points are shown in sentences, and shares. */
#define DTI__STORY_POINTS(nano)   DTI__POINTS(nano, 4)
#define DTI__STORY_PERCENT(share) DTI__NUMBER(100 * (share), 4)

#endif
