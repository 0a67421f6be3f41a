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
    SENTENCE_SIZE = 4096,
    POINT_DIGITS = 2,
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
    } else {
        page_say(cli, STYLE_STRONG, 0, WORD_RECONCILE_FINE, WITH(figure_count(holding).text));
    }
}

/* ── problems ── */

static void print_repairs(const struct reconcile_view *view, size_t problem)
{
    const struct cli *cli = view->cli;
    char words[SENTENCE_SIZE];
    size_t count = dti_reconciliation_repair_count(view->found, problem);
    for (size_t i = 0; i < count && i < MOST_REPAIRS; i++) {
        dti_reconciliation_repair_format(view->found, problem, i, cli->lang, words, sizeof words);
        page_item(cli, STYLE_PLAIN, words);
    }
    if (count > MOST_REPAIRS) {
        page_say(cli, STYLE_DIM, 2, WORD_RECONCILE_MORE,
                 WITH(figure_count(count - MOST_REPAIRS).text));
    }
    if (count == 0) {
        page_say(cli, STYLE_CARE, 2, WORD_RECONCILE_NO_REPAIR, WITH(figure_count(view->most).text));
    }
    if (!dti_reconciliation_problem_is_complete(view->found, problem)) {
        page_say(cli, STYLE_CARE, 2, WORD_RECONCILE_CUT, WITH_NOTHING);
    }
}

/* All that does not hold for the same reason, but for what the heading says already. */
static void print_identities(const struct reconcile_view *view, size_t problem, const char *said)
{
    const struct cli *cli = view->cli;
    char words[SENTENCE_SIZE];
    size_t count = dti_reconciliation_problem_size(view->found, problem);
    for (size_t i = 0; i < count && count > 1; i++) {
        size_t identity = dti_reconciliation_problem_identity(view->found, problem, i);
        dti_reconciliation_identity_format(view->found, identity, cli->lang, words, sizeof words);
        if (strcmp(words, said) != 0) {
            page_say(cli, STYLE_DIM, 3, WORD_RECONCILE_ALSO, WITH(words));
        }
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
        print_identities(view, i, words);
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

/* ── what follows from the headline figures ── */

static bool has_part(const struct reconcile_view *view, size_t part)
{
    return !view->only || strcmp(dti_reconciliation_part_unit(view->found, part), view->only) == 0;
}

static void add_names(const struct reconcile_view *view, size_t part, struct text *out)
{
    const dti_framework *framework = dti_reconciliation_framework(view->found);
    for (size_t i = 0; i < dti_reconciliation_part_size(view->found, part); i++) {
        size_t node = dti_reconciliation_part_node(view->found, part, i);
        text_add_item(out, " + ", dti_framework_node_code(framework, node, NULL));
        if (dti_reconciliation_part_size(view->found, part) == 1) {
            text_add(out, " ");
            text_add(out, dti_framework_node_name(framework, node, view->cli->lang));
        }
    }
}

static void add_part(const struct reconcile_view *view, size_t part, struct table *table,
                     bool has_units)
{
    dti_lang lang = view->cli->lang;
    struct text names = TEXT_EMPTY;
    int64_t low = 0;
    int64_t high = 0;
    int64_t max_points = dti_reconciliation_part_max(view->found, part);
    bool is_known = dti_reconciliation_part_range(view->found, part, &low, &high) != 0;
    bool is_beyond = is_known && (high < 0 || low > max_points);
    if (has_units) {
        int32_t year = dti_reconciliation_part_year(view->found, part);
        table_cell(table, STYLE_PLAIN, dti_reconciliation_part_unit(view->found, part));
        table_cell(table, STYLE_PLAIN, year > 0 ? figure_count((size_t)year).text : "");
    }
    add_names(view, part, &names);
    table_cell(table, STYLE_PLAIN, text_get(&names));
    table_cell(table, is_beyond ? STYLE_LOSS : STYLE_PLAIN,
               is_known ? figure_points(low, POINT_DIGITS, lang).text : "–");
    table_cell(table, is_beyond ? STYLE_LOSS : STYLE_PLAIN,
               is_known ? figure_points(high, POINT_DIGITS, lang).text : "–");
    table_cell(table, STYLE_DIM, figure_plain(max_points, lang).text);
    text_free(&names);
}

static void print_parts(const struct reconcile_view *view)
{
    const dti_lang lang = view->cli->lang;
    size_t count = 0;
    bool has_units = false;
    const char *first = "";
    int32_t year = 0;
    for (size_t i = 0; i < dti_reconciliation_part_count(view->found); i++) {
        if (!has_part(view, i)) {
            continue;
        }
        has_units |=
            count > 0 && (strcmp(first, dti_reconciliation_part_unit(view->found, i)) != 0 ||
                          year != dti_reconciliation_part_year(view->found, i));
        first = dti_reconciliation_part_unit(view->found, i);
        year = dti_reconciliation_part_year(view->found, i);
        count++;
    }
    if (count == 0) {
        return;
    }
    const struct table_column columns[] = {
        {word(lang, WORD_RECONCILE_COLUMN_UNIT), ALIGN_LEFT, false},
        {word(lang, WORD_RECONCILE_COLUMN_YEAR), ALIGN_RIGHT, false},
        {word(lang, WORD_RECONCILE_COLUMN_PART), ALIGN_LEFT, true},
        {word(lang, WORD_RECONCILE_COLUMN_LOW), ALIGN_RIGHT, false},
        {word(lang, WORD_RECONCILE_COLUMN_HIGH), ALIGN_RIGHT, false},
        {word(lang, WORD_RECONCILE_COLUMN_MAX), ALIGN_RIGHT, false},
    };
    size_t skipped = has_units ? 0 : 2;
    struct table *table = table_new(columns + skipped, sizeof columns / sizeof *columns - skipped);
    page_heading(view->cli, WORD_RECONCILE_PARTS);
    for (size_t i = 0; i < dti_reconciliation_part_count(view->found); i++) {
        if (has_part(view, i)) {
            add_part(view, i, table, has_units);
        }
    }
    table_print(table, &view->cli->out, 2);
    table_free(table);
}

void reconcile_print_page(const struct reconcile_view *view)
{
    print_head(view);
    print_problems(view);
    print_verdict(view, DTI_VERDICT_IMPLAUSIBLE, WORD_RECONCILE_IMPLAUSIBLE);
    print_verdict(view, DTI_VERDICT_INCOMPLETE, WORD_RECONCILE_INCOMPLETE);
    if (view->has_all) {
        print_verdict(view, DTI_VERDICT_UNCONFIRMED, WORD_RECONCILE_UNCONFIRMED);
        print_verdict(view, DTI_VERDICT_HOLDS, WORD_RECONCILE_HOLDS);
    }
    print_parts(view);
    if (count_problems(view) > 0) {
        page_gap(view->cli);
        page_say(view->cli, STYLE_DIM, 0, WORD_RECONCILE_COMPLETE,
                 WITH(figure_count(view->most).text));
    }
}
