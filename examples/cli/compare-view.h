/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* A comparison as data, or as a page to read, in the order in which its parts are printed. */
#ifndef DTI_CLI_COMPARE_VIEW_H
#define DTI_CLI_COMPARE_VIEW_H

#include "args.h"
#include "figure.h"

struct compare_view {
    const struct cli *cli;
    const dti_comparison *comparison;
    const dti_table *tables[2];     /* by dti_side */
    const dti_framework *framework; /* of the later table */
    const dti_units *units;
    const char *numbering;
    const dti_table
        *origin; /* what the earlier table was before it was carried over; NULL: itself */
    bool is_by_population;
    size_t entry; /* the unit to look at; DTI_NONE: all */
    size_t unit;  /* of the comparison; DTI_NONE: in none of the tables, or all */
    bool is_sorted;
    dti_improved_by sort;
    size_t top; /* 0: all */
};

/* Years and other words that are needed again and again. */
struct figure compare_year(const struct compare_view *view, dti_side side);
const char *compare_name(const struct compare_view *view, size_t unit);
/* The name of a line, and its code in the numbering. */
const char *compare_line_name(const struct compare_view *view, size_t line);
const char *compare_line_code(const struct compare_view *view, size_t line);

/* Figures of a line and a unit: as printed where they were; "–" for what is not known. */
struct figure compare_value(const struct compare_view *view, size_t line, size_t unit,
                            dti_side side);
struct figure compare_points(const struct compare_view *view, size_t line, size_t unit,
                             dti_side side);
struct figure compare_rank(const struct compare_view *view, size_t line, size_t unit,
                           dti_side side);
/* Changes, with their sign. */
struct figure compare_value_change(const struct compare_view *view, size_t line, size_t unit);
struct figure compare_rank_change(const struct compare_view *view, size_t line, size_t unit);

bool compare_has_amount(const struct compare_view *view, size_t line, size_t unit, dti_side side);

struct compare_lines { /* of nodes after that have one; indices, then main indicators */
    size_t *lines;
    size_t count;
    size_t overall;
    size_t first_main;
};
bool compare_has_rank(const struct compare_view *view, size_t line);

/* Titles of columns that are about one year: "Hạng\n2021". They live as long as this. */
struct compare_titles {
    struct figure texts[8];
    size_t count;
};
const char *compare_title(const struct compare_view *view, struct compare_titles *titles,
                          enum word what, dti_side side);

/* What is compared with what, and by which way. */
void compare_print_head(const struct compare_view *view);
/* One unit: pillars, ranks, values, and what could not be compared. */
void compare_print_unit(const struct compare_view *view);
void compare_print_limits(const struct compare_view *view, const struct compare_lines *lines);
/* All units by the overall index. */
void compare_print_list(const struct compare_view *view);
/* What does not hold together. */
int compare_print_findings(const struct compare_view *view);
/* As data for other programs: CSV. */
void compare_print_data(const struct compare_view *view, const struct args *args);

#endif
