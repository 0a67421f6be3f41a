/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Who owes what: a line per reporter, those first of whom most points wait. */
#include "status-view.h"

#include "figure.h"
#include "moment.h"
#include "page.h"

#include <stdlib.h>

enum {
    INDENT = 2
};

struct line {
    size_t reporter;
    int64_t at_stake;
    size_t missing;
};

static int compare_lines(const void *a, const void *b)
{
    const struct line *one = a;
    const struct line *other = b;
    if (one->at_stake != other->at_stake) {
        return one->at_stake > other->at_stake ? -1 : 1;
    }
    if (one->missing != other->missing) {
        return one->missing > other->missing ? -1 : 1;
    }
    return one->reporter < other->reporter ? -1 : one->reporter > other->reporter;
}

static void print_time(const struct status_view *view)
{
    const struct cli *cli = view->cli;
    int32_t days = dti_progress_days_left(view->progress);
    if (days == INT32_MAX) {
        return;
    }
    int64_t deadline = dti_collection_deadline(view->collection, dti_dossier_year(view->dossier));
    struct moment due = moment_date(moment_day(deadline).text, cli->lang);
    struct moment today = moment_date(view->today, cli->lang);
    struct figure left = figure_count((size_t)(days < 0 ? -(int64_t)days : days));
    enum word id = days > 0    ? WORD_STATUS_DAYS
                   : days == 0 ? WORD_STATUS_DUE_TODAY
                               : WORD_STATUS_OVERDUE;
    page_say(cli, days > 0 ? STYLE_PLAIN : STYLE_LOSS, 0, id,
             WITH(today.text, due.text, left.text));
}

void status_print_head(const struct status_view *view)
{
    const struct cli *cli = view->cli;
    page_head(cli, view->dossier);
    term_paragraph(&cli->out, STYLE_PLAIN, 0, 0, dti_collection_title(view->collection, cli->lang));
    print_time(view);
}

static size_t count(const struct status_view *view, size_t reporter, dti_progress_measure measure)
{
    return dti_progress_count(view->progress, reporter, measure);
}

static void add_line(const struct status_view *view, struct table *table, const struct line *line)
{
    static const struct {
        dti_progress_measure measure;
        enum style style;
    } counts[] = {
        {DTI_PROGRESS_MISSING, STYLE_CARE},           {DTI_PROGRESS_DISPUTED, STYLE_LOSS},
        {DTI_PROGRESS_EVIDENCE_MISSING, STYLE_CARE},  {DTI_PROGRESS_EVIDENCE_WAITING, STYLE_PLAIN},
        {DTI_PROGRESS_EVIDENCE_REJECTED, STYLE_LOSS},
    };
    const struct cli *cli = view->cli;
    size_t reporter = line->reporter;
    size_t form = dti_collection_reporter_form(view->collection, reporter);
    struct text reported = TEXT_EMPTY;
    word_fill(&reported, cli->lang, WORD_OF_MAX,
              WITH(figure_count(count(view, reporter, DTI_PROGRESS_REPORTED)).text,
                   figure_count(count(view, reporter, DTI_PROGRESS_ROWS)).text));
    table_cell(table, STYLE_PLAIN,
               dti_collection_reporter_name(view->collection, reporter, cli->lang));
    table_cell(table, STYLE_DIM, dti_collection_form_id(view->collection, form));
    table_cell(table, STYLE_PLAIN, text_get(&reported));
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        page_count(table, counts[i].style, count(view, reporter, counts[i].measure));
    }
    table_cell(table, line->at_stake > 0 ? STYLE_STRONG : STYLE_DIM,
               line->at_stake > 0 ? figure_points(line->at_stake, view->digits, cli->lang).text
                                  : "–");
    text_free(&reported);
}

static struct line *sort_reporters(const struct status_view *view, size_t reporters)
{
    struct line *lines = memory_resize(NULL, reporters + 1, sizeof *lines);
    for (size_t i = 0; i < reporters; i++) {
        lines[i] = (struct line){i, dti_progress_at_stake(view->progress, i),
                                 count(view, i, DTI_PROGRESS_MISSING)};
    }
    qsort(lines, reporters, sizeof *lines, compare_lines);
    return lines;
}

static void print_sum(const struct status_view *view, size_t reporters)
{
    size_t rows = 0;
    size_t reported = 0;
    size_t done = 0;
    size_t disputed = 0;
    for (size_t i = 0; i < reporters; i++) {
        rows += count(view, i, DTI_PROGRESS_ROWS);
        reported += count(view, i, DTI_PROGRESS_REPORTED);
        done += count(view, i, DTI_PROGRESS_MISSING) == 0;
        disputed += count(view, i, DTI_PROGRESS_DISPUTED);
    }
    page_say(view->cli, STYLE_STRONG, 0, WORD_STATUS_SUM,
             WITH(figure_count(done).text, figure_count(reporters).text,
                  figure_count(reported).text, figure_count(rows).text,
                  figure_count(disputed).text));
}

void status_print_list(const struct status_view *view)
{
    const struct cli *cli = view->cli;
    const struct table_column columns[] = {
        {word(cli->lang, WORD_COLUMN_REPORTER), ALIGN_LEFT, true},
        {word(cli->lang, WORD_COLUMN_FORM), ALIGN_LEFT, false},
        {word(cli->lang, WORD_COLUMN_REPORTED), ALIGN_RIGHT, false},
        {word(cli->lang, WORD_COLUMN_MISSING), ALIGN_RIGHT, false},
        {word(cli->lang, WORD_COLUMN_DISPUTED), ALIGN_RIGHT, false},
        {word(cli->lang, WORD_COLUMN_EVIDENCE_MISSING), ALIGN_RIGHT, false},
        {word(cli->lang, WORD_COLUMN_EVIDENCE_WAITING), ALIGN_RIGHT, false},
        {word(cli->lang, WORD_COLUMN_EVIDENCE_REJECTED), ALIGN_RIGHT, false},
        {word(cli->lang, WORD_COLUMN_AT_STAKE), ALIGN_RIGHT, false},
    };
    size_t reporters = dti_collection_reporter_count(view->collection);
    struct line *lines = sort_reporters(view, reporters);
    struct table *table = table_new(columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < reporters; i++) {
        add_line(view, table, &lines[i]);
    }
    status_print_head(view);
    print_sum(view, reporters);
    page_gap(cli);
    table_print(table, &cli->out, INDENT);
    page_gap(cli);
    page_say(cli, STYLE_DIM, 0, WORD_STATUS_NOTE, WITH_NOTHING);
    page_say(cli, STYLE_DIM, 0, WORD_STATUS_MORE, WITH(view->path));
    table_free(table);
    free(lines);
}
