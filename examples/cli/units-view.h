/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* What dti units shows: entries of a register, as a list, one by one, or as data. */
#ifndef DTI_CLI_UNITS_VIEW_H
#define DTI_CLI_UNITS_VIEW_H

#include "args.h"

struct units_view {
    const struct cli *cli;
    const dti_units *units;
    const char *day;       /* of the list */
    const size_t *entries; /* in the order of the register, or as they were named */
    size_t count;
};

/* A line each. */
void units_print_list(const struct units_view *view);

/* All there is to know of each. */
void units_print_entries(const struct units_view *view);

/* CSV. */
void units_print_data(const struct units_view *view, const struct args *args);

/* The parts of an entry that say where they come from, as far as it has them. */
bool units_has_part(const dti_units *units, size_t entry, dti_unit_part part);
bool units_is_assumed(const dti_units *units, size_t entry, dti_unit_part part);

/* The code of an entry in a system, or "". */
const char *units_code(const struct units_view *view, size_t entry, size_t system);

#endif
