/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Writing a paper: gathers what its sections are told from, has them composed, and writes the page.
 */
#include <dti/paper.h>

#include "base/date.h"
#include "base/rounding.h"
#include "diag/options.h"
#include "model/table.h"
#include "paper/known.h"
#include "paper/paper.h"
#include "score/result.h"

#include <stdlib.h>
#include <string.h>

/* ── what it is told from ── */

struct sources { /* what has to be given back */
    const dti_table **tables;
    size_t table_room;
    dti_losses *losses;
    dti_reconciliation *found;
};

static int compare_years(const void *a, const void *b)
{
    const dti_table *left = *(const dti_table *const *)a;
    const dti_table *right = *(const dti_table *const *)b;
    int32_t one = dti_table_year(left);
    int32_t two = dti_table_year(right);
    int order = (one > two) - (one < two);
    return order ? order : strcmp(dti_table_id(left), dti_table_id(right));
}

/* Those that have a row of the unit, by year. */
static dti_status gather_tables(struct dti__paper *paper, const dti_paper_options *options,
                                struct sources *sources, dti_error **error)
{
    if (options->table_count == 0)
        return DTI_OK;
    sources->tables =
        dti__alloc_array(options->allocator, options->table_count, sizeof *sources->tables);
    if (!sources->tables)
        return dti__fail_nomem(error);
    sources->table_room = options->table_count * sizeof *sources->tables;
    paper->tables = sources->tables;
    for (size_t i = 0; i < options->table_count; i++)
        if (dti__paper_row(paper, options->tables[i]) != DTI_NONE)
            sources->tables[paper->table_count++] = options->tables[i];
    qsort(sources->tables, paper->table_count, sizeof *sources->tables, compare_years);
    return DTI_OK;
}

static dti_status gather_losses(struct dti__paper *paper, const dti_paper_options *options,
                                struct sources *sources, dti_error **error)
{
    dti_losses_options more = DTI_LOSSES_OPTIONS_INIT;
    more.allocator = options->allocator;
    more.table = dti__paper_table(paper, paper->year);
    dti_status status = dti_losses_new(paper->result, &more, &sources->losses, error);
    paper->losses = sources->losses;
    return status;
}

/* What nobody reconciled is reconciled here: the dossier and all tables, also those without a row
 * of the unit, as their means and changes speak of it too. */
static dti_status reconcile(struct dti__paper *paper, const dti_paper_options *options,
                            struct sources *sources, dti_error **error)
{
    dti_reconcile_options more = DTI_RECONCILE_OPTIONS_INIT;
    dti_figures *figures = NULL;
    more.allocator = options->allocator;
    dti_status status = dti_figures_new(paper->framework, options->allocator, &figures, error);
    if (status == DTI_OK)
        status = dti_figures_add_dossier(figures, paper->result, error);
    for (size_t i = 0; i < options->table_count && status == DTI_OK; i++)
        status = dti_figures_add_table(figures, options->tables[i], error);
    if (status == DTI_OK)
        status = dti_reconcile(figures, &more, &sources->found, error);
    dti_figures_free(figures);
    paper->found = sources->found;
    return status;
}

static dti_status gather(struct dti__paper *paper, const dti_paper_options *options,
                         struct sources *sources, dti_error **error)
{
    dti_status status = gather_tables(paper, options, sources, error);
    if (status != DTI_OK)
        return status;
    dti__paper_find_year_before(paper);
    status = gather_losses(paper, options, sources, error);
    paper->found = options->reconciliation;
    if (status == DTI_OK && !paper->found)
        status = reconcile(paper, options, sources, error);
    return status;
}

static void give_back(struct sources *sources, const dti_allocator *allocator)
{
    dti_reconciliation_unref(sources->found);
    dti_losses_unref(sources->losses);
    if (sources->tables)
        dti__release(allocator, sources->tables, sources->table_room);
}

/* ── its title ── */

static bool begins_with(const char *text, const char *start)
{
    return strncmp(text, start, strlen(start)) == 0;
}

/* Names of cities have a spelling that says so, "TP Đà Nẵng"; those of provinces have none. */
static bool is_city(const dti_units *units, size_t entry)
{
    bool is_one = begins_with(dti_units_unit_name(units, entry, DTI_LANG_VI), "TP");
    for (size_t i = 0; i < dti_units_unit_alias_count(units, entry); i++) {
        const char *alias = dti_units_unit_alias(units, entry, i);
        is_one |= begins_with(alias, "TP ") || begins_with(alias, "Thủ đô ");
    }
    return is_one;
}

static enum dti__msg title_of(const struct dti__paper *paper)
{
    const dti_table *table = paper->table_count > 0 ? paper->tables[0] : NULL;
    const dti_units *units = dti_table_units(table);
    if (!table || strcmp(dti_units_level(units), "province") != 0)
        return DTI__MSG_PAPER_OF_UNIT;
    size_t entry = dti_table_row_unit(table, dti__paper_row(paper, table));
    return is_city(units, entry) ? DTI__MSG_PAPER_OF_CITY : DTI__MSG_PAPER_OF_PROVINCE;
}

static const char *subtitle_of(struct dti__paper *paper)
{
    dti_track track = dti_result_track(paper->result);
    struct dti__date day;
    struct dti__tale tale;
    dti__tale_begin(&tale, paper);
    dti__tale_say(&tale, DTI__MSG_PAPER_SUBTITLE,
                  DTI__ARGS(DTI__NAMES(dti_framework_title(paper->framework, DTI_LANG_VI),
                                       dti_framework_title(paper->framework, DTI_LANG_EN)),
                            dti__paper_track(track)));
    if (dti__date_read(paper->day, &day))
        dti__tale_add(&tale, DTI__MSG_PAPER_DAY, DTI__ARGS(DTI__DATE(day)));
    return dti__tale_text(&tale);
}

static const char *foot_of(struct dti__paper *paper)
{
    const dti_dossier *dossier = dti_result_dossier(paper->result);
    struct dti__tale tale;
    dti__tale_begin(&tale, paper);
    dti__tale_say(&tale, DTI__MSG_PAPER_FOOT,
                  DTI__ARGS(DTI__TEXT(dti_version()), DTI__TEXT(dti_dossier_id(dossier)),
                            DTI__TEXT(dti_dossier_digest(dossier)),
                            DTI__TEXT(dti_framework_id(paper->framework)),
                            DTI__TEXT(dti_framework_version(paper->framework))));
    for (size_t i = 0; i < paper->table_count; i++)
        dti__tale_add(&tale, DTI__MSG_PAPER_FOOT_TABLE,
                      DTI__ARGS(DTI__TEXT(dti_table_id(paper->tables[i])),
                                DTI__TEXT(dti_table_version(paper->tables[i]))));
    dti__buffer_put_char(&tale.text, '.');
    return dti__tale_text(&tale);
}

static void compose_analysis(struct dti__paper *paper)
{
    dti__page_head(&paper->page,
                   dti__paper_format(paper, title_of(paper),
                                     DTI__ARGS(DTI__INTEGER(paper->year), dti__paper_unit(paper))),
                   subtitle_of(paper), foot_of(paper));
    dti__paper_result(paper);
    dti__paper_pillars(paper);
    dti__paper_mains(paper);
    dti__paper_losses(paper);
    dti__paper_agencies(paper);
    dti__paper_steps(paper);
    dti__paper_findings(paper);
    dti__paper_assumptions(paper);
}

/* ── what may be asked for ── */

static dti_status check_tables(const dti_framework *framework, const dti_paper_options *options,
                               dti_error **error)
{
    if (options->table_count > 0 && !options->tables)
        return dti__fail_null(error, "tables");
    for (size_t i = 0; i < options->table_count; i++) {
        if (!options->tables[i])
            return dti__fail_null(error, "tables");
        const dti_framework *theirs = dti_table_framework(options->tables[i]);
        if (!dti__framework_is_same(theirs, framework))
            return dti__fail(error, DTI__MSG_FRAMEWORK_DIFFERS,
                             DTI__ARGS(DTI__TEXT(theirs->id), DTI__TEXT(theirs->version),
                                       DTI__TEXT(framework->id), DTI__TEXT(framework->version)));
    }
    const dti_framework *reconciled = dti_reconciliation_framework(options->reconciliation);
    if (reconciled && !dti__framework_is_same(reconciled, framework))
        return dti__fail(error, DTI__MSG_FRAMEWORK_DIFFERS,
                         DTI__ARGS(DTI__TEXT(reconciled->id), DTI__TEXT(reconciled->version),
                                   DTI__TEXT(framework->id), DTI__TEXT(framework->version)));
    return DTI_OK;
}

static dti_status check(const dti_result *result, const dti_paper_options *options,
                        dti_error **error)
{
    const dti_dossier *dossier = dti_result_dossier(result);
    struct dti__date day;
    if (options->kind != DTI_PAPER_ANALYSIS && options->kind != DTI_PAPER_EXPLANATION)
        return dti__fail(error, DTI__MSG_ARG_RANGE, DTI__ARGS(DTI__TEXT("kind")));
    if (options->format != DTI_PAPER_MARKDOWN && options->format != DTI_PAPER_HTML)
        return dti__fail(error, DTI__MSG_ARG_RANGE, DTI__ARGS(DTI__TEXT("format")));
    if (options->numbering && !dti__framework_has_numbering(dossier->framework, options->numbering))
        return dti__fail(error, DTI__MSG_NUMBERING_UNKNOWN,
                         DTI__ARGS(DTI__TEXT(options->numbering)));
    if (options->day && !dti__date_read(options->day, &day))
        return dti__fail(error, DTI__MSG_NOT_DATE, DTI__ARGS(DTI__TEXT(options->day)));
    if (options->kind == DTI_PAPER_EXPLANATION && !dti__paper_has_appraisal(result))
        return dti__fail(error, DTI__MSG_REPLY_NOTHING_APPRAISED,
                         DTI__ARGS(DTI__TEXT(dossier->id)));
    return check_tables(dossier->framework, options, error);
}

/* ── writing ── */

static dti_status hand_out(struct dti__paper *paper, const dti_paper_options *options,
                           dti_text **out, dti_error **error)
{
    struct dti__buffer text;
    dti__buffer_init(&text, options->allocator);
    if (paper->page.is_out_of_memory)
        text.failed = true;
    else if (options->format == DTI_PAPER_HTML)
        dti__page_html(&paper->page, &text);
    else
        dti__page_markdown(&paper->page, &text);
    return dti__hand_out(&text, out, error);
}

static dti_status make(const dti_result *result, const dti_paper_options *options, dti_text **out,
                       dti_error **error)
{
    const dti_dossier *dossier = dti_result_dossier(result);
    struct sources sources = {0};
    struct dti__paper paper = {.result = result,
                               .framework = dossier->framework,
                               .numbering =
                                   options->numbering ? options->numbering : dossier->numbering,
                               .day = options->day ? options->day : "",
                               .lang = options->lang,
                               .year = dti_dossier_year(dossier)};
    dti__page_init(&paper.page, options->lang, options->allocator);
    dti_status status = DTI_OK;
    if (options->kind == DTI_PAPER_ANALYSIS) {
        status = gather(&paper, options, &sources, error);
        if (status == DTI_OK)
            compose_analysis(&paper);
    } else {
        dti__paper_explanation(&paper);
    }
    if (status == DTI_OK)
        status = hand_out(&paper, options, out, error);
    dti__page_release(&paper.page);
    give_back(&sources, options->allocator);
    return status;
}

dti_status dti_paper_write(const dti_result *result, const dti_paper_options *options,
                           dti_text **out, dti_error **error)
{
    dti_paper_options known = DTI_PAPER_OPTIONS_INIT;
    dti_allocator allocator;
    if (!result || !out)
        return dti__fail_null(error, result ? "out" : "result");
    dti_status status =
        dti__options_read(options, &known, sizeof known, "dti_paper_options", error);
    if (status == DTI_OK)
        status = dti__options_allocator(known.allocator, &allocator, error);
    if (status == DTI_OK)
        status = check(result, &known, error);
    if (status != DTI_OK)
        return status;
    known.allocator = &allocator;
    int rounding = dti__rounding_begin();
    status = make(result, &known, out, error);
    dti__rounding_end(rounding);
    return status;
}
