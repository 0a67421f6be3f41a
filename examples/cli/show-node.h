/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* All about one indicator of a framework. */
#ifndef DTI_CLI_SHOW_NODE_H
#define DTI_CLI_SHOW_NODE_H

#include "cli.h"

void show_node(const struct cli *cli, const dti_framework *framework, const char *numbering,
               size_t node);

#endif
