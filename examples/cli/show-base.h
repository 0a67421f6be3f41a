/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* What a framework changes in the one that it extends. */
#ifndef DTI_CLI_SHOW_BASE_H
#define DTI_CLI_SHOW_BASE_H

#include "cli.h"

void show_base(const struct cli *cli, const dti_framework *framework, const dti_framework *base);

#endif
