/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* A ranking as data, or as a page to read, in the order in which its parts are printed. */
#ifndef DTI_CLI_RANK_VIEW_H
#define DTI_CLI_RANK_VIEW_H

#include "args.h"
#include "figure.h"

struct rank_view {
    const struct cli *cli;
    const dti_table *table;
    const dti_framework *framework;
    const dti_units *units;
    const char *numbering;
    size_t node;
    dti_ranking *all;     /* of all units together */
    dti_ranking *regions; /* each region by itself */
    bool is_apart;        /* what was asked for is the latter */
    bool is_grouped;      /* the table ranks its groups apart: there is no other ranking */
    bool has_regions;
    size_t entry;  /* the unit to look at closely; DTI_NONE: none */
    uint32_t goal; /* the rank that it wants; 0: none */
};

static inline const dti_ranking *rank_asked(const struct rank_view *view)
{
    return view->is_apart ? view->regions : view->all;
}

/* A rank, which may end in a half. */
struct figure rank_figure(const struct rank_view *view, double rank);

/* The amount of a place as a value: as printed, where it was; "–" without one. */
struct figure rank_value(const struct rank_view *view, const dti_ranking *ranking, size_t place);

/* Points as a value. */
struct figure rank_value_of(const struct rank_view *view, int64_t points);

const char *rank_name(const struct rank_view *view, const dti_ranking *ranking, size_t place);

/* How many have a rank. */
size_t rank_ranked(const struct rank_view *view);

/* How many units were ranked, or could be. */
size_t rank_out_of(const struct rank_view *view);

/* What it is about, what it rests on, what is missing, ties, mean. */
void rank_print_head(const struct rank_view *view);

/* One unit: its rank, its rank in its region, what it lacks to the next one and to its goal. */
void rank_print_unit(const struct rank_view *view);

/* All places. */
void rank_print_list(const struct rank_view *view);

/* As data for other programs: CSV. */
void rank_print_data(const struct rank_view *view, const struct args *args);

#endif
