/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
#include "score/story.h"

#include "base/number.h"
#include "model/reports.h"

void dti__story_put(struct dti__story *story, const char *text)
{
    dti__buffer_put_text(&story->out, text);
}

void dti__story_say(struct dti__story *story, enum dti__msg message, const struct dti__arg *args,
                    size_t arg_count)
{
    char text[512];
    dti__message_format(message, story->lang, args, arg_count, text, sizeof text);
    dti__story_put(story, text);
}

void dti__story_say_with(struct dti__story *story, enum dti__msg message, const char *text)
{
    dti__story_say(story, message, DTI__NO_ARGS);
    dti__story_put(story, *text ? " " : "");
    dti__story_put(story, text);
    dti__story_put(story, "\n");
}

const struct dti__node_result *dti__story_node(const struct dti__story *story)
{
    return &story->result->nodes[story->node];
}

/* What people call a source: the number of the document rather than our id. */
static const char *label(const struct dti__story *story, const char *source)
{
    const dti_dossier *dossier = story->result->dossier;
    size_t own = dti__names_find(&dossier->source_names, source);
    size_t of_framework = dti__names_find(&story->framework->source_names, source);
    const struct dti__source *found = own != DTI_NONE ? &dossier->sources[own]
                                      : of_framework != DTI_NONE
                                          ? &story->framework->sources[of_framework]
                                          : NULL;
    return found && found->number ? found->number : source;
}

void dti__story_place(struct dti__story *story, const char *source, const char *place)
{
    if (!source && !place)
        return;
    dti__story_put(story, " (");
    dti__story_put(story, source ? label(story, source) : "");
    dti__story_put(story, source && place ? ", " : "");
    dti__story_put(story, place ? place : "");
    dti__story_put(story, ")");
}

const char *dti__story_answer(const struct dti__input *input, double number, dti_lang lang)
{
    if (input->kind == DTI_INPUT_YES_NO)
        return dti__message_text(number > 0 ? DTI__MSG_WORD_YES : DTI__MSG_WORD_NO, lang);
    size_t choice = (size_t)number;
    return choice < input->choice_count ? dti__text2_in(input->choices[choice].names, lang) : "";
}

static void put_value(struct dti__story *story, size_t index)
{
    const struct dti__input *input = &story->framework->inputs[index];
    const struct dti__row *row = &story->result->row;
    double divisor = input->unit == DTI_NONE ? 1 : story->framework->units[input->unit].divisor;
    char number[DTI__NUMBER_SIZE];
    if (input->kind == DTI_INPUT_YES_NO || input->kind == DTI_INPUT_CHOICE) {
        dti__story_put(story, dti__story_answer(input, row->values[index], story->lang));
        return;
    }
    dti__number_write_short(row->values[index] * divisor, 4, story->lang == DTI_LANG_VI ? ',' : '.',
                            number);
    dti__story_put(story, number);
    dti__story_put(story, " ");
    dti__story_put(story, dti_framework_input_unit(story->framework, index, story->lang));
}

static void say_origin(struct dti__story *story, size_t index)
{
    static const enum dti__msg kinds[] = {DTI__MSG_ORIGIN_AGENCY, DTI__MSG_ORIGIN_SYSTEM,
                                          DTI__MSG_ORIGIN_SURVEY, DTI__MSG_ORIGIN_MINISTRY,
                                          DTI__MSG_ORIGIN_NONE};
    const struct dti__figure *figure = &story->result->dossier->figures[index];
    if (story->result->row.is_derived[index]) {
        bool is_counted = story->framework->inputs[index].counts.code != NULL;
        dti__story_say(story, is_counted ? DTI__MSG_SAY_COUNTED : DTI__MSG_SAY_DERIVED,
                       DTI__NO_ARGS);
        return;
    }
    dti__story_say(story, kinds[figure->origin.kind], DTI__NO_ARGS);
    if (figure->origin.agency_index != DTI_NONE) {
        dti__story_put(story, ": ");
        dti__story_put(
            story,
            dti__text2_in(story->result->dossier->agencies[figure->origin.agency_index].names,
                          story->lang));
    }
    if (figure->origin.form)
        dti__story_say(story, DTI__MSG_SAY_FORM,
                       DTI__ARGS(DTI__TEXT(figure->origin.form),
                                 DTI__TEXT(figure->origin.row ? figure->origin.row : "–")));
}

/* Where a figure is from, in the order in which a reader doubts it: who reported it, what kind of
 * knowledge it is, why it is not there. Nothing is said where nothing is known. */
static void say_figure_source(struct dti__story *story, size_t index)
{
    const struct dti__figure *figure = &story->result->dossier->figures[index];
    bool is_derived = story->result->row.is_derived[index];
    const char *reason = dti__text2_in(figure->reason, story->lang);
    const char *note = dti__text2_in(figure->provenance.note, story->lang);
    bool is_own = dti__figure_is_prior(figure);
    bool has_origin = (figure->has_origin && is_own) || is_derived;
    bool has_provenance = figure->has_provenance && is_own && !is_derived;
    if (!has_origin && !has_provenance && !*reason)
        return;
    dti__story_put(story, "      ");
    if (has_origin)
        say_origin(story, index);
    if (has_provenance) {
        dti__story_put(story, has_origin ? "; " : "");
        dti__story_put(story,
                       dti_provenance_name((dti_provenance)figure->provenance.kind, story->lang));
        dti__story_place(story, figure->provenance.source, figure->provenance.place);
        dti__story_put(story, *note ? " – " : "");
        dti__story_put(story, note);
    }
    dti__story_put(story, *reason && (has_origin || has_provenance) ? "; " : "");
    dti__story_put(story, reason);
    dti__story_put(story, "\n");
}

static void say_input(struct dti__story *story, size_t index, int depth)
{
    const struct dti__input *input = &story->framework->inputs[index];
    uint8_t state = story->result->row.states[index];
    dti__story_put(story, depth > 0 ? "    ↳ " : "  • ");
    dti__story_put(story, dti__text2_in(input->names, story->lang));
    dti__story_put(story, " [");
    dti__story_put(story, input->id);
    dti__story_put(story, "]: ");
    if (state == DTI_STATE_PRESENT)
        put_value(story, index);
    else
        dti__story_put(story, state == DTI__STATE_BASE_ZERO
                                  ? dti__message_text(DTI__MSG_WORD_BASE_ZERO, story->lang)
                                  : dti_state_name((dti_state)state, story->lang));
    dti__story_put(story, "\n");
    if (story->result->dossier->figures[index].is_listed || story->result->row.is_derived[index])
        say_figure_source(story, index);
    dti__story_reports(story, index);
    bool tells_parts =
        depth == 0 && input->derive.form != DTI__FORM_NONE && state != DTI_STATE_PRESENT;
    if (!tells_parts && !(depth == 0 && story->result->row.is_derived[index]))
        return;
    for (size_t i = 0; i < input->derive.of.count; i++)
        say_input(story, input->derive.of.inputs[i], depth + 1);
    for (size_t i = 0; i < input->derive.to.count; i++)
        say_input(story, input->derive.to.inputs[i], depth + 1);
}

void dti__story_inputs(struct dti__story *story, const struct dti__rule *rule)
{
    if (rule->read_count > 0)
        dti__story_say_with(story, DTI__MSG_SAY_INPUTS, "");
    for (size_t i = 0; i < rule->read_count; i++)
        say_input(story, rule->reads[i], 0);
}
