/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* A result as data: every node is a row, with its points on the track of the result; what the other
 * tracks say stands beside them. */
#include "score-view.h"

#include "csv.h"
#include "nodes.h"

/* The first ten are the observation, the rest is about it. */
static const char *const titles[] = {
    "framework",
    "unit",
    "year",
    "numbering",
    "code",
    "track",
    "points",
    "max_points",
    "value",
    "state",
    "lower",
    "upper",
    "coverage",
    "self",
    "appraised",
    "final",
    "computed",
    "supported",
    "kind",
    "name",
    "unit_name",
    "max_points_provenance",
    "rule_provenance",
    "framework_version",
    NULL,
};

/* As the library's documents call them. */
static const char *const states[] = {"present",      "missing",  "not-applicable",
                                     "not-assessed", "rejected", NULL};
static const char *const kinds[] = {"component", "group", "main", "index", NULL};

/* Nothing where a node has no points: a 0 would count in a mean. */
static void put_track(struct csv *csv, const dti_result *result, size_t node, dti_track track)
{
    csv_points_if(csv, dti_result_has_track(result, node, track) != 0,
                  dti_result_track_points(result, node, track));
}

static void put_observation(struct csv *csv, const struct score_view *view, size_t node)
{
    const dti_result *result = view->result;
    bool has_value =
        dti_result_has_track(result, node, view->track) && dti_result_max_points(result, node) != 0;
    csv_text(csv, dti_framework_id(view->framework));
    csv_text(csv, dti_dossier_unit_id(view->dossier));
    csv_count(csv, dti_dossier_year(view->dossier));
    csv_text(csv, view->numbering);
    csv_text(csv, nodes_code(view->framework, node, view->numbering));
    csv_text(csv, dti_track_id(view->track));
    put_track(csv, result, node, view->track);
    csv_points(csv, dti_result_max_points(result, node));
    csv_number_if(csv, has_value, dti_result_value(result, node));
    csv_choice(csv, states, (int)dti_result_state(result, node));
}

static void put_rest(struct csv *csv, const struct score_view *view, size_t node)
{
    const dti_framework *framework = view->framework;
    dti_lang lang = view->cli->lang;
    csv_points(csv, dti_result_lower(view->result, node));
    csv_points(csv, dti_result_upper(view->result, node));
    csv_number(csv, dti_result_coverage(view->result, node));
    for (int track = DTI_TRACK_SELF; track <= DTI_TRACK_SUPPORTED; track++) {
        put_track(csv, view->result, node, (dti_track)track);
    }
    dti_node_kind kind = dti_framework_node_kind(framework, node);
    bool has_rule = kind == DTI_NODE_INDEX || dti_framework_node_child_count(framework, node) == 0;
    csv_choice(csv, kinds, (int)kind);
    csv_text(csv, dti_framework_node_name(framework, node, lang));
    csv_text(csv, dti_dossier_unit_name(view->dossier, lang));
    csv_choice(csv, csv_provenances,
               (int)dti_framework_node_provenance(framework, node, DTI_PART_MAX_POINTS));
    csv_choice(csv, csv_provenances,
               has_rule ? (int)dti_framework_node_provenance(framework, node, DTI_PART_RULE) : -1);
    csv_text(csv, dti_framework_version(framework));
}

void score_print_data(const struct score_view *view, const struct args *args)
{
    struct csv csv = csv_begin(view->cli, args, titles);
    for (size_t node = 0; node < dti_result_node_count(view->result); node++) {
        put_observation(&csv, view, node);
        put_rest(&csv, view, node);
        csv_end_row(&csv);
    }
}
