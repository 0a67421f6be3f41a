/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
#include "paper/loss-main.h"

#include "base/tens.h"
#include "model/dossier.h"
#include "paper/known.h"

/* ── the paragraph ── */

struct counts { /* of the components below a node */
    size_t all;
    size_t full;
    size_t below;
    size_t silent; /* without points on the track */
};

static void count(const struct dti__paper *paper, size_t node, struct counts *out)
{
    size_t children = dti_framework_node_child_count(paper->framework, node);
    if (children > 0) {
        for (size_t i = 0; i < children; i++)
            count(paper, dti_framework_node_child(paper->framework, node, i), out);
        return;
    }
    if (dti_framework_node_kind(paper->framework, node) != DTI_NODE_COMPONENT)
        return;
    bool has_points = dti_result_has_track(paper->result, node, dti_result_track(paper->result)) &&
                      dti_result_state(paper->result, node) == DTI_STATE_PRESENT;
    bool is_below =
        dti_result_points(paper->result, node) < dti_result_max_points(paper->result, node);
    out->all++;
    out->silent += !has_points;
    out->full += has_points && !is_below;
    out->below += has_points && is_below;
}

/* By how much printed points may be off in their last decimal, added up. */
static int64_t slack(const struct dti__paper *paper, size_t node)
{
    const struct dti__stated *stated = dti__dossier_stated_points(
        dti_result_dossier(paper->result), node, dti_result_track(paper->result));
    int64_t half = stated ? dti__half_unit(stated->decimals) : 0;
    for (size_t i = 0; i < dti_framework_node_child_count(paper->framework, node); i++)
        half += slack(paper, dti_framework_node_child(paper->framework, node, i));
    return half;
}

enum rest { /* of the components without points of their own */
    REST_NONE,
    REST_FULL,
    REST_ROUNDED, /* full, as far as the printed decimals tell */
    REST_LOST,
    REST_OVER,
};

static enum rest rest_of(const struct dti__paper *paper, size_t top)
{
    int64_t left =
        dti_result_unallocated_max(paper->result, top) - dti_result_unallocated(paper->result, top);
    int64_t off = slack(paper, top);
    if (dti_result_unallocated_max(paper->result, top) <= 0)
        return REST_NONE;
    if (left == 0)
        return REST_FULL;
    return left > off ? REST_LOST : left < -off ? REST_OVER : REST_ROUNDED;
}

static void tell_counts(struct dti__tale *tale, size_t top, enum rest rest)
{
    struct counts counts = {0};
    count(tale->paper, top, &counts);
    if (counts.all == 0)
        return;
    if (rest == REST_FULL || rest == REST_ROUNDED) {
        counts.full += counts.silent;
        counts.silent = 0;
    }
    if (counts.silent > 0 && counts.full == 0)
        dti__tale_say(tale, DTI__MSG_PAPER_COUNTS_BELOW,
                      DTI__ARGS(DTI__INTEGER(counts.all), DTI__INTEGER(counts.below)));
    else
        dti__tale_say(tale, DTI__MSG_PAPER_COUNTS,
                      DTI__ARGS(DTI__INTEGER(counts.all), DTI__INTEGER(counts.full),
                                DTI__INTEGER(counts.below)));
    if (counts.silent > 0)
        dti__tale_add(tale, DTI__MSG_PAPER_COUNT_SILENT, DTI__ARGS(DTI__INTEGER(counts.silent)));
}

static void tell_rest(struct dti__tale *tale, size_t top, enum rest rest)
{
    static const enum dti__msg messages[] = {
        [REST_FULL] = DTI__MSG_PAPER_REST_FULL,
        [REST_ROUNDED] = DTI__MSG_PAPER_REST_ROUNDED,
        [REST_LOST] = DTI__MSG_PAPER_REST_LOST,
        [REST_OVER] = DTI__MSG_PAPER_REST_OVER,
    };
    const struct dti__paper *paper = tale->paper;
    if (rest == REST_NONE)
        return;
    dti__tale_say(
        tale, messages[rest],
        DTI__ARGS(dti__paper_points(paper, dti_result_unallocated(paper->result, top)),
                  dti__paper_points(paper, dti_result_unallocated_max(paper->result, top))));
}

/* Nothing of it is decided. */
static void tell_nothing(struct dti__tale *tale, size_t top)
{
    const struct dti__paper *paper = tale->paper;
    dti_track track = dti_result_track(paper->result);
    dti_state state = dti_result_state(paper->result, top);
    dti__tale_say(tale, DTI__MSG_SAY_NO_POINTS,
                  DTI__ARGS(dti__paper_track(track),
                            DTI__NAMES(dti_state_name(state, DTI_LANG_VI),
                                       dti_state_name(state, DTI_LANG_EN)),
                            dti__paper_points(paper, dti_result_lower(paper->result, top)),
                            dti__paper_points(paper, dti_result_upper(paper->result, top))));
    dti__tale_end(tale, DTI__BLOCK_PARAGRAPH);
}

static void tell(struct dti__paper *paper, size_t top)
{
    int64_t points = dti_result_points(paper->result, top);
    int64_t most = dti_result_max_points(paper->result, top);
    struct dti__tale tale;
    dti__tale_begin(&tale, paper);
    if (dti_result_state(paper->result, top) != DTI_STATE_PRESENT) {
        tell_nothing(&tale, top);
        return;
    }
    dti__tale_say(&tale, DTI__MSG_PAPER_MAIN,
                  DTI__ARGS(dti__paper_name(paper, top), dti__paper_points(paper, points),
                            dti__paper_points(paper, most),
                            dti__paper_value(paper, dti__paper_ratio(points, most))));
    dti__paper_tell_rank(&tale, top);
    tell_counts(&tale, top, rest_of(paper, top));
    tell_rest(&tale, top, rest_of(paper, top));
    dti__tale_end(&tale, DTI__BLOCK_PARAGRAPH);
    if (dti_framework_node_is_absent(paper->framework, top))
        dti__page_say(&paper->page, DTI__BLOCK_NOTE,
                      dti_framework_node_absent_note(paper->framework, top, paper->lang));
}

/* ── the table ── */

/* As the source words it; else the word for it. */
static const char *cause_of(const struct dti__paper *paper, size_t item, size_t node)
{
    const char *said = dti_result_explanation(paper->result, node, paper->lang);
    return *said ? said : dti_cause_name(dti_losses_cause(paper->losses, item), paper->lang);
}

static void add_component(struct dti__paper *paper, struct dti__page_table *table, size_t item)
{
    size_t node = dti_losses_node(paper->losses, item);
    bool has_points = dti_result_state(paper->result, node) == DTI_STATE_PRESENT;
    const struct dti__page_cell cells[] = {
        {dti__paper_code(paper, node), DTI__TONE_PLAIN},
        {dti_framework_node_name(paper->framework, node, paper->lang), DTI__TONE_PLAIN},
        {dti__paper_show(paper,
                         dti__paper_points(paper, dti_result_max_points(paper->result, node))),
         DTI__TONE_PLAIN},
        {has_points ? dti__paper_show(
                          paper, dti__paper_points(paper, dti_result_points(paper->result, node)))
                    : "–",
         DTI__TONE_PLAIN},
        {cause_of(paper, item, node), DTI__TONE_PLAIN}};
    dti__page_row(&paper->page, table, cells);
}

/* What no component accounts for, in a line of its own. */
static void add_rest(struct dti__paper *paper, struct dti__page_table *table, size_t item)
{
    size_t node = dti_losses_node(paper->losses, item);
    const struct dti__page_cell cells[] = {
        {"", DTI__TONE_PLAIN},
        {dti__paper_word(paper, DTI__MSG_PAPER_REST_NAME), DTI__TONE_FAINT},
        {dti__paper_show(paper,
                         dti__paper_points(paper, dti_result_unallocated_max(paper->result, node))),
         DTI__TONE_FAINT},
        {dti__paper_show(paper,
                         dti__paper_points(paper, dti_result_unallocated(paper->result, node))),
         DTI__TONE_FAINT},
        {dti_cause_name(dti_losses_cause(paper->losses, item), paper->lang), DTI__TONE_FAINT}};
    dti__page_row(&paper->page, table, cells);
}

/* What nobody has stated anything of, or only in sum, has no line: the paragraph counts it. */
static bool is_listed(const struct dti__paper *paper, size_t item)
{
    size_t node = dti_losses_node(paper->losses, item);
    switch (dti_losses_kind(paper->losses, item)) {
    case DTI_LOSS_COMPONENT:
        return dti_result_state(paper->result, node) == DTI_STATE_PRESENT ||
               dti_losses_cause(paper->losses, item) != DTI_CAUSE_NOT_ASSESSED;
    case DTI_LOSS_UNALLOCATED:
        return rest_of(paper, node) != REST_ROUNDED;
    default:
        return false;
    }
}

static void list(struct dti__paper *paper, size_t group)
{
    const struct dti__page_column columns[] = {
        {dti__paper_word(paper, DTI__MSG_PAPER_COLUMN_CODE), DTI__ALIGN_TEXT},
        {dti__paper_word(paper, DTI__MSG_PAPER_COLUMN_INDICATOR), DTI__ALIGN_TEXT},
        {dti__paper_word(paper, DTI__MSG_PAPER_COLUMN_MAX), DTI__ALIGN_FIGURE},
        {dti__paper_word(paper, DTI__MSG_PAPER_COLUMN_POINTS), DTI__ALIGN_FIGURE},
        {dti__paper_word(paper, DTI__MSG_PAPER_COLUMN_CAUSE), DTI__ALIGN_TEXT}};
    struct dti__page_table *table = NULL;
    size_t size = dti_losses_group_size(paper->losses, DTI_LOSSES_BY_MAIN, group);
    for (size_t i = 0; i < size; i++) {
        size_t item = dti_losses_group_item(paper->losses, DTI_LOSSES_BY_MAIN, group, i);
        if (!is_listed(paper, item))
            continue;
        if (!table)
            table = dti__page_table(&paper->page, "", columns, 5);
        if (dti_losses_kind(paper->losses, item) == DTI_LOSS_COMPONENT)
            add_component(paper, table, item);
        else
            add_rest(paper, table, item);
    }
}

void dti__paper_loss_main(struct dti__paper *paper, size_t group, size_t top)
{
    struct dti__tale tale;
    const char *code = dti__paper_code(paper, top);
    bool is_main = dti_framework_node_kind(paper->framework, top) == DTI_NODE_MAIN;
    dti__tale_begin(&tale, paper);
    if (is_main && *code) {
        dti__buffer_put_text(&tale.text, code);
        dti__buffer_put_text(&tale.text, ". ");
    }
    dti__buffer_put_text(&tale.text, dti_framework_node_name(paper->framework, top, paper->lang));
    dti__paper_heading(paper, dti__tale_text(&tale));
    tell(paper, top);
    list(paper, group);
}
