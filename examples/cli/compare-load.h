/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* What is compared: two tables, the earlier one carried over to the units of the later one. */
#ifndef DTI_CLI_COMPARE_LOAD_H
#define DTI_CLI_COMPARE_LOAD_H

#include "args.h"

struct compared {
    dti_table *tables[2]; /* by dti_side */
    dti_table *origin;    /* the earlier table as it was, if it was carried over; else NULL */
    dti_comparison *comparison;
};

/* Gives an exit code, after saying why. What was loaded is to be freed in any case. */
int compare_load(const struct cli *cli, const struct command *command, const struct args *args,
                 struct compared *compared);
void compare_free(struct compared *compared);

#endif
