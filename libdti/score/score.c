/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Scoring: lower the dossier, run the kernels, sum up every track, annotate. */
#include "base/rounding.h"
#include "diag/options.h"
#include "score/result.h"

static bool run_kernels(dti_result *result)
{
    const dti_framework *framework = result->dossier->framework;
    result->kernels =
        dti__arena_array(&result->arena, framework->tree_count, sizeof *result->kernels);
    for (size_t i = 0; result->kernels && i < framework->tree_count; i++) {
        struct dti__node_result *at = &result->nodes[i];
        if (!framework->nodes[i].rule)
            continue;
        if (!dti__kernel_compile(&framework->nodes[i], dti__bounds_extent(result->bounds, i),
                                 &dti__loops_plain, &result->arena, &result->kernels[i]))
            return false;
        struct dti__score score = dti__kernel_score(&result->kernels[i], result->row.columns, 0);
        at->quantity = score.quantity;
        at->share = score.share;
        at->rule_points = score.points;
        at->rule_state = score.state;
    }
    return result->kernels != NULL;
}

/* True if points that count are stated on a track: of nodes of the tree, or of absent indices. */
static bool has_stated(const dti_dossier *dossier, dti_track track)
{
    const dti_framework *framework = dossier->framework;
    int64_t points = 0;
    for (size_t i = 0; i < framework->node_count; i++)
        if ((i < framework->tree_count || framework->nodes[i].absent.is_given) &&
            dti__dossier_stated_amount(dossier, i, track, &points))
            return true;
    return false;
}

/* The track asked for, or the highest stated one that is there; DTI_TRACK_DEFAULT if nothing is
 * stated on the one asked for. */
static dti_track choose_track(const dti_dossier *dossier, dti_track wanted)
{
    if (wanted == DTI_TRACK_COMPUTED || (wanted == DTI_TRACK_SUPPORTED && dossier->has_evidence))
        return wanted;
    for (dti_track track = DTI_TRACK_FINAL; track >= DTI_TRACK_SELF; track = (dti_track)(track - 1))
        if ((wanted == DTI_TRACK_DEFAULT || wanted == track) && has_stated(dossier, track))
            return track;
    return wanted == DTI_TRACK_DEFAULT ? DTI_TRACK_COMPUTED : DTI_TRACK_DEFAULT;
}

static bool sum_tracks(dti_result *result)
{
    size_t count = result->dossier->framework->node_count;
    struct dti__outcome *outcomes = dti__arena_array(&result->arena, count, sizeof *outcomes);
    if (!outcomes)
        return false;
    dti_track last = result->has_support ? DTI_TRACK_SUPPORTED : DTI_TRACK_COMPUTED;
    for (dti_track track = DTI_TRACK_SELF; track <= last; track = (dti_track)(track + 1)) {
        dti__aggregate(result, track, outcomes);
        for (size_t i = 0; i < count; i++) {
            struct dti__node_result *at = &result->nodes[i];
            at->has_track[track] = outcomes[i].is_decided;
            at->tracks[track] = outcomes[i].is_decided ? outcomes[i].points : 0;
            if (track == result->track) {
                at->outcome = outcomes[i];
                result->points[i] = outcomes[i].points;
            }
        }
    }
    return true;
}

static bool find_support(dti_result *result)
{
    result->has_support = result->dossier->has_evidence;
    return !result->has_support ||
           dti__support_find(result->dossier, result->deadline, &result->arena, &result->support);
}

static bool fill(dti_result *result, const dti_collection *collection)
{
    const dti_framework *framework = result->dossier->framework;
    const size_t count = framework->node_count;
    result->nodes = dti__arena_array(&result->arena, count, sizeof *result->nodes);
    result->points = dti__arena_array(&result->arena, count, sizeof *result->points);
    result->values = dti__arena_array(&result->arena, count, sizeof *result->values);
    result->findings = dti__report_new(NULL);
    if (!result->nodes || !result->points || !result->values || !result->findings ||
        !find_support(result))
        return false;
    const struct dti__support *support = result->has_support ? &result->support : NULL;
    if (!dti__row_lower(result->dossier, support, &result->arena, &result->row) ||
        !run_kernels(result))
        return false;
    if (support && (!dti__support_points(result) || !dti__gaps_list(result, collection)))
        return false;
    if (!sum_tracks(result) || !dti__annotate(result))
        return false;
    dti__row_check(result->dossier, support, &result->row, result->findings);
    dti__compare_stated(result);
    return dti__report_result(result->findings, NULL) != DTI_E_NOMEM;
}

/* Rows of forms name inputs of their framework. */
static dti_status match_collection(const dti_collection *collection, const dti_framework *framework,
                                   dti_error **error)
{
    const dti_framework *own = collection->framework;
    if (dti__framework_is_same(own, framework))
        return DTI_OK;
    return dti__fail(error, DTI__MSG_COLLECTION_FRAMEWORK,
                     DTI__ARGS(DTI__TEXT(own->id), DTI__TEXT(own->version),
                               DTI__TEXT(framework->id), DTI__TEXT(framework->version)));
}

static dti_result *new_result(const dti_dossier *dossier, const dti_score_options *options,
                              const dti_allocator *allocator, dti_track track)
{
    struct dti__arena arena;
    dti__arena_init(&arena, allocator);
    dti_result *result = dti__arena_alloc(&arena, sizeof *result);
    if (!result)
        return NULL;
    atomic_init(&result->references, 1);
    result->arena = arena;
    result->dossier = dti_dossier_ref(dossier);
    result->bounds = dti_bounds_ref(options->bounds);
    result->deadline = dti_collection_deadline(options->collection, (int32_t)dossier->year);
    result->track = track;
    return result;
}

dti_status dti_score(const dti_dossier *dossier, const dti_score_options *options, dti_result **out,
                     dti_error **error)
{
    dti_score_options known = DTI_SCORE_OPTIONS_INIT;
    dti_allocator allocator;
    if (!dossier || !out)
        return dti__fail_null(error, dossier ? "out" : "dossier");
    dti_status status =
        dti__options_read(options, &known, sizeof known, "dti_score_options", error);
    if (status == DTI_OK)
        status = dti__options_allocator(known.allocator, &allocator, error);
    if (status == DTI_OK && known.bounds)
        status = dti__bounds_match(known.bounds, dossier->framework, error);
    if (status == DTI_OK && known.collection)
        status = match_collection(known.collection, dossier->framework, error);
    if (status != DTI_OK)
        return status;
    if (known.track < DTI_TRACK_DEFAULT || known.track > DTI_TRACK_SUPPORTED)
        return dti__fail(error, DTI__MSG_ARG_RANGE, DTI__ARGS(DTI__TEXT("track")));
    dti_track track = choose_track(dossier, known.track);
    if (track == DTI_TRACK_DEFAULT)
        return dti__fail(error, DTI__MSG_TRACK_ABSENT,
                         DTI__ARGS(DTI__NAMES(dti_track_name(known.track, DTI_LANG_VI),
                                              dti_track_name(known.track, DTI_LANG_EN))));
    int rounding = dti__rounding_begin();
    dti_result *result = new_result(dossier, &known, &allocator, track);
    bool is_filled = result && fill(result, known.collection);
    dti__rounding_end(rounding);
    if (!is_filled) {
        dti_result_unref(result);
        return dti__fail_nomem(error);
    }
    *out = result;
    return DTI_OK;
}
