/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The sentence at hand of a letter, and the components that the letter speaks of. */
#include "paper/letter.h"

#include "diag/argument.h"
#include "model/dossier-records.h"

#include <string.h>

/* ── sentences ── */

void dti__letter_put(struct dti__letter *letter, const char *text)
{
    dti__buffer_put_text(&letter->line, text);
}

void dti__letter_say(struct dti__letter *letter, enum dti__msg message, const struct dti__arg *args,
                     size_t arg_count)
{
    char text[DTI__MESSAGE_SIZE];
    dti__message_format(message, letter->paper->lang, args, arg_count, text, sizeof text);
    dti__letter_put(letter, text);
}

void dti__letter_put_small(struct dti__letter *letter, const char *title)
{
    char first = *title >= 'A' && *title <= 'Z' ? (char)(*title - 'A' + 'a') : *title;
    if (first == '\0')
        return;
    dti__buffer_put_char(&letter->line, first);
    dti__letter_put(letter, title + 1);
}

void dti__letter_put_points(struct dti__letter *letter, int64_t nano)
{
    const struct dti__arg points = DTI__POINTS(nano, 4);
    char text[DTI__SHOWN_SIZE];
    dti__argument_show(&points, letter->paper->lang, text);
    dti__letter_put(letter, text);
}

const char *dti__letter_take(struct dti__letter *letter)
{
    dti__buffer_put_char(&letter->line, '\0');
    if (letter->line.failed) {
        letter->paper->page.is_out_of_memory = true;
        return "";
    }
    const char *text = dti__page_text(&letter->paper->page, letter->line.data);
    letter->line.length = 0;
    return text;
}

void dti__letter_block(struct dti__letter *letter, enum dti__block_kind kind)
{
    dti__page_say(&letter->paper->page, kind, dti__letter_take(letter));
}

void dti__letter_close(struct dti__letter *letter, enum dti__block_kind kind)
{
    dti__letter_put(letter, ".");
    dti__letter_block(letter, kind);
}

/* The words that become titles begin with a letter of ASCII. */
const char *dti__letter_title(struct dti__letter *letter, const char *text)
{
    char first = *text >= 'a' && *text <= 'z' ? (char)(*text - 'a' + 'A') : *text;
    if (first == '\0')
        return "";
    dti__buffer_put_char(&letter->line, first);
    dti__letter_put(letter, text + 1);
    return dti__letter_take(letter);
}

const char *dti__letter_points(struct dti__letter *letter, int64_t nano)
{
    dti__letter_put_points(letter, nano);
    return dti__letter_take(letter);
}

const char *dti__letter_date(struct dti__letter *letter, struct dti__date date)
{
    char text[DTI__DATE_SHOWN];
    dti__date_show(date, letter->paper->lang, text);
    return date.year == 0 ? "" : dti__page_text(&letter->paper->page, text);
}

const char *dti__letter_name(const struct dti__letter *letter, size_t node)
{
    return dti_framework_node_name(letter->paper->framework, node, letter->paper->lang);
}

struct dti__date dti__letter_day(const struct dti__history_step *step)
{
    enum {
        VIETNAM = 7 * 3600,
        DAY = 24 * 3600
    };
    int64_t seconds = step->time + VIETNAM;
    int64_t days = seconds >= 0 ? seconds / DAY : -((-seconds + DAY - 1) / DAY);
    return dti__date_of_days((int32_t)days);
}

const struct dti__history_step *dti__letter_last(const struct dti__case *at, dti_action action,
                                                 dti_action other)
{
    for (size_t i = at->reply ? at->reply->history.count : 0; i-- > 0;) {
        const struct dti__history_step *step = &at->reply->history.steps[i];
        if (step->action == (int)action || step->action == (int)other)
            return step;
    }
    return NULL;
}

/* ── cases ── */

static enum dti__stance stance_of(const struct dti__case *at)
{
    static const enum dti__stance stances[] = {DTI__STANCE_OPEN, DTI__STANCE_AGREED,
                                               DTI__STANCE_CONTESTED, DTI__STANCE_DECIDED};
    int state = at->reply ? dti__history_state(&at->reply->history, at->reply->history.count)
                          : (int)DTI__REPLY_OPEN;
    if (state == (int)DTI__REPLY_OPEN && at->has_claim && at->claim < at->appraised)
        return DTI__STANCE_RAISED;
    return stances[state];
}

static bool is_self_assessed(const dti_result *result)
{
    for (size_t i = 0; i < result->dossier->stated_count; i++)
        if (result->dossier->stated[i].track == DTI_TRACK_SELF)
            return true;
    return false;
}

/* What is claimed of a component. Points that a rule gives do not differ from appraised ones that
 * are the same at the precision printed. */
static bool find_claim(const struct dti__letter *letter, size_t node, int64_t appraised,
                       int64_t *claim)
{
    const dti_result *result = letter->paper->result;
    const struct dti__node_result *at = &result->nodes[node];
    if (letter->basis == DTI_TRACK_SELF) {
        *claim = at->tracks[DTI_TRACK_SELF];
        return at->has_track[DTI_TRACK_SELF];
    }
    const struct dti__stated *stated =
        dti__dossier_stated_points(result->dossier, node, DTI_TRACK_APPRAISED);
    *claim = stated && dti__stated_fits(stated, at->rule_points) ? appraised : at->rule_points;
    return at->rule_state == DTI_STATE_PRESENT;
}

static void find_case(struct dti__letter *letter, size_t node)
{
    const struct dti__node_result *result = &letter->paper->result->nodes[node];
    if (!letter->paper->framework->nodes[node].rule || !result->has_track[DTI_TRACK_APPRAISED])
        return;
    struct dti__case at = {.node = node,
                           .appraised = result->tracks[DTI_TRACK_APPRAISED],
                           .reply = dti__dossier_reply_of(letter->dossier, node)};
    at.has_claim = find_claim(letter, node, at.appraised, &at.claim);
    at.stance = stance_of(&at);
    if (at.has_claim) {
        letter->compared++;
        letter->claimed += at.claim;
        letter->appraised += at.appraised;
    }
    if (!at.reply && (!at.has_claim || at.claim == at.appraised))
        return;
    letter->stances[at.stance]++;
    letter->cases[letter->case_count++] = at;
}

bool dti__letter_begin(struct dti__letter *letter, struct dti__paper *paper)
{
    *letter = (struct dti__letter){.paper = paper, .dossier = paper->result->dossier};
    letter->basis = is_self_assessed(paper->result) ? DTI_TRACK_SELF : DTI_TRACK_COMPUTED;
    dti__buffer_init(&letter->line, &paper->page.arena.allocator);
    letter->cases =
        dti__arena_array(&paper->page.arena, paper->framework->tree_count, sizeof *letter->cases);
    for (size_t i = 0; letter->cases && i < paper->framework->tree_count; i++)
        find_case(letter, i);
    paper->page.is_out_of_memory |= !letter->cases;
    return letter->cases != NULL;
}

void dti__letter_end(struct dti__letter *letter)
{
    dti__buffer_release(&letter->line);
}
