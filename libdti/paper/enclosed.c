/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The evidence of a letter: which records are behind a component, and the list of all that go with
 * it. */
#include "paper/letter.h"

#include "model/describe.h"

#include <string.h>

/* ── records of a case ── */

const struct dti__history_step *dti__letter_supply(const struct dti__letter *letter,
                                                   const struct dti__case *at, size_t record)
{
    const char *id = letter->dossier->evidence[record]->content.id;
    for (size_t i = 0; at->reply && i < at->reply->history.count; i++) {
        const struct dti__history_step *step = &at->reply->history.steps[i];
        for (size_t k = 0; step->action == DTI_ACTION_SUPPLY && k < step->name_count; k++)
            if (strcmp(step->names[k], id) == 0)
                return step;
    }
    return NULL;
}

static bool is_behind(const struct dti__letter *letter, const struct dti__case *at, size_t record)
{
    const dti_result *result = letter->paper->result;
    const struct dti__backing *backing =
        result->has_support ? &result->support.nodes[at->node] : NULL;
    for (size_t i = 0; backing && i < backing->count; i++)
        if (result->support.verdicts[backing->first + i].record == record)
            return true;
    return false;
}

size_t dti__letter_record(const struct dti__letter *letter, const struct dti__case *at,
                          size_t index)
{
    size_t seen = 0;
    for (int is_later = 0; is_later <= 1; is_later++)
        for (size_t i = 0; i < letter->dossier->evidence_count; i++) {
            bool is_supplied = dti__letter_supply(letter, at, i) != NULL;
            bool is_meant = is_later ? !is_supplied && is_behind(letter, at, i) : is_supplied;
            if (is_meant && seen++ == index)
                return i;
        }
    return DTI_NONE;
}

/* ── words ── */

/* The kind by the name that the framework has for it, and the number: "Quyết định 1420/QĐ-UBND". */
static void put_kind_and_number(struct dti__letter *letter, const struct dti__content *content)
{
    char kind[256] = "";
    struct dti__sentence term = dti__sentence_begin(letter->paper->lang, kind, sizeof kind);
    dti__describe_terms(&term, letter->paper->framework, &content->kind, content->kind ? 1 : 0);
    if (content->kind)
        dti__letter_put(letter, dti__letter_title(letter, kind));
    dti__letter_put(letter, content->kind && content->number ? " " : "");
    dti__letter_put(letter, content->number ? content->number : "");
    if (!content->kind && !content->number)
        dti__letter_put(letter, content->id);
}

/* The authority mark may stand on several lines: "KT. CHỦ TỊCH, PHÓ CHỦ TỊCH". */
static void put_signer(struct dti__letter *letter, const struct dti__content *content)
{
    const char *mark = content->signer_mark ? content->signer_mark : "";
    dti__letter_put(letter, content->signer_name ? content->signer_name : "");
    dti__letter_put(letter, content->signer_name && *mark ? ", " : "");
    while (*mark) {
        size_t bytes = strcspn(mark, "\n");
        dti__buffer_put(&letter->line, mark, bytes);
        mark += bytes;
        dti__letter_put(letter, *mark ? ", " : "");
        mark += *mark != '\0';
    }
}

void dti__letter_cite(struct dti__letter *letter, const dti_evidence *evidence)
{
    const struct dti__content *content = &evidence->content;
    const char *title = dti__text2_in(content->titles, letter->paper->lang);
    put_kind_and_number(letter, content);
    if (content->date.year != 0) {
        dti__letter_put(letter, ", ");
        dti__letter_put(letter, dti__letter_date(letter, content->date));
    }
    if (*title) {
        dti__letter_put(letter, ": ");
        dti__letter_put(letter, title);
    }
    if (content->signer_name || content->signer_mark) {
        dti__letter_put(letter, " (");
        dti__letter_put_small(letter,
                              dti__paper_word(letter->paper, DTI__MSG_LETTER_COLUMN_SIGNER));
        dti__letter_put(letter, " ");
        put_signer(letter, content);
        dti__letter_put(letter, ")");
    }
}

/* ── the list ── */

static bool is_contested_with(const struct dti__letter *letter, const struct dti__case *at,
                              size_t record)
{
    return at->stance == DTI__STANCE_CONTESTED &&
           (dti__letter_supply(letter, at, record) || is_behind(letter, at, record));
}

/* The codes of the contested components that a record stands behind. */
static const char *codes_of(struct dti__letter *letter, size_t record)
{
    const char *mark = "";
    for (size_t i = 0; i < letter->case_count; i++) {
        if (!is_contested_with(letter, &letter->cases[i], record))
            continue;
        dti__letter_put(letter, mark);
        dti__letter_put(letter, dti__paper_code(letter->paper, letter->cases[i].node));
        mark = ", ";
    }
    return dti__letter_take(letter);
}

static struct dti__page_table *new_list(struct dti__letter *letter)
{
    static const enum dti__msg titles[] = {
        DTI__MSG_LETTER_COLUMN_DOCUMENT, DTI__MSG_LETTER_COLUMN_DATE,
        DTI__MSG_LETTER_COLUMN_TITLE,    DTI__MSG_LETTER_COLUMN_SIGNER,
        DTI__MSG_LETTER_COLUMN_REVIEW,   DTI__MSG_LETTER_COLUMN_COMPONENT};
    struct dti__page_column columns[sizeof titles / sizeof titles[0]];
    for (size_t i = 0; i < sizeof titles / sizeof titles[0]; i++)
        columns[i] = (struct dti__page_column){dti__message_text(titles[i], letter->paper->lang),
                                               DTI__ALIGN_TEXT};
    dti__paper_section(letter->paper, "enclosed", DTI__MSG_LETTER_HEAD_ENCLOSED);
    return dti__page_table(&letter->paper->page,
                           dti__paper_word(letter->paper, DTI__MSG_LETTER_HEAD_ENCLOSED), columns,
                           sizeof titles / sizeof titles[0]);
}

static void add_record(struct dti__letter *letter, struct dti__page_table *table, size_t record)
{
    const dti_evidence *evidence = letter->dossier->evidence[record];
    const char *review = dti_review_state_name(dti_evidence_state(evidence), letter->paper->lang);
    put_kind_and_number(letter, &evidence->content);
    const char *document = dti__letter_take(letter);
    put_signer(letter, &evidence->content);
    const char *signer = dti__letter_take(letter);
    const struct dti__page_cell cells[] = {
        {document, DTI__TONE_STRONG},
        {dti__letter_date(letter, evidence->content.date), DTI__TONE_PLAIN},
        {dti__text2_in(evidence->content.titles, letter->paper->lang), DTI__TONE_PLAIN},
        {signer, DTI__TONE_PLAIN},
        {review, DTI__TONE_PLAIN},
        {codes_of(letter, record), DTI__TONE_PLAIN},
    };
    dti__page_row(&letter->paper->page, table, cells);
}

/* True for a record that stands behind an earlier case too: it is in the list already. */
static bool is_listed(const struct dti__letter *letter, size_t before, size_t record)
{
    for (size_t i = 0; i < before; i++)
        if (is_contested_with(letter, &letter->cases[i], record))
            return true;
    return false;
}

void dti__letter_enclosed(struct dti__letter *letter)
{
    struct dti__page_table *table = NULL;
    for (size_t i = 0; i < letter->case_count; i++) {
        const struct dti__case *at = &letter->cases[i];
        size_t record =
            at->stance == DTI__STANCE_CONTESTED ? dti__letter_record(letter, at, 0) : DTI_NONE;
        for (size_t k = 0; record != DTI_NONE; record = dti__letter_record(letter, at, ++k)) {
            if (is_listed(letter, i, record))
                continue;
            table = table ? table : new_list(letter);
            add_record(letter, table, record);
        }
    }
}
