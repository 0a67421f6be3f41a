/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The next step in words: what to do and what it would bring. */
#include <dti/result.h>

#include "base/rounding.h"
#include "score/story.h"

#include <math.h>

static struct dti__arg text_of(const char *text)
{
    return DTI__TEXT(text);
}

/* A percentage point of a ratio of figures is told with what it is in figures. */
static size_t percent_point(const struct dti__step *step, const struct dti__input *input,
                            bool is_lower, const char *unit, dti_lang lang, char *buffer,
                            size_t size)
{
    struct dti__arg gain = DTI__STORY_POINTS(step->gain);
    double figures = input->kind == DTI_INPUT_COUNT ? ceil(step->amount)
                                                    : step->amount; /* no half enterprises */
    if (input->kind == DTI_INPUT_RATIO)
        return dti__message_format(
            is_lower ? DTI__MSG_STEP_PERCENT_POINT_LESS : DTI__MSG_STEP_PERCENT_POINT, lang,
            DTI__ARGS(DTI__NUMBER(step->amount, 4), gain), buffer, size);
    return dti__message_format(
        is_lower ? DTI__MSG_STEP_PERCENT_POINT_OF_LESS : DTI__MSG_STEP_PERCENT_POINT_OF, lang,
        DTI__ARGS(DTI__NUMBER(figures, 1), text_of(unit), gain), buffer, size);
}

static size_t tier(const dti_framework *framework, const struct dti__rule *rule,
                   const struct dti__step *step, const char *unit, dti_lang lang, char *buffer,
                   size_t size)
{
    bool is_share = dti__quantity_is_share(framework, &rule->quantity);
    return dti__message_format(
        DTI__MSG_STEP_TIER, lang,
        DTI__ARGS(DTI__NUMBER(is_share ? 100 * step->amount : step->amount, 4),
                  text_of(is_share ? "%" : unit), DTI__STORY_POINTS(step->gain)),
        buffer, size);
}

static size_t format(const dti_result *result, size_t node, dti_lang lang, char *buffer,
                     size_t size)
{
    const dti_framework *framework = result->dossier->framework;
    const struct dti__step *step = &result->nodes[node].step;
    const struct dti__rule *rule = framework->nodes[node].rule;
    const struct dti__input *input = &framework->inputs[step->input];
    const char *unit = dti_framework_input_unit(framework, step->input, lang);
    struct dti__arg gain = DTI__STORY_POINTS(step->gain);
    switch (step->kind) {
    case DTI_STEP_PERCENT_POINT:
        return percent_point(step, input, rule->lower_is_better, unit, lang, buffer, size);
    case DTI_STEP_TIER:
        return tier(framework, rule, step, unit, lang, buffer, size);
    case DTI_STEP_ANSWER:
        if (input->kind == DTI_INPUT_YES_NO)
            return dti__message_format(DTI__MSG_STEP_YES, lang, DTI__ARGS(gain), buffer, size);
        return dti__message_format(
            DTI__MSG_STEP_ANSWER, lang,
            DTI__ARGS(text_of(dti__story_answer(input, step->amount, lang)), gain), buffer, size);
    case DTI_STEP_ITEM:
        return dti__message_format(DTI__MSG_STEP_ITEM, lang,
                                   DTI__ARGS(text_of(dti__text2_in(input->names, lang)), gain),
                                   buffer, size);
    default:
        return dti__message_format(
            rule->lower_is_better ? DTI__MSG_STEP_UNIT_LESS : DTI__MSG_STEP_UNIT, lang,
            DTI__ARGS(DTI__NUMBER(step->amount, 4), text_of(unit), gain), buffer, size);
    }
}

size_t dti_result_step_format(const dti_result *result, size_t node, dti_lang lang, char *buffer,
                              size_t size)
{
    if (size > 0)
        buffer[0] = '\0';
    if (node >= dti_result_node_count(result) || result->nodes[node].step.kind == DTI_STEP_NONE)
        return 0;
    int rounding = dti__rounding_begin();
    size_t length = format(result, node, lang, buffer, size);
    dti__rounding_end(rounding);
    return length;
}
