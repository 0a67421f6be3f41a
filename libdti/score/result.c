/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
#include <dti/result.h>

#include "base/wide.h"
#include "score/result.h"

dti_result *dti_result_ref(const dti_result *result)
{
    dti_result *shared = (dti_result *)(uintptr_t)result;
    if (shared)
        atomic_fetch_add_explicit(&shared->references, 1, memory_order_relaxed);
    return shared;
}

void dti_result_unref(dti_result *result)
{
    if (!result || atomic_fetch_sub_explicit(&result->references, 1, memory_order_acq_rel) != 1)
        return;
    dti_dossier_unref(result->dossier);
    dti_bounds_unref(result->bounds);
    dti_report_unref(result->findings);
    struct dti__arena arena = result->arena; /* the result lies in its own arena */
    dti__arena_release(&arena);
}

const dti_dossier *dti_result_dossier(const dti_result *result)
{
    return result ? result->dossier : NULL;
}

const dti_bounds *dti_result_bounds(const dti_result *result)
{
    return result ? result->bounds : NULL;
}

dti_track dti_result_track(const dti_result *result)
{
    return result ? result->track : DTI_TRACK_DEFAULT;
}

const dti_report *dti_result_findings(const dti_result *result)
{
    return result ? result->findings : NULL;
}

size_t dti_result_node_count(const dti_result *result)
{
    return result ? result->dossier->framework->node_count : 0;
}

const int64_t *dti_result_points_of_all(const dti_result *result)
{
    return result ? result->points : NULL;
}

const double *dti_result_values_of_all(const dti_result *result)
{
    return result ? result->values : NULL;
}

static const struct dti__node_result *node_at(const dti_result *result, size_t node)
{
    return node < dti_result_node_count(result) ? &result->nodes[node] : NULL;
}

/* Getters of one number each. */
#define GETTER(type, name, expression)                                                             \
    type dti_result_##name(const dti_result *result, size_t node)                                  \
    {                                                                                              \
        const struct dti__node_result *at = node_at(result, node);                                 \
        return at ? (expression) : 0;                                                              \
    }

// clang-format off
GETTER(int64_t, points, at->outcome.points)
GETTER(int64_t, max_points, at->outcome.max_points)
GETTER(double, value, result->values[node])
GETTER(int64_t, lower, at->outcome.low)
GETTER(int64_t, upper, at->outcome.high)
GETTER(double, coverage, at->coverage)
GETTER(double, loss_share_of_parent, at->loss_of_parent)
GETTER(double, loss_share_of_overall, at->loss_of_overall)
GETTER(dti_state, state, (dti_state)at->outcome.state)
GETTER(int64_t, unallocated, at->outcome.unallocated)
GETTER(int64_t, unallocated_max, at->outcome.unallocated_max)
GETTER(int64_t, loss, at->loss)
GETTER(int64_t, certain_loss, at->is_unallocated ? 0 : at->outcome.max_points - at->outcome.high)
GETTER(dti_cause, cause, (dti_cause)at->cause)
GETTER(dti_step_kind, step, (dti_step_kind)at->step.kind)
GETTER(int64_t, step_gain, at->step.gain)
GETTER(double, step_amount, at->step.amount)
GETTER(size_t, agency_count, at->agency_count)
GETTER(size_t, stated_count, at->stated_count)
// clang-format on

int64_t dti_result_rescaled_points(const dti_result *result, size_t node)
{
    const struct dti__node_result *at = node_at(result, node);
    int64_t points = at ? at->outcome.points : 0;
    if (at && at->outcome.max_points > 0)
        (void)dti__muldiv(at->outcome.points, result->dossier->framework->nodes[node].max_points,
                          at->outcome.max_points, DTI__ROUND_HALF_EVEN, &points);
    return points;
}

static int is_track(dti_track track)
{
    return track >= DTI_TRACK_SELF && track <= DTI_TRACK_SUPPORTED;
}

int dti_result_has_track(const dti_result *result, size_t node, dti_track track)
{
    const struct dti__node_result *at = node_at(result, node);
    return at && is_track(track) ? at->has_track[track] : 0;
}

int64_t dti_result_track_points(const dti_result *result, size_t node, dti_track track)
{
    const struct dti__node_result *at = node_at(result, node);
    return at && is_track(track) ? at->tracks[track] : 0;
}

const char *dti_result_explanation(const dti_result *result, size_t node, dti_lang lang)
{
    const struct dti__node_result *at = node_at(result, node);
    return at && at->explanation != DTI_NONE
               ? dti__text2_in(result->dossier->explanations[at->explanation].text, lang)
               : "";
}

size_t dti_result_step_input(const dti_result *result, size_t node)
{
    const struct dti__node_result *at = node_at(result, node);
    return at ? at->step.input : DTI_NONE;
}

static const struct dti__agency *agency_at(const dti_result *result, size_t node, size_t index)
{
    const struct dti__node_result *at = node_at(result, node);
    return at && index < at->agency_count ? &result->dossier->agencies[at->agencies[index]] : NULL;
}

const char *dti_result_agency_id(const dti_result *result, size_t node, size_t index)
{
    const struct dti__agency *agency = agency_at(result, node, index);
    return agency ? agency->id : "";
}

const char *dti_result_agency_name(const dti_result *result, size_t node, size_t index,
                                   dti_lang lang)
{
    const struct dti__agency *agency = agency_at(result, node, index);
    return agency ? dti__text2_in(agency->names, lang) : "";
}

static const struct dti__stated *stated_at(const dti_result *result, size_t node, size_t index)
{
    const struct dti__node_result *at = node_at(result, node);
    return at && index < at->stated_count ? &result->dossier->stated[at->stated[index]] : NULL;
}

const char *dti_result_stated_text(const dti_result *result, size_t node, size_t index)
{
    const struct dti__stated *stated = stated_at(result, node, index);
    return stated ? stated->text : "";
}

dti_quantity_kind dti_result_stated_quantity(const dti_result *result, size_t node, size_t index)
{
    const struct dti__stated *stated = stated_at(result, node, index);
    return stated ? (dti_quantity_kind)stated->quantity : DTI_QUANTITY_POINTS;
}

dti_track dti_result_stated_track(const dti_result *result, size_t node, size_t index)
{
    const struct dti__stated *stated = stated_at(result, node, index);
    return stated ? (dti_track)stated->track : DTI_TRACK_DEFAULT;
}

int64_t dti_result_stated_amount(const dti_result *result, size_t node, size_t index)
{
    const struct dti__stated *stated = stated_at(result, node, index);
    return stated ? stated->amount : 0;
}

int dti_result_stated_difference(const dti_result *result, size_t node, size_t index,
                                 int64_t *difference)
{
    const struct dti__stated *stated = stated_at(result, node, index);
    if (!stated)
        return 0;
    /* A component's stated points are compared with what its rule gives: with themselves they would
     * always agree. */
    const struct dti__node_result *at = &result->nodes[node];
    bool is_component = result->dossier->framework->nodes[node].rule != NULL;
    int64_t amount = is_component ? at->rule_points : at->outcome.points;
    bool is_decided = at->outcome.decided == at->outcome.max_points;
    bool is_same_track = stated->track == (int)result->track || result->track > DTI_TRACK_FINAL;
    bool is_comparable =
        is_component ? at->rule_state == DTI_STATE_PRESENT : is_decided && is_same_track;
    if (stated->quantity == DTI_QUANTITY_VALUE)
        is_comparable = is_comparable && dti__muldiv(amount, DTI_POINT, at->outcome.max_points,
                                                     DTI__ROUND_HALF_EVEN, &amount);
    else if (stated->quantity != DTI_QUANTITY_POINTS)
        is_comparable = false;
    if (is_comparable && difference)
        *difference = amount - stated->amount;
    return is_comparable;
}

int64_t dti_result_at_risk(const dti_result *result, size_t node)
{
    return result && result->has_support
               ? dti_result_track_points(result, node, DTI_TRACK_COMPUTED) -
                     dti_result_track_points(result, node, DTI_TRACK_SUPPORTED)
               : 0;
}

size_t dti_result_evidence_count(const dti_result *result, size_t node)
{
    bool is_counted =
        result && result->has_support && node < result->dossier->framework->tree_count;
    return is_counted ? result->support.nodes[node].qualifying : 0;
}

size_t dti_result_gap_count(const dti_result *result)
{
    return result ? result->gap_count : 0;
}

static const struct dti__gap *gap_at(const dti_result *result, size_t index)
{
    return index < dti_result_gap_count(result) ? &result->gaps[index] : NULL;
}

dti_gap dti_result_gap(const dti_result *result, size_t index)
{
    const struct dti__gap *gap = gap_at(result, index);
    return gap ? (dti_gap)gap->kind : DTI_GAP_MISSING;
}

size_t dti_result_gap_node(const dti_result *result, size_t index)
{
    const struct dti__gap *gap = gap_at(result, index);
    return gap ? gap->node : DTI_NONE;
}

size_t dti_result_gap_evidence(const dti_result *result, size_t index)
{
    const struct dti__gap *gap = gap_at(result, index);
    return gap ? gap->record : DTI_NONE;
}

int64_t dti_result_gap_points(const dti_result *result, size_t index)
{
    const struct dti__gap *gap = gap_at(result, index);
    return gap ? gap->points : 0;
}

const char *dti_result_gap_agency(const dti_result *result, size_t index)
{
    const struct dti__gap *gap = gap_at(result, index);
    return gap ? gap->agency : "";
}
