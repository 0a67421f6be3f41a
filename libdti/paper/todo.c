/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* What is missing before a reply can be sent: for whoever prepares it, not for whoever receives it.
 */
#include "paper/letter.h"

/* The head stands above the first thing to do only. */
static void add(struct dti__letter *letter, bool *has_head)
{
    const char *text = dti__letter_take(letter);
    if (!*has_head) {
        dti__paper_section(letter->paper, "before-sending", DTI__MSG_LETTER_HEAD_TODO);
        dti__letter_say(letter, DTI__MSG_LETTER_TODO_NOTE, DTI__NO_ARGS);
        dti__letter_close(letter, DTI__BLOCK_WARNING);
    }
    *has_head = true;
    dti__letter_put(letter, text);
    dti__letter_block(letter, DTI__BLOCK_ITEM);
}

static void say_of(struct dti__letter *letter, bool *has_head, const struct dti__case *at,
                   enum dti__msg message, const struct dti__arg *args, size_t arg_count)
{
    dti__letter_put(letter, dti__paper_code(letter->paper, at->node));
    dti__letter_put(letter, " ");
    dti__letter_put(letter, dti__letter_name(letter, at->node));
    dti__letter_put(letter, ": ");
    dti__letter_say(letter, message, args, arg_count);
    dti__letter_put(letter, ".");
    add(letter, has_head);
}

/* Gaps of the records behind a component, and of what is not there at all. */
static void add_gaps(struct dti__letter *letter, const struct dti__case *at, bool *has_head)
{
    const dti_result *result = letter->paper->result;
    char words[4096];
    for (size_t i = 0; i < dti_result_gap_count(result); i++) {
        if (dti_result_gap_node(result, i) != at->node)
            continue;
        dti_result_gap_format(result, i, letter->paper->lang, words, sizeof words);
        dti__letter_put(letter, words);
        dti__letter_put(letter, ".");
        add(letter, has_head);
    }
}

static void add_contested(struct dti__letter *letter, const struct dti__case *at, bool *has_head)
{
    const struct dti__node_result *result = &letter->paper->result->nodes[at->node];
    if (dti__letter_record(letter, at, 0) == DTI_NONE)
        say_of(letter, has_head, at, DTI__MSG_LETTER_TODO_NO_RECORD, DTI__NO_ARGS);
    else
        add_gaps(letter, at, has_head);
    if (at->has_claim && result->rule_state == DTI_STATE_PRESENT && result->rule_points < at->claim)
        say_of(letter, has_head, at, DTI__MSG_LETTER_TODO_RULE,
               DTI__ARGS(DTI__POINTS(result->rule_points, 4), DTI__POINTS(at->claim, 4)));
}

/* The due day of the forms is the only one that a dossier can know. */
static void add_deadline(struct dti__letter *letter, bool *has_head)
{
    const struct dti__history_step due = {.time = letter->paper->result->deadline};
    if (due.time == INT64_MAX)
        return;
    dti__letter_say(letter, DTI__MSG_LETTER_DEADLINE, DTI__ARGS(DTI__DATE(dti__letter_day(&due))));
    dti__letter_put(letter, ".");
    add(letter, has_head);
}

void dti__letter_todo(struct dti__letter *letter)
{
    bool has_head = false;
    for (size_t i = 0; i < letter->case_count; i++) {
        const struct dti__case *at = &letter->cases[i];
        if (at->stance == DTI__STANCE_OPEN)
            say_of(letter, &has_head, at, DTI__MSG_LETTER_TODO_OPEN,
                   DTI__ARGS(DTI__POINTS(at->claim - at->appraised, 4)));
        if (at->stance == DTI__STANCE_CONTESTED)
            add_contested(letter, at, &has_head);
    }
    add_deadline(letter, &has_head);
    const char *note = dti__text2_in(letter->dossier->note, letter->paper->lang);
    if (*note)
        dti__page_say(&letter->paper->page, DTI__BLOCK_NOTE, note);
}
