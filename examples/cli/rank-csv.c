/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* A ranking as data: every place is a row, ranked or not. */
#include "rank-view.h"

#include "csv.h"
#include "nodes.h"

static const char *const titles[] = {
    "table",     "year",     "numbering", "code",       "basis",      "method",
    "by",        "unit",     "unit_name", "region",     "rank",       "worst_rank",
    "tie",       "out_of",   "points",    "half_width", "max_points", "value",
    "next_unit", "distance", "side",      "band",       "provenance", NULL,
};

/* As the library's documents call them. */
static const char *const methods[] = {"competition", "dense", "fractional", NULL};
static const char *const sides[] = {"below", "at", "above", NULL};

static void put_head(struct csv *csv, const struct rank_view *view)
{
    const dti_ranking *ranking = rank_asked(view);
    csv_text(csv, dti_table_id(view->table));
    csv_count(csv, dti_table_year(view->table));
    csv_text(csv, view->numbering);
    csv_text(csv, nodes_code(view->framework, view->node, view->numbering));
    csv_choice(csv, csv_bases, (int)dti_ranking_basis(ranking));
    csv_choice(csv, methods, (int)dti_ranking_method(ranking));
    csv_text(csv, view->is_apart ? "region" : "all");
}

static void put_rank(struct csv *csv, const struct rank_view *view, size_t place)
{
    const dti_ranking *ranking = rank_asked(view);
    const double rank = dti_ranking_rank(ranking, place);
    const size_t group = dti_ranking_group(ranking, place);
    csv_number_if(csv, rank > 0, rank);
    csv_number_if(csv, rank > 0, dti_ranking_worst(ranking, place));
    csv_count_if(csv, rank > 0, (int64_t)dti_ranking_tie(ranking, place));
    csv_count(csv, (int64_t)(view->is_apart ? dti_ranking_group_size(ranking, group)
                                            : rank_out_of(view)));
}

static void put_amount(struct csv *csv, const struct rank_view *view, size_t place)
{
    const dti_ranking *ranking = rank_asked(view);
    const int64_t most = dti_framework_node_max_points(view->framework, view->node);
    const int64_t points = dti_ranking_points(ranking, place);
    const bool has_points = dti_ranking_has_points(ranking, place) != 0;
    csv_points_if(csv, has_points, points);
    csv_points_if(csv, has_points,
                  dti_table_half_width(view->table, dti_ranking_row(ranking, place), view->node));
    csv_points(csv, most);
    csv_number_if(csv, has_points && most > 0, most > 0 ? (double)points / (double)most : 0);
}

static void put_next(struct csv *csv, const struct rank_view *view, size_t place)
{
    const dti_ranking *ranking = rank_asked(view);
    const size_t next = dti_ranking_next(ranking, place);
    int64_t points = 0;
    csv_text(csv, dti_units_unit_id(view->units, dti_ranking_unit(ranking, next)));
    const bool is_known =
        next != DTI_NONE &&
        dti_ranking_distance(ranking, place, (uint32_t)dti_ranking_rank(ranking, next), &points);
    csv_points_if(csv, is_known, points);
}

void rank_print_data(const struct rank_view *view, const struct args *args)
{
    const dti_ranking *ranking = rank_asked(view);
    struct csv csv = csv_begin(view->cli, args, titles);
    for (size_t place = 0; place < dti_ranking_count(ranking); place++) {
        const size_t entry = dti_ranking_unit(ranking, place);
        int side = 0;
        put_head(&csv, view);
        csv_text(&csv, dti_units_unit_id(view->units, entry));
        csv_text(&csv, rank_name(view, ranking, place));
        csv_text(&csv, dti_units_group_id(view->units, dti_units_unit_group(view->units, entry)));
        put_rank(&csv, view, place);
        put_amount(&csv, view, place);
        put_next(&csv, view, place);
        const bool has_side = dti_ranking_side(ranking, place, &side) != 0;
        csv_choice(&csv, sides, has_side ? side + 1 : -1);
        csv_text(&csv, dti_framework_band_id(view->framework, dti_ranking_band(ranking, place)));
        const size_t row = dti_ranking_row(ranking, place);
        const bool has_figure =
            dti_ranking_has_points(ranking, place) || dti_ranking_rank(ranking, place) > 0;
        csv_choice(&csv, csv_provenances,
                   has_figure ? (int)dti_table_provenance(view->table, row, view->node) : -1);
        csv_end_row(&csv);
    }
}
