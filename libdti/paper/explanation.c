/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The reply to an appraisal: what is contested and why, what is agreed with, what was decided, and
 * the evidence that goes with it. */
#include "paper/letter.h"

#include "base/number.h"

#include <string.h>

/* ── head ── */

/* The appraiser is whoever issued the decision that the title of the framework names. */
static const char *appraiser(const struct dti__letter *letter)
{
    const dti_framework *framework = letter->paper->framework;
    dti_lang lang = letter->paper->lang;
    const char *title = dti_framework_title(framework, DTI_LANG_VI);
    for (size_t i = 0; i < framework->legal_count; i++) {
        const struct dti__legal *legal = &framework->legal[i];
        const char *issuer = dti__text2_in(legal->issuer, lang);
        if (legal->number && *issuer && strstr(title, legal->number))
            return issuer;
    }
    return dti__paper_word(letter->paper, DTI__MSG_LETTER_APPRAISER);
}

static void compose_head(struct dti__letter *letter)
{
    struct dti__paper *paper = letter->paper;
    struct dti__date day = {0, 0, 0};
    const char *title = dti__paper_format(
        paper, DTI__MSG_LETTER_TITLE, DTI__ARGS(DTI__INTEGER(paper->year), dti__paper_unit(paper)));
    dti__letter_say(letter, DTI__MSG_LETTER_TO, DTI__ARGS(DTI__TEXT(appraiser(letter))));
    if (dti__date_read(paper->day, &day)) {
        dti__letter_put(letter, " – ");
        dti__letter_put(letter, dti__letter_date(letter, day));
    }
    dti__page_head(&paper->page, title, dti__letter_take(letter), NULL);
}

/* ── summary ── */

static int64_t contested_points(const struct dti__letter *letter)
{
    int64_t points = 0;
    for (size_t i = 0; i < letter->case_count; i++)
        if (letter->cases[i].stance == DTI__STANCE_CONTESTED && letter->cases[i].has_claim)
            points += letter->cases[i].claim - letter->cases[i].appraised;
    return points;
}

static void say_totals(struct dti__letter *letter)
{
    const size_t *stances = letter->stances;
    if (letter->basis != DTI_TRACK_SELF) {
        dti__letter_say(letter, DTI__MSG_LETTER_NO_SELF, DTI__NO_ARGS);
        dti__letter_close(letter, DTI__BLOCK_WARNING);
    }
    dti__letter_say(letter, DTI__MSG_LETTER_TOTALS,
                    DTI__ARGS(DTI__INTEGER(letter->compared), dti__paper_track(letter->basis),
                              DTI__POINTS(letter->claimed, 4),
                              dti__paper_track(DTI_TRACK_APPRAISED),
                              DTI__POINTS(letter->appraised, 4),
                              DTI__POINTS(letter->claimed - letter->appraised, 4)));
    dti__letter_close(letter, DTI__BLOCK_PARAGRAPH);
    if (stances[DTI__STANCE_CONTESTED] + stances[DTI__STANCE_AGREED] +
            stances[DTI__STANCE_DECIDED] ==
        0)
        return;
    dti__letter_say(letter, DTI__MSG_LETTER_COUNTS,
                    DTI__ARGS(DTI__INTEGER(stances[DTI__STANCE_CONTESTED]),
                              DTI__POINTS(contested_points(letter), 4),
                              DTI__INTEGER(stances[DTI__STANCE_AGREED]),
                              DTI__INTEGER(stances[DTI__STANCE_DECIDED]),
                              DTI__INTEGER(stances[DTI__STANCE_OPEN])));
    dti__letter_close(letter, DTI__BLOCK_PARAGRAPH);
}

static const char *stance_words(const struct dti__letter *letter, enum dti__stance stance)
{
    static const enum dti__msg words[DTI__STANCE_COUNT] = {
        DTI__MSG_REPLY_OPEN, DTI__MSG_LETTER_STANCE_RAISED, DTI__MSG_LETTER_STANCE_AGREED,
        DTI__MSG_LETTER_STANCE_CONTESTED, DTI__MSG_REPLY_DECIDED};
    return dti__message_text(words[stance], letter->paper->lang);
}

/* Code, name, maximum, both columns, their difference, what was said to it. */
#define SUMMARY_COLUMNS 7

static struct dti__page_table *new_summary(struct dti__letter *letter)
{
    dti_lang lang = letter->paper->lang;
    const struct dti__page_column columns[SUMMARY_COLUMNS] = {
        {dti__paper_word(letter->paper, DTI__MSG_PAPER_COLUMN_CODE), DTI__ALIGN_TEXT},
        {dti__paper_word(letter->paper, DTI__MSG_LETTER_COLUMN_COMPONENT), DTI__ALIGN_TEXT},
        {dti__paper_word(letter->paper, DTI__MSG_PAPER_COLUMN_MAX), DTI__ALIGN_FIGURE},
        {dti__letter_title(letter, dti_track_name(letter->basis, lang)), DTI__ALIGN_FIGURE},
        {dti__letter_title(letter, dti_track_name(DTI_TRACK_APPRAISED, lang)), DTI__ALIGN_FIGURE},
        {dti__paper_word(letter->paper, DTI__MSG_LETTER_COLUMN_DIFFERENCE), DTI__ALIGN_FIGURE},
        {dti__paper_word(letter->paper, DTI__MSG_LETTER_COLUMN_STANCE), DTI__ALIGN_TEXT},
    };
    const char *caption = dti__paper_format(
        letter->paper, DTI__MSG_PAPER_CUTS,
        DTI__ARGS(dti__paper_track(letter->basis), dti__paper_track(DTI_TRACK_APPRAISED)));
    return dti__page_table(&letter->paper->page, caption, columns, SUMMARY_COLUMNS);
}

static void add_case(struct dti__letter *letter, struct dti__page_table *table,
                     const struct dti__case *at)
{
    bool is_less = at->has_claim && at->appraised < at->claim;
    const struct dti__page_cell cells[SUMMARY_COLUMNS] = {
        {dti__paper_code(letter->paper, at->node), DTI__TONE_PLAIN},
        {dti__letter_name(letter, at->node), DTI__TONE_PLAIN},
        {dti__letter_points(letter, letter->paper->framework->nodes[at->node].max_points),
         DTI__TONE_PLAIN},
        {at->has_claim ? dti__letter_points(letter, at->claim) : "", DTI__TONE_PLAIN},
        {dti__letter_points(letter, at->appraised), DTI__TONE_PLAIN},
        {at->has_claim ? dti__letter_points(letter, at->claim - at->appraised) : "",
         is_less ? DTI__TONE_BAD : DTI__TONE_PLAIN},
        {stance_words(letter, at->stance),
         at->stance == DTI__STANCE_CONTESTED ? DTI__TONE_STRONG : DTI__TONE_PLAIN},
    };
    dti__page_row(&letter->paper->page, table, cells);
}

/* The sum of the rows above it. */
static void add_total(struct dti__letter *letter, struct dti__page_table *table)
{
    int64_t max_points = 0;
    int64_t claimed = 0;
    int64_t appraised = 0;
    for (size_t i = 0; i < letter->case_count; i++) {
        const struct dti__case *at = &letter->cases[i];
        if (!at->has_claim)
            continue;
        max_points += letter->paper->framework->nodes[at->node].max_points;
        claimed += at->claim;
        appraised += at->appraised;
    }
    const struct dti__page_cell cells[SUMMARY_COLUMNS] = {
        {dti__message_text(DTI__MSG_LETTER_TOTAL, letter->paper->lang), DTI__TONE_STRONG},
        {"", DTI__TONE_STRONG},
        {dti__letter_points(letter, max_points), DTI__TONE_STRONG},
        {dti__letter_points(letter, claimed), DTI__TONE_STRONG},
        {dti__letter_points(letter, appraised), DTI__TONE_STRONG},
        {dti__letter_points(letter, claimed - appraised), DTI__TONE_STRONG},
        {"", DTI__TONE_STRONG},
    };
    dti__page_row(&letter->paper->page, table, cells);
}

static void compose_summary(struct dti__letter *letter)
{
    struct dti__paper *paper = letter->paper;
    dti__paper_section(paper, "summary", DTI__MSG_LETTER_HEAD_SUMMARY);
    dti__paper_say(paper, DTI__BLOCK_PARAGRAPH, DTI__MSG_LETTER_OPENING,
                   DTI__ARGS(dti__paper_unit(paper), DTI__INTEGER(paper->year)));
    say_totals(letter);
    if (letter->case_count == 0)
        return;
    struct dti__page_table *table = new_summary(letter);
    for (size_t i = 0; i < letter->case_count; i++)
        add_case(letter, table, &letter->cases[i]);
    add_total(letter, table);
}

/* ── sections ── */

static void compose_contested(struct dti__letter *letter)
{
    dti__paper_section(letter->paper, "contested", DTI__MSG_LETTER_HEAD_CONTESTED);
    if (letter->stances[DTI__STANCE_CONTESTED] == 0) {
        dti__letter_say(letter, DTI__MSG_LETTER_NONE_CONTESTED, DTI__NO_ARGS);
        dti__letter_close(letter, DTI__BLOCK_PARAGRAPH);
    }
    for (size_t i = 0; i < letter->case_count; i++)
        if (letter->cases[i].stance == DTI__STANCE_CONTESTED)
            dti__letter_contest(letter, &letter->cases[i]);
}

static const char *reason_of(const struct dti__letter *letter, const struct dti__history_step *step)
{
    return step ? dti__text2_in(step->reason, letter->paper->lang) : "";
}

static void compose_agreed(struct dti__letter *letter)
{
    dti_lang lang = letter->paper->lang;
    if (letter->stances[DTI__STANCE_AGREED] == 0)
        return;
    const struct dti__page_column columns[] = {
        {dti__paper_word(letter->paper, DTI__MSG_PAPER_COLUMN_CODE), DTI__ALIGN_TEXT},
        {dti__paper_word(letter->paper, DTI__MSG_LETTER_COLUMN_COMPONENT), DTI__ALIGN_TEXT},
        {dti__letter_title(letter, dti_track_name(DTI_TRACK_APPRAISED, lang)), DTI__ALIGN_FIGURE},
        {dti__paper_word(letter->paper, DTI__MSG_LETTER_COLUMN_REASON), DTI__ALIGN_TEXT},
    };
    dti__paper_section(letter->paper, "agreed", DTI__MSG_LETTER_HEAD_AGREED);
    struct dti__page_table *table =
        dti__page_table(&letter->paper->page,
                        dti__paper_word(letter->paper, DTI__MSG_LETTER_HEAD_AGREED), columns, 4);
    for (size_t i = 0; i < letter->case_count; i++) {
        const struct dti__case *at = &letter->cases[i];
        if (at->stance != DTI__STANCE_AGREED)
            continue;
        const struct dti__page_cell cells[] = {
            {dti__paper_code(letter->paper, at->node), DTI__TONE_PLAIN},
            {dti__letter_name(letter, at->node), DTI__TONE_PLAIN},
            {dti__letter_points(letter, at->appraised), DTI__TONE_PLAIN},
            {reason_of(letter, dti__letter_last(at, DTI_ACTION_AGREE, DTI_ACTION_AGREE)),
             DTI__TONE_PLAIN},
        };
        dti__page_row(&letter->paper->page, table, cells);
    }
}

/* "thay đổi điểm: 0 → 5 (10/6/2024)" */
static const char *decision_words(struct dti__letter *letter, const struct dti__case *at,
                                  const struct dti__history_step *step)
{
    dti__letter_put(letter, dti_action_name((dti_action)step->action, letter->paper->lang));
    dti__letter_put(letter, ": ");
    dti__letter_put_points(letter, at->appraised);
    int64_t points = 0;
    int decimals = 0;
    if (step->points && dti__decimal_read(step->points, strlen(step->points), &points, &decimals)) {
        dti__letter_put(letter, " → ");
        dti__letter_put_points(letter, points);
    }
    dti__letter_put(letter, " (");
    dti__letter_put(letter, dti__letter_date(letter, dti__letter_day(step)));
    dti__letter_put(letter, ")");
    return dti__letter_take(letter);
}

static void compose_decided(struct dti__letter *letter)
{
    if (letter->stances[DTI__STANCE_DECIDED] == 0)
        return;
    const struct dti__page_column columns[] = {
        {dti__paper_word(letter->paper, DTI__MSG_PAPER_COLUMN_CODE), DTI__ALIGN_TEXT},
        {dti__paper_word(letter->paper, DTI__MSG_LETTER_COLUMN_COMPONENT), DTI__ALIGN_TEXT},
        {dti__paper_word(letter->paper, DTI__MSG_LETTER_COLUMN_DECISION), DTI__ALIGN_TEXT},
        {dti__paper_word(letter->paper, DTI__MSG_LETTER_COLUMN_REASON), DTI__ALIGN_TEXT},
    };
    dti__paper_section(letter->paper, "decided", DTI__MSG_LETTER_HEAD_DECIDED);
    struct dti__page_table *table =
        dti__page_table(&letter->paper->page,
                        dti__paper_word(letter->paper, DTI__MSG_LETTER_HEAD_DECIDED), columns, 4);
    for (size_t i = 0; i < letter->case_count; i++) {
        const struct dti__case *at = &letter->cases[i];
        const struct dti__history_step *step =
            dti__letter_last(at, DTI_ACTION_UPHOLD, DTI_ACTION_CHANGE);
        if (at->stance != DTI__STANCE_DECIDED || !step)
            continue;
        const struct dti__page_cell cells[] = {
            {dti__paper_code(letter->paper, at->node), DTI__TONE_PLAIN},
            {dti__letter_name(letter, at->node), DTI__TONE_PLAIN},
            {decision_words(letter, at, step), DTI__TONE_PLAIN},
            {reason_of(letter, step), DTI__TONE_PLAIN},
        };
        dti__page_row(&letter->paper->page, table, cells);
    }
}

bool dti__paper_has_appraisal(const dti_result *result)
{
    for (size_t i = 0; i < result->dossier->stated_count; i++) {
        const struct dti__stated *stated = &result->dossier->stated[i];
        if (stated->track == DTI_TRACK_APPRAISED &&
            stated ==
                dti__dossier_stated_points(result->dossier, stated->node, DTI_TRACK_APPRAISED))
            return true;
    }
    return false;
}

void dti__paper_explanation(struct dti__paper *paper)
{
    struct dti__letter letter;
    if (dti__letter_begin(&letter, paper)) {
        compose_head(&letter);
        compose_summary(&letter);
        compose_contested(&letter);
        compose_agreed(&letter);
        compose_decided(&letter);
        dti__letter_enclosed(&letter);
        dti__letter_todo(&letter);
    }
    dti__letter_end(&letter);
}
