/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The section of the overall result: the headline in a sentence, and its figures to be seen. */
#include "base/tens.h"
#include "paper/known.h"

static int64_t size_of(int64_t amount)
{
    return amount < 0 ? -amount : amount;
}

/* ", up by 0.1479 from 0.4329 in 2021" */
static void tell_change(struct dti__tale *tale, const struct dti__standing *now,
                        const struct dti__standing *before)
{
    struct dti__paper *paper = tale->paper;
    int64_t change = now->value - before->value;
    if (!now->has_value || now->is_open || !before->has_value || change == 0)
        return;
    dti__tale_add(tale, change > 0 ? DTI__MSG_PAPER_VALUE_UP : DTI__MSG_PAPER_VALUE_DOWN,
                  DTI__ARGS(dti__paper_value(paper, size_of(change)),
                            dti__paper_value(paper, before->value),
                            DTI__INTEGER(paper->year_before)));
}

static void tell_mean(struct dti__tale *tale, const struct dti__standing *now, int64_t mean)
{
    struct dti__paper *paper = tale->paper;
    dti__tale_say(tale, now->value >= mean ? DTI__MSG_PAPER_MEAN_ABOVE : DTI__MSG_PAPER_MEAN_BELOW,
                  DTI__ARGS(DTI__INTEGER(paper->year), dti__paper_value(paper, mean),
                            dti__paper_unit(paper),
                            dti__paper_value(paper, size_of(now->value - mean))));
}

/* ── figures that stand out ── */

/* What a sentence says behind its comma, as a remark of its own. */
static const char *remark_of(struct dti__tale *tale)
{
    const char *text = dti__tale_text(tale);
    while (*text == ',' || *text == ' ')
        text++;
    return text;
}

static void show_value(struct dti__paper *paper, const struct dti__standing *now,
                       const struct dti__standing *before)
{
    struct dti__tale tale;
    dti__tale_begin(&tale, paper);
    tell_change(&tale, now, before);
    dti__page_tile(&paper->page, dti__paper_word(paper, DTI__MSG_PAPER_COLUMN_VALUE),
                   dti__paper_show(paper, dti__paper_value(paper, now->value)), remark_of(&tale));
}

static void show_rank(struct dti__paper *paper, uint32_t rank, uint32_t out_of, const char *remark)
{
    struct dti__tale tale;
    dti__tale_begin(&tale, paper);
    dti__buffer_put_text(&tale.text, dti__paper_show(paper, DTI__INTEGER(rank)));
    if (out_of > 0) {
        dti__buffer_put_char(&tale.text, '/');
        dti__buffer_put_text(&tale.text, dti__paper_show(paper, DTI__INTEGER(out_of)));
    }
    dti__page_tile(&paper->page, dti__paper_word(paper, DTI__MSG_PAPER_COLUMN_RANK),
                   dti__tale_text(&tale), remark);
}

/* ── what has to be said of it ── */

/* A published value that is not the sum of the points. */
static void warn_of_sums(struct dti__paper *paper, size_t node, const struct dti__standing *now)
{
    int64_t points = dti_result_points(paper->result, node);
    int64_t most = dti_result_max_points(paper->result, node);
    int64_t value = dti__paper_ratio(points, most);
    int64_t unit = dti__power_of_ten(9 - dti_framework_value_digits(paper->framework));
    if (now->is_computed || dti_result_state(paper->result, node) != DTI_STATE_PRESENT ||
        size_of(value - now->value) <= unit)
        return; /* rounding alone can make one of the last digit */
    dti__paper_say(paper, DTI__BLOCK_WARNING, DTI__MSG_PAPER_SUMS_DIFFER,
                   DTI__ARGS(dti__paper_points(paper, points), dti__paper_points(paper, most),
                             dti__paper_value(paper, value), dti__paper_value(paper, now->value),
                             DTI__TERM(DTI__MSG_PAPER_SECTION_FINDINGS)));
}

static void say_how_sure(struct dti__paper *paper, size_t node, const struct dti__standing *now)
{
    dti_track track = dti_result_track(paper->result);
    int64_t low = dti_result_lower(paper->result, node);
    int64_t high = dti_result_upper(paper->result, node);
    if (track == DTI_TRACK_COMPUTED || track == DTI_TRACK_SUPPORTED)
        dti__paper_say(paper, DTI__BLOCK_NOTE, DTI__MSG_PAPER_NOT_PUBLISHED, DTI__NO_ARGS);
    if (now->is_computed && low < high)
        dti__paper_say(paper, DTI__BLOCK_WARNING, DTI__MSG_PAPER_PARTLY,
                       DTI__ARGS(DTI__NUMBER(100 * dti_result_coverage(paper->result, node), 1),
                                 dti__paper_points(paper, low), dti__paper_points(paper, high)));
}

void dti__paper_result(struct dti__paper *paper)
{
    size_t node = dti_framework_overall(paper->framework);
    const char *group = "";
    uint32_t group_of = 0;
    int64_t mean = 0;
    dti__paper_section(paper, "result", DTI__MSG_PAPER_SECTION_RESULT);
    struct dti__standing now = {0};
    struct dti__standing before = {0};
    if (node != DTI_NONE)
        now = dti__paper_known(paper, node, paper->year);
    if (!now.has_value) {
        dti__paper_say(paper, DTI__BLOCK_PARAGRAPH, DTI__MSG_PAPER_NO_POINTS, DTI__NO_ARGS);
        return;
    }
    if (paper->year_before)
        before = dti__paper_known(paper, node, paper->year_before);
    bool has_mean = !now.is_open && dti__paper_mean(paper, node, &mean);
    uint32_t group_rank = dti__paper_group_rank(paper, node, &group_of, &group);
    show_value(paper, &now, &before);
    struct dti__tale tale;
    dti__tale_begin(&tale, paper);
    dti__paper_tell_move(&tale, node);
    const char *move = remark_of(&tale);
    if (now.rank)
        show_rank(paper, now.rank, now.out_of, move);
    if (group_rank)
        show_rank(paper, group_rank, group_of, group);
    if (has_mean)
        dti__page_tile(&paper->page, dti__paper_word(paper, DTI__MSG_PAPER_COLUMN_MEAN),
                       dti__paper_show(paper, dti__paper_value(paper, mean)), NULL);
    dti__tale_begin(&tale, paper);
    dti__tale_say(&tale, DTI__MSG_PAPER_VALUE,
                  DTI__ARGS(dti__paper_name(paper, node), DTI__INTEGER(paper->year),
                            dti__paper_unit(paper), dti__paper_value(paper, now.value)));
    tell_change(&tale, &now, &before);
    dti__paper_tell_rank(&tale, node);
    if (group_rank)
        dti__tale_say(&tale, DTI__MSG_PAPER_RANK_GROUP,
                      DTI__ARGS(DTI__TEXT(group), dti__paper_unit(paper), DTI__INTEGER(group_rank),
                                DTI__INTEGER(group_of)));
    if (has_mean)
        tell_mean(&tale, &now, mean);
    dti__tale_end(&tale, DTI__BLOCK_PARAGRAPH);
    warn_of_sums(paper, node, &now);
    say_how_sure(paper, node, &now);
}
