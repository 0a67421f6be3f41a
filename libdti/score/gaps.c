/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Gaps: what keeps evidence from carrying the components, who can close it, and which points hang
 * on it. */
#include "score/result.h"

#include <string.h>

/* What is at risk of a component, before sums. */
static int64_t risk_of(const dti_result *result, size_t node)
{
    const struct dti__node_result *at = &result->nodes[node];
    return at->rule_state == DTI_STATE_PRESENT ? at->rule_points - at->supported_points : 0;
}

static unsigned count_bits(unsigned set)
{
    unsigned count = 0;
    for (; set != 0; set &= set - 1)
        count++;
    return count;
}

static dti_gap first_of(unsigned set)
{
    unsigned gap = 0;
    while (!(set >> gap & 1))
        gap++;
    return (dti_gap)gap;
}

/* The verdict of the record that is nearest to qualifying: with the fewest gaps, and the first of
 * those. NULL: every record qualifies, or there is none. */
static const struct dti__verdict *nearest(const dti_result *result, size_t node)
{
    const struct dti__backing *backing = &result->support.nodes[node];
    const struct dti__verdict *best = NULL;
    unsigned fewest = DTI__GAP_COUNT;
    for (size_t i = 0; i < backing->count; i++) {
        const struct dti__verdict *verdict = &result->support.verdicts[backing->first + i];
        unsigned count = count_bits(verdict->gaps & DTI__GAPS_BLOCKING);
        if (count > 0 && count < fewest) {
            best = verdict;
            fewest = count;
        }
    }
    return best;
}

/* ── who can close a gap ── */

/* Whoever reports a figure; NULL where nobody does, and where several do: none of eighteen
 * districts answers for the others. */
static const char *agency_of_figure(const dti_dossier *dossier, size_t input)
{
    const struct dti__figure *figure = &dossier->figures[input];
    const char *reporter = NULL;
    for (size_t i = 0; i < figure->report_count; i++) {
        const char *another = figure->reports[i].reporter;
        if (reporter && another && strcmp(reporter, another) != 0)
            return NULL;
        reporter = another ? another : reporter;
    }
    return reporter || !figure->has_origin ? reporter : figure->origin.agency;
}

static bool asks_for(const struct dti__form_line *row, size_t input)
{
    for (size_t i = 0; i < row->part_count; i++)
        if (row->parts[i].input == input)
            return true;
    return row->input == input;
}

/* Whoever fills in a form: its one reporter, or the agency that they all belong to. */
static const char *agency_of_form(const dti_collection *collection, size_t form)
{
    const char *reporter = NULL;
    for (size_t i = 0; i < collection->reporter_count; i++) {
        if (collection->reporters[i].form != form)
            continue;
        if (reporter)
            return collection->forms[form].agency_id;
        reporter = collection->reporters[i].id;
    }
    return reporter;
}

/* Whoever is asked for an input first. */
static const char *agency_asked(const dti_collection *collection, size_t input)
{
    const char *agency = NULL;
    for (size_t i = 0; collection && !agency && i < collection->row_count; i++)
        if (asks_for(&collection->rows[i], input))
            agency = agency_of_form(collection, collection->rows[i].form);
    return agency;
}

/* Whoever reports the first input of the component; or what that derives from. "" if nobody is
 * known, NULL when out of memory: the collection may be gone before the result. */
static const char *agency_of_component(dti_result *result, size_t node,
                                       const dti_collection *collection)
{
    const dti_framework *framework = result->dossier->framework;
    const struct dti__rule *rule = framework->nodes[node].rule;
    for (size_t input = rule->read_count > 0 ? rule->reads[0] : DTI_NONE; input != DTI_NONE;) {
        const struct dti__quantity *derive = &framework->inputs[input].derive;
        const char *agency = agency_of_figure(result->dossier, input);
        if (agency)
            return agency;
        agency = agency_asked(collection, input);
        if (agency)
            return dti__arena_text(&result->arena, agency, strlen(agency));
        input = derive->form == DTI__FORM_NONE ? DTI_NONE : derive->of.inputs[0];
    }
    return "";
}

/* ── the list ── */

static bool needs_evidence(const dti_result *result, size_t node)
{
    const struct dti__node *at = &result->dossier->framework->nodes[node];
    return at->rule && at->evidence && result->nodes[node].rule_state != DTI_STATE_NOT_APPLICABLE;
}

/* A component whose records all qualify and yet do not suffice, or that has none. */
static bool is_short(const dti_result *result, size_t node)
{
    const struct dti__backing *backing = &result->support.nodes[node];
    const struct dti__requirement *evidence = result->dossier->framework->nodes[node].evidence;
    return needs_evidence(result, node) && !nearest(result, node) &&
           (backing->qualifying < (size_t)evidence->count || risk_of(result, node) > 0);
}

static size_t count_gaps(const dti_result *result)
{
    size_t count = 0;
    for (size_t i = 0; i < result->support.verdict_count; i++)
        count += count_bits(result->support.verdicts[i].gaps);
    for (size_t i = 0; i < result->dossier->framework->tree_count; i++)
        count += is_short(result, i);
    return count;
}

static void add(dti_result *result, struct dti__gap gap)
{
    result->gaps[result->gap_count++] = gap;
}

static void add_records(dti_result *result, size_t node, const char *agency)
{
    const struct dti__backing *backing = &result->support.nodes[node];
    const struct dti__verdict *closest = nearest(result, node);
    for (size_t i = 0; i < backing->count; i++) {
        const struct dti__verdict *verdict = &result->support.verdicts[backing->first + i];
        const char *reporter = result->dossier->evidence[verdict->record]->content.reporter;
        for (unsigned rest = verdict->gaps; rest != 0; rest &= rest - 1) {
            dti_gap kind = first_of(rest);
            bool carries = verdict == closest && rest == verdict->gaps;
            add(result, (struct dti__gap){.kind = (int)kind,
                                          .node = node,
                                          .record = verdict->record,
                                          .points = carries ? risk_of(result, node) : 0,
                                          .agency = reporter ? reporter : agency});
        }
    }
}

bool dti__gaps_list(dti_result *result, const dti_collection *collection)
{
    size_t nodes = result->dossier->framework->tree_count;
    result->gaps = dti__arena_array(&result->arena, count_gaps(result), sizeof *result->gaps);
    for (size_t i = 0; result->gaps && i < nodes; i++) {
        bool has_records = result->support.nodes[i].count > 0;
        bool lacks = is_short(result, i);
        if (!has_records && !lacks)
            continue;
        const char *agency = agency_of_component(result, i, collection);
        if (!agency)
            return false;
        if (lacks)
            add(result, (struct dti__gap){.kind = has_records ? DTI_GAP_TOO_FEW : DTI_GAP_MISSING,
                                          .node = i,
                                          .record = DTI_NONE,
                                          .points = risk_of(result, i),
                                          .agency = agency});
        add_records(result, i, agency);
    }
    return result->gaps != NULL;
}
