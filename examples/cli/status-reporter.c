/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* What one reporter owes, by name: a letter to that agency could be written from it. */
#include "status-view.h"

#include "collection.h"
#include "evidence-view.h"
#include "figure.h"
#include "moment.h"
#include "number.h"
#include "page.h"

#include <string.h>

enum {
    INDENT = 2,
    REMARK_COLUMN = 1,
    MESSAGE_SIZE = 1024
};

static void add_row(const struct status_view *view, struct table *table, size_t row)
{
    dti_lang lang = view->cli->lang;
    table_cell(table, STYLE_DIM, dti_collection_row_key(view->collection, row));
    table_cell(table, STYLE_PLAIN, dti_collection_row_name(view->collection, row, lang));
    table_cell(table, STYLE_DIM, dti_collection_row_unit(view->collection, row));
}

static struct table *new_rows(const struct cli *cli)
{
    const struct table_column columns[] = {
        {word(cli->lang, WORD_COLUMN_ROW), ALIGN_LEFT, false},
        {word(cli->lang, WORD_COLUMN_ROW_NAME), ALIGN_LEFT, true},
        {word(cli->lang, WORD_COLUMN_UNIT), ALIGN_LEFT, true},
    };
    return table_new(columns, sizeof columns / sizeof *columns);
}

static void print_rows(const struct cli *cli, enum word heading, struct table *table)
{
    page_heading(cli, heading);
    table_print(table, &cli->out, INDENT);
    table_free(table);
}

static void print_missing(const struct status_view *view, size_t reporter)
{
    size_t count = dti_progress_count(view->progress, reporter, DTI_PROGRESS_MISSING);
    if (count == 0) {
        return;
    }
    struct table *table = new_rows(view->cli);
    for (size_t i = 0; i < count; i++) {
        add_row(view, table, dti_progress_missing_row(view->progress, reporter, i));
    }
    print_rows(view->cli, WORD_HEADING_MISSING, table);
}

/* A figure as reported: a number, an answer, or why there is none. */
static void add_figure(const struct status_view *view, size_t input, size_t report,
                       struct text *out)
{
    dti_lang lang = view->cli->lang;
    dti_state state = dti_dossier_report_state(view->dossier, input, report);
    double number = dti_dossier_report_number(view->dossier, input, report);
    if (state != DTI_STATE_PRESENT) {
        text_add(out, dti_state_name(state, lang));
        return;
    }
    switch (dti_framework_input_kind(view->framework, input)) {
    case DTI_INPUT_CHOICE:
        text_add(out,
                 dti_framework_input_choice_name(view->framework, input, (size_t)number, lang));
        break;
    case DTI_INPUT_YES_NO:
        text_add(out, word(lang, number > 0 ? WORD_YES : WORD_NO));
        break;
    default:
        text_add(out, number_print(number, lang).text);
        break;
    }
}

/* "Sở Tài chính, biểu IX, dòng IV.1, 15/1/2024: 1234,5" */
static void add_report(const struct status_view *view, struct table *table, size_t input,
                       size_t report)
{
    const dti_dossier *dossier = view->dossier;
    dti_lang lang = view->cli->lang;
    const char *reporter = dti_dossier_report_reporter(dossier, input, report);
    struct text figure = TEXT_EMPTY;
    add_figure(view, input, report, &figure);
    if (*reporter) {
        page_remark(view->cli, table, REMARK_COLUMN, STYLE_PLAIN, WORD_STATUS_REPORT,
                    WITH(collection_agency(view->collection, view->result, reporter, lang),
                         dti_dossier_report_form(dossier, input, report),
                         dti_dossier_report_row(dossier, input, report),
                         moment_date(dti_dossier_report_date(dossier, input, report), lang).text,
                         text_get(&figure)));
    } else {
        page_remark(view->cli, table, REMARK_COLUMN, STYLE_PLAIN, WORD_STATUS_BEFORE,
                    WITH(text_get(&figure)));
    }
    text_free(&figure);
}

/* Reporters who differ are shown figure by figure: their conflict need not be told again. */
static bool is_shown(const dti_report *report, size_t finding)
{
    static const char conflict_between_reports[] = "DTI-0964";
    return strcmp(dti_report_id(report, finding), conflict_between_reports) == 0;
}

static bool is_about(const dti_report *report, size_t finding, const char *input)
{
    for (size_t i = 0; i < dti_report_arg_count(report, finding); i++) {
        if (strcmp(dti_report_arg(report, finding, i), input) == 0) {
            return true;
        }
    }
    return false;
}

/* What contradicts a figure may be other figures, from which it derives: the library names them. */
static void add_findings(const struct status_view *view, struct table *table,
                         const dti_report *report, size_t input)
{
    const char *id = dti_framework_input_id(view->framework, input);
    for (size_t i = 0; i < dti_report_count(report); i++) {
        if (is_about(report, i, id) && !is_shown(report, i)) {
            char message[MESSAGE_SIZE];
            dti_report_format(report, i, view->cli->lang, message, sizeof message);
            table_remark(table, REMARK_COLUMN, STYLE_CARE, message);
        }
    }
}

static void print_disputed(const struct status_view *view, const dti_report *report,
                           size_t reporter)
{
    size_t count = dti_progress_count(view->progress, reporter, DTI_PROGRESS_DISPUTED);
    if (count == 0) {
        return;
    }
    struct table *table = new_rows(view->cli);
    for (size_t i = 0; i < count; i++) {
        size_t row = dti_progress_disputed_row(view->progress, reporter, i);
        size_t input = dti_collection_row_input(view->collection, row);
        add_row(view, table, row);
        for (size_t k = 0; k < dti_dossier_report_count(view->dossier, input); k++) {
            if (!dti_dossier_report_is_superseded(view->dossier, input, k)) {
                add_report(view, table, input, k);
            }
        }
        add_findings(view, table, report, input);
    }
    print_rows(view->cli, WORD_HEADING_DISPUTED, table);
}

/* What it owes of evidence: gaps that it can close, by the library's own words. */
static void print_gaps(const struct status_view *view, size_t reporter)
{
    const struct evidence_view gaps = {
        .cli = view->cli,
        .result = view->result,
        .dossier = view->dossier,
        .framework = view->framework,
        .collection = view->collection,
        .digits = view->digits,
    };
    bool is_begun = false;
    for (size_t i = 0; i < dti_result_gap_count(view->result); i++) {
        if (!dti_progress_owes_gap(view->progress, reporter, i)) {
            continue;
        }
        if (!is_begun) {
            page_heading(view->cli, WORD_HEADING_OWED_EVIDENCE);
        }
        is_begun = true;
        struct text line = TEXT_EMPTY;
        evidence_view_add_gap(&gaps, i, &line);
        term_paragraph(&view->cli->out, STYLE_PLAIN, INDENT, INDENT + INDENT, text_get(&line));
        text_free(&line);
    }
}

void status_print_reporter(const struct status_view *view, const dti_report *report,
                           size_t reporter)
{
    const struct cli *cli = view->cli;
    const dti_collection *collection = view->collection;
    size_t form = dti_collection_reporter_form(collection, reporter);
    size_t owed = dti_progress_count(view->progress, reporter, DTI_PROGRESS_MISSING) +
                  dti_progress_count(view->progress, reporter, DTI_PROGRESS_DISPUTED);
    int64_t at_stake = dti_progress_at_stake(view->progress, reporter);
    status_print_head(view);
    page_gap(cli);
    page_say(cli, STYLE_STRONG, 0, WORD_STATUS_REPORTER,
             WITH(dti_collection_reporter_name(collection, reporter, cli->lang),
                  dti_collection_form_id(collection, form)));
    page_say(
        cli, STYLE_PLAIN, 0, WORD_STATUS_STATE,
        WITH(figure_count(dti_progress_count(view->progress, reporter, DTI_PROGRESS_REPORTED)).text,
             figure_count(dti_progress_count(view->progress, reporter, DTI_PROGRESS_ROWS)).text,
             figure_points(at_stake, view->digits, cli->lang).text));
    if (owed == 0 && at_stake == 0) {
        page_say(cli, STYLE_PLAIN, 0, WORD_STATUS_DONE, WITH_NOTHING);
    }
    print_missing(view, reporter);
    print_disputed(view, report, reporter);
    print_gaps(view, reporter);
}
