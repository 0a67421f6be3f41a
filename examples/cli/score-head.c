/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The beginning and the end of a scored dossier: whose it is, which track, findings, how to go on.
 */
#include "score-view.h"

#include "figure.h"
#include "load.h"
#include "nodes.h"
#include "page.h"

#include <string.h>

static bool has_track(const struct score_view *view, dti_track track)
{
    for (size_t node = 0; node < dti_result_node_count(view->result); node++) {
        if (dti_result_has_track(view->result, node, track)) {
            return true;
        }
    }
    return false;
}

/* "computed 312.40 (--track computed); …" */
static void add_other_tracks(const struct score_view *view, struct text *out)
{
    dti_lang lang = view->cli->lang;
    size_t overall = dti_framework_overall(view->framework);
    bool is_report = view->cli->out.markdown;
    for (int i = DTI_TRACK_SELF; i <= DTI_TRACK_SUPPORTED; i++) {
        dti_track track = (dti_track)i;
        if (track == view->track || !has_track(view, track)) {
            continue;
        }
        struct figure points = {""};
        if (overall != DTI_NONE && dti_result_has_track(view->result, overall, track)) {
            points = figure_points(dti_result_track_points(view->result, overall, track),
                                   view->points_digits, lang);
        }
        text_add(out, out->length != 0 ? word(lang, WORD_LIST_SEMICOLON) : "");
        word_fill(out, lang, is_report ? WORD_SCORE_OTHER_REPORT : WORD_SCORE_OTHER,
                  WITH(dti_track_name(track, lang), points.text, dti_track_id(track)));
    }
}

static void print_open(const struct score_view *view)
{
    size_t overall = dti_framework_overall(view->framework);
    double coverage = overall == DTI_NONE ? 1 : dti_result_coverage(view->result, overall);
    if (coverage >= 1) {
        return;
    }
    dti_lang lang = view->cli->lang;
    int64_t lower = dti_result_lower(view->result, overall);
    int64_t upper = dti_result_upper(view->result, overall);
    page_say(view->cli, STYLE_CARE, 0, WORD_SCORE_OPEN,
             WITH(figure_percent(coverage, lang).text,
                  figure_points(lower, view->points_digits, lang).text,
                  figure_points(upper, view->points_digits, lang).text));
}

void score_print_head(const struct score_view *view)
{
    dti_lang lang = view->cli->lang;
    page_head(view->cli, view->dossier);
    term_paragraph(&view->cli->out, STYLE_PLAIN, 0, 0, dti_framework_title(view->framework, lang));
    page_say(view->cli, STYLE_DIM, 0, WORD_SCORE_FRAMEWORK,
             WITH(dti_framework_id(view->framework), dti_framework_version(view->framework)));
    page_gap(view->cli);
    page_say(view->cli, STYLE_STRONG, 0, WORD_SCORE_TRACK, WITH(dti_track_name(view->track, lang)));
    struct text others = TEXT_EMPTY;
    add_other_tracks(view, &others);
    if (others.length != 0) {
        page_say(view->cli, STYLE_DIM, 0, WORD_SCORE_OTHERS, WITH(text_get(&others)));
    }
    text_free(&others);
    print_open(view);
}

static enum style severity_style(dti_severity severity)
{
    return severity == DTI_SEVERITY_ERROR     ? STYLE_LOSS
           : severity == DTI_SEVERITY_WARNING ? STYLE_CARE
                                              : STYLE_PLAIN;
}

void score_print_findings(const struct score_view *view, const char *warnings)
{
    const dti_report *report = dti_result_findings(view->result);
    size_t count = dti_report_count(report);
    if (count == 0 && !*warnings) {
        return;
    }
    page_heading(view->cli, WORD_HEADING_FINDINGS);
    struct text line = TEXT_EMPTY;
    for (size_t i = 0; i < count; i++) {
        dti_severity severity = dti_report_severity(report, i);
        load_finding(view->cli, report, i, &line);
        page_item(view->cli, severity_style(severity), text_get(&line));
    }
    while (*warnings) {
        size_t bytes = strcspn(warnings, "\n");
        text_clear(&line);
        text_add_bytes(&line, warnings, bytes);
        page_item(view->cli, STYLE_CARE, text_get(&line));
        warnings += bytes + (warnings[bytes] != '\0');
    }
    text_free(&line);
}

void score_print_end(const struct score_view *view)
{
    size_t counts[DTI_PART_RULE + 1];
    struct figure figures[DTI_PART_RULE + 1];
    size_t all = 0;
    for (int part = DTI_PART_CODE; part <= DTI_PART_RULE; part++) {
        counts[part] = nodes_count_assumed(view->framework, (dti_node_part)part);
        figures[part] = figure_count(counts[part]);
        all += counts[part];
    }
    page_gap(view->cli);
    size_t absent = nodes_count_absent(view->framework);
    if (absent != 0) {
        page_say(view->cli, STYLE_DIM, 0, WORD_ABSENT_PARTS, WITH(figure_count(absent).text));
    }
    if (all != 0) {
        page_say(view->cli, STYLE_DIM, 0, WORD_ASSUMED_PARTS,
                 WITH(figures[DTI_PART_CODE].text, figures[DTI_PART_NAME].text,
                      figures[DTI_PART_MAX_POINTS].text, figures[DTI_PART_RULE].text));
        page_hint(view->cli, WORD_ASSUMED_MORE, WITH(dti_framework_id(view->framework)));
    }
    page_hint(view->cli, WORD_EXPLAIN_MORE, WITH(view->path));
}
