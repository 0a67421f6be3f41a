/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The result as a document: every node with its tracks, losses, trace and provenance. */
#include <dti/result.h>

#include "base/rounding.h"
#include "io/binding.h"
#include "io/result-parts.h"

static const char *const kinds[] = {"component", "group", "main", "index"};
static const char *const steps[] = {"none", "percent-point", "unit", "tier", "answer", "item"};
static const char *const quantities[] = {"points", "value",      "percent",
                                         "rank",   "difference", "count"};

/* ── head ── */

/* An object that is known by its content. A digest is empty only where memory ran out. */
static void write_digest(struct dti__result_document *document, cJSON *object, const char *digest)
{
    document->writer.out_of_memory = document->writer.out_of_memory || !*digest;
    dti__write_text(&document->writer, object, "digest", digest);
}

static void write_head(struct dti__result_document *document, cJSON *tree)
{
    struct dti__writer *writer = &document->writer;
    const dti_dossier *dossier = document->result->dossier;
    const dti_bounds *bounds = document->result->bounds;
    dti__write_text(writer, tree, "format", "dti-result/1");
    cJSON *library = dti__write_object(writer, tree, "library");
    dti__write_text(writer, library, "name", "libdti");
    dti__write_text(writer, library, "version", dti_version());
    cJSON *algorithm = dti__write_object(writer, tree, "algorithm");
    dti__write_text(writer, algorithm, "id", "dti-score");
    dti__write_number(writer, algorithm, "version", dti_algorithm_version());
    dti__write_binding(writer, tree, document->framework);
    cJSON *source = dti__write_object(writer, tree, "dossier");
    dti__write_text(writer, source, "id", dossier->id);
    write_digest(document, source, dti_dossier_digest(dossier));
    if (bounds)
        write_digest(document, dti__write_object(writer, tree, "bounds"),
                     dti_bounds_digest(bounds));
    else
        dti__write_null(writer, tree, "bounds");
    cJSON *unit = dti__write_object(writer, tree, "unit");
    dti__write_text(writer, unit, "id", dossier->unit_id);
    if (dossier->unit_names.vi)
        dti__write_names_if(writer, unit, "names", dossier->unit_names);
    else
        dti__write_null(writer, unit, "names");
    dti__write_number(writer, tree, "year", (double)dossier->year);
    dti__write_text(writer, tree, "numbering", document->numbering);
    dti__write_text(writer, tree, "track", dti_track_id(document->result->track));
}

/* The tracks that any node has points on. */
static void write_tracks_present(struct dti__result_document *document, cJSON *tree)
{
    cJSON *tracks = dti__write_array(&document->writer, tree, "tracks");
    for (dti_track track = DTI_TRACK_SELF; track <= DTI_TRACK_SUPPORTED;
         track = (dti_track)(track + 1)) {
        bool is_present = track == document->result->track;
        for (size_t i = 0; !is_present && i < document->framework->node_count; i++)
            is_present = document->result->nodes[i].has_track[track];
        if (is_present)
            dti__write_text(&document->writer, tracks, NULL, dti_track_id(track));
    }
}

/* ── one node ── */

static void write_parents(struct dti__result_document *document, cJSON *object, size_t node)
{
    const dti_framework *framework = document->framework;
    cJSON *parents = dti__write_array(&document->writer, object, "parents");
    size_t parent = framework->nodes[node].parent;
    if (parent != DTI_NONE)
        dti__write_text(&document->writer, parents, NULL,
                        dti_framework_node_code(framework, parent, document->numbering));
    for (size_t i = framework->tree_count; i < framework->node_count; i++)
        for (size_t k = 0; k < framework->nodes[i].child_count; k++)
            if (framework->nodes[i].children[k] == node)
                dti__write_text(&document->writer, parents, NULL,
                                dti_framework_node_code(framework, i, document->numbering));
}

static void write_points(struct dti__result_document *document, cJSON *object, size_t node)
{
    struct dti__writer *writer = &document->writer;
    const dti_result *result = document->result;
    const struct dti__outcome *outcome = &result->nodes[node].outcome;
    dti__write_points(writer, object, "points", outcome->points);
    dti__write_points(writer, object, "max_points", outcome->max_points);
    dti__write_points(writer, object, "nominal_max_points",
                      document->framework->nodes[node].max_points);
    if (outcome->max_points != 0)
        dti__write_number(writer, object, "value", dti_result_value(result, node));
    else
        dti__write_null(writer, object, "value");
    dti__write_text(writer, object, "state", dti__state_words[outcome->state]);
    dti__write_points(writer, object, "lower", outcome->low);
    dti__write_points(writer, object, "upper", outcome->high);
    dti__write_number(writer, object, "coverage", dti_result_coverage(result, node));
    cJSON *tracks = dti__write_object(writer, object, "tracks");
    for (dti_track track = DTI_TRACK_SELF; track <= DTI_TRACK_SUPPORTED;
         track = (dti_track)(track + 1)) {
        if (result->nodes[node].has_track[track])
            dti__write_points(writer, tracks, dti_track_id(track),
                              result->nodes[node].tracks[track]);
        else
            dti__write_null(writer, tracks, dti_track_id(track));
    }
}

/* Only where points of a node are stated and its components do not account for all of them, or
 * could not. */
static void write_unallocated(struct dti__result_document *document, cJSON *object, size_t node)
{
    const struct dti__outcome *outcome = &document->result->nodes[node].outcome;
    if (outcome->unallocated == 0 && outcome->unallocated_max == 0) {
        dti__write_null(&document->writer, object, "unallocated");
        return;
    }
    cJSON *unallocated = dti__write_object(&document->writer, object, "unallocated");
    dti__write_points(&document->writer, unallocated, "points", outcome->unallocated);
    dti__write_points(&document->writer, unallocated, "max_points", outcome->unallocated_max);
}

static void write_loss(struct dti__result_document *document, cJSON *object, size_t node)
{
    struct dti__writer *writer = &document->writer;
    const dti_result *result = document->result;
    const struct dti__node_result *at = &result->nodes[node];
    if (at->is_unallocated) {
        dti__write_null(writer, object, "loss");
        dti__write_null(writer, object, "loss_certain");
        dti__write_null(writer, object, "loss_share_of_parent");
        dti__write_null(writer, object, "loss_share_of_overall");
    } else {
        dti__write_points(writer, object, "loss", at->loss);
        dti__write_points(writer, object, "loss_certain", dti_result_certain_loss(result, node));
        dti__write_number(writer, object, "loss_share_of_parent", at->loss_of_parent);
        dti__write_number(writer, object, "loss_share_of_overall", at->loss_of_overall);
    }
    dti__write_text(writer, object, "cause", dti_cause_id((dti_cause)at->cause));
    if (at->explanation != DTI_NONE)
        dti__write_names_if(writer, object, "explanation",
                            result->dossier->explanations[at->explanation].text);
    else
        dti__write_null(writer, object, "explanation");
}

static void write_stated(struct dti__result_document *document, cJSON *object, size_t node)
{
    struct dti__writer *writer = &document->writer;
    const dti_result *result = document->result;
    cJSON *array = dti__write_array(writer, object, "stated");
    for (size_t i = 0; i < result->nodes[node].stated_count; i++) {
        const struct dti__stated *stated = &result->dossier->stated[result->nodes[node].stated[i]];
        int64_t difference = 0;
        cJSON *entry = dti__write_object(writer, array, NULL);
        dti__write_text(writer, entry, "quantity", quantities[stated->quantity]);
        dti__write_text(writer, entry, "track", dti_track_id((dti_track)stated->track));
        dti__write_text(writer, entry, "text", stated->text);
        dti__write_points(writer, entry, "number", stated->amount);
        dti__write_number(writer, entry, "decimals", (double)stated->decimals);
        if (dti_result_stated_difference(result, node, i, &difference))
            dti__write_points(writer, entry, "difference", difference);
        else
            dti__write_null(writer, entry, "difference");
    }
}

static void write_step(struct dti__result_document *document, cJSON *object, size_t node)
{
    struct dti__writer *writer = &document->writer;
    const struct dti__step *step = &document->result->nodes[node].step;
    if (step->kind == DTI_STEP_NONE) {
        dti__write_null(writer, object, "step");
        return;
    }
    cJSON *entry = dti__write_object(writer, object, "step");
    dti__write_text(writer, entry, "kind", steps[step->kind]);
    dti__write_text(writer, entry, "input", document->framework->inputs[step->input].id);
    dti__write_number(writer, entry, "amount", step->amount);
    dti__write_points(writer, entry, "gain", step->gain);
}

static void write_agencies(struct dti__result_document *document, cJSON *object, size_t node)
{
    struct dti__writer *writer = &document->writer;
    const struct dti__node_result *at = &document->result->nodes[node];
    cJSON *array = dti__write_array(writer, object, "agencies");
    for (size_t i = 0; i < at->agency_count; i++) {
        const struct dti__agency *agency = &document->result->dossier->agencies[at->agencies[i]];
        cJSON *entry = dti__write_object(writer, array, NULL);
        dti__write_text(writer, entry, "id", agency->id);
        if (agency->names.vi)
            dti__write_names_if(writer, entry, "names", agency->names);
        else
            dti__write_null(writer, entry, "names");
    }
}

static void write_provenance(struct dti__result_document *document, cJSON *object, size_t node)
{
    static const char *const parts[] = {"code", "name", "max_points", "rule"};
    const struct dti__node *at = &document->framework->nodes[node];
    cJSON *provenance = dti__write_object(&document->writer, object, "provenance");
    for (int i = 0; i < 4; i++) {
        bool has_rule = at->rule || (at->kind == DTI_NODE_INDEX && !at->absent.is_given);
        if (i == DTI_PART_RULE && !has_rule)
            dti__write_null(&document->writer, provenance, parts[i]);
        else
            dti__write_text(&document->writer, provenance, parts[i],
                            dti__provenance_words[at->provenance[i].kind]);
    }
}

static void write_node(struct dti__result_document *document, cJSON *array, size_t node)
{
    struct dti__writer *writer = &document->writer;
    const struct dti__node *at = &document->framework->nodes[node];
    const char *code = dti_framework_node_code(document->framework, node, document->numbering);
    cJSON *object = dti__write_object(writer, array, NULL);
    if (*code)
        dti__write_text(writer, object, "code", code);
    else
        dti__write_null(writer, object, "code");
    dti__write_text(writer, object, "kind", kinds[at->kind]);
    dti__write_names_if(writer, object, "names", at->names);
    write_parents(document, object, node);
    write_points(document, object, node);
    write_unallocated(document, object, node);
    write_loss(document, object, node);
    dti__result_write_gaps(document, object, node);
    write_stated(document, object, node);
    write_step(document, object, node);
    write_agencies(document, object, node);
    dti__result_write_trace(document, object, node);
    write_provenance(document, object, node);
}

static void write_findings(struct dti__result_document *document, cJSON *tree)
{
    const dti_report *findings = document->result->findings;
    cJSON *array = dti__write_array(&document->writer, tree, "findings");
    for (size_t i = 0; i < dti_report_count(findings); i++) {
        const char *code = dti_report_arg(findings, i, 0);
        size_t node =
            dti_framework_find(document->framework, document->result->dossier->numbering, code);
        cJSON *entry = dti__write_finding(&document->writer, array, findings, i, document->lang);
        const char *shown = dti_framework_node_code(document->framework, node, document->numbering);
        if (*shown)
            dti__write_text(&document->writer, entry, "code", shown);
        else
            dti__write_null(&document->writer, entry, "code");
    }
}

static cJSON *build(struct dti__result_document *document)
{
    cJSON *tree = cJSON_CreateObject();
    size_t overall = document->framework->overall;
    if (!tree)
        return NULL;
    write_head(document, tree);
    write_tracks_present(document, tree);
    dti__write_number(&document->writer, tree, "coverage",
                      overall == DTI_NONE ? 1 : dti_result_coverage(document->result, overall));
    dti__result_write_risk(document, tree);
    cJSON *nodes = dti__write_array(&document->writer, tree, "nodes");
    for (size_t i = 0; i < document->framework->node_count; i++)
        write_node(document, nodes, i);
    write_findings(document, tree);
    if (!document->writer.out_of_memory)
        return tree;
    dti__json_free(tree);
    return NULL;
}

dti_status dti_result_write(const dti_result *result, const char *numbering, dti_lang lang,
                            dti_text **out, dti_error **error)
{
    if (!result || !out)
        return dti__fail_null(error, result ? "out" : "result");
    struct dti__result_document document = {
        .result = result, .framework = result->dossier->framework, .lang = lang};
    document.numbering = numbering ? numbering : result->dossier->numbering;
    if (!dti__framework_has_numbering(document.framework, document.numbering))
        return dti__fail(error, DTI__MSG_NUMBERING_UNKNOWN,
                         DTI__ARGS(DTI__TEXT(document.numbering)));
    int rounding = dti__rounding_begin();
    cJSON *tree = build(&document);
    dti__rounding_end(rounding);
    return dti__write_out(tree, &result->arena.allocator, out, error);
}
