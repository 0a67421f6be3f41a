/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Numbers of inhabitants from a CSV file: a line per unit. */
#ifndef DTI_CLI_INHABITANTS_H
#define DTI_CLI_INHABITANTS_H

#include "cli.h"

/* "unit,population" and lines such as "gso:49,1518500" or "Quảng Nam,1518500", of units on the day
 * of the table. *out: one number per entry of its register, 0 where there is none, to be freed in
 * any case. Gives an exit code, after saying why. */
int inhabitants_load(const struct cli *cli, const char *path, const dti_table *table,
                     int64_t **out);

#endif
