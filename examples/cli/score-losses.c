/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The table of the largest losses: where points are lost, why, and what the next step would bring.
 */
#include "score-view.h"

#include "figure.h"
#include "nodes.h"
#include "page.h"
#include "table.h"

#include <stdlib.h>
#include <string.h>

enum {
    INDENT = 2,
    SHOWN = 15,
    REMARK_COLUMN = 1 /* below the name */
};

struct loss {
    size_t node;
    int64_t points;
};

struct losses {
    struct loss *list; /* largest first */
    size_t count;
    size_t open_count; /* components that are not decided, with their maxima */
    int64_t open_max;
    bool is_stated;      /* sources give points to those above them, */
    int64_t unallocated; /* namely so many */
};

static int compare_losses(const void *a, const void *b)
{
    const struct loss *one = a;
    const struct loss *other = b;
    if (one->points != other->points) {
        return one->points > other->points ? -1 : 1;
    }
    return one->node < other->node ? -1 : one->node > other->node;
}

/* What is open is not lost yet: it is counted, not listed. */
static struct losses collect(const struct score_view *view)
{
    size_t count = dti_result_node_count(view->result);
    struct losses losses = {.list = memory_resize(NULL, count + 1, sizeof *losses.list)};
    for (size_t node = 0; node < count; node++) {
        losses.is_stated |= dti_result_unallocated_max(view->result, node) != 0;
        losses.unallocated += dti_result_unallocated(view->result, node);
        if (dti_framework_node_kind(view->framework, node) != DTI_NODE_COMPONENT) {
            continue;
        }
        int64_t max = dti_result_max_points(view->result, node);
        int64_t loss = dti_result_loss(view->result, node);
        if (dti_result_lower(view->result, node) != dti_result_upper(view->result, node)) {
            losses.open_count++;
            losses.open_max += max;
        } else if (loss > 0) {
            losses.list[losses.count++] = (struct loss){node, loss};
        }
    }
    qsort(losses.list, losses.count, sizeof *losses.list, compare_losses);
    return losses;
}

static void add_remark(const struct score_view *view, struct table *table, enum style style,
                       enum word id, const char *const *with)
{
    struct text text = TEXT_EMPTY;
    word_fill(&text, view->cli->lang, id, with);
    table_remark(table, REMARK_COLUMN, style, text_get(&text));
    text_free(&text);
}

static void add_cause(const struct score_view *view, struct table *table, size_t node)
{
    dti_lang lang = view->cli->lang;
    const char *cause = dti_cause_name(dti_result_cause(view->result, node), lang);
    const char *quote = dti_result_explanation(view->result, node, lang);
    add_remark(view, table, STYLE_DIM, *quote ? WORD_LOSS_QUOTE : WORD_LOSS_CAUSE,
               WITH(cause, quote));
}

static void add_agencies(const struct score_view *view, struct table *table, size_t node)
{
    dti_lang lang = view->cli->lang;
    struct text agencies = TEXT_EMPTY;
    for (size_t i = 0; i < dti_result_agency_count(view->result, node); i++) {
        text_add(&agencies, i != 0 ? word(lang, WORD_LIST_SEMICOLON) : "");
        text_add(&agencies, dti_result_agency_name(view->result, node, i, lang));
    }
    if (agencies.length != 0) {
        add_remark(view, table, STYLE_DIM, WORD_LOSS_AGENCY, WITH(text_get(&agencies)));
    }
    text_free(&agencies);
}

static void add_step(const struct score_view *view, struct table *table, size_t node)
{
    char step[512];
    bool is_assumed = nodes_is_assumed(view->framework, node, DTI_PART_RULE);
    if (dti_result_step_format(view->result, node, view->cli->lang, step, sizeof step) == 0) {
        return;
    }
    add_remark(view, table, STYLE_PLAIN, is_assumed ? WORD_LOSS_STEP_ASSUMED : WORD_LOSS_STEP,
               WITH(step));
}

static void add_row(const struct score_view *view, struct table *table, size_t node)
{
    dti_lang lang = view->cli->lang;
    bool is_assumed = nodes_is_assumed(view->framework, node, DTI_PART_MAX_POINTS);
    struct text max = TEXT_EMPTY;
    text_add(&max, figure_plain(dti_result_max_points(view->result, node), lang).text);
    text_add(&max, is_assumed ? word(lang, WORD_ASSUMED_MARK) : "");
    int64_t points = dti_result_points(view->result, node);
    int64_t loss = dti_result_loss(view->result, node);
    double share = dti_result_loss_share_of_overall(view->result, node);
    table_cell(table, STYLE_STRONG, nodes_code(view->framework, node, view->numbering));
    table_cell(table, STYLE_STRONG, dti_framework_node_name(view->framework, node, lang));
    table_cell(table, STYLE_PLAIN, figure_points(points, view->points_digits, lang).text);
    table_cell(table, STYLE_PLAIN, text_get(&max));
    table_cell(table, STYLE_LOSS, figure_points(loss, view->points_digits, lang).text);
    table_cell(table, STYLE_PLAIN, figure_percent(share, lang).text);
    text_free(&max);
    add_cause(view, table, node);
    add_step(view, table, node);
    add_agencies(view, table, node);
}

static void print_table(const struct score_view *view, const struct losses *losses)
{
    dti_lang lang = view->cli->lang;
    const struct table_column columns[] = {
        {word(lang, WORD_COLUMN_CODE), ALIGN_LEFT, false},
        {word(lang, WORD_COLUMN_NAME), ALIGN_LEFT, true},
        {word(lang, WORD_COLUMN_POINTS), ALIGN_RIGHT, false},
        {word(lang, WORD_COLUMN_MAX), ALIGN_RIGHT, false},
        {word(lang, WORD_COLUMN_LOSS), ALIGN_RIGHT, false},
        {word(lang, WORD_COLUMN_SHARE), ALIGN_RIGHT, false},
    };
    struct table *table = table_new(columns, sizeof columns / sizeof *columns);
    bool has_assumed = false;
    for (size_t i = 0; i < losses->count && i < SHOWN; i++) {
        size_t node = losses->list[i].node;
        if (i != 0) {
            table_gap(table);
        }
        add_row(view, table, node);
        has_assumed |= nodes_is_assumed(view->framework, node, DTI_PART_MAX_POINTS);
    }
    table_print(table, &view->cli->out, INDENT);
    table_free(table);
    if (has_assumed) {
        page_gap(view->cli);
        term_paragraph(&view->cli->out, STYLE_DIM, INDENT, INDENT,
                       word(lang, WORD_ASSUMED_MARK_NOTE));
    }
}

static void print_sentence(const struct score_view *view, enum word id, const char *const *with)
{
    struct text line = TEXT_EMPTY;
    word_fill(&line, view->cli->lang, id, with);
    term_paragraph(&view->cli->out, STYLE_PLAIN, INDENT, INDENT, text_get(&line));
    text_free(&line);
}

/* With the table these sentences account for all that is lost. */
static void print_rest(const struct score_view *view, const struct losses *losses)
{
    dti_lang lang = view->cli->lang;
    int digits = view->points_digits;
    int64_t rest = 0;
    for (size_t i = SHOWN; i < losses->count; i++) {
        rest += losses->list[i].points;
    }
    if (losses->count > SHOWN) {
        print_sentence(
            view, WORD_LOSS_REST,
            WITH(figure_count(losses->count - SHOWN).text, figure_points(rest, digits, lang).text));
    }
    if (losses->open_count != 0) {
        int64_t lost = losses->open_max - losses->unallocated;
        print_sentence(view, losses->is_stated ? WORD_LOSS_UNALLOCATED : WORD_LOSS_OPEN,
                       WITH(figure_count(losses->open_count).text,
                            figure_plain(losses->open_max, lang).text,
                            figure_points(losses->unallocated, digits, lang).text,
                            figure_points(lost, digits, lang).text));
    }
}

void score_print_losses(const struct score_view *view)
{
    if (!score_has_kind(view, DTI_NODE_COMPONENT)) {
        return; /* who has no components loses nothing there */
    }
    struct losses losses = collect(view);
    page_heading(view->cli, WORD_HEADING_LOSSES);
    if (losses.count != 0) {
        print_table(view, &losses);
    } else if (losses.open_count == 0) {
        term_paragraph(&view->cli->out, STYLE_PLAIN, INDENT, INDENT,
                       word(view->cli->lang, WORD_LOSS_NONE));
    }
    page_gap(view->cli);
    print_rest(view, &losses);
    free(losses.list);
}
