/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* What a province sends to the ministry, as a page to read. */
#include "submission-view.h"

#include "figure.h"
#include "load.h"
#include "nodes.h"
#include "page.h"
#include "table.h"

#include <stdlib.h>
#include <string.h>

enum {
    INDENT = 2,
    HANGING = 4,
    NAME_COLUMN = 1, /* remarks stand below the name */
    MESSAGE_SIZE = 1024
};

/* Which records a component names, by component. */
struct support {
    size_t node;
    size_t record;
};

struct supports {
    struct support *list;
    size_t count;
};

static int compare_supports(const void *a, const void *b)
{
    const struct support *one = a;
    const struct support *other = b;
    if (one->node != other->node) {
        return one->node < other->node ? -1 : 1;
    }
    return one->record < other->record ? -1 : one->record > other->record;
}

static struct supports collect(const struct submission_view *view)
{
    struct supports supports = {NULL, 0};
    size_t size = 0;
    for (size_t i = 0; i < dti_dossier_evidence_count(view->dossier); i++) {
        const dti_evidence *evidence = dti_dossier_evidence(view->dossier, i);
        const char *own = dti_evidence_text(evidence, DTI_EVIDENCE_NUMBERING);
        for (size_t k = 0; k < dti_evidence_component_count(evidence); k++) {
            if (supports.count == size) {
                size = size * 2 + 64;
                supports.list = memory_resize(supports.list, size, sizeof *supports.list);
            }
            size_t node = dti_framework_find(view->framework, *own ? own : NULL,
                                             dti_evidence_component(evidence, k));
            supports.list[supports.count++] = (struct support){node, i};
        }
    }
    if (supports.count != 0) {
        qsort(supports.list, supports.count, sizeof *supports.list, compare_supports);
    }
    return supports;
}

/* "36/2021/NQ-HĐND (đã chấp nhận)": each record of a component. */
static void add_records(const struct submission_view *view, const struct supports *supports,
                        struct table *table, size_t node)
{
    dti_lang lang = view->cli->lang;
    struct text line = TEXT_EMPTY;
    for (size_t i = 0; i < supports->count; i++) {
        if (supports->list[i].node != node) {
            continue;
        }
        const dti_evidence *evidence =
            dti_dossier_evidence(view->dossier, supports->list[i].record);
        const char *number = dti_evidence_text(evidence, DTI_EVIDENCE_NUMBER);
        dti_review_state state = dti_evidence_state(evidence);
        text_add(&line, line.length != 0 ? word(lang, WORD_LIST_SEMICOLON) : "");
        word_fill(&line, lang, WORD_SUBMISSION_RECORD,
                  WITH(*number ? number : dti_evidence_text(evidence, DTI_EVIDENCE_ID),
                       dti_review_state_name(state, lang)));
    }
    if (line.length != 0) {
        page_remark(view->cli, table, NAME_COLUMN, STYLE_DIM, WORD_SUBMISSION_RECORDS,
                    WITH(text_get(&line)));
    }
    text_free(&line);
}

/* The self-assessed points that are stated, else the computed ones. */
static void add_points(const struct submission_view *view, struct table *table, size_t node)
{
    bool is_stated = dti_result_has_track(view->result, node, DTI_TRACK_SELF);
    dti_track track = is_stated ? DTI_TRACK_SELF : DTI_TRACK_COMPUTED;
    bool has_points = dti_result_has_track(view->result, node, track);
    int64_t points = dti_result_track_points(view->result, node, track);
    table_cell(table, STYLE_PLAIN,
               has_points ? figure_points(points, view->digits, view->cli->lang).text : "–");
}

static void add_tree(const struct submission_view *view, const struct supports *supports,
                     struct table *table, size_t node, size_t depth)
{
    enum style style = depth == 0 ? STYLE_STRONG : STYLE_PLAIN;
    int64_t max = dti_framework_node_max_points(view->framework, node);
    table_cell(table, style, nodes_code(view->framework, node, view->numbering));
    table_cell(table, style, dti_framework_node_name(view->framework, node, view->cli->lang));
    table_cell(table, style, figure_plain(max, view->cli->lang).text);
    add_points(view, table, node);
    add_records(view, supports, table, node);
    for (size_t i = 0; i < dti_framework_node_child_count(view->framework, node); i++) {
        add_tree(view, supports, table, dti_framework_node_child(view->framework, node, i),
                 depth + 1);
    }
}

static void print_sheet(const struct submission_view *view)
{
    const struct cli *cli = view->cli;
    const struct table_column columns[] = {
        {word(cli->lang, WORD_COLUMN_CODE), ALIGN_LEFT, false},
        {word(cli->lang, WORD_COLUMN_NAME), ALIGN_LEFT, true},
        {word(cli->lang, WORD_COLUMN_MAX), ALIGN_RIGHT, false},
        {word(cli->lang, WORD_COLUMN_POINTS), ALIGN_RIGHT, false},
    };
    size_t count = 0;
    size_t *mains = nodes_of_kind(view->framework, DTI_NODE_MAIN, view->numbering, &count);
    struct supports supports = collect(view);
    struct table *table = table_new(columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < count; i++) {
        if (i != 0) {
            table_gap(table);
        }
        add_tree(view, &supports, table, mains[i], 0);
    }
    page_heading(cli, WORD_HEADING_SHEET);
    table_print(table, &cli->out, INDENT);
    table_free(table);
    free(supports.list);
    free(mains);
}

static void print_finding(const struct submission_view *view, size_t finding, const char *message)
{
    const struct cli *cli = view->cli;
    dti_severity severity = dti_report_severity(view->report, finding);
    struct text line = TEXT_EMPTY;
    word_fill(
        &line, cli->lang, WORD_FINDING,
        WITH(load_severity(severity, cli->lang), dti_report_id(view->report, finding), message));
    term_paragraph(&cli->out, severity == DTI_SEVERITY_ERROR ? STYLE_LOSS : STYLE_CARE, INDENT,
                   HANGING, text_get(&line));
    text_free(&line);
}

static bool is_unproved(const struct submission_view *view, size_t finding)
{
    return strcmp(dti_report_id(view->report, finding), "DTI-1060") == 0;
}

/* Components that nobody has proved yet are many for most of the year, and their names stand in the
 * sheet above: one sentence for all of them. */
static void print_unproved(const struct submission_view *view, size_t first)
{
    dti_lang lang = view->cli->lang;
    size_t count = 0;
    struct text codes = TEXT_EMPTY;
    struct text message = TEXT_EMPTY;
    for (size_t i = first; i < dti_report_count(view->report); i++) {
        if (is_unproved(view, i)) {
            text_add(&codes, count != 0 ? word(lang, WORD_LIST_COMMA) : "");
            text_add(&codes, dti_report_arg(view->report, i, 0));
            count++;
        }
    }
    word_fill(&message, lang, WORD_SUBMISSION_UNPROVED,
              WITH(figure_count(count).text, text_get(&codes)));
    print_finding(view, first, text_get(&message));
    text_free(&message);
    text_free(&codes);
}

static void print_findings(const struct submission_view *view)
{
    bool has_unproved = false;
    size_t count = dti_report_count(view->report);
    if (count != 0) {
        page_heading(view->cli, WORD_HEADING_LACKING);
    }
    for (size_t i = 0; i < count; i++) {
        char message[MESSAGE_SIZE];
        if (!is_unproved(view, i)) {
            dti_report_format(view->report, i, view->cli->lang, message, sizeof message);
            print_finding(view, i, message);
        } else if (!has_unproved) {
            has_unproved = true;
            print_unproved(view, i);
        }
    }
}

void submission_print(const struct submission_view *view)
{
    const struct cli *cli = view->cli;
    size_t errors = dti_report_severity_count(view->report, DTI_SEVERITY_ERROR);
    page_head(cli, view->dossier);
    term_paragraph(&cli->out, STYLE_PLAIN, 0, 0, dti_framework_title(view->framework, cli->lang));
    if (errors != 0) {
        page_say(cli, STYLE_LOSS, 0, WORD_SUBMISSION_INCOMPLETE, WITH(figure_count(errors).text));
    } else {
        page_say(cli, STYLE_STRONG, 0, WORD_SUBMISSION_COMPLETE, WITH_NOTHING);
    }
    page_say(cli, STYLE_DIM, 0, WORD_SUBMISSION_DIGEST, WITH(view->digest));
    print_sheet(view);
    print_findings(view);
}
