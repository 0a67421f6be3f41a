/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Target by target: what is wanted beside what is, by when, and why it stands where it does;
 * trouble first, measures without a figure last. */
#include "targets-view.h"

#include "figure.h"
#include "moment.h"
#include "page.h"

#include <string.h>

enum {
    INDENT = 2,
    TEXT_COLUMN = 1,
    WORDS_SIZE = 2048,
    MOST_COLUMNS = 6
};

/* A heading and the targets below it. */
struct part {
    dti_target_status status;
    bool has_figures; /* else: measures, and values that the source does not name */
    enum word heading;
};

static const struct part parts[] = {
    {DTI_TARGET_MISSED, true, WORD_TARGETS_MISSED},
    {DTI_TARGET_BEHIND, true, WORD_TARGETS_BEHIND},
    {DTI_TARGET_ON_COURSE, true, WORD_TARGETS_ON_COURSE},
    {DTI_TARGET_ACHIEVED, true, WORD_TARGETS_ACHIEVED},
    {DTI_TARGET_OPEN, true, WORD_TARGETS_OPEN},
    {DTI_TARGET_OPEN, false, WORD_TARGETS_WITHOUT},
};

/* True if the source says what is to be reached. */
static bool has_goal(const struct targets_view *view, size_t target)
{
    dti_target_comparison comparison = dti_targets_target_comparison(view->targets, target);
    return comparison != DTI_TARGET_TEXT &&
           (comparison >= DTI_TARGET_INCREASE || *dti_targets_target_value(view->targets, target));
}

static bool is_in(const struct targets_view *view, const struct part *part, size_t target)
{
    return targets_is_shown(view, target) &&
           dti_assessment_status(view->assessment, target) == part->status &&
           has_goal(view, target) == part->has_figures;
}

static void add_remark(struct table *table, const struct cli *cli, enum style style, enum word id,
                       const char *text)
{
    if (*text) {
        page_remark(cli, table, TEXT_COLUMN, style, id, WITH(text));
    }
}

/* Without a figure and a due day the row itself says all there is. */
static bool has_more(const struct targets_view *view, size_t target)
{
    return dti_assessment_actual_year(view->assessment, target) != 0 ||
           *dti_targets_target_due(view->targets, target);
}

static void add_remarks(const struct targets_view *view, struct table *table,
                        const struct part *part, size_t target)
{
    const struct cli *cli = view->cli;
    const dti_targets *targets = view->targets;
    char sentence[WORDS_SIZE];
    dti_target_status stated = DTI_TARGET_OPEN;
    if (part->has_figures && part->status != DTI_TARGET_ACHIEVED && has_more(view, target)) {
        dti_assessment_format(view->assessment, target, cli->lang, sentence, sizeof sentence);
        table_remark(table, TEXT_COLUMN, STYLE_PLAIN, sentence);
    }
    if (part->has_figures && dti_targets_target_stated(targets, target, &stated) &&
        stated != dti_assessment_status(view->assessment, target)) {
        add_remark(table, cli, STYLE_CARE, WORD_TARGETS_STATED_AS,
                   dti_target_status_name(stated, cli->lang));
    }
    add_remark(table, cli, STYLE_PLAIN, WORD_TARGETS_REASON,
               dti_targets_target_reason(targets, target, cli->lang));
    add_remark(table, cli, STYLE_DIM, WORD_TARGETS_OWNER,
               dti_targets_target_owner(targets, target, cli->lang));
    if (part->has_figures) {
        add_remark(table, cli, STYLE_DIM, WORD_TARGETS_NOTE,
                   dti_targets_target_note(targets, target, cli->lang));
    }
}

/* Where nothing can be computed, what the source states is all there is. */
static bool has_stated(const struct targets_view *view, const struct part *part)
{
    for (size_t i = 0; i < dti_targets_count(view->targets) && !part->has_figures; i++) {
        if (is_in(view, part, i) && dti_targets_target_stated(view->targets, i, NULL)) {
            return true;
        }
    }
    return false;
}

static void add_stated(const struct targets_view *view, struct table *table, size_t target)
{
    dti_target_status stated = DTI_TARGET_OPEN;
    bool is_said = dti_targets_target_stated(view->targets, target, &stated);
    table_cell(table, is_said ? STYLE_PLAIN : STYLE_DIM,
               is_said ? dti_target_status_name(stated, view->cli->lang) : "–");
}

static void add_target(const struct targets_view *view, struct table *table,
                       const struct part *part, size_t target)
{
    const dti_targets *targets = view->targets;
    dti_lang lang = view->cli->lang;
    char wanted[WORDS_SIZE];
    char actual[WORDS_SIZE];
    struct text codes = TEXT_EMPTY;
    const char *due = dti_targets_target_due(targets, target);
    targets_add_codes(&codes, view, target, ", ");
    dti_targets_target_format(targets, target, lang, wanted, sizeof wanted);
    dti_assessment_actual_format(view->assessment, target, lang, actual, sizeof actual);
    table_cell(table, STYLE_DIM, codes.length > 0 ? text_get(&codes) : "–");
    table_cell(table, STYLE_PLAIN, dti_targets_target_text(targets, target, lang));
    if (part->has_figures) {
        table_cell(table, STYLE_PLAIN, wanted);
    }
    table_cell(table, *actual ? STYLE_STRONG : STYLE_DIM, *actual ? actual : "–");
    table_cell(table, STYLE_PLAIN, *due ? moment_date(due, lang).text : "–");
    if (has_stated(view, part)) {
        add_stated(view, table, target);
    }
    add_remarks(view, table, part, target);
    text_free(&codes);
}

static void print_part(const struct targets_view *view, const struct part *part)
{
    const struct cli *cli = view->cli;
    size_t count = 0;
    struct table_column columns[MOST_COLUMNS] = {
        {word(cli->lang, WORD_TARGETS_COLUMN_CODE), ALIGN_LEFT, false},
        {word(cli->lang, WORD_TARGETS_COLUMN_TEXT), ALIGN_LEFT, true},
    };
    size_t width = 2;
    if (part->has_figures) {
        columns[width++] =
            (struct table_column){word(cli->lang, WORD_TARGETS_COLUMN_WANTED), ALIGN_LEFT, true};
    }
    columns[width++] =
        (struct table_column){word(cli->lang, WORD_TARGETS_COLUMN_ACTUAL), ALIGN_LEFT, true};
    columns[width++] =
        (struct table_column){word(cli->lang, WORD_TARGETS_COLUMN_DUE), ALIGN_LEFT, false};
    if (has_stated(view, part)) {
        columns[width++] =
            (struct table_column){word(cli->lang, WORD_TARGETS_COLUMN_STATED), ALIGN_LEFT, false};
    }
    struct table *table = table_new(columns, width);
    for (size_t i = 0; i < dti_targets_count(view->targets); i++) {
        if (is_in(view, part, i)) {
            add_target(view, table, part, i);
            count++;
        }
    }
    if (count > 0) {
        page_heading(cli, part->heading);
        table_print(table, &cli->out, INDENT);
    }
    table_free(table);
}

void targets_print_list(const struct targets_view *view)
{
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        print_part(view, &parts[i]);
    }
}
