/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* One record of evidence: what it is, what it supports, what it lacks, and who did what with it. */
#include "evidence-view.h"

#include "collection.h"
#include "figure.h"
#include "moment.h"
#include "nodes.h"
#include "page.h"
#include "records.h"

#include <string.h>

enum {
    INDENT = 2,
    DIGEST_SHOWN = 19, /* "sha256:" and twelve digits tell contents apart */
    REMARK_COLUMN = 1
};

struct sheet {
    const struct evidence_view *view;
    const dti_evidence *evidence;
    struct table *table;
};

static void add_line(const struct sheet *sheet, enum word name, const char *text)
{
    if (*text) {
        table_cell(sheet->table, STYLE_DIM, word(sheet->view->cli->lang, name));
        table_cell(sheet->table, STYLE_PLAIN, text);
    }
}

static void add_field(const struct sheet *sheet, enum word name, dti_evidence_field field)
{
    add_line(sheet, name, dti_evidence_text(sheet->evidence, field));
}

/* "1/1/2022 – 31/12/2025"; an open end is left out. */
static void add_span(const struct sheet *sheet, enum word name, dti_evidence_field from,
                     dti_evidence_field to)
{
    dti_lang lang = sheet->view->cli->lang;
    const char *first = dti_evidence_text(sheet->evidence, from);
    const char *last = dti_evidence_text(sheet->evidence, to);
    struct text span = TEXT_EMPTY;
    if (*first || *last) {
        word_fill(&span, lang, WORD_EVIDENCE_SPAN,
                  WITH(moment_date(first, lang).text, moment_date(last, lang).text));
    }
    add_line(sheet, name, text_get(&span));
    text_free(&span);
}

static void add_components(const struct sheet *sheet)
{
    const struct evidence_view *view = sheet->view;
    const char *own = dti_evidence_text(sheet->evidence, DTI_EVIDENCE_NUMBERING);
    for (size_t i = 0; i < dti_evidence_component_count(sheet->evidence); i++) {
        const char *code = dti_evidence_component(sheet->evidence, i);
        size_t node = dti_framework_find(view->framework, *own ? own : NULL, code);
        struct text line = TEXT_EMPTY;
        text_add(&line, nodes_code(view->framework, node, view->numbering));
        text_add(&line, "  ");
        text_add(&line, dti_framework_node_name(view->framework, node, view->cli->lang));
        add_line(sheet, WORD_EVIDENCE_COMPONENT, text_get(&line));
        text_free(&line);
    }
}

static void add_inputs(const struct sheet *sheet)
{
    const dti_framework *framework = sheet->view->framework;
    for (size_t i = 0; i < dti_evidence_input_count(sheet->evidence); i++) {
        size_t input = dti_framework_input_find(framework, dti_evidence_input(sheet->evidence, i));
        add_line(sheet, WORD_EVIDENCE_INPUT,
                 dti_framework_input_name(framework, input, sheet->view->cli->lang));
    }
}

static void add_signature(const struct sheet *sheet)
{
    static const enum word names[] = {
        [DTI_SIGNATURE_PRESENT] = WORD_SIGNATURE_PRESENT,
        [DTI_SIGNATURE_SEALED] = WORD_SIGNATURE_SEALED,
        [DTI_SIGNATURE_INTEGRITY] = WORD_SIGNATURE_INTEGRITY,
        [DTI_SIGNATURE_CHAIN] = WORD_SIGNATURE_CHAIN,
        [DTI_SIGNATURE_COVERS_WHOLE] = WORD_SIGNATURE_WHOLE,
    };
    dti_lang lang = sheet->view->cli->lang;
    struct text line = TEXT_EMPTY;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        int value = dti_evidence_signature(sheet->evidence, (dti_signature_fact)i);
        if (value >= 0) {
            text_add(&line, line.length != 0 ? word(lang, WORD_LIST_SEMICOLON) : "");
            word_fill(&line, lang, names[i], WITH(word(lang, value == 1 ? WORD_YES : WORD_NO)));
        }
    }
    add_line(sheet, WORD_EVIDENCE_SIGNATURE, text_get(&line));
    text_free(&line);
}

static void add_file(const struct sheet *sheet)
{
    dti_lang lang = sheet->view->cli->lang;
    const char *name = dti_evidence_text(sheet->evidence, DTI_EVIDENCE_FILE_NAME);
    const char *size = dti_evidence_text(sheet->evidence, DTI_EVIDENCE_FILE_SIZE);
    struct text line = TEXT_EMPTY;
    text_add(&line, name);
    if (*size) {
        word_fill(&line, lang, WORD_EVIDENCE_BYTES, WITH(size));
    }
    add_line(sheet, WORD_EVIDENCE_FILE, text_get(&line));
    text_free(&line);
    add_field(sheet, WORD_EVIDENCE_SHA, DTI_EVIDENCE_FILE_SHA256);
}

static void print_facts(const struct sheet *sheet)
{
    const struct evidence_view *view = sheet->view;
    const struct cli *cli = view->cli;
    dti_review_state state = dti_evidence_state(sheet->evidence);
    const char *kind = dti_evidence_text(sheet->evidence, DTI_EVIDENCE_KIND);
    const char *issuer = dti_evidence_text(sheet->evidence, DTI_EVIDENCE_ISSUER);
    const char *reporter = dti_evidence_text(sheet->evidence, DTI_EVIDENCE_REPORTER);
    struct text number = TEXT_EMPTY;
    struct text signer = TEXT_EMPTY;
    records_add_number(&number, sheet->evidence, cli->lang);
    records_add_signer(&signer, sheet->evidence, cli->lang);
    add_line(sheet, WORD_COLUMN_STATE, dti_review_state_name(state, cli->lang));
    add_line(sheet, WORD_EVIDENCE_KIND, evidence_view_term(view, kind));
    add_line(sheet, WORD_COLUMN_NUMBER, text_get(&number));
    add_line(sheet, WORD_EVIDENCE_ISSUER, evidence_view_term(view, issuer));
    add_line(sheet, WORD_EVIDENCE_SIGNER, text_get(&signer));
    add_span(sheet, WORD_EVIDENCE_FORCE, DTI_EVIDENCE_EFFECTIVE, DTI_EVIDENCE_UNTIL);
    add_span(sheet, WORD_EVIDENCE_PERIOD, DTI_EVIDENCE_PERIOD_FROM, DTI_EVIDENCE_PERIOD_TO);
    add_components(sheet);
    add_inputs(sheet);
    add_field(sheet, WORD_EVIDENCE_PAGES, DTI_EVIDENCE_PAGES);
    add_file(sheet);
    add_signature(sheet);
    add_line(sheet, WORD_EVIDENCE_REPORTER,
             collection_agency(view->collection, view->result, reporter, cli->lang));
    add_field(sheet, WORD_EVIDENCE_NOTE,
              cli->lang == DTI_LANG_EN ? DTI_EVIDENCE_NOTE_EN : DTI_EVIDENCE_NOTE_VI);
    text_free(&signer);
    text_free(&number);
}

static void print_gaps(const struct evidence_view *view, size_t record)
{
    size_t end = 0;
    size_t first = evidence_view_first(view, record, &end);
    page_heading(view->cli, WORD_HEADING_GAPS);
    if (first == end) {
        page_say(view->cli, STYLE_PLAIN, INDENT, WORD_EVIDENCE_NO_GAPS, WITH_NOTHING);
    }
    for (size_t i = first; i < end; i++) {
        struct text line = TEXT_EMPTY;
        evidence_view_add_gap(view, view->gaps[i].gap, &line);
        term_paragraph(&view->cli->out, STYLE_CARE, INDENT, INDENT, text_get(&line));
        text_free(&line);
    }
}

static void add_names(const struct sheet *sheet, const dti_history *history, size_t step)
{
    struct text names = TEXT_EMPTY;
    for (size_t i = 0; i < dti_history_name_count(history, step); i++) {
        text_add_item(&names, word(sheet->view->cli->lang, WORD_LIST_COMMA),
                      dti_history_name(history, step, i));
    }
    if (names.length != 0) {
        page_remark(sheet->view->cli, sheet->table, REMARK_COLUMN, STYLE_PLAIN,
                    WORD_EVIDENCE_CONFIRMED, WITH(text_get(&names)));
    }
    text_free(&names);
}

static void add_step(const struct sheet *sheet, const dti_history *history, size_t step)
{
    const struct evidence_view *view = sheet->view;
    dti_lang lang = view->cli->lang;
    const char *agency = dti_history_agency(history, step);
    const char *reason = dti_history_reason(history, step, lang);
    struct text who = TEXT_EMPTY;
    struct text content = TEXT_EMPTY;
    text_add(&who, dti_history_by(history, step));
    if (*agency) {
        text_add(&who, word(lang, WORD_LIST_COMMA));
        text_add(&who, collection_agency(view->collection, view->result, agency, lang));
    }
    const char *digest = dti_history_content(history, step);
    size_t bytes = strlen(digest);
    text_add_bytes(&content, digest, bytes < DIGEST_SHOWN ? bytes : DIGEST_SHOWN);
    table_cell(sheet->table, STYLE_PLAIN, moment_clock(dti_history_time(history, step), lang).text);
    table_cell(sheet->table, STYLE_STRONG,
               dti_action_name(dti_history_action(history, step), lang));
    table_cell(sheet->table, STYLE_PLAIN, text_get(&who));
    table_cell(sheet->table, STYLE_DIM, text_get(&content));
    if (*reason) {
        page_remark(view->cli, sheet->table, REMARK_COLUMN, STYLE_PLAIN, WORD_EVIDENCE_REASON,
                    WITH(reason));
    }
    add_names(sheet, history, step);
    text_free(&content);
    text_free(&who);
}

static void print_history(const struct evidence_view *view, const dti_evidence *evidence)
{
    const struct cli *cli = view->cli;
    const struct table_column columns[] = {
        {word(cli->lang, WORD_COLUMN_WHEN), ALIGN_LEFT, false},
        {word(cli->lang, WORD_COLUMN_ACTION), ALIGN_LEFT, false},
        {word(cli->lang, WORD_COLUMN_WHO), ALIGN_LEFT, true},
        {word(cli->lang, WORD_COLUMN_CONTENT), ALIGN_LEFT, false},
    };
    const dti_history *history = dti_evidence_history(evidence);
    size_t count = dti_history_count(history);
    page_heading(cli, WORD_HEADING_HISTORY);
    if (count == 0) {
        page_say(cli, STYLE_PLAIN, INDENT, WORD_EVIDENCE_NO_STEPS, WITH_NOTHING);
        return;
    }
    struct table *table = table_new(columns, sizeof columns / sizeof *columns);
    const struct sheet sheet = {view, evidence, table};
    for (size_t i = 0; i < count; i++) {
        add_step(&sheet, history, i);
    }
    table_print(table, &cli->out, INDENT);
    table_free(table);
}

void evidence_print_record(const struct evidence_view *view, size_t record)
{
    static const struct table_column columns[] = {
        {NULL, ALIGN_LEFT, false},
        {NULL, ALIGN_LEFT, true},
    };
    const dti_evidence *evidence = dti_dossier_evidence(view->dossier, record);
    const char *title = records_title(evidence, view->cli->lang);
    struct text head = TEXT_EMPTY;
    text_add(&head, dti_evidence_text(evidence, DTI_EVIDENCE_ID));
    text_add(&head, *title ? "  " : "");
    text_add(&head, title);
    term_paragraph(&view->cli->out, STYLE_STRONG, 0, INDENT, text_get(&head));
    text_free(&head);
    struct table *table = table_new(columns, sizeof columns / sizeof *columns);
    print_facts(&(const struct sheet){view, evidence, table});
    table_print(table, &view->cli->out, INDENT);
    table_free(table);
    print_gaps(view, record);
    print_history(view, evidence);
}
