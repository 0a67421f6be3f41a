/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* One contested component: what was appraised and why, what the unit says, with which evidence, and
 * what is asked. */
#include "paper/letter.h"

#include "diag/argument.h"
#include "model/words.h"

static void compose_heading(struct dti__letter *letter, const struct dti__case *at)
{
    dti__letter_put(letter, dti__paper_code(letter->paper, at->node));
    dti__letter_put(letter, ". ");
    dti__letter_put(letter, dti__letter_name(letter, at->node));
    dti__paper_heading(letter->paper, dti__letter_take(letter));
}

static void put_figure(struct dti__letter *letter, const char *name, int64_t points)
{
    dti__letter_put(letter, "; ");
    dti__letter_put_small(letter, name);
    dti__letter_put(letter, " ");
    dti__letter_put_points(letter, points);
}

/* "Điểm tối đa 10; tự đánh giá 10; thẩm định 5; chênh lệch 5." */
static void compose_points(struct dti__letter *letter, const struct dti__case *at)
{
    dti_lang lang = letter->paper->lang;
    dti__letter_put(letter, dti__paper_word(letter->paper, DTI__MSG_PAPER_COLUMN_MAX));
    dti__letter_put(letter, " ");
    dti__letter_put_points(letter, letter->paper->framework->nodes[at->node].max_points);
    if (at->has_claim)
        put_figure(letter, dti_track_name(letter->basis, lang), at->claim);
    put_figure(letter, dti_track_name(DTI_TRACK_APPRAISED, lang), at->appraised);
    if (at->has_claim)
        put_figure(letter, dti__paper_word(letter->paper, DTI__MSG_LETTER_COLUMN_DIFFERENCE),
                   at->claim - at->appraised);
    dti__letter_close(letter, DTI__BLOCK_PARAGRAPH);
}

static void compose_lead(struct dti__letter *letter, enum dti__msg message)
{
    dti__letter_say(letter, message, DTI__NO_ARGS);
    dti__letter_block(letter, DTI__BLOCK_PARAGRAPH);
}

static bool speaks_of(const struct dti__explanation *explanation, size_t node, dti_track track)
{
    if (explanation->track != (int)track)
        return false;
    for (size_t i = 0; i < explanation->code_count; i++)
        if (explanation->nodes[i] == node)
            return true;
    return false;
}

/* What the dossier has in explanation of the points of a track, under a lead that stands once. */
static bool compose_explanations(struct dti__letter *letter, const struct dti__case *at,
                                 dti_track track, enum dti__msg lead)
{
    bool has_lead = false;
    for (size_t i = 0; i < letter->dossier->explanation_count; i++) {
        const struct dti__explanation *explanation = &letter->dossier->explanations[i];
        if (!speaks_of(explanation, at->node, track))
            continue;
        if (!has_lead)
            compose_lead(letter, lead);
        has_lead = true;
        dti__letter_put(letter, dti__text2_in(explanation->text, letter->paper->lang));
        dti__letter_block(letter, DTI__BLOCK_QUOTE);
    }
    return has_lead;
}

/* What the unit has said, from the self-assessment to the last step. */
static void compose_reasons(struct dti__letter *letter, const struct dti__case *at)
{
    bool has_lead = compose_explanations(letter, at, DTI_TRACK_SELF, DTI__MSG_LETTER_UNIT_BECAUSE);
    for (size_t i = 0; i < at->reply->history.count; i++) {
        const struct dti__history_step *step = &at->reply->history.steps[i];
        const char *reason = dti__text2_in(step->reason, letter->paper->lang);
        if (*reason == '\0')
            continue;
        if (!has_lead)
            compose_lead(letter, DTI__MSG_LETTER_UNIT_BECAUSE);
        has_lead = true;
        dti__letter_put(letter, reason);
        dti__letter_block(letter, DTI__BLOCK_QUOTE);
    }
}

static void compose_records(struct dti__letter *letter, const struct dti__case *at)
{
    size_t record = dti__letter_record(letter, at, 0);
    if (record == DTI_NONE)
        return;
    compose_lead(letter, DTI__MSG_LETTER_RECORDS);
    for (size_t i = 0; record != DTI_NONE; record = dti__letter_record(letter, at, ++i)) {
        const struct dti__history_step *supply = dti__letter_supply(letter, at, record);
        const dti_evidence *evidence = letter->dossier->evidence[record];
        dti__letter_cite(letter, evidence);
        dti__letter_put(letter, "; ");
        dti__letter_put(letter,
                        dti_review_state_name(dti_evidence_state(evidence), letter->paper->lang));
        if (supply) {
            dti__letter_put(letter, "; ");
            dti__letter_say(letter, DTI__MSG_LETTER_SUPPLIED,
                            DTI__ARGS(DTI__DATE(dti__letter_day(supply))));
        }
        dti__letter_block(letter, DTI__BLOCK_ITEM);
    }
}

/* "Tỷ lệ …: 100 %" */
static void put_input(struct dti__letter *letter, size_t index)
{
    const dti_result *result = letter->paper->result;
    const dti_framework *framework = letter->paper->framework;
    const struct dti__input *input = &framework->inputs[index];
    double divisor = input->unit == DTI_NONE ? 1 : framework->units[input->unit].divisor;
    struct dti__arg figure =
        dti__figure_arg(input, result->row.states[index], result->row.values[index], "");
    char shown[DTI__SHOWN_SIZE];
    if (figure.kind == DTI__ARG_NUMBER)
        figure = DTI__NUMBER(figure.number * divisor, 4);
    dti__argument_show(&figure, letter->paper->lang, shown);
    dti__letter_put(letter, dti__text2_in(input->names, letter->paper->lang));
    dti__letter_put(letter, ": ");
    dti__letter_put(letter, shown);
    if (figure.kind != DTI__ARG_NUMBER || input->unit == DTI_NONE)
        return;
    dti__letter_put(letter, " ");
    dti__letter_put(letter, dti_framework_input_unit(framework, index, letter->paper->lang));
}

static void compose_rule(struct dti__letter *letter, const struct dti__case *at)
{
    const struct dti__node_result *result = &letter->paper->result->nodes[at->node];
    const struct dti__node *node = &letter->paper->framework->nodes[at->node];
    if (result->rule_state != DTI_STATE_PRESENT)
        return;
    dti__letter_say(
        letter, DTI__MSG_LETTER_BY_RULE,
        DTI__ARGS(DTI__POINTS(result->rule_points, 4), DTI__POINTS(node->max_points, 4)));
    if (dti_framework_node_provenance(letter->paper->framework, at->node, DTI_PART_RULE) ==
        DTI_PROVENANCE_ASSUMED) {
        dti__letter_put(letter, " ");
        dti__letter_say(letter, DTI__MSG_SAY_ASSUMED_RULE, DTI__NO_ARGS);
    }
    for (size_t i = 0; i < node->rule->read_count; i++) {
        dti__letter_put(letter, i == 0 ? " – " : "; ");
        put_input(letter, node->rule->reads[i]);
    }
    dti__letter_close(letter, DTI__BLOCK_PARAGRAPH);
}

static void compose_ask(struct dti__letter *letter, const struct dti__case *at)
{
    if (!at->has_claim || at->claim <= at->appraised)
        return;
    dti__letter_say(letter, DTI__MSG_LETTER_ASK,
                    DTI__ARGS(DTI__POINTS(at->claim, 4),
                              DTI__POINTS(letter->paper->framework->nodes[at->node].max_points, 4),
                              DTI__POINTS(at->appraised, 4)));
    dti__letter_close(letter, DTI__BLOCK_PARAGRAPH);
}

void dti__letter_contest(struct dti__letter *letter, const struct dti__case *at)
{
    compose_heading(letter, at);
    compose_points(letter, at);
    (void)compose_explanations(letter, at, DTI_TRACK_APPRAISED, DTI__MSG_LETTER_APPRAISED_BECAUSE);
    compose_reasons(letter, at);
    compose_records(letter, at);
    compose_rule(letter, at);
    compose_ask(letter, at);
}
