/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Before the figures: what is compared with what, through which crosswalk, over which mergers; and
 * behind them what does not hold together. */
#include "compare-view.h"

#include "field.h"
#include "load.h"
#include "moment.h"
#include "page.h"

#include <string.h>

enum {
    INDENT = 2,
    MESSAGE_SIZE = 1024
};

static void print_title(const struct compare_view *view)
{
    const struct cli *cli = view->cli;
    struct text title = TEXT_EMPTY;
    const struct figure before = compare_year(view, DTI_BEFORE);
    const struct figure after = compare_year(view, DTI_AFTER);
    if (view->entry == DTI_NONE) {
        word_fill(&title, cli->lang, WORD_COMPARE_HEAD, WITH(before.text, after.text));
    } else {
        word_fill(&title, cli->lang, WORD_COMPARE_HEAD_UNIT,
                  WITH(dti_units_unit_name(view->units, view->entry, cli->lang), before.text,
                       after.text));
    }
    page_title(cli, text_get(&title));
    text_free(&title);
}

static void print_table(const struct compare_view *view, dti_side side)
{
    const dti_table *table = side == DTI_BEFORE && view->origin ? view->origin : view->tables[side];
    const char *title = dti_table_title(table, view->cli->lang);
    page_say(view->cli, STYLE_DIM, 0, WORD_COMPARE_TABLE,
             WITH(compare_year(view, side).text, strcmp(dti_table_id(table), FIELD_MADE) == 0
                                                     ? word(view->cli->lang, WORD_COMPARE_DOSSIERS)
                                                 : *title ? title
                                                          : dti_table_id(table)));
}

/* From whom the figures of a merged unit were derived. */
static void add_predecessors(const struct compare_view *view, size_t entry, struct text *out)
{
    const size_t count = dti_units_unit_predecessor_count(view->units, entry);
    for (size_t i = 0; i < count; i++) {
        const size_t predecessor = dti_units_unit_predecessor(view->units, entry, i);
        text_add_item(out, word(view->cli->lang, WORD_LIST_COMMA),
                      dti_units_unit_name(view->units, predecessor, view->cli->lang));
    }
}

static void print_merger(const struct compare_view *view)
{
    const struct cli *cli = view->cli;
    const enum word method =
        view->is_by_population ? WORD_COMPARE_BY_POPULATION : WORD_COMPARE_BY_MEAN;
    if (!view->origin) {
        return;
    }
    page_say(cli, STYLE_CARE, INDENT, WORD_COMPARE_MERGED,
             WITH(compare_year(view, DTI_BEFORE).text,
                  moment_date(dti_table_day(view->tables[DTI_AFTER]), cli->lang).text,
                  word(cli->lang, method)));
    const size_t line =
        dti_comparison_find_line(view->comparison, dti_framework_overall(view->framework));
    if (view->unit != DTI_NONE && dti_comparison_is_derived(view->comparison, line, view->unit)) {
        struct text names = TEXT_EMPTY;
        add_predecessors(view, view->entry, &names);
        page_say(cli, STYLE_CARE, INDENT, WORD_COMPARE_DERIVED_FROM,
                 WITH(compare_year(view, DTI_BEFORE).text,
                      dti_units_unit_name(view->units, view->entry, cli->lang), text_get(&names)));
        text_free(&names);
    }
}

static void print_crosswalk(const struct compare_view *view)
{
    const dti_crosswalk *crosswalk = dti_comparison_crosswalk(view->comparison);
    if (crosswalk) {
        page_say(view->cli, STYLE_CARE, INDENT, WORD_COMPARE_CROSSWALK,
                 WITH(dti_crosswalk_title(crosswalk, view->cli->lang)));
    }
}

void compare_print_head(const struct compare_view *view)
{
    print_title(view);
    print_table(view, DTI_BEFORE);
    print_table(view, DTI_AFTER);
    if (view->origin || dti_comparison_crosswalk(view->comparison)) {
        page_gap(view->cli);
    }
    print_merger(view);
    print_crosswalk(view);
}

int compare_print_findings(const struct compare_view *view)
{
    const struct cli *cli = view->cli;
    dti_report *report = NULL;
    dti_error *error = NULL;
    if (view->entry != DTI_NONE && view->unit == DTI_NONE) {
        return CLI_EXIT_FINE;
    }
    if (dti_comparison_review(view->comparison, view->entry, &report, &error) != DTI_OK) {
        return load_failed(cli, error);
    }
    if (dti_report_count(report) > 0) {
        page_heading(cli, WORD_COMPARE_FINDINGS);
    }
    for (size_t i = 0; i < dti_report_count(report); i++) {
        char text[MESSAGE_SIZE];
        dti_report_format(report, i, cli->lang, text, sizeof text);
        page_item(cli, STYLE_CARE, text);
    }
    dti_report_unref(report);
    return CLI_EXIT_FINE;
}
