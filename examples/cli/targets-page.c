/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Where targets stand: how many in all, beside what the source states, and what does not hold
 * together. */
#include "targets-view.h"

#include "figure.h"
#include "load.h"
#include "moment.h"
#include "page.h"

#include <string.h>

enum {
    INDENT = 2
};

/* Trouble first. */
static const dti_target_status order[] = {DTI_TARGET_MISSED, DTI_TARGET_BEHIND,
                                          DTI_TARGET_ON_COURSE, DTI_TARGET_ACHIEVED,
                                          DTI_TARGET_OPEN};

bool targets_is_shown(const struct targets_view *view, size_t target)
{
    return view->only < 0 || (int)dti_assessment_status(view->assessment, target) == view->only;
}

void targets_add_codes(struct text *out, const struct targets_view *view, size_t target,
                       const char *separator)
{
    const dti_framework *framework = dti_targets_framework(view->targets);
    for (size_t i = 0; i < dti_targets_target_node_count(view->targets, target); i++) {
        size_t node = dti_targets_target_node(view->targets, target, i);
        text_add_item(out, separator, dti_framework_node_code(framework, node, NULL));
    }
}

/* ── head ── */

static bool is_new_source(const struct targets_view *view, size_t target)
{
    const char *title = dti_targets_target_source(view->targets, target, DTI_LANG_VI);
    for (size_t i = 0; i < target; i++) {
        if (strcmp(dti_targets_target_source(view->targets, i, DTI_LANG_VI), title) == 0) {
            return false;
        }
    }
    return *title != '\0';
}

static void print_sources(const struct targets_view *view)
{
    for (size_t i = 0; i < dti_targets_count(view->targets); i++) {
        if (is_new_source(view, i)) {
            page_say(view->cli, STYLE_DIM, 0, WORD_TARGETS_SOURCE,
                     WITH(dti_targets_target_source(view->targets, i, view->cli->lang)));
        }
    }
}

static void print_looked_up(const struct targets_view *view)
{
    struct text names = TEXT_EMPTY;
    for (size_t i = 0; i < view->table_count; i++) {
        text_add_item(&names, ", ", dti_table_id(view->tables[i]));
    }
    for (size_t i = 0; i < view->dossier_count; i++) {
        text_add_item(&names, ", ", dti_dossier_id(view->dossiers[i]));
    }
    if (names.length > 0) {
        page_say(view->cli, STYLE_DIM, 0, WORD_TARGETS_LOOKED_UP, WITH(text_get(&names)));
    }
    text_free(&names);
}

/* ── counts ── */

static void add_counts(const struct targets_view *view, struct table *table, bool has_stated)
{
    static const enum style styles[] = {
        [DTI_TARGET_OPEN] = STYLE_PLAIN,       [DTI_TARGET_ACHIEVED] = STYLE_STRONG,
        [DTI_TARGET_ON_COURSE] = STYLE_STRONG, [DTI_TARGET_BEHIND] = STYLE_CARE,
        [DTI_TARGET_MISSED] = STYLE_LOSS,
    };
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        dti_target_status status = order[i];
        table_cell(table, STYLE_PLAIN, dti_target_status_name(status, view->cli->lang));
        page_count(table, styles[status], dti_assessment_count(view->assessment, status));
        if (has_stated) {
            page_count(table, STYLE_PLAIN, dti_assessment_stated_count(view->assessment, status));
        }
    }
}

static size_t count_confirmed(const struct targets_view *view)
{
    size_t count = 0;
    for (size_t i = 0; i < dti_targets_count(view->targets); i++) {
        dti_target_status stated = DTI_TARGET_OPEN;
        count += dti_targets_target_stated(view->targets, i, &stated) &&
                 stated == DTI_TARGET_ACHIEVED &&
                 dti_assessment_status(view->assessment, i) == DTI_TARGET_ACHIEVED;
    }
    return count;
}

static void print_counts(const struct targets_view *view)
{
    const struct cli *cli = view->cli;
    size_t achieved = 0;
    size_t of = 0;
    bool has_stated = false;
    for (size_t i = 0; i < dti_targets_count(view->targets) && !has_stated; i++) {
        has_stated = dti_targets_target_stated(view->targets, i, NULL);
    }
    const struct table_column columns[] = {
        {word(cli->lang, WORD_TARGETS_COLUMN_STATUS), ALIGN_LEFT, false},
        {word(cli->lang, WORD_TARGETS_COLUMN_COMPUTED), ALIGN_RIGHT, false},
        {word(cli->lang, WORD_TARGETS_COLUMN_STATED), ALIGN_RIGHT, false},
    };
    struct table *table = table_new(columns, has_stated ? 3 : 2);
    add_counts(view, table, has_stated);
    page_gap(cli);
    table_print(table, &cli->out, INDENT);
    table_free(table);
    if (dti_targets_stated(view->targets, &achieved, &of)) {
        page_gap(cli);
        page_say(cli, STYLE_PLAIN, 0, WORD_TARGETS_STATED,
                 WITH(figure_count(achieved).text, figure_count(of).text,
                      figure_count(count_confirmed(view)).text));
    }
}

/* ── findings ── */

static void print_findings(const struct targets_view *view)
{
    const dti_report *report = dti_assessment_findings(view->assessment);
    struct text line = TEXT_EMPTY;
    if (dti_report_count(report) > 0) {
        page_heading(view->cli, WORD_TARGETS_FINDINGS);
    }
    for (size_t i = 0; i < dti_report_count(report); i++) {
        dti_severity severity = dti_report_severity(report, i);
        load_finding(view->cli, report, i, &line);
        page_item(view->cli, severity == DTI_SEVERITY_INFO ? STYLE_DIM : STYLE_CARE,
                  text_get(&line));
    }
    text_free(&line);
}

void targets_print_page(const struct targets_view *view)
{
    const struct cli *cli = view->cli;
    struct text title = TEXT_EMPTY;
    const char *name = dti_targets_unit_name(view->targets, cli->lang);
    word_fill(&title, cli->lang, WORD_TARGETS_HEAD,
              WITH(*name ? name : dti_targets_unit_id(view->targets),
                   dti_targets_title(view->targets, cli->lang)));
    page_title(cli, text_get(&title));
    text_free(&title);
    print_sources(view);
    page_say(cli, STYLE_DIM, 0, WORD_TARGETS_TODAY, WITH(moment_date(view->today, cli->lang).text));
    print_looked_up(view);
    print_counts(view);
    targets_print_list(view);
    print_findings(view);
}
