/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Losses as data: every item is a row. */
#include "losses-view.h"

#include "csv.h"
#include "nodes.h"

static const char *const titles[] = {
    "framework", "unit",         "year",     "numbering",   "main", "code",
    "kind",      "track",        "points",   "max_points",  "loss", "loss_certain",
    "share",     "cause",        "agencies", "explanation", "step", "step_assumed",
    "step_gain", "step_overall", "rank",     "rank_after",  "name", NULL,
};

/* As the library's documents call them. */
static const char *const kinds[] = {"component", "unallocated", "whole", NULL};

static size_t top_of(const dti_framework *framework, size_t node)
{
    while (dti_framework_node_parent(framework, node) != DTI_NONE) {
        node = dti_framework_node_parent(framework, node);
    }
    return node;
}

static void put_item(struct csv *csv, const struct losses_view *view, size_t item)
{
    const size_t node = dti_losses_node(view->losses, item);
    const size_t main = top_of(view->framework, node);
    const bool is_rest = dti_losses_kind(view->losses, item) == DTI_LOSS_UNALLOCATED;
    const int64_t most = is_rest ? dti_result_unallocated_max(view->result, node)
                                 : dti_result_max_points(view->result, node);
    csv_text(csv, dti_framework_id(view->framework));
    csv_text(csv, dti_dossier_unit_id(view->dossier));
    csv_count(csv, dti_dossier_year(view->dossier));
    csv_text(csv, view->numbering);
    csv_text(csv, nodes_code(view->framework, main, view->numbering));
    csv_text(csv, nodes_code(view->framework, node, view->numbering));
    csv_choice(csv, kinds, (int)dti_losses_kind(view->losses, item));
    csv_text(csv, dti_track_id(dti_result_track(view->result)));
    csv_points(csv, most - dti_losses_points(view->losses, item));
    csv_points(csv, most);
    csv_points(csv, dti_losses_points(view->losses, item));
    csv_points(csv, dti_losses_certain(view->losses, item));
    csv_number(csv, dti_losses_share(view->losses, item));
    csv_text(csv, dti_cause_id(dti_losses_cause(view->losses, item)));
}

static void put_reasons(struct csv *csv, const struct losses_view *view, size_t item)
{
    const size_t node = dti_losses_node(view->losses, item);
    const bool is_rest = dti_losses_kind(view->losses, item) == DTI_LOSS_UNALLOCATED;
    struct text agencies = TEXT_EMPTY;
    for (size_t i = 0; i < dti_result_agency_count(view->result, node); i++) {
        text_add_item(&agencies, " ", dti_result_agency_id(view->result, node, i));
    }
    csv_text(csv, text_get(&agencies));
    csv_text(csv, is_rest ? "" : dti_result_explanation(view->result, node, view->cli->lang));
    text_free(&agencies);
}

static void put_step(struct csv *csv, const struct losses_view *view, size_t item)
{
    const size_t node = dti_losses_node(view->losses, item);
    const size_t overall = dti_framework_overall(view->framework);
    const int64_t gain = dti_losses_step_gain(view->losses, item, node);
    char step[512] = "";
    uint32_t before = 0;
    uint32_t after = 0;
    if (gain != 0) {
        dti_result_step_format(view->result, node, view->cli->lang, step, sizeof step);
    }
    const bool has_rank = dti_losses_step_rank(view->losses, item, overall, &before, &after) != 0;
    csv_text(csv, step);
    csv_count_if(csv, gain != 0, dti_losses_step_is_assumed(view->losses, item));
    csv_points_if(csv, gain != 0, gain);
    csv_points_if(csv, gain != 0, dti_losses_step_gain(view->losses, item, overall));
    csv_count_if(csv, has_rank, before);
    csv_count_if(csv, has_rank, after);
}

void losses_print_data(const struct losses_view *view, const struct args *args)
{
    struct csv csv = csv_begin(view->cli, args, titles);
    for (size_t item = 0; item < dti_losses_count(view->losses); item++) {
        put_item(&csv, view, item);
        put_reasons(&csv, view, item);
        put_step(&csv, view, item);
        csv_text(&csv, dti_framework_node_name(view->framework, dti_losses_node(view->losses, item),
                                               view->cli->lang));
        csv_end_row(&csv);
    }
}
