/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Reading a reconciliation: figures, identities, problems, repairs, parts by their numbers. */
#include "analyse/reconcile.h"

#include <string.h>

static int give(bool is_there, struct dti__span span, int64_t *low, int64_t *high)
{
    if (!is_there || dti__span_is_empty(span))
        return 0;
    if (low)
        *low = span.low;
    if (high)
        *high = span.high;
    return 1;
}

static const char *text_or_none(const char *text)
{
    return text ? text : "";
}

const dti_framework *dti_reconciliation_framework(const dti_reconciliation *found)
{
    return found ? found->figures->framework : NULL;
}

/* ── figures ── */

static const struct dti__said *said_at(const dti_reconciliation *found, size_t figure)
{
    return figure < dti_reconciliation_figure_count(found) ? &found->figures->said[figure] : NULL;
}

size_t dti_reconciliation_figure_count(const dti_reconciliation *found)
{
    return found ? found->figures->said_count : 0;
}

const char *dti_reconciliation_figure_text(const dti_reconciliation *found, size_t figure)
{
    const struct dti__said *said = said_at(found, figure);
    return said ? text_or_none(said->text) : "";
}

dti_quantity_kind dti_reconciliation_figure_quantity(const dti_reconciliation *found, size_t figure)
{
    const struct dti__said *said = said_at(found, figure);
    return said ? said->quantity : DTI_QUANTITY_POINTS;
}

size_t dti_reconciliation_figure_node(const dti_reconciliation *found, size_t figure)
{
    const struct dti__said *said = said_at(found, figure);
    return said ? said->node : DTI_NONE;
}

const char *dti_reconciliation_figure_unit(const dti_reconciliation *found, size_t figure)
{
    const struct dti__said *said = said_at(found, figure);
    return said ? text_or_none(said->unit) : "";
}

int32_t dti_reconciliation_figure_year(const dti_reconciliation *found, size_t figure)
{
    const struct dti__said *said = said_at(found, figure);
    return said ? said->year : 0;
}

int dti_reconciliation_figure_is_assumed(const dti_reconciliation *found, size_t figure)
{
    const struct dti__said *said = said_at(found, figure);
    return said && said->is_assumed;
}

/* ── identities ── */

static const struct dti__tied *tied_at(const dti_reconciliation *found, size_t identity)
{
    return identity < dti_reconciliation_identity_count(found) ? &found->identities[identity]
                                                               : NULL;
}

size_t dti_reconciliation_identity_count(const dti_reconciliation *found)
{
    return found ? found->identity_count : 0;
}

dti_identity dti_reconciliation_identity(const dti_reconciliation *found, size_t identity)
{
    const struct dti__tied *tied = tied_at(found, identity);
    return tied ? tied->is.kind : DTI_IDENTITY_SAME;
}

dti_verdict dti_reconciliation_identity_verdict(const dti_reconciliation *found, size_t identity)
{
    const struct dti__tied *tied = tied_at(found, identity);
    return tied ? tied->verdict : DTI_VERDICT_HOLDS;
}

size_t dti_reconciliation_identity_node(const dti_reconciliation *found, size_t identity)
{
    const struct dti__tied *tied = tied_at(found, identity);
    return tied ? tied->is.node : DTI_NONE;
}

size_t dti_reconciliation_identity_size(const dti_reconciliation *found, size_t identity)
{
    const struct dti__tied *tied = tied_at(found, identity);
    return tied ? tied->figure_count : 0;
}

size_t dti_reconciliation_identity_figure(const dti_reconciliation *found, size_t identity,
                                          size_t index)
{
    const struct dti__tied *tied = tied_at(found, identity);
    return tied && index < tied->figure_count ? tied->figures[index] : DTI_NONE;
}

int dti_reconciliation_identity_stated(const dti_reconciliation *found, size_t identity,
                                       int64_t *low, int64_t *high)
{
    const struct dti__tied *tied = tied_at(found, identity);
    return give(tied != NULL, tied ? tied->stated : DTI__SPAN_NONE, low, high);
}

int dti_reconciliation_identity_expected(const dti_reconciliation *found, size_t identity,
                                         int64_t *low, int64_t *high)
{
    const struct dti__tied *tied = tied_at(found, identity);
    return give(tied != NULL, tied ? tied->expected : DTI__SPAN_NONE, low, high);
}

/* ── problems ── */

static const struct dti__trouble *problem_at(const dti_reconciliation *found, size_t problem)
{
    return problem < dti_reconciliation_problem_count(found) ? &found->problems[problem] : NULL;
}

size_t dti_reconciliation_problem_count(const dti_reconciliation *found)
{
    return found ? found->problem_count : 0;
}

size_t dti_reconciliation_problem_size(const dti_reconciliation *found, size_t problem)
{
    const struct dti__trouble *at = problem_at(found, problem);
    return at ? at->identity_count : 0;
}

size_t dti_reconciliation_problem_identity(const dti_reconciliation *found, size_t problem,
                                           size_t index)
{
    const struct dti__trouble *at = problem_at(found, problem);
    return at && index < at->identity_count ? at->identities[index] : DTI_NONE;
}

int dti_reconciliation_problem_is_complete(const dti_reconciliation *found, size_t problem)
{
    const struct dti__trouble *at = problem_at(found, problem);
    return at && at->is_complete;
}

static const struct dti__remedy *remedy_at(const dti_reconciliation *found, size_t problem,
                                           size_t repair)
{
    return repair < dti_reconciliation_repair_count(found, problem)
               ? &found->problems[problem].remedies[repair]
               : NULL;
}

size_t dti_reconciliation_repair_count(const dti_reconciliation *found, size_t problem)
{
    const struct dti__trouble *at = problem_at(found, problem);
    return at ? at->remedy_count : 0;
}

size_t dti_reconciliation_repair_size(const dti_reconciliation *found, size_t problem,
                                      size_t repair)
{
    const struct dti__remedy *at = remedy_at(found, problem, repair);
    return at ? at->size : 0;
}

size_t dti_reconciliation_repair_figure(const dti_reconciliation *found, size_t problem,
                                        size_t repair, size_t suspect, size_t index)
{
    const struct dti__remedy *at = remedy_at(found, problem, repair);
    if (!at || suspect >= at->size)
        return DTI_NONE;
    const struct dti__suspect *of = &found->suspects[at->corrections[suspect].suspect];
    return index < of->figure_count ? of->figures[index] : DTI_NONE;
}

int dti_reconciliation_repair_range(const dti_reconciliation *found, size_t problem, size_t repair,
                                    size_t suspect, int64_t *low, int64_t *high)
{
    const struct dti__remedy *at = remedy_at(found, problem, repair);
    bool is_there = at && suspect < at->size;
    return give(is_there, is_there ? at->corrections[suspect].range : DTI__SPAN_NONE, low, high);
}

int dti_reconciliation_repair_is_tied(const dti_reconciliation *found, size_t problem,
                                      size_t repair)
{
    const struct dti__remedy *at = remedy_at(found, problem, repair);
    return at && repair > 0 && dti__reconcile_is_tied(at - 1, at);
}

/* ── other readings ── */

static const struct dti__other_reading *reading_at(const dti_reconciliation *found, size_t reading)
{
    return reading < dti_reconciliation_reading_count(found) ? &found->readings[reading] : NULL;
}

size_t dti_reconciliation_reading_count(const dti_reconciliation *found)
{
    return found ? found->reading_count : 0;
}

const char *dti_reconciliation_reading_unit(const dti_reconciliation *found, size_t reading)
{
    const struct dti__other_reading *at = reading_at(found, reading);
    return at ? text_or_none(at->unit) : "";
}

int32_t dti_reconciliation_reading_year(const dti_reconciliation *found, size_t reading)
{
    const struct dti__other_reading *at = reading_at(found, reading);
    return at ? at->year : 0;
}

size_t dti_reconciliation_reading_size(const dti_reconciliation *found, size_t reading)
{
    const struct dti__other_reading *at = reading_at(found, reading);
    return at ? at->count : 0;
}

size_t dti_reconciliation_reading_index(const dti_reconciliation *found, size_t reading,
                                        size_t index)
{
    const struct dti__other_reading *at = reading_at(found, reading);
    return at && index < at->count ? at->indices[index] : DTI_NONE;
}

size_t dti_reconciliation_reading_node(const dti_reconciliation *found, size_t reading,
                                       size_t index)
{
    const struct dti__other_reading *at = reading_at(found, reading);
    return at && index < at->count ? at->mains[index] : DTI_NONE;
}

/* ── parts ── */

struct dti__text2 dti__reconcile_unit_names(const dti_reconciliation *found, const char *unit)
{
    for (size_t i = 0; i < found->figures->said_count; i++) {
        const struct dti__said *said = &found->figures->said[i];
        if (said->unit && *said->unit && strcmp(said->unit, unit) == 0 && said->unit_names.vi)
            return said->unit_names;
    }
    return (struct dti__text2){NULL, NULL};
}

static const struct dti__solved_part *part_at(const dti_reconciliation *found, size_t part)
{
    return part < dti_reconciliation_part_count(found) ? &found->parts[part] : NULL;
}

size_t dti_reconciliation_part_count(const dti_reconciliation *found)
{
    return found ? found->part_count : 0;
}

const char *dti_reconciliation_part_unit(const dti_reconciliation *found, size_t part)
{
    const struct dti__solved_part *at = part_at(found, part);
    return at ? text_or_none(at->unit) : "";
}

const char *dti_reconciliation_part_unit_name(const dti_reconciliation *found, size_t part,
                                              dti_lang lang)
{
    const struct dti__solved_part *at = part_at(found, part);
    if (!at)
        return "";
    const char *name = dti__text2_in(dti__reconcile_unit_names(found, at->unit), lang);
    return *name ? name : text_or_none(at->unit);
}

int32_t dti_reconciliation_part_year(const dti_reconciliation *found, size_t part)
{
    const struct dti__solved_part *at = part_at(found, part);
    return at ? at->year : 0;
}

size_t dti_reconciliation_part_size(const dti_reconciliation *found, size_t part)
{
    const struct dti__solved_part *at = part_at(found, part);
    return at ? at->node_count : 0;
}

size_t dti_reconciliation_part_node(const dti_reconciliation *found, size_t part, size_t index)
{
    const struct dti__solved_part *at = part_at(found, part);
    return at && index < at->node_count ? at->nodes[index] : DTI_NONE;
}

int dti_reconciliation_part_range(const dti_reconciliation *found, size_t part, int64_t *low,
                                  int64_t *high)
{
    const struct dti__solved_part *at = part_at(found, part);
    return give(at != NULL, at ? at->range : DTI__SPAN_NONE, low, high);
}

int64_t dti_reconciliation_part_max(const dti_reconciliation *found, size_t part)
{
    const struct dti__solved_part *at = part_at(found, part);
    return at ? at->max_points : 0;
}
