/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* All records of a dossier, what is missing, and what is at risk by kind of gap and by agency. */
#include "evidence-view.h"

#include "collection.h"
#include "figure.h"
#include "nodes.h"
#include "page.h"
#include "records.h"

#include <stdlib.h>
#include <string.h>

enum {
    INDENT = 2,
    REMARK_COLUMN = 1 /* below number and date */
};

static int64_t record_points(const struct evidence_view *view, size_t record)
{
    size_t end = 0;
    int64_t points = 0;
    for (size_t i = evidence_view_first(view, record, &end); i < end; i++) {
        points += dti_result_gap_points(view->result, view->gaps[i].gap);
    }
    return points;
}

static void add_points(const struct evidence_view *view, struct table *table, int64_t points)
{
    table_cell(table, points > 0 ? STYLE_LOSS : STYLE_DIM,
               points == 0 ? "–" : figure_points(points, view->digits, view->cli->lang).text);
}

static enum style state_style(dti_review_state state)
{
    return state == DTI_REVIEW_REJECTED   ? STYLE_LOSS
           : state == DTI_REVIEW_ACCEPTED ? STYLE_PLAIN
                                          : STYLE_CARE;
}

/* "Quyết định của …; ký: …" */
static void add_nature(const struct evidence_view *view, struct table *table,
                       const dti_evidence *evidence)
{
    const char *issuer = dti_evidence_text(evidence, DTI_EVIDENCE_ISSUER);
    const char *kind = dti_evidence_text(evidence, DTI_EVIDENCE_KIND);
    struct text signer = TEXT_EMPTY;
    struct text line = TEXT_EMPTY;
    records_add_signer(&signer, evidence, view->cli->lang);
    text_add(&line, evidence_view_term(view, kind));
    if (*issuer) {
        word_fill(&line, view->cli->lang, WORD_EVIDENCE_OF, WITH(evidence_view_term(view, issuer)));
    }
    if (signer.length != 0) {
        word_fill(&line, view->cli->lang, WORD_EVIDENCE_SIGNED, WITH(text_get(&signer)));
    }
    table_remark(table, REMARK_COLUMN, STYLE_DIM, text_get(&line));
    text_free(&line);
    text_free(&signer);
}

static void add_gaps(const struct evidence_view *view, struct table *table, size_t record)
{
    size_t end = 0;
    struct text line = TEXT_EMPTY;
    for (size_t i = evidence_view_first(view, record, &end); i < end; i++) {
        text_clear(&line);
        evidence_view_add_gap(view, view->gaps[i].gap, &line);
        table_remark(table, REMARK_COLUMN, STYLE_CARE, text_get(&line));
    }
    text_free(&line);
}

static void add_record(const struct evidence_view *view, struct table *table, size_t record)
{
    const dti_evidence *evidence = dti_dossier_evidence(view->dossier, record);
    dti_lang lang = view->cli->lang;
    struct text number = TEXT_EMPTY;
    struct text codes = TEXT_EMPTY;
    records_add_number(&number, evidence, lang);
    records_add_codes(&codes, evidence, view->framework, view->numbering, lang);
    dti_review_state state = dti_evidence_state(evidence);
    table_cell(table, STYLE_STRONG, dti_evidence_text(evidence, DTI_EVIDENCE_ID));
    table_cell(table, STYLE_PLAIN, text_get(&number));
    table_cell(table, state_style(state), dti_review_state_name(state, lang));
    table_cell(table, STYLE_PLAIN, text_get(&codes));
    add_points(view, table, record_points(view, record));
    add_nature(view, table, evidence);
    add_gaps(view, table, record);
    text_free(&codes);
    text_free(&number);
}

static void print_records(const struct evidence_view *view)
{
    const struct cli *cli = view->cli;
    const struct table_column columns[] = {
        {word(cli->lang, WORD_COLUMN_RECORD), ALIGN_LEFT, true},
        {word(cli->lang, WORD_COLUMN_NUMBER), ALIGN_LEFT, true},
        {word(cli->lang, WORD_COLUMN_STATE), ALIGN_LEFT, false},
        {word(cli->lang, WORD_COLUMN_CODES), ALIGN_LEFT, true},
        {word(cli->lang, WORD_COLUMN_AT_RISK), ALIGN_RIGHT, false},
    };
    size_t count = dti_dossier_evidence_count(view->dossier);
    if (count == 0) {
        return;
    }
    struct table *table = table_new(columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < count; i++) {
        add_record(view, table, i);
    }
    page_heading(cli, WORD_HEADING_RECORDS);
    table_print(table, &cli->out, INDENT);
    table_free(table);
}

static const char *agency_name(const struct evidence_view *view, size_t gap)
{
    const char *agency = dti_result_gap_agency(view->result, gap);
    return *agency ? collection_agency(view->collection, view->result, agency, view->cli->lang)
                   : word(view->cli->lang, WORD_EVIDENCE_NOBODY);
}

struct absence {
    size_t gap;
    int64_t points;
};

static int compare_absences(const void *a, const void *b)
{
    const struct absence *one = a;
    const struct absence *other = b;
    if (one->points != other->points) {
        return one->points > other->points ? -1 : 1;
    }
    return one->gap < other->gap ? -1 : one->gap > other->gap;
}

/* Gaps without a record, those first that cost most. */
static struct absence *sort_absences(const struct evidence_view *view, size_t *count)
{
    size_t end = 0;
    size_t first = evidence_view_first(view, DTI_NONE, &end);
    struct absence *absences = memory_resize(NULL, end - first + 1, sizeof *absences);
    *count = end - first;
    for (size_t i = first; i < end; i++) {
        size_t gap = view->gaps[i].gap;
        absences[i - first] = (struct absence){gap, dti_result_gap_points(view->result, gap)};
    }
    qsort(absences, *count, sizeof *absences, compare_absences);
    return absences;
}

static void add_absence(const struct evidence_view *view, struct table *table, size_t gap)
{
    size_t node = dti_result_gap_node(view->result, gap);
    table_cell(table, STYLE_PLAIN, nodes_code(view->framework, node, view->numbering));
    table_cell(table, STYLE_PLAIN, dti_framework_node_name(view->framework, node, view->cli->lang));
    table_cell(table, STYLE_PLAIN, agency_name(view, gap));
    add_points(view, table, dti_result_gap_points(view->result, gap));
}

/* Components that have no points to lose yet: their codes are enough. */
static void print_pointless(const struct evidence_view *view, const struct absence *absences,
                            size_t count)
{
    struct text codes = TEXT_EMPTY;
    for (size_t i = 0; i < count; i++) {
        size_t node = dti_result_gap_node(view->result, absences[i].gap);
        text_add_item(&codes, word(view->cli->lang, WORD_LIST_COMMA),
                      nodes_code(view->framework, node, view->numbering));
    }
    if (count != 0) {
        page_say(view->cli, STYLE_PLAIN, INDENT, WORD_EVIDENCE_POINTLESS,
                 WITH(figure_count(count).text, text_get(&codes)));
    }
    text_free(&codes);
}

/* Components that lack a record altogether, or one more. */
static void print_absent(const struct evidence_view *view)
{
    const struct cli *cli = view->cli;
    const struct table_column columns[] = {
        {word(cli->lang, WORD_COLUMN_CODE), ALIGN_LEFT, false},
        {word(cli->lang, WORD_COLUMN_NAME), ALIGN_LEFT, true},
        {word(cli->lang, WORD_COLUMN_AGENCY), ALIGN_LEFT, true},
        {word(cli->lang, WORD_COLUMN_AT_RISK), ALIGN_RIGHT, false},
    };
    size_t count = 0;
    size_t costly = 0;
    struct absence *absences = sort_absences(view, &count);
    struct table *table = table_new(columns, sizeof columns / sizeof *columns);
    for (; costly < count && absences[costly].points > 0; costly++) {
        add_absence(view, table, absences[costly].gap);
    }
    if (count != 0) {
        page_heading(cli, WORD_HEADING_ABSENT);
    }
    if (costly != 0) {
        table_print(table, &cli->out, INDENT);
    }
    print_pointless(view, absences + costly, count - costly);
    table_free(table);
    free(absences);
}

/* What is at risk for one kind of gap, or can be closed by one agency. */
struct sum {
    const char *name;
    size_t count;
    int64_t points;
};

static void add_to_sums(struct sum *sums, size_t *count, const char *name, int64_t points)
{
    size_t at = 0;
    while (at < *count && strcmp(sums[at].name, name) != 0) {
        at++;
    }
    if (at == *count) {
        sums[(*count)++] = (struct sum){name, 0, 0};
    }
    sums[at].count++;
    sums[at].points += points;
}

static int compare_sums(const void *a, const void *b)
{
    const struct sum *one = a;
    const struct sum *other = b;
    if (one->points != other->points) {
        return one->points > other->points ? -1 : 1;
    }
    return one->count != other->count ? (one->count > other->count ? -1 : 1)
                                      : strcmp(one->name, other->name);
}

static const char *gap_name(const struct evidence_view *view, size_t gap)
{
    return dti_gap_name(dti_result_gap(view->result, gap), view->cli->lang);
}

static void print_sums(const struct evidence_view *view, enum word heading, enum word title,
                       const char *(*name)(const struct evidence_view *, size_t))
{
    const struct cli *cli = view->cli;
    const struct table_column columns[] = {
        {word(cli->lang, title), ALIGN_LEFT, true},
        {word(cli->lang, WORD_COLUMN_COUNT), ALIGN_RIGHT, false},
        {word(cli->lang, WORD_COLUMN_AT_RISK), ALIGN_RIGHT, false},
    };
    struct sum *sums = memory_resize(NULL, view->gap_count + 1, sizeof *sums);
    size_t count = 0;
    for (size_t i = 0; i < view->gap_count; i++) {
        add_to_sums(sums, &count, name(view, i), dti_result_gap_points(view->result, i));
    }
    qsort(sums, count, sizeof *sums, compare_sums);
    struct table *table = table_new(columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < count; i++) {
        table_cell(table, STYLE_PLAIN, sums[i].name);
        table_cell(table, STYLE_PLAIN, figure_count(sums[i].count).text);
        add_points(view, table, sums[i].points);
    }
    page_heading(cli, heading);
    table_print(table, &cli->out, INDENT);
    table_free(table);
    free(sums);
}

static void print_head(const struct evidence_view *view)
{
    const struct cli *cli = view->cli;
    size_t overall = dti_framework_overall(view->framework);
    size_t counts[DTI_REVIEW_REJECTED + 1] = {0};
    size_t count = dti_dossier_evidence_count(view->dossier);
    for (size_t i = 0; i < count; i++) {
        counts[dti_evidence_state(dti_dossier_evidence(view->dossier, i))]++;
    }
    page_head(cli, view->dossier);
    page_say(cli, STYLE_PLAIN, 0, WORD_EVIDENCE_COUNTS,
             WITH(figure_count(count).text, figure_count(counts[DTI_REVIEW_ACCEPTED]).text,
                  figure_count(counts[DTI_REVIEW_SUBMITTED]).text,
                  figure_count(counts[DTI_REVIEW_REJECTED]).text,
                  figure_count(counts[DTI_REVIEW_DRAFT]).text));
    if (overall == DTI_NONE) {
        return;
    }
    int64_t computed = dti_result_track_points(view->result, overall, DTI_TRACK_COMPUTED);
    int64_t risk = dti_result_at_risk(view->result, overall);
    page_say(cli, risk > 0 ? STYLE_CARE : STYLE_PLAIN, 0, WORD_EVIDENCE_RISK,
             WITH(figure_points(computed, view->digits, cli->lang).text,
                  figure_points(computed - risk, view->digits, cli->lang).text,
                  figure_points(risk, view->digits, cli->lang).text));
}

void evidence_print_list(const struct evidence_view *view)
{
    print_head(view);
    print_records(view);
    print_absent(view);
    if (view->gap_count != 0) {
        print_sums(view, WORD_HEADING_BY_GAP, WORD_COLUMN_GAP, gap_name);
        print_sums(view, WORD_HEADING_BY_AGENCY, WORD_COLUMN_AGENCY, agency_name);
    }
}
