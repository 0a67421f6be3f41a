/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Data for other programs: CSV as RFC 4180 has it, with decimal points, one observation a row. */
#ifndef DTI_CLI_CSV_H
#define DTI_CLI_CSV_H

#include "args.h"

struct csv {
    FILE *file;
    bool has_cell; /* the row has one already */
};

/* Begins on standard output: the byte order mark if --bom is given, and the row of titles, which
 * are ASCII in snake_case and end with NULL. */
struct csv csv_begin(const struct cli *cli, const struct args *args, const char *const *titles);

/* The next cell. "" and NULL are an empty one: what is not known. */
void csv_text(struct csv *csv, const char *text);

/* Points, exactly. */
void csv_points(struct csv *csv, int64_t points);

/* A figure, with all digits that tell it from others; NaN is an empty cell. */
void csv_number(struct csv *csv, double number);
void csv_count(struct csv *csv, int64_t count);

/* The same, or an empty cell for what is not known. */
void csv_number_if(struct csv *csv, bool is_known, double number);
void csv_points_if(struct csv *csv, bool is_known, int64_t points);
void csv_count_if(struct csv *csv, bool is_known, int64_t count);

/* A choice by its word, as the library's documents call it, from a list that ends with NULL. Empty
 * for what a newer library may know and this command does not. */
void csv_choice(struct csv *csv, const char *const *words, int choice);
extern const char *const csv_bases[];       /* of dti_basis */
extern const char *const csv_provenances[]; /* of dti_provenance */

void csv_end_row(struct csv *csv);

#endif
