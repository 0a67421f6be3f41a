/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Figures of a dossier: what it states on one track, each about its unknown. */
#include "analyse/figures-dossier.h"

#include "base/number.h"

#include <string.h>

/* ── what figures share ── */

struct dti__said dti__dossier_said(const struct dti__dossier_figures *of)
{
    return (struct dti__said){.unknown = DTI_NONE,
                              .text = "",
                              .unit = of->dossier->unit_id,
                              .unit_names = of->dossier->unit_names,
                              .node = DTI_NONE,
                              .input = DTI_NONE,
                              .year = (int32_t)of->dossier->year};
}

struct dti__identity dti__dossier_identity(const struct dti__dossier_figures *of, dti_identity kind,
                                           size_t node)
{
    return (struct dti__identity){.kind = kind,
                                  .node = node,
                                  .subject = 0,
                                  .unit = of->dossier->unit_id,
                                  .unit_names = of->dossier->unit_names,
                                  .year = (int32_t)of->dossier->year,
                                  .remark = DTI_VERDICT_HOLDS,
                                  .stated = {0, -1},
                                  .expected = {0, -1}};
}

size_t dti__dossier_points(const struct dti__dossier_figures *of, size_t node)
{
    return dti__figures_points(of->figures, of->dossier->unit_id, (int32_t)of->dossier->year, node);
}

static struct dti__text2 message(enum dti__msg message)
{
    return (struct dti__text2){dti__message_text(message, DTI_LANG_VI),
                               dti__message_text(message, DTI_LANG_EN)};
}

/* An assumption is one of the framework, whosever figures it is held against. */
size_t dti__dossier_assume(const struct dti__dossier_figures *of, size_t node, dti_node_part part)
{
    struct dti__said said = {.unknown = DTI_NONE,
                             .text = "",
                             .unit = "",
                             .node = node,
                             .input = DTI_NONE,
                             .note = of->framework->nodes[node].provenance[part].note,
                             .is_assumed = true,
                             .part = (int)part};
    if (part == DTI_PART_MAX_POINTS)
        said.note = message(DTI__MSG_FIGURES_MAXIMA_ASSUMED);
    else if (!said.note.vi)
        said.note = message(DTI__MSG_FIGURES_RULE_ASSUMED);
    return dti__figures_say(of->figures, &said);
}

struct dti__text2 dti__dossier_title(const dti_dossier *dossier, const char *id)
{
    size_t own = dti__names_find(&dossier->source_names, id);
    const struct dti__text2 *shared = dti__framework_source(dossier->framework, id);
    if (own != DTI_NONE)
        return dossier->sources[own].titles;
    return shared ? *shared : (struct dti__text2){NULL, NULL};
}

/* ── one stated figure ── */

static struct dti__said as_stated(const struct dti__dossier_figures *of,
                                  const struct dti__stated *stated)
{
    struct dti__said said = dti__dossier_said(of);
    said.quantity = (dti_quantity_kind)stated->quantity;
    said.text = stated->text;
    said.source = dti__dossier_title(of->dossier, stated->source);
    said.place = stated->place;
    said.note = stated->note;
    said.node = stated->node;
    said.year = stated->year != 0 ? (int32_t)stated->year : said.year;
    return said;
}

static const struct dti__span any_amount = {-DTI__MOST_STATED, DTI__MOST_STATED};

/* Ranks of fewer units than are ranked at all are those within a group of so many. */
static const char *group_of(const struct dti__dossier_figures *of, const struct dti__stated *stated,
                            char name[DTI__NUMBER_SIZE + 4])
{
    int64_t most = 0;
    for (size_t i = 0; i < of->dossier->stated_count; i++) {
        const struct dti__stated *other = &of->dossier->stated[i];
        if (other->quantity == DTI_QUANTITY_RANK && other->out_of > most)
            most = other->out_of;
    }
    if (stated->out_of == 0 || stated->out_of >= most)
        return "";
    memcpy(name, "of-", 3);
    (void)dti__decimal_write(stated->out_of * DTI_POINT, '.', name + 3);
    return name;
}

static struct dti__span rank_limits(int64_t out_of, bool is_change)
{
    if (out_of == 0)
        return is_change ? any_amount : (struct dti__span){DTI_POINT, DTI__MOST_STATED};
    return is_change ? (struct dti__span){-(out_of - 1) * DTI_POINT, (out_of - 1) * DTI_POINT}
                     : (struct dti__span){DTI_POINT, out_of * DTI_POINT};
}

/* Of a difference: ranks are exact, values are shares of the maximum. */
static size_t enter_difference(const struct dti__dossier_figures *of,
                               const struct dti__stated *stated, struct dti__subject_of *subject,
                               struct dti__said *said)
{
    bool is_mean = stated->subject == DTI__SUBJECT_MEAN;
    bool is_rank = dti__stated_differs(stated) == DTI_QUANTITY_RANK;
    char name[DTI__NUMBER_SIZE + 4] = "";
    subject->against = said->against = said->year - 1;
    said->is_calculated = true;
    if (is_rank) {
        subject->about = DTI__ABOUT_RANK_CHANGE;
        subject->group = group_of(of, stated, name);
        said->span = (struct dti__span){stated->amount, stated->amount};
        return dti__figures_unknown(of->figures, subject, rank_limits(stated->out_of, true));
    }
    subject->about = is_mean ? DTI__ABOUT_MEAN_CHANGE : DTI__ABOUT_VALUE_CHANGE;
    said->span = dti__span_of_difference(stated->amount, stated->decimals);
    return dti__figures_unknown(of->figures, subject, (struct dti__span){-DTI_POINT, DTI_POINT});
}

static size_t enter_rank(const struct dti__dossier_figures *of, const struct dti__stated *stated,
                         struct dti__subject_of *subject, struct dti__said *said)
{
    char name[DTI__NUMBER_SIZE + 4] = "";
    subject->about = DTI__ABOUT_RANK;
    subject->group = group_of(of, stated, name);
    said->span = (struct dti__span){stated->amount, stated->amount};
    return dti__figures_unknown(of->figures, subject, rank_limits(stated->out_of, false));
}

static bool has_points(const struct dti__dossier_figures *of, const struct dti__stated *value)
{
    for (size_t i = 0; i < of->dossier->stated_count; i++) {
        const struct dti__stated *other = &of->dossier->stated[i];
        if (other->quantity == DTI_QUANTITY_POINTS && other->node == value->node &&
            other->year == value->year && other->track == value->track &&
            other->subject == value->subject)
            return true;
    }
    return false;
}

/* Points, or a value × maximum, of the unit or as a mean. */
static size_t enter_points(const struct dti__dossier_figures *of, const struct dti__stated *stated,
                           struct dti__subject_of *subject, struct dti__said *said)
{
    int64_t max_points = of->framework->nodes[stated->node].max_points;
    bool is_value = stated->quantity == DTI_QUANTITY_VALUE;
    if ((is_value && max_points <= 0) ||
        !dti__span_stated(stated->text, stated->amount, stated->decimals, is_value ? max_points : 1,
                          is_value ? DTI_POINT : 1, &said->span))
        return DTI_NONE;
    said->is_calculated = is_value && has_points(of, stated);
    if (stated->subject == DTI__SUBJECT_MEAN)
        subject->about = DTI__ABOUT_MEAN;
    return dti__figures_unknown(of->figures, subject, (struct dti__span){0, max_points});
}

static size_t enter_percent(const struct dti__dossier_figures *of, const struct dti__stated *stated,
                            struct dti__subject_of *subject, struct dti__said *said)
{
    subject->about = DTI__ABOUT_SHARE;
    said->is_calculated = true;
    if (!dti__span_printed(stated->amount, stated->decimals, 1, 100, &said->span))
        return DTI_NONE;
    return dti__figures_unknown(of->figures, subject, any_amount);
}

/* Other classes of things may be any, so that none is taken for another. */
static size_t enter_count(const struct dti__dossier_figures *of, const struct dti__stated *stated,
                          struct dti__subject_of *subject, struct dti__said *said)
{
    subject->about = DTI__ABOUT_COUNT;
    subject->detail = (uint32_t)stated->counts;
    if (stated->counts == DTI__COUNTS_SOME)
        subject->detail |= (uint32_t)(stated - of->dossier->stated + 1) << 8;
    said->is_calculated = true;
    said->span = (struct dti__span){stated->amount, stated->amount};
    return stated->counts == DTI__COUNTS_NOT_SAID
               ? DTI_NONE
               : dti__figures_unknown(of->figures, subject,
                                      (struct dti__span){0, DTI__MOST_STATED});
}

static bool is_told(const struct dti__dossier_figures *of, const struct dti__stated *stated)
{
    bool is_count = stated->quantity == DTI_QUANTITY_COUNT;
    if (stated->track != (int)of->track || stated->node == DTI_NONE)
        return false;
    return is_count ||
           (stated->subject != DTI__SUBJECT_PART && stated->subject != DTI__SUBJECT_COHORT);
}

static void enter_stated(const struct dti__dossier_figures *of, size_t index)
{
    const struct dti__stated *stated = &of->dossier->stated[index];
    bool is_of_all = stated->subject == DTI__SUBJECT_MEAN || stated->subject == DTI__SUBJECT_COHORT;
    if (!is_told(of, stated))
        return;
    struct dti__said said = as_stated(of, stated);
    if (is_of_all) {
        said.unit = "";
        said.unit_names = (struct dti__text2){NULL, NULL};
    }
    struct dti__subject_of subject = {DTI__ABOUT_POINTS, said.unit, "", stated->node,
                                      said.year,         0,         0};
    static size_t (*const enter[])(const struct dti__dossier_figures *, const struct dti__stated *,
                                   struct dti__subject_of *, struct dti__said *) = {
        [DTI_QUANTITY_POINTS] = enter_points,         [DTI_QUANTITY_VALUE] = enter_points,
        [DTI_QUANTITY_PERCENT] = enter_percent,       [DTI_QUANTITY_RANK] = enter_rank,
        [DTI_QUANTITY_DIFFERENCE] = enter_difference, [DTI_QUANTITY_COUNT] = enter_count,
    };
    said.unknown = enter[stated->quantity](of, stated, &subject, &said);
    if (said.unknown == DTI_NONE)
        return;
    of->said[index] = dti__figures_say(of->figures, &said);
    if (stated->quantity == DTI_QUANTITY_POINTS && subject.about == DTI__ABOUT_POINTS &&
        said.year == of->dossier->year) {
        of->points[stated->node] = of->said[index];
        of->amount[stated->node] = stated->amount;
    }
}

/* ── points of an unnamed part ── */

/* The one component that is not listed and can have so many points; DTI_NONE: none, or several. */
static size_t find_part(const struct dti__dossier_figures *of, const struct dti__stated *stated)
{
    const struct dti__node *node = &of->framework->nodes[stated->node];
    size_t found = DTI_NONE;
    for (size_t i = 0; node->kind != DTI_NODE_INDEX && i < node->child_count; i++) {
        int64_t max_points = of->framework->nodes[node->children[i]].max_points;
        if (of->points[node->children[i]] != DTI_NONE || stated->amount > max_points ||
            (stated->out_of != 0 && stated->out_of * DTI_POINT != max_points))
            continue;
        if (found != DTI_NONE)
            return DTI_NONE;
        found = node->children[i];
    }
    return found;
}

static void conclude_part(const struct dti__dossier_figures *of, size_t index)
{
    const struct dti__stated *stated = &of->dossier->stated[index];
    if (stated->track != (int)of->track || stated->node == DTI_NONE ||
        stated->quantity != DTI_QUANTITY_POINTS || stated->subject != DTI__SUBJECT_PART ||
        (stated->year != 0 && stated->year != of->dossier->year))
        return;
    size_t part = find_part(of, stated);
    if (part == DTI_NONE)
        return;
    struct dti__said said = as_stated(of, stated);
    said.node = part;
    if (!dti__span_stated(stated->text, stated->amount, stated->decimals, 1, 1, &said.span))
        return;
    said.unknown = dti__dossier_points(of, part);
    said.is_concluded = true;
    of->said[index] = dti__figures_say(of->figures, &said);
    of->points[part] = of->said[index];
    of->amount[part] = stated->amount;
}

/* ── all of it ── */

static dti_track stated_track(const dti_result *result)
{
    dti_track highest = DTI_TRACK_SELF;
    if (result->track >= DTI_TRACK_SELF && result->track <= DTI_TRACK_FINAL)
        return result->track;
    for (size_t i = 0; i < result->dossier->stated_count; i++)
        if (result->dossier->stated[i].track > (int)highest)
            highest = (dti_track)result->dossier->stated[i].track;
    return highest;
}

static bool gather(struct dti__dossier_figures *of)
{
    size_t stated = of->dossier->stated_count;
    size_t nodes = of->framework->node_count;
    of->said = dti__arena_array(&of->scratch, stated, sizeof *of->said);
    of->points = dti__arena_array(&of->scratch, nodes, sizeof *of->points);
    of->amount = dti__arena_array(&of->scratch, nodes, sizeof *of->amount);
    of->ruled = dti__arena_array(&of->scratch, nodes, sizeof *of->ruled);
    if (!of->said || !of->points || !of->amount || !of->ruled)
        return false;
    for (size_t i = 0; i < stated; i++)
        of->said[i] = DTI_NONE;
    for (size_t i = 0; i < nodes; i++) {
        of->points[i] = DTI_NONE;
        of->ruled[i] = (struct dti__span){0, -1};
    }
    for (size_t i = 0; i < stated; i++)
        enter_stated(of, i);
    for (size_t i = 0; i < stated; i++)
        conclude_part(of, i);
    return dti__dossier_tie_rules(of) && dti__dossier_tie_counts(of);
}

dti_status dti_figures_add_dossier(dti_figures *figures, const dti_result *result,
                                   dti_error **error)
{
    if (!figures || !result)
        return dti__fail_null(error, !figures ? "figures" : "result");
    const dti_framework *theirs = figures->framework;
    const dti_framework *ours = result->dossier->framework;
    if (!dti__framework_is_same(theirs, ours))
        return dti__fail(error, DTI__MSG_FRAMEWORK_DIFFERS,
                         DTI__ARGS(DTI__TEXT(theirs->id), DTI__TEXT(theirs->version),
                                   DTI__TEXT(ours->id), DTI__TEXT(ours->version)));
    struct dti__dossier_figures of = {.figures = figures,
                                      .result = result,
                                      .dossier = result->dossier,
                                      .framework = ours,
                                      .track = stated_track(result)};
    struct dti__figures_mark mark = dti__figures_begin(figures);
    dti__arena_init(&of.scratch, &figures->allocator);
    if (!gather(&of))
        figures->is_out_of_memory = true;
    dti__arena_release(&of.scratch);
    return dti__figures_settle(figures, mark, error);
}
