/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The section of the next steps: what is easiest, what brings most, and where it would lead. */
#include "paper/known.h"

#include <stdio.h>

#define MOST_STEPS 8 /* of a list: a page is read aloud */

struct shown { /* which steps, and what is known of any of them */
    size_t items[MOST_STEPS];
    size_t count;
    bool has_ranks;
};

static bool is_among(const struct shown *shown, size_t item)
{
    for (size_t i = 0; shown && i < shown->count; i++)
        if (shown->items[i] == item)
            return true;
    return false;
}

/* The first steps of an order that were not told before. */
static struct shown find(const struct dti__paper *paper, dti_losses_order order,
                         const struct shown *told)
{
    struct shown shown = {.count = 0};
    size_t overall = dti_framework_overall(paper->framework);
    for (size_t i = 0; i < dti_losses_step_count(paper->losses) && shown.count < MOST_STEPS; i++) {
        size_t item = dti_losses_step(paper->losses, order, i);
        size_t node = dti_losses_node(paper->losses, item);
        if (dti_losses_step_gain(paper->losses, item, node) <= 0 || is_among(told, item))
            continue;
        shown.items[shown.count++] = item;
        shown.has_ranks |= dti_losses_step_rank(paper->losses, item, overall, NULL, NULL) == 1;
    }
    return shown;
}

/* What it brings to the overall value. */
static const char *gain_of(struct dti__paper *paper, size_t item)
{
    size_t overall = dti_framework_overall(paper->framework);
    int64_t gain = dti_losses_step_gain(paper->losses, item, overall);
    int64_t most = dti_result_max_points(paper->result, overall);
    return dti__paper_show(paper, dti__paper_value(paper, dti__paper_ratio(gain, most)));
}

/* The step as the rule tells it, marked if the rule is assumed. */
static const char *words_of(struct dti__paper *paper, size_t item, size_t node)
{
    char text[1024];
    dti_result_step_format(paper->result, node, paper->lang, text, sizeof text - 4);
    struct dti__tale tale;
    dti__tale_begin(&tale, paper);
    dti__buffer_put_text(&tale.text, text);
    if (dti_losses_step_is_assumed(paper->losses, item))
        dti__buffer_put_text(&tale.text, " (*)");
    return dti__tale_text(&tale);
}

static const char *ranks_of(struct dti__paper *paper, size_t item)
{
    size_t overall = dti_framework_overall(paper->framework);
    uint32_t before = 0;
    uint32_t after = 0;
    char text[32] = "–";
    if (dti_losses_step_rank(paper->losses, item, overall, &before, &after))
        snprintf(text, sizeof text, before == after ? "%u" : "%u → %u", (unsigned)before,
                 (unsigned)after);
    return dti__page_text(&paper->page, text);
}

static void list(struct dti__paper *paper, enum dti__msg title, const struct shown *shown)
{
    const struct dti__page_column columns[] = {
        {dti__paper_word(paper, DTI__MSG_PAPER_COLUMN_CODE), DTI__ALIGN_TEXT},
        {dti__paper_word(paper, DTI__MSG_PAPER_COLUMN_INDICATOR), DTI__ALIGN_TEXT},
        {dti__paper_word(paper, DTI__MSG_PAPER_COLUMN_STEP), DTI__ALIGN_TEXT},
        {dti__paper_word(paper, DTI__MSG_PAPER_COLUMN_GAIN), DTI__ALIGN_FIGURE},
        {dti__paper_word(paper, DTI__MSG_PAPER_COLUMN_RANK_AFTER), DTI__ALIGN_FIGURE}};
    dti__paper_heading(paper, dti__paper_word(paper, title));
    struct dti__page_table *table =
        dti__page_table(&paper->page, "", columns, shown->has_ranks ? 5 : 4);
    for (size_t i = 0; i < shown->count; i++) {
        size_t item = shown->items[i];
        size_t node = dti_losses_node(paper->losses, item);
        const struct dti__page_cell cells[] = {
            {dti__paper_code(paper, node), DTI__TONE_PLAIN},
            {dti_framework_node_name(paper->framework, node, paper->lang), DTI__TONE_PLAIN},
            {words_of(paper, item, node), DTI__TONE_PLAIN},
            {gain_of(paper, item), DTI__TONE_GOOD},
            {ranks_of(paper, item), DTI__TONE_PLAIN}};
        dti__page_row(&paper->page, table, cells);
    }
}

void dti__paper_steps(struct dti__paper *paper)
{
    struct shown easiest = find(paper, DTI_LOSSES_EASIEST, NULL);
    struct shown largest = find(paper, DTI_LOSSES_LARGEST, &easiest);
    size_t overall = dti_framework_overall(paper->framework);
    if (overall == DTI_NONE || dti_losses_count(paper->losses) == 0)
        return;
    dti__paper_section(paper, "steps", DTI__MSG_PAPER_SECTION_STEPS);
    if (easiest.count == 0) {
        dti__paper_say(paper, DTI__BLOCK_PARAGRAPH, DTI__MSG_PAPER_NO_STEPS, DTI__NO_ARGS);
        return;
    }
    dti__paper_say(paper, DTI__BLOCK_PARAGRAPH, DTI__MSG_PAPER_STEPS, DTI__NO_ARGS);
    list(paper, DTI__MSG_PAPER_STEPS_EASIEST, &easiest);
    if (largest.count > 0)
        list(paper, DTI__MSG_PAPER_STEPS_LARGEST, &largest);
}
