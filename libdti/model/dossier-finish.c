/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Finishing a dossier: names resolved, stated texts read, contradictions reported. */
#include "base/number.h"
#include "model/check.h"
#include "model/dossier-records.h"

#include <stdio.h>
#include <string.h>

const char *const dti__counts_words[] = {
    "components", "at-maximum",       "below-maximum", "zero",         "below-half",
    "some",       "units-above-mean", "mains-risen",   "mains-fallen", NULL};

dti_quantity_kind dti__stated_differs(const struct dti__stated *difference)
{
    if (difference->of != 0)
        return (dti_quantity_kind)difference->of;
    bool is_value = difference->decimals > 0 || difference->subject == DTI__SUBJECT_MEAN;
    return is_value ? DTI_QUANTITY_VALUE : DTI_QUANTITY_RANK;
}

static bool resolve_heads(dti_dossier *dossier, dti_report *report)
{
    struct dti__arena *arena = &dossier->arena;
    return dti__check_unique(arena, &dossier->source_names, &dossier->sources[0].id,
                             sizeof *dossier->sources, dossier->source_count, report, "/sources") &&
           dti__check_unique(arena, &dossier->agency_names, &dossier->agencies[0].id,
                             sizeof *dossier->agencies, dossier->agency_count, report, "/agencies");
}

static void check_source(const dti_dossier *dossier, const char *source, dti_report *report,
                         const char *array, size_t index, const char *key)
{
    if (source && dti__names_find(&dossier->source_names, source) == DTI_NONE &&
        !dti__framework_source(dossier->framework, source))
        dti__check_find(report, DTI__MSG_UNKNOWN_REFERENCE,
                        DTI__ARGS(DTI__TERM(DTI__MSG_TERM_SOURCE), DTI__TEXT(source)), "/%s/%zu%s",
                        array, index, key);
}

static void resolve_figures(dti_dossier *dossier, dti_report *report)
{
    for (size_t i = 0; i < dossier->listed_count; i++) {
        struct dti__figure *figure = &dossier->figures[dossier->order[i]];
        struct dti__origin *origin = &figure->origin;
        origin->agency_index = dti__names_find(&dossier->agency_names, origin->agency);
        if (origin->agency && origin->agency_index == DTI_NONE)
            dti__check_find(report, DTI__MSG_UNKNOWN_REFERENCE,
                            DTI__ARGS(DTI__TERM(DTI__MSG_TERM_AGENCY), DTI__TEXT(origin->agency)),
                            "/inputs/%zu/origin/agency", i);
        check_source(dossier, figure->provenance.source, report, "inputs", i, "/provenance/source");
    }
}

static size_t find_node(const dti_dossier *dossier, const char *code, dti_report *report,
                        const char *array, size_t index, const char *key)
{
    size_t node = dti_framework_find(dossier->framework, dossier->numbering, code);
    if (node == DTI_NONE)
        dti__check_find(report, DTI__MSG_UNKNOWN_REFERENCE,
                        DTI__ARGS(DTI__TERM(DTI__MSG_TERM_NODE), DTI__TEXT(code)), "/%s/%zu/%s",
                        array, index, key);
    return node;
}

/* Points are those of the node; of an absent node a value says them too. */
static bool find_points(const dti_dossier *dossier, const struct dti__stated *stated,
                        int64_t *points)
{
    *points = stated->amount;
    return stated->quantity == DTI_QUANTITY_POINTS ||
           dti__stated_value_points(stated, dossier->framework, points);
}

/* What counts on a track is stated once per node; a second figure would have to be chosen between.
 */
static void enter(dti_dossier *dossier, size_t index, dti_report *report)
{
    const struct dti__stated *stated = &dossier->stated[index];
    bool is_value = stated->quantity == DTI_QUANTITY_VALUE;
    bool is_entered = stated->quantity == DTI_QUANTITY_POINTS ||
                      (is_value && dossier->framework->nodes[stated->node].absent.is_given);
    if (!is_entered || stated->subject != DTI__SUBJECT_UNIT ||
        (stated->year != 0 && stated->year != dossier->year))
        return;
    int64_t points = 0;
    if (!find_points(dossier, stated, &points) || points > DTI__MOST_POINTS ||
        points < -DTI__MOST_POINTS) {
        dti__check_find(report, DTI__MSG_POINTS_TOO_LARGE,
                        DTI__ARGS(DTI__TEXT(stated->text), DTI__INTEGER(DTI_MAX_TOTAL_POINTS)),
                        "/stated/%zu/text", index);
        return;
    }
    size_t *entries = is_value ? dossier->track_values : dossier->track_points;
    size_t *slot =
        &entries[stated->node * DTI__STATED_TRACKS + (size_t)(stated->track - DTI_TRACK_SELF)];
    if (*slot != DTI_NONE)
        dti__check_find(report, is_value ? DTI__MSG_VALUE_TWICE : DTI__MSG_STATED_TWICE,
                        DTI__ARGS(DTI__TEXT(stated->code), DTI__TEXT(dossier->stated[*slot].text),
                                  DTI__TEXT(stated->text)),
                        "/stated/%zu", index);
    else
        *slot = index;
}

static void resolve_stated(dti_dossier *dossier, dti_report *report)
{
    for (size_t i = 0; i < dossier->stated_count; i++) {
        struct dti__stated *stated = &dossier->stated[i];
        int printed = 0;
        if (!stated->code)
            continue; /* faulty, and reported so */
        stated->node = find_node(dossier, stated->code, report, "stated", i, "code");
        check_source(dossier, stated->source, report, "stated", i, "/source");
        if (!dti__decimal_read(stated->text, strlen(stated->text), &stated->amount, &printed)) {
            dti__check_find(report, DTI__MSG_NOT_DECIMAL, DTI__ARGS(DTI__TEXT(stated->text)),
                            "/stated/%zu/text", i);
            continue;
        }
        if (stated->amount > DTI__MOST_STATED || stated->amount < -DTI__MOST_STATED) {
            dti__check_find(
                report, DTI__MSG_STATED_TOO_LARGE,
                DTI__ARGS(DTI__TEXT(stated->text), DTI__INTEGER(DTI__MOST_STATED / DTI_POINT)),
                "/stated/%zu/text", i);
            continue;
        }
        if (stated->decimals >= 0 && stated->decimals < printed)
            dti__check_find(report, DTI__MSG_DECIMALS_FEWER,
                            DTI__ARGS(DTI__INTEGER(stated->decimals), DTI__INTEGER(printed)),
                            "/stated/%zu/decimals", i);
        if (stated->decimals < 0)
            stated->decimals = printed;
        if (stated->node != DTI_NONE)
            enter(dossier, i, report);
    }
}

static bool resolve_explanations(dti_dossier *dossier, dti_report *report)
{
    for (size_t i = 0; i < dossier->explanation_count; i++) {
        struct dti__explanation *explanation = &dossier->explanations[i];
        explanation->nodes =
            dti__arena_array(&dossier->arena, explanation->code_count, sizeof *explanation->nodes);
        if (!explanation->nodes)
            return false;
        check_source(dossier, explanation->source, report, "explanations", i, "/source");
        for (size_t k = 0; k < explanation->code_count; k++) {
            char key[32];
            snprintf(key, sizeof key, "codes/%zu", k);
            if (*explanation->codes[k])
                explanation->nodes[k] =
                    find_node(dossier, explanation->codes[k], report, "explanations", i, key);
        }
    }
    return true;
}

dti_status dti__dossier_finish(dti_dossier *dossier, dti_report *report)
{
    const dti_framework *framework = dossier->framework;
    if (!resolve_heads(dossier, report))
        return DTI_E_NOMEM;
    bool has_year = dossier->year != 0;
    if (has_year && (dossier->year < framework->year_from || dossier->year > framework->year_to))
        dti__report_add(report, DTI__MSG_YEAR_OUTSIDE, "/year",
                        DTI__ARGS(DTI__INTEGER(dossier->year), DTI__INTEGER(framework->year_from),
                                  DTI__INTEGER(framework->year_to)));
    resolve_figures(dossier, report);
    resolve_stated(dossier, report);
    if (!resolve_explanations(dossier, report) || !dti__records_finish(dossier, report))
        return DTI_E_NOMEM;
    return DTI_OK;
}
