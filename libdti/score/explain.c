/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Explaining a node: the trace in words, told from the numbers that made the points. */
#include <dti/result.h>

#include "base/rounding.h"
#include "score/story.h"

/* ── head ── */

static void say_title(struct dti__story *story)
{
    dti__story_put(story, dti_framework_node_code(story->framework, story->node, story->numbering));
    dti__story_put(story, "  ");
    dti__story_put(story, dti_framework_node_name(story->framework, story->node, story->lang));
    dti__story_put(story, "\n");
}

/* The loss as far as it is a share of something: of the group and of all, of all, of nothing. */
static void say_loss(struct dti__story *story)
{
    const struct dti__node *node = &story->framework->nodes[story->node];
    struct dti__arg loss = DTI__STORY_POINTS(dti_result_loss(story->result, story->node));
    struct dti__arg of_parent =
        DTI__NUMBER(100 * dti_result_loss_share_of_parent(story->result, story->node), 1);
    struct dti__arg of_all =
        DTI__NUMBER(100 * dti_result_loss_share_of_overall(story->result, story->node), 1);
    if (loss.integer <= 0)
        return; /* more than the maximum is a finding, not a gain to be shared out */
    if (node->kind == DTI_NODE_INDEX)
        dti__story_say(story, DTI__MSG_SAY_LOSS_INDEX, DTI__ARGS(loss));
    else if (node->parent == DTI_NONE)
        dti__story_say(story, DTI__MSG_SAY_LOSS_MAIN, DTI__ARGS(loss, of_all));
    else
        dti__story_say(story, DTI__MSG_SAY_LOSS, DTI__ARGS(loss, of_parent, of_all));
}

static void say_points(struct dti__story *story)
{
    const struct dti__outcome *outcome = &dti__story_node(story)->outcome;
    dti_track track = story->result->track;
    const struct dti__arg name =
        DTI__NAMES(dti_track_name(track, DTI_LANG_VI), dti_track_name(track, DTI_LANG_EN));
    if (outcome->state != DTI_STATE_PRESENT) {
        dti__story_say(story, DTI__MSG_SAY_NO_POINTS,
                       DTI__ARGS(name, DTI__TERM(dti__story_state(story, outcome->state)),
                                 DTI__STORY_POINTS(outcome->low),
                                 DTI__STORY_POINTS(outcome->high)));
        dti__story_put(story, "\n");
        return;
    }
    dti__story_say(story, DTI__MSG_SAY_POINTS,
                   DTI__ARGS(name, DTI__STORY_POINTS(outcome->points),
                             DTI__STORY_POINTS(outcome->max_points)));
    say_loss(story);
    dti__story_put(story, "\n");
    if (outcome->low != outcome->high) {
        dti__story_say(
            story, DTI__MSG_SAY_OPEN,
            DTI__ARGS(DTI__STORY_POINTS(outcome->low), DTI__STORY_POINTS(outcome->high),
                      DTI__STORY_PERCENT(dti_result_coverage(story->result, story->node))));
        dti__story_put(story, "\n");
    }
}

/* ── rule ── */

static void say_provenance(struct dti__story *story, dti_node_part part)
{
    dti_provenance kind = dti_framework_node_provenance(story->framework, story->node, part);
    const char *note =
        dti_framework_node_provenance_note(story->framework, story->node, part, story->lang);
    dti__story_put(story, " (");
    dti__story_put(story, dti_provenance_name(kind, story->lang));
    if (kind >= DTI_PROVENANCE_DERIVED && *note) {
        dti__story_put(story, ": ");
        dti__story_put(story, note);
    }
    dti__story_put(story, ")");
}

/* What is absent has no rule, and an index has one provenance for all of it. */
static void say_rule(struct dti__story *story)
{
    const struct dti__node *node = &story->framework->nodes[story->node];
    char words[2048];
    if (dti_framework_node_rule_format(story->framework, story->node, story->lang, words,
                                       sizeof words) == 0)
        return;
    dti__story_say(story, DTI__MSG_SAY_RULE, DTI__NO_ARGS);
    dti__story_put(story, " ");
    dti__story_put(story, words);
    if (!node->absent.is_given)
        say_provenance(story, DTI_PART_RULE);
    dti__story_put(story, "\n");
    if (node->weighing.weights)
        return;
    dti__story_say(story, DTI__MSG_SAY_MAX, DTI__ARGS(DTI__STORY_POINTS(node->max_points)));
    say_provenance(story, DTI_PART_MAX_POINTS);
    dti__story_put(story, "\n");
}

/* ── calculation ── */

static void say_linear(struct dti__story *story, const struct dti__rule *rule, int64_t max_points)
{
    bool is_share = dti__quantity_is_share(story->framework, &rule->quantity);
    if (is_share)
        dti__story_say(story, DTI__MSG_SAY_RATIO,
                       DTI__ARGS(DTI__STORY_PERCENT(dti__story_node(story)->quantity),
                                 DTI__STORY_PERCENT(rule->target), DTI__STORY_POINTS(max_points),
                                 DTI__STORY_POINTS(dti__story_node(story)->rule_points)));
    else if (rule->kind == DTI__RULE_COUNT)
        dti__story_say(story, DTI__MSG_SAY_COUNT,
                       DTI__ARGS(DTI__NUMBER(dti__story_node(story)->quantity, 4),
                                 DTI__STORY_PERCENT(rule->share_per_item),
                                 DTI__STORY_POINTS(max_points),
                                 DTI__STORY_POINTS(dti__story_node(story)->rule_points)));
    else
        dti__story_say(story, DTI__MSG_SAY_BASE,
                       DTI__ARGS(DTI__NUMBER(dti__story_node(story)->quantity, 4),
                                 DTI__STORY_PERCENT(rule->target), DTI__NUMBER(rule->base, 4),
                                 DTI__STORY_POINTS(max_points),
                                 DTI__STORY_POINTS(dti__story_node(story)->rule_points)));
}

/* Shares are told in per cent, and so are differences of shares. */
static bool is_in_percent(const struct dti__story *story, const struct dti__quantity *quantity)
{
    return quantity->form == DTI__FORM_RATIO ||
           story->framework->inputs[quantity->of.inputs[0]].kind == DTI_INPUT_RATIO;
}

/* Against the bounds, as they were when the points were made. */
static void say_cohort(struct dti__story *story, const struct dti__rule *rule, int64_t max_points)
{
    const struct dti__extent *extent = dti__bounds_extent(story->result->bounds, story->node);
    bool is_percent = is_in_percent(story, &rule->quantity);
    double scale = is_percent ? 100 : 1;
    struct dti__arg quantity = DTI__NUMBER(scale * dti__story_node(story)->quantity, 4);
    struct dti__arg low = DTI__NUMBER(scale * extent->low, 4);
    struct dti__arg high = DTI__NUMBER(scale * extent->high, 4);
    struct dti__arg sign = DTI__TEXT(is_percent ? " %" : "");
    struct dti__arg units = DTI__INTEGER(extent->count);
    struct dti__arg most = DTI__STORY_POINTS(max_points);
    struct dti__arg points = DTI__STORY_POINTS(dti__story_node(story)->rule_points);
    if (rule->kind == DTI__RULE_MIN_MAX)
        dti__story_say(story, DTI__MSG_SAY_MIN_MAX,
                       DTI__ARGS(quantity, sign, low, high, units, most, points));
    else if (rule->lower_is_better)
        dti__story_say(story, DTI__MSG_SAY_BEST_LOWER,
                       DTI__ARGS(quantity, sign, low, units, most, points));
    else
        dti__story_say(story, DTI__MSG_SAY_BEST,
                       DTI__ARGS(quantity, sign, high, units, most, points));
}

/* The quantity may be not assessed itself; only where it is there the bounds are what is missing.
 */
static bool lacks_bounds(const struct dti__story *story, const struct dti__rule *rule)
{
    if (!dti__rule_needs_bounds(rule) ||
        dti__story_node(story)->rule_state != DTI_STATE_NOT_ASSESSED ||
        dti__bounds_extent(story->result->bounds, story->node))
        return false;
    for (size_t i = 0; i < rule->read_count; i++)
        if (story->result->row.states[rule->reads[i]] != DTI_STATE_PRESENT)
            return false;
    return true;
}

static void say_not_computed(struct dti__story *story, const struct dti__rule *rule)
{
    dti__story_say(story, DTI__MSG_SAY_NOT_COMPUTED, DTI__NO_ARGS);
    dti__story_put(story, " ");
    dti__story_put(story,
                   dti_state_name((dti_state)dti__story_node(story)->rule_state, story->lang));
    if (lacks_bounds(story, rule))
        dti__story_say(story, DTI__MSG_SAY_NO_BOUNDS, DTI__NO_ARGS);
}

static void say_calculation(struct dti__story *story, const struct dti__rule *rule)
{
    int64_t max_points = story->framework->nodes[story->node].max_points;
    bool is_linear = rule->kind == DTI__RULE_RATIO || rule->kind == DTI__RULE_GIVEN ||
                     rule->kind == DTI__RULE_SHARE_OF_BASE || rule->kind == DTI__RULE_COUNT;
    bool is_measured = dti__rule_needs_bounds(rule) &&
                       dti__bounds_extent(story->result->bounds, story->node) != NULL;
    if (dti__story_node(story)->rule_state != DTI_STATE_PRESENT)
        say_not_computed(story, rule);
    else if (is_linear)
        say_linear(story, rule, max_points);
    else if (is_measured)
        say_cohort(story, rule, max_points);
    else
        dti__story_say(story, DTI__MSG_SAY_SHARE,
                       DTI__ARGS(DTI__STORY_PERCENT(dti__story_node(story)->share),
                                 DTI__STORY_POINTS(max_points),
                                 DTI__STORY_POINTS(dti__story_node(story)->rule_points)));
    if ((is_linear || is_measured) && dti__story_node(story)->share > rule->clamp_high)
        dti__story_say(story, DTI__MSG_SAY_CAPPED, DTI__NO_ARGS);
    dti__story_put(story, "\n");
}

static void say_step(struct dti__story *story)
{
    char text[512];
    if (dti_result_step_format(story->result, story->node, story->lang, text, sizeof text) == 0)
        return;
    dti__story_say(story, DTI__MSG_SAY_STEP, DTI__NO_ARGS);
    dti__story_put(story, " ");
    dti__story_put(story, text);
    if (dti_framework_node_provenance(story->framework, story->node, DTI_PART_RULE) ==
        DTI_PROVENANCE_ASSUMED) {
        dti__story_put(story, " ");
        dti__story_say(story, DTI__MSG_SAY_ASSUMED_RULE, DTI__NO_ARGS);
    }
    dti__story_put(story, "\n");
}

/* ── what the sources say ── */

static void say_stated(struct dti__story *story)
{
    for (size_t i = 0; i < dti__story_node(story)->stated_count; i++) {
        static const enum dti__msg quantities[] = {DTI__MSG_WORD_POINTS,     DTI__MSG_WORD_VALUE,
                                                   DTI__MSG_WORD_PERCENT,    DTI__MSG_WORD_RANK,
                                                   DTI__MSG_WORD_DIFFERENCE, DTI__MSG_WORD_COUNT};
        const struct dti__stated *stated =
            &story->result->dossier->stated[dti__story_node(story)->stated[i]];
        int64_t difference = 0;
        dti__story_say(story, DTI__MSG_SAY_STATED,
                       DTI__ARGS(DTI__NAMES(dti_track_name((dti_track)stated->track, DTI_LANG_VI),
                                            dti_track_name((dti_track)stated->track, DTI_LANG_EN)),
                                 DTI__TERM(quantities[stated->quantity]),
                                 DTI__POINTS(stated->amount, -1)));
        dti__story_place(story, stated->source, stated->place);
        if (dti_result_stated_difference(story->result, story->node, i, &difference) &&
            !dti__stated_fits(stated, stated->amount + difference))
            dti__story_say(story, DTI__MSG_SAY_DIFFERENCE, DTI__ARGS(DTI__POINTS(difference, 6)));
        const char *note = dti__text2_in(stated->note, story->lang);
        if (*note) {
            dti__story_put(story, "; ");
            dti__story_put(story, note);
        }
        dti__story_put(story, "\n");
    }
    const char *explanation = dti_result_explanation(story->result, story->node, story->lang);
    if (*explanation)
        dti__story_say_with(story, DTI__MSG_SAY_EXPLANATION, explanation);
}

static void say_agencies(struct dti__story *story)
{
    if (dti__story_node(story)->agency_count == 0)
        return;
    dti__story_say(story, DTI__MSG_SAY_AGENCIES, DTI__NO_ARGS);
    dti__story_put(story, " ");
    for (size_t i = 0; i < dti__story_node(story)->agency_count; i++) {
        dti__story_put(story, i > 0 ? ", " : "");
        dti__story_put(story, dti_result_agency_name(story->result, story->node, i, story->lang));
    }
    dti__story_put(story, "\n");
}

static void tell(struct dti__story *story)
{
    const struct dti__rule *rule = story->framework->nodes[story->node].rule;
    say_title(story);
    say_points(story);
    say_rule(story);
    if (rule) {
        dti__story_inputs(story, rule);
        say_calculation(story, rule);
        say_step(story);
        dti__story_evidence(story);
        say_agencies(story);
    } else {
        dti__story_parts(story);
        dti__story_evidence(story);
    }
    say_stated(story);
}

dti_status dti_result_explain(const dti_result *result, size_t node, const char *numbering,
                              dti_lang lang, dti_text **out, dti_error **error)
{
    if (!result || !out)
        return dti__fail_null(error, result ? "out" : "result");
    if (node >= dti_result_node_count(result))
        return dti__fail(error, DTI__MSG_ARG_RANGE, DTI__ARGS(DTI__TEXT("node")));
    struct dti__story story = {.result = result,
                               .framework = result->dossier->framework,
                               .node = node,
                               .numbering = numbering ? numbering : result->dossier->numbering,
                               .lang = lang};
    if (!dti__framework_has_numbering(story.framework, story.numbering))
        return dti__fail(error, DTI__MSG_NUMBERING_UNKNOWN, DTI__ARGS(DTI__TEXT(story.numbering)));
    int rounding = dti__rounding_begin();
    dti__buffer_init(&story.out, &result->arena.allocator);
    tell(&story);
    dti__rounding_end(rounding);
    return dti__hand_out(&story.out, out, error);
}
