/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Whether figures hold together, as a page: the verdict first, then what contradicts what, then
 * what would mend it. */
#include "reconcile-view.h"

#include "figure.h"
#include "page.h"

#include <string.h>

enum {
    MOST_REPAIRS = 3, /* shown of a problem; the others are counted */
    MOST_TIED = 8,    /* the same, where none is more suspect than another */
    SENTENCE_SIZE = 4096,
};

/* ── which count ── */

static bool is_of(const struct reconcile_view *view, size_t figure)
{
    const char *unit = dti_reconciliation_figure_unit(view->found, figure);
    return *unit == '\0' || strcmp(unit, view->only) == 0;
}

bool reconcile_has_identity(const struct reconcile_view *view, size_t identity)
{
    size_t count = dti_reconciliation_identity_size(view->found, identity);
    bool is_ours = !view->only;
    for (size_t i = 0; i < count && !is_ours; i++) {
        is_ours = is_of(view, dti_reconciliation_identity_figure(view->found, identity, i));
    }
    return is_ours;
}

bool reconcile_has_problem(const struct reconcile_view *view, size_t problem)
{
    const dti_reconciliation *found = view->found;
    bool is_ours = !view->only;
    for (size_t i = 0; i < dti_reconciliation_problem_size(found, problem) && !is_ours; i++) {
        is_ours =
            reconcile_has_identity(view, dti_reconciliation_problem_identity(found, problem, i));
    }
    for (size_t i = 0; i < dti_reconciliation_repair_count(found, problem) && !is_ours; i++) {
        is_ours = is_of(view, dti_reconciliation_repair_figure(found, problem, i, 0, 0));
    }
    return is_ours;
}

/* ── head ── */

static size_t count_verdict(const struct reconcile_view *view, dti_verdict verdict)
{
    size_t count = 0;
    for (size_t i = 0; i < dti_reconciliation_identity_count(view->found); i++) {
        count += dti_reconciliation_identity_verdict(view->found, i) == verdict &&
                 reconcile_has_identity(view, i);
    }
    return count;
}

static size_t count_problems(const struct reconcile_view *view)
{
    size_t count = 0;
    for (size_t i = 0; i < dti_reconciliation_problem_count(view->found); i++) {
        count += reconcile_has_problem(view, i);
    }
    return count;
}

static void print_head(const struct reconcile_view *view)
{
    const struct cli *cli = view->cli;
    struct text title = TEXT_EMPTY;
    size_t problems = count_problems(view);
    size_t holding = count_verdict(view, DTI_VERDICT_HOLDS);
    word_fill(&title, cli->lang, WORD_RECONCILE_HEAD, WITH(view->title));
    page_title(cli, text_get(&title));
    text_free(&title);
    if (*view->beside != '\0') {
        page_say(cli, STYLE_DIM, 0, WORD_RECONCILE_BESIDE, WITH(view->beside));
    }
    page_gap(cli);
    if (problems > 0) {
        page_say(cli, STYLE_LOSS, 0, WORD_RECONCILE_VIOLATED,
                 WITH(figure_count(holding).text,
                      figure_count(count_verdict(view, DTI_VERDICT_VIOLATED)).text,
                      figure_count(problems).text));
    } else if (holding == 0) {
        page_say(cli, STYLE_DIM, 0, WORD_RECONCILE_NOTHING, WITH_NOTHING);
    } else {
        page_say(cli, STYLE_STRONG, 0, WORD_RECONCILE_FINE, WITH(figure_count(holding).text));
    }
}

/* ── problems ── */

static size_t repair_size(const struct reconcile_view *view, size_t problem, size_t repair)
{
    return dti_reconciliation_repair_size(view->found, problem, repair);
}

/* Repairs that are as suspect as the first, itself included. */
static size_t count_tied(const struct reconcile_view *view, size_t problem)
{
    size_t count = 1;
    while (dti_reconciliation_repair_is_tied(view->found, problem, count)) {
        count++;
    }
    return count;
}

static void print_repair(const struct reconcile_view *view, size_t problem, size_t repair,
                         enum word label)
{
    char words[SENTENCE_SIZE];
    struct text line = TEXT_EMPTY;
    dti_reconciliation_repair_format(view->found, problem, repair, view->cli->lang, words,
                                     sizeof words);
    word_fill(&line, view->cli->lang, label, WITH(words));
    page_item(view->cli, STYLE_PLAIN, text_get(&line));
    text_free(&line);
}

/* Those of the fewest figures; where only one would do alone although several identities are
 * broken, one of several figures too. Returns how many. */
static size_t print_first(const struct reconcile_view *view, size_t problem, size_t alike)
{
    size_t tied = count_tied(view, problem);
    size_t most = tied > MOST_REPAIRS && tied <= MOST_TIED ? tied : MOST_REPAIRS;
    size_t shown = 0;
    for (; shown < alike && shown < most; shown++) {
        print_repair(view, problem, shown,
                     shown < tied && tied > 1 ? WORD_RECONCILE_POSSIBLE
                     : shown == 0             ? WORD_RECONCILE_MOST_SUSPECT
                                              : WORD_RECONCILE_ALSO_POSSIBLE);
    }
    if (alike == 1 && dti_reconciliation_problem_size(view->found, problem) > 1 &&
        dti_reconciliation_repair_count(view->found, problem) > 1) {
        print_repair(view, problem, shown, WORD_RECONCILE_ALSO_POSSIBLE);
        shown++;
    }
    return shown;
}

static void print_repairs(const struct reconcile_view *view, size_t problem)
{
    const struct cli *cli = view->cli;
    size_t count = dti_reconciliation_repair_count(view->found, problem);
    size_t alike = 0;
    while (alike < count && repair_size(view, problem, alike) == repair_size(view, problem, 0)) {
        alike++;
    }
    size_t shown = count > 0 ? print_first(view, problem, alike) : 0;
    size_t ones = repair_size(view, problem, 0) == 1 && alike > shown ? alike - shown : 0;
    if (ones > 0) {
        page_say(cli, STYLE_DIM, 2, WORD_RECONCILE_MORE_OF_ONE, WITH(figure_count(ones).text));
    }
    if (count > shown + ones) {
        page_say(cli, STYLE_DIM, 2, WORD_RECONCILE_MORE_OF_SEVERAL,
                 WITH(figure_count(count - shown - ones).text));
    }
    if (count == 0) {
        page_say(cli, STYLE_CARE, 2, WORD_RECONCILE_NO_REPAIR, WITH(figure_count(view->most).text));
    }
    if (!dti_reconciliation_problem_is_complete(view->found, problem)) {
        page_say(cli, STYLE_CARE, 2, WORD_RECONCILE_CUT, WITH_NOTHING);
    }
}

static void print_problems(const struct reconcile_view *view)
{
    const struct cli *cli = view->cli;
    char words[SENTENCE_SIZE];
    size_t number = 0;
    for (size_t i = 0; i < dti_reconciliation_problem_count(view->found); i++) {
        if (!reconcile_has_problem(view, i)) {
            continue;
        }
        number++;
        dti_reconciliation_problem_format(view->found, i, cli->lang, words, sizeof words);
        page_heading_with(cli, WORD_RECONCILE_PROBLEM, WITH(figure_count(number).text, words));
        if (dti_reconciliation_problem_grounds_format(view->found, i, cli->lang, words,
                                                      sizeof words) > 0) {
            page_say(cli, STYLE_DIM, 2, WORD_RECONCILE_GROUNDS, WITH(words));
        }
        print_repairs(view, i);
    }
}

/* ── what is told besides ── */

static void print_verdict(const struct reconcile_view *view, dti_verdict verdict, enum word heading)
{
    char words[SENTENCE_SIZE];
    if (count_verdict(view, verdict) == 0) {
        return;
    }
    page_heading(view->cli, heading);
    for (size_t i = 0; i < dti_reconciliation_identity_count(view->found); i++) {
        if (dti_reconciliation_identity_verdict(view->found, i) != verdict ||
            !reconcile_has_identity(view, i)) {
            continue;
        }
        dti_reconciliation_identity_format(view->found, i, view->cli->lang, words, sizeof words);
        page_item(view->cli, STYLE_PLAIN, words);
    }
}

static void print_readings(const struct reconcile_view *view)
{
    char words[SENTENCE_SIZE];
    bool is_begun = false;
    for (size_t i = 0; i < dti_reconciliation_reading_count(view->found); i++) {
        if (view->only &&
            strcmp(dti_reconciliation_reading_unit(view->found, i), view->only) != 0) {
            continue;
        }
        if (!is_begun) {
            page_heading(view->cli, WORD_RECONCILE_READINGS);
        }
        is_begun = true;
        dti_reconciliation_reading_format(view->found, i, view->cli->lang, words, sizeof words);
        page_item(view->cli, STYLE_STRONG, words);
    }
}

void reconcile_print_page(const struct reconcile_view *view)
{
    print_head(view);
    print_problems(view);
    print_readings(view);
    print_verdict(view, DTI_VERDICT_IMPLAUSIBLE, WORD_RECONCILE_IMPLAUSIBLE);
    print_verdict(view, DTI_VERDICT_INCOMPLETE, WORD_RECONCILE_INCOMPLETE);
    if (view->has_all) {
        print_verdict(view, DTI_VERDICT_UNCONFIRMED, WORD_RECONCILE_UNCONFIRMED);
        print_verdict(view, DTI_VERDICT_HOLDS, WORD_RECONCILE_HOLDS);
    }
    reconcile_print_parts(view);
    if (count_problems(view) > 0) {
        page_gap(view->cli);
        page_say(view->cli, STYLE_DIM, 0, WORD_RECONCILE_COMPLETE,
                 WITH(figure_count(view->most).text));
    }
}
